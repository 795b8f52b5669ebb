import FundingCore

/// Parts of buildings, and purposes beside others: what is told of a work without being what it is for.
extension ClaimReader {
  /// «школу відремонтували: утеплили фасад, оновили санвузли й спортзал»: a part of a building is no sector of its own.
  func dropParts(_ draft: inout Draft) {
    guard draft.sectors.contains(where: { isBuilding($0) }) else { return }
    for sector in [facts.energy, facts.water, facts.culture, facts.transport]
    where draft.sectors.count > 1 && draft.sectors.contains(sector) {
      var isPart = false
      for proof in draft.evidence where proof.field == .sectors && isOf(sector, proof.tokens) {
        guard isPartOfBuilding(proof, sector, draft) else {
          isPart = false
          break
        }
        isPart = true
      }
      if isPart { draft.sectors.removeAll { $0 == sector } }
    }
  }

  private func isBuilding(_ sector: Int32) -> Bool {
    [facts.education, facts.medicine, facts.housing, facts.shelters, facts.social].contains(sector)
  }

  private func isOf(_ sector: Int32, _ tokens: Range<Int>) -> Bool {
    document.names(.sector, in: tokens).contains { $0.id == sector && $0.tokens == tokens }
  }

  private func isPartOfBuilding(_ proof: Draft.Proof, _ sector: Int32, _ draft: Draft) -> Bool {
    let word = document.tokens[proof.tokens.lowerBound]
    if ClaimReader.parts.contains(where: { document.begins(word, with: $0) }) {
      return sector != facts.energy || isOfBuilding(proof.tokens)
    }
    let sentence = document.sentenceOf[proof.tokens.lowerBound]
    return proof.rule == "S2"
      && !draft.evidence.contains {
        $0.field == .sectors && $0.tokens != proof.tokens
          && document.sentenceOf[$0.tokens.lowerBound] == sentence
      }
      && ClaimReader.fittings.contains { document.begins(word, with: $0) }
  }

  /// «Ці рішення дозволять лікарям працювати»: what comes of it.
  func isEffect(_ range: Range<Int>) -> Bool {
    range.prefix(12).contains { at in
      ClaimReader.effects.contains { document.begins(document.tokens[at], with: $0) }
    }
  }

  /// «На цій же сесії», "at this meeting": the day, not the money.
  func isSession(_ range: Range<Int>) -> Bool {
    range.prefix(5).contains { at in
      ClaimReader.sessions.contains { document.begins(document.tokens[at], with: $0) }
    }
  }

  private static let effects: [StaticString] = [
    "дозвол", "позвол", "уможлив", "убезпеч", "allow", "enabl", "гріт", "обігрі", "обогре",
    "опалюв",
    "отаплив", "живит",
  ]
  private static let sessions: [StaticString] = [
    "сесі", "сесси", "засідан", "заседан", "зустріч", "встреч", "нарад", "конференц", "session",
    "meeting", "conference",
  ]

  /// «бювет біля школи», «будинки стоять без опалення»: what is near, or lacking.
  func isLandmark(_ name: Name) -> Bool {
    let start = name.tokens.lowerBound
    for at in stride(from: start - 1, through: max(0, start - 4), by: -1) {
      let token = document.tokens[at]
      if token.kind == .mark { return false }
      if ClaimReader.near.contains(token.hash) { return start - at <= 2 }
      if ClaimReader.without.contains(token.hash) { return true }
    }
    return false
  }

  private static let near = WordSet(
    "біля поблизу возле около near beside неподалік напротив навпроти")
  private static let without = WordSet("без without")

  /// «утеплили фасад», «утеплення лікарні»: not the pipes.
  private func isOfBuilding(_ tokens: Range<Int>) -> Bool {
    !(tokens.upperBound..<min(document.tokens.count, tokens.upperBound + 3)).contains { at in
      ClaimReader.pipes.contains { document.begins(document.tokens[at], with: $0) }
    }
  }

  private static let parts: [StaticString] = [
    "утепл", "термомодерн", "термосан", "insulat", "санвузл", "санузл", "туалет", "toilet",
    "спортзал", "gym", "майданчик", "дитяч",
  ]
  private static let fittings: [StaticString] = [
    "опален", "отоплен", "heating", "освітлен", "освещен", "lighting", "каналізац", "канализац",
  ]
  private static let pipes: [StaticString] = ["труб", "pipe", "мереж", "сет"]

  /// «енергетика, вода та поводження з відходами»: "other" named beside another sector, as one of a list.
  func isListed(_ draft: Draft) -> Bool {
    for proof in draft.evidence where proof.field == .sectors && isOf(facts.other, proof.tokens) {
      let isBeside = draft.evidence.contains { near in
        guard near.field == .sectors, near.tokens != proof.tokens else { return false }
        let start = min(near.tokens.upperBound, proof.tokens.upperBound)
        let end = max(near.tokens.lowerBound, proof.tokens.lowerBound)
        return start < end && end - start <= 4
          && (start..<end).contains {
            document.tokens[$0].mark == Mark.comma || document.tokens[$0].cues.contains(.and)
          }
      }
      if isBeside { return true }
    }
    return false
  }

  /// «На укриття місто дасть: • ліцею № 7 — 22 млн»: what all items of a list get, where an item names who gets it.
  func takeHead(_ draft: inout Draft) {
    let hosts = [facts.education, facts.medicine]
    guard !draft.sectors.isEmpty, draft.sectors.allSatisfy(hosts.contains),
      let head = listHead(draft.sentence),
      cues(document.sentences[draft.sentence].tokens).isDisjoint(with: [.works, .makes, .goods])
    else { return }
    for line in [head, 0] {
      let found = purposes(in: document.sentences[line].tokens)
      if found.isEmpty { continue }
      guard found.allSatisfy({ $0.id == facts.shelters || $0.id == facts.energy }) else { return }
      draft.sectors = []
      draft.evidence.removeAll { $0.field == .sectors }
      take(sectorsIn: document.sentences[line].tokens, "S5", &draft)
      return
    }
  }

  /// «школа: укриття», «у ліцеї облаштують укриття», "the school has a shelter": a host and its shelter, one clause.
  func holds(_ between: Range<Int>) -> Bool {
    if between.count <= 3, between.contains(where: { document.tokens[$0].mark == Mark.colon }) {
      return true
    }
    guard between.count < 16 else { return false }
    var hasVerb = false
    for at in between {
      let token = document.tokens[at]
      if token.kind == .mark, token.mark != Mark.quote, token.mark != Mark.number { return false }
      if token.cues.contains(.and) || token.cues.contains(.works) { return false }
      if !token.cues.isDisjoint(with: ClaimReader.holding)
        || ClaimReader.having.contains(token.hash)
      {
        hasVerb = true
      }
    }
    return hasVerb
  }

  private static let holding: Cues = [
    .receive, .arrived, .done, .ongoing, .planned, .give, .work, .makes,
  ]
  private static let having = WordSet(
    "має мають матиме з'явиться з'явилося появится появилось имеет has have gets достраивают")
}
