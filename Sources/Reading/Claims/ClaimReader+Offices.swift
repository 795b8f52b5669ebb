import FundingCore

/// Who carries the work out by an office the text gives them: responsible for it, beside the worker, collecting or
/// handing over what another pays for.
extension ClaimReader {
  /// «Виконує його ПРООН разом із Мінрозвитку», «UNOPS і міністерство почали другий етап»: who works beside an agency
  /// of this claim, where the article says who does the work.
  func takeCompanions(_ draft: inout Draft) {
    guard !standIns.crews.isEmpty else { return }
    let agencies = (draft.workers + draft.donors).filter(isAgency)
    guard !agencies.isEmpty else { return }
    for crew in standIns.crews where agencies.contains(document.names[crew.agency.name].id) {
      let sentence = crew.agency.sentence
      guard
        draft.statements.contains(sentence) || draft.following.contains(sentence)
          || !hasOwnSum(sentence)
            && (document.sentences[sentence].part == .title
              || abs(sentence - draft.sentence) <= 5)
      else { continue }
      enter(
        Party(name: crew.companion.name, part: .worker, rule: "I2", sentence: sentence),
        document.names[crew.companion.name], &draft)
    }
  }

  /// «за які відповідає міністерство», "the ministry is responsible for": a ministry that was named before.
  func takeResponsible(_ draft: inout Draft) {
    for statement in draft.statements where document.cuesOf[statement].contains(.responsible) {
      let tokens = document.sentences[statement].tokens
      guard let office = document.first(.responsible, in: tokens) else { continue }
      let near = max(tokens.lowerBound, office - 4)..<min(tokens.upperBound, office + 5)
      guard
        let word = near.first(where: {
          ClaimReader.ministries.contains(document.tokens[$0].hash)
        }), names(.organisation, in: word..<(word + 1)).isEmpty,
        let named = standIns.ministry(before: word, self)
      else { continue }
      enter(
        Party(name: named, part: .worker, rule: "I7", sentence: statement), document.names[named],
        &draft)
    }
  }

  private static let ministries = WordSet(
    "міністерство міністерства міністерством міністерству відомство відомством ministry министерство министерства министерством ведомство ведомством"
  )

  /// «Збір оголосила UNITED24», "to a fundraiser run by": who collects the money that others give to a collection.
  func takeCollector(_ draft: inout Draft) {
    guard document.allCues.contains(.collection), !draft.donors.isEmpty,
      draft.donors.allSatisfy({ !isPublic($0) })
    else { return }
    for statement in draft.statements {
      let around = [statement] + (openBehind(statement).map { [$0] } ?? [])
      for sentence in around where document.cuesOf[sentence].contains(.collection) {
        guard let word = document.first(.collection, in: document.sentences[sentence].tokens),
          let collector = parties(in: sentence).first(where: { isCollector($0, word) })
        else { continue }
        enter(
          Party(name: collector.name, part: .worker, rule: "I8", sentence: sentence),
          document.names[collector.name], &draft)
        return
      }
    }
  }

  /// The sentence behind in the same paragraph that is no list item; its sums may be those of the collection.
  private func openBehind(_ sentence: Int) -> Int? {
    let next = sentence + 1
    guard next < document.sentences.count, !document.sentences[next].isBullet,
      document.sentences[next].paragraph == document.sentences[sentence].paragraph
    else { return nil }
    return next
  }

  private func isCollector(_ party: Party, _ word: Int) -> Bool {
    let name = document.names[party.name]
    let gap =
      name.tokens.upperBound <= word
      ? word - name.tokens.upperBound : name.tokens.lowerBound - word
    guard gap <= 7, party.part != .masked || party.rule == "M5" else { return false }
    guard !name.isStranger else { return !document.isFirm(name) }
    guard let body = facts.body(name.id) else { return false }
    return body.kind == .ngo || body.kind == .un
      || body.isUkrainian && body.kind == .government
        && !body.isPublic
  }

