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
    addSimple(selection, sums ?? table.setSums(index.column, selection))
    for row in table.simple.oddHome where selection.contains(Int(row)) { addOdd(Int(row)) }
    for row in table.simple.oddWider where selection.contains(Int(row)) {
      wider += stated(Int(row))
      counts.wider += 1
    }
    addFamilies(selection)
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

  private mutating func addFamilies(_ selection: Selection) {
    let families = table.families
    guard families.count > 0 else { return }
    // Where many rows are selected, so is a member of nearly every family.
    let isDense = selection.count > table.count / 8
    let met =
      isDense ? Selection(rows: families.count, all: true) : families.met(by: selection)
    let cached = table.familyGroups(index.dimension)
    guard table.count >= Beside.fewestRows else {
      return addFamilies(met, met.words.indices, selection, cached)
    }
    var other = Adder(table, index, currencies: wantsCurrencies)
    let middle = met.words.count / 2
    Beside.both(rows: table.count) {
      addFamilies(met, 0..<middle, selection, cached)
    } _: {
      other.addFamilies(met, middle..<met.words.count, selection, cached)
    }
    total += other.total
    wider += other.wider
    groups.add(other.groups)
    counts.add(other.counts)
  }

  /// Adds the families of a stretch of a selection's words.
  private mutating func addFamilies(
    _ met: Selection, _ range: Range<Int>, _ selection: Selection, _ cached: FamilyGroups
  ) {
    let families = table.families
    let splitter = FamilySplitter(table.columns, families, index)
    var sum = FlatEnds.zero
    var beside = FlatEnds.zero
    var whole: [Int] = []
    met.visit(range) { family in
      let members = families.range(of: family)
      let chosen = families.chosen(members, of: selection)
      if chosen == 0 { return }
      if chosen < members.count || wantsCurrencies {
        splitter.choose(family, selection)
        if chosen == 1, !wantsCurrencies, let leaf = splitter.onlyLeaf {
          addLeaf(leaf, isWider: families.isWider[family], to: &sum, or: &beside)
        } else {
          split(family, splitter)
        }
      } else if families.isWider[family] {
        beside += cached.totals[family]
        counts.wider += 1
      } else {
        sum += cached.totals[family]
        whole.append(family)
        count(Int(families.rows[members.lowerBound]))
      }
    }
    groups.add(whole, of: cached)
    total.usd += sum.ends
    wider.usd += beside.ends
  }

  /// Adds the one selected member of a family, in which nothing lies: it is what it says.
  private mutating func addLeaf(
    _ member: Int, isWider: Bool, to sum: inout FlatEnds, or beside: inout FlatEnds
  ) {
    let row = Int(table.families.rows[member])
    let own = table.families.sums[member]
    let ends = own.kind == .told ? own.ends : .zero
    if isWider {
      beside += ends
      counts.wider += 1
    } else {
      sum += ends
      let set = table.columns[index.column].codes[row]
      groups.add(ends.ends, [:], to: index.valuesOfSet[set], fundings: 1)
      count(row)
    }
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
