import CNcurses
import Glibc
import Screen

/// A terminal written to line by line: no cursor addressing, no colours; for screen readers, serial lines and logs.
///
/// - Shape: the last line shown has no line feed behind it, so that the cursor rests on what is in focus.
public final class PlainTerminal {
  private var pending: [UInt8] = []
  private var isClosed = false
  private let isRaw: Bool

  /// Takes the terminal of standard input; keys come one by one where it is one.
  public init() {
    kn_prepare()
    isRaw = kn_raw(1) != 0
    kn_hear_sizes(1)
  }

  /// Columns of the terminal; `nil` where the lines go elsewhere.
  public var columns: Int? {
    let count = Int(kn_columns())
    return count > 0 ? count : nil
  }

  /// Writes lines; the last keeps the cursor, a blank behind it.
  public func show(_ lines: [String]) { send("\r\n" + lines.joined(separator: "\r\n") + " ") }

  /// Goes on with the last line.
  public func add(_ letters: String) { send("\u{8}" + letters + " ") }

  private func send(_ text: String) {
    var copy = text
    copy.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { kn_send($0.baseAddress, $0.count) }
    }
  }

  /// What happens next.
  public func next() -> Event {
    while true {
      if let event = take() { return event }
      let seen = kn_wait(-1)
      if seen & Int32(KN_PIPE) != 0, let event = request() { return event }
      if seen & (Int32(KN_INPUT) | Int32(KN_HANGUP)) != 0 {
        var buffer = [UInt8](repeating: 0, count: 256)
        let count = read(STDIN_FILENO, &buffer, 256)
        if count <= 0 { return .closed }
        pending += buffer.prefix(count)
      }
    }
  }

  private func request() -> Event? {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = Int(kn_read_pipe(&bytes, 64))
    for byte in bytes.prefix(count) {
      switch byte {
      case UInt8(ascii: "i"): return .signal(SIGINT)
      case UInt8(ascii: "q"): return .signal(SIGQUIT)
      case UInt8(ascii: "h"): return .signal(SIGHUP)
      case UInt8(ascii: "t"): return .signal(SIGTERM)
      case UInt8(ascii: "z"):
        kn_raw(0)
        raise(SIGSTOP)
        kn_raw(1)
        return .resumed
      case UInt8(ascii: "r"): return .resize(Size(width: columns ?? 80, height: 24))
      default: return .woken
      }
    }
    return nil
  }

  /// A key out of the bytes read.
  private func take() -> Event? {
    guard let first = pending.first else { return nil }
    if first == 27 { return escape() }
    let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    guard pending.count >= length else { return nil }
    let text = String(decoding: pending.prefix(length), as: UTF8.self)
    pending.removeFirst(length)
    guard let scalar = text.unicodeScalars.first else { return take() }
    switch scalar.value {
    case 13, 10: return .key(.enter)
    case 9: return .key(.tab)
    case 8, 127: return .key(.backspace)
    case 1..<27: return Unicode.Scalar(scalar.value + 96).map { .key(.control($0)) }
    case 0..<32: return take()
    default: return .key(.character(scalar))
    }
  }

  private func escape() -> Event? {
    // A sequence comes in one piece; Esc alone does not.
    guard pending.count >= 3, pending[1] == 0x5B || pending[1] == 0x4F else {
      pending.removeFirst()
      return .key(.escape)
    }
    guard let end = pending.indices.first(where: { $0 >= 2 && (0x40...0x7E).contains(pending[$0]) })
    else {
      pending.removeAll()
      return nil
    }
    let final = pending[end]
    let number = Int(String(decoding: pending[2..<end], as: UTF8.self))
    pending.removeFirst(end + 1)
    switch final {
    case UInt8(ascii: "~"):
      switch number {
      case 1, 7: return .key(.home)
      case 3: return .key(.delete)
      case 4, 8: return .key(.end)
      case 5: return .key(.pageUp)
      case 6: return .key(.pageDown)
      default: return take()
      }
    case UInt8(ascii: "A"): return .key(.up)
    case UInt8(ascii: "B"): return .key(.down)
    case UInt8(ascii: "C"): return .key(.right)
    case UInt8(ascii: "D"): return .key(.left)
    case UInt8(ascii: "H"): return .key(.home)
    case UInt8(ascii: "F"): return .key(.end)
    case UInt8(ascii: "Z"): return .key(.backTab)
    default: return take()
    }
  }

  /// Gives the terminal back as it was found.
  public func close() {
    guard !isClosed else { return }
    isClosed = true
    kn_hear_sizes(0)
    kn_send("\r\n", 2)
    kn_raw(0)
  }
}
