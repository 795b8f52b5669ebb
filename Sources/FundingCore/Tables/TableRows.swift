/// Rows of a CSV table read by the names of their columns.
///
/// - Errors: an unknown column is a finding and is passed over; a missing one that is required makes the table empty.
struct TableRows {
  /// A column's place in the header; `nil` where the table does not have it.
  typealias Column = Int?

  let file: String
  let rows: [CSVTable.Row]
  var findings: [Finding]
  private let table: CSVTable
  private let columnIndex: [String: Int]

  init(_ table: CSVTable, file: String, required: [String], optional: [String]) {
    self.file = file
    self.table = table
    var index: [String: Int] = [:]
    var found = table.findings
    for (at, name) in table.header.enumerated() {
      if index[name] != nil {
        found.append(
          Finding(
            .error, code: "duplicate-column", at: .init(file: file, line: 1),
            "The column \"\(name)\" stands twice.",
            remedy: "Keep one of them; the first was read.", excerpt: name))
      } else if required.contains(name) || optional.contains(name) {
        index[name] = at
      } else {
        found.append(
          Finding(
            .error, code: "unknown-column", at: .init(file: file, line: 1),
            "No column is called \"\(name)\" here.",
            remedy: "Known columns: \((required + optional).joined(separator: ", ")).",
            excerpt: name))
      }
    }
    let missing = table.header.isEmpty ? [] : required.filter { index[$0] == nil }
    for name in missing {
      found.append(
        Finding(
          .error, code: "missing-column", at: .init(file: file, line: 1),
          "The column \"\(name)\" is missing.",
          remedy: "Add it to the first line; the table was left out."))
    }
    columnIndex = index
    rows = missing.isEmpty ? table.rows : []
    findings = found
  }

  func column(_ name: String) -> Column { columnIndex[name] }

  /// A field without white space at its ends; empty where the column is absent.
  func text(_ row: CSVTable.Row, _ column: Column) -> String {
    guard let column else { return "" }
    return trimmed(table.field(row, column))
  }

  func optionalText(_ row: CSVTable.Row, _ column: Column) -> String? {
    let value = text(row, column)
    return value.isEmpty ? nil : value
  }

  /// A field cut at semicolons.
  func list(_ row: CSVTable.Row, _ column: Column) -> [String] {
    let value = text(row, column)
    if value.isEmpty { return [] }
    return value.utf8.split(separator: UInt8(ascii: ";")).compactMap { piece in
      let text = trimmed(String(Substring(piece)))
      return text.isEmpty ? nil : text
    }
  }

  mutating func complain(
    _ row: CSVTable.Row, _ code: String, _ message: String, remedy: String, excerpt: String? = nil
  ) {
    findings.append(
      Finding(
        .error, code: code, at: .init(file: file, line: row.line), message, remedy: remedy,
        excerpt: excerpt ?? table.fields(row).first))
  }

  /// The id of a row, or `nil` (and a finding) where it is empty or was used on an earlier line.
  mutating func freshID(_ row: CSVTable.Row, in seen: inout [String: Int]) -> String? {
    let id = text(row, column("id"))
    guard !id.isEmpty else {
      complain(row, "no-id", "The row has no id.", remedy: "Give it an id that no other row has.")
      return nil
    }
    if let line = seen[id] {
      complain(
        row, "duplicate-id", "The id \"\(id)\" is taken by line \(line).",
        remedy: "Give one of them another id.",
        excerpt: id)
      return nil
    }
    seen[id] = row.line
    return id
  }

  private func trimmed(_ text: String) -> String {
    guard let first = text.utf8.first, let last = text.utf8.last else { return text }
    if first > 32, last > 32 { return text }
    let bytes = Array(text.utf8)
    guard let start = bytes.firstIndex(where: { $0 > 32 }),
      let end = bytes.lastIndex(where: { $0 > 32 })
    else {
      return ""
    }
    return String(decoding: bytes[start...end], as: UTF8.self)
  }
}
