import FundingCore

/// Articles on several projects: each paragraph's own words go before those of the headline and of its neighbours.
extension ClaimReader {
  /// In how many paragraphs of the text money is given, contracted or spent, up to three.
  func countProjects() -> Int {
    var count = 0
    var last: Int32 = -1
    for sum in document.sums where sum.role == .funding && sum.restates < 0 {
      let unit = document.sentences[Int(sum.sentence)]
      guard unit.part == .text, !unit.isBackground, unit.paragraph != last else { continue }
      last = unit.paragraph
      count += 1
      if count == 3 { return count }
    }
    return count
  }

  /// What the sentences before a sum's own say, in its own paragraph: «Корпус консервують. На це дали 34 млн».
  func takeParagraph(_ draft: inout Draft) {
    guard projects > 1, draft.sum >= 0, let own = draft.statements.last else { return }
    let unit = document.sentences[own]
    guard unit.part == .text, !unit.isBullet else { return }
    for before in stride(from: own - 1, through: max(0, own - 3), by: -1) {
      guard isSameParagraph(before, own), !document.sentences[before].isBullet,
        !hasOwnSum(before) || before == own - 1 && titleSectors > 1
      else { break }
      take(sectorsIn: document.sentences[before].tokens, "S5", &draft)
      if !draft.sectors.isEmpty { break }
    }
    if draft.sectors.isEmpty { takeCounted(own, &draft) }
    // Of several things told there, those of the headline.
    guard draft.sectors.count > 1, let title = document.sentences.first, title.part == .title else {
      return
    }
    let told = purposes(in: title.tokens).map(\.id)
    let both = draft.sectors.filter(told.contains)
    if !both.isEmpty { draft.sectors = both }
  }

  /// «У Ніжині за кошти Литви перекрили дах», opening another paragraph: of works elsewhere.
  func opensElsewhere(_ sentence: Int) -> Bool {
    let tokens = document.sentences[sentence].tokens
    guard let first = tokens.first, document.tokens[first].cues.contains(.into),
      let name = names(.place, in: tokens.prefix(5)).first(where: { _ in true })
    else { return false }
    return !name.isAdjective && name.tokens.lowerBound <= first + 2
  }

  /// «Їхня вартість — 5,1 млн крон, монтаж оплатила громада»: the price of what the sentence before says was given, by
  /// whoever gave that, whatever else the sentence goes on to tell.
  func takePriceOfGift(_ draft: inout Draft) {
    guard draft.sum >= 0, draft.statements.count == 1, document.sums(in: draft.sentence).count > 1,
      let before = openSentence(before: draft.sentence)
    else { return }
    let tokens = document.sentences[draft.sentence].tokens
    let sum = document.sums[draft.sum].tokens
    guard sum.lowerBound - tokens.lowerBound <= 5,
      document.sums(in: draft.sentence).lowerBound == draft.sum,
      tokens.prefix(2).contains(where: { ClaimReader.theirs.contains(document.tokens[$0].hash) }),
      cues(tokens.lowerBound..<sum.lowerBound).contains(.cost),
      !parties(in: draft.sentence).contains(where: {
        draft.segment.contains(document.names[$0.name].tokens.lowerBound)
      })
    else { return }
    for party in parties(in: before) where party.part == .payer {
      enter(
        Party(name: party.name, part: .payer, rule: "D4", sentence: before),
        document.names[party.name], &draft)
    }
  }

  private static let theirs = WordSet(
    """
    їхня їх його її вони він вона воно вартість ціна их его её ее они он она оно стоимость цена their its they it the \
    вартістю
    """)

  /// Whether a sentence before a claim's own tells of another project: in a paragraph with money of its own, where the
  /// claim's paragraph opens with things of its own, and the headline tells of a place that holds both.
  func isOtherProject(_ before: Int, _ statement: Int, _ draft: Draft) -> Bool {
    guard projects > 1, before > 0, !isSameParagraph(before, statement),
      document.sentences[statement].part == .text, document.sentences[before].part == .text,
      let titled = townOfTitle,
      draft.evidence.contains(where: {
        $0.rule == "S1"
          || $0.field == .donors && document.sentenceOf[$0.tokens.lowerBound] == statement
      })
    else { return false }
    let opening = document.sentences[statement].tokens.prefix(4)
    guard cues(opening).isDisjoint(with: [.this, .pronoun, .fund, .about]) else { return false }
    let paragraph = document.sentences[before].paragraph
    if sharesPurpose(paragraph, draft) { return false }
    guard
      document.sums.contains(where: {
        document.sentences[Int($0.sentence)].paragraph == paragraph && $0.role == .funding
          && document.sentences[Int($0.sentence)].part == .text
      })
    else { return false }
    return names(.place, in: document.sentences[before].tokens).contains { name in
      document.names(from: name.tokens.lowerBound).prefix(2).contains {
        let place = document.placeOf[$0]
        return document.names[$0].tokens == name.tokens && place >= 0 && place != titled
          && facts.lies(place, in: titled)
      }
    }
  }

