import FundingCore

/// What a sum is there for.
///
/// The word of the sum's own clause that stands nearest and says what money this is decides: given or contracted,
/// lacking, lost, or owed, earned, charged. A sum that no word claims is `other`, unless the list, the question or the
/// sum it continues says what it is. So one word elsewhere in the sentence changes nothing.
struct RoleReader {
  let document: Document
  /// All cues of the article.
  let article: Cues
  /// Whether somebody pays somewhere in it.
  let hasPayer: Bool
  let table = Governors.rows
  let told = Governors.any
  /// See ``clauseWords``.
  let subordinators = RoleReader.clauseWords

  init(document: Document) {
    self.document = document
    article = document.allCues
    hasPayer = document.parties.contains { $0.part == .payer }
  }

  /// A role, and how near the word is that it rests on.
  struct Verdict {
    var role: AmountRole
    var cost: Int
    /// What it makes of a sum that continues this one: funding too, where this one's purpose alone makes it other.
    var next: AmountRole

    init(_ role: AmountRole, _ cost: Int, next: AmountRole? = nil) {
      self.role = role
      self.cost = cost
      self.next = next ?? role
    }
  }

  func assign() {
    var verdicts: [Verdict] = []
    verdicts.reserveCapacity(document.sums.count)
    var war = -2
    for index in document.sums.indices {
      let found = governors(of: index)
      var verdict = purposed(index, found, verdict(on: index, found, after: verdicts.last))
      if found[.warfare] < RoleReader.nearLimit, verdict.role == .other {
        war = Int(document.sums[index].sentence)
      } else if goesOn(index, found, from: war), verdict.role != .damage {
        verdict = Verdict(.other, verdict.cost)
        war = Int(document.sums[index].sentence)
      }
      document.sums[index].role = verdict.role
      verdicts.append(verdict)
    }
    supersede(&verdicts)
    agree(verdicts)
  }

  /// Whether a sum goes on about money for war, told in the sentence before, and says nothing of works or goods.
  private func goesOn(_ index: Int, _ found: Governors, from war: Int) -> Bool {
    let sum = document.sums[index]
    let end = sum.tokens.upperBound
    return Int(sum.sentence) - war == 1 && document.sentences[war].part == .text
      && found[.works] > 5 && found[.pricing] >= RoleReader.nearLimit
      && found.before.isDisjoint(with: [.purpose, .more])
      && !hasSector(document.sentences[Int(sum.sentence)].tokens)
      && !says(.purpose, end..<min(end + 2, document.tokens.count))
      && found.all.isDisjoint(with: [.loan, .school])
  }

  /// The words of the sum's own clause: from the sum before it to the sum behind it, cut at commas beside them.
  func segment(of index: Int) -> Range<Int> { document.segments[index] }

  private func verdict(on index: Int, _ found: Governors, after last: Verdict?) -> Verdict {
    let sum = document.sums[index]
    if isLink(sum) { return Verdict(.other, 0) }
    if let sure = outright(index, found) { return sure }
    if let last, last.role == .funding, isOfThat(index) { return Verdict(.funding, 1) }
    let given = min(found[.given], found[.works] + 3, found[.pricing] + 5)
    let lacks = min(found[.lacks], found[.asks], found[.goal])
    let failed = found.all.contains(.seals) ? Int(Governors.far) : found[.failed]
    let other = min(
      found[.named], found[.charged], found[.perOne], failed, found[.upkeep] + 1)
    let nearest = min(given, lacks, other, found[.ruin])
    if !isFor(sum), found[.given] >= RoleReader.foreignLimit,
      found[.pricing] >= RoleReader.foreignLimit, found[.reckoned] >= RoleReader.foreignLimit,
      nearest > 3,
      let last, last.cost < 4, index > 0, document.sums[index - 1].sentence == sum.sentence
    {
      return Verdict(last.next, nearest)
    }
    if found[.ruin] < Int(Governors.far), found[.ruin] <= nearest {
      return Verdict(.damage, nearest)
    }
    if nearest >= RoleReader.foreignLimit, !leads(index) || nearest > RoleReader.foreignLimit + 14 {
      return inherited(index, last) ?? Verdict(.other, Int(Governors.far))
    }
    if lacks == nearest { return wanted(index, found, nearest) }
    if other == nearest { return Verdict(.other, nearest) }
    return funding(index, found, nearest)
  }

