import FundingCore
import Screen

/// The whole picture of a state, at any size.
public func view(_ state: State, width: Int, height: Int) -> Grid {
  canvas(state, width: width, height: height).grid
}

/// The picture and what a click on each part of it means.
func canvas(_ state: State, width: Int, height: Int) -> Canvas {
  var canvas = Canvas(width: width, height: height)
  guard width > 0, height > 0 else { return canvas }
  let scene = Scene(state)
  let layout = Layout(width: width, height: height)
  scene.drawTotal(&canvas)
  if layout.tabsRow > 0 { scene.drawTabs(&canvas, row: layout.tabsRow) }
  if layout.filterRow > 0 { scene.drawFilter(&canvas, row: layout.filterRow) }
  scene.drawPage(&canvas, layout.content)
  scene.drawOverlay(&canvas, layout.content)
  if layout.hintRow > 0 { scene.drawHints(&canvas, row: layout.hintRow) }
  if case .field(let question, let field, let index) = state.overlay {
    scene.drawField(question, field, at: index, &canvas)
  }
  if let cursor = canvas.grid.cursor, cursor.column >= width || cursor.row >= height {
    canvas.grid.cursor = nil
  }
  return canvas
}

/// Which row holds what: the total always, the rest as there is room.
struct Layout {
  /// 0 where there is none.
  var tabsRow = 0
  var filterRow = 0
  var hintRow = 0
  var content: Rect

  init(width: Int, height: Int) {
    var top = min(1, height)
    if height >= 10 {
      tabsRow = top
      top += 1
    }
    if height >= 4 {
      filterRow = top
      top += 1
    }
    var bottom = height
    if height >= 5 {
      hintRow = height - 1
      bottom -= 1
    }
    content = Rect(column: 0, row: top, width: width, height: max(0, bottom - top))
  }
}

extension Scene {
  func drawPage(_ canvas: inout Canvas, _ area: Rect) {
    guard area.height > 0 else { return }
    switch here.page {
    case .sectors: drawSectors(&canvas, area)
    case .projects: drawProjects(&canvas, area)
    case .funding: drawFunding(&canvas, area)
    case .map: drawMap(&canvas, area)
    case .articles: drawArticles(&canvas, area)
    case .article(let row): drawArticle(row, &canvas, area)
    case .doubts, .project, .fundingDetail, .explanation, .decisions: drawBlocks(&canvas, area)
    }
  }

  func drawOverlay(_ canvas: inout Canvas, _ area: Rect) {
    switch state.overlay {
    case .facets(let list): drawFacets(list, &canvas, area)
    case .help(let field, let index): drawHelp(field, index, &canvas, area)
    case .choice(let choice): drawChoice(choice, &canvas, area)
    case .field, .query, nil: break
    }
  }

  /// The first row: the total before anything else, then what it is the total of.
  func drawTotal(_ canvas: inout Canvas) {
    let summary = data.summary(filter)
    let total = total(of: summary)
    var pieces: [Line] = [[Span(" \(total) ", .total), Span(" " + subject, .heading)]]
    if let cityWide = summary.cityWide {
      pieces.append([
        Span(texts.cityWideBeside + " ", .dim), Span(usd(cityWide.usd).description, .shared),
      ])
    }
    if let joint = data.jointMoney(filter) {
      let names = format.list(joint.partners.map { texts.short($0, tables) }, atMost: 2)
      var words: Line = [Span("░ ", .shared)]
      // Where not all of it is shared, how much is.
      if let shared = joint.shared, shared.low < summary.total.usd.low {
        words.append(usd(shared).description + " ", .shared)
      }
      words.append(texts.jointWith + " ", .dim)
      words.append(names, .shared)
      pieces.append(words)
    }
    // What no article tells of is made up: how many of them there are is what one wants to see grow.
    if data.table.articleCount == 0 {
      pieces.append(Line(texts.contributions(data.selection(filter).count)))
    }
    pieces.append(Line(texts.projects(projectCount)))
    let counts = summary.counts.articles > 0 ? 2 : 1
    // Gifts without a sum are told apart below: "37 sums, 6 of them without" would count no sum.
    pieces.append(Line(texts.sums(summary.counts.fundings - summary.counts.withoutSum)))
    if summary.counts.articles > 0 { pieces.append(Line(texts.articles(summary.counts.articles))) }
    if summary.counts.wider > 0, !summary.wider.usd.isZero {
      let wider = Span(usd(summary.wider.usd).description, .shared)
      // Where there is no room for all, what is left out of the total is said shortly, before the counts that go.
      let short: Line = [Span(texts.notCounted + " ", .dim), wider]
      let ways =
        [pieces + [[Span(texts.widerBeside + " ", .dim), wider]]]
        + (0...counts).map { pieces.dropLast($0) + [short] + pieces.suffix($0) }
      let keeping = (0...counts).map { pieces.count + 1 - $0 }
      let room = canvas.grid.width
      let way = zip(ways, [pieces.count + 1] + keeping).first { way, kept in
        way.prefix(kept).reduce(-3) { $0 + 3 + $1.columns } <= room
      }
      pieces = way?.0 ?? pieces
    }
    if summary.counts.withoutSum > 0 {
      pieces.append(Line(texts.gifts(summary.counts.withoutSum), .dim))
    }
    if summary.counts.unconverted > 0 {
      pieces.append(Line(texts.withoutRate(summary.counts.unconverted), .doubt))
    }
    var line = fitted(pieces, to: canvas.grid.width)
    if canvas.grid.width < pieces[0].columns {
      line = Line(" \(total) ".clipped(to: canvas.grid.width), .total)
    }
    canvas.grid.put(line, column: 0, row: 0)
    let name = texts.programName
    if line.columns + name.columns + 3 < canvas.grid.width {
      canvas.grid.put(name, column: canvas.grid.width - name.columns - 1, row: 0, style: .dim)
    }
  }

