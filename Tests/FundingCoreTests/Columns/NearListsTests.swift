import Testing

@testable import FundingCore

/// What is kept beside the columns to be looked through fast, against the columns themselves.
@Suite struct NearListsTests {
  @Test(arguments: (0..<20).map { UInt64($0) })
  func `lists in two bytes hold what the lists hold`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let limit = 700
    var lists = Lists()
    var next = 0
    for _ in 0..<900 {
      let isFar = random.next(below: 12) == 0
      let count = isFar ? random.next(below: 90) : random.next(below: 4)
      let gap = isFar ? random.next(below: 40) : 1
      let first = isFar ? random.next(below: limit) : next
      lists.append((0..<count).map { UInt32(first + $0 * gap) }.filter { $0 < limit })
      if !isFar { next = min(limit - 1, next + random.next(below: count + 1)) }
    }
    let near = NearLists(lists)
    for share in [1, 2, 30, 2_000] {
      let some = Selection(
        rows: lists.count, (0..<lists.count).filter { _ in random.next(below: share) == 0 })
      let plain = Selection(rows: limit, some.list.flatMap { lists[$0].map { Int($0) } })
      #expect(near.union(of: some, below: limit) == plain, "seed \(seed), one of \(share)")
      let both = Beside.$fewestRows.withValue(1) { near.union(of: some, below: limit) }
      #expect(both == plain, "seed \(seed), one of \(share), two threads")
    }
  }

  @Test func `a family is met where one of its members is selected`() {
    let table = FundingTable(
      generating: 8_000, seed: 3, tables: testTables, home: Place.ID("city"))
    let families = table.families
    #expect(families.count > 20)
    var random = SeededRandom(seed: 5)
    for share in [1, 3, 50, 900, 100_000] {
      let some = Selection(
        rows: table.count, (0..<table.count).filter { _ in random.next(below: share) == 0 })
      let met = (0..<families.count).filter { family in
        families.range(of: family).contains { some.contains(Int(families.rows[$0])) }
      }
      #expect(families.met(by: some).list == met, "one of \(share)")
    }
  }

  @Test func `a pane's first projects are the first of all it lists`() {
    let table = FundingTable(
      generating: 20_000, seed: 11, tables: testTables, home: Place.ID("city"))
    for query in ["", "status:completed", "школа", "hospital", "!status:planned since:2024"] {
      let rows = table.select(Filter.read(query, in: table).filter)
      let board = table.board(of: rows, projects: 7)
      for pane in board.panes {
        let all = table.projects(in: rows, sector: pane.id)
        #expect(pane.projectCount == all.count, "\(query), \(pane.id)")
        #expect(pane.projects == Array(all.prefix(7)), "\(query), \(pane.id)")
        let more = table.projects(ofPane: pane.id, on: board, of: rows, limit: 90)
        #expect(more == Array(all.prefix(90)), "\(query), \(pane.id)")
      }
    }
  }
}