  /// «угоду з ЄБРР про кредит і грант; грант надали США»: the bank of the deal hands on the grant of another.
  func takeDealBank(_ draft: inout Draft) {
    guard draft.donors.contains(where: { facts.body($0)?.kind != .ifi }),
      draft.donors.allSatisfy({ !isPublic($0) }),
      draft.segments.contains(where: { cues($0).contains(.grant) })
        || draft.statements.contains(where: speaksOfDeal),
      draft.evidence.contains(where: {
        $0.field == .donors && ["D1", "D2", "D4"].contains($0.rule)
      })
    else { return }
    for statement in draft.statements.flatMap({ speaksOfDeal($0) ? [$0 - 1, $0] : [$0] }) {
      for party in parties(in: statement) {
        let name = document.names[party.name]
        guard !name.isStranger, facts.body(name.id)?.kind == .ifi,
          party.rule == "D11" || isDealt(name)
        else { continue }
        draft.donors.removeAll { $0 == name.id }
        enter(
          Party(name: party.name, part: .worker, rule: "I9", sentence: statement), name, &draft)
      }
    }
  }

  /// «За нею місто отримає», "Under it the city gets": of the deal that the sentence before tells.
  private func speaksOfDeal(_ sentence: Int) -> Bool {
    let tokens = document.sentences[sentence].tokens
    return sentence > 0 && tokens.count > 2
      && ClaimReader.under.contains(document.tokens[tokens.lowerBound].hash)
      && !cues(tokens.prefix(3)).isDisjoint(with: [.this, .programme])
      && cues(document.sentences[sentence - 1].tokens).contains(.programme)
  }

  private static let under = WordSet("за згідно відповідно under по согласно")

  /// "a grant deal with the EBRD", «угоду з ЄБРР».
  private func isDealt(_ name: Name) -> Bool {
    let start = name.tokens.lowerBound
    let near = max(0, start - 3)..<start
    guard let with = near.first(where: { PartyReader.with.contains(document.tokens[$0].hash) })
    else { return false }
    return (max(0, with - 3)..<with).contains {
      !document.tokens[$0].cues.isDisjoint(with: [.tender, .programme])
    }
  }

  /// "the World Bank disbursed both grants", beside those who gave them.
  func takeDisburser(_ draft: inout Draft) {
    guard !draft.donors.isEmpty else { return }
    for statement in draft.statements {
      for party in parties(in: statement) where party.part == .payer && party.rule == "D2" {
        let name = document.names[party.name]
        guard !name.isStranger, facts.body(name.id)?.kind == .ifi,
          !draft.donors.contains(name.id)
        else { continue }
        let verb = name.tokens.upperBound
        let end = min(document.sentences[statement].tokens.upperBound, verb + 5)
        if passesOn(name) {
          enter(
            Party(name: party.name, part: .worker, rule: "I9", sentence: statement), name, &draft)
          continue
        }
        guard verb < end, ClaimReader.disbursing.contains(document.tokens[verb].hash),
          !cues(verb + 1..<max(verb + 1, end)).isDisjoint(with: [.grant, .fund, .tranche]),
          names(.organisation, in: verb + 1..<max(verb + 1, end)).isEmpty
        else { continue }
        enter(
          Party(name: party.name, part: .worker, rule: "I9", sentence: statement), name, &draft)
      }
    }
  }

  /// «Гроші Швеції перераховуватиме NEFCO»: the money at the beginning, who passes it on at the end.
  private func passesOn(_ name: Name) -> Bool {
    let at = name.tokens.lowerBound - 1
    let tokens = document.sentences[Int(document.sentenceOf[name.tokens.lowerBound])].tokens
    return at > tokens.lowerBound && ClaimReader.passing.contains(document.tokens[at].hash)
      && !cues(tokens.prefix(3)).isDisjoint(with: [.grant, .fund, .tranche])
  }

  private static let passing = WordSet(
    """
    перераховуватиме перераховує перерахує переказуватиме переказує передаватиме передає надаватиме надає виплачуватиме \
    видаватиме видає спрямовуватиме перечисляет перечислит выплачивает выдаёт выдает
    """)
  private static let disbursing = WordSet(
    "disbursed disburses перерахував перераховує перерахує переказав переказує перечислил перечисляет"
  )

