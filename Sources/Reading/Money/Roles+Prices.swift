import FundingCore

/// Sums that say what something costs.
extension RoleReader {
  /// What works and goods cost is funding where they are done, under way, contracted or paid for; an estimate with
  /// nobody to pay is a need; the price of one thing, with no works around, is other.
  func priced(_ index: Int, _ found: Governors, _ cost: Int) -> Verdict {
    let at = Int(document.sums[index].sentence)
    let sentence = document.sentences[at].tokens
    let last = told(before: at)
    let before = last >= 0 ? document.cuesOf[last] : []
    let around = document.cuesOf[at]
    if isWhatOneMayCost(index, found) { return Verdict(.other, cost) }
    if found.all.contains(.apiece), found[.given] > 3, !around.contains(.works) {
      return Verdict(.other, cost, next: .funding)
    }
    if found.before.contains([.apiece, .pricing]), found[.given] > 3,
      Restatements.dollars(document.sums[index]) ?? 0 < 150_000_00
    {
      return Verdict(.other, cost)
    }
    // "Building a kilometre of road costs $3 million": what one of a kind goes for.
    if found.before.contains(.perOne), found[.perOne] < RoleReader.nearLimit, found[.given] > 3 {
      return Verdict(.other, cost)
    }
    let hasPayer =
      isPaidInParts(index) || isPaid(at) && found[.given] < RoleReader.foreignLimit || isPaid(last)
      || isPaid(at + 1)
      || !found.all.isDisjoint(with: [
        .bears, .grant, .loan, .stateMoney, .cityMoney, .oblastMoney,
      ])
    let isLarge = Restatements.dollars(document.sums[index]) ?? 0 > 1_000_000_000_00
    if found[.reckoned] < 14, !hasPayer || isLarge, !isUnderWay(part(of: index)),
      !isWon(at), !isContracted(at), !isHumanitarian(index, found)
    {
      return Verdict(.need, cost)
    }
    if !hasPayer, !before.isDisjoint(with: [.lacks, .asks, .nobody]), found[.charged] > 12,
      !isGoing(index)
    {
      return Verdict(.need, cost)
    }
    // "Gas costs the utility €4 million a year".
    if isYearly(index), found[.pricing] < 8 { return Verdict(.other, cost) }
    if isGoing(index), found[.given] > 14,
      around.isDisjoint(with: [.works, .makes, .tender, .allocated])
    {
      return Verdict(.other, cost)
    }
    let objects: Cues = [.works, .goods, .programme, .tender, .school, .makes, .done, .ongoing]
    let isObject =
      hasPayer || !around.union(before).isDisjoint(with: objects)
      || !article.isDisjoint(with: [.works, .tender]) && hasSector(sentence)
    return Verdict(isObject ? .funding : .other, cost)
  }

  /// "Restoring the whole system would cost €600 million": a price that nobody is said to pay.
  func isWouldCost(_ index: Int, _ found: Governors) -> Bool {
    let sum = document.sums[index]
    let at = Int(sum.sentence)
    let start = sum.tokens.lowerBound
    let near = max(document.sentences[at].tokens.lowerBound + 1, start - 4)
    guard near < start,
      (near..<start).contains(where: {
        RoleReader.costVerbs.contains(document.tokens[$0].hash)
          && RoleReader.conditionals.contains(document.tokens[$0 - 1].hash)
      })
    else { return false }
    return !isPaid(at) && !isPaidInParts(index)
      && found.all.isDisjoint(with: [
        .grant, .loan, .tender, .allocated, .apiece, .likened, .perOne,
      ])
      && found[.charged] > 12 && found[.upkeep] > 12
      && document.cuesOf[at].isDisjoint(with: [.compared, .likened])
      && !isPayingNext(at)
  }

  /// "They would cost €2 million. Norway pays".
  private func isPayingNext(_ at: Int) -> Bool {
    at + 1 < document.sentences.count && isPaid(at + 1)
      && document.sentences[at + 1].paragraph == document.sentences[at].paragraph
  }

  private static let costVerbs = WordSet("cost")
  private static let conditionals = WordSet("would could might")

  /// «коштуватиме 46 млн… Торги виграло ТОВ, договір підписали»: whether the next sentence tells who got the works.
  func isWon(_ at: Int) -> Bool {
    guard at + 1 < document.sentences.count, document.sentences[at].part == .text else {
      return false
    }
    let next = document.cuesOf[at + 1]
    return next.contains(.winner) && next.contains(.tender)
      && next.isDisjoint(with: [.not, .voided, .lacks])
  }

