import FundingCore
import Screen

/// Money told by one dimension, by two, or month by month.
extension Scene {
  /// The dimensions the view tells money by, in the order of the key that changes them.
  static let fundingDimensions: [Dimension] = [
    .sector, .district, .donor, .implementer, .status, .year, .instrument, .source,
  ]

  /// The dimension in force: a timeline goes by month or by year.
  var fundingDimension: Dimension {
    here.mode == .timeline ? (here.isYearly ? .year : .month) : here.dimension
  }

  /// The groups of the view, in the order chosen; what the filter names is there even where it has nothing.
  var fundingGroups: [Summary.Group] {
    let found = data.summary(filter, by: fundingDimension).groups
    let absent = filter.values(of: fundingDimension).filter { id in
      !found.contains { $0.id == id }
    }
    let groups = found.isEmpty ? [] : found + absent.map { Summary.Group(id: $0) }
    guard here.mode != .timeline else { return here.sort.isReversed ? groups.reversed() : groups }
    let ordered =
      here.sort.key == .amount && here.dimension != .year
      ? groups.enumerated().sorted { a, b in
        let first = a.element.whole.usd.low
        let second = b.element.whole.usd.low
        return first == second ? a.offset < b.offset : first > second
      }.map(\.element) : groups
    return here.sort.isReversed ? ordered.reversed() : ordered
  }

  func drawFunding(_ canvas: inout Canvas, _ area: Rect) {
    let groups = fundingGroups
    guard !groups.isEmpty else { return drawEmpty(&canvas, area) }
    let isWide = area.width >= Scene.besideWidth && here.mode != .pivot
    let detail = isWide ? min(78, area.width * 2 / 5) : 0
    var area = area
    area.width -= detail
    if detail > 0 {
      drawProjects(
        of: groups[min(max(0, atRest.here.cursor.index), groups.count - 1)].id, &canvas,
        Rect(column: area.right + 1, row: area.row, width: detail - 1, height: area.height))
    }
    var body = area
    if area.height >= 4 {
      drawDimensions(&canvas, area)
      body = area.droppingTop(1)
    }
    if here.mode == .timeline, body.height >= 6 {
      drawSparkline(groups, &canvas, body)
      body = body.droppingTop(2)
    }
    if here.mode == .pivot, area.width >= 60, area.height >= 5 {
      drawPivot(groups, &canvas, body)
    } else {
      drawBars(groups, &canvas, body)
    }
  }

  private func drawDimensions(_ canvas: inout Canvas, _ area: Rect) {
    if here.mode == .timeline {
      let names: [(Dimension, Bool)] = [(.month, !here.isYearly), (.year, here.isYearly)]
      let pieces = names.map { Line(texts.name(of: $0.0), $0.1 ? .focused : .dim) }
      canvas.grid.put(
        Line(" " + texts.by + " ", .heading)
          + fitted(pieces + [Line(texts.byPublication, .dim)], to: area.width - 6),
        column: area.column, row: area.row, limit: area.width)
      return
    }
    var pieces = Scene.fundingDimensions.map { dimension -> Line in
      Line(texts.name(of: dimension), dimension == here.dimension ? .focused : .dim)
    }
    let at = Scene.fundingDimensions.firstIndex(of: here.dimension) ?? 0
    if area.width < 80 { pieces = Array(pieces[at...] + pieces[..<at]) }
    var line: Line = [Span(" " + texts.by + " ", .heading)]
    let beside: Line =
      here.mode == .pivot
      ? [
        Span("  × ", .heading), Span(texts.name(of: here.beside), .focused),
        Span(" (\(key(.beside)))", .dim),
      ] : Line()
    line =
      line + fitted(pieces, to: max(8, area.width - line.columns - beside.columns - 1)) + beside
    canvas.grid.put(line, column: area.column, row: area.row, limit: area.width)
  }

