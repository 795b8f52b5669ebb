import FundingCore
import Screen

/// All projects as a table: title frozen left, sum right, what lies between as there is room.
extension Scene {
  /// A column of the table.
  struct ProjectColumn {
    var key: SortKey
    var width: Int
    var text: (Project) -> String
  }

  func projectColumns(_ width: Int) -> [ProjectColumn] {
    var columns: [ProjectColumn] = []
    var left = width - 48
    func add(_ key: SortKey, _ columnWidth: Int, _ text: @escaping (Project) -> String) {
      guard left >= columnWidth + 1 else { return }
      left -= columnWidth + 1
      columns.append(ProjectColumn(key: key, width: columnWidth, text: text))
    }
    let texts = texts
    let tables = tables
    let format = format
    add(.donor, 18) { format.list($0.donors.map { texts.short($0, tables) }, atMost: 2) }
    add(.status, texts.language == .en ? 9 : 11) { texts.name(of: $0.status) }
    add(.date, texts.language == .en ? 11 : 10) { format.day($0.date) }
    add(.sector, 20) { texts.name(of: $0.sector, tables) }
    add(.place, 22) { format.list($0.places.map { texts.name(of: $0, tables) }, atMost: 2) }
    add(.implementer, 18) {
      format.list($0.implementers.map { texts.short($0, tables) }, atMost: 2)
    }
    return columns
  }

  func drawProjects(_ canvas: inout Canvas, _ area: Rect) {
    let list = data.projects(filter, sort: here.sort)
    guard !list.isEmpty else { return drawEmpty(&canvas, area) }
    let detail = area.width >= 180 ? min(64, area.width / 3) : 0
    let table = Rect(
      column: area.column, row: area.row, width: area.width - detail, height: area.height)
    drawTable(list, &canvas, table)
    if detail > 0, let project = selectedProject {
      drawBeside(
        project, &canvas,
        Rect(
          column: table.right + 1, row: area.row, width: detail - 1, height: area.height))
    }
  }

  private func drawTable(_ list: [ProjectTotal], _ canvas: inout Canvas, _ table: Rect) {
    let columns = projectColumns(table.width)
    let body = table.height > 3 ? table.droppingTop(1) : table
    let selected = min(max(0, here.cursor.index), list.count - 1)
    let top = Cursor(index: selected).top(of: list.count, height: body.height)
    let shown = Array(list.dropFirst(top).prefix(body.height))
    let sums = sumColumn(shown.map(\.usd), limit: max(8, table.width / 2))
    let sumWidth = max(sums.first?.columns ?? 0, columnName(.amount).columns)
    let between = columns.reduce(0) { $0 + $1.width + 1 }
    let titleWidth = max(4, table.width - 2 - sumWidth - 1 - between - 1)
    if table.height > 3 {
      drawColumnNames(columns, titleWidth, sumWidth, list.count, &canvas, table)
    }
    for (offset, item) in shown.enumerated() {
      guard let project = data.project(item.project) else { continue }
      let row = Rect(
        column: table.column, row: body.row + offset, width: table.width - 1, height: 1)
      let isSelected = top + offset == selected
      var line = Line()
      for column in columns {
        line.append(column.text(project).padded(to: column.width) + " ", .dim)
      }
      line.append(sums[offset].padded(to: sumWidth, .right), .amount)
      canvas.item(
        rowTitle(project, withSector: !columns.contains { $0.key == .sector }), right: line,
        in: row, isSelected: isSelected)
      canvas.hit(row, .item(top + offset))
    }
    canvas.scrollbar(in: body, top: top, count: list.count)
  }

  private func columnName(_ key: SortKey) -> String {
    texts.name(of: key) + (here.sort.key == key ? (here.sort.isReversed ? " ▲" : " ▼") : "")
  }

  private func drawColumnNames(
    _ columns: [ProjectColumn], _ titleWidth: Int, _ sumWidth: Int, _ count: Int,
    _ canvas: inout Canvas, _ table: Rect
  ) {
    var line = Line()
    for column in columns {
      line.append(
        columnName(column.key).padded(to: column.width),
        here.sort.key == column.key ? .focused : .heading)
      line.append(" ")
    }
    line.append(
      columnName(.amount).padded(to: sumWidth, .right),
      here.sort.key == .amount ? .focused : .heading)
    let right = line.clipped(to: max(0, table.width - 6))
    canvas.grid.put(
      Line("   " + texts.projects(count), .heading), column: table.column, row: table.row,
      limit: max(0, table.width - right.columns - 2))
    canvas.grid.put(right, column: table.right - 1 - right.columns, row: table.row)
  }
}
