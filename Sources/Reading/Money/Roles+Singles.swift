import FundingCore

/// Prices of one thing, spending that is raised, loans of any bank, tenders that nobody came to.
extension RoleReader {
  /// «Вартість одного протеза становить €40 тис.», "the price of each bed is": what one of a kind goes for.
  func isPriceOfOne(_ index: Int) -> Bool {
    let sum = document.sums[index]
    let worth = Restatements.dollars(sum) ?? 0
    guard worth < 5_000_000_00 else { return false }
    let sentence = document.sentences[Int(sum.sentence)].tokens
    let opening = sentence.lowerBound..<min(sum.tokens.lowerBound, sentence.lowerBound + 8)
    guard opening.count > 1, document.sums(in: Int(sum.sentence)).lowerBound == index else {
      return false
    }
    return opening.dropLast().contains { at in
      guard RoleReader.prices.contains(document.tokens[at].hash) else { return false }
      let isOf = document.tokens[at + 1].hash == Currencies.of
      let one = document.tokens[isOf ? at + 2 : at + 1].cues
      return one.contains(.each) || one.contains(.apiece) && worth < 150_000_00
    }
  }

  private static let prices = WordSet(
    "вартість ціна собівартість стоимость цена себестоимость cost price")

  /// "Treating one child can cost $2 million", «один такий комплекс може коштувати 3 млн».
  func isWhatOneMayCost(_ index: Int, _ found: Governors) -> Bool {
    guard found.before.contains(.pricing), found[.given] > 3 else { return false }
    let sum = document.sums[index]
    let sentence = document.sentences[Int(sum.sentence)].tokens.lowerBound
    let start = sum.tokens.lowerBound
    guard
      let may = (max(sentence, start - 5)..<start).first(where: {
        RoleReader.mayWords.contains(document.tokens[$0].hash)
      })
    else { return false }
    return (max(sentence, may - 8)..<may).contains {
      document.tokens[$0].cues.contains(.apiece)
        || RoleReader.ones.contains(document.tokens[$0].hash)
    }
  }

  private static let ones = WordSet("one")
  private static let mayWords = WordSet("can may could might може можуть может могут")

  /// "Rebuilding the country will take nearly $588 billion": what it needs, with nobody to pay.
  func isWhatWillTake(_ index: Int) -> Bool {
    let sum = document.sums[index]
    let start = sum.tokens.lowerBound
    let near = max(document.sentences[Int(sum.sentence)].tokens.lowerBound + 1, start - 6)
    guard near < start,
      (near..<start).contains(where: {
        RoleReader.takes.contains(document.tokens[$0].hash)
          && RoleReader.futures.contains(document.tokens[$0 - 1].hash)
          && ($0 == start - 1 || RoleReader.isCounted($0 + 1, document))
      })
    else { return false }
    let end = document.sentences[Int(sum.sentence)].tokens.upperBound
    let behind = sum.tokens.upperBound..<max(end, sum.tokens.upperBound)
    if behind.contains(where: { RoleReader.givens.contains(document.tokens[$0].hash) }) {
      return false
    }
    return !isPaid(Int(sum.sentence)) || Restatements.dollars(sum) ?? 0 > 1_000_000_000_00
  }

  /// "could take three years and $200 million".
  private static func isCounted(_ at: Int, _ document: Document) -> Bool {
    document.tokens[at].kind == .number || document.tokens[at].money == .numeral
  }

  private static let takes = WordSet("take require")
  private static let givens = WordSet("granted given allocated pledged paid approved")
  private static let futures = WordSet("will would could may might")

  /// «рада збільшила видатки на 410 млн. З цієї суми: …»: more spending whose use is told is money given.
  func isMoreSpending(_ index: Int, _ found: Governors) -> Bool {
    guard found.before.contains(.raises), found.all.contains(.outlay) || found[.budget] < 10,
      !found.all.contains(.taken), found[.ruin] > 8
    else { return false }
    let sum = document.sums[index]
    let start = sum.tokens.lowerBound
    guard start > 0, RoleReader.moreBy.contains(document.tokens[start - 1].hash) else {
      return false
    }
    let next = Int(sum.sentence) + 1
    guard next < document.sentences.count, document.sentences[next].part == .text else {
      return false
    }
    if document.sentences[next].isBullet { return true }
    let tokens = document.sentences[next].tokens
    return cues(tokens.prefix(4)).contains(.partOf)
  }

  private static let moreBy = WordSet("на by")

