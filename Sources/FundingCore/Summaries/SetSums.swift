/// What the selected simple rows add up to, for each set of a column, and how many rows there are at all.
///
/// - Shape: sixteen cells a set: one for each way a sum of home is held (``EndsCode``), one for all rows that are not
///   simple, and the same for money beside home. The loop over the rows adds one number and one count into one cell;
///   everything else is done a set, not a row.
struct SetSums {
  /// A sum and how many it is made of: both are added in one go.
  struct Cell {
    var both = SIMD2<Int64>()
    var sum: Int64 { both.x }
    var count: Int64 { both.y }
  }

  static let cellsPerSet = 16
  /// As many as stay in the processor's own memory together with the columns that pass.
  private static let mostCellsTwice = 1_024
  static let widerOffset: UInt8 = 8
  /// Sums open at both ends are never simple, so their cell takes all rows that are not.
  static let otherKind = EndsCode.open.rawValue

  private var cells: [Cell]
  /// High ends of ranges, four a set: home's, the wider ones', and those of rows that are not simple.
  private var pairHighs: [Int64]

  init(sets: Int) {
    cells = [Cell](repeating: Cell(), count: max(1, sets) * SetSums.cellsPerSet)
    pairHighs = [Int64](repeating: 0, count: max(1, sets) * 4)
  }

  /// Adds the selected rows of a stretch of the selection's words to the cells their kinds name.
  mutating func add(
    _ codes: CodeColumn, _ simple: SimpleRows, _ sums: SumColumn, _ selection: Selection,
    _ range: Range<Int>
  ) {
    if range.isEmpty { return }
    // Every other row has cells of its own: one that goes where the last one went need not wait for it.
    let isSmall = cells.count <= SetSums.mostCellsTwice
    var other = [Cell](repeating: Cell(), count: isSmall ? cells.count : 0)
    other.withUnsafeMutableBufferPointer { other in
      add(codes, simple, selection, range, beside: isSmall ? other : nil)
    }
    for index in other.indices { cells[index].both &+= other[index].both }
    addLarge(codes, simple, selection, range)
    addPairs(codes, simple.pairSides, sums, selection, range)
  }

  /// The loop over the rows, with other cells for every other one where there are some.
  private mutating func add(
    _ codes: CodeColumn, _ simple: SimpleRows, _ selection: Selection, _ range: Range<Int>,
    beside: UnsafeMutableBufferPointer<Cell>?
  ) {
    cells.withUnsafeMutableBufferPointer { cells in
      let cells = (cells, beside ?? cells)
      simple.cents.withUnsafeBufferPointer { values in
        simple.kinds.withUnsafeBufferPointer { kinds in
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
  }

  /// What large sums have beyond their low bits. Without a branch: which of them are selected cannot be foreseen.
  private mutating func addLarge(
    _ codes: CodeColumn, _ simple: SimpleRows, _ selection: Selection, _ range: Range<Int>
  ) {
    let large = simple.large(in: range.lowerBound << 6..<range.upperBound << 6)
    cells.withUnsafeMutableBufferPointer { cells in
      for index in large {
        let row = Int(simple.largeRows[index])
        let isSelected = Int64(
          truncatingIfNeeded: selection.words[row >> 6] &>> UInt64(row & 63) & 1)
        let cell = codes[row] << 4 | Int(simple.kinds[row])
        cells[cell].both.x &+= simple.largeRests[index] & -isSelected
      }
    }
  }

  /// The high ends of ranges. Without a branch: which of them are selected cannot be foreseen.
  private mutating func addPairs(
    _ codes: CodeColumn, _ sides: [UInt8], _ sums: SumColumn, _ selection: Selection,
    _ range: Range<Int>
  ) {
    let pairs = sums.pairs(in: range.lowerBound << 6..<range.upperBound << 6)
    pairHighs.withUnsafeMutableBufferPointer { cells in
      for index in pairs {
        let row = Int(sums.pairRows[index])
        let isSelected = Int64(
          truncatingIfNeeded: selection.words[row >> 6] &>> UInt64(row & 63) & 1)
        cells[codes[row] << 2 | Int(sides[index])] &+= sums.pairHighs[index] & -isSelected
      }
    }
  }

  /// Adds what other rows of the same column add up to.
  mutating func add(_ other: SetSums) {
    for index in cells.indices {
      cells[index].both &+= other.cells[index].both
    }
    for index in pairHighs.indices {
      pairHighs[index] &+= other.pairHighs[index]
    }
  }

  /// What is left of these sums when a part of the rows is taken away. Exact: all of it is adding.
  func subtracting(_ other: SetSums) -> SetSums {
    var result = self
    for index in cells.indices {
      result.cells[index].both &-= other.cells[index].both
    }
    for index in pairHighs.indices {
      result.pairHighs[index] &-= other.pairHighs[index]
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
    let pairs = pairHighs[set << 2 | (isWider ? 1 : 0)]
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
  _ values: UnsafeBufferPointer<UInt32>,
  _ words: UnsafeBufferPointer<UInt64>, _ range: Range<Int>,
  _ cells: (UnsafeMutableBufferPointer<SetSums.Cell>, UnsafeMutableBufferPointer<SetSums.Cell>)
) {
  @inline(__always)
  func add(_ row: Int, to cells: UnsafeMutableBufferPointer<SetSums.Cell>) {
    let cell = Int(truncatingIfNeeded: codes[row]) &<< 4 | Int(truncatingIfNeeded: kinds[row])
    cells[cell].both &+= SIMD2(Int64(values[row]), 1)
  }
  for index in range {
    var word = words[index]
    let base = index &<< 6
    if word == ~0 {
      var row = base
      while row < base &+ 64 {
        add(row, to: cells.0)
        add(row &+ 1, to: cells.1)
        row &+= 2
      }
    } else {
      while word != 0 {
        add(base | word.trailingZeroBitCount, to: cells.0)
        word &= word &- 1
        if word == 0 { break }
        add(base | word.trailingZeroBitCount, to: cells.1)
        word &= word &- 1
      }
    }
  }
}
