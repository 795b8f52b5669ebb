import FundingCore
import FundingStore
import Screen
import TestSupport
import Testing

@testable import Dashboard

/// What is nothing, mixed, shared in part or in doubt is said as such.
@Suite struct HonestyTests {
  private func text(_ state: State, _ width: Int = 120, _ height: Int = 40) -> String {
    view(state, width: width, height: height).description
  }

  @Test(arguments: ["3ll", "3llB<Enter>"])
  func `a payer the filter names and nothing is found for has a row with nothing`(_ keys: String) {
    var state = Fixture.state(.en, width: 120, height: 40)
    press("/donor:ebrd|usaid year:2024 sector:energy<Enter>" + keys, &state)
    let rows = text(state).split(separator: "\n").filter { $0.contains("USAID") }
    #expect(rows.contains { $0.contains(/USAID.*\$0/) }, "\(text(state))")
    #expect(text(state).contains(/EBRD.*\$29\.3M/))
    guard keys == "3ll", case .export(let file) = press("E<Enter>", &state).first else { return }
    #expect(file.text.contains("USAID,$0,0.00,0.00"), "\(file.text)")
  }

  /// Two sums of one project: one completed, one only planned.
  private var mixed: State {
    var ledger = Fixture.make(Fixture.sums)
    ledger.projects[0].fundings = [Funding.ID("f-6"), Funding.ID("f-9"), Funding.ID("f-1")]
    let data = DashboardData(
      table: FundingTable(ledger, tables: Fixture.tables), ledger: ledger)
    return State(
      data: data, settings: Settings(language: .en, today: CalendarDate("2026-11-22")),
      size: Size(width: 120, height: 40))
  }

