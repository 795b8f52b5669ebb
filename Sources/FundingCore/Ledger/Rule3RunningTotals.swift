// Rule 3: a newer running total replaces the older.

extension LedgerWork {
  /// Of the running totals of each series, all but the latest are superseded.
  mutating func supersedeTotals() {
    var numbers: [TotalKey: Int] = [:]
    var groups: [[Int]] = []
    for index in drafts.indices where drafts[index].isStandingTotal {
      let key = totalKey(of: drafts[index])
      if let number = numbers[key] {
        groups[number].append(index)
      } else {
        numbers[key] = groups.count
        groups.append([index])
      }
    }
    for group in groups where group.count > 1 { replaceOlder(group) }
  }

  /// The same payers and implementers for the same purpose and place.
  struct TotalKey: Hashable {
    var payers: [Int32]
    var implementers: [Int32]
    var sectors: UInt64
    var places: [Int32]
  }

  func totalKey(of draft: Draft) -> TotalKey {
    func heads(_ members: [Int32]) -> [Int32] {
      Array(Set(members.map { comparison.payers.head(of: $0) })).sorted()
    }
    return TotalKey(
      payers: heads(draft.facts.donors), implementers: heads(draft.facts.implementers),
      sectors: draft.facts.sectors, places: draft.places)
  }

  /// Day by day: each newer total replaces the one nearest in amount that no article tells beside it.
  private mutating func replaceOlder(_ group: [Int]) {
    let sorted = group.sorted { a, b in
      let (x, y) = (drafts[a], drafts[b])
      if x.day != y.day { return isOlder(x, than: y) }
      return (x.sum?.value ?? 0, a) < (y.sum?.value ?? 0, b)
    }
    var heads: [Int] = []
    var at = 0
    while at < sorted.count {
      var batch = [sorted[at]]
      while at + batch.count < sorted.count,
        drafts[sorted[at + batch.count]].day == drafts[sorted[at]].day
      {
        batch.append(sorted[at + batch.count])
      }
      at += batch.count
      replace(&heads, by: batch)
    }
  }

  private mutating func replace(_ heads: inout [Int], by batch: [Int]) {
    var pairs: [(distance: Double, head: Int, total: Int)] = []
    for head in heads {
      for total in batch where !standInOneStatement(drafts[head], drafts[total]) {
        pairs.append((distance(drafts[head], drafts[total]), head, total))
      }
    }
    pairs.sort { ($0.distance, $0.head, $0.total) < ($1.distance, $1.head, $1.total) }
    var left = batch
    var replaced: Set<Int> = []
    for pair in pairs where left.contains(pair.total) && !replaced.contains(pair.head) {
      supersede(pair.head, by: pair.total)
      replaced.insert(pair.head)
      left.removeAll { $0 == pair.total }
    }
    heads.removeAll { replaced.contains($0) }
    let placed = batch.filter { !left.contains($0) }
    heads += placed
    for total in left {
      // The same day's other figure of the series: the larger is the later.
      let rivals = heads.filter { head in
        placed.contains(head) || batch.contains(head)
      }.filter { !standInOneStatement(drafts[$0], drafts[total]) }
      let nearest = rivals.min {
        (distance(drafts[$0], drafts[total]), $0) < (distance(drafts[$1], drafts[total]), $1)
      }
      guard let nearest else {
        heads.append(total)
        continue
      }
      let isLarger =
        (drafts[total].sum?.value ?? 0, total) > (drafts[nearest].sum?.value ?? 0, nearest)
      supersede(isLarger ? nearest : total, by: isLarger ? total : nearest)
      if isLarger {
        heads.removeAll { $0 == nearest }
        heads.append(total)
      }
    }
  }

  private mutating func supersede(_ older: Int, by newer: Int) {
    drafts[older].isSuperseded = true
    drafts[older].successor = newer
    drafts[older].log.append(DraftStep(step: .state, rule: .runningTotal, draft: newer))
  }

  /// How far apart two sums are: in their currency, else in dollars.
  private func distance(_ a: Draft, _ b: Draft) -> Double {
    guard let x = a.sum, let y = b.sum else { return .infinity }
    if x.currency == y.currency {
      return Double(x.value.magnitude.distance(to: y.value.magnitude).magnitude)
    }
    let (p, q) = (cents(a), cents(b))
    guard let first = p.low ?? p.high, let second = q.low ?? q.high else { return .infinity }
    return Double(first.distance(to: second).magnitude)
  }
}
