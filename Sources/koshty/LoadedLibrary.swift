import Dashboard
import FundingCore
import FundingStore

/// A library read, reconciled and laid out in columns: what every command but `read` works on.
struct LoadedLibrary {
  let context: Context
  let state: LoadedState
  var table: FundingTable { state.table }
  var ledger: Ledger { state.ledger }
  var tables: Tables { state.tables }

  /// - Parameter keepsLater: the index is written when ``LoadedState/keep()`` is called.
  init(_ context: Context, keepsLater: Bool = false) throws(StoreError) {
    self.context = context
    var index = context.indexOptions
    index.keepsLater = keepsLater
    state = try context.library.load(index) {
      tables, named throws(StoreError) in try context.home(tables, libraryHome: named)
    }
  }

  /// Everything wrong or doubtful, with the ledger's own findings moved to the files of their articles.
  var findings: [Finding] {
    let files = state.files
    return context.configurationFindings + state.findings
      + ledger.findings.map { finding in
        guard let file = files[Article.ID(finding.location.file)] else { return finding }
        var moved = finding
        moved.location = file
        return moved
      }
  }

  /// The filter of a command's options and query, and what is wrong with them.
  ///
  /// - Errors: findings for values nobody knows.
  func filter(_ options: FilterWords, _ query: QueryArguments?) -> (
    filter: Filter, findings: [Finding]
  ) {
    var filter = Filter()
    var findings: [Finding] = []
    func add(_ field: FilterField, _ values: [String]) {
      if !values.isEmpty { findings += filter.add(field, values, in: table) }
    }
    add(.dimension(.district), options.district)
    add(.dimension(.place), options.place)
    add(.dimension(.sector), options.sector)
    add(.dimension(.donor), options.donor)
    add(.dimension(.implementer), options.implementer)
    add(.dimension(.status), options.status)
    add(.since, options.since.map { [$0] } ?? [])
    add(.until, options.until.map { [$0] } ?? [])
    let words = query?.words ?? []
    for query in options.search + (words.isEmpty ? [] : [words.joined(separator: " ")]) {
      let (more, found) = Filter.read(query, in: table)
      filter.clauses += more.clauses
      findings += found
    }
    return (filter, findings)
  }
}

extension LoadedLibrary {
  /// The filter of a command's options and query; where a value is unknown, says so on standard error and gives none.
  func checkedFilter(_ options: FilterOptions, _ query: QueryArguments? = nil) -> Filter? {
    checkedFilter(options.words, query)
  }

  func checkedFilter(_ options: FilterWords, _ query: QueryArguments? = nil) -> Filter? {
    let (filter, findings) = filter(options, query)
    for finding in findings { Output.say("\(finding.message) \(finding.remedy)") }
    return findings.contains { $0.severity == .error } ? nil : filter
  }

  var texts: Texts { Texts(context.language) }

  func funding(at row: Int) -> Funding? {
    ledger.fundings.indices.contains(row) ? ledger.fundings[row] : nil
  }

  func project(at index: Int) -> Project? {
    ledger.projects.indices.contains(index) ? ledger.projects[index] : nil
  }

  /// A project's name, as the dashboard has it; `index` counts the ledger's projects.
  func title(ofProject index: Int) -> String {
    guard let project = project(at: index) else { return "" }
    let instruments = (table.project(at: index)?.fundings ?? [])
      .compactMap { table.funding(at: $0)?.instrument }
    return texts.name(of: project, given: Set(instruments), tables, home: table.home)
  }

  /// A sum of dollars, short.
  func short(_ ends: Ends) -> String {
    texts.format.usd(USDRange(low: ends.low, high: ends.high), isAbout: ends.isAbout).description
  }

  func names(_ organisations: [Organisation.ID]) -> String {
    organisations.map { texts.short($0, tables) }.joined(separator: ", ")
  }

  /// What a group of a summary is called on the screen.
  func name(_ id: String, of dimension: Dimension) -> String {
    texts.value(id, of: dimension, tables)
  }
}
