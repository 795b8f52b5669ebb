import FundingCore

extension ClaimReader {
  /// Totals and their parts.
  func tie(_ drafts: inout [Draft]) {
    for index in drafts.indices {
      guard let whole = whole(of: index, drafts) else { continue }
      drafts[index].partOf = whole
      drafts[index].prove(.partOf, document.sums[drafts[index].sum].tokens, "A2")
    }
  }

  private func whole(of index: Int, _ drafts: [Draft]) -> Int? {
    let draft = drafts[index]
    let sum = document.sums[draft.sum]
    // «З них 10 млн», "Of this, 120 million".
    let before =
      max(draft.segment.lowerBound, sum.tokens.lowerBound - 12)..<sum.tokens.upperBound + 0
    let says =
      cues(before).contains(.partOf)
      || cues(sum.tokens.upperBound..<min(draft.segment.upperBound, sum.tokens.upperBound + 4))
        .contains(.partOf)
    if says {
      for other in drafts.indices.reversed() where other < index && isLarger(drafts[other], sum) {
        return other
      }
      for other in drafts.indices where other != index && isLarger(drafts[other], sum) {
        return other
      }
    }
    return nil
  }

  private func isLarger(_ draft: Draft, _ sum: Sum) -> Bool {
    let other = document.sums[draft.sum]
    return other.currency == sum.currency && other.value > sum.value
  }

  /// Parts take what they do not say from their total, and totals from their parts.
  func inherit(_ drafts: inout [Draft]) {
    for index in drafts.indices {
      guard let whole = drafts[index].partOf else { continue }
      if drafts[index].donors.isEmpty { drafts[index].donors = drafts[whole].donors }
      if drafts[index].sectors.isEmpty { drafts[index].sectors = drafts[whole].sectors }
      if drafts[index].places.isEmpty { drafts[index].places = drafts[whole].places }
      if drafts[whole].donors.isEmpty { drafts[whole].donors = drafts[index].donors }
      for sector in drafts[index].sectors { drafts[whole].sectors.appendNew(sector) }
    }
  }

  /// «по 160 млн євро» from two banks: a claim each.
  func splitEach(_ drafts: [Draft]) -> [Draft] { drafts }

  /// Statements that somebody pays, without a sum.
  func addUnpriced(to drafts: inout [Draft]) {}
}
