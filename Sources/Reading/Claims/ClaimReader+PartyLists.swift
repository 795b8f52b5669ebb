import FundingCore

/// What a list of parties comes to: budgets joined, institutions before their countries, each named once.
extension ClaimReader {
  /// Agencies beside other payers only do the work; an agency alone is the payer; bodies become the budgets they spend.
  func normaliseParties(_ draft: inout Draft) {
    if draft.donors.isEmpty, draft.workers.isEmpty { return }
    draft.workers.removeAll { facts.body($0)?.isProject == true }
    if draft.donors.contains(where: { facts.body($0)?.isProject != true }) {
      draft.donors.removeAll { facts.body($0)?.isProject == true }
    }
    // The Cabinet hands out the money of a fund of its own.
    if draft.donors.contains(where: {
      facts.body($0)?.kind == .stateBudget && !isBudget($0)
    }) {
      draft.donors.removeAll { $0 == budgets.cabinet || isMinistry($0) }
    }
    if facts.scheme >= 0, !draft.donors.isEmpty,
      draft.donors.allSatisfy({ $0 == budgets.state || $0 == budgets.cabinet }),
      draft.statements.contains(where: namesScheme)
    {
      // «Держава виплатила 40 млн за програмою «єВідновлення»».
      draft.donors = [facts.scheme]
    }
    moveProjects(&draft)
    rankAgencies(&draft)
    moveBuyers(&draft)
    moveProcurers(&draft)
    for index in draft.donors.indices { draft.donors[index] = budget(draft.donors[index]) }
    draft.donors.dropRepeated()
    dropSpenders(&draft)
    dropSupporters(&draft)
    moveCarriers(&draft)
    let entrusted = draft.workers.filter { isEntrusted($0, draft) }
    draft.workers.removeAll {
      draft.donors.contains($0) || isBudget($0) && !entrusted.contains($0)
    }
    draft.workers.dropRepeated()
    if draft.donors.contains(where: isPublic), draft.donors.contains(where: { !isPublic($0) }) {
      let joined = joinedBudgets(draft)
      draft.donors.removeAll { isPublic($0) && !joined.contains($0) }
    }
    let agencies = draft.donors.filter {
      isAgency($0) && !isListedGiver($0, draft) && !paysTogether($0, draft)
    }
    if agencies.count < draft.donors.count {
      draft.donors.removeAll { agencies.contains($0) }
      draft.workers.append(contentsOf: agencies)
      draft.workers.dropRepeated()
    }
    let partners = draft.workers.filter { isCountry($0) || isUnion($0) }
    if !partners.isEmpty, draft.donors.allSatisfy(isAgency), !draft.donors.isEmpty {
      // «ЄС та ПРООН збудували»: one cannot build, so it pays.
      draft.workers = draft.donors + draft.workers.filter { !partners.contains($0) }
      draft.donors = partners
      draft.workers.dropRepeated()
    }
    if draft.donors.isEmpty, draft.workers.contains(where: isAgency) {
      // "launched by UNDP and the Swedish embassy": a state named beside its agency pays.
      let states = draft.workers.filter { isCountry($0) || isUnion($0) }
      draft.donors = states
      draft.workers.removeAll { states.contains($0) }
    }
    if draft.donors.isEmpty, let agency = draft.workers.first(where: { isAgency($0) || $0 < 0 }) {
      draft.donors = [agency]
      draft.workers.removeAll { $0 == agency }
    }
    // «Німеччина через KfW»: both pay.
    for worker in draft.workers
    where isBank(worker) && isChannel(worker, draft)
      && draft.donors.contains(where: { sameCountry($0, worker) })
    {
      draft.donors.append(worker)
      draft.workers.removeAll { $0 == worker }
    }
    // A state carries out nothing itself.
    if !draft.donors.isEmpty { draft.workers.removeAll(where: isCountry) }
    preferInstitutions(&draft)
  }

  /// «Машини закупило міністерство за гроші Світового банку», «відбудову вела служба, заплатив бюджет»: a body of the
  /// state that buys or builds with money told beside it.
  private func moveBuyers(_ draft: inout Draft) {
    guard draft.donors.count > 1,
      draft.donors.contains(where: { isMinistry($0) && $0 != budgets.cabinet })
    else { return }
    let proofs = draft.evidence.filter { $0.field == .donors }
    for id in draft.donors where isMinistry(id) && id != budgets.cabinet {
      guard let own = proofs.first(where: { organisation(at: $0.tokens) == id }), own.rule == "D2",
        draft.donors.contains(where: { $0 != id && !isMinistry($0) })
      else { continue }
      let isBuilder = facts.body(id)?.role == .implementer
      let near = max(0, own.tokens.lowerBound - 3)..<(own.tokens.upperBound + 3)
      let isBuyer =
        buys(near) && proofs.contains { ["D1", "D3", "D4"].contains($0.rule) }
      if isBuilder { draft.donors.removeAll { $0 == id } }
      if isBuilder || isBuyer { draft.workers.appendNew(id) }
    }
  }

