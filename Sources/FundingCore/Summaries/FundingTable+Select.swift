extension FundingTable {
  /// The rows a filter lets through.
  ///
  /// - Shape: `nil` where `isCancelled` said so; it is asked every 4,096 rows or so, of a large table on two threads.
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
    let (first, second) = Beside.halves(of: result)
    var isWhole = (true, true)
    result.words.withUnsafeMutableBufferPointer { words in
      let words = words
      Beside.both(rows: count) {
        isWhole.0 = keep(clauses, in: first, of: words, isCancelled)
      } _: {
        isWhole.1 = keep(clauses, in: second, of: words, isCancelled)
      }
    }
    return isWhole == (true, true) ? result : nil
  }

  /// Keeps the rows of a stretch of words that pass all clauses; `false` where it was cancelled.
  private func keep(
    _ clauses: [FilterPlan.Clause], in stretch: Range<Int>,
    of words: UnsafeMutableBufferPointer<UInt64>, _ isCancelled: () -> Bool
  ) -> Bool {
    let block = 64
    var start = stretch.lowerBound
    while start < stretch.upperBound {
      if isCancelled() { return false }
      let range = start..<min(start + block, stretch.upperBound)
      for clause in clauses { keep(clause, in: range, of: words) }
      start = range.upperBound
    }
    return true
  }

  /// Keeps the rows of some words that pass a clause.
  private func keep(
    _ clause: FilterPlan.Clause, in range: Range<Int>, of words: UnsafeMutableBufferPointer<UInt64>
  ) {
    let rows = count
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
          case .one:
            codes.bytes.withUnsafeBufferPointer { bytes in
              if let only = onlyCode(passes) {
                mark(space, into: passed, bytes, equalTo: only)
              } else {
                mark(space, into: passed, bytes, passes)
              }
            }
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

/// Sets the bit of every row whose day lies in a span, eight rows at a time.
///
/// - Source: the product gathers one bit of each byte, as for codes that are equal.
private func mark(
  _ space: RowSpace, into passed: UnsafeMutableBufferPointer<UInt64>,
  days: UnsafeBufferPointer<Int32>,
  in span: ClosedRange<Int32>
) {
  // One comparison says both limits: the distance from the first day, as a number without a sign.
  let width = UInt32(bitPattern: span.upperBound &- span.lowerBound)
  let lowest = SIMD8<Int32>(repeating: span.lowerBound &+ .min)
  let widest = SIMD8<Int32>(repeating: Int32(bitPattern: width &+ 0x8000_0000))
  let (no, yes) = (SIMD8<Int32>(repeating: 0), SIMD8<Int32>(repeating: 1))
  let bytes = UnsafeRawBufferPointer(days)
  for index in space.range where space.words[index] != 0 {
    let base = index &<< 6
    var found: UInt64 = 0
    if base &+ 64 <= space.rows {
      var group = 0
      while group < 64 {
        let eight = bytes.loadUnaligned(
          fromByteOffset: (base &+ group) &<< 2, as: SIMD8<Int32>.self)
        let ones = no.replacing(with: yes, where: (eight &- lowest) .<= widest)
        let small = unsafeBitCast(SIMD8<UInt8>(truncatingIfNeeded: ones), to: UInt64.self)
        let bits = (UInt64(littleEndian: small) &* 0x0102_0408_1020_4080) &>> 56
        found |= bits &<< UInt64(truncatingIfNeeded: group)
        group &+= 8
      }
    } else {
      for bit in 0..<space.rows - base
      where UInt32(bitPattern: days[base + bit] &- span.lowerBound) <= width {
        found |= 1 &<< UInt64(bit)
      }
    }
    passed[index - space.range.lowerBound] |= found
  }
}

/// The one code that passes, where there is only one.
private func onlyCode(_ passes: UnsafeBufferPointer<UInt8>) -> UInt8? {
  var only: Int?
  for code in passes.indices where passes[code] != 0 {
    if only != nil { return nil }
    only = code
  }
  return only.flatMap { UInt8(exactly: $0) }
}

/// Sets the bit of every row that holds one code, eight rows at a time inside one number.
///
/// - Source: H. S. Warren, "Hacker's Delight", 6-1, for the zero bytes; the product gathers one bit of each byte.
private func mark(
  _ space: RowSpace, into passed: UnsafeMutableBufferPointer<UInt64>,
  _ codes: UnsafeBufferPointer<UInt8>,
  equalTo code: UInt8
) {
  let wanted = 0x0101_0101_0101_0101 &* UInt64(code)
  let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
  let bytes = UnsafeRawBufferPointer(codes)
  for index in space.range where space.words[index] != 0 {
    let base = index &<< 6
    var found: UInt64 = 0
    if base &+ 64 <= space.rows {
      var group = 0
      while group < 64 {
        let eight = UInt64(
          littleEndian: bytes.loadUnaligned(fromByteOffset: base &+ group, as: UInt64.self))
        let difference = eight ^ wanted
        let zeros = ~(((difference & low) &+ low) | difference | low)
        let bits = ((zeros &>> 7) &* 0x0102_0408_1020_4080) &>> 56
        found |= bits &<< UInt64(truncatingIfNeeded: group)
        group &+= 8
      }
    } else {
      for bit in 0..<space.rows - base where codes[base + bit] == code {
        found |= 1 &<< UInt64(bit)
      }
    }
    passed[index - space.range.lowerBound] |= found
  }
}
