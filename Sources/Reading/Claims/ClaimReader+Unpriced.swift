import FundingCore

extension ClaimReader {
  /// Statements that somebody pays or works for something, without a sum.
  ///
  /// Strict on purpose: a payer or an agency at work, a thing it is for, and a verb that says how far it is; no wish,
  /// no need, nothing the article already claimed.
  func addUnpriced(to drafts: inout [Draft]) {
    // The text before the title, which mostly says the same in short.
    let titles = document.sentences.prefix { $0.part == .title }.count
    for number in document.sentences.indices {
      let index = (number + titles) % document.sentences.count
      let sentence = document.sentences[index]
      guard !sentence.isBackground, sentence.tokens.count > 3 else { continue }
      if hasOwnSum(index) {
        for draft in besideSum(index, sentence) where !repeats(draft, drafts) {
          drafts.append(draft)
        }
        continue
      }
      for var draft in unpriced(index, sentence) {
        takeProject(of: drafts, &draft)
        if joinPayer(draft, &drafts) || repeats(draft, drafts) || joinDoer(draft, &drafts) {
          continue
        }
        dropDoer(of: draft, &drafts)
        drafts.append(draft)
      }
    }
  }

  /// «Укриття довела до ладу організація. Грошима допомогла Expertise France»: who was taken for the payer only did the work.
  private func dropDoer(of draft: Draft, _ drafts: inout [Draft]) {
    guard let last = drafts.last, last.sum < 0, last.donors.count == 1, last.workers.isEmpty,
      draft.sentence == last.sentence + 1, draft.workers.contains(last.donors[0]),
      last.evidence.allSatisfy({ $0.field != .donors || $0.rule == "D6" }),
      last.sectors.allSatisfy(draft.sectors.contains)
    else { return }
    drafts.removeLast()
  }

  /// «Будиночки передала Польща, а фундаменти залило місто за 9 млн»: the half of a sentence that states no sum.
  private func besideSum(_ index: Int, _ sentence: Sentence) -> [Draft] {
    guard sentence.part == .text else { return [] }
    var result: [Draft] = []
    var start = sentence.tokens.lowerBound
    var halves: [Range<Int>] = []
    for at in sentence.tokens where isHalfCut(at) {
      halves.append(start..<at)
      start = at + 1
    }
    guard !halves.isEmpty, halves.count < 4 else { return [] }
    halves.append(start..<sentence.tokens.upperBound)
    for half in halves where half.count > 3 {
      let sum = document.firstSum(from: half.lowerBound)
      if sum < document.sums.count, document.sums[sum].tokens.lowerBound < half.upperBound {
        continue
      }
      let here = parties(in: index).filter {
        half.contains(document.names[$0.name].tokens.lowerBound) && isTold($0, sentence)
      }
      let (payers, doers) = payersAndDoers(here, sentence)
      // Only who gives or builds a thing that the half names itself.
      guard payers.contains(where: { $0.rule == "D2" || $0.rule == "D1" }),
        cues(half).contains(.give)
          || payers.contains(where: { $0.rule == "D1" })
            && (!cues(half).isDisjoint(with: [.work, .done]) || hasCome(half))
      else { continue }
      var own =
        names(.sector, in: half).isEmpty ? [] : unpriced(index, sentence, half, payers, doers)
      if own.isEmpty, !cues(half).isDisjoint(with: [.goods]) || speaksOfThem(half) {
        own = unpriced(index, sentence, half, payers, doers)
      }
      result.append(contentsOf: own)
    }
    return result
  }

  private func isHalfCut(_ at: Int) -> Bool {
    document.tokens[at].mark == Mark.semicolon
      || document.tokens[at].mark == Mark.comma
        && ClaimReader.contrasts.contains(document.tokens[at + 1].hash)
  }

  private func unpriced(_ index: Int, _ sentence: Sentence) -> [Draft] {
    let all = cues(sentence.tokens)
    // A sentence about a tariff, a debt or a fine is about nothing else.
    guard document.sums(in: index).isEmpty || all.isDisjoint(with: ClaimReader.othersMoney),
      !all.contains(.seized)
    else { return [] }
    guard !parties(in: index).isEmpty else { return [] }
    let here = parties(in: index).filter { $0.mayStandAlone && isTold($0, sentence) }
    let (payers, doers) = payersAndDoers(here, sentence)
    if payers.isEmpty, let giver = listedGiver(index) {
      return unpriced(index, sentence, sentence.tokens, [giver], doers)
    }
    guard !payers.isEmpty || !doers.isEmpty else { return [] }
    if let halves = halves(payers, sentence) ?? gifts(from: payers, sentence) {
      return halves.flatMap { half in
        unpriced(
          index, sentence, half.words, half.payers,
          doers.filter { half.words.contains(document.names[$0.name].tokens.lowerBound) })
      }
    }
    return unpriced(index, sentence, sentence.tokens, payers, doers)
  }

