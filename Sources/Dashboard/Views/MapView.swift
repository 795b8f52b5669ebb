import FundingCore
import Screen

/// The home city's districts as tiles where they lie; a list for cities without tiles.
extension Scene {
  /// A district of the map.
  struct District {
    var place: Place
    var sum: Ends
    var own: Ends
    var shared: Ends
    var count: Int
    var isChosen: Bool
  }

  /// Districts of home in the order of the table, or of rows and columns where they have tiles.
  var districts: [District] {
    var looser = filter
    looser.set(.district, to: nil)
    let groups = counted(looser, .district)
    return homeDistricts.map { place in
      let group = groups[place.label.rawValue]
      return District(
        place: place, sum: group?.whole.usd ?? .zero, own: group?.own.usd ?? .zero,
        shared: group?.shared.usd ?? .zero,
        count: group?.fundings ?? 0,
        isChosen: filter.values(of: .district).contains(place.label.rawValue))
    }
  }

  /// The city's money that names no district.
  var noDistrict: Summary.Group? {
    var looser = filter
    looser.set(.district, to: nil)
    return counted(looser, .district)[""]
  }

  var homeDistricts: [Place] { data.homeDistricts.map(\.place) }

  func drawMap(_ canvas: inout Canvas, _ area: Rect) {
    let districts = districts
    guard !districts.isEmpty else {
      canvas.grid.put(
        Line(texts.noDistricts(homeName), .heading), column: 1, row: area.row, limit: area.width - 2
      )
      return
    }
    let tiles = districts.compactMap(\.place.tile)
    let columns = (tiles.map(\.column).max() ?? 0) + 1
    let rows = (tiles.map(\.row).max() ?? 0) + 1
    let isTiled = tiles.count == districts.count && columns <= 12 && rows <= 12
    var body = area
    if area.height > 6 {
      drawCityWide(&canvas, area)
      body = area.droppingTop(1)
    }
    guard isTiled, body.width / columns >= 16, body.height / rows >= 3 else {
      return drawDistrictList(districts, &canvas, body)
    }
    let width = min(34, body.width / columns)
    let height = min(9, body.height / rows)
    let largest =
      districts.map { Double($0.own.low) + Double(max($0.shared.low, $0.shared.high ?? 0)) }.max()
      ?? 0
    let selected = min(max(0, here.cursor.index), districts.count - 1)
    for (index, district) in districts.enumerated() {
      guard let tile = district.place.tile else { continue }
      let place = Rect(
        column: body.column + tile.column * width, row: body.row + tile.row * height,
        width: width - 1, height: height)
      draw(district, largest, &canvas, place, isSelected: index == selected)
      canvas.hit(place, .item(index))
    }
    let used = columns * width
    let beside = min(max(0, atRest.here.cursor.index), districts.count - 1)
    if area.width - used >= 40 {
      drawProjects(
        in: districts[beside], &canvas,
        Rect(
          column: used + 1, row: body.row, width: area.width - used - 2, height: body.height))
    }
  }

  private func drawCityWide(_ canvas: inout Canvas, _ area: Rect) {
    let line: Line = [
      Span(" " + texts.none(of: .district) + ": ", .heading),
      Span(usd(noDistrict?.own.usd ?? .zero).description, .amount),
      Span("  " + texts.mapHint(enter: "Enter"), .dim),
    ]
    canvas.grid.put(line, column: area.column, row: area.row, limit: area.width)
  }

  private func draw(
    _ district: District, _ largest: Double, _ canvas: inout Canvas, _ area: Rect, isSelected: Bool
  ) {
    let mark =
      (isSelected ? "▸" : "") + (district.isChosen ? "✓" : "")
      + (isSelected || district.isChosen || area.height >= 5 ? "" : " ")
    let name = mark + texts.shortDistrict(texts.name(of: district.place))
    let inside: Rect
    if area.height >= 5 {
      inside = canvas.box(area)
      canvas.grid.put(
        Line(name, isSelected ? .focused : .title), column: area.column + 1, row: area.row,
        limit: area.width - 2)
    } else {
      canvas.grid.put(
        Line(name, isSelected ? .focused : .title), column: area.column, row: area.row,
        limit: area.width)
      inside = area.droppingTop(1)
    }
    let sum =
      !district.sum.isZero
      ? usd(district.sum).description : district.count > 0 ? texts.withoutSum : "—"
    let count =
      district.sum.isZero && district.count > 0
      ? texts.gifts(district.count)
      : district.count == 0 ? "" : texts.contributions(district.count)
    let gifts = texts.contributions(district.count)
    let isBroken = district.sum.isZero && count.columns > inside.width
    let lines: [Line] = [
      Line(
        isBroken ? gifts : district.sum.isZero && district.count > 0 ? count : sum,
        district.sum.isZero ? .dim : .amount),
      Line(isBroken ? texts.withoutSum : district.sum.isZero ? "" : count, .dim),
      bar(
        own: largest > 0 ? Double(district.own.low) / largest : 0,
        shared: largest > 0
          ? Double(max(district.shared.low, district.shared.high ?? 0)) / largest : 0,
        width: inside.width),
    ]
    let order = inside.height >= 3 ? [0, 1, 2] : inside.height == 2 ? [0, 2] : [0]
    let shown = order.map { lines[$0] } + payers(of: district, atMost: inside.height - 3)
    for (offset, line) in shown.enumerated() where offset < inside.height {
      canvas.grid.put(
        line, column: inside.column, row: inside.row + offset, limit: inside.width)
    }
    if isSelected {
      // Name and sum alone: a whole tile in reverse is a kilobyte at every step.
      for row in area.row..<min(area.bottom, area.row + 2) {
        canvas.grid.select(column: inside.column, row: row, width: inside.width)
      }
      canvas.grid.cursor = Grid.Position(column: area.column, row: area.row)
    }
  }