  /// A ministry that buys with the money of another keeps its part where that other is found.
  func keepBuyers(_ draft: inout Draft) {
    for proof in draft.evidence where proof.field == .donors && proof.rule == "D2" {
      let near = max(0, proof.tokens.lowerBound - 3)..<(proof.tokens.upperBound + 3)
      guard let id = organisation(at: proof.tokens), isMinistry(id), id != budgets.cabinet,
        buys(near)
      else { continue }
      draft.workers.appendNew(id)
    }
  }

  private func buys(_ range: Range<Int>) -> Bool {
    range.contains {
      let hash = document.tokens[$0].hash
      return ClaimReader.buys.contains(hash) || ClaimReader.willBuy.contains(hash)
    }
  }

  private static let willBuy = WordSet(
    """
    закупить закуповує купить купує придбає закупит закупает купит покупает приобретёт приобретет buys purchased bought \
    procured
    """)

  /// "bought by Nefco with a contribution from Finland", «придбав їх Фонд, а розрахувалася Іспанія»: a bank or a fund that buys
  /// what another pays for.
  private func moveProcurers(_ draft: inout Draft) {
    guard draft.donors.count > 1 else { return }
    let proofs = draft.evidence.filter { $0.field == .donors }
    for id in draft.donors where !isPublic(id) {
      guard let own = proofs.first(where: { organisation(at: $0.tokens) == id }),
        isBuying(own), let other = proofs.first(where: { organisation(at: $0.tokens) != id }),
        !isBuying(other), other.rule == "D3" || other.rule == "D1" || isPaying(other)
      else { continue }
      draft.donors.removeAll { $0 == id }
      draft.workers.appendNew(id)
    }
  }

  private func isBuying(_ proof: Draft.Proof) -> Bool {
    var start = proof.tokens.lowerBound
    if start > 1, document.tokens[start - 1].hash == PartyReader.the { start -= 1 }
    return start > 1 && document.tokens[start - 1].hash == PartyReader.by
      && ClaimReader.bought.contains(document.tokens[start - 2].hash)
      || proof.rule == "D2"
        && near(proof).contains { ClaimReader.buys.contains(document.tokens[$0].hash) }
  }

  private func isPaying(_ proof: Draft.Proof) -> Bool {
    near(proof).contains { ClaimReader.payingVerbs.contains(document.tokens[$0].hash) }
  }

  private func near(_ proof: Draft.Proof) -> Range<Int> {
    max(0, proof.tokens.lowerBound - 3)..<min(document.tokens.count, proof.tokens.upperBound + 3)
  }

  /// «привезе Червоний Хрест: їх куплять на пожертву АТБ»: a charity that brings what somebody else's money buys.
  private func moveCarriers(_ draft: inout Draft) {
    guard draft.donors.count > 1,
      draft.evidence.contains(where: { $0.field == .donors && $0.rule == "D1" })
    else { return }
    let proofs = draft.evidence.filter { $0.field == .donors }
    for proof in proofs where proof.rule == "D2" {
      guard let id = organisation(at: proof.tokens) ?? charity(at: proof.tokens, proofs),
        id < 0 || facts.body(id)?.kind == .ngo,
        draft.donors.contains(id), draft.donors.count > 1,
        !proofs.contains(where: { $0.rule == "D1" && organisation(at: $0.tokens) == id })
      else { continue }
      draft.donors.removeAll { $0 == id }
      draft.workers.appendNew(id)
    }
  }

  /// «коштом міста та Карітасу»: a charity whose money is listed beside that of others.
  private func isListedGiver(_ id: Int32, _ draft: Draft) -> Bool {
    let kind = facts.body(id)?.kind
    guard kind == .ngo || kind == .un && paysInList(id, draft) else { return false }
    let proofs = draft.evidence.filter {
      $0.field == .donors
        && ($0.rule == "D1" || $0.rule == "D18"
          || $0.rule == "D2" && facts.body(id)?.isUkrainian == true)
    }
    guard proofs.count > 1,
      let own = proofs.first(where: { organisation(at: $0.tokens) == id })
    else { return false }
    // «Покупка обійшлась їм у 890 тис.»: it cost all of them.
    if own.rule == "D18", proofs.allSatisfy({ $0.rule == "D18" }) { return true }
    return proofs.contains {
      let before = own.tokens.lowerBound - $0.tokens.upperBound
      let behind = $0.tokens.lowerBound - own.tokens.upperBound
      return before >= 0 && before <= 3 || behind >= 0 && behind <= 3 && $0.rule == "D2"
    }
  }

