import FundingCore

/// Places told by an event, by the capital of an oblast, by who pays, or for the whole country.
extension ClaimReader {
  /// «після Каховки», "after Bucha": an event that is called like its place.
  func isEvent(_ name: Name) -> Bool {
    let before = name.tokens.lowerBound - 1
    guard before >= 0 else { return false }
    return ClaimReader.afterWords.contains(document.tokens[before].hash)
  }

  private static let afterWords = WordSet("після после after")

  /// «з міської казни», «міським коштом»: whose money, not where.
  func isOfPurse(_ at: Int) -> Bool {
    let next = document.tokens[at + 1]
    return next.kind == .word
      && ClaimReader.purses.contains { document.begins(next, with: $0) }
  }

  private static let purses: [StaticString] = [
    "казн", "скарбниц", "кошт", "бюджет", "budget", "purse",
  ]

  /// «Це кошти, на які по всій Україні виконають 119 проєктів»: the sentence behind widens the place.
  func takeWholeCountry(_ draft: inout Draft) {
    guard draft.places.isEmpty, facts.ukraine >= 0, draft.sum >= 0 else { return }
    for statement in draft.statements {
      if takeAdjective(of: statement, &draft) { return }
      for sentence in [statement] + Array(followers(of: statement)) {
        for at in document.names(from: document.sentences[sentence].tokens.lowerBound) {
          let name = document.names[at]
          guard name.tokens.lowerBound < document.sentences[sentence].tokens.upperBound else {
            break
          }
          guard name.kind == .place, document.placeOf[at] == facts.ukraine,
            isWhole(name.tokens.lowerBound)
          else { continue }
          draft.places.append(facts.ukraine)
          draft.prove(.places, name.tokens, "P10")
          return
        }
      }
    }
  }

  /// «Швеція дає українській енергетиці 55 млн», "for Ukrainian hospitals": the country's, where nothing narrower is told.
  private func takeAdjective(of statement: Int, _ draft: inout Draft) -> Bool {
    let unit = document.sentences[statement]
    guard
      document.names(.place, in: unit.tokens).isEmpty,
      document.sentences[0].part != .title
        || document.names(.place, in: document.sentences[0].tokens).isEmpty
    else { return false }
    for name in document.names(.sector, in: unit.tokens) {
      let before = name.tokens.lowerBound - 1
      guard before >= unit.tokens.lowerBound,
        ClaimReader.nationals.contains(where: { document.begins(document.tokens[before], with: $0) }
        )
      else { continue }
      draft.places.append(facts.ukraine)
      draft.prove(.places, before..<(before + 1), "P10")
      return true
    }
    return false
  }

  private static let nationals: [StaticString] = [
    "українськ", "Українськ", "украинск", "Украинск", "Ukrainian",
  ]

  /// «Понад 80 громад увійшли до переліку», "across 40 communities": too many to be one place.
  func takeManyTowns(_ draft: inout Draft) {
    guard draft.places.isEmpty, facts.ukraine >= 0, draft.sum >= 0, draft.statements.count > 0
    else { return }
    let title = document.sentences.first?.part == .title ? [0] : []
    for sentence in draft.statements + title {
      let tokens = document.sentences[sentence].tokens
      guard document.names(.place, in: tokens).isEmpty, !cues(tokens).contains(.oblast) else {
        continue
      }
      for at in tokens.dropFirst()
      where ClaimReader.manyTowns.contains(document.tokens[at].hash)
        && isMany(document.tokens[at - 1])
      {
        draft.places.append(facts.ukraine)
        draft.prove(.places, at..<(at + 1), "P10")
        return
      }
    }
  }

  /// «банк позичає країні», «на прифронтові громади»: the country, where the article names no place.
  func takeTheCountry(_ draft: inout Draft) {
    guard draft.places.isEmpty, facts.ukraine >= 0 else { return }
    for statement in draft.statements {
      guard
        let at = document.sentences[statement].tokens.first(where: {
          ClaimReader.theCountry.contains(document.tokens[$0].hash)
        })
      else { continue }
      draft.places.append(facts.ukraine)
      draft.prove(.places, at..<(at + 1), "P10")
      return
    }
  }

  private static let theCountry = WordSet(
    """
    країні країну стране страну country прифронтові прифронтових прифронтовим прифронтовые прифронтовых прифронтовым \
    frontline front-line nationwide деокуповані деокупованих
    """)

  /// A number of two digits or more.
  private func isMany(_ token: Token) -> Bool {
    token.kind == .number && token.end - token.start >= 2 && token.end - token.start <= 4
      && !document.begins(token, with: "0")
  }

