/// The work that money is for: one sector, one place, who pays and who carries out, with the fundings that pay for it.
///
/// - Shape: joint money gives each of its sectors a project that shares it, so a funding may stand in several.
/// - Source: IATI 2.03 `iati-activity`.
public struct Project: Hashable, Identifiable, Sendable {
  /// Stable as long as what it is made of is.
  public struct ID: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }
    public var description: String { rawValue }
    public static func < (a: ID, b: ID) -> Bool { a.rawValue < b.rawValue }
  }

  public var id: ID
  /// `nil` where no source says what the money is for.
  public var sector: Sector.ID?
  public var places: [Place.Label]
  public var donors: [Organisation.ID]
  public var implementers: [Organisation.ID]
  public var object: String?
  public var status: Status
  /// The latest date among its fundings.
  public var date: CalendarDate?
  /// In the ledger's order; totals before their parts.
  public var fundings: [Funding.ID]

  public init(
    id: ID, sector: Sector.ID?, places: [Place.Label], donors: [Organisation.ID],
    implementers: [Organisation.ID],
    object: String? = nil, status: Status, date: CalendarDate? = nil, fundings: [Funding.ID]
  ) {
    self.id = id
    self.sector = sector
    self.places = places
    self.donors = donors
    self.implementers = implementers
    self.object = object
    self.status = status
    self.date = date
    self.fundings = fundings
  }
}
