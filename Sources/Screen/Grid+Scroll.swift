extension Grid {
  /// Rows that a terminal moves by itself, for less to be sent.
  public struct Scroll: Hashable, Sendable {
    /// The rows that move; what moves beyond their ends is lost, what is left behind is blank.
    public var rows: Range<Int>
    /// How far up; down where it is negative.
    public var count: Int
  }

  /// The scroll after which the least is left to send of an earlier picture; `nil` where none saves a row's worth.
  ///
  /// - Shape: rows are taken for moved if they are alike but for their edges, where cursors and scrollbars stand.
  public func scroll(since last: Grid) -> Scroll? {
    guard last.width == width, last.height == height, width > 4, height > 3 else { return nil }
    let kept = (0..<height).map { differences($0, last, $0) }
    guard kept.count(where: { $0 > 0 }) > 2, let count = likeliestShift(since: last, kept) else {
      return nil
    }
    // By row, what a scroll saves: of rows that get another's place, and of those left blank.
    let moved = (0..<height).map { kept[$0] - differences($0, last, $0 + count) }
    let blank = (0..<height).map { kept[$0] - inked($0) }
    let movedSums = moved.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    let blankSums = blank.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    let distance = abs(count)
    var best: (rows: Range<Int>, saved: Int)?
    for top in 0..<max(0, height - distance) {
      for bottom in top + distance + 1...height {
        let (from, to) = count > 0 ? (top, bottom - distance) : (top + distance, bottom)
        let (left, right) = count > 0 ? (to, bottom) : (top, from)
        let saved = movedSums[to] - movedSums[from] + blankSums[right] - blankSums[left]
        if saved > best?.saved ?? 40 { best = (top..<bottom, saved) }
      }
    }
    return best.map { Scroll(rows: $0.rows, count: count) }
  }

  /// The picture with rows moved as a terminal moves them.
  public func scrolled(by scroll: Scroll) -> Grid {
    var result = self
    result.clear(
      column: 0, row: scroll.rows.lowerBound, width: width, height: scroll.rows.count)
    for row in scroll.rows where scroll.rows.contains(row + scroll.count) {
      result.replace(row, with: self.row(row + scroll.count))
    }
    return result
  }

  /// The distance most changed rows have moved by.
  private func likeliestShift(since last: Grid, _ kept: [Int]) -> Int? {
    var places: [Int: [Int]] = [:]
    for row in 0..<height { places[last.middleHash(row), default: []].append(row) }
    let blank = Grid(width: width, height: 1).middleHash(0)
    var votes: [Int: Int] = [:]
    for row in 0..<height where kept[row] > 2 {
      let hash = middleHash(row)
      if hash == blank { continue }
      for place in places[hash] ?? [] where place != row { votes[place - row, default: 0] += 1 }
    }
    return votes.max { ($0.value, -abs($0.key), $0.key) < ($1.value, -abs($1.key), $1.key) }?.key
  }

  /// A row by its glyphs and meanings, without its edges and the selection.
  private func middleHash(_ row: Int) -> Int {
    var hasher = Hasher()
    for cell in self.row(row).dropFirst().dropLast(2) {
      hasher.combine(cell.glyph)
      hasher.combine(cell.style)
    }
    return hasher.finalize()
  }

  /// How many cells of a row are other than those of a row of an earlier picture; all that are inked outside it.
  private func differences(_ row: Int, _ last: Grid, _ other: Int) -> Int {
    guard other >= 0, other < height else { return inked(row) }
    let (start, from) = (row * width, other * width)
    return (0..<width).reduce(0) { $0 + (cells[start + $1] == last.cells[from + $1] ? 0 : 1) }
  }

  private func inked(_ row: Int) -> Int { self.row(row).count { $0 != .blank } }
}
