import FundingCore

/// Payers behind an agency that was found alone, and those that stand there without a cue.
extension ClaimReader {
  /// An agency alone was found: whoever pays for its work in the sentences around is the payer.
  func takeSponsors(_ draft: inout Draft) {
    if paysItself(draft) { return }
    if takeGovernment(&draft) { return }
    let near = draft.statements.flatMap {
      Array(max(0, $0 - 3)..<min(document.sentences.count, $0 + 3))
    }
    for sentence in near
    where
      (sentence == 0 || !hasOwnSum(sentence) || draft.statements.contains(sentence)
      || tellsWhence(sentence, draft))
      && !(document.sentences[sentence].isBullet && document.sentences[draft.sentence].isBullet
        && !draft.statements.contains(sentence))
      && (sentence >= draft.sentence || sentence == 0 || !turnsToAnother(draft.sentence))
      && (sentence <= draft.sentence || !opensBackground(sentence))
    {
      for party in parties(in: sentence)
      where party.part == .payer && !isBesideAgency(party, draft)
        && !givesMore(party, draft)
      {
        let name = document.names[party.name]
        guard !name.isStranger, !isAgency(name.id), !isAllocator([name.id]) else { continue }
        draft.workers.append(
          contentsOf: draft.donors.filter { isAgency($0) && !draft.workers.contains($0) })
        draft.donors.removeAll(where: isAgency)
        enter(Party(name: party.name, part: .payer, rule: "D4", sentence: sentence), name, &draft)
        take(
          .worker,
          in: name.tokens
            .upperBound..<min(
              document.sentences[sentence].tokens.upperBound, name.tokens.upperBound + 4), &draft)
      }
      if !draft.donors.allSatisfy(isAgency) { return }
    }
  }

  /// «Укрзалізниця» витратила 40 млн, ще 15 млн дав Каунас»: who gives another sum in the same sentence.
  private func givesMore(_ party: Party, _ draft: Draft) -> Bool {
    guard draft.sum >= 0, draft.statements.contains(party.sentence) else { return false }
    let at = document.names[party.name].tokens.lowerBound
    return document.sums(in: party.sentence).contains {
      $0 != draft.sum && document.segments[$0].contains(at)
        && !draft.segments.contains(document.segments[$0])
        && cues(document.segments[$0]).contains(.more)
    }
  }

  /// «Раніше Швеція подарувала насос»: of another time.
  private func opensBackground(_ sentence: Int) -> Bool {
    cues(document.sentences[sentence].tokens.prefix(2)).contains(.background)
      || turnsToAnother(sentence)
  }

  /// "The funds come from Italy, which gave more": right behind the sum.
  private func tellsWhence(_ sentence: Int, _ draft: Draft) -> Bool {
    draft.statements.contains(sentence - 1)
      && cues(document.sentences[sentence].tokens.prefix(2)).contains(.fund)
  }

  /// "NRC and UNHCR pay winter cash": who pays in one list with the agency is not its payer.
  private func isBesideAgency(_ party: Party, _ draft: Draft) -> Bool {
    guard party.rule == "D2" else { return false }
    let own = document.names[party.name].tokens
    return parties(in: party.sentence).contains { other in
      let name = document.names[other.name]
      guard other.part == .payer, other.rule == "D2", !name.isStranger,
        draft.donors.contains(name.id)
      else { return false }
      let gap =
        name.tokens.upperBound <= own.lowerBound
        ? own.lowerBound - name.tokens.upperBound : name.tokens.lowerBound - own.upperBound
      return gap >= 0 && gap <= 2
    }
  }

  /// «Німеччина передала техніку… Раніше THW привезло»: the government whose agency it is pays, where the article says
  /// that it does.
  private func takeGovernment(_ draft: inout Draft) -> Bool {
    guard draft.donors.count == 1, let agency = draft.donors.first, let body = facts.body(agency),
      body.kind == .government, body.country != 0,
      let government = standIns.payingGovernment(of: body.country)
    else { return false }
    draft.workers.appendNew(agency)
    draft.donors.removeAll()
    enter(
      Party(name: government.name, part: .payer, rule: "D4", sentence: government.sentence),
      document.names[government.name], &draft)
    return true
  }

  /// «Внесок надходить через UNITED24»: a payer that the sum's own sentence only sends money through, with another
  /// payer told right before.
  func takeBehindChannel(_ draft: inout Draft) {
    guard draft.donors.count == 1, let channel = draft.donors.first, draft.workers.contains(channel)
    else { return }
    for statement in draft.statements {
      let before = statement - 1
      guard before >= 0, !hasOwnSum(before), document.sentences[before].part == .text,
        parties(in: statement).contains(where: {
          $0.part == .worker && $0.rule == "I1" && id(of: $0) == channel
        })
      else { continue }
      for party in parties(in: before) where party.part == .payer && party.rule == "D1" {
        let other = id(of: party)
        guard other != channel, !isAllocator([other]) else { continue }
        draft.donors.removeAll { $0 == channel }
        enter(
          Party(name: party.name, part: .payer, rule: "D4", sentence: before),
          document.names[party.name], &draft)
      }
    }
  }

