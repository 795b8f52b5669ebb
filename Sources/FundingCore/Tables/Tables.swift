/// The four tables a library is read with.
public struct Tables: Sendable {
  public var organisations: [Organisation]
  public var gazetteer: Gazetteer
  public var sectors: [Sector]
  public var rates: Rates

  public init(organisations: [Organisation], places: [Place], sectors: [Sector], rates: [Rate]) {
    self.organisations = organisations
    self.gazetteer = Gazetteer(places)
    self.sectors = sectors
    self.rates = Rates(rates)
    organisationIndex = Dictionary(
      organisations.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    sectorIndex = Dictionary(
      sectors.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private let organisationIndex: [Organisation.ID: Int]
  private let sectorIndex: [Sector.ID: Int]

  public func organisation(_ id: Organisation.ID) -> Organisation? {
    organisationIndex[id].map { organisations[$0] }
  }
  public func sector(_ id: Sector.ID) -> Sector? { sectorIndex[id].map { sectors[$0] } }
}
