import FundingCore

/// Names cut into folded words, each with its inflection and what it stands for: ready to be entered in a lexicon.
///
/// - Shape: letters and words end to end, so that a table of thousands of names takes a handful of blocks.
final class NameList: Sendable {
  /// One name.
  struct Name {
    var words: Words
    var sense: Sense
    /// As the table has it.
    var text: String
    /// Names the thing itself; `false` for an adjective made of it.
    var isWhole: Bool
  }

  /// The words of a name.
  struct Words: RandomAccessCollection {
    fileprivate let list: NameList
    let startIndex: Int
    let endIndex: Int

    subscript(index: Int) -> LexiconWord { list.cutter.word(index) }
  }

  private let cutter: NameCutter

  init(_ organisations: [Organisation]) {
    var cutter = NameCutter()
    for (index, organisation) in organisations.enumerated() {
      cutter.add(organisation, Int32(index))
    }
    self.cutter = cutter
  }

  init(_ places: [Place]) {
    var cutter = NameCutter()
    let cities = Dictionary(
      places.enumerated().lazy.filter { $1.kind == .city }.map { ($1.label.rawValue, $0) },
      uniquingKeysWith: { first, _ in first })
    for (index, place) in places.enumerated() { cutter.add(place, Int32(index), cities: cities) }
    self.cutter = cutter
  }

  init(_ sectors: [Sector]) {
    var cutter = NameCutter()
    for (index, sector) in sectors.enumerated() { cutter.add(sector, Int32(index)) }
    self.cutter = cutter
  }
}

extension NameList: Sequence {
  func makeIterator() -> AnyIterator<Name> {
    var index = 0
    return AnyIterator { [self] in
      guard index < cutter.names.count else { return nil }
      defer { index += 1 }
      let name = cutter.names[index]
      return Name(
        words: Words(
          list: self, startIndex: name.words.lowerBound, endIndex: name.words.upperBound),
        sense: name.sense, text: name.text, isWhole: name.isWhole)
    }
  }
}
