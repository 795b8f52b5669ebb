import FundingCore

/// Places that are named for another reason than that money goes there, and places told more narrowly or widely.
extension ClaimReader {
  /// «підрядник із Полтави», "a Kharkiv firm": where the people who work come from.
  func isHome(_ name: Name) -> Bool {
    if isAdjectiveOfFirm(name) || isFirstName(name) || isOtherCapital(name) { return true }
    var before = name.tokens.lowerBound - 1
    if before >= 0, ClaimReader.towns.contains(document.tokens[before].hash) { before -= 1 }
    guard before > 0, ClaimReader.origins.contains(document.tokens[before].hash) else {
      return false
    }
    return (max(0, before - 6)..<before).contains {
      let token = document.tokens[$0]
      return token.kind == .word
        && (token.cues.contains(.builder) || Document.firmWords.contains(token.hash)
          || ClaimReader.arrivals.contains(token.hash)
          || ClaimReader.crews.contains { document.begins(token, with: $0) })
        && !($0..<before).contains { document.tokens[$0].mark == Mark.comma }
    }
  }

  /// «підрив Каховської ГЕС»: a dam or a reservoir is no town.
  func isDam(_ name: Name) -> Bool {
    let token = document.tokens[name.tokens.upperBound]
    return ClaimReader.dams.contains(token.hash) || document.begins(token, with: "водосховищ")
      || document.begins(token, with: "водохранилищ")
  }

  private static let dams = WordSet("гес гэс дамба дамби дамбы reservoir dam hpp hydropower")

  /// "RePower Ukraine": a part of a name the tables do not know.
  func isInStranger(_ token: Int) -> Bool {
    document.names(from: token - 6).contains {
      document.names[$0].isStranger && document.names[$0].tokens.contains(token)
    }
  }

  /// «харківська фірма «…»», "a Lviv company".
  private func isAdjectiveOfFirm(_ name: Name) -> Bool {
    let next = name.tokens.upperBound
    guard name.isAdjective || document.tokens[next - 1].flags.contains(.latin) else {
      return false
    }
    for at in next..<(next + 2) {
      let token = document.tokens[at]
      guard token.kind == .word else { return false }
      if Document.firmWords.contains(token.hash) || token.cues.contains(.builder)
        || name.isAdjective && ClaimReader.trades.contains { document.begins(token, with: $0) }
      {
        return true
      }
    }
    return false
  }

  /// «у столиці Литви», «культурна столиця»: no capital of ours.
  private func isOtherCapital(_ name: Name) -> Bool {
    let at = name.tokens.lowerBound
    guard name.tokens.count == 1, document.begins(document.tokens[at], with: "столи") else {
      return false
    }
    if document.tokens[at + 1].flags.contains(.capital) { return true }
    // «зі столичного бюджету»: whose money, not where.
    if document.tokens[at + 1].cues.contains(.budget) { return true }
    guard at > 0, document.tokens[at].end - document.tokens[at].start < 16 else { return false }
    let before = document.tokens[at - 1]
    return before.kind == .word && before.end - before.start > 6
      && before.cues.isDisjoint(with: [.into, .and])
      && ["ної", "на", "ну", "ній", "ою", "ая", "ой", "ую"].contains {
        document.ends(before, with: $0)
      }
  }

  /// «начальник ОВА Володимир Когут»: a man called like a town.
  private func isFirstName(_ name: Name) -> Bool {
    let at = name.tokens.lowerBound
    guard name.tokens.count == 1, at > 0, document.begins(document.tokens[at], with: "Володимир"),
      document.tokens[at - 1].cues.isDisjoint(with: [.into, .city])
    else { return false }
    let next = document.tokens[at + 1]
    return next.kind == .word && next.flags.contains(.capital)
  }

  private static let towns = WordSet("міста города city")
  private static let origins = WordSet("з із зі из from")
  private static let trades: [StaticString] = [
    "архітектор", "архитектор", "еколог", "эколог", "інженер", "инженер", "волонтер", "благодійник",
    "благотворител", "проєктант", "проектиров", "забудовник", "застройщик", "майстр", "мастер",
    "будівельник", "строител", "підрядник", "подрядчик", "фахівц", "специалист",
  ]
  private static let arrivals = WordSet(
    "приїхала приїхали приїхав прибула прибули прибув приехала приехали приехал прибыла прибыли came arrived родом"
  )
  private static let crews: [StaticString] = [
    "підрядн", "Підрядн", "бригад", "Бригад", "волонтер", "Волонтер", "благодійн", "Благодійн",
    "будівельник", "Будівельник", "забудовник", "Забудовник", "фахів", "Фахів", "майстр", "Майстр",
    "експерт", "команд", "Команд", "подрядч", "Подрядч", "строител", "Строител", "специалист",
    "благотвор", "застройщик", "мастер", "contractor", "Contractor", "volunteer", "Volunteer",
    "builder", "Builder", "crew", "Crew", "team", "Team", "specialist", "architect", "engineer",
    "worker", "Worker", "робітник", "Робітник", "рабочи", "Рабочи", "developer", "фірм", "Фірм",
    "фирм", "Фирм",
  ]

