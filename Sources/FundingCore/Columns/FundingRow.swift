/// A funding as a view on a table's columns: everything is looked up when asked for.
public struct FundingRow: Identifiable, Sendable {
  let table: FundingTable
  /// Its number in the table, which is its number in the ledger.
  public let row: Int

  private var columns: FundingColumns { _read { yield table.columns } }

  public var id: Funding.ID {
    table.fundingIDs.indices.contains(row) ? table.fundingIDs[row] : Funding.ID(numbered("g", row))
  }
  public var amount: Amount? {
    guard let currency = columns.currency(at: row), let ends = columns.native.stated(at: row) else {
      return nil
    }
    return Amount(low: ends.low, high: ends.high, currency: currency, bound: bound)
  }
  /// Ends in cents; `nil` where there is no sum or no rate.
  public var usd: USDRange? {
    columns.usd.stated(at: row).map { USDRange(low: $0.low, high: $0.high) }
  }
  public var donors: [Organisation.ID] {
    columns.words(.donors, at: row).map { Organisation.ID($0) }
  }
  public var implementers: [Organisation.ID] {
    columns.words(.implementers, at: row).map { Organisation.ID($0) }
  }
  public var sectors: [Sector.ID] { columns.words(.sectors, at: row).map { Sector.ID($0) } }
  public var places: [Place.Label] { columns.words(.places, at: row).map { Place.Label($0) } }
  public var status: Status { columns.status(at: row) }
  public var state: Funding.State { columns.state(at: row) }
  public var instrument: Instrument { columns.instrument(at: row) }
  /// Outlets of the articles it stands on.
  public var publishers: [String] { columns.words(.sources, at: row) }
  public var object: String? {
    let code = Int(columns.objects[row])
    return code > 0 ? columns[.texts].words[code - 1] : nil
  }
  public var date: CalendarDate? {
    columns.days[row] == FundingColumns.noDay ? nil : CalendarDate(dayNumber: columns.days[row])
  }
  public var month: YearMonth? { date?.month }
  public var disagrees: Bool { columns.bounds[row] & FundingColumns.disagreesFlag != 0 }
  public var isCumulative: Bool { columns.bounds[row] & FundingColumns.cumulativeFlag != 0 }
  public var isRateAssumed: Bool { columns.bounds[row] & FundingColumns.assumedRateFlag != 0 }
  /// The row of the total it lies in or came from.
  public var partOf: Int? { columns.parent(of: row) }
  /// The projects it pays for.
  public var projects: [Int] { table.projectsOfRow[row].map { Int($0) } }

  private var bound: Bound {
    let code = Int(columns.bounds[row] & 7)
    return Bound.allCases.indices.contains(code) ? Bound.allCases[code] : .exact
  }
}

/// A project as a view on a table's columns.
public struct ProjectRow: Identifiable, Sendable {
  let table: FundingTable
  /// Its number in the table, which is its number in the ledger.
  public let project: Int

  private var projects: ProjectColumns { _read { yield table.projectColumns } }

  public var id: Project.ID {
    table.projectIDs.indices.contains(project)
      ? table.projectIDs[project] : Project.ID(numbered("p", project))
  }
  public var sector: Sector.ID? {
    let code = Int(projects.sectors[project])
    return code > 0 ? Sector.ID(table.columns[.sectors].words[code - 1]) : nil
  }
  public var donors: [Organisation.ID] {
    table.columns.words(.donors, ofSet: Int(projects.donors[project])).map { Organisation.ID($0) }
  }
  public var implementers: [Organisation.ID] {
    table.columns.words(.implementers, ofSet: Int(projects.implementers[project])).map {
      Organisation.ID($0)
    }
  }
  public var places: [Place.Label] {
    table.columns.words(.places, ofSet: Int(projects.places[project])).map { Place.Label($0) }
  }
  public var object: String? {
    let code = Int(projects.objects[project])
    return code > 0 ? table.columns[.texts].words[code - 1] : nil
  }
  public var status: Status {
    let code = Int(projects.statuses[project])
    return Status.allCases.indices.contains(code) ? Status.allCases[code] : .planned
  }
  public var date: CalendarDate? {
    projects.days[project] == FundingColumns.noDay
      ? nil : CalendarDate(dayNumber: projects.days[project])
  }
  /// Whether any of its fundings is for several sectors.
  public var isShared: Bool {
    table.columns.sets.withUnsafeBufferPointer { sets in
      let column = sets[SetColumnName.sectors.rawValue]
      return projects.fundings[project].contains { column.sets[column.codes[Int($0)]].count > 1 }
    }
  }
  /// Whether some of its sums that count anywhere are for its sector alone, so that only a part of it is shared.
  public var isPartlyShared: Bool {
    let rows = projects.fundings[project]
    let column = table.columns[.sectors]
    var isOwn = false
    var isShared = false
    for row in rows.lazy.map({ Int($0) }) where table.columns.usd.code(at: row) != .none {
      let state = table.columns.state(at: row)
      if state == .part || state == .superseded { continue }
      if column.sets[column.codes[row]].count > 1 { isShared = true } else { isOwn = true }
    }
    return isOwn && isShared
  }
  /// Rows of its fundings, in the ledger's order.
  public var fundings: [Int] { projects.fundings[project].map { Int($0) } }
  /// All of it as a record; its fundings are named where the table has names of its own for them.
  public var record: Project {
    Project(
      id: id, sector: sector, places: places, donors: donors, implementers: implementers,
      object: object, status: status, date: date,
      fundings: table.fundingIDs.isEmpty ? [] : fundings.map { table.fundingIDs[$0] })
  }
}

extension FundingTable {
  /// The funding of a row, `nil` outside the table.
  public func funding(at row: Int) -> FundingRow? {
    row >= 0 && row < count ? FundingRow(table: self, row: row) : nil
  }

  /// The project of that number, `nil` outside the table.
  public func project(at project: Int) -> ProjectRow? {
    project >= 0 && project < projectCount ? ProjectRow(table: self, project: project) : nil
  }

  /// The row of a funding. Looks through all ids where they are the ledger's own.
  public func row(of id: Funding.ID) -> Int? {
    fundingIDs.isEmpty ? number(id.rawValue, "g", below: count) : fundingIDs.firstIndex(of: id)
  }

  /// The number of a project. Looks through all ids where they are the ledger's own.
  public func project(of id: Project.ID) -> Int? {
    projectIDs.isEmpty
      ? number(id.rawValue, "p", below: projectCount) : projectIDs.firstIndex(of: id)
  }

  private func number(_ id: String, _ letter: Character, below limit: Int) -> Int? {
    guard id.first == letter, let number = Int(id.dropFirst()), number >= 1, number <= limit else {
      return nil
    }
    return number - 1
  }
}

private func numbered(_ letter: String, _ index: Int) -> String { letter + String(index + 1) }
