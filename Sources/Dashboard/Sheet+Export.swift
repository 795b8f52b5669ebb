import FundingCore
import Screen

/// A sheet as a file: CSV, JSON, Markdown.
extension Scene {
  /// The view as a file: its rows, and in its head what filter, city, currency and day they stand for.
  func export(as format: Export.Format) -> Export {
    let sheet = sheet
    let day = state.settings.today?.description ?? ""
    let filterText = filter.clauses.map(describe).joined(separator: "; ")
    let name =
      "koshty-\(pageName)" + (slug.isEmpty ? "" : "-" + slug) + (day.isEmpty ? "" : "-" + day)
    let head = [
      sheet.title, homeName,
      filterText.isEmpty ? texts.noFilter : texts.filters + ": " + filterText,
      "USD", day,
    ].joined(separator: " · ")
    let names = sheet.columns.map { $0.prefix(1).uppercased() + $0.dropFirst() }
    switch format {
    case .csv:
      // What is no row of the table comes after it: the first line names the columns, and a column can be summed.
      let note = "# " + ([head] + totalWords(of: sheet)).joined(separator: " · ")
      // A Ukrainian spreadsheet parts cells by semicolons, because commas are in its numbers.
      let isUkrainian = state.settings.language == .uk
      let separator = isUkrainian ? ";" : ","
      let rows = isUkrainian ? sheet.rows.map { withCommas($0, sheet.keys) } : sheet.rows
      // And it takes a file without the mark for one of an older alphabet.
      let lines = ([names] + rows + [[note]]).map {
        $0.map { csvField($0, separator) }.joined(separator: separator) + "\r\n"
      }
      return Export(format: .csv, name: name + ".csv", text: "\u{FEFF}" + lines.joined())
    case .json:
      return Export(format: .json, name: name + ".json", text: json(sheet, day))
    case .markdown:
      func row(_ cells: [String]) -> String {
        "| " + cells.map(markdownCell).joined(separator: " | ") + " |\n"
      }
      let rows = sheet.rows + (totalRow(of: sheet).map { [$0] } ?? [])
      let body = row(names) + row(sheet.columns.map { _ in "---" }) + rows.map(row).joined()
      return Export(
        format: .markdown, name: name + ".md", text: "# \(sheet.title)\n\n\(head)\n\n" + body)
    }
  }

  /// A row whose numbers are written with a decimal comma.
  private func withCommas(_ row: [String], _ keys: [String]) -> [String] {
    zip(keys, row).map { key, cell in
      key.hasSuffix("usd_low") || key.hasSuffix("usd_high")
        ? String(cell.map { $0 == "." ? "," : $0 }) : cell
    }
  }

  /// A last row with what all the others are worth together; own and shared money overlap, so rows do not add up to it.
  private func totalRow(of sheet: Sheet) -> [String]? {
    if let totals = sheet.totals { return totals }
    guard let total = sheet.total, sheet.keys.count > 1 else { return nil }
    var row = [String](repeating: "", count: sheet.keys.count)
    row[0] = texts.totalEachOnce
    let sum = usd(data.summary(filter).total.usd).description
    let low = total.first ?? ""
    let values = [
      "usd": sum, "usd_low": low, "usd_high": total.last ?? "", "once_usd_low": low,
    ]
    if sheet.keys.contains("usd") {
      for (index, key) in sheet.keys.enumerated() { row[index] = values[key] ?? row[index] }
    } else {
      // No column is the sum of own and shared money.
      row[0] += ": " + sum
    }
    return row
  }

  /// The total row in words: `Total, each amount once`, then each column that has one.
  private func totalWords(of sheet: Sheet) -> [String] {
    guard let total = totalRow(of: sheet) else { return [] }
    let cells = state.settings.language == .uk ? withCommas(total, sheet.keys) : total
    return zip(sheet.columns, cells).enumerated().compactMap { index, cell in
      cell.1.isEmpty ? nil : index == 0 ? cell.1 : "\(cell.0): \(cell.1)"
    }
  }

  /// What the filter holds the file to, for its name: `shelters-saltivskyi`.
  private var slug: String {
    let words = filter.clauses.flatMap(\.values).map { value in
      value.split(separator: "/").last.map(String.init) ?? value
    }
    var result = ""
    let name = words.joined(separator: "-")
    // Ids are Latin already; words looked for may not be.
    let plain = name.utf8.allSatisfy { $0 < 0x80 } ? name.lowercased() : SearchFold.fold(name)
    for scalar in plain.unicodeScalars.prefix(60) {
      let isPlain = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      if isPlain {
        result.unicodeScalars.append(scalar)
      } else if !result.hasSuffix("-") && !result.isEmpty {
        result += "-"
      }
    }
    while result.hasSuffix("-") { result.removeLast() }
    return result
  }

  var pageName: String {
    switch here.page {
    case .sectors: "sectors"
    case .projects: "projects"
    case .funding: "funding"
    case .map: "map"
    case .articles: "articles"
    case .doubts: "doubts"
    case .project: "project"
    case .fundingDetail: "sum"
    case .article: "article"
    case .explanation: "why"
    case .decisions: "decisions"
    }
  }

  private func json(_ sheet: Sheet, _ day: String) -> String {
    func value(_ key: String, _ text: String) -> String {
      let isNumber = key.hasSuffix("usd_low") || key.hasSuffix("usd_high") || key == "claims"
      if key == "in_total" || key == "in_force" { return text == texts.yes ? "true" : "false" }
      if isNumber || key == "count" { return text.isEmpty ? "null" : text }
      return quoted(text)
    }
    let rows = sheet.rows.map { row in
      "    {"
        + zip(sheet.keys, row).map { quoted($0) + ": " + value($0, $1) }.joined(separator: ", ")
        + "}"
    }
    let total = sheet.total.map { ends in
      "  \"total\": {\"usd_low\": \(value("usd_low", ends.first ?? "")), "
        + "\"usd_high\": \(value("usd_high", ends.last ?? ""))},\n"
    }
    return "{\n  \"view\": \(quoted(pageName)),\n  \"home\": \(quoted(home.rawValue)),\n"
      + "  \"filter\": \(quoted(filter.description)),\n  \"currency\": \"USD\",\n"
      + "  \"date\": \(quoted(day)),\n" + (total ?? "") + "  \"rows\": [\n"
      + rows.joined(separator: ",\n") + "\n  ]\n}\n"
  }
}

/// RFC 4180, with a separator of one's own; a field that a spreadsheet would take for a formula begins with an apostrophe.
private func csvField(_ text: String, _ separator: String) -> String {
  let safe = "=+-@\t\r".contains(text.first ?? " ") && Double(text) == nil ? "'" + text : text
  let isPlain = !safe.contains { ("\"\r\n" + separator).contains($0) || $0.isNewline }
  if isPlain { return safe }
  return "\"" + safe.reduce(into: "") { $0 += $1 == "\"" ? "\"\"" : String($1) } + "\""
}

private func markdownCell(_ text: String) -> String {
  oneLine(text).reduce(into: "") { $0 += $1 == "|" ? "\\|" : String($1) }
}

/// A JSON string (RFC 8259).
private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    default:
      if scalar.value < 0x20 {
        let hex = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }
  return result + "\""
}
