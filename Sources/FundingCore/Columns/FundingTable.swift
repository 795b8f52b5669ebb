import Synchronization

/// All fundings and projects of a ledger as columns: what every view filters, sums and pages through.
///
/// - Shape: row `r` is the ledger's funding `r`, project `p` the ledger's project `p`. Immutable; safe to share.
/// - Cost: below 200 bytes a funding, projects included; every question is one pass over contiguous memory.
public final class FundingTable: Sendable {
  public let tables: Tables
  public let home: Place.ID
  let columns: FundingColumns
  let projectColumns: ProjectColumns
  /// The projects each row pays for.
  let projectsOfRow: Lists
  /// The same, for looking through all of them.
  private let nearProjects: NearLists
  /// The articles each row stands on, as indices into ``articleIDs``; empty for generated rows.
  let articlesOfRow: Lists
  let articleIDs: [Article.ID]
  /// The ledger's names for its rows and projects; empty for generated ones, which are numbered.
  public let fundingIDs: [Funding.ID]
  public let projectIDs: [Project.ID]
  let families: FamilyIndex
  let simple: SimpleRows
  /// All rows.
  public let everything: Selection
  /// What all home rows give each project, low ends; and the projects they pay for.
  let projectLows: [Int64]
  let homeProjects: Selection
  private let search = Mutex<SearchIndex?>(nil)
  private let ranks = Mutex<ProjectRanks?>(nil)
  private let wholeSums = Mutex<[SetSums?]>([])
  private let indexes = Mutex<[DimensionIndex?]>([])
  private let familyGroups = Mutex<[FamilyGroups?]>([])

  init(
    columns: FundingColumns, projects: ProjectColumns, tables: Tables, home: Place.ID,
    fundingIDs: [Funding.ID] = [],
    projectIDs: [Project.ID] = [], articlesOfRow: Lists = Lists(), articleIDs: [Article.ID] = []
  ) {
    self.columns = columns
    self.projectColumns = projects
    self.tables = tables
    self.home = home
    self.fundingIDs = fundingIDs
    self.projectIDs = projectIDs
    self.articlesOfRow = articlesOfRow
    self.articleIDs = articleIDs
    projectsOfRow = projects.fundings.inverted(count: columns.count)
    nearProjects = NearLists(projectsOfRow)
    everything = Selection(rows: columns.count, all: true)
    families = FamilyIndex(columns)
    simple = SimpleRows(columns, families)
    homeProjects = nearProjects.union(of: simple.home, below: projects.count)
    projectLows = ProjectLows(columns, projects, families, simple).all
  }

  /// How many fundings, whatever their state.
  public var count: Int { columns.count }
  public var projectCount: Int { projectColumns.count }
  public var articleCount: Int { articleIDs.count }
  public var isEmpty: Bool { columns.count == 0 }

  /// A dimension's values, put in order when first asked for.
  func index(of dimension: Dimension) -> DimensionIndex {
    indexes.remembered(dimension.number) {
      DimensionIndex(dimension, columns: columns, tables: tables, home: home)
    }
  }

  /// The projects that some rows pay for.
  func projects(paidBy rows: Selection) -> Selection {
    nearProjects.union(of: rows, below: projectCount)
  }

  /// All rows that count for home, and all that count beside it.
  var homeRows: Selection { simple.home }
  var widerRows: Selection { simple.wider }

  /// What a selection's simple rows add up to by the sets of a column. Where most rows are selected, the others are added
  /// up and taken from the sums of all rows, which are kept: no pass meets more than half of the table.
  ///
  /// - Shape: `also` is called twice, with 0 and 1, each call beside a half of the rows: what else waits for both
  ///   processors is done in the same go.
  func setSums(
    _ column: SetColumnName, _ selection: Selection, also: (_ half: Int) -> Void = { _ in }
  ) -> SetSums {
    let isMost = selection.count * 2 > count
    let rows = isMost ? selection.complement : selection
    let (first, second) = Beside.halves(of: rows)
    let sets = columns[column].sets.count
    var sums = (SetSums(sets: sets), SetSums(sets: second.isEmpty ? 0 : sets))
    func add(_ range: Range<Int>, to sums: inout SetSums) {
      sums.add(columns[column].codes, simple, columns.usd, rows, range)
    }
    Beside.both(rows: count) {
      add(first, to: &sums.0)
      also(0)
    } _: {
      add(second, to: &sums.1)
      also(1)
    }
    if !second.isEmpty { sums.0.add(sums.1) }
    return isMost ? wholeSums(column).subtracting(sums.0) : sums.0
  }

  private func wholeSums(_ column: SetColumnName) -> SetSums {
    wholeSums.remembered(column.rawValue) {
      var made = SetSums(sets: columns[column].sets.count)
      let rows = everything
      made.add(columns[column].codes, simple, columns.usd, rows, rows.words.indices)
      return made
    }
  }

  /// Makes what is otherwise made when first asked for: the search index and the sums of all rows. For a thread that
  /// has time.
  public func prepare() {
    _ = searchIndex
    _ = projectRanks
    for dimension in Dimension.allCases {
      _ = wholeSums(index(of: dimension).column)
      _ = familyGroups(dimension)
    }
  }

