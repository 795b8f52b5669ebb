/// Finding names and sums by the token they begin at, in time logarithmic in their number.
extension Document {
  /// The indices of the names that begin at or behind a token.
  func names(from token: Int) -> Range<Int> { firstName(from: token)..<names.count }

  /// The index of the first sum that begins at or behind a token.
  func firstSum(from token: Int) -> Int {
    var low = 0
    var high = sums.count
    while low < high {
      let middle = (low + high) / 2
      if sums[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether the bytes of a token begin with letters as they are.
  func begins(_ token: Token, with prefix: StaticString) -> Bool {
    let count = prefix.utf8CodeUnitCount
    let start = Int(token.start)
    guard Int(token.end) - start >= count else { return false }
    for index in 0..<count where bytes[start + index] != prefix.utf8Start[index] { return false }
    return true
  }

  /// The last four bytes of a token of four or more: two Cyrillic letters.
  @inline(__always)
  fileprivate func lastFour(_ token: Token) -> UInt32 {
    UnsafeRawPointer(bytes + Int(token.end) - 4).loadUnaligned(as: UInt32.self)
  }

  /// Whether the bytes of a token end with a suffix and have letters before it.
  func ends(_ token: Token, with suffix: StaticString) -> Bool {
    let count = suffix.utf8CodeUnitCount
    let end = Int(token.end)
    guard end - Int(token.start) > count else { return false }
    for index in 0..<count where bytes[end - count + index] != suffix.utf8Start[index] {
      return false
    }
    return true
  }
}

/// Suffixes of two Cyrillic letters or more, with a word of bits in front that answers most misses.
struct Endings: Sendable {
  private let suffixes: [StaticString]
  private let bits: UInt64

  init(_ suffixes: [StaticString]) {
    self.suffixes = suffixes
    bits = suffixes.reduce(0) { bits, suffix in
      let count = suffix.utf8CodeUnitCount
      precondition(count >= 4, "An ending has two letters.")
      let last = UnsafeRawPointer(suffix.utf8Start + count - 4).loadUnaligned(as: UInt32.self)
      return bits | Endings.bit(last)
    }
  }

  @inline(__always)
  private static func bit(_ last: UInt32) -> UInt64 { 1 << UInt64((last &* 0x9E37_79B1) >> 26) }

  /// Whether a token ends with one of them and has letters before it.
  @inline(__always)
  func end(_ token: Token, _ document: Document) -> Bool {
    guard token.end - token.start > 4, bits & Endings.bit(document.lastFour(token)) != 0 else {
      return false
    }
    return suffixes.contains { document.ends(token, with: $0) }
  }
}

/// The names of one kind that begin in a range, without an array to hold them.
struct NamesInRange: Sequence, IteratorProtocol {
  fileprivate let document: Document
  fileprivate let kind: Name.Kind
  fileprivate let end: Int
  fileprivate var at: Int

  init(document: Document, kind: Name.Kind, end: Int, at: Int) {
    (self.document, self.kind, self.end, self.at) = (document, kind, end, at)
  }

  mutating func next() -> Name? {
    while at < document.names.count {
      let name = document.names[at]
      guard name.tokens.lowerBound < end else { return nil }
      at += 1
      if name.kind == kind { return name }
    }
    return nil
  }

  var isEmpty: Bool {
    var copy = self
    return copy.next() == nil
  }
}