  /// «Автобуси вручила фундація, а купила компанія», «ПРООН передала лінію. Техніку куплено за гроші Швеції»: who hands
  /// over what another has bought.
  func takeHander(_ draft: inout Draft) {
    guard !draft.donors.isEmpty else { return }
    for statement in draft.statements {
      let tokens = document.sentences[statement].tokens
      let mayBuy = document.flagsOf[statement].contains(.buys)
      let isBought = mayBuy && hasWord(ClaimReader.bought, tokens)
      if mayBuy {
        takeHanders(in: statement, before: tokens.upperBound, &draft)
      }
      if let cut = moneyClause(tokens) { takeHanders(in: statement, before: cut, &draft) }
      guard isBought, let before = openSentence(before: statement),
        draft.evidence.contains(where: { $0.field == .donors && $0.rule == "D1" })
      else { continue }
      takeHanders(in: before, before: tokens.lowerBound, &draft)
    }
  }

  private func takeHanders(in sentence: Int, before end: Int, _ draft: inout Draft) {
    let isOwn = end <= document.sentences[sentence].tokens.upperBound - 1
    for party in parties(in: sentence)
    where document.names[party.name].tokens.lowerBound < end && mayHand(party)
      && (isOwn || handsOver(party))
    {
      let name = document.names[party.name]
      guard !draft.donors.contains(id(of: party)) else { continue }
      enter(Party(name: party.name, part: .worker, rule: "I10", sentence: sentence), name, &draft)
    }
  }

  /// «…, а гроші на нього виділив уряд», "…; the money came from": where the clause about the money begins.
  private func moneyClause(_ tokens: Range<Int>) -> Int? {
    tokens.dropLast(4).first { at in
      let isCut =
        document.tokens[at].mark == Mark.semicolon
        || document.tokens[at].mark == Mark.comma
          && (ClaimReader.contrasts.contains(document.tokens[at + 1].hash)
            || PartyReader.moneySubjects.contains(document.tokens[at + 1].hash))
      return isCut
        && (cues(at + 1..<at + 4).contains(.fund)
          || (at + 1..<at + 4).contains {
            ClaimReader.payingVerbs.contains(document.tokens[$0].hash)
          })
    }
  }

  /// «Закупівлю оплатила Японія, а привезла техніку ПРООН»: of two givers, the agency that only brings what the other
  /// has bought.
  func handers(among payers: [Party]) -> [Party] {
    guard payers.count == 2 else { return [] }
    if let worker = payers.first(where: { $0.rule == "D2" && mayHand($0) && works($0) }),
      payers.contains(where: { $0.rule == "D1" })
    {
      return [worker]
    }
    guard payers.allSatisfy({ $0.rule == "D2" }) else { return [] }
    let handers = payers.filter { mayHand($0) && handsOver($0) }
    guard handers.count == 1, let hander = handers.first,
      let buyer = payers.first(where: { $0.name != hander.name })
    else { return [] }
    let name = document.names[buyer.name].tokens
    let near = max(0, name.lowerBound - 3)..<min(document.tokens.count, name.upperBound + 3)
    return hasWord(ClaimReader.buys, near) || hasWord(ClaimReader.payingVerbs, near) ? handers : []
  }

  private func hasWord(_ words: WordSet, _ range: Range<Int>) -> Bool {
    range.contains { words.contains(document.tokens[$0].hash) }
  }

  /// A charity or an agency that gives or works.
  private func mayHand(_ party: Party) -> Bool {
    guard party.part == .payer && party.rule == "D2" || party.part == .doer else { return false }
    let name = document.names[party.name]
    guard !name.isStranger else { return !document.isFirm(name) }
    return isAgency(name.id) || facts.body(name.id)?.kind == .ngo
      || facts.body(name.id)?.kind == .multilateral && facts.body(name.id)?.isFund == true
  }

  /// «Фонд облаштував укриття за кошти Данії»: a verb that is as much of works as of giving, beside whose money it is.
  private func works(_ party: Party) -> Bool {
    let name = document.names[party.name].tokens
    let sentence = document.sentences[party.sentence].tokens
    let near =
      max(sentence.lowerBound, name.lowerBound - 3)..<min(sentence.upperBound, name.upperBound + 4)
    return near.contains { document.tokens[$0].cues.isSuperset(of: [.work, .give]) }
  }

  func handsOver(_ party: Party) -> Bool {
    let name = document.names[party.name]
    let near =
      max(0, name.tokens.lowerBound - 3)..<min(document.tokens.count, name.tokens.upperBound + 3)
    return near.contains { ClaimReader.handing.contains(document.tokens[$0].hash) }
  }

