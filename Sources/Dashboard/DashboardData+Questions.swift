import FundingCore

/// Questions, each asked of the table once.
extension DashboardData {
  /// The rows a filter lets through: while a query is typed, those of the rows it let through before; else those that
  /// each of its clauses lets through, of which most were asked for before.
  public func selection(_ filter: Filter) -> Selection {
    answers.selections.value(for: filter) {
      let previous = answers.selections.latest.map { (filter: $0.key, selection: $0.value) }
      if let previous, previous.filter.without(.text) == filter.without(.text) {
        return table.select(filter, refining: previous) ?? Selection(rows: table.count)
      }
      var rows = table.everything
      for clause in filter.clauses {
        let alone = Filter([clause])
        rows.formIntersection(answers.clauseSelections.value(for: alone) { table.select(alone) })
      }
      return rows
    }
  }

  /// The money a filter finds, told by a dimension.
  public func summary(_ filter: Filter, by dimension: Dimension = .sector) -> Summary {
    answers.summaries.value(for: (filter, dimension)) {
      // Projects, articles and the city's own money are the same whatever the rest is told by.
      let other = answers.summaries.known((filter, .sector))
      var result = table.summary(
        by: dimension, of: selection(filter), currencies: false, counts: other == nil)
      if let other {
        result.counts.projects = other.counts.projects
        result.counts.articles = other.counts.articles
        result.cityWide = other.cityWide
      } else {
        result.cityWide = table.cityWide(filter, currencies: false)
      }
      table.markAbout(&result, of: selection(filter))
      return result
    }
  }

  /// The values of a dimension and what would remain of each.
  public func facets(_ filter: Filter, of dimension: Dimension) -> [FacetValue] {
    // Only the marks follow the dimension's own clauses: what would remain of each value is asked once.
    let others = filter.without(.dimension(dimension))
    let values = answers.facetLists.value(for: (others, dimension)) {
      table.facet(dimension, of: selection(others), others)
    }
    if others == filter { return values }
    let chosen = Set(filter.values(of: dimension))
    let excluded = Set(filter.excluded(dimension))
    return values.map { value in
      var value = value
      value.isChosen = chosen.contains(value.id)
      value.isExcluded = excluded.contains(value.id)
      return value
    }
  }

  /// How a figure came about; `nil` for rows outside the ledger.
  func explanation(_ figure: Explained, _ filter: Filter) -> Explanation? {
    let question = (figure, figure == .total ? filter : Filter())
    if let known = answers.explanations.known(question) { return known }
    let made: Explanation? =
      switch figure {
      case .total: .total(filter, of: ledger, in: table)
      case .funding(let row): funding(row).flatMap { .funding($0.id, of: ledger, in: table) }
      case .project(let row): project(row).flatMap { .project($0.id, of: ledger, in: table) }
      }
    guard let made else { return nil }
    return answers.explanations.value(for: question) { made }
  }

  /// The rows of a facet list, made once for what is typed.
  func facetRows(
    _ filter: Filter, _ list: FacetList, _ language: Language, _ make: () -> [FacetRow]
  ) -> [FacetRow] {
    let question = (filter, list.dimension, language, list.narrowing?.text)
    return answers.facetRowLists.value(for: question, make)
  }

  /// The lit stretches of an article; none outside the ledger.
  func litSpans(_ row: Int) -> [LitSpan] {
    answers.litLists.value(for: row) { reading(row).map { Dashboard.litSpans(of: $0) } ?? [] }
  }

  /// The blocks of a page, made once for a width.
  func blocks(
    _ page: Page, _ filter: Filter, _ language: Language, width: Int, _ make: () -> [Block]
  ) -> [Block] {
    let question = (page, filter, language, width)
    return answers.blockLists.value(for: question, make)
  }

  /// Panes by sector, each with as many of its projects as a screen mostly shows of it.
  public func panes(_ filter: Filter) -> [SectorPane] { board(filter).panes }

