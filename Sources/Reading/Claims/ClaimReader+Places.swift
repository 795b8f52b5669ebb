import FundingCore

/// Places found in the text, each settled to one row of the gazetteer.
struct PlaceMap {
  /// Towns and regions in the plural refer to no one of them.
  static let plurals = Set(
    "міст містах містам містами cities towns городов городах городам областей областях областям регіонів регіонах regions oblasts регионов регионах міськ"
      .split(separator: " ").map { WordHash(word: $0).value })

  /// For each name of kind place, the index of its place, or -1.
  private(set) var placeOf: [Int: Int32] = [:]

  init(document: Document, gazetteer: Gazetteer) {
    // Places with one meaning first: they tell where the text is.
    var known: Set<Place.ID> = []
    var open: [(Int, [Int32])] = []
    for (at, name) in document.names.enumerated() where name.kind == .place {
      let candidates = PlaceMap.candidates(name, document.lexicon)
      if candidates.count == 1, let one = candidates.first {
        let place = gazetteer.places[Int(one)]
        if place.kind == .neighbourhood || place.kind == .district {
          open.append((at, candidates))
        } else {
          placeOf[at] = one
          if !name.isAdjective || place.kind == .city { known.insert(place.id) }
        }
      } else {
        open.append((at, candidates))
      }
    }
    for (at, candidates) in open {
      placeOf[at] = PlaceMap.settled(candidates, known, gazetteer)
    }
  }

  private static func candidates(_ name: Name, _ lexicon: Lexicon) -> [Int32] {
    var result: [Int32] = []
    var at = name.id
    while at >= 0 {
      let sense = lexicon.senses[Int(at)]
      if sense.kind == .place { result.append(sense.id) }
      at = sense.next
    }
    return result
  }

  /// The candidate that lies in a place the text names; without one, the widest of them.
  private static func settled(_ candidates: [Int32], _ known: Set<Place.ID>, _ gazetteer: Gazetteer)
    -> Int32
  {
    let near = candidates.filter { candidate in
      let id = gazetteer.places[Int(candidate)].id
      return known.contains { $0.rawValue != "ua" && $0 != id && gazetteer.lies(id, in: $0) }
    }
    if near.count == 1 { return near[0] }
    let pool = near.isEmpty ? candidates : near
    func rank(_ index: Int32) -> Int {
      Place.Kind.allCases.firstIndex(of: gazetteer.places[Int(index)].kind) ?? 9
    }
    let best = pool.min { rank($0) < rank($1) } ?? -1
    guard best >= 0 else { return -1 }
    let kind = gazetteer.places[Int(best)].kind
    if near.isEmpty && (kind == .neighbourhood || kind == .district && candidates.count > 1) {
      return -1
    }
    return best
  }
}

extension ClaimReader {
  /// Where: the claim's own clause, its sentences, the town or oblast it refers back to, the nearest sentence before
  /// that names a place, the title, the sentences behind.
  func readPlaces(_ draft: inout Draft) {
    // What the text says of the sum goes before what its headline does.
    let (heads, bodies) = (
      segments(of: draft).filter { $0.lowerBound < document.titleTokens },
      segments(of: draft).filter { $0.lowerBound >= document.titleTokens }
    )
    for segment in bodies { take(placesIn: segment, "P1", &draft) }
    if draft.places.isEmpty { for segment in heads { take(placesIn: segment, "P1", &draft) } }
    for segment in segments(of: draft) where draft.places.isEmpty || onlyCountry(draft) {
      takeReference(segment, &draft)
    }
    if draft.places.isEmpty || onlyCountry(draft) {
      for sentence in draft.statements {
        take(placesIn: document.sentences[sentence].tokens, "P1", &draft)
      }
    }
    for sentence in draft.statements where draft.places.isEmpty {
      takeReference(document.sentences[sentence].tokens, &draft)
    }
    if draft.places.isEmpty { takeNearestPlace(&draft) }
  }

  func onlyCountry(_ draft: Draft) -> Bool {
    draft.places.allSatisfy { facts.placeKinds[Int($0)] == .country }
  }

