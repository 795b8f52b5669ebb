extension FundingTable {
  /// The money of a selection, told by a dimension.
  ///
  /// - Shape: `currencies: false` leaves out the sums in stated currencies, which cost a second pass.
  /// - Cost: one pass over the selected rows, then work by sets and families only.
  public func summary(by dimension: Dimension, of selection: Selection, currencies: Bool = true)
    -> Summary
  {
    var adder = Adder(self, index(of: dimension), currencies: currencies)
    adder.add(selection)
    var summary = Summary(
      dimension: dimension, total: adder.total, groups: [], wider: .zero, cityWide: nil,
      counts: adder.counts)
    summary.groups = groups(of: adder, dimension)
    var beside = Adder(self, index(of: .state), currencies: currencies, isWider: true)
    beside.add(selection)
    summary.wider = beside.total
    summary.counts.wider = beside.counts.fundings
    summary.counts.projects = projectCount(in: selection)
    summary.counts.articles = articleCount(in: selection)
    return summary
  }

  /// The money a filter finds, told by a dimension; under a filter by district with the city's own beside it.
  public func summary(by dimension: Dimension, filter: Filter, currencies: Bool = true) -> Summary {
    var result = summary(by: dimension, of: select(filter), currencies: currencies)
    result.cityWide = cityWide(filter, currencies: currencies)
    return result
  }

  /// The sum of a selection, each funding once.
  public func total(of selection: Selection, currencies: Bool = true) -> Total {
    var adder = Adder(self, index(of: .state), currencies: currencies)
    adder.add(selection)
    return adder.total
  }

  /// What a filter by district would find for the city as a whole; `nil` where it names no district.
  public func cityWide(_ filter: Filter, currencies: Bool = true) -> Total? {
    guard
      filter.clauses.contains(where: {
        $0.field == .dimension(.district) && !$0.isNegated && $0.values != [""]
      })
    else { return nil }
    var other = filter.without(.dimension(.district))
    other.set(.district, to: "")
    // What is for a district as well stays with the district.
    let rows = select(other)
    let districts = index(of: .district)
    let alone = Selection(
      rows: count,
      rows.list.filter {
        districts.valuesOfSet[columns[.places].codes[$0]].elementsEqual([UInt32(districts.none)])
      })
    return total(of: alone, currencies: currencies)
  }

  private func groups(of adder: Adder, _ dimension: Dimension) -> [Summary.Group] {
    let index = index(of: dimension)
    let groups = adder.groups.groups.enumerated().filter { $0.element.isNamed }.map { at, group in
      Summary.Group(
        id: index.ids[at], own: group.own, shared: group.shared, whole: group.whole,
        fundings: group.fundings)
    }
    switch dimension {
    case .sector, .district, .status, .year, .month, .state, .instrument: return groups
    case .donor, .implementer, .source, .place:
      // Most money first, none stated last; equal sums in the tables' order.
      return groups.enumerated().sorted { a, b in
        if a.element.id.isEmpty != b.element.id.isEmpty { return b.element.id.isEmpty }
        let left = a.element.whole.usd.low
        let right = b.element.whole.usd.low
        return left == right ? a.offset < b.offset : left > right
      }.map(\.element)
    }
  }

  /// Distinct articles behind the selected rows that count.
  private func articleCount(in selection: Selection) -> Int {
    guard !articleIDs.isEmpty else { return 0 }
    var seen = Selection(rows: articleIDs.count)
    selection.intersection(homeRows).visit { row in
      for article in articlesOfRow[row] { seen.insert(Int(article)) }
    }
    return seen.count
  }

  /// Distinct projects the selected rows pay for.
  private func projectCount(in selection: Selection) -> Int {
    projects(paidBy: selection.intersection(homeRows)).count
  }

  func projects(paidBy rows: Selection) -> Selection {
    var seen = Selection(rows: projectCount)
    rows.visit { row in
      for project in projectsOfRow[row] { seen.insert(Int(project)) }
    }
    return seen
  }
}

/// Adds a selection up: simple rows in one pass, then the large ones, then the families.
struct Adder {
  private let table: FundingTable
  private let index: DimensionIndex
  private let wantsCurrencies: Bool
  private let isWider: Bool
  private(set) var total = Total.zero
  private(set) var groups: GroupSums
  private(set) var counts = Summary.Counts()

