/// Adds a selection up by a dimension: simple rows in one pass, then the odd ones, then the families.
struct Adder {
  private let table: FundingTable
  private let index: DimensionIndex
  private let wantsCurrencies: Bool
  private(set) var total = Total.zero
  private(set) var wider = Total.zero
  private(set) var groups: GroupSums
  private(set) var counts = Summary.Counts()
  /// For each set of the column all selected rows, whether they count or not.
  private(set) var rowsOfSet: [Int] = []

  init(_ table: FundingTable, _ index: DimensionIndex, currencies: Bool) {
    self.table = table
    self.index = index
    wantsCurrencies = currencies
    groups = GroupSums(values: index.ids.count, currencies: currencies)
  }

  /// Adds a selection; `sums` are what its simple rows add up to by the dimension's column, where that is known.
  mutating func add(_ selection: Selection, _ sums: SetSums? = nil) {
    let families = Families(table, index.dimension, selection)
    // A second adder for the second half of the families, where there is one.
    var other = families.second.isEmpty ? nil : Adder(table, index, currencies: wantsCurrencies)
    func addFamilies(_ half: Int) {
      if half == 0 {
        self.addFamilies(families, families.first, selection)
      } else {
        other?.addFamilies(families, families.second, selection)
      }
    }
    if let sums {
      Beside.both(rows: table.count) {
        addFamilies(0)
      } _: {
        addFamilies(1)
      }
      addSimple(selection, sums)
    } else {
      addSimple(selection, table.setSums(index.column, selection, also: addFamilies))
    }
    if let other { add(other) }
    for row in table.simple.oddHome where selection.contains(Int(row)) { addOdd(Int(row)) }
    for row in table.simple.oddWider where selection.contains(Int(row)) {
      wider += stated(Int(row))
      counts.wider += 1
    }
  }

  private mutating func addSimple(_ selection: Selection, _ sums: SetSums) {
    let sets = index.valuesOfSet.count
    let codes = table.columns[index.column].codes
    let stated = CurrencySums(
      table.columns, table.simple.kinds, codes, sets: wantsCurrencies ? sets : 0)
    let home = stated.bySet(selection, isWider: false)
    let beside = stated.bySet(selection, isWider: true)
    rowsOfSet = [Int](repeating: 0, count: sets)
    for set in 0..<sets {
      rowsOfSet[set] = sums.all(of: set)
      guard rowsOfSet[set] > 0 else { continue }
      let others = sums.simple(of: set, isWider: true)
      if others > 0 {
        wider += Total(
          usd: sums.ends(of: set, isWider: true), currencies: wantsCurrencies ? beside[set] : [:])
        counts.wider += others
      }
      let count = sums.simple(of: set, isWider: false)
      guard count > 0 else { continue }
      let ends = sums.ends(of: set, isWider: false)
      let currencies = wantsCurrencies ? home[set] : [:]
      total += Total(usd: ends, currencies: currencies)
      groups.add(ends, currencies, to: index.valuesOfSet[set], fundings: count)
      counts.fundings += count
      counts.withoutSum += sums.withoutSum(of: set)
      counts.unconverted += sums.untold(of: set)
    }
  }

  private mutating func addOdd(_ row: Int) {
    let sum = stated(row)
    total += sum
    groups.add(
      sum.usd, sum.currencies, to: index.valuesOfSet[table.columns[index.column].codes[row]],
      fundings: 1)
    count(row)
  }

  private func stated(_ row: Int) -> Total {
    var result = Total(usd: table.columns.usd.ends(at: row))
    if wantsCurrencies, let currency = table.columns.currency(at: row) {
      result.currencies[currency] = table.columns.native.ends(at: row)
    }
    return result
  }

  private mutating func count(_ row: Int) {
    counts.fundings += 1
    switch table.columns.usd.code(at: row) {
    case .none: counts.withoutSum += 1
    case .untold: counts.unconverted += 1
    case .same, .plusOne, .lowOnly, .highOnly, .pair, .open: break
    }
  }