  /// «у місті», "the region": the last town or oblast named before.
  func takeReference(_ range: Range<Int>, _ draft: inout Draft) {
    for at in range {
      let token = document.tokens[at]
      guard token.kind == .word, token.cues.isDisjoint(with: [.cityMoney, .council]),
        !isInOrganisation(at), !token.cues.isDisjoint(with: [.city, .oblast]),
        !PlaceMap.plurals.contains(token.hash)
      else { continue }
      let isCity = token.cues.contains(.city)
      let kinds: [Place.Kind] = isCity ? [.city] : [.oblast]
      if let place = lastNamed(kinds, before: at) ?? firstNamed(kinds) {
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
    names(.organisation, in: max(0, token - 6)..<(token + 1)).contains { $0.tokens.contains(token) }
  }

  private func lastNamed(_ kinds: [Place.Kind], before token: Int) -> Int32? {
    var found: Int32?
    for (at, name) in document.names.enumerated() where name.kind == .place {
      if name.tokens.lowerBound >= token { break }
      if let place = map.placeOf[at], place >= 0,
        kinds.contains(facts.placeKinds[Int(place)]), !isQuoted(name)
      {
        found = place
      }
    }
    return found
  }

  private func firstNamed(_ kinds: [Place.Kind]) -> Int32? {
    for (at, name) in document.names.enumerated() where name.kind == .place {
      if let place = map.placeOf[at], place >= 0,
        kinds.contains(facts.placeKinds[Int(place)]), !isQuoted(name)
      {
        return place
      }
    }
    return nil
  }

  private func takeNearestPlace(_ draft: inout Draft) {
    let last = draft.statements.last ?? draft.sentence
    for statement in draft.statements.reversed() {
      for before in stride(from: statement - 1, through: max(0, statement - 6), by: -1)
      where draft.places.isEmpty {
        take(placesIn: document.sentences[before].tokens, "P4", &draft)
      }
    }
    if draft.places.isEmpty, !document.sentences.isEmpty {
      take(placesIn: document.sentences[0].tokens, "P4", &draft, narrow: true)
    }
    for after in (last + 1)..<max(last + 1, min(document.sentences.count, last + 7))
    where draft.places.isEmpty {
      take(placesIn: document.sentences[after].tokens, "P4", &draft, narrow: true)
    }
    if draft.places.isEmpty,
      let city = firstNamed([.city]) ?? firstNamed([.oblast]) ?? firstNamed([.country])
    {
      draft.places.append(city)
    }
  }

  func take(placesIn range: Range<Int>, _ rule: String, _ draft: inout Draft, narrow: Bool = false)
  {
    var at = document.names.startIndex
    var high = document.names.count
    while at < high {
      let middle = (at + high) / 2
      if document.names[middle].tokens.lowerBound < range.lowerBound {
        at = middle + 1
      } else {
        high = middle
      }
    }
    while at < document.names.count, document.names[at].tokens.lowerBound < range.upperBound {
      let name = document.names[at]
      if name.kind == .place, let place = map.placeOf[at], place >= 0, !isAside(name),
        !narrow || facts.placeKinds[Int(place)] != .country
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
  private func isAside(_ name: Name) -> Bool {
    if isQuoted(name) { return true }
    let before = name.tokens.lowerBound - 1
    guard before >= 0 else { return false }
    let cues = document.tokens[before].cues
    if cues.contains(.street) || cues.contains(.post) { return true }
    // «вул. Соборності України».
    for at in max(0, before - 3)..<before {
      let token = document.tokens[at]
      if token.cues.contains(.street),
        !(at..<name.tokens.lowerBound).contains(where: { document.tokens[$0].mark == Mark.comma })
      {
        return true
      }
    }
    // «ЮНОПС в Україні»: the agency's office.
    guard cues.contains(.into), before > 0, let place = map.placeOf[names(at: name)], place >= 0,
      facts.placeKinds[Int(place)] == .country
    else { return false }
    return document.names.contains {
      $0.kind == .organisation
        && ($0.tokens.upperBound == before || $0.tokens.upperBound == before - 1)
    }
  }

  /// The index of a name.
  private func names(at name: Name) -> Int {
    document.names.firstIndex { $0.kind == .place && $0.tokens == name.tokens } ?? -1
  }

  private func isQuoted(_ name: Name) -> Bool {
    let before = name.tokens.lowerBound - 1
    let after = name.tokens.upperBound
    guard before >= 0, after < document.tokens.count else { return false }
    return document.tokens[before].mark == Mark.quote && document.tokens[after].mark == Mark.quote
  }

  /// The narrowest places: what holds another of the list is left out, unless both are named side by side.
  func normalisePlaces(_ draft: inout Draft) {
    let all = draft.places
    let gazetteer = tables.gazetteer
    let proofs = draft.evidence.filter { $0.field == .places }
    draft.places = all.filter { outer in
      let place = gazetteer.places[Int(outer)]
      return !all.contains { inner in
        guard inner != outer else { return false }
        let other = gazetteer.places[Int(inner)]
        guard gazetteer.lies(other.id, in: place.id) else { return false }
        return !(place.kind == .oblast && other.kind == .city && areJoined(other, place, proofs))
      }
    }
  }

  /// «Харкова й Харківської області».
  private func areJoined(_ inner: Place, _ outer: Place, _ proofs: [Draft.Proof]) -> Bool {
    guard let left = proofs.first(where: { map.names($0.tokens, inner, document, tables) }),
      let right = proofs.first(where: { map.names($0.tokens, outer, document, tables) })
    else { return false }
    let gap =
      min(
        left.tokens.upperBound, right.tokens.upperBound)..<max(
        left.tokens.lowerBound, right.tokens.lowerBound)
    return gap.lowerBound <= gap.upperBound && gap.count <= 3
      && gap.contains { document.tokens[$0].cues.contains(.and) }
  }
}

extension PlaceMap {
  fileprivate func names(
    _ tokens: Range<Int>, _ place: Place, _ document: Document, _ tables: Tables
  ) -> Bool {
    placeOf.contains {
      document.names[$0.key].tokens == tokens && $0.value >= 0
        && tables.gazetteer.places[Int($0.value)].id == place.id
    }
  }
}
