import Dashboard
import FundingCore
import FundingStore
import Glibc
import Screen

/// A dashboard that was asked for, as plain values.
struct DashboardRequest: Equatable {
  var options = CommonWords()
  var filters = FilterWords()
  var isPlain = false
  var hasMouse = true
  var isFresh = false
  var generate: Int?

  /// How many fundings can be made up.
  static let counts = 1...50_000_000

  /// Shows it; where standard output is no terminal, prints the summary.
  func perform() throws(StoreError) -> Outcome {
    let context = try Context(options)
    if let generate { return try made(generate, context) }
    let isInteractive = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    guard isInteractive || isPlain else { return try SummaryCommand.print(options, filters) }
    let library = try LoadedLibrary(context, keepsLater: true)
    guard let filter = library.checkedFilter(filters) else {
      library.state.keep()
      return .couldNot
    }
    let host = DashboardHost(library: library, isFresh: isFresh, filter: filter)
    return outcome(of: host.run(set(host.settings)))
  }

  private func made(_ count: Int, _ context: Context) throws(StoreError) -> Outcome {
    let settings = Dashboard.Settings(language: context.language, today: Clock.today())
    return outcome(of: try GeneratedHost(context: context, count: count).run(set(settings)))
  }

  private func set(_ settings: Dashboard.Settings) -> Dashboard.Settings {
    var settings = settings
    settings.isPlain = isPlain
    if !hasMouse { settings.hasMouse = false }
    return settings
  }

  /// A signal's exit code ends the program here.
  private func outcome(of code: Int32) -> Outcome {
    if code > Outcome.couldNot.rawValue { Glibc.exit(code) }
    return Outcome(rawValue: code) ?? .couldNot
  }
}
