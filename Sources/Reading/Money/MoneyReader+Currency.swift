import FundingCore

/// The currency on either side of a number.
extension MoneyReader {
  func currency(before index: Int, floor: Int) -> (start: Int, index: Int32)? {
    guard index > floor else { return nil }
    var at = index - 1
    // "US$:12.99".
    if at > floor, document.tokens[at].mark == Mark.colon,
      !document.tokens[at].flags.contains(.spaced),
      Mark.currency(document.tokens[at - 1].mark) != nil
    {
      at -= 1
    }
    // "Rs. 1,200".
    if at > floor, document.tokens[at].mark == Mark.dot,
      !document.tokens[at].flags.contains(.spaced),
      Currencies.prefixSigns.contains(document.tokens[at - 1].hash)
    {
      at -= 1
    }
    let token = document.tokens[at]
    if token.kind == .mark, let code = Mark.currency(token.mark) {
      let start = at > floor ? dollarCountry(at - 1, token) : nil
      return start.map { ($0.start, $0.index) } ?? (at, Currencies.index(code))
    }
    guard token.kind == .word, token.money == .currency, token.flags.contains(.latin) else {
      return nil
    }
    let isCode =
      token.end - token.start == 3 && token.flags.contains(.allCapitals)
      && !Currencies.names.contains(token.hash)
    let isSign =
      Currencies.prefixSigns.contains(token.hash) && token.flags.contains(.capital)
      || Currencies.smallSigns.contains(token.hash)
    return isCode || isSign ? (at, token.datum) : nil
  }

  /// «гривень 5 млн», "3.4 million in euros", «100 тисяч у доларах».
  func takeCurrencyApart(_ sum: inout Parsed, limit: Int, floor: Int) {
    guard sum.quantity.power > 0, !sum.quantity.isAdjective else { return }
    if sum.end + 1 < limit, Currencies.inWords.contains(document.tokens[sum.end].hash) {
      let name = document.tokens[sum.end + 1]
      guard name.kind == .word, name.money == .currency, Currencies.isWritten(name) else { return }
      sum.currency = name.datum
      sum.end += 2
    } else if sum.start > floor {
      let name = document.tokens[sum.start - 1]
      guard name.money == .currency, Currencies.manyUnits.contains(name.hash) else { return }
      sum.currency = name.datum
      sum.start -= 1
    }
  }

  /// «70-мільйонний кредит у євро»: the currency of the noun behind an adjective, or -1.
  func currency(behindNounAt index: Int, limit: Int) -> Int32 {
    guard index + 2 < limit,
      !document.tokens[index].cues.isDisjoint(with: [.fund, .grant, .loan, .tranche])
    else { return -1 }
    let isIn = Currencies.inWords.contains(document.tokens[index + 1].hash)
    let name = document.tokens[isIn ? index + 2 : index + 1]
    return name.kind == .word && name.money == .currency && Currencies.isWritten(name)
      ? name.datum : -1
  }

  /// "US$", "A$", "C$".
  func dollarCountry(_ at: Int, _ sign: Token) -> (start: Int, index: Int32)? {
    let token = document.tokens[at]
    guard token.kind == .word, sign.mark == Mark.dollar else { return nil }
    if Currencies.isDollarCode(token) { return (at, token.datum) }
    guard !sign.flags.contains(.spaced), let code = Currencies.dollarLetters[token.hash] else {
      return nil
    }
    return (at, code)
  }

  func currency(
    after index: Int, limit: Int, isBefore: Bool
  ) -> (index: Int32, end: Int, isHundredth: Bool, isExplicit: Bool)? {
    var at = index
    guard at < limit else { return nil }
    if document.tokens[at].kind == .word, document.tokens[at].hash == Currencies.of { at += 1 }
    // "5-million-euro": hyphens between.
    if at < limit, document.tokens[at].kind == .mark, document.tokens[at].mark == Mark.dash,
      !document.tokens[at].flags.contains(.spaced)
    {
      at += 1
    }
    guard at < limit else { return nil }
    let token = document.tokens[at]
    if token.kind == .mark {
      guard !isBefore || token.mark != Mark.dollar else { return nil }
      if token.mark == Mark.cent { return (Currencies.index("USD"), at + 1, true, false) }
      // "10k€", but not "5 $6 million".
      if let code = Mark.currency(token.mark),
        at + 1 >= limit || document.tokens[at + 1].kind != .number
          || document.tokens[at + 1].flags.contains(.spaced)
      {
        return isBefore ? nil : (Currencies.index(code), at + 1, false, false)
      }
      return nil
    }
    guard token.kind == .word else { return nil }
    switch token.money {
    case .currency:
      if isWeight(at, token, limit) { return nil }
      return word(at, token, country: -1, limit)
    case .hundredth:
      if token.hash == Currencies.penny && token.flags.contains(.spaced) { return nil }
      return (token.datum, at + 1, true, false)
    case .currencyCountry: return counted(at, token, limit)
    default:
      // «20 т.р.».
      if token.hash == Numbers.rouble, at > 2,
        Numbers.thousands.contains(document.tokens[at - 2].hash),
        document.tokens[at - 1].mark == Mark.dot
      {
        return (Currencies.index("RUB"), at + 1, false, false)
      }
      return secondName(at, token, limit) ?? initials(at, limit)
    }
  }

