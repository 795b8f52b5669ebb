import FundingCore

extension ClaimReader {
  /// Where: the claim's own clause, its sentences, the town or oblast it refers back to, the nearest sentence before
  /// that names a place, the title, the sentences behind.
  func readPlaces(_ draft: inout Draft) {
    // What the text says of the sum goes before what its headline does.
    let title = document.titleTokens
    for segment in draft.segments where segment.lowerBound >= title {
      take(placesIn: segment, "P1", &draft)
    }
    if draft.places.isEmpty {
      for segment in draft.segments where segment.lowerBound < title {
        take(placesIn: segment, "P1", &draft)
      }
    }
    let hasText = draft.segments.contains { $0.lowerBound >= title }
    for segment in draft.segments
    where (segment.lowerBound >= title) == hasText
      && (draft.places.isEmpty || onlyCountry(draft.places))
    {
      takeReference(segment, &draft)
    }
    takeBeyond(&draft)
    if draft.places.isEmpty || onlyCountry(draft.places) && !isOwn(draft, title) {
      for sentence in draft.statements
      where draft.places.isEmpty || !hasText || document.sentences[sentence].part == .text {
        take(placesIn: document.sentences[sentence].tokens, "P1", &draft)
      }
    }
    for sentence in draft.statements where draft.places.isEmpty {
      takeReference(document.sentences[sentence].tokens, &draft)
    }
    if draft.sum >= 0, onlyCountry(draft.places), !draft.places.isEmpty, !isOwn(draft, title),
      document.sums(in: draft.sentence).count > 1,
      draft.evidence.contains(where: { $0.field == .places && $0.rule == "P1" })
    {
      // The country of another sum in the sentence.
      let country = draft.places
      draft.places = []
      takeNearestPlace(&draft)
      if draft.places.isEmpty { draft.places = country }
    }
    if draft.places.isEmpty { takeNearestPlace(&draft) }
    takeWithOblast(&draft)
    takeCovered(&draft)
    takeOpenPlaces(&draft)
    narrow(&draft, title)
    narrowNext(&draft)
    liftPart(&draft)
  }

  /// Whether a place stands in the claim's own words, by one rule or any.
  private func isOwn(_ draft: Draft, _ title: Int, by rule: RuleID? = nil) -> Bool {
    draft.evidence.contains { proof in
      proof.field == .places && (rule == nil || proof.rule == rule)
        && draft.segments.contains {
          $0.lowerBound >= title && $0.contains(proof.tokens.lowerBound)
        }
    }
  }

  /// «за межами міста», "beyond the city": the country, if nothing narrower is named.
  private func takeBeyond(_ draft: inout Draft) {
    guard draft.places.isEmpty, facts.ukraine >= 0 else { return }
    for sentence in draft.statements {
      let tokens = document.sentences[sentence].tokens
      guard let at = tokens.first(where: { document.tokens[$0].cues.contains(.beyond) }) else {
        continue
      }
      draft.places.append(facts.ukraine)
      draft.prove(.places, at..<(at + 1), "P5")
      return
    }
  }

  /// A town told from afar, in an article that names one part of it alone: that part.
  private func narrow(_ draft: inout Draft, _ title: Int) {
    guard draft.places.count == 1, let town = draft.places.first,
      facts.placeKinds[Int(town)] == .city
    else { return }
    let isSaid = draft.evidence.contains { proof in
      proof.field == .places && proof.rule == "P3" && proof.tokens.lowerBound > 0
        && document.tokens[proof.tokens.lowerBound - 1].cues.contains(.into)
    }
    guard !isOwn(draft, title, by: "P1"), !isSaid, let part = townParts.only(of: town) else {
      return
    }
    let sentence = Int(document.sentenceOf[part.tokens.lowerBound])
    guard sentence <= 1 || draft.statements.contains(sentence) else { return }
    draft.places = [part.place]
    draft.prove(.places, part.tokens, "P6")
  }

