import Dashboard
import FundingCore
import Screen
import Testing

@Suite struct UpdateTests {
  @Test func `Esc brings query, order, cursor and scroll back`() {
    var state = Fixture.state()
    press("2/ліцей<Enter>s", &state)
    let before = state.here
    press("<Enter><Enter>", &state)
    #expect(state.here.page != before.page)
    press("<Esc><Esc>", &state)
    #expect(state.here.filter == before.filter)
    #expect(state.here.sort == before.sort)
    #expect(state.here.cursor.index == before.cursor.index)
  }

  @Test func `the history goes back and forward`() {
    var state = Fixture.state()
    press("25", &state)
    press("[", &state)
    #expect(state.here.page == .projects)
    press("[", &state)
    #expect(state.here.page == .sectors)
    press("]]", &state)
    #expect(state.here.page == .articles)
  }

  @Test func `the selection follows the record when the order changes`() throws {
    var state = Fixture.state()
    press("2jj", &state)
    let record = try #require(state.here.cursor.record)
    press("ss", &state)
    #expect(state.here.cursor.record == record)
    #expect(view(state, width: 80, height: 24).description.contains("▸"))
  }

  @Test func `a filter by district leaves its neighbourhoods and shows city-wide money beside`() {
    var state = Fixture.state(.en)
    state.here.filter.set(.district, to: "Kharkiv/Saltivskyi")
    let top = view(state, width: 120, height: 24).rowText(0)
    #expect(top.contains("Saltivskyi District"))
    #expect(top.contains("besides, no district named: ≥ $51.5M"))
    let page = view(state, width: 120, height: 24).description
    #expect(page.contains("GIZ — будинок на вул."))
    #expect(!page.contains("EBRD"), "\(page)")
  }

  @Test func `leaving a filter as it was takes one key`() {
    var state = Fixture.state()
    press("dj<Enter>", &state)
    #expect(!state.here.filter.isEmpty)
    press("c", &state)
    #expect(state.here.filter.isEmpty)
    press("[", &state)
    #expect(!state.here.filter.isEmpty)
  }

  @Test func `facets are chosen, added and turned round`() {
    var state = Fixture.state()
    press("f j", &state)
    press(" ", &state)
    #expect(state.here.filter.values(of: .sector).count == 2)
    press("j!", &state)
    #expect(state.here.filter.excluded(.sector).count == 1)
    press("<Esc>", &state)
    #expect(state.overlay == nil)
    #expect(view(state, width: 100, height: 24).rowText(2).contains("крім"))
  }

  @Test func `an unfinished query is taken back by Esc`() {
    var state = Fixture.state()
    press("/нісенітниця", &state)
    #expect(view(state, width: 80, height: 24).description.contains("Нічого не знайдено"))
    press("<Esc>", &state)
    #expect(state.here.filter.isEmpty)
  }

  @Test func `an empty result says which condition to loosen`() {
    var state = Fixture.state(.en)
    press("/нісенітниця<Enter>", &state)
    let text = view(state, width: 80, height: 24).description
    #expect(text.contains("▸ without “нісенітниця”"))
    #expect(text.contains("12 projects"))
    press("<Enter>", &state)
    #expect(state.here.filter.isEmpty)
    #expect(view(state, width: 80, height: 24).description.contains("▸✓ European Union, Japan"))
  }

  @Test func `from the article's lit word to its funding and back`() {
    var state = Fixture.state()
    press("<Enter>j<Enter>", &state)
    guard case .article = state.here.page else {
      Issue.record("no article")
      return
    }
    #expect(state.here.lit != nil)
    let article = state.here
    press("<Enter>", &state)
    guard case .fundingDetail = state.here.page else {
      Issue.record("no funding")
      return
    }
    press("<Esc>", &state)
    #expect(state.here == article)
  }

