#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One line of an archive, scanned without making a value of it: where the members of the article stand.
///
/// - Shape: ranges of raw JSON, quotes included, into the bytes the line was scanned in; empty where a member is left
///   out.
/// - Errors: `nil` for anything out of the ordinary: broken JSON, members of other types, UTF-8 that is none. The
///   library's own decoder then reads the line and says what is wrong.
struct ArchiveLine {
  var id = 0..<0
  var language = 0..<0
  var date = 0..<0
  var publisher = 0..<0
  var url = 0..<0
  var kind = 0..<0
  var coverage = 0..<0
  var dateNote = 0..<0
  var title = 0..<0
  var text = 0..<0

  init?(_ bytes: UnsafePointer<UInt8>, _ range: Range<Int>) {
    var scanner = ArchiveScanner(bytes: bytes, at: range.lowerBound, end: range.upperBound)
    guard scanner.take(UInt8(ascii: "{")) else { return nil }
    scanner.skipSpace()
    if scanner.take(UInt8(ascii: "}")) { return nil }
    repeat {
      scanner.skipSpace()
      guard let name = scanner.string() else { return nil }
      scanner.skipSpace()
      guard scanner.take(UInt8(ascii: ":")) else { return nil }
      scanner.skipSpace()
      guard store(name, &scanner) else { return nil }
      scanner.skipSpace()
    } while scanner.take(UInt8(ascii: ","))
    guard scanner.take(UInt8(ascii: "}")) else { return nil }
    scanner.skipSpace()
    guard scanner.at == range.upperBound, id.count > 2, !language.isEmpty else { return nil }
  }

  private mutating func store(_ name: Range<Int>, _ scanner: inout ArchiveScanner) -> Bool {
    func isNamed(_ word: StaticString) -> Bool {
      name.count == word.utf8CodeUnitCount + 2
        && memoryMatches(scanner.bytes + name.lowerBound + 1, word)
    }
    let start = scanner.at
    let isString = scanner.at < scanner.end && scanner.bytes[scanner.at] == UInt8(ascii: "\"")
    guard scanner.value(depth: 0) else { return false }
    let value = start..<scanner.at
    switch true {
    case isNamed("text"): text = value
    case isNamed("title"): title = value
    case isNamed("id"): id = value
    case isNamed("language"): language = value
    case isNamed("date"): date = value
    case isNamed("publisher"): publisher = value
    case isNamed("url"): url = value
    case isNamed("kind"): kind = value
    case isNamed("coverage"): coverage = value
    case isNamed("date_note"): dateNote = value
    default: return true
    }
    return isString
  }

  private func memoryMatches(_ bytes: UnsafePointer<UInt8>, _ word: StaticString) -> Bool {
    for index in 0..<word.utf8CodeUnitCount where bytes[index] != word.utf8Start[index] {
      return false
    }
    return true
  }
}

/// A validating scanner of JSON: steps over values, telling nothing but where they end.
struct ArchiveScanner {
  let bytes: UnsafePointer<UInt8>
  var at: Int
  let end: Int

  mutating func skipSpace() {
    while at < end, bytes[at] == 0x20 || bytes[at] == 0x09 || bytes[at] == 0x0D || bytes[at] == 0x0A
    { at += 1 }
  }

  mutating func take(_ byte: UInt8) -> Bool {
    guard at < end, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  mutating func value(depth: Int) -> Bool {
    guard at < end, depth < 64 else { return false }
    switch bytes[at] {
    case UInt8(ascii: "\""): return string() != nil
    case UInt8(ascii: "{"): return members(depth: depth)
    case UInt8(ascii: "["): return elements(depth: depth)
    case UInt8(ascii: "t"): return word("true")
    case UInt8(ascii: "f"): return word("false")
    case UInt8(ascii: "n"): return word("null")
    default: return number()
    }
  }

  private mutating func members(depth: Int) -> Bool {
    at += 1
    skipSpace()
    if take(UInt8(ascii: "}")) { return true }
    repeat {
      skipSpace()
      guard string() != nil else { return false }
      skipSpace()
      guard take(UInt8(ascii: ":")) else { return false }
      skipSpace()
      guard value(depth: depth + 1) else { return false }
      skipSpace()
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "}"))
  }

