import FundingCore

/// The tables of a library: the shipped ones, extended or overridden row by row by the library's own.
struct LibraryTables {
  private var organisations: [Organisation] = []
  private var places: [Place] = []
  private var sectors: [Sector] = []
  private var rates: [Rate] = []
  private(set) var findings: [Finding] = []

  var tables: Tables {
    Tables(organisations: organisations, places: places, sectors: sectors, rates: rates)
  }

  /// Reads what a folder has of the four tables; a later folder's rows take the place of earlier ones with their id.
  mutating func read(_ folder: String, called name: String) {
    for part in beside(4, { LibraryTables(only: $0, of: folder, called: name) }) {
      organisations = merged(organisations, part.organisations)
      places = merged(places, part.places)
      sectors = merged(sectors, part.sectors)
      rates += part.rates
      findings += part.findings
    }
  }

  init() {}

  /// One of a folder's tables.
  private init(only number: Int, of folder: String, called name: String) {
    switch number {
    case 0: organisations = table("organisations.csv", folder, name, Organisation.table)
    case 1: places = table("places.csv", folder, name, Place.table)
    case 2: sectors = table("sectors.csv", folder, name, Sector.table)
    default: rates = table("rates.csv", folder, name, Rate.table)
    }
  }

  private mutating func table<Row>(
    _ file: String, _ folder: String, _ name: String,
    _ read: ([UInt8], String) -> ([Row], [Finding])
  ) -> [Row] {
    let path = "\(folder)/\(file)"
    guard FileSystem.exists(path) else { return [] }
    do throws(StoreError) {
      let (rows, found) = read(try FileSystem.read(path), "\(name)/\(file)")
      findings += found
      return rows
    } catch {
      findings.append(
        Finding(
          .error, code: "unreadable", at: .init(file: "\(name)/\(file)"),
          "The table cannot be read: \(error.reason).",
          remedy: "Mend its permissions; the table was left out."))
      return []
    }
  }

  private func merged<Row: Identifiable>(_ old: [Row], _ new: [Row]) -> [Row] {
    if old.isEmpty || new.isEmpty { return old + new }
    let replacing = Dictionary(new.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let known = Set(old.map(\.id))
    return old.map { replacing[$0.id] ?? $0 } + new.filter { !known.contains($0.id) }
  }
}
