/// Which fundings a list of projects is made from.
public enum Scope: Sendable { case home, wider, all }

/// A project in a list, with what the selection gives it.
public struct ProjectTotal: Hashable, Sendable {
  /// Its number in the table.
  public var project: Int
  /// The sum of its selected fundings in US cents.
  public var usd: Ends
  /// How many of its fundings are selected.
  public var fundings: Int
}

/// One sector on the opening screen: its money and its projects.
public struct SectorPane: Hashable, Identifiable, Sendable {
  /// The sector's id; `""` where none is stated.
  public var id: String
  public var own: Total
  public var shared: Total
  /// All its projects in the selection.
  public var projectCount: Int
  /// The first of them, most money first.
  public var projects: [ProjectTotal]
}

/// What the opening screen shows of a selection.
public struct Board: Equatable, Sendable {
  /// Its money by sector, without stated currencies.
  public var summary: Summary
  /// A pane a sector.
  public var panes: [SectorPane]
  /// All projects that its home rows pay for.
  var projects: Selection
}

extension FundingTable {
  /// Projects that the selected fundings pay for, in an order.
  ///
  /// - Shape: `sector` holds them to one sector, `""` to none stated; `.amount` is what the selection gives them. `range`
  ///   counts from 0 and is cut to what there is.
  public func projects(
    in selection: Selection, sector: String? = nil, scope: Scope = .home,
    sortedBy key: SortKey = .amount,
    descending: Bool = true, range: Range<Int> = 0..<Int.max
  ) -> [ProjectTotal] {
    let rows = rows(of: selection, scope)
    let wanted = sector.map(sectorCode)
    let order = ProjectOrder(self, rows, key, descending: descending)
    let chosen = projects(paidBy: rows)
    func visit(_ offer: (SortItem) -> Void) {
      chosen.visit { project in
        if let wanted, projectColumns.sectors[project] != wanted { return }
        offer(SortItem(key: order.key(of: project), index: UInt32(project)))
      }
    }
    var count = chosen.count
    if wanted != nil {
      count = 0
      visit { _ in count += 1 }
    }
    return stretch(of: count, range, visit).map { order.total(of: Int($0.index)) }
  }

  /// How many projects the selected fundings pay for.
  public func projectCount(in selection: Selection, scope: Scope = .home) -> Int {
    projects(paidBy: rows(of: selection, scope)).count
  }

  /// A pane a sector: money own and shared, and its first projects.
  public func panes(of selection: Selection, projects limit: Int) -> [SectorPane] {
    board(of: selection, projects: limit).panes
  }

  /// The money of a selection as ``summary(by:of:currencies:counts:)`` has it, and its panes. What both need is made once.
  public func board(of selection: Selection, projects limit: Int) -> Board {
    let rows = selection.intersection(homeRows)
    let chosen = projects(paidBy: rows)
    var summary = summary(by: .sector, of: selection, currencies: false, counts: false)
    summary.counts.projects = chosen.count
    summary.counts.articles = articlesOfRow.union(of: rows, below: articleCount).count
    let groups = summary.groups
    let isEverything = rows == homeRows
    var panes = [SectorPane?](repeating: nil, count: groups.count)
    panes.withUnsafeMutableBufferPointer { panes in
      let panes = panes
      Beside.each(panes.count, rows: self.count) { at in
        let order = ProjectOrder(
          self, rows, .amount, descending: true, isEverything: isEverything)
        panes[at] = pane(groups[at], limit, chosen, order)
      }
    }
    return Board(summary: summary, panes: panes.compactMap { $0 }, projects: chosen)
  }

  private func pane(
    _ group: Summary.Group, _ limit: Int, _ chosen: Selection, _ order: ProjectOrder
  ) -> SectorPane {
    let sector = Int(sectorCode(group.id))
    let count = projectCount(of: sector, chosen)
    return SectorPane(
      id: group.id, own: group.own, shared: group.shared, projectCount: count,
      projects: first(limit, of: sector, chosen, count, order).map {
        order.total(of: Int($0.index))
      })
  }

  /// The first projects of one pane of a selection's board, as it lists them.
  public func projects(
    ofPane id: String, on board: Board, of selection: Selection, limit: Int
  ) -> [ProjectTotal] {
    let rows = selection.intersection(homeRows)
    let chosen = board.projects
    let sector = Int(sectorCode(id))
    let order = ProjectOrder(self, rows, .amount, descending: true)
    return first(limit, of: sector, chosen, projectCount(of: sector, chosen), order).map {
      order.total(of: Int($0.index))
    }
  }

