/// A value that the index keeps as bytes between two starts.
///
/// - Shape: no field names and no versions; whoever keeps a snapshot keeps beside it what made it, and throws it away
///   when that changes.
public protocol Snapshotable {
  func write(into snapshot: inout SnapshotWriter)
  /// - Errors: ``SnapshotError`` where the bytes are not what was written; never a trap.
  init(from snapshot: inout SnapshotReader) throws(SnapshotError)
}

/// The bytes are damaged or were written by another program.
public struct SnapshotError: Error, Hashable, Sendable {
  public init() {}
}

/// Collects the bytes of a snapshot.
public struct SnapshotWriter: Sendable {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  public mutating func byte(_ value: UInt8) { bytes.append(value) }

  /// A whole number in as few bytes as it needs: LEB128 of the zigzag form.
  public mutating func integer(_ value: Int64) {
    var rest = UInt64(bitPattern: (value << 1) ^ (value >> 63))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Bytes with their count before them.
  public mutating func raw(_ content: some Collection<UInt8>) {
    integer(Int64(content.count))
    bytes.append(contentsOf: content)
  }

  /// Numbers as they lie in memory, with their count before them: read back in one go.
  public mutating func numbers<Number: FixedWidthInteger & BitwiseCopyable>(_ list: [Number]) {
    integer(Int64(list.count))
    list.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }
}

/// Walks over the bytes of a snapshot.
public struct SnapshotReader: Sendable {
  private let bytes: [UInt8]
  private var at = 0
  private var end: Int

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    end = bytes.count
  }

  public var isAtEnd: Bool { at == end }

  public mutating func byte() throws(SnapshotError) -> UInt8 {
    guard at < end else { throw SnapshotError() }
    at += 1
    return bytes[at - 1]
  }

  public mutating func integer() throws(SnapshotError) -> Int64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let next = try byte()
      guard shift < 64 else { throw SnapshotError() }
      value |= UInt64(next & 0x7F) << shift
      if next & 0x80 == 0 { break }
      shift += 7
    }
    return Int64(bitPattern: (value >> 1)) ^ -Int64(bitPattern: value & 1)
  }

  /// How many things follow. No count is larger than the bytes that are left, so damage cannot ask for memory.
  public mutating func count() throws(SnapshotError) -> Int {
    let value = try integer()
    guard value >= 0, value <= end - at else { throw SnapshotError() }
    return Int(value)
  }

  public mutating func raw() throws(SnapshotError) -> ArraySlice<UInt8> {
    let count = try count()
    defer { at += count }
    return bytes[at..<at + count]
  }

  /// What ``SnapshotWriter/raw(_:)`` wrote, as a reader of its own that shares these bytes.
  public mutating func part() throws(SnapshotError) -> SnapshotReader {
    let count = try count()
    var part = self
    at += count
    part.end = at
    return part
  }

  /// Passes over so many bytes; past the end there is nothing.
  public mutating func skip(_ count: Int) { at = min(end, at + max(0, min(count, end - at))) }

  /// What ``SnapshotWriter/numbers(_:)`` wrote.
  public mutating func numbers<Number: FixedWidthInteger & BitwiseCopyable>(
    _ type: Number.Type
  ) throws(SnapshotError) -> [Number] {
    let count = try count()
    let size = count * MemoryLayout<Number>.stride
    guard size <= end - at else { throw SnapshotError() }
    let range = at..<at + size
    at += size
    return bytes.withUnsafeBytes { source in
      [Number](unsafeUninitializedCapacity: count) { buffer, filled in
        UnsafeMutableRawBufferPointer(buffer).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: source[range]))
        filled = count
      }
    }
  }
}

extension Int: Snapshotable {
  public func write(into snapshot: inout SnapshotWriter) { snapshot.integer(Int64(self)) }
  public init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    self = Int(try snapshot.integer())
  }
}

extension Int64: Snapshotable {
  public func write(into snapshot: inout SnapshotWriter) { snapshot.integer(self) }
  public init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    self = try snapshot.integer()
  }
}

extension Bool: Snapshotable {
  public func write(into snapshot: inout SnapshotWriter) { snapshot.byte(self ? 1 : 0) }
  public init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    self = try snapshot.byte() != 0
  }
}

extension String: Snapshotable {
  public func write(into snapshot: inout SnapshotWriter) { snapshot.raw(utf8) }
  public init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    self = String(decoding: try snapshot.raw(), as: UTF8.self)
  }
}

extension Optional: Snapshotable where Wrapped: Snapshotable {
  public func write(into snapshot: inout SnapshotWriter) {
    snapshot.byte(self == nil ? 0 : 1)
    self?.write(into: &snapshot)
  }
  public init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    self = try snapshot.byte() == 0 ? nil : try Wrapped(from: &snapshot)
  }
}

extension Array: Snapshotable where Element: Snapshotable {
  public func write(into snapshot: inout SnapshotWriter) {
    snapshot.integer(Int64(count))
    for element in self { element.write(into: &snapshot) }
  }
  public init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    let count = try snapshot.count()
    self = []
    reserveCapacity(count)
    for _ in 0..<count { append(try Element(from: &snapshot)) }
  }
}

extension SnapshotWriter {
  /// A case of a closed set, by its place in it.
  mutating func choice<Value: CaseIterable & Equatable>(_ value: Value) {
    byte(UInt8(truncatingIfNeeded: Array(Value.allCases).firstIndex(of: value) ?? 0))
  }
}

extension SnapshotReader {
  mutating func choice<Value: CaseIterable>(_ type: Value.Type) throws(SnapshotError) -> Value
  where Value.AllCases == [Value] {
    let index = Int(try byte())
    guard Value.allCases.indices.contains(index) else { throw SnapshotError() }
    return Value.allCases[index]
  }
}
