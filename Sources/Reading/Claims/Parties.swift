import FundingCore

/// What an organisation does in its sentence, and the rule that says so.
struct Party {
  enum Part: UInt8 {
    /// Pays: a cue says so.
    case payer
    /// Carries the work out.
    case worker
    /// Does work, with whose money is not said here.
    case doer
    /// Gets the money.
    case recipient
    /// Named beside others: разом з, thanks to.
    case partner
    /// Stands there without a cue.
    case weak
    /// A source, a person's employer, a guarantor, a place: nobody in this.
    case masked
  }

  /// Index into `document.names`.
  var name: Int
  var part: Part
  var rule: RuleID
  var sentence: Int
}

/// Tells payers from workers by the words around their names.
final class PartyReader {
  let document: Document
  let budgets: Budgets
  let facts: Facts

  init(document: Document, core: ReaderCore) {
    self.document = document
    budgets = core.budgets
    facts = core.facts
  }

  /// Indices of the organisations that stand for public money.
  struct Budgets: Sendable {
    var state: Int32 = -1
    var city: Int32 = -1
    var oblast: Int32 = -1
    var cabinet: Int32 = -1

    init(_ tables: Tables) {
      for (index, organisation) in tables.organisations.enumerated() {
        switch organisation.id.rawValue {
        case "state-budget": state = Int32(index)
        case "city-budget": city = Int32(index)
        case "oblast-budget": oblast = Int32(index)
        case "cabinet-of-ministers": cabinet = Int32(index)
        default: continue
        }
      }
    }
  }

  /// Fills the document's parties, in text order.
  func findParties() {
    document.parties.removeAll()
    var at = 0
    let names = document.names
    while at < names.count {
      guard names[at].kind == .organisation else {
        at += 1
        continue
      }
      // A group: names joined by commas and "and".
      var last = at
      var count = 1
      var next = at + 1
      while next < names.count, count < 12 {
        if names[next].kind == .organisation {
          guard joins(names[last], names[next]) else { break }
          last = next
          count += 1
        } else if names[next].tokens.lowerBound > names[last].tokens.upperBound + 6 {
          break
        }
        next += 1
      }
      append(at...last, count)
      at = last + 1
    }
    indexParties()
  }

  private func indexParties() {
    document.partiesBefore.removeAll()
    for (index, party) in document.parties.enumerated() {
      while document.partiesBefore.count <= party.sentence {
        document.partiesBefore.append(Int32(index))
      }
    }
    while document.partiesBefore.count <= document.sentences.count {
      document.partiesBefore.append(Int32(document.parties.count))
    }
  }

  /// Tells what the organisations among some names do; `count` of them are.
  private func append(_ group: ClosedRange<Int>, _ count: Int) {
    let (first, last) = (group.lowerBound, group.upperBound)
    let range = document.names[first].tokens.lowerBound..<document.names[last].tokens.upperBound
    let sentence = Int(document.sentenceOf[range.lowerBound])
    var (part, rule) = part(
      of: range, in: document.sentences[sentence], adjective: document.names[last].isAdjective)
    if part == .weak || part == .doer || part == .worker || part == .masked && rule == "M5",
      let own = budgetPart(of: range, document.names[first], document.sentences[sentence])
    {
      (part, rule) = own
    }
    for member in group where document.names[member].kind == .organisation {
      var own = part
      if document.names[member].isAdjective && count > 1
        && (part == .weak || isAttribute(member, in: group))
      {
        own = .masked
      }
      document.parties.append(Party(name: member, part: own, rule: rule, sentence: sentence))
    }
  }

  /// «німецьким банком KfW», "the European Commission's arm, ECHO": the first name only says whose the second is.
  private func isAttribute(_ member: Int, in group: ClosedRange<Int>) -> Bool {
    guard
      let next = group.first(where: { $0 > member && document.names[$0].kind == .organisation })
    else { return false }
    let gap = document.names[member].tokens.upperBound..<document.names[next].tokens.lowerBound
    return gap.count <= 2
      && !gap.contains {
        document.tokens[$0].cues.contains(.and) || document.tokens[$0].mark == Mark.comma
      }
  }

  /// Whether only list words stand between two names.
  private func joins(_ left: Name, _ right: Name) -> Bool {
    // Names may lie in each other: a fund that is named after a bank.
    guard left.tokens.upperBound <= right.tokens.lowerBound else { return false }
    let gap = left.tokens.upperBound..<right.tokens.lowerBound
    guard gap.count <= 9,
      document.sentenceOf[left.tokens.lowerBound] == document.sentenceOf[right.tokens.lowerBound]
    else { return false }
    var joint = gap.isEmpty
    var isInside = false
    var count = 0
    for index in gap {
      let token = document.tokens[index]
      // «ЄБРР (це кредит) і міський бюджет».
      if isInside {
        if token.mark == Mark.close { isInside = false }
        continue
      }
      if token.mark == Mark.open { isInside = true }
      count += 1
      if count > 5 { return false }
      if token.kind == .mark {
        switch token.mark {
        case Mark.comma, Mark.quote, Mark.open, Mark.close, Mark.dash: break
        default: return false
        }
        if token.mark == Mark.comma || token.mark == Mark.open || token.mark == Mark.close {
          joint = true
        }
        if token.mark == Mark.dash && token.flags.contains(.spaced) { return false }
      } else if token.cues.contains(.and) {
        joint = true
      } else if token.kind != .word || !token.cues.isSubset(of: PartyReader.listCues) {
        return false
      }
    }
    return joint && !isInside
  }

  private static var listCues: Cues {
    [
      .government, .fundName, .and, .this, .more, .pronoun, .programme,
    ]
  }

  // MARK: Cues on either side

  private func part(of range: Range<Int>, in sentence: Sentence, adjective: Bool) -> (
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
  private func budgetPart(of range: Range<Int>, _ name: Name, _ sentence: Sentence) -> (
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
