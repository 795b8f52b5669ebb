/// What money is for: a row of `sectors.csv`, the order of the rows being the order on the screen.
///
/// - Source: IATI 2.03 `sector` with DAC purpose codes beside it.
public struct Sector: Hashable, Identifiable, Sendable {
  public struct ID: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }
    public var description: String { rawValue }
    public static func < (a: ID, b: ID) -> Bool { a.rawValue < b.rawValue }
  }

  public var id: ID
  public var name: Names
  public var dacCodes: [String]
  /// Word beginnings that tell the sector; `$` ends a whole word, a space separates words of a phrase.
  public var stems: LocalisedForms
  /// The same notation: words that look like a stem and are not of this sector.
  public var exclusions: LocalisedForms
  public var source: String

  public init(
    id: ID, name: Names, dacCodes: [String] = [], stems: LocalisedForms = LocalisedForms(),
    exclusions: LocalisedForms = LocalisedForms(), source: String = ""
  ) {
    self.id = id
    self.name = name
    self.dacCodes = dacCodes
    self.stems = stems
    self.exclusions = exclusions
    self.source = source
  }
}
