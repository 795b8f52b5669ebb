import FundingCore

/// Bids, expected prices and values that others took the place of.
extension RoleReader {
  /// A bid that did not win, or a tender or contract that came to nothing.
  func isBid(_ found: Governors) -> Bool {
    if found.all.contains(.seals) { return false }
    if found.all.contains(.offered), found[.failed] < 16 { return true }
    if found.all.contains(.winner) { return false }
    if found.all.contains(.offered), article.contains(.winner), found[.given] > 1, !hasSoleBidder {
      return true
    }
    return found.all.contains(.voided) && found.all.contains(.tender) && found[.failed] < 12
  }

  /// «прийшла лише одна фірма», "the sole bidder": what it offered is the contract.
  var hasSoleBidder: Bool {
    (0..<max(0, document.tokens.count - 3)).contains { at in
      RoleReader.soleWords.contains(document.tokens[at].hash)
        && (at + 1...at + 2).contains {
          RoleReader.bidders.contains(document.tokens[$0].hash)
        }
    }
  }

  static let soleWords = WordSet(
    "одна один єдиний єдина єдиного єдиним единственный единственная единственным one only sole single"
  )
  private static let bidders = WordSet(
    "фірма учасник учасниця учасником компанія підприємство претендент участник участница участником фирма компания bidder bid tenderer company"
  )

  /// An expected price, where the article tells what it came to.
  func isSuperseded(_ index: Int) -> Bool {
    let sum = document.sums[index]
    let isPrice = segment(of: index).contains {
      !document.tokens[$0].cues.isDisjoint(with: [.pricing, .tender, .offered])
    }
    // As far as any article goes, so that the cost stays linear in texts that are none.
    let near = max(0, index - 64)..<min(document.sums.count, index + 64)
    return near.contains { other in
      let rival = document.sums[other]
      guard other != index, !isPart(other, of: index),
        rival.restates < 0 || Int(rival.restates) != index,
        rival.currency == sum.currency, rival.value != sum.value,
        rival.value > sum.value / 3
      else { return false }
      // Another project of the article has prices of its own.
      if abs(rival.sentence - sum.sentence) > 1, isOfAnotherProject(other, index) { return false }
      // "Initially" speaks of the sums beside it, an expected price of the whole tender.
      if !isPrice, abs(rival.sentence - sum.sentence) > 1 { return false }
      let cues = cues(segment(of: other))
      let values: Cues = [.bid, .tender, .pricing, .winner, .change]
      // «Спершу планували 30 млн, та зрештою витратили 44 млн».
      let isBeside =
        isPrice && abs(rival.sentence - sum.sentence) <= 1
        || rival.sentence == sum.sentence && other == index + 1 && isTurned(index, other)
      return !cues.contains(.foreseen)
        && !cues.isDisjoint(with: isBeside ? values.union([.give, .bears]) : values)
    }
  }

  /// Whether "but", "in the end" or «зрештою» stands between two sums.
  private func isTurned(_ index: Int, _ other: Int) -> Bool {
    let (start, end) = (
      document.sums[index].tokens.upperBound, document.sums[other].tokens.lowerBound
    )
    return start < end
      && (start..<end).contains { RoleReader.turning.contains(document.tokens[$0].hash) }
  }

  private static let turning = WordSet(
    "але проте однак зрештою підсумку та фактично реально но однако итоге результате фактически but eventually ultimately actually finally yet"
  )

  /// Whether a price of another paragraph is called an expected one before it: «Початкова ціна 95 млн зросла до 112 млн».
  private func isOfAnotherProject(_ other: Int, _ index: Int) -> Bool {
    let (rival, own) = (document.sums[other], document.sums[index])
    guard document.sentences[Int(rival.sentence)].part == .text,
      document.sentences[Int(own.sentence)].part == .text,
      document.sentences[Int(rival.sentence)].paragraph
        != document.sentences[Int(own.sentence)].paragraph
    else { return false }
    return document.cuesOf[Int(rival.sentence)].contains(.foreseen)
  }

  /// «за 74 млн, з них 50 млн дає бюджет, решту — 24 млн — місто»: a share of the sum before it in its sentence.
  func isPart(_ other: Int, of index: Int) -> Bool {
    let (whole, part) = (document.sums[index], document.sums[other])
    guard other > index, part.sentence == whole.sentence, part.currency == whole.currency,
      part.value < whole.value
    else { return false }
    let end = whole.tokens.upperBound
    return (end..<max(end, document.sums[index + 1].tokens.lowerBound)).contains {
      let token = document.tokens[$0]
      return token.cues.contains(.partOf)
        || token.kind == .mark && token.mark == Mark.colon && $0 <= end + 1
    }
  }

