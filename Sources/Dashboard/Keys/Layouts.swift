import Screen

/// What Cyrillic keyboard layouts type where a Latin one has another key.
public enum Layouts {
  /// The Latin character of the key that types this one under the Ukrainian or Russian layout; `nil` for any other.
  ///
  /// - Shape: `о` is `j`, `Й` is `Q`. The key of `/` types a full stop and a comma under these layouts, so these two mean `/`
  ///   and `?` in the keymap.
  public static func latin(_ scalar: Unicode.Scalar) -> Unicode.Scalar? { toLatin[scalar] }

  /// What the Ukrainian layout types on the key of a Latin character.
  public static func cyrillic(_ scalar: Unicode.Scalar) -> Unicode.Scalar? { toCyrillic[scalar] }

  /// Whether a character can only come from a Cyrillic layout.
  public static func isCyrillic(_ scalar: Unicode.Scalar) -> Bool {
    (0x400...0x4FF).contains(scalar.value)
  }

  private static let rows: [(latin: String, ukrainian: String, russian: String)] = [
    ("qwertyuiop[]", "йцукенгшщзхї", "йцукенгшщзхъ"), ("asdfghjkl;'", "фівапролджє", "фывапролджэ"),
    ("zxcvbnm,.", "ячсмитьбю", "ячсмитьбю"), ("QWERTYUIOP{}", "ЙЦУКЕНГШЩЗХЇ", "ЙЦУКЕНГШЩЗХЪ"),
    ("ASDFGHJKL:\"", "ФІВАПРОЛДЖЄ", "ФЫВАПРОЛДЖЭ"), ("ZXCVBNM<>", "ЯЧСМИТЬБЮ", "ЯЧСМИТЬБЮ"),
    ("`~", "ґҐ", "ёЁ"),
  ]

  private static let toLatin: [Unicode.Scalar: Unicode.Scalar] = {
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for row in rows {
      for (latin, cyrillic) in zip(row.latin.unicodeScalars, row.ukrainian.unicodeScalars) {
        table[cyrillic] = latin
      }
      for (latin, cyrillic) in zip(row.latin.unicodeScalars, row.russian.unicodeScalars) {
        table[cyrillic] = latin
      }
    }
    return table
  }()

  private static let toCyrillic: [Unicode.Scalar: Unicode.Scalar] = {
    var table: [Unicode.Scalar: Unicode.Scalar] = ["/": ".", "?": ","]
    for row in rows {
      for (latin, cyrillic) in zip(row.latin.unicodeScalars, row.ukrainian.unicodeScalars) {
        table[latin] = cyrillic
      }
    }
    return table
  }()

  /// A word typed under the wrong layout, as it was meant: `[fhrsd` is `харків`; `nil` where nothing changes.
  public static func retyped(_ word: String) -> String? {
    var changed = String.UnicodeScalarView()
    var isChanged = false
    for scalar in word.unicodeScalars {
      let other = latin(scalar) ?? (cyrillic(scalar).flatMap { $0 == "." || $0 == "," ? nil : $0 })
      isChanged = isChanged || other != nil
      changed.append(other ?? scalar)
    }
    return isChanged ? String(changed) : nil
  }
}
