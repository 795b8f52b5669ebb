/// What a list can be sorted by.
public enum SortKey: String, Sendable, CaseIterable {
  /// The ledger's own order.
  case order
  case amount, date, donor, implementer, sector, place, status, state
}

extension FundingTable {
  /// Some rows of a selection in an order.
  ///
  /// - Shape: `range` counts from 0 in that order and is cut to what there is; equal rows keep the ledger's order.
  /// - Cost: one pass for a page near either end; elsewhere a list of all rows, partly sorted.
  public func page(
    of selection: Selection, sortedBy key: SortKey = .order, descending: Bool = false,
    range: Range<Int>
  ) -> [Int] {
    let order = RowOrder(self, key, descending: descending)
    return stretch(of: selection.count, range) { offer in
      selection.visit { offer(SortItem(key: order.key(of: $0), index: UInt32($0))) }
    }.map { Int($0.index) }
  }

  /// The items of a stretch of an order, however far down it lies.
  func stretch(
    of count: Int, _ range: Range<Int>, _ visit: ((SortItem) -> Void) -> Void
  ) -> [SortItem] {
    let range = range.clamped(to: 0..<count)
    guard !range.isEmpty else { return [] }
    let near = 1_024
    if range.upperBound <= near {
      var first = FirstItems(range.upperBound)
      visit { first.offer($0) }
      return Array(first.sorted[range])
    }
    if count - range.lowerBound <= near {
      // The same from the other end.
      var last = FirstItems(count - range.lowerBound)
      visit { last.offer(SortItem(key: ~$0.key, index: ~$0.index)) }
      return last.sorted.prefix(count - range.lowerBound).suffix(range.count).reversed().map {
        SortItem(key: ~$0.key, index: ~$0.index)
      }
    }
    var items: [SortItem] = []
    items.reserveCapacity(count)
    visit { items.append($0) }
    sortStretch(&items, range)
    return Array(items[range])
  }

  func rank(_ dimension: Dimension, ofSet set: Int) -> Int64 {
    index(of: dimension).valuesOfSet[set].first.map { Int64($0) } ?? 0
  }
}

/// What a row is sorted by, as a number.
private struct RowOrder {
  private let columns: FundingColumns
  private let key: SortKey
  private let isDescending: Bool
  private var ranks: [Int64] = []
  private var codes = CodeColumn()

  init(_ table: FundingTable, _ key: SortKey, descending: Bool) {
    columns = table.columns
    self.key = key
    isDescending = descending
    let dimension: Dimension
    switch key {
    case .donor: dimension = .donor
    case .implementer: dimension = .implementer
    case .sector: dimension = .sector
    case .place: dimension = .place
    case .status: dimension = .status
    case .state: dimension = .state
    case .order, .amount, .date: return
    }
    let index = table.index(of: dimension)
    codes = table.columns[index.column].codes
    ranks = (0..<index.valuesOfSet.count).map { table.rank(dimension, ofSet: $0) }
  }

  @inline(__always)
  func key(of row: Int) -> Int64 {
    let ascending: Int64
    switch key {
    case .order: ascending = Int64(row)
    case .amount: ascending = columns.usd.sortKey(at: row)
    case .date: ascending = Int64(columns.days[row])
    case .donor, .implementer, .sector, .place, .status, .state: ascending = ranks[codes[row]]
    }
    return isDescending ? ~ascending : ascending
  }
}

extension SumColumn {
  /// Low ends in order; gifts and sums nobody can convert come below every sum.
  func sortKey(at row: Int) -> Int64 {
    switch code(at: row) {
    case .same, .plusOne, .lowOnly, .pair: values[row]
    case .highOnly, .open: 0
    case .none, .untold: -1
    }
  }
}
