import TestSupport
import Testing

@testable import FundingCore

/// Readings by the thousand: reprints, rounded figures, several payers, places, sectors and years.
struct ReadingGenerator {
  private var seed: UInt64

  init(seed: UInt64) { self.seed = seed }

  mutating func next(_ limit: Int) -> Int {
    seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((seed >> 33) % UInt64(max(1, limit)))
  }

  mutating func readings(claims count: Int) -> [ArticleReading] {
    let tables = LedgerFixtures.tables
    let payers = tables.organisations.prefix(120).map(\.id.rawValue)
    let places = tables.gazetteer.places.filter {
      $0.label.rawValue.hasPrefix("Kharkiv") || $0.kind == .city
    }.map(\.label.rawValue)
    let sectors = tables.sectors.map(\.id.rawValue)
    let currencies = ["EUR", "USD", "UAH", "UAH", "NOK"]
    var result: [ArticleReading] = []
    var made = 0
    while made < count {
      let value = Double(next(990) + 10) * [10_000.0, 100_000, 1_000_000][next(3)]
      let currency = currencies[next(currencies.count)]
      var told = Statement.Told(
        sum: .init(value: value, currency: currency), donors: [payers[next(payers.count)]],
        sectors: [sectors[next(sectors.count)]], places: [places[next(places.count)]])
      told.cumulative = next(20) == 0
      told.additional = next(25) == 0
      if next(12) == 0 { told.donors = [] }
      if next(6) == 0 { told.places = ["Kharkiv"] }
      let day = Int32(19_000 + next(1500))
      for copy in 0..<(1 + next(6)) {
        var again = told
        if next(4) == 0, let sum = told.sum { again.sum?.bound = sum.value > 2e6 ? .about : .exact }
        var statement = Statement(id: "a\(made)-\(copy)", claims: [again])
        statement.date = CalendarDate(dayNumber: day + Int32(next(30))).description
        if next(40) == 0 { statement.date = nil }
        if next(5) == 0, let sum = told.sum {
          var part = told
          part.sum = .init(value: sum.value / 4, currency: sum.currency)
          part.partOf = 0
          statement.claims.append(part)
        }
        made += statement.claims.count
        result.append(statement.reading)
      }
    }
    return result
  }
}

@Suite struct LedgerSpeedTests {
  @Test func `Twice the claims cost less than two and a half times as much`() {
    func seconds(_ count: Int) -> Double {
      var generator = ReadingGenerator(seed: 7)
      let readings = generator.readings(claims: count)
      var best = Double.infinity
      for _ in 0..<2 {
        let start = processorSeconds
        let ledger = Ledger.reconcile(
          readings, tables: LedgerFixtures.tables, home: LedgerFixtures.kharkiv)
        best = min(best, processorSeconds - start)
        #expect(!ledger.fundings.isEmpty)
      }
      return best
    }
    let (half, whole) = (seconds(5_000), seconds(10_000))
    #expect(whole < 2.5 * half + 0.2)
  }
}
