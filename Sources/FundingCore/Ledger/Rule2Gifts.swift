// Rule 2: claims without a sum.

/// A statement and the draft one of its gifts fits.
private struct GiftPlace: Hashable {
  var statement: Int
  var draft: Int
}

extension LedgerWork {
  /// Joins each claim without a sum to the one funding it fits, makes it evidence where several fit, and a funding
  /// without an amount where none does.
  mutating func placeGifts() {
    let finder = GiftFinder(self)
    var free: [Int] = []
    var places: [(record: Int, drafts: [Int])] = []
    for record in input.records.indices where input.records[record].sum == nil {
      if draftOfRecord[record] >= 0 { continue }
      places.append(
        (record, finder.drafts(fitting: record).filter { !isKeptOut(record, of: $0) }))
    }
    // Claims of one article are not one funding: where several fit the same one, none joins it.
    var suitors: [GiftPlace: Int] = [:]
    for (record, fitting) in places where fitting.count == 1 {
      suitors[
        GiftPlace(statement: input.records[record].statement, draft: fitting[0]), default: 0] += 1
    }
    for (record, fitting) in places {
      if fitting.isEmpty {
        free.append(record)
      } else if fitting.count == 1,
        suitors[GiftPlace(statement: input.records[record].statement, draft: fitting[0])] == 1
      {
        drafts[fitting[0]].evidence.append(record)
        drafts[fitting[0]].log.append(
          DraftStep(step: .joined, rule: .withoutSum, record: record))
        draftOfRecord[record] = fitting[0]
      } else {
        for draft in fitting { addEvidence(record, to: draft, .withoutSum) }
      }
    }
    joinGifts(free)
  }

  mutating func addEvidence(_ record: Int, to draft: Int, _ rule: LedgerRule) {
    drafts[draft].evidence.append(record)
    drafts[draft].log.append(DraftStep(step: .evidence, rule: rule, record: record))
  }

  /// Puts gifts that fit each other and no sum together; one that fits several that are apart is evidence of them.
  private mutating func joinGifts(_ free: [Int]) {
    var groups: [[Int]] = []
    var byPayer: [Int32: [Int]] = [:]
    // The narrower ones first, so that a wider one finds those it says less than.
    let sorted = free.sorted {
      (input.records[$0].facts.places.count, -depth(of: $0), $0)
        < (input.records[$1].facts.places.count, -depth(of: $1), $1)
    }
    for record in sorted {
      let heads = Set(input.records[record].facts.donors.map { comparison.payers.head(of: $0) })
      var near: Set<Int> = []
      for head in heads { near.formUnion(byPayer[head] ?? []) }
      let fitting = near.sorted().filter { group in
        groups[group].contains { isOneGift($0, record) }
          && !groups[group].contains {
            input.records[$0].statement == input.records[record].statement
          }
      }
      if fitting.count > 1, areGiftsApart(fitting.map { groups[$0] }) {
        for group in fitting { groups[group].append(-1 - record) }
      } else if let first = fitting.first {
        groups[first].append(record)
      } else {
        for head in heads.sorted() { byPayer[head, default: []].append(groups.count) }
        groups.append([record])
      }
    }
    for group in groups { addGift(group) }
  }

  private func depth(of record: Int) -> Int {
    input.records[record].facts.places.map { input.places.depth(of: $0) }.max() ?? 0
  }

  private func isOneGift(_ a: Int, _ b: Int) -> Bool {
    guard a >= 0, b >= 0 else { return false }
    let (x, y) = (input.records[a], input.records[b])
    return giftFits(x.facts, y.facts) && !comparison.purposes(x.facts, y.facts).isApart
      && ToldDays(x.day, status: x.status).isNear(ToldDays(y.day, status: y.status))
      && x.facts.isAdditional == y.facts.isAdditional
  }

  private func areGiftsApart(_ groups: [[Int]]) -> Bool {
    for (at, first) in groups.enumerated() {
      for second in groups[(at + 1)...] {
        let apart = first.contains { a in
          second.contains { b in
            a >= 0 && b >= 0
              && (!giftFits(input.records[a].facts, input.records[b].facts)
                || input.records[a].statement == input.records[b].statement)
          }
        }
        if apart { return true }
      }
    }
    return false
  }

  private mutating func addGift(_ group: [Int]) {
    let records = group.filter { $0 >= 0 }.sorted()
    guard let first = records.first else { return }
    var draft = Draft(records: records, facts: input.records[first].facts)
    for record in records.dropFirst() {
      draft.facts = comparison.merged(draft.facts, input.records[record].facts)
      draft.log.append(DraftStep(step: .joined, rule: .withoutSum, record: record, other: first))
    }
    for record in group where record < 0 {
      draft.evidence.append(-1 - record)
      draft.log.append(DraftStep(step: .evidence, rule: .withoutSum, record: -1 - record))
    }
    for record in records { draftOfRecord[record] = drafts.count }
    draft.day = records.compactMap { input.records[$0].day }.min()
    drafts.append(draft)
  }

  /// A payer and an implementer in common (or no implementer on both), overlapping sectors, and one place in the other.
  func giftFits(_ gift: Facts, _ other: Facts) -> Bool {
    comparison.payers.share(gift.donors, other.donors)
      && (gift.implementers.isEmpty && other.implementers.isEmpty
        || comparison.payers.share(gift.implementers, other.implementers))
      && gift.sectors & other.sectors != 0 && input.places.meet(gift.places, other.places)
  }
}

/// Finds the fundings that a claim without a sum fits, by payer.
struct GiftFinder {
  private let work: LedgerWork
  private var byPayer: [Int32: [Int]] = [:]

  init(_ work: LedgerWork) {
    self.work = work
    for index in work.drafts.indices where work.drafts[index].sum != nil {
      for head in Set(work.drafts[index].facts.donors.map { work.comparison.payers.head(of: $0) }) {
        byPayer[head, default: []].append(index)
      }
    }
  }

  /// Fundings with a sum that the claim fits and that stand on no other claim of its article; ascending. Two are
  /// enough to know that there are several, so no more than a handful are named.
  func drafts(fitting record: Int) -> [Int] {
    let claim = work.input.records[record]
    var found: Set<Int> = []
    for head in Set(claim.facts.donors.map({ work.comparison.payers.head(of: $0) })).sorted() {
      for draft in byPayer[head] ?? [] where !found.contains(draft) {
        if fits(claim, work.drafts[draft]) { found.insert(draft) }
        if found.count >= 16 { return found.sorted() }
      }
    }
    return found.sorted()
  }

  private func fits(_ claim: ClaimRecord, _ draft: Draft) -> Bool {
    var facts = draft.facts
    facts.places = draft.places
    return work.giftFits(claim.facts, facts)
      && !draft.records.contains { work.input.records[$0].statement == claim.statement }
  }
}