  @Test func `a project whose money is partly done is marked so, with how much is in which state`()
    throws
  {
    var state = mixed
    #expect(text(state).contains("◐ European Union"))
    press("2", &state)
    let row = try #require(text(state).split(separator: "\n").first { $0.contains("◐ Euro") })
    #expect(row.contains("partly"))
    press("g", &state)
    while state.scene.selectedProject.flatMap({ state.data.project($0) })?.fundings.count != 3 {
      press("j", &state)
    }
    press("<Enter>", &state)
    #expect(
      text(state).contains(
        "✓ completed ≥ $11.0M · ● ongoing $3.0M · ○ planned ≤ $9.0M"), "\(text(state))")
    #expect(text(state).contains("◐ partly completed"))
    #expect(
      text(state).contains(
        "░ of it shared with other sectors ≥ $11.0M: Energy, Shelters, Medicine"), "\(text(state))")
  }

  @Test func `words of which some find nothing lead to those that do`() {
    var state = Fixture.state(.uk, width: 100, height: 30)
    press("/хто бодай Норвегія<Enter>", &state)
    #expect(text(state).contains("▸ лише «Норвегія»"), "\(text(state))")
    #expect(!text(state).contains("без умови"))
    press("<Enter>", &state)
    #expect(text(state).contains("Норвегія — майном"))
    press("c/donor:norway sector:medicine Салтівка<Enter>", &state)
    #expect(text(state).contains("лише донор: Норвегія"))
    press("c/абракадабра нісенітниця<Enter><Enter>", &state)
    #expect(state.here.filter.isEmpty)
  }

  @Test func `what the money is told by is picked from a list`() {
    var state = Fixture.state(.en, width: 100, height: 30)
    press("3b", &state)
    #expect(text(state, 100, 30).contains("Money by…"))
    press("3", &state)
    #expect(state.here.dimension == .donor && state.here.mode == .bars)
    press("B", &state)
    press("G<Enter>", &state)
    #expect(state.here.mode == .pivot && state.here.beside == .source)
    press("BG<Enter>", &state)
    #expect(state.here.mode == .bars)
    press("[", &state)
    #expect(state.here.mode == .pivot)
    // Rows that take the columns' dimension send those to the next.
    press("bG<Enter>", &state)
    #expect(state.here.dimension == .source && state.here.beside != .source)
    press("B<Esc>", &state)
    #expect(state.overlay == nil && state.here.mode == .pivot)
  }

  @Test(arguments: ["05.09.2025", "2025-09-05", "5 Sep 2025", "5 вересня 2025"])
  func `an article without a day is given one`(_ day: String) throws {
    var state = Fixture.state(.en, width: 100, height: 30)
    press("6j", &state)
    #expect(text(state).contains("(e)"))
    for wrong in ["31.02.2025", "soon", "2027-01-01"] {
      press("e" + wrong + "<Enter>", &state)
      #expect(state.notice?.isError == true, "\(wrong)")
      press("<Esc>", &state)
    }
    guard case .decide(let request) = press("e" + day + "<Enter>seen<Enter>", &state).first else {
      Issue.record("no decision")
      return
    }
    #expect(request.kind == .correct && request.field == .date && request.value == "2025-09-05")
    #expect(request.claims.first?.article == Article.ID("a4-1") && request.reason == "seen")
  }

  @Test func `a day that nobody knows is confirmed as such`() throws {
    var state = Fixture.state(.en, width: 100, height: 30)
    guard case .decide(let request) = press("6janot printed<Enter>", &state).first else {
      Issue.record("no decision")
      return
    }
    #expect(request.kind == .confirm && request.field == .date)
    let name = Decision.ClaimName(article: "a4-1", quote: "близько 1,7 млн євро")
    let confirmed = Decision(
      id: "1", kind: .confirm, claim: name, field: "date", who: "o", when: "2026-11-22")
    let data = DashboardData(
      table: Fixture.table, ledger: Fixture.ledger, decisions: [confirmed])
    _ = update(&state, .loaded(data))
    #expect(!text(state).contains("carries no date") && text(state).contains("1 confirmed"))
  }

  private func doubtful(_ quotes: [(String, String)]) -> DashboardData {
    let readings = quotes.enumerated().map { index, texts in
      let body = "У Харкові " + texts.0 + " на укриття."
      let start = Fixture.byteOffset(of: texts.1, in: body) ?? 0
      let range = start..<start + texts.1.utf8.count
      let amount = AmountText.amount(texts.1)
      return ArticleReading(
        article: Article(
          id: Article.ID("a\(index)"), title: "", publisher: "Видання \(index)",
          date: CalendarDate("2025-09-0\(index + 1)"), language: .uk, kind: .article, text: body),
        mentions: [
          Mention(
            quote: texts.1, low: amount?.low, high: amount?.high, currency: amount?.currency,
            bound: .exact, role: .funding, span: TextSpan(.text, range))
        ],
        claims: [
          Claim(
            amount: 0, donors: [Organisation.ID("norway")], sectors: [Sector.ID("shelters")],
            places: [Place.Label("Kharkiv")], status: .completed,
            sentence: TextSpan(.text, 0..<body.utf8.count))
        ])
    }
    let ledger = Ledger.reconcile(
      readings, tables: Fixture.tables, home: Place.ID("kharkiv"))
    return DashboardData(table: FundingTable(ledger, tables: Fixture.tables), ledger: ledger)
  }

  @Test func `a doubt says which sum counts, in which currency, and why`() {
    let data = doubtful([
      ("Норвегія дала 70 млн євро", "70 млн євро"), ("Норвегія дала 70 млн грн", "70 млн грн"),
    ])
    var state = State(data: data, settings: Settings(language: .uk))
    press("6", &state)
    #expect(
      text(state).contains("взято ₴70 000 000, а не €70 000 000: статей порівну"),
      "\(text(state))")
    var english = State(data: data, settings: Settings(language: .en))
    press("6", &english)
    #expect(
      text(english).contains(
        "₴70,000,000 is taken, not €70,000,000: as many articles print either"),
      "\(text(english))")
  }

  @Test func `what most money hangs on is doubted first`() throws {
    var ledger = Fixture.ledger
    ledger.findings = [
      Finding(.doubt, code: "undated", at: .init(file: "articles/a4-1.md"), "Small."),
      Finding(.doubt, code: "undated", at: .init(file: "articles/a2-1.md"), "Large."),
      Finding(.error, code: "other", at: .init(file: "articles/x.md"), "Unreadable."),
    ]
    let data = DashboardData(table: Fixture.table, ledger: ledger)
    var state = State(data: data, settings: Settings(language: .en))
    press("6", &state)
    let told = text(state)
    func at(_ word: String) throws -> String.Index { try #require(told.range(of: word)).lowerBound }
    #expect(try at("Unreadable") < at("Large") && at("Large") < at("Small"), "\(told)")
  }
}

extension String {
  fileprivate func range(of word: String) -> Range<Index>? { ranges(of: word).first }
}
