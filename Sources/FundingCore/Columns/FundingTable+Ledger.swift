extension FundingTable {
  /// The columns of a ledger.
  ///
  /// - Shape: rows and projects in the ledger's order.
  public convenience init(_ ledger: Ledger, tables: Tables) {
    var builder = LedgerColumns(ledger)
    for funding in ledger.fundings { builder.add(funding) }
    builder.addParents(ledger.fundings)
    for project in ledger.projects { builder.add(project) }
    self.init(
      columns: builder.columns, projects: builder.projects, tables: tables, home: ledger.home,
      fundingIDs: ledger.fundings.map(\.id), projectIDs: ledger.projects.map(\.id),
      articlesOfRow: builder.articlesOfRow, articleIDs: ledger.readings.map(\.article.id))
  }
}

/// A ledger on its way into columns.
private struct LedgerColumns {
  var columns = FundingColumns()
  var projects = ProjectColumns()
  var articlesOfRow = Lists()
  private let readings: [ArticleReading]
  private let articleNumbers: [Article.ID: Int]
  private let rows: [Funding.ID: Int]

  init(_ ledger: Ledger) {
    readings = ledger.readings
    articleNumbers = Dictionary(
      ledger.readings.enumerated().map { ($1.article.id, $0) },
      uniquingKeysWith: { first, _ in first })
    rows = Dictionary(
      ledger.fundings.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func add(_ funding: Funding) {
    let articles = articles(of: funding.sources + funding.evidence)
    append(.sectors, funding.sectors.map(\.rawValue))
    append(.donors, funding.donors.map(\.rawValue))
    append(.implementers, funding.implementers.map(\.rawValue))
    append(.places, funding.places.map(\.rawValue))
    append(.sources, articles.map { readings[$0].article.publisher })
    append(.months, funding.date.map { [$0.month.description] } ?? [])
    append(.statuses, [funding.status.rawValue])
    append(.states, [funding.state.rawValue])
    append(.instruments, [funding.instrument.rawValue])
    append(.texts, texts(of: funding, articles))
    columns.objects.append(code(of: funding.object))
    columns.days.append(funding.date?.dayNumber ?? FundingColumns.noDay)
    addSum(of: funding)
    articlesOfRow.append(articles.map { UInt32($0) })
    columns.count += 1
  }

  private mutating func append(_ name: SetColumnName, _ words: [String]) {
    let code = columns[name].code(of: words)
    columns[name].codes.append(code)
  }

  private mutating func code(of object: String?) -> UInt32 {
    object.map { UInt32(columns[.texts].words.code(of: $0) + 1) } ?? 0
  }

  private mutating func addSum(of funding: Funding) {
    var flags = (funding.amount?.bound ?? .exact).code
    if funding.disagrees { flags |= FundingColumns.disagreesFlag }
    if funding.isCumulative { flags |= FundingColumns.cumulativeFlag }
    if funding.isRateAssumed { flags |= FundingColumns.assumedRateFlag }
    columns.bounds.append(flags)
    guard let amount = funding.amount else {
      columns.currencies.append(255)
      columns.native.append(.none, 0)
      columns.usd.append(.none, 0)
      return
    }
    columns.currencies.append(columns.code(of: amount.currency))
    columns.native.append(low: amount.low, high: amount.high)
    if let usd = funding.usd {
      columns.usd.append(low: usd.low, high: usd.high)
    } else {
      columns.usd.append(.untold, 0)
    }
  }

  mutating func addParents(_ fundings: [Funding]) {
    for (row, funding) in fundings.enumerated() {
      guard let parent = funding.partOf.flatMap({ rows[$0] }) else { continue }
      columns.childRows.append(UInt32(row))
      columns.parentRows.append(UInt32(parent))
    }
  }

  mutating func add(_ project: Project) {
    let sector = project.sector.map { columns[.sectors].words.code(of: $0.rawValue) + 1 } ?? 0
    projects.sectors.append(UInt16(clamping: sector))
    projects.donors.append(UInt32(columns[.donors].code(of: project.donors.map(\.rawValue))))
    projects.implementers.append(
      UInt32(columns[.implementers].code(of: project.implementers.map(\.rawValue))))
    projects.places.append(UInt32(columns[.places].code(of: project.places.map(\.rawValue))))
    projects.statuses.append(UInt8(Status.allCases.firstIndex(of: project.status) ?? 0))
    projects.days.append(project.date?.dayNumber ?? FundingColumns.noDay)
    projects.objects.append(code(of: project.object))
    projects.fundings.append(project.fundings.compactMap { rows[$0].map { UInt32($0) } })
  }

  /// Articles of some claims, each once, ascending.
  private func articles(of claims: [Claim.ID]) -> [Int] {
    Set(claims.compactMap { articleNumbers[$0.article] }).sorted()
  }

  /// What search finds a funding by beside its names: object, titles, and the sentences of its claims.
  private func texts(of funding: Funding, _ articles: [Int]) -> [String] {
    var result = funding.object.map { [$0] } ?? []
    result += articles.map { readings[$0].article.title }
    for claim in funding.sources + funding.evidence {
      guard let reading = articleNumbers[claim.article].map({ readings[$0] }),
        reading.claims.indices.contains(claim.index),
        let span = reading.claims[claim.index].sentence,
        let sentence = reading.article.words(of: span)
      else { continue }
      result.append(sentence)
    }
    return result
  }
}
