import FundingCore

/// Towns that pay without a verb of paying.
extension PartyReader {
  /// «обійшлося громаді в 6 млн», «стоило городу»: whom something cost has paid for it.
  func costs(_ index: Int, _ sentence: Sentence) -> Bool {
    guard hasSum(sentence) else { return false }
    let near =
      max(
        sentence.tokens.lowerBound, index - 3)..<min(sentence.tokens.upperBound, index + 4)
    return near.contains {
      let token = document.tokens[$0]
      return token.cues.contains(.cost)
        && PartyReader.costVerbs.contains {
          document.begins(token, with: $0)
        }
    }
  }

  /// «Кременчук витратив 6 млн», "Poltava paid for the design": a town of Ukraine as the subject of a paying verb.
  func payingTowns() -> [Name] {
    var result: [Name] = []
    for name in document.names where name.kind == .place && !name.isAdjective {
      let sense = document.lexicon.senses[Int(name.id)]
      guard sense.kind == .place, facts.placeKinds[Int(sense.id)] == .city,
        result.count < 40, pays(name)
      else { continue }
      result.append(Name(kind: .organisation, id: budgets.city, tokens: name.tokens))
    }
    return result
  }

  private func pays(_ name: Name) -> Bool {
    let sentence = document.sentences[Int(document.sentenceOf[name.tokens.lowerBound])]
    let (start, end) = (name.tokens.lowerBound, name.tokens.upperBound)
    guard end < sentence.tokens.upperBound,
      PartyReader.townVerbs.contains(document.tokens[end].hash),
      !PartyReader.capitalOfUkraine.contains(document.tokens[start].hash), hasSum(sentence)
    else { return false }
    guard start > sentence.tokens.lowerBound else { return true }
    let before = document.tokens[start - 1]
    return before.kind == .mark || before.cues.contains(.and)
  }

  private static let townVerbs = WordSet(
    "paid spent allocated contributed виділив виділила виділило витратив витратила витратило заплатив заплатила оплатив оплатила доплатив доплатила вклав вклала профінансував профінансувала выделил выделила потратил потратила заплатил заплатила оплатил оплатила доплатил доплатила вложил вложила профинансировал профинансировала"
  )
  /// Stands for the state as often as for the town.
  private static let capitalOfUkraine = WordSet("київ киев kyiv kiev")

  /// «Чеське місто віддало»: the town abroad that was named before; -1 where none was.
  func townAbroad(_ index: Int) -> Int32? {
    let before = document.firstName(from: index) - 1
    guard before >= 0, document.names[before].tokens.upperBound == index,
      document.names[before].kind == .organisation, document.names[before].isAdjective,
      facts.body(document.names[before].id)?.isUkrainian == false
    else { return nil }
    for at in stride(from: before - 1, through: max(0, before - 40), by: -1) {
      let name = document.names[at]
      guard name.kind == .organisation, !name.isStranger, let body = facts.body(name.id) else {
        continue
      }
      if body.kind == .city, !body.isUkrainian { return name.id }
    }
    return -1
  }

  static let oblastBodyList =
    "ова ода облрада облсовет облгосадминистрация облдержадміністрація облвійськадміністрація"
  /// Bodies that act, where «область» may be only where something is.
  static let actingBodies = WordSet(oblastBodyList + " " + administrations)
  static let administrations = "адміністрація рада администрация совет administration council"

  /// «обласна військова адміністрація», "the regional council": whose, told one or two words before.
  func administration(_ index: Int, _ sentence: Sentence) -> UInt8? {
    if isSmallCouncil(index, sentence) { return 0 }
    let near = max(sentence.tokens.lowerBound, index - 3)..<index
    let isOblast = near.contains { at in
      PartyReader.oblastWords.contains { document.begins(document.tokens[at], with: $0) }
    }
    return isOblast ? 2 : nil
  }

  private static let oblastWords: [StaticString] = [
    "обласн", "Обласн", "областн", "Областн", "regional", "Regional", "oblast", "Oblast",
  ]

