import FundingCore
import Screen

extension State {
  /// Enter: one step down, from a total to its project, its sums, the sentence, the words in the article.
  mutating func open() {
    let scene = scene
    remember()
    if scene.isEmptyList {
      let choices = scene.looserFilters
      guard choices.indices.contains(here.cursor.index) else { return }
      let looser = choices[here.cursor.index].filter
      return change {
        $0.filter = looser
        $0.cursor = Cursor()
      }
    }
    switch here.page {
    case .sectors where here.isOnHeading: openSector(scene)
    case .sectors, .projects:
      if let project = scene.selectedProject { descend(into: .project(project)) }
    case .funding: narrow(scene)
    case .map:
      let places = scene.homeDistricts
      guard places.indices.contains(here.cursor.index) else { return }
      var next = Location(.projects, filter: here.filter)
      next.filter.hold(.district, to: places[here.cursor.index].label.rawValue)
      go(to: next, trail: trail + [here])
    case .articles: if let article = scene.selectedArticle { descend(into: .article(article)) }
    case .article(let row): openLit(row)
    case .project, .fundingDetail, .explanation, .doubts, .decisions:
      if let target = focusedTarget { follow(target) }
    }
  }

  /// From a pane's heading to all projects of its sector.
  private mutating func openSector(_ scene: Scene) {
    guard let sector = scene.focusedSector else { return }
    var next = Location(.projects, filter: here.filter)
    next.filter.set(.sector, to: sector)
    go(to: next, trail: trail + [here])
  }

  /// The target of the block the cursor is on.
  var focusedTarget: Target? {
    let blocks = scene.blocks(width: size.width).filter(\.isFocusable)
    guard !blocks.isEmpty else { return nil }
    return blocks[min(max(0, here.cursor.index), blocks.count - 1)].target
  }

  mutating func descend(into page: Page) {
    go(to: Location(page, filter: here.filter), trail: trail + [here])
    if case .article = page, here.lit == nil { here.anchor = 0 }
  }

  private mutating func follow(_ target: Target) {
    switch target {
    case .project(let row): descend(into: .project(row))
    case .article(let row): descend(into: .article(row))
    case .claim(let id): openArticle(of: id)
    case .funding(let row):
      // On a funding's own page Enter goes on to its first sentence; so it does on the page of a project that has no other.
      let isOnly =
        if case .project(let project) = here.page {
          data.fundings(ofProject: project).count == 1
        } else { false }
      if isOnly || here.page == .fundingDetail(row) {
        if let first = data.funding(row).flatMap({ data.sources(of: $0).first }) {
          openArticle(of: first)
        }
      } else {
        descend(into: .fundingDetail(row))
      }
    }
  }

  /// The article of a claim, with the claim's words in focus.
  private mutating func openArticle(of id: Claim.ID) {
    guard let row = data.row(of: id.article), let reading = data.reading(row) else { return }
    descend(into: .article(row))
    let lits = data.litSpans(row)
    let amount = reading.claims.indices.contains(id.index) ? reading.claims[id.index].amount : nil
    let span = amount.flatMap { scene.mentionSpan(reading, $0) }
    here.lit = lits.firstIndex { $0.span == span } ?? lits.firstIndex { $0.claim == id.index }
  }

  /// From a lit word to the funding that stands on its claim.
  private mutating func openLit(_ row: Int) {
    guard let reading = data.reading(row) else { return }
    let lits = data.litSpans(row)
    guard let index = here.lit else {
      notice = Notice(lits.isEmpty ? texts.noFunding : texts.marksFirst)
      return
    }
    guard lits.indices.contains(index), let claim = lits[index].claim,
      let funding = data.rows(of: Claim.ID(reading.article.id, claim)).first
    else {
      notice = Notice(texts.noFunding)
      return
    }
    descend(into: .fundingDetail(funding))
  }

  /// From a bar to what it stands for: the projects under one more filter.
  private mutating func narrow(_ scene: Scene) {
    let groups = scene.fundingGroups
    guard groups.indices.contains(here.cursor.index) else { return }
    var next = Location(.projects, filter: here.filter)
    next.filter.hold(scene.fundingDimension, to: groups[here.cursor.index].id)
    go(to: next, trail: trail + [here])
  }