  /// Whether a paragraph names a sector of a claim.
  private func sharesPurpose(_ paragraph: Int32, _ draft: Draft) -> Bool {
    document.sentences.contains { unit in
      unit.paragraph == paragraph && unit.part == .text
        && names(.sector, in: unit.tokens).contains { draft.sectors.contains($0.id) }
    }
  }

  /// «Другу фінансує місто», «Паралельно міняють теплотраси»: the district told before is that of another thing.
  func liftPart(_ draft: inout Draft) {
    guard draft.sum >= 0, draft.places.count == 1, let place = draft.places.first,
      [.district, .neighbourhood].contains(facts.placeKinds[Int(place)]),
      let proof = draft.evidence.last(where: { $0.field == .places }),
      ["P4", "P6"].contains(proof.rule),
      let last = draft.statements.last, document.sentences[last].part == .text
    else { return }
    let from = Int(document.sentenceOf[proof.tokens.lowerBound])
    guard document.sentences[from].part == .text, from < last else { return }
    let opening = document.sentences[last].tokens.prefix(3)
    let isAnother =
      opening.contains { ClaimReader.ordinals.contains(document.tokens[$0].hash) }
      || opening.contains { ClaimReader.nextOnes.contains(document.tokens[$0].hash) }
      || turnsToAnother(last)
    guard isAnother,
      let town = facts.ancestors(of: place).first(where: {
        facts.placeKinds[Int($0)] == .city
      })
    else { return }
    draft.places = [town]
  }

  private static let nextOnes = WordSet(
    """
    другу друга друге третю третя третє інша іншу інший іншого ще вторую вторая второе третью третья третий другая другую \
    third another fourth other четверту четверта четвёртую
    """)

  /// The one town or oblast that the headline names.
  var townOfTitle: Int32? {
    guard let title = document.sentences.first, title.part == .title else { return nil }
    var found: Int32?
    for at in document.names(from: title.tokens.lowerBound) {
      guard document.names[at].tokens.lowerBound < title.tokens.upperBound else { break }
      let place = document.placeOf[at]
      guard place >= 0, facts.placeKinds[Int(place)] != .country else { continue }
      if let found, found != place { return nil }
      found = place
    }
    return found
  }

  /// "Since 2022 the agency has spent $94 million", as a paragraph of its own: what stands in the paragraphs before tells
  /// nothing of it.
  func isBareTotal(_ draft: Draft) -> Bool {
    guard projects > 1, draft.sum >= 0, let own = draft.statements.last,
      document.cuesOf[own].contains(.since)
    else { return false }
    let unit = document.sentences[own]
    guard unit.part == .text, !unit.isBullet, own > 0,
      document.sentences[own - 1].paragraph != unit.paragraph, draft.statements.count == 1,
      document.cuesOf[own].isDisjoint(with: [.programme, .claimants])
    else { return false }
    return !unit.tokens.prefix(6).contains {
      ClaimReader.backward.contains(document.tokens[$0].hash)
    }
  }

  private static let backward = WordSet(
    "ці цей ця це цього цієї цю it this these its those эти этот эта это этого этой")

  /// Of such a total by a body from abroad, with no place told: the whole country's.
  func takeBareTotal(_ draft: inout Draft) {
    guard draft.places.isEmpty, facts.ukraine >= 0, isBareTotal(draft),
      !draft.donors.isEmpty || !draft.workers.isEmpty,
      (draft.donors + draft.workers).allSatisfy({ facts.body($0)?.isUkrainian == false })
    else { return }
    draft.places.append(facts.ukraine)
    draft.prove(.places, document.sums[draft.sum].tokens, "P10")
  }

  /// In news of several projects, a later paragraph that does not refer back.
  func startsProject(_ next: Int, behind last: Int, _ draft: Draft) -> Bool {
    guard !isSameParagraph(next, last) else { return false }
    return turnsToAnother(next) || speaksOfOthers(next) || !isAboutSame(next, draft)
      || projects > 1 && !isContinued(next)
  }