  /// «місто-побратим», «коштом міста-побратима», "the sister city" behind it: no town of Ukraine.
  func isTwin(_ index: Int) -> Bool {
    (index + 1..<min(document.tokens.count, index + 4)).contains {
      document.begins(document.tokens[$0], with: "побратим")
    }
      || index > 0 && PartyReader.twinWords.contains(document.tokens[index - 1].hash)
  }

  private static let twinWords = WordSet("sister twin")

  /// The town abroad that was named last before a token.
  func twin(before index: Int) -> Int32? {
    let before = document.firstName(from: index)
    return document.names[max(0, before - 40)..<before].last {
      guard $0.kind == .organisation, !$0.isStranger, let body = facts.body($0.id) else {
        return false
      }
      return body.kind == .city && !body.isUkrainian
    }?.id
  }

  /// Whether a word is part of a place's name.
  func isInPlace(_ index: Int) -> Bool {
    let low = document.firstName(from: index + 1)
    return (max(0, low - 3)..<low).contains {
      document.names[$0].kind == .place && document.names[$0].tokens.contains(index)
    }
  }

  /// «город собрал среди доноров»: who collects does not pay.
  static let collecting: [StaticString] = ["зібра", "собра", "collect", "raised"]
  static let signing: [StaticString] = ["sign", "підпис", "подпис", "уклал", "заключ"]

  /// Whether an organisation is called a fund or foundation.
  func isFund(_ name: Name) -> Bool {
    if name.isStranger {
      return name.tokens.contains { PartyReader.fundWords.contains(document.tokens[$0].hash) }
    }
    return facts.body(name.id)?.isFund == true
  }

  /// «через фонд», "through the fund", «того самого фонду»: the fund named last.
  func isSameFund(_ index: Int) -> Bool {
    let token = document.tokens[index]
    if token.flags.contains([.capital, .cyrillic]),
      index > document.sentences[Int(document.sentenceOf[index])].tokens.lowerBound
    {
      return true
    }
    return (max(0, index - 2)..<index).contains {
      PartyReader.sameFund.contains(document.tokens[$0].hash)
    }
  }

  private static let sameFund = WordSet(
    "through via через того самого цього того-таки этого этот тот same цей")

  static let bodyDatives = WordSet("громаді місту громаде городу общине державі государству")
  private static let costVerbs: [StaticString] = ["обій", "обош", "обой", "кошту", "стои"]

  /// «фундаменти залило місто»: a past in the neuter right before its subject.
  func builds(_ index: Int, _ sentence: Sentence) -> Bool {
    guard index > sentence.tokens.lowerBound, hasSum(sentence),
      PartyReader.towns.contains(document.tokens[index].hash)
    else { return false }
    let before = document.tokens[index - 1]
    return before.kind == .word && before.cues.isDisjoint(with: PartyReader.noPayment)
      && document.ends(before, with: "ло") && before.end - before.start > 6
  }

  private static let towns = WordSet("місто")

  /// «оплатили Польща і громада», "Poland and the municipality split": named beside a payer in one list.
  func sharesCost(_ index: Int, _ sentence: Sentence) -> Bool {
    let the = document.tokens[index - 1].hash == PartyReader.the ? 1 : 0
    let joint = index - 1 - the
    guard joint > sentence.tokens.lowerBound, document.tokens[joint].cues.contains(.and),
      !document.cues(sentence.tokens).isDisjoint(with: [.give]), hasSum(sentence)
    else { return false }
    let before = document.firstName(from: joint) - 1
    guard before >= 0 else { return false }
    let name = document.names[before]
    return name.kind == .organisation && name.tokens.upperBound == joint
      && (name.isStranger || facts.body(name.id)?.isPublic == false)
  }

