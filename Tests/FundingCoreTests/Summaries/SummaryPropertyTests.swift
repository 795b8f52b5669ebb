import Testing

@testable import FundingCore

/// What must hold for every ledger, tried on random ones against the plainest way to say it.
@Suite struct SummaryPropertyTests {
  static let seeds = (0..<10).map { UInt64($0) }

  @Test(arguments: seeds)
  func `a total is what adding row by row gives`(seed: UInt64) {
    let (table, rows) = randomTable(seed)
    var random = SeededRandom(seed: seed &+ 99)
    for _ in 0..<8 {
      let selection = randomSelection(rows.count, &random)
      #expect(
        table.total(of: selection).usd == plainTotal(rows, selection, isWider: false),
        "seed \(seed)")
      let summary = table.summary(by: .donor, of: selection)
      #expect(summary.wider.usd == plainTotal(rows, selection, isWider: true), "seed \(seed)")
    }
  }

  @Test(arguments: seeds)
  func `own, shared and whole are totals of the rows they are told of`(seed: UInt64) {
    let (table, rows) = randomTable(seed)
    var random = SeededRandom(seed: seed &+ 7)
    let selection = randomSelection(rows.count, &random)
    for currencies in [true, false] {
      let summary = table.summary(by: .sector, of: selection, currencies: currencies)
      for group in summary.groups where !group.id.isEmpty {
        func total(_ test: ([String]) -> Bool) -> Ends {
          let list = selection.list.filter { test(rows[$0].sectors) }
          return plainTotal(rows, Selection(rows: rows.count, list), isWider: false)
        }
        #expect(group.own.usd == total { $0 == [group.id] }, "seed \(seed)")
        #expect(group.shared.usd == total { $0.count > 1 && $0.contains(group.id) }, "seed \(seed)")
        #expect(group.whole.usd == total { $0.contains(group.id) }, "seed \(seed)")
      }
    }
  }

  @Test(arguments: seeds)
  func `the grand total lies between what the groups own and what they have`(seed: UInt64) {
    let (table, rows) = randomTable(seed)
    var random = SeededRandom(seed: seed &+ 13)
    let simple = Selection(
      rows: rows.count,
      randomSelection(rows.count, &random).filter { !table.families.members.contains($0) })
    for dimension in [Dimension.sector, .donor, .district, .status, .year] {
      let summary = table.summary(by: dimension, of: simple)
      let owned = summary.groups.reduce(Ends.zero) { $0 + $1.own.usd }
      let had = summary.groups.reduce(Ends.zero) { $0 + $1.whole.usd }
      #expect(owned.low <= summary.total.usd.low, "seed \(seed)")
      #expect(summary.total.usd.low <= had.low, "seed \(seed)")
      #expect(
        summary.groups.allSatisfy { $0.own.usd.high != nil } || summary.total.usd.high == nil,
        "seed \(seed)")
    }
  }

  @Test(arguments: seeds)
  func `dollars of dollar rows are the same as their own currency`(seed: UInt64) {
    let (table, rows) = randomTable(seed)
    var random = SeededRandom(seed: seed &+ 5)
    let total = table.total(of: randomSelection(rows.count, &random))
    #expect(total.currencies[.usd] ?? .zero == total.usd, "seed \(seed)")
  }

  @Test(arguments: seeds)
  func `clauses compose and a typed query gives what it gives at once`(seed: UInt64) {
    let (table, _) = randomTable(seed)
    let query = "sector:energy|water !donor:japan kharkiv since:2024-03"
    var previous: (filter: Filter, selection: Selection)?
    for end in 1...query.count {
      let filter = Filter.read(String(query.prefix(end)), in: table).filter
      let refined = table.select(filter, refining: previous)
      let each = filter.clauses.reduce(table.everything) {
        $0.intersection(table.select(Filter([$1])))
      }
      #expect(refined == each, "seed \(seed), \(query.prefix(end))")
      #expect(refined == table.select(filter), "seed \(seed), \(query.prefix(end))")
      if let refined { previous = (filter, refined) }
    }
  }

  @Test(arguments: seeds)
  func `the order of the rows changes no total`(seed: UInt64) {
    let (table, rows) = randomTable(seed)
    let order = Array(rows.indices.reversed())
    let place = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    let turned = order.map { at in
      var row = rows[at]
      row.partOf = row.partOf.flatMap { place[$0] }
      return row
    }
    let other = small(turned)
    for dimension in Dimension.allCases {
      let here = table.summary(by: dimension, of: table.everything)
      let there = other.summary(by: dimension, of: other.everything)
      #expect(here.total == there.total, "seed \(seed)")
      #expect(Set(here.groups) == Set(there.groups), "seed \(seed)")
    }
  }

  @Test(arguments: seeds)
  func `a facet says what choosing its value would leave`(seed: UInt64) {
    let (table, _) = randomTable(seed)
    let filter = Filter.read("donor:eu !sector:water", in: table).filter
    let facets = table.facets(filter) ?? [:]
    for dimension in [Dimension.sector, .donor, .district, .status, .state, .year, .place] {
      for value in facets[dimension] ?? [] {
        var chosen = filter.without(.dimension(dimension))
        chosen.set(dimension, to: value.id)
        let rows = table.select(chosen)
        #expect(value.count == rows.count, "seed \(seed), \(dimension) \(value.id)")
        #expect(
          value.usd == table.total(of: rows, currencies: false).usd,
          "seed \(seed), \(dimension) \(value.id)")
      }
    }
  }

  @Test func `a page is a stretch of the sorted list, wherever it lies`() {
    let table = FundingTable(generating: 2_000, seed: 3, tables: testTables, home: Place.ID("city"))
    let rows = table.select(Filter.read("!sector:water", in: table).filter)
    for key in SortKey.allCases {
      for isDescending in [true, false] {
        let all = table.page(
          of: rows, sortedBy: key, descending: isDescending, range: 0..<rows.count)
        #expect(all.sorted() == rows.list)
        for range in [
          0..<40, 300..<340, 1_030..<1_100, rows.count - 40..<rows.count,
          rows.count - 1..<rows.count + 9,
        ] {
          let page = table.page(of: rows, sortedBy: key, descending: isDescending, range: range)
          #expect(page == Array(all[range.clamped(to: 0..<rows.count)]))
        }
      }
    }
  }

  @Test func `panes hold each sector's projects, most money first`() {
    let table = FundingTable(generating: 2_000, seed: 4, tables: testTables, home: Place.ID("city"))
    let rows = table.select(Filter.read("status:completed", in: table).filter)
    // Few rows take another way than many.
    let few = Selection(rows: table.count, stride(from: 3, to: table.count, by: 97))
    for selection in [rows, table.everything, few] {
      for pane in table.panes(of: selection, projects: 5) {
        let all = table.projects(in: selection, sector: pane.id)
        #expect(pane.projectCount == all.count)
        #expect(pane.projects == Array(all.prefix(5)))
        #expect(all.map(\.usd.low) == all.map(\.usd.low).sorted(by: >))
        for total in all.prefix(50) {
          let fundings = Selection(
            rows: table.count, table.project(at: total.project)?.fundings ?? [])
          #expect(total.usd == table.total(of: fundings.intersection(selection)).usd)
        }
      }
    }
  }

  @Test func `numbers at the edge of what fits stay there`() {
    let table = small([
      Row(sectors: ["energy"], usd: .max, .max), Row(sectors: ["energy"], usd: .max - 1, .max),
      Row(sectors: ["energy", "water"], usd: 5, .max), Row(sectors: ["water"], usd: .min, .max),
      Row(sectors: ["water"], usd: 10, 10, state: .part, partOf: 0),
      Row(sectors: [], usd: nil, nil),
    ])
    let summary = table.summary(by: .sector, of: table.everything)
    #expect(summary.total.usd.high == nil)
    #expect(summary.groups.first { $0.id == "energy" }?.own.usd.high == .max)
    #expect(
      table.summary(by: .sector, of: Selection(rows: 6, [0, 1])).total.usd
        == Ends(low: .max, high: .max))
  }

  @Test func `totals that lie in each other count nowhere and trap nowhere`() {
    let table = small([
      Row(sectors: ["energy"], usd: 5, 5, state: .part, partOf: 1),
      Row(sectors: ["energy"], usd: 5, 5, state: .part, partOf: 0),
      Row(sectors: ["energy"], usd: 7, 7, state: .part, partOf: 2),
      Row(sectors: ["energy"], usd: 1, 1),
    ])
    #expect(table.total(of: table.everything).usd == Ends(low: 1, high: 1))
  }

  @Test func `a span of days holds the rows dated in it and no other`() {
    let table = FundingTable(generating: 1_000, seed: 6, tables: testTables, home: Place.ID("city"))
    for (query, isIn) in [
      ("since:2023-05-04", { $0 >= "2023-05-04" }), ("until:2023-05-04", { $0 <= "2023-05-04" }),
      ("since:2024 until:2024-06", { $0 >= "2024" && $0 < "2024-07" }),
      ("since:1900", { _ in true }), ("until:1900", { _ in false }),
    ] as [(String, (String) -> Bool)] {
      let rows = table.select(Filter.read(query, in: table).filter)
      let wanted = (0..<table.count).filter { row in
        table.funding(at: row)?.date.map { isIn($0.description) } ?? false
      }
      #expect(rows.list == wanted, "\(query)")
    }
  }

  @Test func `two threads answer as one does`() {
    let table = FundingTable(generating: 2_000, seed: 5, tables: testTables, home: Place.ID("city"))
    struct Answers: Equatable {
      var rows: Selection
      var summaries: [Summary]
      var facets: [Dimension: [FacetValue]]?
      var board: Board
    }
    func answers(_ query: String) -> Answers {
      let filter = Filter.read(query, in: table).filter
      let rows = table.select(filter)
      return Answers(
        rows: rows,
        summaries: Dimension.allCases.map { dimension in
          var summary = table.summary(by: dimension, of: rows)
          table.markAbout(&summary, of: rows)
          return summary
        },
        facets: table.facets(filter), board: table.board(of: rows, projects: 20))
    }
    for query in ["", "sector:energy", "!status:planned", "since:2023 status:completed", "нема"] {
      let alone = answers(query)
      #expect(Beside.$fewestRows.withValue(1) { answers(query) } == alone, "\(query)")
    }
  }

  @Test func `where others' money is said to be, no payer that is named has the whole of it`() {
    let table = FundingTable(generating: 2_000, seed: 7, tables: testTables, home: Place.ID("city"))
    var said = Set<Bool>()
    for word in ["eu", "european", "japan", "government", "нема"] {
      for query in ["", "donor:eu", "donor:japan", "sector:energy", "donor:eu !status:planned"] {
        let rows = table.select(Filter.read(query, in: table).filter)
        let forms = table.searchIndex.forms(of: word)
        let hasOther = table.hasOtherMoney(than: forms, in: rows)
        said.insert(hasOther)
        guard hasOther else { continue }
        let summary = table.summary(by: .donor, of: rows)
        for group in summary.groups where group.id == "eu" || group.id == "japan" {
          let isNamed = group.id == "eu" ? word.hasPrefix("eu") : word == "japan"
          #expect(!isNamed || group.whole.usd != summary.total.usd, "\(word) in \(query)")
        }
      }
    }
    #expect(said == [true, false])
  }

  @Test func `a selection can be given up`() {
    let table = FundingTable(
      generating: 20_000, seed: 4, tables: testTables, home: Place.ID("city"))
    var asked = 0
    let result = table.select(Filter.read("sector:energy", in: table).filter) {
      asked += 1
      return asked > 2
    }
    #expect(result == nil)
    #expect(asked == 3)
  }

  @Test func `a generator grows to what it makes at once`() {
    var generator = FundingGenerator(
      count: 4_000, seed: 11, tables: testTables, home: Place.ID("city"))
    var seen: [Int] = []
    while !generator.isFinished {
      generator.extend(by: 1_500)
      seen.append(generator.table().count)
    }
    #expect(seen.last == 4_000)
    #expect(seen == seen.sorted())
    let whole = FundingTable(
      generating: 4_000, seed: 11, tables: testTables, home: Place.ID("city"))
    let grown = generator.table()
    #expect(
      grown.summary(by: .donor, of: grown.everything)
        == whole.summary(by: .donor, of: whole.everything))
    #expect(grown.count == whole.count && grown.projectCount == whole.projectCount)
  }
}

