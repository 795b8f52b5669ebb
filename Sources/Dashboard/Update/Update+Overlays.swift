import FundingCore
import Screen

extension State {
  mutating func openFacets(_ dimension: Dimension) {
    var list = FacetList(dimension)
    if case .facets(let open) = overlay { list.narrowing = open.narrowing }
    overlay = .facets(atChosen(list))
  }

  /// A list of values with the cursor on the first that is chosen: whoever opens it again goes on from there.
  private func atChosen(_ list: FacetList) -> FacetList {
    var list = list
    list.cursor = Cursor(index: scene.facetRows(list).firstIndex { $0.isChosen } ?? 0)
    return list
  }

  /// What a command means while something lies over the view; `nil` if it means what it means anywhere.
  mutating func runInOverlay(_ command: Command) -> [Effect]? {
    switch overlay {
    case .facets(let list): return runInFacets(command, list)
    case .choice(let choice): return run(command, in: choice)
    case .help, .query, .field, nil:
      overlay = nil
      return nil
    }
  }

  private mutating func runInFacets(_ command: Command, _ list: FacetList) -> [Effect]? {
    var list = list
    let rows = scene.facetRows(list)
    let row = rows.indices.contains(list.cursor.index) ? rows[list.cursor.index] : nil
    switch command {
    case .up, .down, .pageUp, .pageDown, .first, .last:
      list.cursor.index = target(of: command, from: list.cursor.index, count: rows.count)
      overlay = .facets(list)
    case .left, .right, .nextPane, .previousPane:
      let all = FacetList.dimensions
      let step = command == .left || command == .previousPane ? all.count - 1 : 1
      let at = all.firstIndex(of: list.dimension) ?? 0
      overlay = .facets(atChosen(FacetList(all[(at + step) % all.count])))
    case .open:
      overlay = nil
      if let row { hold(to: row) }
    case .mark: if let row { change { $0.filter.toggle(row.dimension, row.id) } }
    case .negate: if let row { change { $0.filter.toggle(row.dimension, row.id, negated: true) } }
    case .search:
      list.narrowing = TextField()
      overlay = .facets(list)
    case .clear: change { $0.filter = Filter() }
    case .back, .facets, .quit: overlay = nil
    case .district: if list.dimension == .district { overlay = nil } else { openFacets(.district) }
    default:
      overlay = nil
      return nil
    }
    return []
  }

  /// Enter on a facet: held to this value alone; where several are marked already, they stay.
  private mutating func hold(to row: FacetRow) {
    change { place in
      if place.filter.values(of: row.dimension).isEmpty || !row.isChosen {
        place.filter.hold(row.dimension, to: row.id)
      }
    }
  }

  private mutating func run(_ command: Command, in choice: Choice) -> [Effect]? {
    var choice = choice
    let count = scene.options(of: choice).count
    switch command {
    case .up, .down, .pageUp, .pageDown, .first, .last, .nextPane, .previousPane:
      choice.cursor.index = target(of: command, from: choice.cursor.index, count: count)
      overlay = .choice(choice)
    case .open: return choose(choice)
    case .viewSectors, .viewProjects, .viewFunding, .viewMap, .viewArticles, .viewDoubts:
      // Digits pick an answer.
      let digits: [Command] = [
        .viewSectors, .viewProjects, .viewFunding, .viewMap, .viewArticles, .viewDoubts,
      ]
      choice.cursor.index = digits.firstIndex(of: command) ?? 0
      return choice.cursor.index < count ? choose(choice) : []
    case .back, .quit: overlay = nil
    default: break
    }
    return []
  }

  private mutating func choose(_ choice: Choice) -> [Effect] {
    overlay = nil
    switch choice.purpose {
    case .exportFormat:
      let formats = Export.Format.allCases
      guard formats.indices.contains(choice.cursor.index) else { return [] }
      return [.export(scene.export(as: formats[choice.cursor.index]))]
    case .rows:
      guard Scene.fundingDimensions.indices.contains(choice.cursor.index) else { return [] }
      tell(by: Scene.fundingDimensions[choice.cursor.index])
    case .columns:
      let dimensions = scene.columnDimensions
      guard dimensions.indices.contains(choice.cursor.index) else { return [] }
      change {
        $0.mode = dimensions[choice.cursor.index] == nil ? .bars : .pivot
        $0.beside = dimensions[choice.cursor.index] ?? $0.beside
      }
    case .decision(let kind, let claim, let candidates):
      guard candidates.indices.contains(choice.cursor.index) else { return [] }
      ask(.reason(DecisionRequest(kind, [claim, candidates[choice.cursor.index]])))
    case .field(let claim):
      let fields = scene.editableFields(of: claim)
      guard fields.indices.contains(choice.cursor.index) else { return [] }
      let field = fields[choice.cursor.index]
      overlay = .field(.correction(claim, field), TextField(scene.value(of: field, claim)))
    }
    return []
  }

