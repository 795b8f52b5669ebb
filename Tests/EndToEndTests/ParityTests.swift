import Dashboard
import FundingCore
import Screen
import TestSupport
import Testing

/// What the program shows is what `view` draws, cell by cell: one check of curses, widths, locale and linking.
@Suite(.beside) struct ParityTests {
  private func state(_ language: Language, width: Int, height: Int) throws -> State {
    var state = State(
      data: try fixtureData(), settings: Settings(language: language),
      size: Size(width: width, height: height))
    state.isFirstVisit = true
    return state
  }

  static let scripts = [
    "", "2j", "3", "4l", "5", "\r", "\rj\r", "d", "?", "2oLд", "w", "3b", "3B\r", "/норвег",
  ]

  @Test(arguments: scripts)
  func `the terminal shows the picture cell by cell`(_ script: String) throws {
    let (width, height) = (100, 30)
    var state = try state(.uk, width: width, height: height)
    let session = try dashboard(
      columns: width, rows: height, arguments: ["dashboard", "--language", "uk"])
    try session.see("Укриття")
    for scalar in script.unicodeScalars {
      session.send(String(Character(scalar)))
      _ = update(&state, event: .key(scalar == "\r" ? .enter : .character(scalar)))
      let grid = view(state, width: width, height: height)
      try session.wait("the picture after \(script)") { seen in
        (0..<height).allSatisfy { seen.clusters($0) == grid.row($0).map(\.cluster) }
      }
    }
    session.settle()
    if script.isEmpty {
      try session.wait("the first picture") {
        $0.text == view(state, width: width, height: height).description
      }
    }
    let grid = view(state, width: width, height: height)
    for row in 0..<height {
      #expect(session.clusters(row) == grid.row(row).map(\.cluster), "row \(row) after “\(script)”")
    }
  }

  @Test func `a key script gives the same state under three layouts`() throws {
    var states: [State] = []
    for script in ["2jjLsd", "2ооДів", "2ооДыв"] {
      var state = try state(.uk, width: 80, height: 24)
      for scalar in script.unicodeScalars { _ = update(&state, event: .key(.character(scalar))) }
      state.isCyrillic = false
      if let first = states.first { state.data = first.data }
      states.append(state)
    }
    #expect(states[0] == states[1])
    #expect(states[0] == states[2])
  }
}

/// The linear rendering: no escape sequence, numbers pick, the last line is the focus.
@Suite(.beside) struct PlainModeTests {
  @Test func `plain mode speaks, picks by number and writes no escape`() throws {
    let session = try dashboard(
      arguments: ["dashboard", "--plain", "--language", "en"], environment: ["TERM": "dumb"])
    try session.see("> 1. ")
    session.send("2")
    try session.see("Франція дала")
    session.send("q")
    #expect(try session.end() == .exited(0))
    #expect(!session.rawText.contains("\u{1B}"))
    #expect(session.modes == session.modesBefore)
  }

  @Test func `lines are broken at the width of the terminal, also after another`() throws {
    let session = try dashboard(arguments: ["dashboard", "--plain", "--language", "uk"])
    try session.see("> 1. ")
    session.settle()
    session.forget()
    session.resize(columns: 40, rows: 24)
    try session.see("> 1. ")
    session.settle()
    let lines = session.rawText.split(separator: "\r\n")
    #expect(lines.count > 3 && lines.allSatisfy { $0.count <= 40 })
    session.send("q")
    #expect(try session.end() == .exited(0))
  }

  @Test func `Ctrl-C leaves the lines as it leaves the picture`() throws {
    let session = try dashboard(arguments: ["dashboard", "--plain", "--language", "uk"])
    try session.see("> 1. ")
    session.send("/ш\u{3}")
    #expect(try session.end() == .exited(130))
    #expect(session.modes == session.modesBefore)
  }

  @Test func `v goes over to lines and back`() throws {
    let session = try dashboard(arguments: ["dashboard", "--language", "en"])
    try session.see("Shelters")
    session.send("v")
    try session.see("> 1. ")
    #expect(session.rawText.contains("\u{1B}[?1049l"))
    session.send("v")
    try session.see("2 Projects")
    session.send("q")
    #expect(try session.end() == .exited(0))
  }
}

/// What is kept between visits.
@Suite(.beside) struct SessionTests {
  @Test func `leaving and coming back is where one was, but not with --fresh`() throws {
    let folder = TemporaryFolder()
    let first = try dashboard(folder: folder)
    try first.see("Укриття")
    try first.see("Хто платить за відбудову")
    first.send("2jL")
    try first.see("Projects")
    first.send("q")
    _ = try first.end()
    let second = try dashboard(folder: folder)
    try second.wait("the second project of the table") { $0.rowText(5).hasPrefix("▸") }
    #expect(!second.text.contains("Who pays for the rebuilding"))
    second.send("q")
    _ = try second.end()
    let fresh = try dashboard(arguments: ["dashboard", "--fresh"], folder: folder)
    try fresh.see("▸✓ Японія")
  }

  @Test func `a mistake in the configuration is told with file and line`() throws {
    let folder = TemporaryFolder()
    try folder.write(
      "language: en\nkeys:\n  quit: Q\n  dance: d\n", to: "config/koshty/config.yaml")
    let session = try dashboard(folder: folder)
    try session.see("config.yaml:4: There is no command “dance”.")
    session.send("q")
    session.settle()
    session.send("Q")
    #expect(try session.end() == .exited(0))
  }
}
