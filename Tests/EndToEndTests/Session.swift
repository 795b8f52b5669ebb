import CPty
import CVTerm
import Foundation
import Glibc
import TestSupport

/// A program in a pseudo-terminal of its own, seen through libvterm.
final class Session {
  let process: Int32
  /// Whether it is Koshty itself that was started, and no shell or terminal around it.
  private let isOurs: Bool
  private let master: Int32
  private let slave: Int32
  private let terminal: OpaquePointer
  private let screen: OpaquePointer
  private(set) var rows: Int
  private(set) var columns: Int
  /// Every byte the program wrote.
  private(set) var raw: [UInt8] = []
  /// The terminal's modes before the program ran.
  let modesBefore: [UInt8]
  private var ending: Ending?
  /// The folder of the program's home and settings, kept as long as the program.
  var folder: TemporaryFolder?

  enum Ending: Equatable {
    case exited(Int32)
    case killed(Int32)
  }

  struct Failure: Error, CustomStringConvertible { var description: String }

  init(
    _ path: String, _ arguments: [String] = [], columns: Int = 80, rows: Int = 24,
    environment: [String: String] = [:]
  ) throws {
    self.rows = rows
    self.columns = columns
    isOurs = path == Program.path
    var environment = environment
    let inherited = [
      "PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": "/nonexistent",
    ]
    environment.merge(inherited) { given, _ in given }
    var argumentPointers = ([path] + arguments).map { strdup($0) } + [nil]
    var environmentPointers = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for pointer in argumentPointers + environmentPointers { free(pointer) } }
    var master: Int32 = -1
    var slave: Int32 = -1
    guard kpty_open(Int32(rows), Int32(columns), &master, &slave) == 0 else {
      throw Failure(description: "no pseudo-terminal")
    }
    self.master = master
    self.slave = slave
    // Before the program starts: on a busy machine it may have changed them before this line is reached again.
    modesBefore = Session.modes(slave)
    process = kpty_spawn(path, &argumentPointers, &environmentPointers, slave)
    guard process > 0 else { throw Failure(description: "cannot start \(path)") }
    guard let terminal = vterm_new(Int32(rows), Int32(columns)),
      let screen = vterm_obtain_screen(terminal)
    else {
      throw Failure(description: "no libvterm")
    }
    self.terminal = terminal
    self.screen = screen
    vterm_set_utf8(terminal, 1)
    vterm_screen_enable_altscreen(screen, 1)
    vterm_screen_reset(screen, 1)
  }

  deinit {
    if ending == nil {
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
    close(master)
    close(slave)
    vterm_free(terminal)
  }

  private static func modes(_ slave: Int32) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = Int(kpty_modes(slave, &bytes, 256))
    return Array(bytes.prefix(count))
  }

  var modes: [UInt8] { Session.modes(slave) }

  /// Everything written so far, as text.
  var rawText: String { String(decoding: raw, as: UTF8.self) }

  /// Forgets the bytes written so far; returns how many there were.
  @discardableResult
  func forget() -> Int {
    defer { raw = [] }
    return raw.count
  }

  func send(_ text: String) {
    let bytes = Array(text.utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(master, $0.baseAddress.map { $0 + sent }, bytes.count - sent)
      }
      if count > 0 { sent += count } else { pump(milliseconds: 10) }
    }
  }

  func resize(columns: Int, rows: Int) {
    self.rows = rows
    self.columns = columns
    vterm_set_size(terminal, Int32(rows), Int32(columns))
    kpty_resize(master, Int32(rows), Int32(columns))
  }

  /// Takes in what the program writes within a time; false if nothing came.
  @discardableResult
  func pump(milliseconds: Int32) -> Bool {
    var watched = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&watched, 1, milliseconds) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = read(master, &buffer, buffer.count)
    guard count > 0 else { return false }
    raw += buffer.prefix(count)
    buffer.withUnsafeBytes { bytes in
      _ = vterm_input_write(terminal, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), count)
    }
    return true
  }

  /// Waits until the screen is as wanted; fails with the screen after a time.
  func wait(_ what: String, seconds: Double = 20, until condition: (Session) -> Bool) throws {
    let limit = Session.now + seconds
    while !condition(self) {
      if Session.now > limit {
        throw Failure(description: "waited in vain for \(what); the screen:\n\(text)")
      }
      pump(milliseconds: 20)
    }
  }

  /// Waits until words stand on the screen.
  func see(_ words: String, seconds: Double = 20) throws {
    try wait("“\(words)”", seconds: seconds) { $0.text.contains(words) }
  }

  /// Waits until words are gone from the screen.
  func seeNoMore(_ words: String) throws {
    try wait("“\(words)” to go") { !$0.text.contains(words) }
  }

  /// Waits until the program has taken all keys, sleeps and has written nothing for a moment: longer than an escape byte
  /// is held back. What other programs do behind the terminal cannot be seen, so they are given more time.
  func settle() {
    let limit = Session.now + 20
    repeat { while pump(milliseconds: isOurs ? 50 : 120) {} } while !isAsleep && Session.now < limit
  }

  /// Whether the program has read what was typed and waits.
  private var isAsleep: Bool {
    guard isOurs, ending == nil else { return true }
    let line = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
    return kpty_typed(slave) == 0 && !line.contains(") R ") && !line.contains(") D ")
  }

  /// Waits for the program's end.
  func end(seconds: Double = 20) throws -> Ending {
    let limit = Session.now + seconds
    while true {
      if let ending { return ending }
      pump(milliseconds: 10)
      var code: Int32 = 0
      switch kpty_status(process, &code) {
      case 1: ending = .exited(code)
      case 2: ending = .killed(code)
      default: break
      }
      if ending != nil { while pump(milliseconds: 10) {} }
      if Session.now > limit {
        throw Failure(description: "the program goes on; the screen:\n\(text)")
      }
    }
  }

  /// How often any thread of the program has been given the processor, whether it waited or was made to wait.
  var wakeUps: Int {
    get throws {
      let tasks = "/proc/\(process)/task"
      return try FileManager.default.contentsOfDirectory(atPath: tasks).reduce(0) { sum, task in
        let lines = try String(contentsOfFile: "\(tasks)/\(task)/status", encoding: .utf8)
          .split(separator: "\n")
        return sum
          + lines.filter { $0.contains("voluntary_ctxt_switches") }
          .compactMap { $0.split(separator: "\t").last.flatMap { Int($0) } }.reduce(0, +)
      }
    }
  }

  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  func cell(_ column: Int, _ row: Int) -> VTermScreenCell {
    var cell = VTermScreenCell()
    vterm_screen_get_cell(screen, VTermPos(row: Int32(row), col: Int32(column)), &cell)
    return cell
  }

  /// The clusters of a row, one a column; the second half of a wide one is empty, a blank is a blank.
  func clusters(_ row: Int) -> [String] {
    (0..<columns).map { column in
      let cell = self.cell(column, row)
      var scalars = String.UnicodeScalarView()
      withUnsafeBytes(of: cell.chars) { bytes in
        for value in bytes.bindMemory(to: UInt32.self) {
          if value == UInt32.max { return }
          guard value != 0, let scalar = Unicode.Scalar(value) else { break }
          scalars.append(scalar)
        }
      }
      if scalars.isEmpty { return cell.chars.0 == UInt32.max ? "" : " " }
      return String(scalars)
    }
  }

  func rowText(_ row: Int) -> String {
    var text = clusters(row).joined()
    while text.last == " " { text.removeLast() }
    return text
  }

  /// The screen, without trailing blanks.
  var text: String { (0..<rows).map { rowText($0) }.joined(separator: "\n") }

  /// A cell's ink and ground: 24 bits, -1 the terminal's own, -2 - n the n-th of its palette.
  func colours(_ column: Int, _ row: Int) -> (ink: Int32, ground: Int32) {
    var cell = self.cell(column, row)
    return (kpty_ink(&cell), kpty_ground(&cell))
  }

  /// Whether any cell of a row is in reverse video.
  func isReversed(row: Int) -> Bool {
    (0..<columns).contains { column in
      var cell = self.cell(column, row)
      return kpty_attributes(&cell) & 4 != 0
    }
  }
}
