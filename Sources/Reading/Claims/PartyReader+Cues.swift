import FundingCore

/// What the words on either side of a name say of its part.
extension PartyReader {
  func part(of range: Range<Int>, in sentence: Sentence, adjective: Bool) -> (
    Party.Part, RuleID
  ) {
    let left = leftPart(of: range, in: sentence, adjective: adjective)
    if let left, left.part == .payer || left.part == .worker { return left }
    let right = rightPart(of: range, in: sentence, adjective: adjective)
    if let left, left.part == .masked || left.part == .partner {
      if left.part == .partner, let right, right.part == .payer { return right }
      return left
    }
    if let right { return right }
    if let left { return left }
    return adjective ? (.masked, "M2") : (.weak, "D5")
  }

  /// A budget pays, unless money goes into it or it is only changed.
  func budgetPart(of range: Range<Int>, _ name: Name, _ sentence: Sentence) -> (
    Party.Part, RuleID
  )? {
    guard !name.isStranger,
      name.id == budgets.city || name.id == budgets.state || name.id == budgets.oblast,
      document.tokens[name.tokens.lowerBound].cues.isDisjoint(with: .council)
    else { return nil }
    var at = range.lowerBound - 1
    var steps = 0
    let isFund = range.contains {
      !document.tokens[$0].cues.isDisjoint(with: [.cityMoney, .oblastMoney, .stateMoney, .budget])
    }
    while at >= sentence.tokens.lowerBound, steps < (isFund ? 4 : 1) {
      let token = document.tokens[at]
      if PartyReader.into.contains(token.hash) && !isLocative(range) || token.cues.contains(.change)
      {
        return (.masked, "M6")
      }
      at -= 1
      steps += 1
    }
    return (.payer, "D9")
  }

  /// «у бюджеті закладено», «в бюджете нашли», "set aside in the budget": where money lies, not where it goes.
  private func isLocative(_ range: Range<Int>) -> Bool {
    range.contains { PartyReader.locatives.contains(document.tokens[$0].hash) }
      || range.lowerBound > 1
        && (range.lowerBound - 2..<range.lowerBound).contains {
          document.tokens[$0].hash == PartyReader.inside
        }
  }

  private static let inside = WordHash(word: "in").value
  private static let locatives = WordSet("бюджеті бюджете казні казне скарбниці")

  private static let into = WordSet(
    "до в у to into зміни змінили изменения зміну changes")

  private func leftPart(of range: Range<Int>, in sentence: Sentence, adjective: Bool) -> (
    part: Party.Part, rule: RuleID
  )? {
    var at = range.lowerBound - 1
    var steps = 0
    while at >= sentence.tokens.lowerBound, steps < 6 {
      let token = document.tokens[at]
      if token.kind == .number { return nil }
      if token.kind == .mark {
        switch token.mark {
        case Mark.quote, Mark.open: break
        case Mark.dash where !token.flags.contains(.spaced): break
        case Mark.colon where steps <= 1, Mark.dash where steps <= 1: break
        default: return nil
        }
      } else if PartyReader.ofTown.contains(token.hash), at + 1 < sentence.tokens.upperBound,
        isTown(range)
      {
        // "from the city of Bologna", «від міста Познань».
      } else if let found = cue(token, at, steps, sentence, adjective: adjective) {
        return found
      } else if stops(token) {
        return nil
      }
      at -= 1
      steps += 1
    }
    return nil
  }

  private static let ofTown = WordSet(
    "the of city town місто міста місту містом мерія мерії мерією город города городом мэрия мэрии мэрией"
  )

  /// Whether the name at a range is a town abroad.
  private func isTown(_ range: Range<Int>) -> Bool {
    let at = document.firstName(from: range.lowerBound)
    guard at < document.names.count else { return false }
    return document.names[at...].prefix(3).contains {
      $0.kind == .organisation && $0.tokens.lowerBound == range.lowerBound
        && (facts.body($0.id)?.kind == .city)
    }
  }

  /// A verb or preposition that no rule knows ends the look back.
  private func stops(_ token: Token) -> Bool {
    !token.cues.isDisjoint(with: [.receive, .planned, .done, .ongoing, .give])
      || token.cues.contains(.purpose)
  }

  private func cue(
    _ token: Token, _ at: Int, _ steps: Int, _ sentence: Sentence, adjective: Bool
  ) -> (part: Party.Part, rule: RuleID)? {
    let cues = token.cues
    if cues.contains(.guarantee) { return (.masked, "M4") }
    if cues.contains(.post) { return (.masked, "M3") }
    if cues.contains(.payerFollows) { return (.payer, "D1") }
    if cues.contains(.workerFollows) { return (.worker, "I1") }
    if cues.contains(.source) && !cues.contains(.give) { return (.masked, "M1") }
    if cues.contains(.receive), steps <= 1, !cues.contains(.give), !adjective {
      return (.recipient, "I4")
    }
    if cues.contains(.with) { return (.partner, "I2") }
    if steps <= 2, PartyReader.with.contains(token.hash),
      follows(at, sentence, [.tender, .programme])
    {
      return (.payer, "D11")
    }
    if steps <= 2, !adjective, PartyReader.channel.contains(token.hash),
      follows(at, sentence, [.fund, .tranche, .grant]),
      isFund(at + 1..<min(sentence.tokens.upperBound, at + 5))
    {
      return (.worker, "I5")
    }
    if cues.contains(.thanks) { return (.partner, "D7") }
    if !cues.isDisjoint(with: [.grant, .loan, .tranche]), steps <= 1 { return (.payer, "D3") }
    if cues.contains(.fund), steps <= 1, !token.flags.contains(.latin) || cues.contains(.tranche) {
      return (.payer, "D3")
    }
    if cues.contains(.from) { return from(token, at, steps, sentence) }
    if cues.contains(.programme), steps <= 2, !token.flags.contains(.latin) {
      return (.payer, "D8")
    }
    if cues.contains(.give), steps <= 2, !cues.contains(.receive), !adjective {
      return (.payer, "D2")
    }
    if cues.contains(.into), !cues.contains(.purpose), steps <= 1 {
      // «У Сумах Литва …»: the preposition is the town's.
      if steps == 1, document.tokens[at + 1].flags.contains(.capital) { return nil }
      return (.masked, "M5")
    }
    return nil
  }

