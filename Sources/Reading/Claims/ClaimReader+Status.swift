import FundingCore

extension ClaimReader {
  /// State of the work, else whether the money has arrived.
  func readStatus(_ draft: inout Draft) {
    let (status, at, rule) = status(of: draft)
    draft.status = status
    draft.statusRule = rule
    if let at { draft.prove(.status, at..<(at + 1), rule) }
  }

  private func status(of draft: Draft) -> (Status, Int?, RuleID) {
    for segment in draft.segments.reversed() {
      if let found = status(in: segment, anchor: anchor(draft, segment)) {
        return arrived(found, draft) ?? found
      }
    }
    for sentence in draft.statements.reversed() {
      let tokens = document.sentences[sentence].tokens
      if let found = status(in: tokens, anchor: anchor(draft, tokens)) { return found }
    }
    for sentence in draft.statements {
      for follower in followers(of: sentence) where !likens(follower) {
        if let found = status(
          in: document.sentences[follower].tokens,
          anchor: document.sentences[follower].tokens.lowerBound)
        {
          return found
        }
      }
    }
    return listStatus(draft.sentence) ?? raisedStatus(draft) ?? statusAround(draft)
      ?? (.planned, nil, "T0")
  }

  /// Where a sum's own sentences tell no state («Вартість робіт — 2 млн»): the nearest sentence that does, those before
  /// it first.
  private func statusAround(_ draft: Draft) -> (Status, Int?, RuleID)? {
    for distance in 1...3 {
      for statement in draft.statements.reversed() {
        for at in [statement - distance, statement + distance]
        where document.sentences.indices.contains(at) && !document.sentences[at].isBackground {
          let tokens = document.sentences[at].tokens
          guard let found = status(in: tokens, anchor: tokens.lowerBound) else { continue }
          return (found.0, found.1, "T6")
        }
      }
    }
    return nil
  }

  private func anchor(_ draft: Draft, _ range: Range<Int>) -> Int {
    let sum = document.firstSum(coreFrom: range.lowerBound)
    guard sum < document.sums.count, range.contains(document.sums[sum].core.lowerBound) else {
      return range.lowerBound
    }
    return document.sums[sum].core.lowerBound
  }