  func onlyCountry(_ places: [Int32]) -> Bool {
    places.allSatisfy { facts.placeKinds[Int($0)] == .country }
  }

  /// «у місті», "the region": the last town or oblast named before.
  func takeReference(_ range: Range<Int>, _ draft: inout Draft) {
    guard let first = document.first([.city, .oblast], in: range) else { return }
    for at in first..<range.upperBound {
      let token = document.tokens[at]
      guard token.kind == .word, !token.cues.isDisjoint(with: [.city, .oblast]),
        token.cues.isDisjoint(with: [.cityMoney, .council]), !isInOrganisation(at), !isOfPurse(at),
        !PlaceMap.plurals.contains(token.hash)
      else { continue }
      if at > range.lowerBound, document.tokens[at - 1].cues.contains(.beyond) { continue }
      let isCity = token.cues.contains(.city)
      let kind: Place.Kind = isCity ? .city : .oblast
      let before = map.last(kind, before: at)
      let place = before >= 0 ? before : isCity ? map.town(before: at) : map.first(kind)
      if place >= 0 {
        if !draft.places.contains(place) {
          draft.places.removeAll { facts.placeKinds[Int($0)] == .country }
          draft.places.append(place)
          draft.prove(.places, at..<(at + 1), "P3")
        }
        return
      }
    }
  }

  /// "city budget" refers to no place.
  private func isInOrganisation(_ token: Int) -> Bool {
    var at = document.firstName(from: token - 6)
    while at < document.names.count, document.names[at].tokens.lowerBound <= token {
      let name = document.names[at]
      if name.kind == .organisation, name.tokens.contains(token) { return true }
      at += 1
    }
    return false
  }

  private func takeNearestPlace(_ draft: inout Draft) {
    let last = draft.statements.last ?? draft.sentence
    takeNationalFund(&draft)
    takeBareTotal(&draft)
    takeWholeCountry(&draft)
    takeCentre(&draft)
    takeManyTowns(&draft)
    takePayingTown(&draft)
    takeNationwide(&draft)
    for statement in draft.statements.reversed() {
      let isItem = document.sentences[statement].isBullet
      if draft.places.isEmpty, statement > 0, !isItem,
        !(document.sentences[statement - 1].isBullet && isBehindList(statement)),
        document.sentences[statement - 1].paragraph == document.sentences[statement].paragraph
      {
        take(placesIn: document.sentences[statement - 1].tokens, "P4", &draft)
        if draft.places.isEmpty { takeReference(document.sentences[statement - 1].tokens, &draft) }
      }
      for before in stride(from: statement - 1, through: max(0, statement - 6), by: -1)
      where draft.places.isEmpty && !document.sentences[before].isBackground
        && !isOtherProject(before, statement, draft)
        && !(document.sentences[before].isBullet && (isItem || isBehindList(statement)))
      {
        take(placesIn: document.sentences[before].tokens, "P4", &draft)
      }
    }
    if draft.places.isEmpty, !document.sentences.isEmpty {
      take(placesIn: document.sentences[0].tokens, "P4", &draft, narrow: true)
    }
    for after in (last + 1)..<max(last + 1, min(document.sentences.count, last + 7))
    where draft.places.isEmpty && !hasOwnSum(after) && !document.sentences[after].isBackground
      && !(document.sentences[last].isBullet && projects > 1)
    {
      take(placesIn: document.sentences[after].tokens, "P4", &draft, narrow: true)
    }
    // «Харківський метрополітен»: the town an organisation is named after.
    for sentence in [draft.sentence, 0] where draft.places.isEmpty {
      for party in parties(in: sentence) {
        let name = document.names[party.name]
        guard !name.isStranger, facts.homes[Int(name.id)] >= 0 else { continue }
        draft.places.appendNew(facts.homes[Int(name.id)])
        draft.prove(.places, name.tokens, "P4")
      }
    }
    for kind in [Place.Kind.city, .oblast, .country] where draft.places.isEmpty {
      let place = map.first(kind)
      if place >= 0, projects < 2 || kind == .country || map.isOnly(place, kind) {
        draft.places.append(place)
      }
    }
    takeTheCountry(&draft)
  }

