import Dashboard
import FundingCore
import Screen
import Testing

/// Answers that build on the one before, against answers that nothing came before.
@Suite struct AnswersTests {
  private static let table = FundingTable(
    generating: 6_000, seed: 17, tables: Fixture.tables, home: Place.ID("kharkiv"))
  private static let ledger = Ledger(home: Place.ID("kharkiv"))
  private static let scripts = [
    "/шко", "/hosp", "/ре", "л", "а 12", "<Backspace>", "<Backspace><Backspace>", "<Enter>",
    "f ", "fj ", "fjj!", "l ", "j ", "h", "c", "<Esc>", "c", "/eu", "x", "J", "j", "jjjj", "u",
    "/!status:planned", " since:2024", "<Tab>", "<End>", "G", "gg",
  ]

  @Test(arguments: 0..<8)
  func `random keys show what a program that just started would show`(_ seed: Int) {
    var generator = Seeded(UInt64(seed) &+ 900)
    var state = State(
      data: DashboardData(table: Self.table, ledger: Self.ledger),
      settings: Settings(language: seed % 2 == 0 ? .uk : .en),
      size: Size(width: 120, height: 40))
    var pressed = ""
    for _ in 0..<25 {
      let script = Self.scripts.randomElement(using: &generator) ?? "j"
      pressed += script
      press(script, &state)
      var fresh = state
      fresh.data = DashboardData(table: Self.table, ledger: Self.ledger)
      let filter = state.here.filter
      let told = Comment(rawValue: "seed \(seed), \(pressed): \(filter)")
      #expect(state.data.selection(filter) == Self.table.select(filter), told)
      #expect(state.data.panes(filter) == fresh.data.panes(filter), told)
      for dimension in [Dimension.sector, .donor, .district] {
        #expect(
          state.data.facets(filter, of: dimension) == fresh.data.facets(filter, of: dimension), told
        )
        #expect(
          state.data.summary(filter, by: dimension) == fresh.data.summary(filter, by: dimension),
          told)
      }
      #expect(
        view(state, width: 120, height: 40) == view(fresh, width: 120, height: 40), told)
    }
  }
}
