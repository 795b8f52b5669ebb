import FundingCore
import Testing

@Suite struct SearchTests {
  @Test(arguments: [
    ("Харків", "kharkiv"), ("Kharkiv", "kharkiv"), ("ХА́РКІВ", "kharkiv"),
    ("Енергетика", "enerhetika"),
    ("Энергетика", "enerhetika"), ("Energetika", "enerhetika"),
    ("Північна Салтівка", "pivnichna saltivka"),
    ("Євпаторія", "evpatoria"), ("Yevpatoriia", "evpatoria"), ("м'яч", "miach"), ("м’яч", "miach"),
    ("Харьков", "kharkov"), ("Щастя", "shchastia"), ("Граково", "hrakovo"), ("Zürich", "zurikh"),
    ("№ 143", "143"),
    ("100200", "100200"), ("", ""), ("—", ""),
  ])
  func `words fold to one spelling`(text: String, folded: String) {
    #expect(SearchFold.fold(text) == folded)
  }

  @Test func `й and ї in two code points are the same letters`() {
    #expect(SearchFold.fold("Ки\u{0457}в") == SearchFold.fold("Ки\u{0456}\u{0308}в"))
    #expect(SearchFold.fold("ма\u{0439}дан") == SearchFold.fold("ма\u{0438}\u{0306}дан"))
  }

  @Test(arguments: [
    ("харк", "Місто Харків", ["Харк"]), ("[fhr", "Харків і Харків", ["Харк", "Харк"]),
    ("kharkiv", "у Харькове и Харьков", ["Харьков", "Харьков"]), ("школа", "Школа № 7", ["Школа"]),
    ("пят", "П’ятихатки", ["П’ят"]), ("нема", "Харків", []),
  ])
  func `what was looked for is lit up`(query: String, text: String, lit: [String]) {
    let table = small([
      Row(sectors: ["energy"], usd: 1, 1, object: "школа № 7"),
      Row(sectors: [], places: ["Town"], usd: 1, 1),
    ])
    let pattern = table.pattern(of: Filter.read(query, in: table).filter)
    let utf8 = Array(text.utf8)
    #expect(pattern.ranges(in: text).map { String(decoding: utf8[$0], as: UTF8.self) } == lit)
  }

  @Test func `a field's value is not lit up as a word`() {
    let table = small([Row(sectors: ["energy"], usd: 1, 1)])
    #expect(table.pattern(of: Filter.read("sector:energy !харків", in: table).filter).isEmpty)
  }

  @Test func `a quoted phrase wants all its words in one name`() {
    let table = small([
      Row(sectors: ["energy"], usd: 1, 1, object: "школа № 7"),
      Row(sectors: ["energy"], usd: 1, 1, object: "ліцей № 7"),
    ])
    #expect(table.select(Filter.read("\"7 школа\"", in: table).filter).list == [0])
    #expect(table.select(Filter.read("\"школа енергетика\"", in: table).filter).list == [])
  }

  @Test func `a query of signs alone asks nothing`() {
    let table = small([Row(sectors: ["energy"], usd: 1, 1)])
    for query in ["—", "№", "!", "|", "\"", "sector:", "!!", "a||b", ":", "::"] {
      _ = table.select(Filter.read(query, in: table).filter)
    }
    #expect(table.select(Filter.read("— №", in: table).filter).list == [0])
  }

  @Test func `an article answers to all words of its outlet, title and text`() {
    let search = ArticleSearch([
      reading("a", "Об'єктив", "Школу відкрито", "Роботи тривали на вулиці Павлова."),
      reading("b", "Kharkiv Today", "A school for Saltivka", "Nobody says who pays."),
    ])
    #expect(search.matches(Filter.words("павлова")) == [0])
    #expect(search.matches(Filter.words("gfdkjdf")) == [0])
    #expect(search.matches(Filter.words("салтівк")) == [1])
    #expect(search.matches(Filter.words("школ вулиц")) == [0])
    #expect(search.matches(Filter.words("школ pays")) == [])
    #expect(search.matches(Filter([Filter.Clause(.text, ["павлова", "saltivka"])])) == [0, 1])
    #expect(search.matches(Filter([Filter.Clause(.text, ["школу"], isNegated: true)])) == [1])
    #expect(search.matches(Filter([Filter.Clause(.dimension(.donor), ["eu"])])) == nil)
  }

  private func reading(
    _ id: String, _ publisher: String, _ title: String, _ text: String
  ) -> ArticleReading {
    ArticleReading(
      article: Article(
        id: Article.ID(id), title: title, publisher: publisher, date: nil, language: .uk,
        text: text), mentions: [], claims: [])
  }
}

extension Filter {
  /// All of the words, each a condition of its own.
  fileprivate static func words(_ text: String) -> Filter {
    Filter(text.split(separator: " ").map { Clause(.text, [String($0)]) })
  }
}