  /// The families that may have a selected member, as bits in two stretches of words, and what they give as a whole.
  private struct Families {
    var met = Selection(rows: 0)
    var first = 0..<0
    var second = 0..<0
    var cached: FamilyGroups?

    init(_ table: FundingTable, _ dimension: Dimension, _ selection: Selection) {
      guard table.families.count > 0 else { return }
      cached = table.familyGroups(dimension)
      // Where many rows are selected, so is a member of nearly every family.
      met =
        selection.count > table.count / 8
        ? Selection(rows: table.families.count, all: true) : table.families.met(by: selection)
      let isShared = !Beside.halves(of: selection).1.isEmpty
      let middle = isShared ? met.words.count / 2 : met.words.count
      first = 0..<middle
      second = middle..<met.words.count
    }
  }

  /// Adds what another adder of the same questions has added up.
  private mutating func add(_ other: Adder) {
    total += other.total
    wider += other.wider
    groups.add(other.groups)
    counts.add(other.counts)
  }

  /// Adds the families of a stretch of words.
  private mutating func addFamilies(
    _ all: Families, _ range: Range<Int>, _ selection: Selection
  ) {
    guard let cached = all.cached, !range.isEmpty else { return }
    let families = table.families
    lazy var splitter = FamilySplitter(table.columns, families, index)
    var sum = FlatEnds.zero
    var beside = FlatEnds.zero
    var whole: [Int] = []
    var sets = [SetSum](repeating: SetSum(), count: index.valuesOfSet.count)
    FamilyPass.open(families, cached, selection) { pass in
      all.met.visit(range) { family in
        let members = families.range(of: family)
        guard members.count <= FamilyPass.mostMembers, !wantsCurrencies else {
          if splitter.choose(family, selection) > 0 { split(family, splitter) }
          return
        }
        let chosen = pass.chosen(members)
        if chosen == 0 { return }
        let isWhole = chosen.nonzeroBitCount == members.count
        let ends = isWhole ? cached.totals[family] : pass.dollars(members, chosen)
        if families.isWider[family] {
          beside += ends
          counts.wider += pass.outermost(members, chosen).nonzeroBitCount
        } else if isWhole {
          sum += ends
          whole.append(family)
          _ = pass.count(members, chosen, into: &counts)
        } else if let set = pass.onlySet(members, chosen) {
          sum += ends
          sets[set].ends += ends
          sets[set].fundings += pass.count(members, chosen, into: &counts)
        } else {
          splitter.choose(family, selection)
          split(family, splitter)
        }
      }
    }
    for set in sets.indices where sets[set].fundings > 0 {
      groups.add(
        sets[set].ends.ends, [:], to: index.valuesOfSet[set], fundings: sets[set].fundings)
    }
    groups.add(whole, of: cached)
    total.usd += sum.ends
    wider.usd += beside.ends
  }

  /// What the members of families give that all have one set.
  private struct SetSum {
    var ends = FlatEnds.zero
    var fundings = 0
  }

  /// Gives a family of which some members are selected to its values.
  private mutating func split(_ family: Int, _ splitter: FamilySplitter) {
    let flat = splitter.dollars()
    let sum = Total(usd: flat.ends, currencies: wantsCurrencies ? splitter.stated() : [:])
    if table.families.isWider[family] {
      wider += sum
      splitter.outermost { _ in counts.wider += 1 }
      return
    }
    if wantsCurrencies { total += sum } else { total.usd += sum.usd }
    var fundings = 0
    splitter.outermost {
      fundings += 1
      count($0)
    }
    if let set = splitter.onlySet {
      return groups.add(sum.usd, sum.currencies, to: index.valuesOfSet[set], fundings: fundings)
    }
    var values: [UInt32] = []
    splitter.split {
      groups.add($0)
      if wantsCurrencies { values.append($0.value) }
    }
    for value in values { groups.add(splitter.stated(for: value), to: value) }
  }
}