  static let bought = WordSet(
    "закупили придбали купили приобрели куплено куплений куплена куплене куплені закуплено закуплені закуплена придбано придбані придбана куплен куплена куплено куплены закуплены закуплена приобретены приобретена приобретено bought purchased procured"
  )
  static let buys = WordSet(
    "купила купив купили купило закупило закупила закупив придбала придбав купил купила купили закупил закупило закупила приобрел приобрела"
  )
  static let payingVerbs = WordSet(
    "внесла внесли внесло внёс внес вніс розрахувалася розрахувався розрахувалось розрахувалося рассчиталась рассчитался рассчиталось paid платила платив платило заплатила заплатив оплатила оплатив оплатило оплатили заплатило профінансувала профінансував профінансувало платила платил заплатил заплатила заплатило оплатил оплатила оплатило профинансировал профинансировала профинансировало"
  )
  private static let handing = WordSet(
    "вручив вручила вручили вручило вручав вручала роздав роздала роздали роздало передав передала передали передало доставив доставила доставили привіз привезла привезли вручил раздал раздала раздали передал доставил доставила привез привезло привезли handed delivered distributed brought"
  )

  /// «Дах полагодив «Екоклуб». Гроші дав фонд»: who did the work of the sentence before, where this one only says who
  /// paid for it.
  func takeDoerBefore(_ draft: inout Draft) {
    guard !draft.donors.isEmpty, draft.workers.isEmpty else { return }
    for statement in draft.statements
    where speaksOfPayment(statement) && !document.cuesOf[statement].contains(.ownMoney) {
      guard let before = openSentence(before: statement) else { continue }
      for party in parties(in: before)
      where party.part == .doer || party.rule == "I1"
        || party.rule == "D2"
          && (isAgency(party) || isFundHander(party)
            || mayHand(party) && (handsOver(party) || beginsWithMoney(statement)))
          && !draft.donors.contains(id(of: party))
      {
        let name = document.names[party.name]
        let isWorker =
          name.isStranger
          ? !document.isFirm(name)
          : isAgency(name.id) || facts.body(name.id)?.kind == .ngo || isAuthority(name)
            || isFundHander(party)
            || party.part == .doer && facts.body(name.id)?.kind == .ifi
        guard isWorker else { continue }
        enter(
          Party(name: party.name, part: .worker, rule: "I10", sentence: before), name, &draft)
      }
    }
  }

  /// «Гроші, 3 млн, дала Естонія»: the money for what was just told, for nothing else.
  func beginsWithMoney(_ sentence: Int) -> Bool {
    let opening = document.sentences[sentence].tokens
    let isArticle = document.tokens[opening.lowerBound].hash == PartyReader.the
    let first = opening.lowerBound + (isArticle ? 1 : 0)
    return document.tokens[first].cues.contains(.fund)
      && !document.tokens[first + 1].cues.contains(.purpose)
  }

  private static let costNouns = WordSet("витрати видатки расходы затраты bill costs рахунок счет")

  private func isFundHander(_ party: Party) -> Bool {
    guard let body = facts.body(document.names[party.name].id) else { return false }
    return body.kind == .multilateral && body.isFund
  }

  /// «Гроші дав…», «На це виділено…», "The money came from".
  private func speaksOfPayment(_ sentence: Int) -> Bool {
    let tokens = document.sentences[sentence].tokens
    if let first = tokens.first,
      ClaimReader.costNouns.contains(document.tokens[first].hash)
        || tokens.dropFirst().first.map({ ClaimReader.costNouns.contains(document.tokens[$0].hash) }
        )
          == true
    {
      return true
    }
    if cues(tokens.prefix(5)).contains(.fund),
      !cues(tokens.prefix(5)).contains(.more)
    {
      return true
    }
    guard !document.cuesOf[sentence].contains(.work) else { return false }
    // Behind a mark «на це» means what the same sentence has told.
    return tokens.prefix { !isStop(document.tokens[$0]) }.dropLast().contains {
      ClaimReader.forThis.contains(document.tokens[$0].hash)
        && ClaimReader.thisWord.contains(document.tokens[$0 + 1].hash)
    }
  }

  private func isStop(_ token: Token) -> Bool {
    token.kind == .mark && token.mark != Mark.dot && token.mark != Mark.quote
  }

  private static let forThis = WordSet("на за для for")
  private static let thisWord = WordSet(
    "це цей ці них нього неї нее него них эти это этот this these it все всё")
}
