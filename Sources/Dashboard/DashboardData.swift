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
  /// What people decided of a claim and still holds.
  private lazy var decisionsOfClaim: [Claim.ID: [Decision]] = findDecisionsOfClaims()
  private(set) lazy var articleSearch = ArticleSearch(ledger.readings)
  let answers = Answers()
  /// The folded words of organisations' names, by id, as far as they were asked for.
  var knownNames: [String: [[UInt8]]] = [:]
  /// Words of rows as search sees them: the same ones stand in row after row, at key after key.
  private var knownFolds: [String: String] = [:]

  /// Projects as records, by number, and what they are called: a screen draws the same ones frame after frame.
  private var knownProjects: [Int: Project] = [:]
  private var knownTitles: [String: String] = [:]
  private var knownStatuses: [Int: [Status]] = [:]

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

  /// A word as search sees it.
  func folded(_ word: String) -> String {
    if let known = knownFolds[word] { return known }
    if knownFolds.count > 8_192 { knownFolds = [:] }
    let folded = SearchFold.fold(word)
    knownFolds[word] = folded
    return folded
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

  private func findDecisionsOfClaims() -> [Claim.ID: [Decision]] {
    Decision.standing(decisions).reduce(into: [:]) { found, decision in
      guard let name = decision.claim, let claim = ledger.claim(named: name) else { return }
      found[claim, default: []].append(decision)
    }
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
  public func project(_ row: Int) -> Project? {
    if let known = knownProjects[row] { return known }
    guard let made = table.project(at: row)?.record else { return nil }
    if knownProjects.count > 8_192 { knownProjects = [:] }
    knownProjects[row] = made
    return made
  }

  /// The states of a project's money, each once: of the sums that count, where there are such.
  func statuses(ofProject row: Int) -> [Status] {
    if let known = knownStatuses[row] { return known }
    let all = fundings(ofProject: row).compactMap { table.funding(at: $0) }
    let counted = all.filter { $0.state == .counted }
    let found = Set((counted.isEmpty ? all : counted).map(\.status))
    let statuses = Status.allCases.filter(found.contains)
    if knownStatuses.count > 8_192 { knownStatuses = [:] }
    knownStatuses[row] = statuses
    return statuses
  }

  /// What a project is called in a language, made once.
  func title(of project: Project, _ language: Language, _ make: () -> String) -> String {
    let key = language.rawValue + project.id.rawValue
    if let known = knownTitles[key] { return known }
    if knownTitles.count > 8_192 { knownTitles = [:] }
    let made = make()
    knownTitles[key] = made
    return made
  }
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
  func decisions(about claim: Claim.ID) -> [Decision] { decisionsOfClaim[claim] ?? [] }
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

  /// The claim a funding's payer is known from, where no article that states the sum names that payer.
  func onlyNaming(_ donor: Organisation.ID, of funding: Funding) -> Claim.ID? {
    let stating = funding.sources.filter { claim($0)?.amount != nil }
    // What a person said of the payers is told as such.
    let isDecided = stating.contains { id in
      decisions(about: id).contains { $0.kind == .edit && $0.field == ClaimField.donors.rawValue }
    }
    if isDecided { return nil }
    let isNamed = stating.contains { id in
      reading(of: id)?.claims.contains { $0.donors.contains(donor) } ?? false
    }
    guard !stating.isEmpty, !isNamed else { return nil }
    return (funding.sources + funding.evidence).first {
      claim($0)?.donors.contains(donor) ?? false
    }
  }
}

extension DashboardData: Equatable {
  public static func == (a: DashboardData, b: DashboardData) -> Bool { a === b }
}
