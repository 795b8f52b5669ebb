/// The rows that lie in other rows, and the totals they lie in: a small minority, held apart so that all others need no
/// question.
///
/// - Shape: families end to end; in each the total comes before its parts, and `parents` points back into ``rows``.
struct FamilyIndex: Sendable {
  private(set) var rows: [UInt32] = []
  /// The place in its family of the total a member lies in; -1 for the outermost.
  private(set) var parents: [Int32] = []
  /// What each member says of its sum.
  private(set) var sums: [FamilySum] = []
  private(set) var starts: [UInt32] = [0]
  /// Members of the largest family.
  private(set) var largest = 0
  /// Whether a family is money for a wider place, told beside the total.
  private(set) var isWider: [Bool] = []
  /// Rows of counting families, ascending, and the family of each.
  private var sortedRows: [UInt32] = []
  private var familyOfSorted: [UInt32] = []
  private var memberOfSorted: [UInt32] = []
  /// All rows of families, also of those that count nowhere.
  private(set) var members: Selection

  var count: Int { starts.count - 1 }
  func range(of family: Int) -> Range<Int> { Int(starts[family])..<Int(starts[family + 1]) }

  /// Calls with the members as they lie in memory.
  func withPointers(
    _ body: (
      _ rows: UnsafeBufferPointer<UInt32>, _ parents: UnsafeBufferPointer<Int32>,
      _ sums: UnsafeBufferPointer<FamilySum>
    ) -> Void
  ) {
    rows.withUnsafeBufferPointer { rows in
      parents.withUnsafeBufferPointer { parents in
        sums.withUnsafeBufferPointer { body(rows, parents, $0) }
      }
    }
  }

  /// A part lies in its total; so does wider money that is a share of wider money. Whatever else names a total
  /// (a counted part of an exceeded total, the city's share of the country's money) stands for itself.
  init(_ columns: FundingColumns) {
    members = Selection(rows: columns.count)
    var parentOf: [Int: Int] = [:]
    var childrenOf: [Int: [Int]] = [:]
    for index in columns.childRows.indices {
      let child = Int(columns.childRows[index])
      let parent = Int(columns.parentRows[index])
      guard parent != child, parent < columns.count else { continue }
      let state = columns.state(at: child)
      guard state == .part || (state == .wider && columns.state(at: parent) == .wider) else {
        continue
      }
      parentOf[child] = parent
      childrenOf[parent, default: []].append(child)
    }
    for root in childrenOf.keys.filter({ parentOf[$0] == nil }).sorted() {
      add(root: root, childrenOf, columns)
    }
    // Circles have no outermost total: their rows stay marked as members and count nowhere.
    for child in parentOf.keys { members.insert(child) }
    let pairs = (0..<count).flatMap { family in
      range(of: family).map { (rows[$0], UInt32(family), UInt32($0)) }
    }.sorted { $0.0 < $1.0 }
    sortedRows = pairs.map(\.0)
    familyOfSorted = pairs.map(\.1)
    memberOfSorted = pairs.map(\.2)
  }

  /// The families that have a selected member; the selection is one of the same table.
  func met(by selection: Selection) -> Selection {
    var result = Selection(rows: count)
    guard let last = sortedRows.last, Int(last) < selection.rows else { return result }
    result.words.withUnsafeMutableBufferPointer { met in
      selection.words.withUnsafeBufferPointer { words in
        sortedRows.withUnsafeBufferPointer { rows in
          familyOfSorted.withUnsafeBufferPointer { families in
            // Without a branch: whether a row is selected is not to be foreseen.
            for at in 0..<min(rows.count, families.count) {
              let (row, family) = (rows[at], families[at])
              let isIn = words[Int(row >> 6)] >> UInt64(row & 63) & 1
              met[Int(family >> 6)] |= isIn << UInt64(family & 63)
            }
          }
        }
      }
    }
    return result
  }

