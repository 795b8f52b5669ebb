import FundingCore

/// Money of other countries, on a condition, or for what is no rebuilding.
extension RoleReader {
  /// What other countries spend at home or are in need of, in a sentence that names no place of ours.
  func isElsewhere(_ index: Int) -> Bool {
    let at = Int(document.sums[index].sentence)
    let cues = document.cuesOf[at]
    guard !cues.isDisjoint(with: [.abroad, .strangers, .disaster]), !hasPlace(at) else {
      return false
    }
    let sentence = document.sentences[at].tokens
    if cues.contains(.strangers), sentence.contains(where: { isStranger($0, sentence) }) {
      return true
    }
    if cues.contains(.disaster), cues.contains(.abroad) || hasCountry(at) { return true }
    guard cues.contains(.abroad),
      cues.isDisjoint(with: [.venue, .raised, .grant, .loan, .tranche, .goods])
    else { return false }
    return sentence.contains {
      document.tokens[$0].cues.contains(.abroad) && $0 > sentence.lowerBound
        && document.tokens[$0].flags.contains(.capital)
        && RoleReader.locatives.contains(document.tokens[$0 - 1].hash)
    }
  }

  /// A country in need, unless it is the one that gives: «Сирії потрібно…», "Moldova will receive".
  private func isStranger(_ at: Int, _ sentence: Range<Int>) -> Bool {
    guard document.tokens[at].cues.contains(.strangers),
      document.tokens[at].flags.contains(.capital)
    else { return false }
    let behind = (at + 1)..<max(at + 1, min(sentence.upperBound, at + 5))
    return !behind.contains {
      let cues = document.tokens[$0].cues
      return cues.contains(.give) && cues.isDisjoint(with: [.receive, .lacks])
    }
  }

  private static let locatives = WordSet("у в во in near під под біля across")

  /// Whether a sentence names a place of the tables, all of which are ours.
  private func hasPlace(_ sentence: Int) -> Bool {
    !document.names(.place, in: document.sentences[sentence].tokens).isEmpty
  }

  private func hasCountry(_ sentence: Int) -> Bool {
    document.names(.organisation, in: document.sentences[sentence].tokens).contains {
      !$0.isStranger
    }
  }

  /// «куплений у 2009-му за 7 млн», "bought in 2012 for": before the war there was nothing to rebuild.
  func isLongAgo(_ index: Int) -> Bool {
    let sum = document.sums[index].tokens
    let start = max(segment(of: index).lowerBound + 1, sum.lowerBound - 7)
    guard start < sum.lowerBound else { return false }
    return (start..<sum.lowerBound).contains { at in
      let token = document.tokens[at]
      guard token.kind == .number, token.end - token.start == 4,
        !(at..<sum.lowerBound).contains(where: { document.tokens[$0].mark == Mark.comma }),
        RoleReader.inYear.contains(document.tokens[at - 1].hash)
      else { return false }
      return document.begins(token, with: "19") || document.begins(token, with: "200")
        || document.begins(token, with: "201")
          && !RoleReader.donbasYears.contains { document.begins(token, with: $0) }
    }
  }

  private static let inYear = WordSet("у в in торік back")
  /// Since 2014 the east was rebuilt, too.
  private static let donbasYears: [StaticString] = ["2014", "2015", "2016", "2017", "2018", "2019"]

  /// «Попередній підрядник отримав 12 млн і покинув об'єкт»: paid to who works there no more.
  func isOfFormerBuilder(_ index: Int) -> Bool {
    let start = document.sums[index].tokens.lowerBound
    let clause = segment(of: index).lowerBound
    guard clause < start,
      document.cuesOf[Int(document.sums[index].sentence)].contains(.builder)
    else { return false }
    return (clause..<start).contains { at in
      RoleReader.formers.contains { document.begins(document.tokens[at], with: $0) }
        && (document.tokens[at + 1].cues.contains(.builder)
          || document.tokens[at + 2].cues.contains(.builder))
    }
  }

  private static let formers: [StaticString] = [
    "попередн", "Попередн", "колишн", "Колишн", "прежн", "Прежн", "предыдущ", "Предыдущ",
    "бывш", "previous", "former", "earlier",
  ]

