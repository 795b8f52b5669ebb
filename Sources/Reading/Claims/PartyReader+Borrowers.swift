import FundingCore

/// Who borrows and who is given things, who pays with the verb of another, and grants "of" somebody.
extension PartyReader {
  /// «Мерія візьме кредит у ЄБРР», «кредит візьме мерія»: a public body that borrows does not pay.
  func isBorrower(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
    guard borrows(sentence), isPublicBody(range.lowerBound),
      document.names[document.names(from: range.lowerBound)].prefix(2).contains(where: {
        $0.kind == .organisation && $0.tokens.lowerBound == range.lowerBound && !$0.isStranger
          && facts.body($0.id)?.isPublic == true
      })
    else { return false }
    let near =
      max(
        sentence.tokens.lowerBound, range.lowerBound - 3)..<min(
        sentence.tokens.upperBound, range.upperBound + 5)
    return near.contains { PartyReader.borrowing.contains(document.tokens[$0].hash) }
  }

  /// Whether a sentence tells of a loan that somebody takes.
  func borrows(_ sentence: Sentence) -> Bool {
    document.cuesOf[Int(document.sentenceOf[sentence.tokens.lowerBound])].contains(.loan)
      && sentence.tokens.contains { PartyReader.borrowing.contains(document.tokens[$0].hash) }
  }

  private static let borrowing = WordSet(
    """
    візьме бере взяв взяла взяло взяли візьмуть братиме позичить позичила позичив позичає залучить залучила залучив \
    залучає возьмет возьмёт берет берёт взял взяла взяли привлечет привлечёт привлекла привлек займет займёт одолжит \
    borrow borrows borrowed
    """)

  /// «Харківводоканалу купили», «Укрзалізниці передали»: a utility before a verb in the plural gets what others give.
  func isGivenThings(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
    guard isUtility(range.lowerBound), range.upperBound < sentence.tokens.upperBound else {
      return false
    }
    let (last, next) = (document.tokens[range.upperBound - 1], document.tokens[range.upperBound])
    return last.flags.contains(.cyrillic) && PartyReader.datives.end(last, document)
      && next.cues.contains(.give) && document.ends(next, with: "ли")
  }

  private static let datives = Endings(["лу", "ну", "го", "му", "ці", "ії", "ии", "це"])

  /// "a grant of the Norwegian government", "$2 million of the Howard G. Buffett Foundation": behind "of" whose it is.
  func isGrantOf(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
    var at = range.lowerBound - 1
    let start = sentence.tokens.lowerBound
    if at > start, document.tokens[at].hash == PartyReader.the { at -= 1 }
    guard at > start, document.tokens[at].hash == PartyReader.ofWord else { return false }
    let before = document.tokens[at - 1]
    if !before.cues.isDisjoint(with: [.grant, .loan, .tranche]) { return true }
    let sum = document.firstSum(coreFrom: max(start, at - 8))
    return sum < document.sums.count && document.sums[sum].tokens.upperBound == at
  }

  private static let ofWord = WordHash(word: "of").value

  /// "the state UAH 60 million", «місто 12 млн грн»: a body right before its sum, the verb was said of another payer.
  func isElided(_ index: Int, _ sentence: Sentence) -> Bool {
    guard opensSum(index + 1), index > sentence.tokens.lowerBound + 3 else { return false }
    var at = index - 1
    if document.tokens[at].hash == PartyReader.the { at -= 1 }
    let joint = document.tokens[at]
    guard
      joint.mark == Mark.comma || joint.mark == Mark.semicolon || joint.cues.contains(.and)
        || PartyReader.whereas.contains(joint.hash)
    else { return false }
    return !document.cues(sentence.tokens.lowerBound..<at).isDisjoint(with: [.give, .bears])
  }

  private static let whereas = WordSet("а and while whereas й і та и")

  /// "The state paid", "and the state UAH 60 million": the English word is more often a part of another name.
  func isTheState(_ index: Int, _ sentence: Sentence) -> Bool {
    guard document.tokens[index].hash == PartyReader.state, index > sentence.tokens.lowerBound,
      document.tokens[index - 1].hash == PartyReader.the,
      index + 1 < sentence.tokens.upperBound
    else { return false }
    return PartyReader.stateVerbs.contains(document.tokens[index + 1].hash)
      || isElided(index, sentence)
  }

