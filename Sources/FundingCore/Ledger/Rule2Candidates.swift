// Rule 2: which sums are worth comparing.

/// A pair of nodes that may be one funding.
struct SumEdge {
  var a: Int
  var b: Int
  var rule: LedgerRule
  /// How much the two share beside what makes them compatible.
  var score: Int
  /// Neither says less than the other.
  var isLevel: Bool
}

/// Finds the pairs of nodes whose sums say the same, by payer and magnitude.
///
/// - Cost: for each payer, the sums near each other; sums without a payer are held against all sums near them.
struct CandidateFinder {
  /// A payer or the absence of any, and a currency.
  private struct Key: Hashable {
    var payer: Int32
    var currency: Currency
  }

  /// A node's place on the line of sums of its currency, with what tells most pairs apart: hundreds of entries are
  /// looked at in a row, and nothing else has to be fetched for them.
  private struct Entry {
    var low: Int64
    var high: Int64
    var node: Int
    var outline: Outline
  }

  /// What tells most pairs apart, without looking at their lists.
  private struct Outline {
    var sectors: UInt64
    /// The city all its places lie in; -1 where there is no one city.
    var city: Int32
    var first: Int32
    var last: Int32

    /// Whether a full comparison could still find the two the same.
    func mayMeet(_ other: Outline) -> Bool {
      if sectors != 0, other.sectors != 0, sectors & other.sectors == 0 { return false }
      if city >= 0, other.city >= 0, city != other.city { return false }
      return first <= PrintedDays.later(other.last) && other.first <= PrintedDays.later(last)
    }
  }

  /// The last day on which something told on a day may be told again.
  private enum PrintedDays {
    static func later(_ day: Int32) -> Int32 {
      let (sum, overflow) = day.addingReportingOverflow(ToldDays.fromPlanToWork)
      return overflow ? .max : sum
    }
  }

  private let nodes: [SumNode]
  private let comparison: FactComparison
  private let sums: SumComparison
  private var lists: [Key: [Entry]] = [:]
  private var keys: [Key] = []
  private var currencies: [Currency] = []
  private var pairs: [UInt64] = []

  /// The key of nodes that name no payer, and of all nodes.
  private static let nobody: Int32 = -1
  private static let anybody: Int32 = -2

  init(_ nodes: [SumNode], _ comparison: FactComparison, _ sums: SumComparison) {
    self.nodes = nodes
    self.comparison = comparison
    self.sums = sums
  }

  private func outline(of node: Int) -> Outline {
    let facts = nodes[node].facts
    // Undated sums and running totals are near any day.
    let isAnyDay = nodes[node].days.hasUndated || facts.isCumulative
    return Outline(
      sectors: facts.sectors, city: comparison.places.city(of: facts.places),
      first: isAnyDay ? .min : nodes[node].days.days.first?.number ?? .min,
      last: isAnyDay ? .max : nodes[node].days.days.last?.number ?? .max)
  }

  /// All pairs that rule 2 may join, each once, ascending.
  mutating func edges() -> [SumEdge] {
    fillLists()
    for key in keys {
      if key.payer == CandidateFinder.anybody { continue }
      let isNobody = key.payer == CandidateFinder.nobody
      let partner = isNobody ? CandidateFinder.anybody : key.payer
      for entry in lists[key] ?? [] {
        search(entry, Key(payer: partner, currency: key.currency))
        for currency in currencies where currency != key.currency {
          search(entry, across: Key(payer: partner, currency: currency))
        }
      }
      if isNobody { searchFromEverybody(key) }
    }
    pairs.sort()
    var edges: [SumEdge] = []
    var last: UInt64?
    for pair in pairs where pair != last {
      last = pair
      if let edge = edge(Int(pair >> 32), Int(pair & 0xFFFF_FFFF)) { edges.append(edge) }
    }
    return edges
  }

  private mutating func fillLists() {
    var seen: Set<Currency> = []
    for index in nodes.indices {
      let sum = nodes[index].sum
      let facts = nodes[index].facts
      let entry = Entry(
        low: sum.reach.low, high: sum.reach.high, node: index, outline: outline(of: index))
      if seen.insert(sum.currency).inserted { currencies.append(sum.currency) }
      var payers = Set(
        (facts.donors + facts.implementers).map { comparison.payers.head(of: $0) })
      if facts.donors.isEmpty { payers.insert(CandidateFinder.nobody) }
      payers.insert(CandidateFinder.anybody)
      for payer in payers {
        lists[Key(payer: payer, currency: sum.currency), default: []].append(entry)
      }
    }
    currencies.sort()
    keys = lists.keys.sorted { ($0.payer, $0.currency) < ($1.payer, $1.currency) }
    for key in keys { lists[key]?.sort { ($0.low, $0.node) < ($1.low, $1.node) } }
  }

  @inline(__always)
  private mutating func add(_ a: Entry, _ b: Entry) {
    guard a.node != b.node, a.outline.mayMeet(b.outline) else { return }
    pairs.append(UInt64(min(a.node, b.node)) << 32 | UInt64(max(a.node, b.node)))
  }

