import Testing

@testable import FundingCore

/// Rule 2: another, equal sums of one article, slips, digits, objects and gifts.
@Suite struct LedgerOneFundingTests {
  private func amount(_ statements: [Statement]) -> String {
    let ledger = Ledger.reconcile(
      statements.map(\.reading), tables: LedgerFixtures.tables, home: LedgerFixtures.kharkiv)
    return ledger.fundings.map {
      "\(($0.amount?.low ?? 0) / 100) \($0.amount?.currency.code ?? "")\($0.disagrees ? " disagrees" : "")"
    }.joined(separator: ", ")
  }

  @Test func `Another sum is new beside earlier plain ones, and one with its reprints`() {
    let first = one("a", "2024-02-01", 5e6)
    func another(_ id: String, _ date: String?) -> Statement {
      one(id, date, 5e6) { $0.additional = true }
    }
    #expect(outcome([first, another("b", "2024-09-12")]) == ["a#0 counted", "b#0 counted"])
    #expect(
      outcome([first, another("b", "2024-09-12"), another("c", "2024-09-13")])
        == ["a#0 counted", "b#0+c#0 counted"])
    #expect(
      outcome([one("a", "2024-09-13", 5e6), another("b", "2024-09-12")]) == ["a#0+b#0 counted"])
    #expect(
      outcome([first, another("b", "2024-09-12"), one("c", "2024-10-01", 5e6)])
        == ["a#0 counted", "b#0 counted"])
  }

  @Test func `Another sum beside one of its own article is new beside nothing else`() {
    var both = one("b", "2024-07-12", 1.9e9, "UAH") { $0.additional = true }
    both.claims.append(
      Told(
        sum: .init(value: 2.5e9, currency: "UAH"), donors: ["state-budget"],
        places: ["Kharkiv oblast"]))
    #expect(
      outcome([one("a", "2024-06-13", 1.9e9, "UAH"), both]) == ["a#0+b#0 counted", "b#1 wider"])
    both.claims[1].sectors = ["housing"]
    #expect(
      outcome([one("a", "2024-06-13", 1.9e9, "UAH"), both])
        == ["a#0 counted", "b#0 counted", "b#1 wider"])
  }

  @Test func `Equal sums of one article pair with those of another by what they share`() {
    func two(_ id: String, _ first: [String], _ second: [String]) -> Statement {
      Statement(
        id: id, date: "2025-07-09",
        claims: [first, second].map {
          Told(sum: .init(value: 1e8), donors: ["italy"], places: $0)
        })
    }
    #expect(
      outcome([
        two("a", ["Kharkiv"], ["Kharkiv/Saltivskyi"]),
        two("b", ["Kharkiv/Saltivskyi"], ["Kharkiv"]),
      ]) == ["a#0+b#1 counted", "a#1+b#0 counted"])
    #expect(
      outcome([two("a", ["Kharkiv"], ["Kharkiv"]), two("b", ["Kharkiv"], ["Kharkiv"])])
        == ["a#0+b#0 counted", "a#1+b#1 counted"])
    #expect(
      outcome([two("a", ["Kharkiv"], ["Kharkiv"]), two("b", [], [])])
        == ["a#0+b#0 counted", "a#1+b#1 counted"])
    // One sum that could be either is evidence of both.
    #expect(
      outcome([
        two("a", ["Kharkiv"], ["Kharkiv"]),
        Statement(
          id: "b", date: "2025-07-10", claims: [Told(sum: .init(value: 1e8), donors: ["italy"])]),
      ]) == ["a#0 counted", "a#1 counted"])
  }

  @Test func `Claims of one article are one only where it restates the sum`() {
    var twice = one("a", "2024-06-16", 7e6)
    twice.claims.append(twice.claims[0])
    #expect(outcome([twice]) == ["a#0 counted", "a#1 counted"])
    twice.claims[1].restates = 0
    #expect(outcome([twice]) == ["a#0+a#1 counted"])
  }

  @Test func `Of a slip of a thousand the smaller counts unless many print the larger`() {
    func told(_ small: Int, _ large: Int) -> [Statement] {
      (0..<small).map { one("s\($0)", "2025-07-02", 7e3) }
        + (0..<large).map { one("l\($0)", "2025-07-02", 7e6) }
    }
    #expect(amount(told(1, 2)) == "7000 EUR disagrees")
    #expect(amount(told(1, 3)) == "7000000 EUR disagrees")
    #expect(amount(told(2, 4)) == "7000 EUR disagrees")
    #expect(amount(told(2, 5)) == "7000000 EUR disagrees")
    // Reprints of one text are one statement.
    let reprints = told(1, 3).map { statement in
      var copy = statement
      if copy.id.hasPrefix("l") { copy.text = "The same text." }
      return copy
    }
    #expect(amount(reprints) == "7000 EUR disagrees")
  }

  @Test
  func `The same digits in another currency are one sum where there are two digits or few days`() {
    func pair(_ value: Double, _ days: String) -> String {
      amount([one("a", "2024-01-01", value), one("b", days, value, "USD")])
    }
    #expect(pair(47e6, "2024-12-01") == "47000000 USD disagrees")
    #expect(pair(5e6, "2024-02-01") == "5000000 USD disagrees")
    #expect(pair(5e6, "2024-12-01") == "5000000 EUR, 5000000 USD")
    #expect(pair(50e6, "2024-12-01") == "50000000 EUR, 50000000 USD")
    #expect(
      amount([
        one("a", "2024-01-01", 47e6), one("b", "2024-01-02", 47e6),
        one("c", "2024-01-03", 47e6, "USD"),
      ]) == "47000000 EUR disagrees")
    #expect(
      amount([one("a", "2024-01-01", 47e6), one("b", "2024-01-02", 47e6, "USD") { $0.donors = [] }])
        == "47000000 EUR, 47000000 USD")
  }

  @Test func `The most exact statement is the amount`() {
    #expect(
      amount([
        one("a", "2024-01-01", 11e6, bound: .atLeast),
        one("b", "2024-01-02", 11.2e6, bound: .about),
      ])
        == "11200000 EUR")
    #expect(
      amount([one("a", "2024-01-01", 25e6), one("b", "2024-01-02", 25.5e6)]) == "25500000 EUR")
    #expect(
      amount([
        one("a", "2024-01-01", 2.9e6), one("b", "2024-01-02", 3e6, bound: .about),
        one("c", nil, 3.1e6),
      ]) == "2900000 EUR disagrees")
  }

  @Test func `Of an object's prices the latest counts`() {
    func price(_ id: String, _ date: String?, _ value: Double, _ text: String = "") -> Statement {
      var statement = one(id, date, value, "UAH") {
        $0.donors = ["city-budget"]
        $0.object = "№ 143"
      }
      if !text.isEmpty { statement.text = text }
      return statement
    }
    #expect(
      outcome([price("a", "2025-10-01", 230e6), price("b", "2025-12-02", 244e6)])
        == ["a#0 superseded", "b#0 counted"])
    #expect(
      outcome([
        price("a", "2025-10-01", 230e6, "Підписано договір на 230 million."),
        price("b", "2025-12-02", 244e6, "Оголошено тендер на 244 million."),
      ]) == ["a#0 counted", "b#0 superseded"])
    var later = price("b", nil, 224.5e6)
    later.claims.append(
      Told(sum: .init(value: 244e6, currency: "UAH"), donors: ["city-budget"], role: .other))
    #expect(
      outcome([price("a", "2025-12-02", 244e6), later]) == ["a#0 superseded", "b#0 counted"])
    var elsewhere = price("b", "2025-12-03", 224.5e6)
    elsewhere.claims[0].object = "№ 144"
    #expect(
      outcome([price("a", "2025-12-02", 244e6), elsewhere]) == ["a#0 counted", "b#0 counted"])
  }

  @Test
  func `A school and a kindergarten of one number are two objects, whatever the case of the word`()
  {
    let names = ["садка № 5", "ясел-садка № 5", "Дитячий садок № 5", "kindergarten No. 5"].map(
      ObjectName.init)
    for name in names {
      #expect(name.compared(with: ObjectName("школи № 5")) != .same)
      for other in names { #expect(name.compared(with: other) == .same) }
    }
    let addresses = [
      "вул. Наталії Ужвій, 82", "вулиці Наталії Ужвій, 82", "82 Natalii Uzhvii Street",
    ]
    .map(ObjectName.init)
    for address in addresses {
      for other in addresses { #expect(address.compared(with: other) == .same) }
      #expect(address.compared(with: ObjectName("вул. Наталії Ужвій, 84")) == .different)
    }
  }

  @Test func `A line of a list is a price of its object, a share of the price is none`() {
    func told(_ value: Double, _ object: String?, in whole: Int? = nil) -> Told {
      Told(
        sum: .init(value: value, currency: "UAH"), donors: ["city-budget"], partOf: whole,
        object: object)
    }
    let tender = Statement(id: "a", date: "2025-10-01", claims: [told(244e6, "№ 143")])
    let list = Statement(
      id: "b", date: "2025-12-01", claims: [told(500e6, nil), told(224.5e6, "№ 143", in: 0)])
    #expect(
      outcome([tender, list]) == ["a#0 superseded", "b#0 counted", "b#1 part in b#0"])
    let share = Statement(
      id: "b", date: "2025-12-01", claims: [told(244e6, "№ 143"), told(90e6, "№ 143", in: 0)])
    #expect(outcome([tender, share]) == ["a#0+b#0 counted", "b#1 part in a#0+b#0"])
  }

  @Test func `A claim without a sum joins the one funding it fits`() {
    let sum = one("a", "2024-03-10", 2.3e6) { $0.implementers = ["unops"] }
    func gift(_ change: (inout Told) -> Void) -> Statement {
      one("b", "2025-09-05", nil) {
        $0.implementers = ["unops"]
        change(&$0)
      }
    }
    #expect(outcome([sum, gift { _ in }]) == ["a#0+b#0 counted"])
    #expect(outcome([sum, gift { $0.places = ["Kharkiv oblast"] }]) == ["a#0+b#0 counted"])
    #expect(outcome([sum, gift { $0.implementers = [] }]) == ["a#0 counted", "b#0 counted"])
    #expect(outcome([sum, gift { $0.implementers = ["undp"] }]) == ["a#0 counted", "b#0 counted"])
    #expect(outcome([sum, gift { $0.sectors = ["water"] }]) == ["a#0 counted", "b#0 counted"])
    #expect(outcome([sum, gift { $0.donors = ["japan"] }]) == ["a#0 counted", "b#0 counted"])
    #expect(outcome([sum, gift { $0.places = ["Sumy"] }]) == ["a#0 counted", "b#0 wider"])
    let second = one("c", "2024-03-10", 4.1e6) { $0.implementers = ["unops"] }
    #expect(outcome([sum, second, gift { _ in }]) == ["a#0 counted", "c#0 counted"])
  }

  @Test func `Needs and damage are no funding, even where a claim rests on one`() {
    for role in [AmountRole.need, .damage, .other] {
      #expect(outcome([one("a", "2024-03-10", 2.3e6) { $0.role = role }]).isEmpty)
    }
  }
}