  /// Whether somebody pays the parts that a price is told to have.
  func isPaidInParts(_ index: Int) -> Bool {
    guard index + 1 < document.sums.count, isPart(index + 1, of: index) else { return false }
    let paying: Cues = [.give, .bears, .stateMoney, .cityMoney, .oblastMoney, .allocated]
    return isPaid(Int(document.sums[index].sentence)) || says(paying, segment(of: index + 1))
  }

  /// «підрядник просить за перший об'єкт 112 млн», "the winning bidder asked for": the price of the works.
  func isAskedByBuilder(_ index: Int) -> Bool {
    let verb = asking(index)
    let from = document.sentences[Int(document.sums[index].sentence)].tokens.lowerBound
    return says([.builder, .winner], max(from, verb - 6)..<verb)
  }

  /// Where the word of asking stands that is nearest before a sum, or where the sum itself begins.
  private func asking(_ index: Int) -> Int {
    let start = document.sums[index].tokens.lowerBound
    let from = document.sentences[Int(document.sums[index].sentence)].tokens.lowerBound
    return (max(from, start - 24)..<start).last { document.tokens[$0].cues.contains(.asks) }
      ?? start
  }

  /// «просив за це 8 тисяч доларів», "asked for $10,000 to sign off the works": what somebody wants for a favour.
  func isFavour(_ index: Int) -> Bool {
    let sum = document.sums[index].tokens
    let sentence = document.sentences[Int(document.sums[index].sentence)].tokens
    if (asking(index)..<sum.lowerBound).contains(where: {
      RoleReader.forGoods.contains(document.tokens[$0].hash)
        && RoleReader.favours.contains(document.tokens[$0 + 1].hash)
    }) {
      return true
    }
    let end = max(sum.upperBound, min(sentence.upperBound, sum.upperBound + 4))
    return (sum.upperBound..<end).contains { at in
      RoleReader.signatures.contains { document.begins(document.tokens[at], with: $0) }
    }
  }

  private static let favours = WordSet("це то те цю такі таку это эту те такую")
  private static let signatures: [StaticString] = [
    "підпис", "подпис", "sign", "дозв", "разреш", "permit", "приско", "ускор", "сприян", "содейс",
  ]

  /// «первоначально речь шла о двух миллионах, но проект расширили».
  func isOutgrown(_ index: Int, _ found: Governors) -> Bool {
    guard found.before.contains(.foreseen) else { return false }
    let sum = document.sums[index]
    let sentence = document.sentences[Int(sum.sentence)].tokens
    let end = sentence.upperBound
    // «спочатку область називала 800 млн».
    if segment(of: index).prefix(while: { $0 < sum.tokens.lowerBound }).contains(where: {
      RoleReader.naming.contains(document.tokens[$0].hash)
    }) {
      return true
    }
    // «закладено 3 млрд, хоча спершу говорили про 2».
    let before = max(sentence.lowerBound, sum.tokens.lowerBound - 7)..<sum.tokens.lowerBound
    if document.sums(in: Int(sum.sentence)).lowerBound < index,
      before.contains(where: { RoleReader.concessions.contains(document.tokens[$0].hash) })
    {
      return true
    }
    return (sum.tokens.upperBound..<max(end, sum.tokens.upperBound)).contains {
      RoleReader.contrasts.contains(document.tokens[$0].hash)
    }
  }

  private static let naming = WordSet(
    """
    називала називали називав назвали назвав озвучували озвучила озвучив говорили говорила йшлося рахували обіцяли \
    называла называли называл назвали говорили говорила шла озвучивали считали spoke talked quoted mentioned
    """)
  private static let concessions = WordSet("хоча хоч хотя although though while а тоді")
  private static let contrasts = WordSet(
    "але проте однак згодом потім пізніше но однако затем потом позже but later then however")

  /// «раніше фірма отримала підрядів на 800 млн», "had earlier won contracts worth": what else a firm has won.
  func isPastContracts(_ index: Int) -> Bool {
    let start = document.sums[index].tokens.lowerBound
    let sentence = document.sentences[Int(document.sums[index].sentence)].tokens
    let near = max(sentence.lowerBound, start - 4)..<start
    guard near.contains(where: { RoleReader.contractsWon.contains(document.tokens[$0].hash) })
    else { return false }
    return (sentence.lowerBound..<start).contains {
      RoleReader.earlier.contains(document.tokens[$0].hash)
    }
  }

