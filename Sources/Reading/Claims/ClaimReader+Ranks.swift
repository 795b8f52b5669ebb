import FundingCore

/// An agency of the UN and a charity in one claim: the agency pays, the charity works.
extension ClaimReader {
  /// «УВКБ ООН надало фонду «Схід-SOS» 3 млн», «на замовлення ЮНІСЕФ «Рокада» ремонтує»: whichever way round they were found.
  func rankAgencies(_ draft: inout Draft) {
    let all = draft.donors + draft.workers
    guard all.count > 1, all.allSatisfy({ isUN($0) || isCharity($0, draft) }),
      all.contains(where: isUN), draft.donors.contains(where: { !isUN($0) }),
      !isJoint(draft)
    else { return }
    let charities = all.filter { !isUN($0) }
    draft.donors = all.filter(isUN)
    draft.workers = charities
  }

  /// «Проєкт «Екоклубу» профінансовано Канадою»: whose project it is, beside who is said to pay for it.
  func moveProjects(_ draft: inout Draft) {
    let proofs = draft.evidence.filter { $0.field == .donors }
    guard draft.donors.count > 1, proofs.contains(where: { $0.rule == "D1" }) else { return }
    for proof in proofs where proof.rule == "D8" {
      guard let name = names(.organisation, in: proof.tokens).first(where: { _ in true }),
        draft.donors.count > 1
      else { continue }
      let id = name.isStranger ? -1 - name.id : name.id
      let isWorker =
        name.isStranger
        ? !document.isFirm(name) : isAgency(id) || facts.body(id)?.kind == .ifi
      guard isWorker, draft.donors.contains(id),
        proofs.contains(where: { $0.rule == "D1" && isFundedBy($0.tokens) })
      else { continue }
      draft.donors.removeAll { $0 == id }
      draft.workers.appendNew(id)
    }
  }

  /// «профінансовано Канадою», "funded by Canada".
  private func isFundedBy(_ tokens: Range<Int>) -> Bool {
    (max(0, tokens.lowerBound - 3)..<tokens.lowerBound).contains { at in
      ClaimReader.fundings.contains { document.begins(document.tokens[at], with: $0) }
    }
  }

  private static let fundings: [StaticString] = [
    "профінансован", "профинансирован", "оплачен", "funded", "financed", "paid", "фінансується",
    "фінансуються", "финансируется", "финансируются",
  ]

  private func isUN(_ id: Int32) -> Bool { facts.body(id)?.kind == .un }

  /// A charity that mostly spends the money of others, whose own money nothing tells of.
  private func isCharity(_ id: Int32, _ draft: Draft) -> Bool {
    guard facts.body(id)?.kind == .ngo, isAgency(id) else { return false }
    return draft.evidence.allSatisfy { proof in
      proof.field != .donors || organisation(at: proof.tokens) != id
        || ["D2", "D4", "D5", "D6"].contains(proof.rule)
    }
  }

  /// "NRC and UNHCR pay": side by side as the subject of one verb.
  private func isJoint(_ draft: Draft) -> Bool {
    let proofs = draft.evidence.filter { $0.field == .donors && $0.rule == "D2" }
    return proofs.contains { one in
      proofs.contains {
        let gap = $0.tokens.lowerBound - one.tokens.upperBound
        return gap >= 0 && gap <= 2
      }
    }
  }

  /// «Фонд «Схід-SOS» отримав від УВКБ ООН 3 млн»: a charity that gets the money of an agency.
  func takeGrantee(_ draft: inout Draft) {
    guard draft.sum >= 0, draft.donors.contains(where: isUN) else { return }
    for statement in draft.statements {
      for party in parties(in: statement) where party.part == .recipient {
        let name = document.names[party.name]
        guard !draft.donors.contains(id(of: party)), !document.isFirm(name),
          name.isStranger || facts.body(name.id)?.kind == .ngo
        else { continue }
        enter(
          Party(name: party.name, part: .worker, rule: "I4", sentence: statement), name, &draft)
      }
    }
  }