  /// «до Фонду підтримки енергетики України», "the Ukraine Recovery Programme": money for the whole country.
  private func takeNationalFund(_ draft: inout Draft) {
    guard draft.places.isEmpty, facts.ukraine >= 0 else { return }
    for statement in draft.statements {
      for name in names(.organisation, in: document.sentences[statement].tokens)
      where !name.isStranger && facts.body(name.id)?.isNational == true && isInto(name) {
        draft.places.append(facts.ukraine)
        draft.prove(.places, name.tokens, "P10")
        return
      }
    }
  }

  /// «до Фонду», "into the Fund".
  private func isInto(_ name: Name) -> Bool {
    let start = name.tokens.lowerBound
    return (max(0, start - 2)..<start).contains {
      ClaimReader.toward.contains(document.tokens[$0].hash)
    }
  }

  private static let toward = WordSet("до to into к в у")

  func take(placesIn range: Range<Int>, _ rule: RuleID, _ draft: inout Draft, narrow: Bool = false)
  {
    var at = document.firstName(from: range.lowerBound)
    while at < document.names.count, document.names[at].tokens.lowerBound < range.upperBound {
      let name = document.names[at]
      if name.kind == .place, let place = map.placeOf[at], place >= 0, !isAside(name, at),
        draft.places.isEmpty && rule != "P4" && !hasOtherPlace(at, range)
          || !document.isMeeting(name),
        !narrow || facts.placeKinds[Int(place)] != .country,
        rule != "P4" || !isOrigin(name), !isOfSource(name)
      {
        if !draft.places.contains(place) {
          draft.places.append(place)
          draft.prove(.places, name.tokens, rule)
        }
      }
      at += 1
    }
  }

  /// Part of a person's post, a street or a name in quotes: no place of work.
  private static let inside = WordSet("у в in")
  private static let article = WordHash(word: "the").value

  private func isAside(_ name: Name, _ index: Int) -> Bool {
    // «Полтававодоканал» in its quotes tells the town all the same.
    if document.isQuoted(name.tokens) && !name.isStranger || isHome(name) || isDam(name)
      || isEvent(name) || isFledFrom(name)
      || isDateline(name) || document.isLandmark(name) || document.isGiver(name)
      || document.isNearby(name) && isCapital(index)
    {
      return true
    }
    if isInOrganisation(name.tokens.lowerBound), isInStranger(name.tokens.lowerBound) {
      return true
    }
    let before = name.tokens.lowerBound - 1
    guard before >= 0 else { return false }
    let cues = document.tokens[before].cues
    if cues.contains(.street) || cues.contains(.post) { return true }
    // «бюджет Київської області»: whose money, not where; "the Donets": no town.
    if document.tokens[before].cues.contains(.budget), document.placeOf[index] >= 0,
      facts.placeKinds[Int(document.placeOf[index])] == .oblast
    {
      return true
    }
    let next = document.tokens[name.tokens.upperBound]
    if isInProgramme(name, next) { return true }
    if document.tokens[before].hash == ClaimReader.article, name.tokens.count == 1,
      !isOblast(index),
      next.kind == .mark || !next.cues.isDisjoint(with: [.into, .and])
    {
      return true
    }
    // «на Харківському шосе», «Агро-Лиман».
    if document.tokens[name.tokens.upperBound].cues.contains(.street), name.tokens.count == 1 {
      return true
    }
    let dash = document.tokens[before]
    if dash.mark == Mark.dash, !dash.flags.contains(.spaced), before > 0,
      document.tokens[before - 1].kind == .word,
      !document.tokens[before + 1].flags.contains(.spaced)
    {
      return true
    }
    // «вул. Соборності України».
    for at in max(0, before - 3)..<before {
      let token = document.tokens[at]
      if token.cues.contains(.street),
        !(at..<name.tokens.lowerBound).contains(where: {
          document.tokens[$0].mark == Mark.comma
            || $0 > at && ClaimReader.inside.contains(document.tokens[$0].hash)
        })
      {
        return true
      }
    }
    // «ЮНОПС в Україні»: the agency's office.
    guard cues.contains(.into), before > 0, let place = map.placeOf[index], place >= 0,
      [.country, .oblast].contains(facts.placeKinds[Int(place)])
    else { return false }
    let isCountry = facts.placeKinds[Int(place)] == .country
    var at = index - 1
    while at >= 0, document.names[at].tokens.lowerBound >= before - Name.longest {
      let other = document.names[at]
      if other.kind == .organisation,
        other.tokens.upperBound == before || other.tokens.upperBound == before - 1,
        isCountry || !other.isStranger && facts.body(other.id)?.kind == .government
      {
        return true
      }
      at -= 1
    }
    return false
  }

