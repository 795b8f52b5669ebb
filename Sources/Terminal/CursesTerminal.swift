import CNcurses
import Glibc
import Screen

/// Why a terminal could not be had.
public enum TerminalError: Error, Equatable {
  /// No description of this or any usual type of terminal is installed.
  case unknownType(String)
}

/// The terminal, through ncursesw: opens it, tells its size, shows a picture, hands over what happens, gives it back.
///
/// - Shape: there is one terminal, so there is one of these; all of it belongs to the thread that opened it, but for
///   ``wake()``.
public final class CursesTerminal {
  /// How a terminal is to be opened; the environment is read by whoever makes these.
  public struct Options: Sendable {
    public var theme: ThemeName
    /// No colours, whatever the terminal has (NO_COLOR).
    public var isMonochrome: Bool
    public var hasMouse: Bool
    /// The type of the terminal, `$TERM`.
    public var type: String
    /// What the terminal says of its colours, `$COLORTERM`.
    public var colourHint: String

    public init(
      theme: ThemeName = .terminal, isMonochrome: Bool = false, hasMouse: Bool = true,
      type: String = "", colourHint: String = ""
    ) {
      self.theme = theme
      self.isMonochrome = isMonochrome
      self.hasMouse = hasMouse
      self.type = type
      self.colourHint = colourHint
    }

    /// Whether the terminal shows colours of 24 bits, and whether it is tmux: it says so, or its type does. Old consoles
    /// inherit the hint from where they were started, and cannot.
    var directColour: (has: Bool, isTmux: Bool) {
      let isHinted = ["truecolor", "24bit"].contains(colourHint)
      let cannot = ["linux", "screen", "vt", "dumb", "ansi", "cygwin", "rxvt"]
      let isOld = cannot.contains { type.hasPrefix($0) }
      let has = type.hasSuffix("-direct") || isHinted && !isOld && !type.isEmpty
      return (has && !isMonochrome, type.hasPrefix("tmux"))
    }
  }

  /// Whether the terminal is written to in UTF-8; if not, pictures are shown in ASCII.
  public let isUTF8: Bool
  /// Colours in use: 0 without any.
  public let colours: Int
  private var theme: Theme
  private var pairs: [UInt64: Int32] = [:]
  /// By style, for the theme in force.
  private var looks: [(attributes: Int32, pair: Int32)] = []
  /// What the terminal shows; `nil` where that is not known.
  var shown: Grid?
  private var scalars: [UInt32] = []
  private let maximumPairs: Int
  private var isClosed = false
  private var isGone = false
  var requests: [UInt8] = []
  var queued: [Event] = []

  /// Opens the terminal of standard input and output; an unknown type falls back to the usual ones.
  public init(_ options: Options = Options()) throws(TerminalError) {
    isUTF8 = kn_locale() != 0
    kn_prepare()
    let types = [options.type, "xterm-256color", "xterm", "vt100"]
    let direct = options.directColour
    let isOpen =
      direct.has && kn_open_direct(direct.isTmux ? 1 : 0) != 0
      || types.contains { !$0.isEmpty && kn_open($0, options.isMonochrome ? 0 : 1) != 0 }
    guard isOpen else { throw .unknownType(options.type) }
    colours = options.isMonochrome ? 0 : Int(kn_colours())
    maximumPairs = Int(kn_pairs())
    theme = Theme(options.theme, colours: colours)
    if options.hasMouse { kn_mouse(1) }
  }

  /// Columns and rows now.
  public var size: Size {
    var width: Int32 = 0
    var height: Int32 = 0
    kn_size(&width, &height)
    return Size(width: Int(width), height: Int(height))
  }

  /// Shows a picture; what differs from the last one is put, and curses sends no more than that.
  public func draw(_ picture: Grid) {
    let grid = isUTF8 ? picture : picture.inASCII()
    var last = shown.flatMap { $0.width == grid.width && $0.height == grid.height ? $0 : nil }
    if last == nil { kn_erase() }
    if looks.isEmpty { looks = Style.allCases.map(look) }
    if let known = last, let scroll = grid.scroll(since: known) {
      kn_scroll(
        Int32(scroll.rows.lowerBound), Int32(scroll.rows.upperBound - 1), Int32(scroll.count))
      last = known.scrolled(by: scroll)
    }
    grid.forEachChange(since: last) { cell, column, row in
      if cell.width > 0 { put(cell, Int32(row), Int32(column)) }
    }
    shown = grid
    kn_show(Int32(grid.cursor?.row ?? -1), Int32(grid.cursor?.column ?? -1))
  }