  /// "30 pounds of explosives".
  func isWeight(_ at: Int, _ token: Token, _ limit: Int) -> Bool {
    guard token.flags.contains(.latin), token.datum == Currencies.sterling, at + 1 < limit,
      token.end - token.start > 3
    else {
      return false
    }
    return document.tokens[at + 1].hash == Currencies.of
  }

  /// A country's adjective and its currency.
  func counted(
    _ at: Int, _ token: Token, _ limit: Int
  ) -> (index: Int32, end: Int, isHundredth: Bool, isExplicit: Bool)? {
    var at = at
    if at + 2 < limit, document.tokens[at + 1].mark == Mark.dot,
      document.tokens[at + 2].money == .currency
    {
      at += 1
    }
    guard at + 1 < limit else { return nil }
    let next = document.tokens[at + 1]
    if next.kind == .mark, next.mark == Mark.dollar, token.flags.contains(.allCapitals) {
      return (Currencies.index("USD"), at + 2, false, true)
    }
    if next.money == .currencyCountry, next.flags.contains(.capital) {
      return secondName(at, token, limit)
    }
    guard next.money == .currency else { return nil }
    return word(at + 1, next, country: Int(token.datum), limit)
  }

  /// "New Zealand dollars", "Hong Kong dollars": the second word of a country's name tells.
  func secondName(
    _ at: Int, _ token: Token, _ limit: Int
  ) -> (index: Int32, end: Int, isHundredth: Bool, isExplicit: Bool)? {
    guard at + 2 < limit, token.flags.contains(.capital),
      document.tokens[at + 1].money == .currencyCountry,
      document.tokens[at + 2].money == .currency
    else { return nil }
    return word(
      at + 2, document.tokens[at + 2], country: Int(document.tokens[at + 1].datum), limit)
  }

  /// "U.S. dollars".
  func initials(_ at: Int, _ limit: Int) -> (
    index: Int32, end: Int, isHundredth: Bool, isExplicit: Bool
  )? {
    guard document.tokens[at].hash == Currencies.letterU, at + 4 < limit,
      document.tokens[at + 2].hash == Currencies.letterS,
      document.tokens[at + 4].money == .currency
    else { return nil }
    return (Currencies.index("USD"), at + 5, false, true)
  }

  func word(
    _ at: Int, _ token: Token, country: Int, _ limit: Int
  ) -> (index: Int32, end: Int, isHundredth: Bool, isExplicit: Bool)? {
    guard Currencies.isWritten(token),
      country >= 0 || !Currencies.englishCrowns.contains(token.hash)
    else { return nil }
    var index = token.datum
    var isExplicit = false
    if country >= 0 {
      let code = Currencies.code(of: index, country: country)
      isExplicit = code != nil
      index = code ?? index
    }
    // "$60 million CAD".
    if Currencies.isDollarCode(token) { isExplicit = true }
    var end = at + 1
    if end < limit, index == Currencies.sterling,
      Currencies.sterlings.contains(document.tokens[end].hash)
    {
      end += 1
    }
    if end < limit, document.tokens[end].kind == .mark, document.tokens[end].mark == Mark.dot,
      Currencies.abbreviations.contains(token.hash), isInside(end, limit)
    {
      end += 1
    }
    if end < limit, Currencies.usa.contains(document.tokens[end].hash),
      index == Currencies.index("USD")
    {
      end += 1
      isExplicit = true
    }
    return (index, end, false, isExplicit)
  }

  /// Whether a stop belongs to an abbreviation and does not end the sentence.
  func isInside(_ dot: Int, _ limit: Int) -> Bool { dot + 1 < limit }
}
