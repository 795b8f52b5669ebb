import FundingCore
import Screen

extension State {
  /// How many rows the list of the page has now.
  var count: Int {
    let scene = scene
    if scene.isEmptyList { return scene.looserFilters.count }
    switch here.page {
    case .sectors:
      let panes = scene.panes
      return panes.isEmpty ? 0 : panes[min(max(0, here.pane), panes.count - 1)].listed
    case .projects: return data.projects(here.filter, sort: here.sort).items.count
    case .funding: return scene.fundingGroups.count
    case .map: return scene.homeDistricts.count
    case .articles: return data.articles(here.filter, isReversed: here.sort.isReversed).count
    case .article: return 0
    case .project, .fundingDetail, .explanation, .doubts, .decisions:
      return scene.blocks(width: size.width).count { $0.isFocusable }
    }
  }

  /// The row of data at a position, where the list has records.
  func record(at index: Int) -> Int? {
    switch here.page {
    case .sectors:
      let panes = scene.panes
      guard panes.indices.contains(here.pane) else { return nil }
      return data.project(index, of: panes[here.pane], here.filter)?.project
    case .projects:
      let list = data.projects(here.filter, sort: here.sort).items
      return list.indices.contains(index) ? list[index].project : nil
    case .articles:
      let list = data.articles(here.filter, isReversed: here.sort.isReversed)
      return list.indices.contains(index) ? list[index] : nil
    case .funding, .map, .article, .project, .fundingDetail, .explanation, .doubts, .decisions:
      return nil
    }
  }

  /// After the list has changed: the cursor follows its record, or stays within the list.
  mutating func settle() {
    let count: Int
    if here.page == .sectors {
      let panes = scene.panes
      here.pane = max(0, min(here.pane, panes.count - 1))
      count = self.count
      // A pane that lists nothing has its heading for the cursor.
      if count == 0, !panes.isEmpty { here.isOnHeading = true }
      if panes.isEmpty { here.isOnHeading = false }
    } else {
      count = self.count
    }
    if let record = here.cursor.record, record != self.record(at: here.cursor.index),
      let index = (0..<min(count, 10_000)).first(where: { self.record(at: $0) == record })
    {
      here.cursor.index = index
    }
    here.cursor.index = max(0, min(here.cursor.index, count - 1))
  }

  mutating func move(_ command: Command) {
    if scene.isEmptyList { return moveInList(command) }
    switch here.page {
    case .sectors: moveInPanes(command)
    case .map: moveOnMap(command)
    case .article(let row): moveInArticle(row, command)
    case .funding where [.left, .right, .nextPane, .previousPane].contains(command):
      changeDimension(by: command == .left || command == .previousPane ? -1 : 1)
    default:
      if [.left, .right].contains(command), here.page == .projects || here.page == .articles {
        return
      }
      moveInList(command)
    }
  }

  private var pageRows: Int {
    max(1, Layout(width: size.width, height: size.height).content.height - 2)
  }

  /// Where a command leads in a list of so many rows.
  func target(of command: Command, from index: Int, count: Int) -> Int {
    let last = max(0, count - 1)
    switch command {
    case .up, .previousPane, .left: return max(0, index - 1)
    case .down, .nextPane, .right: return min(last, index + 1)
    case .pageUp: return max(0, index - pageRows)
    case .pageDown: return min(last, index + pageRows)
    case .first: return 0
    case .last: return last
    default: return index
    }
  }

  private mutating func moveInList(_ command: Command) {
    here.cursor.index = target(of: command, from: here.cursor.index, count: count)
    here.cursor.record = record(at: here.cursor.index)
  }

  /// Up and down go through a pane, its heading first, and on to the one below; left, right and Tab go from pane to pane.
  private mutating func moveInPanes(_ command: Command) {
    let panes = scene.panes
    guard !panes.isEmpty else { return }
    let columns = scene.paneGrid(
      panes, Layout(width: size.width, height: size.height).content
    ).columns
    let count = panes[here.pane].listed
    let isOnHeading = here.isOnHeading
    switch command {
    case .nextPane: focus(pane: (here.pane + 1) % panes.count, item: 0)
    case .previousPane: focus(pane: (here.pane + panes.count - 1) % panes.count, item: 0)
    case .right where here.pane + 1 < panes.count:
      focus(pane: here.pane + 1, item: isOnHeading ? nil : here.cursor.index)
    case .left where here.pane > 0:
      focus(pane: here.pane - 1, item: isOnHeading ? nil : here.cursor.index)
    case .left, .right: break
    case .down where isOnHeading && count > 0: focus(pane: here.pane, item: 0)
    case .down where isOnHeading || here.cursor.index >= count - 1:
      if here.pane + columns < panes.count { focus(pane: here.pane + columns, item: nil) }
    case .up where isOnHeading:
      let above = here.pane - columns
      if above >= 0 { focus(pane: above, item: panes[above].listed - 1) }
    case .up where here.cursor.index <= 0: focus(pane: here.pane, item: nil)
    default:
      here.isOnHeading = false
      moveInList(command)
    }
  }

