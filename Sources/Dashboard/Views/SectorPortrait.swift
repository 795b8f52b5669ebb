import FundingCore
import Screen

/// Beside the panes while a heading has the cursor: the sector's money by who pays, where, in what state and when.
extension Scene {
  func drawPortrait(of sector: String, _ canvas: inout Canvas, _ area: Rect) {
    canvas.rule(leftOf: area)
    var narrowed = filter
    narrowed.set(.sector, to: sector)
    let name = texts.value(sector, of: .sector, tables)
    let dimensions: [(title: String, dimension: Dimension)] = [
      (texts.stateOfWork, .status), (texts.whereIs, .district), (texts.byYear, .year),
    ]
    let lines = dimensions.map { title, dimension in
      let groups = data.summary(narrowed, by: dimension).groups
      return line(of: groups, dimension, title, width: area.width - 2)
    }.filter { $0.columns > 0 }
    var budget = BesideBudget(lines.reduce(560) { $0 - BesideBudget.cost(of: $1) })
    let payers = area.height - lines.count - 2
    guard payers > 1 else { return }
    let used = drawPayers(
      texts.pays + ": " + name, data.summary(narrowed, by: .donor).groups, &canvas,
      Rect(column: area.column, row: area.row, width: area.width, height: min(payers, 8)), &budget)
    for (offset, line) in lines.enumerated() {
      canvas.grid.put(
        line, column: area.column + 1, row: area.row + used + 1 + offset, limit: area.width - 2)
    }
  }

  /// The values of a dimension on one line, each with its money: `Стан: завершено 24,1 · триває 32,3 млн`.
  private func line(
    of groups: [Summary.Group], _ dimension: Dimension, _ title: String, width: Int
  ) -> Line {
    let pieces = groups.filter { !$0.whole.usd.isZero }.map { group -> Line in
      [
        Span(texts.value(group.id, of: dimension, tables) + " "),
        Span(usd(group.whole.usd).description, .amount),
      ]
    }
    guard !pieces.isEmpty else { return Line() }
    let label = Line(title + ": ", .dim)
    return label + fitted(Array(pieces.prefix(3)), to: max(8, width - label.columns))
  }

  /// Who pays, a line each, and how many more there are; how many lines that took.
  private func drawPayers(
    _ title: String, _ groups: [Summary.Group], _ canvas: inout Canvas, _ area: Rect,
    _ budget: inout BesideBudget
  ) -> Int {
    let heading = Line(" " + title, .title)
    _ = budget.takes(heading)
    canvas.grid.put(heading, column: area.column, row: area.row, limit: area.width)
    let shown = Array(groups.prefix(max(0, area.height - 1)))
    let sums = sumColumn(shown.map(\.whole.usd), limit: area.width / 2)
    for (offset, group) in shown.enumerated() {
      let mark = Span(group.shared.usd.isZero ? "  " : "░ ", .shared)
      let name = Line(" " + texts.value(group.id, of: .donor, tables))
      let right: Line = [mark, Span(sums[offset], .amount)]
      let place = Rect(
        column: area.column, row: area.row + 1 + offset, width: area.width, height: 1)
      let isLast = offset + 1 == area.height - 1 && offset + 1 < groups.count
      guard !isLast, budget.takes(name + right) else {
        canvas.grid.put(
          Line(texts.andMore(groups.count - offset), .dim), column: place.column + 1,
          row: place.row, limit: place.width)
        return offset + 2
      }
      canvas.item(name, right: right, in: place, isSelected: false)
    }
    return shown.count + 1
  }
}
