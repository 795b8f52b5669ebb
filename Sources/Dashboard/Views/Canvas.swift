import FundingCore
import Screen

/// What a click on a place of the screen means.
enum Hit: Hashable {
  case tab(Page)
  case item(Int)
  /// A project of a pane; without one, the pane's heading.
  case pane(Int, item: Int?)
  case command(Command)
  case sort(SortKey)
  case facet(Int)
  /// A known name for the line being typed.
  case completion(Int)
  case help(Int)
  case scrollbar(Grip)
}

/// A picture being drawn, and what a click on each part of it means.
struct Canvas {
  var grid: Grid
  var hits: [(area: Rect, hit: Hit)] = []

  init(width: Int, height: Int) { grid = Grid(width: width, height: height) }

  var area: Rect { Rect(column: 0, row: 0, width: grid.width, height: grid.height) }

  mutating func hit(_ area: Rect, _ hit: Hit) { hits.append((area, hit)) }

  /// What lies there; the last drawn lies on top.
  func hit(column: Int, row: Int) -> Hit? {
    hits.last { found in
      (found.area.column..<max(found.area.column, found.area.right)).contains(column)
        && (found.area.row..<max(found.area.row, found.area.bottom)).contains(row)
    }?.hit
  }

  /// A heading with a rule behind it, and something at its right end.
  mutating func heading(_ left: Line, right: Line = Line(), in area: Rect) {
    guard area.width > 0, area.height > 0 else { return }
    grid.put(
      String(repeating: "─", count: area.width), column: area.column, row: area.row,
      limit: area.width, style: .border)
    let end = right.clipped(to: max(0, area.width - min(12, area.width / 2)))
    let room = area.width - (end.columns > 0 ? end.columns + 1 : 0)
    let used = grid.put(left, column: area.column, row: area.row, limit: max(0, room))
    if used > 0, used < area.width { grid.put(" ", column: area.column + used, row: area.row) }
    if end.columns > 0 {
      grid.put(" ", column: area.right - end.columns - 1, row: area.row)
      grid.put(end, column: area.right - end.columns, row: area.row, limit: end.columns)
    }
  }

  /// A row of a list: the glyph of the cursor, what stands left, and what stands at the right end.
  ///
  /// - Shape: `name` is how many of the columns left are the name: on a wide screen they alone are in reverse.
  mutating func item(
    _ left: Line, right: Line = Line(), in area: Rect, isSelected: Bool, name: Int = .max
  ) {
    guard area.width > 0 else { return }
    let end = right.clipped(to: max(0, area.width - 3))
    grid.put(isSelected ? "▸" : " ", column: area.column, row: area.row, limit: 1, style: .focused)
    let gap = end.columns > 0 ? 1 : 0
    let used = grid.put(
      left, column: area.column + 1, row: area.row, limit: area.width - 1 - end.columns - gap)
    grid.put(end, column: area.right - end.columns, row: area.row, limit: end.columns)
    guard isSelected else { return }
    // On a wide screen the name alone: a row of two hundred cells in reverse is sent twice at every step.
    let isWide = grid.width >= Scene.besideWidth
    grid.select(
      column: area.column, row: area.row,
      width: isWide ? min(area.width, min(used, name) + 2) : area.width)
    grid.cursor = Grid.Position(column: area.column, row: area.row)
  }

  /// A scrollbar at the right edge of a list that is longer than its rows.
  mutating func scrollbar(in area: Rect, top: Int, count: Int) {
    guard count > area.height, area.height > 1, area.width > 1 else { return }
    let size = max(1, area.height * area.height / count)
    let free = area.height - size
    let at = count > area.height ? top * free / (count - area.height) : 0
    // The thumb alone: a line from top to bottom would be sent anew with every row that scrolls.
    for row in at..<at + size {
      grid.put("█", column: area.right - 1, row: area.row + row, style: .border)
    }
    hit(
      Rect(column: area.right - 1, row: area.row, width: 1, height: area.height),
      .scrollbar(Grip(top: area.row, height: area.height, count: count)))
  }

  /// A line from top to bottom, left of a part of the picture that stands beside another.
  mutating func rule(leftOf area: Rect) {
    for row in area.row..<max(area.row, area.bottom) {
      grid.put("│", column: area.column - 1, row: row, style: .border)
    }
  }

  /// A framed box on top of the picture, cleared inside; returns the inside.
  mutating func box(_ area: Rect, title: Line = Line()) -> Rect {
    grid.clear(column: area.column, row: area.row, width: area.width, height: area.height)
    guard area.width > 2, area.height > 2 else { return area }
    let rule = String(repeating: "─", count: area.width - 2)
    grid.put(
      "┌" + rule + "┐", column: area.column, row: area.row, limit: area.width, style: .border)
    grid.put(
      "└" + rule + "┘", column: area.column, row: area.bottom - 1, limit: area.width, style: .border
    )
    for row in (area.row + 1)..<(area.bottom - 1) {
      grid.put("│", column: area.column, row: row, style: .border)
      grid.put("│", column: area.right - 1, row: row, style: .border)
    }
    if !title.spans.isEmpty {
      grid.put(
        [Span(" ")] + title + [Span(" ")], column: area.column + 2, row: area.row,
        limit: area.width - 4)
    }
    return Rect(
      column: area.column + 1, row: area.row + 1, width: area.width - 2, height: area.height - 2)
  }
}

/// As many of the pieces as fit, in order, with a separator between; a piece that does not fit ends the line.
func fitted(_ pieces: [Line], to width: Int, separator: Span = Span(" · ", .dim)) -> Line {
  var result = Line()
  for piece in pieces where piece.columns > 0 {
    let gap = result.spans.isEmpty ? 0 : separator.text.columns
    if result.columns + gap + piece.columns > width {
      return result.spans.isEmpty ? piece.clipped(to: width) : result
    }
    if gap > 0 { result.spans.append(separator) }
    result = result + piece
  }
  return result
}
