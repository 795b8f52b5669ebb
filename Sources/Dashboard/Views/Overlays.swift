import FundingCore
import Screen

/// A row of a facet list: a value, or a neighbourhood under its district.
struct FacetRow: Hashable {
  var dimension: Dimension
  var id: String
  var name: String
  var depth: Int
  var count: Int
  var usd: Ends
  var isChosen: Bool
  var isExcluded: Bool
}

/// What lies over a view: facets, the list of keys, questions.
extension Scene {
  /// The rows of a facet list, narrowed by what is typed.
  func facetRows(_ list: FacetList) -> [FacetRow] {
    data.facetRows(filter, list, texts.language) { makeFacetRows(list) }
  }

  private func makeFacetRows(_ list: FacetList) -> [FacetRow] {
    let rows =
      list.dimension == .district
      ? districtRows(isWhole: list.narrowing?.text.isEmpty == false)
      : valueRows(list.dimension)
    var ordered: [FacetRow]
    switch list.dimension {
    case .donor, .implementer, .source:
      ordered = rows.enumerated().sorted { a, b in
        a.element.count == b.element.count ? a.offset < b.offset : a.element.count > b.element.count
      }.map(\.element)
    case .sector, .district, .status, .year, .place, .month, .state, .instrument: ordered = rows
    }
    guard let typed = list.narrowing?.text, !typed.isEmpty else { return ordered }
    let wanted = SearchFold.fold(typed)
    let other = Layouts.retyped(typed).map(SearchFold.fold) ?? wanted
    ordered = ordered.filter { row in
      names(of: row).contains { name in
        let name = " " + SearchFold.fold(name)
        return name.contains(" " + wanted) || name.contains(" " + other)
      }
    }
    // What has money first, districts before their neighbourhoods.
    return ordered.enumerated().sorted { a, b in
      (a.element.count == 0 ? 1 : 0, a.element.depth, a.offset)
        < (b.element.count == 0 ? 1 : 0, b.element.depth, b.offset)
    }.map(\.element)
  }

  /// What a row can be found by: its name, and for organisations and places their names in every language.
  private func names(of row: FacetRow) -> [String] {
    switch row.dimension {
    case .donor, .implementer:
      return [row.name] + (tables.organisation(Organisation.ID(row.id))?.forms ?? [])
    case .district, .place:
      guard let place = tables.gazetteer[Place.Label(row.id)] else { return [row.name] }
      return [place.name.uk, place.name.en, place.name.ru]
    default: return [row.name]
    }
  }

  /// The values of a dimension, each with the sums the total would count of it.
  private func valueRows(_ dimension: Dimension) -> [FacetRow] {
    var looser = filter
    looser.set(dimension, to: nil)
    let groups = counted(looser, dimension)
    return data.facets(filter, of: dimension).map { value in
      row(value, groups[value.id], dimension, depth: 0)
    }
  }