  /// The state told nearest to an anchor.
  func status(in range: Range<Int>, anchor: Int) -> (Status, Int?, RuleID)? {
    var best: (score: Int, status: Status, at: Int, rule: RuleID)?
    for at in range {
      let token = document.tokens[at]
      guard token.kind == .word,
        !token.cues.isDisjoint(with: ClaimReader.states) || token.flags.contains(.future)
          || document.isLasting(token)
      else { continue }
      let found: (Status, RuleID)?
      if isNoState(at) || isPresentPassive(at) || isOfOtherStage(at, range)
        || isBareReadiness(at, range)
        || ClaimReader.haveWords.contains(token.hash) && !isAhead(at, range)
      {
        found = nil
      } else if token.cues.contains(.allocated) {
        found = (.planned, ClaimReader.future.contains(token.hash) ? "T2" : "T3")
      } else if isSinceWhen(at) {
        found = nil
      } else if isReady(at, range) {
        found = isPartly(at, range) ? (.ongoing, "T5") : (.completed, "T1")
      } else if ClaimReader.readiness.contains(token.hash) {
        found = (.ongoing, "T5")
      } else if token.cues.contains(.planned) || token.flags.contains(.future) || isToBe(at)
        || isWillCost(at)
      {
        found = (.planned, "T2")
      } else if ClaimReader.nowWords.contains(token.hash), isAtWork(at + 1, range) {
        found = (.completed, "T1")
      } else if token.cues.contains(.done),
        isPartly(at, range) || token.cues.contains(.ongoing) || isBeing(at) || isResumed(at, range)
      {
        found = (.ongoing, "T5")
      } else if token.cues.contains(.done), !isNoun(token), !isPriceNoun(at) {
        found = (.completed, isPayment(token) ? "T4" : "T1")
      } else if token.cues.contains(.arrived), !isNoun(token) {
        found = isOfFirst(at) && hasRest(range) ? (.ongoing, "T5") : (.completed, "T4")
      } else if token.cues.contains(.ongoing), isDesigning(at, range) {
        found = (.planned, "T2")
      } else if token.cues.contains(.ongoing) || document.isLasting(token),
        !document.isBareGerund(at),
        !token.cues.contains(.since)
      {
        found = (.ongoing, "T5")
      } else {
        found = nil
      }
      guard let found else { continue }
      let distance = abs(at - anchor)
      if best == nil || distance < best?.score ?? 0 { best = (distance, found.0, at, found.1) }
    }
    if best == nil, let at = range.first(where: { isPassive($0, range) }) {
      return (.completed, at, "T1")
    }
    // «грант дає ЄС»: money that somebody gives, and no word of how far it is.
    if best == nil,
      let at = range.first(where: { ClaimReader.givings.contains(document.tokens[$0].hash) })
    {
      return (.planned, at, "T3")
    }
    // «ремонтує лікарню, договір підписано на 10,9 млн», «зводить фірма, яка виграла тендер».
    if let found = best, found.rule == "T2", isOfContract(found.at),
      let at = range.first(where: {
        WorksStates.building.contains(document.tokens[$0].hash)
          || $0 < found.at && document.isLasting(document.tokens[$0]) && isGoingOn($0, range)
      })
    {
      return (.ongoing, at, "T5")
    }
    if let found = best, found.rule == "T2", document.tokens[found.at].cues.contains(.give),
      let at = range.first(where: { isUnderWay(document.tokens[$0]) })
    {
      return (.ongoing, at, "T5")
    }
    // «договір на 6,9 млн отримало ТОВ»: a contract, not its money.
    if let found = best, found.rule == "T4", document.tokens[found.at].cues.contains(.receive),
      range.contains(where: { ClaimReader.contracts.contains(document.tokens[$0].hash) })
    {
      return (.planned, found.at, "T2")
    }
    // "has awarded a contract for panels, paid by Denmark", "the fitting of a unit, bought with $2m, is nearing completion".
    if let found = best, found.status == .completed, isPaidAside(found.at, range) {
      if let at = range.first(where: { isGoingOn($0, range) }) { return (.ongoing, at, "T5") }
      if let at = range.first(where: { ClaimReader.awards.contains(document.tokens[$0].hash) }),
        (at..<found.at).contains(where: {
          ClaimReader.contracts.contains(document.tokens[$0].hash)
        })
      {
        return (.planned, at, "T2")
      }
    }
    // «станцію будує водоканал: рада дала на це 23,7 млн».
    if let found = best, found.rule == "T4", document.cues(range).contains(.this),
      let at = range.first(where: { WorksStates.building.contains(document.tokens[$0].hash) })
    {
      return (.ongoing, at, "T5")
    }
    // «роботи стартують у квітні, 9 млн дала НЕФКО».
    if let found = best, found.rule == "T4", isOfMoney(found.at, range),
      document.cues(range).contains(.works),
      let at = range.first(where: { ClaimReader.startsToCome.contains(document.tokens[$0].hash) })
    {
      return (.planned, at, "T2")
    }
    if let found = best, found.rule == "T4",
      let at = range.first(where: {
        document.tokens[$0].cues.contains(.done) && isPartly($0, range)
          || ($0 > anchor || isPayment(document.tokens[found.at]) || isOfMoney(found.at, range))
            && isGoingOn($0, range)
      })
    {
      return (.ongoing, at, "T5")
    }
    if let found = best, found.rule == "T3" {
      // «придбало й передало громаді, на це пішло 2 млн».
      if let at = range.first(where: {
        document.tokens[$0].cues.contains([.handOver, .arrived]) && !isNoun(document.tokens[$0])
          && !isNoState($0)
      }) {
        return (.completed, at, "T4")
      }
      // Money allocated to works that are under way or done: the works' state counts.
      if let at = range.first(where: {
        isDoneWork($0, behind: anchor, range) || isToldOfAside($0, found.at, range)
          || ClaimReader.overPasts.contains(document.tokens[$0].hash)
      }) {
        return (.completed, at, "T1")
      }
      if let at = range.first(where: {
        document.tokens[$0].cues.contains(.ongoing) && !document.tokens[$0].cues.contains(.give)
          && !document.isBareGerund($0)
      }) {
        return (.ongoing, at, "T5")
      }
    }
    return best.map { ($0.status, $0.at, $0.rule) }
  }

