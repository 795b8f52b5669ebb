import FundingCore
import Screen

/// The opening view: a pane a sector, with its money and its projects.
extension Scene {
  /// Where panes stand: so many beside each other, each row of panes with a height of its own.
  struct PaneGrid {
    var columns: Int
    /// By row of panes.
    var heights: [Int]
    var firstRow: Int
    var detailWidth: Int
  }

  var panes: [SectorPane] { data.panes(filter) }

  func paneGrid(_ panes: [SectorPane], _ area: Rect) -> PaneGrid {
    let detail = area.width >= Scene.besideWidth ? min(70, area.width / 3) : 0
    let columns = paneColumns(panes, width: area.width - detail, height: area.height)
    let needed = stride(from: 0, to: panes.count, by: columns).map { first in
      2 + (panes[first..<min(panes.count, first + columns)].map(\.projectCount).max() ?? 0)
    }
    let heights = paneHeights(needed, room: area.height)
    let current = min(max(0, here.pane), max(0, panes.count - 1)) / columns
    // As many rows of panes above the current one as fit with it.
    var first = min(current, max(0, heights.count - 1))
    var used = heights.isEmpty ? 0 : heights[first...].reduce(0, +)
    if used < area.height || first > 0 {
      used = heights.isEmpty ? 0 : heights[first]
      while first > 0, used + heights[first - 1] <= area.height {
        first -= 1
        used += heights[first]
      }
    }
    return PaneGrid(columns: columns, heights: heights, firstRow: first, detailWidth: detail)
  }

  /// As few panes beside each other as still show everything, for titles to be whole; no pane wider than is easily read.
  private func paneColumns(_ panes: [SectorPane], width: Int, height: Int) -> Int {
    let most = max(1, min(4, panes.count, width / 38))
    let fewest = min(most, max(1, (width + 83) / 84))
    let fitting = (fewest...most).first { columns in
      let rows = stride(from: 0, to: panes.count, by: columns).map { first in
        1 + (panes[first..<min(panes.count, first + columns)].map(\.projectCount).max() ?? 0)
      }
      return rows.reduce(0, +) <= height
    }
    return fitting ?? most
  }

  /// What each row of panes needs where there is room; else a heading and three projects, and what is left in turn.
  private func paneHeights(_ needed: [Int], room: Int) -> [Int] {
    var heights = needed.map { max(1, min(4, $0, room)) }
    var left = room - heights.reduce(0, +)
    // First what the projects need, then the blank row below them.
    for spare in [1, 0] {
      var isGrowing = true
      while left > 0, isGrowing {
        isGrowing = false
        for row in heights.indices where left > 0 && heights[row] < needed[row] - spare {
          heights[row] += 1
          left -= 1
          isGrowing = true
        }
      }
    }
    return heights
  }

  func drawSectors(_ canvas: inout Canvas, _ area: Rect) {
    let panes = panes
    guard !panes.isEmpty else { return drawEmpty(&canvas, area) }
    let grid = paneGrid(panes, area)
    let width = area.width - grid.detailWidth
    let paneWidth = max(1, (width - (grid.columns - 1)) / grid.columns)
    let form = headingForm(of: panes, width: paneWidth)
    var top = area.row
    for row in grid.heights.indices.dropFirst(grid.firstRow) {
      guard top < area.bottom else { break }
      for index in row * grid.columns..<min(panes.count, (row + 1) * grid.columns) {
        let column = index % grid.columns
        let isLast = column == grid.columns - 1
        let place = Rect(
          column: column * (paneWidth + 1), row: top,
          width: isLast ? width - column * (paneWidth + 1) : paneWidth,
          height: min(grid.heights[row], area.bottom - top))
        draw(panes[index], index, form, &canvas, place)
      }
      top += grid.heights[row]
    }
    if top < area.bottom {
      drawAbsent(
        panes, &canvas,
        Rect(column: area.column, row: top, width: width, height: area.bottom - top))
    }
    guard grid.detailWidth > 0 else { return }
    let beside = Rect(
      column: area.right - grid.detailWidth + 1, row: area.row, width: grid.detailWidth - 1,
      height: area.height)
    if let project = atRest.selectedProject {
      drawBeside(project, &canvas, beside)
    } else if let sector = atRest.focusedSector {
      drawPortrait(of: sector, &canvas, beside)
    }
  }

