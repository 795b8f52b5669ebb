/// Splits the chosen members of a family by the values of a dimension: own, shared and whole for each.
final class FamilySplitter {
  /// What one value has of a family.
  struct Entry: Sendable {
    var value: UInt32
    var fundings: UInt32
    var own: FlatEnds
    var shared: FlatEnds
    var whole: FlatEnds
  }

  /// Sums in stated currencies beside an entry.
  struct Stated {
    var own: [Currency: Ends] = [:]
    var shared: [Currency: Ends] = [:]
    var whole: [Currency: Ends] = [:]
  }

  let sums: FamilySums
  private let families: FamilyIndex
  private let index: DimensionIndex
  private let codes: CodeColumn
  private var family = 0
  private var size = 0
  private let isChosen: UnsafeMutableBufferPointer<Bool>
  /// The set of each member of the family under work.
  private let sets: UnsafeMutableBufferPointer<Int>
  private var values: [UInt32] = []
  private var hasSets = false

  private enum Part { case own, shared, whole }

  init(_ columns: FundingColumns, _ families: FamilyIndex, _ index: DimensionIndex) {
    self.families = families
    self.index = index
    codes = columns[index.column].codes
    sums = FamilySums(columns, families)
    isChosen = .allocate(capacity: max(1, families.largest))
    isChosen.initialize(repeating: false)
    sets = .allocate(capacity: max(1, families.largest))
    sets.initialize(repeating: 0)
  }

  deinit {
    isChosen.deallocate()
    sets.deallocate()
  }

  /// Takes up a family with the members of a selection, all of them where there is none; says how many.
  @discardableResult
  func choose(_ family: Int, _ selection: Selection?) -> Int {
    self.family = family
    let range = families.range(of: family)
    size = range.count
    var count = 0
    for local in 0..<size {
      let isIn = selection?.contains(Int(families.rows[range.lowerBound + local])) ?? true
      isChosen[local] = isIn
      if isIn { count += 1 }
    }
    hasSets = false
    return count
  }

  /// Looks up the sets of the members; most families never need them.
  private func findSets() {
    guard !hasSets else { return }
    let start = families.range(of: family).lowerBound
    for local in 0..<size { sets[local] = codes[Int(families.rows[start + local])] }
    hasSets = true
  }

  /// The set that all chosen members have, where they all have the same.
  var onlySet: Int? {
    findSets()
    var only: Int?
    for local in 0..<size where isChosen[local] {
      if let only, only != sets[local] { return nil }
      only = sets[local]
    }
    return only
  }

  /// The sum of all that was chosen.
  func dollars() -> FlatEnds {
    for local in 0..<size { sums.chosen[local] = isChosen[local] }
    return sums.dollars(of: family)
  }

  func stated() -> [Currency: Ends] {
    for local in 0..<size { sums.chosen[local] = isChosen[local] }
    return sums.stated(of: family)
  }

  /// Calls with the rows that count as fundings among all that was chosen.
  func outermost(_ body: (Int) -> Void) {
    for local in 0..<size { sums.chosen[local] = isChosen[local] }
    sums.outermost(of: family, body)
  }

  /// Calls with what each value has.
  func split(_ body: (Entry) -> Void) {
    collectValues()
    for value in values {
      let hasOwn = pick(.own, value)
      let own = hasOwn ? sums.dollars(of: family) : .zero
      let hasShared = pick(.shared, value)
      let shared = hasShared ? sums.dollars(of: family) : .zero
      if hasOwn, hasShared { _ = pick(.whole, value) } else if hasOwn { _ = pick(.own, value) }
      let whole = hasOwn ? (hasShared ? sums.dollars(of: family) : own) : shared
      let count = sums.outermostCount(of: family)
      body(Entry(value: value, fundings: UInt32(count), own: own, shared: shared, whole: whole))
    }
  }

  /// What one value has in stated currencies.
  func stated(for value: UInt32) -> Stated {
    findSets()
    var result = Stated()
    if pick(.own, value) { result.own = sums.stated(of: family) }
    if pick(.shared, value) { result.shared = sums.stated(of: family) }
    if pick(.whole, value) { result.whole = sums.stated(of: family) }
    return result
  }

  private func collectValues() {
    findSets()
    values.removeAll(keepingCapacity: true)
    var last = -1
    for local in 0..<size where isChosen[local] && sets[local] != last {
      last = sets[local]
      for at in index.valuesOfSet.range(of: last) {
        let value = index.valuesOfSet.values[at]
        if !values.contains(value) { values.append(value) }
      }
    }
  }

  /// Chooses the members that have a value alone, among others, or at all; says whether there are any.
  private func pick(_ part: Part, _ value: UInt32) -> Bool {
    var found = false
    for local in 0..<size {
      var fits = false
      if isChosen[local] {
        let range = index.valuesOfSet.range(of: sets[local])
        let isSized = part == .whole || (range.count == 1) == (part == .own)
        fits = isSized && range.contains { index.valuesOfSet.values[$0] == value }
      }
      sums.chosen[local] = fits
      found = found || fits
    }
    return found
  }
}

/// What each family gives to a dimension's values when all its members are selected, which is the usual case, and what
/// all families give together.
struct FamilyGroups: Sendable {
  /// Each family's sum.
  private(set) var totals: [FlatEnds] = []
  private(set) var entries: [FamilySplitter.Entry] = []
  private(set) var starts: [UInt32] = [0]
  /// The set of each member, in the order of ``FamilyIndex/rows``.
  let sets: [UInt32]

  init(_ columns: FundingColumns, _ families: FamilyIndex, _ index: DimensionIndex) {
    let splitter = FamilySplitter(columns, families, index)
    let codes = columns[index.column].codes
    sets = families.rows.map { UInt32(codes[Int($0)]) }
    totals.reserveCapacity(families.count)
    entries.reserveCapacity(families.count * 2)
    starts.reserveCapacity(families.count + 1)
    for family in 0..<families.count {
      splitter.choose(family, nil)
      totals.append(splitter.dollars())
      splitter.split { entries.append($0) }
      starts.append(UInt32(entries.count))
    }
  }

  func range(of family: Int) -> Range<Int> { Int(starts[family])..<Int(starts[family + 1]) }
}
