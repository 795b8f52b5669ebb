/// A word as search sees it, and where it stands.
///
/// - Shape: `key` holds small Latin letters and digits; `range` is half-open, in UTF-8 bytes of the text.
struct FoldedWord {
  var key: [UInt8]
  var range: Range<Int>
  /// For each byte of the key, the end of the letter it came from.
  var ends: [Int]
}

/// One spelling for what people write in two scripts, three languages and any keyboard's apostrophe.
///
/// Case, stress marks, accents, apostrophes, the soft sign and the two ways to write й and ї go; Cyrillic becomes Latin;
/// what the languages write differently becomes one letter (и, і, ы, й, y: `i`; г, ґ, g: `h`; є, э, ye: `e`); doubled
/// letters become one. So Енергетика and Энергетика meet, and Hrakove and Граково nearly do.
///
/// - Source: the Cabinet of Ministers' table of 2010 for Ukrainian, plain transliteration for Russian, both simplified.
public enum SearchFold {
  /// The words of a text, folded, with a space between.
  public static func fold(_ text: String) -> String {
    String(decoding: Array(words(of: text).map(\.key).joined(separator: [32])), as: UTF8.self)
  }

  static func words(of text: String) -> [FoldedWord] {
    var result: [FoldedWord] = []
    var word = FoldedWord(key: [], range: 0..<0, ends: [])
    var offset = 0
    var start = -1
    func close(at end: Int) {
      if !word.key.isEmpty {
        word.range = start..<end
        result.append(word)
      }
      word = FoldedWord(key: [], range: 0..<0, ends: [])
      start = -1
    }
    for scalar in text.unicodeScalars {
      let next = offset + UTF8.width(scalar)
      if let letters = letters(of: scalar) {
        if start < 0 { start = offset }
        for letter in letters.utf8 { append(letter, end: next, to: &word) }
      } else if isSilent(scalar) {
        // A mark belongs to the letter before it.
        if !word.ends.isEmpty, !isApostrophe(scalar) { word.ends[word.ends.count - 1] = next }
      } else {
        close(at: offset)
      }
      offset = next
    }
    close(at: offset)
    return result
  }

  private static func append(_ letter: UInt8, end: Int, to word: inout FoldedWord) {
    let isDigit = letter < 58
    if let last = word.key.last, !isDigit {
      // Doubled letters are one; "ie" is how є and ye meet.
      if last == letter {
        word.ends[word.ends.count - 1] = end
        return
      }
      if last == UInt8(ascii: "i"), letter == UInt8(ascii: "e") {
        word.key[word.key.count - 1] = letter
        word.ends[word.ends.count - 1] = end
        return
      }
    }
    word.key.append(letter)
    word.ends.append(end)
  }

  private static func letters(of scalar: Unicode.Scalar) -> StaticLetters? {
    let value = scalar.value
    switch value {
    case 48...57: return StaticLetters(UInt8(value))
    case 65...90: return latin[Int(value - 65)]
    case 97...122: return latin[Int(value - 97)]
    case 0x410...0x42F: return cyrillic[Int(value - 0x410)]
    case 0x430...0x44F: return cyrillic[Int(value - 0x430)]
    case 0x401, 0x451, 0x404, 0x454: return "e"
    case 0x406, 0x456, 0x407, 0x457: return "i"
    case 0x40E, 0x45E: return "u"
    case 0x490, 0x491: return "h"
    case 0xC0...0x17F: return accented(value)
    default: return nil
    }
  }

