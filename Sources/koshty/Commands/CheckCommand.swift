import ArgumentParser
import Dashboard
import FundingCore
import FundingStore
import Reading

/// `koshty check`: what is wrong or doubtful in the library, with file and line.
struct CheckCommand: KoshtyCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Що в бібліотеці хибне або сумнівне. What is wrong or doubtful in the library.")

  @OptionGroup var options: GlobalOptions

  func perform() throws(StoreError) -> Outcome {
    let context = try Context(options)
    let library = try LoadedLibrary(context)
    var findings =
      Configuration(context).findings(library.tables) + library.findings
      + Reader(tables: library.tables).collisions
    findings.sort { FindingOrder.key($0) < FindingOrder.key($1) }
    switch options.format {
    case .json, .jsonl: Output.write(FindingPrinter.json(findings))
    case .csv, .markdown, .text: Output.write(FindingPrinter.text(findings, context))
    }
    return findings.contains { $0.severity == .error } ? .couldNot : .done
  }
}

/// Errors first, then by file and line.
enum FindingOrder {
  static func key(_ finding: Finding) -> (Int, String, Int, String) {
    (
      finding.severity == .error ? 0 : 1, finding.location.file, finding.location.line ?? 0,
      finding.message
    )
  }
}

/// Findings as text for people and as JSON.
enum FindingPrinter {
  static func text(_ findings: [Finding], _ context: Context) -> String {
    var lines: [String] = []
    let texts = Texts(context.language)
    for finding in findings {
      let place = FindingLine.place(of: finding)
      let words = texts.describe(finding)
      let kind =
        finding.severity == .error
        ? context.text("помилка", "error") : context.text("сумнів", "doubt")
      lines.append("\(place): \(kind): \(words.message) [\(finding.code)]")
      if let excerpt = finding.excerpt, !excerpt.isEmpty {
        lines.append("    \(Sanitised.line(excerpt))")
      }
      if !words.remedy.isEmpty { lines.append("    → \(words.remedy)") }
    }
    let errors = findings.count { $0.severity == .error }
    let doubts = findings.count - errors
    lines.append(
      context.text(
        "Помилок: \(errors), сумнівів: \(doubts).", "Errors: \(errors), doubts: \(doubts)."))
    return lines.joined(separator: "\n") + "\n"
  }

  static func json(_ findings: [Finding]) -> String {
    var json = JSONWriter(indented: true)
    json.array { json in
      for finding in findings {
        json.object { json in
          json.name("severity")
          json.string(finding.severity.rawValue)
          json.name("code")
          json.string(finding.code)
          json.name("file")
          json.string(finding.location.file)
          if let line = finding.location.line {
            json.name("line")
            json.number(line)
          }
          if let column = finding.location.column {
            json.name("column")
            json.number(column)
          }
          json.name("message")
          json.string(finding.message)
          json.name("remedy")
          json.string(finding.remedy)
          if let excerpt = finding.excerpt {
            json.name("excerpt")
            json.string(excerpt)
          }
        }
      }
    }
    return json.text + "\n"
  }
}
