/// What a stretch of the screen means; only the terminal's driver knows how it looks.
public enum Style: UInt8, Sendable, CaseIterable {
  case plain, heading, title, dim, selected, focused, amount, shared, doubt, error, key, match
  case litAmount, litDonor, litSector, litPlace, litStatus, bar, barShared, border, digest, status
}

/// One column of a row: a character that stands in it, the second half of a wide one, or a blank.
public struct Cell: Hashable, Sendable {
  /// A base scalar and up to four marks of no width; empty in the second half of a wide character.
  public var cluster: String
  /// Columns the cluster takes: 1 or 2; 0 in the second half of a wide character.
  public var width: UInt8
  public var style: Style

  public init(cluster: String, width: UInt8, style: Style) {
    self.cluster = cluster
    self.width = width
    self.style = style
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