  /// Marks inside a word that say nothing: apostrophes, stress, soft hyphens, joiners.
  private static func isSilent(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x300...0x36F, 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: true
    case 0x42A, 0x42C, 0x44A, 0x44C: true
    default: isApostrophe(scalar)
    }
  }

  static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x27, 0x60, 0xB4, 0x2B9, 0x2BC, 0x2018, 0x2019, 0x201B, 0x2032, 0xFF07: true
    default: false
    }
  }

  private static let latin: [StaticLetters] = [
    "a", "b", "k", "d", "e", "f", "h", "h", "i", "j", "k", "l", "m", "n", "o", "p", "k", "r", "s",
    "t", "u", "v", "v",
    "ks", "i", "z",
  ]
  /// а to я; the hard and soft signs are silent and never asked for.
  private static let cyrillic: [StaticLetters?] = [
    "a", "b", "v", "h", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t",
    "u", "f", "kh",
    "ts", "ch", "sh", "shch", nil, "i", nil, "e", "iu", "ia",
  ]

  /// The Latin letter under an accent, for Latin-1 and Latin Extended-A.
  private static func accented(_ value: UInt32) -> StaticLetters? {
    switch value {
    case 0xC0...0xC5, 0xE0...0xE5, 0x100...0x105: "a"
    case 0xC6, 0xE6: "ae"
    case 0xC7, 0xE7, 0x106...0x10D: "k"
    case 0xC8...0xCB, 0xE8...0xEB, 0x112...0x11B: "e"
    case 0xCC...0xCF, 0xEC...0xEF, 0x128...0x131, 0xDD, 0xFD, 0xFF, 0x176...0x178: "i"
    case 0xD0, 0xF0, 0x10E...0x111: "d"
    case 0xD1, 0xF1, 0x143...0x148: "n"
    case 0xD2...0xD6, 0xD8, 0xF2...0xF6, 0xF8, 0x14C...0x151: "o"
    case 0x152, 0x153: "oe"
    case 0xD9...0xDC, 0xF9...0xFC, 0x168...0x173: "u"
    case 0xDF, 0x15A...0x161: "s"
    case 0x11C...0x123: "h"
    case 0x139...0x142: "l"
    case 0x154...0x159: "r"
    case 0x162...0x167: "t"
    case 0x174, 0x175: "v"
    case 0x179...0x17E: "z"
    default: nil
    }
  }
}

/// Up to four letters without an allocation.
private struct StaticLetters: ExpressibleByStringLiteral {
  let utf8: Letters

  init(_ byte: UInt8) { utf8 = Letters(packed: UInt32(byte)) }
  init(stringLiteral text: StaticString) {
    var packed: UInt32 = 0
    text.withUTF8Buffer {
      for byte in $0.prefix(4).reversed() { packed = packed << 8 | UInt32(byte) }
    }
    utf8 = Letters(packed: packed)
  }

  struct Letters: Sequence, IteratorProtocol {
    var packed: UInt32
    mutating func next() -> UInt8? {
      guard packed != 0 else { return nil }
      defer { packed >>= 8 }
      return UInt8(packed & 255)
    }
  }
}

/// What was typed with the keyboard in the wrong layout, by the letters on the same keys.
enum KeyboardLayout {
  private static let latin = Array("qwertyuiop[]asdfghjkl;'zxcvbnm,.".unicodeScalars)
  private static let ukrainian = Array("йцукенгшщзхїфівапролджєячсмитьбю".unicodeScalars)
  private static let russian = Array("йцукенгшщзхъфывапролджэячсмитьбю".unicodeScalars)
  private static let shifted = Array("QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>".unicodeScalars)

  /// The readings of a word as if it had been typed under another layout; none where nothing would change.
  static func readings(of word: String) -> [String] {
    [(latin, ukrainian), (latin, russian), (ukrainian, latin), (russian, latin)].compactMap {
      from, to in
      let typed = String(
        String.UnicodeScalarView(
          word.unicodeScalars.map { scalar in
            let small = lowercased(scalar)
            if let key = from.firstIndex(of: small) { return to[key] }
            if from == latin, let key = shifted.firstIndex(of: scalar) { return to[key] }
            return scalar
          }))
      return typed == word ? nil : typed
    }
  }

  private static func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 65...90, 0x410...0x42F: Unicode.Scalar(scalar.value + 32) ?? scalar
    case 0x400...0x40F: Unicode.Scalar(scalar.value + 80) ?? scalar
    default: scalar
    }
  }
}
