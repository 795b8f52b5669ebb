/// Folding of letters: what two spellings of one word have in common.
///
/// Case, stress marks, soft hyphens, the shapes of the apostrophe, ё and е, й and ї in two code points are one. A
/// folded letter is its lower-case code point; letters beyond the basic plane keep their lower sixteen bits, which is
/// enough to hash them.
enum Letters {
  static let apostrophe: UInt16 = 0x27

  /// Lower case of a code point of the Cyrillic block, ё as е.
  @inline(__always)
  static func folded(cyrillic c: UInt16) -> UInt16 {
    if c >= 0x430 && c <= 0x44F { return c }
    if c >= 0x410 && c <= 0x42F { return c + 0x20 }
    if c == 0x451 || c == 0x401 { return 0x435 }
    if c >= 0x450 && c <= 0x45F { return c }
    if c >= 0x400 && c <= 0x40F { return c + 0x50 }
    return c | 1
  }

  @inline(__always)
  static func isUpper(cyrillic c: UInt16) -> Bool {
    c <= 0x42F || (c >= 0x460 && c & 1 == 0)
  }

  /// The folded letter of every code point from U+0400 to U+047F, with ``capitalBit`` for capitals: what the lead
  /// bytes 0xD0 and 0xD1 begin.
  static let basicCyrillic: Frozen<UInt16> = {
    let table = UnsafeMutablePointer<UInt16>.allocate(capacity: 128)
    for index in 0..<128 {
      let code = 0x400 + UInt16(index)
      table[index] = folded(cyrillic: code) | (isUpper(cyrillic: code) ? capitalBit : 0)
    }
    return Frozen(base: table, count: 128)
  }()
  static let capitalBit: UInt16 = 0x8000

  /// Lower case of a code point of Latin-1 and Latin Extended.
  @inline(__always)
  static func folded(latin c: UInt16) -> UInt16 {
    if c >= 0xC0 && c <= 0xDE { return c + 0x20 }
    if c >= 0x100 && c <= 0x137 { return c | 1 }
    if c >= 0x139 && c <= 0x148 { return c & 1 == 1 ? c + 1 : c }
    if c >= 0x14A && c <= 0x177 { return c | 1 }
    return c
  }

  /// The Cyrillic letter a Latin look-alike stands for inside a Cyrillic word; 0 where there is none.
  static func cyrillicTwin(of c: UInt16) -> UInt16 {
    switch c {
    case 0x61: 0x430  // a
    case 0x63: 0x441  // c
    case 0x65: 0x435  // e
    case 0x69: 0x456  // i
    case 0x6F: 0x43E  // o
    case 0x70: 0x440  // p
    case 0x78: 0x445  // x
    case 0x79: 0x443  // y
    case 0x6B: 0x43A  // k
    case 0x68: 0x43D  // H stands for н
    case 0x74: 0x442  // T
    case 0x6D: 0x43C  // M
    case 0x62: 0x432  // B
    case 0xEF: 0x457  // ï
    default: 0
    }
  }

  /// A letter with the combining mark after it, where the two make another letter.
  @inline(__always)
  static func composed(_ c: UInt16, with mark: UInt16) -> UInt16 {
    if mark == 0x306 && c == 0x438 { return 0x439 }
    if mark == 0x308 && c == 0x456 { return 0x457 }
    if mark == 0x308 && c == 0x69 { return 0x457 }
    return c
  }

  /// The folded letter of one scalar of the reader's own lists, which hold no marks to drop.
  static func folded(scalar value: UInt32) -> UInt16 {
    switch value {
    case 0x41...0x5A: UInt16(value) | 0x20
    case 0x2019, 0x2BC: apostrophe
    case 0x400...0x52F: folded(cyrillic: UInt16(value))
    case 0xC0...0x24F: folded(latin: UInt16(value))
    default: UInt16(truncatingIfNeeded: value)
    }
  }

  /// The folded letters of a word as the scanner would hash them.
  static func folded(_ text: some StringProtocol) -> [UInt16] {
    var letters: [UInt16] = []
    letters.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      let value = scalar.value
      switch value {
      case 0x301, 0x300, 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: continue
      case 0x306, 0x308:
        if let last = letters.last {
          letters[letters.count - 1] = composed(last, with: UInt16(value))
        }
      case 0x27, 0x60, 0x2019, 0x2018, 0x201B, 0x2BC, 0x2032: letters.append(apostrophe)
      case 0x41...0x5A: letters.append(UInt16(value) | 0x20)
      case 0..<0x80: letters.append(UInt16(value))
      case 0x400...0x52F: letters.append(folded(cyrillic: UInt16(value)))
      case 0xC0...0x24F: letters.append(folded(latin: UInt16(value)))
      default: letters.append(UInt16(truncatingIfNeeded: value))
      }
    }
    return letters
  }
}

/// The hash of a folded word, built letter by letter, so that the hash of every beginning is known on the way.
struct WordHash: Hashable, Sendable {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  mutating func add(_ letter: UInt16) {
    value = (value ^ UInt64(letter)) &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 31
  }

  init() {}

  init(_ letters: some Sequence<UInt16>) {
    for letter in letters { add(letter) }
  }

  init(word: some StringProtocol) { self.init(Letters.folded(word)) }
}
