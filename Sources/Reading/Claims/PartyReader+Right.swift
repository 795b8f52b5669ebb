import FundingCore

/// What the words behind a name say of its part.
extension PartyReader {
  /// Whether the name at a token or just behind it is a country or a town abroad.
  func isCountry(_ token: Int) -> Bool {
    document.names[document.names(from: token)].prefix(2).contains {
      guard $0.kind == .organisation, !$0.isStranger, $0.tokens.lowerBound <= token + 3,
        let body = facts.body($0.id), !isHomeOfCharity($0)
      else { return false }
      return body.isCountry || body.kind == .city && !body.isUkrainian
    }
  }

  /// "the Swiss foundation FSD", «норвезької організації»: the adjective only says where a charity is at home.
  private func isHomeOfCharity(_ name: Name) -> Bool {
    guard name.isAdjective else { return false }
    let next = document.tokens[name.tokens.upperBound].cues
    return !next.isDisjoint(with: [.fundName, .namedAgain]) && !next.contains(.fund)
  }

  /// "the work is being done by X", "mended by X".
  func isDone(_ at: Int) -> Bool {
    let token = document.tokens[at]
    return token.cues.contains(.done) || token.hash == PartyReader.doneWord
  }

  private static let doneWord = WordHash(word: "done").value
  private static let workNoun = WordHash(word: "work").value

  func rightPart(of range: Range<Int>, in sentence: Sentence, adjective: Bool) -> (
    part: Party.Part, rule: RuleID
  )? {
    var at = range.upperBound
    var steps = 0
    var limit = min(sentence.tokens.upperBound, at + 12)
    // "on HALO's work".
    if document.tokens[at - 1].flags.contains(.possessive), at < limit,
      !document.tokens[at].cues.isDisjoint(with: [.work, .works])
        || document.tokens[at].hash == PartyReader.workNoun
    {
      return (.worker, "I1")
    }
    var commas = 0
    while at < limit {
      let token = document.tokens[at]
      if token.mark == Mark.quote, at > range.upperBound || !isQuoted(range),
        let close = closingQuote(at, sentence)
      {
        // What stands in quotes is no verb of this name.
        limit = min(sentence.tokens.upperBound, limit + close - at)
        at = close + 1
        continue
      }
      if token.kind == .mark {
        if token.mark == Mark.semicolon || token.mark == Mark.colon && steps > 1 { return nil }
        if token.mark == Mark.comma {
          // «роботи вела служба, а заплатив бюджет»: the next clause has a subject of its own.
          if at + 2 < limit, PartyReader.turns.contains(document.tokens[at + 1].hash),
            !document.tokens[at + 2].cues.contains(.more),
            !document.tokens[at + 2].cues.contains(.and)
          {
            return nil
          }
          // «дах полагодила громада, гроші дала Естонія».
          if at + 1 < limit,
            PartyReader.moneySubjects.contains(document.tokens[at + 1].hash)
              || PartyReader.paidVerbs.contains(document.tokens[at + 1].hash)
          {
            return nil
          }
          commas += 1
        }
      } else if token.kind == .word {
        if steps <= 3, !token.cues.isDisjoint(with: [.grant, .loan, .tranche]), commas == 0,
          !PartyReader.freely.contains(token.hash)
        {
          return (.payer, "D3")
        }
        if adjective {
          if steps <= 1,
            !token.cues.isDisjoint(with: [.fund, .goods, .government, .programme])
              || PartyReader.taxpayers.contains(token.hash)
              || steps == 0 && PartyReader.sides.contains(token.hash) && gives(behind: at, limit)
          {
            return (.payer, "D3")
          }
          if steps >= 2 { return (.masked, "M2") }
        } else {
          if token.cues.contains(.guarantee) { return (.masked, "M4") }
          if token.cues.contains(.raised), commas == 0 { return (.payer, "D2") }
          if token.cues.contains(.receive), !token.cues.contains(.give) {
            return (.recipient, "I4")
          }
          if token.cues.contains(.give), isBought(at, limit) {
            at += 1
            continue
          }
          if token.cues.contains(.give), isPassive(at, sentence) { return (.recipient, "I4") }
          if isTheDonor(at) { return (.payer, "D1") }
          if PartyReader.entrusts.contains(token.hash), isTasked(at) { return (.worker, "I1") }
          if PartyReader.entrusts.contains(token.hash),
            at + 1 >= limit || document.tokens[at + 1].hash != PartyReader.by
          {
            return (.payer, "D2")
          }
          if token.cues.contains(.give), !(token.cues.contains(.source) && commas > 0),
            !PartyReader.giftNouns.contains(token.hash)
          {
            return (.payer, "D2")
          }
          if token.cues.contains(.work) {
            return renewsGrant(at, sentence) ? (.payer, "D2") : (.doer, "D6")
          }
          if token.cues.contains(.workerFollows), steps <= 4, commas == 0, isOffice(token) {
            return (.doer, "D6")
          }
          if steps <= 1, commas == 0, token.flags.contains(.latin), token.cues.contains(.fund) {
            return (.payer, "D3")
          }
          if token.cues.contains(.source), commas == 0, steps <= 2 {
            let isOwn =
              tellsOwnWork(at, sentence) || isHand(range.lowerBound) && tellsWorks(at, sentence)
            return isOwn ? (.doer, "I6") : (.masked, "M1")
          }
        }
        steps += 1
      }
      at += 1
    }
    return nil
  }

