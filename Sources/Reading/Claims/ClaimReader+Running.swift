import FundingCore

/// Totals that run since some beginning.
extension ClaimReader {
  // MARK: Running totals

  /// A total since some beginning, told in its own sentence or, for a programme, at the head of its paragraph.
  func readRunning(_ draft: inout Draft) {
    for sentence in draft.statements where document.cuesOf[sentence].contains(.since) {
      if isOfAnother(sentence, draft) { continue }
      // What is still planned for years to come is no running total, unless so much has been reached.
      let reached = draft.status == .planned ? reached(sentence, draft) : nil
      guard draft.status != .planned || reached != nil,
        let at = document.first(.since, in: document.sentences[sentence].tokens)
      else { continue }
      if let reached { setStatus(.completed, reached, "T11", &draft) }
      draft.isCumulative = true
      draft.prove(.cumulative, at..<(at + 1), "C1")
      return
    }
    for sentence in draft.statements {
      let tokens = document.sentences[sentence].tokens
      guard
        let start = beginning(tokens) ?? monthOfBeginning(tokens) ?? collected(sentence, draft)
      else { continue }
      let reached = draft.status == .planned ? reached(sentence, draft) : nil
      guard draft.status != .planned || reached != nil else { continue }
      if let reached { setStatus(.completed, reached, "T11", &draft) }
      draft.isCumulative = true
      draft.prove(.cumulative, start, "C1")
      return
    }
    guard let last = draft.statements.last else { return }
    for before in stride(from: last - 1, through: max(0, last - 4), by: -1)
    where isSameParagraph(before, last) {
      let refersBack = before == last - 1 && draft.status != .planned && countsUp(last)
      if refersBack || before == last - 1 && draft.status != .planned && opensWithMoney(last),
        let start = beginning(document.sentences[before].tokens)
      {
        draft.isCumulative = true
        draft.prove(.cumulative, start, "C2")
        return
      }
      guard document.cuesOf[before].contains(.since),
        refersBack || document.cuesOf[before].contains(.programme),
        let at = document.first(.since, in: document.sentences[before].tokens.prefix(4))
      else { continue }
      draft.isCumulative = true
      draft.prove(.cumulative, at..<(at + 1), "C2")
      return
    }
  }

  /// «З 2022 року», «Від квітня 2022-го» at the opening of a sentence that names no end of it.
  private func beginning(_ range: Range<Int>) -> Range<Int>? {
    guard
      let from = range.prefix(2).first(where: {
        ClaimReader.fromYear.contains(document.tokens[$0].hash)
      })
    else { return nil }
    let year = (from + 1..<min(range.upperBound, from + 4)).first {
      let token = document.tokens[$0]
      return token.kind == .number && token.end - token.start == 4
        && document.begins(token, with: "20")
    }
    guard let year, year + 1 < range.upperBound,
      document.begins(document.tokens[year + 1], with: "ро")
        || document.begins(document.tokens[year + 1], with: "го")
        || document.tokens[year + 1].mark == Mark.dash
    else { return nil }
    let isSpan = (year + 1..<min(range.upperBound, year + 5)).contains {
      ClaimReader.untilYear.contains(document.tokens[$0].hash)
    }
    return isSpan ? nil : from..<(year + 1)
  }

  private static let fromYear = WordSet("з із зі від с от починаючи начиная")
  private static let untilYear = WordSet("до по")

  /// «На це пішло 9 млн», «Загальні витрати — 9 млн»: what was told in the sentence before, counted up.
  private func countsUp(_ sentence: Int) -> Bool {
    document.sentences[sentence].tokens.prefix(4).contains {
      !document.tokens[$0].cues.isDisjoint(with: [.this, .total])
    }
  }

  /// «Гроші дали Канада та ЄС — понад 3 млн»: the money of what the sentence before tells.
  private func opensWithMoney(_ sentence: Int) -> Bool {
    let opening = document.sentences[sentence].tokens.prefix(2)
    return cues(opening).contains(.fund)
  }

  /// «внески з 2022 року сягнули 163,6 млн»: the word that tells what a total has come to, where no plan is told.
  private func reached(_ sentence: Int, _ draft: Draft) -> Int? {
    guard ["T0", "T3", "T6"].contains(draft.statusRule) else { return nil }
    if draft.statusRule == "T3",
      let at = document.sentences[sentence].tokens.first(where: {
        ClaimReader.pastAllotments.contains(document.tokens[$0].hash)
      })
    {
      return at
    }
    let start = document.sums[draft.sum].tokens.lowerBound
    return (max(document.sentences[sentence].tokens.lowerBound, start - 3)..<max(start, 0)).first {
      ClaimReader.totalVerbs.contains(document.tokens[$0].hash)
    }
  }