  /// Puts the cursor on a project of a pane, or on its heading where there is no item.
  mutating func focus(pane: Int, item: Int?) {
    here.pane = pane
    here.isOnHeading = item == nil || count == 0
    here.cursor = Cursor(index: max(0, min(item ?? 0, count - 1)))
    here.cursor.record = record(at: here.cursor.index)
  }

  /// From tile to tile by where they lie.
  private mutating func moveOnMap(_ command: Command) {
    let places = scene.homeDistricts
    guard places.indices.contains(here.cursor.index), let from = places[here.cursor.index].tile,
      [.up, .down, .left, .right].contains(command)
    else { return moveInList(command) }
    func distance(_ place: Place) -> Int? {
      guard let tile = place.tile else { return nil }
      let across = tile.column - from.column
      let down = tile.row - from.row
      switch command {
      case .left where across < 0: return -across + abs(down) * 10
      case .right where across > 0: return across + abs(down) * 10
      case .up where down < 0: return -down * 2 + abs(across) * 3
      case .down where down > 0: return down * 2 + abs(across) * 3
      default: return nil
      }
    }
    let next = places.indices.compactMap { index in distance(places[index]).map { (index, $0) } }
      .min { $0.1 < $1.1 }
    if let next { here.cursor.index = next.0 }
  }

  private mutating func moveInArticle(_ row: Int, _ command: Command) {
    guard let reading = data.reading(row) else { return }
    let lits = data.litSpans(row)
    switch command {
    case .nextLit, .nextPane, .right:
      if !lits.isEmpty {
        here.lit = here.lit.map { next(lits, after: $0) } ?? firstLit(lits, reading.article)
      }
    case .previousLit, .previousPane, .left:
      if !lits.isEmpty {
        here.lit = here.lit.map { previous(lits, before: $0) } ?? firstLit(lits, reading.article)
      }
    default: scroll(reading.article, lits, command)
    }
  }

  /// The next lit word that is not a part of this one.
  private func next(_ lits: [LitSpan], after index: Int) -> Int {
    guard lits.indices.contains(index) else { return 0 }
    return lits.indices.dropFirst(index + 1).first { !lits[$0].overlaps(lits[index]) } ?? index
  }

  private func previous(_ lits: [LitSpan], before index: Int) -> Int {
    guard lits.indices.contains(index) else { return 0 }
    return lits.indices.prefix(index).last { !lits[$0].overlaps(lits[index]) } ?? index
  }

  /// The first lit word that is on the screen.
  private func firstLit(_ lits: [LitSpan], _ article: Article) -> Int {
    let lines = ArticleLines(article, width: scene.articleWidth(size.width))
    let top = lines.top(for: here, lits: lits, height: pageRows)
    let first = lits.indices.first { index in
      lines.lines.indices.contains { $0 >= top && lines.lines[$0].meets(lits[index].span) }
    }
    return first ?? 0
  }

  /// Scrolls by lines; what is kept is the place in the text, so that another width shows the same paragraph.
  private mutating func scroll(_ article: Article, _ lits: [LitSpan], _ command: Command) {
    let lines = ArticleLines(article, width: scene.articleWidth(size.width))
    let height = max(1, pageRows - 2)
    let top = lines.top(for: here, lits: lits, height: height)
    let last = max(0, lines.lines.count - height)
    let next: Int =
      switch command {
      case .up: top - 1
      case .down: top + 1
      case .pageUp: top - height
      case .pageDown: top + height
      case .first: 0
      case .last: last
      default: top
      }
    here.lit = nil
    here.anchor = lines.anchor(of: max(0, min(next, last)))
  }
}
