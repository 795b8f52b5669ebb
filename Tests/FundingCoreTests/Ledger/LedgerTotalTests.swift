import Testing

@testable import FundingCore

/// Rules 3, 4, 5 and 7.
@Suite struct LedgerTotalTests {
  private func total(
    _ id: String, _ date: String?, _ value: Double, bound: Bound = .exact,
    _ change: (inout Told) -> Void = { _ in }
  ) -> Statement {
    one(id, date, value, "EUR", bound: bound) {
      $0.cumulative = true
      change(&$0)
    }
  }

  @Test func `The newest running total of a series counts`() {
    #expect(
      outcome([
        total("a", "2025-01-01", 10e6, bound: .atLeast),
        total("b", "2025-02-01", 10.5e6, bound: .atLeast),
      ]) == ["a#0 superseded", "b#0 counted"])
    #expect(
      outcome([total("a", nil, 9e6, bound: .atLeast), total("b", "2025-02-01", 12e6)])
        == ["a#0 superseded", "b#0 counted"])
    // A late repeat of the old figure is not newest.
    #expect(
      outcome([
        total("a", "2023-01-01", 10.1e6, bound: .atLeast),
        total("b", "2025-02-01", 10.5e6, bound: .atLeast),
        total("c", "2025-06-01", 10.1e6, bound: .atLeast),
      ]) == ["a#0+c#0 superseded", "b#0 counted"])
  }

  @Test func `Totals of other payers, implementers, purposes or places are other series`() {
    let first = total("a", "2025-01-01", 10e6)
    let changes: [(inout Told) -> Void] = [
      { $0.donors = ["japan"] }, { $0.implementers = ["undp"] }, { $0.sectors = ["water"] },
      { $0.places = ["Sumy"] },
    ]
    for change in changes {
      let result = outcome([first, total("b", "2025-02-01", 12e6, change)])
      #expect(!result.contains { $0.contains("superseded") }, "\(result)")
    }
  }

  @Test func `Two totals of one article are two series, and the nearest is replaced`() {
    func two(_ id: String, _ date: String, _ first: Double, _ second: Double) -> Statement {
      var statement = total(id, date, first)
      statement.claims.append(statement.claims[0])
      statement.claims[1].sum?.value = second
      return statement
    }
    #expect(
      outcome([two("a", "2025-10-10", 3.9e9, 10.5e9), total("b", "2025-11-27", 11.5e9)])
        == ["a#0 counted", "a#1 superseded", "b#0 counted"])
    #expect(
      outcome([two("a", "2025-10-10", 3.9e9, 10.5e9), two("b", "2025-11-27", 11.5e9, 4.1e9)])
        == ["a#0 superseded", "a#1 superseded", "b#0 counted", "b#1 counted"])
    #expect(
      outcome([total("a", "2025-10-10", 10.5e9), two("b", "2025-11-27", 3.9e9, 11.5e9)])
        == ["a#0 superseded", "b#0 counted", "b#1 counted"])
  }

  @Test func `A stated part is inside its total, also where others tell it`() {
    var package = one("a", "2024-10-21", 35e6)
    package.claims.append(Told(sum: .init(value: 25e6), donors: ["italy"], partOf: 0))
    #expect(
      outcome([package, one("b", "2024-10-24", 25e6)])
        == ["a#0 counted", "a#1+b#0 part in a#0"])
    #expect(
      outcome([package, one("b", "2024-10-24", 26e6)])
        == ["a#0 counted", "a#1 part in a#0", "b#0 counted"])
  }

  @Test func `A tranche lies in the one larger earlier funding of its payer`() {
    let package = one("a", "2024-10-21", 35e6)
    let tranche = one("c", "2025-07-02", 7e6) { $0.tranche = true }
    #expect(outcome([package, tranche]) == ["a#0 counted", "c#0 part in a#0"])
    #expect(
      outcome([package, one("b", "2024-11-21", 40e6), tranche])
        == ["a#0 counted", "b#0 counted", "c#0 counted"])
    #expect(outcome([one("a", "2025-10-21", 35e6), tranche]) == ["a#0 counted", "c#0 counted"])
    #expect(
      outcome([one("a", "2024-10-21", 35e6) { $0.donors = ["japan"] }, tranche])
        == ["a#0 counted", "c#0 counted"])
    #expect(
      outcome([one("a", "2024-10-21", 35e6) { $0.sectors = ["water"] }, tranche])
        == ["a#0 counted", "c#0 counted"])
  }

  @Test func `A tranche told again soon is the same, long after another is new`() {
    func tranche(_ id: String, _ date: String?, isNew: Bool = false, _ more: [String] = [])
      -> Statement
    {
      one(id, date, 7e6) {
        $0.tranche = true
        $0.additional = isNew
        $0.sectors += more
      }
    }
    let first = tranche("a", "2025-02-01")
    #expect(outcome([first, tranche("b", "2025-02-10")]) == ["a#0+b#0 counted"])
    #expect(outcome([first, tranche("b", "2025-02-10", ["transport"])]) == ["a#0+b#0 counted"])
    #expect(outcome([first, tranche("b", "2025-10-01")]) == ["a#0 counted", "b#0 counted"])
    #expect(
      outcome([first, tranche("b", "2025-10-01", ["transport"])]) == ["a#0 counted", "b#0 counted"])
    // The second told twice is the second, in whatever words.
    let second = tranche("b", "2025-03-01", isNew: true)
    #expect(
      outcome([first, second, tranche("c", "2025-03-02", isNew: true, ["transport"])])
        == ["a#0 counted", "b#0+c#0 counted"])
    // A plain sum says less than two tranches and is neither; it is the one there is.
    let plain = one("p", "2025-06-01", 7e6)
    #expect(
      outcome([first, plain, tranche("b", "2025-10-01")]) == ["a#0 counted", "b#0 counted"])
    #expect(outcome([first, plain]) == ["a#0+p#0 counted"])
  }

  @Test func `Choices that other payers make do not hide the one that the total's payers make`() {
    let total = one("a", "2025-05-01", 10e6) { $0.donors = ["italy", "japan"] }
    let told = [(7.0, "italy"), (3.0, "japan"), (6.0, "italy"), (4.0, "italy"), (8.0, "italy")]
      .enumerated().map { at, sum in
        one("s\(at)", "2025-05-02", sum.0 * 1e6) { $0.donors = [sum.1] }
      }
    let small = one("t", "2025-05-02", 2e6)
    #expect(
      outcome([total] + told + [small]) == [
        "a#0 counted", "s0#0 part in a#0", "s1#0 part in a#0", "s2#0 counted", "s3#0 counted",
        "s4#0 counted", "t#0 counted",
      ])
  }

  @Test func `Sums lie in a total where exactly one choice makes it`() {
    func sums(_ values: [Double]) -> [Statement] {
      values.enumerated().map { one("s\($0)", "2025-05-0\($0 + 1)", $1) }
    }
    #expect(
      outcome(sums([11e6, 8e6, 3e6])) == ["s0#0 counted", "s1#0 part in s0#0", "s2#0 part in s0#0"])
    #expect(!outcome(sums([11e6, 8e6, 3e6, 9e6, 2e6])).contains { $0.contains("part") })
    #expect(!outcome(sums([11e6, 8e6, 4e6])).contains { $0.contains("part") })
    let joint = [
      one("a", "2025-05-01", 11e6) { $0.donors = ["italy", "japan"] },
      one("b", "2025-05-02", 8e6), one("c", "2025-05-03", 3e6) { $0.donors = ["japan"] },
    ]
    #expect(outcome(joint) == ["a#0 counted", "b#0 part in a#0", "c#0 part in a#0"])
    // The parts' payers together are not the total's.
    let other = [
      one("a", "2025-05-01", 11e6) { $0.donors = ["italy", "japan"] },
      one("b", "2025-05-02", 8e6), one("c", "2025-05-03", 3e6),
    ]
    #expect(!outcome(other).contains { $0.contains("part") })
  }

  @Test func `A project lies in a running total that covers it and is not older`() {
    let all = total("t", "2025-06-01", 80e6, bound: .atLeast) { $0.sectors = ["energy", "water"] }
    func project(_ date: String?, _ change: (inout Told) -> Void = { _ in }) -> [String] {
      outcome([all, one("p", date, 5e6, "EUR", bound: .exact, quote: nil, change)])
    }
    let inside = ["p#0 part in t#0", "t#0 counted"]
    let beside = ["p#0 counted", "t#0 counted"]
    #expect(project("2025-01-01") == inside)
    #expect(project("2025-06-01") == inside)
    #expect(project(nil) == inside)
    #expect(project("2025-06-02") == beside)
    #expect(project("2025-01-01") { $0.donors = [] } == beside)
    #expect(project("2025-01-01") { $0.donors = ["italy", "japan"] } == beside)
    #expect(project("2025-01-01") { $0.sectors = ["energy", "social"] } == beside)
    #expect(project("2025-01-01") { $0.places = ["Kharkiv/Saltivskyi"] } == inside)
    #expect(
      project("2025-01-01") { $0.places = ["Kharkiv oblast"] } == ["p#0 wider", "t#0 counted"])
    #expect(project("2025-01-01") { $0.implementers = ["undp"] } == inside)
  }

  @Test func `A running total never lies in another of the same payers, purpose and place`() {
    #expect(
      outcome([
        total("a", "2025-01-01", 10e6) { $0.implementers = ["unops"] },
        total("b", "2025-02-01", 12e6),
      ]) == ["a#0 counted", "b#0 counted"])
  }

  @Test func `Parts that exceed their total count in its place, others stay inside`() {
    func package(_ total: Double, _ bound: Bound, _ parts: [Double]) -> [String] {
      var statement = one("a", "2024-10-21", total, bound: bound)
      for part in parts {
        statement.claims.append(Told(sum: .init(value: part), donors: ["italy"], partOf: 0))
      }
      return outcome([statement])
    }
    #expect(package(70e6, .about, [42.1e6, 28.1e6])[0] == "a#0 counted")
    #expect(package(70e6, .about, [42.1e6, 28.5e6])[0] == "a#0 exceeded")
    #expect(package(2e6, .atLeast, [1.3e6, 0.7e6])[0] == "a#0 counted")
    #expect(
      package(2e6, .atLeast, [1.3e6, 0.8e6])
        == ["a#0 exceeded", "a#1 counted in a#0", "a#2 counted in a#0"])
    // Breakdowns of different articles are never added.
    var first = one("a", "2024-10-21", 35e6)
    first.claims.append(Told(sum: .init(value: 25e6), donors: ["italy"], partOf: 0))
    var second = one("b", "2024-10-22", 35e6)
    second.claims.append(Told(sum: .init(value: 20e6), donors: ["italy"], partOf: 0))
    #expect(outcome([first, second]).contains("a#0+b#0 counted"))
  }

  @Test func `The narrowest place counts, a list wins, and a wider place needs no majority`() {
    func places(_ lists: [[String]]) -> String {
      let ledger = Ledger.reconcile(
        lists.enumerated().map { number, list in
          one("a\(number)", "2024-02-01", 7e6) { $0.places = list }.reading
        }, tables: LedgerFixtures.tables, home: LedgerFixtures.kharkiv)
      return ledger.fundings.map {
        "\($0.places.map(\.rawValue).joined(separator: "+")) \($0.state)"
      }
      .joined(separator: ", ")
    }
    #expect(places([["Kharkiv"], ["Kharkiv/Saltivskyi"]]) == "Kharkiv/Saltivskyi counted")
    #expect(places([["Kharkiv"], ["Kharkiv", "Sumy"]]).hasSuffix("wider"))
    #expect(places([["Kharkiv"], ["Kharkiv"], ["Kharkiv", "Kharkiv oblast"]]).hasSuffix("wider"))
    #expect(places([["Kharkiv"], ["Kharkiv oblast"]]) == "Kharkiv oblast wider")
    #expect(places([["Kharkiv"], ["Kharkiv"], ["Kharkiv oblast"]]) == "Kharkiv counted")
    #expect(places([["Kharkiv"], []]) == "Kharkiv counted")
    #expect(places([[]]) == " wider")
  }

  @Test func `A share of wider money is counted and keeps its whole`() {
    var grant = one("a", "2024-10-21", 116e6) { $0.places = ["Kharkiv", "Sumy"] }
    grant.claims.append(Told(sum: .init(value: 33.3e6), donors: ["italy"], partOf: 0))
    grant.claims.append(
      Told(sum: .init(value: 20e6), donors: ["italy"], places: ["Sumy"], partOf: 0))
    #expect(outcome([grant]) == ["a#0 wider", "a#1 counted in a#0", "a#2 wider in a#0"])
  }

  @Test func `Sums convert once, at the month of the earliest dated claim`() {
    let readings = [one("a", "2024-06-16", 120e6, "NOK"), one("b", "2024-09-01", 120e6, "NOK")]
    let dated = Ledger.reconcile(
      readings.map(\.reading), tables: LedgerFixtures.tables, home: LedgerFixtures.kharkiv)
    let rate = LedgerFixtures.tables.rates.rate(
      Currency("NOK")!, in: YearMonth(year: 2024, month: 6))
    #expect(dated.fundings[0].usd?.low == rate?.cents(12_000_000_000, rounding: .down))
    #expect(dated.fundings[0].usd?.high == rate?.cents(12_000_000_000, rounding: .up))
    #expect(!dated.fundings[0].isRateAssumed)
    let undated = Ledger.reconcile(
      [one("a", nil, 120e6, "NOK"), one("b", "2024-09-01", 5e6)].map(\.reading),
      tables: LedgerFixtures.tables, home: LedgerFixtures.kharkiv)
    #expect(undated.fundings[0].isRateAssumed)
    #expect(undated.fundings[0].rate?.month == YearMonth(year: 2024, month: 9))
    let unknown = Ledger.reconcile(
      [one("a", "2024-06-16", 60e6, "TWD").reading], tables: LedgerFixtures.tables,
      home: LedgerFixtures.kharkiv)
    #expect(unknown.fundings[0].usd == nil)
    #expect(unknown.findings.map(\.code) == ["no-rate"])
  }
}