  /// "Banks issued loans worth UAH 1.7 billion", «банки видали кредитів на 3 млрд»: the trade of banks, nobody's gift.
  func isBankLending(_ index: Int, _ found: Governors) -> Bool {
    let sum = document.sums[index]
    let at = Int(sum.sentence)
    let behind = sum.tokens.upperBound..<min(document.tokens.count, sum.tokens.upperBound + 2)
    if behind.contains(where: { RoleReader.interests.contains(document.tokens[$0].hash) }) {
      return true
    }
    guard found.before.contains(.loan) || found.behind.contains(.loan) else { return false }
    // "Interest on the loan will cost…".
    if let first = document.sentences[at].tokens.first,
      RoleReader.interests.contains(document.tokens[first].hash)
    {
      return true
    }
    guard !isPaid(at), found.all.isDisjoint(with: [.grant, .stateMoney, .cityMoney]) else {
      return false
    }
    let clause = segment(of: index)
    return clause.contains { RoleReader.anyBanks.contains(document.tokens[$0].hash) }
      && document.names(.organisation, in: clause).isEmpty
  }

  private static let interests = WordSet(
    "interest відсотки відсотків відсоткова проценти проценты процентов процентная")
  private static let anyBanks = WordSet("banks lenders банки банками банков банків")

  /// "The tender closed without bids; the expected value was UAH 44 million".
  func isOfEmptyTender(_ index: Int, _ found: Governors) -> Bool {
    guard found.all.contains(.foreseen) else { return false }
    let cues = document.cuesOf[Int(document.sums[index].sentence)]
    return cues.contains([.voided, .tender])
  }

  /// «конкурент просив 13 млн»: a bid that lost.
  func isAskedByRival(_ index: Int) -> Bool {
    let start = document.sums[index].tokens.lowerBound
    return (max(segment(of: index).lowerBound, start - 6)..<start).contains { at in
      RoleReader.rivals.contains { document.begins(document.tokens[at], with: $0) }
    }
  }

  private static let rivals: [StaticString] = ["конкурент", "rival", "competitor"]

  /// «єдиний учасник просив 6 млн»: what the only bidder asks is the contract's price.
  func isAskedBySoleBidder(_ index: Int) -> Bool {
    let sum = document.sums[index]
    let start = sum.tokens.lowerBound
    let from = document.sentences[max(0, Int(sum.sentence) - 1)].tokens.lowerBound
    return (max(from, start - 24)..<start).contains {
      RoleReader.soleWords.contains(document.tokens[$0].hash)
    } && hasSoleBidder
  }

  /// «втрати: громада недоотримала 30 млн»: income that losses took.
  func isShortfall(_ index: Int) -> Bool {
    let at = Int(document.sums[index].sentence)
    guard document.cuesOf[at].contains(.ruin) else { return false }
    let clause = document.sentences[at].tokens
    guard
      clause.contains(where: { at in
        RoleReader.harvests.contains { document.begins(document.tokens[at], with: $0) }
      })
    else { return false }
    return clause.contains { at in
      RoleReader.shortfalls.contains { document.begins(document.tokens[at], with: $0) }
    }
  }

  /// «бюджет міста недоотримав 300 млн»: revenue that did not come in.
  func isRevenueShort(_ index: Int) -> Bool {
    let at = Int(document.sums[index].sentence)
    guard !document.cuesOf[at].isDisjoint(with: [.budgets, .taken]) else { return false }
    let start = document.sums[index].tokens.lowerBound
    return (max(segment(of: index).lowerBound, start - 6)..<start).contains { at in
      RoleReader.shortfalls.contains { document.begins(document.tokens[at], with: $0) }
    }
  }

  private static let harvests: [StaticString] = ["врожа", "урожа", "збіжж", "зерн"]
  private static let shortfalls: [StaticString] = [
    "недоотрим", "недоодерж", "недополуч", "недорахув", "недосчит",
  ]

  /// «Згоріло обладнання вартістю 60 млн», "lost equipment worth $2 million": things that are gone.
  func isOfLostThings(_ index: Int, _ found: Governors) -> Bool {
    let sum = document.sums[index]
    let clause = segment(of: index)
    guard
      found.all.isDisjoint(with: [
        .allocated, .grant, .loan, .tranche, .stateMoney, .cityMoney, .oblastMoney, .receive,
        .bears, .works,
      ])
    else { return false }
    let near =
      max(
        clause.lowerBound, sum.tokens.lowerBound - 6)..<min(
        clause.upperBound, sum.tokens.upperBound + 3)
    return near.contains { RoleReader.losing.contains(document.tokens[$0].hash) }
      && !isPaid(Int(sum.sentence)) && found[.purpose] >= RoleReader.nearLimit
      && (!found.all.isDisjoint(with: [.goods, .school])
        || clause.contains { at in
          RoleReader.property.contains { document.begins(document.tokens[at], with: $0) }
        })
  }

