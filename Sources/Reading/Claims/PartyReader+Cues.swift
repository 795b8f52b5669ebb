import FundingCore

/// What the words on either side of a name say of its part.
extension PartyReader {
  func part(of range: Range<Int>, in sentence: Sentence, adjective: Bool) -> (
    Party.Part, RuleID
  ) {
    if !adjective, let steward = steward(behind: range, sentence.tokens.upperBound) {
      return steward
    }
    if !adjective,
      let hand = channel(behind: range, sentence.tokens.upperBound)
        ?? spender(behind: range, sentence) ?? client(range, sentence)
    {
      return hand
    }
    if !adjective, isBehindSum(range, sentence) { return (.payer, "D3") }
    if !adjective, isBorrower(range, sentence) || isGivenThings(range, sentence) {
      return (.recipient, "I4")
    }
    if !adjective, opensTogether(range, sentence) { return (.doer, "D6") }
    if !adjective, isGivenMoney(range, sentence) { return (.worker, "I4") }
    if !adjective, givesMoney(range, sentence) { return (.payer, "D2") }
    if isGrantOf(range, sentence), !isUtility(range.lowerBound) { return (.payer, "D3") }
    if !adjective, isBystander(range, sentence) { return (.masked, "M5") }
    if isReplaced(range, sentence) { return (.masked, "M6") }
    if !adjective, let hand = entrusted(range, sentence) { return hand }
    if adjective, isPredicate(range, sentence) { return (.payer, "D3") }
    // «Данські 2 млн євро».
    if adjective, opensSum(range.upperBound) { return (.payer, "D3") }
    if isOwnerAhead(range, sentence) { return (.masked, "M2") }
    if isHomeTown(range, sentence) { return (.masked, "M5") }
    if !adjective, isPartnered(range, sentence) { return (.payer, "D1") }
    if !adjective, isGiftOf(range, sentence) { return (.payer, "D3") }
    if !adjective, isGranted(range, sentence) { return (.recipient, "I4") }
    if !adjective, holdsOffice(range, sentence) || isMadeWorker(range, sentence) {
      return (.worker, "I1")
    }
    if !adjective, isPartner(range, sentence) { return (.partner, "I2") }
    if !adjective, isPartnerOfName(range, sentence) { return (.worker, "I1") }
    if isFunded(range, sentence) || isExpense(range, sentence) { return (.payer, "D1") }
    let isCrew = !adjective && isCrewOf(range, sentence)
    let left = isCrew ? nil : leftPart(of: range, in: sentence, adjective: adjective)
    let isMoney = adjective && document.tokens[range.upperBound].cues.contains(.fund)
    // «розпоряджається шведськими грошима».
    if let left, left.part == .worker, isMoney { return (.payer, "D3") }
    // «австрійська фірма», «чешской организации»: whose it is.
    if adjective,
      !document.tokens[range.upperBound].cues.isDisjoint(with: [.fundName, .namedAgain]),
      document.tokens[range.upperBound].cues.isDisjoint(with: [.fund])
    {
      return (.masked, "M2")
    }
    if adjective, isOfName(range.upperBound, sentence) { return (.masked, "M2") }
    if adjective, isKindOfAgency(range.upperBound) { return (.masked, "M2") }
    // "backed by an EU guarantee".
    if document.tokens[range.upperBound].cues.contains(.guarantee) { return (.masked, "M4") }
    if let left, left.part == .payer || left.part == .worker { return left }
    if left == nil, !adjective, fronted(range, sentence) { return (.worker, "I1") }
    if left == nil, !adjective, let subject = inverted(range, sentence) { return subject }
    let right = rightPart(of: range, in: sentence, adjective: adjective)
    if let left, left.part == .masked || left.part == .partner {
      if left.part == .partner, let right, right.part == .payer { return right }
      // "$2 million of USAID money": the money says more than the preposition.
      if left.rule == "M5", let right, right.rule == "D3" { return right }
      return left
    }
    if isCrew, let right, right.part == .payer, right.rule == "D2" { return (.doer, "D6") }
    if let right { return right }
    if let left { return left }
    return adjective ? (.masked, "M2") : (.weak, "D5")
  }

  /// «польський «Фонд солідарності»»: the adjective is of the name in quotes right behind it.
  private func isOfName(_ token: Int, _ sentence: Sentence) -> Bool {
    guard token + 1 < sentence.tokens.upperBound else { return false }
    let next = document.tokens[token]
    // «литовське Центральне агентство», «немецкая Help».
    if next.kind == .word, next.flags.contains(.capital), !next.flags.contains(.allCapitals),
      document.tokens[token - 1].flags.contains(.cyrillic),
      next.cues.isDisjoint(with: [.government, .fund, .grant, .loan])
    {
      return true
    }
    return next.mark == Mark.quote && document.tokens[token + 1].flags.contains(.capital)
  }

