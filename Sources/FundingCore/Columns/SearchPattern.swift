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

  /// Whether a selection surely holds counted money of others than the donors whose names begin with one of these words.
  ///
  /// - Cost: it ends at the first such row; where words find more than a payer's money, that is one of the first.
  public func hasOtherMoney(than words: [[UInt8]], in selection: Selection) -> Bool {
    let donors = columns[.donors]
    var isNamed = [Bool](repeating: false, count: donors.words.count)
    for entry in searchIndex.entries(beginning: words)
    where Int(entry.column) == SetColumnName.donors.rawValue { isNamed[Int(entry.value)] = true }
    let isTheirs = (0..<donors.sets.count).map { set in
      donors.sets[set].contains { isNamed[Int($0)] }
    }
    return selection.contains { row in
      // What a family adds depends on which of its members are selected; nothing is said of those.
      homeRows.contains(row) && !families.members.contains(row) && !isTheirs[donors.codes[row]]
        && columns.usd.ends(at: row).low > 0
    }
  }

  /// What to light up under a filter: the words it looks for, in every form they were found in.
  public func pattern(of filter: Filter) -> SearchPattern { SearchPattern(filter, searchIndex) }
}