  private static let state = WordHash(word: "state").value
  private static let stateVerbs = WordSet(
    "paid pays gave gives will has allocated provided provides covered covers funded funds added financed contributed"
  )

  /// «депутати обласної ради», "regional councillors": whose money they vote on.
  func isOblastCouncil(_ index: Int, _ sentence: Sentence) -> Bool {
    let token = document.tokens[index]
    guard PartyReader.deputies.contains(where: { document.begins(token, with: $0) }) else {
      return false
    }
    if index > sentence.tokens.lowerBound, isOblastWord(index - 1) { return true }
    for at in index + 1..<max(index + 1, min(sentence.tokens.upperBound, index + 4)) {
      if document.tokens[at].kind == .mark || document.tokens[at].cues.contains(.give) { break }
      if isOblastWord(at) { return true }
    }
    return false
  }

  private func isOblastWord(_ at: Int) -> Bool {
    PartyReader.oblastCouncils.contains { document.begins(document.tokens[at], with: $0) }
  }

  private static let deputies: [StaticString] = [
    "депутат", "Депутат", "сесі", "Сесі", "сесси", "Сесси", "council", "Council", "deput", "Deput",
  ]
  private static let oblastCouncils: [StaticString] = [
    "обласн", "Обласн", "областн", "Областн", "облрад", "облсовет", "regional", "Regional",
    "oblast", "Oblast", "provincial", "Provincial",
  ]

  /// «1,2 млн — селищна рада»: the council of a village or settlement pays from its own budget.
  func isSmallCouncil(_ index: Int, _ sentence: Sentence) -> Bool {
    index > sentence.tokens.lowerBound
      && PartyReader.councils.contains(document.tokens[index].hash)
      && PartyReader.small.contains { document.begins(document.tokens[index - 1], with: $0) }
  }

  private static let councils = WordSet("рада совет council")
  private static let small: [StaticString] = [
    "селищн", "Селищн", "сільськ", "Сільськ", "поселков", "Поселков", "посёлков", "сельск",
    "Сельск", "village", "Village", "settlement", "Settlement",
  ]

  /// "a grant to Mercy Corps by USAID", "given by Norway to NRC": behind "to" who gets the money, if "by" names a giver.
  func isGivenMoney(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
    let to = unarticled(range.lowerBound - 1)
    guard to > sentence.tokens.lowerBound, document.tokens[to].hash == PartyReader.toWord,
      isHand(range.lowerBound)
    else { return false }
    let next = range.upperBound
    if next < sentence.tokens.upperBound, PartyReader.byFrom.contains(document.tokens[next].hash) {
      return isMoney(before: to, sentence)
    }
    // "given by Norway to NRC".
    let before = document.firstName(from: to) - 1
    guard before >= 0, document.names[before].tokens.upperBound == to,
      document.names[before].kind == .organisation
    else { return false }
    let by = unarticled(document.names[before].tokens.lowerBound - 1)
    return by > sentence.tokens.lowerBound && document.tokens[by].hash == PartyReader.by
      && document.tokens[by - 1].cues.contains(.give)
  }

  /// "given to NRC by Norway": who stands behind "by", where "to" names who gets the money.
  func givesMoney(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
    let by = unarticled(range.lowerBound - 1)
    guard by > sentence.tokens.lowerBound + 2, PartyReader.byFrom.contains(document.tokens[by].hash)
    else { return false }
    let before = document.firstName(from: by) - 1
    guard before >= 0, document.names[before].tokens.upperBound == by,
      document.names[before].kind == .organisation
    else { return false }
    let to = unarticled(document.names[before].tokens.lowerBound - 1)
    return to > sentence.tokens.lowerBound && document.tokens[to].hash == PartyReader.toWord
      && isMoney(before: to, sentence)
  }

  private func unarticled(_ at: Int) -> Int {
    at > 0 && document.tokens[at].hash == PartyReader.the ? at - 1 : at
  }

