/// Bytes that grow in place and are used again: what a line is written into.
final class ByteBuffer {
  private struct Header {
    var bytes: UnsafeMutablePointer<UInt8>
    var count = 0
    var capacity: Int
  }

  /// What changes lies behind a pointer, because a class's variables cost a check of exclusive access at every use.
  private let header: UnsafeMutablePointer<Header>

  @inline(__always)
  var bytes: UnsafeMutablePointer<UInt8> { header.pointee.bytes }
  @inline(__always)
  private(set) var count: Int {
    get { header.pointee.count }
    set { header.pointee.count = newValue }
  }
  private var capacity: Int { header.pointee.capacity }

  init(capacity: Int = 1 << 16) {
    header = .allocate(capacity: 1)
    header.initialize(to: Header(bytes: .allocate(capacity: capacity), capacity: capacity))
  }

  deinit {
    header.pointee.bytes.deallocate()
    header.deallocate()
  }

  func removeAll() { count = 0 }

  /// Forgets what was written behind a length.
  func truncate(to length: Int) { count = min(count, length) }

  /// Takes in bytes that were written into the room behind the end.
  func extend(by more: Int) { count = min(capacity, count + max(0, more)) }

  /// Room for `more` bytes behind what is there.
  @inline(__always)
  func reserve(_ more: Int) {
    if count + more > capacity { grow(more) }
  }

  private func grow(_ more: Int) {
    let capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: bytes, count: count)
    bytes.deallocate()
    header.pointee.bytes = larger
    header.pointee.capacity = capacity
  }

  @inline(__always)
  func append(_ byte: UInt8) {
    reserve(1)
    bytes[count] = byte
    count += 1
  }

  @inline(__always)
  func append(_ source: UnsafePointer<UInt8>, _ length: Int) {
    guard length > 0 else { return }
    reserve(length)
    (bytes + count).update(from: source, count: length)
    count += length
  }

  @inline(__always)
  func append(_ text: StaticString) { append(text.utf8Start, text.utf8CodeUnitCount) }

  func append(text: String) {
    var text = text
    text.withUTF8 { if let base = $0.baseAddress { append(base, $0.count) } }
  }

  func append(number: Int64) {
    if number < 0 { append(UInt8(ascii: "-")) }
    let magnitude = number.magnitude
    reserve(20)
    let end = bytes + count
    // Offsets are most of the numbers, and few have more than four digits.
    if magnitude < 10_000 {
      let value = UInt32(truncatingIfNeeded: magnitude)
      let (high, low) = (value / 100, value % 100)
      let digits = (high / 10, high % 10, low / 10, low % 10)
      let skipped = value < 10 ? 3 : value < 100 ? 2 : value < 1_000 ? 1 : 0
      let start = end - skipped
      if skipped < 1 { start[0] = UInt8(truncatingIfNeeded: digits.0) &+ 0x30 }
      if skipped < 2 { start[1] = UInt8(truncatingIfNeeded: digits.1) &+ 0x30 }
      if skipped < 3 { start[2] = UInt8(truncatingIfNeeded: digits.2) &+ 0x30 }
      start[3] = UInt8(truncatingIfNeeded: digits.3) &+ 0x30
      count &+= 4 &- skipped
      return
    }
    var rest = magnitude
    var length = 0
    while rest > 0 {
      end[length] = UInt8(truncatingIfNeeded: rest % 10) &+ 0x30
      rest /= 10
      length += 1
    }
    for at in 0..<length / 2 { swap(&end[at], &end[length - 1 - at]) }
    count += length
  }

  /// Hundredths as whole units, without trailing zeros.
  func append(hundredths: Int64) {
    append(number: hundredths / 100)
    let rest = hundredths.magnitude % 100
    guard rest > 0 else { return }
    append(UInt8(ascii: "."))
    append(UInt8(truncatingIfNeeded: rest / 10) + 0x30)
    if rest % 10 > 0 { append(UInt8(truncatingIfNeeded: rest % 10) + 0x30) }
  }

  /// A JSON string of bytes that are UTF-8.
  func append(quoted source: UnsafePointer<UInt8>, _ length: Int) {
    append(UInt8(ascii: "\""))
    var start = 0
    for index in 0..<length {
      let byte = source[index]
      guard byte < 0x20 || byte == 0x22 || byte == 0x5C else { continue }
      append(source + start, index - start)
      start = index + 1
      append(UInt8(ascii: "\\"))
      switch byte {
      case 0x22, 0x5C: append(byte)
      case 0x0A: append(UInt8(ascii: "n"))
      case 0x0D: append(UInt8(ascii: "r"))
      case 0x09: append(UInt8(ascii: "t"))
      default:
        append("u00")
        append(ByteBuffer.hexadecimal(byte >> 4))
        append(ByteBuffer.hexadecimal(byte & 15))
      }
    }
    append(source + start, length - start)
    append(UInt8(ascii: "\""))
  }

  private static func hexadecimal(_ value: UInt8) -> UInt8 {
    value < 10 ? value + 0x30 : value + 0x57
  }
}