  /// «гуманітарний вантаж від Італії оцінюють у 1,1 млн»: what is handed over, not what works would take.
  private func isHumanitarian(_ index: Int, _ found: Governors) -> Bool {
    let at = Int(document.sums[index].sentence)
    let given: Cues = [.handOver, .receive, .give, .arrived, .done]
    let told = document.cuesOf[at].union(at > 0 ? document.cuesOf[at - 1] : [])
    return found.before.contains(.goods) && found.all.isDisjoint(with: [.works, .makes])
      && (isPaid(at) || !told.isDisjoint(with: given))
  }

  /// «підписало договір… Робота коштуватиме 4,85 млн»: whether the sentence before tells of a contract, or that behind
  /// a headline of works under way.
  private func isContracted(_ at: Int) -> Bool {
    let isTitle = document.sentences[at].part == .title
    let near = isTitle ? at + 1 : at - 1
    guard document.sentences.indices.contains(near), document.sentences[near].part == .text else {
      return false
    }
    let cues = document.cuesOf[near]
    return cues.isDisjoint(with: [.lacks, .asks, .nobody, .not, .voided])
      && (cues.contains(.seals) || isTitle && cues.contains(.ongoing) && cues.contains(.works))
  }

  /// The sentence from the last comma before the sum on, where the state of its works is told.
  private func part(of index: Int) -> Range<Int> {
    let sum = document.sums[index].tokens
    let sentence = document.sentences[Int(document.sums[index].sentence)].tokens
    var start = sum.lowerBound
    while start > sentence.lowerBound, document.tokens[start - 1].mark != Mark.comma { start -= 1 }
    return start..<sentence.upperBound
  }

  /// Whether works are done, under way or contracted, by a word that is not the price itself.
  private func isUnderWay(_ range: Range<Int>) -> Bool {
    range.contains {
      let token = document.tokens[$0]
      // "Clearing the fields would cost $34 billion": its subject.
      return ($0 > range.lowerBound || !token.flags.contains(.latin))
        && !token.cues.isDisjoint(with: [.tender, .ongoing, .done, .allocated])
        && token.cues.isDisjoint(with: [.pricing, .reckoned, .works])
        && !RoleReader.nowWords.contains(token.hash)
    }
  }

  private static let nowWords = WordSet(
    "нині наразі досі зараз що завершити завершення now currently continue сейчас готов готова готовий"
  )

  /// «на рік», "a year" right behind a price.
  private func isYearly(_ index: Int) -> Bool {
    let end = document.sums[index].tokens.upperBound
    return RoleReader.eachYear.contains(document.tokens[end].hash)
      && RoleReader.years.contains(document.tokens[min(end + 1, document.tokens.count - 1)].hash)
  }

  private static let eachYear = WordSet("a на в per each every")
  private static let years = WordSet("year annum рік год")

  /// What things go for: "an arm costs $25,000", a price in the present.
  private func isGoing(_ index: Int) -> Bool {
    let sum = document.sums[index]
    let at = Int(sum.sentence)
    let start = sum.tokens.lowerBound
    let isKind = document.sentences[at].tokens.prefix(2).contains {
      RoleReader.kindWords.contains(document.tokens[$0].hash)
    }
    let limit = isPaid(at - 1) && !isKind ? 150_000_00.0 : 1_500_000_00
    guard !isPaid(at) || isKind, Restatements.dollars(sum) ?? 0 < limit else { return false }
    return (max(0, start - 5)..<start).contains {
      RoleReader.goingFor.contains(document.tokens[$0].hash)
    }
  }

  /// Any one of a kind: «Новая автолестница такого класса стоит…».
  private static let kindWords = WordSet(
    "a an one такий така таке такие новий нова нове один одна одне такой такая такое новый новая новое одно"
  )
  private static let goingFor = WordSet("коштує коштують обходиться стоит стоят обходится costs")

  /// A flat, a tonne, a fare that people buy: no public money, no works.
  func isMarket(_ index: Int, _ found: Governors) -> Bool {
    found[.charged] < 14 && !isPaid(Int(document.sums[index].sentence))
      && found.all.isDisjoint(with: [
        .allocated, .grant, .loan, .tender, .tranche, .raised, .stateMoney, .cityMoney,
        .oblastMoney, .works,
      ])
  }

