import FundingCore
import Screen

/// All projects as a table: name frozen left, sum right, what lies between as there is room.
extension Scene {
  /// A column of the table.
  struct ProjectColumn {
    var key: SortKey
    var width: Int
    var text: (Project, Int) -> String
  }

  /// The columns there is room for beside the name, which says who pays; the one the table is ordered by is among them.
  func projectColumns(_ width: Int) -> [ProjectColumn] {
    let data = data
    let texts = texts
    let tables = tables
    let format = format
    let all: [ProjectColumn] = [
      ProjectColumn(key: .sector, width: 20) { project, _ in texts.name(of: project.sector, tables)
      },
      ProjectColumn(key: .status, width: texts.language == .en ? 9 : 11) {
        texts.shortName(of: data.statuses(ofProject: $1))
      },
      ProjectColumn(key: .date, width: texts.language == .en ? 11 : 10) {
        project, _ in project.date == nil ? "" : format.day(project.date)
      },
      ProjectColumn(key: .implementer, width: 20) {
        project, _ in format.list(project.implementers.map { texts.short($0, tables) }, atMost: 2)
      },
      ProjectColumn(key: .place, width: 24) {
        project, _ in format.list(project.places.map { texts.name(of: $0, tables) }, atMost: 2)
      },
    ]
    var left = width - 62
    // The column in force is taken before the others and stands in its place.
    let ranked = all.filter { $0.key == here.sort.key } + all.filter { $0.key != here.sort.key }
    var taken = Set<SortKey>()
    for column in ranked {
      guard left >= column.width + 1 else { continue }
      left -= column.width + 1
      taken.insert(column.key)
    }
    return all.filter { taken.contains($0.key) }
  }

  func drawProjects(_ canvas: inout Canvas, _ area: Rect) {
    let list = data.projects(filter, sort: here.sort)
    guard !list.items.isEmpty else { return drawEmpty(&canvas, area) }
    let detail = area.width >= 180 ? min(64, area.width / 3) : 0
    let table = Rect(
      column: area.column, row: area.row, width: area.width - detail, height: area.height)
    drawTable(list, &canvas, table)
    if detail > 0, let project = atRest.selectedProject {
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
    let top = Cursor(index: selected).top(
      of: list.items.count, height: body.height, inSteps: table.width < canvas.grid.width)
    let shown = Array(list.items.dropFirst(top).prefix(body.height))
    let sums = sumColumn(
      shown, limit: max(8, table.width / 2), atLeast: table.width < 60 ? 0 : usualSum)
    let wholes = wholeColumn(shown)
    let whole = wholes.first?.columns ?? 0
    let sumWidth = max(sums.first?.columns ?? 0, columnName(.amount).columns - whole)
    if table.height > 3 { drawColumnNames(columns, sumWidth + whole, list, &canvas, table) }
    // Who pays is the question: with little room it goes before the sector.
    let hasSector = columns.contains { $0.key == .sector } || table.width < 44
    for (offset, item) in shown.enumerated() {
      guard let project = data.project(item.project) else { continue }
      let row = Rect(
        column: table.column, row: body.row + offset, width: table.width - 1, height: 1)
      let isCounted = top + offset < list.homeCount
      var line = Line()
      for column in columns {
        line.append(column.text(project, item.project).padded(to: column.width) + " ", .dim)
      }
      line = line + [mark(of: item.project, isCounted: isCounted)]
      line.append(sums[offset].padded(to: sumWidth, .right), isCounted ? .amount : .dim)
      line.append(wholes[offset], .dim)
      let name = hasSector ? name(of: project) : nameWithSector(of: project)
      canvas.item(
        [statusMark(of: item.project)] + lit(name, isCounted ? .plain : .dim), right: line, in: row,
        isSelected: top + offset == selected)
      canvas.hit(row, .item(top + offset))
    }
    canvas.scrollbar(in: body, top: top, count: list.items.count)
  }

  /// Before a sum: that it is shared by sectors, or why it is not in the total.
  func mark(of project: Int, isCounted: Bool) -> Span {
    if !isCounted { return Span(texts.sign(of: outside(project)) + " ", .doubt) }
    return sharedMark(of: project)
  }

  /// Why a project's money is not in the total of the city.
  func outside(_ project: Int) -> Funding.State {
    let states = data.fundings(ofProject: project).compactMap { data.funding($0)?.state }
    let reasons: [Funding.State] = [.wider, .part, .superseded, .exceeded]
    return reasons.first(where: states.contains) ?? .wider
  }

  private func columnName(_ key: SortKey) -> String {
    (key == .donor ? texts.pays : texts.name(of: key))
      + (here.sort.key == key ? (here.sort.isReversed ? " ▲" : " ▼") : "")
  }

  /// The names of the columns; a click on one orders the table by it.
  private func drawColumnNames(
    _ columns: [ProjectColumn], _ sumWidth: Int, _ list: ProjectList, _ canvas: inout Canvas,
    _ table: Rect
  ) {
    let widths = columns.map { ($0.key, $0.width, Alignment.left) } + [(.amount, sumWidth, .right)]
    let needed = widths.reduce(-1) { $0 + $1.1 + 1 }
    var column = table.right - 1 - needed
    let left = column - 2
    for (key, width, alignment) in widths {
      let place = Rect(column: column, row: table.row, width: width, height: 1)
      canvas.grid.put(
        columnName(key).padded(to: width, alignment), column: column, row: table.row, limit: width,
        style: here.sort.key == key ? .focused : .heading)
      canvas.hit(place, .sort(key))
      column += width + 1
    }
    let beyond = list.items.count - list.homeCount
    var pieces = [
      Line(columnName(.donor), here.sort.key == .donor ? .focused : .heading),
      Line(texts.projects(list.homeCount), .dim),
    ]
    if beyond > 0 { pieces.append(Line(texts.beyondTotal(beyond), .dim)) }
    let room = max(0, left - table.column - 4)
    canvas.grid.put(fitted(pieces, to: room), column: table.column + 3, row: table.row, limit: room)
    canvas.hit(Rect(column: table.column, row: table.row, width: left, height: 1), .sort(.donor))
  }
}