  /// From here on a governor stands in another clause of the sentence.
  static let foreignLimit = 30
  /// From here on a purpose is no longer the sum's own.
  static let nearLimit = 16

  /// What a word nearby settles whatever else is there.
  private func outright(_ index: Int, _ found: Governors) -> Verdict? {
    let sum = document.sums[index]
    if isReplaced(index) { return Verdict(.other, 0, next: .funding) }
    if isRefuted(index) || isMisused(index) { return Verdict(.other, 0) }
    if isGoal(index) { return Verdict(.need, 0) }
    if isMoreSpending(index, found) || isAtHand(index) || isRaised(index)
      || found.all.contains(.asks) && isGrantedRequest(index)
    {
      return Verdict(.funding, 0)
    }
    if compares(index, found) {
      return Verdict(.other, 0, next: found.all.contains(.pricing) ? .funding : nil)
    }
    if isElsewhere(index) || isOfNotices(index) || isOfPlayer(index) { return Verdict(.other, 0) }
    if sum.bound == .atMost,
      found.all.contains(.ceiling) || found[.perOne] < 4 || found.before.contains(.apiece)
    {
      return Verdict(.other, 1)
    }
    if isLongAgo(index) || isOfFormerBuilder(index) || isHandedBack(index) {
      return Verdict(.other, 1)
    }
    if isSmall(sum, found) {
      return Verdict(.other, 1, next: found[.given] < 6 ? .funding : .other)
    }
    if found.all.contains(.foreseen), isSuperseded(index) || isOutgrown(index, found) {
      return Verdict(.other, 1, next: .funding)
    }
    if found.all.contains(.likened), found[.given] > 3, found[.lacks] > 3 {
      return Verdict(lacksPayer(index, found) ? .need : .other, 2)
    }
    if found.all.contains(.compared), found[.ruin] > 8 { return Verdict(.other, 1) }
    if isOfEach(index) || isPriceOfOne(index) { return Verdict(.other, 1, next: .funding) }
    if isWhatWillTake(index) || isMaybe(index) || isTalkedOf(index, found)
      || isWouldCost(index, found)
    {
      return Verdict(.need, 1)
    }
    if isProgrammeSize(index, found) { return Verdict(.other, 1, next: .funding) }
    if isTooLarge(index) || isLeverage(index) || isForNothingTold(index) || isBudgetSize(index)
      || isCutItem(index)
    {
      return Verdict(.other, 1)
    }
    if isCourtOrder(index) || isAtHome(index) || isMishap(index, found) || isPaidBack(index) {
      return Verdict(.other, 1)
    }
    if isOfLostThings(index, found) || isStrikeCost(index) { return Verdict(.damage, 1) }
    if isPastContracts(index) { return Verdict(.other, 1) }
    if isBankLending(index, found) || isOfEmptyTender(index, found) { return Verdict(.other, 1) }
    if found[.ruin] > 8, found.all.contains(.asks), lacksPayer(index, found) {
      return Verdict(.need, 2)
    }
    if isBid(found) { return Verdict(.other, 1) }
    if found.before.contains(.offered), found[.given] > 3, hasSoleBidder {
      return Verdict(.funding, 3)
    }
    if found[.named] > 14, isDenied(segment(of: index)) {
      return Verdict(found[.service] < RoleReader.nearLimit ? .other : .need, 0)
    }
    if found[.budget] < RoleReader.nearLimit, found[.purpose] >= RoleReader.nearLimit,
      found[.lacks] > 2,
      !(found[.given] < 5 && found.behind.contains(.bears) && isPaid(Int(sum.sentence)))
    {
      return Verdict(.other, 2)
    }
    if found[.ruin] > 8, lacksPayer(index, found) { return Verdict(.need, 2) }
    return nil
  }

  /// Money given or contracted; where only a price is told, what that price is of.
  private func funding(_ index: Int, _ found: Governors, _ cost: Int) -> Verdict {
    let price = min(found[.pricing], found[.reckoned])
    if price < 14, found[.given] > price + 1 { return priced(index, found, cost) }
    if isTotal(index, found) { return Verdict(.other, cost) }
    if found.behind.contains(.voided), found[.failed] < RoleReader.nearLimit {
      return Verdict(.need, cost)
    }
    return Verdict(.funding, cost)
  }