  /// «три автобуси за 18,6 млн, по 6,2 млн за кожен»: what one of the things came to.
  func isOfEach(_ index: Int) -> Bool {
    let sum = document.sums[index]
    let end = sum.tokens.upperBound
    if isForEach(index) { return true }
    guard
      (end..<min(end + 2, document.tokens.count)).contains(where: {
        RoleReader.eachWords.contains(document.tokens[$0].hash)
      })
    else { return false }
    let at = Int(sum.sentence)
    let isSecond = document.sums(in: at).lowerBound < index
    return isSecond && document.sums[index - 1].value > sum.value
      || document.cuesOf[at].contains(.goods)
  }

  /// «за кожну віддали 2,6 млн», "for each it paid $60,000".
  private func isForEach(_ index: Int) -> Bool {
    let sum = document.sums[index]
    let sentence = document.sentences[Int(sum.sentence)].tokens.lowerBound
    let before = index > 0 ? document.sums[index - 1].tokens.upperBound : 0
    let start = max(sentence + 1, before + 1, sum.tokens.lowerBound - 6)
    return (start..<max(start, sum.tokens.lowerBound)).contains {
      RoleReader.eachWords.contains(document.tokens[$0].hash)
        && RoleReader.forWords.contains(document.tokens[$0 - 1].hash)
    }
  }

  private static let eachWords = WordSet(
    "кожен кожна кожне кожного кожну each every apiece каждый каждая каждое каждого каждую")

  /// Whether a sentence names a sector's thing: укриття, hospital.
  func hasSector(_ range: Range<Int>) -> Bool {
    !document.names(.sector, in: range).isEmpty
  }

  /// Sums too small to rebuild with, unless they are gifts.
  func isSmall(_ sum: Sum, _ found: Governors) -> Bool {
    guard let dollars = Restatements.dollars(sum) else { return false }
    // «виділили родинам по 30 тис. грн із місцевого бюджету» is given, however little.
    if found[.given] < 6,
      !found.all.isDisjoint(with: [.stateMoney, .cityMoney, .oblastMoney]),
      found.all.contains(.allocated)
    {
      return false
    }
    return dollars < 3_000_00
      && (found.all.isDisjoint(with: [.raised, .grant]) || found.all.contains(.apiece))
      && found[.lacks] > 4 && found[.ruin] > 4
  }

  private static let developers = WordSet(
    "developer developers девелопер девелопери девелопера девелоперы")

  /// A firm that builds for itself: «вклала 12 млн у логістичний комплекс».
  func isVenture(_ index: Int, _ found: Governors) -> Bool {
    let at = Int(document.sums[index].sentence)
    let own = document.cuesOf[at]
    let sum = document.sums[index].tokens.lowerBound
    if !isPaid(at), found.all.isDisjoint(with: [.tender, .stateMoney, .cityMoney, .oblastMoney]),
      (document.sentences[at].tokens.lowerBound..<sum).contains(where: {
        RoleReader.developers.contains(document.tokens[$0].hash)
      })
    {
      return true
    }
    if found.all.contains(.venture), found[.given] > 3, !isPaid(at) { return true }
    guard own.contains(.invests),
      found.all.isDisjoint(with: [
        .grant, .loan, .stateMoney, .cityMoney, .oblastMoney, .school, .tranche,
      ])
    else { return false }
    return own.contains(.venture) || at > 0 && document.cuesOf[at - 1].contains(.venture)
  }

  /// «Від 2022 року» at the opening of a sentence.
  func opensWithYear(_ sentence: Range<Int>) -> Bool {
    guard let from = sentence.prefix(2).first(where: { document.tokens[$0].cues.contains(.from) }),
      from + 1 < sentence.upperBound
    else { return false }
    let year = document.tokens[from + 1]
    return year.kind == .number && year.end - year.start == 4 && document.begins(year, with: "20")
  }

  func isHryvnia(_ sum: Sum) -> Bool {
    sum.currency == RoleReader.hryvnia
  }