  private static let freely = WordSet("безоплатно безвозмездно безповоротно безвозвратно")

  /// "has renewed its £3 million grant": what is done to a grant is giving.
  private func renewsGrant(_ at: Int, _ sentence: Sentence) -> Bool {
    guard PartyReader.renews.contains(document.tokens[at].hash) else { return false }
    let end = min(sentence.tokens.upperBound, at + 7)
    return !document.cues(at + 1..<max(at + 1, end)).isDisjoint(with: [.grant, .loan, .fund])
  }

  private static let renews = WordSet(
    "renewed renews renew resumed resumes restored відновив відновила відновило возобновил возобновила возобновило"
  )

  /// «при финансовой поддержке Японии», «у межах технічної допомоги»: a noun, no verb of the name before it.
  private static let giftNouns = WordSet(
    "допомога допомоги допомогу допомогою допомозі помощь помощи помощью поддержка поддержки поддержке поддержку поддержкой закупівля закупівлі закупівлю закупка закупки закупку передача передачі передачу"
  )

  /// «Київстар» дасть для «Охматдиту»: the mark behind a name closes it.
  private func isQuoted(_ range: Range<Int>) -> Bool {
    let quotes = (max(0, range.lowerBound - 1)..<range.upperBound).reduce(0) {
      document.tokens[$1].mark == Mark.quote ? $0 + 1 : $0
    }
    return quotes % 2 == 1
  }

  /// The end of a quotation of a few words that opens at a token.
  private func closingQuote(_ open: Int, _ sentence: Sentence) -> Int? {
    let end = min(sentence.tokens.upperBound, open + 8)
    guard open + 1 < end, document.tokens[open + 1].kind == .word else { return nil }
    return (open + 1..<end).first { document.tokens[$0].mark == Mark.quote }
  }

  /// «Nefco, яке розпоряджається шведськими грошима», "UNDP, which manages the Danish funds": spends another's money.
  func steward(behind range: Range<Int>, _ limit: Int) -> (part: Party.Part, rule: RuleID)? {
    let at = range.upperBound
    guard at + 2 < limit, document.tokens[at].mark == Mark.comma,
      PartyReader.relatives.contains(document.tokens[at + 1].hash),
      PartyReader.stewards.contains(document.tokens[at + 2].hash)
    else { return nil }
    let behind = at + 3..<min(limit, at + 8)
    guard document.cues(behind).contains(.fund) else { return nil }
    return (.worker, "I1")
  }

