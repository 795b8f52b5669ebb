import FundingCore

/// Places that a claim's own words leave open: examples, «та інших містах», lists in the sentence behind.
extension ClaimReader {
  /// Makes what is told by example or by number as wide or as narrow as the article tells it.
  func takeOpenPlaces(_ draft: inout Draft) {
    takeListed(&draft)
    takeExamples(&draft)
    takeOthers(&draft)
  }

  /// "cities such as Kyiv and Odesa", «у трьох областях … Київщині, Харківщині та Херсонщині»: the sentence behind
  /// names the places that the claim's own only counts.
  private func takeListed(_ draft: inout Draft) {
    guard draft.sum >= 0, let last = draft.statements.last else { return }
    let own = document.sentences[last]
    let count = regionCount(own.tokens)
    let isWide = draft.places.count <= 1 && draft.places.allSatisfy { $0 != facts.ukraine }
    if let count, count > 1, isWide, last > 0, document.sentences[0].part == .title {
      let titled = narrowPlaces(document.sentences[0].tokens)
      if titled.count == count, titled.allSatisfy({ facts.placeKinds[Int($0)] != .oblast }) {
        draft.places = []
        take(placesIn: document.sentences[0].tokens, "P8", &draft)
        return
      }
    }
    guard onlyCountry(draft.places) else { return }
    for next in followers(of: last)
    where !draft.places.isEmpty && document.cuesOf[next].contains([.this, .fund]) {
      let unit = document.sentences[next]
      guard narrowPlaces(unit.tokens).count > 1 else { continue }
      draft.places = []
      take(placesIn: unit.tokens, "P8", &draft)
      return
    }
    for next in last + 1..<max(last + 1, min(document.sentences.count, last + 3)) {
      let unit = document.sentences[next]
      guard unit.paragraph == own.paragraph, unit.part == own.part, !unit.isBackground,
        !hasFunding(next)
      else { return }
      let found = narrowPlaces(unit.tokens)
      let isExample =
        unit.tokens.contains { isExampleWord($0) }
        && unit.tokens.contains { PlaceMap.plurals.contains(document.tokens[$0].hash) }
      guard found.count > 1, isExample || found.count == count else { continue }
      draft.places = []
      take(placesIn: unit.tokens, "P8", &draft)
      return
    }
  }

  private func hasFunding(_ sentence: Int) -> Bool {
    document.sums(in: sentence).contains {
      document.sums[$0].role == .funding && document.sums[$0].restates < 0
    }
  }

  /// The places of a range that are no countries, each once.
  private func narrowPlaces(_ range: Range<Int>) -> [Int32] {
    var result: [Int32] = []
    for at in document.names(from: range.lowerBound) {
      guard document.names[at].tokens.lowerBound < range.upperBound else { break }
      let place = document.placeOf[at]
      if place >= 0, facts.placeKinds[Int(place)] != .country { result.appendNew(place) }
    }
    return result
  }

  /// «у трьох областях», "in four cities": how many.
  private func regionCount(_ range: Range<Int>) -> Int? {
    for at in range where PlaceMap.plurals.contains(document.tokens[at].hash) {
      for before in max(range.lowerBound, at - 2)..<at {
        let token = document.tokens[before]
        if token.money == .numeral { return Int(token.datum) }
      }
    }
    return nil
  }

  // MARK: Examples

  /// «зокрема вікна для Харкова»: an example of places the text names behind; «зокрема на Північній Салтівці»: one part
  /// of the town.
  private func takeExamples(_ draft: inout Draft) {
    guard
      draft.evidence.allSatisfy({
        $0.field != .places || $0.rule == "P1" && isExample($0.tokens.lowerBound)
      })
    else { return }
    let proofs = draft.evidence.filter { $0.field == .places }
    guard !proofs.isEmpty else { return }
    if let place = draft.places.first, draft.places.count == 1, draft.sum >= 0,
      facts.placeKinds[Int(place)] == .city,
      proofs.allSatisfy({ $0.tokens.lowerBound < document.titleTokens }),
      let last = draft.statements.last, document.sentences[last].part == .text
    {
      for next in last + 1..<max(last + 1, min(document.sentences.count, last + 5)) {
        guard document.sentences[next].paragraph == document.sentences[last].paragraph,
          !hasFunding(next)
        else { break }
        take(placesIn: document.sentences[next].tokens, "P8", &draft)
      }
      return
    }
    for place in draft.places
    where [.district, .neighbourhood].contains(facts.placeKinds[Int(place)]) {
      for town in facts.ancestors(of: place)
      where facts.placeKinds[Int(town)] == .city && !draft.places.contains(town) {
        draft.places.append(town)
        if let proof = proofs.first { draft.prove(.places, proof.tokens, "P9") }
      }
    }
  }

  /// Whether a word of example stands before a place in its sentence, with no sum or full stop between.
  private func isExample(_ token: Int) -> Bool {
    (max(0, token - 9)..<token).contains {
      isExampleWord($0) && document.sentenceOf[$0] == document.sentenceOf[token]
    }
  }

  private func isExampleWord(_ at: Int) -> Bool {
    let token = document.tokens[at]
    if ClaimReader.examples.contains(token.hash) { return true }
    return ClaimReader.such.contains(token.hash)
      && ClaimReader.asWords.contains(document.tokens[at + 1].hash)
  }

  private static let examples = WordSet("зокрема передусім частности particularly notably")
  private static let such = WordSet("such таких такі такие")
  private static let asWords = WordSet("as як как")

  // MARK: Others

  /// «у Харкові та інших прифронтових містах», "Kharkiv and six more cities": the town, and the country.
  private func takeOthers(_ draft: inout Draft) {
    guard facts.ukraine >= 0, !draft.places.contains(facts.ukraine) else { return }
    for proof in draft.evidence where proof.field == .places {
      var at = proof.tokens.upperBound
      guard document.tokens[at].cues.contains(.and) else { continue }
      let sentence = document.sentenceOf[at]
      at += 1
      var isOther = false
      for next in at..<min(document.tokens.count, at + 5) {
        let token = document.tokens[next]
        guard token.kind != .mark, document.sentenceOf[next] == sentence else { break }
        if ClaimReader.otherWords.contains(token.hash) { isOther = true }
        guard PlaceMap.plurals.contains(token.hash) || ClaimReader.otherTowns.contains(token.hash)
        else { continue }
        if isOther, document.tokens[next + 1].cues.isDisjoint(with: [.oblast, .city]) {
          draft.places.append(facts.ukraine)
          draft.prove(.places, next..<(next + 1), "P9")
          return
        }
        break
      }
    }
  }

  private static let otherWords = WordSet("інших інші ще other more others других другие еще")
  private static let otherTowns = WordSet("міста громад громадах громадам области области города")

  /// «найбільше заяв надійшло з Ізюмського району»: where something comes from, in a sentence beside the claim's.
  func isOrigin(_ name: Name) -> Bool {
    var at = name.tokens.lowerBound - 1
    let least = max(0, at - 12)
    while at >= least {
      let token = document.tokens[at]
      if ClaimReader.fromWords.contains(token.hash) { return true }
      guard token.mark == Mark.comma || token.cues.contains(.and) || token.flags.contains(.capital)
      else { return false }
      at -= 1
    }
    return false
  }

  static let fromWords = WordSet("з із зі из from")
}
