import FundingCore
import Screen

/// Questions with a few answers, and lines to type an answer into.
extension Scene {
  func drawChoice(_ choice: Choice, _ canvas: inout Canvas, _ area: Rect) {
    let options = options(of: choice)
    let place = overlayArea(area, width: 76, height: options.count + 2)
    let inside = frame(place, title: Line(texts.title(of: choice.purpose), .focused), &canvas)
    let selected = min(max(0, choice.cursor.index), max(0, options.count - 1))
    let top = Cursor(index: selected).top(of: options.count, height: inside.height)
    for (offset, option) in options.dropFirst(top).prefix(inside.height).enumerated() {
      let line = Rect(
        column: inside.column, row: inside.row + offset, width: inside.width - 1, height: 1)
      // Six digits pick an answer: they lead to the six views elsewhere.
      let digit = top + offset < Page.views.count ? "\(top + offset + 1) " : "  "
      canvas.item(
        [Span(digit, .key), Span(option)], in: line,
        isSelected: top + offset == selected)
      canvas.hit(line, .facet(top + offset))
    }
  }

  /// The answers of a question, in order.
  func options(of choice: Choice) -> [String] {
    switch choice.purpose {
    case .exportFormat: return Export.Format.allCases.map { texts.name(of: $0) }
    case .rows: return Scene.fundingDimensions.map { texts.name(of: $0) }
    case .columns:
      return columnDimensions.map { $0.map { texts.name(of: $0) } ?? texts.noColumns }
    case .field(let claim): return editableFields(of: claim).map { texts.name(of: $0) }
    case .decision(_, _, let candidates):
      return candidates.map { id in
        let row = data.rows(of: id).first
        let worth = row.flatMap { data.funding($0) }.map { self.worth(of: $0) } ?? texts.withoutSum
        let article = data.reading(of: id)?.article
        return worth + " · " + (article?.publisher ?? id.description) + ", "
          + format.day(article?.date) + " · "
          + oneLine(article?.title ?? "")
      }
    }
  }

  /// What can stand beside the rows of the money view; `nil`, where a table is shown, for bars without it.
  var columnDimensions: [Dimension?] {
    let others: [Dimension?] = Scene.fundingDimensions.filter { $0 != here.dimension }
    return here.mode == .pivot ? others + [nil] : others
  }

  /// What of a claim can be corrected: a sum only where it states one.
  func editableFields(of claim: Claim.ID) -> [ClaimField] {
    texts.editableFields.filter { $0 != .amount || data.claim(claim)?.amount != nil }
  }

  /// A line to type into, in the place of the hints.
  func drawField(
    _ question: Question, _ field: TextField, at index: Int?, _ canvas: inout Canvas
  ) {
    let row = canvas.grid.height - 1
    drawCompletions(question, field, at: index, &canvas, above: row)
    canvas.grid.clear(column: 0, row: row, width: canvas.grid.width, height: 1)
    let room = max(1, canvas.grid.width * 2 / 3)
    let label = " " + prompt(question, width: room - 3) + ": "
    let used = canvas.grid.put(Line(label, .key), column: 0, row: row, limit: room)
    draw(field, column: used, row: row, width: max(1, canvas.grid.width - used - 1), &canvas)
  }

  /// Above the line being typed: the known names that go on with it.
  private func drawCompletions(
    _ question: Question, _ field: TextField, at index: Int?, _ canvas: inout Canvas,
    above row: Int
  ) {
    guard case .correction(_, let kind) = question, row > 2, hasNames(kind) else { return }
    let names = completions(of: question, field)
    let height = min(max(1, names.count) + 2, 12, row - 1)
    let place = Rect(
      column: 0, row: row - height, width: min(canvas.grid.width, 62), height: height)
    let inside = frame(place, title: Line(texts.knownNames, .dim), &canvas)
    guard !names.isEmpty else {
      canvas.grid.put(
        Line(texts.noSuchName, .error), column: inside.column + 1, row: inside.row,
        limit: inside.width - 2)
      return
    }
    let top = Cursor(index: index ?? 0).top(of: names.count, height: inside.height)
    for (offset, name) in names.dropFirst(top).prefix(inside.height).enumerated() {
      let line = Rect(
        column: inside.column, row: inside.row + offset, width: inside.width - 1, height: 1)
      canvas.item(Line(name.name), in: line, isSelected: index == top + offset)
      canvas.hit(line, .completion(top + offset))
    }
    canvas.scrollbar(in: inside, top: top, count: names.count)
  }
}