  /// «з 2022 року Данія спрямувала»: what has been given since.
  private static let pastAllotments = WordSet(
    """
    спрямував спрямувала спрямували спрямувало виділив виділила виділили виділило скерувала скерували додала додали спрямовано виділено скеровано направлено перераховано перечислено выделено \
    направил направила направили направило выделил выделила выделили выделило allocated directed channelled
    """)
  private static let totalVerbs = WordSet(
    """
    сягнули сягнула сягнув сягнуло сягають склали склала склав склало становить становлять досягли досягла досяг \
    перевищили перевищила перевищив достигли достигла достиг составили составила составил превысили превысила \
    reached totalled totaled exceeded amounted reaches totals amounts exceeds
    """)

  /// «Загалом від травня містяни отримали 41,3 млн»: a month, where the sentence sums up.
  private func monthOfBeginning(_ range: Range<Int>) -> Range<Int>? {
    guard cues(range.prefix(4)).contains(.total) else { return nil }
    for at in range.prefix(6).dropLast()
    where ClaimReader.fromYear.contains(document.tokens[at].hash) {
      if ClaimReader.monthsSince.contains(document.tokens[at + 1].hash) { return at..<(at + 2) }
    }
    return nil
  }

  private static let monthsSince = WordSet(
    """
    січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня весни осені зими літа \
    января февраля марта апреля мая июня июля августа сентября октября ноября декабря весны осени зимы лета
    """)

  /// "Donations have reached $5m", «пожертви сягнули 5 млн»: what many gave comes to so much by now.
  private func collected(_ sentence: Int, _ draft: Draft) -> Range<Int>? {
    let start = document.sums[draft.sum].tokens.lowerBound
    let tokens = document.sentences[sentence].tokens
    guard tokens.contains(start) else { return nil }
    let verb = (max(tokens.lowerBound, start - 3)..<start).first {
      ClaimReader.totalVerbs.contains(document.tokens[$0].hash)
    }
    guard let verb else { return nil }
    let gifts = (tokens.lowerBound..<verb).first {
      ClaimReader.gifts.contains(document.tokens[$0].hash)
    }
    return gifts.map { $0..<($0 + 1) }
  }

  private static let gifts = WordSet(
    """
    donations contributions внески пожертви пожертв внесків пожертвування благодійні взносы пожертвования \
    пожертвований взносов
    """)

  /// "€1.6 million, and 5,200 households have been registered so far": the count behind a comma, not the sum.
  private func isOfAnother(_ sentence: Int, _ draft: Draft) -> Bool {
    let end = document.sums[draft.sum].tokens.upperBound
    let tokens = document.sentences[sentence].tokens
    guard tokens.contains(end - 1), let at = document.first(.since, in: tokens), at > end else {
      return false
    }
    guard let comma = (end..<at).first(where: { document.tokens[$0].mark == Mark.comma }) else {
      return false
    }
    return document.tokens[comma + 1].cues.contains(.and)
      && (comma..<at).contains { document.tokens[$0].kind == .number }
  }
}

/// States told by an increase, by money that came, by a price to come.
extension ClaimReader {
  /// «Видатки збільшили за такими напрямами: • …»: money set aside for what follows.
  func raisedStatus(_ draft: Draft) -> (Status, Int?, RuleID)? {
    guard let head = listHead(draft.sentence),
      let at = document.first(.raises, in: document.sentences[head].tokens)
    else { return nil }
    return (.planned, at, "T3")
  }

  /// «Ці кошти вже надійшли»: what was only allocated has come.
  func arrived(_ found: (Status, Int?, RuleID), _ draft: Draft) -> (Status, Int?, RuleID)? {
    guard found.2 == "T3" else { return nil }
    for sentence in draft.statements {
      for follower in followers(of: sentence) {
        let tokens = document.sentences[follower].tokens
        guard !cues(tokens.prefix(4)).isDisjoint(with: [.fund]),
          document.cuesOf[follower].isDisjoint(with: [.not, .planned])
        else { continue }
        if let at = tokens.first(where: {
          ClaimReader.comings.contains(document.tokens[$0].hash)
        }) {
          if let at = document.first(.ongoing, in: tokens) { return (.ongoing, at, "T5") }
          return (.completed, at, "T4")
        }
      }
      // «виділили по 30 тис., гроші вже на рахунках».
      let tokens = document.sentences[sentence].tokens
      if let at = tokens.first(where: { ClaimReader.onAccount.contains(document.tokens[$0].hash) }),
        document.tokens[at - (at > 0 ? 1 : 0)].cues.contains(.into)
          || ClaimReader.onWords.contains(document.tokens[at - (at > 0 ? 1 : 0)].hash),
        document.cuesOf[sentence].contains(.fund),
        document.cuesOf[sentence].isDisjoint(with: [.not])
      {
        return (.completed, at, "T4")
      }
    }
    return nil
  }

