import Screen

/// Which colours a terminal's meanings are shown in.
public enum ThemeName: String, Sendable, CaseIterable {
  /// The terminal's own palette on its own background.
  case terminal
  case light, dark
}

/// How one meaning looks: colours by number, -1 being the terminal's own, and attributes of `CNcurses`.
struct Look: Hashable, Sendable {
  var foreground: Int32 = -1
  var background: Int32 = -1
  var isBold = false
  var isDim = false
  var isReversed = false
  var isUnderlined = false
}

/// How every meaning looks on a terminal of so many colours.
struct Theme: Sendable {
  private let looks: [Look]

  /// The looks of a theme; with no colours every difference is an attribute.
  init(_ name: ThemeName, colours: Int) {
    looks = Style.allCases.map { style in
      if colours < 8 { return Theme.plain(style) }
      switch name {
      case .terminal: return Theme.terminal(style, colours: colours)
      case .light:
        return colours >= 256
          ? Theme.rich(style, isLight: true) : Theme.terminal(style, colours: colours)
      case .dark:
        return colours >= 256
          ? Theme.rich(style, isLight: false) : Theme.terminal(style, colours: colours)
      }
    }
  }

  subscript(style: Style) -> Look {
    let index = Int(style.rawValue)
    return index < looks.count ? looks[index] : Look()
  }

  /// Without colours: bold, underlined, reversed.
  private static func plain(_ style: Style) -> Look {
    switch style {
    case .plain, .dim, .border, .barShared, .bar, .shared, .digest, .status: Look()
    case .heading, .title, .amount, .focused, .key: Look(isBold: true)
    case .total: Look(isBold: true, isReversed: true)
    case .selected: Look(isReversed: true)
    case .doubt, .litSector, .litPlace, .litStatus, .litDonor: Look(isUnderlined: true)
    case .error, .match, .litAmount: Look(isBold: true, isUnderlined: true)
    }
  }

  /// The eight or sixteen colours every palette has, on the terminal's own background.
  private static func terminal(_ style: Style, colours: Int) -> Look {
    let grey: Int32 = colours >= 16 ? 8 : -1
    switch style {
    case .plain: return Look()
    case .heading: return Look(isBold: true)
    case .title: return Look(foreground: 6, isBold: true)
    case .dim: return Look(foreground: grey, isDim: colours < 16)
    case .selected: return Look(isReversed: true)
    case .focused: return Look(foreground: 6, isBold: true)
    case .amount: return Look(foreground: 2)
    case .total: return Look(foreground: 2, isBold: true, isReversed: true)
    case .shared: return Look(foreground: 3)
    case .doubt: return Look(foreground: 3)
    case .error: return Look(foreground: 1, isBold: true)
    case .key: return Look(foreground: 6, isBold: true)
    case .match: return Look(foreground: 0, background: 3)
    case .litAmount: return Look(foreground: 2, isBold: true, isUnderlined: true)
    case .litDonor: return Look(foreground: 5, isUnderlined: true)
    case .litSector: return Look(foreground: 6, isUnderlined: true)
    case .litPlace: return Look(foreground: 4, isUnderlined: true)
    case .litStatus: return Look(foreground: 3, isUnderlined: true)
    case .bar: return Look(foreground: 2)
    case .barShared: return Look(foreground: 3)
    case .border: return Look(foreground: grey, isDim: colours < 16)
    case .digest: return Look(foreground: grey, isDim: colours < 16)
    case .status: return Look(isReversed: true)
    }
  }

  /// 256 colours: one calm ground, one accent, each lit thing its own hue.
  private static func rich(_ style: Style, isLight: Bool) -> Look {
    let ink: Int32 = isLight ? 235 : 252
    let paper: Int32 = isLight ? 255 : 234
    func look(_ light: Int32, _ dark: Int32, bold: Bool = false, underlined: Bool = false) -> Look {
      Look(
        foreground: isLight ? light : dark, background: paper, isBold: bold,
        isUnderlined: underlined)
    }
    switch style {
    case .plain: return Look(foreground: ink, background: paper)
    case .heading: return look(232, 255, bold: true)
    case .title: return look(25, 117, bold: true)
    case .dim, .digest: return look(243, 246)
    case .selected: return Look(foreground: paper, background: ink)
    case .focused, .key: return look(25, 117, bold: true)
    case .amount, .bar: return look(28, 114)
    case .total: return Look(foreground: paper, background: isLight ? 28 : 114, isBold: true)
    case .shared, .barShared, .doubt: return look(130, 179)
    case .error: return look(124, 203, bold: true)
    case .match: return Look(foreground: 16, background: 221)
    case .litAmount: return look(28, 114, bold: true, underlined: true)
    case .litDonor: return look(90, 176, underlined: true)
    case .litSector: return look(30, 80, underlined: true)
    case .litPlace: return look(25, 111, underlined: true)
    case .litStatus: return look(130, 179, underlined: true)
    case .border: return look(248, 240)
    case .status: return Look(foreground: ink, background: isLight ? 252 : 237)
    }
  }
}
