import FundingCore

/// What the rules ask of the tables' rows again and again, worked out once: plain values, so that asking costs a read.
final class Facts: Sendable {
  struct Body: Sendable {
    var kind: Organisation.Kind
    var role: Organisation.UsualRole
    /// Two letters of its state in one number; 0 where it belongs to none.
    var country: UInt16
    var isUkrainian: Bool
    /// A state's government by its plain name, «уряд Японії».
    var isCountry: Bool
    /// Mostly spends the money of others.
    var isAgency: Bool
    /// Called "the agency" when it is named again.
    var isNamedAgency: Bool
    /// Spends public money of Ukraine.
    var isPublic: Bool
    /// Called a fund or a foundation.
    var isFund: Bool
    /// A project of a bank by its name, HEAL Ukraine: it neither works nor pays beside others.
    var isProject: Bool
    /// A fund for the whole of Ukraine.
    var isNational: Bool
    /// For «Червоний Хрест» or «ООН», whose names others bear in theirs.
    var isGeneric: Bool
    /// The budget its payments come from, by index; itself where it has its own money.
    var payer: Int32
  }

  let bodies: [Body]
  let placeKinds: [Place.Kind]
  /// For each place, the first row with its id; places are compared by these.
  let placeRows: [Int32]
  /// For each place, the rank of its kind, the widest first.
  let placeRanks: [UInt8]
  /// All places that each place lies in, itself first, one list behind the other.
  private let ancestors: [Int32]
  private let ancestorStarts: [Int32]
  /// The row of the whole country, or -1.
  let ukraine: Int32
  /// For each organisation, the currency of its country's crowns, or -1.
  let codes: [Int32]
  /// The government of a country by its two letters.
  let countries: [UInt16: Int32]
  let housing: Int32
  let energy: Int32
  let shelters: Int32
  let education: Int32
  let medicine: Int32
  let economy: Int32
  let social: Int32
  let transport: Int32
  let water: Int32
  let culture: Int32
  /// The state's scheme for damaged homes, or -1.
  let scheme: Int32
  /// For each place that is an oblast, the town it is governed from, or -1.
  private let capitals: [Int32]
  /// For each organisation of a Ukrainian town or oblast, the place it is named after, or -1.
  let homes: [Int32]
  let other: Int32