  private static let with = WordSet(
    "with з із зі с со")
  private static let channel = WordSet(
    "до для to into в у in через")

  /// Whether a cue stands within five tokens before.
  private func follows(_ at: Int, _ sentence: Sentence, _ cues: Cues) -> Bool {
    (max(sentence.tokens.lowerBound, at - 5)..<at).contains {
      !document.tokens[$0].cues.isDisjoint(with: cues)
    }
  }

  /// A fund that others pay into.
  private func isFund(_ range: Range<Int>) -> Bool {
    range.contains { document.tokens[$0].cues.contains(.fundName) }
  }

  /// "from X", «від X»: a payer where money or help went before it, else a direction.
  private func from(_ token: Token, _ at: Int, _ steps: Int, _ sentence: Sentence) -> (
    part: Party.Part, rule: RuleID
  )? {
    guard steps <= 3 else { return nil }
    // "with DKK 9 million from Danida".
    let sum = document.firstSum(coreFrom: max(sentence.tokens.lowerBound, at - 8))
    if sum < document.sums.count, document.sums[sum].tokens.upperBound <= at,
      at - document.sums[sum].tokens.upperBound <= 1
    {
      return (.payer, "D3")
    }
    var back = at - 1
    var distance = 0
    while back >= sentence.tokens.lowerBound, distance < 14 {
      let before = document.tokens[back].cues
      if distance < 2, before.contains(.guarantee) { return (.masked, "M4") }
      if !before.isDisjoint(with: [.grant, .loan, .fund, .receive, .tranche, .goods]) {
        return (.payer, "D3")
      }
      if distance < 2, before.contains(.give) { return (.payer, "D2") }
      if distance < 2, before.contains(.work) { return (.worker, "I1") }
      back -= 1
      distance += 1
    }
    // «Із Фонду ліквідації … виділили»: the sentence gives or gets.
    let all = document.cues(sentence.tokens)
    if token.flags.contains(.cyrillic),
      !all.isDisjoint(with: [.allocated, .receive, .grant, .loan, .tranche])
    {
      return (.payer, "D3")
    }
    if token.cues.contains(.into) { return (.masked, "M5") }
    // A title's «Другий транш від ЄБРР: …» or "From Japan: …".
    return token.flags.contains(.cyrillic) ? (.payer, "D3") : nil
  }

  private static let workNoun = WordHash(word: "work").value

  private func rightPart(of range: Range<Int>, in sentence: Sentence, adjective: Bool) -> (
    part: Party.Part, rule: RuleID
  )? {
    var at = range.upperBound
    var steps = 0
    let limit = min(sentence.tokens.upperBound, at + 12)
    // "on HALO's work".
    if document.tokens[at - 1].flags.contains(.possessive), at < limit,
      !document.tokens[at].cues.isDisjoint(with: [.work, .works])
        || document.tokens[at].hash == PartyReader.workNoun
    {
      return (.worker, "I1")
    }
    var commas = 0
    while at < limit {
      let token = document.tokens[at]
      if token.kind == .mark {
        if token.mark == Mark.semicolon || token.mark == Mark.colon && steps > 1 { return nil }
        if token.mark == Mark.comma { commas += 1 }
      } else if token.kind == .word {
        if steps <= 3, !token.cues.isDisjoint(with: [.grant, .loan, .tranche]), commas == 0 {
          return (.payer, "D3")
        }
        if adjective {
          if steps <= 1, !token.cues.isDisjoint(with: [.fund, .goods, .government, .programme]) {
            return (.payer, "D3")
          }
          if steps >= 2 { return (.masked, "M2") }
        } else {
          if token.cues.contains(.guarantee) { return (.masked, "M4") }
          if token.cues.contains(.raised), commas == 0 { return (.payer, "D2") }
          if token.cues.contains(.receive), !token.cues.contains(.give) {
            return (.recipient, "I4")
          }
          if token.cues.contains(.give), !(token.cues.contains(.source) && commas > 0) {
            return (.payer, "D2")
          }
          if token.cues.contains(.work) { return (.doer, "D6") }
          if steps <= 1, commas == 0, token.flags.contains(.latin), token.cues.contains(.fund) {
            return (.payer, "D3")
          }
          if token.cues.contains(.source), commas == 0, steps <= 2 { return (.masked, "M1") }
        }
        steps += 1
      }
      at += 1
    }
    return nil
  }
}