/// Random fundings: open ends, joint sectors, families up to three deep, wider money.
private func randomTable(_ seed: UInt64) -> (FundingTable, [Row]) {
  var random = SeededRandom(seed: seed)
  var rows: [Row] = []
  let sectors = ["housing", "energy", "shelters", "water"]
  for _ in 0..<(20 + random.next(below: 120)) {
    let low = Int64(random.next(below: 1_000))
    let ends: (Int64?, Int64?)
    switch random.next(below: 8) {
    case 0: ends = (low, nil)
    case 1: ends = (nil, low)
    case 2: ends = (low, low + Int64(random.next(below: 50)))
    default: ends = (low, low)
    }
    var names = (0..<(1 + random.next(below: 3))).map { _ in sectors[random.next(below: 4)] }
    names = sectors.filter(names.contains)
    var row = Row(
      sectors: names, donors: [["eu"], ["japan"], ["eu", "japan"], []][random.next(below: 4)],
      places: [["City"], ["City/East"], ["City/Market"], ["City/West", "City"]][
        random.next(below: 4)],
      usd: ends.0, ends.1, status: Status.allCases[random.next(below: 3)],
      date: ["2024-01-05", "2024-06-30", "2025-03-10", nil][random.next(below: 4)])
    switch random.next(below: 10) {
    case 0: row.state = .wider
    case 1: row.state = .superseded
    case 2: row.state = .exceeded
    case 3, 4, 5:
      if !rows.isEmpty {
        row.state = .part
        row.partOf = random.next(below: rows.count)
      }
    default: break
    }
    rows.append(row)
  }
  return (small(rows), rows)
}

