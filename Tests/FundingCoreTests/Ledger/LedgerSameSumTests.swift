import Testing

@testable import FundingCore

typealias Told = Statement.Told

/// One claim a statement, as short as a case needs it.
func one(
  _ id: String, _ date: String?, _ value: Double?, _ currency: String = "EUR",
  bound: Bound = .exact, quote: String? = nil, _ change: (inout Told) -> Void = { _ in }
) -> Statement {
  var told = Told(donors: ["italy"])
  told.sum = value.map { .init(value: $0, currency: currency, bound: bound, quote: quote) }
  change(&told)
  return Statement(id: id, date: date, claims: [told])
}

/// Rule 2, in both directions.
@Suite struct LedgerSameSumTests {
  private func together(_ a: Statement, _ b: Statement) -> Bool {
    outcome([a, b]).first?.hasPrefix("a#0+b#0 ") == true
  }

  @Test(
    arguments: [
      (["kfw"], ["germany"], true), (["giz"], ["kfw"], false),
      (["european-commission"], ["eu"], true),
      (["ec-echo"], ["european-commission"], false),
      (["state-budget"], ["cabinet-of-ministers"], false),
      (["ebrd"], ["uk"], false), (["world-bank"], ["usa"], false), (["us-dfc"], ["usa"], true),
      (["city-nuremberg"], ["germany"], false), ([], ["italy"], true),
      (["eu", "japan"], ["japan"], true),
      (["unknown-fund"], ["unknown-fund"], true), (["unknown-fund"], ["other-fund"], false),
    ] as [([String], [String], Bool)])
  func `Payers are one where they share one or one is a body of the other`(
    _ a: [String], _ b: [String], _ isOne: Bool
  ) {
    #expect(
      together(
        one("a", "2024-02-01", 7e6) { $0.donors = a }, one("b", "2024-02-03", 7e6) { $0.donors = b }
      )
        == isOne)
  }

  @Test func `Who only carries out on one side may pay on the other`() {
    let agency = one("a", "2024-02-01", 7e6) { $0.donors = ["unops"] }
    let donor = one("b", "2024-02-03", 7e6) {
      $0.donors = ["eu"]
      $0.implementers = ["unops"]
    }
    #expect(together(agency, donor))
    let other = one("b", "2024-02-03", 7e6) {
      $0.donors = ["eu"]
      $0.implementers = ["undp"]
    }
    #expect(!together(agency, other))
  }

  @Test func `Sectors that do not overlap are two, an unnamed one is none`() {
    let energy = one("a", "2024-02-01", 7e6)
    #expect(!together(energy, one("b", "2024-02-03", 7e6) { $0.sectors = ["water"] }))
    #expect(together(energy, one("b", "2024-02-03", 7e6) { $0.sectors = [] }))
    #expect(together(energy, one("b", "2024-02-03", 7e6) { $0.sectors = ["water", "energy"] }))
  }

  @Test(arguments: [
    ("Kharkiv", "Kharkiv oblast", true), ("Kharkiv/Saltivskyi", "Kharkiv", true),
    ("Kharkiv/Saltivskyi", "Kharkiv/Kyivskyi", false), ("Kharkiv", "Sumy", false),
    ("Kharkiv", "Ukraine", true), ("Kharkiv", "Sumy oblast", false),
    ("Nowhere at all", "Kharkiv", false),
  ])
  func `Places are compatible where one lies in the other`(_ a: String, _ b: String, _ isOne: Bool)
  {
    #expect(
      together(
        one("a", "2024-02-01", 7e6) { $0.places = [a] },
        one("b", "2024-02-03", 7e6) { $0.places = [b] })
        == isOne)
  }

  @Test(
    arguments: [
      (69.8e6, Bound.exact, 70e6, Bound.about, true), (25e6, .exact, 25.5e6, .exact, true),
      (2.4e9, .exact, 2e9, .about, false), (69.8e6, .exact, 70.2e6, .exact, false),
      (11e6, .atLeast, 11.9e6, .exact, true), (11e6, .atLeast, 12e6, .exact, false),
      (11e6, .atLeast, 11e6, .exact, true), (40e6, .atMost, 31e6, .exact, true),
      (40e6, .atMost, 30e6, .exact, false), (40e6, .atMost, 40e6, .exact, true),
      (11e6, .atLeast, 11.2e6, .atLeast, true), (11e6, .atLeast, 12e6, .atLeast, false),
      (7.04e6, .exact, 7e6, .exact, true), (7.6e6, .exact, 7e6, .exact, true),
      (8.4e6, .exact, 8e6, .exact, true), (1.9e6, .exact, 2e6, .exact, true),
      (1.4e6, .exact, 1e6, .exact, false),
    ] as [(Double, Bound, Double, Bound, Bool)])
  func `Amounts say the same by rounding, cutting off and bounds`(
    _ a: Double, _ x: Bound, _ b: Double, _ y: Bound, _ isOne: Bool
  ) {
    #expect(
      together(one("a", "2024-02-01", a, bound: x), one("b", "2024-02-03", b, bound: y)) == isOne)
  }

  @Test func `A range holds what lies in it`() {
    var range = one("a", "2024-02-01", 56e6, bound: .range)
    range.claims[0].sum?.high = 58e6
    #expect(together(range, one("b", "2024-02-03", 58e6)))
    #expect(!together(range, one("b", "2024-02-03", 58.5e6)))
  }

  @Test func `Zeros in threes are printed as exactly as a word for them`() {
    #expect(PrintedNumber.step(of: 40_000_000, perUnit: 100, in: "EUR 400,000") == 100_000)
    #expect(PrintedNumber.step(of: 40_000_000, perUnit: 100, in: "400 тисяч євро") == 100_000)
    #expect(PrintedNumber.step(of: 6_980_000_000, perUnit: 100, in: "69,8 млн грн") == 10_000_000)
    #expect(PrintedNumber.step(of: 7_000_000_000, perUnit: 100, in: "70 млн") == 100_000_000)
    #expect(
      PrintedNumber.step(of: 116_200_000_000, perUnit: 100, in: "1 млрд 162 млн грн") == 100_000_000
    )
    #expect(PrintedNumber.step(of: 50_000_000, perUnit: 100, in: "пів мільйона євро") == 10_000_000)
    #expect(PrintedNumber.step(of: 123_456_789, perUnit: 100, in: "1 234 567,89 грн") == 1)
    #expect(
      PrintedNumber.step(of: 7_000_000_000, perUnit: 100, in: "70-мільйонного кредиту")
        == 100_000_000)
  }

  @Test func `Currencies agree within six in a hundred at the month's rate`() {
    let kroner = one("a", "2024-06-16", 120e6, "NOK")
    #expect(together(kroner, one("b", "2024-06-18", 11.2e6, "USD")))
    #expect(!together(kroner, one("b", "2024-06-18", 12.2e6, "USD")))
    #expect(!together(kroner, one("b", "2024-06-18", 11e6, "USD", bound: .atLeast)))
    #expect(!together(kroner, one("b", "2024-06-18", 99e6, "TWD")))
  }

  @Test func `Days tell apart after four hundred, from plan to work after eight hundred`() {
    func told(_ id: String, _ date: String?, _ status: Status) -> Statement {
      one(id, date, 7e6) { $0.status = status }
    }
    #expect(together(told("a", "2023-01-01", .planned), told("b", "2024-02-05", .planned)))
    #expect(!together(told("a", "2023-01-01", .planned), told("b", "2024-02-06", .planned)))
    #expect(together(told("a", "2023-01-01", .planned), told("b", "2025-03-11", .ongoing)))
    #expect(!together(told("a", "2023-01-01", .planned), told("b", "2025-03-12", .ongoing)))
    #expect(!together(told("a", "2023-01-01", .ongoing), told("b", "2024-06-01", .completed)))
    #expect(together(told("a", "2019-01-01", .ongoing), told("b", nil, .completed)))
  }

  @Test func `Days and sums tied through a third tear nothing`() {
    #expect(
      outcome([
        one("a", "2023-01-01", 7e6), one("b", "2024-01-01", 7e6), one("c", "2025-01-01", 7e6),
      ]) == ["a#0+b#0+c#0 counted"])
    #expect(
      outcome([
        one("a", "2024-01-01", 69.8e6), one("b", "2024-01-01", 70e6, bound: .about),
        one("c", "2024-01-02", 70.3e6),
      ]) == ["a#0+b#0+c#0 counted disagrees"])
  }

  @Test func `A claim that says less than two joins neither and ties nothing`() {
    let nobody = one("c", "2024-02-03", 7e6) { $0.donors = [] }
    let sides = [
      one("a", "2024-02-01", 7e6) { $0.donors = ["eu"] },
      one("b", "2024-02-02", 7e6) { $0.donors = ["sweden"] },
    ]
    #expect(outcome(sides + [nobody]) == ["a#0 counted", "b#0 counted"])
    let both = one("d", "2024-02-04", 7e6) { $0.donors = ["eu", "sweden"] }
    #expect(outcome(sides + [nobody, both]) == ["a#0+b#0+c#0+d#0 counted"])
    let state = one("c", "2024-02-03", 7e6) { $0.donors = ["germany"] }
    #expect(
      outcome([
        one("a", "2024-02-01", 7e6) { $0.donors = ["kfw"] },
        one("b", "2024-02-02", 7e6) { $0.donors = ["german-bmz"] }, state,
      ]) == ["a#0 counted", "b#0 counted"])
  }

  @Test func `A claim that says less does not tie two through another like it`() {
    let result = outcome([
      one("a", "2023-01-01", 7e6) { $0.donors = ["eu"] },
      one("b", "2023-06-01", 7e6) { $0.donors = [] },
      one("c", "2024-04-01", 7e6) { $0.donors = [] },
      one("d", "2024-11-01", 7e6) { $0.donors = ["sweden"] },
    ])
    #expect(result.count == 2, "\(result)")
  }

  @Test func `What is stated narrowly takes what is stated widely with it`() {
    #expect(
      outcome([
        one("a", "2024-02-01", 7e6) { $0.places = ["Kharkiv/Saltivskyi"] },
        one("b", "2024-02-02", 7e6), one("c", "2024-02-03", 7e6) { $0.places = [] },
      ]) == ["a#0+b#0+c#0 counted"])
  }

  @Test func `Two objects are two, one object told in two ways is one`() {
    func school(_ id: String, _ name: String) -> Statement {
      one(id, "2024-02-01", 7e6) { $0.object = name }
    }
    #expect(!together(school("a", "ліцей № 17"), school("b", "ліцей № 71")))
    #expect(together(school("a", "дитсадок № 143"), school("b", "kindergarten No. 143")))
    #expect(together(school("a", "вул. Наталії Ужвій, 82"), school("b", "ул. Наталии Ужвий, 82")))
    #expect(!together(school("a", "вул. Наталії Ужвій, 82"), school("b", "вул. Героїв Праці, 82")))
  }
}