  init(_ tables: Tables, _ budgets: PartyReader.Budgets) {
    var bodies = tables.organisations.enumerated().map { Facts.body($1, Int32($0), budgets) }
    for (index, row) in tables.organisations.enumerated()
    where ["red-cross", "un", "caritas"].contains(row.id.rawValue) {
      bodies[index].isGeneric = true
    }
    self.bodies = bodies
    let places = tables.gazetteer.places
    placeKinds = places.map(\.kind)
    let kinds = Place.Kind.allCases
    placeRanks = places.map { UInt8(kinds.firstIndex(of: $0.kind) ?? 9) }
    let byID = Dictionary(
      places.enumerated().map { ($1.id, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    placeRows = places.map { byID[$0.id] ?? -1 }
    ukraine = byID[Place.ID("ua")] ?? -1
    (ancestors, ancestorStarts) = Facts.ancestors(places.map { $0.parents.compactMap { byID[$0] } })
    codes = tables.organisations.map { row in row.country.flatMap { Currencies.crowns[$0] } ?? -1 }
    var governments: [UInt16: Int32] = [:]
    for (index, body) in bodies.enumerated() where body.isCountry {
      governments[body.country] = Int32(index)
    }
    for (index, row) in tables.organisations.enumerated() where row.id.rawValue == "eu" {
      governments[UInt16(UInt8(ascii: "E")) << 8 | UInt16(UInt8(ascii: "U"))] = Int32(index)
    }
    countries = governments
    func index(_ id: String) -> Int32 {
      tables.sectors.firstIndex { $0.id.rawValue == id }.map { Int32($0) } ?? -1
    }
    housing = index("housing")
    (energy, shelters, education) = (index("energy"), index("shelters"), index("education"))
    (medicine, economy, other) = (index("medicine"), index("economy"), index("other"))
    (social, transport) = (index("social"), index("transport"))
    (water, culture) = (index("water"), index("culture"))
    scheme =
      tables.organisations.firstIndex { $0.id.rawValue == "evidnovlennia" }.map { Int32($0) } ?? -1
    let labels = Dictionary(
      places.enumerated().map { ($1.label.rawValue, Int32($0)) },
      uniquingKeysWith: { first, _ in first })
    capitals = places.map { Facts.capital($0, labels) }
    homes = tables.organisations.map { row in
      guard row.country == "UA", row.kind != .stateBudget,
        let first = row.name.en.split(separator: " ").first
      else { return -1 }
      let isOblast = row.name.en.holds(" Oblast") || row.name.en.holds(" Regional")
      return labels[isOblast ? "\(first) oblast" : String(first)] ?? -1
    }
  }

  /// The chains of what lies in what: the gazetteer's own question, asked by row.
  private static func ancestors(_ parents: [[Int32]]) -> ([Int32], [Int32]) {
    var all: [Int32] = []
    var starts: [Int32] = []
    for row in parents.indices {
      let start = all.count
      starts.append(Int32(start))
      all.append(Int32(row))
      var next = start
      while next < all.count {
        for parent in parents[Int(all[next])] where !all[start...].contains(parent) {
          all.append(parent)
        }
        next += 1
      }
    }
    starts.append(Int32(all.count))
    return (all, starts)
  }

  /// The places a place lies in, itself first.
  func ancestors(of place: Int32) -> ArraySlice<Int32> {
    let row = Int(placeRows[Int(place)])
    return ancestors[Int(ancestorStarts[row])..<Int(ancestorStarts[row + 1])]
  }

  /// The town an oblast is governed from.
  func capital(of oblast: Int32) -> Int32? {
    let town = capitals[Int(oblast)]
    return town >= 0 ? town : nil
  }

  /// Whether an oblast is ruled from a town.
  func isCapital(_ town: Int32) -> Bool { capitals.contains(town) }

  private static func capital(_ place: Place, _ labels: [String: Int32]) -> Int32 {
    guard place.kind == .oblast else { return -1 }
    let name = String(place.label.rawValue.split(separator: " ").first ?? "")
    return labels[seats[name] ?? name] ?? -1
  }

  /// The seats of oblasts that are not called after them.
  private static let seats = [
    "Volyn": "Lutsk", "Zakarpattia": "Uzhhorod", "Dnipropetrovsk": "Dnipro",
    "Kirovohrad": "Kropyvnytskyi", "Crimea": "Simferopol",
  ]

  /// Whether one place is the other or lies in it.
  func lies(_ inner: Int32, in outer: Int32) -> Bool {
    ancestors(of: inner).contains(placeRows[Int(outer)])
  }

  private static func body(_ row: Organisation, _ index: Int32, _ budgets: PartyReader.Budgets)
    -> Body
  {
    let letters = Array((row.country ?? "").utf8)
    let country = letters.count == 2 ? UInt16(letters[0]) << 8 | UInt16(letters[1]) : 0
    let isUkrainian = row.country == "UA"
    let isAgency =
      row.kind == .un || row.kind == .company && row.usualRole == .implementer
      || row.usualRole == .implementer && (!isUkrainian || row.kind == .ngo)
    let isPublic =
      isUkrainian && [.stateBudget, .government, .city].contains(row.kind)
      && row.id.rawValue != "united24"
    return Body(
      kind: row.kind, role: row.usualRole, country: country, isUkrainian: isUkrainian,
      isCountry: row.kind == .government && row.name.en.hasPrefix("Government of"),
      isAgency: isAgency,
      isNamedAgency: row.kind == .un || row.name.en.hasSuffix("Agency")
        || row.name.en.holds("Agency for") || row.name.uk.holds("генство"),
      isPublic: isPublic,
      isFund: row.name.en.holds("Fund") || row.name.en.holds("Foundation"),
      isProject: row.kind == .multilateral && isUkrainian && row.name.en.holds("("),
      isNational: row.kind == .multilateral && row.name.en.holds("Fund")
        && row.name.en.holds("Ukraine"), isGeneric: false,
      payer: payer(row, index, budgets))
  }

  private static func payer(_ row: Organisation, _ index: Int32, _ budgets: PartyReader.Budgets)
    -> Int32
  {
    if index == budgets.cabinet { return budgets.state }
    if row.kind == .city && row.country == "UA" { return budgets.city }
    switch row.id.rawValue {
    case "kharkiv-ova", "kharkiv-oblast-council": return budgets.oblast
    case let name where name.hasPrefix("ministry-"): return budgets.state
    default: return index
    }
  }

  /// The row of an organisation; `nil` for strangers.
  @inline(__always)
  func body(_ id: Int32) -> Body? { id >= 0 && Int(id) < bodies.count ? bodies[Int(id)] : nil }
}
