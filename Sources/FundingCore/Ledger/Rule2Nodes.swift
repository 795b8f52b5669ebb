// Rule 2: claims that say exactly the same, put together before anything is compared.

/// Claims of several statements that tell the same facts and the same sum, near in time.
struct SumNode {
  var facts: Facts
  var sum: PrintedSum
  var days: ToldDays
  /// Records, ascending.
  var records: [Int]
  /// Nodes that hold another claim of one of its articles, and whether that claim stands before.
  var siblings: [Sibling] = []
  /// The earliest day of a claim that is new beside plain claims dated before it; `nil` where none is.
  var newDay: Int32?
  /// The earliest day of a plain claim.
  var plainDay: Int32?
  /// When it was told as a tranche.
  var tranche = TrancheDays()

  struct Sibling: Hashable {
    var node: Int
    var standsBefore: Bool
  }
}

/// Makes nodes of the records that have a sum.
struct NodeBuilder {
  private struct Profile: Hashable {
    var facts: Facts
    var sum: PrintedSum
    /// Which of several equal claims of its article it is, and how many there are.
    var ordinal: Int
    var count: Int
    /// A claim that a person decided on stands alone.
    var alone: Int
  }

  private let input: LedgerInput
  private let news: NewSums
  private(set) var nodes: [SumNode] = []
  /// The node of each record; -1 where it has no sum.
  private(set) var nodeOfRecord: [Int]
  /// Pairs of nodes that one article says are the same.
  private(set) var restated: [(Int, Int)] = []

  init(_ input: LedgerInput, alone: Set<Int>) {
    self.input = input
    news = NewSums(input)
    nodeOfRecord = [Int](repeating: -1, count: input.records.count)
    for profile in profiles(alone: alone) { addNodes(of: profile) }
    for statement in input.statements { addSiblings(of: statement) }
    for index in nodes.indices {
      nodes[index].siblings = Array(Set(nodes[index].siblings)).sorted {
        ($0.node, $0.standsBefore ? 0 : 1) < ($1.node, $1.standsBefore ? 0 : 1)
      }
    }
  }

  /// Records of each profile, in the order in which the profiles first appear.
  private func profiles(alone: Set<Int>) -> [[Int]] {
    var numbers: [Profile: Int] = [:]
    var result: [[Int]] = []
    for statement in input.statements {
      let records = statement.records.compactMap { $0 }.filter { input.records[$0].sum != nil }
      for record in records {
        guard let profile = profile(of: record, among: records, alone: alone) else { continue }
        if let number = numbers[profile] {
          result[number].append(record)
        } else {
          numbers[profile] = result.count
          result.append([record])
        }
      }
    }
    return result
  }

  private func profile(of record: Int, among records: [Int], alone: Set<Int>) -> Profile? {
    guard let sum = input.records[record].sum else { return nil }
    let facts = input.records[record].facts
    var ordinal = 0
    var count = 0
    for other in records
    where input.records[other].sum == sum && input.records[other].facts == facts {
      if other < record { ordinal += 1 }
      count += 1
    }
    return Profile(
      facts: facts, sum: sum, ordinal: ordinal, count: count,
      alone: alone.contains(record) ? record : -1)
  }

  /// One node for each stretch of time without a gap, or a new sum beside it, that could tell claims apart.
  private mutating func addNodes(of records: [Int]) {
    let sorted = records.sorted {
      (input.records[$0].day ?? .min, $0) < (input.records[$1].day ?? .min, $1)
    }
    guard let first = sorted.first else { return }
    let newDays = news.days(beside: input.records[first])
    let facts = input.records[first].facts
    let isOne = facts.isCumulative || !facts.isTranche && input.records[first].day == nil
    var stretch: [Int] = []
    var last: Int32?
    var lastPlan: Int32?
    for record in sorted {
      let claim = input.records[record]
      if !stretch.isEmpty, claim.day != last {
        let isNear =
          isOne
          || (facts.isTranche
            ? TrancheDays.isRetold(claim.day, after: last)
            : reaches(claim, from: last, plan: lastPlan))
        if !isNear || isNew(between: last, and: claim.day, newDays) {
          addNode(stretch)
          stretch = []
        }
      }
      stretch.append(record)
      last = claim.day
      if claim.status == .planned { lastPlan = claim.day }
    }
    addNode(stretch)
  }

  private func reaches(_ claim: ClaimRecord, from last: Int32?, plan: Int32?) -> Bool {
    guard let day = claim.day, let last else { return true }
    if day - last <= ToldDays.near { return true }
    return claim.status != .planned && plan.map { day - $0 <= ToldDays.fromPlanToWork } ?? false
  }

  /// Whether a sum was said to be new after the one day and not after the other; beside an undated claim, whether any
  /// was.
  private func isNew(between last: Int32?, and day: Int32?, _ newDays: [Int32]) -> Bool {
    guard let last, let day else { return !newDays.isEmpty }
    return newDays.contains { last < $0 && $0 <= day }
  }

