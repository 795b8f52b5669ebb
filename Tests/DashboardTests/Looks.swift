import Screen

@testable import Terminal

/// How a picture looks in a theme, short enough to be read: runs of cells that look the same.
///
/// - Shape: a line a row (or rows that look the same), its number before it; `b30` is thirty bold cells. Without colours
///   `b` is bold, `u` underlined, `r` reversed, `.` nothing; in 256 colours the number of the ink goes first, that of the
///   ground after a stroke where it is not the theme's own. What is plain up to the end of a row is left out.
enum Looks {
  static func mono(_ grid: Grid) -> String {
    runs(grid, Theme(.terminal, colours: 0)) { look in
      let name = flags(look)
      return name.isEmpty ? "." : name
    }
  }

  static func dark256(_ grid: Grid) -> String {
    let theme = Theme(.dark, colours: 256)
    let plain = theme[.plain]
    return runs(grid, theme) { look in
      if look == plain { return "." }
      let ground = look.background == plain.background ? "" : "/\(look.background)"
      return "\(look.foreground)\(ground)\(flags(look))"
    }
  }

  private static func flags(_ look: Look) -> String {
    (look.isBold ? "b" : "") + (look.isDim ? "d" : "") + (look.isUnderlined ? "u" : "")
      + (look.isReversed ? "r" : "")
  }

  private static func runs(_ grid: Grid, _ theme: Theme, _ name: (Look) -> String) -> String {
    let names = Style.allCases.map { style in
      [false, true].map { isSelected in
        var look = theme[style]
        if isSelected { look.isReversed.toggle() }
        return name(look)
      }
    }
    let rows = (0..<grid.height).map { row -> String in
      var runs: [(name: String, count: Int)] = []
      for cell in grid.row(row) {
        let name = names[Int(cell.style.rawValue)][cell.isSelected ? 1 : 0]
        if runs.last?.name == name {
          runs[runs.count - 1].count += 1
        } else {
          runs.append((name, 1))
        }
      }
      if runs.last?.name == "." { runs.removeLast() }
      return runs.map { "\($0.name)×\($0.count)" }.joined(separator: " ")
    }
    var lines: [String] = []
    var row = 0
    while row < rows.count {
      var last = row
      while last + 1 < rows.count, rows[last + 1] == rows[row] { last += 1 }
      if !rows[row].isEmpty {
        lines.append((last > row ? "\(row)–\(last)" : "\(row)") + ": " + rows[row])
      }
      row = last + 1
    }
    return lines.joined(separator: "\n")
  }

  /// Every meaning in every theme and number of colours.
  static var table: String {
    let themes: [(String, Theme)] =
      [("mono", Theme(.terminal, colours: 0))]
      + [8, 16, 256, 1 << 24].map { ("terminal \($0)", Theme(.terminal, colours: $0)) }
      + [ThemeName.light, .dark].flatMap { name in
        [256, 1 << 24].map { ("\(name) \($0)", Theme(name, colours: $0)) }
      }
    return themes.map { name, theme in
      "== \(name)\n"
        + Style.allCases.map { style in
          let look = theme[style]
          return
            "\(style): \(colour(look.foreground)) on \(colour(look.background)) \(flags(look))\n"
        }.joined()
    }.joined()
  }

  private static func colour(_ number: Int32) -> String {
    if number < 0 { return "own" }
    if number < 256 { return String(number) }
    let digits = String(number, radix: 16, uppercase: true)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}
