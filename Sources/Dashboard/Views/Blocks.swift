import FundingCore
import Screen

/// What Enter leads to.
public enum Target: Hashable, Sendable {
  case funding(Int)
  case project(Int)
  /// The words of a claim, in its article.
  case claim(Claim.ID)
  case article(Int)
}

/// A few lines that belong together; the cursor goes from one block with a target to the next.
struct Block {
  var lines: [Line]
  var target: Target?
  /// Cells the lines after the first are moved right by.
  var indent = 0

  init(_ lines: [Line], target: Target? = nil, indent: Int = 0) {
    self.lines = lines
    self.target = target
    self.indent = indent
  }

  var isFocusable: Bool { target != nil }
}

/// Pages that are told as blocks: a project, a funding, an explanation, doubts, decisions.
extension Scene {
  /// The blocks of the page, for a screen so wide.
  func blocks(width: Int) -> [Block] {
    let width = max(1, min(width - 3, 110))
    return data.blocks(here.page, filter, texts.language, width: width) {
      switch here.page {
      case .project(let row): projectBlocks(row, width: width)
      case .fundingDetail(let row): fundingPageBlocks(row, width: width)
      case .explanation(let figure): explanationBlocks(figure, width: width)
      case .doubts: doubtBlocks(width: width)
      case .decisions: decisionBlocks(width: width)
      case .sectors, .projects, .funding, .map, .articles, .article: []
      }
    }
  }

  func drawBlocks(_ canvas: inout Canvas, _ area: Rect) {
    draw(blocks(width: area.width), &canvas, area)
  }

  /// Draws blocks so that the one in focus is seen whole, or from its beginning.
  func draw(_ blocks: [Block], _ canvas: inout Canvas, _ area: Rect) {
    let focusable = blocks.indices.filter { blocks[$0].isFocusable }
    let focus =
      focusable.isEmpty ? nil : focusable[min(max(0, here.cursor.index), focusable.count - 1)]
    let total = blocks.reduce(0) { $0 + $1.lines.count }
    var starts: [Int] = []
    var at = 0
    for block in blocks {
      starts.append(at)
      at += block.lines.count
    }
    var top = 0
    if let focus {
      let end = starts[focus] + blocks[focus].lines.count
      // The first focus shows what stands above it.
      if focus != focusable.first || end > area.height {
        top = max(0, min(starts[focus] - area.height / 3, total - area.height))
        if end - top > area.height { top = min(starts[focus], end - area.height) }
      }
    }
    for (index, block) in blocks.enumerated() {
      for (offset, line) in block.lines.enumerated() {
        let row = area.row + starts[index] + offset - top
        guard row >= area.row, row < area.bottom else { continue }
        let isFocus = index == focus
        canvas.grid.put(
          isFocus && offset == 0 ? "▸" : " ", column: area.column, row: row, limit: 1,
          style: .focused)
        canvas.grid.put(line, column: area.column + 1, row: row, limit: area.width - 2)
        if isFocus {
          canvas.grid.select(
            column: area.column, row: row, width: min(area.width - 1, line.columns + 2))
          if offset == 0 { canvas.grid.cursor = Grid.Position(column: area.column, row: row) }
        }
        if let position = focusable.firstIndex(of: index) {
          canvas.hit(
            Rect(column: area.column, row: row, width: area.width, height: 1), .item(position))
        }
      }
    }
    canvas.scrollbar(in: area, top: top, count: total)
  }

  /// Text wrapped to lines of one meaning, at most so many; what is left out is told by an ellipsis.
  func wrap(
    _ text: String, width: Int, style: Style = .plain, indent: String = "", limit: Int = .max
  ) -> [Line] {
    let room = max(1, width - indent.columns)
    let bytes = Array(text.utf8)
    var lines = text.wrapped(to: room).map { String(decoding: bytes[$0], as: UTF8.self) }
    if lines.count > limit {
      lines = Array(lines.prefix(limit))
      lines[limit - 1] = (lines[limit - 1] + " …").clipped(to: room)
    }
    return lines.map { Line([Span(indent)] + lit($0, style).spans) }
  }

  /// A labelled list that wraps under itself: `Платять: …`.
  func labelled(_ label: String, _ text: String, width: Int) -> [Line] {
    guard !text.isEmpty else { return [] }
    let lead = label + ": "
    let bytes = Array(text.utf8)
    let room = max(1, width - lead.columns)
    return text.wrapped(to: room).enumerated().map { index, range in
      let words = String(decoding: bytes[range], as: UTF8.self)
      return [
        Span(index == 0 ? lead : String(repeating: " ", count: lead.columns), .dim), Span(words),
      ]
    }
  }
}
