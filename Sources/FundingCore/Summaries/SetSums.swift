/// What the selected simple rows add up to, for each set of a column, and how many rows there are at all.
///
/// - Shape: sixteen cells a set: one for each way a sum of home is held (``EndsCode``), one for all rows that are not
///   simple, and the same for money beside home. The loop over the rows adds one number and one count into one cell;
///   everything else is done a set, not a row.
struct SetSums {
  struct Cell {
    var sum: Int64 = 0
    var count: Int64 = 0
  }

  static let cellsPerSet = 16
  static let widerOffset: UInt8 = 8
  /// Sums open at both ends are never simple, so their cell takes all rows that are not.
  static let otherKind = EndsCode.open.rawValue

  private var cells: [Cell]
  /// High ends of ranges, by set, home's and the wider ones'.
  private var pairHighs: [Int64]
  private var widerPairHighs: [Int64]

  init(sets: Int) {
    cells = [Cell](repeating: Cell(), count: max(1, sets) * SetSums.cellsPerSet)
    pairHighs = [Int64](repeating: 0, count: max(1, sets))
    widerPairHighs = pairHighs
  }

  /// Adds the selected rows of a stretch of the selection's words to the cells their kinds name.
  mutating func add(
    _ codes: CodeColumn, _ kinds: [UInt8], _ sums: SumColumn, _ selection: Selection,
    _ range: Range<Int>
  ) {
    if range.isEmpty { return }
    cells.withUnsafeMutableBufferPointer { cells in
      sums.values.withUnsafeBufferPointer { values in
        kinds.withUnsafeBufferPointer { kinds in
          selection.words.withUnsafeBufferPointer { words in
            switch codes.width {
            case .one:
              codes.bytes.withUnsafeBufferPointer { sumUp($0, kinds, values, words, range, cells) }
            case .two:
              codes.shorts.withUnsafeBufferPointer { sumUp($0, kinds, values, words, range, cells) }
            case .four:
              codes.longs.withUnsafeBufferPointer { sumUp($0, kinds, values, words, range, cells) }
            }
          }
        }
      }
    }
    let rows = range.lowerBound << 6..<range.upperBound << 6
    for index in sums.pairRows.indices {
      let row = Int(sums.pairRows[index])
      guard rows.contains(row), selection.contains(row) else { continue }
      if kinds[row] == EndsCode.pair.rawValue {
        pairHighs[codes[row]] &+= sums.pairHighs[index]
      } else if kinds[row] == EndsCode.pair.rawValue + SetSums.widerOffset {
        widerPairHighs[codes[row]] &+= sums.pairHighs[index]
      }
    }
  }

  /// Adds what other rows of the same column add up to.
  mutating func add(_ other: SetSums) {
    for index in cells.indices {
      cells[index].sum &+= other.cells[index].sum
      cells[index].count &+= other.cells[index].count
    }
    for index in pairHighs.indices {
      pairHighs[index] &+= other.pairHighs[index]
      widerPairHighs[index] &+= other.widerPairHighs[index]
    }
  }

  /// What is left of these sums when a part of the rows is taken away. Exact: all of it is adding.
  func subtracting(_ other: SetSums) -> SetSums {
    var result = self
    for index in cells.indices {
      result.cells[index].sum &-= other.cells[index].sum
      result.cells[index].count &-= other.cells[index].count
    }
    for index in pairHighs.indices {
      result.pairHighs[index] &-= other.pairHighs[index]
      result.widerPairHighs[index] &-= other.widerPairHighs[index]
    }
    return result
  }

  private func cell(_ set: Int, _ code: EndsCode, _ isWider: Bool) -> Cell {
    cells[set * SetSums.cellsPerSet + Int(code.rawValue) + (isWider ? Int(SetSums.widerOffset) : 0)]
  }

  func ends(of set: Int, isWider: Bool) -> Ends {
    let above = cell(set, .plusOne, isWider)
    let below = cell(set, .lowOnly, isWider)
    let exact = cell(set, .same, isWider).sum &+ above.sum
    let low = exact &+ below.sum &+ cell(set, .pair, isWider).sum
    guard below.count == 0 else { return Ends(low: low, high: nil) }
    let pairs = isWider ? widerPairHighs[set] : pairHighs[set]
    return Ends(low: low, high: exact &+ above.count &+ cell(set, .highOnly, isWider).sum &+ pairs)
  }

  /// Simple rows of a set, whatever they say of their sum.
  func simple(of set: Int, isWider: Bool) -> Int {
    let first = set * SetSums.cellsPerSet + (isWider ? Int(SetSums.widerOffset) : 0)
    var count: Int64 = 0
    for cell in first..<first + Int(SetSums.otherKind) { count &+= cells[cell].count }
    return Int(count)
  }

  /// All selected rows of a set.
  func all(of set: Int) -> Int {
    simple(of: set, isWider: false) + simple(of: set, isWider: true)
      + Int(cell(set, .open, false).count)
  }

  func withoutSum(of set: Int) -> Int { Int(cell(set, .none, false).count) }
  func untold(of set: Int) -> Int { Int(cell(set, .untold, false).count) }
}

/// The loop everything on the screen waits for.
@inline(__always)
private func sumUp<Code: FixedWidthInteger & UnsignedInteger>(
  _ codes: UnsafeBufferPointer<Code>, _ kinds: UnsafeBufferPointer<UInt8>,
  _ values: UnsafeBufferPointer<Int64>,
  _ words: UnsafeBufferPointer<UInt64>, _ range: Range<Int>,
  _ cells: UnsafeMutableBufferPointer<SetSums.Cell>
) {
  for index in range {
    var word = words[index]
    var row = index &<< 6
    if word == ~0 {
      let end = row &+ 64
      while row < end {
        let cell = Int(truncatingIfNeeded: codes[row]) &<< 4 | Int(truncatingIfNeeded: kinds[row])
        cells[cell].sum &+= values[row]
        cells[cell].count &+= 1
        row &+= 1
      }
    } else {
      let base = row
      while word != 0 {
        row = base | word.trailingZeroBitCount
        let cell = Int(truncatingIfNeeded: codes[row]) &<< 4 | Int(truncatingIfNeeded: kinds[row])
        cells[cell].sum &+= values[row]
        cells[cell].count &+= 1
        word &= word &- 1
      }
    }
  }
}
