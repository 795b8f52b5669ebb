extension Language {
  /// The language a text is most likely written in, by the letters only one of the three has.
  ///
  /// - Shape: і, ї, є, ґ are Ukrainian; ы, э, ъ, ё Russian; a text with more Latin than Cyrillic letters is English. A
  ///   Cyrillic text without any of these letters is taken for Ukrainian.
  public static func guess(_ text: String) -> Language {
    var latin = 0
    var cyrillic = 0
    var balance = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z": latin += 1
      case "і", "ї", "є", "ґ", "І", "Ї", "Є", "Ґ":
        cyrillic += 1
        balance += 1
      case "ы", "э", "ъ", "ё", "Ы", "Э", "Ъ", "Ё":
        cyrillic += 1
        balance -= 1
      case "\u{400}"..."\u{4FF}": cyrillic += 1
      default: break
      }
    }
    if latin > cyrillic { return .en }
    return balance >= 0 ? .uk : .ru
  }
}
