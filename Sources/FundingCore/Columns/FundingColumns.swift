/// How the two ends of a sum are held in one number.
///
/// Most sums are exact, or open at one end, so one number and this code say all; only ranges need a second number.
enum EndsCode: UInt8 {
  /// No sum: a gift.
  case none = 0
  /// Both ends are the number.
  case same = 1
  /// The high end is one more: a conversion that was not exact.
  case plusOne = 2
  /// The number is the low end; the high end is unknown.
  case lowOnly = 3
  /// The number is the high end; the low end is unknown.
  case highOnly = 4
  /// The number is the low end; the high end stands in a list of its own.
  case pair = 5
  /// There is a sum, but no rate to tell it in this currency.
  case untold = 6
  /// There is a sum, and neither of its ends is known.
  case open = 7

  static let count = 8
}

/// A column of sums: one number and one code a row, and the high ends of ranges beside.
struct SumColumn: Sendable {
  private(set) var values: [Int64] = []
  private(set) var codes: [UInt8] = []
  /// Rows with a high end of their own, ascending, and those ends.
  private(set) var pairRows: [UInt32] = []
  private(set) var pairHighs: [Int64] = []

  init() {}

  var count: Int { values.count }

  mutating func reserve(_ capacity: Int) {
    values.reserveCapacity(capacity)
    codes.reserveCapacity(capacity)
  }

  mutating func append(low: Int64?, high: Int64?) {
    switch (low, high) {
    case (nil, nil): append(.open, 0)
    case (let low?, nil): append(.lowOnly, low)
    case (nil, let high?): append(.highOnly, high)
    case (let low?, let high?):
      if low == high {
        append(.same, low)
      } else if low < high, high - 1 == low {
        append(.plusOne, low)
      } else {
        pairRows.append(UInt32(values.count))
        pairHighs.append(high)
        append(.pair, low)
      }
    }
  }

  mutating func append(_ code: EndsCode, _ value: Int64) {
    values.append(value)
    codes.append(code.rawValue)
  }

  func code(at row: Int) -> EndsCode { EndsCode(rawValue: codes[row]) ?? .untold }

  /// The stated ends, `nil` where unknown; `nil` where there is no sum to tell.
  func stated(at row: Int) -> (low: Int64?, high: Int64?)? {
    let value = values[row]
    switch code(at: row) {
    case .none, .untold: return nil
    case .open: return (nil, nil)
    case .same: return (value, value)
    case .plusOne: return (value, value &+ 1)
    case .lowOnly: return (value, nil)
    case .highOnly: return (nil, value)
    case .pair: return (value, pairHigh(of: row))
    }
  }

  /// The ends as a total adds them.
  func ends(at row: Int) -> Ends {
    guard let stated = stated(at: row) else { return .zero }
    return Ends(low: stated.low ?? 0, high: stated.high)
  }

  func pairHigh(of row: Int) -> Int64? {
    let at = firstPair(from: row)
    return at < pairRows.count && Int(pairRows[at]) == row ? pairHighs[at] : nil
  }

  /// Where the high ends of some rows stand.
  func pairs(in rows: Range<Int>) -> Range<Int> {
    let first = firstPair(from: rows.lowerBound)
    return first..<max(first, firstPair(from: rows.upperBound))
  }

  private func firstPair(from row: Int) -> Int {
    pairRows.indices.first(notBefore: { Int(pairRows[$0]) < row })
  }
}

extension SumColumn: Snapshotable {
  func write(into snapshot: inout SnapshotWriter) {
    snapshot.numbers(values)
    snapshot.numbers(codes)
    snapshot.numbers(pairRows)
    snapshot.numbers(pairHighs)
  }

  init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    values = try snapshot.numbers(Int64.self)
    codes = try snapshot.numbers(UInt8.self)
    pairRows = try snapshot.numbers(UInt32.self)
    pairHighs = try snapshot.numbers(Int64.self)
    guard codes.count == values.count, codes.isBelow(EndsCode.count),
      pairRows.count == pairHighs.count, pairRows.isBelow(values.count)
    else { throw SnapshotError() }
  }
}

/// The columns that hold a set of words a row.
enum SetColumnName: Int, CaseIterable, Sendable {
  case sectors, donors, implementers, places, sources, months, statuses, states, instruments, texts
}

/// Rows by the dozen words or numbers each: what a table is made of while it grows.
///
/// - Cost: about 45 bytes a funding beside what projects take.
struct FundingColumns: Sendable {
  var sets = [SetColumn](repeating: SetColumn(), count: SetColumnName.allCases.count)
  var usd = SumColumn()
  var native = SumColumn()
  /// Codes into ``currencyList``; 255 where there is no amount.
  var currencies: [UInt8] = []
  var currencyList: [Currency] = []
  /// The bound in the low bits, then flags.
  var bounds: [UInt8] = []
  /// Days since 1970-01-01; ``noDay`` where undated.
  var days: [Int32] = []
  /// The object of each row among the texts, one more than its code; 0 for none.
  var objects: [UInt32] = []
  /// Rows that name a total they lie in or came from, ascending, and those totals.
  var childRows: [UInt32] = []
  var parentRows: [UInt32] = []
  var count = 0

  static let noDay = Int32.min
  static let disagreesFlag: UInt8 = 8
  static let cumulativeFlag: UInt8 = 16
  static let assumedRateFlag: UInt8 = 32

  subscript(name: SetColumnName) -> SetColumn {
    _read { yield sets[name.rawValue] }
    _modify { yield &sets[name.rawValue] }
  }