  private func drawBars(_ groups: [Summary.Group], _ canvas: inout Canvas, _ body: Rect) {
    let selected = min(max(0, here.cursor.index), groups.count - 1)
    let top = Cursor(index: selected).top(
      of: groups.count, height: body.height, inSteps: body.width < canvas.grid.width)
    let shown = Array(groups.dropFirst(top).prefix(body.height))
    let rights = barSums(shown, width: body.width)
    let sumsWidth = rights.map(\.columns).max() ?? 0
    let longest = groups.map { texts.value($0.id, of: fundingDimension, tables).columns }.max() ?? 0
    let nameWidth = min(longest, max(4, body.width - sumsWidth - 5))
    let barWidth = max(0, body.width - nameWidth - sumsWidth - 5)
    let largest =
      groups.map {
        Double($0.own.usd.low) + Double(max($0.shared.usd.low, $0.shared.usd.high ?? 0))
      }.max() ?? 0
    for (offset, group) in shown.enumerated() {
      let row = Rect(column: body.column, row: body.row + offset, width: body.width - 1, height: 1)
      var left = lit(texts.value(group.id, of: fundingDimension, tables).padded(to: nameWidth))
      left.append(" ")
      let extra = Double(max(group.shared.usd.low, group.shared.usd.high ?? 0))
      left =
        left
        + bar(
          own: largest > 0 ? Double(group.own.usd.low) / largest : 0,
          shared: largest > 0 ? extra / largest : 0,
          width: barWidth)
      canvas.item(
        left, right: rights[offset], in: row, isSelected: top + offset == selected,
        name: nameWidth)
      canvas.hit(row, .item(top + offset))
    }
    canvas.scrollbar(in: body, top: top, count: groups.count)
  }

  /// The sums at the right end of the bars: own and shared in columns of their own, or the whole where there is no room.
  private func barSums(_ groups: [Summary.Group], width: Int) -> [Line] {
    if width < 56 {
      return sumColumn(groups.map(\.whole.usd), limit: 18).enumerated().map { offset, sum in
        let isNone = groups[offset].fundings == 0
        return [
          Span(groups[offset].shared.usd.isZero ? "  " : "░ ", .shared),
          Span(isNone ? "$0".padded(to: sum.columns, .right) : sum, isNone ? .dim : .amount),
        ]
      }
    }
    let own = sumColumn(groups.map(\.own.usd), limit: 18)
    let shared = sumColumn(groups.map(\.shared.usd), limit: 18)
    let hasShared = groups.contains { !$0.shared.usd.isZero }
    // The order is that of both together: where there is room, they are told.
    let whole =
      hasShared && width >= 76 ? sumColumn(groups.map(\.whole.usd), limit: 18) : nil
    return groups.enumerated().map { offset, group in
      // A group that only shares states no sum of its own: that is no gift without a sum.
      let isEmpty = group.own.usd.isZero
      // And one the filter names and nothing is found for has nothing at all.
      let instead = !group.shared.usd.isZero ? "—" : group.fundings == 0 ? "$0" : nil
      let first =
        isEmpty ? instead?.padded(to: own[offset].columns, .right) ?? own[offset] : own[offset]
      var line = Line()
      if let whole {
        let isNone = group.fundings == 0
        line.append(
          isNone ? "$0".padded(to: whole[offset].columns, .right) : whole[offset],
          isNone ? .dim : .amount)
        line.append("  ▇ ", .bar)
      }
      line.append(first, isEmpty || whole != nil ? .dim : .amount)
      guard hasShared else { return line }
      let isShared = !group.shared.usd.isZero
      line.append(isShared ? " ░ " : "   ", .shared)
      line.append(
        isShared ? shared[offset] : String(repeating: " ", count: shared[offset].columns), .shared)
      return line
    }
  }

  /// Beside the bars: the projects the bar in focus stands for.
  private func drawProjects(of id: String, _ canvas: inout Canvas, _ area: Rect) {
    var narrowed = filter
    narrowed.set(fundingDimension, to: id)
    drawProjects(
      narrowed, title: texts.value(id, of: fundingDimension, tables), &canvas, area)
  }

