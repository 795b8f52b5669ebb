// Rule 2: which sums are one funding.

/// Puts nodes into fundings.
///
/// - Shape: first the pairs that tell the same on all sides; then, unit by unit, those that say less. A unit that says
///   less than two units that something tells apart joins neither and becomes evidence of both; one that names both
///   sides ties them; sums and days alone tear nothing.
struct SumGroups {
  private(set) var nodes: [SumNode]
  private let comparison: FactComparison
  private var edges: [SumEdge]
  private var apartNodes: [Int: [Int]]

  private var parents: [Int]
  private var units: [Unit]
  /// For each node, the edges it stands in.
  private var edgesOf: [[Int]]
  private var dropped: Set<Int> = []
  /// Nodes that something makes ambiguous from the start.
  private var flagged: [Bool]
  private(set) var joins: [Join] = []
  /// Root of a unit that is evidence only, and the roots it is evidence of.
  private(set) var evidence: [(unit: Int, of: [Int])] = []

  /// What is known of the nodes put together so far; only a root's is kept up to date.
  private struct Unit {
    var facts: Facts
    var members: [Int]
    var newDay: Int32?
    var plainDay: Int32?
    var tranche: TrancheDays
  }

  /// Two nodes that were joined, and why.
  struct Join {
    var a: Int
    var b: Int
    var rule: LedgerRule
  }

  init(
    _ nodes: [SumNode], edges: [SumEdge], comparison: FactComparison,
    apart: [(Int, Int)]
  ) {
    self.nodes = nodes
    self.comparison = comparison
    self.edges = edges
    parents = Array(nodes.indices)
    units = nodes.indices.map {
      Unit(
        facts: nodes[$0].facts, members: [$0], newDay: nodes[$0].newDay,
        plainDay: nodes[$0].plainDay, tranche: nodes[$0].tranche)
    }
    flagged = [Bool](repeating: false, count: nodes.count)
    edgesOf = [[Int]](repeating: [], count: nodes.count)
    for (number, edge) in edges.enumerated() {
      edgesOf[edge.a].append(number)
      edgesOf[edge.b].append(number)
    }
    apartNodes = [:]
    for (a, b) in apart {
      apartNodes[a, default: []].append(b)
      apartNodes[b, default: []].append(a)
    }
  }

  /// Runs the rule; afterwards ``root(of:)`` and ``evidence`` tell the result.
  mutating func run(restated: [(Int, Int)], decided: [(Int, Int)]) {
    for (a, b) in restated { join(a, b, .restated) }
    for (a, b) in decided { join(a, b, .decision) }
    joinAdditional()
    flagBesideNew()
    settleArticles()
    joinLevel()
    joinRest()
  }

  func root(of node: Int) -> Int {
    var at = node
    while parents[at] != at { at = parents[at] }
    return at
  }

  // MARK: - Units

  private mutating func join(_ a: Int, _ b: Int, _ rule: LedgerRule) {
    let (x, y) = (root(of: a), root(of: b))
    if x == y { return }
    let (keep, lose) =
      units[x].members.count >= units[y].members.count ? (x, y) : (y, x)
    parents[lose] = keep
    units[keep].facts = comparison.merged(units[keep].facts, units[lose].facts)
    units[keep].members += units[lose].members
    units[keep].newDay = earliest(units[keep].newDay, units[lose].newDay)
    units[keep].plainDay = earliest(units[keep].plainDay, units[lose].plainDay)
    units[keep].tranche.add(units[lose].tranche)
    units[lose].members = []
    joins.append(Join(a: a, b: b, rule: rule))
  }

  /// Whether one is said to be new beside the other.
  private func isNewBeside(_ a: Unit, _ b: Unit) -> Bool {
    func precedes(_ earlier: Int32?, _ later: Int32?) -> Bool {
      guard let earlier, let later else { return false }
      return earlier < later
    }
    return precedes(b.plainDay, a.newDay) || precedes(a.plainDay, b.newDay)
      || a.tranche.isNewBeside(b.tranche)
  }

  /// Whether one article holds a claim in each.
  private func standInOneArticle(_ a: Int, _ b: Int) -> Bool {
    let (few, many) = units[a].members.count <= units[b].members.count ? (a, b) : (b, a)
    return units[few].members.contains { node in
      nodes[node].siblings.contains { root(of: $0.node) == many }
        || (apartNodes[node] ?? []).contains { root(of: $0) == many }
    }
  }

  /// Whether payer, purpose, place, "another" or one article tells two units apart.
  private func areApart(_ a: Int, _ b: Int) -> Bool {
    a != b
      && (!comparison.isCompatible(units[a].facts, units[b].facts)
        || isNewBeside(units[a], units[b]) || standInOneArticle(a, b))
  }

