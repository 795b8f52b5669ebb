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
  /// The earliest day of a tranche, and of one that is said to be new.
  var trancheDay: Int32?
  var newTrancheDay: Int32?

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
  private(set) var nodes: [SumNode] = []
  /// The node of each record; -1 where it has no sum.
  private(set) var nodeOfRecord: [Int]
  /// Pairs of nodes that one article says are the same.
  private(set) var restated: [(Int, Int)] = []

  init(_ input: LedgerInput, alone: Set<Int>) {
    self.input = input
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
    let claim = input.records[record]
    guard let sum = claim.sum else { return nil }
    var ordinal = 0
    var count = 0
    for other in records
    where input.records[other].sum == sum && input.records[other].facts == claim.facts {
      if other < record { ordinal += 1 }
      count += 1
    }
    return Profile(
      facts: claim.facts, sum: sum, ordinal: ordinal, count: count,
      alone: alone.contains(record) ? record : -1)
  }

  /// One node for each stretch of time without a gap that would tell claims apart.
  private mutating func addNodes(of records: [Int]) {
    let sorted = records.sorted {
      let (a, b) = (input.records[$0], input.records[$1])
      return (a.day ?? .min, $0) < (b.day ?? .min, $1)
    }
    guard let first = sorted.first else { return }
    let isOne =
      input.records[first].facts.isCumulative || input.records[first].day == nil
    var stretch: [Int] = []
    var last: Int32?
    var lastPlan: Int32?
    for record in sorted {
      let claim = input.records[record]
      if !isOne, let day = claim.day, let before = last, day - before > ToldDays.near {
        let isLater = claim.status != .planned
        let reaches = lastPlan.map { isLater && day - $0 <= ToldDays.fromPlanToWork } ?? false
        if !reaches {
          addNode(stretch)
          stretch = []
          lastPlan = nil
        }
      }
      stretch.append(record)
      last = claim.day
      if claim.status == .planned { lastPlan = claim.day }
    }
    addNode(stretch)
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
      node.newDay = records.filter { isNewBesideEarlier($0) }.compactMap { input.records[$0].day }
        .min()
    } else {
      node.plainDay = days.first
    }
    if facts.isTranche {
      node.trancheDay = days.first
      if facts.isAdditional { node.newTrancheDay = days.first }
    }
    for record in records { nodeOfRecord[record] = nodes.count }
    nodes.append(node)
  }

  /// Whether its article has no plain sum for an overlapping purpose and place that it could be new beside.
  private func isNewBesideEarlier(_ record: Int) -> Bool {
    let claim = input.records[record]
    let comparison = FactComparison(input)
    return !input.statements[claim.statement].records.contains { other in
      guard let other, other != record, input.records[other].sum != nil else { return false }
      let beside = input.records[other]
      return !beside.facts.isAdditional && beside.rootMention != claim.rootMention
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

  private mutating func addSiblings(of statement: StatementRecord) {
    let records = statement.records.compactMap { $0 }.filter { nodeOfRecord[$0] >= 0 }
    for (at, record) in records.enumerated() {
      for other in records[(at + 1)...] {
        let (a, b) = (nodeOfRecord[record], nodeOfRecord[other])
        if a == b { continue }
        if input.records[record].rootMention == input.records[other].rootMention {
          restated.append((a, b))
        } else {
          nodes[a].siblings.append(.init(node: b, standsBefore: false))
          nodes[b].siblings.append(.init(node: a, standsBefore: true))
        }
      }
    }
  }
}
