/// A comma-separated table as it came from a file: a header and rows of text, each with its line.
///
/// - Shape: RFC 4180: quoted fields may hold commas, doubled quotes and line breaks; lines end in LF or CRLF; a byte
///   order mark is passed over. Fields are not trimmed.
/// - Units: lines from 1; the header's is 1.
/// - Cost: one look at every byte; a field becomes a string when it is asked for.
/// - Errors: findings; a row with more or fewer fields than the header is left out and named.
public struct CSVTable: Sendable {
  /// One row: where its fields begin among the table's cells.
  public struct Row: Sendable {
    public var line: Int
    fileprivate var firstCell: Int
    fileprivate var count: Int
  }

  fileprivate struct Cell: Sendable {
    var start: Int32
    var end: Int32
    var isQuoted: Bool
  }

  public let header: [String]
  public let rows: [Row]
  public let findings: [Finding]
  private let bytes: [UInt8]
  private let cells: [Cell]

  /// Reads a table from its bytes; `file` is what findings call it. At most 2 GiB.
  public init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    var cutter = RecordCutter(bytes: bytes)
    var found: [Finding] = []
    guard bytes.count <= Int(Int32.max), let first = cutter.next() else {
      header = []
      rows = []
      cells = []
      findings = [
        Finding(
          .error, code: "empty-table", at: .init(file: file), "The table is empty.",
          remedy: "Put a line with the names of the columns first.")
      ]
      return
    }
    var kept: [Row] = []
    while let row = cutter.next() {
      if row.count == first.count {
        kept.append(row)
      } else if row.count > 1 || cutter.cells[row.firstCell].start < cutter.cells[row.firstCell].end
      {
        found.append(
          Finding(
            .error, code: "wrong-field-count", at: .init(file: file, line: row.line),
            "The row has \(row.count) fields, the header \(first.count).",
            remedy: "Count the commas, or put quotes around a field that holds one.",
            excerpt: CSVTable.text(cutter.cells[row.firstCell], bytes)))
      }
    }
    cells = cutter.cells
    header = (0..<first.count).map { CSVTable.text(cutter.cells[first.firstCell + $0], bytes) }
    rows = kept
    findings = found
  }

  /// A field of a row, counted from 0; the header's length is how many there are.
  public func field(_ row: Row, _ index: Int) -> String {
    CSVTable.text(cells[row.firstCell + index], bytes)
  }

  /// All fields of a row.
  public func fields(_ row: Row) -> [String] { (0..<row.count).map { field(row, $0) } }

  private static func text(_ cell: Cell, _ bytes: [UInt8]) -> String {
    let content = bytes[Int(cell.start)..<Int(cell.end)]
    let quote = UInt8(ascii: "\"")
    guard cell.isQuoted, content.contains(quote) else {
      return String(decoding: content, as: UTF8.self)
    }
    var unescaped: [UInt8] = []
    var isSecond = false
    for byte in content {
      if byte == quote, !isSecond {
        isSecond = true
      } else {
        unescaped.append(byte)
        isSecond = false
      }
    }
    return String(decoding: unescaped, as: UTF8.self)
  }
}

/// Cuts bytes into records.
private struct RecordCutter {
  let bytes: [UInt8]
  var cells: [CSVTable.Cell] = []
  private var at: Int
  private var line = 1

  init(bytes: [UInt8]) {
    self.bytes = bytes
    at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  mutating func next() -> CSVTable.Row? {
    guard at < bytes.count else { return nil }
    let recordLine = line
    let firstCell = cells.count
    while true {
      if at < bytes.count, bytes[at] == UInt8(ascii: "\"") { quotedField() } else { plainField() }
      let isLast = at >= bytes.count || bytes[at] == UInt8(ascii: "\n")
      at += 1
      if isLast { break }
    }
    line += 1
    return CSVTable.Row(line: recordLine, firstCell: firstCell, count: cells.count - firstCell)
  }

  private var endsField: Bool {
    at >= bytes.count || bytes[at] == UInt8(ascii: ",") || bytes[at] == UInt8(ascii: "\n")
  }

  private mutating func plainField() {
    let start = at
    while !endsField { at += 1 }
    let isLineEnd = at >= bytes.count || bytes[at] == UInt8(ascii: "\n")
    let end = isLineEnd && at > start && bytes[at - 1] == UInt8(ascii: "\r") ? at - 1 : at
    cells.append(CSVTable.Cell(start: Int32(start), end: Int32(end), isQuoted: false))
  }

  /// What stands between a closing quote and the next comma is passed over.
  private mutating func quotedField() {
    let quote = UInt8(ascii: "\"")
    at += 1
    let start = at
    while at < bytes.count {
      if bytes[at] == quote {
        guard at + 1 < bytes.count, bytes[at + 1] == quote else { break }
        at += 1
      } else if bytes[at] == UInt8(ascii: "\n") {
        line += 1
      }
      at += 1
    }
    cells.append(
      CSVTable.Cell(start: Int32(start), end: Int32(min(at, bytes.count)), isQuoted: true))
    at = min(at + 1, bytes.count)
    while !endsField { at += 1 }
  }
}
