import FundingCore

/// Who carries the work out beside a payer, told outside the words of the sum.
extension ClaimReader {
  /// «Роботи виконує ЮНОПС», "The works were managed by": the next sentence of the paragraph, if it is about the works.
  private func takeManagers(_ draft: inout Draft) {
    for sentence in draft.following where spends(sentence, draft) {
      take(.worker, in: document.sentences[sentence].tokens, &draft)
      takeAgencies(in: sentence, &draft)
    }
    for statement in draft.statements {
      guard let next = openSentence(behind: statement) else {
        if !draft.donors.isEmpty, draft.workers.isEmpty, !draft.donors.allSatisfy(isPublic),
          let works = worksSentence(behind: statement)
        {
          take(.worker, in: document.sentences[works].tokens, &draft)
          takeStateAgency(in: works, &draft)
        }
        continue
      }
      if speaksOfOthers(next) { continue }
      let opening = cues(document.sentences[next].tokens.prefix(4))
      if spends(next, draft) {
        take(.worker, in: document.sentences[next].tokens, &draft)
        takeAgencies(in: next, &draft)
      }
      guard
        !opening.isDisjoint(with: [.works, .work, .programme, .workerFollows])
          || parties(in: next).allSatisfy({
            $0.part != .payer || draft.donors.contains(id(of: $0))
          })
      else { continue }
      take(.worker, in: document.sentences[next].tokens, &draft)
      takeStateAgency(in: next, &draft)
      if draft.workers.isEmpty,
        parties(in: next).contains(where: {
          $0.part == .payer && draft.donors.contains(id(of: $0))
        })
      {
        takeCrew(next, &draft)
      }
      if !cues(document.sentences[next].tokens.prefix(2)).isDisjoint(with: [.works, .programme]) {
        takeAgencies(in: next, &draft)
      }
    }
    takeOrderer(&draft)
  }

  /// "Lithuania paid; the Central Project Management Agency ran the works": an agency of the state that pays.
  private func takeStateAgency(in sentence: Int, _ draft: inout Draft) {
    for party in parties(in: sentence) where party.part == .doer {
      guard let body = facts.body(id(of: party)), body.kind == .government, !body.isCountry,
        !body.isUkrainian, body.role != .donor,
        draft.donors.contains(where: { facts.body($0)?.country == body.country })
      else { continue }
      enter(
        Party(name: party.name, part: .worker, rule: "I12", sentence: sentence),
        document.names[party.name], &draft)
    }
  }

  /// «Замовником буде Служба відновлення»: a sentence of its own in the paragraph that says who orders the works.
  private func takeOrderer(_ draft: inout Draft) {
    guard let last = draft.statements.last, document.sentences[last].part == .text,
      let next = openSentence(behind: last),
      let second = openSentence(behind: next) ?? worksSentence(behind: next),
      document.tokens[document.sentences[second].tokens.lowerBound].cues.contains(.workerFollows)
    else { return }
    take(.worker, in: document.sentences[second].tokens, &draft)
  }

  /// "It amounts to …", «Грант становить…»: what the sentence before says of who spends it.
  private func takeSpenders(_ draft: inout Draft) {
    for statement in draft.statements {
      guard let before = openSentence(before: statement) else { continue }
      let tokens = document.sentences[statement].tokens
      if !cues(tokens.prefix(2)).isDisjoint(with: [.this, .grant, .loan, .fund])
        || speaksOfThatWork(statement)
      {
        take(.worker, in: document.sentences[before].tokens, &draft)
      }
      if tellsItsCost(tokens) {
        take(.worker, in: document.sentences[before].tokens, &draft)
        takeAgencies(in: before, &draft)
      }
      if draft.workers.isEmpty,
        opensWithCost(tokens) || opensWithThem(tokens) || opensWithSum(tokens)
      {
        takeCrew(before, &draft)
      }
      // «ПРООН встановила панелі. Проєкт вартістю 2 млн фінансує Чехія».
      let opening = cues(tokens.prefix(7))
      if opening.contains(.programme), !opening.contains(.more) {
        takeAgencies(in: before, &draft)
      }
    }
  }

  /// «Їх вартість — 1,2 млн», "Its cost was": of what the sentence before tells.
  private func tellsItsCost(_ tokens: Range<Int>) -> Bool {
    guard let first = tokens.first, tokens.count > 2 else { return false }
    return ClaimReader.its.contains(document.tokens[first].hash)
      && document.tokens[first + 1].cues.contains(.cost)
  }

  private static let its = WordSet("їх його її їхня їхній их его её ее its their")

