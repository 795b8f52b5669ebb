import FundingCore

extension ClaimReader {
  /// State of the work, else whether the money has arrived.
  func readStatus(_ draft: inout Draft) {
    let (status, at, rule) = status(of: draft)
    draft.status = status
    if let at { draft.prove(.status, at..<(at + 1), rule) }
  }

  private func status(of draft: Draft) -> (Status, Int?, RuleID) {
    for segment in draft.segments.reversed() {
      if let found = status(in: segment, anchor: anchor(draft, segment)) { return found }
    }
    for sentence in draft.statements.reversed() {
      let tokens = document.sentences[sentence].tokens
      if let found = status(in: tokens, anchor: anchor(draft, tokens)) { return found }
    }
    for sentence in draft.statements {
      for follower in followers(of: sentence) {
        if let found = status(
          in: document.sentences[follower].tokens,
          anchor: document.sentences[follower].tokens.lowerBound)
        {
          return found
        }
      }
    }
    return (.planned, nil, "T0")
  }

  private func anchor(_ draft: Draft, _ range: Range<Int>) -> Int {
    let sum = document.firstSum(coreFrom: range.lowerBound)
    guard sum < document.sums.count, range.contains(document.sums[sum].core.lowerBound) else {
      return range.lowerBound
    }
    return document.sums[sum].core.lowerBound
  }

  /// The state told nearest to an anchor.
  func status(in range: Range<Int>, anchor: Int) -> (Status, Int?, RuleID)? {
    var best: (score: Int, status: Status, at: Int, rule: RuleID)?
    for at in range {
      let token = document.tokens[at]
      guard token.kind == .word else { continue }
      let found: (Status, RuleID)?
      if token.cues.contains(.allocated) {
        found = (.planned, "T3")
      } else if token.cues.contains(.planned) || isFuture(token) {
        found = (.planned, "T2")
      } else if token.cues.contains(.done), !isNoun(token) {
        found = (.completed, "T1")
      } else if token.cues.contains(.arrived), !isNoun(token) {
        found = (.completed, "T4")
      } else if token.cues.contains(.ongoing) {
        found = (.ongoing, "T5")
      } else {
        found = nil
      }
      guard let found else { continue }
      let distance = abs(at - anchor)
      if best == nil || distance < best?.score ?? 0 { best = (distance, found.0, at, found.1) }
    }
    if let found = best, found.rule == "T3" {
      // Money allocated to works that are under way: the works' state counts.
      if let at = range.first(where: {
        document.tokens[$0].cues.contains(.ongoing) && !document.tokens[$0].cues.contains(.give)
      }) {
        return (.ongoing, at, "T5")
      }
    }
    return best.map { ($0.status, $0.at, $0.rule) }
  }

  /// «відновлення», "восстановление": the name of the work, not its end.
  private func isNoun(_ token: Token) -> Bool {
    guard token.flags.contains(.cyrillic), token.end - token.start > 10 else { return false }
    let end = Int(token.end)
    return ClaimReader.nounEndings.contains { ending in
      let count = ending.utf8CodeUnitCount
      guard Int(token.end - token.start) > count else { return false }
      for index in 0..<count where document.bytes[end - count + index] != ending.utf8Start[index] {
        return false
      }
      return true
    }
  }

  private static let nounEndings: [StaticString] = [
    "ння", "нню", "нням", "нні", "ние", "ния", "нию", "нием", "нии",
  ]

  /// A Ukrainian future in -тиме, -тимуть.
  private func isFuture(_ token: Token) -> Bool {
    guard token.flags.contains(.cyrillic), token.end - token.start >= 14 else { return false }
    let end = Int(token.end)
    func ends(_ suffix: StaticString) -> Bool {
      let count = suffix.utf8CodeUnitCount
      guard Int(token.end - token.start) > count else { return false }
      for index in 0..<count where document.bytes[end - count + index] != suffix.utf8Start[index] {
        return false
      }
      return true
    }
    return ends("тиме") || ends("тимуть") || ends("тимуться") || ends("тиметься")
  }

  /// Cumulative, additional, tranche, instrument.
  func readMarks(_ draft: inout Draft) {
    let sum = document.sums[draft.sum]
    let own = cues(draft.segment)
    let isRunning = draft.statements.contains { document.cuesOf[$0].contains(.since) }
    if isRunning {
      draft.isCumulative = true
      for sentence in draft.statements {
        guard let at = document.first(.since, in: document.sentences[sentence].tokens) else {
          continue
        }
        draft.prove(.cumulative, at..<(at + 1), "C1")
        break
      }
    }
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
    return range.first { document.tokens[$0].cues.contains(cue) }
  }

  private func readInstrument(_ draft: inout Draft) {
    defer { if draft.instrument == .unknown { readInKind(&draft) } }
    for segment in draft.segments + draft.statements.map({ document.sentences[$0].tokens }) {
      if let found = instrument(in: segment) {
        draft.instrument = found.0
        draft.prove(.instrument, found.1..<(found.1 + 1), "K1")
        return
      }
    }
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