  /// «ще 1 млн зібрали мешканці», "residents raised the rest": givers whom no name tells, in the sum's own clause.
  func othersPay(_ draft: Draft) -> Bool {
    guard draft.donors.isEmpty, let segment = draft.segments.first else { return false }
    return segment.contains { at in
      if isUnknownGiver(at, segment) || isUnnamedPartner(at, segment) { return true }
      guard ClaimReader.folk.contains(document.tokens[at].hash) else { return false }
      let isLatin = document.tokens[at].flags.contains(.latin)
      let near =
        isLatin
        ? at + 1..<min(segment.upperBound, at + 3) : max(segment.lowerBound, at - 2)..<at
      return near.lowerBound < near.upperBound
        && !cues(near).isDisjoint(with: [.give, .raised, .arrived])
    }
  }

  /// «від міжнародних партнерів — 48 млн», "from donors": some, and not those named before.
  private func isUnnamedPartner(_ at: Int, _ segment: Range<Int>) -> Bool {
    guard ClaimReader.partners.contains(document.tokens[at].hash) else { return false }
    // «Серед донорів — Німеччина»: told right behind.
    let next = Int(document.sentenceOf[at]) + 1
    if document.sentences.indices.contains(next), !hasOwnSum(next),
      let first = document.sentences[next].tokens.first,
      ClaimReader.amongs.contains(document.tokens[first].hash)
    {
      return false
    }
    return (max(segment.lowerBound, at - 2)..<at).contains {
      ClaimReader.giverWords.contains(document.tokens[$0].hash)
    }
  }

  private static let partners = WordSet(
    "партнерів донорів благодійників партнеров доноров благотворителей partners donors")
  private static let amongs = WordSet("серед зокрема це среди among including these")
  private static let giverWords = WordSet("від от from")

  /// «14 млн виділив УЄФА»: an abbreviation that the tables do not know, right behind a verb of giving.
  private func isUnknownGiver(_ at: Int, _ segment: Range<Int>) -> Bool {
    let token = document.tokens[at]
    guard at > segment.lowerBound, token.flags.contains([.allCapitals, .cyrillic]),
      token.end - token.start > 4, document.tokens[at - 1].cues.contains(.give),
      PartyReader.pasts.contains(where: { document.ends(document.tokens[at - 1], with: $0) })
    else { return false }
    return !document.names(from: at).prefix(2).contains {
      document.names[$0].tokens.lowerBound == at
    }
  }

  private static let folk = WordSet(
    "волонтери благодійники волонтеры благотворители volunteers мешканці жителі батьки підприємці меценати небайдужі співвласники містяни родини жители родители предприниматели меценаты жильцы горожане residents parents locals businesses entrepreneurs owners townspeople"
  )
  /// The only organisation that could pay, without a cue.
  func takeWeak(_ draft: inout Draft) {
    if thanksDonor(draft) { takeThanked(&draft) }
    if !draft.donors.isEmpty { return }
    for sentence in draft.statements {
      let here = parties(in: sentence)
      func isWeak(_ party: Party) -> Bool {
        (party.part == .weak || party.part == .doer) && mayPay(document.names[party.name])
          && !isTownAbroad(document.names[party.name])
      }
      if let one = here.first(where: isWeak),
        here.allSatisfy({
          document.names[$0.name].id == document.names[one.name].id || !isWeak($0)
        })
      {
        enter(
          Party(name: one.name, part: .weak, rule: "D5", sentence: sentence),
          document.names[one.name], &draft)
        return
      }
    }
    takeThanked(&draft)
    if !draft.donors.isEmpty { return }
    if !standIns.hasPayer { takeBuyer(&draft) }
    if let one = standIns.solePayer, isOpen(one, to: draft),
      !draft.statements.contains(where: turnsToAnother)
    {
      enter(
        Party(name: one.name, part: .weak, rule: "D5", sentence: one.sentence),
        document.names[one.name], &draft)
    }
  }

  /// «Завдяки Данії»: whoever is thanked for it, with nobody else to pay.
  private func takeThanked(_ draft: inout Draft) {
    for sentence in draft.statements where draft.donors.isEmpty {
      for party in parties(in: sentence) where party.part == .partner && party.rule == "D7" {
        let name = document.names[party.name]
        if name.isStranger || mayPay(name) { enter(pays(party), name, &draft) }
      }
    }
  }

  /// «подякував Данії за гроші і ЮНОПС за роботу»: of those thanked one is a payer.
  private func thanksDonor(_ draft: Draft) -> Bool {
    draft.statements.contains { sentence in
      parties(in: sentence).contains {
        $0.part == .partner && $0.rule == "D7" && facts.body(id(of: $0))?.isCountry == true
      }
    }
  }