private func randomSelection(_ rows: Int, _ random: inout SeededRandom) -> Selection {
  var selection = Selection(rows: rows)
  let share = 1 + random.next(below: 9)
  for row in 0..<rows where random.next(below: 10) < share { selection.insert(row) }
  return selection
}

/// The total of a selection said as plainly as can be: over the tree of each outermost total, with sums that know no
/// columns.
private func plainTotal(_ rows: [Row], _ selection: Selection, isWider: Bool) -> Ends {
  func lies(_ row: Int) -> Int? {
    guard let parent = rows[row].partOf else { return nil }
    let isNested =
      rows[row].state == .part || (rows[row].state == .wider && rows[parent].state == .wider)
    return isNested ? parent : nil
  }
  func parts(_ row: Int) -> [Int] { rows.indices.filter { lies($0) == row } }
  func ends(_ row: Int) -> Ends { Ends(low: rows[row].usd.low ?? 0, high: rows[row].usd.high) }
  func without(_ a: Ends, _ b: Ends) -> Ends {
    if b == .zero { return a }
    let low = b.high.map { max(0, a.low - $0) } ?? 0
    return Ends(low: low, high: a.high.map { max(low, max(0, $0 - b.low)) })
  }
  func kept(_ row: Int) -> Ends {
    selection.contains(row)
      ? without(ends(row), parts(row).map(missing).reduce(.zero, +))
      : parts(row).map(kept).reduce(.zero, +)
  }
  func missing(_ row: Int) -> Ends {
    selection.contains(row)
      ? parts(row).map(missing).reduce(.zero, +)
      : without(ends(row), parts(row).map(kept).reduce(.zero, +))
  }
  let wanted: Funding.State = isWider ? .wider : .counted
  return rows.indices.filter { lies($0) == nil && rows[$0].state == wanted }.map(kept).reduce(
    .zero, +)
}
