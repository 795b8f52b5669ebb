import FundingCore
import Screen

/// Beside the panes while a heading has the cursor: the sector's money by who pays, where, in what state and when.
extension Scene {
  func drawPortrait(of sector: String, _ canvas: inout Canvas, _ area: Rect) {
    canvas.rule(leftOf: area)
    var narrowed = filter
    narrowed.set(.sector, to: sector)
    let name = texts.value(sector, of: .sector, tables)
    let sections: [(title: String, dimension: Dimension)] = [
      (texts.pays + ": " + name, .donor), (texts.whereIs, .district),
      (texts.stateOfWork, .status), (texts.byYear, .year),
    ]
    var room = area
    for (title, dimension) in sections {
      let groups = data.summary(narrowed, by: dimension).groups
      // A heading with nothing below it says nothing.
      guard room.height >= 3, !groups.isEmpty else { break }
      drawSection(title, groups, dimension, &canvas, room)
      room = room.droppingTop(groups.count + 2)
    }
  }

  private func drawSection(
    _ title: String, _ groups: [Summary.Group], _ dimension: Dimension, _ canvas: inout Canvas,
    _ area: Rect
  ) {
    canvas.heading(Line(" " + title, .title), in: area)
    let shown = Array(groups.prefix(max(0, area.height - 1)))
    let sums = sumColumn(shown.map(\.whole.usd), limit: area.width / 2)
    for (offset, group) in shown.enumerated() {
      let mark = Span(group.shared.usd.isZero ? "  " : "░ ", .shared)
      canvas.item(
        Line(" " + texts.value(group.id, of: dimension, tables)),
        right: [mark, Span(sums[offset], .amount)],
        in: Rect(column: area.column, row: area.row + 1 + offset, width: area.width, height: 1),
        isSelected: false)
    }
  }
}
