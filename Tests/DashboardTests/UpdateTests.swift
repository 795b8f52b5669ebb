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
    #expect(top.contains("city-wide, beside it: ≥ $51.5M"))
    let page = view(state, width: 120, height: 24).description
    #expect(page.contains("Будинок на вул."))
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
    #expect(text.contains("▸ without «нісенітниця»"))
    #expect(text.contains("12 projects"))
    press("<Enter>", &state)
    #expect(state.here.filter.isEmpty)
    #expect(view(state, width: 80, height: 24).description.contains("▸ Housing"))
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
        == "«ЮНОПС завершили у Харкові проєкти на понад 11 млн дол. США, які оплатили Європейський Союз та Японія: житло, енергетика, укриття, медицина.» — РЕДПОСТ, 10 Sep 2025, https://example.org/a1-1 — ≥ $11,000,000"
    )
  }

  @Test func `a citation of foreign money has its rate, and a digest is marked`() {
    var state = Fixture.state(.en)
    press("/EBRD<Enter><Enter>j", &state)
    guard case .copy(let text) = press("y", &state).first else {
      Issue.record("no copy")
      return
    }
    #expect(text.contains("(digest)"))
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
}
