import Dashboard
import FundingCore
import Screen

/// A list for people or machines: columns, rows, and lines around them.
///
/// - Shape: every cell has a text for people and a datum for machines; text and Markdown print the one, CSV the other.
struct Report {
  struct Column {
    /// The name of the column in CSV.
    var id: String
    var heading: String
    var isRight = false
    /// The widest it is printed as text; longer cells end in `…`.
    var limit = 48
  }

  struct Cell {
    var text: String
    var datum: String

    init(_ text: String, datum: String? = nil) {
      self.text = Sanitised.line(text)
      self.datum = datum ?? text
    }
  }

  var columns: [Column]
  var rows: [[Cell]] = []
  /// Printed before and after the table in text and Markdown.
  var heading: [String] = []
  var footer: [String] = []

  func text() -> String {
    var lines = heading.map { Sanitised.line($0) }
    if !rows.isEmpty {
      if !lines.isEmpty { lines.append("") }
      lines += table()
    }
    if !footer.isEmpty {
      if !lines.isEmpty { lines.append("") }
      lines += footer.map { Sanitised.line($0) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func table() -> [String] {
    let widths = columns.indices.map { index in
      min(
        columns[index].limit,
        rows.reduce(columns[index].heading.columns) { max($0, $1[index].text.columns) })
    }
    func line(_ cells: [String]) -> String {
      var parts: [String] = []
      for (index, cell) in cells.enumerated() where columns[index].limit > 0 {
        let fitted = cell.clipped(to: widths[index])
        parts.append(fitted.padded(to: widths[index], columns[index].isRight ? .right : .left))
      }
      var text = parts.joined(separator: "  ")
      while text.last == " " { text.removeLast() }
      return text
    }
    let rule = widths.filter { $0 > 0 }.map { String(repeating: "─", count: $0) }
      .joined(separator: "  ")
    return [line(columns.map(\.heading)), rule] + rows.map { line($0.map(\.text)) }
  }

  func csv() -> String {
    func field(_ text: String) -> String {
      let special: Set<UInt8> = [10, 13, 34, 44]
      guard text.utf8.contains(where: special.contains) else { return text }
      let doubled = text.replacing("\"", with: "\"\"")
      return "\"\(doubled)\""
    }
    var lines = [columns.map { field($0.id) }.joined(separator: ",")]
    for row in rows { lines.append(row.map { field($0.datum) }.joined(separator: ",")) }
    return lines.joined(separator: "\n") + "\n"
  }

  func markdown() -> String {
    func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
    var lines = heading.map { Sanitised.line($0) }
    if !lines.isEmpty { lines.append("") }
    if !rows.isEmpty {
      func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
      let shown = columns.indices.filter { columns[$0].limit > 0 }
      lines.append(line(shown.map { cell(columns[$0].heading) }))
      lines.append(line(shown.map { columns[$0].isRight ? "---:" : "---" }))
      for row in rows { lines.append(line(shown.map { cell(row[$0].text) })) }
      lines.append("")
    }
    lines += footer.map { Sanitised.line($0) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Prints as asked; `json` is made only where it is.
  func print(as format: OutputFormat, json: () -> String) {
    switch format {
    case .text: Output.write(text())
    case .csv: Output.write(csv())
    case .markdown: Output.write(markdown())
    case .json, .jsonl: Output.write(json())
    }
  }
}
