/// A place of the gazetteer: a row of `places.csv`.
///
/// - Source: KATOTTG for administrative units, named per row; IATI 2.03 `location`.
public struct Place: Hashable, Identifiable, Sendable {
  /// The gazetteer's id, `kharkiv-saltivskyi`.
  public struct ID: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }
    public var description: String { rawValue }
    public static func < (a: ID, b: ID) -> Bool { a.rawValue < b.rawValue }
  }

  /// The name claims and views use, `Kharkiv/Saltivskyi`: unique in the table.
  public struct Label: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }
    public var description: String { rawValue }
    public static func < (a: Label, b: Label) -> Bool { a.rawValue < b.rawValue }
  }

  public enum Kind: String, Sendable, CaseIterable {
    case country, oblast, raion, hromada, city, village, district, neighbourhood
  }

  public var id: ID
  /// What it lies in; a neighbourhood may lie in several districts.
  public var parents: [ID]
  public var kind: Kind
  public var label: Label
  public var name: Names
  /// Other names, in any language.
  public var aliases: [String]
  public var katottg: String?
  /// Places elsewhere that share its name.
  public var sameName: [ID]
  /// Column and row of its tile on the map of its city, from 0.
  public var tile: (column: Int, row: Int)?
  public var source: String
  public var note: String?

  public init(
    id: ID, parents: [ID], kind: Kind, label: Label, name: Names, aliases: [String] = [],
    katottg: String? = nil,
    sameName: [ID] = [], tile: (column: Int, row: Int)? = nil, source: String = "",
    note: String? = nil
  ) {
    self.id = id
    self.parents = parents
    self.kind = kind
    self.label = label
    self.name = name
    self.aliases = aliases
    self.katottg = katottg
    self.sameName = sameName
    self.tile = tile
    self.source = source
    self.note = note
  }

  public static func == (a: Place, b: Place) -> Bool {
    a.id == b.id && a.label == b.label && a.parents == b.parents
  }
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
