import FundingCore

/// Givers in lists, each with what came from it and no verb.
extension ClaimReader {
  /// «• ЮНІСЕФ — насоси», "• UNICEF: two pumps" below a line that speaks of gifts, partners or who helped.
  func listedGiver(_ index: Int) -> Party? {
    let sentence = document.sentences[index]
    guard sentence.isBullet, document.sums(in: index).isEmpty, let head = listHead(index),
      index - head < 20, tellsOfGifts(head, index),
      let first = parties(in: index).first, first.part == .weak || first.rule == "M5"
    else { return nil }
    let name = document.names[first.name]
    let end = name.tokens.upperBound
    guard name.tokens.lowerBound - sentence.tokens.lowerBound <= 3,
      let joint = (end..<min(end + 3, sentence.tokens.upperBound)).first(where: {
        document.tokens[$0].mark != Mark.quote && document.tokens[$0].mark != Mark.close
      }), joint + 1 < sentence.tokens.upperBound,
      isGiver(first) || isAgency(first)
    else { return nil }
    let token = document.tokens[joint]
    guard token.mark == Mark.colon || token.mark == Mark.dash && token.flags.contains(.spaced)
    else { return nil }
    return Party(name: first.name, part: .payer, rule: "D12", sentence: index)
  }

  /// Whether the line above a list speaks of gifts, or another item of it states a sum beside its giver.
  private func tellsOfGifts(_ head: Int, _ index: Int) -> Bool {
    let tokens = document.sentences[head].tokens
    let all = cues(tokens)
    guard all.isDisjoint(with: [.need, .damage, .wish, .ask, .receive]) else { return false }
    return !all.isDisjoint(with: [.give, .grant, .thanks])
      || tokens.contains { ClaimReader.giftWords.contains(document.tokens[$0].hash) }
  }

  /// «Виконком затвердив рішення комісії», «рада затвердила договір про позику»: a paper is approved, no money.
  func approvesPaper(_ party: Party, _ sentence: Sentence) -> Bool {
    guard isPublic(id(of: party)) else { return false }
    return clause(of: party, sentence).dropLast().contains { at in
      ClaimReader.consentVerbs.contains { document.begins(document.tokens[at], with: $0) }
        && (at + 1..<min(sentence.tokens.upperBound, at + 3)).contains {
          ClaimReader.papersOfOthers.contains(document.tokens[$0].hash)
        }
    }
  }

  private static let consentVerbs: [StaticString] = [
    "затверд", "погод", "схвал", "утверд", "одобр", "approv", "ratif",
  ]
  private static let papersOfOthers = WordSet(
    """
    рішення договір угоду позику кредит протокол список перелік решение договор соглашение заём заем кредит протокол \
    список перечень decision agreement contract loan list
    """)

  private static let giftWords = WordSet(
    """
    партнери партнерів партнерами партнерам донори донорів донорами донорам внески внесок внесків дари дарунки подарунки \
    пожертви благодійники меценати допомога допомоги партнеры партнеров партнерами доноры доноров донорами взносы вклад \
    дары подарки пожертвования благотворители помощь помощи partners donors contributions contribution gifts donations \
    benefactors givers help aid
    """)

  /// How far it is: by a word that says so, by the line above a list, by the form of a verb, or by how the payer is told.
  func stateOf(
    _ index: Int, _ sentence: Sentence, _ words: Range<Int>, _ payers: [Party], _ doers: [Party]
  ) -> (Status, Int?, RuleID)? {
    let told: (Status, Int?, RuleID)? =
      status(in: sentence.tokens, anchor: anchor(payers.first ?? doers[0])) ?? listStatus(index)
      ?? tense(sentence)
    if let told { return told }
    guard let rule = payers.first?.rule else { return present(in: words) }
    if rule == "D1" { return (.ongoing, nil, "T5") }
    if rule == "D3", document.sentences[index].isBullet, isDelivery(words) {
      return (.completed, nil, "T4")
    }
    if rule == "D7" || rule == "D3" && hasCome(sentence.tokens) { return (.completed, nil, "T4") }
    return present(in: words) ?? (rule == "D12" ? (.completed, nil, "T4") : nil)
  }

  /// «Павлоград: вісім генераторів від УВКБ ООН»: things and whom they are from, with no verb at all.
  private func isDelivery(_ words: Range<Int>) -> Bool {
    let all = cues(words)
    return all.contains(.goods)
      && all.isDisjoint(with: [
        .give, .receive, .planned, .wish, .need, .ask, .work, .works, .done, .ongoing,
      ])
  }

  /// «Німеччина через банк KfW — 13 млн»: the dash behind whom the money goes through.
  func jointBehindChannel(_ gap: Range<Int>) -> Int? {
    guard let first = gap.first, PartyReader.across.contains(document.tokens[first].hash) else {
      return nil
    }
    return gap.first {
      let token = document.tokens[$0]
      return token.kind == .mark && token.mark != Mark.quote
        && (token.mark != Mark.dash || token.flags.contains(.spaced))
    }
  }

  /// «за рахунок державної субвенції з обласним співфінансуванням»: two budgets side by side.
  func sharesCost(_ party: Party, _ other: Party) -> Bool {
    guard isPublic(id(of: party)), isPublic(id(of: other)) else { return false }
    let (left, right) = (document.names[party.name].tokens, document.names[other.name].tokens)
    let gap =
      left.upperBound <= right.lowerBound
      ? right.lowerBound - left.upperBound : left.lowerBound - right.upperBound
    return gap >= 0 && gap <= 2
  }

  /// "rebuilt at its own expense with support from the Cabinet": public bodies that only support what another pays for.
  func dropSupporters(_ draft: inout Draft) {
    guard draft.donors.count > 1, draft.donors.contains(where: isPublic) else { return }
    let proofs = draft.evidence.filter { $0.field == .donors }
    guard proofs.contains(where: { $0.rule == "D9" || $0.rule == "D2" }) else { return }
    for proof in proofs where proof.rule == "D1" {
      let before = max(0, proof.tokens.lowerBound - 4)..<proof.tokens.lowerBound
      guard before.contains(where: { ClaimReader.supports.contains(document.tokens[$0].hash) }),
        !before.contains(where: {
          !document.tokens[$0].cues.isDisjoint(with: [.fund, .grant, .loan])
            && !ClaimReader.supports.contains(document.tokens[$0].hash)
        }),
        let name = names(.organisation, in: proof.tokens.lowerBound..<(proof.tokens.lowerBound + 1))
          .first(where: { $0.tokens == proof.tokens && !$0.isStranger }),
        isPublic(name.id), draft.donors.count > 1
      else { continue }
      let payer = facts.body(name.id)?.payer ?? name.id
      draft.donors.removeAll { $0 == name.id || $0 == payer }
    }
  }

  private static let supports = WordSet(
    """
    підтримки підтримкою підтримці підтримку сприяння сприянням поддержке поддержки поддержкой содействии support backing \
    help assistance
    """)
}