  /// «ЮНІСЕФ розподілить ці кошти», «витратить їх ОВА», "UNICEF will spend it on pumps": who spends what another gave before.
  func spender(behind range: Range<Int>, _ sentence: Sentence) -> (part: Party.Part, rule: RuleID)?
  {
    guard isSpent(behind: range, sentence) || isSpent(before: range, sentence),
      isHand(range.lowerBound) || isBank(range.lowerBound) || isMinistry(range.lowerBound)
    else { return nil }
    let at = Int(document.sentenceOf[range.lowerBound])
    let isOfState = isAuthority(range.lowerBound) && !isAdministration(range.lowerBound)
    return document.parties.contains {
      $0.part == .payer && at - $0.sentence <= 3 && (!isOfState || !isPublicMoney($0))
    }
      ? (.worker, "I1") : nil
  }

  /// "will spend it", «розподілить ці кошти» behind a name.
  private func isSpent(behind range: Range<Int>, _ sentence: Sentence) -> Bool {
    var start = range.upperBound
    if start < sentence.tokens.upperBound, document.tokens[start].mark == Mark.close { start += 1 }
    let end = min(sentence.tokens.upperBound, start + 5)
    guard
      let verb = (start..<max(start, end)).first(where: {
        PartyReader.spends.contains(document.tokens[$0].hash)
      }), !(start..<verb).contains(where: { document.tokens[$0].kind == .mark })
    else { return false }
    return (verb + 1..<max(verb + 1, min(sentence.tokens.upperBound, verb + 4)))
      .contains(where: isWhatIsSpent)
  }

  /// «витратить їх», «розпоряджатиметься ними» before a name.
  private func isSpent(before range: Range<Int>, _ sentence: Sentence) -> Bool {
    let at = range.lowerBound
    guard at - sentence.tokens.lowerBound > 1,
      PartyReader.given.contains(document.tokens[at - 1].hash)
    else { return false }
    return PartyReader.spends.contains(document.tokens[at - 2].hash)
      || PartyReader.managers.contains(document.tokens[at - 2].hash)
  }

  private func isWhatIsSpent(_ at: Int) -> Bool {
    PartyReader.given.contains(document.tokens[at].hash) || document.tokens[at].cues.contains(.fund)
  }

  static let neighbours = WordSet(
    "сусідній сусідньому сусідніх соседней соседнем соседних neighbouring neighboring nearby")
  private static let spends = WordSet(
    """
    розподілить розподіляє розподілятиме розподілила розподілив розподілило розподілять спрямує спрямовує витратить \
    витрачає витратила освоїть распределит распределяет распределила распределил распределило потратит направит освоит \
    spend spends spending distribute distributes distributing use uses using channel disburse disburses
    """)
  private static let given = WordSet(
    "it them their this these ці ця це їх його ними ним нею эти её ее его их ими им ей")

  /// «НЕФКО, через яку надходитимуть кошти», "KfW, through which the money comes".
  func channel(behind range: Range<Int>, _ limit: Int) -> (part: Party.Part, rule: RuleID)? {
    let at = range.upperBound
    guard at + 2 < limit, document.tokens[at].mark == Mark.comma,
      PartyReader.across.contains(document.tokens[at + 1].hash),
      PartyReader.relatives.contains(document.tokens[at + 2].hash)
        || PartyReader.whom.contains(document.tokens[at + 2].hash)
    else { return nil }
    return (.worker, "I1")
  }

  private static let whom = WordSet(
    "яку якого яких який якої которую который которого которых which whom")

