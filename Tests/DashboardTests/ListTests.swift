import FundingCore
import Screen
import Testing

@testable import Dashboard

/// What a list says of its rows: one name, one cursor, what is shared and with whom, what is not in the total.
@Suite struct ListTests {
  @Test func `Up from the first project reaches the heading, Enter there opens the sector`() {
    var state = Fixture.state(.en)
    press("k", &state)
    let text = view(state, width: 120, height: 30).description
    #expect(text.contains("▸ Housing 2 ─"))
    #expect(text.count { $0 == "▸" } == 1)
    press("<Enter>", &state)
    #expect(state.here.page == .projects)
    #expect(state.here.filter.values(of: .sector) == ["housing"])
    press("<Esc>", &state)
    #expect(state.here.page == .sectors && state.here.isOnHeading && state.here.filter.isEmpty)
    press("w", &state)
    #expect(view(state, width: 120, height: 30).rowText(0).contains("≥ $12.8M"))
    press("<Esc>j", &state)
    #expect(!state.here.isOnHeading && state.here.cursor.index == 0)
    press("jj", &state)
    #expect(state.here.isOnHeading && state.here.pane == 1)
    press("k", &state)
    #expect(!state.here.isOnHeading && state.here.pane == 0 && state.here.cursor.index == 1)
  }

  @Test func `a project has one name wherever it is listed`() throws {
    var state = Fixture.state(.en, width: 200, height: 60)
    let name = "Norway — in kind, through UNDP, 2024"
    for keys in ["", "2", "2j<Enter>", "f<Right>/norw<Enter>1", "3"] {
      press("<Esc><Esc>c" + keys, &state)
      #expect(view(state, width: 200, height: 60).description.contains(name), "\(keys)")
    }
    press("<Esc>c2", &state)
    guard case .export(let csv) = press("E<Enter>", &state).first else {
      Issue.record("no export")
      return
    }
    #expect(csv.text.contains(name))
    #expect(plainLines(state).joined(separator: "\n").contains(name))
  }

  @Test func `money found for one of its payers is told with the others`() {
    var state = Fixture.state(.en, width: 120, height: 30)
    press("/japan<Enter>", &state)
    #expect(view(state, width: 120, height: 30).rowText(0).contains("shared with European Union"))
    press("c", &state)
    state.here.filter.set(.donor, to: "japan")
    #expect(view(state, width: 120, height: 30).rowText(0).contains("shared with European Union"))
    press("c", &state)
    state.here.filter.set(.donor, to: "ebrd")
    #expect(!view(state, width: 120, height: 30).rowText(0).contains("shared with"))
  }

  @Test func `what is not in the total carries its own sign`() {
    var state = Fixture.state(.en, width: 120, height: 30)
    press("2", &state)
    let text = view(state, width: 120, height: 30).description
    #expect(text.contains("↑ ≥ $120.0M"))
    #expect(text.contains("↑ wider than the city"))
  }

  @Test func `a list is narrowed by a donor's name in another script`() {
    var state = Fixture.state(.uk)
    press("f<Right>/japan<Enter>", &state)
    #expect(state.here.filter.values(of: .donor) == ["japan"])
  }

  @Test func `a neighbourhood of two districts is found once, with both`() {
    var state = Fixture.state(.en, width: 120, height: 30)
    press("d/kholodna", &state)
    let rows = view(state, width: 120, height: 30).description.split(separator: "\n").filter {
      $0.contains("Kholodna Hora")
    }
    #expect(rows.count == 1)
    #expect(rows.first?.contains("Kholodna Hora (Kholodnohirskyi, ") == true)
  }

  @Test func `an explanation begins with the largest sum and says why naive addition is too much`()
  {
    var state = Fixture.state(.en, width: 120, height: 60)
    press("W", &state)
    let rows = view(state, width: 120, height: 60).description.split(separator: "\n").map(
      String.init)
    let added = rows.filter { $0.contains("+ ") && $0.contains("$") }
    #expect(added.first?.contains("$29.3M") == true)
    #expect(rows.joined(separator: " ").contains("repeats — 2"))
  }

  @Test func `a status the articles tell differently says as of when`() throws {
    var ledger = Fixture.ledger
    let row = try #require(ledger.fundings.firstIndex { $0.sources.count == 2 })
    let second = ledger.fundings[row].sources[1]
    let at = try #require(ledger.readings.firstIndex { $0.article.id == second.article })
    let status = ledger.fundings[row].status
    var state = Fixture.state(.en)
    func page() -> String {
      state = State(
        data: DashboardData(
          table: FundingTable(ledger, tables: Fixture.tables), ledger: ledger),
        settings: state.settings, size: state.size)
      state.here.page = .fundingDetail(row)
      return view(state, width: 120, height: 30).description
    }
    #expect(!page().contains("as of"))
    ledger.readings[at].claims[0].status = status == .planned ? .completed : .planned
    #expect(page().contains("completed as of 10 Sep 2025"))
  }

  @Test func `a payer that only another article names is told so`() throws {
    var ledger = Fixture.ledger
    let row = try #require(ledger.fundings.firstIndex { $0.id.rawValue == "f-2" })
    let gift = try #require(ledger.fundings.first { $0.id.rawValue == "f-7" })
    ledger.fundings[row].donors.append(Organisation.ID("iom"))
    ledger.fundings[row].evidence = gift.sources
    var state = Fixture.state(.en)
    state = State(
      data: DashboardData(table: FundingTable(ledger, tables: Fixture.tables), ledger: ledger),
      settings: state.settings, size: state.size)
    state.here.page = .fundingDetail(row)
    let text = view(state, width: 120, height: 30).description
    #expect(text.contains("the payer (IOM) is named only in another article: Харківські вісті"))
    #expect(!text.contains("the payer (EBRD)"))
  }

  @Test func `beside a sector's heading stand its payers, places, states and years`() {
    var state = Fixture.state(.en, width: 200, height: 60)
    press("k", &state)
    let text = view(state, width: 200, height: 60).description
    for words in ["Who pays: Housing ─", "Where ─", "Status ─", "By year ─"] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test func `a correction takes the names on the screen and refuses what the tables do not have`()
  {
    let scene = Scene(Fixture.state(.uk))
    func value(_ text: String, _ field: ClaimField) -> String? {
      try? scene.value(ofTyped: text, for: field).get()
    }
    #expect(value("Міський бюджет; Японія", .donors) == "city-budget; japan")
    #expect(value("Шевченківський район", .places) == "Kharkiv/Shevchenkivskyi")
    #expect(value("житло", .sectors) == "housing")
    #expect(value("завершено", .status) == "completed")
    #expect(value("е", .donors) == nil)
    #expect(value("Нема такої фундації", .donors) == nil)
  }

  @Test func `what was taken back is named, and brought back with another key`() {
    var state = Fixture.state(.en)
    #expect(press("6u", &state) == [.takeBack])
    #expect(press("U", &state) == [.restore])
    let decision = Decision(
      id: "d1", kind: .edit, claim: .init(article: "a1-1", quote: "$3 млн"), field: "status",
      value: "completed")
    _ = update(&state, .done(.takenBack(decision)))
    #expect(state.notice?.text.contains("corrected (status = completed): «$3 млн», a1-1") == true)
  }
}
