import FundingCore
import Screen
import Testing

@testable import Dashboard

/// How things are worded: buildings in the nominative, rates as banks print them, what is left out said at any width.
@Suite struct WordsTests {
  private let uk = Texts(.uk)

  @Test(arguments: [
    ("садка № 143", "садок № 143"), ("дитсадку №77", "дитсадок №77"), ("Школи № 5", "Школа № 5"),
    ("вул. Лісопарківській, 4", "вул. Лісопарківська, 4"),
    ("вулиці Сумської, 12", "вулиця Сумська, 12"), ("ул. Клочковской, 3", "ул. Клочковская, 3"),
    ("больнице № 4", "больница № 4"),
  ])
  func `a building is named in the nominative`(_ printed: String, _ shown: String) {
    #expect(uk.name(ofObject: printed) == shown)
    #expect(uk.name(ofObject: shown) == shown)
  }

  @Test(arguments: [
    "№ 25", "школи № 5 і 7", "вул. Наталії Ужвій, 82", "вул. Полтавський Шлях, 8", "School No. 5",
    "дитячого садка № 143", "садка", "",
  ])
  func `words that are not surely one building stay as printed`(_ printed: String) {
    #expect(uk.name(ofObject: printed) == printed)
  }

  @Test func `a rate is told as banks print it`() {
    func rate(_ mantissa: Int64, _ scale: Int) -> Rate {
      Rate(
        month: YearMonth(year: 2025, month: 4), currency: .uah, mantissa: mantissa, scale: scale)
    }
    #expect(uk.rate(rate(2_414_262, 8), of: .uah) == "1 USD = 41,4205 UAH")
    #expect(Texts(.en).rate(rate(2_414_262, 8), of: .uah) == "1 USD = 41.4205 UAH")
    #expect(uk.rate(rate(1_171_100, 6), of: .eur) == "1 EUR = 1,1711 USD")
    #expect(uk.rate(rate(5, 1), of: .eur) == "1 USD = 2,00 EUR")
    // What cannot be turned round stays as the table has it.
    #expect(uk.rate(rate(0, 3), of: .uah) == "1 UAH = 0,00 USD")
    #expect(uk.rate(rate(1, 15), of: .uah).hasPrefix("1 UAH = 0,000000000000001"))
  }

  @Test(arguments: [80, 100, 120, 200], [Language.uk, .en])
  func `what the total leaves out is said wherever there is room for a count`(
    _ width: Int, _ language: Language
  ) {
    let row = view(Fixture.state(language), width: width, height: 24).rowText(0)
    #expect(row.contains(language == .en ? "not counted" : "не враховано"), "\(row)")
    #expect(row.contains("120"), "\(row)")
  }

  @Test func `a table drops no column that fits`() {
    // Three states and the total beside names of nineteen letters.
    for language in [Language.uk, .en] {
      var state = Fixture.state(language)
      press("3B<Enter>", &state)
      let text = view(state, width: 80, height: 24).description
      #expect(!text.contains(state.scene.texts.columnsLeftOut(1)), "\(text)")
    }
  }

  @Test func `a list of values opens at the one that is chosen`() {
    var state = Fixture.state(.en)
    press("fjj<Enter>f", &state)
    guard case .facets(let list) = state.overlay else {
      Issue.record("no list")
      return
    }
    #expect(list.cursor.index == 2)
    let other = { () -> State in
      var other = state
      press("<Right>", &other)
      return other
    }()
    guard case .facets(let next) = other.overlay else {
      Issue.record("no list")
      return
    }
    #expect(next.dimension != list.dimension && next.cursor.index == 0)
  }

  @Test func `a pane tells which of its projects are seen`() {
    // The founding sum three times over: three more projects in each of its sectors.
    let ledger = Fixture.make(Fixture.sums + [Fixture.sums[0], Fixture.sums[0], Fixture.sums[0]])
    let table = FundingTable(ledger, tables: Fixture.tables)
    var state = State(
      data: DashboardData(table: table, ledger: ledger), settings: Settings(language: .en),
      size: Size(width: 80, height: 12))
    func heading() -> String { view(state, width: 80, height: 12).rowText(3) }
    #expect(heading().contains("Housing 3 of 5 "), "\(heading())")
    press("jj", &state)
    #expect(heading().contains("Housing 2–4 of 5 "), "\(heading())")
    press("jj", &state)
    #expect(heading().contains("Housing 3–5 of 5 "), "\(heading())")
    press("j", &state)
    #expect(heading().contains("Housing 3 of 5 "), "\(heading())")
  }

  @Test func `a notice too long for the last row is read whole`() {
    let address = "https://example.org/2025/12/26/a-very-long-address-of-an-article-about-a-bridge/"
    var state = Fixture.state(.en)
    state.notice = Notice("could not be started; the address: " + address, isError: true)
    let grid = view(state, width: 60, height: 20)
    let rows = (16...19).map { row in
      grid.rowText(row).split(separator: "? keys")[0].filter { $0 != " " }
    }
    #expect(rows.joined().contains(address), "\(rows)")
    // As much as a short screen has room for.
    #expect(view(state, width: 20, height: 5).rowText(4).contains("could"))
  }

  @Test func `a search that finds more than a donor pays tells what the donor pays`() throws {
    var library = Fixture.sums
    // The city pays it; that the bank looked on is said beside.
    library.append(library[5])
    library[library.count - 1].donors = ["kharkiv-city-budget"]
    library[library.count - 1].texts = [
      ("3 млн", "Місто дало 3 млн; ЄБРР стежить за роботами.", "Вісник", .digest)
    ]
    let ledger = Fixture.make(library)
    let table = FundingTable(ledger, tables: Fixture.tables)
    var state = State(
      data: DashboardData(table: table, ledger: ledger), settings: Settings(language: .uk),
      size: Size(width: 120, height: 30))
    press("/ЄБРР<Enter>", &state)
    let row = view(state, width: 120, height: 30).rowText(2)
    try #require(row.contains("лише як донор $29,3 млн: донор:ЄБРР"), "\(row)")
    press("c/донор:ЄБРР<Enter>", &state)
    let alone = view(state, width: 120, height: 30)
    #expect(alone.rowText(0).contains("$29,3 млн") && !alone.rowText(2).contains("лише як"))
    // Nobody is called so, or the search finds that alone.
    for word in ["банк", "міст", "Норвегія"] {
      press("c/\(word)<Enter>", &state)
      #expect(!view(state, width: 120, height: 30).rowText(2).contains("лише як"), "\(word)")
    }
  }
}