  private func projectCount(of sector: Int, _ chosen: Selection) -> Int {
    let members = projectRanks.members
    return members.indices.contains(sector) ? members[sector].sharedCount(with: chosen) : 0
  }

  /// The first projects of a sector, of which `count` are chosen: looked through from those that can be given most, until no other can be better.
  private func first(
    _ limit: Int, of sector: Int, _ chosen: Selection, _ count: Int, _ order: ProjectOrder
  ) -> [SortItem] {
    let ranks = projectRanks
    guard count > 0, sector + 1 < ranks.starts.count else { return [] }
    var first = FirstItems(min(limit, count))
    let range = ranks.starts[sector]..<ranks.starts[sector + 1]
    // To find so many of few, more have to be looked at than there are: those are met one by one.
    if count <= limit || count * 8 < limit * range.count / count {
      chosen.intersection(ranks.members[sector]).visit { project in
        first.offer(
          SortItem(key: order.key(of: project), index: UInt32(truncatingIfNeeded: project)))
      }
      return first.sorted
    }
    for at in range {
      if let last = first.bar, ~ranks.bounds[at] > last.key { break }
      let project = ranks.order[at]
      guard chosen.contains(Int(project)) else { continue }
      first.offer(SortItem(key: order.key(of: Int(project)), index: project))
    }
    return first.sorted
  }

  /// The total of a project's selected fundings, each sum once; superseded and exceeded ones add nothing.
  public func projectTotal(_ project: Int, in selection: Selection) -> ProjectTotal {
    let sum = ProjectSum(columns, families, simple).sum(
      projectColumns.fundings[project], in: selection)
    return ProjectTotal(project: project, usd: sum.ends, fundings: sum.fundings)
  }

  private func rows(of selection: Selection, _ scope: Scope) -> Selection {
    switch scope {
    case .home: selection.intersection(homeRows)
    case .wider: selection.intersection(widerRows)
    case .all: selection
    }
  }

  /// The projects' code of a sector: 0 for none, a code no project has for one nobody knows.
  private func sectorCode(_ id: String) -> UInt16 {
    if id.isEmpty { return 0 }
    return columns[.sectors].words.known(id).map { UInt16(clamping: $0 + 1) } ?? .max
  }
}

/// What a project is sorted by, as a number.
private struct ProjectOrder {
  private let table: FundingTable
  private let rows: Selection
  /// Whether the rows are all that home has, so that what they give is known.
  private let isEverything: Bool
  private let summer: ProjectSum
  private let key: SortKey
  private let isDescending: Bool
  private var ranks: [Int64] = []

  init(
    _ table: FundingTable, _ rows: Selection, _ key: SortKey, descending: Bool,
    isEverything: Bool? = nil
  ) {
    self.table = table
    self.rows = rows
    self.isEverything = isEverything ?? (rows == table.homeRows)
    summer = ProjectSum(table.columns, table.families, table.simple)
    self.key = key
    isDescending = descending
    let dimension: Dimension
    switch key {
    case .donor: dimension = .donor
    case .implementer: dimension = .implementer
    case .place: dimension = .place
    case .order, .amount, .date, .status, .sector, .state: return
    }
    let sets = table.index(of: dimension).valuesOfSet.count
    ranks = (0..<sets).map { table.rank(dimension, ofSet: $0) }
  }

  /// What the rows give a project.
  func total(of project: Int) -> ProjectTotal {
    let sum = summer.sum(table.projectColumns.fundings[project], in: rows)
    return ProjectTotal(project: project, usd: sum.ends, fundings: sum.fundings)
  }

  @inline(__always)
  func key(of project: Int) -> Int64 {
    let columns = table.projectColumns
    let ascending: Int64
    switch key {
    case .amount: ascending = low(of: project)
    case .order, .state: ascending = Int64(project)
    case .date: ascending = Int64(columns.days[project])
    case .sector: ascending = Int64(columns.sectors[project])
    case .status: ascending = Int64(columns.statuses[project])
    case .donor: ascending = ranks[Int(columns.donors[project])]
    case .implementer: ascending = ranks[Int(columns.implementers[project])]
    case .place: ascending = ranks[Int(columns.places[project])]
    }
    return isDescending ? ~ascending : ascending
  }

  /// The low end of what the rows give a project. Where they hold all its home rows, that is known.
  @inline(__always)
  private func low(of project: Int) -> Int64 {
    isEverything
      ? table.projectLows[project]
      : summer.low(table.projectColumns.fundings.range(of: project), of: table, in: rows)
  }
}