  /// The counting family a row stands in, and its place there.
  func place(of row: Int) -> (family: Int, local: Int)? {
    let at = sortedRows.indices.first(notBefore: { Int(sortedRows[$0]) < row })
    guard at < sortedRows.count, Int(sortedRows[at]) == row else { return nil }
    let family = Int(familyOfSorted[at])
    return (family, Int(memberOfSorted[at]) - Int(starts[family]))
  }

  private mutating func add(root: Int, _ childrenOf: [Int: [Int]], _ columns: FundingColumns) {
    let start = rows.count
    rows.append(UInt32(root))
    parents.append(-1)
    var next = start
    while next < rows.count {
      for child in childrenOf[Int(rows[next])] ?? [] {
        rows.append(UInt32(child))
        parents.append(Int32(next - start))
      }
      next += 1
    }
    for member in start..<rows.count { members.insert(Int(rows[member])) }
    switch columns.state(at: root) {
    case .counted: isWider.append(false)
    case .wider: isWider.append(true)
    case .part, .superseded, .exceeded:
      // Counts nowhere, and with it what lies inside.
      rows.removeSubrange(start...)
      parents.removeSubrange(start...)
      return
    }
    largest = max(largest, rows.count - start)
    for member in start..<rows.count { sums.append(FamilySum(columns.usd, Int(rows[member]))) }
    starts.append(UInt32(rows.count))
  }
}

/// A member's sum as the families' arithmetic wants it.
struct FamilySum: Sendable {
  enum Kind: UInt8 { case told, none, untold }
  var ends: FlatEnds
  var kind: Kind

  init(_ sums: SumColumn, _ row: Int) {
    ends = FlatEnds(sums.ends(at: row))
    switch sums.code(at: row) {
    case .none: kind = .none
    case .untold: kind = .untold
    case .same, .plusOne, .lowOnly, .highOnly, .pair, .open: kind = .told
    }
  }
}

extension FamilySum {
  /// What a member gives to what lies outside it, from what its own parts gave to it: the sum that is chosen within it,
  /// and the sum that is not.
  @inline(__always)
  func given(_ isChosen: Bool, kept: FlatEnds, missing: FlatEnds)
    -> (kept: FlatEnds, missing: FlatEnds)
  {
    switch kind {
    case .told:
      if isChosen { return (ends.remainder(without: missing), missing) }
      return (kept, ends.remainder(without: kept))
    case .none:
      // No sum of its own: only its parts have one.
      return (kept, missing)
    case .untold:
      return (kept, isChosen ? missing : .unknown)
    }
  }
}

/// Ends without an optional: two numbers, the high one `Int64.min` where it is unknown.
struct FlatEnds: Sendable {
  var low: Int64
  var high: Int64

  static let zero = FlatEnds(low: 0, high: 0)
  static let unknown = FlatEnds(low: 0, high: .min)

  init(low: Int64, high: Int64) {
    self.low = low
    self.high = high
  }

  init(_ ends: Ends) {
    low = ends.low
    high = ends.high.map { Swift.max($0, -.max) } ?? .min
  }

  var ends: Ends { Ends(low: low, high: high == .min ? nil : high) }

  @inline(__always)
  static func += (a: inout FlatEnds, b: FlatEnds) {
    a.low = saturating(a.low, plus: b.low)
    a.high =
      a.high == .min || b.high == .min ? .min : Swift.max(-.max, saturating(a.high, plus: b.high))
  }

  /// What is left when a part is taken away: the low end loses the part's high end, the high end its low.
  @inline(__always)
  func remainder(without part: FlatEnds) -> FlatEnds {
    if part.low == 0, part.high == 0 { return self }
    let least = part.high == .min ? 0 : Swift.max(0, saturating(low, plus: -part.high))
    let most =
      high == .min ? high : Swift.max(0, saturating(high, plus: -Swift.max(part.low, -.max)))
    return FlatEnds(low: least, high: most == .min ? .min : Swift.max(most, least))
  }
}
