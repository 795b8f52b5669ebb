/// The districts and neighbourhoods an article names, by the town they lie in.
struct TownParts {
  private var parts: [(town: Int32, place: Int32, tokens: Range<Int>)] = []
  /// Towns of which the article names more than one part.
  private var crowded: [Int32] = []

  init(_ document: Document, _ facts: Facts) {
    for (at, name) in document.names.enumerated() {
      let place = document.placeOf[at]
      guard place >= 0, parts.count < 40,
        [.district, .neighbourhood].contains(facts.placeKinds[Int(place)])
      else { continue }
      for town in facts.ancestors(of: place) where facts.placeKinds[Int(town)] == .city {
        if let known = parts.first(where: { $0.town == town }) {
          if known.place != place { crowded.append(town) }
        } else {
          parts.append((town, place, name.tokens))
        }
      }
    }
  }

  /// The one part of a town that the article names.
  func only(of town: Int32) -> (place: Int32, tokens: Range<Int>)? {
    guard !crowded.contains(town), let part = parts.first(where: { $0.town == town }) else {
      return nil
    }
    return (part.place, part.tokens)
  }
}