  /// Takes back what is given for no works and no goods here: for pay, for war, by a firm for itself.
  private func purposed(_ index: Int, _ found: Governors, _ verdict: Verdict) -> Verdict {
    guard verdict.role == .funding else { return verdict }
    if isConditional(index) || isBroken(index) { return Verdict(.need, verdict.cost) }
    if isService(found) || isCase(index, found) {
      return Verdict(.other, verdict.cost, next: .funding)
    }
    let works = min(found[.works], found[.purpose])
    if found[.warfare] < RoleReader.nearLimit, found[.warfare] <= works + 2, !isForRescuers(index) {
      return Verdict(.other, verdict.cost, next: .funding)
    }
    if found[.upkeep] < RoleReader.nearLimit,
      found[.upkeep] <= works || found.all.contains(.perOne),
      found.all.isDisjoint(with: [.grant, .loan, .tranche])
    {
      return Verdict(.other, verdict.cost, next: .funding)
    }
    let at = Int(document.sums[index].sentence)
    if found.all.contains(.branch), works > 6, document.cuesOf[at].contains(.budget) {
      return Verdict(.other, verdict.cost)
    }
    if found.all.contains(.taken), found[.named] < 9, works > 6,
      found.all.isDisjoint(with: [.grant, .loan, .tranche, .allocated, .tender])
    {
      return Verdict(.other, verdict.cost)
    }
    if isMarket(index, found) || isVenture(index, found) { return Verdict(.other, verdict.cost) }
    return verdict
  }

  /// All the help of a country, or a sum too large to be given without a word that says so.
  private func isTotal(_ index: Int, _ found: Governors) -> Bool {
    let dollars = Restatements.dollars(document.sums[index]) ?? 0
    if dollars > 1_000_000_000_00, !found.all.isDisjoint(with: [.total, .since]),
      found.all.isDisjoint(with: [.works, .goods, .programme, .tranche, .allocated, .makes])
    {
      return true
    }
    // A country's money, where no word right beside it says that it is given.
    if dollars > 1_000_000_000_00, found[.given] > 3,
      found.all.isDisjoint(with: [.grant, .loan, .tranche, .programme, .stateMoney])
    {
      return true
    }
    return dollars > 3_000_000_000_00 && min(found[.given], found[.works]) > 6
  }

  /// «Від початку війни ЄБРР спрямував в Україну 6,2 млрд»: all that a payer has given so far, with no word of what for.
  private func isForNothingTold(_ index: Int) -> Bool {
    let sum = document.sums[index]
    guard Restatements.dollars(sum) ?? 0 > 1_000_000_000_00, !isHryvnia(sum) else { return false }
    let at = Int(document.sums[index].sentence)
    let told = document.cuesOf[at]
    return (told.contains(.since) || opensWithYear(document.sentences[at].tokens))
      && told.isDisjoint(with: [
        .works, .goods, .makes, .programme, .tranche, .school, .claimants, .people, .tender,
        .damage,
      ]) && !hasSector(document.sentences[at].tokens)
  }

  /// «потрібно 5 млн»; what people ask for a thing they sell is its price.
  private func wanted(_ index: Int, _ found: Governors, _ cost: Int) -> Verdict {
    if found[.asks] <= found[.lacks] {
      if isAskedFor(index) || isAskedByRival(index) { return Verdict(.other, cost) }
      if isFavour(index) || found.all.contains(.seized) && found[.named] < 8 {
        return Verdict(.other, cost)
      }
      if isAskedBySoleBidder(index) || isAskedByBuilder(index) { return Verdict(.funding, cost) }
    }
    if isShortfall(index) { return Verdict(.damage, cost) }
    if isRevenueShort(index) { return Verdict(.other, cost) }
    // «просила 40 тис. за дозвіл»: a bribe is no money for works.
    if isCrimeNews, !hasPayer, found[.asks] <= found[.lacks], found[.works] > 8 {
      return Verdict(.other, cost)
    }
    // «недоотримає 700 млн грн податків»: income that does not come in.
    if found[.named] <= cost + 3, found[.purpose] > 8 { return Verdict(.other, cost) }
    if found[.asks] < found[.lacks], min(found[.pricing], found[.charged], found[.named]) < 12 {
      return Verdict(.other, cost)
    }
    // «місто розраховує зібрати 17,9 млрд»: revenue hoped for.
    if isMarketNews, found[.works] > 8, found[.purpose] > 8, isHopedFor(index) {
      return Verdict(.other, cost)
    }
    if found[.goal] < found[.lacks], found[.goal] <= found[.asks], found.all.contains(.raised) {
      return Verdict(found[.goal] < found[.given] ? .need : .funding, cost)
    }
    return Verdict(.need, cost)
  }

