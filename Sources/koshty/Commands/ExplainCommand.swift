import ArgumentParser
import Dashboard
import FundingCore
import FundingStore

/// `koshty explain`: the claims, sentences, rates and rules behind a figure.
struct ExplainCommand: KoshtyCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Звідки взялася цифра. How a figure came about.",
    discussion: "Name a funding or a project by its id (see fundings, projects), or total.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var filters: FilterOptions

  @Argument(help: "A funding's or a project's id, or total.")
  var figure: String = "total"

  func perform() throws(StoreError) -> Outcome {
    let library = try LoadedLibrary(try Context(options))
    guard let filter = library.checkedFilter(filters) else { return .couldNot }
    guard let explanation = explanation(library, filter) else {
      Output.say(
        library.context.text(
          "Немає ні суми, ні проєкту з кодом «\(figure)»; коди показують fundings і projects.",
          "No funding or project has the id “\(figure)”; fundings and projects show the ids."))
      return .nothingFound
    }
    switch options.format {
    case .json, .jsonl: Output.write(ExplanationJSON(explanation, library).text())
    case .text, .csv, .markdown: Output.write(ExplanationPrinter(explanation, library).text())
    }
    let isEmpty = explanation.counted.isEmpty && explanation.excluded.isEmpty
    return isEmpty ? .nothingFound : .done
  }

  private func explanation(_ library: LoadedLibrary, _ filter: Filter) -> Explanation? {
    if figure == "total" { return .total(filter, of: library.ledger, in: library.table) }
    return .funding(Funding.ID(figure), of: library.ledger, in: library.table)
      ?? .project(Project.ID(figure), of: library.ledger, in: library.table)
  }
}
