/// A ledger of any size without a library, to see how the program bears it: made from a seed, the same each time.
///
/// - Shape: few payers give most money; about 15 % of the rows are joint, 20 % open at one end, 10 % for a wider place,
///   5 % stand in families of totals and parts; five years. It grows by ``extend(by:)`` and can be looked at between.
public struct FundingGenerator: Sendable {
  /// How many fundings it will have made in the end.
  public let target: Int
  private(set) var columns = FundingColumns()
  private(set) var projects = ProjectColumns()
  private var random: SeededRandom
  private let shared: SharedPools
  private var pools: GeneratorPools { _read { yield shared.pools } }
  private let tables: Tables
  private let home: Place.ID

  public init(count: Int, seed: UInt64, tables: Tables, home: Place.ID) {
    target = max(0, min(count, 50_000_000))
    random = SeededRandom(seed: seed)
    self.tables = tables
    self.home = home
    shared = SharedPools(GeneratorPools(&columns, tables: tables, home: home, random: &random))
  }

  /// Fundings made so far.
  public var count: Int { columns.count }
  public var isFinished: Bool { count >= target }

  /// Makes at least so many more, never beyond the target.
  public mutating func extend(by rows: Int) {
    let end = min(target, count + max(0, rows))
    if columns.days.capacity < end { reserve(min(target, max(end, columns.days.capacity * 2))) }
    while count < end { addWork() }
  }

  /// The table as it is now. Costs a copy when the generator goes on growing.
  public func table() -> FundingTable {
    FundingTable(columns: columns, projects: projects, tables: tables, home: home)
  }

  private mutating func reserve(_ capacity: Int) {
    for name in SetColumnName.allCases { columns[name].codes.reserve(capacity) }
    columns.usd.reserve(capacity)
    columns.native.reserve(capacity)
    columns.currencies.reserveCapacity(capacity)
    columns.bounds.reserveCapacity(capacity)
    columns.days.reserveCapacity(capacity)
    columns.objects.reserveCapacity(capacity)
  }

  /// One piece of work: its fundings, and a project for each of its sectors.
  private mutating func addWork() {
    let first = count
    let work = GeneratedWork(shared, &random)
    let draw = random.next(below: 100)
    if draw < 2, !work.isWider {
      addFamily(work)
    } else {
      let rows = min(target - count, draw < 77 ? 1 : draw < 92 ? 2 : 3)
      for _ in 0..<rows {
        add(work, sum: shared.pools.sum(of: work, &random), state: work.isWider ? .wider : nil)
      }
    }
    addProjects(of: work, rows: first..<count)
  }

  /// A total and what is known of its parts.
  private mutating func addFamily(_ work: GeneratedWork) {
    let parent = count
    let sum = shared.pools.sum(of: work, &random)
    add(work, sum: sum, state: .counted)
    let parts = min(target - count, 1 + random.next(below: 3))
    for part in 0..<parts {
      var inner = work
      let sectors = pools.sectors(of: work.sectors)
      if sectors.count > 1 { inner.sectors = pools.single(sectors[part % sectors.count]) }
      columns.childRows.append(UInt32(count))
      columns.parentRows.append(UInt32(parent))
      var value = sum
      value.ends = .same
      value.bound = .exact
      value.native /= Int64(parts + 1 + random.next(below: 3))
      add(inner, sum: value, state: .part)
    }
  }

  private mutating func add(_ work: GeneratedWork, sum: GeneratedSum, state: Funding.State?) {
    let month = random.next(below: pools.months.count)
    let state = state ?? (random.next(below: 100) < 2 ? .superseded : .counted)
    columns[.sectors].codes.append(work.sectors)
    columns[.donors].codes.append(work.donors)
    columns[.implementers].codes.append(work.implementers)
    columns[.places].codes.append(work.places)
    columns[.sources].codes.append(0)
    columns[.months].codes.append(pools.months[month].code)
    columns[.statuses].codes.append(1 + work.status)
    columns[.states].codes.append(state.code + 1)
    columns[.instruments].codes.append(1 + work.instrument)
    columns[.texts].codes.append(work.object > 0 ? pools.textSets[work.object - 1] : 0)
    columns.objects.append(UInt32(work.object))
    columns.days.append(pools.months[month].day + Int32(random.next(below: 28)))
    columns.bounds.append(sum.bound.code)
    addAmount(sum, month: month)
    columns.count += 1
  }

  private mutating func addAmount(_ sum: GeneratedSum, month: Int) {
    guard sum.ends != .none else {
      columns.currencies.append(255)
      columns.native.append(.none, 0)
      columns.usd.append(.none, 0)
      return
    }
    columns.currencies.append(UInt8(sum.currency))
    let low = sum.ends == .highOnly ? nil : sum.native
    let high =
      sum.ends == .lowOnly ? nil : sum.ends == .pair ? sum.native + sum.native / 4 : sum.native
    columns.native.append(low: low, high: high)
    guard let rate = pools.rates[month * pools.currencyCount + sum.currency] else {
      return columns.usd.append(.untold, 0)
    }
    let told = rate.cents(sum.native)
    let above = sum.ends == .pair ? rate.cents(sum.native + sum.native / 4) : told
    columns.usd.append(
      low: low.map { _ in told.cents }, high: high.map { _ in above.cents + (above.isCut ? 1 : 0) })
  }

  private mutating func addProjects(of work: GeneratedWork, rows: Range<Int>) {
    let day = rows.map { columns.days[$0] }.max() ?? FundingColumns.noDay
    for sector in pools.sectors(of: work.sectors) {
      projects.sectors.append(UInt16(sector + 1))
      projects.donors.append(UInt32(work.donors))
      projects.implementers.append(UInt32(work.implementers))
      projects.places.append(UInt32(work.places))
      projects.statuses.append(UInt8(work.status))
      projects.days.append(day)
      projects.objects.append(UInt32(work.object))
      var members: [UInt32] = []
      for row in rows {
        let set = columns[.sectors].codes[row]
        if set == work.sectors || pools.sectors(of: set).contains(sector) {
          members.append(UInt32(row))
        }
      }
      projects.fundings.append(members)
    }
  }
}

extension FundingTable {
  /// A generated table, whole.
  public convenience init(generating count: Int, seed: UInt64, tables: Tables, home: Place.ID) {
    var generator = FundingGenerator(count: count, seed: seed, tables: tables, home: home)
    generator.extend(by: count)
    self.init(columns: generator.columns, projects: generator.projects, tables: tables, home: home)
  }
}

/// SplitMix64: small, fast, the same everywhere.
///
/// - Source: Steele, Lea, Flood: "Fast Splittable Pseudorandom Number Generators", 2014.
public struct SeededRandom: RandomNumberGenerator, Sendable {
  private var state: UInt64
  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 to below the limit; 0 where there is none.
  public mutating func next(below limit: Int) -> Int {
    limit <= 1 ? 0 : Int(next().multipliedFullWidth(by: UInt64(limit)).high)
  }
}