  /// The projects in the order that panes look through them, made when first asked for.
  var projectRanks: ProjectRanks {
    ranks.withLock { kept in
      if let kept { return kept }
      let made = ProjectRanks(columns, projectColumns, simple)
      kept = made
      return made
    }
  }

  /// What whole families give to a dimension's values, made when first asked for.
  func familyGroups(_ dimension: Dimension) -> FamilyGroups {
    let index = index(of: dimension)
    return familyGroups.remembered(dimension.number) { FamilyGroups(columns, families, index) }
  }

  /// The search index, made when first asked for.
  var searchIndex: SearchIndex {
    search.withLock { kept in
      if let kept { return kept }
      let made = SearchIndex(columns, tables: tables)
      kept = made
      return made
    }
  }
}

extension Mutex {
  /// What stands at a place of a list, made where nothing stands there yet.
  fileprivate func remembered<Item: Sendable>(_ place: Int, _ make: () -> Item) -> Item
  where Value == [Item?] {
    withLock { kept in
      while kept.count <= place { kept.append(nil) }
      if let known = kept[place] { return known }
      let made = make()
      kept[place] = made
      return made
    }
  }
}

/// A dimension's values, and for each set of its column the values that set stands for.
struct DimensionIndex: Sendable {
  let dimension: Dimension
  let column: SetColumnName
  /// Ids in the dimension's order; the last is `""`, none stated.
  let ids: [String]
  /// For each set of the column, indices into ``ids``, never empty.
  let valuesOfSet: Lists
  let indexOfID: [String: Int]

  var none: Int { ids.count - 1 }

  init(_ dimension: Dimension, columns: FundingColumns, tables: Tables, home: Place.ID) {
    self.dimension = dimension
    column = DimensionIndex.column(of: dimension)
    let source = columns[column]
    let resolver = PlaceResolver(tables.gazetteer, home: home)
    var lists: [[String]] = []
    lists.reserveCapacity(source.sets.count)
    // Words are looked up once each, sets by their words.
    let meaning = source.words.words.map { word -> [String] in
      switch dimension {
      case .district: resolver.districts(word)
      case .place: resolver.around(word)
      case .year: [String(word.prefix(4))]
      default: [word]
      }
    }
    for set in 0..<source.sets.count {
      var ids: [String] = []
      for word in source.sets[set] {
        for id in meaning[Int(word)] where !ids.contains(id) { ids.append(id) }
      }
      lists.append(ids)
    }
    var found = Set<String>()
    for list in lists { found.formUnion(list) }
    found.remove("")
    let ranked = found.map { (rank: DimensionIndex.rank($0, dimension, tables) ?? .max, id: $0) }
    let sorted = ranked.sorted { $0.rank == $1.rank ? $0.id < $1.id : $0.rank < $1.rank }
    let all = sorted.map(\.id) + [""]
    let indexOf = Dictionary(
      all.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var values = Lists()
    for list in lists {
      let codes = list.compactMap { indexOf[$0].map { UInt32($0) } }
      values.append(codes.isEmpty ? [UInt32(all.count - 1)] : codes)
    }
    ids = all
    indexOfID = indexOf
    valuesOfSet = values
  }

  static func column(of dimension: Dimension) -> SetColumnName {
    switch dimension {
    case .sector: .sectors
    case .district, .place: .places
    case .donor: .donors
    case .implementer: .implementers
    case .status: .statuses
    case .year, .month: .months
    case .source: .sources
    case .state: .states
    case .instrument: .instruments
    }
  }

  /// A value's place in its table; `nil` where it has none.
  private static func rank(_ id: String, _ dimension: Dimension, _ tables: Tables) -> Int? {
    switch dimension {
    case .sector: tables.number(of: Sector.ID(id))
    case .district, .place: tables.gazetteer.number(of: Place.Label(id))
    case .donor, .implementer: tables.number(of: Organisation.ID(id))
    case .status: Status.allCases.firstIndex { $0.rawValue == id }
    case .state: Funding.State.allCases.firstIndex { $0.rawValue == id }
    case .instrument: Instrument.allCases.firstIndex { $0.rawValue == id }
    case .year, .month, .source: nil
    }
  }
}

/// What a place's label stands for in a view of the home city.
struct PlaceResolver {
  let gazetteer: Gazetteer
  let home: Place.ID

  init(_ gazetteer: Gazetteer, home: Place.ID) {
    self.gazetteer = gazetteer
    self.home = home
  }

  /// The home city's districts a place is, lies in or touches; `""`, the city as a whole, for any other place.
  func districts(_ label: String) -> [String] {
    guard let place = gazetteer[Place.Label(label)] else { return [""] }
    let found = gazetteer.districts(of: place.id).filter { gazetteer.lies($0.id, in: home) }
    return found.isEmpty ? [""] : found.map(\.label.rawValue)
  }

  /// The place and everything it lies in.
  func around(_ label: String) -> [String] {
    guard let place = gazetteer[Place.Label(label)] else { return [label] }
    var found = [place]
    var next = 0
    while next < found.count {
      for parent in found[next].parents {
        if let wider = gazetteer[parent], !found.contains(where: { $0.id == wider.id }) {
          found.append(wider)
        }
      }
      next += 1
    }
    return found.map(\.label.rawValue)
  }
}
