// Rule 4: projects inside a running total.

extension LedgerWork {
  /// A funding lies in the narrowest running total that covers it and is not older.
  mutating func markInsideTotals() {
    var byHead: [Int32: [Int]] = [:]
    for index in drafts.indices where drafts[index].isStandingTotal {
      let facts = drafts[index].facts
      for head in Set((facts.donors + facts.implementers).map { comparison.payers.head(of: $0) }) {
        byHead[head, default: []].append(index)
      }
    }
    if byHead.isEmpty { return }
    for part in drafts.indices {
      guard drafts[part].whole == nil, drafts[part].sum != nil, !drafts[part].isSuperseded,
        let payer = drafts[part].facts.donors.first
      else { continue }
      let totals = byHead[comparison.payers.head(of: payer)] ?? []
      let covering = totals.filter { $0 != part && covers($0, part) }
      if let whole = covering.min(by: { isNarrower($0, $1) }) {
        setWhole(part, whole, .insideTotal)
      }
    }
  }

  private func covers(_ whole: Int, _ part: Int) -> Bool {
    let (total, inner) = (drafts[whole], drafts[part])
    guard !isOlder(total, than: inner), inner.facts.sectors != 0,
      inner.facts.sectors & ~total.facts.sectors == 0,
      !inner.places.isEmpty, input.places.lie(inner.places, in: total.places)
    else { return false }
    let carriers = total.facts.implementers
    guard
      carriers.isEmpty
        || comparison.payers.share(carriers, inner.facts.implementers + inner.facts.donors),
      comparison.payers.cover(inner.facts.donors, by: total.facts.donors + carriers)
    else { return false }
    if inner.facts.isCumulative {
      let (a, b) = (totalKey(of: total), totalKey(of: inner))
      if a.payers == b.payers, a.sectors == b.sectors, a.places == b.places { return false }
    }
    return true
  }

  /// Fewer sectors, narrower places, fewer payers, smaller.
  private func isNarrower(_ a: Int, _ b: Int) -> Bool {
    let (x, y) = (drafts[a], drafts[b])
    let inside = (
      input.places.lie(x.places, in: y.places), input.places.lie(y.places, in: x.places)
    )
    if inside.0 != inside.1 { return inside.0 }
    let left = [x.facts.sectors.nonzeroBitCount, x.facts.donors.count]
    let right = [y.facts.sectors.nonzeroBitCount, y.facts.donors.count]
    if left != right { return left.lexicographicallyPrecedes(right) }
    return (x.sum?.value ?? 0, a) < (y.sum?.value ?? 0, b)
  }
}
