/// What the selected simple rows add up to, for each set of a column.
///
/// - Shape: eight cells a set, one for each way a sum is held (``EndsCode``); the loop over the rows adds one number
///   and one count into one cell, and everything else is done a set, not a row.
struct SetSums {
  struct Cell {
    var sum: Int64 = 0
    var count: Int64 = 0
  }

  private(set) var cells: [Cell]
  /// High ends of ranges, by set.
  private var pairHighs: [Int64]

  init(sets: Int) {
    cells = [Cell](repeating: Cell(), count: max(1, sets) * EndsCode.count)
    pairHighs = [Int64](repeating: 0, count: max(1, sets))
  }

  /// Adds the rows that stand in both selections. Neither may hold a row too large to add unchecked.
  mutating func add(
    _ codes: CodeColumn, _ sums: SumColumn, _ selection: Selection, _ mask: Selection
  ) {
    cells.withUnsafeMutableBufferPointer { cells in
      sums.values.withUnsafeBufferPointer { values in
        sums.codes.withUnsafeBufferPointer { ends in
          selection.words.withUnsafeBufferPointer { words in
            mask.words.withUnsafeBufferPointer { mask in
              switch codes.width {
              case .one:
                codes.bytes.withUnsafeBufferPointer { sumUp($0, ends, values, words, mask, cells) }
              case .two:
                codes.shorts.withUnsafeBufferPointer { sumUp($0, ends, values, words, mask, cells) }
              case .four:
                codes.longs.withUnsafeBufferPointer { sumUp($0, ends, values, words, mask, cells) }
              }
            }
          }
        }
      }
    }
    for index in sums.pairRows.indices {
      let row = Int(sums.pairRows[index])
      guard selection.contains(row), mask.contains(row) else { continue }
      pairHighs[codes[row]] &+= sums.pairHighs[index]
    }
  }

  private func cell(_ set: Int, _ code: EndsCode) -> Cell {
    cells[set * EndsCode.count + Int(code.rawValue)]
  }

  func ends(of set: Int) -> Ends {
    let exact = cell(set, .same).sum &+ cell(set, .plusOne).sum
    let low = exact &+ cell(set, .lowOnly).sum &+ cell(set, .pair).sum
    guard cell(set, .lowOnly).count == 0, cell(set, .open).count == 0 else {
      return Ends(low: low, high: nil)
    }
    return Ends(
      low: low,
      high: exact &+ cell(set, .plusOne).count &+ cell(set, .highOnly).sum &+ pairHighs[set])
  }

  /// Rows of a set, whatever they say of their sum.
  func count(of set: Int) -> Int {
    var count: Int64 = 0
    for cell in cells[set * EndsCode.count..<(set + 1) * EndsCode.count] { count &+= cell.count }
    return Int(count)
  }

  func withoutSum(of set: Int) -> Int { Int(cell(set, .none).count) }
  func untold(of set: Int) -> Int { Int(cell(set, .untold).count) }
}

/// The loop everything on the screen waits for.
@inline(__always)
private func sumUp<Code: FixedWidthInteger & UnsignedInteger>(
  _ codes: UnsafeBufferPointer<Code>, _ ends: UnsafeBufferPointer<UInt8>,
  _ values: UnsafeBufferPointer<Int64>,
  _ words: UnsafeBufferPointer<UInt64>, _ mask: UnsafeBufferPointer<UInt64>,
  _ cells: UnsafeMutableBufferPointer<SetSums.Cell>
) {
  for index in words.indices {
    var word = words[index] & mask[index]
    let base = index << 6
    if word == ~0 {
      for row in base..<base + 64 {
        let cell = Int(codes[row]) << 3 | Int(ends[row])
        cells[cell].sum &+= values[row]
        cells[cell].count &+= 1
      }
    } else {
      while word != 0 {
        let row = base | word.trailingZeroBitCount
        let cell = Int(codes[row]) << 3 | Int(ends[row])
        cells[cell].sum &+= values[row]
        cells[cell].count &+= 1
        word &= word &- 1
      }
    }
  }
}
