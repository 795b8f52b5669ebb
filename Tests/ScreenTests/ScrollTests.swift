import Testing

@testable import Screen

/// Rows that moved are found, and what is left to send after they were.
@Suite struct ScrollTests {
  private func picture(_ rows: [String]) -> Grid {
    var grid = Grid(width: 30, height: rows.count)
    for (row, text) in rows.enumerated() { grid.put(text, column: 0, row: row) }
    return grid
  }

  /// Rows that have nothing in common.
  private let rows = "abcdefghijkl".map { String(repeating: $0, count: 20) }

  @Test func `a list that moved up two rows between its head and foot`() {
    let before = picture(["head"] + rows.prefix(9) + ["foot"])
    let after = picture(["head"] + rows[2..<11] + ["foot"])
    let scroll = after.scroll(since: before)
    #expect(scroll == Grid.Scroll(rows: 1..<10, count: 2))
    let moved = scroll.map { before.scrolled(by: $0) }
    #expect(moved?.rowText(1) == after.rowText(1))
    #expect(moved?.rowText(8) == "")
    #expect(before.scroll(since: after) == Grid.Scroll(rows: 1..<10, count: -2))
  }

  @Test func `a scrollbar and a cursor at the edges do not hide it`() {
    func framed(_ first: Int, thumb: Int) -> Grid {
      var grid = picture(["head"] + rows[first..<first + 9])
      for row in 1..<10 { grid.put(row == thumb ? "█" : "│", column: 29, row: row) }
      grid.put("▸", column: 0, row: 5)
      grid.select(column: 0, row: 5, width: 29)
      return grid
    }
    #expect(framed(1, thumb: 4).scroll(since: framed(0, thumb: 3))?.count == 1)
  }

  @Test func `nothing is moved where little changed or all did`() {
    let before = picture(rows)
    #expect(before.scroll(since: before) == nil)
    #expect(picture(rows.map { _ in "nothing of it" }).scroll(since: before) == nil)
    #expect(picture(["a"]).scroll(since: before) == nil)
  }
}