  /// "$14 million to", "a grant awarded to", "an award to".
  private func isMoney(before to: Int, _ sentence: Sentence) -> Bool {
    let word = document.tokens[to - 1]
    if !word.cues.isDisjoint(with: [.grant, .loan, .give, .fund])
      || PartyReader.awards.contains(word.hash)
    {
      return true
    }
    let sum = document.firstSum(coreFrom: max(sentence.tokens.lowerBound, to - 8))
    return sum < document.sums.count && document.sums[sum].tokens.upperBound == to
  }

  private static let toWord = WordHash(word: "to").value
  private static let byFrom = WordSet("by from")
  private static let awards = WordSet("award awarded contract paid contribution donation")

  /// «уряд Баварії», "Quebec's government", "the government of Quebec": the one of a place that no table knows.
  func isUnknownGovernment(_ index: Int, _ sentence: Sentence) -> Bool {
    let token = document.tokens[index]
    if token.flags.contains(.latin) {
      if index > sentence.tokens.lowerBound, isStrangeName(index - 1),
        document.tokens[index - 1].flags.contains(.possessive)
          || index - 1 > sentence.tokens.lowerBound
            && document.tokens[index - 2].hash == PartyReader.the
      {
        return true
      }
      return index + 2 < sentence.tokens.upperBound
        && document.tokens[index + 1].hash == PartyReader.ofWord && isStrangeName(index + 2)
    }
    guard index + 1 < sentence.tokens.upperBound, isStrangeName(index + 1) else { return false }
    let name = document.tokens[index + 1]
    return PartyReader.genitiveNames.contains { document.ends(name, with: $0) }
  }

  private static let genitiveNames: [StaticString] = ["ії", "го", "ої", "у", "а", "и", "ой"]

  private static let home: [StaticString] = ["Ukrain", "Україн", "Украин", "Kyiv", "Kiev"]

  /// A capitalised word that is no name of the tables.
  private func isStrangeName(_ at: Int) -> Bool {
    let token = document.tokens[at]
    return token.kind == .word && token.flags.contains(.capital)
      && !token.flags.contains(.allCapitals)
      && !PartyReader.home.contains { document.begins(token, with: $0) }
      && token.cues.isDisjoint(with: [.government, .give, .post])
      && !document.names(from: max(0, at - 3)).prefix(8).contains {
        document.names[$0].tokens.contains(at) && document.names[$0].kind != .sector
      }
  }

  /// «ЄС і ПРООН відкрили», "opened by the EU and UNDP": a giver and an agency that open a thing together have made it.
  func opensTogether(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
    guard range.count > 2, verb(around: range, sentence) else { return false }
    let names = document.names(.organisation, in: range).map(\.tokens.lowerBound)
    return names.contains(where: isGiver) && names.contains(where: isHand)
  }

  private func isGiver(at token: Int) -> Bool {
    document.names[document.names(from: token)].prefix(2).contains {
      guard $0.kind == .organisation, !$0.isStranger, $0.tokens.lowerBound == token,
        let body = facts.body($0.id)
      else { return false }
      return body.isCountry || body.kind == .multilateral && body.role == .donor && !body.isFund
        || body.kind == .government && !body.isUkrainian && body.role == .donor
    }
  }

  /// An opening verb right before or behind a pair of names, with an adverb, an article or "by" between.
  private func verb(around pair: Range<Int>, _ sentence: Sentence) -> Bool {
    let before = max(sentence.tokens.lowerBound, pair.lowerBound - 4)..<pair.lowerBound
    let behind = pair.upperBound..<min(sentence.tokens.upperBound, pair.upperBound + 3)
    return [before, behind].contains { near in
      near.contains { PartyReader.opens.contains(document.tokens[$0].hash) }
        && !near.contains { document.tokens[$0].mark == Mark.comma }
    }
  }

  private static let opens = WordSet(
    """
    відкрили відкрито відкривають відкриють запустили презентували облаштували открыли открывают запустили обустроили \
    opened inaugurated launched unveiled
    """)
}
