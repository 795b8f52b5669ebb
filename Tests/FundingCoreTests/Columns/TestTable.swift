import FundingCore

/// A funding of a test, by what matters there.
struct Row {
  var sectors: [String]
  var donors: [String] = ["eu"]
  var implementers: [String] = []
  var places: [String] = ["City"]
  var usd: USDRange
  var state = Funding.State.counted
  var status = Status.planned
  var date: String? = "2025-03-10"
  var partOf: Int?
  var object: String?

  init(
    sectors: [String], donors: [String] = ["eu"], places: [String] = ["City"], usd low: Int64?,
    _ high: Int64?,
    state: Funding.State = .counted, status: Status = .planned, date: String? = "2025-03-10",
    partOf: Int? = nil,
    object: String? = nil
  ) {
    self.sectors = sectors
    self.donors = donors
    self.places = places
    usd = USDRange(low: low, high: high)
    self.state = state
    self.status = status
    self.date = date
    self.partOf = partOf
    self.object = object
  }

  func funding(_ number: Int) -> Funding {
    Funding(
      id: Funding.ID("f\(number)"),
      amount: Amount(low: usd.low, high: usd.high, currency: .usd, bound: .exact),
      usd: usd, donors: donors.map { Organisation.ID($0) },
      implementers: implementers.map { Organisation.ID($0) },
      sectors: sectors.map { Sector.ID($0) }, places: places.map { Place.Label($0) },
      status: status, object: object,
      date: date.flatMap { CalendarDate($0) }, state: state,
      partOf: partOf.map { Funding.ID("f\($0)") })
  }
}

/// The table of some fundings in a city with two districts and a neighbourhood in both.
func small(_ rows: [Row]) -> FundingTable {
  let fundings = rows.enumerated().map { $1.funding($0) }
  return FundingTable(Ledger(fundings: fundings, home: Place.ID("city")), tables: testTables)
}

let testTables = Tables(
  organisations: [
    organisation("eu", "Європейський Союз", "European Union", "Европейский союз", ["ЄС", "EU"]),
    organisation("japan", "Уряд Японії", "Government of Japan", "Правительство Японии"),
    organisation("unops", "ЮНОПС", "UNOPS", "ЮНОПС", role: .implementer),
  ],
  places: [
    place("ua", .country, "Ukraine", "Україна", "Украина"),
    place("oblast", .oblast, "City oblast", "Міська область", "Городская область", in: ["ua"]),
    place(
      "city", .city, "City", "Харків", "Харьков", in: ["oblast"], aliases: ["Kharkiv", "Kharkov"]),
    place("city-east", .district, "City/East", "Східний", "Восточный", in: ["city"]),
    place("city-west", .district, "City/West", "Західний", "Западный", in: ["city"]),
    place(
      "city-market", .neighbourhood, "City/Market", "Базар", "Базар",
      in: ["city-east", "city-west"]),
    place("town", .city, "Town", "П'ятихатки", "Пятихатки", in: ["oblast"]),
  ],
  sectors: [
    sector("housing", "Житло", "Housing", "Жильё"),
    sector("energy", "Енергетика", "Energy", "Энергетика"),
    sector("shelters", "Укриття", "Shelters", "Укрытия"), sector("water", "Вода", "Water", "Вода"),
  ],
  rates: [
    Rate(month: YearMonth(year: 2025, month: 3), currency: .eur, mantissa: 108, scale: 2),
    Rate(month: YearMonth(year: 2025, month: 3), currency: .uah, mantissa: 24, scale: 3),
  ])

private func organisation(
  _ id: String, _ uk: String, _ en: String, _ ru: String, _ abbreviations: [String] = [],
  role: Organisation.UsualRole = .donor
) -> Organisation {
  Organisation(
    id: Organisation.ID(id), kind: .government, name: Names(uk: uk, en: en, ru: ru),
    abbreviations: abbreviations,
    usualRole: role)
}

private func place(
  _ id: String, _ kind: Place.Kind, _ label: String, _ uk: String, _ ru: String,
  in parents: [String] = [],
  aliases: [String] = []
) -> Place {
  Place(
    id: Place.ID(id), parents: parents.map { Place.ID($0) }, kind: kind, label: Place.Label(label),
    name: Names(uk: uk, en: label, ru: ru), aliases: aliases)
}

private func sector(_ id: String, _ uk: String, _ en: String, _ ru: String) -> Sector {
  Sector(id: Sector.ID(id), name: Names(uk: uk, en: en, ru: ru))
}
