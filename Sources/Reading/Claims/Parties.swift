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

  /// Whether a claim without a sum may rest on it: it pays, works or is thanked.
  var mayStandAlone: Bool {
    switch part {
    case .payer, .worker, .doer: true
    case .partner: rule == "D7"
    case .recipient, .weak, .masked: false
    }
  }
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
    if part == .payer, rule == "D2" || rule == "D1",
      document.cuesOf[sentence].contains(.guarantee),
      isGuarantor(range, document.sentences[sentence])
    {
      (part, rule) = (.masked, "M4")
    }
    if part == .weak, isSubject(range, sentence) { (part, rule) = (.doer, "D6") }
    if part == .doer || part == .weak, document.names[last].isStranger, spendsOwn(range, sentence) {
      (part, rule) = (.payer, "D9")
    }
    if part == .masked, rule == "M1" || rule == "M3" || rule == "M5" && isOfOfficial(range),
      speaksOfWork(sentence) || speaksBehind(range, sentence)
    {
      (part, rule) = (.doer, "I6")
    }
    if document.tokens[document.sentences[sentence].tokens.upperBound - 1].mark
      == UInt8(ascii: "?"),
      document.sentences[sentence].part == .text
    {
      // «Місто допомагає?»: what is asked is not told.
      (part, rule) = (.masked, "M7")
    }
    for member in group where document.names[member].kind == .organisation {
      var own = part
      if count > 1,
        document.names[member].isAdjective && (part == .weak || isApposition(member, first))
          || isAttribute(member, in: group) || isOriginOfKind(member, first)
          || isOwner(member, in: group)
      {
        own = .masked
      }
      if isForeignMinistry(member) { own = .masked }
      // "UNHCR and its partner Proliska".
      let isPartner =
        count > 1
        && isPartner(document.names[member].tokens, document.sentences[sentence])
      if isPartner { own = .partner }
      // "Denmark and UNDP have launched": of the two the state pays.
      let isShared =
        own == .weak && count > 1 && rule == "D5" && opensTogether(range.upperBound)
        && group.contains(where: isHandName)
      let isState = (own == .doer || isShared) && count > 1 && isPayingState(member)
      if isState { own = .payer }
      if isShared, isHandName(member) { own = .doer }
      // "The Lithuanian Ministry of Health sent": its country gives.
      if count > 1, member < last, document.names[member].isAdjective, isForeignMinistry(member + 1)
      {
        own = part
      }
      // «ЄБРР і «Укрзалізниця» підписали кредит»: the utility gets it.
      if count > 1, own == .payer, rule == "D2", isUtility(document.names[member].tokens.lowerBound)
      {
        own = .recipient
      }
      // «спільний проєкт ДСНС та Естонії», «за програмою Агентства відновлення».
      if own == .payer, rule == "D8" || rule == "D3", isBuilder(document.names[member]) {
        own = .worker
      }
      let isBeside = group.contains {
        document.names[$0].kind == .organisation && !document.isFirm(document.names[$0])
          && !document.names[$0].isAdjective
      }
      if own == .payer, !isBeside, document.isFirm(document.names[member]),
        !isGift(document.names[member], rule, document.sentences[sentence])
      {
        own = .masked
      }
      document.parties.append(
        Party(
          name: member, part: own, rule: isState ? "D2" : isPartner ? "I2" : rule,
          sentence: sentence))
    }
  }

  private func isHandName(_ member: Int) -> Bool {
    document.names[member].kind == .organisation
      && isHand(document.names[member].tokens.lowerBound)
  }

  /// A state abroad by its own name.
  private func isPayingState(_ member: Int) -> Bool {
    let name = document.names[member]
    guard !name.isStranger, !name.isAdjective, let body = facts.body(name.id) else { return false }
    return body.isCountry && !body.isUkrainian
  }

  /// «Холдинг «Агро» збудував спортзал власним коштом»: nobody else is named before whose own money it is.
  private func spendsOwn(_ range: Range<Int>, _ sentence: Int) -> Bool {
    guard
      let own = document.first(
        .ownMoney, in: range.upperBound..<document.sentences[sentence].tokens.upperBound)
    else { return false }
    let isApart = (range.upperBound + 1..<max(range.upperBound + 1, own)).contains {
      document.tokens[$0].mark == Mark.comma
    }
    return !isApart
      && !document.names(from: range.upperBound).prefix(8).contains {
        document.names[$0].kind == .organisation && document.names[$0].tokens.upperBound <= own
      }
  }

  /// «обладнає коштом Канади фонд «Відродження»»: the subject right behind whose money it is.
  private func isSubject(_ range: Range<Int>, _ sentence: Int) -> Bool {
    guard let before = document.parties.last, before.sentence == sentence,
      before.part == .payer, before.rule == "D1"
    else { return false }
    let payer = document.names[before.name].tokens
    guard payer.upperBound == range.lowerBound,
      document.tokens[payer.lowerBound].flags.contains(.cyrillic)
    else { return false }
    let start = max(document.sentences[sentence].tokens.lowerBound, payer.lowerBound - 4)
    return !document.cues(start..<payer.lowerBound).isDisjoint(with: [.work, .give])
  }

  /// "Project HOPE, the American charity": an adjective of a word that says again what the name before is.
  private func isApposition(_ member: Int, _ first: Int) -> Bool {
    let next = document.tokens[document.names[member].tokens.upperBound]
    return member > first && next.kind == .word && !next.cues.contains(.and)
      && next.cues.isDisjoint(with: [.fund, .goods, .government, .programme, .grant, .loan])
  }

  /// «Міністерство охорони здоров'я Литви», "Japan's Ministry of Health": of another state than the table's.
  private func isForeignMinistry(_ member: Int) -> Bool {
    let name = document.names[member]
    guard !name.isStranger, let body = facts.body(name.id), body.isUkrainian,
      body.kind == .government
    else { return false }
    let isForeign = { [facts, document] (at: Int) in
      guard document.names.indices.contains(at) else { return false }
      let other = document.names[at]
      return other.kind == .organisation && !other.isStranger
        && facts.body(other.id)?.isUkrainian == false && facts.body(other.id)?.isCountry == true
    }
    if isForeign(member + 1),
      document.names[member + 1].tokens.lowerBound - name.tokens.upperBound
        <= 1,
      document.tokens[name.tokens.upperBound].mark == 0
    {
      return document.names[member + 1].tokens.lowerBound == name.tokens.upperBound
        || PartyReader.ofWords.contains(document.tokens[name.tokens.upperBound].hash)
    }
    return isForeign(member - 1)
      && document.names[member - 1].tokens.upperBound == name.tokens.lowerBound
      && (document.names[member - 1].isAdjective
        || document.tokens[name.tokens.lowerBound - 1].flags.contains(.possessive))
  }

  private static let ofWords = WordSet("of республіки республики")

  /// «Ми відремонтували дах», "our teams have cleared": work told by whoever did it.
  func speaksOfWork(_ sentence: Int) -> Bool {
    let tokens = document.sentences[sentence].tokens
    for at in tokens where PartyReader.speakers.contains(document.tokens[at].hash) {
      let end = min(tokens.upperBound, at + 7)
      if (at + 1..<max(at + 1, end)).contains(where: {
        let cues = document.tokens[$0].cues
        return cues.contains(.work) && cues.isDisjoint(with: [.wish, .ask, .receive])
          || !cues.isDisjoint(with: [.done, .handOver, .makes]) && !cues.contains(.receive)
          || PartyReader.finished.contains(document.tokens[$0].hash)
      }) {
        return true
      }
    }
    return false
  }

  private static let finished = WordSet("done finished signed completed")
  private static let speakers = WordSet(
    "ми наші наша наш нашими we our мы наши наша наш нашими we've we'll")

  /// Whether only list words stand between two names.
  private func joins(_ left: Name, _ right: Name) -> Bool {
    // Names may lie in each other: a fund that is named after a bank.
    guard left.tokens.upperBound <= right.tokens.lowerBound else { return false }
    let gap = left.tokens.upperBound..<right.tokens.lowerBound
    guard gap.count <= 9,
      document.sentenceOf[left.tokens.lowerBound] == document.sentenceOf[right.tokens.lowerBound]
    else { return false }
    // «обладнає коштом Канади фонд «Відродження»»: payer and subject side by side are no list.
    if gap.isEmpty, !left.isAdjective, !left.isStranger, facts.body(left.id)?.isCountry == true,
      document.tokens[left.tokens.lowerBound].flags.contains(.cyrillic),
      right.isStranger || facts.body(right.id)?.kind != .ifi
    {
      return false
    }
    if gap.isEmpty, left.tokens.count == 1, !left.isAdjective,
      !document.tokens[left.tokens.lowerBound].flags.contains(.capital)
    {
      // «за рахунок того самого фонду GEM засклить»: the common word stands for another.
      return false
    }
    if parts(left, right, gap) { return false }
    var joint = gap.isEmpty && (left.isAdjective || !isUtility(left.tokens.lowerBound))
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
      } else if token.kind != .word || !token.cues.isSubset(of: PartyReader.listCues)
        || PartyReader.breaks.contains(token.hash) || endsAsVerb(token)
      {
        return false
      }
    }
    return joint && !isInside && !opensClause(right, gap)
  }

  /// "is being met by Finland, and Nefco is in charge": a verb in the singular behind the last of two makes it a subject
  /// of its own.
  private func opensClause(_ right: Name, _ gap: Range<Int>) -> Bool {
    guard document.tokens[gap.lowerBound].mark == Mark.comma, gap.count > 1,
      document.tokens[gap.lowerBound + 1].cues.contains(.and),
      document.tokens[gap.lowerBound + 1].flags.contains(.latin)
    else { return false }
    var at = right.tokens.upperBound
    let end = min(document.tokens.count, at + 6)
    if at < end, document.tokens[at].mark == Mark.open {
      at = ((at..<end).first { document.tokens[$0].mark == Mark.close } ?? at) + 1
    }
    return at < end && PartyReader.singularVerbs.contains(document.tokens[at].hash)
  }

  private static let singularVerbs = WordSet(
    "is was has does runs manages oversees handles carries leads builds installs")

  /// «…, цим опікувалася фундація»: what has the ending of a verb parts a list.
  private func endsAsVerb(_ token: Token) -> Bool {
    guard token.flags.contains(.cyrillic), token.cues.isEmpty, !token.flags.contains(.capital),
      token.end - token.start > 8
    else { return false }
    return PartyReader.verbs.contains { document.ends(token, with: $0) }
  }

  private static let verbs: [StaticString] = [
    "лася", "лася", "лось", "лися", "вся", "лась", "лись", "лся", "ться", "ется", "ются", "ает",
    "яет", "ала", "ила", "ало", "ило", "али", "или", "ав", "ив", "ує", "ає", "ють",
  ]

  /// Words between two names that make them no list.
  private static let breaks = WordSet(
    "втім однак впрочем however є is are був була були was were with which that who whose while but without passed handed channelled що яка який яке які якого якої чиї чий коли але натомість проте который которая которое которые но зато тогда"
  )

  @inline(__always) private static var listCues: Cues {
    [
      .government, .fundName, .and, .this, .more, .pronoun, .programme, .payingBody, .namedAgain,
    ]
  }
}
