import FundingCore

/// Numbers with a scale whose currency is left out.
extension MoneyReader {
  /// Whether a scaled number without currency is money: nothing is counted behind it, and the words around speak of
  /// money. Where they do not, it still is if the article states the same number with a currency.
  func elliptic(_ parsed: Parsed, _ sentence: Sentence) -> Ellipsis.Verdict {
    let quantity = parsed.quantity
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
        guard follows else { return quantity.power >= 6 ? .perhaps : .other }
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

  enum Ellipsis {
    enum Verdict { case money, perhaps, other }

    static var followers: Cues {
      [
        .purpose, .from, .into, .and, .or, .give, .receive, .payerFollows, .planned, .grant, .loan,
        .total, .this, .partOf, .change,
        .more, .arrived, .done, .allocated, .not, .need, .bears,
      ]
    }
    static let words = WordSet(
      "а але за who was were is has have had страна країна этого уже вже of it он она що який яку які came went goes come will would comes добавит добавят додасть додадуть піде підуть пішло пішли пойдет пойдут ушло пошло что которые как як"
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
