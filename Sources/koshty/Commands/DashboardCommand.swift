import ArgumentParser
import FundingStore

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

  func validate() throws {
    if let generate, !DashboardRequest.counts.contains(generate) {
      throw ValidationError("--generate takes a number from 1 to 50000000.")
    }
  }

  var request: DashboardRequest {
    DashboardRequest(
      options: options.words, filters: filters.words, isPlain: plain, hasMouse: !noMouse,
      isFresh: fresh, generate: generate)
  }

  func perform() throws(StoreError) -> Outcome { try request.perform() }
}
