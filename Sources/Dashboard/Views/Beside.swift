import Screen

/// How much may be sent of what stands beside a list: it follows the cursor, so that all of it is new at every rest.
///
/// - Units: bytes as a terminal is sent them, the way to each line and its colours counted in.
struct BesideBudget {
  private(set) var left: Int

  /// What a kilobyte leaves when the cursor has moved.
  init(_ left: Int = 640) { self.left = left }

  /// Takes a line from what is left; false where it is too much.
  mutating func takes(_ line: Line) -> Bool {
    left -= BesideBudget.cost(of: line)
    return left >= 0
  }

  static func cost(of line: Line) -> Int {
    let spans = line.spans.filter { span in span.text.utf8.contains { $0 != 0x20 } }
    let text = spans.reduce(0) { $0 + $1.text.utf8.count + ($1.style == .plain ? 2 : 12) }
    return text == 0 ? 6 : text + 10
  }
}

extension Canvas {
  /// Draws lines beside a list, as many as fit into the place and the budget; after the last one, that there is more.
  mutating func drawBeside(_ lines: [Line], in area: Rect, _ budget: inout BesideBudget) -> Int {
    for (offset, line) in lines.enumerated() {
      guard offset < area.height else { return offset }
      guard budget.takes(line) else {
        grid.put(Line("…", .dim), column: area.column, row: area.row + offset, limit: area.width)
        return offset + 1
      }
      grid.put(line, column: area.column, row: area.row + offset, limit: area.width)
    }
    return lines.count
  }
}