  /// "UAH 10 million from the city", «10 млн грн від громади».
  func isSource(_ index: Int, _ sentence: Sentence) -> Bool {
    let the = index > 0 && document.tokens[index - 1].hash == PartyReader.the ? 1 : 0
    let from = index - 1 - the
    guard from > sentence.tokens.lowerBound, document.tokens[from].cues.contains(.from),
      !PartyReader.outOf.contains(document.tokens[from].hash),
      document.tokens[from].hash != PartyReader.by
    else { return false }
    if PartyReader.restWords.contains(document.tokens[from - 1].hash)
      || document.tokens[from - 1].cues.contains(.receive), hasSum(sentence)
    {
      return true
    }
    let sum = document.firstSum(coreFrom: max(sentence.tokens.lowerBound, from - 6))
    return sum < document.sums.count && document.sums[sum].tokens.upperBound == from
  }

  /// «за другу, 30 млн грн, — місто»: the verb was said of the payer before.
  func isGapped(_ index: Int, _ sentence: Sentence) -> Bool {
    guard index > sentence.tokens.lowerBound + 3 else { return false }
    let dash = document.tokens[index - 1]
    guard dash.mark == Mark.dash, dash.flags.contains(.spaced),
      !PartyReader.genitives.contains(document.tokens[index].hash)
    else { return false }
    var end = index - 1
    if document.tokens[end - 1].mark == Mark.comma { end -= 1 }
    if PartyReader.restWords.contains(document.tokens[end - 1].hash), hasSum(sentence) {
      return true
    }
    let sum = document.firstSum(coreFrom: max(sentence.tokens.lowerBound, end - 6))
    return sum < document.sums.count && document.sums[sum].tokens.upperBound == end
  }

  private static let restWords = WordSet(
    "решту решта половину половина остальное остаток остальные rest remainder balance percent half")
  static let genitives = WordSet("міста громади города общины держави государства області")

  /// «та ж казна дасть», "the budget has paid": the budget that was named before.
  func sameBudget(_ token: Token, _ index: Int, _ found: [Name]) -> Int32? {
    guard token.cues.contains(.budget), index > 0,
      PartyReader.sameWords.contains(document.tokens[index - 1].hash),
      (index + 1..<min(document.tokens.count, index + 3)).contains(where: {
        document.tokens[$0].cues.contains(.give)
      })
    else { return nil }
    let sentence = document.sentenceOf[index]
    return found.last {
      ($0.id == budgets.city || $0.id == budgets.state || $0.id == budgets.oblast)
        && $0.tokens.upperBound < index
        && sentence - document.sentenceOf[$0.tokens.lowerBound] <= 4
    }?.id
  }

  private static let sameWords = WordSet(
    "the ж же самий самий цей той та этот тот та та-таки ж-таки")

  /// The first of two budgets, where the table names the second.
  func elidedBudgets() -> [Name] {
    document.names.flatMap { name -> [Name] in
      guard name.kind == .organisation, name.tokens.count > 1, !name.isStranger,
        facts.body(name.id)?.kind == .stateBudget
      else { return [] }
      return elided(
        before: name.tokens.upperBound - 1,
        document.sentences[Int(document.sentenceOf[name.tokens.lowerBound])])
    }
  }

  /// «державний та обласний бюджети», "the state and city budgets": the first of two, whose noun is said once.
  func elided(before index: Int, _ sentence: Sentence) -> [Name] {
    var at = index - 3
    guard at >= sentence.tokens.lowerBound, document.tokens[at + 1].cues.contains(.and),
      PartyReader.levels.contains(document.tokens[at].hash),
      PartyReader.levels.contains(document.tokens[at + 2].hash)
    else { return [] }
    var result = [Name(kind: .organisation, id: level(of: at), tokens: at..<(at + 1))]
    while at - 2 >= sentence.tokens.lowerBound, document.tokens[at - 1].mark == Mark.comma,
      PartyReader.levels.contains(document.tokens[at - 2].hash)
    {
      at -= 2
      result.append(Name(kind: .organisation, id: level(of: at), tokens: at..<(at + 1)))
    }
    return result
  }