  /// «Купив їх Фонд підтримки енергетики. Гроші внесли Нідерланди»: a fund for Ukraine spends what states pay into it.
  func takeFundSponsor(_ draft: inout Draft) {
    guard draft.donors.count == 1, let fund = draft.donors.first,
      let body = facts.body(fund), body.kind == .multilateral, body.isFund,
      let last = draft.statements.last
    else { return }
    for sentence in last + 1..<max(last + 1, min(document.sentences.count, last + 3))
    where !hasOwnSum(sentence) && goOn(sentence - 1, sentence)
      && beginsWithMoney(sentence)
    {
      for party in parties(in: sentence)
      where party.part == .payer && facts.body(id(of: party))?.isCountry == true {
        draft.donors = []
        draft.workers.appendNew(fund)
        enter(
          Party(name: party.name, part: .payer, rule: "D4", sentence: sentence),
          document.names[party.name], &draft)
        return
      }
    }
  }

  /// A charity of no table that spends a grant right beside its name, «Фонд «Крок» за рахунок гранту ЄС обладнав», or
  /// brings what others' money bought, "the charity delivered generators with funding from UNHCR".
  func charity(at tokens: Range<Int>, _ proofs: [Draft.Proof]) -> Int32? {
    names(.organisation, in: tokens.lowerBound..<(tokens.lowerBound + 1)).first {
      $0.isStranger && $0.tokens == tokens && !document.isFirm($0)
        && (cues(tokens.upperBound..<min(document.tokens.count, tokens.upperBound + 5))
          .contains(.payerFollows)
          || proofs.contains {
            $0.rule == "D1" && $0.tokens.lowerBound > tokens.upperBound && isMoneyOf($0.tokens)
          })
    }.map { -1 - $0.id }
  }

  /// "with funding from UNHCR", «за кошти УВКБ ООН»: whose money it is, no mere support.
  private func isMoneyOf(_ tokens: Range<Int>) -> Bool {
    (max(0, tokens.lowerBound - 3)..<tokens.lowerBound).contains {
      ClaimReader.moneyWords.contains(document.tokens[$0].hash)
    }
  }

  private static let moneyWords = WordSet(
    """
    кошти коштом гроші коштів грошей фінансування рахунок грант гранту гранта фінансуванням средства деньги средств     финансирование финансировании счет счёт funding funded money grant paid financed funds
    """)

  /// «громада витратила 4,6 млн грн обласної субвенції»: who spends the money of another budget.
  func dropSpenders(_ draft: inout Draft) {
    guard draft.sum >= 0, draft.donors.count == 2, draft.donors.allSatisfy(isPublic) else { return }
    let end = document.sums[draft.sum].tokens.upperBound
    let proofs = draft.evidence.filter { $0.field == .donors }
    guard
      let source = proofs.first(where: {
        $0.tokens.lowerBound >= end && $0.tokens.lowerBound <= end + 2
      }),
      let spender = proofs.first(where: { $0.rule == "D2" && $0.tokens.upperBound < end }),
      let other = organisation(at: spender.tokens), let own = organisation(at: source.tokens),
      other != own
    else { return }
    draft.donors.removeAll { $0 == other }
  }

  /// «через ЄБРР надано грант», with nobody else to pay: the bank does.
  func takeChannel(_ draft: inout Draft) {
    if isMoneyOfCountry(draft) { return }
    for segment in draft.segments {
      for sentence in sentences(over: segment) {
        for party in parties(in: sentence)
        where party.part == .worker && party.rule == "I1" || party.part == .partner {
          let name = document.names[party.name]
          guard segment.contains(name.tokens.lowerBound), !name.isStranger,
            facts.bodies[Int(name.id)].role == .donor,
            mayPay(name)
          else { continue }
          enter(Party(name: party.name, part: .payer, rule: "D8", sentence: sentence), name, &draft)
        }
      }
    }
  }

  /// The EU and its commission, which carry out nothing themselves.
  func isUnion(_ id: Int32) -> Bool {
    guard let body = facts.body(id) else { return false }
    return body.kind == .multilateral && body.role == .donor && !body.isFund
  }
}