  /// «Меблі надала Мальтійська служба, а панелі подарувала компанія «…»»: two gifts of two givers, each with its verb.
  private func halves(_ payers: [Party], _ sentence: Sentence) -> [(
    words: Range<Int>, payers: [Party]
  )]? {
    guard payers.count == 2, payers.allSatisfy({ $0.rule == "D2" }) else { return nil }
    let (first, second) = (
      document.names[payers[0].name].tokens, document.names[payers[1].name].tokens
    )
    guard first.upperBound < second.lowerBound,
      let cut = (first.upperBound..<second.lowerBound).first(where: {
        document.tokens[$0].mark == Mark.semicolon
          || document.tokens[$0].mark == Mark.comma
            && ClaimReader.contrasts.contains(document.tokens[$0 + 1].hash)
      })
    else { return nil }
    let halves = [sentence.tokens.lowerBound..<cut, (cut + 1)..<sentence.tokens.upperBound]
    guard halves.allSatisfy({ cues($0).contains(.give) }) else { return nil }
    return [(halves[0], [payers[0]]), (halves[1], [payers[1]])]
  }

  private func unpriced(
    _ index: Int, _ sentence: Sentence, _ words: Range<Int>, _ payers: [Party], _ doers: [Party]
  ) -> [Draft] {
    let all = cues(words)
    var draft = document.draft(sum: -1, sentence: index, segment: sentence.tokens)
    draft.statements.append(index)
    draft.segments.append(sentence.tokens)
    draft.following.append(contentsOf: followers(of: index))
    take(sectorsIn: words, "S1", &draft)
    if draft.sectors.isEmpty, words != sentence.tokens {
      take(sectorsIn: sentence.tokens, "S1", &draft)
    }
    if draft.sectors.isEmpty, facts.other >= 0, payers.contains(where: { $0.rule == "D2" }),
      let at = document.first(.generic, in: words)
    {
      draft.sectors.append(Int32(facts.other))
      draft.prove(.sectors, at..<(at + 1), "S6")
    }
    if draft.sectors.isEmpty, refersBack(index, all, payers) {
      // «Заклад звели за кошти державної дотації»: the thing was named before.
      for before in [index - 1, index - 2, 0] where before >= 0 && draft.sectors.isEmpty {
        take(sectorsIn: document.sentences[before].tokens, "S5", &draft)
      }
    }
    // «десять екскаваторів»: things that tell no purpose.
    let isGift =
      all.contains(.goods) && payers.contains { ["D2", "D3"].contains($0.rule) }
      || payers.contains { $0.rule == "D12" }
    guard !draft.sectors.isEmpty || isGift else {
      document.takeBack(draft)
      return []
    }
    guard let state = stateOf(index, sentence, words, payers, doers) else {
      document.takeBack(draft)
      return []
    }
    for party in payers { draft.donors.appendNew(id(of: party)) }
    for party in doers { draft.workers.appendNew(id(of: party)) }
    draft.status = state.0
    if let at = state.1 { draft.prove(.status, at..<(at + 1), state.2) }
    for party in payers { draft.prove(.donors, document.names[party.name].tokens, party.rule) }
    for party in doers { draft.prove(.implementers, document.names[party.name].tokens, party.rule) }
    readPlaces(&draft)
    if all.contains(.since) { draft.isCumulative = true }
    if all.contains(.goods), all.contains(.handOver) { draft.instrument = .inKind }
    normaliseParties(&draft)
    normaliseSectors(&draft)
    normalisePlaces(&draft)
    if draft.donors.allSatisfy(isAgency) || tellsPurchase(index + 1, of: index) {
      addSponsors(index, &draft, isGift: payers.contains { ["D1", "D2", "D3"].contains($0.rule) })
    }
    if !draft.donors.isEmpty, draft.workers.isEmpty { takePartners(&draft) }
    draft.workers.removeAll { draft.donors.contains($0) }
    guard !draft.donors.isEmpty else { return [] }
    let others = gapped(draft, index)
    // Who gives something else is no partner in this.
    draft.workers.removeAll { id in others.contains { $0.donors == [id] } }
    draft.evidence.removeAll { proof in
      proof.field == .implementers
        && others.contains {
          $0.evidence.contains { $0.tokens == proof.tokens && $0.rule == "D13" }
        }
    }
    return [draft] + others
  }