  init(_ table: FundingTable, _ index: DimensionIndex, currencies: Bool, isWider: Bool = false) {
    self.table = table
    self.index = index
    self.isWider = isWider
    wantsCurrencies = currencies
    groups = GroupSums(index)
  }

  mutating func add(_ selection: Selection) {
    addSimple(selection)
    addLarge(selection)
    addFamilies(selection)
  }

  private var codes: CodeColumn { table.columns[index.column].codes }

  private mutating func addSimple(_ selection: Selection) {
    let mask = isWider ? table.simpleWider : table.simpleHome
    let sets = index.valuesOfSet.count
    var sums = SetSums(sets: sets)
    sums.add(codes, table.columns.usd, selection, mask)
    var stated = [[Currency: Ends]](repeating: [:], count: wantsCurrencies ? sets : 0)
    if wantsCurrencies {
      stated = CurrencySums(table.columns, codes, sets: sets).bySet(selection, mask)
    }
    for set in 0..<sets {
      let count = sums.count(of: set)
      guard count > 0 else { continue }
      let sum = Total(usd: sums.ends(of: set), currencies: wantsCurrencies ? stated[set] : [:])
      total += sum
      groups.add(sum, to: index.valuesOfSet[set], fundings: count)
      counts.fundings += count
      counts.withoutSum += sums.withoutSum(of: set)
      counts.unconverted += sums.untold(of: set)
    }
  }

  private mutating func addLarge(_ selection: Selection) {
    for row in isWider ? table.largeWider : table.largeHome where selection.contains(Int(row)) {
      let sum = stated(Int(row))
      total += sum
      groups.add(sum, to: index.valuesOfSet[codes[Int(row)]], fundings: 1)
      counts.fundings += 1
    }
  }

  private func stated(_ row: Int) -> Total {
    let currency = wantsCurrencies ? table.columns.currency(at: row) : nil
    return Total(
      usd: table.columns.usd.ends(at: row),
      currencies: currency.map { [$0: table.columns.native.ends(at: row)] } ?? [:])
  }

  private mutating func addFamilies(_ selection: Selection) {
    let families = table.families
    guard families.count > 0 else { return }
    var sums = FamilySums(table.columns, families)
    for family in 0..<families.count where families.isWider[family] == isWider {
      let members = families.range(of: family)
      guard members.contains(where: { selection.contains(Int(families.rows[$0])) }) else {
        continue
      }
      let chosen = members.map { selection.contains(Int(families.rows[$0])) }
      let sum = sums.total(of: family, chosen: chosen, currencies: wantsCurrencies)
      total += sum
      count(families.outermost(of: family, chosen: chosen))
      split(family, chosen, sum, &sums)
    }
  }

  private mutating func count(_ rows: [Int]) {
    counts.fundings += rows.count
    for row in rows {
      switch table.columns.usd.code(at: row) {
      case .none: counts.withoutSum += 1
      case .untold: counts.unconverted += 1
      case .same, .plusOne, .lowOnly, .highOnly, .pair, .open: break
      }
    }
  }

  /// Gives a family's sum to its values: at once where all chosen members have the same, else value by value.
  private mutating func split(
    _ family: Int, _ chosen: [Bool], _ sum: Total, _ sums: inout FamilySums
  ) {
    let families = table.families
    let members = families.range(of: family)
    let sets = members.map { codes[Int(families.rows[$0])] }
    let found = Set(zip(sets, chosen).filter(\.1).map(\.0))
    if found.count == 1, let set = found.first {
      groups.add(
        sum, to: index.valuesOfSet[set],
        fundings: families.outermost(of: family, chosen: chosen).count)
      return
    }
    let values = Set(found.flatMap { index.valuesOfSet[$0] })
    for value in values.sorted() {
      func part(_ test: (ArraySlice<UInt32>) -> Bool) -> [Bool] {
        zip(sets, chosen).map { set, isChosen in isChosen && test(index.valuesOfSet[set]) }
      }
      let whole = part { $0.contains(value) }
      groups.add(
        own: sums.total(
          of: family, chosen: part { $0.elementsEqual([value]) }, currencies: wantsCurrencies),
        shared: sums.total(
          of: family, chosen: part { $0.count > 1 && $0.contains(value) },
          currencies: wantsCurrencies),
        whole: sums.total(of: family, chosen: whole, currencies: wantsCurrencies),
        fundings: families.outermost(of: family, chosen: whole).count, to: value)
    }
  }
}
