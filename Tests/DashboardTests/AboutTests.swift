import FundingCore
import Screen
import Testing

@testable import Dashboard

/// What is added up from sums that are only about so much is itself only about so much.
@Suite struct AboutTests {
  private func state(_ ledger: Ledger = Fixture.ledger) -> State {
    State(
      data: DashboardData(
        table: FundingTable(ledger, tables: Fixture.tables), ledger: ledger),
      settings: Settings(language: .en), size: Size(width: 120, height: 40))
  }

  private func filter(donor: String) -> Filter {
    var filter = Filter()
    filter.set(.donor, to: donor)
    return filter
  }

  @Test func `a group and a total say so, their neighbours do not`() throws {
    let data = state().data
    #expect(data.summary(filter(donor: "giz")).total.usd.isAbout)
    #expect(!data.summary(filter(donor: "norway")).total.usd.isAbout)
    let years = data.summary(Filter(), by: .year).groups
    #expect(years.filter(\.whole.usd.isAbout).map(\.id) == [""])
    let housing = try #require(data.panes(Filter()).first { $0.id == "housing" })
    #expect(housing.own.usd.isAbout && !housing.shared.usd.isAbout)
    #expect(data.panes(Filter()).filter { $0.id != "housing" }.allSatisfy { !$0.own.usd.isAbout })
  }

  @Test func `the sign stands wherever the sum is shown`() {
    for script in ["/donor:giz<Enter>", "fl/giz<Enter>", "3ll", "3t", "/donor:giz<Enter>W"] {
      var state = state()
      press(script, &state)
      let text = view(state, width: 120, height: 40).description
      #expect(text.contains(/≈ +\$1\.8M/), "\(script):\n\(text)")
    }
    var state = state()
    press("3t", &state)
    guard case .export(let file) = press("E<Enter>", &state).first else {
      Issue.record("no export")
      return
    }
    #expect(file.text.contains("Undated,≈ $1.8M"))
  }

  @Test func `an open end goes before it`() {
    let scene = state().scene
    var ends = Ends(low: 1_000_000_00, high: nil)
    ends.isAbout = true
    #expect(scene.usd(ends).description == "≥ $1.0M")
    #expect(scene.usd(ends + Ends(low: 0, high: 0)).description == "≥ $1.0M")
    var closed = Ends(low: 1_000_000_00, high: 1_000_000_00)
    closed.isAbout = true
    #expect(
      scene.usd(closed + Ends(low: 2_000_000_00, high: 2_000_000_00)).description == "≈ $3.0M")
  }

  @Test func `a part says nothing of the total it lies in, and all of itself`() throws {
    var ledger = Fixture.ledger
    let part = try #require(ledger.fundings.firstIndex { $0.donors == [Organisation.ID("giz")] })
    let total = try #require(ledger.fundings.firstIndex { $0.donors == [Organisation.ID("ebrd")] })
    ledger.fundings[part].state = .part
    ledger.fundings[part].partOf = ledger.fundings[total].id
    let data = state(ledger).data
    #expect(!data.summary(Filter()).total.usd.isAbout)
    #expect(data.summary(filter(donor: "giz")).total.usd.isAbout)
  }
}