  /// Sums of the same currency at or above this one that it may reach, and its thousandfold.
  private mutating func search(_ entry: Entry, _ key: Key) {
    guard let list = lists[key] else { return }
    let top = PrintedNumber.sum(entry.high, entry.high / 8)
    var at = lowerBound(list, entry.low)
    while at < list.count, list[at].low <= top {
      add(entry, list[at])
      at += 1
    }
    let (slip, overflow) = nodes[entry.node].sum.value.multipliedReportingOverflow(by: 1000)
    if !overflow { addEqual(entry, slip, list) }
  }

  private mutating func addEqual(_ entry: Entry, _ value: Int64, _ list: [Entry]) {
    var at = lowerBound(list, value)
    while at < list.count, list[at].low == value {
      add(entry, list[at])
      at += 1
    }
  }

  /// Sums of another currency that agree at the rate of this one's month, or print the same digits.
  private mutating func search(_ entry: Entry, across key: Key) {
    guard let list = lists[key] else { return }
    let sum = nodes[entry.node].sum
    guard sum.value > 0 else { return }
    let units = Int128(sum.value) * Int128(key.currency.minorUnitsPerUnit)
    let same = units / Int128(sum.currency.minorUnitsPerUnit)
    if let value = Int64(exactly: same) { addEqual(entry, value, list) }
    let day = nodes[entry.node].days.first
    guard sum.isPoint,
      let month = day.map({ CalendarDate(dayNumber: $0).month }) ?? sums.newestMonth,
      let cents = sums.cents(sum.value, sum.currency, in: month),
      let unit = sums.cents(key.currency.minorUnitsPerUnit * 10_000, key.currency, in: month),
      unit > 0
    else { return }
    let middle = Int128(cents) * Int128(key.currency.minorUnitsPerUnit) * 10_000 / Int128(unit)
    guard let from = Int64(exactly: middle - middle / 14),
      let to = Int64(exactly: middle + middle / 14)
    else { return }
    var at = lowerBound(list, from)
    while at < list.count, list[at].low <= to {
      add(entry, list[at])
      at += 1
    }
  }

  /// Every sum held against those above it that name no payer.
  private mutating func searchFromEverybody(_ key: Key) {
    for entry in lists[Key(payer: CandidateFinder.anybody, currency: key.currency)] ?? [] {
      search(entry, key)
    }
    for currency in currencies where currency != key.currency {
      for entry in lists[Key(payer: CandidateFinder.anybody, currency: currency)] ?? [] {
        search(entry, across: key)
      }
    }
  }

  private func lowerBound(_ list: [Entry], _ value: Int64) -> Int {
    list.indices.first(notBefore: { list[$0].low < value })
  }

  // MARK: - Pairs

  /// The pair as an edge, where nothing but "another" and one article may tell the two apart.
  private func edge(_ a: Int, _ b: Int) -> SumEdge? {
    let (x, y) = (nodes[a], nodes[b])
    guard let rule = rule(x, y) else { return nil }
    let payers = comparison.payers(x.facts, y.facts)
    let purposes = comparison.purposes(x.facts, y.facts)
    let places = comparison.places(x.facts, y.facts)
    guard !payers.isApart, !purposes.isApart, !places.isApart else { return nil }
    let isLevel =
      payers == .alike && purposes == .alike && places == .alike
      && x.facts.isAdditional == y.facts.isAdditional
    return SumEdge(a: a, b: b, rule: rule, score: score(x, y), isLevel: isLevel)
  }

  private func rule(_ x: SumNode, _ y: SumNode) -> LedgerRule? {
    let areTotals = x.facts.isCumulative && y.facts.isCumulative
    let isNear = areTotals || x.days.isNear(y.days)
    guard isNear else { return nil }
    if let rule = sums.sayTheSame(x.sum, y.sum, areTotals: areTotals) { return rule }
    if sums.isSlip(x.sum, y.sum) { return .slip }
    if sums.agree(x.sum, y.sum, on: earlier(x.days.first, y.days.first)) { return .rate }
    if sums.hasSameDigits(x.sum, y.sum), comparison.tellTheSame(x.facts, y.facts) {
      if min(x.sum.significantDigits, y.sum.significantDigits) >= 2 { return .digits }
      if x.days.isWithin(ToldDays.soon, of: y.days) { return .digits }
    }
    return nil
  }

  private func earlier(_ a: Int32?, _ b: Int32?) -> Int32? {
    guard let a, let b else { return a ?? b }
    return min(a, b)
  }

  private func score(_ x: SumNode, _ y: SumNode) -> Int {
    var score = 0
    if x.sum.low == y.sum.low, x.sum.high == y.sum.high, x.sum.currency == y.sum.currency {
      score += 16
    }
    if x.facts.isAdditional == y.facts.isAdditional { score += 8 }
    if x.facts.object >= 0, y.facts.object >= 0 { score += 8 }
    if x.facts.places == y.facts.places { score += 4 }
    if x.facts.sectors == y.facts.sectors { score += 4 }
    if x.facts.donors == y.facts.donors { score += 4 }
    if x.facts.implementers == y.facts.implementers { score += 2 }
    if x.facts.isTranche == y.facts.isTranche { score += 2 }
    if x.facts.isCumulative == y.facts.isCumulative { score += 2 }
    return score
  }
}