  mutating func ask(_ question: Question) { overlay = .field(question, TextField()) }

  // MARK: Mouse

  mutating func point(_ mouse: Mouse) -> [Effect] {
    switch mouse.action {
    case .wheelUp: return wheel(.up)
    case .wheelDown: return wheel(.down)
    case .drag:
      // What is held stays held, however far the pointer strays from it.
      if let grip { drag(grip, to: mouse.row) }
      return []
    case .release:
      grip = nil
      return []
    case .press: grip = nil
    }
    let canvas = canvas(self, width: size.width, height: size.height)
    guard let hit = canvas.hit(column: mouse.column, row: mouse.row) else {
      if case .facets = overlay { overlay = nil }
      return []
    }
    notice = nil
    switch hit {
    case .tab(let page):
      overlay = nil
      show(page)
    case .item(let index): return click(at: index)
    case .pane(let pane, let item):
      let isHere = item.map { !here.isOnHeading && here.cursor.index == $0 } ?? here.isOnHeading
      if here.pane == pane, isHere { return run(.open) }
      focus(pane: pane, item: item)
    case .command(let command): return run(command)
    case .sort(let key): sort(by: key)
    case .facet(let index): return clickFacet(index)
    case .completion(let index):
      if case .field(let question, let field, _) = overlay { complete(question, field, at: index) }
    case .help(let index):
      guard case .help(let field, _) = overlay else { return [] }
      let rows = scene.helpRows(field.text)
      overlay = nil
      return rows.indices.contains(index) ? run(rows[index].command) : []
    case .scrollbar(let grip):
      self.grip = grip
      drag(grip, to: mouse.row)
    }
    return []
  }

  private mutating func wheel(_ command: Command) -> [Effect] {
    for _ in 0..<3 {
      if isTyping { _ = edit(command == .up ? .up : .down) } else { _ = run(command) }
    }
    return []
  }

  /// A click selects; a click on what is selected opens it.
  private mutating func click(at index: Int) -> [Effect] {
    if here.cursor.index == index { return run(.open) }
    here.cursor.index = max(0, min(index, count - 1))
    here.cursor.record = record(at: here.cursor.index)
    return []
  }

  private mutating func clickFacet(_ index: Int) -> [Effect] {
    switch overlay {
    case .facets(var list):
      if list.cursor.index == index { return runInFacets(.mark, list) ?? [] }
      list.cursor.index = index
      overlay = .facets(list)
    case .choice(var choice):
      choice.cursor.index = index
      return choose(choice)
    case .help, .query, .field, nil: break
    }
    return []
  }

  /// Moves to where a row of a scrollbar stands for: its first row for the beginning, its last for the end.
  private mutating func drag(_ grip: Grip, to row: Int) {
    guard grip.height > 1 else { return }
    let at = max(0, min(row - grip.top, grip.height - 1))
    func place(of count: Int) -> Int { at * max(0, count - 1) / (grip.height - 1) }
    switch overlay {
    case .facets(var list):
      list.cursor.index = place(of: scene.facetRows(list).count)
      overlay = .facets(list)
    case .help(let field, _):
      overlay = .help(field, index: place(of: scene.helpRows(field.text).count))
    case .field(let question, let field, _):
      let names = scene.completions(of: question, field)
      overlay = .field(question, field, at: place(of: names.count))
    case .query, .choice, nil:
      if case .article(let row) = here.page, let article = data.reading(row)?.article {
        let lines = ArticleLines(article, width: scene.articleWidth(size.width))
        here.lit = nil
        here.anchor = lines.anchor(of: place(of: grip.count - grip.height + 1))
      } else {
        here.cursor.index = place(of: count)
        here.cursor.record = record(at: here.cursor.index)
      }
    }
  }
}

extension Filter {
  /// Holds a dimension to one value. A district and a neighbourhood are two ways to say where: one takes the other's place.
  mutating func hold(_ dimension: Dimension, to value: String) {
    if dimension == .district { set(.place, to: nil) }
    if dimension == .place { set(.district, to: nil) }
    set(dimension, to: value)
  }
}