  /// «50 млн дає державний бюджет, решту додасть міський»: a budget whose noun was said before in its sentence.
  func loneLevels() -> [Name] {
    var result: [Name] = []
    let told: Cues = [.budget, .stateMoney, .cityMoney, .oblastMoney]
    for (number, sentence) in document.sentences.enumerated()
    where !document.cuesOf[number].isDisjoint(with: told) && hasSum(sentence) {
      guard
        let noun = sentence.tokens.first(where: { at in
          PartyReader.budgetStems.contains { document.begins(document.tokens[at], with: $0) }
        })
      else { continue }
      for at in sentence.tokens where at > noun && result.count < 40 && isLoneLevel(at, sentence) {
        result.append(Name(kind: .organisation, id: level(of: at), tokens: at..<(at + 1)))
      }
    }
    return result
  }

  /// A level behind a dash or a verb of giving, with no noun behind it.
  private func isLoneLevel(_ at: Int, _ sentence: Sentence) -> Bool {
    guard PartyReader.loneWords.contains(document.tokens[at].hash), at > sentence.tokens.lowerBound
    else { return false }
    if at + 1 < sentence.tokens.upperBound {
      let next = document.tokens[at + 1]
      let isDash = next.mark == Mark.dash && next.flags.contains(.spaced)
      guard next.kind == .mark, next.mark != Mark.dash || isDash, next.mark != Mark.quote
      else { return false }
      if isDash { return true }
    }
    let before = document.tokens[at - 1]
    return before.mark == Mark.dash && before.flags.contains(.spaced)
      || !before.cues.isDisjoint(with: [.give, .bears, .allocated])
  }

  private func level(of at: Int) -> Int32 {
    let token = document.tokens[at]
    if PartyReader.states.contains(where: { document.begins(token, with: $0) }) {
      return budgets.state
    }
    return PartyReader.oblasts.contains { document.begins(token, with: $0) }
      ? budgets.oblast : budgets.city
  }

  private static let budgetStems: [StaticString] = ["бюджет", "Бюджет"]
  private static let loneWords = WordSet(
    """
    державний обласний міський місцевий державним обласним міським місцевим державного обласного міського місцевого \
    государственный областной городской местный государственного областного городского местного
    """)

  private static let levels = WordSet(
    "селищних селищного селищним сільських сільського сільським районних районного районным поселковых поселкового районных местного місцевих обласних міських державних местных областных городских державний державного державному державним обласний обласного обласному обласним міський міського міському міським місцевий місцевого місцевому місцевим государственный государственного государственному областной областного областному городской городского городскому местный местного местному state national regional oblast city local municipal"
  )
  private static let states: [StaticString] = ["держ", "Держ", "госуд", "Госуд", "state", "nation"]
  private static let oblasts: [StaticString] = ["област", "обласн", "regional", "oblast"]

  /// «Поки ЮНЕСКО оцінює стан, місто своїм коштом …»: a town or a state named nearer than the last name.
  func body(between start: Int, _ end: Int) -> Int32? {
    guard start < end,
      let at = (start..<end).last(where: {
        PartyReader.subjects.contains(document.tokens[$0].hash)
      }), (start..<at).contains(where: { document.tokens[$0].mark == Mark.comma })
    else { return nil }
    return budgets.city
  }

  private static let subjects = WordSet("місто громада мерія город громада община мэрия city town")

  /// «Половину внесли громади»: the plural as the subject of a verb right before or behind it.
  func havePaid(_ index: Int, _ sentence: Sentence) -> Bool {
    hasSum(sentence)
      && [index - 1, index + 1].contains {
        sentence.tokens.contains($0)
          && PartyReader.theyPaid.contains(document.tokens[$0].hash)
      }
  }

  private static let theyPaid = WordSet(
    """
    внесли внесуть додали додадуть доклали заплатили заплатять сплатили оплатили дали дадуть виділили внесут добавили \
    добавят заплатили заплатят оплатили выделили
    """)
}