  /// Explains the figure in focus: a project's, a sum's, that of a heading, a bar or a tile; or the whole total.
  mutating func explain(total: Bool = false) {
    let figure: Explained =
      switch here.page {
      case _ where total: .total
      case .sectors, .projects: scene.selectedProject.map { .project($0) } ?? .total
      case .project(let row): focusedFunding.map { .funding($0) } ?? .project(row)
      case .fundingDetail(let row): .funding(row)
      case .funding, .map, .articles, .article, .doubts, .decisions, .explanation:
        focusedFunding.map { .funding($0) } ?? .total
      }
    guard here.page != .explanation(figure) else { return }
    let group = total ? nil : scene.focusedGroup
    remember()
    descend(into: .explanation(figure))
    // On a heading, a bar or a tile the figure of what it stands for is asked about.
    if let group { here.filter.hold(group.dimension, to: group.id) }
  }

  /// The funding the cursor is on, or whose sentence it is on.
  var focusedFunding: Int? {
    switch here.page {
    case .fundingDetail(let row): return row
    case .article(let row):
      guard let reading = data.reading(row), let index = here.lit else { return nil }
      let lits = data.litSpans(row)
      guard lits.indices.contains(index), let claim = lits[index].claim else { return nil }
      return data.rows(of: Claim.ID(reading.article.id, claim)).first
    default: break
    }
    switch focusedTarget {
    case .funding(let row): return row
    case .claim(let id): return data.rows(of: id).first
    case .project, .article, nil: return nil
    }
  }

  /// The claim the cursor is on: its sentence, a lit word of it, or the first source of the funding.
  var focusedClaim: Claim.ID? {
    if case .article(let row) = here.page, let reading = data.reading(row), let index = here.lit {
      let lits = data.litSpans(row)
      return lits.indices.contains(index)
        ? lits[index].claim.map { Claim.ID(reading.article.id, $0) } : nil
    }
    switch focusedTarget {
    case .claim(let id): return id
    case .funding(let row): return data.funding(row).flatMap { data.sources(of: $0).first }
    case .project, .article, nil: return nil
    }
  }

  // MARK: Order and grouping

  mutating func arrange(_ command: Command) {
    switch (command, here.page) {
    case (.sort, .funding):
      change { $0.sort = SortOrder($0.sort.key == .amount ? .order : .amount) }
    case (.sort, .projects), (.sort, .sectors):
      let keys: [SortKey] = [.amount, .date, .donor, .status, .sector, .place, .implementer]
      guard here.page == .projects else { return show(.projects) }
      let at = keys.firstIndex(of: here.sort.key) ?? 0
      sort(by: keys[(at + 1) % keys.count])
    case (.sort, _), (.reverse, _):
      remember()
      change { $0.sort.isReversed.toggle() }
    case (.group, _) where here.mode == .timeline: changeDimension(by: 1)
    case (.group, _):
      let at = Scene.fundingDimensions.firstIndex(of: here.dimension)
      overlay = .choice(Choice(purpose: .rows, cursor: Cursor(index: at ?? 0)))
    case (.beside, _):
      let at = scene.columnDimensions.firstIndex(of: here.beside)
      overlay = .choice(Choice(purpose: .columns, cursor: Cursor(index: at ?? 0)))
    default:
      change {
        $0.mode = $0.mode == .timeline ? .bars : .timeline
        $0.cursor = Cursor()
      }
    }
  }

  /// Orders the table by a column; by the one it is ordered by already, the other way round.
  mutating func sort(by key: SortKey) {
    remember()
    change {
      $0.sort = SortOrder(key, isReversed: $0.sort.key == key ? !$0.sort.isReversed : false)
    }
    notice = Notice(texts.sortedBy(here.sort.key))
  }

  /// Tells the money by a dimension; columns of the same one give way to the next.
  mutating func tell(by dimension: Dimension) {
    change { place in
      if place.dimension != dimension { place.cursor = Cursor() }
      place.dimension = dimension
      if place.beside == dimension {
        place.beside = Self.next(dimension, by: 1, not: dimension)
      }
    }
  }

  mutating func changeDimension(by step: Int) {
    change { place in
      place.cursor = Cursor()
      if place.mode == .timeline {
        place.isYearly.toggle()
        return
      }
      place.dimension = Self.next(
        place.dimension, by: step, not: place.mode == .pivot ? place.beside : nil)
    }
  }

  private static func next(_ dimension: Dimension, by step: Int, not other: Dimension?) -> Dimension
  {
    let all = Scene.fundingDimensions
    var at = all.firstIndex(of: dimension) ?? 0
    repeat { at = (at + step + all.count) % all.count } while all[at] == other
    return all[at]
  }
}
