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
}
