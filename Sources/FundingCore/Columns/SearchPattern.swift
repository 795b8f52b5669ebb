/// The words a filter looks for, ready to be found again in what is shown.
public struct SearchPattern: Sendable {
  /// Beginnings of words, folded as ``SearchFold`` does it.
  public let forms: [[UInt8]]

  init(_ filter: Filter, _ index: SearchIndex) {
    var forms: [[UInt8]] = []
    for clause in filter.clauses where clause.field == .text && !clause.isNegated {
      for word in clause.values.flatMap({ $0.split(separator: " ") }) {
        for form in index.forms(of: String(word)) where !forms.contains(form) { forms.append(form) }
      }
    }
    self.forms = forms
  }

  public var isEmpty: Bool { forms.isEmpty }

  /// Where a shown text holds what was looked for: half-open ranges of UTF-8 bytes on scalar boundaries, ascending.
  public func ranges(in text: String) -> [Range<Int>] {
    guard !forms.isEmpty else { return [] }
    return SearchFold.words(of: text).compactMap { word in
      let longest = forms.filter { word.key.starts(with: $0) }.map(\.count).max()
      return longest.map { word.range.lowerBound..<word.ends[$0 - 1] }
    }
  }
}

extension FundingTable {
  /// Whether a word of some donor's names begins with a folded word.
  public func namesDonor(beginning word: [UInt8]) -> Bool {
    searchIndex.finds(word, in: .donors)
  }

  /// What to light up under a filter: the words it looks for, in every form they were found in.
  public func pattern(of filter: Filter) -> SearchPattern { SearchPattern(filter, searchIndex) }
}
