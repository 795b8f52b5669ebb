/// What a stretch of the screen means; only the terminal's driver knows how it looks.
public enum Style: UInt8, Sendable, CaseIterable {
  case plain, heading, title, dim, selected, focused, amount, shared, doubt, error, key, match
  case litAmount, litDonor, litSector, litPlace, litStatus, bar, barShared, border, digest, status
  /// The one figure the eye should find first.
  case total

  /// One letter for pictures of styles in tests; plain is a full stop.
  public var letter: Character {
    switch self {
    case .plain: "."
    case .heading: "h"
    case .title: "t"
    case .dim: "d"
    case .selected: "s"
    case .focused: "f"
    case .amount: "a"
    case .shared: "j"
    case .doubt: "q"
    case .error: "e"
    case .key: "k"
    case .match: "m"
    case .litAmount: "1"
    case .litDonor: "2"
    case .litSector: "3"
    case .litPlace: "4"
    case .litStatus: "5"
    case .bar: "b"
    case .barShared: "x"
    case .border: "r"
    case .digest: "g"
    case .status: "u"
    case .total: "T"
    }
  }
}

/// One column of a row: a character that stands in it, the second half of a wide one, or a blank.
///
/// - Shape: 16 bytes without a reference, so that a picture is compared and copied as plain memory.
public struct Cell: Hashable, Sendable {
  /// The base scalar and the marks on it; nothing in the second half of a wide character.
  public internal(set) var glyph: Glyph
  /// Columns the cluster takes: 1 or 2; 0 in the second half of a wide character.
  public internal(set) var width: UInt8
  public internal(set) var style: Style
  /// Shown in reverse, whatever its style: the row the person is on.
  public internal(set) var isSelected: Bool

  init(_ glyph: Glyph, width: UInt8, style: Style, isSelected: Bool = false) {
    self.glyph = glyph
    self.width = width
    self.style = style
    self.isSelected = isSelected
  }

  /// A base scalar and up to four marks; empty in the second half of a wide character.
  public var cluster: String { width == 0 ? "" : glyph.text }

  public static let blank = Cell(.blank, width: 1, style: .plain)
}

/// A base scalar and up to four marks that stand on it.
public struct Glyph: Hashable, Sendable {
  /// The marks, 16 bits each, the first lowest; a mark outside the basic plane has no place here.
  private(set) var marks: UInt64 = 0
  /// The base.
  public let base: UInt32

  init(_ base: UInt32) { self.base = base }

  static let blank = Glyph(0x20)

  /// Puts a mark on; a fifth one, or one outside the basic plane, is dropped.
  mutating func add(_ mark: UInt32) {
    guard mark <= 0xFFFF, marks >> 48 == 0 else { return }
    var shift = UInt64(0)
    while marks >> shift & 0xFFFF != 0 { shift += 16 }
    marks |= UInt64(mark) << shift
  }

  public var hasMarks: Bool { marks != 0 }

  /// Base and marks, one after the other.
  public func forEachScalar(_ body: (UInt32) -> Void) {
    body(base)
    var rest = marks
    while rest != 0 {
      body(UInt32(rest & 0xFFFF))
      rest >>= 16
    }
  }

  /// Base and marks as text.
  public var text: String {
    var scalars = String.UnicodeScalarView()
    forEachScalar { if let scalar = Unicode.Scalar($0) { scalars.append(scalar) } }
    return String(scalars)
  }
}

/// Columns and rows of a terminal.
public struct Size: Hashable, Sendable {
  public var width: Int
  public var height: Int
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}
