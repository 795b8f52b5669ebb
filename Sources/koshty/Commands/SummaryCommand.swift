import ArgumentParser
import Dashboard
import FundingCore
import FundingStore

/// `koshty summary`: the total and what each sector, district, donor, implementer, status or year has of it.
struct SummaryCommand: KoshtyCommand {
  static let configuration = CommandConfiguration(
    commandName: "summary", abstract: "Скільки і на що. How much and for what.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var filters: FilterOptions
  @OptionGroup var query: QueryArguments

  @Option(help: "What to group by: sector, district, donor, implementer, status, year.")
  var by: Grouping = .sector

  enum Grouping: String, CaseIterable, ExpressibleByArgument {
    case sector, district, donor, implementer, status, year

    var dimension: Dimension {
      switch self {
      case .sector: .sector
      case .district: .district
      case .donor: .donor
      case .implementer: .implementer
      case .status: .status
      case .year: .year
      }
    }
  }

  func perform() throws(StoreError) -> Outcome {
    try Self.print(options.words, filters.words, query, by: by)
  }

  /// Prints the summary; the dashboard does where standard output is no terminal.
  static func print(
    _ options: CommonWords, _ filters: FilterWords, _ query: QueryArguments? = nil,
    by grouping: Grouping = .sector
  ) throws(StoreError) -> Outcome {
    let library = try LoadedLibrary(try Context(options))
    guard let filter = library.checkedFilter(filters, query) else { return .couldNot }
    var summary = library.table.summary(by: grouping.dimension, filter: filter)
    library.table.markAbout(&summary, of: library.table.select(filter))
    let report = SummaryReport(summary: summary, filter: filter, library: library)
    report.report().print(as: options.format) { report.json() }
    return summary.counts.fundings + summary.counts.wider == 0 ? .nothingFound : .done
  }
}
