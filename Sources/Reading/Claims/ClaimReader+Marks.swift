import FundingCore

/// What else is said of a sum: that it is a running total, on top of another, a tranche, a loan, a gift of things.
extension ClaimReader {
  /// Cumulative, additional, tranche, instrument.
  func readMarks(_ draft: inout Draft) {
    let sum = document.sums[draft.sum]
    let own = cues(draft.segment)
    readRunning(&draft)
    if let at = near(.more, sum, draft.segment) {
      draft.isAdditional = true
      draft.prove(.additional, at..<(at + 1), "A3")
    }
    if own.contains(.tranche), let at = near(.tranche, sum, draft.segment) {
      draft.isTranche = true
      draft.prove(.tranche, at..<(at + 1), "A4")
    }
    readInstrument(&draft)
  }

  private func near(_ cue: Cues, _ sum: Sum, _ segment: Range<Int>) -> Int? {
    let range =
      max(
        segment.lowerBound, sum.tokens.lowerBound - 5)..<min(
        segment.upperBound, sum.tokens.upperBound + 3)
    return range.first {
      document.tokens[$0].cues.contains(cue) && document.tokens[$0 + 1].hash != ClaimReader.than
    }
  }

  /// "more than" is no more on top.
  private static let than = WordHash(word: "than").value

  private func readInstrument(_ draft: inout Draft) {
    defer { if draft.instrument == .unknown { readInKind(&draft) } }
    for segment in draft.segments where takeInstrument(segment, &draft) { return }
    for sentence in draft.statements
    where takeInstrument(document.sentences[sentence].tokens, &draft) { return }
    for sentence in draft.statements {
      for follower in followers(of: sentence) {
        if let found = instrument(in: document.sentences[follower].tokens) {
          draft.instrument = found.0
          draft.prove(.instrument, found.1..<(found.1 + 1), "K2")
          return
        }
      }
    }
  }

  private func takeInstrument(_ range: Range<Int>, _ draft: inout Draft) -> Bool {
    guard let found = instrument(in: range) else { return false }
    draft.instrument = found.0
    draft.prove(.instrument, found.1..<(found.1 + 1), "K1")
    return true
  }

  /// Things handed over: «передала техніку на 1,7 млн».
  private func readInKind(_ draft: inout Draft) {
    for segment in draft.segments {
      guard let goods = document.first(.goods, in: segment) else { continue }
      if document.first(.handOver, in: segment) != nil {
        draft.instrument = .inKind
        draft.prove(.instrument, goods..<(goods + 1), "K3")
        return
      }
    }
  }

  func instrument(in range: Range<Int>) -> (Instrument, Int)? {
    let grant = document.first(.grant, in: range)
    let loan = document.first(.loan, in: range)
    if let grant, loan == nil { return (.grant, grant) }
    if let loan, grant == nil { return (.loan, loan) }
    return nil
  }
}
