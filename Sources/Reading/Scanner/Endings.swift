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
    end(token, UnsafePointer(document.bytes))
  }

  @inline(__always)
  func end(_ token: Token, _ bytes: UnsafePointer<UInt8>) -> Bool {
    guard token.end - token.start > 4, bits & Endings.bit(token.lastFour(bytes)) != 0 else {
      return false
    }
    return suffixes.contains { token.ends(with: $0, bytes) }
  }
}

/// Prefixes of four bytes or more, with a word of bits in front that answers most misses.
struct Beginnings: Sendable {
  private let prefixes: [StaticString]
  private let bits: UInt64

  init(_ prefixes: [StaticString]) {
    self.prefixes = prefixes
    bits = prefixes.reduce(0) { bits, prefix in
      precondition(prefix.utf8CodeUnitCount >= 4, "A beginning has four bytes.")
      return bits | Beginnings.bit(UnsafePointer(prefix.utf8Start))
    }
  }

  @inline(__always)
  private static func bit(_ start: UnsafePointer<UInt8>) -> UInt64 {
    let first = UnsafeRawPointer(start).loadUnaligned(as: UInt32.self)
    return 1 << UInt64((first &* 0x9E37_79B1) >> 26)
  }

  /// Whether a token begins with one of them.
  func begin(_ token: Token, _ bytes: UnsafePointer<UInt8>) -> Bool {
    guard token.end - token.start >= 4,
      bits & Beginnings.bit(bytes + Int(token.start)) != 0
    else { return false }
    return prefixes.contains { token.begins(with: $0, bytes) }
  }
}

extension Token {
  /// The last four bytes of a token of four or more: two Cyrillic letters.
  @inline(__always)
  fileprivate func lastFour(_ bytes: UnsafePointer<UInt8>) -> UInt32 {
    UnsafeRawPointer(bytes + Int(end) - 4).loadUnaligned(as: UInt32.self)
  }

  /// Whether its bytes end with a suffix and have letters before it.
  func ends(with suffix: StaticString, _ bytes: UnsafePointer<UInt8>) -> Bool {
    let count = suffix.utf8CodeUnitCount
    guard Int(end - start) > count else { return false }
    for index in 0..<count where bytes[Int(end) - count + index] != suffix.utf8Start[index] {
      return false
    }
    return true
  }

  /// Whether its bytes begin with a prefix.
  func begins(with prefix: StaticString, _ bytes: UnsafePointer<UInt8>) -> Bool {
    let count = prefix.utf8CodeUnitCount
    guard Int(end - start) >= count else { return false }
    for index in 0..<count where bytes[Int(start) + index] != prefix.utf8Start[index] {
      return false
    }
    return true
  }

  /// What its ending makes of a word, and the families of rules that ask for it: worked out when its letters are read,
  /// so that the rules need not look at every word.
  func forms(_ bytes: UnsafePointer<UInt8>) -> Flags {
    guard kind == .word else { return [] }
    var result: Flags = []
    if ClaimReader.buys.contains(hash) || ClaimReader.bought.contains(hash) { result.insert(.buys) }
    if RoleReader.mayHoldBack(hash) { result.insert(.holdsBack) }
    if NamedObjects.tellsApart(hash) { result.insert(.tellsApart) }
    if Token.offices.begin(self, bytes) { result.insert(.office) }
    if flags.contains(.latin), ends(with: "ed", bytes) { result.insert(.passive) }
    guard flags.contains(.cyrillic), end - start >= 14 else { return result }
    if Token.futureEndings.end(self, bytes) { result.insert(.future) }
    if Token.impersonals.end(self, bytes) || Token.shortPassives.end(self, bytes) {
      result.insert(.passive)
    }
    return result
  }

  private static let offices = Beginnings([
    "секретар", "Секретар", "міністерств", "Міністерств", "министерств", "Министерств",
    "департамент", "Департамент", "управлін", "Управлін", "управлени", "Управлени", "ministry",
    "Ministry", "minister", "Minister", "міністр", "Міністр", "министр", "Министр", "secretariat",
    "Secretariat", "department", "Department", "комітет", "Комітет", "комитет", "Комитет",
  ])
  private static let futureEndings = Endings(["тиме", "тимуть", "тимуться", "тиметься"])
  static let impersonals = Endings(["ано", "ено", "ито", "уто", "ято"])
  static let shortPassives = Endings([
    "ена", "ено", "ены", "ана", "ано", "аны", "ені", "ані", "ений", "аний",
  ])
}
