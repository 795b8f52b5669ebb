import FundingCore

/// Who paid for what an agency gives or builds without a sum.
extension ClaimReader {
  /// "The delivery was made possible by Norway": who pays for an agency's work, told in the next sentence or the one before.
  ///
  /// What an agency gives itself has another payer only where the next sentence says so.
  func addSponsors(_ index: Int, _ draft: inout Draft, isGift: Bool) {
    var around =
      isGift && document.sentences[index].part == .text ? [index + 1] : [index + 1, index - 1, 0]
    if document.sentences[index].part == .text {
      around.append(contentsOf: [index + 2, index + 3].filter { tellsPurchase($0, of: index) })
    }
    for near in around
    where document.sentences.indices.contains(near) && !hasOwnSum(near)
      && !(document.sentences[near].isBullet && document.sentences[index].isBullet)
    {
      let sponsors = parties(in: near).filter {
        $0.part == .payer && !document.names[$0.name].isStranger
          && !isDenied(clause(of: $0, document.sentences[near]))
          && !isAgency(document.names[$0.name].id) && !isPublic(document.names[$0.name].id)
      }
      // The thing given next is another gift, unless the sentence speaks of this one.
      let opening = cues(document.sentences[near].tokens.prefix(7))
      if isGift, near > index, !sponsors.contains(where: { $0.rule == "D1" }), !paysForThem(near),
        opening.isDisjoint(with: [.this, .goods, .fund, .pronoun, .programme, .grant, .works])
      {
        continue
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

  /// "Croatia and Sweden paid for them", «оплатила їх Данія»: what the sentence before names.
  private func paysForThem(_ sentence: Int) -> Bool {
    document.sentences[sentence].tokens.contains { at in
      ClaimReader.payingVerbs.contains(document.tokens[at].hash)
        && (max(0, at - 2)..<min(document.tokens.count, at + 3)).contains {
          ClaimReader.them.contains(document.tokens[$0].hash)
        }
    }
  }

  /// «від ЮНІСЕФ — насоси, від USAID — два генератори», "10 pumps from UNICEF and two generators from USAID": each giver with
  /// what came from it.
  func gifts(from payers: [Party], _ sentence: Sentence) -> [(words: Range<Int>, payers: [Party])]?
  {
    guard payers.count > 1, payers.count < 6 else { return nil }
    let names = payers.map { document.names[$0.name].tokens }
    let starts = names.compactMap { name in
      (max(sentence.tokens.lowerBound, name.lowerBound - 3)..<name.lowerBound).last {
        ClaimReader.givenBy.contains(document.tokens[$0].hash)
      }
    }
    guard starts.count == names.count, let first = starts.first else { return nil }
    let opening = sentence.tokens.lowerBound..<first
    let isBefore = cues(opening).contains(.goods)
    var result: [(words: Range<Int>, payers: [Party])] = []
    for index in names.indices {
      let words =
        isBefore
        ? (index > 0 ? names[index - 1].upperBound : opening.lowerBound)..<names[index].upperBound
        : starts[
          index]..<(index + 1 < starts.count ? starts[index + 1] : sentence.tokens.upperBound)
      guard words.lowerBound < words.upperBound, cues(words).contains(.goods) else { return nil }
      result.append((words, [payers[index]]))
    }
    return result
  }

  private static let givenBy = WordSet("від од from от")

  /// «Десять машин передав Брно, ще п'ять — Познань»: the verb is said once, each giver's gift is its own.
  func gapped(_ draft: Draft, _ index: Int) -> [Draft] {
    guard
      draft.evidence.contains(where: { $0.field == .donors && ["D1", "D2"].contains($0.rule) })
    else { return [] }
    var result: [Draft] = []
    for party in parties(in: index) where party.part == .weak {
      let name = document.names[party.name]
      let before = document.tokens[max(0, name.tokens.lowerBound - 1)]
      guard
        before.mark == Mark.dash && before.flags.contains(.spaced)
          && (document.tokens[name.tokens.upperBound].kind != .word
            || ClaimReader.schemes.contains(document.tokens[name.tokens.upperBound].hash))
          || opensGift(name), isGiver(party) || isAgency(party)
      else { continue }
      var one = draft
      one.donors = [id(of: party)]
      one.workers = []
      one.evidence.removeAll { $0.field == .donors || $0.field == .implementers }
      one.prove(.donors, name.tokens, "D13")
      result.append(one)
    }
    return result
  }

  /// «Генератори для лікарні — подарунок Фінляндії», "are a gift from the Finns": given, with no verb that says so.
  func present(in words: Range<Int>) -> (Status, Int?, RuleID)? {
    words.first { ClaimReader.presentNouns.contains(document.tokens[$0].hash) }
      .map { (.completed, $0, "T4") }
  }

  private static let presentNouns = WordSet(
    "подарунок подарунком подарунки дар даром подарок подарком подарки gift gifts present donation")

  /// «…, а ЮНІСЕФ — лабораторію», ", and UNICEF a laboratory": a giver with its own gift and no verb.
  func opensGift(_ name: Name) -> Bool {
    var (start, end) = (name.tokens.lowerBound - 1, name.tokens.upperBound)
    while start > 0,
      document.tokens[start].mark == Mark.quote || document.tokens[start].cues.contains(.fundName)
    {
      start -= 1
    }
    if document.tokens[end].mark == Mark.quote { end += 1 }
    let next = document.tokens[end]
    let isList = start > 1 && document.tokens[start].mark == Mark.comma
    let isJoined = start > 1 && document.tokens[start].cues.contains(.and)
    guard
      isList || isJoined
        || start > 1 && ClaimReader.contrasts.contains(document.tokens[start].hash)
          && document.tokens[start - 1].mark == Mark.comma
    else { return false }
    if next.mark == Mark.dash, next.flags.contains(.spaced) {
      return document.tokens[end + 1].kind != .number
    }
    if isList { return false }
    return ClaimReader.articles.contains(next.hash) && next.flags.contains(.latin)
  }

  private static let articles = WordSet("a an the two three four five six seven eight ten some")

  /// "The charity is fitting windows. Metinvest financed 1,500 of them": who was taken to pay for its own work has a payer.
  func joinPayer(_ draft: Draft, _ drafts: inout [Draft]) -> Bool {
    guard let last = drafts.last, last.sum < 0, last.donors.count == 1, last.workers.isEmpty,
      draft.sentence == last.sentence + 1, !draft.donors.contains(last.donors[0]),
      last.evidence.allSatisfy({ $0.field != .donors || $0.rule == "D6" }),
      draft.evidence.allSatisfy({
        $0.field != .donors || ["D1", "D2", "D3"].contains($0.rule)
      }),
      speaksOfThem(document.sentences[draft.sentence].tokens) || paysForThem(draft.sentence)
        || speaksOfSuch(draft.sentence)
        || opensWithWorks(draft.sentence)
    else { return false }
    let own = drafts.count - 1
    drafts[own].workers = last.donors
    drafts[own].donors = draft.donors
    for proof in draft.evidence where proof.field == .donors {
      drafts[own].prove(.donors, proof.tokens, "D4")
    }
    return true
  }

  /// "financed 1,500 such windows", «оплатив тисячу таких вікон».
  private func speaksOfSuch(_ sentence: Int) -> Bool {
    document.sentences[sentence].tokens.contains {
      ClaimReader.such.contains(document.tokens[$0].hash)
    }
  }

  private static let such = WordSet("such таких такі такие такими")

  /// «Роботи оплачує Швеція», "The money came from Sweden": of what the sentence before tells.
  private func opensWithWorks(_ sentence: Int) -> Bool {
    let opening = document.sentences[sentence].tokens.prefix(3)
    return cues(opening).contains(.fund)
      || opening.contains { ClaimReader.worksWords.contains(document.tokens[$0].hash) }
  }

  private static let worksWords = WordSet(
    """
    роботи ремонт будівництво проєкт проект відновлення допомогу работы строительство восстановление помощь works \
    work repairs project construction
    """)

  /// «Коштом програми рятують ліцей. Фонд «Сміливі» там уже розібрав покрівлю»: who works there with the money just told.
  func joinDoer(_ draft: Draft, _ drafts: inout [Draft]) -> Bool {
    if joinCountryman(draft, &drafts) || joinHander(draft, &drafts) || joinBuyer(draft, &drafts) {
      return true
    }
    guard let last = drafts.last, last.sum < 0, last.workers.isEmpty,
      draft.sentence == last.sentence + 1, draft.donors.count == 1, let doer = draft.donors.first,
      document.sentences[draft.sentence].paragraph == document.sentences[last.sentence].paragraph,
      !last.donors.contains(doer),
      last.evidence.contains(where: { $0.field == .donors && $0.rule == "D1" }),
      draft.evidence.allSatisfy({ $0.field != .donors || $0.rule == "D6" }),
      document.sentences[draft.sentence].tokens.prefix(8).contains(where: {
        ClaimReader.there.contains(document.tokens[$0].hash)
      })
    else { return false }
    drafts[drafts.count - 1].workers = [doer]
    for proof in draft.evidence where proof.field == .donors {
      drafts[drafts.count - 1].prove(.implementers, proof.tokens, "I10")
    }
    return true
  }

  /// «Литва дала 2 млн. Роботи забезпечить CPVA»: an agency of the state that pays works with its money.
  private func joinCountryman(_ draft: Draft, _ drafts: inout [Draft]) -> Bool {
    guard draft.donors.count == 1, let doer = draft.donors.first, let body = facts.body(doer),
      body.kind == .government, body.role == .implementer || body.role == .both,
      !body.isUkrainian, body.country != 0,
      draft.evidence.allSatisfy({ $0.field != .donors || $0.rule == "D6" }),
      let own = drafts.lastIndex(where: { other in
        other.donors.contains { $0 != doer && facts.body($0)?.country == body.country }
      })
    else { return false }
    if drafts[own].workers.isEmpty, abs(drafts[own].sentence - draft.sentence) <= 2 {
      drafts[own].workers = [doer]
      for proof in draft.evidence where proof.field == .donors {
        drafts[own].prove(.implementers, proof.tokens, "I10")
      }
    }
    return true
  }

  /// «Данія дасть 100 млн крон на тепломережі. ЮНОПС закупить труби»: what an agency is still to do for the purpose
  /// that the sentence before pays for.
  private func joinBuyer(_ draft: Draft, _ drafts: inout [Draft]) -> Bool {
    guard draft.status == .planned, draft.donors.count == 1, draft.workers.isEmpty,
      let doer = draft.donors.first, isAgency(doer), facts.body(doer)?.kind != .company,
      draft.evidence.allSatisfy({ $0.field != .sectors || $0.rule == "S5" }),
      !cues(document.sentences[draft.sentence].tokens).contains(.more),
      draft.evidence.contains(where: { $0.field == .donors && willDo($0.tokens) }),
      let own = drafts.lastIndex(where: {
        $0.sum >= 0 && $0.sentence + 1 == draft.sentence && $0.status == .planned
      }), isSameParagraph(drafts[own].sentence, draft.sentence), drafts[own].workers.isEmpty,
      !drafts[own].donors.isEmpty, !drafts[own].donors.contains(where: isAgency),
      !drafts[own].donors.allSatisfy(isPublic)
    else { return false }
    drafts[own].workers = [doer]
    for proof in draft.evidence where proof.field == .donors {
      drafts[own].prove(.implementers, proof.tokens, "I10")
    }
    return true
  }

  /// Whether a word for buying or building that is still to come stands three words from a name at most.
  private func willDo(_ name: Range<Int>) -> Bool {
    (max(0, name.lowerBound - 3)..<min(document.tokens.count, name.upperBound + 3)).contains {
      ClaimReader.willDo.contains(document.tokens[$0].hash)
    }
  }

  private static let willDo = WordSet(
    """
    закупить закупатиме купить придбає встановить встановлюватиме змонтує прокладе прокладатиме збудує збудують \
    будуватиме побудує відремонтує ремонтуватиме замінить полагодить облаштує оснастить закупит купит приобретет \
    приобретёт установит смонтирует проложит построит отремонтирует заменит починит procure buy purchase install build \
    lay repair replace rebuild construct renovate fit deliver carry implement
    """)

  private static let there = WordSet("там тут there here")

  /// "Two of them came from the Polish government", «дві з них дала Італія»: of what the sentence before names.
  func speaksOfThem(_ words: Range<Int>) -> Bool {
    words.dropFirst().contains {
      ClaimReader.them.contains(document.tokens[$0].hash)
        && ClaimReader.outOfThem.contains(document.tokens[$0 - 1].hash)
    }
  }

  private static let outOfThem = WordSet("of з із зі из")
  private static let buyers = WordSet(
    "закупили купили придбали приобрели оплатили профінансували профинансировали")
  private static let them = WordSet("them it їх його її них них нього неї их его её")

  /// "The equipment was bought with funds from": of what was handed over a few sentences before.
  func tellsPurchase(_ sentence: Int, of first: Int) -> Bool {
    guard document.sentences.indices.contains(sentence),
      document.sentences[sentence].paragraph == document.sentences[first].paragraph
    else { return false }
    let tokens = document.sentences[sentence].tokens
    if !cues(tokens.prefix(8)).isDisjoint(with: [.goods, .this]),
      tokens.contains(where: { ClaimReader.bought.contains(document.tokens[$0].hash) })
    {
      return true
    }
    // «Закупили їх на кошти Данії».
    let opening = tokens.prefix(4)
    return opening.contains { ClaimReader.buyers.contains(document.tokens[$0].hash) }
      && opening.contains { ClaimReader.them.contains(document.tokens[$0].hash) }
  }

  /// «У межах проєкту Світового банку… ЮНОПС забезпечить котли»: what an agency does beside a sum that another pays for
  /// its work is paid by the same.
  func takeProject(of drafts: [Draft], _ draft: inout Draft) {
    guard draft.donors.count == 1, let agency = draft.donors.first,
      isAgency(agency), !document.sentences[draft.sentence].isBullet,
      document.cuesOf[draft.sentence].isDisjoint(with: [.ownMoney, .background, .more]),
      draft.evidence.allSatisfy({ $0.field != .donors || ["D2", "D6"].contains($0.rule) })
    else { return }
    let paragraph = document.sentences[draft.sentence].paragraph
    let projects = drafts.suffix(40).filter { $0.sum >= 0 && $0.workers.contains(agency) }
    guard let first = projects.first, !first.donors.isEmpty,
      projects.allSatisfy({ $0.donors == first.donors }),
      projects.contains(where: { project in
        project.statements.contains {
          document.sentences[$0].paragraph == paragraph && abs($0 - draft.sentence) <= 3
        }
      })
    else { return }
    draft.workers.insert(agency, at: 0)
    draft.donors = first.donors
    for proof in first.evidence where proof.field == .donors {
      draft.prove(.donors, proof.tokens, "D4")
    }
  }

  /// «На рахунку 61 тисяча, з них 20 тисяч дала мережа»: what others give to a collection its collector spends.
  func passToCollectors(_ drafts: inout [Draft]) {
    for index in drafts.indices {
      guard let whole = drafts[index].partOf, drafts[whole].donors.count == 1,
        let collector = drafts[whole].donors.first, !drafts[index].donors.contains(collector),
        !drafts[index].donors.isEmpty, drafts[index].workers.isEmpty, mayCollect(collector),
        (max(0, drafts[whole].sentence - 1)...drafts[whole].sentence).contains(where: {
          !document.cuesOf[$0].isDisjoint(with: [.raised, .collection])
        })
      else { continue }
      drafts[index].workers = [collector]
      for proof in drafts[whole].evidence where proof.field == .donors {
        drafts[index].prove(.implementers, proof.tokens, "I8")
      }
    }
  }

  private func mayCollect(_ id: Int32) -> Bool {
    guard let body = facts.body(id) else { return true }
    return body.kind == .ngo || body.isUkrainian && body.kind == .government && !body.isPublic
  }

  /// «Швеція провела форум», "UNDP held a workshop": no works.
  func holdsEvent(_ party: Party, _ sentence: Sentence) -> Bool {
    clause(of: party, sentence).contains { at in
      ClaimReader.events.contains { document.begins(document.tokens[at], with: $0) }
    }
  }

  private static let events: [StaticString] = [
    "форум", "семінар", "семинар", "конференц", "воркшоп", "вебінар", "нарад", "зустріч", "опиту",
    "workshop", "seminar", "conference", "forum", "webinar",
  ]

  /// "From the embassy came two ambulances".
  func hasCome(_ words: Range<Int>) -> Bool {
    words.contains { PartyReader.comings.contains(document.tokens[$0].hash) }
  }

  /// «250 млн крон піде через ЄБРР», where Norway is told to pay shortly before: its crowns, whoever they go through.
  func isMoneyOfCountry(_ draft: Draft) -> Bool {
    guard draft.sum >= 0 else { return false }
    let currency = document.sums[draft.sum].currency
    guard currency >= 0, facts.codes.contains(currency) else { return false }
    return (max(0, draft.sentence - 3)..<draft.sentence).contains { sentence in
      parties(in: sentence).contains {
        let id = id(of: $0)
        return $0.part == .payer && id >= 0 && facts.codes[Int(id)] == currency
      }
    }
  }
}
