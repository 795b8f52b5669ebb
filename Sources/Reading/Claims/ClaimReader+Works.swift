import FundingCore

/// States of works that are told away from their money: in other sentences, by their parts, by what is still sought.
extension ClaimReader {
  func readStates(_ drafts: inout [Draft]) {
    for index in drafts.indices {
      readWorks(index, &drafts)
      readNextWorks(&drafts[index])
      readFinished(&drafts[index])
      readCollection(&drafts[index])
    }
    for index in drafts.indices { readParts(index, &drafts) }
    for index in drafts.indices { readShare(&drafts[index], drafts) }
  }

  /// «Будівництво обійшлося в 38 млн, з них 30 млн — субвенція»: a part of the sum of one sentence is as far as its
  /// whole, where no word of its own says otherwise.
  private func readShare(_ draft: inout Draft, _ drafts: [Draft]) {
    guard let whole = draft.partOf, drafts[whole].sentence == draft.sentence,
      draft.statusRule == "T3" || draft.statusRule == "T0" || draft.statusRule == "T6",
      drafts[whole].statusRule == "T1" || drafts[whole].statusRule == "T5",
      drafts[whole].status != draft.status, isTold(drafts[whole]),
      let proof = drafts[whole].evidence.last(where: { $0.field == .status })
    else { return }
    setStatus(drafts[whole].status, proof.tokens.lowerBound, "T10", &draft)
  }

  func setStatus(_ status: Status, _ at: Int, _ rule: RuleID, _ draft: inout Draft) {
    draft.status = status
    draft.statusRule = rule
    draft.prove(.status, at..<(at + 1), rule)
  }

  // MARK: Works under way

  /// Money given or promised to works whose state is told elsewhere: the works' state counts.
  private func readWorks(_ index: Int, _ drafts: inout [Draft]) {
    guard !document.allCues.isDisjoint(with: [.ongoing, .done]) else { return }
    let draft = drafts[index]
    guard mayBeUnderWay(draft) else { return }
    for distance in 1...4 {
      for statement in draft.statements {
        for at in [statement - distance, statement + distance]
        where document.sentences.indices.contains(at) && !draft.statements.contains(at) {
          guard let word = works.word(of: at), !hasOwnSum(at),
            draft.statusRule != "T2" || isSameParagraph(at, statement),
            shares(draft, drafts, document.sentences[at].tokens)
              || names(.sector, in: document.sentences[at].tokens).isEmpty
                && (distance <= 2 || isAlone(index, at, drafts))
          else { continue }
          setStatus(.ongoing, word, "T7", &drafts[index])
          return
        }
      }
    }
  }

  /// Whether the money is said to be spent on a thing that the sentence names itself.
  private func isSpent(_ draft: Draft) -> Bool {
    guard let proof = draft.evidence.last(where: { $0.field == .status }),
      isPayment(document.tokens[proof.tokens.lowerBound])
    else { return false }
    let own = document.sentences[Int(document.sentenceOf[proof.tokens.lowerBound])].tokens
    return document.sentences[draft.sentence].part == .text && !cues(own).contains(.this)
      || !names(.sector, in: own).isEmpty && !cues(own).contains(.tender)
  }

  func isSameParagraph(_ left: Int, _ right: Int) -> Bool {
    document.sentences[left].paragraph == document.sentences[right].paragraph
      && document.sentences[left].part == document.sentences[right].part
  }