  /// Whether a paragraph opens with words that refer to the one before.
  private func isContinued(_ sentence: Int) -> Bool {
    let opening = document.sentences[sentence].tokens.prefix(4)
    return !cues(opening).isDisjoint(with: [
      .this, .fund, .about, .pronoun, .works, .programme, .payerFollows,
    ])
  }

  /// «Гроші надала Литва, ноутбуки на 420 тис. грн подарувало місто»: the half of a sentence that tells whose money the
  /// sum before it was.
  func moneyHalf(of sentence: Int) -> Range<Int>? {
    let tokens = document.sentences[sentence].tokens
    guard !document.sentences[sentence].isBullet, document.sentences[sentence].part == .text,
      cues(tokens.prefix(2)).contains(.fund),
      let comma = tokens.first(where: { document.tokens[$0].mark == Mark.comma }),
      comma - tokens.lowerBound < 12
    else { return nil }
    let half = tokens.lowerBound..<comma
    let first = document.sums(in: sentence).first
    guard let first, document.sums[first].tokens.lowerBound > comma + 1 else { return nil }
    let hasPayer = parties(in: sentence).contains { party in
      half.contains(document.names[party.name].tokens.lowerBound)
        && (party.part == .payer || party.part == .weak)
    }
    let tells =
      !cues(half).isDisjoint(with: [.give, .arrived, .from])
      || half.contains { ClaimReader.comesFrom.contains(document.tokens[$0].hash) }
    return hasPayer && tells ? half : nil
  }

  private static let comesFrom = WordSet("came comes come")

  /// Whose money a sum was, by the half of the next sentence that opens with it.
  func takeMoneyHalf(_ draft: inout Draft) {
    guard draft.sum >= 0, let last = draft.statements.last, last + 1 < document.sentences.count,
      isSameParagraph(last, last + 1), let half = moneyHalf(of: last + 1)
    else { return }
    for party in parties(in: last + 1)
    where half.contains(document.names[party.name].tokens.lowerBound)
      && (party.part == .payer || party.part == .weak && mayPay(document.names[party.name]))
    {
      enter(
        Party(name: party.name, part: .payer, rule: "D4", sentence: last + 1),
        document.names[party.name], &draft)
    }
  }

  /// "The repairs were carried out by UNDP and funded by the Netherlands", opening the next paragraph: who paid for what
  /// was just told.
  func takeWorksPayer(_ draft: inout Draft) {
    guard draft.sum >= 0, let last = draft.statements.last, last + 1 < document.sentences.count,
      document.sentences[last].part == .text, !document.sentences[last].isBullet
    else { return }
    let unit = document.sentences[last + 1]
    guard unit.part == .text, !unit.isBullet, !unit.isBackground, !hasOwnSum(last + 1),
      unit.tokens.prefix(2).contains(where: {
        ClaimReader.worksNouns.contains(document.tokens[$0].hash)
          || document.tokens[$0].cues.contains(.works)
      }), !speaksOfOthers(last + 1), isAboutSame(last + 1, draft)
    else { return }
    for party in parties(in: last + 1) where party.part == .payer && party.rule == "D1" {
      let name = document.names[party.name]
      guard name.isStranger || !isAgency(name.id) else { continue }
      enter(Party(name: party.name, part: .payer, rule: "D4", sentence: last + 1), name, &draft)
    }
    if !draft.donors.isEmpty { takeDoers(in: last + 1, &draft) }
  }

  private func takeDoers(in sentence: Int, _ draft: inout Draft) {
    for party in parties(in: sentence) where party.part == .worker || party.part == .doer {
      let name = document.names[party.name]
      if !name.isStranger, isAgency(name.id) { enter(party, name, &draft) }
    }
  }

  /// «Школу фінансує фонд. Донором виступила Саудівська Аравія»: the fund spends what its donor gave.
  func takeFunded(_ draft: inout Draft) {
    guard !draft.donors.isEmpty, draft.workers.isEmpty, draft.statements.count == 1,
      let before = openSentence(before: draft.sentence),
      document.sentences[draft.sentence].tokens.prefix(2).contains(where: { at in
        ClaimReader.donorWords.contains { document.begins(document.tokens[at], with: $0) }
      })
    else { return }
    for party in parties(in: before) where party.part == .payer || party.part == .doer {
      let name = document.names[party.name]
      guard !draft.donors.contains(id(of: party)),
        name.isStranger || facts.body(name.id)?.kind == .ngo
      else { continue }
      enter(Party(name: party.name, part: .worker, rule: "I10", sentence: before), name, &draft)
    }
  }

