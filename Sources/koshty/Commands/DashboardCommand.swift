import ArgumentParser
import Dashboard
import FundingCore
import FundingStore
import Glibc
import Screen

/// `koshty` alone: the dashboard; where standard output is no terminal, the summary.
struct DashboardCommand: KoshtyCommand {
  static let configuration = CommandConfiguration(
    commandName: "dashboard",
    abstract: "Дашборд; без термінала підсумок. The dashboard; without a terminal, the summary.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var filters: FilterOptions

  @Flag(help: "Lines instead of a picture: for screen readers, serial lines and logs.")
  var plain = false

  @Flag(name: .customLong("no-mouse"), help: "Leave the mouse to the terminal, to select text.")
  var noMouse = false

  @Flag(help: "Begin at the opening screen, not where the last visit ended.")
  var fresh = false

  @Option(help: "Show so many made-up fundings instead of a library, to see how it bears them.")
  var generate: Int?

  /// How many fundings can be made up.
  static let counts = 1...50_000_000

  func validate() throws {
    if let generate, !DashboardCommand.counts.contains(generate) {
      throw ValidationError("--generate takes a number from 1 to 50000000.")
    }
  }

  func perform() throws(StoreError) -> Outcome {
    let context = try Context(options)
    if let generate { return try made(generate, context) }
    let isInteractive = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    guard isInteractive || plain else { return try SummaryCommand.print(options, filters) }
    let library = try LoadedLibrary(context, keepsLater: true)
    guard let filter = library.checkedFilter(filters) else {
      library.state.keep()
      return .couldNot
    }
    let host = DashboardHost(library: library, isFresh: fresh, filter: filter)
    var settings = host.settings
    settings.isPlain = plain
    if noMouse { settings.hasMouse = false }
    let code = host.run(settings)
    if code > Outcome.couldNot.rawValue { Glibc.exit(code) }
    return Outcome(rawValue: code) ?? .couldNot
  }

  private func made(_ count: Int, _ context: Context) throws(StoreError) -> Outcome {
    var settings = Dashboard.Settings(language: context.language, today: Clock.today())
    settings.isPlain = plain
    settings.hasMouse = !noMouse
    let code = try GeneratedHost(context: context, count: count).run(settings)
    if code > Outcome.couldNot.rawValue { Glibc.exit(code) }
    return Outcome(rawValue: code) ?? .couldNot
  }
}
