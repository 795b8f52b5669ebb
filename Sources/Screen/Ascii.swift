extension Grid {
  /// The same picture in ASCII alone, for terminals that cannot show more.
  ///
  /// - Shape: every cell keeps its place; borders, bars and signs get their plain likeness, Cyrillic letters the nearest
  ///   Latin one, everything else a question mark.
  public func inASCII() -> Grid {
    var copy = self
    copy.toASCII()
    return copy
  }

  private mutating func toASCII() {
    mapBases { base in
      guard base >= 0x7F else { return base }
      return Unicode.Scalar(base).map { Self.likeness(of: $0).value } ?? 0x3F
    }
    // Wide characters become a question mark and a blank.
    for row in 0..<height {
      for column in 0..<width where self[column, row]?.width == 2 {
        put("? ", column: column, row: row, style: self[column, row]?.style ?? .plain)
      }
    }
  }

  private static func likeness(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    if let sign = signs[scalar] { return sign }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    guard let letter = letters[lower] else { return "?" }
    return lower == scalar
      ? letter : (letter.properties.uppercaseMapping.unicodeScalars.first ?? letter)
  }

  private static let signs: [Unicode.Scalar: Unicode.Scalar] = [
    "─": "-", "━": "=", "═": "=", "│": "|", "┃": "|", "┌": "+", "┐": "+", "└": "+", "┘": "+",
    "├": "+", "┤": "+",
    "┬": "+", "┴": "+", "┼": "+", "╭": "+", "╮": "+", "╰": "+", "╯": "+", "▇": "#", "█": "#",
    "■": "#", "▌": "#",
    "░": ":", "▒": ":", "▓": "#", "▁": "_", "▂": "_", "▃": "-", "▄": "-", "▅": "=", "▆": "=",
    "≥": ">", "≤": "<",
    "≈": "~", "≠": "!", "…": "~", "—": "-", "–": "-", "−": "-", "«": "\"", "»": "\"", "“": "\"",
    "”": "\"", "„": "\"",
    "’": "'", "ʼ": "'", "‘": "'", "·": ".", "•": "*", "●": "*", "○": "o", "◐": "%", "▸": ">",
    "▹": ">",
    "▶": ">", "▲": "^",
    "▼": "v", "▾": "v", "→": ">", "←": "<", "↑": "^", "↓": "v", "✓": "x", "✗": "x", "№": "N",
    "€": "E",
    "₴": "H", "£": "L", "¥": "Y",
    "\u{A0}": " ", "\u{2009}": " ", "\u{202F}": " ", "×": "x", "°": "o", "§": "S", "½": "/",
    "⋯": "~", "⌕": "/",
    "∩": "n", "╱": "/", "╲": "\\", "▏": "|", "▎": "|", "▍": "|", "▋": "#", "▊": "#", "▉": "#",
  ]

  private static let letters: [Unicode.Scalar: Unicode.Scalar] = [
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "e", "ж": "z",
    "з": "z", "и": "y",
    "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p",
    "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "f", "х": "h", "ц": "c", "ч": "c", "ш": "s", "щ": "s", "ь": "'", "ю": "u",
    "я": "a", "ы": "y",
    "э": "e", "ё": "e", "ъ": "'", "ö": "o", "ä": "a", "ü": "u", "é": "e", "è": "e", "á": "a",
    "ø": "o", "å": "a",
    "ß": "s", "ç": "c", "ñ": "n", "ó": "o", "í": "i", "ú": "u", "ł": "l", "ś": "s", "ż": "z",
    "ž": "z", "š": "s",
  ]
}
