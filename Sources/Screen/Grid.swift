/// A picture of a terminal: rows of cells, nothing else.
///
/// - Shape: ``height`` rows of exactly ``width`` columns; a wide character takes a cell of width 2 and one of width 0.
///   No cell ever holds a control character, whatever text is put in (see ``Clusters``).
/// - Units: columns and rows from 0.
public struct Grid: Equatable, Sendable, CustomStringConvertible {
  public let width: Int
  public let height: Int
  /// Row by row.
  public private(set) var cells: [Cell]
  /// Where the terminal's own cursor rests: on the row the person is on. `nil` hides it.
  public var cursor: Position?

  /// A column and a row, from 0.
  public struct Position: Hashable, Sendable {
    public var column: Int
    public var row: Int
    public init(column: Int, row: Int) {
      self.column = column
      self.row = row
    }
  }

  /// A blank picture; negative sizes are empty.
  public init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
    cells = [Cell](repeating: .blank, count: self.width * self.height)
  }

  public subscript(column: Int, row: Int) -> Cell? {
    guard column >= 0, column < width, row >= 0, row < height else { return nil }
    return cells[row * width + column]
  }

  /// The cells of a row; none outside the picture.
  public func row(_ row: Int) -> ArraySlice<Cell> {
    guard row >= 0, row < height else { return [] }
    return cells[row * width..<(row + 1) * width]
  }

  /// Puts text on a row, clipped at the picture's edge and at `limit` columns; returns the columns used.
  @discardableResult
  public mutating func put(
    _ text: some StringProtocol, column: Int, row: Int, limit: Int = .max, style: Style = .plain,
    isSelected: Bool = false
  ) -> Int {
    guard row >= 0, row < height, column < width, limit > 0 else { return 0 }
    let end = limit > width - column ? width : column + limit
    var at = column
    for cluster in Clusters(text) {
      if at + cluster.width > end { break }
      if at >= 0 { set(cluster, at, row, style, isSelected) }
      at += cluster.width
    }
    return max(0, at - column)
  }

  /// Puts a line of several meanings on a row, clipped with an ellipsis; returns the columns used.
  @discardableResult
  public mutating func put(
    _ line: Line, column: Int, row: Int, limit: Int = .max, isSelected: Bool = false
  ) -> Int {
    let room = min(limit, width - column)
    guard room > 0, row >= 0, row < height else { return 0 }
    var at = column
    for span in line.clipped(to: room).spans {
      at += put(
        span.text, column: at, row: row, limit: column + room - at, style: span.style,
        isSelected: isSelected)
    }
    return at - column
  }

  private mutating func set(
    _ cluster: Cluster, _ column: Int, _ row: Int, _ style: Style, _ isSelected: Bool
  ) {
    let index = row * width + column
    mend(index)
    cells[index] = Cell(
      cluster.glyph, width: UInt8(cluster.width), style: style, isSelected: isSelected)
    if cluster.width == 2 {
      mend(index + 1)
      cells[index + 1] = Cell(.blank, width: 0, style: style, isSelected: isSelected)
    }
  }

  /// Overwriting half of a wide character leaves a blank in the other half.
  private mutating func mend(_ index: Int) {
    if cells[index].width == 1 { return }
    if cells[index].width == 0, index > 0 {
      cells[index - 1].glyph = .blank
      cells[index - 1].width = 1
    }
    if cells[index].width == 2, index + 1 < cells.count {
      cells[index + 1].glyph = .blank
      cells[index + 1].width = 1
    }
  }

  /// Fills a rectangle with blanks of a style; what lies outside the picture is ignored.
  public mutating func clear(column: Int, row: Int, width: Int, height: Int, style: Style = .plain)
  {
    guard width > 0, height > 0, column < self.width, row < self.height, column > -width,
      row > -height
    else { return }
    let low = max(0, column)
    let high = min(self.width, column + width)
    let blank = Cell(.blank, width: 1, style: style)
    for at in max(0, row)..<min(self.height, row + height) where low < high {
      mend(at * self.width + low)
      mend(at * self.width + high - 1)
      for index in at * self.width + low..<at * self.width + high { cells[index] = blank }
    }
  }

  /// Marks a stretch of a row as the one the person is on.
  public mutating func select(column: Int, row: Int, width: Int) {
    guard row >= 0, row < height, width > 0, column < self.width else { return }
    let low = max(0, column)
    let high = width > self.width - low ? self.width : low + width
    for at in low..<max(low, high) { cells[row * self.width + at].isSelected = true }
  }

  /// Gives a stretch of a row another meaning.
  public mutating func restyle(column: Int, row: Int, width: Int, style: Style) {
    guard row >= 0, row < height, width > 0, column >= 0, column < self.width else { return }
    let high = width > self.width - column ? self.width : column + width
    for at in column..<high { cells[row * self.width + at].style = style }
  }

  /// Puts the cells of a row of a picture as wide as this one in a row's place.
  mutating func replace(_ row: Int, with other: ArraySlice<Cell>) {
    guard row >= 0, row < height, other.count == width else { return }
    cells.replaceSubrange(row * width..<(row + 1) * width, with: other)
  }

  /// Copies a smaller picture into this one.
  public mutating func paste(_ other: Grid, column: Int, row: Int) {
    for at in 0..<other.height {
      guard row + at >= 0, row + at < height else { continue }
      var target = column
      for cell in other.row(at) {
        if target >= 0, target + Int(max(1, cell.width)) <= width {
          mend((row + at) * width + target)
          cells[(row + at) * width + target] = cell
        }
        target += 1
      }
    }
  }

  /// Every cell that is another than in an earlier picture of the same size, row by row; all of them without one.
  public func forEachChange(since last: Grid?, _ body: (Cell, _ column: Int, _ row: Int) -> Void) {
    let before = last.flatMap { $0.width == width && $0.height == height ? $0.cells : nil }
    for index in cells.indices where before?[index] != cells[index] {
      body(cells[index], index % width, index / width)
    }
  }

  /// Gives the characters of one column other ones of one column.
  mutating func mapBases(_ change: (UInt32) -> UInt32) {
    for index in cells.indices where cells[index].width == 1 {
      cells[index].glyph = Glyph(change(cells[index].glyph.base))
    }
  }

  /// The text of the picture, without trailing blanks.
  public var description: String {
    (0..<height).map { rowText($0) }.joined(separator: "\n")
  }

  /// The text of one row, without trailing blanks.
  public func rowText(_ row: Int) -> String {
    var text = self.row(row).reduce(into: "") { $0 += $1.cluster }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// The meanings of the picture, a letter a cell: plain is a full stop, a selected plain cell `#`, blanks at the end of a
  /// row are left out, and a selected stretch of another meaning has its letter in square marks around it.
  public var styleDescription: String {
    (0..<height).map { row in
      var text = ""
      var isOpen = false
      for cell in self.row(row) {
        if cell.isSelected != isOpen {
          text += isOpen ? "]" : "["
          isOpen = cell.isSelected
        }
        text.append(cell.style.letter)
      }
      if isOpen { text += "]" }
      while text.last == "." { text.removeLast() }
      return text
    }.joined(separator: "\n")
  }
}