  /// «з'явилося 77 тисяч повідомлень про закупівлі на 25 млрд»: what all notices come to.
  private func isOfNotices(_ index: Int) -> Bool {
    let start = document.sums[index].tokens.lowerBound
    let clause = segment(of: index)
    return (max(clause.lowerBound, start - 6)..<max(clause.lowerBound, start)).contains {
      RoleReader.notices.contains(document.tokens[$0].hash)
    }
  }

  /// «продав нападника, сума угоди — 1,2 млн євро»: what a club gets for a player.
  private func isOfPlayer(_ index: Int) -> Bool {
    let at = Int(document.sums[index].sentence)
    return isAboutPlayers(document.sentences[at].tokens)
      || document.sentences[0].part == .title && isAboutPlayers(document.sentences[0].tokens)
        && !hasSector(document.sentences[at].tokens)
  }

  private func isAboutPlayers(_ range: Range<Int>) -> Bool {
    range.contains { RoleReader.players.contains(document.tokens[$0].hash) }
  }

  private static let players = WordSet(
    """
    нападник нападника нападнику форвард форварда форварду бомбардир бомбардира півзахисник півзахисника воротар воротаря \
    футболіст футболіста футболістів нападающий нападающего полузащитник полузащитника вратарь вратаря футболист \
    футболиста футболистов transfermarkt striker midfielder goalkeeper footballer footballers трансфер трансфера
    """)

  private static let notices = WordSet(
    "повідомлень оголошень сообщений объявлений извещений notices announcements")

  /// «розраховує зібрати 17,9 млрд», and how much that is more than before.
  private func isHopedFor(_ index: Int) -> Bool {
    let start = document.sums[index].tokens.lowerBound
    let clause = document.sentences[Int(document.sums[index].sentence)].tokens
    return (max(clause.lowerBound, start - 14)..<start).contains {
      RoleReader.incomes.contains(document.tokens[$0].hash)
    }
  }

  private static let incomes = WordSet(
    "зібрати отримати одержати собрать получить заробити заработать недоотримав недоотримала недоотримали недополучил недополучила collect raise earn"
  )

  /// «за 25 млн»: what something is done for.
  private func isFor(_ sum: Sum) -> Bool {
    sum.tokens.lowerBound > 0
      && RoleReader.forWords.contains(document.tokens[sum.tokens.lowerBound - 1].hash)
  }

  static let forWords = WordSet("за for")

  /// «Читайте також: …»: a link to other news.
  private func isLink(_ sum: Sum) -> Bool {
    let sentence = document.sentences[Int(sum.sentence)]
    guard sentence.isBackground else { return false }
    return sentence.tokens.prefix(3).contains {
      RoleReader.links.contains(document.tokens[$0].hash)
    }
  }

  private static let links = WordSet("читайте дивіться смотрите read related")

  func cues(_ range: Range<Int>) -> Cues { document.cues(range) }

  /// Whether a sentence names somebody who pays.
  func isPaid(_ sentence: Int) -> Bool {
    guard hasPayer, sentence >= 0, sentence < document.sentences.count else { return false }
    let parties = Int(document.partiesBefore[sentence])..<Int(document.partiesBefore[sentence + 1])
    return parties.contains { document.parties[$0].part == .payer }
  }

  /// Statements of one sum have one role: that of the statement whose governor stands nearest, the text's before the
  /// headline's.
  private func agree(_ verdicts: [Verdict]) {
    for index in document.sums.indices where document.sums[index].restates >= 0 {
      let root = Int(document.sums[index].restates)
      guard document.sums[root].role != document.sums[index].role else { continue }
      let agreed =
        verdicts[root].cost < verdicts[index].cost
        ? document.sums[root].role : document.sums[index].role
      document.sums[root].role = agreed
      document.sums[index].role = agreed
    }
  }
}
