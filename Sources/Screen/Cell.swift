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
public struct Cell: Hashable, Sendable {
  /// A base scalar and up to four marks of no width; empty in the second half of a wide character.
  public var cluster: String
  /// Columns the cluster takes: 1 or 2; 0 in the second half of a wide character.
  public var width: UInt8
  public var style: Style
  /// Shown in reverse, whatever its style: the row the person is on.
  public var isSelected: Bool

  public init(cluster: String, width: UInt8, style: Style, isSelected: Bool = false) {
    self.cluster = cluster
    self.width = width
    self.style = style
    self.isSelected = isSelected
  }

  public static let blank = Cell(cluster: " ", width: 1, style: .plain)
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
