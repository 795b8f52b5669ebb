/// A comma-separated table as it came from a file: a header and rows of text, each with its line.
///
/// - Shape: RFC 4180: quoted fields may hold commas, doubled quotes and line breaks; lines end in LF or CRLF; a byte
///   order mark is passed over. Fields are not trimmed.
/// - Units: lines from 1; the header's is 1.
/// - Errors: findings; a row with more or fewer fields than the header is left out and named.
public struct CSVTable: Sendable {
  /// One row: its fields in the header's order.
  public struct Row: Sendable {
    public var line: Int
    public var fields: [String]
  }

  public let header: [String]
  public let rows: [Row]
  public let findings: [Finding]

  /// Reads a table from its bytes; `file` is what findings call it.
  public init(_ bytes: [UInt8], file: String) {
    var cutter = RecordCutter(bytes: bytes)
    guard let first = cutter.next() else {
      header = []
      rows = []
      findings = [
        Finding(
          .error, code: "empty-table", at: .init(file: file), "The table is empty.",
          remedy: "Put a line with the names of the columns first.")
      ]
      return
    }
    header = first.fields
    var found: [Finding] = []
    var kept: [Row] = []
    while let row = cutter.next() {
      if row.fields.count == header.count {
        kept.append(row)
      } else if row.fields != [""] {
        found.append(
          Finding(
            .error, code: "wrong-field-count", at: .init(file: file, line: row.line),
            "The row has \(row.fields.count) fields, the header \(header.count).",
            remedy: "Count the commas, or put quotes around a field that holds one.",
            excerpt: row.fields.first))
      }
    }
    rows = kept
    findings = found
  }
}

/// Cuts bytes into records: each byte is looked at once, each field copied once.
private struct RecordCutter {
  let bytes: [UInt8]
  private var at: Int
  private var line = 1

  init(bytes: [UInt8]) {
    self.bytes = bytes
    at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  mutating func next() -> CSVTable.Row? {
    guard at < bytes.count else { return nil }
    let recordLine = line
    var fields: [String] = []
    while true {
      fields.append(
        at < bytes.count && bytes[at] == UInt8(ascii: "\"") ? quotedField() : plainField())
      let isLast = at >= bytes.count || bytes[at] == UInt8(ascii: "\n")
      at += 1
      if isLast { break }
    }
    line += 1
    return CSVTable.Row(line: recordLine, fields: fields)
  }

  private var endsField: Bool {
    at >= bytes.count || bytes[at] == UInt8(ascii: ",") || bytes[at] == UInt8(ascii: "\n")
  }

  private mutating func plainField() -> String {
    let start = at
    while !endsField { at += 1 }
    let isLineEnd = at >= bytes.count || bytes[at] == UInt8(ascii: "\n")
    let end = isLineEnd && at > start && bytes[at - 1] == UInt8(ascii: "\r") ? at - 1 : at
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private mutating func quotedField() -> String {
    let quote = UInt8(ascii: "\"")
    var field: [UInt8] = []
    at += 1
    while at < bytes.count {
      if bytes[at] == quote {
        guard at + 1 < bytes.count, bytes[at + 1] == quote else { break }
        at += 1
      }
      if bytes[at] == UInt8(ascii: "\n") { line += 1 }
      field.append(bytes[at])
      at += 1
    }
    at += 1
    // What stands between the closing quote and the next comma is kept rather than lost.
    while !endsField {
      if bytes[at] != UInt8(ascii: "\r") { field.append(bytes[at]) }
      at += 1
    }
    return String(decoding: field, as: UTF8.self)
  }
}
