import Screen

/// Text from outside, made safe to print: nothing of the table of hostile signs reaches a terminal (see `Hostile`).
enum Sanitised {
  /// The text with line breaks kept.
  static func text(_ text: String) -> String { cleaned(text, lineFeed: "\n") }

  /// The text on one line.
  static func line(_ text: String) -> String { cleaned(text, lineFeed: " ") }

  /// Controls and separators become a blank, so that the words they part stay apart; whatever reorders or hides goes.
  private static func cleaned(_ text: String, lineFeed: Unicode.Scalar) -> String {
    guard text.unicodeScalars.contains(where: \.isHostile) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        scalars.append(lineFeed)
      } else if !scalar.isHostile {
        scalars.append(scalar)
      } else if scalar.fate == .blank && scalar != "\r" {
        scalars.append(" ")
      }
    }
    return String(scalars)
  }
}