  /// Agencies that install or hand over what another pays for, told in a sentence beside the money.
  private func takeAgencies(in sentence: Int, _ draft: inout Draft) {
    guard !draft.donors.isEmpty, !draft.donors.contains(where: isAgency),
      !draft.donors.allSatisfy(isPublic)
    else { return }
    for party in parties(in: sentence)
    where party.part == .doer || party.part == .payer && party.rule == "D2" {
      let name = document.names[party.name]
      guard !name.isStranger, isAgency(name.id), facts.body(name.id)?.kind != .company else {
        continue
      }
      enter(Party(name: party.name, part: .worker, rule: "I12", sentence: sentence), name, &draft)
    }
  }

  /// «На них ПРООН встановить», "With it UNDP will install", «кошти дала Чехія, роботи вела ПРООН».
  private func spends(_ sentence: Int, _ draft: Draft) -> Bool {
    let opening = document.sentences[sentence].tokens.prefix(4)
    guard let first = opening.first else { return false }
    if ClaimReader.spending.contains(document.tokens[first].hash), cues(opening).contains(.this) {
      return true
    }
    return cues(document.sentences[sentence].tokens).contains(.fund)
      && parties(in: sentence).contains {
        $0.part == .payer && draft.donors.contains(id(of: $0))
      }
  }

  private static let spending = WordSet("на за with using from")

  /// "put £38 million into that work", «на ці роботи».
  private func speaksOfThatWork(_ sentence: Int) -> Bool {
    document.sentences[sentence].tokens.dropLast().contains { at in
      document.tokens[at].cues.contains(.this)
        && ClaimReader.workWords.contains(document.tokens[at + 1].hash)
    }
  }

  private static let workWords = WordSet(
    "work works project projects effort роботи робіт роботу проєкт проєкти проєкту работы работу работ проект проекты"
  )

  /// "Its partner Rokada did the work": the partner of an agency that pays.
  private func takeLocalPartner(_ draft: inout Draft) {
    for statement in draft.statements {
      for sentence in [statement - 1, statement, statement + 1]
      where document.sentences.indices.contains(sentence)
        && document.sentences[sentence].paragraph == document.sentences[statement].paragraph
      {
        for party in parties(in: sentence) {
          let name = document.names[party.name]
          guard party.part != .payer, !name.isStranger, isAgency(name.id),
            facts.body(name.id)?.kind == .ngo, !draft.donors.contains(name.id)
          else { continue }
          let before = max(0, name.tokens.lowerBound - 6)..<name.tokens.lowerBound
          guard before.contains(where: { ClaimReader.partner.contains(document.tokens[$0].hash) })
          else { continue }
          enter(
            Party(name: party.name, part: .worker, rule: "I2", sentence: sentence), name, &draft)
        }
      }
    }
  }

  private static let partner = WordSet(
    "partner partners партнер партнера партнером партнери партнерська партнерською партнерський партнерский партнерская партнерской"
  )

  /// Agencies that worked beside the payers: named with them, thanked, or the subject of the article.
  func takePartners(_ draft: inout Draft) {
    takeManagers(&draft)
    takeSpenders(&draft)
    takeGeneral(&draft)
    if draft.donors.contains(where: isAgency) { takeLocalPartner(&draft) }
    takeGrantee(&draft)
    takeResponsible(&draft)
    takeCollector(&draft)
    takeDealBank(&draft)
    takeDisburser(&draft)
    takeHander(&draft)
    takeDoerBefore(&draft)
    takeBuilder(&draft)
    takeOnlyWorker(&draft)
    for list in 0..<2 {
      for sentence in list == 0 ? draft.statements : draft.following {
        let here = parties(in: sentence)
        guard here.contains(where: { $0.part == .worker || $0.part == .doer }) else { continue }
        for party in here where party.part == .partner && party.rule == "I2" {
          enter(party, document.names[party.name], &draft)
        }
      }
    }
    takeCompanions(&draft)
    guard !draft.workers.contains(where: isAgency), !draft.donors.contains(where: isAgency) else {
      return
    }
    takeElsewhere(&draft)
    takeCompanions(&draft)
  }

  /// «Усі роботи виконає CPVA», "All the projects will be carried out by": who works for every claim of the article.
  private func takeGeneral(_ draft: inout Draft) {
    if draft.donors.isEmpty || draft.donors.allSatisfy(isPublic) { return }
    for worker in standIns.general {
      enter(worker, document.names[worker.name], &draft)
    }
  }

