import Foundation
import FundingCore
import Screen
import Testing

@testable import Dashboard

/// Every view written to a file in every format: the rows that are seen, what filter and day they stand for, and a file
/// that programs take.
@Suite struct ExportTests {
  /// A view, and how many rows its list has.
  struct View: Sendable, CustomStringConvertible {
    var name: String
    var keys: String
    var description: String { name }
  }

  static let views = [
    View(name: "sectors", keys: ""), View(name: "projects", keys: "2"),
    View(name: "funding", keys: "3"), View(name: "funding", keys: "3B<Enter>"),
    View(name: "funding", keys: "3t"), View(name: "funding", keys: "3tb"),
    View(name: "map", keys: "4"), View(name: "articles", keys: "5"),
    View(name: "doubts", keys: "6"), View(name: "decisions", keys: "D"),
    View(name: "project", keys: "2<Enter>"), View(name: "sum", keys: "5<Enter>n<Enter>"),
    View(name: "article", keys: "5<Enter>"), View(name: "why", keys: "W"),
  ]

  private func state(_ view: View, _ language: Language, filtered: Bool) -> State {
    var state = Fixture.state(language, width: 120, height: 40)
    if filtered { press("/донор:japan|giz|usaid <Enter>", &state) }
    press(view.keys, &state)
    return state
  }

  private func export(_ state: State, _ format: Export.Format) throws -> Export {
    var state = state
    let at = try #require(Export.Format.allCases.firstIndex(of: format))
    guard
      case .export(let file) = press("E" + String(repeating: "j", count: at) + "<Enter>", &state)
        .first
    else { throw Failure() }
    return file
  }

  private struct Failure: Error {}

  /// How many rows are seen in the list.
  private func seen(_ state: State) -> Int {
    switch state.here.page {
    case .sectors: state.scene.panes.reduce(0) { $0 + $1.listed }
    case .projects, .funding, .articles: state.count
    // The line above the tiles is a row as well: what names no district.
    case .map: state.count + 1
    case .doubts, .decisions: state.scene.blocks(width: 120).count { $0.isFocusable }
    case .project(let row): state.data.fundings(ofProject: row).count
    case .fundingDetail: 1
    case .article(let row):
      state.data.reading(row).map { reading in
        reading.claims.indices.reduce(0) {
          $0 + state.data.rows(of: Claim.ID(reading.article.id, $1)).count
        }
      } ?? 0
    case .explanation: state.data.selection(state.here.filter).count
    }
  }

  @Test(arguments: views, [Language.uk, .en])
  func `a file holds the rows that are seen, with filter and day`(
    _ view: View, _ language: Language
  )
    throws
  {
    for isFiltered in [false, true] {
      let state = state(view, language, filtered: isFiltered)
      let rows = seen(state)
      let csv = try export(state, .csv)
      let json = try export(state, .json)
      let markdown = try export(state, .markdown)
      let donors = state.scene.describe(
        state.here.filter.clauses.first ?? .init(.text, ["-"])
      )
      for file in [csv, json, markdown] {
        #expect(file.name.hasPrefix("koshty-" + view.name), "\(file.name)")
        #expect(file.name.contains("2026-11-22"))
        #expect(file.name.contains("japan") == isFiltered, "\(file.name)")
        #expect(file.text.contains("2026-11-22"))
      }
      for file in [csv, markdown] {
        #expect(file.text.contains(donors) == isFiltered, "\(view.keys) \(file.name)")
        #expect(file.text.contains("USD"))
      }
      try check(json: json.text, rows: rows, isFiltered: isFiltered, state)
      try checkOnce(json.text, state)
      check(csv: csv.text, rows: rows, language)
      if language == .uk { try checkCommas(csv.text) }
      check(markdown: markdown.text, rows: rows)
    }
  }

  private func check(json text: String, rows: Int, isFiltered: Bool, _ state: State) throws {
    let read = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let object = try #require(read)
    #expect((object["rows"] as? [[String: Any]])?.count == rows)
    #expect(object["filter"] as? String == state.here.filter.description)
    #expect(object["date"] as? String == "2026-11-22")
    #expect(object["home"] as? String == "kharkiv")
    guard let total = object["total"] as? [String: Any] else { return }
    // The total of the file is the total of the screen.
    let low = try #require((total["usd_low"] as? NSNumber)?.decimalValue)
    let sum = state.data.summary(state.here.filter).total.usd
    #expect(low == Decimal(sum.low) / 100)
    #expect((total["usd_high"] is NSNull) == (sum.high == nil))
  }

  /// What each sum adds to the total stands in one row of it: the column adds up to the total.
  private func checkOnce(_ text: String, _ state: State) throws {
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let rows = object?["rows"] as? [[String: Any]] ?? []
    guard rows.contains(where: { $0["once_usd_low"] != nil }) else { return }
    let sum = rows.reduce(Decimal(0)) {
      $0 + (($1["once_usd_low"] as? NSNumber)?.decimalValue ?? 0)
    }
    #expect(sum == Decimal(state.data.summary(state.here.filter).total.usd.low) / 100)
    #expect(rows.allSatisfy { $0["in_total"] is Bool })
  }

  /// A spreadsheet's file: a mark of its alphabet, as many cells in each row, the note below the rows.
  private func check(csv text: String, rows: Int, _ language: Language) {
    #expect(text.hasPrefix("\u{FEFF}"))
    let lines = cells(text, parted: language == .uk ? ";" : ",")
    #expect(lines.count == rows + 2, "a row of names, the rows, the note")
    #expect(Set(lines.dropLast().map(\.count)).count == 1)
    #expect(lines.last?.first?.hasPrefix("# ") == true)
    #expect(!lines.joined().contains { $0.contains("\u{1B}") })
  }

  /// Ukrainian numbers have a decimal comma, and cells are parted by semicolons.
  private func checkCommas(_ text: String) throws {
    let lines = cells(text, parted: ";")
    let names = try #require(lines.first)
    for (index, name) in names.enumerated() where name.hasSuffix(", $") {
      for cell in lines.dropFirst().dropLast().map({ $0[index] }) where !cell.isEmpty {
        #expect(cell.allSatisfy { $0.isNumber || $0 == "," }, "\(name): \(cell)")
      }
    }
  }

  /// RFC 4180, read back.
  private func cells(_ text: String, parted by: Unicode.Scalar) -> [[String]] {
    var lines: [[String]] = [[""]]
    var isQuoted = false
    var rest = Array(text.unicodeScalars.dropFirst())[...]
    while let scalar = rest.popFirst() {
      let at = lines.count - 1
      let cell = lines[at].count - 1
      if isQuoted {
        if scalar != "\"" {
          lines[at][cell].unicodeScalars.append(scalar)
        } else if rest.first == "\"" {
          lines[at][cell] += "\""
          _ = rest.popFirst()
        } else {
          isQuoted = false
        }
      } else if scalar == "\"" {
        isQuoted = true
      } else if scalar == by {
        lines[at].append("")
      } else if scalar == "\r", rest.first == "\n" {
        _ = rest.popFirst()
        if !rest.isEmpty { lines.append([""]) }
      } else {
        lines[at][cell].unicodeScalars.append(scalar)
      }
    }
    return lines
  }

  private func check(markdown text: String, rows: Int) {
    let table = text.split(separator: "\n").filter { $0.hasPrefix("|") }
    // The names, the rule, the rows, and a row of totals where there are totals.
    #expect(table.count == rows + 2 || table.count == rows + 3)
    let bars = table.map { line in
      zip(line, " " + line).count { $0 == "|" && $1 != "\\" }
    }
    #expect(Set(bars).count == 1)
  }
}
