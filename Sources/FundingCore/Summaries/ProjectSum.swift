/// What some rows give a project: simple rows are added without a question, members of families by their family.
///
/// A class because of its scratch memory; never shared.
final class ProjectSum {
  private let columns: FundingColumns
  private let families: FamilyIndex
  private let simple: SimpleRows
  private let sums: FamilySums
  private var places: [(family: Int, local: Int)] = []

  init(_ columns: FundingColumns, _ families: FamilyIndex, _ simple: SimpleRows) {
    self.columns = columns
    self.families = families
    self.simple = simple
    sums = FamilySums(columns, families)
  }

  /// The sum of those of some fundings that are selected, and how many they are. Superseded and exceeded ones add
  /// nothing.
  func sum(_ fundings: some Sequence<UInt32>, in rows: Selection) -> (ends: Ends, fundings: Int) {
    var ends = FlatEnds.zero
    var count = 0
    if !places.isEmpty { places.removeAll(keepingCapacity: true) }
    for row in fundings.lazy.map({ Int($0) }) where rows.contains(row) {
      count += 1
      if simple.kinds[row] != SetSums.otherKind {
        // One that counts by itself, as most do.
        ends += FlatEnds(columns.usd.ends(at: row))
        continue
      }
      guard simple.home.contains(row) || simple.wider.contains(row) else { continue }
      if let place = families.members.contains(row) ? families.place(of: row) : nil {
        places.append(place)
      } else {
        ends += FlatEnds(columns.usd.ends(at: row))
      }
    }
    addFamilies(to: &ends)
    return (ends.ends, count)
  }

  /// The low end alone, fast.
  @inline(__always)
  func low(_ range: Range<Int>, of table: FundingTable, in rows: Selection) -> Int64 {
    let fundings = table.projectColumns.fundings
    var sum: Int64 = 0
    for index in range {
      let row = Int(fundings.values[index])
      guard rows.contains(row) else { continue }
      let kind = simple.kinds[row]
      if kind == SetSums.otherKind { return self.sum(fundings.values[range], in: rows).ends.low }
      switch EndsCode(rawValue: kind & 7) {
      case .same, .plusOne, .lowOnly, .pair: sum &+= columns.usd.values[row]
      case .none?, .untold, .highOnly, .open, nil: break
      }
    }
    return sum
  }

  private func addFamilies(to ends: inout FlatEnds) {
    while let first = places.first {
      for local in 0..<families.range(of: first.family).count { sums.chosen[local] = false }
      for place in places where place.family == first.family { sums.chosen[place.local] = true }
      ends += sums.dollars(of: first.family)
      places.removeAll { $0.family == first.family }
    }
  }
}

/// What all home rows give each project, made once.
struct ProjectLows {
  let all: [Int64]

  init(
    _ columns: FundingColumns, _ projects: ProjectColumns, _ families: FamilyIndex,
    _ simple: SimpleRows
  ) {
    let summer = ProjectSum(columns, families, simple)
    let lists = projects.fundings
    let values = columns.usd.values
    func low(of project: Int) -> Int64 {
      var sum: Int64 = 0
      for index in lists.range(of: project) {
        let row = Int(lists.values[index])
        switch simple.kinds[row] {
        case EndsCode.same.rawValue, EndsCode.plusOne.rawValue, EndsCode.lowOnly.rawValue,
          EndsCode.pair.rawValue:
          sum &+= values[row]
        case SetSums.otherKind:
          // A family or an odd row: the slow way for the whole project. Rows that count nowhere add nothing.
          if simple.home.contains(row) {
            return summer.sum(lists[project], in: simple.home).ends.low
          }
        default: break
        }
      }
      return sum
    }
    all = (0..<projects.count).map(low)
  }
}
