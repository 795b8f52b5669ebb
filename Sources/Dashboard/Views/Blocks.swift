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
  func blocks(width: Int) -> [Block] { wrappedBlocks(to: max(1, min(width - 3, 110))) }

  /// The blocks of the page, each line whole: for the linear rendering, where the terminal wraps.
  var unwrappedBlocks: [Block] { wrappedBlocks(to: 1_000_000) }

  private func wrappedBlocks(to width: Int) -> [Block] {
    data.blocks(here.page, filter, texts.language, width: width) {
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
    let ends = focusable.map { starts[$0] + blocks[$0].lines.count }
    let top = evenTop(
      of: focus.flatMap { focusable.firstIndex(of: $0) } ?? 0,
      starts: focusable.map { starts[$0] }, ends: ends, total: total, height: area.height)
    for (index, block) in blocks.enumerated() {
      for (offset, line) in block.lines.enumerated() {
        let row = area.row + starts[index] + offset - top
        guard row >= area.row, row < area.bottom else { continue }
        let isFocus = index == focus
        canvas.grid.put(line, column: area.column + 1, row: row, limit: area.width - 2)
        if isFocus {
          // The first words alone are in reverse, the other lines have a rule beside them: all of a long sentence in
          // reverse is hard to read, and is sent twice at every step.
          canvas.grid.put(
            offset == 0 ? "▸" : "│", column: area.column, row: row, limit: 1, style: .focused)
          canvas.grid.select(
            column: area.column, row: row,
            width: offset == 0 ? min(area.width - 1, selectedColumns(of: line)) : 1)
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

  /// How much of a block's first line is in reverse: a figure or a few words, none cut.
  private func selectedColumns(of line: Line) -> Int {
    let text = line.text
    guard text.columns > 40, let end = text.clipped(to: 40).lastIndex(of: " ") else {
      return text.columns + 2
    }
    return text.clipped(to: 40)[..<end].columns + 2
  }

  /// The line at the top for a block in focus: from each block to the next the page moves by as few lines as lets every
  /// block be seen whole, with something of what stands before and after it; a long page is not sent anew at every step.
  func evenTop(of focus: Int, starts: [Int], ends: [Int], total: Int, height: Int) -> Int {
    let last = max(0, total - height)
    guard last > 0, starts.indices.contains(focus) else { return 0 }
    // Between these the top must lie: the block begins below the one and ends above the other.
    let above = height < 8 ? 0 : 2
    let highest = starts.indices.map { index in
      // The first block shows all that stands above it, where it is seen itself.
      index == 0 && ends[0] <= height ? 0 : min(last, max(0, starts[index] - above))
    }
    let lowest = starts.indices.map { index in
      let fitting = min(last, max(0, ends[index] + height / 4 - height))
      return index == starts.count - 1 ? highest[index] : min(highest[index], fitting)
    }
    func tops(by step: Int) -> [Int]? {
      var tops = lowest
      for index in tops.indices.dropLast().reversed() {
        tops[index] = max(tops[index], tops[index + 1] - step)
      }
      return zip(tops, highest).allSatisfy { $0 <= $1 } ? tops : nil
    }
    var (few, many) = (0, total)
    while few + 1 < many {
      let middle = (few + many) / 2
      if tops(by: middle) == nil { few = middle } else { many = middle }
    }
    return tops(by: many)?[focus] ?? highest[focus]
  }

  /// Text wrapped to lines of one meaning, at most so many; what is left out is told by an ellipsis.
  func wrap(
    _ text: String, width: Int, style: Style = .plain, indent: String = "", limit: Int = .max
  ) -> [Line] {
    let room = max(1, width - indent.columns)
    var lines = text.wrappedLines(to: room)
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
    let room = max(1, width - lead.columns)
    return text.wrappedLines(to: room).enumerated().map { index, words in
      [Span(index == 0 ? lead : String(repeating: " ", count: lead.columns), .dim), Span(words)]
    }
  }
}