  /// Agencies and authorities that other sentences name.
  private func takeElsewhere(_ draft: inout Draft) {
    // Who only orders works that nobody is said to pay for is no party.
    if draft.donors.isEmpty { return }
    for list in 0..<2 {
      for sentence in list == 0 ? draft.statements : draft.following {
        let buys = cues(document.sentences[sentence].tokens).contains(.tender)
        for party in parties(in: sentence)
        where (party.part == .recipient && !getsThings(draft) || buys && party.part == .weak)
          && (isAuthority(document.names[party.name])
            || party.part == .recipient && mayReceive(id(of: party))
              && !document.isFirm(document.names[party.name])
              && !draft.donors.contains(id(of: party)))
        {
          enter(
            Party(name: party.name, part: .worker, rule: "I4", sentence: sentence),
            document.names[party.name], &draft)
        }
      }
    }
    // Money of the town or the state alone is spent by them, unless the sum's own sentences say otherwise.
    if draft.donors.allSatisfy(isPublic), !document.cuesOf[draft.sentence].contains(.grant) {
      return
    }
    // «Раніше Бельгія дала мільйон на розмінування»: what is told whole needs no agency of the news at hand.
    let isPast = cues(document.sentences[draft.sentence].tokens.prefix(3)).contains(.background)
    if isPast || opensWithStage(draft.sentence), namesOwnPayer(draft) { return }
    if opensWithStage(draft.sentence, ClaimReader.formerStages) { return }
    if draft.donors.allSatisfy({ facts.body($0)?.kind == .company }) { return }
    if draft.sum < 0, givesItself(draft) { return }
    if let active = standIns.activeAgency(for: draft, self), !isOfOtherSum(active, draft),
      !document.sentences[active.sentence].isBullet || !document.sentences[draft.sentence].isBullet
        || draft.statements.contains(active.sentence)
    {
      enter(
        Party(name: active.name, part: .worker, rule: "I3", sentence: active.sentence),
        document.names[active.name], &draft)
      for party in parties(in: active.sentence)
      where party.part == .partner && party.rule == "I2" || isListed(party, active) {
        enter(party, document.names[party.name], &draft)
      }
    } else if let topic = standIns.topic(of: draft, self) {
      enter(
        Party(name: topic.name, part: .worker, rule: "I3", sentence: topic.sentence),
        document.names[topic.name], &draft)
    } else {
      takeCountryman(&draft)
    }
  }

  /// «ведуть ВПП, ФАО та FSD»: who works in one list with an agency.
  private func isListed(_ party: Party, _ active: Party) -> Bool {
    party.name != active.name && party.part == active.part && party.rule == active.rule
      && (party.part == .worker || party.part == .doer) && abs(party.name - active.name) < 8
      && isUsableAgency(party)
      && !parties.contains {
        $0.part == .payer && $0.rule == "D2" && id(of: $0) == id(of: party)
      }
  }

  /// «ЮНЕСКО отримала від Італії»: an agency or a bank that gets money works with it.
  private func mayReceive(_ id: Int32) -> Bool {
    guard let body = facts.body(id) else { return id < 0 }
    return body.kind == .un || body.kind == .ifi || body.kind == .ngo && body.role == .implementer
  }

  /// «ДСНС отримала дві машини від Польщі»: who gets things carries nothing out.
  private func getsThings(_ draft: Draft) -> Bool {
    draft.sum < 0
      && document.cuesOf[draft.sentence].isDisjoint(with: [.fund, .grant, .loan, .tranche])
  }

  /// «Два генератори подарував фонд «Маяк»»: a charity, a firm or an embassy that hands its gift over needs no agency told elsewhere.
  private func givesItself(_ draft: Draft) -> Bool {
    draft.evidence.allSatisfy { $0.field != .donors || $0.rule == "D2" || $0.rule == "D3" }
      && draft.donors.allSatisfy { id in
        guard let body = facts.body(id) else { return true }
        return [.ngo, .company, .city].contains(body.kind)
          || body.kind == .government && !body.isCountry
      }
  }

  /// «Німеччина передала техніку. Область підтримує THW»: the one agency of the paying country that the article names.
  private func takeCountryman(_ draft: inout Draft) {
    guard draft.workers.isEmpty, draft.donors.count == 1, let payer = draft.donors.first,
      let body = facts.body(payer), body.isCountry,
      let agency = standIns.countryman(of: body.country),
      abs(agency.sentence - draft.sentence) <= 4, isOpenWork(agency, to: draft)
    else { return }
    enter(
      Party(name: agency.name, part: .worker, rule: "I3", sentence: agency.sentence),
      document.names[agency.name], &draft)
  }

  /// An administration that gets the money to spend it.
  func isAuthority(_ name: Name) -> Bool {
    !name.isStranger && isMinistry(name.id)
  }
}
