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
    add(.donor, width >= 150 ? 26 : 18) {
      format.list($0.donors.map { texts.short($0, tables) }, atMost: 2)
    }
    add(.status, texts.language == .en ? 9 : 11) { texts.name(of: $0.status) }
    add(.date, texts.language == .en ? 11 : 10) { format.day($0.date) }
    add(.implementer, 20) {
      format.list($0.implementers.map { texts.short($0, tables) }, atMost: 2)
    }
    add(.place, 24) { format.list($0.places.map { texts.name(of: $0, tables) }, atMost: 2) }
    add(.sector, 20) { texts.name(of: $0.sector, tables) }
    return columns
  }

  func drawProjects(_ canvas: inout Canvas, _ area: Rect) {
    let list = data.projects(filter, sort: here.sort)
    guard !list.items.isEmpty else { return drawEmpty(&canvas, area) }
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

  private func drawTable(_ list: ProjectList, _ canvas: inout Canvas, _ table: Rect) {
    let columns = projectColumns(table.width)
    let body = table.height > 3 ? table.droppingTop(1) : table
    let selected = min(max(0, here.cursor.index), list.items.count - 1)
    let top = Cursor(index: selected).top(of: list.items.count, height: body.height)
    let shown = Array(list.items.dropFirst(top).prefix(body.height))
    let sums = sumColumn(shown.map(\.usd), limit: max(8, table.width / 2))
    let sumWidth = max(sums.first?.columns ?? 0, columnName(.amount).columns)
    if table.height > 3 { drawColumnNames(columns, sumWidth, list, &canvas, table) }
    let known = Set(columns.map(\.key))
    for (offset, item) in shown.enumerated() {
      guard let project = data.project(item.project) else { continue }
      let row = Rect(
        column: table.column, row: body.row + offset, width: table.width - 1, height: 1)
      let isCounted = top + offset < list.homeCount
      var line = Line()
      for column in columns {
        line.append(column.text(project).padded(to: column.width) + " ", .dim)
      }
      line.append(sums[offset].padded(to: sumWidth, .right), isCounted ? .amount : .dim)
      let glyph = Span(texts.glyph(of: project.status) + " ", .status(of: project.status))
      canvas.item(
        [glyph] + lit(tableTitle(of: project, known: known), isCounted ? .plain : .dim),
        right: line, in: row, isSelected: top + offset == selected)
      canvas.hit(row, .item(top + offset))
    }
    canvas.scrollbar(in: body, top: top, count: list.items.count)
  }

  /// What a project is, without what its columns say already: who pays, and where.
  private func tableTitle(of project: Project, known: Set<SortKey>) -> String {
    guard known.contains(.donor) else { return title(of: project, withSector: true) }
    var what: [String] = []
    let object = project.object ?? ""
    what.append(
      object.isEmpty
        ? texts.name(of: project.sector, tables)
        : object.prefix(1).uppercased() + object.dropFirst()
    )
    let elsewhere = project.places.filter { tables.gazetteer[$0]?.id != home }
    if !known.contains(.place), !elsewhere.isEmpty {
      what.append(format.list(elsewhere.map { texts.name(of: $0, tables) }, atMost: 2))
    }
    if object.isEmpty, let instrument = instrument(of: project) {
      what.append(texts.name(of: instrument))
    }
    return what.joined(separator: ", ")
  }

  private func columnName(_ key: SortKey) -> String {
    texts.name(of: key) + (here.sort.key == key ? (here.sort.isReversed ? " ▲" : " ▼") : "")
  }

  /// The names of the columns; a click on one orders the table by it.
  private func drawColumnNames(
    _ columns: [ProjectColumn], _ sumWidth: Int, _ list: ProjectList, _ canvas: inout Canvas,
    _ table: Rect
  ) {
    let widths = columns.map { ($0.key, $0.width, Alignment.left) } + [(.amount, sumWidth, .right)]
    let needed = widths.reduce(-1) { $0 + $1.1 + 1 }
    var column = table.right - 1 - needed
    let left = column
    for (key, width, alignment) in widths {
      let place = Rect(column: column, row: table.row, width: width, height: 1)
      canvas.grid.put(
        columnName(key).padded(to: width, alignment), column: column, row: table.row, limit: width,
        style: here.sort.key == key ? .focused : .heading)
      canvas.hit(place, .sort(key))
      column += width + 1
    }
    let beyond = list.items.count - list.homeCount
    var pieces = [Line(texts.projects(list.homeCount), .heading)]
    if beyond > 0 { pieces.append(Line(texts.beyondTotal(beyond), .dim)) }
    canvas.grid.put(
      fitted(pieces, to: max(0, left - table.column - 4), separator: Span(" ")),
      column: table.column + 3,
      row: table.row, limit: max(0, left - table.column - 4))
  }
}
