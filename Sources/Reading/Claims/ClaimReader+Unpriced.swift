import FundingCore

extension ClaimReader {
  /// Statements that somebody pays or works for something, without a sum.
  ///
  /// Strict on purpose: a payer or an agency at work, a thing it is for, and a verb that says how far it is; no wish,
  /// no need, nothing the article already claimed.
  func addUnpriced(to drafts: inout [Draft]) {
    for index in document.sentences.indices {
      let sentence = document.sentences[index]
      guard !sentence.isBackground, !hasOwnSum(index), sentence.tokens.count > 3 else { continue }
      guard let draft = unpriced(index, sentence), !repeats(draft, drafts) else { continue }
      drafts.append(draft)
    }
  }

  private func unpriced(_ index: Int, _ sentence: Sentence) -> Draft? {
    let all = cues(sentence.tokens)
    guard all.isDisjoint(with: [.need, .damage, .wish, .ask]) else { return nil }
    // A sentence about a tariff, a debt or a fine is about nothing else.
    guard document.sums(in: index).isEmpty || all.isDisjoint(with: ClaimReader.othersMoney) else {
      return nil
    }
    let isTold = parties(in: index).contains {
      $0.part == .payer || $0.part == .doer || $0.part == .worker
    }
    guard isTold, mayHaveSector(index, sentence) else { return nil }
    let here = parties(in: index)
    var payers = here.filter { $0.part == .payer && ["D1", "D2", "D3", "D9"].contains($0.rule) }
    var doers = here.filter { ($0.part == .doer || $0.part == .worker) && isAgency($0) }
    if payers.isEmpty, doers.isEmpty {
      // «Фонд полагодив 120 дахів»: with nobody else's money, its own.
      payers = here.filter { $0.part == .doer && isGiver($0) }
    }
    doers.removeAll { party in payers.contains { $0.name == party.name } }
    payers.removeAll(where: isTownItself)
    guard !payers.isEmpty || !doers.isEmpty else { return nil }
    var draft = Draft(sum: -1, sentence: index, segment: sentence.tokens)
    draft.statements = [index]
    draft.segments = [sentence.tokens]
    draft.following = Array(followers(of: index))
    take(sectorsIn: sentence.tokens, "S1", &draft)
    let isElliptic = all.contains(.handOver) && !all.isDisjoint(with: [.more, .goods])
    if draft.sectors.isEmpty, isElliptic || payers.contains(where: { $0.rule == "D1" }) {
      // «Заклад звели за кошти державної дотації»: the thing was named before.
      for before in [index - 1, index - 2, 0] where before >= 0 && draft.sectors.isEmpty {
        take(sectorsIn: document.sentences[before].tokens, "S5", &draft)
      }
    }
    guard !draft.sectors.isEmpty else { return nil }
    guard
      let state = status(in: sentence.tokens, anchor: anchor(payers.first ?? doers[0]))
        ?? listStatus(index)
    else { return nil }
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
    if draft.donors.allSatisfy(isAgency) { addSponsors(index, &draft) }
    if !draft.donors.isEmpty, draft.workers.isEmpty { takePartners(&draft) }
    return draft.donors.isEmpty ? nil : draft
  }

  private static var othersMoney: Cues { [.charged, .owed, .seized, .taken, .upkeep, .warfare] }

  /// Whether a keyword of a sector stands in a sentence, or its payer may work on a thing named before.
  private func mayHaveSector(_ index: Int, _ sentence: Sentence) -> Bool {
    var at = document.firstName(from: sentence.tokens.lowerBound)
    while at < document.names.count,
      document.names[at].tokens.lowerBound < sentence.tokens.upperBound
    {
      if document.names[at].kind == .sector { return true }
      at += 1
    }
    let all = document.cuesOf[index]
    if all.contains(.handOver), !all.isDisjoint(with: [.more, .goods]) { return true }
    return parties(in: index).contains { $0.part == .payer && $0.rule == "D1" }
  }

  /// "The delivery was made possible by Norway": who pays for an agency's work, told in the next sentence or the one before.
  private func addSponsors(_ index: Int, _ draft: inout Draft) {
    for near in [index + 1, index - 1, 0]
    where document.sentences.indices.contains(near) && !hasOwnSum(near) {
      let sponsors = parties(in: near).filter {
        $0.part == .payer && !document.names[$0.name].isStranger
          && !isAgency(document.names[$0.name].id)
      }
      guard !sponsors.isEmpty else { continue }
      draft.workers.append(contentsOf: draft.donors)
      draft.donors = []
      for party in sponsors {
        draft.donors.appendNew(document.names[party.name].id)
        draft.prove(.donors, document.names[party.name].tokens, "D4")
      }
      normaliseParties(&draft)
      return
    }
  }

  /// «місто відновило …»: told by the word for the town alone, too little for a claim without a sum.
  private func isTownItself(_ party: Party) -> Bool {
    let name = document.names[party.name]
    guard !name.isStranger, facts.body(name.id)?.kind == .stateBudget else { return false }
    return document.cues(name.tokens).isDisjoint(with: [
      .cityMoney, .ownMoney, .stateMoney, .oblastMoney, .budget, .council,
    ]) && name.tokens.count == 1
  }

  private func id(of party: Party) -> Int32 {
    let name = document.names[party.name]
    return name.isStranger ? -1 - name.id : name.id
  }

  private func isAgency(_ party: Party) -> Bool {
    !document.names[party.name].isStranger && isAgency(document.names[party.name].id)
  }

  /// A charity or a body abroad, which does not work with the money of others as a rule.
  private func isGiver(_ party: Party) -> Bool {
    let name = document.names[party.name]
    guard !name.isStranger, let body = facts.body(name.id) else { return name.isStranger }
    return body.kind == .ngo || body.kind == .city && !body.isUkrainian
      || body.isCountry && !body.isUkrainian
  }

  /// What the line above a list says of its items: «За тиждень місто отримало:».
  private func listStatus(_ index: Int) -> (Status, Int?, RuleID)? {
    guard let head = listHead(index) else { return nil }
    let tokens = document.sentences[head].tokens
    return status(in: tokens, anchor: tokens.upperBound)
  }

  private func anchor(_ party: Party) -> Int { document.names[party.name].tokens.upperBound }

  /// Told before: the same payers for nothing new.
  private func repeats(_ draft: Draft, _ drafts: [Draft]) -> Bool {
    // As far back as any article goes, so that the cost stays linear in texts that are none.
    drafts[max(0, drafts.count - 400)...].contains { other in
      draft.donors.contains { other.donors.contains($0) || other.workers.contains($0) }
        && draft.sectors.allSatisfy { other.sectors.contains($0) }
        && (other.sum >= 0 || other.status == draft.status)
    }
  }
}