  /// «повернуло до бюджету 18 млн невикористаної субвенції», "gave back to the treasury".
  func isHandedBack(_ index: Int) -> Bool {
    let sum = document.sums[index].tokens
    let sentence = document.sentences[Int(document.sums[index].sentence)].tokens
    let before = max(sentence.lowerBound, sum.lowerBound - 6)..<sum.lowerBound
    guard
      let verb = before.first(where: {
        RoleReader.returnings.contains(document.tokens[$0].hash)
      })
    else { return false }
    let end = max(verb + 1, min(sentence.upperBound, sum.upperBound + 6))
    return (verb + 1..<end).contains { at in
      RoleReader.unused.contains { document.begins(document.tokens[at], with: $0) }
    }
  }

  private static let returnings = WordSet(
    """
    повернув повернула повернули повернуло повертає повертають поверне повернуть повернено вернул вернула вернули вернуло \
    вернет возвращает возвращают возвратил возвратила возвратили returned returns return back
    """)
  private static let unused: [StaticString] = [
    "невикорист", "держбюдж", "казн", "скарбниц", "неиспольз", "госбюдж", "unused", "unspent",
    "treasury", "undispers",
  ]

  /// «якщо держава дасть 30 млн», "if the state provides": money that a condition speaks of.
  func isConditional(_ index: Int) -> Bool {
    let sum = document.sums[index]
    let start = document.sentences[Int(sum.sentence)].tokens.lowerBound
    // «дасть 50 млн, якщо місто знайде свої 5»: who shares the cost pays too.
    guard document.sums(in: Int(sum.sentence)).count == 1 else { return false }
    if opensWithMoneyIf(Int(sum.sentence), sum.tokens.lowerBound)
      || opensWithConsentIf(Int(sum.sentence), sum.tokens.lowerBound)
    {
      return true
    }
    var at = sum.tokens.lowerBound - 1
    while at >= max(start, sum.tokens.lowerBound - 14) {
      let token = document.tokens[at]
      if token.kind == .mark, [Mark.comma, Mark.semicolon, Mark.dash].contains(token.mark) {
        return false
      }
      if RoleReader.conditions.contains(token.hash) { return true }
      if RoleReader.inCase.contains(token.hash), at > start,
        RoleReader.casePrepositions.contains(document.tokens[at - 1].hash)
      {
        return true
      }
      // "Had the city had", "Should the council get".
      if at == start, RoleReader.inversions.contains(token.hash) { return true }
      at -= 1
    }
    return false
  }

  /// «Якщо уряд погодить, місто отримає 60 млн»: a consent that is still to come.
  private func opensWithConsentIf(_ sentence: Int, _ start: Int) -> Bool {
    let tokens = document.sentences[sentence].tokens
    guard let first = tokens.first, RoleReader.conditions.contains(document.tokens[first].hash)
    else { return false }
    let clause = (first + 1..<max(first + 1, start)).prefix {
      document.tokens[$0].mark != Mark.comma
    }
    return clause.count < 6
      && clause.contains { at in
        RoleReader.consents.contains { document.begins(document.tokens[at], with: $0) }
      }
  }

  private static let consents: [StaticString] = [
    "погод", "схвал", "підтрим", "проголос", "одобр", "соглас", "поддерж", "проголос", "agree",
    "approv", "consent", "vote",
  ]

  /// «Якщо гроші знайдуть, на дах піде 3 млн»: a condition that money be there.
  private func opensWithMoneyIf(_ sentence: Int, _ start: Int) -> Bool {
    let tokens = document.sentences[sentence].tokens
    guard let first = tokens.first, RoleReader.conditions.contains(document.tokens[first].hash)
    else { return false }
    let clause = (first + 1..<max(first + 1, start)).prefix {
      document.tokens[$0].mark != Mark.comma
    }
    return clause.count < 9
      && clause.contains {
        document.tokens[$0].cues.contains(.fund)
          || document.tokens[$0].cues.contains(.grant)
      }
  }