  /// «Бюджет розвитку міста — лише 120 млн», "its own budget is Hr 140 million a year": how large a budget is.
  func isBudgetSize(_ index: Int) -> Bool {
    let sum = document.sums[index]
    let sentence = document.sentences[Int(sum.sentence)].tokens
    var at = sum.tokens.lowerBound - 1
    while at > sentence.lowerBound, RoleReader.barely.contains(document.tokens[at].hash) { at -= 1 }
    guard at > sentence.lowerBound else { return false }
    let joint = document.tokens[at]
    let isDash = joint.kind == .mark && joint.mark == Mark.dash && joint.flags.contains(.spaced)
    guard isDash || RoleReader.copulas.contains(joint.hash) else { return false }
    let front = max(sentence.lowerBound, at - 6)..<at
    guard
      let head = front.first(where: {
        document.tokens[$0].cues.contains(.budgets)
          && document.tokens[$0].cues.isDisjoint(with: [.programme, .works])
      })
    else { return false }
    let before = max(sentence.lowerBound, head - 3)..<head
    return !(head + 1..<at).contains {
      !RoleReader.whose.contains(document.tokens[$0].hash)
        && says([.give, .programme, .works, .goods, .makes, .from], $0..<($0 + 1))
    }
      && !says([.programme, .works, .makes, .into, .give, .tender], before)
      && !before.contains { RoleReader.fromWords.contains(document.tokens[$0].hash) }
      && !(head + 1..<at).contains { document.tokens[$0].kind == .mark }
      && (says(.ownMoney, before.lowerBound..<head + 1)
        || RoleReader.whose.contains(document.tokens[head + 1].hash))
  }

  private static let hryvnia = Currencies.index("UAH")
  private static let barely = WordSet(
    """
    лише тільки всього усього близько понад майже приблизно менше лишь только всего около более почти примерно only just \
    about some nearly over under around би б бы
    """)
  private static let copulas = WordSet(
    """
    становить становив становила становитиме складає складав складатиме сягає сягнув дорівнює составляет составил \
    составлял равен is was equals totals stands
    """)
  private static let fromWords = WordSet("з із зі из с from in у в до of")
  private static let whose = WordSet(
    """
    розвитку міста громади області району селища села року города громады области района посёлка поселка развития года \
    общины
    """)

  /// «Забрали: – 9 млн із благоустрою», «Зменшили видатки:»: a list of what is spent no longer.
  func isCutItem(_ index: Int) -> Bool {
    let at = Int(document.sums[index].sentence)
    guard document.sentences[at].isBullet else { return false }
    var head = at - 1
    while head >= 0, at - head < 20, document.sentences[head].isBullet { head -= 1 }
    guard head >= 0, !document.sentences[head].isBullet,
      document.sentences[head].tokens.count < 14
    else { return false }
    return document.sentences[head].tokens.prefix(6).contains {
      RoleReader.cuts.contains(document.tokens[$0].hash)
    }
  }

  private static let cuts = WordSet(
    """
    забрали зняли зменшили скоротили урізали зменшено скорочено знято забрано сократили уменьшили урезали сняли отняли \
    сокращены уменьшены cut cuts reduced reductions slashed скорочення зменшення сокращение уменьшение
    """)

  /// More than any one payer gives: plans, assets, budgets of unions.
  func isTooLarge(_ index: Int) -> Bool {
    let sum = document.sums[index]
    let clause = segment(of: index)
    guard !says([.lacks, .ruin, .loses, .reckoned, .hurts], clause) else { return false }
    return Restatements.dollars(sum) ?? 0 > 60_000_000_000_00
  }

  /// "to unlock up to €10 billion of private investment", «залучити 10 млрд інвестицій»: what others may put in some day.
  func isLeverage(_ index: Int) -> Bool {
    let sum = document.sums[index]
    let sentence = document.sentences[Int(sum.sentence)].tokens
    let start = sum.tokens.lowerBound
    let behind = sum.tokens.upperBound..<min(sentence.upperBound, sum.tokens.upperBound + 4)
    guard
      behind.contains(where: { RoleReader.investments.contains(document.tokens[$0].hash) })
    else { return false }
    return (max(sentence.lowerBound, start - 7)..<start).contains {
      RoleReader.levers.contains(document.tokens[$0].hash)
    }
  }

  private static let investments = WordSet(
    "investment investments інвестицій інвестиціями інвестиції инвестиций инвестициями инвестиции")
  private static let levers = WordSet(
    """
    unlock leverage attract catalyse catalyze trigger mobilise mobilize залучити привлечь залучать залучить привлечет \
    привлекут розблокувати мобілізувати мобилизовать
    """)
}
