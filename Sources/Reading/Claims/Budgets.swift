import FundingCore

extension PartyReader {
  /// Names public money that is told by its kind: «міський бюджет», "subvention", «Кабмін», «депутати міськради».
  func addBudgets() {
    var found: [Name] = []
    let foreign = foreignGovernments()
    found.append(contentsOf: pronouns())
    found.append(contentsOf: countries())
    found.append(contentsOf: payingTowns())
    found.append(contentsOf: elidedBudgets())
    found.append(contentsOf: loneLevels())
    let told = PartyReader.publicMoney.union(.payingBody)
    for (number, sentence) in document.sentences.enumerated()
    where !document.cuesOf[number].isDisjoint(with: told) {
      for index in sentence.tokens where !document.tokens[index].cues.isDisjoint(with: told) {
        let token = document.tokens[index]
        guard token.kind == .word else { continue }
        let pays = payingBody(token, index, sentence) ?? capital(token, index, sentence)
        guard pays != nil || !token.cues.isDisjoint(with: PartyReader.publicMoney),
          !isInName(index)
        else { continue }
        guard
          let id = pays ?? publicMoney(token, index, sentence, foreign)
            ?? sameBudget(token, index, found),
          id >= 0
        else { continue }
        found.append(Name(kind: .organisation, id: id, tokens: index..<(index + 1)))
        let elided = elided(before: index, sentence)
        if !elided.isEmpty {
          found[found.count - 1].tokens = (index - 1)..<(index + 1)
          found.append(contentsOf: elided)
        }
      }
    }
    guard !found.isEmpty else { return }
    document.names.append(contentsOf: found)
    document.names.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// The words these rules begin at, as cues: a sentence without one is not looked through.
  static let bodyCues: [(Cues, String)] = [
    (
      .payingBody,
      cueList(
        bodyLists.map(\.words).joined(separator: " ") + " " + capitalList + " " + administrations)
    ),
    (
      .namedAgain,
      cueList(
        [bankList, agencyList, charityList, fundList, crewList, companyList, platformList].joined(
          separator: " "))
    ),
  ]

  private static func cueList(_ words: String) -> String {
    words.split(separator: " ").joined(separator: ";")
  }

  @inline(__always) private static var publicMoney: Cues {
    [
      .stateMoney, .cityMoney, .oblastMoney, .government, .council, .budget, .ownMoney,
    ]
  }

  private func publicMoney(_ token: Token, _ index: Int, _ sentence: Sentence, _ foreign: [Int32])
    -> Int32?
  {
    if token.cues.contains(.ownMoney) { return owner(index, sentence) }
    if token.cues.contains(.cityMoney) {
      if isTwin(index) { return twin(before: index) }
      return nextIsTwin(index, sentence) ? nil : budgets.city
    }
    if token.cues.contains(.oblastMoney) { return budgets.oblast }
    if token.cues.contains(.stateMoney) {
      return isReserve(index) ? reserve(index, sentence) : budgets.state
    }
    if token.cues.contains(.council) {
      // «народний депутат» sits in the parliament.
      if index > sentence.tokens.lowerBound,
        document.begins(document.tokens[index - 1], with: "народн")
          || document.begins(document.tokens[index - 1], with: "Народн")
      {
        return nil
      }
      if isOblastCouncil(index, sentence) { return budgets.oblast }
      return isOfOblast(index, sentence) ? nil : budgets.city
    }
    if token.cues.contains(.government) {
      let isCabinet =
        token.hash != PartyReader.government && !PartyReader.governments.contains(token.hash)
      if !isCabinet
        && (isNear(index, foreign) || nextIsName(index, sentence)
          || isUnknownGovernment(index, sentence))
      {
        return nil
      }
      return budgets.cabinet
    }
    if token.cues.contains(.budget) {
      return budgetOfPlace(index, sentence) ?? budgetOfSubject(index, sentence)
    }
    return nil
  }

  /// «два будинки ремонтує місто: з бюджету на це дали 11 млн»: the budget of the body that the sentence tells of.
  private func budgetOfSubject(_ index: Int, _ sentence: Sentence) -> Int32? {
    let from = document.tokens[max(0, index - 1)].hash == PartyReader.the ? index - 2 : index - 1
    guard from > sentence.tokens.lowerBound, document.tokens[from].cues.contains(.from) else {
      return nil
    }
    let next = document.tokens[index + 1]
    guard next.kind == .mark || !next.flags.contains(.capital) && !next.flags.contains(.latin)
    else { return nil }
    for at in stride(from: from - 1, through: max(sentence.tokens.lowerBound, from - 8), by: -1) {
      let hash = document.tokens[at].hash
      if let body = PartyReader.bodies[hash], !PartyReader.genitives.contains(hash),
        !PartyReader.bodyDatives.contains(hash)
      {
        return budget(body)
      }
    }
    return nil
  }

  /// «місто заплатило», «держава виділила», «область додасть»: a body as the subject of a paying verb.
  private func payingBody(_ token: Token, _ index: Int, _ sentence: Sentence) -> Int32? {
    guard PartyReader.bodyWords.contains(token.hash) else { return nil }
    if isTheState(index, sentence) { return budgets.state }
    guard let body = PartyReader.bodies[token.hash] ?? administration(index, sentence) else {
      return nil
    }
    if isElided(index, sentence) { return budget(body) }
    if let twin = townAbroad(index) { return twin }
    if isTwin(index) { return twin(before: index) }
    if isSource(index, sentence)
      || isGapped(isSmallCouncil(index, sentence) ? index - 1 : index, sentence)
    {
      return budget(body)
    }
    if PartyReader.genitives.contains(token.hash) {
      return havePaid(index, sentence) ? budget(body) : nil
    }
    if PartyReader.bodyDatives.contains(token.hash) {
      return costs(index, sentence) ? budget(body) : nil
    }
    let ahead = (index + 1)..<max(index + 1, min(sentence.tokens.upperBound, index + 9))
    for at in ahead {
      let next = document.tokens[at]
      let isDash = next.mark == Mark.dash && next.flags.contains(.spaced)
      if next.kind == .mark && !isDash || !next.cues.isDisjoint(with: PartyReader.noPayment) {
        break
      }
      if isDash {
        // «Миколаївська область — 4 млн»: a line of a list, of who gets it.
        if isInPlace(index) { return nil }
        return sum(near: at + 1, within: sentence.tokens.upperBound) ? budget(body) : nil
      }
      if PartyReader.payVerbs.contains(next.hash) {
        // «місто візьме в кредит».
        let behind = at + 1..<max(at + 1, min(sentence.tokens.upperBound, at + 3))
        return document.cues(behind).contains(.loan) ? nil : budget(body)
      }
      if PartyReader.collecting.contains(where: { document.begins(next, with: $0) }) { return nil }
      // "The city and Nefco have signed a loan": who signs does not pay yet.
      if PartyReader.signing.contains(where: { document.begins(next, with: $0) }) { return nil }
      if next.cues.contains(.give) || !next.cues.isDisjoint(with: [.work, .done]),
        !isPlural(next) || document.tokens[index + 1].cues.contains(.and),
        hasSum(sentence) || next.cues.contains(.give)
      {
        return budget(body)
      }
    }
    if builds(index, sentence) || sharesCost(index, sentence) { return budget(body) }
    if index > sentence.tokens.lowerBound {
      // «оплатило місто», «платить за школу держава».
      for at in stride(
        from: index - 1, through: max(sentence.tokens.lowerBound, index - 5), by: -1)
      {
        let before = document.tokens[at]
        if before.kind == .mark { break }
        if PartyReader.payVerbs.contains(before.hash) { return budget(body) }
        if at == index - 1, before.flags.contains(.latin) { break }
      }
      if isAgent(index, sentence) { return budget(body) }
    }
    return nil
  }

  /// "were built by the city itself", "bought by the city of Lviv".
  private func isAgent(_ index: Int, _ sentence: Sentence) -> Bool {
    let by = document.tokens[index - 1].hash == PartyReader.the ? index - 2 : index - 1
    if by > sentence.tokens.lowerBound, PartyReader.falls.contains(document.tokens[by - 1].hash),
      document.tokens[by].cues.contains(.purpose) || document.tokens[by].cues.contains(.into)
    {
      return true
    }
    guard document.tokens[index].flags.contains(.latin), by > sentence.tokens.lowerBound,
      document.tokens[by].hash == PartyReader.by,
      !document.tokens[by - 1].cues.isDisjoint(with: [.give, .work, .done])
    else { return false }
    guard index + 1 < sentence.tokens.upperBound else { return true }
    let next = document.tokens[index + 1]
    return next.kind == .mark || PartyReader.afterAgent.contains(next.hash)
  }

  /// "falls on the city", «лягло на громаду».
  private static let falls = WordSet("falls fell fall")
  static let the = WordHash(word: "the").value
  private static let afterAgent = WordSet(
    "itself of for at from and in last this with alone")

  /// What the body does instead of paying: gets, plans, asks, says.
  static let noPayment: Cues = [.receive, .wish, .ask, .need, .source]

  func hasSum(_ sentence: Sentence) -> Bool {
    let at = document.firstSum(from: sentence.tokens.lowerBound)
    return at < document.sums.count
      && document.sums[at].tokens.lowerBound < sentence.tokens.upperBound
  }

  /// Whether a sum begins at a token or a few words behind it.
  private func sum(near token: Int, within end: Int) -> Bool {
    let at = document.firstSum(from: token)
    return at < document.sums.count && document.sums[at].tokens.lowerBound <= min(token + 7, end)
  }

  /// «місто відбудовують»: the town is what others work on, their verb is in the plural.
  private func isPlural(_ token: Token) -> Bool {
    guard token.flags.contains(.cyrillic) else { return false }
    return PartyReader.pluralEndings.end(token, document)
  }

  private static let pluralEndings = Endings([
    "ють", "уть", "ять", "ать", "ют", "ут", "ят", "ат", "ли",
  ])

  private func budget(_ body: UInt8) -> Int32 {
    body == 0 ? budgets.city : body == 1 ? budgets.state : budgets.oblast
  }

  private static let bodyLists: [(body: UInt8, words: String)] = [
    (
      0,
      "громаді місту громаде городу община общине місто громада город city мэрия мерія municipality town столиця столица ратуша міста громади города общины"
    ),
    (1, "держава государство державі государству держави государства"),
    (2, "область області " + PartyReader.oblastBodyList), (3, "state"),
  ]
  private static let bodies: [UInt64: UInt8] = {
    var result: [UInt64: UInt8] = [:]
    for (body, words) in bodyLists {
      for word in words.split(separator: " ") where body < 3 {
        result[WordHash(word: word).value] = body
      }
    }
    return result
  }()
  private static let bodyWords = WordSet(
    hashes: Array(bodies.keys) + [WordHash(word: "state").value]
      + administrations.split(separator: " ").map { WordHash(word: $0).value })
  private static let payVerbs = WordSet(
    "ділять делят фінансують платять оплачують дають финансируют платят порівну поровну дала надала надало надає виділяє сплачує спрямувала спрямує знайшла знайшло нашла нашел нашло купує закуповує покупает закупает заплатило заплатила платить платит заплатит дал перечислил добавил перерахувало перерахувала оплатить оплатит витратило витратила вкладе вклало вложил вложит потратил потратит paid pays spent will додасть додало додала виділить виділило виділила внесе внесло внесла заклало заклала закладе покриє покрило покрила дасть дало візьме бере оплатило оплатила оплачує заплатить профінансує профінансувало профінансувала фінансує купило придбало придбала витрачає сплатить сплатило добавит добавил добавила выделит выделил выделила внесет внес заложил заложила покроет покрыл даст берет возьмет оплатил оплатила оплачивает профинансирует профинансировал финансирует купил купила приобрел тратит себе себя covers covered funded financed bought contributes allocated adds added додає додасть доплачує доплатить доплатила доплатило вносить докладає дає доклала доклало покриває добавляет вносит доплачивает доплатил доплатила дает покрывает"
  )

  private static let government = WordHash(word: "government").value
  private static let governments = WordSet(
    "уряд уряду урядом уряді правительство правительства правительству правительством правительстве"
  )

  /// «уряд Японії», "government of X": the country is the payer.
  private func nextIsName(_ index: Int, _ sentence: Sentence) -> Bool {
    let limit = min(sentence.tokens.upperBound, index + 4)
    var at = document.firstName(from: index + 1)
    while at < document.names.count, document.names[at].tokens.lowerBound < limit {
      if document.names[at].kind == .organisation {
        // «Уряд виділив Укравтодору», «дає уряд, решту — Франція», «уряд та ЄС».
        let gap = index + 1..<document.names[at].tokens.lowerBound
        return document.cues(gap).isDisjoint(with: [.give, .and])
          && !gap.contains { document.tokens[$0].mark == Mark.comma }
      }
      at += 1
    }
    return false
  }

  /// «власним коштом», "its own funds": of whoever is named before it in the sentence, else the town's.
  private func owner(_ index: Int, _ sentence: Sentence) -> Int32? {
    for at in stride(
      from: document.firstName(from: index) - 1, through: 0, by: -1)
    {
      let name = document.names[at]
      guard name.tokens.lowerBound >= sentence.tokens.lowerBound else { break }
      guard name.kind == .organisation else { continue }
      if name.isStranger { return nil }
      if let nearer = body(between: name.tokens.upperBound, index) { return nearer }
      guard let body = facts.body(name.id), !body.isPublic else { return body(of: name) }
      return name.id
    }
    // «замінить за свій рахунок фірма «…»».
    for at in document.names(from: index + 1) {
      let name = document.names[at]
      if name.tokens.lowerBound > index + 4 || name.tokens.lowerBound >= sentence.tokens.upperBound
      {
        break
      }
      if name.kind == .organisation { return name.isStranger ? nil : name.id }
    }
    for at in sentence.tokens.reversed() where at < index {
      let token = document.tokens[at]
      if let body = PartyReader.bodies[token.hash] { return budget(body) }
      if document.begins(token, with: "обласн") || document.begins(token, with: "Обласн")
        || document.begins(token, with: "областн") || document.begins(token, with: "Областн")
        || PartyReader.oblastBodies.contains(token.hash)
      {
        return budgets.oblast
      }
    }
    // «підприємці відбудовують власним коштом»: people, not the town.
    if sentence.tokens.contains(where: { PartyReader.folk.contains(document.tokens[$0].hash) }) {
      return nil
    }
    return budgets.city
  }

  private static let folk = WordSet(
    """
    підприємці підприємець підприємиця мешканці жителі власники власник співвласники батьки родина родини подружжя \
    орендарі фермери осбб предприниматели предприниматель жители жильцы владельцы родители фермеры residents owners owner \
    entrepreneurs farmers parents водоканал водоканалу теплокомуненерго тепловики підприємство підприємства компанія \
    фірма завод облгаз обленерго предприятие компания фирма utility company firm enterprise
    """)

  private func body(of name: Name) -> Int32 { facts.body(name.id)?.payer ?? budgets.city }

  /// «Лондон передав», "Oslo has given": a capital for its country, where it is the subject of a giving verb.
  private func capital(_ token: Token, _ index: Int, _ sentence: Sentence) -> Int32? {
    guard PartyReader.capitalWords.contains(token.hash), token.flags.contains(.capital),
      let country = PartyReader.capitals[token.hash],
      let id = facts.countries[country]
    else { return nil }
    if index > sentence.tokens.lowerBound, document.tokens[index - 1].cues.contains(.give) {
      return id
    }
    if index > sentence.tokens.lowerBound, document.tokens[index - 1].cues.contains(.from),
      document.tokens[index].flags.contains(.latin), isMoney(before: index - 1, sentence)
    {
      return id
    }
    for at in (index + 1)..<max(index + 1, min(sentence.tokens.upperBound, index + 4)) {
      let next = document.tokens[at]
      if next.kind == .mark || next.cues.contains(.receive) { return nil }
      if next.cues.contains(.give) { return id }
    }
    return nil
  }

  /// "with €6.5 million from Vilnius": a sum or money right before a word.
  private func isMoney(before index: Int, _ sentence: Sentence) -> Bool {
    let start = max(sentence.tokens.lowerBound, index - 6)
    let sum = document.firstSum(coreFrom: start)
    return sum < document.sums.count && document.sums[sum].tokens.upperBound == index
      || index > sentence.tokens.lowerBound
        && !document.tokens[index - 1].cues.isDisjoint(with: [.fund, .grant, .loan])
  }

  private static let capitalWords = WordSet(hashes: Array(capitals.keys))
  /// Capitals, and behind those of a country its two letters.
  private static let capitalList =
    "лондон london GB берлін берлин berlin DE вашингтон washington US токіо токио tokyo JP париж paris FR рим rome IT оттава ottawa CA осло oslo NO стокгольм stockholm SE копенгаген copenhagen DK гаага hague NL берн bern CH варшава warsaw PL вільнюс вильнюс vilnius LT рига riga LV таллінн таллин tallinn EE прага prague CZ братислава bratislava SK відень вена vienna AT гельсінкі хельсинки helsinki FI мадрид madrid ES сеул seoul KR брюссель brussels EU дублін дублин dublin IE люксембург LU"
  private static let capitals: [UInt64: UInt16] = {
    var result: [UInt64: UInt16] = [:]
    var words: [Substring] = []
    for word in capitalList.split(separator: " ") {
      let letters = Array(word.utf8)
      if letters.count == 2, letters[0] < 0x5B {
        for word in words {
          result[WordHash(word: word).value] = UInt16(letters[0]) << 8 | UInt16(letters[1])
        }
        words = []
      } else {
        words.append(word)
      }
    }
    return result
  }()

  private func isInName(_ index: Int) -> Bool {
    let low = document.firstName(from: index + 1)
    for at in stride(from: low - 1, through: max(0, low - 6), by: -1) {
      let name = document.names[at]
      if name.kind == .organisation && name.tokens.contains(index) { return true }
    }
    return false
  }
}