  /// Who pays in a sentence, and the agencies that work; a charity that works with nobody else's money pays too.
  private func payersAndDoers(_ here: [Party], _ sentence: Sentence) -> ([Party], [Party]) {
    var payers = here.filter {
      $0.part == .payer && ["D1", "D2", "D3", "D9"].contains($0.rule)
        && !onlyApproves($0, sentence)
    }
    let handers = handers(among: payers)
    payers.removeAll { payer in handers.contains { $0.name == payer.name } }
    let hasPayer = !payers.isEmpty
    var doers = here.filter {
      ($0.part == .doer || $0.part == .worker)
        && (isAgency($0)
          || hasPayer && (isGiver($0) || isBuilder($0) || $0.part == .worker && isForeign($0)))
        && !isUtility($0) && !document.isFirm(document.names[$0.name]) && !holdsEvent($0, sentence)
    }
    if payers.isEmpty {
      // «Завдяки ЮНІСЕФ полагодили водогін», "thanked Japan for the ambulances".
      payers = here.filter {
        $0.part == .partner && $0.rule == "D7" && (isGiver($0) || isAgency($0))
      }
    }
    if payers.isEmpty, doers.isEmpty {
      // «Фонд полагодив 120 дахів»: with nobody else's money, its own.
      payers = here.filter {
        $0.part == .doer && isGiver($0) && !document.isFirm(document.names[$0.name])
          && !holdsEvent($0, sentence)
      }
    }
    doers.append(contentsOf: handers)
    doers.removeAll { party in payers.contains { $0.name == party.name } }
    payers.removeAll(where: isTownItself)
    return (payers, doers)
  }

  /// A body of the state that builds with public money: the Agency for Restoration.
  func isBuilder(_ party: Party) -> Bool {
    let name = document.names[party.name]
    guard !name.isStranger, let body = facts.body(name.id) else { return false }
    return body.kind == .government && body.isUkrainian && body.role == .implementer
  }

  private func isForeign(_ party: Party) -> Bool {
    let name = document.names[party.name]
    return !name.isStranger && facts.body(name.id)?.isUkrainian == false
  }

  /// A Ukrainian firm that mostly gets money: its own works are no gift.
  private func isUtility(_ party: Party) -> Bool {
    let name = document.names[party.name]
    guard !name.isStranger, let body = facts.body(name.id) else { return false }
    return body.kind == .company && body.isUkrainian && body.role == .implementer
  }

  /// Whether a party's clause states what is or will be: no wish, need or loss stands in it, and no wish before it.
  func isTold(_ party: Party, _ sentence: Sentence) -> Bool {
    let clause = clause(of: party, sentence)
    return cues(clause).isDisjoint(with: [.need, .damage, .wish, .ask])
      && cues(sentence.tokens.lowerBound..<clause.lowerBound).isDisjoint(with: [.wish, .ask])
      && !isDenied(clause)
  }

  /// The words around a party up to the next marks.
  func clause(of party: Party, _ sentence: Sentence) -> Range<Int> {
    let name = document.names[party.name].tokens
    var (start, end) = (name.lowerBound, name.upperBound)
    while start > sentence.tokens.lowerBound, !isBreak(document.tokens[start - 1]) { start -= 1 }
    while end < sentence.tokens.upperBound, !isBreak(document.tokens[end]) { end += 1 }
    return start..<end
  }

  /// «лікарні не дісталися гроші USAID», "the grant was never approved".
  func isDenied(_ clause: Range<Int>) -> Bool {
    clause.dropLast().contains {
      guard ClaimReader.nots.contains(document.tokens[$0].hash) else { return false }
      let next = document.tokens[$0 + 1]
      return !next.cues.isDisjoint(with: [.give, .receive, .arrived, .allocated, .done])
    }
  }

  private static let nots = WordSet("не never not")

  private func isBreak(_ token: Token) -> Bool {
    guard token.kind == .mark else { return false }
    switch token.mark {
    case Mark.comma, Mark.semicolon, Mark.colon: return true
    case Mark.dash: return token.flags.contains(.spaced)
    default: return false
    }
  }

  /// «Мінрозвитку погодило фінансування»: a ministry's consent pays for nothing.
  private func onlyApproves(_ party: Party, _ sentence: Sentence) -> Bool {
    guard party.rule == "D2", isMinistry(id(of: party)) || approvesPaper(party, sentence) else {
      return false
    }
    return sentence.tokens.allSatisfy {
      let token = document.tokens[$0]
      return !token.cues.contains(.give)
        || ClaimReader.consents.contains { document.begins(token, with: $0) }
    }
  }

