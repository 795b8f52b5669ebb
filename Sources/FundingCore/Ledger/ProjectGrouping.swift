/// Puts fundings together as the work they pay for.
///
/// - Shape: fundings of one family (a total and what lies in it) that name the same sector are one project; beside
///   that, fundings for one sector at the same places, of the same payers, implementers and object are. Joint money
///   stands in a project of each of its sectors; money without a sector in one without.
struct ProjectGrouping {
  private(set) var projects: [Project] = []

  private struct Key: Hashable {
    var sector: Sector.ID?
    var family: Funding.ID?
    var places: [Place.Label] = []
    var donors: [Organisation.ID] = []
    var implementers: [Organisation.ID] = []
    var object: String?
  }

  private let fundings: [Funding]
  private let numbers: [Funding.ID: Int]
  private let payers: PayerTable

  init(_ fundings: [Funding], payers: PayerTable) {
    self.fundings = fundings
    self.payers = payers
    numbers = Dictionary(
      fundings.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let isWhole = Set(fundings.compactMap(\.partOf))
    var groups: [Key: Int] = [:]
    var members: [(sector: Sector.ID?, fundings: [Int])] = []
    for (index, funding) in fundings.enumerated() {
      let inFamily = funding.partOf != nil || isWhole.contains(funding.id)
      let sectors: [Sector.ID?] = funding.sectors.isEmpty ? [nil] : funding.sectors.map { $0 }
      for sector in sectors {
        let key =
          inFamily
          ? Key(sector: sector, family: fundings[root(of: index)].id)
          : Key(
            sector: sector, family: nil, places: funding.places, donors: heads(of: funding),
            implementers: funding.implementers, object: funding.object)
        if let group = groups[key] {
          members[group].fundings.append(index)
        } else {
          groups[key] = members.count
          members.append((sector, [index]))
        }
      }
    }
    var names = StableNames()
    projects = members.map { project($0.sector, $0.fundings, &names) }
  }

  private func heads(of funding: Funding) -> [Organisation.ID] {
    Array(Set(funding.donors.map { payers.head(of: $0) })).sorted()
  }

  private func root(of index: Int) -> Int {
    var at = index
    var steps = 0
    while let whole = fundings[at].partOf.flatMap({ numbers[$0] }), steps < fundings.count {
      at = whole
      steps += 1
    }
    return at
  }

  private func depth(of index: Int) -> Int {
    var at = index
    var steps = 0
    while let whole = fundings[at].partOf.flatMap({ numbers[$0] }), steps < fundings.count {
      at = whole
      steps += 1
    }
    return steps
  }

  private func project(_ sector: Sector.ID?, _ members: [Int], _ names: inout StableNames)
    -> Project
  {
    let sorted = members.sorted { (depth(of: $0), $0) < (depth(of: $1), $1) }
    let all = sorted.map { fundings[$0] }
    let first = members.map { fundings[$0].sources.first?.description ?? "" }.min() ?? ""
    let standing = all.filter { $0.state == .counted }
    let latest = (standing.isEmpty ? all : standing).max { a, b in
      (a.date?.dayNumber ?? .min, a.id) < (b.date?.dayNumber ?? .min, b.id)
    }
    func gathered<Value: Hashable>(_ values: [[Value]]) -> [Value] {
      var seen: Set<Value> = []
      return values.flatMap { $0 }.filter { seen.insert($0).inserted }
    }
    return Project(
      id: Project.ID(names.name("p", for: "\(sector?.rawValue ?? "")|\(first)")), sector: sector,
      places: gathered(all.map(\.places)), donors: gathered(all.map(\.donors)),
      implementers: gathered(all.map(\.implementers)), object: all.lazy.compactMap(\.object).first,
      status: latest?.status ?? .planned, date: all.compactMap(\.date).max(),
      fundings: sorted.map { fundings[$0].id })
  }
}
