import FundingCore
import Testing

@Suite struct SummaryTests {
  @Test func `joint money is shared in each sector and counted once`() {
    let table = small([
      Row(sectors: ["housing", "energy"], usd: 11_00, 11_00),
      Row(sectors: ["energy"], usd: 4_00, 4_00),
    ])
    let summary = table.summary(by: .sector, of: table.everything)
    #expect(summary.total.usd == Ends(low: 15_00, high: 15_00))
    #expect(summary.groups.map(\.id) == ["housing", "energy"])
    #expect(summary.groups.map(\.own.usd) == [.zero, Ends(low: 4_00, high: 4_00)])
    #expect(
      summary.groups.map(\.shared.usd) == [
        Ends(low: 11_00, high: 11_00), Ends(low: 11_00, high: 11_00),
      ])
    #expect(
      summary.groups.map(\.range) == [Ends(low: 0, high: 11_00), Ends(low: 4_00, high: 15_00)])
  }

  @Test func `one open end opens the total`() {
    let table = small([
      Row(sectors: ["energy"], usd: 11_00, nil), Row(sectors: ["water"], usd: nil, 3_00),
    ])
    let summary = table.summary(by: .sector, of: table.everything)
    #expect(summary.total.usd == Ends(low: 11_00, high: nil))
    #expect(summary.groups.first { $0.id == "water" }?.own.usd == Ends(low: 0, high: 3_00))
  }

  @Test func `a part said for one sector is own there and the rest of its total shared`() {
    let table = small([
      Row(sectors: ["housing", "shelters"], usd: 11_000, nil),
      Row(sectors: ["shelters"], usd: 900, 900, state: .part, partOf: 0),
      Row(sectors: ["housing"], usd: 2_300, 2_300, state: .part, partOf: 0),
      Row(sectors: ["shelters"], usd: 1_500, 1_500, state: .part, partOf: 0),
    ])
    let summary = table.summary(by: .sector, of: table.everything)
    #expect(summary.total.usd == Ends(low: 11_000, high: nil))
    let housing = summary.groups.first { $0.id == "housing" }
    #expect(housing?.own.usd == Ends(low: 2_300, high: 2_300))
    #expect(housing?.shared.usd == Ends(low: 6_300, high: nil))
    #expect(housing?.whole.usd == Ends(low: 8_600, high: nil))
  }

  @Test func `wider money stands beside the total`() {
    let table = small([
      Row(sectors: ["energy"], usd: 100, 100),
      Row(sectors: ["energy"], usd: 900, 900, state: .wider),
    ])
    let summary = table.summary(by: .sector, of: table.everything)
    #expect(summary.total.usd == Ends(low: 100, high: 100))
    #expect(summary.wider.usd == Ends(low: 900, high: 900))
    #expect(summary.counts.fundings == 1)
    #expect(summary.counts.wider == 1)
  }

  @Test func `a filter by a sector shows what its group has`() {
    let table = FundingTable(generating: 1_000, seed: 7, tables: testTables, home: Place.ID("city"))
    let summary = table.summary(by: .sector, of: table.everything)
    for group in summary.groups {
      let rows = table.select(Filter([.init(.dimension(.sector), [group.id])]))
      #expect(table.total(of: rows) == group.whole)
    }
  }
}