  /// The terminal's idea of widths is checked against ours: where they differ the cell is a question mark and padding.
  private func put(_ cell: Cell, _ row: Int32, _ column: Int32) {
    var (attributes, pair) = looks[Int(cell.style.rawValue)]
    if cell.isSelected { attributes ^= Int32(KN_REVERSE) }
    let base = cell.glyph.base
    if base < 0x7F || kn_wcwidth(base) == Int32(cell.width) {
      scalars.removeAll(keepingCapacity: true)
      cell.glyph.forEachScalar { scalars.append($0) }
      kn_put(row, column, scalars, Int32(scalars.count), attributes, pair)
      return
    }
    for offset in 0..<Int32(cell.width) {
      kn_put(row, column + offset, [offset == 0 ? 63 : 32], 1, attributes, pair)
    }
  }

  /// How a meaning looks, made once for each theme.
  private func look(of style: Style) -> (attributes: Int32, pair: Int32) {
    let look = theme[style]
    var attributes: Int32 = 0
    if look.isBold { attributes |= Int32(KN_BOLD) }
    if look.isDim { attributes |= Int32(KN_DIM) }
    if look.isUnderlined { attributes |= Int32(KN_UNDERLINE) }
    if look.isReversed { attributes |= Int32(KN_REVERSE) }
    return (attributes, pair(look.foreground, look.background))
  }

  /// Pairs are made when first needed; a terminal with too few keeps its own colours for the rest.
  private func pair(_ foreground: Int32, _ background: Int32) -> Int32 {
    guard colours > 0, foreground != -1 || background != -1 else { return 0 }
    let key = UInt64(UInt32(bitPattern: foreground)) << 32 | UInt64(UInt32(bitPattern: background))
    if let known = pairs[key] { return known }
    var made: Int32 = 0
    let next = Int32(pairs.count + 1)
    let hasDefaults = kn_has_default_colours() != 0
    let front = foreground == -1 && !hasDefaults ? 7 : foreground
    let back = background == -1 && !hasDefaults ? 0 : background
    if Int(next) < maximumPairs, kn_make_pair(next, front, back) != 0 { made = next }
    pairs[key] = made
    return made
  }

  /// Turns mouse reports on or off; off, the terminal's own selection of text works.
  public func setMouse(_ isOn: Bool) { kn_mouse(isOn ? 1 : 0) }

  /// Asks the terminal to put text on the clipboard (OSC 52); inside tmux and screen also wrapped to reach the outer one.
  ///
  /// - Errors: none can be seen: a terminal that does not allow it says nothing.
  public func copy(_ text: String, isInsideTmux: Bool) {
    guard kn_has_private_modes() != 0 else { return }
    let sequence = "\u{1B}]52;c;" + base64(Array(text.utf8)) + "\u{07}"
    send(sequence)
    if isInsideTmux {
      send("\u{1B}Ptmux;" + sequence.replacingEscapes() + "\u{1B}\\")
    }
  }

  private func send(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { kn_send($0.baseAddress, $0.count) }
    }
  }

  /// Makes ``next()`` return `.woken`; the one call that other threads may make.
  public static func wake() { kn_wake() }

  /// Draws everything anew at the next ``draw(_:)``.
  public func invalidate() {
    shown = nil
    kn_invalidate()
  }

  /// Gives the terminal back as it was found.
  public func close() {
    guard !isClosed else { return }
    isClosed = true
    kn_close(isGone ? 1 : 0)
  }

  /// The terminal is gone: nothing is written to it any more.
  func markGone() { isGone = true }

  /// Shows meanings in other colours from the next ``draw(_:)`` on.
  public func setTheme(_ name: ThemeName) {
    theme = Theme(name, colours: colours)
    looks = []
    invalidate()
  }
}

extension String {
  fileprivate func replacingEscapes() -> String {
    reduce(into: "") { $0 += $1 == "\u{1B}" ? "\u{1B}\u{1B}" : String($1) }
  }
}

/// RFC 4648 base 64.
func base64(_ bytes: [UInt8]) -> String {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var out: [UInt8] = []
  out.reserveCapacity((bytes.count + 2) / 3 * 4)
  var index = 0
  while index < bytes.count {
    let a = bytes[index]
    let b = index + 1 < bytes.count ? bytes[index + 1] : 0
    let c = index + 2 < bytes.count ? bytes[index + 2] : 0
    out.append(alphabet[Int(a >> 2)])
    out.append(alphabet[Int((a & 3) << 4 | b >> 4)])
    out.append(index + 1 < bytes.count ? alphabet[Int((b & 15) << 2 | c >> 6)] : 61)
    out.append(index + 2 < bytes.count ? alphabet[Int(c & 63)] : 61)
    index += 3
  }
  return String(decoding: out, as: UTF8.self)
}