  private mutating func addNode(_ records: [Int]) {
    guard let first = records.first, let sum = input.records[first].sum else { return }
    let facts = input.records[first].facts
    var days = ToldDays(input.records[first].day, status: input.records[first].status)
    days.days = records.compactMap { record in
      input.records[record].day.map {
        ToldDays.Day(number: $0, isPlanned: input.records[record].status == .planned)
      }
    }.sorted()
    var node = SumNode(facts: facts, sum: sum, days: days, records: records.sorted())
    if facts.isAdditional {
      node.newDay = records.filter { news.isNewBesideEarlier($0) }
        .compactMap { input.records[$0].day }.min()
    } else {
      node.plainDay = days.first
    }
    if facts.isTranche { node.tranche = TrancheDays(days, isNew: facts.isAdditional) }
    for record in records { nodeOfRecord[record] = nodes.count }
    nodes.append(node)
  }

  /// Whether one article says that two claims' sums are one: one restates the other. Two claims on one mention ("160
  /// million each") are two.
  private func isRestated(_ a: ClaimRecord, _ b: ClaimRecord) -> Bool {
    a.rootMention == b.rootMention && a.mention != b.mention
  }

  private mutating func addSiblings(of statement: StatementRecord) {
    let records = statement.records.compactMap { $0 }.filter { nodeOfRecord[$0] >= 0 }
    for (at, record) in records.enumerated() {
      for other in records[(at + 1)...] {
        let (a, b) = (nodeOfRecord[record], nodeOfRecord[other])
        if a == b { continue }
        if isRestated(input.records[record], input.records[other]) {
          restated.append((a, b))
        } else {
          nodes[a].siblings.append(.init(node: b, standsBefore: false))
          nodes[b].siblings.append(.init(node: a, standsBefore: true))
        }
      }
    }
  }
}

/// Sums said to be new, by payer and currency.
struct NewSums {
  private struct Key: Hashable {
    var currency: Currency
    /// A state, a union or a payer; -1 where none is named, -2 for all.
    var head: Int32
  }

  private let input: LedgerInput
  private let comparison: FactComparison
  private let sums: SumComparison
  /// Records by value.
  private var lists: [Key: [(value: Int64, record: Int)]] = [:]

  init(_ input: LedgerInput) {
    self.input = input
    comparison = FactComparison(input)
    sums = SumComparison(rates: input.rates, newestMonth: input.newestMonth)
    for index in input.records.indices {
      guard input.records[index].facts.isAdditional, let sum = input.records[index].sum,
        input.records[index].day != nil
      else { continue }
      for head in heads(of: input.records[index]) + [-2] {
        lists[Key(currency: sum.currency, head: head), default: []].append((sum.value, index))
      }
    }
    for key in Array(lists.keys) { lists[key]?.sort { $0 < $1 } }
  }

  private func heads(of record: ClaimRecord) -> [Int32] {
    record.facts.donors.isEmpty
      ? [-1] : Array(Set(record.facts.donors.map { comparison.payers.head(of: $0) }))
  }

  /// Days on which a sum that says the same as a plain claim's was said to be new beside earlier ones.
  func days(beside record: ClaimRecord) -> [Int32] {
    guard !lists.isEmpty, !record.facts.isAdditional, let sum = record.sum else { return [] }
    var days: Set<Int32> = []
    let keys = record.facts.donors.isEmpty ? [-2] : heads(of: record) + [-1]
    for key in keys {
      guard let list = lists[Key(currency: sum.currency, head: key)] else { continue }
      let from = sum.value - sum.value / 8
      let to = PrintedNumber.sum(sum.reach.high, sum.value / 8)
      var at = lowerBound(list, from)
      while at < list.count, list[at].value <= to {
        let other = list[at].record
        if let told = input.records[other].sum, let day = input.records[other].day,
          sums.sayTheSame(sum, told) != nil,
          comparison.isCompatible(record.facts, input.records[other].facts),
          isNewBesideEarlier(other)
        {
          days.insert(day)
        }
        at += 1
      }
    }
    return days.sorted()
  }

  private func lowerBound(_ list: [(value: Int64, record: Int)], _ value: Int64) -> Int {
    list.indices.first(notBefore: { list[$0].value < value })
  }

  /// Whether its article has no plain sum for an overlapping purpose and place that it could be new beside.
  func isNewBesideEarlier(_ record: Int) -> Bool {
    let claim = input.records[record]
    return !input.statements[claim.statement].records.contains { other in
      guard let other, other != record, input.records[other].sum != nil else { return false }
      let beside = input.records[other]
      return !beside.facts.isAdditional
        && (beside.rootMention != claim.rootMention || beside.mention == claim.mention)
        && !isInside(other, record) && !isInside(record, other)
        && !comparison.purposes(claim.facts, beside.facts).isApart
        && !comparison.places(claim.facts, beside.facts).isApart
    }
  }

  /// Whether one record is stated to be part of another.
  private func isInside(_ part: Int, _ whole: Int) -> Bool {
    var at = input.records[part].partOf
    var steps = 0
    while let total = at, steps < 100 {
      if total == whole { return true }
      at = input.records[total].partOf
      steps += 1
    }
    return false
  }
}