  /// Who pays there, most money first, where a tile has room.
  private func payers(of district: District, atMost limit: Int) -> [Line] {
    guard limit > 0, district.count > 0 else { return [] }
    var narrowed = filter
    narrowed.set(.district, to: district.place.label.rawValue)
    let donors = data.facets(narrowed, of: .donor).filter { $0.count > 0 }.enumerated().sorted {
      ($1.element.usd.low, $0.offset) < ($0.element.usd.low, $1.offset)
    }
    return donors.prefix(limit).map {
      Line(texts.value($0.element.id, of: .donor, tables), .dim)
    }
  }

  private func drawDistrictList(_ districts: [District], _ canvas: inout Canvas, _ body: Rect) {
    let selected = min(max(0, here.cursor.index), districts.count - 1)
    let top = Cursor(index: selected).top(of: districts.count, height: body.height)
    let shown = Array(districts.dropFirst(top).prefix(body.height))
    let sums = sumColumn(shown.map(\.sum), limit: max(8, body.width / 2))
    for (offset, district) in shown.enumerated() {
      let row = Rect(column: body.column, row: body.row + offset, width: body.width - 1, height: 1)
      let mark = district.isChosen ? "✓ " : "  "
      let name = texts.name(of: district.place)
      canvas.item(
        Line(mark + (body.width < 44 ? texts.shortDistrict(name) : name)),
        right: [
          Span(
            (district.count > 0 ? format.number(district.count) : "").padded(to: 4, .right) + "  ",
            .dim),
          district.count > 0
            ? Span(sums[offset], .amount)
            : Span("—".padded(to: sums[offset].columns, .right), .dim),
        ],
        in: row, isSelected: top + offset == selected)
      canvas.hit(row, .item(top + offset))
    }
    canvas.scrollbar(in: body, top: top, count: districts.count)
  }

  /// Beside the map: what is built in the district the cursor is on.
  private func drawProjects(in district: District, _ canvas: inout Canvas, _ area: Rect) {
    var narrowed = filter
    narrowed.set(.district, to: district.place.label.rawValue)
    drawProjects(narrowed, title: texts.name(of: district.place), &canvas, area)
  }

  /// Beside a list of values: the projects of the one in focus, as far as they fit.
  func drawProjects(
    _ narrowed: Filter, title: String, _ canvas: inout Canvas, _ area: Rect
  ) {
    canvas.rule(leftOf: area)
    let projects = data.projects(narrowed, sort: SortOrder(.amount))
    let list = projects.items.prefix(projects.homeCount)
    canvas.heading(
      Line(" " + title, .title), right: Line(texts.projects(list.count), .dim), in: area)
    let shown = Array(list.prefix(max(0, area.height - 2)))
    let sums = sumColumn(shown, limit: area.width / 2)
    var budget = BesideBudget()
    for (offset, item) in shown.enumerated() {
      guard let project = data.project(item.project) else { continue }
      let place = Rect(
        column: area.column, row: area.row + 1 + offset, width: area.width, height: 1)
      let right: Line = [mark(of: item.project, isCounted: true), Span(sums[offset], .amount)]
      let title = rowTitle(project, item.project, withSector: true)
        .clipped(to: max(0, area.width - right.columns - 2))
      guard budget.takes(title + right) else {
        canvas.grid.put(
          Line(texts.andMore(list.count - offset), .dim), column: place.column + 1, row: place.row,
          limit: place.width)
        return
      }
      canvas.item(title, right: right, in: place, isSelected: false)
    }
  }
}
