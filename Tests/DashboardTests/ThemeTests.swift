import Screen
import Testing

@testable import Terminal

@Suite struct ThemeTests {
  /// Relative luminance of WCAG 2.2, of a colour of 24 bits.
  private func luminance(_ rgb: Int32) -> Double {
    let parts = [16, 8, 0].map { shift -> Double in
      let value = Double(rgb >> Int32(shift) & 0xFF) / 255
      return value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// The power of 2.4: a square times the fifth root of a square.
  private func power(_ x: Double) -> Double {
    var root = 1.0
    for _ in 0..<60 {
      root -= (root * root * root * root * root - x * x) / (5 * root * root * root * root)
    }
    return x * x * root
  }

  /// A colour of the usual 256 as 24 bits: the cube and the greys.
  private func rgb(_ index: Int32) -> Int32 {
    if index >= 256 { return index }
    if index >= 232 {
      let grey = 8 + (index - 232) * 10
      return grey << 16 | grey << 8 | grey
    }
    let steps: [Int32] = [0, 95, 135, 175, 215, 255]
    let at = Int(index) - 16
    return steps[at / 36] << 16 | steps[at / 6 % 6] << 8 | steps[at % 6]
  }

  @Test(arguments: [ThemeName.light, .dark], [256, 1 << 24])
  func `every word of a theme of its own can be read`(_ name: ThemeName, _ colours: Int) {
    let theme = Theme(name, colours: colours)
    for style in Style.allCases where style != .border {
      let look = theme[style]
      let (front, back) = (luminance(rgb(look.foreground)), luminance(rgb(look.background)))
      let contrast = (max(front, back) + 0.05) / (min(front, back) + 0.05)
      #expect(contrast >= 4.5, "\(style) in \(name) of \(colours): \(contrast)")
    }
  }

  @Test func `without colours nothing asks for one`() {
    for name in ThemeName.allCases {
      for style in Style.allCases {
        let look = Theme(name, colours: 0)[style]
        #expect(look.foreground == -1 && look.background == -1)
      }
    }
  }

  @Test func `the terminal's own palette stays on the terminal's own ground`() {
    for colours in [8, 16, 256, 1 << 24] {
      for style in Style.allCases where style != .match {
        let look = Theme(.terminal, colours: colours)[style]
        #expect(look.background == -1 && look.foreground < 16)
      }
    }
  }

  @Test func `eight colours are enough where there are eight`() {
    for name in ThemeName.allCases {
      for style in Style.allCases {
        let look = Theme(name, colours: 8)[style]
        #expect(look.foreground < 8 && look.background < 8)
      }
    }
  }

  @Test(arguments: [
    ("xterm-256color", "truecolor", true), ("tmux-256color", "24bit", true),
    ("xterm-direct", "", true),
    ("xterm-256color", "", false), ("linux", "truecolor", false), ("screen", "truecolor", false),
    ("", "truecolor", false),
  ])
  func `24 bits are used where the terminal says it has them`(
    _ type: String, _ hint: String, _ has: Bool
  ) {
    let options = CursesTerminal.Options(type: type, colourHint: hint)
    #expect(options.directColour.has == has)
    #expect(options.directColour.isTmux == type.hasPrefix("tmux"))
    let plain = CursesTerminal.Options(isMonochrome: true, type: type, colourHint: hint)
    #expect(!plain.directColour.has)
  }
}
