/// What a piece of generated work is: codes of sets, drawn once for all its fundings.
struct GeneratedWork {
  var sectors: Int
  var donors: Int
  var implementers: Int
  var places: Int
  var status: Int
  var instrument: Int
  /// One more than the object's code; 0 for none.
  var object: Int
  /// How far its payer stands from the top.
  var rank: Int
  var isWider: Bool

  init(_ shared: SharedPools, _ random: inout SeededRandom) {
    isWider = random.next(below: 10) == 0 && !shared.pools.widerPlaces.isEmpty
    sectors = shared.pools.sectorSets.draw(&random)
    let payer = shared.pools.donorSets.drawIndex(&random)
    donors = shared.pools.donorSets.codes[payer]
    rank = payer
    implementers = random.next(below: 10) < 4 ? 0 : shared.pools.implementerSets.draw(&random)
    places =
      isWider
      ? shared.pools.widerPlaces[random.next(below: shared.pools.widerPlaces.count)]
      : shared.pools.homePlaces.draw(&random)
    status = random.next(below: Status.allCases.count)
    instrument = random.next(below: Instrument.allCases.count)
    let hasObject = random.next(below: 10) < 4 && !shared.pools.textSets.isEmpty
    object = hasObject ? 1 + random.next(below: shared.pools.textSets.count) : 0
  }
}

/// A generated sum, in minor units of the currency with that code.
struct GeneratedSum {
  var native: Int64
  var currency: Int
  var ends: EndsCode
  var bound: Bound
}

/// Codes with weights, each drawn as often as its weight says.
///
/// - Shape: a table of equal chances, each a code's place; a draw is one look-up.
final class WeightedCodes: Sendable {
  let codes: [Int]
  private let chances: [UInt16]

  init(_ weighted: [(code: Int, weight: Int)]) {
    codes = weighted.map(\.code)
    let total = max(1, weighted.reduce(0) { $0 + max(1, $1.weight) })
    let size = 16_384
    var chances: [UInt16] = []
    var sum = 0
    for (at, entry) in weighted.enumerated() {
      sum += max(1, entry.weight)
      while chances.count < sum * size / total { chances.append(UInt16(clamping: at)) }
    }
    self.chances = chances
  }

  func draw(_ random: inout SeededRandom) -> Int { codes.isEmpty ? 0 : codes[drawIndex(&random)] }

  /// The place of a code among all; 0 where there are none.
  func drawIndex(_ random: inout SeededRandom) -> Int {
    chances.isEmpty ? 0 : Int(chances[random.next(below: chances.count)])
  }
}

/// The pools where no copy of a generator copies them.
final class SharedPools: Sendable {
  let pools: GeneratorPools
  init(_ pools: GeneratorPools) { self.pools = pools }
}

/// A rate as one multiplication and one division.
struct GeneratedRate {
  /// Cents are minor units times the factor over the divisor.
  private let factor: Int64
  private let divisor: Int64

  init(_ rate: Rate) {
    var divisor: Int64 = 1
    for _ in 0..<min(16, rate.currency.exponent + rate.scale) { divisor *= 10 }
    factor = rate.mantissa * (divisor % 100 == 0 ? 1 : 100)
    self.divisor = divisor % 100 == 0 ? divisor / 100 : divisor
  }

  /// Cents rounded down, and whether something was cut off; 0 where the result would not fit.
  func cents(_ minorUnits: Int64) -> (cents: Int64, isCut: Bool) {
    let (product, overflow) = minorUnits.multipliedReportingOverflow(by: factor)
    if !overflow { return (product / divisor, product % divisor != 0) }
    let wide = minorUnits.multipliedFullWidth(by: factor)
    guard wide.high < divisor else { return (0, false) }
    let (quotient, remainder) = divisor.dividingFullWidth(wide)
    return (quotient, remainder != 0)
  }
}

/// What generated fundings are drawn from: the tables' own names, with weights.
struct GeneratorPools {
  private(set) var sectorSets = WeightedCodes([])
  private(set) var donorSets = WeightedCodes([])
  private(set) var implementerSets = WeightedCodes([])
  private(set) var homePlaces = WeightedCodes([])
  private(set) var widerPlaces: [Int] = []
  private(set) var months: [(code: Int, day: Int32)] = []
  private(set) var textSets: [Int] = []
  /// By month, then currency code; `nil` where the tables have none.
  private(set) var rates: [GeneratedRate?] = []
  private(set) var currencyCount = 0
  private var members: [[Int]] = []
  private var singles: [Int: Int] = [:]
  private var exponents: [Int64] = []
  private static let currencyDraws = [0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 3, 4]

  init(_ columns: inout FundingColumns, tables: Tables, home: Place.ID, random: inout SeededRandom)
  {
    addSectors(&columns, tables, &random)
    addPayers(&columns, tables, &random)
    addPlaces(&columns, tables.gazetteer, home, &random)
    addMonths(&columns, tables)
    addObjects(&columns)
  }

  /// The sectors of a set, as codes of words.
  func sectors(of set: Int) -> [Int] { set < members.count ? members[set] : [] }
  /// The set that holds one sector alone.
  func single(_ sector: Int) -> Int { singles[sector] ?? 0 }

