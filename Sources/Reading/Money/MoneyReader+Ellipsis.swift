import FundingCore

/// Numbers with a scale whose currency is left out.
extension MoneyReader {
  /// Whether a scaled number without currency is money: nothing is counted behind it, and the words around speak of
  /// money. Where they do not, it still is if the article states the same number with a currency.
  func elliptic(_ parsed: Parsed, _ sentence: Sentence) -> Ellipsis.Verdict {
    let quantity = parsed.quantity
    if quantity.power == 0, replaces(parsed, sentence) { return .money }
    guard quantity.power >= 6 || (quantity.power == 3 && !quantity.isWord) else { return .other }
    let limit = sentence.tokens.upperBound
    if parsed.end < limit {
      let next = document.tokens[parsed.end]
      if next.kind == .word {
        if quantity.isAdjective {
          return next.cues.isDisjoint(with: [.fund, .grant, .loan, .tranche]) ? .other : .money
        }
        if next.cues.contains(.counted) && next.cues.isDisjoint(with: [.give, .change]) {
          return .other
        }
        let follows =
          !next.cues.isDisjoint(with: Ellipsis.followers) || Ellipsis.words.contains(next.hash)
          || Ellipsis.verbs.end(next, document)
        guard follows || isShare(parsed, sentence) else {
          return quantity.power >= 6 ? .perhaps : .other
        }
      }
      if next.kind == .mark, next.mark == Mark.percent || next.mark == UInt8(ascii: "/") {
        return .other
      }
    }
    if quantity.isAdjective && parsed.end >= limit { return .other }
    let around = moneyAround(parsed, sentence)
    if around.counts { return .other }
    if quantity.power == 3 {
      guard around.isNear else { return .other }
      let isJoined =
        parsed.end < limit
        && (document.tokens[parsed.end].mark == Mark.dash
          || document.tokens[parsed.end].cues.contains(.purpose))
      return isJoined || around.isHere ? .money : .other
    }
    return around.speaks ? .money : .perhaps
  }

  /// «20 гривень замість 15»: a bare number in the place of the sum before it.
  private func replaces(_ parsed: Parsed, _ sentence: Sentence) -> Bool {
    guard !parsed.quantity.isWord, let last = document.sums.last, last.currency >= 0,
      last.tokens.lowerBound >= sentence.tokens.lowerBound,
      parsed.start - last.tokens.upperBound <= 3, parsed.start - 1 > sentence.tokens.lowerBound
    else { return false }
    let before = document.tokens[parsed.start - 1]
    let isInstead =
      Ellipsis.instead.contains(before.hash)
      || before.hash == Currencies.of
        && Ellipsis.instead.contains(document.tokens[parsed.start - 2].hash)
    guard isInstead else { return false }
    return parsed.end >= sentence.tokens.upperBound || document.tokens[parsed.end].kind == .mark
  }

  /// «из этих денег 6,3 млн теперь направлены»: a part of money just spoken of.
  private func isShare(_ parsed: Parsed, _ sentence: Sentence) -> Bool {
    let range = max(sentence.tokens.lowerBound, parsed.start - 4)..<parsed.start
    return range.contains { document.tokens[$0].cues.contains(.fund) }
      && range.contains { !document.tokens[$0].cues.isDisjoint(with: [.this, .partOf]) }
  }

  enum Ellipsis {
    static let instead = WordSet("замість вместо instead against проти против")
    enum Verdict { case money, perhaps, other }

    @inline(__always) static var followers: Cues {
      [
        .purpose, .from, .into, .and, .or, .give, .receive, .payerFollows, .planned, .grant, .loan,
        .total, .this, .partOf, .change,
        .more, .arrived, .done, .allocated, .not, .need, .bears, .seized, .owed, .taken, .ruin,
      ]
    }
    /// Of verbs in the present: «5,8 млн докладає місто».
    static let verbs = Endings([
      "ає", "яє", "ує", "ює", "ють", "ить", "ает", "яет", "ует", "ают", "уют",
    ])
    static let words = WordSet(
      "теперь тепер now already наразі сразу одразу відразу щороку ежегодно щомісяця а але за who was were is has have had страна країна этого уже вже of it он она що який яку які came went goes come will would comes добавит добавят додасть додадуть піде підуть пішло пішли пойдет пойдут ушло пошло что которые как як"
    )
    /// What a population is counted in, before the number.
    static let people = WordSet(
      "населення населення живе живуть мешкає мешкають людей осіб мешканців жителів население проживает живет людей жителей population people residents inhabitants home"
    )
  }

  func moneyAround(_ parsed: Parsed, _ sentence: Sentence) -> (
    speaks: Bool, counts: Bool, isNear: Bool, isHere: Bool
  ) {
    var speaks = false
    var near = false
    var counts = false
    var here = false
    let range =
      max(
        sentence.tokens.lowerBound, parsed.start - 30)..<min(
        sentence.tokens.upperBound, parsed.end + 30)
    for index in range where !(parsed.start..<parsed.end).contains(index) {
      let token = document.tokens[index]
      if !token.cues.isDisjoint(with: [
        .fund, .grant, .loan, .give, .allocated, .receive, .cost, .tranche, .stateMoney, .tender,
        .pricing,
      ]) {
        speaks = true
      }
      let isCurrency =
        token.money == .currency && Currencies.isWritten(token) && token.end - token.start > 2
      if isCurrency || (token.kind == .mark && Mark.currency(token.mark) != nil) {
        speaks = true
        near = true
        here = true
      }
      if index < parsed.start, parsed.start - index < 6, Ellipsis.people.contains(token.hash) {
        counts = true
      }
    }
    // The sum before it, in this sentence or the one before, gave the currency.
    if let last = document.sums.last, last.currency >= 0, last.tokens.upperBound + 40 > parsed.start
    {
      speaks = true
      near = true
    }
    return (speaks, counts, near, here)
  }
}
