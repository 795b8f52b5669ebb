/// Writes JSON into a byte buffer, keeping the order in which members are given.
///
/// - Shape: compact by default; with `indented` one member a line, for people.
public struct JSONWriter: Sendable {
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false
  private var depth = 0
  private let isIndented: Bool

  public init(indented: Bool = false) { isIndented = indented }

  /// What was written so far, as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  public mutating func object(_ body: (inout JSONWriter) -> Void) { nest("{", "}", body) }
  public mutating func array(_ body: (inout JSONWriter) -> Void) { nest("[", "]", body) }

  /// A member's name; its value must follow.
  public mutating func name(_ name: StaticString) {
    separate()
    quoted(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    colon()
  }

  /// A member's name that is only known at run time.
  public mutating func name(_ name: String) {
    separate()
    quoted(name.utf8)
    colon()
  }

  public mutating func string(_ text: String) {
    separate()
    quoted(text.utf8)
  }
  public mutating func number(_ value: some BinaryInteger) { raw(String(value)) }
  public mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }
  public mutating func null() { raw("null") }

  /// Text that is JSON already.
  public mutating func raw(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  /// A line end, outside any value: for JSON Lines.
  public mutating func newline() {
    bytes.append(10)
    needsComma = false
  }

  private mutating func colon() {
    bytes.append(UInt8(ascii: ":"))
    if isIndented { bytes.append(32) }
    needsComma = false
    followsName = true
  }
  private var followsName = false

  private mutating func separate() {
    if followsName {
      followsName = false
      needsComma = true
      return
    }
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    if depth > 0 { breakLine() }
    needsComma = true
  }

  private mutating func breakLine() {
    guard isIndented else { return }
    bytes.append(10)
    bytes.append(contentsOf: repeatElement(32, count: depth * 2))
  }

  private mutating func nest(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    bytes.append(UInt8(ascii: open))
    depth += 1
    needsComma = false
    let start = bytes.count
    body(&self)
    depth -= 1
    if bytes.count > start { breakLine() }
    bytes.append(UInt8(ascii: close))
    needsComma = true
  }

  private mutating func quoted(_ text: some Sequence<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 10: bytes.append(contentsOf: "\\n".utf8)
      case 13: bytes.append(contentsOf: "\\r".utf8)
      case 9: bytes.append(contentsOf: "\\t".utf8)
      case 0..<32, 127:
        let digits = String(byte, radix: 16)
        bytes.append(
          contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