  /// A sum with two or three digits that tell, larger for payers near the top.
  func sum(of work: GeneratedWork, _ random: inout SeededRandom) -> GeneratedSum {
    let draw = random.next(below: 100)
    guard draw >= 4 else { return GeneratedSum(native: 0, currency: 0, ends: .none, bound: .exact) }
    let currency = min(currencyCount - 1, GeneratorPools.currencyDraws[random.next(below: 12)])
    var native = Int64(10 + random.next(below: 990)) * exponents[currency]
    let size = random.next(below: 100)
    if size >= 60 { native *= 10 }
    if size >= 88 { native *= 10 }
    if size >= 98 { native *= 10 }
    if work.rank < 12 { native *= Int64(13 - work.rank) }
    switch draw {
    case 4..<17:
      return GeneratedSum(native: native, currency: currency, ends: .lowOnly, bound: .atLeast)
    case 17..<24:
      return GeneratedSum(native: native, currency: currency, ends: .highOnly, bound: .atMost)
    case 24..<27:
      return GeneratedSum(native: native, currency: currency, ends: .pair, bound: .range)
    case 27..<45:
      return GeneratedSum(native: native, currency: currency, ends: .same, bound: .about)
    default: return GeneratedSum(native: native, currency: currency, ends: .same, bound: .exact)
    }
  }

  private mutating func addSectors(
    _ columns: inout FundingColumns, _ tables: Tables, _ random: inout SeededRandom
  ) {
    let ids = tables.sectors.map(\.id.rawValue)
    guard !ids.isEmpty else { return }
    var weighted: [(code: Int, weight: Int)] = []
    for (at, id) in ids.enumerated() {
      weighted.append((columns[.sectors].code(of: [id]), 20_000 / (at + 3)))
    }
    let weight = max(1, weighted.count * 8)
    for _ in 0..<80 where ids.count > 3 {
      let picked = (0..<(2 + random.next(below: 3))).map { _ in ids[random.next(below: ids.count)] }
      weighted.append((columns[.sectors].code(of: picked), weight / 3))
    }
    sectorSets = WeightedCodes(weighted)
    let sets = columns[.sectors].sets
    members = (0..<sets.count).map { sets[$0].map { Int($0) } }
    for (set, list) in members.enumerated() where list.count == 1 { singles[list[0]] = set }
  }

  private mutating func addPayers(
    _ columns: inout FundingColumns, _ tables: Tables, _ random: inout SeededRandom
  ) {
    let payers = tables.organisations.filter { $0.usualRole != .implementer }.map(\.id.rawValue)
    var weighted: [(code: Int, weight: Int)] = []
    for (at, id) in payers.enumerated() {
      weighted.append((columns[.donors].code(of: [id]), 100_000 / (at + 1)))
    }
    for _ in 0..<200 where payers.count > 3 {
      let picked = (0..<(2 + random.next(below: 2))).map { _ in
        payers[random.next(below: min(30, payers.count))]
      }
      weighted.append((columns[.donors].code(of: picked), 270))
    }
    donorSets = WeightedCodes(weighted)
    let runners = tables.organisations.filter {
      $0.usualRole == .implementer || $0.usualRole == .both
    }
    implementerSets = WeightedCodes(
      runners.enumerated().map { at, organisation in
        (columns[.implementers].code(of: [organisation.id.rawValue]), 10_000 / (at + 2))
      })
  }

  private mutating func addPlaces(
    _ columns: inout FundingColumns, _ gazetteer: Gazetteer, _ home: Place.ID,
    _ random: inout SeededRandom
  ) {
    let inside = gazetteer.places.filter { $0.id != home && gazetteer.lies($0.id, in: home) }
    var weighted: [(code: Int, weight: Int)] = []
    if let city = gazetteer[home] {
      weighted.append((columns[.places].code(of: [city.label.rawValue]), 40 + 2 * inside.count))
      var next = city.parents
      while let id = next.popLast() {
        guard let place = gazetteer[id] else { continue }
        let code = columns[.places].code(of: [place.label.rawValue])
        if !widerPlaces.contains(code) { widerPlaces.append(code) }
        next += place.parents
      }
    }
    for place in inside {
      weighted.append(
        (columns[.places].code(of: [place.label.rawValue]), place.kind == .district ? 30 : 5))
    }
    for _ in 0..<30 where inside.count > 2 {
      let picked = (0..<2).map { _ in inside[random.next(below: inside.count)].label.rawValue }
      weighted.append((columns[.places].code(of: picked), 1))
    }
    homePlaces = WeightedCodes(weighted)
  }

  /// The five years that end with the last month of the rates.
  private mutating func addMonths(_ columns: inout FundingColumns, _ tables: Tables) {
    let last = tables.rates.months?.upperBound ?? YearMonth(year: 2025, month: 12)
    let wanted: [Currency] = [.usd, .eur, .uah, Currency("GBP"), Currency("SEK")].compactMap { $0 }
    currencyCount = wanted.count
    for currency in wanted {
      _ = columns.code(of: currency)
      // Hryvnias are small: their sums have more digits.
      exponents.append(currency.minorUnitsPerUnit * (currency == .uah ? 4_000 : 100))
    }
    for step in 0..<60 {
      let month = YearMonth(index: last.index - 59 + Int32(step))
      guard let first = month.days?.lowerBound else { continue }
      months.append((columns[.months].code(of: [month.description]), first))
      for currency in wanted {
        rates.append(tables.rates.rate(currency, in: month).map { GeneratedRate($0) })
      }
    }
  }

  /// Ten thousand objects by kind and number.
  private mutating func addObjects(_ columns: inout FundingColumns) {
    let kinds = [
      "школа", "дитсадок", "лікарня", "поліклініка", "ліцей", "котельня", "підстанція",
      "гуртожиток", "бібліотека",
      "амбулаторія", "укриття", "будинок", "насосна станція", "депо", "музей", "стадіон",
      "спортшкола", "теплопункт",
      "міст", "парк",
    ]
    for kind in kinds {
      for number in 1...500 { textSets.append(columns[.texts].code(of: ["\(kind) № \(number)"])) }
    }
  }
}