  /// Whether the state of works may stand above what is said of a claim's money.
  private func mayBeUnderWay(_ draft: Draft) -> Bool {
    guard draft.statusRule != "T1", draft.statusRule != "T5" else { return false }
    let own = draft.statements.reduce(into: Cues()) {
      $0.formUnion(cues(document.sentences[$1].tokens))
    }
    // «Кошти, 64 млн, надала Польща» gives money, not things.
    let isMoney = (own.contains(.fund) || own.contains(.this)) && !own.contains(.goods)
    let isGift =
      own.contains(.handOver) && !isMoney || own.contains(.goods) && !own.contains(.grant)
    guard !isGift || own.contains(.works) else { return false }
    if draft.statusRule == "T4", isSpent(draft) { return false }
    guard draft.statusRule == "T2" else { return true }
    // A signed contract or a price to come tells of works, «потратят», «заплатить» of money.
    guard let proof = draft.evidence.last(where: { $0.field == .status }) else { return false }
    let word = document.tokens[proof.tokens.lowerBound]
    return word.cues.contains(.cost) || word.cues.contains(.pricing)
      || !own.isDisjoint(with: [.tender]) && word.cues.isDisjoint(with: [.give, .bears])
  }

  /// Whether a range speaks of a sector of the claim.
  private func shares(_ draft: Draft, _ drafts: [Draft], _ range: Range<Int>) -> Bool {
    var sectors = draft.sectors
    if sectors.isEmpty, let whole = draft.partOf { sectors = drafts[whole].sectors }
    return names(.sector, in: range).contains { sectors.contains($0.id) }
  }

  /// Whether no other project's money is told between a claim and a sentence.
  private func isAlone(_ index: Int, _ sentence: Int, _ drafts: [Draft]) -> Bool {
    let own = drafts[index]
    let between = min(own.sentence, sentence)...max(own.sentence, sentence)
    return (max(0, index - 8)..<min(drafts.count, index + 9)).allSatisfy {
      let other = drafts[$0]
      return $0 == index || !between.contains(other.sentence) || other.partOf == index
        || own.partOf == $0 || own.partOf != nil && own.partOf == other.partOf
    }
  }

  /// «Данія дала 2 млн на школу. Роботи почнуться влітку»: the works' own sentence right behind that of the money.
  private func readNextWorks(_ draft: inout Draft) {
    guard draft.statusRule == "T4" || draft.statusRule == "T3", let last = draft.statements.last,
      last + 1 < document.sentences.count, isSameParagraph(last, last + 1), !hasOwnSum(last + 1),
      !document.cuesOf[last].contains(.goods) || document.cuesOf[last].contains(.works)
    else { return }
    let tokens = document.sentences[last + 1].tokens
    // «Підрядник визначений, роботи почнуться після 1 травня».
    if let at = tokens.first(where: {
      ClaimReader.startsToCome.contains(document.tokens[$0].hash) && $0 > tokens.lowerBound
        && ClaimReader.worksNouns.contains(document.tokens[$0 - 1].hash)
    }) {
      return setStatus(.planned, at, "T7", &draft)
    }
    guard
      tokens.prefix(2).contains(where: {
        ClaimReader.worksNouns.contains(document.tokens[$0].hash)
      }), let found = status(in: tokens, anchor: tokens.lowerBound), let at = found.1,
      found.2 == "T2" || found.2 == "T5" || found.2 == "T1"
    else { return }
    setStatus(found.0, at, "T7", &draft)
  }

  static let worksNouns = WordSet(
    """
    роботи ремонт будівництво відновлення реконструкцію реконструкція будувати ремонтувати зведення монтаж \
    работы строительство восстановление реконструкция реконструкцию строить ремонтировать works work construction repairs \
    rebuilding building repair installation
    """)

  // MARK: Works that are done

  /// «Достроїли укриття. Гроші, 500 тис. євро, виділив Тайвань»: money for what the sentence before says is done.
  private func readFinished(_ draft: inout Draft) {
    guard draft.statusRule == "T3", draft.statements.count == 1, draft.sentence > 0,
      document.sentences[draft.sentence].part == .text,
      !document.sentences[draft.sentence].isBullet,
      names(.sector, in: document.sentences[draft.sentence].tokens).isEmpty
    else { return }
    for before in [draft.sentence - 1, draft.sentence - 2] where before >= 0 {
      let sentence = document.sentences[before]
      guard isSameParagraph(before, draft.sentence), !sentence.isBackground, !hasOwnSum(before)
      else { return }
      guard let found = status(in: sentence.tokens, anchor: sentence.tokens.upperBound) else {
        continue
      }
      if found.2 == "T1", let at = found.1, !names(.sector, in: sentence.tokens).isEmpty {
        setStatus(.completed, at, "T8", &draft)
      }
      return
    }
  }

