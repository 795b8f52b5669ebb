import ArgumentParser
import FundingStore
import Glibc

/// The program: a command each file; without one the dashboard, or the summary where there is no terminal.
@main struct Koshty: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "koshty",
    abstract: "Кошти: хто платить за відбудову міста. Who pays for the rebuilding of a city.",
    discussion: "Every figure leads to the sentence that states it; no sum is counted twice.",
    subcommands: [
      SummaryCommand.self, ProjectsCommand.self, FundingsCommand.self, ArticlesCommand.self,
      ExplainCommand.self, ReadCommand.self, CheckCommand.self, DecideCommand.self,
      DashboardCommand.self,
    ], defaultSubcommand: DashboardCommand.self)

  static func main() {
    signal(SIGPIPE, SIG_IGN)
    do {
      let words = Array(CommandLine.arguments.dropFirst())
      if let request = DashboardRequest.quick(words) {
        finish { () throws(StoreError) in try request.perform() }
      }
      if let request = ReadRequest.quick(words) {
        finish { () throws(StoreError) in try request.perform() }
      }
      var command = try parseAsRoot()
      if let command = command as? any KoshtyCommand {
        finish { () throws(StoreError) in try command.perform() }
      }
      try command.run()
    } catch {
      exit(withError: error)
    }
  }

  private static func finish(_ perform: () throws(StoreError) -> Outcome) -> Never {
    do throws(StoreError) {
      Glibc.exit(try perform().rawValue)
    } catch {
      Output.say(error.description)
      Glibc.exit(Outcome.couldNot.rawValue)
    }
  }
}

/// A command that says how it ended. What it throws is trouble in the world: told on standard error, exit code 2.
protocol KoshtyCommand: ParsableCommand {
  var options: GlobalOptions { get }
  func perform() throws(StoreError) -> Outcome
}