  /// Below the panes of a filter, the sectors it leaves nothing of: what is not there is an answer too.
  private func drawAbsent(_ panes: [SectorPane], _ canvas: inout Canvas, _ area: Rect) {
    let asksForSectors = filter.clauses.contains { $0.field == .dimension(.sector) }
    guard !filter.isEmpty, !asksForSectors else { return }
    let absent = data.tables.sectors.map(\.id).filter { id in
      !panes.contains { $0.id == id.rawValue }
    }
    guard !absent.isEmpty else { return }
    let names = absent.map { texts.name(of: $0, data.tables) }.joined(separator: ", ")
    let lines = (texts.noProjectsIn + " " + names).wrappedLines(to: max(10, area.width - 2))
    for (offset, line) in lines.prefix(area.height).enumerated() {
      canvas.grid.put(
        Line(line, .dim), column: area.column + 1, row: area.row + offset, limit: area.width - 2)
    }
  }

  private func draw(
    _ pane: SectorPane, _ index: Int, _ form: HeadingForm, _ canvas: inout Canvas, _ area: Rect
  ) {
    let isFocused = index == min(max(0, here.pane), panes.count - 1)
    let isOnHeading = isFocused && here.isOnHeading
    drawHeading(pane, isFocused: isFocused, form, &canvas, area)
    canvas.hit(
      Rect(column: area.column, row: area.row, width: area.width, height: 1),
      .pane(index, item: nil))
    let list = area.droppingTop(1)
    let selected = isFocused ? min(max(0, here.cursor.index), max(0, pane.listed - 1)) : 0
    let top = isFocused ? Cursor(index: selected).top(of: pane.listed, height: list.height) : 0
    let isFar = top + list.height > pane.projects.count
    let projects = isFar ? data.projects(of: pane, filter) : pane.projects
    let shown = Array(projects.dropFirst(top).prefix(list.height))
    let sums = sumColumn(shown, limit: max(8, area.width / 2))
    let wholes = wholeColumn(shown)
    for (offset, item) in shown.enumerated() {
      guard let project = data.project(item.project) else { continue }
      let row = Rect(column: area.column, row: list.row + offset, width: area.width, height: 1)
      let mark = sharedMark(of: item.project)
      canvas.item(
        rowTitle(project, item.project, withSector: false),
        right: [mark, Span(sums[offset], .amount), Span(wholes[offset], .dim)], in: row,
        isSelected: isFocused && !isOnHeading && top + offset == selected)
      canvas.hit(row, .pane(index, item: top + offset))
    }
  }

  /// Behind a sum that a filter shows only a part of, the whole: `$187,3 млн з 374,7`. Blank for whole ones; all empty
  /// where there are none but those.
  func wholeColumn(_ items: [ProjectTotal]) -> [String] {
    guard !filter.isEmpty else { return items.map { _ in "" } }
    let words = items.map { item -> String in
      let whole = data.table.projectTotal(item.project, in: data.table.everything).usd
      guard !item.usd.isZero, item.usd.low < whole.low else { return "" }
      return " " + texts.partOf + " " + part(whole, of: usd(item.usd))
    }
    let width = words.map(\.columns).max() ?? 0
    return words.map { $0.padded(to: width) }
  }

  /// Before a sum: that all of it is shared by sectors, or a part.
  func sharedMark(of project: Int) -> Span {
    guard let row = data.table.project(at: project), row.isShared else { return Span("  ") }
    return Span(row.isPartlyShared ? "▇░" : "░ ", .shared)
  }