  private static let consents: [StaticString] = [
    "погод", "схвал", "затверд", "підтверд", "підпис", "анонс", "узгод", "домов", "одобр", "утверд",
    "подтверд", "подпис", "approv", "confirm", "announc", "sign", "agree", "unveil",
  ]

  /// Whether a sentence that names no purpose speaks of a thing named before: «їх обіцяє USAID», «ще один автобус».
  private func refersBack(_ index: Int, _ all: Cues, _ payers: [Party]) -> Bool {
    if payers.contains(where: { $0.rule == "D1" }) { return true }
    // «Їдальню обладнало на свої кошти підприємство»: of the school told before.
    if all.contains(.ownMoney), payers.contains(where: { $0.rule == "D9" }) { return true }
    guard !payers.isEmpty, !onlySupports(index) else { return false }
    if payers.contains(where: { $0.rule == "D7" }) { return false }
    if !all.isDisjoint(with: [.more, .goods, .this, .pronoun, .works]) { return true }
    if payers.contains(where: { $0.rule == "D2" }), all.isDisjoint(with: [.source, .post]),
      document.sentences[index].part == .text
    {
      return true
    }
    return all.contains(.fund) && !(max(0, index - 2)..<index).contains { hasOwnSum($0) }
  }

  /// The state that the form of the verb tells: "is to supply" is planned, "supports" under way.
  func tense(_ sentence: Sentence) -> (Status, Int?, RuleID)? {
    for at in sentence.tokens {
      let token = document.tokens[at]
      guard token.kind == .word, !token.cues.isDisjoint(with: [.give, .work]) else { continue }
      if token.flags.contains(.latin) {
        if at > sentence.tokens.lowerBound,
          ClaimReader.infinitive.contains(document.tokens[at - 1].hash)
        {
          return (.planned, at, "T2")
        }
        if document.ends(token, with: "ed") { return (.completed, at, "T4") }
        if document.ends(token, with: "s") { return (.ongoing, at, "T5") }
      } else if PartyReader.pasts.contains(where: { document.ends(token, with: $0) }) {
        return (.completed, at, "T4")
      } else if ClaimReader.presents.contains(where: { document.ends(token, with: $0) }) {
        return (.ongoing, at, "T5")
      }
    }
    return nil
  }

  private static let infinitive = WordSet("to will shall")
  static let schemes = WordSet("за по через under through via")
  private static let presents: [StaticString] = [
    "є", "ють", "уть", "ять", "ит", "ет", "ют", "ят", "ут", "ить",
  ]

  @inline(__always) private static var othersMoney: Cues {
    [.charged, .owed, .seized, .taken, .upkeep, .warfare]
  }

  /// «місто відновило …»: told by the word for the town alone, too little for a claim without a sum.
  private func isTownItself(_ party: Party) -> Bool {
    let name = document.names[party.name]
    guard !name.isStranger, facts.body(name.id)?.kind == .stateBudget else { return false }
    let before = max(0, name.tokens.lowerBound - 2)..<name.tokens.lowerBound
    return !PartyReader.actingBodies.contains(document.tokens[name.tokens.lowerBound].hash)
      && !document.cues(before).contains(.ownMoney)
      && document.cues(name.tokens).isDisjoint(with: [
        .cityMoney, .ownMoney, .stateMoney, .oblastMoney, .budget, .council,
      ]) && name.tokens.count == 1
  }

  func id(of party: Party) -> Int32 {
    let name = document.names[party.name]
    return name.isStranger ? -1 - name.id : standIns.specific(name.id) ?? name.id
  }

  func isAgency(_ party: Party) -> Bool {
    !document.names[party.name].isStranger && isAgency(document.names[party.name].id)
  }

  /// A charity or a body abroad, which does not work with the money of others as a rule.
  func isGiver(_ party: Party) -> Bool {
    let name = document.names[party.name]
    guard !name.isStranger, let body = facts.body(name.id) else { return name.isStranger }
    return body.kind == .ngo || body.kind == .company && body.role != .implementer
      || body.isUkrainian && body.kind == .government && body.role == .donor && !body.isPublic
      || !body.isUkrainian
        && (body.kind == .city || body.kind == .government || body.kind == .multilateral)
  }

  /// What the line above a list says of its items: «За тиждень місто отримало:».
  func listStatus(_ index: Int) -> (Status, Int?, RuleID)? {
    guard let head = listHead(index) else { return nil }
    let tokens = document.sentences[head].tokens
    return status(in: tokens, anchor: tokens.upperBound)
  }

  func anchor(_ party: Party) -> Int { document.names[party.name].tokens.upperBound }
}