  /// "pumps from Rotterdam": a town abroad may be where things come from.
  private func isTownAbroad(_ name: Name) -> Bool {
    guard let body = facts.body(name.id) else { return false }
    return body.kind == .city && !body.isUkrainian
  }

  private func pays(_ party: Party) -> Party {
    Party(name: party.name, part: .weak, rule: party.rule, sentence: party.sentence)
  }

  /// Whether a payer told elsewhere may stand for a claim: not one that pays for something else in another paragraph.
  private func isOpen(_ party: Party, to draft: Draft) -> Bool {
    let sentence = document.sentences[party.sentence]
    if sentence.isBullet, document.sentences[draft.sentence].isBullet, hasOwnSum(party.sentence) {
      return false
    }
    if let last = draft.statements.last, party.sentence > last, draft.sum >= 0,
      document.sentences[last].part == .text,
      startsProject(party.sentence, behind: last, draft)
    {
      return false
    }
    return sentence.part == .title || !hasOwnSum(party.sentence)
      || sentence.paragraph == document.sentences[draft.sentence].paragraph
  }

  /// A council that invites bids, with nobody else to pay.
  private func takeBuyer(_ draft: inout Draft) {
    let own = draft.statements.reduce(into: Cues()) {
      $0.formUnion(cues(document.sentences[$1].tokens))
    }
    guard !own.isDisjoint(with: [.tender, .cost, .bid, .works, .change]) else { return }
    guard document.allCues.contains(.tender), let council = standIns.buyer else { return }
    enter(
      Party(name: council.name, part: .weak, rule: "D14", sentence: council.sentence),
      document.names[council.name], &draft)
  }

  /// «хто їх дав, не уточнюють», "who pays has not been said": what the text says nobody tells, no rule guesses.
  func hidesPayer(_ sentence: Int) -> Bool {
    for at in [sentence, sentence + 1] where document.sentences.indices.contains(at) {
      let tokens = document.sentences[at].tokens
      guard at == sentence || !hasOwnSum(at),
        let who = tokens.first(where: { ClaimReader.who.contains(document.tokens[$0].hash) }),
        at == sentence || who <= tokens.lowerBound + 1,
        !cues(who..<min(tokens.upperBound, who + 4)).isDisjoint(with: [.give, .payerFollows])
      else { continue }
      if (who..<tokens.upperBound).contains(where: {
        ClaimReader.denials.contains(document.tokens[$0].hash)
      }) {
        return true
      }
    }
    return false
  }

  private static let who = WordSet("хто кто who")
  private static let denials = WordSet("не not nobody never невідомо неизвестно unclear unknown")

  /// «3 млн місто візьме в кредит, а 900 тис. додасть Швеція»: a comma and a contrast behind a half with a verb of its own.
  private func isTurn(_ at: Int, after own: Range<Int>) -> Bool {
    document.tokens[at].mark == Mark.comma
      && ClaimReader.contrasts.contains(document.tokens[at + 1].hash)
      && !cues(own.lowerBound..<at).isDisjoint(with: [.give, .receive, .loan])
  }

  /// "€5 million, of which €0.3 million was donated by Taiwan", «28 млн; там 3 млн додасть рада»: who pays another sum of
  /// the sentence, a part of this one or behind a semicolon.
  func isOfOtherSum(_ party: Party, _ draft: Draft) -> Bool {
    guard draft.sum >= 0, draft.statements.contains(party.sentence) else { return false }
    let name = document.names[party.name]
    let at = name.tokens.lowerBound
    if document.sums(in: party.sentence).contains(where: {
      $0 != draft.sum && document.sums[$0].role == .funding && document.sums[$0].restates < 0
        && isBehind($0, name, draft)
    }) {
      return true
    }
    guard !draft.segments.contains(where: { $0.contains(at) }) else { return false }
    return document.sums(in: party.sentence).contains { sum in
      guard sum != draft.sum, document.sums[sum].restates < 0,
        document.segments[sum].contains(at), let own = draft.segments.first
      else { return false }
      let other = document.segments[sum]
      let behind = document.tokens[document.names[party.name].tokens.upperBound]
      if behind.mark == Mark.dash, behind.flags.contains(.spaced),
        at < document.sums[sum].core.lowerBound
      {
        return true
      }
      let before = max(other.lowerBound, document.sums[sum].tokens.lowerBound - 4)
      if cues(before..<document.sums[sum].tokens.lowerBound).contains(.partOf) { return true }
      guard own.lowerBound < other.lowerBound else { return false }
      return (own.lowerBound..<at).contains {
        document.tokens[$0].mark == Mark.semicolon || isTurn($0, after: own)
      }
    }
  }
}