  /// Sums of projects under each other by the decimal sign; `≈` where one of them is only about so much.
  func sumColumn(_ items: [ProjectTotal], limit: Int, atLeast: Int = 0) -> [String] {
    sumColumn(items.map { $0.usd.isZero ? nil : usd($0) }, limit: limit, atLeast: atLeast)
  }

  /// Sums under each other by the decimal sign; words where nobody states a sum.
  func sumColumn(_ sums: [Ends], limit: Int, atLeast: Int = 0) -> [String] {
    sumColumn(sums.map { $0.isZero ? nil : usd($0) }, limit: limit, atLeast: atLeast)
  }

  /// Columns any usual sum takes: what a list keeps for them, so that it stands still while it scrolls.
  var usualSum: Int { 2 + 4 + 2 + format.unitColumns }

  private func sumColumn(_ short: [ShortSum?], limit: Int, atLeast: Int) -> [String] {
    let width = short.reduce(atLeast) { width, sum in
      sum.map { max(width, 2 + $0.whole.columns + 2 + format.unitColumns) } ?? width
    }
    let fitting = min(width, limit)
    let texts = short.map {
      $0?.aligned(to: fitting, unitColumns: format.unitColumns) ?? self.texts.withoutSumShort
    }
    let widest = texts.map(\.columns).max() ?? 0
    return texts.map { $0.padded(to: widest, .right) }
  }

  /// A project's row: status, title, with what was searched for lit up.
  func rowTitle(_ project: Project, _ row: Int, withSector: Bool) -> Line {
    [statusMark(of: row)] + lit(withSector ? nameWithSector(of: project) : name(of: project))
  }

  /// The mark of a project's state: one of its own where only a part of its money has come so far.
  func statusMark(of row: Int) -> Span {
    let statuses = data.statuses(ofProject: row)
    return Span(texts.glyph(of: statuses) + " ", .status(of: statuses))
  }

  /// The sector of the pane that has the cursor.
  var focusedSector: String? {
    let panes = panes
    return panes.isEmpty ? nil : panes[min(max(0, here.pane), panes.count - 1)].id
  }

  /// The value of a dimension the cursor stands for: a heading's sector, a bar's group, a tile's district.
  var focusedGroup: (dimension: Dimension, id: String)? {
    switch here.page {
    case .sectors: return here.isOnHeading ? focusedSector.map { (.sector, $0) } : nil
    case .funding:
      let groups = fundingGroups
      guard !groups.isEmpty else { return nil }
      return (fundingDimension, groups[min(max(0, here.cursor.index), groups.count - 1)].id)
    case .map:
      let places = homeDistricts
      guard places.indices.contains(here.cursor.index) else { return nil }
      return (.district, places[here.cursor.index].label.rawValue)
    default: return nil
    }
  }

  /// The project the cursor is on, in the views that list projects.
  var selectedProject: Int? {
    switch here.page {
    case .sectors:
      let panes = panes
      guard !panes.isEmpty, !here.isOnHeading else { return nil }
      let pane = panes[min(max(0, here.pane), panes.count - 1)]
      let index = min(max(0, here.cursor.index), pane.listed - 1)
      return data.project(index, of: pane, filter)?.project
    case .projects:
      let list = data.projects(filter, sort: here.sort).items
      return list.isEmpty ? nil : list[min(max(0, here.cursor.index), list.count - 1)].project
    case .project(let row): return row
    default: return nil
    }
  }
}

extension Style {
  /// The meaning of several states together.
  static func status(of statuses: [Status]) -> Style {
    statuses.count == 1 ? status(of: statuses[0]) : .title
  }

  /// The meaning of a status in a list.
  static func status(of status: Status) -> Style {
    switch status {
    case .completed: .amount
    case .ongoing: .title
    case .planned: .dim
    }
  }
}