  private static let conditions = WordSet(
    "якщо якби если if unless")
  private static let inCase = WordSet(
    "умови умов умову разі випадку условии случае event case condition")
  private static let casePrepositions = WordSet("за у в при на in on the")
  private static let inversions = WordSet("had should")

  /// In news of a crime or a market, what is no price of works and no public money: «отримати встиг 4 тис.».
  func isCase(_ index: Int, _ found: Governors) -> Bool {
    guard isCrimeNews || isMarketNews else { return false }
    let at = Int(document.sums[index].sentence)
    return found.all.isDisjoint(with: [
      .tender, .allocated, .grant, .loan, .tranche, .stateMoney, .cityMoney, .oblastMoney, .raised,
      .programme,
    ]) && found[.works] > 8 && found[.purpose] > 8 && !isPaid(at)
  }

  /// Whether the headline tells of a search, a bribe or a sentence.
  var isCrimeNews: Bool {
    guard let title = document.sentences.first, title.part == .title else { return false }
    return document.cuesOf[0].contains(.seized)
  }

  /// Whether the headline tells of trade, taxes, tariffs or prices, and of no works.
  var isMarketNews: Bool {
    guard let title = document.sentences.first, title.part == .title else { return false }
    let cues = document.cuesOf[0]
    return !cues.isDisjoint(with: [.taken, .charged])
      && cues.isDisjoint(with: [.works, .grant, .loan, .give, .allocated, .makes, .programme])
  }

  /// «дрони для рятувальників»: what looks for people is no weapon.
  func isForRescuers(_ index: Int) -> Bool {
    segment(of: index).contains { RoleReader.rescuers.contains(document.tokens[$0].hash) }
  }

  private static let rescuers = WordSet(
    """
    рятувальники рятувальників рятувальникам рятувальниками дснс пожежники пожежників пожежникам \
    спасатели спасателей спасателям гсчс мчс пожарные пожарных пожарным rescuers firefighters rescue
    """)

  /// «за нього просили 3 млн»: the price a seller asked.
  func isAskedFor(_ index: Int) -> Bool {
    let start = document.sums[index].tokens.lowerBound
    let clause = segment(of: index)
    let verb = (max(clause.lowerBound, start - 4)..<start).last {
      document.tokens[$0].cues.contains(.asks)
    }
    guard let verb else { return false }
    return (max(clause.lowerBound, verb - 3)..<verb).contains {
      RoleReader.forGoods.contains(document.tokens[$0].hash)
    }
  }

  static let forGoods = WordSet("за")

  /// Meals, guards, insurance: bought, but no works and no goods for rebuilding.
  func isService(_ found: Governors) -> Bool {
    found[.service] < 12
      && found.all.isDisjoint(with: [
        .works, .goods, .programme, .grant, .loan, .tranche, .raised, .oblastMoney,
      ])
  }

  /// «обіцяла 40 млн, але виділила лише 5», "only $5m of the promised $40m": more was promised than came.
  func isBroken(_ index: Int) -> Bool {
    let sum = document.sums[index]
    let sentence = document.sentences[Int(sum.sentence)].tokens
    let clause = segment(of: index)
    let before = max(clause.lowerBound, sum.tokens.lowerBound - 6)..<sum.tokens.lowerBound
    guard before.contains(where: { RoleReader.promises.contains(document.tokens[$0].hash) }) else {
      return false
    }
    let rest = sum.tokens.upperBound..<max(sentence.upperBound, sum.tokens.upperBound)
    let isFew = { (range: Range<Int>) in
      range.contains { RoleReader.fewWords.contains(self.document.tokens[$0].hash) }
    }
    let others = document.sums(in: Int(sum.sentence))
    guard others.count > 1 else { return false }
    return isFew(rest)
      || others.lowerBound < index && isFew(sentence.lowerBound..<sum.tokens.lowerBound)
  }

  private static let promises = WordSet(
    """
    обіцяв обіцяла обіцяли обіцяло обіцяних обіцяні обіцяного пообіцяв пообіцяла пообіцяли обещал обещала обещали обещало пообещало пообіцяло обещанных \
    обещанные пообещал пообещала пообещали promised pledged
    """)
  private static let fewWords = WordSet("лише тільки лишь только only just merely")
}