  private static let property: [StaticString] = [
    "майн", "property", "housing", "homes", "имуществ", "житл", "жиль", "зерн", "grain", "товар",
    "goods", "техні", "техни", "обладнан", "оборудован", "equipment",
  ]

  /// "Poland may add €1 million", «Польща може додати мільйон»: a gift that is only possible.
  func isMaybe(_ index: Int) -> Bool {
    let start = document.sums[index].tokens.lowerBound
    let near = max(segment(of: index).lowerBound, start - 6)
    guard near < start else { return false }
    return (near..<start).contains { at in
      RoleReader.maybes.contains(document.tokens[at].hash)
        && (at + 1..<min(start, at + 3)).contains {
          !document.tokens[$0].cues.isDisjoint(with: [.give, .allocated])
            || RoleReader.giving.contains(document.tokens[$0].hash)
        }
    }
  }

  /// «веде перемовини про кредит на 25 млн», "the rest is still sought": nobody has given it yet.
  func isTalkedOf(_ index: Int, _ found: Governors) -> Bool {
    let sum = document.sums[index]
    let sentence = document.sentences[Int(sum.sentence)].tokens
    let (start, end) = (sum.tokens.lowerBound, sum.tokens.upperBound)
    if (end..<max(end, min(sentence.upperBound, end + 6))).contains(where: { at in
      RoleReader.rests.contains(document.tokens[at].hash)
        && (at + 1..<min(sentence.upperBound, at + 4)).contains { next in
          RoleReader.seeking.contains { document.begins(document.tokens[next], with: $0) }
        }
    }) {
      return true
    }
    let clause = max(segment(of: index).lowerBound, start - 10)..<start
    guard found.all.isDisjoint(with: [.tranche, .arrived, .seals, .tender]) else { return false }
    return clause.contains { at in
      RoleReader.talks.contains { document.begins(document.tokens[at], with: $0) }
    }
      && !clause.contains { at in
        RoleReader.signing.contains { document.begins(document.tokens[at], with: $0) }
      }
  }

  private static let rests = WordSet("решту решти остальное rest")
  private static let seeking: [StaticString] = ["шука", "ищ", "sought", "missing"]
  private static let talks: [StaticString] = [
    "перемовин", "переговор", "talks", "Talks", "negotiat",
  ]
  private static let signing: [StaticString] = [
    "підпис", "подпис", "sign", "домов", "договор", "agreed", "після", "после", "after",
  ]
  private static let giving = WordSet(
    """
    add give provide offer lend fund finance contribute дати надати додати виділити профінансувати вкласти дать \
    предоставить добавить выделить
    """)
  private static let maybes = WordSet("may might може можуть может могут")

  /// "The court ordered the bank to pay $112 million".
  func isCourtOrder(_ index: Int) -> Bool {
    document.sentences[Int(document.sums[index].sentence)].tokens.prefix(3).contains {
      RoleReader.courts.contains(document.tokens[$0].hash)
    }
  }

  private static let courts = WordSet("court суд")

  /// «Аварія коштувала підприємству 2 млн»: what a mishap cost whom it befell.
  func isMishap(_ index: Int, _ found: Governors) -> Bool {
    guard found.before.contains(.pricing), found[.given] > 3 else { return false }
    return document.sentences[Int(document.sums[index].sentence)].tokens.prefix(2).contains {
      RoleReader.mishaps.contains(document.tokens[$0].hash)
    }
  }

  private static let mishaps = WordSet(
    """
    аварія простій помилка зволікання затримка авария простой ошибка задержка accident mistake delay
    """)

  /// «місто повернуло вже 2 млн» of a loan told in its sentence: paid back.
  func isPaidBack(_ index: Int) -> Bool {
    let sum = document.sums[index]
    guard document.cuesOf[Int(sum.sentence)].contains(.loan) else { return false }
    let start = sum.tokens.lowerBound
    return (max(segment(of: index).lowerBound, start - 4)..<start).contains {
      RoleReader.paybacks.contains(document.tokens[$0].hash)
    }
  }

  private static let paybacks = WordSet(
    """
    повернуло повернула повернули повернув повертає віддаватиме віддало віддала сплатило вернул вернула вернули вернуло \
    возвращает repaid repays returned
    """)