  /// Rows by one dimension, columns by another; what a cell holds is everything that names both.
  private func drawPivot(_ groups: [Summary.Group], _ canvas: inout Canvas, _ body: Rect) {
    let pivot = pivot(width: body.width)
    let cells = pivot.columns.map { cellWidth($0.name) }
    let used = cells.reduce(0) { $0 + $1 + 1 }
    let nameWidth = max(8, body.width - used - 3)
    // Columns there is no room for are counted where the rows' names stand.
    let hidden = pivot.hidden > 0 ? "  " + texts.columnsLeftOut(pivot.hidden) : ""
    var names = Line(hidden.padded(to: nameWidth + 1), .dim)
    for (index, column) in pivot.columns.enumerated() {
      names.append(" " + column.name.padded(to: cells[index], .right), .heading)
    }
    canvas.grid.put(names, column: body.column, row: body.row, limit: body.width)
    var list = body.droppingTop(1)
    if list.height >= 4 {
      list.height = min(list.height - 1, groups.count)
      drawPivotTotal(pivot, cells, groups, &canvas, body, row: list.bottom)
    }
    let selected = min(max(0, here.cursor.index), groups.count - 1)
    let top = Cursor(index: selected).top(of: groups.count, height: list.height)
    for (offset, group) in groups.dropFirst(top).prefix(list.height).enumerated() {
      let row = Rect(column: list.column, row: list.row + offset, width: list.width - 1, height: 1)
      canvas.item(
        Line(texts.value(group.id, of: here.dimension, tables).clipped(to: nameWidth)),
        right: pivotCells(
          pivot.row(group.id), cells, .amount, isNone: group.fundings == 0), in: row,
        isSelected: top + offset == selected)
      canvas.hit(row, .item(top + offset))
    }
    canvas.scrollbar(in: list, top: top, count: groups.count)
  }

  private func pivotCells(
    _ sums: [Ends], _ cells: [Int], _ style: Style, isNone: Bool = false
  ) -> Line {
    var line = Line()
    for (index, sum) in sums.enumerated() {
      let none = isNone && index + 1 == sums.count ? "$0" : "·"
      let text =
        sum.isZero ? none : usd(sum).aligned(to: cells[index], unitColumns: format.unitColumns)
      line.append(" " + text.padded(to: cells[index], .right), sum.isZero ? .dim : style)
    }
    return line
  }

  /// Below the rows: each column's sum, every amount once; and, where rows overlap, a word of it.
  private func drawPivotTotal(
    _ pivot: Pivot, _ cells: [Int], _ groups: [Summary.Group], _ canvas: inout Canvas,
    _ body: Rect, row: Int
  ) {
    let room = body.width - cells.reduce(0) { $0 + $1 + 1 } - 3
    let name =
      texts.totalEachOnce.columns < room ? texts.totalEachOnce : texts.capitalised(texts.total)
    canvas.item(
      Line(" " + name, .heading), right: pivotCells(pivot.totals, cells, .total),
      in: Rect(column: body.column, row: row, width: body.width - 1, height: 1), isSelected: false)
    let overlaps = groups.contains { !$0.shared.usd.isZero }
    guard overlaps, row + 2 < body.bottom else { return }
    canvas.grid.put(
      Line("░ " + texts.overlap, .dim), column: body.column + 2, row: row + 2,
      limit: body.width - 3)
  }

  /// A table of two dimensions, as wide as the screen.
  struct Pivot {
    struct Column {
      var id: String
      var name: String
    }
    var columns: [Column]
    /// By column: what each value of the rows' dimension has.
    var sums: [[String: Ends]]
    /// By column: all of it, each sum once.
    var totals: [Ends] = []
    /// How many values of the columns' dimension there was no room for.
    var hidden = 0

    func row(_ id: String) -> [Ends] { sums.map { $0[id] ?? .zero } }
  }

