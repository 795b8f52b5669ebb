import FundingCore
import Screen

/// The only place where the state changes; what the world is to do comes back as values.
public func update(_ state: inout State, _ message: Message) -> [Effect] {
  let before = state.here
  defer { state.noteRest(after: message, from: before) }
  switch message {
  case .command(let command):
    state.notice = nil
    state.isFirstVisit = false
    return state.run(command)
  case .typed(let scalar):
    state.noteScript(of: scalar)
    return state.type(String(Character(scalar)))
  case .editing(let editing): return state.edit(editing)
  case .pasted(let text): return state.paste(text)
  case .unbound(let key):
    let asksForNext = ["n", "N", "т", "Т"].contains { key == .character($0) }
    if asksForNext {
      state.notice = Notice(state.texts.searchIsFilter)
    } else if state.overlay == nil, let command = state.settings.keymap.commandElsewhere(for: key) {
      state.notice = Notice(state.texts.notHere(command))
    }
    return []
  case .picked(let number):
    state.notice = nil
    state.isFirstVisit = false
    return state.pick(number)
  case .mouse(let mouse): return state.point(mouse)
  case .resized(let size):
    state.size = size
    return []
  case .rested: return []
  case .loaded(let data):
    state.adopt(data)
    return []
  case .done(let outcome):
    state.notice = state.texts.describe(outcome, state.scene.describe)
    return []
  }
}

/// The same, for a key as the terminal tells it: notes the script of the keyboard, then asks the keymap.
public func update(_ state: inout State, event: Event) -> [Effect] {
  if case .key(.character(let scalar)) = event { state.noteScript(of: scalar) }
  guard let message = message(for: event, in: state) else { return [] }
  return update(&state, message)
}

extension State {
  var texts: Texts { Texts(settings.language) }
  var scene: Scene { Scene(self) }

