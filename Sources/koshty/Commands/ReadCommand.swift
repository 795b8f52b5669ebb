import ArgumentParser
import FundingCore
import FundingStore
import Glibc
import Reading

/// `koshty read`: what the reader sees in a text; stores nothing.
struct ReadCommand: KoshtyCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Що читач бачить у тексті; нічого не зберігає. What the reader sees in a text.")

  @OptionGroup var options: GlobalOptions

  @Argument(help: "Files to read; - or none for standard input.")
  var files: [String] = []

  @Option(
    help: "What comes in: text (plain or Markdown), or jsonl for archives in the reading format.")
  var input: ReadRequest.Input = .text

  @Option(help: "The title of a plain text.")
  var title: String?

  @Option(help: "The date of a plain text, YYYY-MM-DD.")
  var date: String?

  @Option(help: "How many threads read an archive.")
  var workers: Int = 2

  func validate() throws {
    if let date, CalendarDate(date) == nil {
      throw ValidationError("--date takes a day as YYYY-MM-DD.")
    }
  }

  /// What was asked for.
  var request: ReadRequest {
    ReadRequest(
      options: options.words, files: files, input: input, title: title, date: date,
      workers: workers)
  }

  func perform() throws(StoreError) -> Outcome { try request.perform() }
}

extension ReadRequest.Input: ExpressibleByArgument {}

/// A finding on one line, for standard error.
enum FindingLine {
  static func text(_ finding: Finding) -> String {
    "\(place(of: finding)): \(finding.message) \(finding.remedy)"
  }

  /// `file:line:column`, as far as they are known.
  static func place(of finding: Finding) -> String {
    let location = finding.location
    return [location.file, location.line.map(String.init), location.column.map(String.init)]
      .compactMap { $0 }.joined(separator: ":")
  }
}
