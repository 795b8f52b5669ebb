import FundingCore
import Testing

@Suite struct ReadingFormatTests {
  private let line = #"""
    {"id":"a1","language":"uk","date":"2025-09-10","publisher":"П","title":"Т","text":"понад 11 млн дол. США \"так\"","amounts":[{"quote":"понад 11 млн дол. США","low":11000000,"high":null,"currency":"USD","bound":"atLeast","role":"funding","in":"text","start":0,"end":33}],"claims":[{"amount":0,"donors":["eu","japan"],"implementers":["unops"],"sectors":["housing"],"places":["Kharkiv"],"status":"completed","cumulative":true,"instrument":"unknown"}]}
    """#

  @Test func `a line read and written is the same line`() throws {
    let (reading, findings) = ReadingFormat.decode(line.utf8, file: "a.jsonl", line: 1)
    #expect(findings.isEmpty)
    var json = JSONWriter()
    ReadingFormat.encode(try #require(reading), into: &json)
    #expect(json.text == line)
  }

  @Test func `fractions of a unit stay exact`() throws {
    let text =
      #"{"id":"a","amounts":[{"quote":"25,50 євро","low":25.5,"high":25.5,"currency":"EUR","bound":"exact"}]}"#
    let mention = try #require(
      ReadingFormat.decode(text.utf8, file: "f", line: 1).reading?.mentions.first)
    #expect(mention.low == 2550)
    #expect(DecimalText.wholeUnits(2550, decimals: 2) == "25.5")
  }

  @Test func `yen have no minor unit`() throws {
    let text =
      #"{"id":"a","amounts":[{"quote":"5 ієн","low":5,"high":5,"currency":"JPY","bound":"exact"}]}"#
    #expect(
      try #require(ReadingFormat.decode(text.utf8, file: "f", line: 1).reading?.mentions.first).low
        == 5)
  }

  @Test func `a broken line names its line and column`() {
    let (reading, findings) = ReadingFormat.decode(#"{"id":"a",}"#.utf8, file: "r.jsonl", line: 7)
    #expect(reading == nil)
    #expect(findings.map(\.location) == [.init(file: "r.jsonl", line: 7, column: 11)])
  }

  @Test func `a claim on an amount that is not there is left out and the others keep their places`()
    throws
  {
    let text =
      #"{"id":"a","amounts":[{"quote":"1","low":1,"high":1,"currency":"EUR"}],"claims":[{"amount":4},{"amount":0},{"amount":null,"partOf":1}]}"#
    let (reading, findings) = ReadingFormat.decode(text.utf8, file: "f", line: 1)
    let claims = try #require(reading).claims
    #expect(claims.map(\.amount) == [0, nil])
    #expect(claims.map(\.partOf) == [nil, 0])
    #expect(findings.map(\.code) == ["wrong-index"])
  }

  @Test func `parts that contain each other are cut`() throws {
    let text = #"{"id":"a","claims":[{"amount":null,"partOf":1},{"amount":null,"partOf":0}]}"#
    let (reading, findings) = ReadingFormat.decode(text.utf8, file: "f", line: 1)
    #expect(try #require(reading).claims.compactMap(\.partOf).count == 1)
    #expect(findings.count == 1)
  }
}

@Suite struct DecimalTextTests {
  @Test(arguments: [
    ("1.1e7", 2, 1_100_000_000), ("0.5", 2, 50), ("11000000", 0, 11_000_000), ("2.50", 1, 25),
    ("-3", 2, -300),
  ]) func `numbers become minor units`(text: String, decimals: Int, expected: Int64) {
    #expect(DecimalText.minorUnits(text, decimals: decimals) == expected)
  }

  @Test(arguments: ["", "x", "1.005", "99999999999999999999", "1e99", "1.2.3"])
  func `what is no sum in minor units is nothing`(text: String) {
    #expect(DecimalText.minorUnits(text, decimals: 2) == nil)
  }
}

@Suite struct CSVTableTests {
  @Test func `quoted fields hold commas, quotes and line breaks`() {
    let table = CSVTable(Array("a,b\r\n\"x,\"\"y\"\"\",\"1\n2\"\nlast,row".utf8), file: "t.csv")
    #expect(table.rows.map { table.fields($0) } == [["x,\"y\"", "1\n2"], ["last", "row"]])
    #expect(table.rows.map(\.line) == [2, 4])
  }

  @Test func `a row of another length is named and the rest is read`() {
    let table = CSVTable(Array("a,b\n1\n2,3\n".utf8), file: "t.csv")
    #expect(table.rows.map { table.fields($0) } == [["2", "3"]])
    #expect(table.findings.map(\.location.line) == [2])
  }
}

@Suite struct CalendarDateTests {
  @Test func `every day number is its own date`() {
    for number in stride(from: Int32(-200_000), through: 200_000, by: 37) {
      let date = CalendarDate(dayNumber: number)
      let parts = date.components
      #expect(CalendarDate(year: parts.year, month: parts.month, day: parts.day) == date)
    }
    #expect(CalendarDate("1970-01-01")?.dayNumber == 0)
  }

  @Test(arguments: ["2025-02-29", "2025-13-01", "2025-9-1", "10.09.2025", "2025-00-10"])
  func `what no calendar has is no date`(text: String) { #expect(CalendarDate(text) == nil) }
}

@Suite struct RatesTests {
  @Test func `low ends round down and high ends up`() {
    let rate = Rate(month: YearMonth(year: 2025, month: 1), currency: .uah, mantissa: 238, scale: 4)
    #expect(rate.cents(101, rounding: .down) == 2)
    #expect(rate.cents(101, rounding: .up) == 3)
  }

  @Test func `yen convert by the whole unit`() {
    let rate = Rate(month: YearMonth(year: 2025, month: 1), currency: .jpy, mantissa: 65, scale: 4)
    #expect(rate.cents(1000, rounding: .down) == 650)
  }

  @Test func `a sum beyond 64 bits is no sum`() {
    let rate = Rate(month: YearMonth(year: 2025, month: 1), currency: .eur, mantissa: 11, scale: 1)
    #expect(rate.cents(.max, rounding: .down) == nil)
  }
}