  /// «Гарантії за угодою надав Євросоюз»: whose verb gives nothing but a guarantee.
  func isGuarantor(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start > sentence.tokens.lowerBound, document.tokens[start - 1].mark != Mark.comma,
      document.tokens[start - 1].mark != Mark.semicolon
    {
      start -= 1
    }
    while end < sentence.tokens.upperBound, document.tokens[end].mark != Mark.comma,
      document.tokens[end].mark != Mark.semicolon
    {
      end += 1
    }
    guard document.cues(start..<end).isDisjoint(with: [.grant, .tranche]),
      (start..<end).contains(where: {
        document.tokens[$0].cues.contains(.guarantee)
          && !document.ends(document.tokens[$0], with: "ed")
      })
    else { return false }
    let sum = document.firstSum(coreFrom: start)
    return sum >= document.sums.count || document.sums[sum].core.lowerBound >= end
  }

  private static let taxpayers = WordSet(
    "taxpayers платники платників платникам платниками налогоплательщики налогоплательщиков налогоплательщикам"
  )
  /// «чеська сторона», «німецькі партнери»: a country by whoever acts for it.
  private static let sides = WordSet(
    "embassy посольство сторона партнери друзі колеги партнёры партнеры друзья коллеги side partners friends"
  )

  private func gives(behind at: Int, _ limit: Int) -> Bool {
    (at + 1..<max(at + 1, min(limit, at + 4))).contains {
      let token = document.tokens[$0]
      return token.cues.contains(.give) && token.cues.isDisjoint(with: [.receive, .source])
    }
  }

  /// Behind these stands who is to do the work, before them who pays for it.
  static let entrusts = WordSet(
    "contracted contracts entrusted tasked commissioned hired engaged entrusts commissions доручила доручив доручило поручила поручил поручило"
  )
  private static let paidVerbs = WordSet(
    "платив платила платило платил платило заплатив заплатила заплатило заплатил")
  static let moneySubjects = WordSet("гроші кошти деньги средства фінансування финансирование")
  private static let turns = WordSet("а while whereas")
  private static let relatives = WordSet(
    "яка який яке які що которая который которое которые which that")
  private static let stewards = WordSet(
    "розпоряджається розпоряджаються розпоряджалося управляє керує адмініструє распоряжается распоряжаются управляет администрирует manages administers handles spends"
  )

  /// "UNHCR told us it had glazed", «ЮНОПС повідомило, що замінило»: the verb behind has no other subject.
  private func tellsOwnWork(_ at: Int, _ sentence: Sentence) -> Bool {
    let end = min(sentence.tokens.upperBound, at + 7)
    guard
      let joint = (at + 1..<max(at + 1, end)).first(where: {
        PartyReader.reported.contains(document.tokens[$0].hash)
      })
    else { return false }
    let limit = min(sentence.tokens.upperBound, joint + 5)
    for next in joint + 1..<max(joint + 1, limit) {
      let token = document.tokens[next]
      if token.flags.contains(.capital) || token.kind == .mark { return false }
      if !token.cues.isDisjoint(with: [.receive, .wish, .ask]) { return false }
      if token.cues.contains(.work) || token.cues.contains(.done) {
        return token.flags.contains(.latin)
          || PartyReader.singulars.contains { document.ends(token, with: $0) }
      }
    }
    return false
  }

  private static let reported = WordSet("що що it they that что")
  private static let singulars: [StaticString] = ["ав", "ив", "ла", "ло", "ал", "ил"]

  /// "UNDP is the implementing partner", «ЮНОПС відповідає за роботи»: an office that the name before it holds.
  private func isOffice(_ token: Token) -> Bool {
    !PartyReader.leading.contains(token.hash)
      && !PartyReader.reflexive.contains { document.ends(token, with: $0) }
  }

  /// What only leads to a name behind it.
  private static let leading = WordSet(
    "через посередництва посередництвом силами through via by with to of замовник замовником замовлення заказчик заказчиком заказу посредничестве підрядник підрядником подрядчик подрядчиком підрядника подрядчика"
  )
  private static let reflexive: [StaticString] = ["ться", "ется", "ются", "ится", "ятся"]
}