  /// «під Одесою»: of the capital of an oblast its surroundings, where «міст під Ізюмом» is told by its town.
  private func isCapital(_ index: Int) -> Bool {
    let place = document.placeOf[index]
    return place >= 0 && facts.isCapital(place)
  }

  private func isOblast(_ index: Int) -> Bool {
    let place = document.placeOf[index]
    return place >= 0 && facts.placeKinds[Int(place)] == .oblast
  }

  /// «за програмою відновлення України», "the Ukraine Recovery Programme": part of a programme's name.
  private func isInProgramme(_ name: Name, _ next: Token) -> Bool {
    let start = name.tokens.lowerBound
    if ClaimReader.recovery.contains(next.hash), next.flags.contains(.capital) { return true }
    guard start > 2, ClaimReader.recovery.contains(document.tokens[start - 1].hash) else {
      return false
    }
    return (max(0, start - 5)..<start).contains { at in
      ClaimReader.programmes.contains { document.begins(document.tokens[at], with: $0) }
        && document.sentenceOf[at] == document.sentenceOf[start]
    }
  }

  private static let recovery = WordSet(
    "відновлення відбудови розвитку восстановления развития recovery reconstruction")
  private static let programmes: [StaticString] = [
    "програм", "Програм", "программ", "Программ", "programme", "Programme",
  ]

  /// The narrowest places: what holds another of the list is left out, unless both are named side by side.
  func normalisePlaces(_ draft: inout Draft) {
    let all = draft.places
    guard all.count > 1 else { return }
    let proofs = draft.evidence
    let hasOpen = proofs.contains { $0.field == .places && $0.rule == "P9" }
    draft.places = all.filter { outer in
      // What is named beside examples or «та інші міста» stays.
      if hasOpen,
        [.country, .city].contains(facts.placeKinds[Int(outer)])
      {
        return true
      }
      return !all.contains { inner in
        guard inner != outer, facts.lies(inner, in: outer) else { return false }
        return
          !(facts.placeKinds[Int(outer)] == .oblast && facts.placeKinds[Int(inner)] == .city
          && areJoined(inner, outer, proofs))
      }
    }
  }

  /// «Харкова й Харківської області».
  private func areJoined(_ inner: Int32, _ outer: Int32, _ proofs: [Draft.Proof]) -> Bool {
    guard
      let left = proofs.first(where: { $0.field == .places && map.names($0.tokens, inner) }),
      let right = proofs.first(where: { $0.field == .places && map.names($0.tokens, outer) })
        ?? proofs.first(where: {
          $0.rule == "P3" && document.tokens[$0.tokens.lowerBound].cues.contains(.oblast)
        })
    else { return false }
    let start = min(left.tokens.upperBound, right.tokens.upperBound)
    let end = max(left.tokens.lowerBound, right.tokens.lowerBound)
    return start <= end && end - start <= 3
      && (start..<end).contains { document.tokens[$0].cues.contains(.and) }
  }
}
