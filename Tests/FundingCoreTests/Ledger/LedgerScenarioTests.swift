import Testing

@testable import FundingCore

/// The worked scenarios: fundings by their sources, their amounts, states and wholes, and the totals.
@Suite struct LedgerScenarioTests {
  @Test func `Every scenario file is read`() {
    #expect(Scenario.all.count >= 250)
  }

  @Test(arguments: Scenario.all)
  func `A scenario's fundings and totals come out as worked out by hand`(_ scenario: Scenario) {
    let ledger = scenario.ledger
    let faults = fundingFaults(ledger, scenario.expect) + totalFaults(ledger, scenario.expect)
    #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
  }

  private func key(_ sources: JSON?) -> Set<Claim.ID> {
    Set(
      (sources?.array ?? []).compactMap { source in
        guard let article = source.array?.first?.string, let claim = source.array?.last?.int else {
          return nil
        }
        return Claim.ID(Article.ID(article), claim)
      })
  }

  private func fundingFaults(_ ledger: Ledger, _ expect: JSON) -> [String] {
    var faults: [String] = []
    let expected = expect["fundings"]?.array ?? []
    let mine = Dictionary(uniqueKeysWithValues: ledger.fundings.map { (Set($0.sources), $0) })
    let ids = Dictionary(uniqueKeysWithValues: ledger.fundings.map { ($0.id, Set($0.sources)) })
    for want in expected {
      let sources = key(want["sources"])
      let name = sources.sorted().map(\.description).joined(separator: "+")
      guard let have = mine[sources] else {
        faults.append("no funding stands on exactly \(name)")
        continue
      }
      if !isSame(have.amount, want["amount"]) {
        faults.append("\(name): amount \(String(describing: have.amount))")
      }
      let state = want["state"]?.string ?? ""
      if have.state.rawValue != (state == "disagree-counted" ? "counted" : state) {
        faults.append("\(name): \(have.state), expected \(state)")
      }
      if state == "disagree-counted", !have.disagrees {
        faults.append("\(name): does not disagree")
      }
      if let whole = want["partOf"]?.int,
        have.partOf.flatMap({ ids[$0] }) != key(expected[whole]["sources"])
      {
        faults.append("\(name): lies in \(have.partOf.map(\.description) ?? "nothing")")
      }
    }
    let wanted = Set(expected.map { key($0["sources"]) })
    for funding in ledger.fundings
    where funding.amount != nil && !wanted.contains(Set(funding.sources)) {
      faults.append("unexpected funding on \(funding.sources)")
    }
    return faults
  }

  private func isSame(_ have: Amount?, _ want: JSON?) -> Bool {
    guard let want, !want.isNull else { return have == nil }
    guard let have else { return false }
    let scale = Double(have.currency.minorUnitsPerUnit)
    return have.currency.code == want["currency"]?.string
      && have.bound.rawValue == want["bound"]?.string
      && isSame(have.low.map { Double($0) / scale }, want["low"])
      && isSame(have.high.map { Double($0) / scale }, want["high"])
  }

  private func isSame(_ have: Double?, _ want: JSON?) -> Bool {
    let want = number(want)
    guard let have, let want else { return have == nil && want == nil }
    return abs(have - want) < 0.005
  }

  private func number(_ json: JSON?) -> Double? {
    guard case .number(let text)? = json else { return nil }
    return Double(text)
  }

  private func totalFaults(_ ledger: Ledger, _ expect: JSON) -> [String] {
    let table = FundingTable(ledger, tables: LedgerFixtures.tables)
    let everything = table.select(Filter())
    var faults: [String] = []
    if let want = expect["counted_by_currency"] {
      let have = table.total(of: everything)
      if !isSame(have, want) { faults.append("total \(have.currencies)") }
    }
    let dimensions: [(String, Dimension)] = [
      ("sectors", .sector), ("donors", .donor), ("districts", .district),
    ]
    for (name, dimension) in dimensions {
      guard case .object(let wants)? = expect[name] else { continue }
      let summary = table.summary(by: dimension, of: everything)
      for member in wants {
        let (value, want) = (member.name, member.value)
        let group = summary.groups.first { $0.id == value }
        for (side, have) in [("own", group?.own), ("shared", group?.shared)]
        where !isSame(have ?? .zero, want[side]) {
          faults.append("\(name) \(value) \(side) \(have?.currencies ?? [:])")
        }
      }
    }
    return faults
  }

  private func isSame(_ have: Total, _ want: JSON?) -> Bool {
    var wants: [String: (Double?, Double?)] = [:]
    if case .object(let members)? = want {
      for member in members {
        let (currency, ends) = (member.name, member.value)
        let low = ends.array?.first ?? ends["low"]
        let high = ends.array?.last ?? ends["high"]
        wants[currency] = (number(low), number(high))
      }
    }
    wants = wants.filter { !($0.value.0 == 0 && $0.value.1 == 0) }
    let haves = have.currencies.filter { $0.value != .zero }
    guard Set(haves.keys.map(\.code)) == Set(wants.keys) else { return false }
    return haves.allSatisfy { currency, ends in
      let scale = Double(currency.minorUnitsPerUnit)
      guard let want = wants[currency.code], let low = want.0 else { return false }
      guard abs(Double(ends.low) / scale - low) < 0.005 else { return false }
      guard let high = ends.high else { return want.1 == nil }
      return want.1.map { abs(Double(high) / scale - $0) < 0.005 } ?? false
    }
  }
}
