/// The rows that lie in other rows, and the totals they lie in: a small minority, held apart so that all others need no
/// question.
///
/// - Shape: families end to end; in each the total comes before its parts, and `parents` points back into ``rows``.
struct FamilyIndex: Sendable {
  private(set) var rows: [UInt32] = []
  /// Index into ``rows`` of the total a member lies in; -1 for the outermost.
  private(set) var parents: [Int32] = []
  private(set) var starts: [UInt32] = [0]
  /// Whether a family is money for a wider place, told beside the total.
  private(set) var isWider: [Bool] = []
  /// All rows of families, also of those that count nowhere.
  private(set) var members: Selection

  var count: Int { starts.count - 1 }
  func range(of family: Int) -> Range<Int> { Int(starts[family])..<Int(starts[family + 1]) }

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
  }

  private mutating func add(root: Int, _ childrenOf: [Int: [Int]], _ columns: FundingColumns) {
    let start = rows.count
    rows.append(UInt32(root))
    parents.append(-1)
    var next = start
    while next < rows.count {
      for child in childrenOf[Int(rows[next])] ?? [] {
        rows.append(UInt32(child))
        parents.append(Int32(next))
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
    starts.append(UInt32(rows.count))
  }
}

/// The rows that need no question when they are added up, and those too large to add unchecked.
struct SimpleRows {
  var home: Selection
  var wider: Selection
  var largeHome: [UInt32] = []
  var largeWider: [UInt32] = []

  init(_ columns: FundingColumns, _ families: FamilyIndex) {
    home = Selection(rows: columns.count)
    wider = Selection(rows: columns.count)
    // So many sums below this limit cannot pass the largest number.
    let limit = Int64.max >> Int64(Int.bitWidth - max(1, columns.count).leadingZeroBitCount + 1)
    let counted = 1 + (Funding.State.allCases.firstIndex(of: .counted) ?? 0)
    let beside = 1 + (Funding.State.allCases.firstIndex(of: .wider) ?? 0)
    for row in 0..<columns.count {
      let state = columns[.states].codes[row]
      guard state == counted || state == beside, !families.members.contains(row) else { continue }
      let value = columns.usd.values[row].magnitude
      let stated = columns.native.values[row].magnitude
      let isLarge = value >= limit || stated >= limit || hasLargeHigh(row)
      func hasLargeHigh(_ row: Int) -> Bool {
        func large(_ sums: SumColumn) -> Bool {
          sums.codes[row] == EndsCode.pair.rawValue
            && (sums.pairHigh(of: row) ?? 0).magnitude >= limit
        }
        return large(columns.usd) || large(columns.native)
      }
      switch (state == counted, isLarge) {
      case (true, false): home.insert(row)
      case (true, true): largeHome.append(UInt32(row))
      case (false, false): wider.insert(row)
      case (false, true): largeWider.append(UInt32(row))
      }
    }
  }

  /// All rows that count for home, or beside it: the simple ones, the large ones and those in families.
  func all(isWider: Bool, _ families: FamilyIndex) -> Selection {
    var rows = isWider ? wider : home
    for row in isWider ? largeWider : largeHome { rows.insert(Int(row)) }
    for family in 0..<families.count where families.isWider[family] == isWider {
      for member in families.range(of: family) { rows.insert(Int(families.rows[member])) }
    }
    return rows
  }
}