  private static let manyTowns = WordSet(
    "громад громадах громадам міст містах общин общинах городов городах communities hromadas cities towns municipalities"
  )

  private func isWhole(_ at: Int) -> Bool {
    (max(0, at - 2)..<at).contains { ClaimReader.wholeWords.contains(document.tokens[$0].hash) }
      && !(max(0, at - 3)..<at).contains {
        ClaimReader.fromWords.contains(document.tokens[$0].hash)
      }
  }

  private static let wholeWords = WordSet("всій усій всю усю всей across throughout всієї усієї")

  /// «багатоповерхівки обласного центру»: the capital of the oblast named before.
  func takeCentre(_ draft: inout Draft) {
    guard draft.places.isEmpty else { return }
    let sentences =
      draft.statements + (listHead(draft.sentence).map { [$0] } ?? [])
    for sentence in sentences {
      let tokens = document.sentences[sentence].tokens
      for at in tokens.dropLast()
      where ClaimReader.regional.contains(where: { document.begins(document.tokens[at], with: $0) })
        && ClaimReader.centres.contains(where: {
          document.begins(document.tokens[at + 1], with: $0)
        })
      {
        guard let town = capital(before: at) else { return }
        draft.places.append(town)
        draft.prove(.places, at..<(at + 2), "P3")
        return
      }
    }
  }

  /// The town an oblast named before is called after, as the table's labels tell.
  private func capital(before at: Int) -> Int32? {
    let oblast = map.last(.oblast, before: at)
    guard oblast >= 0, let town = facts.capital(of: oblast) else { return nil }
    return town
  }

  private static let regional: [StaticString] = [
    "обласн", "Обласн", "областн", "Областн", "regional",
  ]
  private static let centres: [StaticString] = ["центр", "capital", "centre", "center"]

  /// «за 6,4 млн із бюджету міста»: the town whose budget pays, where the sentence before names only an oblast.
  func takePayingTown(_ draft: inout Draft) {
    guard draft.places.isEmpty, draft.sum >= 0,
      let first = document.sentences[draft.sentence].tokens.first,
      cues(draft.segment).contains(.cityMoney)
    else { return }
    let town = map.last(.city, before: first)
    let oblast = map.last(.oblast, before: first)
    guard town >= 0, oblast >= 0, facts.lies(town, in: oblast), draft.sentence > 0,
      document.names(.place, in: document.sentences[draft.sentence - 1].tokens).allSatisfy({
        !map.names($0.tokens, town)
      })
    else { return }
    draft.places.append(town)
    draft.prove(.places, document.sums[draft.sum].tokens, "P4")
  }

  /// A sentence of another paragraph than the list before it, which speaks of the whole again.
  func isBehindList(_ sentence: Int) -> Bool {
    sentence > 0 && !document.sentences[sentence].isBullet
      && (!continuesItem(sentence) || startsLine(sentence))
  }

  /// Whether nothing but spaces stands between the line's beginning and a sentence.
  private func startsLine(_ sentence: Int) -> Bool {
    guard let first = document.sentences[sentence].tokens.first else { return false }
    var at = Int(document.tokens[first].start) - 1
    while at >= 0, document.bytes[at] == 0x20 { at -= 1 }
    return at < 0 || document.bytes[at] == 0x0A
  }

  /// «пишет Харьковский антикоррупционный центр»: who says so.
  func isOfSource(_ name: Name) -> Bool {
    guard name.isAdjective else { return false }
    let start = name.tokens.lowerBound
    return start > 0
      && (max(0, start - 2)..<start).contains {
        document.tokens[$0].cues.contains(.source)
          && document.sentenceOf[$0] == document.sentenceOf[start]
      }
  }

  /// "who fled fighting in Donetsk and Kharkiv regions": where people left from.
  func isFledFrom(_ name: Name) -> Bool {
    let start = name.tokens.lowerBound
    let sentence = document.sentenceOf[start]
    for at in stride(from: start - 1, through: max(0, start - 9), by: -1) {
      guard document.sentenceOf[at] == sentence else { return false }
      if ClaimReader.fled.contains(document.tokens[at].hash) { return true }
      if !document.tokens[at].cues.isDisjoint(with: [.works, .work, .arrived, .done, .makes]) {
        return false
      }
    }
    return false
  }

  private static let fled = WordSet(
    """
    fled fleeing flee escaped escaping втекли втікли тікали выехали бежали виїхали рятувалися
    """)
}