  private func leftPart(of range: Range<Int>, in sentence: Sentence, adjective: Bool) -> (
    part: Party.Part, rule: RuleID
  )? {
    var at = range.lowerBound - 1
    var steps = 0
    let start = max(sentence.tokens.lowerBound, lastName(before: range.lowerBound))
    if at > start, document.tokens[at].mark == Mark.open { at = unabbreviated(at, start) }
    while at >= start, steps < 6 {
      let token = document.tokens[at]
      if token.kind == .number {
        // «спрямував 16 червня Кабінет Міністрів».
        guard PartyReader.months.contains(document.tokens[at + 1].hash) else { return nil }
        at -= 1
        steps -= 1
        continue
      }
      if token.kind == .mark {
        switch token.mark {
        case Mark.quote, Mark.open: break
        case Mark.dash where !token.flags.contains(.spaced): break
        case Mark.comma
        where steps == 0 && at > start && PartyReader.givers.contains(document.tokens[at - 1].hash):
          at -= 1
        case Mark.colon where steps <= 1, Mark.dash where steps <= 1: break
        default: return nil
        }
      } else if PartyReader.ofTown.contains(token.hash), at + 1 < sentence.tokens.upperBound,
        isTown(range)
      {
        // "from the city of Bologna", «від міста Познань».
        at -= 1
        continue
      } else if token.hash == PartyReader.of, at > sentence.tokens.lowerBound,
        PartyReader.ruling.contains(document.tokens[at - 1].hash)
      {
        // "the governments of Latvia and Estonia".
      } else if steps == 0, PartyReader.shall.contains(token.hash),
        hasInfinitive(at, sentence)
      {
        // «реставрувати їх буде ЮНЕСКО».
        return (.doer, "D6")
      } else if steps == 0, PartyReader.shall.contains(token.hash), at > start,
        document.tokens[at - 1].cues.contains(.workerFollows)
      {
        // «Замовником буде Служба відновлення».
      } else if token.cues.contains(.source), hasSubject(at, range, sentence) {
        return nil
      } else if let found = cue(token, at, steps, sentence, adjective: adjective) {
        return found
      } else if stops(token) {
        return nil
      }
      at -= 1
      steps += 1
    }
    return nil
  }

  private static let months = WordSet(
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
  )
  private static let ofTown = WordSet(
    "the of city town побратима побратим побратимом побратимів побратиму партнера twin sister місто міста місту містом мерія мерії мерією город города городом мэрия мэрии мэрией"
  )

  /// Where the last organisation named before a token ends: its words say nothing of the next one.
  private func lastName(before token: Int) -> Int {
    for at in stride(from: document.firstName(from: token) - 1, through: 0, by: -1) {
      let name = document.names[at]
      if token - name.tokens.upperBound > 6 { return 0 }
      if name.kind == .organisation, !name.isAdjective, name.tokens.upperBound <= token,
        name.tokens.count > 1 || document.tokens[name.tokens.lowerBound].flags.contains(.capital)
      {
        return name.tokens.upperBound
      }
    }
    return 0
  }

  private static let of = WordHash(word: "of").value
  private static let ruling = WordSet("government governments people peoples kingdom republic")

  static let by = WordHash(word: "by").value

  /// Whether the name at a range is a town abroad.
  func isTown(_ range: Range<Int>) -> Bool {
    let at = document.firstName(from: range.lowerBound)
    guard at < document.names.count else { return false }
    return document.names[at...].prefix(3).contains {
      $0.kind == .organisation && $0.tokens.lowerBound == range.lowerBound
        && (facts.body($0.id)?.kind == .city)
    }
  }

  /// A verb or preposition that no rule knows ends the look back.
  private func stops(_ token: Token) -> Bool {
    !token.cues.isDisjoint(with: [.receive, .planned, .done, .ongoing, .give])
      || token.cues.contains(.purpose)
  }

