import FundingCore
import FundingStore
import Glibc
import Reading

/// A reading that was asked for, as plain values.
struct ReadRequest: Equatable {
  /// What comes in.
  enum Input: String, CaseIterable { case text, jsonl }

  var options = CommonWords()
  var files: [String] = []
  var input = Input.text
  var title: String?
  /// A day as `YYYY-MM-DD`.
  var date: String?
  var workers = 2

  /// Reads and prints.
  func perform() throws(StoreError) -> Outcome {
    let context = try Context(options)
    let (reader, tables, tableFindings) = context.library.reader(context.indexOptions)
    for finding in tableFindings where finding.severity == .error {
      Output.say(FindingLine.text(finding))
    }
    var outcome = Outcome.nothingFound
    for file in files.isEmpty ? ["-"] : files {
      let one =
        input == .jsonl ? try readLines(file, reader) : try readText(file, reader, tables, context)
      outcome =
        one == .couldNot || outcome == .couldNot ? .couldNot : one == .done ? .done : outcome
    }
    return outcome
  }

  private func readText(_ file: String, _ reader: Reader, _ tables: Tables, _ context: Context)
    throws(StoreError)
    -> Outcome
  {
    let bytes = try FileSystem.read(file == "-" ? "/dev/stdin" : file)
    let (parsed, findings) = ArticleFile.article(bytes, file: file == "-" ? "stdin" : file)
    for finding in findings { Output.say(FindingLine.text(finding)) }
    guard var article = parsed else { return .couldNot }
    if let title { article.title = title }
    if let date { article.date = CalendarDate(date) }
    let reading = reader.read(article)
    switch options.format {
    case .jsonl, .json:
      var json = JSONWriter(indented: options.format == .json)
      ReadingFormat.encode(reading, into: &json)
      json.newline()
      Output.write(json.bytes)
    case .text, .csv, .markdown:
      Output.write(ReadingPrinter(reading: reading, tables: tables, context: context).text())
    }
    if findings.contains(where: { $0.severity == .error }) { return .couldNot }
    return reading.mentions.isEmpty && reading.claims.isEmpty ? .nothingFound : .done
  }

  private func readLines(_ file: String, _ reader: Reader) throws(StoreError) -> Outcome {
    let input = file == "-" ? STDIN_FILENO : open(file, O_RDONLY)
    guard input >= 0 else { throw StoreError(path: file, reason: String(cString: strerror(errno))) }
    defer { if input != STDIN_FILENO { close(input) } }
    let broken = Broken()
    let archive = ArchiveReader(reader: reader, input: input, output: STDOUT_FILENO, file: file) {
      finding in
      Output.say(FindingLine.text(finding))
      broken.isTrue = true
    }
    let result = archive.run(workers: max(1, min(64, workers)))
    if result.failure != 0, result.failure != EPIPE {
      throw StoreError(path: file, reason: String(cString: strerror(result.failure)))
    }
    return broken.isTrue ? .couldNot : .done
  }

  /// Whether a line was reported; the archive reader reports one at a time.
  private final class Broken: @unchecked Sendable { var isTrue = false }
}
