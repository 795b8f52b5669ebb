/// What a list can be sorted by.
public enum SortKey: String, Sendable, CaseIterable {
  /// The ledger's own order.
  case order
  case amount, date, donor, implementer, sector, place, status, state
}

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

extension FundingTable {
  /// Some rows of a selection in an order.
  ///
  /// - Shape: `range` counts from 0 in that order and is cut to what there is; equal rows keep the ledger's order.
  public func page(
    of selection: Selection, sortedBy key: SortKey = .order, descending: Bool = false,
    range: Range<Int>
  ) -> [Int] {
    var keys: [SortItem] = []
    keys.reserveCapacity(selection.count)
    let order = RowOrder(self, key)
    selection.visit { keys.append(SortItem(key: order.key(of: $0), index: UInt32($0))) }
    return sorted(&keys, descending: descending, range: range).map { Int($0.index) }
  }

  /// Projects that the selected fundings pay for, in an order.
  ///
  /// - Shape: `sector` holds them to one sector, `""` to none stated; `.amount` is what the selection gives them.
  public func projects(
    in selection: Selection, sector: String? = nil, scope: Scope = .home,
    sortedBy key: SortKey = .amount,
    descending: Bool = true, range: Range<Int> = 0..<Int.max
  ) -> [ProjectTotal] {
    let totals = projectTotals(in: selection, scope: scope)
    let wanted = sector.map {
      columns[.sectors].words.known($0).map { UInt16($0 + 1) } ?? ($0.isEmpty ? 0 : .max)
    }
    var keys: [SortItem] = []
    for (at, total) in totals.enumerated() {
      if let wanted, projectColumns.sectors[total.project] != wanted { continue }
      keys.append(SortItem(key: sortKey(of: total, key), index: UInt32(at)))
    }
    return sorted(&keys, descending: descending, range: range).map { totals[Int($0.index)] }
  }

  /// A pane a sector: money own and shared, and its first projects.
  public func panes(of selection: Selection, projects limit: Int) -> [SectorPane] {
    let summary = summary(by: .sector, of: selection, currencies: false)
    let totals = projectTotals(in: selection, scope: .home)
    var bySector: [UInt16: [SortItem]] = [:]
    for (at, total) in totals.enumerated() {
      let item = SortItem(key: total.usd.low, index: UInt32(at))
      bySector[projectColumns.sectors[total.project], default: []].append(item)
    }
    return summary.groups.map { group in
      let code = columns[.sectors].words.known(group.id).map { UInt16($0 + 1) } ?? 0
      var items = bySector[code] ?? []
      let first = sorted(&items, descending: true, range: 0..<limit).map { totals[Int($0.index)] }
      return SectorPane(
        id: group.id, own: group.own, shared: group.shared, projectCount: items.count,
        projects: first)
    }
  }

  /// The total of a project's selected fundings, each sum once.
  public func projectTotal(_ project: Int, in selection: Selection) -> ProjectTotal {
    let rows = Selection(
      rows: count, projectColumns.fundings[project].lazy.map { Int($0) }.filter(selection.contains))
    return ProjectTotal(
      project: project, usd: total(of: rows, currencies: false).usd, fundings: rows.count)
  }

  private func projectTotals(in selection: Selection, scope: Scope) -> [ProjectTotal] {
    var rows = selection
    switch scope {
    case .home: rows.formIntersection(homeRows)
    case .wider: rows.formIntersection(widerRows)
    case .all: break
    }
    var result: [ProjectTotal] = []
    projects(paidBy: rows).visit { project in
      var ends = Ends.zero
      var fundings = 0
      var members: [UInt32] = []
      for row in projectColumns.fundings[project] where rows.contains(Int(row)) {
        fundings += 1
        if families.members.contains(Int(row)) {
          members.append(row)
        } else {
          ends += columns.usd.ends(at: Int(row))
        }
      }
      if !members.isEmpty {
        let own = Selection(rows: count, members.lazy.map { Int($0) })
        ends += total(of: own, currencies: false).usd
      }
      result.append(ProjectTotal(project: project, usd: ends, fundings: fundings))
    }
    return result
  }

  private func sortKey(of total: ProjectTotal, _ key: SortKey) -> Int64 {
    let project = total.project
    switch key {
    case .amount: return total.usd.low
    case .order, .state: return Int64(project)
    case .date: return Int64(projectColumns.days[project])
    case .sector: return Int64(projectColumns.sectors[project])
    case .status: return Int64(projectColumns.statuses[project])
    case .donor: return rank(.donor, ofSet: Int(projectColumns.donors[project]))
    case .implementer: return rank(.implementer, ofSet: Int(projectColumns.implementers[project]))
    case .place: return rank(.place, ofSet: Int(projectColumns.places[project]))
    }
  }

  func rank(_ dimension: Dimension, ofSet set: Int) -> Int64 {
    index(of: dimension).valuesOfSet[set].first.map { Int64($0) } ?? 0
  }
}

/// A row and what it is sorted by.
struct SortItem {
  var key: Int64
  var index: UInt32
}

/// The part of a list that a screen shows, sorted; the rest is only kept out of its way.
func sorted(_ items: inout [SortItem], descending: Bool, range: Range<Int>) -> ArraySlice<SortItem>
{
  func precedes(_ a: SortItem, _ b: SortItem) -> Bool {
    if a.key != b.key { return descending ? a.key > b.key : a.key < b.key }
    return a.index < b.index
  }
  let wanted = range.clamped(to: 0..<items.count)
  guard !wanted.isEmpty else { return [] }
  items.sort(by: precedes)
  return items[wanted]
}

/// What a row is sorted by, as a number.
private struct RowOrder {
  private let table: FundingTable
  private let key: SortKey
  private let ranks: [Int64]
  private let column: SetColumnName

  init(_ table: FundingTable, _ key: SortKey) {
    self.table = table
    self.key = key
    let dimension: Dimension
    switch key {
    case .donor: dimension = .donor
    case .implementer: dimension = .implementer
    case .sector: dimension = .sector
    case .place: dimension = .place
    case .status: dimension = .status
    case .state, .order, .amount, .date: dimension = .state
    }
    let index = table.index(of: dimension)
    column = index.column
    ranks = (0..<index.valuesOfSet.count).map { table.rank(dimension, ofSet: $0) }
  }

  func key(of row: Int) -> Int64 {
    switch key {
    case .order: return Int64(row)
    case .amount:
      let columns = table.columns
      // Gifts and sums nobody can convert come after every sum.
      switch columns.usd.code(at: row) {
      case .none, .untold: return -1
      case .same, .plusOne, .lowOnly, .highOnly, .pair, .open: return columns.usd.ends(at: row).low
      }
    case .date: return Int64(table.columns.days[row])
    case .donor, .implementer, .sector, .place, .status, .state:
      return ranks[table.columns[column].codes[row]]
    }
  }
}
