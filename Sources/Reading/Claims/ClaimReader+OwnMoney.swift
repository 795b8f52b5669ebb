import FundingCore

/// Payers told beside a sum: right before it, in the next sentence, or by the work they do themselves.
extension ClaimReader {
  /// «Japan contributed 465 million and Norway 295 million»: a name right before its sum, the verb said before.
  func takeAdjacent(_ draft: inout Draft) {
    let sum = document.sums[draft.sum]
    guard draft.sum > 0, document.sums[draft.sum - 1].sentence == sum.sentence else { return }
    for party in parties(in: draft.sentence) where party.part == .weak || party.part == .doer {
      let name = document.names[party.name]
      guard name.tokens.upperBound == sum.tokens.lowerBound,
        name.isStranger && !document.isFirm(name) || mayPay(name)
      else { continue }
      enter(
        Party(name: party.name, part: .payer, rule: "D13", sentence: party.sentence), name, &draft)
    }
  }

  /// The next sentence of the paragraph, where it is no list item and states no money of its own.
  func openSentence(behind sentence: Int) -> Int? {
    let next = sentence + 1
    guard next < document.sentences.count, !hasOwnSum(next), goOn(sentence, next),
      !document.sentences[next].isBullet
    else { return nil }
    return next
  }

  /// The sentence before in the same paragraph, where it is text and states no money of its own.
  func openSentence(before sentence: Int) -> Int? {
    let before = sentence - 1
    guard before >= 0, document.sentences[before].part == .text, !hasOwnSum(before),
      goOn(before, sentence)
    else { return nil }
    return before
  }

  /// «… за 34 млн. Платить місто»: who pays, in the next sentence of the paragraph, which states no money of its own.
  func takeNext(_ draft: inout Draft) {
    for statement in draft.statements {
      guard let next = openSentence(behind: statement) ?? payingSentence(behind: statement) else {
        continue
      }
      for party in parties(in: next) where party.part == .payer {
        let name = document.names[party.name]
        let near = max(document.sentences[next].tokens.lowerBound, name.tokens.lowerBound - 2)
        guard
          (near..<min(document.sentences[next].tokens.upperBound, name.tokens.upperBound + 2))
            .contains(where: { ClaimReader.paying.contains(document.tokens[$0].hash) })
        else { continue }
        enter(Party(name: party.name, part: .payer, rule: "D4", sentence: next), name, &draft)
        take(.worker, in: document.sentences[next].tokens, &draft)
      }
    }
  }

  /// «Платить держава: на всю програму закладено 3 млрд»: opens with the payment itself, whatever it goes on to state.
  private func payingSentence(behind sentence: Int) -> Int? {
    let next = sentence + 1
    guard next < document.sentences.count,
      document.sentences[next].paragraph == document.sentences[sentence].paragraph,
      !document.sentences[next].isBullet
    else { return nil }
    let tokens = document.sentences[next].tokens
    guard ClaimReader.paying.contains(document.tokens[tokens.lowerBound].hash),
      let colon = tokens.first(where: { document.tokens[$0].kind == .mark }),
      document.tokens[colon].mark == Mark.colon
    else { return nil }
    return next
  }

  private static let paying = WordSet(
    "платить платять платит платят оплачує оплачують оплачивает оплачивают фінансує фінансують финансирует финансируют pays pay paying"
  )

  /// «Данська рада перекрила дах, кошторис — 5,6 млн»: an agency at work in the sum's own sentence, with nobody else's
  /// money there.
  func takeOwnWork(_ draft: inout Draft, _ kind: Organisation.Kind) {
    for statement in draft.statements {
      for party in parties(in: statement) where party.part == .doer && party.rule == "D6" {
        let name = document.names[party.name]
        guard !name.isStranger, isAgency(name.id), facts.body(name.id)?.kind == kind else {
          continue
        }
        draft.donors.removeAll(where: isPublic)
        draft.evidence.removeAll { $0.field == .donors }
        enter(Party(name: party.name, part: .weak, rule: "D6", sentence: statement), name, &draft)
        takeSponsors(&draft)
        return
      }
    }
  }

  /// «Фонд відкрив центр, ремонт обійшовся йому в 2,9 млн», "Покупка обошлась им в 890 тыс.": whom it cost.
  func takeCosts(_ draft: inout Draft) {
    for statement in draft.statements {
      let tokens = document.sentences[statement].tokens
      let own = tokens.dropLast().first { at in
        document.tokens[at].cues.contains(.cost)
          && ClaimReader.toThem.contains(document.tokens[at + 1].hash)
      }
      guard let own else { continue }
      for sentence in [statement, statement - 1] where sentence >= 0 && draft.donors.isEmpty {
        for party in parties(in: sentence)
        where [.doer, .payer, .weak].contains(party.part)
          && (sentence < statement || document.names[party.name].tokens.lowerBound < own)
        {
          let name = document.names[party.name]
          guard name.isStranger || mayPay(name) else { continue }
          enter(
            Party(name: party.name, part: .payer, rule: "D18", sentence: sentence), name, &draft)
        }
      }
    }
  }