  private mutating func joinUnlessApart(_ edge: SumEdge) {
    let (x, y) = (root(of: edge.a), root(of: edge.b))
    if x != y, !areApart(x, y) { join(edge.a, edge.b, edge.rule) }
  }

  // MARK: - From what is sure

  /// Sums that are both said to be new may be one.
  private mutating func joinAdditional() {
    for number in sorted(edges.indices.filter { isLevelAdditional(edges[$0]) }) {
      joinUnlessApart(edges[number])
    }
  }

  private func isLevelAdditional(_ edge: SumEdge) -> Bool {
    edge.isLevel && nodes[edge.a].facts.isAdditional && nodes[edge.b].facts.isAdditional
  }

  /// A plain claim that could be an earlier sum told again as well as the new one beside it says less than both; so
  /// does one that could be either of two tranches.
  private mutating func flagBesideNew() {
    for node in nodes.indices where !nodes[node].facts.isAdditional {
      let near = neighbours(of: node)
      if !nodes[node].facts.isTranche {
        flagged[node] = TrancheDays.areSeveral(near.map { nodes[$0].tranche })
      }
      let new = near.filter {
        let unit = units[root(of: $0)]
        return nodes[$0].facts.isAdditional && !isNewBeside(unit, units[node])
      }
      guard !new.isEmpty else { continue }
      if flagged[node] { continue }
      flagged[node] = near.contains { plain in
        !nodes[plain].facts.isAdditional
          && new.contains { isNewBeside(units[root(of: $0)], units[plain]) }
      }
    }
  }

  /// Where an article holds several sums that a claim could be, the one it shares most with is it; where none stands
  /// out, and its own article does not hold as many, it says less than they do.
  private mutating func settleArticles() {
    for node in nodes.indices where edgesOf[node].count > 1 {
      var best: [Int: Int] = [:]
      for number in edgesOf[node] { best[other(edges[number], than: node)] = number }
      for number in edgesOf[node] {
        let near = other(edges[number], than: node)
        for sibling in nodes[near].siblings where sibling.node > near {
          guard let rival = best[sibling.node], !hasCompetitor(node, near, sibling.node) else {
            continue
          }
          if edges[number].score > edges[rival].score {
            dropped.insert(rival)
          } else if edges[number].score < edges[rival].score {
            dropped.insert(number)
          } else {
            flagged[node] = true
          }
        }
      }
    }
  }

  /// Whether the claim's own article holds another sum that could be one of the two.
  private func hasCompetitor(_ node: Int, _ a: Int, _ b: Int) -> Bool {
    nodes[node].siblings.contains { sibling in
      edgesOf[sibling.node].contains {
        let near = other(edges[$0], than: sibling.node)
        return near == a || near == b
      }
    }
  }

  /// Pairs that tell the same on all sides, those that share most first, equal ones in printed order.
  private mutating func joinLevel() {
    let level = edges.indices.filter {
      edges[$0].isLevel && !dropped.contains($0) && !flagged[edges[$0].a] && !flagged[edges[$0].b]
    }
    for number in sorted(level) { joinUnlessApart(edges[number]) }
  }

  private func sorted(_ numbers: [Int]) -> [Int] {
    let ranks = Dictionary(
      uniqueKeysWithValues: numbers.map { ($0, rankDistance(of: edges[$0])) })
    return numbers.sorted { a, b in
      let (x, y) = (edges[a], edges[b])
      if x.score != y.score { return x.score > y.score }
      let (p, q) = (ranks[a] ?? 0, ranks[b] ?? 0)
      return p != q ? p < q : (x.a, x.b) < (y.a, y.b)
    }
  }

  /// How far apart two claims stand in the printed order of the sums that could be each other.
  private func rankDistance(of edge: SumEdge) -> Int {
    abs(rank(of: edge.a, near: edge.b) - rank(of: edge.b, near: edge.a))
  }

  private func rank(of node: Int, near: Int) -> Int {
    if nodes[node].siblings.isEmpty { return 0 }
    return nodes[node].siblings.count { sibling in
      sibling.standsBefore
        && edgesOf[near].contains { other(edges[$0], than: near) == sibling.node }
    }
  }

  private func other(_ edge: SumEdge, than node: Int) -> Int { edge.a == node ? edge.b : edge.a }

  private func neighbours(of node: Int) -> [Int] {
    edgesOf[node].map { other(edges[$0], than: node) }
  }

  // MARK: - To what says less

  /// A way from one unit to another: the edge that ties them best.
  private struct Way {
    var unit: Int
    var edge: Int
  }