  /// The projects in the total: under a filter by sector, those of its sectors alone.
  var projectCount: Int {
    let hasSectors = !filter.values(of: .sector).isEmpty || !filter.excluded(.sector).isEmpty
    return hasSectors
      ? panes.reduce(0) { $0 + $1.projectCount } : data.summary(filter).counts.projects
  }

  /// The money of a summary; gifts nobody has named a price of are no dollars, and not none either.
  func total(of summary: Summary) -> String {
    guard summary.total.usd.isZero else { return usd(summary.total.usd).description }
    return summary.counts.withoutSum > 0 ? texts.withoutSum : "—"
  }

  /// What the total is of: the city, or the districts the filter holds it to.
  var subject: String {
    let districts = filter.values(of: .district).map { texts.value($0, of: .district, tables) }
    let places = filter.values(of: .place).map { texts.value($0, of: .place, tables) }
    let names = districts + places
    return names.isEmpty ? homeName : format.list(names, atMost: 2)
  }

  func drawTabs(_ canvas: inout Canvas, row: Int) {
    var column = 0
    let current = state.trail.first?.page ?? here.page
    let isShort = canvas.grid.width < 64
    for (index, page) in Page.views.enumerated() {
      let isCurrent = page == current
      let name = isShort && !isCurrent ? "" : " " + texts.title(of: page)
      let label = " \(index + 1)\(name) "
      guard column + label.columns <= canvas.grid.width else { break }
      canvas.grid.put(
        label, column: column, row: row, style: isCurrent ? .focused : .plain, isSelected: isCurrent
      )
      canvas.grid.restyle(column: column + 1, row: row, width: 1, style: .key)
      canvas.hit(Rect(column: column, row: row, width: label.columns, height: 1), .tab(page))
      column += label.columns
    }
    let legends = texts.signs(on: here.page).map { Line($0) }
    if !state.trail.isEmpty { column = drawTrail(&canvas, row: row, from: column) }
    guard state.trail.isEmpty || here.page == .projects,
      let legend = legends.first(where: { column + $0.columns + 1 <= canvas.grid.width })
    else { return }
    canvas.grid.put(legend, column: canvas.grid.width - legend.columns - 1, row: row)
  }

  /// The way down to here; where it ends.
  private func drawTrail(_ canvas: inout Canvas, row: Int, from column: Int) -> Int {
    let steps =
      state.trail.dropFirst().map { texts.title(of: $0.page) } + [texts.title(of: here.page)]
    let room = canvas.grid.width - column - 2
    var text = steps.joined(separator: " › ")
    // Where one is stands at the end: what does not fit is left out before it.
    for first in steps.indices.dropFirst() where text.columns + 2 > room {
      text = "… › " + steps[first...].joined(separator: " › ")
    }
    let way = Line("› " + text, .dim)
    return column + 1 + canvas.grid.put(way, column: column + 1, row: row, limit: room)
  }

  /// The filters in force, always: words, facets, and the key that clears them.
  func drawFilter(_ canvas: inout Canvas, row: Int) {
    if case .query(let field, _) = state.overlay {
      drawQuery(field, &canvas, row: row)
      return
    }
    let width = canvas.grid.width
    if filter.isEmpty {
      let hint =
        state.isFirstVisit ? texts.welcome(homeName, key: key(.help)) : noFilterHint(width - 1)
      canvas.grid.put(Line(" ") + hint, column: 0, row: row, limit: width)
      if here.page == .sectors {
        let room = width - hint.columns - 4
        let split = statusSplits.first { $0.columns <= room } ?? Line()
        canvas.grid.put(split, column: width - split.columns - 1, row: row)
      }
      return
    }
    let pieces = filter.clauses.map { clause in Line(describe(clause), .match) }
    let clear: Line = [Span("  \(key(.clear))", .key), Span(" " + texts.clearsFilter, .dim)]
    let line =
      Line(" " + texts.filters + ": ", .heading)
      + fitted(
        pieces, to: max(1, width - texts.filters.columns - 3 - clear.columns), separator: Span("  ")
      )
    let fits = line.columns + clear.columns <= width
    canvas.grid.put(line + (fits ? clear : Line()), column: 0, row: row, limit: width)
    if fits, let way = asDonor, line.columns + clear.columns + way.columns + 4 <= width {
      canvas.grid.put(way, column: width - way.columns - 1, row: row)
    }
    if fits {
      canvas.hit(
        Rect(column: line.columns, row: row, width: clear.columns, height: 1), .command(.clear))
    }
  }

