extension FundingTable {
  /// The rows a filter lets through.
  ///
  /// - Shape: `nil` where `isCancelled` said so; it is asked every 4,096 rows or so.
  /// - Cost: one look-up a row and clause, less where `previous` is an answer to a wider filter.
  public func select(
    _ filter: Filter, refining previous: (filter: Filter, selection: Selection)? = nil,
    isCancelled: () -> Bool = { false }
  ) -> Selection? {
    select(
      FilterPlan(filter, self),
      refining: previous.map { (FilterPlan($0.filter, self), $0.selection) }, isCancelled)
  }

  /// The rows a filter lets through.
  public func select(_ filter: Filter) -> Selection {
    select(filter, refining: nil) ?? Selection(rows: count)
  }

  func select(
    _ plan: FilterPlan, refining previous: (plan: FilterPlan, selection: Selection)?,
    _ isCancelled: () -> Bool
  ) -> Selection? {
    var clauses = plan.clauses
    var result = everything
    if let previous, previous.selection.rows == count,
      previous.plan.clauses.allSatisfy({ old in plan.clauses.contains { $0.implies(old) } })
    {
      result = previous.selection
      clauses.removeAll { previous.plan.clauses.contains($0) }
    }
    let block = 64
    var start = 0
    while start < result.words.count {
      if isCancelled() { return nil }
      let range = start..<min(start + block, result.words.count)
      for clause in clauses { keep(clause, in: range, of: &result) }
      start = range.upperBound
    }
    return result
  }

  /// Keeps the rows of some words that pass a clause.
  private func keep(
    _ clause: FilterPlan.Clause, in range: Range<Int>, of selection: inout Selection
  ) {
    let rows = count
    selection.words.withUnsafeMutableBufferPointer { words in
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: range.count) { passed in
        passed.initialize(repeating: 0)
        let space = RowSpace(words: UnsafeBufferPointer(words), range: range, rows: rows)
        if let days = clause.days {
          columns.days.withUnsafeBufferPointer { mark(space, into: passed, days: $0, in: days) }
        }
        for test in clause.tests {
          let codes = columns[test.column].codes
          test.passes.withUnsafeBufferPointer { passes in
            switch codes.width {
            case .one: codes.bytes.withUnsafeBufferPointer { mark(space, into: passed, $0, passes) }
            case .two:
              codes.shorts.withUnsafeBufferPointer { mark(space, into: passed, $0, passes) }
            case .four:
              codes.longs.withUnsafeBufferPointer { mark(space, into: passed, $0, passes) }
            }
          }
        }
        for index in range {
          let found = passed[index - range.lowerBound]
          words[index] &= clause.isNegated ? ~found : found
        }
      }
    }
  }
}

/// The rows a pass has still to look at.
private struct RowSpace {
  let words: UnsafeBufferPointer<UInt64>
  let range: Range<Int>
  let rows: Int
}

/// Sets the bit of every row whose code passes; words without a row left are skipped.
@inline(__always)
private func mark<Code: FixedWidthInteger & UnsignedInteger>(
  _ space: RowSpace, into passed: UnsafeMutableBufferPointer<UInt64>,
  _ codes: UnsafeBufferPointer<Code>,
  _ passes: UnsafeBufferPointer<UInt8>
) {
  for index in space.range where space.words[index] != 0 {
    let base = index << 6
    var found: UInt64 = 0
    if base + 64 <= space.rows {
      for bit in 0..<64 { found |= UInt64(passes[Int(codes[base + bit])]) << UInt64(bit) }
    } else {
      for bit in 0..<space.rows - base {
        found |= UInt64(passes[Int(codes[base + bit])]) << UInt64(bit)
      }
    }
    passed[index - space.range.lowerBound] |= found
  }
}

/// Sets the bit of every row whose day lies in a span.
private func mark(
  _ space: RowSpace, into passed: UnsafeMutableBufferPointer<UInt64>,
  days: UnsafeBufferPointer<Int32>,
  in span: ClosedRange<Int32>
) {
  for index in space.range where space.words[index] != 0 {
    let base = index << 6
    var found: UInt64 = 0
    for bit in 0..<min(64, space.rows - base) {
      let day = days[base + bit]
      found |= (day >= span.lowerBound && day <= span.upperBound ? 1 : 0) << UInt64(bit)
    }
    passed[index - space.range.lowerBound] |= found
  }
}
