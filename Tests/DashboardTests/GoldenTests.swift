import Dashboard
import Foundation
import FundingCore
import Screen
import TestSupport
import Testing

/// Pictures of every view as files that are read and judged by people: the text, how it looks without colours, and how in
/// the dark theme of 256. `UPDATE_GOLDEN=1 swift test --filter Golden` writes them anew.
@Suite struct GoldenTests {
  static let sizes = [
    Size(width: 20, height: 5), Size(width: 40, height: 12), Size(width: 80, height: 24),
    Size(width: 120, height: 40), Size(width: 200, height: 60),
  ]

  /// A view by the keys that lead to it.
  struct Scenario: Sendable, CustomStringConvertible {
    var name: String
    var keys: String
    var isFirstVisit = false
    var description: String { name }
  }

  static let scenarios = [
    Scenario(name: "welcome", keys: "", isFirstVisit: true),
    Scenario(name: "sectors", keys: ""), Scenario(name: "projects", keys: "2"),
    Scenario(name: "sorted", keys: "2ssS"), Scenario(name: "funding", keys: "3"),
    Scenario(name: "pivot", keys: "3B<Enter>"), Scenario(name: "rows", keys: "3b"),
    Scenario(name: "columns", keys: "3llB"), Scenario(name: "months", keys: "3t"),
    Scenario(name: "years", keys: "3tb"), Scenario(name: "map", keys: "4l"),
    Scenario(name: "articles", keys: "5"), Scenario(name: "doubts", keys: "6"),
    Scenario(name: "decisions", keys: "D"), Scenario(name: "project", keys: "<Enter>"),
    Scenario(name: "sentence", keys: "<Enter>j"),
    Scenario(name: "article", keys: "<Enter>j<Enter>"),
    Scenario(name: "sum", keys: "<Enter>j<Enter>n<Enter>"), Scenario(name: "districts", keys: "d"),
    Scenario(name: "facets", keys: "f"), Scenario(name: "help", keys: "?"),
    Scenario(name: "search", keys: "/Салтівка"), Scenario(name: "found", keys: "2/ліцей<Enter>"),
    Scenario(name: "nothing", keys: "/нісенітниця<Enter>"),
    Scenario(name: "filtered", keys: "dj<Enter>"), Scenario(name: "export", keys: "E"),
    Scenario(name: "why", keys: "W"), Scenario(name: "figure", keys: "<Enter>w"),
    Scenario(name: "compare", keys: "<Enter>="), Scenario(name: "correct", keys: "<Enter>e1"),
    Scenario(name: "cyrillic", keys: "о"),
  ]

  @Test(arguments: scenarios, [Language.uk, .en])
  func `every view looks as it did`(_ scenario: Scenario, _ language: Language) throws {
    var pictures: [String] = []
    for size in Self.sizes {
      var state = Fixture.state(language, width: size.width, height: size.height)
      state.isFirstVisit = scenario.isFirstVisit
      press(scenario.keys, &state)
      let grid = view(state, width: size.width, height: size.height)
      pictures.append(
        "== \(size.width)×\(size.height)\n\(grid)\n-- mono\n\(Looks.mono(grid))\n-- 256\n"
          + Looks.dark256(grid) + "\n")
    }
    try expect(pictures.joined(), isGolden: "\(scenario.name)-\(language.rawValue)")
  }

  @Test func `every theme looks as it did`() throws { try expect(Looks.table, isGolden: "themes") }

  private func expect(_ picture: String, isGolden name: String) throws {
    let folder = checkout + "/Tests/DashboardTests/Golden"
    let path = "\(folder)/\(name).txt"
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try picture.write(toFile: path, atomically: true, encoding: .utf8)
      return
    }
    let known = try String(contentsOfFile: path, encoding: .utf8)
    if picture == known { return }
    let (now, then) = (picture.split(separator: "\n"), known.split(separator: "\n"))
    let at =
      zip(now, then).enumerated().first { $1.0 != $1.1 }?.offset ?? min(now.count, then.count)
    Issue.record(
      """
      \(name) changed (UPDATE_GOLDEN=1 takes it over), first at line \(at + 1):
      now  \(now.dropFirst(at).first ?? "")
      then \(then.dropFirst(at).first ?? "")
      """)
  }
}