  /// «коштом Румунії та ЮНІСЕФ», "financed by Romania and UNICEF": one of two whose money it is, side by side.
  private func paysInList(_ id: Int32, _ draft: Draft) -> Bool {
    let proofs = draft.evidence.filter { $0.field == .donors && $0.rule == "D1" }
    guard proofs.count == 2, let own = proofs.first(where: { organisation(at: $0.tokens) == id }),
      let other = proofs.first(where: { organisation(at: $0.tokens) != id })
    else { return false }
    let (first, second) =
      own.tokens.lowerBound < other.tokens.lowerBound ? (own, other) : (other, own)
    let gap = first.tokens.upperBound..<max(first.tokens.upperBound, second.tokens.lowerBound)
    guard (1...2).contains(gap.count), document.tokens[gap.lowerBound].cues.contains(.and) else {
      return false
    }
    let start = first.tokens.lowerBound
    return (max(0, start - 2)..<start).contains { at in
      ClaimReader.moneyOf.contains { document.begins(document.tokens[at], with: $0) }
    }
  }

  private static let moneyOf: [StaticString] = [
    "кошт", "Кошт", "грош", "средств", "деньг", "financed", "funded", "paid",
  ]

  /// «Їх закуповує Фонд за рахунок внеску Норвегії»: who buys, beside the payer of the same sentence.
  func takeBuyers(in sentence: Int, _ draft: inout Draft) {
    for party in parties(in: sentence) where party.part == .payer && party.rule == "D2" {
      let name = document.names[party.name]
      guard !name.isStranger, !isPublic(name.id), !draft.donors.contains(name.id),
        let body = facts.body(name.id), body.kind == .multilateral || isAgency(name.id),
        buys(max(0, name.tokens.lowerBound - 3)..<(name.tokens.upperBound + 3))
      else { continue }
      enter(
        Party(name: party.name, part: .worker, rule: "I10", sentence: sentence), name, &draft)
    }
  }

  /// Whether a worker is one that the money goes through: «Німеччина через KfW».
  private func isChannel(_ id: Int32, _ draft: Draft) -> Bool {
    draft.evidence.contains { proof in
      proof.field == .implementers && organisation(at: proof.tokens) == id
        && (max(0, proof.tokens.lowerBound - 5)..<proof.tokens.lowerBound).contains {
          ClaimReader.channels.contains(document.tokens[$0].hash)
        }
    }
  }

  private static let channels = WordSet(
    "через посередництва посередництвом through via посредничестве"
  )

  /// «коштом обласного бюджету та уряду Нідерландів»: public money that is listed beside a foreign payer pays with it.
  private func joinedBudgets(_ draft: Draft) -> [Int32] {
    let proofs = draft.evidence.filter { $0.field == .donors }
    guard proofs.count > 1 else { return [] }
    var result: [Int32] = []
    for proof in proofs {
      guard let own = organisation(at: proof.tokens), isPublic(own) else { continue }
      if proof.rule == "D17" || proofs.contains(where: { $0.rule == "D17" }) {
        result.append(budget(own))
        continue
      }
      if givesTogether(proof, proofs) {
        result.append(budget(own))
        continue
      }
      guard
        facts.body(own)?.kind == .stateBudget,
        document.tokens[proof.tokens.lowerBound].cues.isDisjoint(with: [.council, .government])
      else { continue }
      let isListed = proofs.contains { other in
        guard other.rule == proof.rule || ["D2", "D3", "D9"].contains(proof.rule),
          isRival(other.tokens)
        else { return false }
        let gap =
          other.tokens.upperBound <= proof.tokens.lowerBound
          ? other.tokens.upperBound..<proof.tokens.lowerBound
          : proof.tokens.upperBound..<max(proof.tokens.upperBound, other.tokens.lowerBound)
        return gap.count <= 9 && (gap.count <= 4 || other.rule == proof.rule)
          && gap.contains {
            document.tokens[$0].cues.contains(.and) || document.tokens[$0].mark == Mark.comma
          }
      }
      if isListed { result.append(budget(own)) }
    }
    return result
  }

  /// Whether somebody with other than public money is named at a range of tokens.
  private func isRival(_ tokens: Range<Int>) -> Bool {
    names(.organisation, in: tokens.lowerBound..<(tokens.lowerBound + 1)).contains {
      $0.tokens == tokens && ($0.isStranger ? !document.isFirm($0) : !isPublic($0.id))
    }
  }