  /// "Kyiv, 16 February 2024 –", «Київ, 12 травня.»: where the news was written.
  func isDateline(_ name: Name) -> Bool {
    let first = document.titleTokens
    var start = name.tokens.lowerBound
    guard start - first < 8 else { return false }
    while start > first, document.tokens[start - 1].kind == .mark { start -= 1 }
    let isSecond =
      start > first && document.placeOf.indices.contains(document.firstName(from: first))
      && document.names[document.firstName(from: first)].tokens.lowerBound == first
      && document.names[document.firstName(from: first)].kind == .place
    guard start <= first || isSecond else { return false }
    var hasDate = false
    for at in name.tokens.upperBound..<min(document.tokens.count, name.tokens.upperBound + 9) {
      let token = document.tokens[at]
      if token.kind == .word, ClaimReader.dateMonths.contains(token.hash) { hasDate = true }
      let isDash = token.mark == Mark.dash && token.flags.contains(.spaced)
      if token.kind == .mark, isDash || token.mark == Mark.dot || token.mark == Mark.colon {
        if hasDate { return true }
        guard isDash, at == name.tokens.upperBound, at + 1 < document.tokens.count else {
          return false
        }
        // "KYIV – The bank has lent".
        return document.tokens[at + 1].flags.contains([.latin, .capital])
      }
      if token.kind == .word, token.hash != ClaimReader.ukraineWord,
        !ClaimReader.dateMonths.contains(token.hash)
      {
        return false
      }
    }
    return false
  }

  private static let ukraineWord = WordHash(word: "ukraine").value
  private static let dateMonths = WordSet(
    """
    січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня января февраля марта апреля \
    мая июня июля августа сентября октября ноября декабря january february march april may june july august september \
    october november december jan feb mar apr jun jul aug sept sep oct nov dec
    """)

  /// Whether a range names another place than the name at an index.
  func hasOtherPlace(_ index: Int, _ range: Range<Int>) -> Bool {
    document.names(from: range.lowerBound).contains { at in
      at != index && document.names[at].tokens.lowerBound < range.upperBound
        && document.names[at].kind == .place && document.placeOf[at] >= 0
    }
  }

  /// «Миколаїв та область», "Kharkiv and its region": the oblast of the town just named.
  func takeWithOblast(_ draft: inout Draft) {
    for proof in draft.evidence where proof.field == .places {
      guard
        let town = draft.places.first(where: {
          facts.placeKinds[Int($0)] == .city && map.names(proof.tokens, $0)
        })
      else { continue }
      var at = proof.tokens.upperBound
      guard document.tokens[at].cues.contains(.and) else { continue }
      at += 1
      if ClaimReader.fillers.contains(document.tokens[at].hash) { at += 1 }
      let token = document.tokens[at]
      guard token.cues.contains(.oblast), !token.flags.contains(.capital),
        !PlaceMap.plurals.contains(token.hash), token.kind == .word,
        let oblast = facts.ancestors(of: town).first(where: {
          facts.placeKinds[Int($0)] == .oblast
        }), !draft.places.contains(oblast)
      else { continue }
      draft.places.append(oblast)
      draft.prove(.places, at..<(at + 1), "P3")
    }
  }

  private static let fillers = WordSet("its the його весь вся всю вся його её ее")

  /// «Він охопить не лише Дніпропетровську, а й Харківську область»: a sentence behind that says what is covered.
  func takeCovered(_ draft: inout Draft) {
    guard draft.sum >= 0,
      !draft.evidence.contains(where: {
        $0.field == .places && $0.rule == "P1" && draft.segment.contains($0.tokens.lowerBound)
      })
    else { return }
    for follower in draft.following {
      let tokens = document.sentences[follower].tokens
      guard
        tokens.prefix(5).contains(where: {
          ClaimReader.covers.contains(document.tokens[$0].hash)
        })
      else { continue }
      take(placesIn: tokens, "P4", &draft)
    }
  }

  private static let covers = WordSet(
    "охопить охоплює охоплять охоплюватиме охватит охватывает cover covers covering")

  /// «Заклад стоїть у Немишлянському районі»: the next sentence tells the part of the town.
  func narrowNext(_ draft: inout Draft) {
    guard draft.places.count == 1, let town = draft.places.first,
      facts.placeKinds[Int(town)] == .city, let last = draft.statements.last
    else { return }
    let next = last + 1
    guard next < document.sentences.count, !hasOwnSum(next),
      document.sentences[next].paragraph == document.sentences[last].paragraph,
      document.sentences[next].tokens.contains(where: {
        ClaimReader.standing.contains(document.tokens[$0].hash)
      })
    else { return }
    var part: (place: Int32, tokens: Range<Int>)?
    for at in document.names(from: document.sentences[next].tokens.lowerBound) {
      let name = document.names[at]
      if name.tokens.lowerBound >= document.sentences[next].tokens.upperBound { break }
      let place = document.placeOf[at]
      guard name.kind == .place, place >= 0,
        [.district, .neighbourhood].contains(facts.placeKinds[Int(place)]),
        facts.lies(place, in: town)
      else { continue }
      if part != nil { return }
      part = (place, name.tokens)
    }
    guard let part else { return }
    draft.places = [part.place]
    draft.prove(.places, part.tokens, "P7")
  }

  private static let standing = WordSet(
    "стоїть розташований розташована розташоване розташовані міститься знаходиться стоит расположен расположена расположено находится stands located situated lies"
  )
}
