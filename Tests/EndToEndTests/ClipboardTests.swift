import Foundation
import TestSupport
import Testing

/// A citation on its way to the clipboard, in a terminal and inside tmux.
@Suite(.beside) struct ClipboardTests {
  @Test func `copying sends a citation to the clipboard`() throws {
    let session = try dashboard()
    try session.see("Енергетика")
    session.send("/EBRD\r\r")
    try session.see("25 million")
    session.send("y")
    try session.see("Передано терміналові")
    let citation = try citation(in: session.rawText)
    #expect(citation.contains("Gwara"))
    #expect(citation.contains("€25 000 000"))
  }

  /// What the sequence for the clipboard holds.
  private func citation(in raw: String) throws -> String {
    let start = try #require(raw.range(of: "\u{1B}]52;c;"))
    let end = try #require(raw[start.upperBound...].firstIndex(of: "\u{7}"))
    let data = try #require(Data(base64Encoded: String(raw[start.upperBound..<end])))
    return String(decoding: data, as: UTF8.self)
  }

  @Test func `inside tmux the clipboard outside is reached as well`() throws {
    let session = try dashboard(environment: ["TMUX": "/tmp/tmux-0/default,1,0"])
    try session.see("Енергетика")
    session.send("/EBRD\r\r")
    try session.see("25 million")
    session.send("y")
    try session.see("Передано терміналові")
    let raw = session.rawText
    let inner = try citation(in: raw)
    let wrapped = try #require(raw.range(of: "\u{1B}Ptmux;"))
    let end = try #require(raw[wrapped.upperBound...].range(of: "\u{1B}\\"))
    // Each escape inside is doubled, and the whole ends with a string terminator.
    let outer = String(raw[wrapped.upperBound..<end.lowerBound])
    #expect(outer.hasPrefix("\u{1B}\u{1B}]52;c;") && outer.hasSuffix("\u{7}"))
    #expect(try citation(in: String(outer.dropFirst())) == inner)
    #expect(inner.contains("€25 000 000"))
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/tmux")))
  func `a citation copied inside tmux is in its buffer`() throws {
    let folder = TemporaryFolder()
    let socket = folder.path + "/tmux"
    let environment = [
      "KOSHTY_LIBRARY": checkout + "/Tests/EndToEndTests/Fixtures/library",
      "HOME": folder.path, "XDG_STATE_HOME": folder.path, "XDG_CACHE_HOME": folder.path,
    ]
    let session = try Session(
      "/usr/bin/tmux",
      [
        "-S", socket, "-f", "/dev/null", "new-session", Program.path, ";", "set", "-g", "status",
        "off",
        ";", "set", "-g", "set-clipboard", "on",
      ],
      environment: environment)
    session.folder = folder
    defer { _ = try? tmux("-S", socket, "kill-server") }
    try session.see("Енергетика")
    session.send("/EBRD\r\r")
    try session.see("25 million")
    session.send("y")
    try session.see("Передано терміналові")
    session.settle()
    let buffer = try tmux("-S", socket, "show-buffer")
    #expect(buffer.contains("Gwara") && buffer.contains("€25 000 000"))
  }

  /// What tmux answers.
  private func tmux(_ arguments: String...) throws -> String {
    try Program.run(
      "/usr/bin/tmux", arguments, environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
    ).output
  }
}
