import FundingCore

/// Readings by the thousand, as a large library would have them: reprints, rounded figures, parts, several payers,
/// places, sectors and years. The same each time.
struct ReadingGenerator {
  private var random = SeededRandom(seed: 7)
  private let payers: [Organisation.ID]
  private let places: [Place.Label]
  private let sectors: [Sector.ID]
  private let currencies = ["EUR", "USD", "UAH", "UAH", "NOK"].compactMap { Currency($0) }

  init(_ tables: Tables) {
    payers = tables.organisations.prefix(120).map(\.id)
    places = tables.gazetteer.places.filter {
      $0.label.rawValue.hasPrefix("Kharkiv") || $0.kind == .city
    }.map(\.label)
    sectors = tables.sectors.map(\.id)
  }

  /// Articles that hold at least so many claims.
  mutating func readings(claims count: Int) -> [ArticleReading] {
    var result: [ArticleReading] = []
    var made = 0
    while made < count, !payers.isEmpty, !places.isEmpty, !sectors.isEmpty {
      for reading in story(made) {
        made += reading.claims.count
        result.append(reading)
      }
    }
    return result
  }

  private mutating func one<Value>(of list: [Value]) -> Value {
    list[random.next(below: list.count)]
  }
  private mutating func isOnce(in times: Int) -> Bool { random.next(below: times) == 0 }

  /// One piece of money and the articles that tell of it.
  private mutating func story(_ number: Int) -> [ArticleReading] {
    let whole = Int64(random.next(below: 990) + 10) * one(of: [10_000, 100_000, 1_000_000])
    let currency = one(of: currencies)
    let claim = Claim(
      amount: 0, donors: isOnce(in: 12) ? [] : [one(of: payers)], sectors: [one(of: sectors)],
      places: isOnce(in: 6) ? [Place.Label("Kharkiv")] : [one(of: places)],
      isCumulative: isOnce(in: 20), isAdditional: isOnce(in: 25))
    let day = Int32(19_000 + random.next(below: 1_500))
    return (0...random.next(below: 6)).map { copy in
      let isAbout = isOnce(in: 4) && whole > 2_000_000
      var mentions = [mention(whole, currency, isAbout ? .about : .exact)]
      var claims = [claim]
      if isOnce(in: 5) {
        var part = claim
        part.amount = 1
        part.partOf = 0
        mentions.append(mention(whole / 4, currency, .exact))
        claims.append(part)
      }
      let date = CalendarDate(dayNumber: day + Int32(random.next(below: 30)))
      return ArticleReading(
        article: Article(
          id: Article.ID("a\(number)-\(copy)"), title: "", publisher: "Example",
          date: isOnce(in: 40) ? nil : date, language: .en, text: "Story \(number), \(copy)."),
        mentions: mentions, claims: claims)
    }
  }

  private func mention(_ whole: Int64, _ currency: Currency, _ bound: Bound) -> Mention {
    let minor = whole * Int64(currency.minorUnitsPerUnit)
    return Mention(
      quote: "\(whole)", low: minor, high: minor, currency: currency, bound: bound, role: .funding,
      restates: nil, span: nil)
  }
}
