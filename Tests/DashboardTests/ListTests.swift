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
    #expect(text.contains("▸Housing 2 projects "))
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
    let name = "Norway — in kind, via UNDP, 2024"
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

  @Test func `so it is however the payer was typed`() {
    for word in ["japan", "Японією", "zgjysz", "офзфт"] {
      var state = Fixture.state(.en, width: 120, height: 40)
      press("/\(word)<Enter>", &state)
      #expect(
        view(state, width: 120, height: 40).rowText(0).contains("shared with European Union"),
        "\(word)")
    }
  }

  @Test func `a word that finds more than one payer's money names no partners`() {
    let data = Fixture.data
    func joint(_ query: String) -> JointMoney? {
      data.jointMoney(Filter.read(query, in: data.table).filter)
    }
    // The city's budget begins with the city's name; what the name finds is the whole city's money.
    #expect(joint("Харків") == nil && joint("Kharkov") == nil)
    #expect(joint("Японія")?.partners == [Organisation.ID("eu")])
    #expect(joint("donor:japan")?.partners == [Organisation.ID("eu")])
    #expect(joint("donor:norway") == nil)
  }

  @Test func `one letter names nobody in any script`() {
    let data = Fixture.data
    for letter in ["Я", "я", "j", "є"] {
      #expect(data.jointMoney(Filter.read(letter, in: data.table).filter) == nil, "\(letter)")
    }
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

  private func decided(_ kind: Decision.Kind, field: String? = nil, value: String? = nil) -> State {
    let ledger = Fixture.ledger
    let reading = ledger.readings.first { $0.claims.first?.amount != nil }
    let claim = reading?.claims.first
    let decision = Decision(
      id: "d1", kind: kind,
      claim: reading.map {
        Decision.ClaimName(
          article: $0.article.id.rawValue,
          sentence: claim?.sentence.flatMap($0.article.words) ?? "", quote: $0.mentions[0].quote)
      }, field: field, value: value, who: "olha", when: "2026-11-23T01:00:00Z", why: "звіт міста")
    let finding = Finding(
      .doubt, code: "no-payer", at: .init(file: reading?.article.id.rawValue ?? ""),
      "No article says who pays this amount.", remedy: "", excerpt: reading?.mentions[0].quote)
    return State(
      data: DashboardData(
        table: Fixture.table, ledger: ledger, findings: [finding], decisions: [decision]),
      settings: Settings(language: .en), size: Size(width: 120, height: 40))
  }

  @Test func `a confirmed doubt is one no longer`() {
    for (kind, words) in [(Decision.Kind.wider, "2 doubts"), (.confirm, "1 doubt  1 confirmed")] {
      var state = decided(kind)
      press("6", &state)
      #expect(view(state, width: 120, height: 40).description.contains(words), "\(kind)")
    }
  }

  @Test func `a corrected payer is told as corrected, by whom and why`() throws {
    var state = decided(.edit, field: "donors", value: "iom")
    let row = try #require(
      state.data.rows(of: Claim.ID(Fixture.ledger.readings[0].article.id, 0)).first)
    var ledger = Fixture.ledger
    ledger.fundings[row].donors = [Organisation.ID("iom")]
    state.data = DashboardData(
      table: FundingTable(ledger, tables: Fixture.tables), ledger: ledger,
      decisions: state.data.decisions)
    state.here.page = .fundingDetail(row)
    let text = view(state, width: 120, height: 40).description
    #expect(text.contains("corrected: donors = International Organization for Migration"))
    #expect(text.contains("— звіт міста (olha, 23 Nov 2026)"))
    #expect(!text.contains("is named only in another article"))
  }

  @Test func `a sum is corrected as it is typed, and what is none stays in the line`() throws {
    var state = Fixture.state(.uk)
    press("2<Enter>je", &state)
    guard case .choice(let choice) = state.overlay, case .field(let claim) = choice.purpose else {
      return #expect(Bool(false), "no question")
    }
    #expect(state.scene.editableFields(of: claim).contains(.amount))
    let at = try #require(state.scene.editableFields(of: claim).firstIndex(of: .amount))
    press(String(repeating: "j", count: at) + "<Enter>", &state)
    _ = update(&state, .editing(.deleteAll))
    press("багато<Enter>", &state)
    #expect(state.notice?.isError == true && state.overlay != nil)
    _ = update(&state, .editing(.deleteAll))
    let effects = press("понад 58,8 млн грн<Enter>звіт<Enter>", &state)
    #expect(
      effects == [
        .decide(
          DecisionRequest(
            .correct, [claim], field: .amount, value: "≥ 58800000 UAH", reason: "звіт"))
      ])
  }

  @Test func `where a pane shows a part of its projects it says of how many`() {
    var state = Fixture.state(.en, width: 80, height: 12)
    press("1", &state)
    let text = view(state, width: 80, height: 12).description
    #expect(text.contains(" of "), "\(text)")
  }

  @Test func `the first screen says how much of the total is only planned`() {
    let state = Fixture.state(.en, width: 120, height: 40)
    #expect(view(state, width: 120, height: 40).rowText(2).contains("○ planned "))
    let narrow = view(state, width: 80, height: 24).rowText(2)
    #expect(narrow.contains("○ planned ") && narrow.contains("%"))
  }

  @Test func `beside a sector's heading stand its payers, places, states and years`() {
    var state = Fixture.state(.en, width: 200, height: 60)
    press("k", &state)
    let text = view(state, width: 200, height: 60).description
    for words in ["│ Who pays: Housing", "│ Status: ", "│ Where: ", "│ By year: "] {
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

  @Test func `while a correction is typed the known names are listed, in any script`() throws {
    var state = Fixture.state(.uk)
    let claim = try #require(state.data.ledger.fundings.first?.sources.first)
    func type(_ text: String) -> [String] {
      state.overlay = .field(.correction(claim, .donors), TextField())
      press(text, &state)
      guard case .field(let question, let line, _) = state.overlay else { return [] }
      return state.scene.completions(of: question, line).map(\.name)
    }
    for typed in ["яп", "jap", "Япо", "zgj"] {
      #expect(type(typed).first == "Уряд Японії", "\(typed): \(type(typed))")
    }
    #expect(type("ніщо такого").isEmpty)
    #expect(view(state, width: 80, height: 24).description.contains("Такої назви в таблицях немає"))
    _ = type("jap")
    #expect(view(state, width: 80, height: 24).description.contains("Уряд Японії"))
    press("<Down><Enter>", &state)
    press("; європейський со<Tab>", &state)
    guard case .field(_, let line, _) = state.overlay else {
      Issue.record("no line")
      return
    }
    #expect(line.text == "Уряд Японії; Європейський Союз", "\(line.text)")
    press("<Enter>", &state)
    guard case .field(.reason(let request), _, _) = state.overlay else {
      Issue.record("not asked why")
      return
    }
    #expect(request.value == "japan; eu")
  }

  @Test func `a name nobody knows keeps what was typed`() throws {
    var state = Fixture.state(.en)
    let claim = try #require(state.data.ledger.fundings.first?.sources.first)
    state.overlay = .field(.correction(claim, .sectors), TextField())
    press("nothing such<Enter>", &state)
    #expect(state.overlay == .field(.correction(claim, .sectors), TextField("nothing such")))
    #expect(state.notice?.isError == true)
  }

  @Test func `money without a district says beside a district's that it is only about so much`()
    throws
  {
    var ledger = Fixture.ledger
    let filter = Filter([.init(.dimension(.district), ["Kharkiv/Saltivskyi"])])
    #expect(Fixture.table.cityWide(filter)?.usd.isAbout == false)
    let row = try #require(ledger.fundings.firstIndex { $0.id.rawValue == "f-2" })
    ledger.fundings[row].amount?.bound = .about
    let table = FundingTable(ledger, tables: Fixture.tables)
    #expect(table.cityWide(filter)?.usd.isAbout == true)
    // One that names a district is no part of it.
    let elsewhere = Filter([.init(.dimension(.district), ["Kharkiv/Shevchenkivskyi"])])
    #expect(Fixture.table.cityWide(elsewhere)?.usd.isAbout == false)
  }

  @Test func `a sum that is only about so much says so in the list as on its page`() throws {
    var ledger = Fixture.ledger
    let row = try #require(
      ledger.fundings.firstIndex {
        $0.state == .counted && $0.amount?.low != nil && $0.amount?.low == $0.amount?.high
      })
    ledger.fundings[row].amount?.bound = .about
    var state = Fixture.state(.en, width: 200, height: 60)
    state = State(
      data: DashboardData(table: FundingTable(ledger, tables: Fixture.tables), ledger: ledger),
      settings: state.settings, size: state.size)
    let funding = ledger.fundings[row]
    let card = state.scene.worth(of: funding)
    #expect(card.hasPrefix("≈ "))
    let project = try #require(
      state.data.table.funding(at: row)?.projects.first {
        state.data.fundings(ofProject: $0).count == 1
      })
    let total = state.data.table.projectTotal(project, in: state.data.table.everything)
    #expect(state.scene.usd(total).description == card)
  }

  @Test(arguments: [Language.uk, .en]) func `all headings of a screen tell shared money alike`(
    _ language: Language
  ) {
    let state = Fixture.state(language, width: 80, height: 24)
    let rows = view(state, width: 80, height: 24).description.split(separator: "\n")
    #expect(rows[1].contains(language == .en ? "░ of it shared" : "░ з них спільно"))
    let panes = state.scene.panes
    let form = state.scene.headingForm(of: panes, width: 80)
    for pane in panes where !pane.own.usd.isZero && !pane.shared.usd.isZero {
      let money = state.scene.headingMoney(own: pane.own.usd, shared: pane.shared.usd, form).text
      #expect(rows.contains { $0.contains(money) }, "\(money)")
    }
    // Two panes beside each other on 80 columns.
    #expect(state.scene.headingForm(of: panes, width: 39) == .bracketed)
  }

  @Test func `what was taken back is named, and brought back with another key`() {
    var state = Fixture.state(.en)
    #expect(press("6u", &state) == [.takeBack])
    #expect(press("U", &state) == [.restore])
    let decision = Decision(
      id: "d1", kind: .edit, claim: .init(article: "a1-1", quote: "$3 млн"), field: "status",
      value: "completed")
    _ = update(&state, .done(.takenBack(decision)))
    #expect(state.notice?.text.contains("corrected (status: completed): “$3 млн”") == true)
    let payers = Decision(
      id: "d2", kind: .edit, claim: .init(article: "nowhere", quote: "$3 млн"), field: "donors",
      value: "japan; eu")
    _ = update(&state, .done(.restored(payers)))
    #expect(state.notice?.text.contains("(donors: Government of Japan; ") == true)
    #expect(state.notice?.text.contains("japan; eu") == false)
  }
}