  /// The legend is shown in the script of the last letter typed.
  mutating func noteScript(of scalar: Unicode.Scalar) {
    if Layouts.isCyrillic(scalar) {
      isCyrillic = true
    } else if ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) {
      isCyrillic = false
    }
  }

  /// While the cursor is on its way through a list, what stands beside it waits: all of it anew at every step is a few
  /// kilobytes, and nobody can read it.
  fileprivate mutating func noteRest(after message: Message, from before: Location) {
    guard case .command = message, size.width >= Scene.besideWidth else {
      rest = nil
      return
    }
    var moved = before
    moved.cursor = here.cursor
    moved.pane = here.pane
    moved.isOnHeading = here.isOnHeading
    let isMove = moved == here && before != here
    rest = isMove ? rest ?? before : nil
  }

  mutating func run(_ command: Command) -> [Effect] {
    if overlay != nil, let effects = runInOverlay(command) { return effects }
    switch command {
    case .up, .down, .left, .right, .pageUp, .pageDown, .first, .last, .nextPane, .previousPane,
      .nextLit, .previousLit:
      move(command)
      return []
    case .open: open()
    case .back: goBack()
    case .historyBack: travel(forward: false)
    case .historyForward: travel(forward: true)
    case .viewSectors, .viewProjects, .viewFunding, .viewMap, .viewArticles, .viewDoubts,
      .decisions:
      show(command)
    case .search: beginSearch()
    case .district: openFacets(.district)
    case .facets: openFacets(.sector)
    case .clear: if !here.filter.isEmpty { change { $0.filter = Filter() } }
    case .sort, .reverse, .group, .beside, .timeline: arrange(command)
    case .why: explain()
    case .whyTotal: explain(total: true)
    case .help, .palette:
      isPalette = command == .palette
      overlay = .help(TextField(), index: 0)
    case .quit: return [.quit]
    case .language, .theme, .mouse, .plain: return set(command)
    case .copy: return copy()
    case .openSource: return openSource()
    case .export: overlay = .choice(Choice(purpose: .exportFormat))
    case .same, .different, .partOf, .notFunding, .edit, .confirm: decide(command)
    case .takeBack: return [.takeBack]
    case .restore: return [.restore]
    case .mark: hold()
    case .negate: break
    }
    return []
  }

  /// Holds the view to what the cursor is on: the sector of the pane, the district of the tile.
  private mutating func hold() {
    switch here.page {
    case .sectors:
      guard let id = scene.focusedSector else { return }
      let isHeld = here.filter.values(of: .sector) == [id]
      change {
        $0.filter.set(.sector, to: isHeld ? nil : id)
        $0.cursor = Cursor()
      }
      // The pane keeps the cursor, wherever it stands now.
      here.pane = scene.panes.firstIndex { $0.id == id } ?? here.pane
      here.cursor.record = record(at: here.cursor.index)
    case .map:
      let places = scene.homeDistricts
      guard places.indices.contains(here.cursor.index) else { return }
      let id = places[here.cursor.index].label.rawValue
      change { $0.filter.toggle(.district, id) }
    case .projects, .funding, .articles, .doubts, .project, .fundingDetail, .article, .explanation,
      .decisions:
      break
    }
  }

  /// A filter changed on the way down holds on the way up as well.
  mutating func spreadFilter() {
    for index in trail.indices { trail[index].filter = here.filter }
  }

  private mutating func set(_ command: Command) -> [Effect] {
    switch command {
    case .language:
      settings.language = settings.language == .en ? .uk : .en
      return []
    case .theme:
      let names = ["terminal", "light", "dark"]
      let at = names.firstIndex(of: settings.theme) ?? 0
      settings.theme = names[(at + 1) % names.count]
      notice = Notice(texts.themeIs(settings.theme))
      return [.setTheme(settings.theme)]
    case .mouse:
      settings.hasMouse.toggle()
      notice = Notice(settings.hasMouse ? texts.mouseOn : texts.mouseOff)
      return [.setMouse(settings.hasMouse)]
    default:
      settings.isPlain.toggle()
      return [.setPlain(settings.isPlain)]
    }
  }

  /// Goes to another page or query; where one was is in the history.
  mutating func go(to location: Location, trail newTrail: [Location]) {
    remember()
    past.append(History(here: here, trail: trail))
    if past.count > 200 { past.removeFirst() }
    future = []
    here = location
    trail = newTrail
  }

  /// Changes the query or the order of this page; the selection follows its record.
  mutating func change(_ body: (inout Location) -> Void) {
    let before = History(here: here, trail: trail)
    body(&here)
    guard here != before.here else { return }
    if past.last != before { past.append(before) }
    future = []
    if here.filter != before.here.filter { spreadFilter() }
    settle()
  }

  /// Notes which record the cursor is on.
  mutating func remember() {
    here.cursor.record = record(at: here.cursor.index)
    if Page.views.contains(here.page) { left[here.page] = here }
  }

  mutating func travel(forward: Bool) {
    guard let next = forward ? future.last : past.last else {
      notice = Notice(texts.historyEnds)
      return
    }
    remember()
    let now = History(here: here, trail: trail)
    if forward {
      future.removeLast()
      past.append(now)
    } else {
      past.removeLast()
      future.append(now)
    }
    here = next.here
    trail = next.trail
    settle()
  }

  /// Esc: up to where Enter came down from; at the top, out of the last query.
  mutating func goBack() {
    guard let parent = trail.last else { return }
    past.append(History(here: here, trail: trail))
    future = []
    trail.removeLast()
    here = parent
    settle()
  }

  private mutating func show(_ command: Command) {
    let page: Page =
      switch command {
      case .viewSectors: .sectors
      case .viewProjects: .projects
      case .viewFunding: .funding
      case .viewMap: .map
      case .viewArticles: .articles
      case .decisions: .decisions
      default: .doubts
      }
    show(page)
  }

  /// A view, as it was left, with the filter in force.
  mutating func show(_ page: Page) {
    guard here.page != page else { return }
    var next = left[page] ?? Location(page)
    next.filter = here.filter
    go(to: next, trail: [])
    settle()
  }

  /// A place of an earlier session; pages of single records are left out, because rows may stand for others now.
  public mutating func restore(_ location: Location) {
    guard Page.views.contains(location.page) else { return }
    here = location
    here.cursor.record = nil
    settle()
  }

  /// Opens the n-th item of the nine that the linear rendering shows; nothing where there are fewer.
  fileprivate mutating func pick(_ number: Int) -> [Effect] {
    func place(_ index: Int, of count: Int) -> Int? {
      let at = max(0, min(index, count - 1)) / 9 * 9 + number - 1
      return at < count ? at : nil
    }
    switch overlay {
    case .facets(var list):
      guard let at = place(list.cursor.index, of: scene.facetRows(list).count) else { return [] }
      list.cursor.index = at
      overlay = .facets(list)
    case .choice(var choice):
      guard let at = place(choice.cursor.index, of: scene.options(of: choice).count) else {
        return []
      }
      choice.cursor.index = at
      overlay = .choice(choice)
    case .help(let field, let index):
      let rows = scene.helpRows(field.text)
      guard let at = place(index, of: rows.count) else { return [] }
      overlay = nil
      return run(rows[at].command)
    case .query, .field: return []
    case nil:
      guard let at = place(here.cursor.index, of: count) else { return [] }
      here.cursor.index = at
      here.isOnHeading = false
    }
    return run(.open)
  }

  /// New data under the same place: rows are found again by their ids.
  mutating func adopt(_ new: DashboardData) {
    let old = data
    func moved(_ page: Page) -> Page? {
      switch page {
      case .project(let row):
        return old.project(row).flatMap { new.row(of: $0.id) }.map { .project($0) }
      case .fundingDetail(let row):
        return old.funding(row).flatMap { new.row(of: $0.id) }.map { .fundingDetail($0) }
      case .article(let row):
        return old.reading(row).flatMap { new.row(of: $0.article.id) }.map { .article($0) }
      case .explanation(.funding(let row)):
        return old.funding(row).flatMap { new.row(of: $0.id) }.map { .explanation(.funding($0)) }
      case .explanation(.project(let row)):
        return old.project(row).flatMap { new.row(of: $0.id) }.map { .explanation(.project($0)) }
      case .sectors, .projects, .funding, .map, .articles, .doubts, .decisions,
        .explanation(.total):
        return page
      }
    }
    data = new
    past = []
    future = []
    left = [:]
    trail = trail.compactMap { place in
      moved(place.page).map {
        var place = place
        place.page = $0
        return place
      }
    }
    if let page = moved(here.page) {
      here.page = page
    } else {
      here = trail.popLast() ?? Location(.sectors, filter: here.filter)
    }
    here.cursor.record = nil
    settle()
  }
}