  /// The words of a set of a column; the column is looked at where it lies, and never copied.
  func words(_ name: SetColumnName, ofSet set: Int) -> [String] {
    sets.withUnsafeBufferPointer { $0[name.rawValue].words(ofSet: set) }
  }

  /// The words of a row, in the order they were stated.
  func words(_ name: SetColumnName, at row: Int) -> [String] {
    sets.withUnsafeBufferPointer { $0[name.rawValue].words(at: row) }
  }

  init() {
    // Fixed vocabularies first, so that their codes follow the order of their cases.
    for status in Status.allCases { _ = self[.statuses].code(of: [status.rawValue]) }
    for state in Funding.State.allCases { _ = self[.states].code(of: [state.rawValue]) }
    for instrument in Instrument.allCases { _ = self[.instruments].code(of: [instrument.rawValue]) }
  }

  mutating func code(of currency: Currency) -> UInt8 {
    if let known = currencyList.firstIndex(of: currency) { return UInt8(known) }
    guard currencyList.count < 255 else { return 255 }
    currencyList.append(currency)
    return UInt8(currencyList.count - 1)
  }

  /// The total a row lies in or came from.
  func parent(of row: Int) -> Int? {
    let at = childRows.indices.first(notBefore: { Int(childRows[$0]) < row })
    return at < childRows.count && Int(childRows[at]) == row ? Int(parentRows[at]) : nil
  }

  func state(at row: Int) -> Funding.State {
    // Set 0 is the empty set, so cases start at 1.
    let code = self[.states].codes[row] - 1
    return Funding.State.allCases.indices.contains(code) ? Funding.State.allCases[code] : .counted
  }

  func status(at row: Int) -> Status {
    let code = self[.statuses].codes[row] - 1
    return Status.allCases.indices.contains(code) ? Status.allCases[code] : .planned
  }

  func instrument(at row: Int) -> Instrument {
    let code = self[.instruments].codes[row] - 1
    return Instrument.allCases.indices.contains(code) ? Instrument.allCases[code] : .unknown
  }
}

/// Lists of numbers, one list a row, end to end.
struct Lists: Sendable {
  fileprivate(set) var starts: [UInt32] = [0]
  fileprivate(set) var values: [UInt32] = []

  init() {}

  var count: Int { starts.count - 1 }
  subscript(index: Int) -> ArraySlice<UInt32> {
    values[Int(starts[index])..<Int(starts[index + 1])]
  }
  func range(of index: Int) -> Range<Int> { Int(starts[index])..<Int(starts[index + 1]) }

  mutating func append(_ list: some Sequence<UInt32>) {
    values.append(contentsOf: list)
    starts.append(UInt32(values.count))
  }

  /// The values that stand in any of the selected lists.
  func union(of lists: Selection, below limit: Int) -> Selection {
    Beside.union(of: lists) { union(of: lists, $0, below: limit) }
  }

  /// The same for a stretch of the selection's words.
  private func union(of lists: Selection, _ range: Range<Int>, below limit: Int) -> Selection {
    var result = Selection(rows: limit)
    guard limit > 0, count > 0 else { return result }
    result.words.withUnsafeMutableBufferPointer { words in
      starts.withUnsafeBufferPointer { starts in
        values.withUnsafeBufferPointer { values in
          lists.visit(range) { list in
            for index in Int(starts[list])..<Int(starts[list + 1]) {
              let value = Int(values[index])
              words[value >> 6] |= 1 << UInt64(value & 63)
            }
          }
        }
      }
    }
    return result
  }

  /// For every value below `count`, the lists it stands in, ascending.
  func inverted(count: Int) -> Lists {
    var result = Lists()
    result.starts = [UInt32](repeating: 0, count: count + 1)
    for value in values where Int(value) < count { result.starts[Int(value) + 1] &+= 1 }
    for index in 0..<count { result.starts[index + 1] &+= result.starts[index] }
    var next = result.starts
    result.values = [UInt32](repeating: 0, count: Int(result.starts[count]))
    for list in 0..<self.count {
      for value in self[list] where Int(value) < count {
        result.values[Int(next[Int(value)])] = UInt32(list)
        next[Int(value)] &+= 1
      }
    }
    return result
  }
}

extension Lists: Snapshotable {
  func write(into snapshot: inout SnapshotWriter) {
    snapshot.numbers(starts)
    snapshot.numbers(values)
  }

  init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    starts = try snapshot.numbers(UInt32.self)
    values = try snapshot.numbers(UInt32.self)
    guard starts.first == 0, starts.isAscending(upTo: values.count) else { throw SnapshotError() }
  }
}

/// Projects by column, beside the fundings that pay for them.
struct ProjectColumns: Sendable {
  /// One more than the code of the sector's word; 0 for none.
  var sectors: [UInt16] = []
  /// Codes of sets in the fundings' columns.
  var donors: [UInt32] = []
  var implementers: [UInt32] = []
  var places: [UInt32] = []
  var statuses: [UInt8] = []
  var days: [Int32] = []
  var objects: [UInt32] = []
  var fundings = Lists()

  init() {}

  var count: Int { sectors.count }
}

extension Bound {
  /// Its place among the cases.
  var code: UInt8 {
    switch self {
    case .exact: 0
    case .atLeast: 1
    case .about: 2
    case .atMost: 3
    case .range: 4
    }
  }
}

extension Funding.State {
  /// Its place among the cases.
  var code: Int {
    switch self {
    case .counted: 0
    case .part: 1
    case .superseded: 2
    case .exceeded: 3
    case .wider: 4
    }
  }
}
