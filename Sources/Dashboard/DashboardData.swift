import FundingCore

/// What the dashboard shows: the ledger and its columns, with the answers given lately.
///
/// - Shape: a handle; two are equal when they are the same. Nothing in it changes but the memory of answers, which
///   nobody can see from outside.
public final class DashboardData {
  public let table: FundingTable
  public var ledger: Ledger { keptLedger.value }
  /// What is wrong or doubtful, the ledger's own doubts among it.
  public var findings: [Finding] { keptFindings.value }
  /// What people decided, in the order they did; those taken back and what took them back too.
  public var decisions: [Decision] { keptDecisions.value }
  public var tables: Tables { table.tables }

  private let keptLedger: Later<Ledger>
  private let keptFindings: Later<[Finding]>
  private let keptDecisions: Later<[Decision]>
  private lazy var fundingRows: [Funding.ID: Int] = Dictionary(
    table.fundingIDs.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
  private lazy var projectRows: [Project.ID: Int] = Dictionary(
    table.projectIDs.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
  private lazy var readingRows: [Article.ID: Int] = Dictionary(
    ledger.readings.enumerated().map { ($1.article.id, $0) }, uniquingKeysWith: { a, _ in a })
  /// The fundings that stand on a claim, or that it is evidence of.
  private lazy var rowsOfClaim: [Claim.ID: [Int]] = makeRowsOfClaim()
  /// The districts of home in the order of their tiles, or of the table where they have none, each with its neighbourhoods.
  private(set) lazy var homeDistricts: [(place: Place, parts: [Place])] = findHomeDistricts()
  private lazy var articleSearch = ArticleSearch(ledger.readings)
  private let selections = Recent<Filter, Selection>(==)
  private let summaries = Recent<SummaryQuestion, Summary>(==)
  private let facetLists = Recent<FacetQuestion, [FacetValue]>(==)
  private let projectLists = Recent<ProjectQuestion, ProjectList>(==)
  private let articleLists = Recent<ArticleQuestion, [Int]>(==)
  private let explanations = Recent<ExplanationQuestion, Explanation>(==)
  private let facetRowLists = Recent<FacetRowQuestion, [FacetRow]>(==)
  private let paneLists = Recent<Filter, [SectorPane]>(==)
  private let litLists = Recent<Int, [LitSpan]>(==)
  private let jointMoneys = Recent<Filter, JointMoney?>(==)
  private let blockLists = Recent<BlockQuestion, [Block]>(==)

  /// The data of a ledger.
  public convenience init(
    table: FundingTable, ledger: Ledger, findings: [Finding]? = nil, decisions: [Decision] = []
  ) {
    self.init(
      table: table, ledger: Later(ledger), findings: Later(findings ?? ledger.findings),
      decisions: Later(decisions))
  }

  /// The columns of a ledger that is made when something more than the columns is asked for.
  public init(
    table: FundingTable, ledger: Later<Ledger>, findings: Later<[Finding]>,
    decisions: Later<[Decision]>
  ) {
    self.table = table
    keptLedger = ledger
    keptFindings = findings
    keptDecisions = decisions
  }

  private func makeRowsOfClaim() -> [Claim.ID: [Int]] {
    var rows: [Claim.ID: [Int]] = [:]
    for (row, funding) in ledger.fundings.enumerated() {
      for claim in funding.sources + funding.evidence where rows[claim]?.contains(row) != true {
        rows[claim, default: []].append(row)
      }
    }
    return rows
  }

  private func findHomeDistricts() -> [(place: Place, parts: [Place])] {
    let gazetteer = tables.gazetteer
    var found = gazetteer.places.filter {
      $0.kind == .district && gazetteer.lies($0.id, in: table.home)
    }
    if found.allSatisfy({ $0.tile != nil }) {
      found.sort { a, b in
        (a.tile?.row ?? 0, a.tile?.column ?? 0) < (b.tile?.row ?? 0, b.tile?.column ?? 0)
      }
    }
    return found.map { district in
      (district, gazetteer.children(of: district.id).filter { $0.kind == .neighbourhood })
    }
  }

  // MARK: Records

  /// The funding of a row; what the columns say of it where there is no ledger behind them; `nil` outside the table.
  public func funding(_ row: Int) -> Funding? {
    if ledger.fundings.indices.contains(row) { return ledger.fundings[row] }
    guard let found = table.funding(at: row) else { return nil }
    return Funding(
      id: found.id, amount: found.amount, usd: found.usd, donors: found.donors,
      implementers: found.implementers,
      sectors: found.sectors, places: found.places, status: found.status,
      instrument: found.instrument,
      isCumulative: found.isCumulative, object: found.object, date: found.date, state: found.state,
      disagrees: found.disagrees)
  }
  /// The project of a row as the columns have it; `nil` outside the table.
  public func project(_ row: Int) -> Project? { table.project(at: row)?.record }
  /// How a row's money is given; ``Instrument/unknown`` outside the table.
  func instrument(_ row: Int) -> Instrument { table.funding(at: row)?.instrument ?? .unknown }
  /// The rows of a project's fundings.
  func fundings(ofProject row: Int) -> [Int] { table.project(at: row)?.fundings ?? [] }
  /// The reading of a row; `nil` outside the ledger.
  public func reading(_ row: Int) -> ArticleReading? {
    ledger.readings.indices.contains(row) ? ledger.readings[row] : nil
  }
  func row(of id: Funding.ID) -> Int? {
    // Few names are sooner looked through than put into a table.
    table.fundingIDs.count < 256 ? table.fundingIDs.firstIndex(of: id) : fundingRows[id]
  }
  func row(of id: Project.ID) -> Int? { projectRows[id] }
  func row(of id: Article.ID) -> Int? { readingRows[id] }
  func rows(of claim: Claim.ID) -> [Int] { rowsOfClaim[claim] ?? [] }
  func reading(of claim: Claim.ID) -> ArticleReading? { row(of: claim.article).flatMap(reading) }
  func claim(_ id: Claim.ID) -> Claim? {
    guard let claims = reading(of: id)?.claims, claims.indices.contains(id.index) else {
      return nil
    }
    return claims[id.index]
  }

  /// What a funding stands on: the claims that state a sum first, else in the order of days.
  func sources(of funding: Funding) -> [Claim.ID] {
    let stating = funding.sources.filter { claim($0)?.amount != nil }
    return stating + funding.sources.filter { claim($0)?.amount == nil }
  }

  // MARK: Questions, each asked of the table once

  /// The rows a filter lets through; a longer query looks only at the answer to the shorter one.
  public func selection(_ filter: Filter) -> Selection {
    selections.value(for: filter) {
      let previous = selections.latest.map { (filter: $0.key, selection: $0.value) }
      return table.select(filter, refining: previous) ?? Selection(rows: table.count)
    }
  }

  /// The money a filter finds, told by a dimension.
  public func summary(_ filter: Filter, by dimension: Dimension = .sector) -> Summary {
    summaries.value(for: SummaryQuestion(filter: filter, dimension: dimension)) {
      var result = table.summary(by: dimension, of: selection(filter), currencies: false)
      result.cityWide = table.cityWide(filter, currencies: false)
      return result
    }
  }

  /// The values of a dimension and what would remain of each.
  public func facets(_ filter: Filter, of dimension: Dimension) -> [FacetValue] {
    // Only the marks follow the dimension's own clauses: what would remain of each value is asked once.
    let others = filter.without(.dimension(dimension))
    let values = facetLists.value(for: FacetQuestion(filter: others, dimension: dimension)) {
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

  /// Who else pays what a filter by donor, or a search for one, finds: money given jointly is never split, so it is
  /// told with its partners. `nil` where no donor is asked for, or all pay alone.
  func jointMoney(_ filter: Filter) -> JointMoney? {
    jointMoneys.value(for: filter) {
      guard filter.clauses.contains(where: { $0.field == .text || $0.field == .dimension(.donor) })
      else { return nil }
      // Most searches name no donor at all, and the index says so at once.
      guard
        !filter.values(of: .donor).isEmpty || words(of: filter).contains(where: table.namesDonor)
      else { return nil }
      let groups = summary(filter, by: .donor).groups
      let asked = askedDonors(filter, among: groups)
      guard !asked.isEmpty else { return nil }
      let partners = groups.filter { group in
        !group.id.isEmpty && !asked.contains(group.id)
          && !(group.shared.usd.isZero && group.own.usd.isZero)
      }
      guard !partners.isEmpty else { return nil }
      let own = groups.filter { asked.contains($0.id) }
      return JointMoney(
        partners: partners.map { Organisation.ID($0.id) },
        shared: own.count == 1 ? own[0].shared.usd : nil)
    }
  }

  /// The words a filter looks for, folded; single letters ask for nobody.
  private func words(of filter: Filter) -> [String] {
    filter.clauses.filter { $0.field == .text && !$0.isNegated }.flatMap(\.values)
      .flatMap { $0.split(separator: " ") }.map { SearchFold.fold(String($0)) }
      .filter { $0.utf8.count > 1 }
  }

  /// The donors a filter names, or whose names begin with the words it looks for.
  private func askedDonors(_ filter: Filter, among groups: [Summary.Group]) -> Set<String> {
    let named = filter.values(of: .donor)
    if !named.isEmpty { return Set(named) }
    let words = words(of: filter)
    guard !words.isEmpty else { return [] }
    let found = groups.prefix(100).map(\.id).filter { id in
      tables.organisation(Organisation.ID(id))?.forms.contains { form in
        let names = SearchFold.fold(form).split(separator: " ")
        return words.contains { word in names.contains { $0.hasPrefix(word) } }
      } ?? false
    }
    // A word that many names begin with asks for none of them.
    return found.count > 3 ? [] : Set(found)
  }

  /// How a figure came about; `nil` for rows outside the ledger.
  func explanation(_ figure: Explained, _ filter: Filter) -> Explanation? {
    let question = ExplanationQuestion(figure: figure, filter: figure == .total ? filter : Filter())
    if let known = explanations.known(question) { return known }
    let made: Explanation? =
      switch figure {
      case .total: .total(filter, of: ledger, in: table)
      case .funding(let row): funding(row).flatMap { .funding($0.id, of: ledger, in: table) }
      case .project(let row): project(row).flatMap { .project($0.id, of: ledger, in: table) }
      }
    guard let made else { return nil }
    return explanations.value(for: question) { made }
  }

  /// The rows of a facet list, made once for what is typed.
  func facetRows(
    _ filter: Filter, _ list: FacetList, _ language: Language, _ make: () -> [FacetRow]
  ) -> [FacetRow] {
    let question = FacetRowQuestion(
      filter: filter, dimension: list.dimension, language: language, typed: list.narrowing?.text)
    return facetRowLists.value(for: question, make)
  }

  /// The lit stretches of an article; none outside the ledger.
  func litSpans(_ row: Int) -> [LitSpan] {
    litLists.value(for: row) { reading(row).map { Dashboard.litSpans(of: $0) } ?? [] }
  }

  /// The blocks of a page, made once for a width.
  func blocks(
    _ page: Page, _ filter: Filter, _ language: Language, width: Int, _ make: () -> [Block]
  ) -> [Block] {
    let question = BlockQuestion(page: page, filter: filter, language: language, width: width)
    return blockLists.value(for: question, make)
  }

  /// Panes by sector, each with its projects.
  public func panes(_ filter: Filter) -> [SectorPane] {
    paneLists.value(for: filter) {
      let board = table.board(of: selection(filter), projects: 200)
      // The first row shows the same money.
      _ = summaries.value(for: SummaryQuestion(filter: filter, dimension: .sector)) {
        var summary = board.summary
        summary.cityWide = table.cityWide(filter, currencies: false)
        return summary
      }
      let chosen = filter.values(of: .sector)
      let excluded = filter.excluded(.sector)
      // A sum for several sectors would bring the others along.
      return board.panes.filter {
        (chosen.isEmpty || chosen.contains($0.id)) && !excluded.contains($0.id)
      }
    }
  }

  /// Projects that the filter's fundings pay for: those the total counts, and after them, where no sector is asked for,
  /// those outside it (wider than the city, parts, superseded).
  public func projects(_ filter: Filter, sector: String? = nil, sort: SortOrder) -> ProjectList {
    projectLists.value(for: ProjectQuestion(filter: filter, sector: sector, sort: sort)) {
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
    articleLists.value(for: ArticleQuestion(filter: filter, isReversed: isReversed)) {
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

/// Money that a filter by donor finds and others pay as well.
struct JointMoney: Equatable, Sendable {
  var partners: [Organisation.ID]
  /// How much of it; `nil` where several donors are asked for.
  var shared: Ends?
}

extension Organisation {
  /// All it is called: names, abbreviations and other forms, in every language.
  var forms: [String] {
    [name.uk, name.en, name.ru] + abbreviations + aliases.uk + aliases.en + aliases.ru
  }
}

extension DashboardData: Equatable {
  public static func == (a: DashboardData, b: DashboardData) -> Bool { a === b }
}

private struct SummaryQuestion: Hashable {
  var filter: Filter
  var dimension: Dimension
}
private struct BlockQuestion: Hashable {
  var page: Page
  var filter: Filter
  var language: Language
  var width: Int
}
private struct ExplanationQuestion: Hashable {
  var figure: Explained
  var filter: Filter
}
private struct FacetQuestion: Hashable {
  var filter: Filter
  var dimension: Dimension
}
private struct FacetRowQuestion: Hashable {
  var filter: Filter
  var dimension: Dimension
  var language: Language
  var typed: String?
}
private struct ProjectQuestion: Hashable {
  var filter: Filter
  var sector: String?
  var sort: SortOrder
}
private struct ArticleQuestion: Hashable {
  var filter: Filter
  var isReversed: Bool
}