  /// «48 млн дало місто»: a gift of money, not of things.
  private func isOfMoney(_ at: Int, _ range: Range<Int>) -> Bool {
    document.tokens[at].cues.contains(.give) && !cues(range).contains(.goods)
  }

  /// Works told in the past of lasting: over.
  private static let overPasts = WordSet(
    """
    вело вела вели виконувала виконували виконував виконувало проводила проводили проводив проводило ремонтувала \
    ремонтували ремонтував ремонтувало будувала будували будував будувало відновлювала відновлювали відновлював \
    вел выполняла выполняли выполнял проводила проводил проводили ремонтировала ремонтировали ремонтировал строила строили \
    строил восстанавливала восстанавливали восстанавливал
    """)
  /// ", paid for by Italy": who paid, beside what is told.
  private func isPaidAside(_ at: Int, _ range: Range<Int>) -> Bool {
    at > range.lowerBound + 1 && document.tokens[at - 1].mark == Mark.comma
      && ClaimReader.asides.contains(document.tokens[at].hash)
  }

  private static let asides = WordSet(
    "paid funded financed bought purchased procured provided covered supported")
  private static let awards = WordSet("awarded awards signed signs won wins")
  private static let contracts = WordSet(
    "договір контракт підряд замовлення договор подряд контракт contract order")
  private static let haveWords = WordSet("має мають мав мала мали")

  /// «має завершити»: a duty, where «має апарат» tells of having.
  private func isAhead(_ at: Int, _ range: Range<Int>) -> Bool {
    (at + 1..<max(at + 1, min(range.upperBound, at + 5))).contains {
      let token = document.tokens[$0]
      return token.kind == .word
        && (document.ends(token, with: "ти") || document.ends(token, with: "тися"))
    }
  }

  @inline(__always) private static var states: Cues {
    [.allocated, .planned, .done, .arrived, .ongoing]
  }

  /// «вежу відновила рада: 86 тис. євро виділила Бельгія», «додала мільйон: за нього куплено рентген».
  private func isDoneWork(_ at: Int, behind anchor: Int, _ range: Range<Int>) -> Bool {
    let token = document.tokens[at]
    guard token.kind == .word, token.cues.contains(.done), !isNoun(token),
      token.cues.isDisjoint(with: [.planned, .ongoing, .allocated]), !isPriceNoun(at),
      !isToBe(at)
    else { return false }
    guard at > anchor else {
      // «Машину купили коштом побратима: депутати виділили на неї 420 тис.».
      return token.cues.contains(.work)
        || (at..<anchor).contains { document.tokens[$0].mark == Mark.colon }
    }
    return !(max(range.lowerBound, at - 5)..<at).contains {
      ClaimReader.relatives.contains(document.tokens[$0].hash)
    }
  }

  private static let givings = WordSet(
    "дає дають дает дают виділяє виділяють выделяют gives giving granting grants lends lending")

  static let startsToCome = WordSet(
    """
    стартують стартує почнуться почнеться розпочнуть розпочнуться розпочнеться розпочне почнуть начнутся начнется     стартуют стартует начнут
    """)

  /// "is paid for by": who pays, and not that it was paid.
  private func isPresentPassive(_ at: Int) -> Bool {
    at > 0 && ClaimReader.payments.contains(document.tokens[at].hash)
      && ClaimReader.present.contains(document.tokens[at - 1].hash)
  }

  private static let payments = WordSet("paid financed funded supported provided covered")
  private static let present = WordSet("is are being")

  static let relatives = WordSet(
    "який яка яке які яку якого якої яких що де которая который которое которую которые где which that who where"
  )