  private static let toThem = WordSet(
    "йому їй їм ему ей им організації фонду фундації агентству організаціям организации агентству")

  /// «Бокс добудовує міська рада, на нього витрачено 1,2 млн»: a public body at work in the sum's own sentence.
  func takePublicWork(_ draft: inout Draft) {
    for statement in draft.statements where document.sentences[statement].part == .text {
      for party in parties(in: statement) where party.part == .doer && party.rule == "D6" {
        let name = document.names[party.name]
        guard !name.isStranger,
          name.id == budgets.city || facts.body(name.id)?.payer == budgets.city
        else { continue }
        enter(Party(name: party.name, part: .payer, rule: "D6", sentence: statement), name, &draft)
      }
    }
  }

  /// «платить Данська рада», «коштом ЮНІСЕФ»: the agency's own money.
  func paysItself(_ draft: Draft) -> Bool {
    draft.evidence.contains { proof in
      proof.field == .donors && proof.rule == "D1"
        && (max(0, proof.tokens.lowerBound - 3)..<proof.tokens.lowerBound).contains {
          ClaimReader.paying.contains(document.tokens[$0].hash)
            || ClaimReader.means.contains(document.tokens[$0].hash)
        }
    }
  }

  private static let means = WordSet("коштом гроші кошти деньги средства")

  /// «…коштом ЮНІСЕФ, а 310 тис. грн знайшла громада»: of a clause in two halves, the one that states the sum.
  func ownHalf(_ draft: Draft) -> Range<Int>? {
    guard let segment = draft.segments.first, draft.segments.count == 1 else { return nil }
    let sum = document.sums[draft.sum].tokens
    var (start, end) = (segment.lowerBound, segment.upperBound)
    if let half = moneyHalf(of: draft.sentence), half.upperBound < sum.lowerBound {
      start = max(start, half.upperBound + 1)
    }
    for at in segment.dropFirst().dropLast() where at > start {
      let isCut =
        document.tokens[at].mark == Mark.semicolon
        || document.tokens[at].mark == Mark.colon && at < sum.lowerBound
          && namesAgain(at, sum)
        || document.tokens[at].mark == Mark.comma
          && ClaimReader.contrasts.contains(document.tokens[at + 1].hash)
      guard isCut else { continue }
      if at < sum.lowerBound { start = at + 1 } else if at >= sum.upperBound { end = min(end, at) }
    }
    return start < end && end - start < segment.count ? start..<end : nil
  }

  /// «ЄІБ і ЄС дадуть гроші: банк дає 10 млн»: behind the colon one of the payers is named again with its sum.
  private func namesAgain(_ colon: Int, _ sum: Range<Int>) -> Bool {
    let here = parties(in: Int(document.sentenceOf[colon])).filter { $0.part == .payer }
    return here.contains { party in
      let at = document.names[party.name].tokens.lowerBound
      return at > colon && at < sum.lowerBound
        && here.contains {
          document.names[$0.name].tokens.lowerBound < colon && id(of: $0) == id(of: party)
        }
    }
  }

  static let contrasts = WordSet("а тоді тогда while whereas but")

  /// «Тим часом у місті …», "Elsewhere, …": a sentence that turns to another matter.
  func turnsToAnother(_ sentence: Int) -> Bool {
    let tokens = document.sentences[sentence].tokens
    let first = document.tokens[tokens.lowerBound].hash
    guard ClaimReader.turns.contains(first) else { return false }
    return !ClaimReader.meanTimes.contains(first)
      || tokens.count > 1 && ClaimReader.times.contains(document.tokens[tokens.lowerBound + 1].hash)
  }

  private static let turns = WordSet(
    "meanwhile elsewhere separately тим паралельно водночас тем параллельно одновременно")
  private static let meanTimes = WordSet("тим тем")
  private static let times = WordSet("часом временем")

  /// «Гроші надходять у межах гранту»: whose money the sum before it was; a sum of earlier times is another.
  func tellsSource(_ sentence: Int) -> Bool {
    (max(0, sentence - 2)..<sentence).contains { before in
      hasOwnSum(before) && followers(of: before).contains(sentence)
    }
  }
}
