import FundingCore
import Screen

/// Why nothing is shown, and which filter to loosen: a list that does it.
extension Scene {
  /// A filter with one condition less, and what it would show.
  struct Looser {
    var clause: Filter.Clause
    var filter: Filter
    var projects: Int
  }

  /// The filters that lack one condition each, in the order the conditions were made.
  var looserFilters: [Looser] {
    filter.clauses.indices.map { index in
      var looser = filter
      let clause = looser.clauses.remove(at: index)
      return Looser(
        clause: clause, filter: looser, projects: data.summary(looser).counts.projects)
    }
  }

  /// Whether the page is a list in which the filter left nothing.
  var isEmptyList: Bool {
    guard !filter.isEmpty, !data.table.isEmpty else { return false }
    switch here.page {
    case .sectors: return panes.isEmpty
    case .projects: return data.projects(filter, sort: here.sort).items.isEmpty
    case .funding: return fundingGroups.isEmpty
    case .articles: return data.articles(filter, isReversed: here.sort.isReversed).isEmpty
    case .map, .doubts, .project, .fundingDetail, .article, .explanation, .decisions: return false
    }
  }

  func drawEmpty(_ canvas: inout Canvas, _ area: Rect) {
    guard !data.table.isEmpty else {
      canvas.grid.put(
        Line(texts.emptyLibrary, .heading), column: area.column + 1, row: area.row,
        limit: area.width - 2)
      return
    }
    var body = area
    if area.height > 2 {
      canvas.grid.put(
        Line(texts.nothingFound, .heading), column: area.column + 1, row: area.row,
        limit: area.width - 2)
      body = area.droppingTop(1)
    }
    let choices = looserFilters
    let selected = min(max(0, here.cursor.index), max(0, choices.count - 1))
    let top = Cursor(index: selected).top(of: choices.count, height: body.height)
    for (offset, looser) in choices.dropFirst(top).prefix(body.height).enumerated() {
      let row = Rect(
        column: area.column, row: body.row + offset, width: min(area.width, 90), height: 1)
      canvas.item(
        [Span(" " + texts.withoutClause + " ", .dim), Span(describe(looser.clause), .match)],
        right: Line(texts.projects(looser.projects), .amount), in: row,
        isSelected: top + offset == selected)
      canvas.hit(row, .item(top + offset))
    }
    guard choices.count + 1 < body.height else { return }
    var hint: [Line] = [
      [Span("Enter", .key), Span(" " + texts.loosens, .dim)],
      [Span(key(.clear), .key), Span(" " + texts.clearsFilter, .dim)],
    ]
    let told = data.articles(filter).count
    if told > 0 {
      hint.insert(
        [Span(key(.viewArticles), .key), Span(" " + texts.wordsStand(in: told), .dim)], at: 0)
    }
    canvas.grid.put(
      fitted(hint, to: area.width - 3, separator: Span("  ")), column: area.column + 2,
      row: body.row + choices.count + 1)
  }
}
