import ArgumentParser
import FundingCore

/// How a command prints what it found.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, csv, markdown, jsonl
}

/// When to colour.
enum ColorMode: String, CaseIterable, ExpressibleByArgument { case auto, always, never }

extension Language: ExpressibleByArgument {}

/// Options that every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The library's folder.", valueName: "dir"))
  var library: String?

  @Option(
    help: ArgumentHelp(
      "The place totals are told from: an id or label of the gazetteer.", valueName: "place"))
  var home: String?

  @Option(help: "The language of the screen: uk or en.")
  var language: Language?

  @Option(help: "How to print: text, json, csv, markdown; for read also jsonl.")
  var format: OutputFormat = .text

  @Option(help: "When to colour: auto, always, never.")
  var color: ColorMode = .auto

  func validate() throws {
    if language == .ru {
      throw ValidationError("The screen speaks uk and en; articles are read in uk, en and ru.")
    }
  }
}

/// Which fundings are meant. Several values of one option mean any of them; several options mean all.
struct FilterOptions: ParsableArguments {
  @Option(help: ArgumentHelp("A city district, by label, id or name.", valueName: "district"))
  var district: [String] = []
  @Option(help: ArgumentHelp("A place and all that lies in it.", valueName: "place"))
  var place: [String] = []
  @Option(help: ArgumentHelp("A sector's id or name.", valueName: "sector"))
  var sector: [String] = []
  @Option(help: ArgumentHelp("Who pays: an organisation's id or name.", valueName: "organisation"))
  var donor: [String] = []
  @Option(
    help: ArgumentHelp("Who carries out: an organisation's id or name.", valueName: "organisation"))
  var implementer: [String] = []
  @Option(help: "completed, ongoing or planned.")
  var status: [String] = []
  @Option(help: ArgumentHelp("From this day on (YYYY-MM-DD, YYYY-MM or YYYY).", valueName: "date"))
  var since: String?
  @Option(help: ArgumentHelp("Up to and with this day.", valueName: "date"))
  var until: String?
  @Option(
    help: ArgumentHelp("Words to find, in the query language of the dashboard.", valueName: "text"))
  var search: [String] = []
}

/// A query beside the options, in the language of the dashboard's `/`: `koshty projects sector:housing saltivka`.
struct QueryArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "A query as in the dashboard: words, !word, field:value, a|b.", valueName: "query"))
  var words: [String] = []
}

/// What every command is told, as plain values.
struct CommonWords: Equatable {
  var library: String?
  var home: String?
  var language: Language?
  var format = OutputFormat.text
  var color = ColorMode.auto
}

/// Which fundings are meant, as plain values.
struct FilterWords: Equatable {
  var district: [String] = []
  var place: [String] = []
  var sector: [String] = []
  var donor: [String] = []
  var implementer: [String] = []
  var status: [String] = []
  var since: String?
  var until: String?
  var search: [String] = []
}

extension GlobalOptions {
  var words: CommonWords {
    CommonWords(library: library, home: home, language: language, format: format, color: color)
  }
}

extension FilterOptions {
  var words: FilterWords {
    FilterWords(
      district: district, place: place, sector: sector, donor: donor, implementer: implementer,
      status: status, since: since, until: until, search: search)
  }
}
