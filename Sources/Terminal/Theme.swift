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

  /// The looks of a theme; with no colours every difference is an attribute. Light and dark need 256 colours, and use 24
  /// bits where the terminal has them.
  init(_ name: ThemeName, colours: Int) {
    looks = Style.allCases.map { style in
      if colours < 8 { return Theme.plain(style) }
      if name == .terminal || colours < 256 { return Theme.terminal(style, colours: colours) }
      return Theme.rich(style, isLight: name == .light, isDirect: colours > 256)
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

  /// A colour of a theme: by its number among 256, and in 24 bits.
  struct Hue {
    var index: Int32
    var rgb: Int32
    init(_ index: Int32, _ rgb: Int32) {
      self.index = index
      self.rgb = rgb
    }
  }

  /// The colours a rich theme is made of: one calm ground, one accent, each lit thing its own hue.
  private struct Palette {
    var ink, paper, bright, accent, faint, money, shared, error, donor, sector, place, border: Hue
    var bar: Hue
    static let matchInk = Hue(16, 0x141414)
    static let matchPaper = Hue(221, 0xFFD75F)

    static let light = Palette(
      ink: Hue(235, 0x24272A), paper: Hue(255, 0xF6F5F0), bright: Hue(232, 0x0B0C0D),
      accent: Hue(25, 0x00508C), faint: Hue(241, 0x5D6266), money: Hue(22, 0x14662A),
      shared: Hue(94, 0x7D4E00), error: Hue(124, 0xA8001C), donor: Hue(90, 0x7A1F87),
      sector: Hue(23, 0x00626A), place: Hue(25, 0x0B4FA0), border: Hue(248, 0xA9ADB0),
      bar: Hue(252, 0xDCDBD4))
    static let dark = Palette(
      ink: Hue(252, 0xD6D6D0), paper: Hue(234, 0x1B1D1E), bright: Hue(255, 0xF4F4EE),
      accent: Hue(117, 0x7FC8FF), faint: Hue(246, 0x9AA0A3), money: Hue(114, 0x8FD694),
      shared: Hue(179, 0xDCB25C), error: Hue(203, 0xFF7A70), donor: Hue(176, 0xD7A0DC),
      sector: Hue(80, 0x5FD7D7), place: Hue(111, 0x8FB4FF), border: Hue(240, 0x5A6064),
      bar: Hue(237, 0x33373A))
  }

  /// Light and dark: ink on a ground of their own.
  private static func rich(_ style: Style, isLight: Bool, isDirect: Bool) -> Look {
    let colours = isLight ? Palette.light : Palette.dark
    func look(_ front: Hue, on back: Hue? = nil, bold: Bool = false, underlined: Bool = false)
      -> Look
    {
      let back = back ?? colours.paper
      return Look(
        foreground: isDirect ? front.rgb : front.index,
        background: isDirect ? back.rgb : back.index, isBold: bold, isUnderlined: underlined)
    }
    switch style {
    case .plain: return look(colours.ink)
    case .heading: return look(colours.bright, bold: true)
    case .title, .focused, .key: return look(colours.accent, bold: true)
    case .dim, .digest: return look(colours.faint)
    case .selected: return look(colours.paper, on: colours.ink)
    case .amount, .bar: return look(colours.money)
    case .total: return look(colours.paper, on: colours.money, bold: true)
    case .shared, .barShared, .doubt: return look(colours.shared)
    case .error: return look(colours.error, bold: true)
    case .match: return look(Palette.matchInk, on: Palette.matchPaper)
    case .litAmount: return look(colours.money, bold: true, underlined: true)
    case .litDonor: return look(colours.donor, underlined: true)
    case .litSector: return look(colours.sector, underlined: true)
    case .litPlace: return look(colours.place, underlined: true)
    case .litStatus: return look(colours.shared, underlined: true)
    case .border: return look(colours.border)
    case .status: return look(colours.ink, on: colours.bar)
    }
  }
}
