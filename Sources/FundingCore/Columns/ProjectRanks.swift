/// Projects by sector, in each those first that most can be given: what a pane is filled from.
///
/// - Shape: `order` has every project once, sector after sector; `bounds` goes along: no selection gives a project more.
struct ProjectRanks: Sendable {
  let order: [UInt32]
  let bounds: [Int64]
  /// Where each sector's projects begin in ``order``, by the projects' code of the sector.
  let starts: [Int]
  /// Each sector's projects.
  let members: [Selection]

  init(_ columns: FundingColumns, _ projects: ProjectColumns, _ simple: SimpleRows) {
    let sectors = columns[.sectors].words.count + 1
    var items: [[SortItem]] = Array(repeating: [], count: sectors)
    var members = [Selection](repeating: Selection(rows: projects.count), count: sectors)
    for project in 0..<projects.count {
      let sector = min(Int(projects.sectors[project]), sectors - 1)
      let bound = ProjectRanks.bound(of: project, columns, projects, simple)
      items[sector].append(SortItem(key: ~bound, index: UInt32(truncatingIfNeeded: project)))
      members[sector].insert(project)
    }
    var order: [UInt32] = []
    var bounds: [Int64] = []
    var starts = [0]
    order.reserveCapacity(projects.count)
    bounds.reserveCapacity(projects.count)
    for sector in items.indices {
      items[sector].sort { $0 < $1 }
      for item in items[sector] {
        order.append(item.index)
        bounds.append(~item.key)
      }
      starts.append(order.count)
    }
    self.order = order
    self.bounds = bounds
    self.starts = starts
    self.members = members
  }

  /// The most that any of a project's fundings can give it: all low ends together. What lies in a total and is taken
  /// away from it only makes less.
  private static func bound(
    of project: Int, _ columns: FundingColumns, _ projects: ProjectColumns, _ simple: SimpleRows
  ) -> Int64 {
    var bound: Int64 = 0
    for index in projects.fundings.range(of: project) {
      let row = Int(projects.fundings.values[index])
      guard simple.home.contains(row) else { continue }
      switch columns.usd.code(at: row) {
      case .same, .plusOne, .lowOnly, .pair:
        let value = columns.usd.values[row]
        if value < 0 { return .max }
        bound = saturating(bound, plus: value)
      case .none, .untold, .highOnly, .open: break
      }
    }
    return bound
  }
}
