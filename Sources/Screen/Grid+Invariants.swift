extension Grid {
  /// What must hold of every picture and does not; nothing if all is well.
  ///
  /// - Shape: every row is exactly as wide as the picture, the second half of a wide character follows its first, no cell
  ///   holds what a terminal obeys, and the cursor lies inside.
  public var faults: [String] {
    var found: [String] = []
    if cells.count != width * height { found.append("\(cells.count) cells") }
    for row in 0..<height {
      var columns = 0
      var isHalf = false
      for index in row * width..<(row + 1) * width {
        let cell = cells[index]
        columns += Int(cell.width)
        if (cell.width == 0) != isHalf { found.append("half a sign in row \(row)") }
        isHalf = cell.width == 2
        if cell.width == 0 || cell.glyph.isPlain { continue }
        cell.glyph.forEachScalar { value in
          let fate = Unicode.Scalar(value)?.fate ?? .dropped
          if fate == .dropped || fate == .blank { found.append("U+\(value) in row \(row)") }
        }
      }
      if columns != width { found.append("row \(row) has \(columns) columns") }
    }
    if let cursor,
      cursor.column < 0 || cursor.column >= width || cursor.row < 0 || cursor.row >= height
    {
      found.append("the cursor is outside")
    }
    return found
  }
}

extension Glyph {
  /// A printable sign of ASCII without marks.
  fileprivate var isPlain: Bool { !hasMarks && base >= 0x20 && base < 0x7F }
}
