import FundingCore
import Screen

/// Why nothing is shown, and which filter to loosen: a list that does it.
extension Scene {
  /// A filter with fewer conditions, and what it would show.
  struct Looser {
    /// The conditions it lacks, or those alone that it keeps.
    var clauses: [Filter.Clause]
    var isKept: Bool
    var filter: Filter
    var projects: Int
  }

  /// The filters that lack one condition each and show something, in the order the conditions were made; where none does,
  /// those that keep what finds something: all such conditions together, else each alone.
  var looserFilters: [Looser] {
    let lacking = filter.clauses.indices.map { index in
      var looser = filter
      let clause = looser.clauses.remove(at: index)
      return self.looser([clause], isKept: false, looser)
    }
    let helpful = lacking.filter { $0.projects > 0 }
    if !helpful.isEmpty || filter.clauses.count < 2 { return helpful.isEmpty ? lacking : helpful }
    let alone = filter.clauses.map { looser([$0], isKept: true, Filter([$0])) }
      .filter { $0.projects > 0 }
    if alone.isEmpty { return [looser(filter.clauses, isKept: false, Filter())] }
    guard alone.count > 1 else { return alone }
    let clauses = alone.flatMap(\.clauses)
    let together = looser(clauses, isKept: true, Filter(clauses))
    return together.projects > 0 ? [together] + alone : alone
  }

  private func looser(_ clauses: [Filter.Clause], isKept: Bool, _ filter: Filter) -> Looser {
    Looser(
      clauses: clauses, isKept: isKept, filter: filter,
      projects: data.summary(filter).counts.projects)
  }

  /// What a looser filter does, in words.
  func describe(_ looser: Looser) -> Line {
    let conditions = looser.clauses.map(describe).joined(separator: " · ")
    return [
      Span(" " + (looser.isKept ? texts.onlyClause : texts.withoutClause) + " ", .dim),
      Span(conditions, .match),
    ]
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
        describe(looser),
        right: Line(texts.projects(looser.projects), .amount), in: row,
        isSelected: top + offset == selected)
      canvas.hit(row, .item(top + offset))
    }
    // While something is typed Enter keeps it; the bottom line says so.
    guard choices.count + 1 < body.height, state.overlay == nil else { return }
    var hint: [Line] = [
      [
        Span("Enter", .key),
        Span(" " + (choices.first?.isKept == true ? texts.holdsToIt : texts.loosens), .dim),
      ],
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