  private static let donorWords: [StaticString] = [
    "донор", "Донор", "donor", "Donor", "спонсор", "Спонсор", "sponsor", "Sponsor",
  ]

  /// «86 млн для трьох міст: Львів — 35, Одеса — 31, Житомир — 20»: a total told for no place of its own is for those of
  /// its parts.
  func takePlaces(of parts: [Draft], _ whole: inout Draft) {
    guard parts.count > 1, onlyCountry(whole.places) || isTold(far: whole),
      !isSaid(.places, in: whole),
      parts.allSatisfy({ isSaid(.places, in: $0) && !onlyCountry($0.places) })
    else { return }
    whole.places = []
    for part in parts { for place in part.places { whole.places.appendNew(place) } }
  }

  private func isTold(far draft: Draft) -> Bool {
    draft.evidence.allSatisfy { $0.field != .places || $0.rule == "P4" }
  }

  /// Whether a field is told in the text's own words of a claim.
  private func isSaid(_ field: ClaimField, in draft: Draft) -> Bool {
    draft.evidence.contains {
      $0.field == field && ($0.rule == "P1" || $0.rule == "P3")
        && $0.tokens.lowerBound >= document.titleTokens
    }
  }

  /// «Раніше за гроші Польщі звели …», opening another paragraph: of another time.
  func opensEarlier(_ sentence: Int) -> Bool {
    document.sentences[sentence].tokens.prefix(1).contains {
      ClaimReader.earlierWords.contains(document.tokens[$0].hash)
    }
  }

  private static let earlierWords = WordSet(
    "раніше торік напередодні ранее раньше earlier previously последним перед also також также")

  /// «Ще два автобуси подарує Острава», behind a sum: another gift.
  func opensWithMore(_ sentence: Int) -> Bool {
    let tokens = document.sentences[sentence].tokens
    return tokens.prefix(2).contains { document.tokens[$0].cues.contains(.more) }
      && !cues(tokens.prefix(4)).contains(.fund)
      && tokens.prefix(4).contains {
        document.tokens[$0].money == .numeral || document.tokens[$0].kind == .number
      }
  }

  /// How many sectors the headline names.
  private var titleSectors: Int {
    guard let title = document.sentences.first, title.part == .title else { return 0 }
    return Set(names(.sector, in: title.tokens).map(\.id)).count
  }

  /// «Зводять два будинки. … Перший коштує 86 млн»: what the article's first sentence counts.
  private func takeCounted(_ sentence: Int, _ draft: inout Draft) {
    let lead = document.sentences.prefix { $0.part == .title }.count
    guard lead < sentence,
      document.sentences[sentence].paragraph != document.sentences[lead].paragraph,
      document.sentences[sentence].tokens.prefix(2).contains(where: {
        ClaimReader.ordinals.contains(document.tokens[$0].hash)
          || ClaimReader.nextOnes.contains(document.tokens[$0].hash)
      })
    else { return }
    take(sectorsIn: document.sentences[lead].tokens, "S5", &draft)
  }

  /// "Schools nationwide lack shelters. This year's subvention is …": the country, told in the sentence before.
  func takeNationwide(_ draft: inout Draft) {
    guard draft.places.isEmpty, facts.ukraine >= 0, draft.sum >= 0,
      let last = draft.statements.last,
      last > 0, isSameParagraph(last - 1, last), document.sentences[last].part == .text
    else { return }
    for sentence in [last, last - 1] {
      guard
        let at = document.sentences[sentence].tokens.first(where: {
          ClaimReader.nationwide.contains(document.tokens[$0].hash)
        })
      else { continue }
      draft.places.append(facts.ukraine)
      draft.prove(.places, at..<(at + 1), "P10")
      return
    }
  }

  private static let nationwide = WordSet("nationwide countrywide nation-wide country-wide")

  /// «Предлагали кредит, но депутаты отказались»: who was refused pays nothing elsewhere.
  func tellsRefusal(_ sentence: Int) -> Bool {
    document.sentences[sentence].tokens.contains {
      ClaimReader.refused.contains(document.tokens[$0].hash)
    }
  }

  private static let refused = WordSet(
    """
    відмовився відмовилась відмовилася відмовились відмовилися відмовилися відкликав відкликала отказался отказалась \
    отказались отказалось отозвал отозвала rejected declined refused withdrew
    """)

}