  /// «Кабмін та ЄС дали 30 млн»: two subjects of one verb of paying, whatever body of the state the one is.
  private func givesTogether(_ own: Draft.Proof, _ proofs: [Draft.Proof]) -> Bool {
    guard own.rule == "D2" else { return false }
    return proofs.contains { other in
      guard other.rule == "D2", isRival(other.tokens) else { return false }
      let (first, last) =
        own.tokens.lowerBound < other.tokens.lowerBound ? (own, other) : (other, own)
      let joint = first.tokens.upperBound
      return last.tokens.lowerBound - joint == 1 && document.tokens[joint].cues.contains(.and)
        && ClaimReader.theyGive.contains(document.tokens[last.tokens.upperBound].hash)
    }
  }

  /// «ЮНІСЕФ і місто разом оплатили»: an agency that is said to pay along with public money.
  private func paysTogether(_ id: Int32, _ draft: Draft) -> Bool {
    let proofs = draft.evidence.filter { $0.field == .donors && $0.rule == "D2" }
    guard proofs.count == 2, facts.body(id)?.kind == .un,
      proofs.contains(where: { organisation(at: $0.tokens) == id }),
      proofs.contains(where: { organisation(at: $0.tokens).map(isPublic) == true })
    else { return false }
    let joint = proofs[0].tokens.upperBound
    let end = proofs[1].tokens.upperBound
    return proofs[1].tokens.lowerBound - joint == 1 && document.tokens[joint].cues.contains(.and)
      && (end..<min(document.tokens.count, end + 2)).contains {
        ClaimReader.theyGive.contains(document.tokens[$0].hash)
      }
  }

  private static let theyGive = WordSet(
    """
    дали дадуть надали нададуть виділили виділять спрямували профінансували профінансують оплатили оплатять вклали \
    вкладуть дадут предоставили выделили выделят профинансировали вложили gave give paid spent
    """)

  /// The known organisation named at a range of tokens.
  func organisation(at tokens: Range<Int>) -> Int32? {
    names(.organisation, in: tokens.lowerBound..<(tokens.lowerBound + 1)).first {
      !$0.isStranger && $0.tokens == tokens
    }?.id
  }

  /// The budget a public body's payment comes from.
  private func budget(_ id: Int32) -> Int32 { facts.body(id)?.payer ?? id }

  private func isBudget(_ id: Int32) -> Bool {
    id == budgets.state || id == budgets.city || id == budgets.oblast || id == budgets.cabinet
      || facts.body(id)?.kind == .city
  }

  /// «витратить їх КМДА»: a town's administration that spends the money of another.
  private func isEntrusted(_ id: Int32, _ draft: Draft) -> Bool {
    guard facts.body(id)?.kind == .city else { return false }
    return draft.evidence.contains {
      $0.field == .implementers && $0.rule == "I1" && organisation(at: $0.tokens) == id
    }
  }

  func isPublic(_ id: Int32) -> Bool { facts.body(id)?.isPublic ?? false }

  /// Agencies that mostly spend the money of others.
  func isAgency(_ id: Int32) -> Bool { facts.body(id)?.isAgency ?? false }

  private func isBank(_ id: Int32) -> Bool {
    guard let body = facts.body(id) else { return false }
    return body.role != .implementer && body.kind != .un && body.kind != .multilateral
      && !body.isUkrainian
  }

  private func sameCountry(_ left: Int32, _ right: Int32) -> Bool {
    guard let a = facts.body(left)?.country, let b = facts.body(right)?.country else {
      return false
    }
    return a == b && a != 0
  }

  /// An institution is preferred to its country, unless the text has the country pay through it.
  func preferInstitutions(_ draft: inout Draft) {
    let through = draft.evidence.contains { $0.field == .implementers && $0.rule == "I1" }
    guard !through, draft.donors.count > 1 else { return }
    let institutions = draft.donors.filter {
      !isCountry($0)
    }
    draft.donors.removeAll { country in
      isCountry(country)
        && institutions.contains {
          $0 != country && !isCountry($0) && sameCountry($0, country)
            && facts.body($0)?.kind == .government
        }
    }
  }

  private func isCountry(_ id: Int32) -> Bool { facts.body(id)?.isCountry ?? false }

  /// «Швеція дає 230 млн. Їх отримають: ЮНІСЕФ — 65 млн»: an agency in a list of who gets another's money.
  func isReceiver(_ name: Name, _ draft: Draft) -> Bool {
    guard document.sentences[draft.sentence].isBullet, !name.isStranger,
      let body = facts.body(name.id), body.kind == .un || body.kind == .ngo
    else { return false }
    var head = draft.sentence - 1
    while head > 0, document.sentences[head].isBullet { head -= 1 }
    guard head >= 0 else { return false }
    let near = max(0, head - 2)...head
    return near.contains { document.cuesOf[$0].contains(.receive) }
      && near.contains { sentence in
        parties(in: sentence).contains {
          $0.part == .payer && !isAgency(id(of: $0))
            || $0.part != .masked && facts.body(id(of: $0))?.isCountry == true
        }
      }
  }
}