  /// «Румунія витратить на свої дороги 400 млн»: what a state does at home.
  func isAtHome(_ index: Int) -> Bool {
    let sum = document.sums[index]
    let sentence = document.sentences[Int(sum.sentence)].tokens
    guard document.cuesOf[Int(sum.sentence)].isDisjoint(with: [.oblast, .cityMoney]),
      document.names(.place, in: sentence).isEmpty, isPaid(Int(sum.sentence))
    else { return false }
    if rebuildsOwn(sentence) { return true }
    // «гранти ветеранам на власну справу» are theirs.
    let segment = segment(of: index)
    if segment.contains(where: { document.tokens[$0].cues.contains(.people) }) { return false }
    return segment.dropLast().contains {
      RoleReader.onWords.contains(document.tokens[$0].hash)
        && (RoleReader.ownWords.contains(document.tokens[$0 + 1].hash)
          && !RoleReader.trades.contains(
            document.tokens[min($0 + 2, document.tokens.count - 1)].hash)
          || document.tokens[$0 + 1].hash == RoleReader.its
            && document.tokens[$0 + 2].hash == RoleReader.own)
    }
  }

  /// «Польща відбудує свої міста»: a state abroad and what is its own, with no place of ours.
  private func rebuildsOwn(_ sentence: Range<Int>) -> Bool {
    sentence.dropLast().contains { at in
      guard RoleReader.ownWords.contains(document.tokens[at].hash) else { return false }
      let next = document.tokens[at + 1]
      return next.kind == .word && !next.cues.isDisjoint(with: [.city, .works, .school])
        && next.cues.isDisjoint(with: [.fund, .ownMoney])
    }
  }

  private static let onWords = WordSet("на on")
  private static let trades = WordSet("справу бізнес дело бизнес business")
  private static let its = WordHash(word: "its").value
  private static let own = WordHash(word: "own").value
  private static let ownWords = WordSet("свої свою своє власні власну свои своё свою собственные")

  private static let losing = WordSet(
    """
    згоріло згорів згоріла згоріли знищено знищила знищив знищили втратила втратив втратили втратило burned burnt \
    lost destroyed сгорело сгорел сгорела сгорели уничтожено уничтожил уничтожили уничтожила потеряла потерял \
    потеряли потеряло
    """)

  /// «Ukraine Facility обсягом 50 млрд євро», "a €50 billion instrument": how large a programme is, not what it gives here.
  func isProgrammeSize(_ index: Int, _ found: Governors) -> Bool {
    let sum = document.sums[index]
    guard Restatements.dollars(sum) ?? 0 > 1_000_000_000_00 else { return false }
    let sentence = document.sentences[Int(sum.sentence)].tokens
    let (start, end) = (sum.tokens.lowerBound, sum.tokens.upperBound)
    if end < sentence.upperBound, start > sentence.lowerBound,
      RoleReader.instruments.contains(document.tokens[end].hash),
      document.sums(in: Int(sum.sentence)).count > 1, found[.given] > 3
    {
      return true
    }
    let before = max(sentence.lowerBound, start - 3)..<start
    let isSized = before.contains { at in
      RoleReader.sizes.contains { document.begins(document.tokens[at], with: $0) }
    }
    guard isSized, !isReceived(sentence) else { return false }
    return (sentence.lowerBound..<start).contains { at in
      RoleReader.programmeWords.contains { document.begins(document.tokens[at], with: $0) }
    }
  }

  /// Whether money of a programme is told to have come or to be given out.
  private func isReceived(_ sentence: Range<Int>) -> Bool {
    !cues(sentence).isDisjoint(with: [.tranche, .receive, .arrived])
  }

  private static let instruments = WordSet(
    "instrument facility mechanism programme program fund package scheme")
  private static let sizes: [StaticString] = [
    "обсяг", "розрахован", "передбача", "объем", "рассчитан", "предусматр", "worth", "envisag",
    "foresee", "sized", "totalling", "totals",
  ]
  private static let programmeWords: [StaticString] = [
    "програм", "Програм", "программ", "Программ", "programme", "Programme", "program", "Program",
    "Facility", "facility", "механізм", "Механізм", "механизм", "інструмент", "инструмент",
    "instrument", "Instrument",
  ]

  /// The sentence before, past one that only tells who says so: «Про це написав очільник області».
  func told(before sentence: Int) -> Int {
    let before = sentence - 1
    guard before > 0, document.sums(in: before).isEmpty, document.sentences[before].part == .text
    else { return before }
    let tokens = document.sentences[before].tokens
    let isSaying =
      tokens.count > 1 && RoleReader.sayings.contains(document.tokens[tokens.lowerBound].hash)
      && RoleReader.sayingPronouns.contains(document.tokens[tokens.lowerBound + 1].hash)
    return isSaying ? before - 1 : before
  }

  private static let sayings = WordSet("про об")
  private static let sayingPronouns = WordSet("це цьому этом")
}
