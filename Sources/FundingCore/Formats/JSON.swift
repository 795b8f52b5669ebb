/// A value of JSON text, with numbers kept as they were written so that money stays exact.
///
/// - Shape: RFC 8259. Objects keep the order of their members; of two members with one name the last counts.
/// - Source: read by ``JSON/parse(_:)``; a reader of our own, because the standard decoder needs Foundation and turns
///   every number into a binary fraction.
public indirect enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSON])
  case object([Member])

  /// A name and its value.
  public struct Member: Hashable, Sendable {
    public var name: String
    public var value: JSON
    public init(_ name: String, _ value: JSON) {
      self.name = name
      self.value = value
    }
  }

  /// What is wrong with a text that is no JSON.
  public struct ParseError: Error, Hashable, Sendable {
    /// Offset of the first byte that does not fit.
    public var offsetInUTF8: Int
    public var message: String
  }

  /// The member of that name; `nil` for other values.
  public subscript(name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == name }?.value
  }

  public var string: String? { if case .string(let text) = self { text } else { nil } }
  public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  public var array: [JSON]? { if case .array(let values) = self { values } else { nil } }
  public var isNull: Bool { self == .null }
  /// A whole number; `nil` for fractions, exponents and what does not fit.
  public var int: Int? { if case .number(let text) = self { Int(text) } else { nil } }
}

extension JSON {
  /// Nesting deeper than this is refused rather than followed.
  static let deepest = 64

  /// Reads one value and nothing else but white space.
  public static func parse(_ bytes: some Collection<UInt8>) throws(ParseError) -> JSON {
    var parser = Parser(bytes: Array(bytes))
    parser.skipSpace()
    let value = try parser.value(depth: 0)
    parser.skipSpace()
    guard parser.at == parser.bytes.count else {
      throw parser.error("there is more after the value")
    }
    return value
  }

  private struct Parser {
    let bytes: [UInt8]
    var at = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    func error(_ message: String) -> ParseError { ParseError(offsetInUTF8: at, message: message) }
    var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    mutating func skipSpace() {
      while let byte = next, byte == 32 || byte == 10 || byte == 13 || byte == 9 { at += 1 }
    }

    mutating func value(depth: Int) throws(ParseError) -> JSON {
      guard depth < JSON.deepest else { throw error("nested too deeply") }
      switch next {
      case UInt8(ascii: "{"): return try object(depth: depth)
      case UInt8(ascii: "["): return try array(depth: depth)
      case UInt8(ascii: "\""): return .string(try string())
      case UInt8(ascii: "t"): return try word("true", .bool(true))
      case UInt8(ascii: "f"): return try word("false", .bool(false))
      case UInt8(ascii: "n"): return try word("null", .null)
      case nil: throw error("the text ends where a value should be")
      default: return try number()
      }
    }

    mutating func word(_ word: String, _ value: JSON) throws(ParseError) -> JSON {
      guard bytes[at...].starts(with: word.utf8) else { throw error("expected a value") }
      at += word.utf8.count
      return value
    }

    mutating func number() throws(ParseError) -> JSON {
      let start = at
      if next == UInt8(ascii: "-") { at += 1 }
      let digitsFrom = at
      while let byte = next {
        switch byte {
        case 48...57, UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "+"),
          UInt8(ascii: "-"):
          at += 1
          continue
        default: break
        }
        break
      }
      guard at > digitsFrom, (48...57).contains(bytes[digitsFrom]) else {
        at = start
        throw error("expected a value")
      }
      return .number(String(decoding: bytes[start..<at], as: UTF8.self))
    }

    mutating func array(depth: Int) throws(ParseError) -> JSON {
      at += 1
      var values: [JSON] = []
      skipSpace()
      if next == UInt8(ascii: "]") {
        at += 1
        return .array(values)
      }
      while true {
        skipSpace()
        values.append(try value(depth: depth + 1))
        skipSpace()
        if next == UInt8(ascii: ",") {
          at += 1
        } else if next == UInt8(ascii: "]") {
          at += 1
          return .array(values)
        } else {
          throw error("expected a comma or ]")
        }
      }
    }

    mutating func object(depth: Int) throws(ParseError) -> JSON {
      at += 1
      var members: [Member] = []
      skipSpace()
      if next == UInt8(ascii: "}") {
        at += 1
        return .object(members)
      }
      while true {
        skipSpace()
        guard next == UInt8(ascii: "\"") else { throw error("expected a name in quotes") }
        let name = try string()
        skipSpace()
        guard next == UInt8(ascii: ":") else { throw error("expected a colon") }
        at += 1
        skipSpace()
        members.append(Member(name, try value(depth: depth + 1)))
        skipSpace()
        if next == UInt8(ascii: ",") {
          at += 1
        } else if next == UInt8(ascii: "}") {
          at += 1
          return .object(members)
        } else {
          throw error("expected a comma or }")
        }
      }
    }

    mutating func string() throws(ParseError) -> String {
      at += 1
      let start = at
      while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
        guard byte >= 32 else { throw error("a control character inside a string") }
        at += 1
      }
      if next == UInt8(ascii: "\"") {
        at += 1
        return String(decoding: bytes[start..<at - 1], as: UTF8.self)
      }
      var buffer = Array(bytes[start..<at])
      while let byte = next {
        switch byte {
        case UInt8(ascii: "\""):
          at += 1
          return String(decoding: buffer, as: UTF8.self)
        case UInt8(ascii: "\\"): try escape(into: &buffer)
        case 0..<32: throw error("a control character inside a string")
        default:
          buffer.append(byte)
          at += 1
        }
      }
      throw error("a string has no end")
    }

    mutating func escape(into buffer: inout [UInt8]) throws(ParseError) {
      at += 1
      guard let byte = next else { throw error("a string has no end") }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): buffer.append(byte)
      case UInt8(ascii: "b"): buffer.append(8)
      case UInt8(ascii: "f"): buffer.append(12)
      case UInt8(ascii: "n"): buffer.append(10)
      case UInt8(ascii: "r"): buffer.append(13)
      case UInt8(ascii: "t"): buffer.append(9)
      case UInt8(ascii: "u"):
        at += 1
        buffer.append(contentsOf: String(try unicode()).utf8)
        return
      default: throw error("an unknown escape")
      }
      at += 1
    }

    /// A scalar from one `\u` escape or a pair of surrogates; half a pair is U+FFFD.
    mutating func unicode() throws(ParseError) -> Unicode.Scalar {
      let first = try hexadecimal()
      if let scalar = Unicode.Scalar(first) { return scalar }
      guard first < 0xDC00, at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
        bytes[at + 1] == UInt8(ascii: "u")
      else { return "\u{FFFD}" }
      let back = at
      at += 2
      let second = try hexadecimal()
      guard (0xDC00...0xDFFF).contains(second) else {
        at = back
        return "\u{FFFD}"
      }
      return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
    }

    mutating func hexadecimal() throws(ParseError) -> UInt32 {
      guard at + 4 <= bytes.count,
        let value = UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
      else { throw error("expected four hexadecimal digits") }
      at += 4
      return value
    }
  }
}