  /// A search finds what is said of a donor beside what it pays: how much that is, and what to type for it alone.
  private var asDonor: Line? {
    guard let donor = data.donorSearched(filter) else { return nil }
    let name = texts.short(donor.id, tables)
    let word = name.contains(" ") ? "\"\(name)\"" : name
    let sum = donor.usd.isZero ? texts.withoutSumShort : usd(donor.usd).description
    return [
      Span(texts.asDonor + " ", .dim), Span(sum, .amount), Span(": ", .dim),
      Span("\(texts.fieldExample)\(word)", .key),
    ]
  }

  /// How much of the total is only planned: in full, and as a share.
  private var statusSplits: [Line] {
    let summary = data.summary(filter, by: .status)
    let groups = summary.groups.filter { !$0.whole.usd.isZero }
    guard let planned = groups.first(where: { $0.id == Status.planned.rawValue }) else { return [] }
    let parts = groups.compactMap { group in
      Status(rawValue: group.id).map { status -> Line in
        let sum = part(group.whole.usd, of: usd(summary.total.usd), isSigned: false)
        return [
          Span(texts.glyph(of: status) + " ", .status(of: status)),
          Span(texts.name(of: status) + " ", .dim), Span(sum, .amount),
        ]
      }
    }
    let full = Line(texts.ofIt + ": ", .dim) + fitted(parts, to: 400, separator: Span("  "))
    guard summary.total.usd.low > 0 else { return [full] }
    let percent = Double(planned.whole.usd.low) / Double(summary.total.usd.low) * 100
    let share: Line = [
      Span(texts.glyph(of: .planned) + " ", .status(of: .planned)),
      Span(texts.name(of: .planned) + " ", .dim),
      Span("\(Int(min(100, percent).rounded()))\u{A0}%", .amount),
    ]
    return [full, Line(texts.ofIt + " ", .dim) + share, share]
  }

  private func noFilterHint(_ width: Int) -> Line {
    let commands: [Command] = [.district, .search, .facets]
    let pieces = commands.map { command -> Line in
      [Span(key(command), .key), Span(" " + texts.hint(command), .dim)]
    }
    return fitted([Line(texts.noFilter, .dim)] + pieces, to: width)
  }

  /// A clause in words: `район: Салтівський`, `без: медицина`, `«школа»`.
  func describe(_ clause: Filter.Clause) -> String {
    let not = clause.isNegated ? texts.not + " " : ""
    switch clause.field {
    case .dimension(let dimension):
      let names = clause.values.map { texts.value($0, of: dimension, tables) }
      return not + texts.name(of: dimension) + ": " + names.joined(separator: texts.or)
    case .since: return not + texts.since + " " + clause.values.joined(separator: texts.or)
    case .until: return not + texts.until + " " + clause.values.joined(separator: texts.or)
    case .text: return not + clause.values.map(texts.quoted).joined(separator: texts.or)
    }
  }

  private func drawQuery(_ field: TextField, _ canvas: inout Canvas, row: Int) {
    let found = data.summary(filter).counts
    let count = Line(texts.projects(found.projects), .dim)
    let room = max(4, canvas.grid.width - 3 - (canvas.grid.width > 40 ? count.columns + 2 : 0))
    canvas.grid.put(" / ", column: 0, row: row, style: .key)
    draw(field, column: 3, row: row, width: room, &canvas)
    if canvas.grid.width > 40 {
      canvas.grid.put(count, column: canvas.grid.width - count.columns - 1, row: row)
    }
  }

  /// A line being typed: the end that holds the cursor is seen.
  func draw(_ field: TextField, column: Int, row: Int, width: Int, _ canvas: inout Canvas) {
    let scalars = Array(field.text.unicodeScalars)
    let cursor = min(field.cursor, scalars.count)
    var before = String(String.UnicodeScalarView(scalars[..<cursor]))
    while before.columns >= width, !before.isEmpty { before.unicodeScalars.removeFirst() }
    let after = String(String.UnicodeScalarView(scalars[cursor...]))
    let used = canvas.grid.put(before, column: column, row: row, limit: width)
    canvas.grid.put(after, column: column + used, row: row, limit: width - used)
    canvas.grid.cursor = Grid.Position(column: min(canvas.grid.width - 1, column + used), row: row)
  }
}
