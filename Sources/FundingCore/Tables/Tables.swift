/// The four tables a library is read with.
///
/// - Shape: tables out of a snapshot become rows when somebody looks at them, one by one or all at once.
public struct Tables: Sendable {
  public let gazetteer: Gazetteer
  public let rates: Rates
  public var organisations: [Organisation] { organisationRows.all }
  public var sectors: [Sector] { sectorRows.all }

  private let organisationRows: LazyRows<Organisation>
  private let sectorRows: LazyRows<Sector>
  private let organisationIndex: RowIndex
  private let sectorIndex: RowIndex

  public init(organisations: [Organisation], places: [Place], sectors: [Sector], rates: [Rate]) {
    gazetteer = Gazetteer(places)
    self.rates = Rates(rates)
    organisationRows = LazyRows(organisations)
    sectorRows = LazyRows(sectors)
    organisationIndex = RowIndex(organisations.map(\.id.rawValue))
    sectorIndex = RowIndex(sectors.map(\.id.rawValue))
  }

  private init(unfolding tables: Tables) {
    gazetteer = tables.gazetteer.unfolded
    rates = tables.rates
    organisationRows = LazyRows(tables.organisations)
    sectorRows = LazyRows(tables.sectors)
    organisationIndex = tables.organisationIndex
    sectorIndex = tables.sectorIndex
  }

  /// The same tables with every row made: for work that looks at all of them.
  public var unfolded: Tables { Tables(unfolding: self) }

  public func organisation(_ id: Organisation.ID) -> Organisation? {
    number(of: id).flatMap { organisationRows[$0] }
  }
  public func sector(_ id: Sector.ID) -> Sector? { number(of: id).flatMap { sectorRows[$0] } }

  /// The row of an organisation, from 0.
  func number(of id: Organisation.ID) -> Int? { organisationIndex[id.rawValue] }
  /// The row of a sector, from 0.
  func number(of id: Sector.ID) -> Int? { sectorIndex[id.rawValue] }
}

extension Tables: Snapshotable {
  public func write(into snapshot: inout SnapshotWriter) {
    gazetteer.write(into: &snapshot)
    rates.write(into: &snapshot)
    organisationRows.write(into: &snapshot) { $0.write(into: &$1) }
    sectorRows.write(into: &snapshot) { $0.write(into: &$1) }
    organisationIndex.write(into: &snapshot)
    sectorIndex.write(into: &snapshot)
  }

  public init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    gazetteer = try Gazetteer(from: &snapshot)
    rates = try Rates(from: &snapshot)
    organisationRows = try LazyRows(from: &snapshot) { try? Organisation(from: &$0) }
    sectorRows = try LazyRows(from: &snapshot) { try? Sector(from: &$0) }
    organisationIndex = try RowIndex(from: &snapshot)
    sectorIndex = try RowIndex(from: &snapshot)
  }
}
