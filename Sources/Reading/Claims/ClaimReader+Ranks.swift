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
}
