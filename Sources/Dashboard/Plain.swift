import FundingCore
import Screen

/// The same state as lines to be spoken or logged: no boxes, no colours, numbers pick what is listed.
///
/// - Shape: total, filters, view, then at most nine numbered items around the cursor; the last line is the one in focus.
public func plainLines(_ state: State) -> [String] {
  let scene = Scene(state)
  let summary = state.data.summary(state.here.filter)
  var lines = [
    "\(scene.usd(summary.total.usd)) · \(scene.homeName) · \(scene.texts.projects(summary.counts.projects))"
  ]
  if !state.here.filter.isEmpty {
    lines.append(
      scene.texts.filters + ": "
        + state.here.filter.clauses.map(scene.describe).joined(separator: "; "))
  }
  if let notice = state.notice { lines.append(notice.text) }
  return (lines + scene.plainItems).map { line in
    Clusters(line).reduce(into: "") { $0 += $1.text }
  }
}

extension Scene {
  /// What is listed, nine at a time, each with the number that picks it; the focus last, with its number repeated.
  fileprivate var plainItems: [String] {
    let items: (texts: [String], index: Int)
    switch state.overlay {
    case .facets(let list):
      items = (
        facetRows(list).map { row in
          let mark = row.isChosen ? "+ " : row.isExcluded ? "- " : ""
          return
            "\(mark)\(row.name), \(texts.contributions(row.count)), \(row.usd.isZero ? "" : usd(row.usd).description)"
        }, list.cursor.index
      )
    case .help(let field, let index):
      items = (
        helpRows(field.text).map {
          state.settings.keymap.label(of: $0, isCyrillic: state.isCyrillic) + ": "
            + texts.help($0.command)
        }, index
      )
    case .choice(let choice): items = (options(of: choice), choice.cursor.index)
    case .query(let field, _): return ["/ " + field.text]
    case .field(let question, let field): return [texts.title(of: question) + ": " + field.text]
    case nil:
      if case .article(let row) = here.page { return articleLines(row) }
      items = (pageItems, here.cursor.index)
    }
    let pane =
      here.page == .sectors && state.overlay == nil ? panes.dropFirst(here.pane).first : nil
    let title =
      texts.title(of: here.page)
      + (pane.map { ": " + texts.value($0.id, of: .sector, tables) } ?? "")
    guard !items.texts.isEmpty else { return [title, texts.nothingFound] }
    let index = max(0, min(items.index, items.texts.count - 1))
    let first = index / 9 * 9
    let shown = items.texts.indices.dropFirst(first).prefix(9)
    let head = "\(title), \(first + 1)–\(first + shown.count) / \(items.texts.count)"
    return [head] + shown.map { "\($0 - first + 1). \(items.texts[$0])" }
      + ["> \(index - first + 1). \(items.texts[index])"]
  }

  private var pageItems: [String] {
    switch here.page {
    case .sectors:
      let panes = panes
      guard !panes.isEmpty else { return [] }
      return panes[max(0, min(here.pane, panes.count - 1))].projects.map(spoken)
    case .projects:
      let list = data.projects(filter, sort: here.sort)
      return list.items.enumerated().map { index, item in
        index < list.homeCount
          ? spoken(item)
          : spoken(item) + ", \(texts.notAdded): \(texts.name(of: outside(item.project)))"
      }
    case .project, .fundingDetail, .explanation, .doubts, .decisions:
      return blocks(width: 10_000).filter(\.isFocusable).map { block in
        block.lines.map { $0.text.trimmed }.joined(separator: ". ")
      }
    case .funding, .map, .articles, .article:
      return sheet.rows.map {
        $0.prefix(here.page == .articles ? 3 : 4).filter { !$0.isEmpty }.joined(separator: ", ")
      }
    }
  }

  private func spoken(_ item: ProjectTotal) -> String {
    guard let project = data.project(item.project) else { return "" }
    let sum = item.usd.isZero ? texts.withoutSum : usd(item.usd).description
    return "\(nameWithSector(of: project)), \(texts.name(of: project.status)), \(sum)"
  }

  /// An article read from the cursor on: a few sentences, then the lit word in focus.
  private func articleLines(_ row: Int) -> [String] {
    guard let reading = data.reading(row) else { return [] }
    let article = reading.article
    var lines = ["\(article.title). \(article.publisher), \(format.day(article.date))"]
    if article.kind == .digest { lines.append(texts.digestNotice) }
    lines += article.text.split(separator: "\n").map(String.init)
    let lits = data.litSpans(row)
    if let lit = here.lit, lits.indices.contains(lit), let words = article.words(of: lits[lit].span)
    {
      lines.append("> \(lits[lit].field.map { texts.name(of: $0) } ?? ""): \(words)")
    }
    return lines
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = Substring(self)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