  /// A column holds its name and any sum: `≥ $124,9 млн`.
  private func cellWidth(_ name: String) -> Int {
    max(format.isEnglish ? 11 : 13, min(name.columns, 16))
  }

  func pivot(width: Int) -> Pivot {
    let all = data.summary(filter, by: here.beside).groups
    // What the rows' names and the total leave, the largest columns first.
    let rows = data.summary(filter, by: here.dimension).groups
    let longest = rows.map { texts.value($0.id, of: here.dimension, tables).columns }.max() ?? 0
    var room = width - min(24, longest) - 3 - cellWidth(texts.total) - 1
    let chosen = all.enumerated().sorted { a, b in
      a.element.whole.usd.low == b.element.whole.usd.low
        ? a.offset < b.offset : a.element.whole.usd.low > b.element.whole.usd.low
    }.enumerated().prefix { place, group in
      room -= cellWidth(texts.value(group.element.id, of: here.beside, tables)) + 1
      return place == 0 || room >= 0
    }.map(\.element).sorted { $0.offset < $1.offset }.map(\.element)
    var pivot = Pivot(columns: [], sums: [], hidden: max(0, all.count - chosen.count))
    for group in chosen {
      var filter = filter
      filter.set(here.beside, to: group.id)
      let summary = data.summary(filter, by: here.dimension)
      let groups = summary.groups
      pivot.totals.append(summary.total.usd)
      pivot.columns.append(
        .init(id: group.id, name: texts.value(group.id, of: here.beside, tables)))
      pivot.sums.append(
        Dictionary(groups.map { ($0.id, $0.whole.usd) }, uniquingKeysWith: { a, _ in a }))
    }
    pivot.columns.append(.init(id: "", name: texts.total))
    let summary = data.summary(filter, by: here.dimension)
    let whole = summary.groups
    pivot.totals.append(summary.total.usd)
    pivot.sums.append(
      Dictionary(whole.map { ($0.id, $0.whole.usd) }, uniquingKeysWith: { a, _ in a }))
    return pivot
  }

  /// The months or years beside each other, an eighth of a cell the smallest step.
  private func drawSparkline(_ groups: [Summary.Group], _ canvas: inout Canvas, _ body: Rect) {
    let isYearly = here.isYearly
    func index(_ id: String) -> Int? {
      isYearly ? Int(id) : YearMonth(id).map { Int($0.index) }
    }
    let known = groups.compactMap { group in index(group.id).map { (at: $0, group: group) } }
    guard let first = known.min(by: { $0.at < $1.at }), let last = known.max(by: { $0.at < $1.at }),
      body.width > 4
    else { return }
    let span = last.at - first.at + 1
    let step = max(1, min(isYearly ? 12 : 6, (body.width - 2) / max(1, span)))
    let count = min(span, body.width - 2)
    var sums = [Double](repeating: 0, count: count)
    for (at, group) in known {
      let place = (at - first.at) * count / span
      if sums.indices.contains(place) { sums[place] += Double(group.whole.usd.low) }
    }
    let largest = sums.max() ?? 0
    let steps = Array("▁▂▃▄▅▆▇█")
    let line = sums.map { sum -> String in
      let sign = sum <= 0 || largest <= 0 ? " " : steps[min(7, Int(sum / largest * 7.99))]
      let bar = step > 2 ? step - 1 : step
      return String(repeating: sign, count: bar) + String(repeating: " ", count: step - bar)
    }.joined()
    canvas.grid.put(line, column: body.column + 1, row: body.row, limit: body.width, style: .bar)
    let from = texts.value(first.group.id, of: fundingDimension, tables)
    let to = texts.value(last.group.id, of: fundingDimension, tables)
    canvas.grid.put(from, column: body.column + 1, row: body.row + 1, style: .dim)
    let end = count * step - (step > 2 ? 1 : 0)
    if end > from.columns + to.columns + 1 {
      canvas.grid.put(
        to, column: body.column + 1 + end - to.columns, row: body.row + 1, style: .dim)
    }
  }
}
