// Rule 4: a total contains its parts.

extension LedgerWork {
  /// Finds which funding lies in which.
  mutating func findParts() {
    markDecided()
    markStated()
    markTranches()
    followSuccessors()
    markExactSums()
    markInsideTotals()
    breakCircles()
  }

  mutating func setWhole(_ part: Int, _ whole: Int, _ rule: LedgerRule, record: Int? = nil) {
    if isKeptBeside(part, whole) {
      drafts[part].whole = nil
      return
    }
    drafts[part].whole = whole
    drafts[part].wholeRule = rule
    drafts[part].log.append(DraftStep(step: .partOf, rule: rule, record: record, draft: whole))
  }

  /// What an article says is part of a total. Where articles name several, it lies in the smallest.
  private mutating func markStated() {
    for part in drafts.indices where drafts[part].whole == nil {
      var wholes: [(whole: Int, record: Int)] = []
      for record in drafts[part].records {
        guard let total = input.records[record].partOf else { continue }
        let whole = draftOfRecord[total]
        if whole >= 0, whole != part, drafts[whole].sum != nil, !drafts[part].isSuperseded {
          wholes.append((whole, record))
        }
      }
      let narrowest = wholes.min {
        (size(drafts[$0.whole]), $0.whole, $0.record) < (
          size(drafts[$1.whole]), $1.whole, $1.record
        )
      }
      if let narrowest { setWhole(part, narrowest.whole, .stated, record: narrowest.record) }
    }
  }

  /// A funding's known size in cents, or in its own minor units where no rate is known.
  private func size(_ draft: Draft) -> Int64 {
    let worth = cents(draft)
    return worth.low ?? worth.high ?? draft.sum?.value ?? .max
  }

  /// A tranche is part of the one larger earlier funding of its payer for that place and purpose.
  private mutating func markTranches() {
    let tranches = drafts.indices.filter {
      drafts[$0].facts.isTranche && drafts[$0].whole == nil && !drafts[$0].isSuperseded
    }
    if tranches.isEmpty { return }
    let byPayer = draftsByPayer()
    for part in tranches {
      let near = Set(
        drafts[part].facts.donors.flatMap { byPayer[comparison.payers.head(of: $0)] ?? [] })
      let larger = near.sorted().filter { $0 != part && isEarlierWhole($0, of: part) }
      // Parts of a larger one do not make it ambiguous.
      let outer = larger.filter { inner in drafts[inner].whole.map { !larger.contains($0) } ?? true
      }
      if outer.count == 1 { setWhole(part, outer[0], .tranche) }
    }
  }

  /// Fundings with a sum by the state, union or payer.
  private func draftsByPayer() -> [Int32: [Int]] {
    var result: [Int32: [Int]] = [:]
    for index in drafts.indices where drafts[index].sum != nil {
      for head in Set(drafts[index].facts.donors.map({ comparison.payers.head(of: $0) })) {
        result[head, default: []].append(index)
      }
    }
    return result
  }

  private func isEarlierWhole(_ whole: Int, of part: Int) -> Bool {
    let (total, tranche) = (drafts[whole], drafts[part])
    guard total.sum != nil, !total.isSuperseded, !total.facts.isTranche,
      total.day == nil || tranche.day == nil || isOlder(total, than: tranche),
      comparison.payers.share(total.facts.donors, tranche.facts.donors),
      !comparison.purposes(total.facts, tranche.facts).isApart,
      input.places.meet(total.places, tranche.places)
    else { return false }
    return isLarger(total, than: tranche)
  }

  func isLarger(_ a: Draft, than b: Draft) -> Bool {
    guard let x = a.sum, let y = b.sum else { return false }
    if x.currency == y.currency {
      return (x.high ?? x.value) > (y.low ?? y.value) && x.value > y.value
    }
    return size(a) > size(b)
  }

  /// What lay in a funding that another has replaced lies in the other.
  private mutating func followSuccessors() {
    for part in drafts.indices {
      guard var whole = drafts[part].whole, drafts[whole].isSuperseded else { continue }
      var steps = 0
      while let next = drafts[whole].successor, steps <= drafts.count {
        whole = next
        steps += 1
      }
      if whole == part {
        drafts[part].whole = nil
      } else {
        setWhole(part, whole, drafts[part].wholeRule)
      }
    }
  }

  /// Takes away the part-of that closes a circle.
  private mutating func breakCircles() {
    for start in drafts.indices {
      var seen: Set<Int> = [start]
      var at = start
      while let whole = drafts[at].whole {
        if !seen.insert(whole).inserted {
          drafts[at].whole = nil
          break
        }
        at = whole
      }
    }
  }
}