  @Test func `a digest's sentence is never given as the outlet's words`() {
    var state = Fixture.state()
    press("<Enter>", &state)
    let text = view(state, width: 100, height: 30).description
    #expect(text.contains("«ЮНОПС завершили"))
    #expect(text.contains("переказ: Проєкти на понад"))
    #expect(!text.contains("«Проєкти на понад"))
  }

  @Test func `resizing keeps the paragraph`() {
    var state = Fixture.state(width: 40, height: 12)
    press("5<Enter><PageDown>", &state)
    let anchor = state.here.anchor
    #expect(update(&state, .resized(Size(width: 100, height: 12))) == [])
    #expect(state.here.anchor == anchor)
  }

  @Test func `an article left open is open again at its paragraph`() throws {
    var state = Fixture.state(.uk, width: 40, height: 12)
    press("5j<Enter>jj", &state)
    guard case .article = state.here.page else {
      Issue.record("no article")
      return
    }
    var next = Fixture.state(.uk, width: 40, height: 12)
    next.restore(session: state.session, keepsSettings: true)
    #expect(next.here.page == state.here.page)
    #expect(next.here.anchor == state.here.anchor)
    #expect(
      view(next, width: 40, height: 12).description
        == view(state, width: 40, height: 12).description)
    press("<Esc>", &next)
    #expect(next.here.page == .articles && next.here.cursor.index == 1)
    // A record that is gone leaves its view.
    var other = Fixture.state(.uk)
    other.restore(session: "view 5\narticle nowhere\nanchor 12\n", keepsSettings: true)
    #expect(other.here.page == .articles)
  }

  @Test func `a record opened from a narrower view keeps that view and its filter`() throws {
    // A bar of the funding view leads to its projects, one of which is opened.
    var state = Fixture.state(.uk)
    press("3<Enter>", &state)
    try #require(state.here.page == .projects && !state.here.filter.isEmpty)
    let narrow = state.here.filter
    press("<Enter>", &state)
    guard case .project = state.here.page else {
      Issue.record("no project")
      return
    }
    var next = Fixture.state(.uk)
    next.restore(session: state.session, keepsSettings: true)
    #expect(next.here.page == state.here.page && next.here.filter == narrow)
    press("<Esc>", &next)
    #expect(next.here.page == .projects && next.here.filter == narrow)
  }

  @Test func `the linear rendering says whole sentences with one full stop`() {
    var state = Fixture.state(.uk)
    press("W", &state)
    let text = plainLines(state).joined(separator: "\n")
    #expect(!text.contains("..") && !text.contains(".. —"))
    #expect(!text.contains { "░→○●✓".contains($0) } && !text.contains("  "))
    #expect(text.contains("щонайменше $61,9 млн"))
    for line in plainLines(state) where line.contains("переказ: ") {
      #expect(line.contains(" — "), "\(line)")
    }
  }

  @Test func `q asks to leave and y asks to copy`() {
    var state = Fixture.state(.en)
    #expect(press("q", &state) == [.quit])
    press("<Enter>j", &state)
    let effects = press("y", &state)
    guard case .copy(let text) = effects.first else {
      Issue.record("no copy")
      return
    }
    #expect(
      text
        == "“ЮНОПС завершили у Харкові проєкти на понад 11 млн дол. США, які оплатили Європейський Союз та Японія: житло, енергетика, укриття, медицина.” — РЕДПОСТ, “Новини відбудови: eu, japan”, 10 Sep 2025, https://example.org/a1-1 — ≥ $11,000,000"
    )
  }

  @Test func `a citation of foreign money has its rate, and a digest is marked`() {
    var state = Fixture.state(.en)
    press("/EBRD<Enter><Enter>j", &state)
    guard case .copy(let text) = press("y", &state).first else {
      Issue.record("no copy")
      return
    }
    #expect(text.contains("(paraphrase)"))
    #expect(text.contains("€25,000,000 = $29.3M (at the rate of Sep 2025, НБУ)"))
  }

  @Test func `only addresses of the web are opened`() {
    var state = Fixture.state()
    press("5", &state)
    #expect(press("o", &state).count == 1)
  }

  @Test func `a decision names its claims and asks why`() {
    var state = Fixture.state()
    press("<Enter>j", &state)
    #expect(
      press("xне гроші<Enter>", &state) == [
        .decide(DecisionRequest(.notFunding, [Claim.ID(Article.ID("a1-1"), 0)], reason: "не гроші"))
      ])
  }

  @Test func `pasted text does nothing outside a line`() {
    var state = Fixture.state()
    let before = state.here
    #expect(update(&state, .pasted("q5\n")) == [])
    #expect(state.here == before)
    #expect(state.notice != nil)
  }

  @Test func `the wheel moves and the tabs can be clicked`() {
    var state = Fixture.state()
    press("2", &state)
    _ = update(&state, .mouse(Mouse(.wheelDown, column: 10, row: 8)))
    #expect(state.here.cursor.index == 3)
    let row = view(state, width: 80, height: 24).rowText(1)
    let column =
      row.range(of: "5 ").map { row.distance(from: row.startIndex, to: $0.lowerBound) } ?? 0
    _ = update(&state, .mouse(Mouse(.press, column: column, row: 1)))
    #expect(state.here.page == .articles)
  }

  @Test func `help is narrowed by what is typed and runs what it names`() {
    var state = Fixture.state(.en)
    press("?doubts<Enter>", &state)
    #expect(state.here.page == .doubts)
  }

  @Test func `new data under the same eyes keeps the place`() {
    var state = Fixture.state()
    press("2jj<Enter>", &state)
    guard case .project(let row) = state.here.page else {
      Issue.record("no project")
      return
    }
    let id = state.data.project(row)?.id
    let shuffled = Fixture.make(Array(Fixture.sums.dropLast(2)))
    _ = update(
      &state,
      .loaded(
        DashboardData(table: FundingTable(shuffled, tables: Fixture.tables), ledger: shuffled)))
    guard case .project(let now) = state.here.page else {
      Issue.record("no project any more")
      return
    }
    #expect(state.data.project(now)?.id == id)
  }

  @Test func `Enter in a narrowed list takes the row under the cursor`() {
    var state = Fixture.state()
    press("d/шевч<Enter>", &state)
    #expect(state.overlay == nil)
    #expect(state.here.filter.values(of: .district) == ["Kharkiv/Shevchenkivskyi"])
  }

  @Test func `Space marks in a narrowed list where no name goes on with a blank`() {
    var state = Fixture.state()
    press("d/шевч ", &state)
    #expect(state.here.filter.values(of: .district) == ["Kharkiv/Shevchenkivskyi"])
    press("<Esc><Esc>c", &state)
    press("d/північна с", &state)
    guard case .facets(let list) = state.overlay else {
      Issue.record("no list")
      return
    }
    #expect(list.narrowing?.text == "північна с")
    #expect(state.here.filter.isEmpty)
  }

  @Test func `a filter cleared on the way down stays cleared`() {
    var state = Fixture.state()
    press("/ліцей<Enter><Enter>c<Esc>", &state)
    #expect(state.here.page == .sectors)
    #expect(state.here.filter.isEmpty)
  }

  @Test func `under a filter by sector one count holds everywhere`() {
    var state = Fixture.state(.en)
    state.here.filter.set(.sector, to: "shelters")
    let scene = view(state, width: 120, height: 24).description
    #expect(scene.contains("· 3 projects"))
    #expect(scene.contains("Shelters 3 projects ─"))
    #expect(!scene.contains("Energy"))
    press("2", &state)
    #expect(view(state, width: 120, height: 24).description.contains("Who pays · 3 projects"))
  }

  @Test func `q closes lists and help, and a colon with q leaves`() {
    var state = Fixture.state()
    for script in ["fq", "dq", "?q", "Eq"] {
      #expect(press(script, &state) == [], "\(script)")
      #expect(state.overlay == nil, "\(script)")
    }
    #expect(press(":q<Enter>", &state) == [.quit])
  }

  @Test func `Home and End move in the list of keys`() {
    var state = Fixture.state()
    press("?<End>", &state)
    guard case .help(_, let last) = state.overlay else {
      Issue.record("no help")
      return
    }
    #expect(last > 20)
    press("<Home>", &state)
    #expect(state.overlay == .help(TextField(), index: 0))
  }

  @Test func `n says why there is no next match`() {
    var state = Fixture.state(.en)
    press("2/ліцей<Enter>n", &state)
    #expect(state.notice?.text.contains("matches only") == true)
  }

  @Test func `Enter on a district of the map shows its projects, Space marks it`() {
    var state = Fixture.state()
    press("4 ", &state)
    #expect(state.here.page == .map)
    #expect(state.here.filter.values(of: .district).count == 1)
    #expect(view(state, width: 100, height: 30).description.contains("▸✓"))
    press(" <Enter>", &state)
    #expect(state.here.page == .projects)
    press("<Esc>", &state)
    #expect(state.here.page == .map && state.here.filter.isEmpty)
  }

  @Test func `a district taken on the map takes the place of a neighbourhood`() {
    var state = Fixture.state(.uk)
    state.here.filter = Filter([.init(.dimension(.place), ["Kharkiv/Saltivka"])])
    press("4l<Enter>", &state)
    #expect(state.here.filter.values(of: .place).isEmpty)
    #expect(state.here.filter.values(of: .district).count == 1)
  }

  @Test func `Space on a pane holds the view to its sector and back`() {
    var state = Fixture.state()
    press(" ", &state)
    #expect(state.here.filter.values(of: .sector) == ["housing"])
    press(" ", &state)
    #expect(state.here.filter.isEmpty)
  }

  @Test func `a click on a column's name orders the table by it`() throws {
    var state = Fixture.state(.en, width: 120, height: 30)
    press("2", &state)
    let header = view(state, width: 120, height: 30).rowText(3)
    let at = try #require(header.range(of: "Who pays")).lowerBound
    let column = header[..<at].unicodeScalars.count
    for isReversed in [false, true] {
      _ = update(&state, .mouse(Mouse(.press, column: column, row: 3)))
      #expect(state.here.sort == SortOrder(.donor, isReversed: isReversed))
    }
  }

  @Test func `an export names its filter, its columns for programs, and a total`() throws {
    var state = Fixture.state(.en)
    state.here.filter.set(.sector, to: "shelters")
    press("2", &state)
    guard case .export(let csv) = press("E<Enter>", &state).first,
      case .export(let json) = press("Ej<Enter>", &state).first
    else {
      Issue.record("no export")
      return
    }
    #expect(csv.name == "koshty-projects-shelters-2026-11-22.csv")
    let lines = csv.text.split(separator: "\r\n")
    #expect(lines.first?.contains("Project,Sector,") == true)
    #expect(lines.last?.hasPrefix("\"# Projects") == true)
    #expect(lines.last?.contains("sector: Shelters") == true)
    #expect(lines.last?.contains("Total, each amount once") == true)
    #expect(csv.text.contains("Housing"))
    #expect(csv.text.contains("https://example.org/a6-1"))
    #expect(json.text.contains("\"usd_low\": 3000000.00"))
    #expect(json.text.contains("\"shared_with\": \"Education\""))
    #expect(json.text.contains("\"total\": {\"usd_low\": "))
  }

  @Test func `a number stays with its thousands and its unit`() {
    let text = "Місто дістало на ремонт лише 133,4 млн грн торік"
    let bytes = Array(text.utf8)
    let lines = text.wrapped(to: 34).map { String(decoding: bytes[$0], as: UTF8.self) }
    #expect(lines.first == "Місто дістало на ремонт лише")
  }
}