  private static let contractsWon = WordSet(
    "підрядів контрактів тендерів договорів торгів подрядов контрактов тендеров договоров contracts tenders"
  )
  private static let earlier = WordSet(
    "раніше торік загалом попередньо ранее всего прежде earlier previously before already")

  /// Said as a change: «впала на 20 млн», «на 1,5 млрд менше, ніж».
  func compares(_ index: Int, _ found: Governors) -> Bool {
    let sum = document.sums[index]
    let before = sum.tokens.lowerBound - 1
    guard before >= 0, RoleReader.byWords.contains(document.tokens[before].hash)
    else { return false }
    let end = min(segment(of: index).upperBound, sum.tokens.upperBound + 2)
    let around = max(0, before - 3)..<max(sum.tokens.upperBound, end)
    guard
      says(.change, around)
        || around.contains(where: { RoleReader.comparatives.contains(document.tokens[$0].hash) })
    else { return false }
    // «збільшив фінансування на 200 млн» gives so much more.
    if found.all.contains(.raises), found[.given] < 6, found[.budget] > 8 { return false }
    return found[.purpose] > 5
  }

  private static let comparatives = WordSet(
    "дешевше дорожче дешевле дороже cheaper dearer")
  private static let byWords = WordSet("на by")

  /// A value that the next one takes the place of: «на 106 млн, згодом його зменшили до 88,9 млн», «з 10 до 12 млн».
  func supersede(_ verdicts: inout [Verdict]) {
    for index in document.sums.indices.dropFirst() {
      let sum = document.sums[index]
      let old = document.sums[index - 1]
      guard sum.sentence - old.sentence <= 1, old.currency == sum.currency, old.value != sum.value,
        sum.role != .damage, isMoneyForWorks(old.role)
      else { continue }
      if isMoneyForWorks(sum.role), let former = former(of: index) {
        document.sums[former].role = .other
        continue
      }
      let before = sum.tokens.lowerBound - 1
      guard before >= old.tokens.upperBound,
        RoleReader.toWords.contains(document.tokens[before].hash)
      else { continue }
      let isSpan = before == old.tokens.upperBound && isFrom(old.tokens.lowerBound - 1)
      // What other sums rise to, a debt or a price, takes nobody's place.
      guard
        isSpan
          || isMoneyForWorks(sum.role)
            && says(.change, max(old.tokens.upperBound, before - 6)..<before)
      else { continue }
      guard sum.role == .funding || old.role == .funding else { continue }
      document.sums[index - 1].role = .other
      guard sum.role != .funding else { continue }
      document.sums[index].role = .funding
      verdicts[index] = Verdict(.funding, 0)
    }
  }

  private func isMoneyForWorks(_ role: AmountRole) -> Bool { role == .funding || role == .need }

  /// Which of a price and the sum before it in the sentence is no longer so: «46 млн, а не 40», «замість 40 млн — 46».
  private func former(of index: Int) -> Int? {
    let sum = document.sums[index]
    let at = Int(sum.sentence)
    guard document.sums[index - 1].sentence == sum.sentence,
      document.cuesOf[at].contains(.pricing) || document.cuesOf[at].contains(.reckoned)
    else { return nil }
    if isInstead(sum.tokens.lowerBound - 1) { return index }
    return isInstead(document.sums[index - 1].tokens.lowerBound - 1) ? index - 1 : nil
  }

  /// «а не …», «замість …», "rather than …" up to a word.
  private func isInstead(_ at: Int) -> Bool {
    guard at >= 0 else { return false }
    let word = document.tokens[at].hash
    if RoleReader.insteadWords.contains(word) { return true }
    guard at > 0 else { return false }
    let before = document.tokens[at - 1].hash
    return RoleReader.notWords.contains(word) && RoleReader.andWords.contains(before)
      || RoleReader.insteadEnds.contains(word) && RoleReader.insteadHeads.contains(before)
  }

  private static let insteadWords = WordSet("замість вместо")
  private static let notWords = WordSet("не not")
  private static let andWords = WordSet("а and")
  private static let insteadHeads = WordSet("instead rather up down")
  private static let insteadEnds = WordSet("of than from")

  private func isFrom(_ at: Int) -> Bool {
    at >= 0 && MoneyReader.fromWords.contains(document.tokens[at].hash)
  }

  private static let toWords = WordSet("до to")
}
