import Glibc

/// Standard output and standard error, as bytes.
///
/// A pipe that was closed at the other end is success: whoever read had enough.
enum Output {
  static let isTerminal = isatty(STDOUT_FILENO) == 1

  /// Data, to standard output.
  static func write(_ text: String) { write(Array(text.utf8)) }

  static func write(_ bytes: [UInt8]) {
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(STDOUT_FILENO, $0.baseAddress.map { $0 + start }, bytes.count - start)
      }
      if count < 0 {
        if errno == EINTR { continue }
        exit(errno == EPIPE ? 0 : 2)
      }
      start += count
    }
  }

  static func line(_ text: String = "") { write(text + "\n") }

  /// Talk, to standard error.
  static func say(_ text: String) {
    let bytes = Array("koshty: \(text)\n".utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, bytes.count) }
  }
}

/// How a command ended.
enum Outcome: Int32 {
  case done = 0
  case nothingFound = 1
  case couldNot = 2
}
