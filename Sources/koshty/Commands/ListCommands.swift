import ArgumentParser
import Dashboard
import FundingCore
import FundingStore

/// A command that lists what a filter leaves; exit code 1 where nothing is left.
protocol ListCommand: KoshtyCommand {
  var options: GlobalOptions { get }
  var filters: FilterOptions { get }
  var query: QueryArguments { get }

  func list(_ library: LoadedLibrary, _ filter: Filter) -> any ListReport
}

extension ListCommand {
  func perform() throws(StoreError) -> Outcome {
    let library = try LoadedLibrary(try Context(options))
    guard let filter = library.checkedFilter(filters, query) else { return .couldNot }
    let list = list(library, filter)
    list.report().print(as: options.format) { list.json() }
    return list.isEmpty ? .nothingFound : .done
  }
}

/// `koshty projects`: the work that money is for.
struct ProjectsCommand: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "projects",
    abstract: "Проєкти і хто за них платить. Projects and who pays for them.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var filters: FilterOptions
  @OptionGroup var query: QueryArguments

  func list(_ library: LoadedLibrary, _ filter: Filter) -> any ListReport {
    let selection = library.table.select(filter)
    return ProjectReport(
      totals: library.table.projects(in: selection, scope: .all), library: library)
  }
}

/// `koshty fundings`: every distinct sum, counted or not, with the reason.
struct FundingsCommand: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "fundings", abstract: "Суми, кожна один раз. Sums, each of them once.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var filters: FilterOptions
  @OptionGroup var query: QueryArguments

  func list(_ library: LoadedLibrary, _ filter: Filter) -> any ListReport {
    let fundings = library.table.select(filter).list.compactMap { library.funding(at: $0) }
    return FundingReport(fundings: fundings, library: library)
  }
}

/// `koshty articles`: the texts everything rests on.
struct ArticlesCommand: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "articles", abstract: "Статті бібліотеки. The articles of the library.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var filters: FilterOptions
  @OptionGroup var query: QueryArguments

  func list(_ library: LoadedLibrary, _ filter: Filter) -> any ListReport {
    let all = library.ledger.readings
    let found = library.table.articles(filter, ArticleSearch(all))
    let readings = all.indices.filter(found.contains).map { all[$0] }
    return ArticleReport(readings: readings, library: library)
  }
}
