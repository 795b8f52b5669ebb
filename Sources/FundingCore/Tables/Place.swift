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

/// All places, and what lies in what.
///
/// - Shape: a graph; parents that do not exist are passed over, and a circle makes its places lie in each other.
/// - Cost: every question is constant or the depth of the graph (at most seven).
public struct Gazetteer: Sendable {
  public let places: [Place]
  private let byID: [Place.ID: Int]
  private let byLabel: [Place.Label: Int]
  /// For each place, the indices of everything it lies in, itself first.
  private let ancestors: [[Int]]

  public init(_ places: [Place]) {
    self.places = places
    byID = Dictionary(
      places.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    byLabel = Dictionary(
      places.enumerated().map { ($1.label, $0) }, uniquingKeysWith: { first, _ in first })
    let index = byID
    let parents = places.map { place in place.parents.compactMap { index[$0] } }
    ancestors = places.indices.map { start in
      var found = [start]
      var next = 0
      while next < found.count {
        for parent in parents[found[next]] where !found.contains(parent) { found.append(parent) }
        next += 1
      }
      return found
    }
  }

  public subscript(id: Place.ID) -> Place? { byID[id].map { places[$0] } }
  public subscript(label: Place.Label) -> Place? { byLabel[label].map { places[$0] } }

  /// The place an id or a label names.
  public func place(named name: String) -> Place? {
    self[Place.ID(name)] ?? self[Place.Label(name)]
  }

  /// Whether one place is the other or lies in it.
  public func lies(_ inner: Place.ID, in outer: Place.ID) -> Bool {
    guard let index = byID[inner], let wanted = byID[outer] else { return inner == outer }
    return ancestors[index].contains(wanted)
  }

  /// The districts a place is, lies in or, for a neighbourhood of several, touches, in table order; none for wider
  /// places.
  public func districts(of id: Place.ID) -> [Place] {
    guard let index = byID[id] else { return [] }
    return ancestors[index].filter { places[$0].kind == .district }.sorted().map { places[$0] }
  }

  /// Places whose parent is this one, in table order.
  public func children(of id: Place.ID) -> [Place] { places.filter { $0.parents.contains(id) } }
}
