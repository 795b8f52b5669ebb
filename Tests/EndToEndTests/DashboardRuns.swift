import Dashboard
import Foundation
import FundingCore
import FundingStore
import Screen
import TestSupport
import Testing

/// Where all runs keep their index: made by the first of them.
private let cache = TemporaryFolder()

/// The library the program is shown on, read and reconciled once for all tests.
private let fixture = Result {
  let folder = checkout + "/Tests/EndToEndTests/Fixtures/library"
  let contents = try Library(path: folder, shipped: checkout + "/data").contents()
  let ledger = Ledger.reconcile(
    contents.readings, tables: contents.tables, home: Place.ID("kharkiv"))
  return (ledger: ledger, table: FundingTable(ledger, tables: contents.tables))
}

/// What the program should show of that library; each test has its own.
func fixtureData() throws -> DashboardData {
  let (ledger, table) = try fixture.get()
  return DashboardData(table: table, ledger: ledger)
}

/// The built program in a terminal of its own, used as a person would. Settings, state and home lie in `folder`.
func dashboard(
  columns: Int = 80, rows: Int = 24, arguments: [String] = [],
  environment: [String: String] = [:], folder: TemporaryFolder = TemporaryFolder()
) throws -> Session {
  var given = [
    "KOSHTY_LIBRARY": checkout + "/Tests/EndToEndTests/Fixtures/library", "HOME": folder.path,
    "XDG_STATE_HOME": folder.path + "/state", "XDG_CONFIG_HOME": folder.path + "/config",
    "XDG_DATA_HOME": folder.path + "/data", "XDG_CACHE_HOME": cache.path,
  ]
  given.merge(environment) { $1 }
  let session = try Session(
    Program.path, arguments, columns: columns, rows: rows, environment: given)
  session.folder = folder
  return session
}

@Suite(.beside) struct WayDownTests {
  @Test func `a person finds the sentence behind a district's money`() throws {
    let session = try dashboard()
    try session.see("Укриття")
    session.send("d")
    try session.see("Салтівський район")
    // Down to the district, whatever stands before it.
    try session.wait("the cursor on Saltivskyi") { here in
      if here.text.contains("▸  Салтівський район") {
        return true
      }
      here.send("j")
      here.settle()
      return false
    }
    session.send("\r")
    try session.see("район: Салтівський район")
    try session.see("$2,4 млн")
    try session.see("крім того, без району")
    session.send("\t\r")
    try session.see("Норвегія виділила 2,4 млн доларів")
    try session.see("Об’єктив")
    session.send("j\r")
    try session.see("Роботи тривають.")
    session.resize(columns: 120, rows: 40)
    try session.wait("the wider screen") {
      $0.rowText(39).contains("клавіші") && $0.text.contains("Роботи тривають.")
    }
    session.send("q")
    #expect(try session.end() == .exited(0))
    #expect(session.modes == session.modesBefore)
  }

  @Test func `keys mean the same under the Ukrainian layout`() throws {
    let session = try dashboard()
    try session.see("Укриття")
    session.send("2о")
    try session.wait("the second project") { $0.rowText(5).contains("▸") }
    try session.see(", клавіші")
    session.send("Д")
    try session.see("Projects")
    session.send("й")
    #expect(try session.end() == .exited(0))
  }

  @Test func `search finds a city written in four ways`() throws {
    let session = try dashboard()
    try session.see("Укриття")
    for word in ["Kharkiv", "Харків", "Харьков", "[fhrsd"] {
      session.send("/\(word)")
      try session.see("/ \(word)")
      try session.see("≥ $42,5 млн")
      session.send("\u{1B}")
      try session.seeNoMore("/ \(word)")
    }
  }

  @Test func `a click selects and a second click opens`() throws {
    let session = try dashboard()
    try session.see("Енергетика")
    let row = try #require((0..<24).first { session.rowText($0).contains("ЄБРР") })
    let column = try #require(session.clusters(row).firstIndex(of: "Б"))
    for _ in 0..<2 {
      session.send("\u{1B}[<0;\(column + 1);\(row + 1)M\u{1B}[<0;\(column + 1);\(row + 1)m")
    }
    try session.see("25 million")
  }