  private func cue(
    _ token: Token, _ at: Int, _ steps: Int, _ sentence: Sentence, adjective: Bool
  ) -> (part: Party.Part, rule: RuleID)? {
    let cues = token.cues
    if cues.contains(.guarantee) { return (.masked, "M4") }
    if cues.contains(.post), steps <= 2,
      isState(at + steps + 1) || isHand(at + steps + 1) || isBank(at + steps + 1),
      signs(sentence)
    {
      return !isHand(at + steps + 1) ? (.payer, "D11") : (.recipient, "I4")
    }
    if cues.contains(.post), isHandedBy(at, sentence) { return (.doer, "D6") }
    if cues.contains(.post), !cues.contains(.workerFollows), !hasVerb(at, steps),
      !document.begins(token, with: "директорат"),
      !document.begins(token, with: "Директорат")
    {
      return (.masked, "M3")
    }
    if cues.contains(.payerFollows), !isThankedFor(at) {
      if vouches(at, sentence) { return (.masked, "M4") }
      if token.hash == PartyReader.fromWord, isOrigin(at, sentence) { return (.masked, "M5") }
      return (.payer, "D1")
    }
    // «замінить за свій рахунок фірма «Кріо»»: whose money it is stands right behind.
    if cues.contains(.ownMoney), steps <= 1, !adjective { return (.payer, "D9") }
    // «переганяли через Латвію та Польщу»: a way, no worker.
    if cues.contains(.workerFollows), steps == 0, PartyReader.across.contains(token.hash),
      isState(at + 1)
    {
      return (.masked, "M5")
    }
    // «через UNITED24 зібрати 250 млн», "raised 2 million through the fund": what is raised through somebody is theirs.
    if cues.contains(.workerFollows), steps <= 2, PartyReader.across.contains(token.hash),
      isRaised(at, sentence)
    {
      return (.payer, "D2")
    }
    // "rebuilt by Lithuania", "delivered by USAID": a state and its donor agency pay.
    if cues.contains(.workerFollows), token.hash == PartyReader.by, isDonor(at + steps + 1) {
      return (.payer, "D2")
    }
    if cues.contains(.workerFollows), steps == 0, runsFund(at, sentence) { return (.masked, "M8") }
    if cues.contains(.workerFollows) || takesOnWork(token, at, sentence) { return (.worker, "I1") }
    if cues.contains(.source) && !cues.contains(.give) { return (.masked, "M1") }
    if cues.contains(.receive), steps <= 1, !cues.contains(.give), !adjective {
      return (.recipient, "I4")
    }
    if cues.contains(.with) {
      return opensSubject(at, steps) ? nil : (.partner, "I2")
    }
    if steps <= 2, PartyReader.with.contains(token.hash),
      follows(at, sentence, [.tender, .programme]) || agrees(at, sentence)
    {
      return (.payer, "D11")
    }
    if steps <= 2, !adjective, PartyReader.channel.contains(token.hash),
      follows(at, sentence, [.fund, .tranche, .grant]) || followsSum(at, sentence)
        || isTransfer(max(sentence.tokens.lowerBound, at - 1)),
      isFund(at + 1..<min(sentence.tokens.upperBound, at + 7))
    {
      return (.worker, "I5")
    }
    if cues.contains(.thanks) { return (.partner, "D7") }
    if !adjective, PartyReader.entrusts.contains(token.hash),
      (at + 1..<at + 1 + steps).allSatisfy({
        document.tokens[$0].mark == Mark.quote || document.tokens[$0].cues.contains(.fundName)
      })
    {
      return (.worker, "I1")
    }
    // "a programme of the Austrian Development Agency".
    if cues.contains(.programme), steps > 0, steps <= 2, !adjective, token.flags.contains(.latin),
      (at + 1...at + steps).allSatisfy({ PartyReader.ofThe.contains(document.tokens[$0].hash) }),
      isAbroad(at + steps + 1)
    {
      return (.payer, "D8")
    }
    if !cues.isDisjoint(with: [.grant, .loan, .tranche]),
      steps <= 1 || steps <= 4 && !adjective && (at + 2...at + steps).allSatisfy(isKindOfBody)
    {
      // «кредит «Укренерго»»: a utility gets loans.
      return isUtility(at + 1) ? (.recipient, "I4") : (.payer, "D3")
    }
    // «розпоряджатиметься грошима корпорація».
    if cues.contains(.fund), steps == 0, !adjective, at > sentence.tokens.lowerBound,
      document.tokens[at - 1].cues.contains(.workerFollows)
        || PartyReader.managers.contains(document.tokens[at - 1].hash)
    {
      return (.worker, "I1")
    }
    if cues.contains(.fund), steps <= 1, !token.flags.contains(.latin) || cues.contains(.tranche),
      at == sentence.tokens.lowerBound || !document.tokens[at - 1].cues.contains(.this)
        || at - 1 == sentence.tokens.lowerBound
          && PartyReader.thisIs.contains(document.tokens[at - 1].hash)
    {
      return (.payer, "D3")
    }
    // «на метро Харкова», "for UNICEF": what the money is for.
    if cues.contains(.purpose), steps == 0, !adjective, isUtility(at + 1) { return (.masked, "M5") }
    // «на рахунок UNITED24 надійшло».
    if PartyReader.accounts.contains(token.hash), steps <= 1,
      !document.cues(sentence.tokens).isDisjoint(with: [.receive, .arrived, .raised])
    {
      if isPublicBody(at + 1) { return (.worker, "I4") }
      return (.payer, "D2")
    }
    if cues.contains(.from) { return from(token, at, steps, sentence) }
    if cues.contains(.programme), steps <= 2, !token.flags.contains(.latin) {
      // «Впроваджує проєкт ПРООН».
      if worksBefore(at, sentence) { return (.worker, "I1") }
      return (.payer, "D8")
    }
    // «відремонтує GIZ»: the verb right before who does it.
    if cues.contains(.work), !cues.contains(.give), steps == 0, isVerb(token) {
      return (.doer, "D6")
    }
    if steps == 0, token.flags.contains(.cyrillic), PartyReader.hires.contains(token.hash) {
      return (.doer, "D6")
    }
    // «замінила на початку зими GEM, …»: an adjunct between the verb and who did it.
    if cues.contains(.work), !cues.contains(.give), steps > 1, steps <= 4, isVerb(token),
      PartyReader.pasts.contains(where: { document.ends(token, with: $0) }),
      !document.tokens[at + 1].cues.isDisjoint(with: [.into, .from]),
      (at + 1...at + steps).allSatisfy({
        document.tokens[$0].kind == .word && !document.tokens[$0].flags.contains(.capital)
      }), isHand(at + steps + 1)
    {
      return (.doer, "D6")
    }
    // «строила её ЮНОПС».
    if cues.contains(.work), steps == 1, isVerb(token), isObject(at + 1) { return (.doer, "D6") }
    if steps == 0, !adjective, managesMoney(at, sentence) { return (.worker, "I1") }
    if steps == 0, callsForBids(at, sentence) {
      return isAuthority(at + 1) ? (.worker, "I1") : (.doer, "D6")
    }
    // «Розвозила їх «Проліска»».
    if steps > 0, steps < 5, handles(at) { return (.doer, "D6") }
    // «розвезли її волонтери «Ланки»»: the people of whoever is named.
    if cues.contains(.work), steps > 0, steps <= 5, isVerb(token), isCrew(at, steps) {
      return (.doer, "D6")
    }
    if PartyReader.participles.contains(token.hash), steps <= 1 { return (.payer, "D1") }
    // «переселенці, яким допомагає УВКБ ООН»: told of those people alone.
    if cues.contains(.give), steps == 0, at > sentence.tokens.lowerBound,
      PartyReader.toWhom.contains(document.tokens[at - 1].hash)
    {
      return (.masked, "M5")
    }
    if cues.contains(.give), steps <= 1, givesThat(at, sentence) { return (.payer, "D1") }
    if cues.contains(.give), steps <= 1, !adjective, isGivenTo(at, steps, sentence) {
      return (.worker, "I4")
    }
    if cues.contains(.give), steps <= 2, !cues.contains(.receive), !adjective,
      !PartyReader.pays.contains(token.hash)
    {
      // «Реалізацію забезпечує ЮНОПС».
      if ensuresWork(at, sentence) { return (.worker, "I1") }
      // «даст «Укрэнерго» 50 млн», "is lending Ukrenergo €50 million".
      let name = at + steps + 1
      let isLent = (isUtility(name) || isMinistry(name)) && follows(at, sentence)
      return isLent ? (.recipient, "I4") : (.payer, "D2")
    }
    if cues.contains(.into), !cues.contains(.purpose), steps <= 1 {
      // «позичить у ЄБРР».
      if steps == 0, token.flags.contains(.cyrillic), isBank(at + 1),
        document.cues(max(sentence.tokens.lowerBound, at - 3)..<at).contains(.loan)
          || borrows(sentence)
      {
        return (.payer, "D3")
      }
      // «у сусідній Румунії»: where something is.
      if steps == 1, PartyReader.neighbours.contains(document.tokens[at + 1].hash) {
        return (.masked, "M5")
      }
      // «У Сумах Литва …»: the preposition is the town's.
      // «у січні Нюрнберг надішле»: it governs the word between.
      if steps == 1,
        document.tokens[at + 1].flags.contains(.capital)
          || !PartyReader.ofTown.contains(document.tokens[at + 1].hash)
      {
        return nil
      }
      return (.masked, "M5")
    }
    return nil
  }

  /// Behind these stands who gets the money: "UNESCO has paid the builder".
  private static let pays = WordSet("paid pays pay paying")

  static let managers = WordSet(
    "розпоряджатиметься розпорядиться управлятиме керуватиме освоїть освоюватиме распорядится освоит"
  )
  static let with = WordSet("with з із зі с со")

  /// Whether a cue stands within five tokens before.
  private func follows(_ at: Int, _ sentence: Sentence, _ cues: Cues) -> Bool {
    (max(sentence.tokens.lowerBound, at - 5)..<at).contains {
      !document.tokens[$0].cues.isDisjoint(with: cues)
    }
  }
}
