import FundingCore

/// Places found in the text, each settled to one row of the gazetteer.
struct PlaceMap {
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
  /// Where: the claim's own clause, its sentences, the nearest sentence that names a place, the title.
  func readPlaces(_ draft: inout Draft) {
    for segment in segments(of: draft) { take(placesIn: segment, "P1", &draft) }
    if draft.places.isEmpty || onlyCountry(draft) {
      for sentence in draft.statements {
        take(placesIn: document.sentences[sentence].tokens, "P1", &draft)
      }
    }
    if draft.places.isEmpty {
      for sentence in draft.statements {
        for follower in followers(of: sentence) where draft.places.isEmpty {
          take(placesIn: document.sentences[follower].tokens, "P2", &draft)
        }
      }
    }
    if draft.places.isEmpty { takeNearestPlace(&draft) }
  }

  private func onlyCountry(_ draft: Draft) -> Bool {
    draft.places.allSatisfy { tables.gazetteer.places[Int($0)].kind == .country }
  }

  private func takeNearestPlace(_ draft: inout Draft) {
    var distance = 1
    while distance < 12, draft.places.isEmpty {
      for sentence in [draft.sentence - distance, draft.sentence + distance]
      where document.sentences.indices.contains(sentence) && draft.places.isEmpty {
        take(placesIn: document.sentences[sentence].tokens, "P4", &draft)
      }
      distance += 1
    }
  }

  func take(placesIn range: Range<Int>, _ rule: String, _ draft: inout Draft) {
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
      if name.kind == .place, let place = map.placeOf[at], place >= 0, !isAside(name) {
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
    let before = name.tokens.lowerBound - 1
    guard before >= 0 else { return false }
    let cues = document.tokens[before].cues
    return cues.contains(.street) || cues.contains(.post)
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