  // MARK: Collections and totals

  /// «Мета — 1,5 млн, зібрано 900 тис.»: a collection that has not reached its end.
  private func readCollection(_ draft: inout Draft) {
    guard draft.status == .completed || ["T0", "T6"].contains(draft.statusRule), draft.sum >= 0
    else { return }
    let own = document.sums[draft.sum]
    for statement in draft.statements {
      let tokens = document.sentences[statement].tokens
      guard
        let word = tokens.first(where: {
          document.tokens[$0].cues.contains(.raised)
            || ClaimReader.accounts.contains(document.tokens[$0].hash)
        })
      else { continue }
      for near in max(0, statement - 2)..<min(document.sentences.count, statement + 3) {
        for index in document.sums(in: near) {
          let goal = document.sums[index]
          guard goal.role == .need, goal.currency == own.currency, goal.value > own.value
          else { continue }
          setStatus(.ongoing, word, "T9", &draft)
          draft.isCumulative = true
          draft.prove(.cumulative, word..<(word + 1), "C1")
          return
        }
      }
    }
  }

  private static let accounts = WordSet("рахунку рахунок рахунках счету счете счетах account")

  /// A total some of whose parts are under way or done; a whole of which a part has come.
  private func readParts(_ index: Int, _ drafts: inout [Draft]) {
    let parts = parts(of: index, drafts)
    guard !parts.isEmpty else { return }
    let whole = drafts[index]
    let isNamed = isWholeNamed(whole.sum, whole.segment)
    if !isNamed, whole.statusRule == "T6" || whole.statusRule == "T0" {
      // What the parts say of themselves goes before what others do.
      let told = parts.filter { isTold(drafts[$0]) }.map { drafts[$0] }
      if let first = told.first, told.allSatisfy({ $0.status == first.status }),
        let proof = first.evidence.last(where: { $0.field == .status })
      {
        setStatus(first.status, proof.tokens.lowerBound, "T10", &drafts[index])
        return
      }
    }
    let isMoney = whole.statusRule == "T3" || whole.statusRule == "T0" || whole.statusRule == "T6"
    guard whole.status == .planned && isMoney || isNamed else { return }
    for part in parts where isTold(drafts[part]) {
      guard let proof = drafts[part].evidence.last(where: { $0.field == .status }) else { continue }
      if drafts[part].status == .ongoing || drafts[part].status == .completed {
        setStatus(.ongoing, proof.tokens.lowerBound, "T10", &drafts[index])
        return
      }
    }
  }

  private func parts(of whole: Int, _ drafts: [Draft]) -> [Int] {
    (max(0, whole - 8)..<min(drafts.count, whole + 9)).filter {
      $0 != whole && drafts[$0].partOf == whole
    }
  }

  /// Whether a claim's state stands in its own sentence.
  private func isTold(_ draft: Draft) -> Bool {
    guard let proof = draft.evidence.last(where: { $0.field == .status }) else { return false }
    return draft.statements.contains(Int(document.sentenceOf[proof.tokens.lowerBound]))
      && draft.statusRule != "T6" && draft.statusRule != "T0"
  }

  // MARK: Words that tell no state

  /// «поділено між донорами», «роботи тривали рік», «передано на розгляд», "opened a budget line".
  func isNoState(_ at: Int) -> Bool {
    let token = document.tokens[at]
    if ClaimReader.noStates.contains(token.hash) { return true }
    if ClaimReader.managing.contains(token.hash) {
      return (max(0, at - 2)..<at).contains {
        ClaimReader.byWhom.contains(document.tokens[$0].hash)
      }
    }
    guard !token.cues.isDisjoint(with: [.arrived, .done, .handOver]) else { return false }
    if isEndOfTender(at) { return true }
    for next in at + 1..<min(document.tokens.count, at + 5) {
      let word = document.tokens[next]
      if word.kind == .mark { break }
      if ClaimReader.papers.contains(word.hash),
        ClaimReader.to.contains(document.tokens[next - 1].hash)
      {
        return true
      }
      if ClaimReader.openings.contains(word.hash), ClaimReader.opens.contains(token.hash) {
        return true
      }
    }
    return false
  }

