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
  @inline(__always)
  func pass(_ row: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: passes[Int(truncatingIfNeeded: codes[row])])
  }
  for index in space.range where space.words[index] != 0 {
    let base = index &<< 6
    var found: UInt64 = 0
    if base &+ 64 <= space.rows {
      var bit = 0
      while bit < 64 {
        // Eight at a time in a tree, so that no look-up waits for the one before.
        let at = base &+ bit
        let first = pass(at) | pass(at &+ 1) &<< 1 | (pass(at &+ 2) | pass(at &+ 3) &<< 1) &<< 2
        let second =
          pass(at &+ 4) | pass(at &+ 5) &<< 1 | (pass(at &+ 6) | pass(at &+ 7) &<< 1) &<< 2
        found |= (first | second &<< 4) &<< UInt64(truncatingIfNeeded: bit)
        bit &+= 8
      }
    } else {
      for bit in 0..<space.rows - base {
        found |= pass(base + bit) &<< UInt64(truncatingIfNeeded: bit)
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
  // One comparison says both limits.
  let width = UInt32(bitPattern: span.upperBound &- span.lowerBound)
  @inline(__always)
  func pass(_ row: Int) -> UInt64 {
    UInt32(bitPattern: days[row] &- span.lowerBound) <= width ? 1 : 0
  }
  for index in space.range where space.words[index] != 0 {
    let base = index &<< 6
    var found: UInt64 = 0
    if base &+ 64 <= space.rows {
      var group = 0
      while group < 64 {
        var byte: UInt64 = 0
        for bit in 0..<8 {
          byte |= pass(base &+ group &+ bit) &<< UInt64(truncatingIfNeeded: bit)
        }
        found |= byte &<< UInt64(truncatingIfNeeded: group)
        group &+= 8
      }
    } else {
      for bit in 0..<space.rows - base {
        found |= pass(base + bit) &<< UInt64(truncatingIfNeeded: bit)
      }
    }
    passed[index - space.range.lowerBound] |= found
  }
}
