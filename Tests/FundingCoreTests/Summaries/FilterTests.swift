import FundingCore
import Testing

@Suite struct FilterTests {
  let table = small([
    Row(
      sectors: ["energy"], places: ["City/East"], usd: 1, 1, date: "2024-12-31", object: "школа № 7"
    ),
    Row(
      sectors: ["housing"], donors: ["japan"], places: ["City/Market"], usd: 2, 2,
      date: "2025-01-01"),
    Row(
      sectors: ["energy", "water"], donors: ["eu", "japan"], usd: 4, 4, status: .completed,
      date: nil),
    Row(sectors: ["water"], donors: [], places: ["Town"], usd: 8, 8, state: .wider),
  ])

  private func rows(_ query: String) -> [Int] {
    table.select(Filter.read(query, in: table).filter).list
  }

  @Test func `clauses are AND and alternatives OR`() {
    #expect(rows("sector:energy") == [0, 2])
    #expect(rows("sector:energy donor:japan") == [2])
    #expect(rows("sector:housing|water") == [1, 2, 3])
    #expect(rows("!sector:energy") == [1, 3])
    #expect(rows("!sector:energy|housing") == [3])
    #expect(rows("donor:\"\"") == [3])
    #expect(rows("") == [0, 1, 2, 3])
  }

  @Test func `a district holds its neighbourhoods`() {
    #expect(rows("district:East") == [0, 1])
    #expect(rows("district:Західний") == [1])
    #expect(rows("place:City") == [0, 1, 2])
    #expect(rows("place:oblast") == [0, 1, 2, 3])
  }

  @Test func `dates are limits by day, month or year`() {
    #expect(rows("since:2025") == [1, 3])
    #expect(rows("until:2024") == [0])
    #expect(rows("since:2024-12-31 until:2025-01") == [0, 1])
    #expect(rows("year:2025") == [1, 3])
  }

  @Test func `values may be names in any language, or begin one`() {
    #expect(rows("donor:ЄС") == [0, 2])
    #expect(rows("donor:європейський") == [0, 2])
    #expect(rows("sector:жил") == [1])
    #expect(rows("sector:ene") == [0, 2])
  }

  @Test(arguments: [
    "donor:eu", "донор:ЄС", "Донор:європейський", "платник:ЄС", "ljyjh:ЄС", "DONOR:eu",
  ])
  func `a field has its name in every language and layout`(query: String) {
    #expect(rows(query) == [0, 2])
  }

  @Test(arguments: [
    ("сектор:житло", [1]), ("район:Західний", [1]), ("стан:завершено", [2]), ("від:2025", [1, 3]),
    ("до:2024", [0]), ("рік:2025", [1, 3]), ("!сектор:енергетика", [1, 3]),
    ("місце:City", [0, 1, 2]),
  ])
  func `what the screen calls a field can be typed`(query: String, expected: [Int]) {
    #expect(rows(query) == expected)
  }

  @Test(arguments: [
    "Kharkiv", "Харків", "Kharkov", "Харьков", "[fhrsd", "[fhmrjd", "ХАРКІВ", "Ха́рків", "харк",
  ])
  func `a place is found in every script and layout`(word: String) {
    #expect(rows(word) == [0, 1, 2])
  }

  @Test(arguments: ["П'ятихатки", "П’ятихатки", "Пʼятихатки", "Пятихатки", "п'ятихат"])
  func `an apostrophe is an apostrophe`(word: String) { #expect(rows(word) == [3]) }

  @Test func `words look through names and objects`() {
    #expect(rows("школа 7") == [0])
    #expect(rows("shkola") == [0])
    #expect(rows("енергетика") == [0, 2])
    #expect(rows("!енергетика") == [1, 3])
    #expect(rows("школа|вода") == [0, 2, 3])
    #expect(rows("\"школа № 7\"") == [0])
    #expect(rows("нічого") == [])
  }

  @Test(arguments: ["енергетикою", "енергетику", "энергетики", "Енергетиці"])
  func `a name is found in any case`(word: String) { #expect(rows(word) == [0, 2]) }

  @Test(arguments: ["енергетикас", "жука", "енергетикоюю"])
  func `what is no ending is not cut off`(word: String) { #expect(rows(word) == []) }

  @Test func `what nobody knows is a finding`() {
    let unknown = Filter.read("sector:energy nobody:x donor:zzxx since:soon", in: table)
    #expect(unknown.findings.map(\.code) == ["unknown-field", "unknown-value", "unknown-value"])
    #expect(unknown.findings.map(\.location.column) == [15, 24, 35])
    #expect(table.select(unknown.filter).isEmpty)
  }

  @Test(arguments: [
    "sector:energy", "!donor:eu|japan", "школа 7", "\"школа № 7\"", "donor:\"\"",
    "since:2024 until:2025-03", "a|b !c",
    "district:City/East",
  ])
  func `a filter's text makes the filter again`(query: String) {
    let filter = Filter.read(query, in: table).filter
    #expect(filter.description == query)
    #expect(Filter.read(filter.description, in: table).filter == filter)
  }
}