  /// «будує місто: договір підписано»: a present that outlasts a signature.
  func isUnderWay(_ token: Token) -> Bool {
    token.kind == .word && token.cues.contains(.ongoing)
      && !WorksStates.adverbs.contains(token.hash)
  }

  /// "is being replaced": under way.
  private func isBeing(_ at: Int) -> Bool {
    at > 0 && document.tokens[at - 1].hash == ClaimReader.being
  }

  private static let being = WordHash(word: "being").value

  /// "now feeds the hospital", «тепер гріє 12 будинків»: what works is finished.
  private func isAtWork(_ at: Int, _ range: Range<Int>) -> Bool {
    (at..<max(at, min(range.upperBound, at + 2))).contains {
      ClaimReader.workingVerbs.contains(document.tokens[$0].hash)
    }
  }

  private static let nowWords = WordSet("now нині тепер сейчас теперь")
  private static let workingVerbs = WordSet(
    """
    feeds heats powers sees treats receives welcomes hosts serves supplies keeps runs boasts houses warms lights feed heat power serve supply keep живить живлять \
    гріє гріють обігріває обігрівають опалює опалюють постачає приймає приймають обслуговує обслуговують навчаються \
    вчаться живуть греет греют отапливает отапливают питает принимает принимают обслуживает обслуживают учатся живут
    """)

  /// "was re-roofed", «прокладено», «были заменены»: done, whatever the verb.
  private func isPassive(_ at: Int, _ range: Range<Int>) -> Bool {
    let token = document.tokens[at]
    guard token.flags.contains(.passive), token.end - token.start > 5,
      token.cues.isDisjoint(with: [.source, .need, .damage, .wish])
    else { return false }
    let before = max(range.lowerBound, at - 2)..<at
    if token.flags.contains(.latin) {
      return document.ends(token, with: "ed")
        && before.contains { ClaimReader.auxiliaries.contains(document.tokens[$0].hash) }
        && !isNoState(at)
    }
    guard token.flags.contains(.cyrillic), token.end - token.start > 14 else { return false }
    if Token.impersonals.end(token, document) {
      return !document.ends(token, with: "нно") && !isNoState(at)
    }
    return before.contains { ClaimReader.auxiliaries.contains(document.tokens[$0].hash) }
      && Token.shortPassives.end(token, document) && !isNoState(at)
  }

  private static let auxiliaries = WordSet(
    "was were been had был была было были уже вже полностью повністю")

  /// "will be rebuilt", "to be installed".
  func isToBe(_ at: Int) -> Bool {
    guard at > 0, document.tokens[at].cues.contains(.done) else { return false }
    let before = document.tokens[at - 1].hash
    // "will have repaired".
    return before == ClaimReader.be
      || at > 1 && before == ClaimReader.have && document.tokens[at - 2].hash == ClaimReader.will
  }

  private static let have = WordHash(word: "have").value
  private static let will = WordHash(word: "will").value
  private static let be = WordHash(word: "be").value

  /// "the full cost", "its cost": no verb.
  func isPriceNoun(_ at: Int) -> Bool {
    at > 0 && document.tokens[at].hash == ClaimReader.cost
      && ClaimReader.determiners.contains(document.tokens[at - 1].hash)
  }

  private static let cost = WordHash(word: "cost").value
  private static let determiners = WordSet(
    "the its their a full total of estimated whole overall at per final expected")

  /// «відновлення», "восстановление": the name of the work, not its end.
  func isNoun(_ token: Token) -> Bool {
    guard token.flags.contains(.cyrillic), token.end - token.start > 10 else { return false }
    return ClaimReader.nounEndings.end(token, document)
  }

  /// Of nouns in -ння, and of participles in a case no predicate has: «відремонтованого».
  private static let nounEndings = Endings([
    "ння", "нню", "нням", "нні", "ние", "ния", "нию", "нием", "нии", "ного", "ному", "ної", "них",
    "ними", "ття", "ттю", "ттям", "тті", "тих", "тої", "того", "тому", "ной", "ных", "ными", "ную",
    "ним", "ным", "ному",
  ])
}