  /// What the total counts of each value.
  func counted(_ filter: Filter, _ dimension: Dimension) -> [String: Summary.Group] {
    Dictionary(
      data.summary(filter, by: dimension).groups.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  private func row(
    _ value: FacetValue, _ group: Summary.Group?, _ dimension: Dimension, depth: Int
  ) -> FacetRow {
    FacetRow(
      dimension: dimension, id: value.id, name: facetName(value.id, dimension),
      depth: depth, count: group?.fundings ?? 0, usd: group?.whole.usd ?? .zero,
      isChosen: value.isChosen, isExcluded: value.isExcluded)
  }

  /// A value as a list with room names it: an organisation by its whole name.
  private func facetName(_ id: String, _ dimension: Dimension) -> String {
    if dimension == .donor || dimension == .implementer, !id.isEmpty {
      return texts.full(Organisation.ID(id), tables)
    }
    return texts.value(id, of: dimension, tables)
  }

  /// Every district of home with its neighbourhoods, then the city as a whole. A neighbourhood nobody pays anything in is
  /// listed only while it is looked for.
  private func districtRows(isWhole: Bool) -> [FacetRow] {
    // A district and a neighbourhood are two ways to say where: neither narrows this list.
    var looser = filter
    looser.set(.district, to: nil)
    looser.set(.place, to: nil)
    let districts = counted(looser, .district)
    let places = counted(looser, .place)
    func value(_ id: String, _ name: String, _ dimension: Dimension, depth: Int) -> FacetRow {
      let found = (dimension == .district ? districts : places)[id]
      return FacetRow(
        dimension: dimension, id: id, name: name, depth: depth, count: found?.fundings ?? 0,
        usd: found?.whole.usd ?? .zero, isChosen: filter.values(of: dimension).contains(id),
        isExcluded: filter.excluded(dimension).contains(id))
    }
    var rows: [FacetRow] = []
    var seen = Set<String>()
    let districtsByName = data.homeDistricts.sorted {
      texts.name(of: $0.place) < texts.name(of: $1.place)
    }
    for (district, parts) in districtsByName {
      let name = texts.name(of: district)
      rows.append(value(district.label.rawValue, name, .district, depth: 0))
      for part in parts where !isWhole || seen.insert(part.label.rawValue).inserted {
        let name = neighbourhoodName(part, beyond: isWhole ? nil : district)
        let row = value(part.label.rawValue, name, .place, depth: 1)
        if isWhole || row.count > 0 || row.isChosen || row.isExcluded { rows.append(row) }
      }
    }
    if districts[""] != nil {
      rows.append(value("", texts.none(of: .district), .district, depth: 0))
    }
    return rows
  }

  /// A neighbourhood with the districts it lies in, so far as the list around it does not tell them.
  private func neighbourhoodName(_ part: Place, beyond district: Place?) -> String {
    let others = data.homeDistricts.filter { home in
      home.place.id != district?.id && home.parts.contains { $0.id == part.id }
    }
    let name = texts.name(of: part)
    guard !others.isEmpty else { return name }
    let names = format.list(others.map { texts.shortDistrict(texts.name(of: $0.place)) })
    return name + " (" + (district == nil ? "" : texts.also + " ") + names + ")"
  }

  /// A box at the right of the content, or all of it on a small screen.
  /// One whose list scrolls takes the whole width: a terminal moves whole lines by itself, parts of them are sent anew.
  func overlayArea(
    _ area: Rect, width: Int, height: Int = .max, scrolls: Bool = false
  ) -> Rect {
    let width = scrolls ? area.width : min(width, area.width)
    let height = min(height, area.height)
    if scrolls { return Rect(column: area.column, row: area.row, width: width, height: height) }
    if area.width < 50 {
      return Rect(column: area.column, row: area.row, width: area.width, height: height)
    }
    return Rect(
      column: max(area.column, area.right - width - 1), row: area.row, width: width, height: height)
  }

  /// A frame around a list; on a screen of few rows only its heading, for the rows to go to the list.
  func frame(_ place: Rect, title: Line, _ canvas: inout Canvas) -> Rect {
    guard canvas.grid.height < 10 else { return canvas.box(place, title: title) }
    canvas.grid.clear(
      column: place.column, row: place.row, width: place.width, height: place.height)
    guard place.height > 1 else { return place }
    canvas.heading([Span(" ")] + title, in: place)
    return place.droppingTop(1)
  }

  func drawFacets(_ list: FacetList, _ canvas: inout Canvas, _ area: Rect) {
    let rows = facetRows(list)
    var whole = list
    whole.narrowing = nil
    let place = overlayArea(
      area, width: 62, scrolls: facetRows(whole).count > area.height - 2 && !rows.isEmpty)
    let index = FacetList.dimensions.firstIndex(of: list.dimension) ?? 0
    var title: Line = [Span("← ", .dim)]
    for offset in 0..<(place.width >= 50 ? 3 : 1) {
      let dimension = FacetList.dimensions[(index + offset) % FacetList.dimensions.count]
      title.append(texts.name(of: dimension), offset == 0 ? .focused : .dim)
      title.append(offset == 0 ? " " : "  ", .dim)
    }
    title.append("→", .dim)
    var inside = frame(place, title: title, &canvas)
    if let field = list.narrowing, inside.height > 2 {
      canvas.grid.put("/ ", column: inside.column, row: inside.row, style: .key)
      draw(field, column: inside.column + 2, row: inside.row, width: inside.width - 2, &canvas)
      inside = inside.droppingTop(1)
    }
    guard !rows.isEmpty else {
      canvas.grid.put(
        Line(texts.nothingFound, .dim), column: inside.column + 1, row: inside.row,
        limit: inside.width - 2)
      return
    }
    let selected = min(max(0, list.cursor.index), rows.count - 1)
    let top = Cursor(index: selected).top(of: rows.count, height: inside.height)
    let shown = Array(rows.dropFirst(top).prefix(inside.height))
    let sums = sumColumn(
      shown.map(\.usd), limit: max(8, inside.width / 2), atLeast: inside.width < 60 ? 0 : usualSum)
    let barWidth = inside.width >= 100 ? inside.width / 3 : 0
    let largest = Double(rows.map(\.usd.low).max() ?? 0)
    drawFacetHeading(title, sums.first?.columns ?? 0, &canvas, place)
    let cursor = canvas.grid.cursor
    for (offset, row) in shown.enumerated() {
      let line = Rect(
        column: inside.column, row: inside.row + offset, width: inside.width - 1, height: 1)
      let mark = row.isChosen ? "✓ " : row.isExcluded ? "✗ " : "  "
      let style: Style =
        row.count == 0 ? .dim : row.isChosen ? .focused : row.isExcluded ? .doubt : .plain
      canvas.item(
        Line(String(repeating: "  ", count: row.depth) + mark + row.name, style),
        right: bar(
          own: largest > 0 ? Double(row.usd.low) / largest : 0, shared: 0, width: barWidth)
          + [
            Span(format.number(row.count).padded(to: 5, .right) + "  ", .dim),
            Span(
              row.count == 0 ? String(repeating: " ", count: sums[offset].columns) : sums[offset],
              .amount),
          ],
        in: line, isSelected: top + offset == selected)
      canvas.hit(line, .facet(top + offset))
    }
    if list.narrowing != nil { canvas.grid.cursor = cursor }
    canvas.scrollbar(in: inside, top: top, count: rows.count)
  }

  /// Over the counts what is counted: elsewhere projects are.
  private func drawFacetHeading(
    _ title: Line, _ sumWidth: Int, _ canvas: inout Canvas, _ place: Rect
  ) {
    let word = " " + texts.contributionsHeading + " "
    let column = place.right - 2 - sumWidth - 1 - word.columns
    guard column > place.column + title.columns + 4 else { return }
    canvas.grid.put(Line(word, .dim), column: column, row: place.row)
  }

  /// Where doubts, sums and articles are looked at, decisions come first.
  private func rank(_ binding: Keymap.Binding) -> Int {
    let group = binding.command.group
    switch here.page {
    case .doubts, .fundingDetail, .article: return group == Command.edit.group ? -1 : group
    default: return group
    }
  }

  /// Keys of the view, and everything else that can be asked for, narrowed by what is typed.
  func helpRows(_ typed: String) -> [Keymap.Binding] {
    let context = here.page.context
    let all = state.settings.keymap.bindings.filter { $0.holds(in: context) }.enumerated()
      .sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
      .map(\.element)
    guard !typed.isEmpty else { return all }
    let folded = SearchFold.fold(typed)
    // A key that is typed goes before a word that begins so.
    let byKey = all.filter { binding in
      binding.keys.contains { key in
        Keymap.label(of: key, isCyrillic: false) == typed
          || Keymap.label(of: key, isCyrillic: true) == typed
      }
    }
    return byKey
      + all.filter { binding in
        if byKey.contains(binding) { return false }
        return !folded.isEmpty
          && SearchFold.fold(texts.help(binding.command)).split(separator: " ").contains {
            $0.hasPrefix(folded)
          }
      }
  }

  func drawHelp(_ field: TextField, _ index: Int, _ canvas: inout Canvas, _ area: Rect) {
    let rows = helpRows(field.text)
    let place = overlayArea(
      area, width: 72, scrolls: area.width >= 72 && helpRows("").count > area.height - 4)
    var inside = frame(
      place,
      title: [
        Span(texts.keysOf + " ", .dim), Span(texts.title(of: here.page), .focused),
      ], &canvas)
    if inside.height > 2 {
      canvas.grid.put("⌕ ", column: inside.column, row: inside.row, style: .key)
      draw(field, column: inside.column + 2, row: inside.row, width: inside.width - 2, &canvas)
      inside = inside.droppingTop(1)
    }
    if inside.height > 10 {
      let legends = texts.glyphLegends
      inside.height -= legends.count
      for (offset, legend) in legends.enumerated() {
        canvas.grid.put(
          Line(legend, .dim), column: inside.column + 1, row: inside.bottom + offset,
          limit: inside.width - 2)
      }
    }
    guard !rows.isEmpty else {
      canvas.grid.put(
        Line(texts.nothingFound, .dim), column: inside.column + 1, row: inside.row,
        limit: inside.width - 2)
      return
    }
    let cursor = canvas.grid.cursor
    let selected = min(max(0, index), rows.count - 1)
    let top = Cursor(index: selected).top(of: rows.count, height: inside.height)
    let labels = rows.map { state.settings.keymap.label(of: $0, isCyrillic: state.isCyrillic) }
    let width = min(20, labels.map(\.columns).max() ?? 0)
    for (offset, binding) in rows.dropFirst(top).prefix(inside.height).enumerated() {
      let line = Rect(
        column: inside.column, row: inside.row + offset, width: inside.width - 1, height: 1)
      canvas.item(
        [
          Span(labels[top + offset].padded(to: width), .key),
          Span("  " + texts.help(binding.command)),
        ], in: line,
        isSelected: top + offset == selected)
      canvas.hit(line, .help(top + offset))
    }
    canvas.grid.cursor = cursor
    canvas.scrollbar(in: inside, top: top, count: rows.count)
  }
}
