import Testing

@testable import FundingCore

/// Rule 8: order does not matter.
@Suite struct LedgerOrderTests {
  private static let tables = LedgerFixtures.tables

  private func ledger(_ readings: [ArticleReading], _ home: Place.ID = LedgerFixtures.kharkiv)
    -> Ledger
  {
    Ledger.reconcile(readings, tables: Self.tables, home: home)
  }

  /// Everything of a funding but its name and the claims behind it.
  private struct Told: Hashable {
    var amount: Amount?
    var usd: USDRange?
    var state: Funding.State
    var disagrees: Bool
    var places: [Place.Label]
    var donors: [Organisation.ID]
    var sectors: [Sector.ID]
    var isPart: Bool
  }

  /// What the fundings tell, and how many tell it.
  private func sums(_ ledger: Ledger) -> [Told: Int] {
    ledger.fundings.reduce(into: [:]) { counts, funding in
      let told = Told(
        amount: funding.amount, usd: funding.usd, state: funding.state,
        disagrees: funding.disagrees, places: funding.places, donors: funding.donors,
        sectors: funding.sectors, isPart: funding.partOf != nil)
      counts[told, default: 0] += 1
    }
  }

  private struct Dice {
    var seed: UInt64
    mutating func roll(_ limit: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((seed >> 33) % UInt64(max(1, limit)))
    }
    mutating func shuffled<Element>(_ list: [Element]) -> [Element] {
      var list = list
      for at in list.indices.reversed() { list.swapAt(at, roll(at + 1)) }
      return list
    }
  }

  @Test func `Every scenario and the labelled articles come out the same in any order, and twice`()
  {
    var dice = Dice(seed: 11)
    for scenario in Scenario.all {
      let expected = scenario.ledger
      for _ in 0..<min(14, scenario.readings.count) {
        let shuffled = dice.shuffled(scenario.readings + scenario.readings.prefix(dice.roll(4)))
        let again = ledger(shuffled, scenario.home)
        #expect(again.fundings == expected.fundings, "\(scenario.file)")
        #expect(again.projects == expected.projects)
        #expect(again.provenance == expected.provenance)
        #expect(again.findings == expected.findings)
      }
    }
    let expected = LedgerClusterTests.ledger
    for _ in 0..<10 {
      let again = ledger(dice.shuffled(LedgerFixtures.dev))
      #expect(again.fundings == expected.fundings && again.findings == expected.findings)
    }
  }

  @Test func `A reprint adds a source and changes no sum`() {
    var dice = Dice(seed: 12)
    for scenario in Scenario.all {
      let expected = sums(scenario.ledger)
      for _ in 0..<min(8, scenario.readings.count) {
        var copy = scenario.readings[dice.roll(scenario.readings.count)]
        copy.article.id = Article.ID(["0-reprint", "z-reprint"][dice.roll(2)])
        copy.article.publisher = "Another outlet"
        if let date = copy.article.date {
          copy.article.date = CalendarDate(dayNumber: date.dayNumber + Int32(dice.roll(900)))
        }
        #expect(
          sums(ledger(scenario.readings + [copy], scenario.home)) == expected, "\(scenario.file)")
      }
    }
  }

  @Test func `An article put in and taken out leaves no trace`() {
    // The result is a function of the set: whatever was there before plays no part.
    var dice = Dice(seed: 13)
    for scenario in Scenario.all where scenario.readings.count > 1 {
      let at = dice.roll(scenario.readings.count)
      var without = scenario.readings
      without.remove(at: at)
      let first = ledger(without, scenario.home)
      _ = scenario.ledger
      #expect(ledger(dice.shuffled(without), scenario.home).fundings == first.fundings)
      #expect(
        !first.fundings.contains {
          $0.sources.contains { $0.article == scenario.readings[at].article.id }
        })
    }
  }

  @Test func `A thousand made-up articles come out the same in any order`() {
    var generator = ReadingGenerator(seed: 3)
    let readings = generator.readings(claims: 1000)
    let expected = ledger(readings)
    var dice = Dice(seed: 14)
    for _ in 0..<5 {
      let again = ledger(dice.shuffled(readings))
      #expect(again.fundings == expected.fundings)
      #expect(again.provenance == expected.provenance)
    }
  }

  @Test func `Names are unique and every part and project points at a funding`() {
    var generator = ReadingGenerator(seed: 4)
    let made = ledger(generator.readings(claims: 3000))
    let ids = Set(made.fundings.map(\.id))
    #expect(ids.count == made.fundings.count)
    #expect(Set(made.projects.map(\.id)).count == made.projects.count)
    #expect(made.fundings.allSatisfy { $0.partOf.map { ids.contains($0) } ?? true })
    #expect(Set(made.projects.flatMap(\.fundings)) == ids)
    #expect(made.fundings.allSatisfy { !$0.sources.isEmpty })
    let sources = made.fundings.flatMap(\.sources)
    #expect(Set(sources).count == sources.count)
  }
}