  private mutating func joinRest() {
    var pending = nodes.indices.filter { root(of: $0) == $0 }
    var decided: Set<Int> = []
    while !pending.isEmpty {
      let open = Set(pending)
      var sure: [Int] = []
      var unsure: [Int] = []
      var ways: [Int] = []
      for unit in pending {
        let near = self.ways(from: unit).filter {
          open.contains($0.unit) || decided.contains($0.unit)
        }
        if let kept = settled(unit, near) {
          sure.append(unit)
          ways += kept.map(\.edge)
        } else {
          unsure.append(unit)
        }
      }
      if sure.isEmpty { sure = [unsure.removeFirst()] }
      let isSure = Set(sure).union(decided)
      let usable = Set(ways).filter {
        isSure.contains(root(of: edges[$0].a)) && isSure.contains(root(of: edges[$0].b))
      }
      for number in sorted(usable.sorted()) { joinUnlessApart(edges[number]) }
      for unit in sure { decided.insert(root(of: unit)) }
      pending = placeUnsure(unsure, &decided)
    }
  }

  /// The units a unit has ways to and is not apart from, each by its best edge, in the order of units.
  private func ways(from unit: Int) -> [Way] {
    var best: [Int: Int] = [:]
    for member in units[unit].members {
      for number in edgesOf[member] where !dropped.contains(number) {
        let near = root(of: other(edges[number], than: member))
        if near == unit { continue }
        if let known = best[near], (edges[known].score, -known) >= (edges[number].score, -number) {
          continue
        }
        best[near] = number
      }
    }
    return best.keys.sorted().filter { !areApart(unit, $0) }.compactMap { near in
      best[near].map { Way(unit: near, edge: $0) }
    }
  }

  /// The ways that hold for a unit; `nil` where it says less than two units that something tells apart.
  private func settled(_ unit: Int, _ ways: [Way]) -> [Way]? {
    var kept = [Bool](repeating: true, count: ways.count)
    for first in ways.indices {
      for second in ways.indices where second > first {
        guard areApart(ways[first].unit, ways[second].unit) else { continue }
        switch side(of: unit, ways[first], ways[second]) {
        case .neither: return nil
        case .both: break
        case .first: kept[second] = false
        case .second: kept[first] = false
        }
      }
    }
    return zip(ways, kept).compactMap { $1 ? $0 : nil }
  }

  private enum Side { case neither, both, first, second }

  /// Which of two units that are apart another one names.
  private func side(of unit: Int, _ a: Way, _ b: Way) -> Side {
    let (x, y, mine) = (units[a.unit].facts, units[b.unit].facts, units[unit].facts)
    var sides: [Side] = []
    func add(_ isLess: (first: Bool, second: Bool)) {
      switch isLess {
      case (true, true): sides.append(.neither)
      case (false, false): sides.append(.both)
      case (false, true): sides.append(.first)
      case (true, false): sides.append(.second)
      }
    }
    for relation in [comparison.payers, comparison.purposes, comparison.places]
    where relation(x, y).isApart {
      add((relation(mine, x).firstSaysLess, relation(mine, y).firstSaysLess))
    }
    if isNewBeside(units[a.unit], units[b.unit]) {
      sides.append(!mine.isAdditional ? .neither : x.isAdditional ? .first : .second)
    }
    if standInOneArticle(a.unit, b.unit) { sides.append(sideInArticle(unit, a, b)) }
    if sides.contains(.first), !sides.contains(.second) { return .first }
    if sides.contains(.second), !sides.contains(.first) { return .second }
    return sides.allSatisfy { $0 == .both } ? .both : .neither
  }

  /// Which of two sums of one article a unit shares more with; both, where its own article holds as many.
  private func sideInArticle(_ unit: Int, _ a: Way, _ b: Way) -> Side {
    let pairs = units[unit].members.contains { member in
      nodes[member].siblings.contains { sibling in
        let near = neighbours(of: sibling.node).map { root(of: $0) }
        return near.contains(a.unit) || near.contains(b.unit)
      }
    }
    if pairs { return .both }
    let (x, y) = (edges[a.edge].score, edges[b.edge].score)
    return x > y ? .first : x < y ? .second : .neither
  }

  /// Joins each unit that says less to the one funding it fits, or makes it evidence of several; returns those that
  /// fit none that is decided.
  private mutating func placeUnsure(_ unsure: [Int], _ decided: inout Set<Int>) -> [Int] {
    var left: [Int] = []
    for unit in unsure {
      let near = ways(from: unit).filter { decided.contains($0.unit) }
      guard !near.isEmpty else {
        left.append(unit)
        continue
      }
      let isTorn = near.indices.contains { first in
        near.indices.contains { $0 > first && areApart(near[first].unit, near[$0].unit) }
      }
      if isTorn {
        evidence.append((unit, near.map(\.unit)))
      } else {
        for way in near { joinUnlessApart(edges[way.edge]) }
        decided.insert(root(of: unit))
      }
    }
    return left
  }
}