  private static let onAccount = WordSet("рахунку рахунках счету счетах account accounts")
  private static let onWords = WordSet("на in on")
  private static let comings = WordSet(
    """
    надійшли надійшло надійшла прийшли прийшло зараховані зараховано отримані отримано перераховані перераховано \
    поступили поступило пришли пришло зачислены получены перечислены arrived received transferred
    """)

  /// "since it was launched", «з часу запуску»: a beginning, no state.
  func isSinceWhen(_ at: Int) -> Bool {
    (max(0, at - 4)..<at).contains {
      ClaimReader.sinceWords.contains(document.tokens[$0].hash)
        && ClaimReader.clauseHeads.contains(document.tokens[$0 + 1].hash)
        && document.sentenceOf[$0] == document.sentenceOf[at]
    }
  }

  private static let clauseHeads = WordSet("it the its their they this that he she his her we our")

  private static let sinceWords = WordSet("since відколи")

  /// «готовність надати допомогу»: readiness without a share is no state.
  func isBareReadiness(_ at: Int, _ range: Range<Int>) -> Bool {
    ClaimReader.readiness.contains(document.tokens[at].hash)
      && !(at + 1..<max(at + 1, min(range.upperBound, at + 8))).contains { document.isPercent($0) }
  }

  static let readiness = WordSet("готовність готовность readiness")

  /// «відновили ремонт», "resumed work": it goes on.
  func isResumed(_ at: Int, _ range: Range<Int>) -> Bool {
    let token = document.tokens[at]
    guard
      ["віднов", "Віднов", "возобн", "Возобн", "поновил", "restart", "resum"].contains(where: {
        document.begins(token, with: $0)
      })
    else { return false }
    return (at + 1..<max(at + 1, min(range.upperBound, at + 3))).contains {
      ClaimReader.worksNouns.contains(document.tokens[$0].hash)
    } || isOfWorks(at)
  }

  /// «Ремонт 14 шкіл на 2 млн євро відновили у травні»: a sentence that opens with the works, and the verb has no object
  /// of its own.
  private func isOfWorks(_ at: Int) -> Bool {
    let sentence = document.sentences[Int(document.sentenceOf[at])].tokens
    guard at > sentence.lowerBound + 1,
      sentence.prefix(2).contains(where: {
        ClaimReader.openingWorks.contains(document.tokens[$0].hash)
      })
    else { return false }
    guard at + 1 < sentence.upperBound else { return true }
    let next = document.tokens[at + 1]
    return next.kind == .mark || !next.cues.isDisjoint(with: [.into, .from, .with])
      || ClaimReader.times.contains(next.hash)
  }

  private static let openingWorks = WordSet(
    "ремонт роботи робота будівництво реконструкцію реконструкція відбудову капремонт добудову строительство работы реконструкцию"
  )
  private static let times = WordSet(
    "у в на з від після лише тільки цього торік навесні влітку восени взимку минулого нещодавно вчора в во после лишь только этой весной летом осенью зимой недавно"
  )

  /// A signature, a tender or a contract told as the state of works.
  func isOfContract(_ at: Int) -> Bool {
    let token = document.tokens[at]
    return token.cues.contains(.tender) || document.begins(token, with: "підпис")
      || document.begins(token, with: "подпис") || document.begins(token, with: "sign")
  }

  /// "Design work is under way", «триває проєктування»: no works yet.
  func isDesigning(_ at: Int, _ range: Range<Int>) -> Bool {
    (max(range.lowerBound, at - 6)..<min(range.upperBound, at + 4)).contains { at in
      ClaimReader.designs.contains { document.begins(document.tokens[at], with: $0) }
    }
  }

  private static let designs: [StaticString] = [
    "проєктуван", "проектуван", "Проєктуван", "проектирован", "Проектирован", "design", "Design",
  ]

  /// "will cost €5m": a price to come.
  func isWillCost(_ at: Int) -> Bool {
    at > 1 && ClaimReader.costVerb.contains(document.tokens[at].hash)
      && (at - 2..<at).contains { ClaimReader.willWords.contains(document.tokens[$0].hash) }
  }

  private static let costVerb = WordSet("cost")
  private static let willWords = WordSet("will would may should to")
}