  /// «Торги завершилися», "the auction was completed": the end of the bidding, not of the works.
  private func isEndOfTender(_ at: Int) -> Bool {
    let token = document.tokens[at]
    let number = Int(document.sentenceOf[at])
    guard document.cuesOf[number].contains(.tender),
      ClaimReader.ends.contains(where: { document.begins(token, with: $0) })
    else {
      return false
    }
    let sentence = document.sentences[number].tokens
    let near = max(sentence.lowerBound, at - 6)..<min(sentence.upperBound, at + 4)
    return near.contains { ClaimReader.biddings.contains(document.tokens[$0].hash) }
  }

  private static let ends: [StaticString] = [
    "заверш", "Заверш", "закінч", "Закінч", "законч", "Законч", "complet", "finish", "проведе",
    "провел",
  ]
  private static let biddings = WordSet(
    """
    торги торгів аукціон аукціону тендер тендеру закупівля закупівлю конкурс конкурсу аукцион тендера закупка закупку \
    конкурса торгов auction tender bidding procurement
    """)

  private static let noStates = WordSet(
    "поділено сказано зазначено вказано повідомлено уточнено названо оприлюднено заявлено пожертва пожертви пожертву пожертвою пожертв пожертвами пожертвам тривали тривав тривало длились длилась длился длилось продолжались продолжалась продолжался lasted"
  )
  private static let managing = WordSet(
    "управляє управляють керує керують управляет управляют координує координирует manages administers"
  )
  private static let byWhom = WordSet("яким якою якими котрим которым которой которыми which that")
  private static let to = WordSet("на for to до")
  private static let papers = WordSet(
    "розгляд погодження затвердження підпис виплату ратифікацію рассмотрение согласование утверждение подпись выплату ратификацию approval review signature consideration ratification"
  )
  private static let opens = WordSet(
    "відкрив відкрила відкрили відкрило відкрито открыл открыла открыли открыло открыт открыта opened"
  )
  private static let openings = WordSet(
    "лінію рахунок рахунки тендер торги конкурс збір аукціон линию счет тендер торги конкурс сбор аукцион line account tender call bidding fundraiser appeal auction"
  )

  /// «заплатив», "spent": money that is gone, whatever the works' state.
  func isPayment(_ token: Token) -> Bool {
    ClaimReader.payments.contains { document.begins(token, with: $0) }
  }

  private static let payments: [StaticString] = [
    "витрат", "витрач", "потрат", "потрач", "сплат", "оплат", "оплач", "заплат", "заплач", "освоє",
    "освоїл", "освоил", "освоен", "израсход", "уплат", "spent", "paid",
  ]

  /// A present of works that no relative clause tells: «окна школы, их сейчас ставят».
  func isGoingOn(_ at: Int, _ range: Range<Int>) -> Bool {
    let token = document.tokens[at]
    guard isUnderWay(token), token.cues.isDisjoint(with: [.give, .planned]),
      !document.isBareGerund(at), !isSinceWhen(at),
      !isNoState(at), !ClaimReader.managing.contains(token.hash)
    else { return false }
    return !(max(range.lowerBound, at - 5)..<at).contains {
      ClaimReader.relatives.contains(document.tokens[$0].hash)
    }
  }

  /// Whether a sentence only likens: «подібна клініка обійшлася у 31 млн».
  func likens(_ sentence: Int) -> Bool {
    let all = cues(document.sentences[sentence].tokens)
    return !all.isDisjoint(with: [.likened, .compared])
  }

  /// Words of allocating that are still to come.
  static let future = WordSet("виділить виділять выделит выделят надасть нададуть")
}
