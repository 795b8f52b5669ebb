import Screen
import Testing

@Suite struct GridTests {
  @Test func `text is clipped at the edge`() {
    var grid = Grid(width: 5, height: 2)
    grid.put("Харків", column: 1, row: 0)
    grid.put("ab", column: 4, row: 1)
    #expect(grid.description == " Харк\n    a")
  }

  @Test func `a wide sign is not drawn in half`() {
    var grid = Grid(width: 3, height: 1)
    grid.put("日本", column: 0, row: 0)
    #expect(grid.description == "日")
    #expect(grid.row(0).map(\.width) == [2, 0, 1])
  }

  @Test func `overwriting half of a wide sign leaves a blank`() {
    var grid = Grid(width: 4, height: 1)
    grid.put("日本", column: 0, row: 0)
    grid.put("x", column: 1, row: 0)
    #expect(grid.description == " x本")
    grid.put("y", column: 2, row: 0)
    #expect(grid.description == " xy")
  }

  @Test func `text outside the picture is ignored`() {
    var grid = Grid(width: 3, height: 1)
    grid.put("abc", column: 9, row: 0)
    grid.put("abc", column: 0, row: 9)
    grid.put("abc", column: -1, row: 0)
    grid.clear(column: -5, row: -5, width: 2, height: 2)
    grid.select(column: 2, row: 0, width: 100)
    grid.restyle(column: 0, row: -1, width: 4, style: .error)
    #expect(grid.description == "bc")
  }

  @Test func `a line is cut with an ellipsis at its last stretch`() {
    let line: Line = [Span("Разом "), Span("≥ $11.0M", .total)]
    #expect(line.clipped(to: 10).text == "Разом ≥ $…")
    #expect(line.clipped(to: 14).text == "Разом ≥ $11.0M")
    #expect(line.clipped(to: 6).text.columns <= 6)
    #expect(line.clipped(to: 6).text.hasSuffix("…"))
  }

  @Test func `meanings are a picture too`() {
    var grid = Grid(width: 6, height: 1)
    grid.put([Span("a"), Span("b", .amount)], column: 0, row: 0)
    grid.select(column: 1, row: 0, width: 2)
    #expect(grid.styleDescription == ".[a.]")
  }

  @Test func `ASCII keeps every cell in its place`() {
    var grid = Grid(width: 24, height: 1)
    grid.put("≥ Їжак ▇░─│ 日x", column: 0, row: 0)
    let plain = grid.inASCII()
    #expect(plain.description == "> Izak #:-| ? x")
    #expect(plain.cells.allSatisfy { $0.cluster.utf8.allSatisfy { $0 < 0x7F } })
  }

  @Test func `a picture of no size holds nothing`() {
    var grid = Grid(width: -3, height: 0)
    grid.put("a", column: 0, row: 0)
    #expect(grid.cells.isEmpty)
  }
}
