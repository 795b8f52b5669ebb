import FundingCore
import Screen

/// The articles, newest first.
extension Scene {
  func drawArticles(_ canvas: inout Canvas, _ area: Rect) {
    let list = data.articles(filter, isReversed: here.sort.isReversed)
    guard !list.isEmpty else { return drawEmpty(&canvas, area) }
    let selected = min(max(0, here.cursor.index), list.count - 1)
    var area = area
    if area.width >= Scene.besideWidth {
      let preview = min(80, area.width * 2 / 5)
      area.width -= preview
      drawPreview(
        atRest.selectedArticle ?? list[selected], &canvas,
        Rect(column: area.right + 1, row: area.row, width: preview - 1, height: area.height))
    }
    let body = area.height > 3 ? area.droppingTop(1) : area
    let top = Cursor(index: selected).top(
      of: list.count, height: body.height, inSteps: area.width < canvas.grid.width)
    let dayWidth = format.isEnglish ? 11 : 10
    let outlet = area.width >= 70 ? min(24, area.width / 5) : 0
    if area.height > 3 {
      let left =
        "  " + texts.date.padded(to: dayWidth) + " "
        + (outlet > 0 ? texts.outlet.padded(to: outlet) + " " : "")
      let counted = data.summary(filter).counts.articles
      var count = texts.articles(list.count)
      if counted < list.count { count += ", " + texts.ofWhichInTotal(counted) }
      var right: Line = [Span(texts.claimsHeading, .heading)]
      // The sign of a digest, explained where there is room.
      let digests = texts.digestSign + " — " + texts.digest
      if area.width >= 60 { right = [Span(digests, .digest), Span(" · ", .dim)] + right }
      canvas.grid.put(
        Line(left + count, .heading), column: area.column, row: area.row,
        limit: area.width - right.columns - 2)
      canvas.grid.put(right, column: area.right - 1 - right.columns, row: area.row)
    }
    for (offset, row) in list.dropFirst(top).prefix(body.height).enumerated() {
      guard let reading = data.reading(row) else { continue }
      let article = reading.article
      var line: Line = [Span(" " + format.day(article.date).padded(to: dayWidth) + " ", .dim)]
      if outlet > 0 { line.append(article.publisher.padded(to: outlet) + " ", .dim) }
      line = line + lit(article.title)
      let sign = article.kind == .digest ? texts.digestSign : " "
      let place = Rect(
        column: area.column, row: body.row + offset, width: area.width - 1, height: 1)
      canvas.item(
        line,
        right: [
          Span(sign, .digest),
          Span(format.number(reading.claims.count).padded(to: 4, .right), .amount),
        ], in: place,
        isSelected: top + offset == selected, name: dayWidth + outlet + 2)
      canvas.hit(place, .item(top + offset))
    }
    canvas.scrollbar(in: body, top: top, count: list.count)
  }

  /// Beside the list: the beginning of the article the cursor is on, its evidence lit up.
  private func drawPreview(_ row: Int, _ canvas: inout Canvas, _ area: Rect) {
    canvas.rule(leftOf: area)
    guard let reading = data.reading(row) else { return }
    let lits = data.litSpans(row)
    let inside = Rect(
      column: area.column + 1, row: area.row, width: area.width - 2, height: area.height)
    // Its money first, then as much of its text as goes with it; the title stands in the list.
    var budget = BesideBudget()
    let money = moneyLines(of: reading, focus: nil, width: inside.width).prefix(2)
    let used = canvas.drawBeside(money.flatMap { $0 }, in: inside, &budget)
    let body = inside.droppingTop(used == 0 ? 0 : used + 1)
    let text = lines(of: reading.article, width: max(1, inside.width)).filter { $0.part == .text }
    for (offset, line) in text.prefix(body.height).enumerated() {
      let words = reading.article.words(of: TextSpan(line.part, line.range)) ?? ""
      let styles = lits.count { line.meets($0.span) }
      guard budget.takes(Line(words + String(repeating: "-", count: styles * 24))) else {
        canvas.grid.put(Line("…", .dim), column: body.column, row: body.row + offset)
        return
      }
      draw(
        line, of: reading.article, lits, nil, &canvas, column: body.column,
        row: body.row + offset, width: body.width)
    }
  }

  /// The article the cursor is on.
  var selectedArticle: Int? {
    if case .article(let row) = here.page { return row }
    guard here.page == .articles else { return nil }
    let list = data.articles(filter, isReversed: here.sort.isReversed)
    return list.isEmpty ? nil : list[min(max(0, here.cursor.index), list.count - 1)]
  }
}
