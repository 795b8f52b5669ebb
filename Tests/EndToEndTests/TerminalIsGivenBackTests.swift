import Glibc
import TestSupport
import Testing

/// Whatever ends or stops the program, the terminal is as it was found.
@Suite(.beside) struct TerminalIsGivenBackTests {
  private func expectRestored(_ session: Session) {
    #expect(session.modes == session.modesBefore)
    #expect(session.rawText.contains("\u{1B}[?1049l"))
    #expect(session.rawText.contains("\u{1B}[?2004l"))
    #expect(session.rawText.contains("\u{1B}[?1002l"))
  }

  @Test(arguments: [SIGTERM, SIGINT, SIGQUIT])
  func `a signal that asks to end`(_ number: Int32) throws {
    let session = try dashboard()
    try session.see("Укриття")
    #expect(session.modes != session.modesBefore)
    kill(session.process, number)
    #expect(try session.end() == .exited(128 + number))
    expectRestored(session)
  }

  @Test func `a closed terminal`() throws {
    let session = try dashboard()
    try session.see("Укриття")
    kill(session.process, SIGHUP)
    #expect(try session.end() == .exited(129))
    #expect(session.modes == session.modesBefore)
  }

  @Test(arguments: [SIGILL, SIGSEGV, SIGTRAP, SIGABRT, SIGBUS, SIGFPE])
  func `a trap, at once and still of its signal`(_ number: Int32) throws {
    let session = try dashboard()
    try session.see("Укриття")
    let start = Session.now
    kill(session.process, number)
    #expect(try session.end() == .killed(number))
    #expect(Session.now - start < 5)
    expectRestored(session)
  }

  @Test func `being stopped and taken up again`() throws {
    let folder = TemporaryFolder()
    let shell = try Session(
      "/bin/bash", ["--norc", "--noprofile", "-i"],
      environment: [
        "KOSHTY_LIBRARY": checkout + "/Tests/EndToEndTests/Fixtures/library", "PS1": "prompt> ",
        "HOME": folder.path,
      ])
    shell.folder = folder
    try shell.see("prompt>")
    shell.send("\(Program.path)\n")
    try shell.see("Укриття")
    shell.send("\u{1A}")
    try shell.see("Stopped")
    #expect(shell.rawText.contains("\u{1B}[?2004l"))
    shell.forget()
    shell.resize(columns: 100, rows: 30)
    shell.send("fg\n")
    try shell.wait("the dashboard at its new size") { $0.rowText(29).contains("клавіші") }
    shell.settle()
    #expect(shell.rawText.contains("\u{1B}[?2004h"))
    #expect(shell.rawText.contains("\u{1B}[?1002h"))
    shell.send("q")
    try shell.see("prompt>")
    shell.send("exit\n")
    _ = try shell.end()
  }
}

/// Terminals of every kind: nobody is turned away.
@Suite(.beside) struct EveryTerminalTests {
  @Test(arguments: [
    "no-such-terminal", "xterm-kitty", "", "xterm", "vt100", "screen", "linux", "tmux-256color",
  ])
  func `the dashboard opens`(_ type: String) throws {
    let session = try dashboard(environment: ["TERM": type])
    try session.see("Укриття")
    session.send("q")
    #expect(try session.end() == .exited(0))
    #expect(session.modes == session.modesBefore)
  }

  @Test func `without a UTF-8 locale Ukrainian is still written`() throws {
    let session = try dashboard(environment: ["LC_ALL": "C", "LANG": "C"])
    try session.see("Укриття")
  }

  @Test func `NO_COLOR leaves no colour and keeps the selection`() throws {
    let session = try dashboard(environment: ["NO_COLOR": "1"])
    try session.see("Укриття")
    session.settle()
    let colour = try Regex("\u{1B}\\[([0-9]+;)*(3[0-8]|4[0-8]|9[0-7])(;[0-9]+)*m")
    #expect(session.rawText.firstMatch(of: colour) == nil)
    let row = try #require(
      (3..<24).first { session.rowText($0).hasPrefix("▸") && session.isReversed(row: $0) })
    #expect(row > 0)
  }

  @Test(arguments: ["xterm-256color", "tmux-256color"])
  func `a terminal of 24 bits gets the very colours of the theme`(_ type: String) throws {
    let folder = TemporaryFolder()
    try folder.write("theme: dark\n", to: "config/koshty/config.yaml")
    let session = try dashboard(
      environment: ["TERM": type, "COLORTERM": "truecolor"], folder: folder)
    try session.see("Укриття")
    session.settle()
    // Rows: the total on its own ground, a sector's name in the accent, the paper everywhere else.
    let total = session.colours(2, 0)
    #expect(total.ink == 0x1B1D1E && total.ground == 0x8FD694)
    let name = try #require((3..<24).first { session.rowText($0).contains("Житло") })
    #expect(session.colours(2, name).ink == 0x7FC8FF)
    #expect((0..<80).allSatisfy { session.colours($0, 22).ground == 0x1B1D1E })
    session.send("q")
    #expect(try session.end() == .exited(0))
  }

  @Test func `a terminal of 256 colours gets those of its palette`() throws {
    let folder = TemporaryFolder()
    try folder.write("theme: dark\n", to: "config/koshty/config.yaml")
    let session = try dashboard(folder: folder)
    try session.see("Укриття")
    session.settle()
    let total = session.colours(2, 0)
    #expect(total.ink == -2 - 234 && total.ground == -2 - 114)
    session.send("q")
    #expect(try session.end() == .exited(0))
  }

  @Test func `a screen of 20 by 5 holds the total and can be left`() throws {
    let session = try dashboard(columns: 20, rows: 5)
    try session.see("$4")
    session.send("q")
    #expect(try session.end() == .exited(0))
  }

  @Test func `resizing down to one cell and back loses nothing`() throws {
    let session = try dashboard()
    try session.see("Укриття")
    for size in [(40, 12), (20, 5), (3, 2), (1, 1), (200, 60), (80, 24)] {
      session.resize(columns: size.0, rows: size.1)
      session.settle()
    }
    try session.see("Укриття")
    session.send("q")
    #expect(try session.end() == .exited(0))
  }
}
