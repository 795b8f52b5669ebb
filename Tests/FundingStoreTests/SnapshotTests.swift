import FundingCore
import FundingStore
import TestSupport
import Testing

@Suite struct SnapshotTests {
  private static func bytes(_ value: some Snapshotable) -> [UInt8] {
    var writer = SnapshotWriter()
    value.write(into: &writer)
    return writer.bytes
  }

  @Test func `the shipped tables come back as they were`() throws {
    let tables = Library(path: "\(checkout)/data", shipped: "\(checkout)/data").tables().tables
    let written = Self.bytes(tables)
    var reader = SnapshotReader(written)
    let back = try Tables(from: &reader)
    #expect(reader.isAtEnd)
    #expect(Self.bytes(back) == written)
    #expect(back.organisations == tables.organisations)
  }

  @Test func `the shipped readings come back as they were`() throws {
    let readings = try Library(path: "\(checkout)/data", shipped: "\(checkout)/data").contents()
      .readings
    var reader = SnapshotReader(Self.bytes(readings))
    #expect(try [ArticleReading](from: &reader) == readings)
  }

  @Test(arguments: [Int64.min, -1, 0, 1, 127, 128, 1 << 40, .max])
  func `every whole number comes back`(number: Int64) throws {
    var reader = SnapshotReader(Self.bytes(number))
    #expect(try reader.integer() == number)
    #expect(reader.isAtEnd)
  }

  @Test func `a funding comes back as it was`() throws {
    let funding = Funding(
      id: Funding.ID("f1"), amount: Amount(low: 5, high: nil, currency: .jpy, bound: .atLeast),
      usd: USDRange(low: 1, high: nil), donors: [Organisation.ID("eu")],
      places: [Place.Label("Kharkiv")],
      date: CalendarDate("2025-09-10"), state: .part, partOf: Funding.ID("f0"), disagrees: true,
      sources: [Claim.ID(Article.ID("a"), 3)])
    var reader = SnapshotReader(Self.bytes(funding))
    #expect(try Funding(from: &reader) == funding)
  }

  @Test func `damaged bytes are refused and never trap`() throws {
    let readings = [
      ArticleReading(
        article: Article(
          id: Article.ID("a"), title: "Т", publisher: "П", date: nil, language: .uk,
          text: "понад 11 млн дол. США"),
        mentions: [
          Mention(
            quote: "11 млн", low: 1, high: nil, currency: .usd, bound: .atLeast, role: .funding,
            span: TextSpan(.text, 0..<12))
        ],
        claims: [Claim(amount: 0, donors: [Organisation.ID("eu")])])
    ]
    let whole = Self.bytes(readings)
    for cut in 0..<whole.count {
      var reader = SnapshotReader(Array(whole[..<cut]))
      #expect(throws: SnapshotError.self) { try [ArticleReading](from: &reader) }
    }
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      var bent = whole
      bent[Int.random(in: 0..<bent.count, using: &random)] = UInt8.random(
        in: 0...255, using: &random)
      var reader = SnapshotReader(bent)
      _ = try? [ArticleReading](from: &reader)
    }
  }

  @Test func `damaged columns are refused and never trap`() throws {
    let tables = Library(path: "\(checkout)/data", shipped: "\(checkout)/data").tables().tables
    let home = Place.ID("kharkiv")
    let funding = Funding(
      id: Funding.ID("f1"), amount: Amount(low: 5, high: 9, currency: .usd, bound: .range),
      usd: USDRange(low: 5, high: 9), donors: [Organisation.ID("eu")],
      sectors: [Sector.ID("energy")], places: [Place.Label("Kharkiv")],
      date: CalendarDate("2025-09-10"))
    let project = Project(
      id: Project.ID("p1"), sector: Sector.ID("energy"), places: funding.places,
      donors: funding.donors, implementers: [], status: .planned, fundings: [funding.id])
    let ledger = Ledger(fundings: [funding], projects: [project], home: home)
    var writer = SnapshotWriter()
    FundingTable(ledger, tables: tables).write(into: &writer)
    let whole = writer.bytes
    var reader = SnapshotReader(whole)
    let back = try FundingTable(from: &reader, tables: tables, home: home)
    #expect(back.project(at: 0)?.record == project && reader.isAtEnd)
    for cut in 0..<whole.count {
      var reader = SnapshotReader(Array(whole[..<cut]))
      #expect(throws: SnapshotError.self) {
        try FundingTable(from: &reader, tables: tables, home: home)
      }
    }
    var random = SeededRandom(seed: 5)
    for _ in 0..<5000 {
      var bent = whole
      bent[random.next(below: bent.count)] = UInt8(random.next(below: 256))
      var reader = SnapshotReader(bent)
      if let table = try? FundingTable(from: &reader, tables: tables, home: home) {
        _ = table.summary(by: .sector, of: table.everything)
        _ = (0..<table.projectCount).map { table.project(at: $0)?.record }
      }
    }
  }
}
