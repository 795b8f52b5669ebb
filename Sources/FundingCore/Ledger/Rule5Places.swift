// Rule 5: a place counts what lies in it.

extension LedgerWork {
  /// Sets each draft's place.
  mutating func choosePlaces() {
    for index in drafts.indices {
      drafts[index].places = place(of: drafts[index])
    }
  }

  /// The narrowest place the claims say; a list of places wins over one of them alone; between a place and one larger
  /// than a city the majority decides, else the larger.
  private func place(of draft: Draft) -> [Int32] {
    var votes: [[Int32]] = []
    var texts: [Set<Int>] = []
    for record in draft.records {
      let claim = input.records[record]
      guard !claim.facts.places.isEmpty else { continue }
      let text = input.statements[claim.statement].text
      if let known = votes.firstIndex(of: claim.facts.places) {
        texts[known].insert(text)
      } else {
        votes.append(claim.facts.places)
        texts.append([text])
      }
    }
    var ballots = zip(votes, texts).map { Ballot(places: $0, texts: $1) }
    ballots.sort { $0.places.lexicographicallyPrecedes($1.places) }
    absorb(&ballots)
    let large = ballots.filter { $0.places.contains { input.places.isAboveCity($0) } }
    let small = ballots.filter { !$0.places.contains { input.places.isAboveCity($0) } }
    guard let wide = mostVoted(large) else { return narrowest(small) }
    let narrow = narrowest(small)
    let counts = (
      small.reduce(into: Set<Int>()) { $0.formUnion($1.texts) }.count,
      large.reduce(into: Set<Int>()) { $0.formUnion($1.texts) }.count
    )
    return counts.0 > counts.1 ? narrow : wide
  }

  private struct Ballot {
    var places: [Int32]
    var texts: Set<Int>
  }

  /// A list that sets a place beside others wins over a claim naming that place, or one inside it, alone.
  private func absorb(_ ballots: inout [Ballot]) {
    for list in ballots.indices where ballots[list].places.count > 1 {
      for single in ballots.indices where single != list {
        let places = ballots[single].places
        guard places.count < ballots[list].places.count,
          input.places.lie(places, in: ballots[list].places)
        else { continue }
        ballots[list].texts.formUnion(ballots[single].texts)
        ballots[single].texts = []
      }
    }
    ballots.removeAll { $0.texts.isEmpty }
  }

  /// The places that no other named place lies in.
  private func narrowest(_ ballots: [Ballot]) -> [Int32] {
    let sets = ballots.map(\.places).filter { places in
      !ballots.contains {
        $0.places != places && input.places.lie($0.places, in: places)
          && !input.places.lie(places, in: $0.places)
      }
    }
    return sets.reduce([]) { united($0, $1) }
  }

  /// Of places larger than a city the one most often told, else the larger.
  private func mostVoted(_ ballots: [Ballot]) -> [Int32]? {
    ballots.max { a, b in
      a.texts.count != b.texts.count
        ? a.texts.count < b.texts.count
        : input.places.lie(a.places, in: b.places) && !input.places.lie(b.places, in: a.places)
    }?.places
  }
}