  private func board(_ filter: Filter) -> Board {
    answers.boards.value(for: filter) {
      var board = table.board(of: selection(filter), projects: SectorPane.shown)
      table.markAbout(&board.summary, of: selection(filter))
      for group in board.summary.groups where group.whole.usd.isAbout {
        guard let at = board.panes.firstIndex(where: { $0.id == group.id }) else { continue }
        board.panes[at].own.usd.isAbout = group.own.usd.isAbout
        board.panes[at].shared.usd.isAbout = group.shared.usd.isAbout
      }
      // The first row shows the same money.
      _ = answers.summaries.value(for: (filter, .sector)) {
        var summary = board.summary
        summary.cityWide = table.cityWide(filter, currencies: false)
        return summary
      }
      let chosen = filter.values(of: .sector)
      let excluded = filter.excluded(.sector)
      // A sum for several sectors would bring the others along.
      board.panes = board.panes.filter {
        (chosen.isEmpty || chosen.contains($0.id)) && !excluded.contains($0.id)
      }
      return board
    }
  }

  /// All projects that a pane lists; more than its first are looked for when somebody goes there.
  func projects(of pane: SectorPane, _ filter: Filter) -> [ProjectTotal] {
    if pane.projects.count >= pane.listed { return pane.projects }
    return answers.paneProjects.value(for: (filter, pane.id)) {
      table.projects(
        ofPane: pane.id, on: board(filter), of: selection(filter), limit: SectorPane.most)
    }
  }

  /// A project of a pane by its place in it.
  func project(_ index: Int, of pane: SectorPane, _ filter: Filter) -> ProjectTotal? {
    guard index >= 0, index < pane.listed else { return nil }
    let listed = index < pane.projects.count ? pane.projects : projects(of: pane, filter)
    return listed.indices.contains(index) ? listed[index] : nil
  }

  /// Projects that the filter's fundings pay for: those the total counts, and after them, where no sector is asked for,
  /// those outside it (wider than the city, parts, superseded).
  public func projects(_ filter: Filter, sector: String? = nil, sort: SortOrder) -> ProjectList {
    answers.projectLists.value(for: (filter, sector, sort)) {
      let chosen = filter.values(of: .sector)
      let excluded = filter.excluded(.sector)
      func ordered(_ scope: Scope) -> [ProjectTotal] {
        let found = table.projects(
          in: selection(filter), sector: sector ?? (chosen.count == 1 ? chosen.first : nil),
          scope: scope, sortedBy: sort.key,
          descending: (sort.key == .amount || sort.key == .date) != sort.isReversed)
        if chosen.count < 2, excluded.isEmpty { return found }
        return found.filter { item in
          let id = table.project(at: item.project)?.sector?.rawValue ?? ""
          return (chosen.isEmpty || chosen.contains(id)) && !excluded.contains(id)
        }
      }
      let home = ordered(.home)
      guard sector == nil else { return ProjectList(items: home, homeCount: home.count) }
      var isHome = [Bool](repeating: false, count: table.projectCount)
      for item in home where isHome.indices.contains(item.project) { isHome[item.project] = true }
      let others = ordered(.all).filter {
        !isHome.indices.contains($0.project) || !isHome[$0.project]
      }
      return ProjectList(items: home + others, homeCount: home.count)
    }
  }

  /// Articles behind the filter's fundings or with the words it looks for, newest first; without a filter all of them.
  public func articles(_ filter: Filter, isReversed: Bool = false) -> [Int] {
    answers.articleLists.value(for: (filter, isReversed)) {
      let wanted = table.articles(filter, articleSearch)
      return wanted.sorted { a, b in
        let first = ledger.readings[a].article.date?.dayNumber ?? .min
        let second = ledger.readings[b].article.date?.dayNumber ?? .min
        if first != second { return (first > second) != isReversed }
        return a < b
      }
    }
  }
}

/// Projects in an order.
public struct ProjectList: Equatable, Sendable {
  public var items: [ProjectTotal]
  /// How many of them, the first ones, are in the total of the city.
  public var homeCount: Int
}

extension SectorPane {
  /// As many projects as a pane lists, and as many of them as are looked for before anybody asks.
  static let most = 200
  static let shown = 40

  /// How many projects it lists.
  var listed: Int { min(projectCount, SectorPane.most) }
}