  private mutating func elements(depth: Int) -> Bool {
    at += 1
    skipSpace()
    if take(UInt8(ascii: "]")) { return true }
    repeat {
      skipSpace()
      guard value(depth: depth + 1) else { return false }
      skipSpace()
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "]"))
  }

  private mutating func word(_ word: StaticString) -> Bool {
    guard at + word.utf8CodeUnitCount <= end else { return false }
    for index in 0..<word.utf8CodeUnitCount where bytes[at + index] != word.utf8Start[index] {
      return false
    }
    at += word.utf8CodeUnitCount
    return true
  }

  private mutating func number() -> Bool {
    _ = take(UInt8(ascii: "-"))
    let start = at
    while at < end, Scanner.isDigit(bytes[at]) { at += 1 }
    guard at > start, at == start + 1 || bytes[start] != 0x30 else { return false }
    if take(UInt8(ascii: ".")) {
      let fraction = at
      while at < end, Scanner.isDigit(bytes[at]) { at += 1 }
      guard at > fraction else { return false }
    }
    if at < end, bytes[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      let exponent = at
      while at < end, Scanner.isDigit(bytes[at]) { at += 1 }
      guard at > exponent else { return false }
    }
    return true
  }

  /// A string with its quotes; `nil` where it does not close, holds a bare control character or is not UTF-8.
  mutating func string() -> Range<Int>? {
    let start = at
    guard take(UInt8(ascii: "\"")) else { return nil }
    while at < end {
      skipPlain()
      guard at < end else { break }
      let byte = bytes[at]
      if byte >= 0x80 {
        guard scalar() else { return nil }
      } else if byte == UInt8(ascii: "\"") {
        at += 1
        return start..<at
      } else if byte == UInt8(ascii: "\\") {
        guard escape() else { return nil }
      } else if byte < 0x20 {
        return nil
      } else {
        at += 1
      }
    }
    return nil
  }

  /// Steps over letters of one and two bytes, eight bytes at a time, up to what needs a look of its own: quotes,
  /// backslashes, control characters, longer letters and whatever is no UTF-8.
  @inline(__always)
  private mutating func skipPlain() {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    while at + 8 <= end {
      let word = UInt64(
        littleEndian: UnsafeRawPointer(bytes + at).loadUnaligned(as: UInt64.self))
      let wide = word & tops
      let leads = wide & word << 1
      let low = word & ~tops
      // A byte below 0x20 has no top bit when 0x60 is added, one that an xor made 0 none when 0x7F is.
      let letters =
        (low &+ ones &* 0x60) & ((low ^ ones &* 0x22) &+ ones &* 0x7F)
        & ((low ^ ones &* 0x5C) &+ ones &* 0x7F) | wide
      // A lead of two bytes is below 0xE0 and not below 0xC2, and the byte behind it, and no other, goes on.
      let short = ~(word << 2) & ((word & (ones &* 0x1E)) &+ ones &* 0x7E)
      let unpaired = (wide & ~leads) ^ (leads << 8)
      let odd = (~letters & tops) | (leads & ~short) | unpaired
      if odd != 0 {
        // Up to the odd byte, and not between the two bytes of a letter.
        let plain = odd.trailingZeroBitCount >> 3
        let isSplit = plain > 0 && leads >> UInt64(plain * 8 - 1) & 1 == 1
        at += isSplit ? plain - 1 : plain
        return
      }
      at += leads >> 63 == 1 ? 7 : 8
    }
  }

  @inline(__always)
  private mutating func scalar() -> Bool {
    let byte = bytes[at]
    if byte >= 0xC2 && byte < 0xE0 {
      guard at + 1 < end, bytes[at + 1] & 0xC0 == 0x80 else { return false }
      at += 2
      return true
    }
    return longScalar(byte)
  }

  private mutating func longScalar(_ byte: UInt8) -> Bool {
    let length = byte >= 0xF0 ? 4 : 3
    guard byte >= 0xE0, byte < 0xF5, at + length <= end else { return false }
    let second = bytes[at + 1]
    switch byte {
    case 0xE0 where second < 0xA0, 0xED where second > 0x9F, 0xF0 where second < 0x90,
      0xF4 where second > 0x8F:
      return false
    default: break
    }
    for index in 1..<length where bytes[at + index] & 0xC0 != 0x80 { return false }
    at += length
    return true
  }

  private mutating func escape() -> Bool {
    guard at + 1 < end else { return false }
    switch bytes[at + 1] {
    case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74:
      at += 2
      return true
    case UInt8(ascii: "u"):
      // Escaped scalars outside the basic plane come in pairs; lone halves are for the decoder to judge.
      guard let unit = ArchiveScanner.unit(bytes + at + 2, end - at - 2) else { return false }
      if unit & 0xFC00 == 0xD800 {
        guard at + 12 <= end, bytes[at + 6] == 0x5C, bytes[at + 7] == UInt8(ascii: "u"),
          let low = ArchiveScanner.unit(bytes + at + 8, end - at - 8), low & 0xFC00 == 0xDC00
        else { return false }
        at += 12
        return true
      }
      guard unit & 0xFC00 != 0xDC00 else { return false }
      at += 6
      return true
    default: return false
    }
  }

  /// Four hexadecimal digits.
  static func unit(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt32? {
    guard count >= 4 else { return nil }
    var value: UInt32 = 0
    for index in 0..<4 {
      let byte = bytes[index]
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x37)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x57)
      default: return nil
      }
    }
    return value
  }

  /// Writes the bytes a scanned string stands for; the string has been found sound.
  static func unescape(
    _ bytes: UnsafePointer<UInt8>, _ raw: Range<Int>, into out: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var at = raw.lowerBound + 1
    let end = raw.upperBound - 1
    var count = 0
    var plain = at
    while at < end, let next = memchr(bytes + at, 0x5C, end - at) {
      at = UnsafeRawPointer(next) - UnsafeRawPointer(bytes)
      (out + count).update(from: bytes + plain, count: at - plain)
      count += at - plain
      at += escaped(bytes, at, out, &count)
      plain = at
    }
    (out + count).update(from: bytes + plain, count: max(0, end - plain))
    return count + max(0, end - plain)
  }

  /// One escape; gives its length.
  private static func escaped(
    _ bytes: UnsafePointer<UInt8>, _ at: Int, _ out: UnsafeMutablePointer<UInt8>, _ count: inout Int
  ) -> Int {
    let simple: UInt8
    switch bytes[at + 1] {
    case 0x62: simple = 0x08
    case 0x66: simple = 0x0C
    case 0x6E: simple = 0x0A
    case 0x72: simple = 0x0D
    case 0x74: simple = 0x09
    case UInt8(ascii: "u"): return longEscape(bytes, at, out, &count)
    default: simple = bytes[at + 1]
    }
    out[count] = simple
    count += 1
    return 2
  }

  private static func longEscape(
    _ bytes: UnsafePointer<UInt8>, _ at: Int, _ out: UnsafeMutablePointer<UInt8>, _ count: inout Int
  ) -> Int {
    var value = unit(bytes + at + 2, 4) ?? 0xFFFD
    var length = 6
    if value & 0xFC00 == 0xD800 {
      let low = unit(bytes + at + 8, 4) ?? 0xDC00
      value = 0x10000 + (value & 0x3FF) << 10 + (low & 0x3FF)
      length = 12
    }
    guard let scalar = Unicode.Scalar(value) else { return length }
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
      out[count] = byte
      count += 1
    }
    return length
  }
}