  @Test func `pasted text runs nothing`() throws {
    let session = try dashboard()
    try session.see("Укриття")
    session.send("\u{1B}[200~qqq2\u{1B}[201~")
    try session.see("натисніть /")
    session.send("/\u{1B}[200~Норвегія\u{7}\nx\u{1B}[201~")
    try session.see("/ Норвегія")
    session.send("\u{15}\r")
    session.settle()
    #expect(session.text.contains("1 Сектори"))
  }

  @Test func `a sequence nobody knows is swallowed`() throws {
    let session = try dashboard()
    try session.see("Укриття")
    session.settle()
    let before = session.text
    session.send("\u{1B}[1089::99;5u\u{1B}[?62;22c")
    session.settle()
    #expect(session.text == before)
  }

  @Test func `Esc works at once`() throws {
    let session = try dashboard()
    try session.see("Укриття")
    session.send("?")
    try session.see("Клавіші:")
    let start = Session.now
    session.send("\u{1B}")
    try session.seeNoMore("Клавіші:")
    #expect(Session.now - start < 0.5)
  }

  /// With an index, without one (all is read anew, on all processors), and on a table that several threads work on.
  @Test(arguments: ["", "cold", "--generate 150000"])
  func `an idle dashboard writes nothing and does not wake up`(_ start: String) throws {
    let folder = TemporaryFolder()
    let session = try dashboard(
      columns: 120,
      arguments: start.hasPrefix("--") ? start.split(separator: " ").map(String.init) : [],
      environment: start == "cold" ? ["XDG_CACHE_HOME": folder.path + "/cache"] : [:],
      folder: folder)
    try session.see("Укриття")
    if start.hasPrefix("--") { try session.see("150 000 внесків", seconds: 60) }
    session.send("/a")
    try session.see("/ a")
    session.settle()
    // What is kept beside the first picture is done by then.
    while session.pump(milliseconds: 500) {}
    // A size is heard of whatever threads there are, without a key.
    session.resize(columns: 100, rows: 30)
    try session.wait("the new size") { $0.rowText(29).contains("Esc") }
    var before = 0
    for _ in 0..<20 where before != (try session.wakeUps) {
      before = try session.wakeUps
      session.pump(milliseconds: 700)
    }
    session.forget()
    session.pump(milliseconds: 1500)
    #expect(session.raw.isEmpty)
    #expect(try session.wakeUps == before)
  }

  static let sizes = [
    Size(width: 20, height: 5), Size(width: 40, height: 12), Size(width: 80, height: 24),
    Size(width: 120, height: 40), Size(width: 200, height: 60),
  ]
  static let views = [
    "1", "2", "3", "3t", "3b", "3B\r", "4", "5", "6", "W", "1D", "1f", "1d", "1?", "2\r", "5\r",
  ]

  @Test(arguments: sizes, views)
  func `moving the cursor writes at most a kilobyte, scrolling or not`(
    _ size: Size, _ view: String
  ) throws {
    let session = try dashboard(columns: size.width, rows: size.height)
    try session.see("$4")
    // From the middle of a long list each step scrolls it.
    session.send(view + "\u{1B}[6~")
    session.settle()
    for key in [view == "4" ? "l" : "\u{1B}OB", "\u{1B}OA"] {
      for step in 0..<(size.width < 150 ? 4 : 3) {
        let count = bytes(of: key, session)
        #expect(count <= 1024, "\(view), step \(step) of \(key.dropFirst(2))")
        if count == 0 { break }
      }
    }
  }

  /// What a move writes, with what follows it beside a list on a wide screen once the cursor has rested.
  private func bytes(of key: String, _ session: Session) -> Int {
    session.forget()
    session.send(key)
    rest(session)
    return session.raw.count
  }

  /// Waits until what stands beside a list has followed the cursor.
  private func rest(_ session: Session) {
    if session.columns >= 150 { while session.pump(milliseconds: 200) {} }
    session.settle()
  }
}
