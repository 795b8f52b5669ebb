import Testing

@testable import FundingCore

/// Rule 9, and the doubts that point at what a person should decide.
@Suite struct LedgerDecisionTests {
  private func decide(_ statements: [Statement], _ decisions: [Decision]) -> Ledger {
    Ledger.reconcile(
      statements.map(\.reading), tables: LedgerFixtures.tables, home: LedgerFixtures.kharkiv,
      decisions: decisions)
  }

  private func name(_ article: String, _ quote: String = "7 million") -> Decision.ClaimName {
    .init(article: article, quote: quote)
  }

  private let first = one("a", "2024-02-01", 7e6)
  private let same = one("b", "2024-02-03", 7e6)
  private let other = one("c", "2024-02-03", 7e6) { $0.donors = ["japan"] }

  @Test func `Same joins what the rules keep apart, not the same parts what they join`() {
    let join = Decision(id: "1", kind: .same, claim: name("a"), other: name("c"))
    #expect(lines(of: decide([first, other], [join])) == ["a#0+c#0 counted"])
    let part = Decision(id: "2", kind: .notSame, claim: name("a"), other: name("b"))
    #expect(lines(of: decide([first, same], [part])) == ["a#0 counted", "b#0 counted"])
    #expect(
      decide([first, other], [join]).provenance.values.flatMap { $0 }.contains {
        $0.decision == "1"
      })
  }

  @Test func `Part of, not a part, wider and not funding are as decided`() {
    let larger = one("d", "2024-01-01", 50e6) { $0.donors = ["japan"] }
    let inside = Decision(id: "1", kind: .partOf, claim: name("a"), other: name("d", "50 million"))
    #expect(lines(of: decide([first, larger], [inside])) == ["a#0 part in d#0", "d#0 counted"])
    var package = one("e", "2024-01-01", 50e6)
    package.claims.append(Told(sum: .init(value: 7e6), donors: ["italy"], partOf: 0))
    let outside = Decision(
      id: "2", kind: .notPart, claim: name("e"), other: name("e", "50 million"))
    #expect(lines(of: decide([package], [outside])) == ["e#0 counted", "e#1 counted"])
    let wide = Decision(id: "3", kind: .wider, claim: name("a"))
    #expect(lines(of: decide([first], [wide])) == ["a#0 wider"])
    let none = Decision(id: "4", kind: .notFunding, claim: name("a"))
    let left = decide([first, same], [none])
    #expect(lines(of: left) == ["b#0 counted"])
    #expect(left.leftOut.map(\.decision) == ["4"])
  }

  @Test func `A corrected field goes into the rules, the reading stays as it is`() {
    let payer = Decision(
      id: "1", kind: .edit, claim: name("c"), field: "donors", value: "italy")
    let ledger = decide([first, other], [payer])
    #expect(lines(of: ledger) == ["a#0+c#0 counted"])
    #expect(ledger.readings[1].claims[0].donors == ["japan"].map { Organisation.ID($0) })
    let sum = Decision(id: "2", kind: .edit, claim: name("a"), field: "high", value: "9000000")
    let sum2 = Decision(id: "3", kind: .edit, claim: name("a"), field: "low", value: "9000000")
    #expect(decide([first], [sum, sum2]).fundings[0].amount?.low == 900_000_000)
    let whole = Decision(
      id: "5", kind: .edit, claim: name("a"), field: "amount", value: "понад 9 млн євро")
    let amount = decide([first], [whole]).fundings[0].amount
    #expect(amount?.low == 900_000_000 && amount?.high == nil && amount?.currency == .eur)
    let wrong = Decision(id: "4", kind: .edit, claim: name("a"), field: "status", value: "soon")
    #expect(decide([first], [wrong]).findings.map(\.code) == ["decision-unreadable"])
  }

  @Test func `An article without a day is given one, and is no doubt any more`() {
    let undated = one("b", nil, 7e6)
    #expect(decide([undated], []).findings.map(\.code).contains("undated"))
    let day = Decision(
      id: "1", kind: .edit, claim: name("b"), field: "date", value: "2024-02-03")
    let ledger = decide([undated], [day])
    #expect(ledger.findings.isEmpty)
    #expect(ledger.fundings[0].date == CalendarDate("2024-02-03"))
    #expect(ledger.fundings[0].rate?.month == YearMonth(year: 2024, month: 2))
    #expect(ledger.readings[0].article.date == CalendarDate("2024-02-03"))
    let wrong = Decision(
      id: "2", kind: .edit, claim: name("b"), field: "date", value: "2024-02-30")
    #expect(decide([undated], [wrong]).findings.map(\.code).contains("decision-unreadable"))
  }

  @Test func `A decision can be taken back, and that too`() {
    let join = Decision(id: "1", kind: .same, claim: name("a"), other: name("c"))
    let undo = Decision(id: "2", kind: .undo, undoes: "1")
    let redo = Decision(id: "3", kind: .undo, undoes: "2")
    #expect(lines(of: decide([first, other], [join, undo])).count == 2)
    #expect(lines(of: decide([first, other], [join, undo, redo])).count == 1)
  }

  @Test func `A decision whose claim is gone is named, never dropped in silence`() {
    for kind in [Decision.Kind.same, .notSame, .partOf, .notPart, .notFunding, .wider, .edit] {
      let lost = Decision(
        id: "1", kind: kind, claim: name("a", "8 million"), other: name("b"), field: "status",
        value: "planned")
      let ledger = decide([first, same], [lost])
      #expect(ledger.findings.map(\.code) == ["decision-without-claim"], "\(kind)")
      #expect(lines(of: ledger) == ["a#0+b#0 counted"])
    }
  }

  @Test func `Doubts name what an editor should look at`() {
    func codes(_ statements: [Statement]) -> Set<String> {
      Set(decide(statements, []).findings.map(\.code))
    }
    #expect(codes([first, same]).isEmpty)
    #expect(codes([one("a", "2024-02-01", 7e6) { $0.donors = [] }]) == ["no-payer"])
    #expect(codes([one("a", "2024-02-01", 7e6) { $0.places = [] }]) == ["no-place"])
    #expect(
      codes([one("a", "2024-02-01", 7e6) { $0.donors = ["somebody"] }]) == ["unknown-organisation"])
    #expect(codes([first, one("b", "2024-02-01", 7e9)]) == ["slip"])
    #expect(codes([first, one("b", nil, 1e6)]) == ["undated"])
    #expect(codes([first, one("b", nil, 9e6)]) == ["undated", "large-undated"])
    #expect(
      codes([
        one("a", "2024-02-01", 2.9e6), one("b", "2024-02-01", 3e6, bound: .about),
        one("c", "2024-02-02", 3.1e6),
      ]) == ["sources-disagree"])
    #expect(
      codes([one("a", "2024-02-01", 7e6) { $0.places = ["Odesa/Kyivskyi"] }]) == ["other-city"])
    var exceeded = one("a", "2024-02-01", 7e6)
    exceeded.claims.append(Told(sum: .init(value: 9e6), donors: ["italy"], partOf: 0))
    #expect(codes([exceeded]) == ["exceeded"])
  }
}
