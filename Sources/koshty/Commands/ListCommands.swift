import ArgumentParser
import Dashboard
import FundingCore
import FundingStore

/// `koshty projects`: the work that money is for.
struct ProjectsCommand: KoshtyCommand {
  static let configuration = CommandConfiguration(
    commandName: "projects",
    abstract: "Проєкти і хто за них платить. Projects and who pays for them.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var filters: FilterOptions
  @OptionGroup var query: QueryArguments

  func perform() throws(StoreError) -> Outcome {
    let library = try LoadedLibrary(try Context(options))
    guard let filter = library.checkedFilter(filters, query) else { return .couldNot }
    let selection = library.table.select(filter)
    let totals = library.table.projects(in: selection, scope: .all)
    let report = ProjectReport(totals: totals, selection: selection, library: library)
    report.report().print(as: options.format) { report.json() }
    return totals.isEmpty ? .nothingFound : .done
  }
}

/// `koshty fundings`: every distinct sum, counted or not, with the reason.
struct FundingsCommand: KoshtyCommand {
  static let configuration = CommandConfiguration(
    commandName: "fundings", abstract: "Суми, кожна один раз. Sums, each of them once.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var filters: FilterOptions
  @OptionGroup var query: QueryArguments

  func perform() throws(StoreError) -> Outcome {
    let library = try LoadedLibrary(try Context(options))
    guard let filter = library.checkedFilter(filters, query) else { return .couldNot }
    let fundings = library.table.select(filter).list.compactMap { library.funding(at: $0) }
    FundingReport(fundings: fundings, library: library).report().print(as: options.format) {
      FundingJSON.text(fundings)
    }
    return fundings.isEmpty ? .nothingFound : .done
  }
}

/// `koshty articles`: the texts everything rests on.
struct ArticlesCommand: KoshtyCommand {
  static let configuration = CommandConfiguration(
    commandName: "articles", abstract: "Статті бібліотеки. The articles of the library.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var filters: FilterOptions
  @OptionGroup var query: QueryArguments

  func perform() throws(StoreError) -> Outcome {
    let library = try LoadedLibrary(try Context(options))
    guard let filter = library.checkedFilter(filters, query) else { return .couldNot }
    var readings = library.ledger.readings
    if !filter.isEmpty {
      let named = Set(
        library.table.select(filter).list.compactMap { library.funding(at: $0) }
          .flatMap { ($0.sources + $0.evidence).map(\.article) })
      readings = readings.filter { named.contains($0.article.id) }
    }
    let report = ArticleReport(readings: readings, library: library)
    report.report().print(as: options.format) { report.json() }
    return readings.isEmpty ? .nothingFound : .done
  }
}
