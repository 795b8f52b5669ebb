/// Which rows can be added up without a question, and how: one small number a row, made once.
///
/// - Shape: `kinds` is the cell of ``SetSums`` a row goes to: how its sum is held for a row that counts for home by
///   itself, the same plus ``SetSums/widerOffset`` for one that counts beside it, ``SetSums/otherKind`` for any other.
struct SimpleRows: Sendable {
  private(set) var kinds: [UInt8]
  /// The low 32 bits of each simple row's sum: half of what is read for all sums below 43 million dollars.
  private(set) var cents: [UInt32]
  /// Simple rows with a larger sum, ascending, and what is to be added to their low bits.
  private(set) var largeRows: [UInt32] = []
  private(set) var largeRests: [Int64] = []
  /// For every range among the sums, whether its high end is home's (0), beside it (1), or added otherwise (2).
  private(set) var pairSides: [UInt8] = []
  /// Rows that count by themselves but whose sums are too large to add unchecked, or open at both ends.
  private(set) var oddHome: [UInt32] = []
  private(set) var oddWider: [UInt32] = []
  /// All rows that count for home, in families too, and all that count beside it.
  private(set) var home: Selection
  private(set) var wider: Selection
  /// Of both, those whose sum is stated as only about so much.
  private(set) var about: Selection

  init(_ columns: FundingColumns, _ families: FamilyIndex) {
    let count = columns.count
    // So many sums below this limit cannot pass the largest number.
    let limit = (Int64.max >> Int64(Int.bitWidth - max(1, count).leadingZeroBitCount + 1)).magnitude
    kinds = [UInt8](repeating: SetSums.otherKind, count: count)
    cents = [UInt32](repeating: 0, count: count)
    home = Selection(rows: count)
    wider = Selection(rows: count)
    about = Selection(rows: count)
    let codes = columns[.states].codes
    let usd = columns.usd
    let native = columns.native
    for row in 0..<count {
      let state = codes[row] - 1
      let isHome = state == Funding.State.counted.code
      guard isHome || state == Funding.State.wider.code, !families.members.contains(row) else {
        continue
      }
      if isHome { home.insert(row) } else { wider.insert(row) }
      let kind = usd.codes[row]
      if usd.values[row].magnitude >= limit || native.values[row].magnitude >= limit
        || kind == EndsCode.open.rawValue || native.codes[row] == EndsCode.open.rawValue
        || SimpleRows.hasLargeHigh(usd, row, limit) || SimpleRows.hasLargeHigh(native, row, limit)
      {
        if isHome { oddHome.append(UInt32(row)) } else { oddWider.append(UInt32(row)) }
      } else {
        kinds[row] = isHome ? kind : kind + SetSums.widerOffset
        let value = usd.values[row]
        cents[row] = UInt32(truncatingIfNeeded: value)
        let rest = value &- Int64(cents[row])
        if rest != 0 {
          largeRows.append(UInt32(row))
          largeRests.append(rest)
        }
      }
    }
    pairSides = usd.pairRows.map { row in
      switch kinds[Int(row)] {
      case EndsCode.pair.rawValue: 0
      case EndsCode.pair.rawValue + SetSums.widerOffset: 1
      default: 2
      }
    }
    for family in 0..<families.count {
      for member in families.range(of: family) {
        let row = Int(families.rows[member])
        if families.isWider[family] { wider.insert(row) } else { home.insert(row) }
      }
    }
    for row in 0..<count where columns.bounds[row] & 7 == Bound.about.code {
      if home.contains(row) || wider.contains(row) { about.insert(row) }
    }
  }

  private static func hasLargeHigh(_ sums: SumColumn, _ row: Int, _ limit: UInt64) -> Bool {
    sums.codes[row] == EndsCode.pair.rawValue && (sums.pairHigh(of: row) ?? 0).magnitude >= limit
  }

  /// Where the large sums of some rows stand.
  func large(in rows: Range<Int>) -> Range<Int> {
    func first(_ row: Int) -> Int {
      largeRows.indices.first(notBefore: { Int(largeRows[$0]) < row })
    }
    return first(rows.lowerBound)..<max(first(rows.lowerBound), first(rows.upperBound))
  }

  func odd(isWider: Bool) -> [UInt32] { isWider ? oddWider : oddHome }
}
