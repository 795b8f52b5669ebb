/// Text from outside, made safe to print: no control, direction or tag character reaches a terminal.
enum Sanitised {
  /// The text with line breaks kept.
  static func text(_ text: String) -> String { cleaned(text) { $0 == "\n" ? "\n" : " " } }

  /// The text on one line.
  static func line(_ text: String) -> String { cleaned(text) { _ in " " } }

  private static func cleaned(_ text: String, _ replace: (Unicode.Scalar) -> Unicode.Scalar)
    -> String
  {
    guard text.unicodeScalars.contains(where: isHostile) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if !isHostile(scalar) {
        scalars.append(scalar)
      } else if scalar.value == 10 || scalar.value == 9 {
        scalars.append(replace(scalar))
      }
    }
    return String(scalars)
  }

  /// C0, DEL, C1, bidirectional controls, invisible tags, line and paragraph separators.
  private static func isHostile(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<32, 0x7F...0x9F, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0x61C, 0xFEFF,
      0xE0000...0xE007F:
      true
    default: false
    }
  }
}
