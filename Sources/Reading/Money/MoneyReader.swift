import FundingCore

/// Finds the sums of money in an article's tokens.
///
/// A sum is a number with a currency, or a number with a scale whose currency the article leaves out. Quantities of
/// other things are none: the word behind the scale tells (15 тис. квартир, 40 МВт).
struct MoneyReader {
  let document: Document
  let tables: Tables
  let numbers: Numbers

  init(document: Document, tables: Tables) {
    self.document = document
    self.tables = tables
    numbers = Numbers(document: document)
  }

  /// Fills `document.sums`, in text order.
  func find() {
    for (index, sentence) in document.sentences.enumerated() {
      var at = sentence.tokens.lowerBound
      let end = sentence.tokens.upperBound
      while at < end {
        if begins(at), var sum = sum(at: at, in: sentence) {
          sum.sentence = Int32(index)
          at = max(at + 1, sum.tokens.upperBound)
          document.sums.append(sum)
        } else {
          at += 1
        }
      }
    }
    Currencies.settle(document, tables)
  }

  /// Whether a number may begin at a token.
  @inline(__always)
  private func begins(_ index: Int) -> Bool {
    let token = document.tokens[index]
    if token.kind == .number { return true }
    switch token.money {
    case .numeral, .fraction, .fractionScale: return true
    case .scale: return token.end - token.start > 4
    default: return false
    }
  }

  // MARK: One sum

  private struct Parsed {
    var quantity: Quantity
    var start: Int
    var currency: Int32
    var end: Int
  }

  private func sum(at index: Int, in sentence: Sentence) -> Sum? {
    let limit = sentence.tokens.upperBound
    let floor = max(sentence.tokens.lowerBound, document.sums.last?.tokens.upperBound ?? 0)
    guard let first = parsed(at: index, limit: limit, floor: floor) else { return nil }
    if let range = range(from: first, limit: limit, floor: floor) { return range }
    let ellipsis = first.currency >= 0 ? Ellipsis.Verdict.money : elliptic(first, sentence)
    guard ellipsis != .other else { return nil }
    var sum = Sum(
      tokens: first.start..<first.end, core: first.start..<first.end, low: first.quantity.value,
      high: first.quantity.value, currency: first.currency, bound: .exact)
    sum.digits = first.quantity.digits
    sum.isElliptic = first.currency < 0
    sum.isTentative = ellipsis == .perhaps
    bound(&sum, floor: floor, limit: limit)
    return sum
  }

  /// A number and the currency on either side of it.
  private func parsed(at index: Int, limit: Int, floor: Int) -> Parsed? {
    guard let quantity = numbers.quantity(at: index, end: limit) else { return nil }
    var result = Parsed(quantity: quantity, start: index, currency: -1, end: quantity.end)
    if let before = currency(before: index, floor: floor) {
      result.start = before.start
      result.currency = before.index
    }
    if let after = currency(after: quantity.end, limit: limit, isBefore: result.currency >= 0) {
      if result.currency < 0 || after.index == result.currency || after.isExplicit {
        result.currency = after.index
      }
      result.end = after.end
      if after.isHundredth {
        result.quantity.value = quantity.value / 100
      } else {
        addHundredths(&result, limit)
      }
    }
    if result.quantity.value == 0 { return nil }
    return result
  }

  /// «3 гривні 50 копійок».
  private func addHundredths(_ result: inout Parsed, _ limit: Int) {
    guard result.end < limit, document.tokens[result.end].kind == .number,
      result.quantity.power == 0,
      let cents = numbers.quantity(at: result.end, end: limit), cents.power == 0,
      cents.value < 100_00,
      cents.end < limit, document.tokens[cents.end].money == .hundredth
    else { return }
    result.quantity.value += cents.value / 100
    result.end = cents.end + 1
  }

  // MARK: Currency

  private func currency(before index: Int, floor: Int) -> (start: Int, index: Int32)? {
    guard index > floor else { return nil }
    let at = index - 1
    let token = document.tokens[at]
    if token.kind == .mark, let code = Mark.currency(token.mark) {
      let start = at > floor ? dollarCountry(at - 1, token) : nil
      return start.map { ($0.start, $0.index) } ?? (at, Currencies.index(code))
    }
    guard token.kind == .word, token.money == .currency, token.flags.contains(.latin) else {
      return nil
    }
    let isCode = token.end - token.start == 3 && token.flags.contains(.allCapitals)
    let isSign = Currencies.prefixSigns.contains(token.hash)
    return isCode || isSign ? (at, token.datum) : nil
  }

  /// "US$", "A$", "C$".
  private func dollarCountry(_ at: Int, _ sign: Token) -> (start: Int, index: Int32)? {
    let token = document.tokens[at]
    guard token.kind == .word, !sign.flags.contains(.spaced), sign.mark == Mark.dollar,
      let code = Currencies.dollarLetters[token.hash]
    else { return nil }
    return (at, code)
  }

  private func currency(
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
    default: return initials(at, limit)
    }
  }

  /// "30 pounds of explosives".
  private func isWeight(_ at: Int, _ token: Token, _ limit: Int) -> Bool {
    guard token.flags.contains(.latin), token.datum == Currencies.sterling, at + 1 < limit,
      token.end - token.start > 3
    else {
      return false
    }
    return document.tokens[at + 1].hash == Currencies.of
  }

  /// A country's adjective and its currency.
  private func counted(
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
    guard next.money == .currency else { return nil }
    return word(at + 1, next, country: Int(token.datum), limit)
  }

  /// "U.S. dollars".
  private func initials(_ at: Int, _ limit: Int) -> (
    index: Int32, end: Int, isHundredth: Bool, isExplicit: Bool
  )? {
    guard document.tokens[at].hash == Currencies.letterU, at + 4 < limit,
      document.tokens[at + 2].hash == Currencies.letterS,
      document.tokens[at + 4].money == .currency
    else { return nil }
    return (Currencies.index("USD"), at + 5, false, true)
  }

  private func word(
    _ at: Int, _ token: Token, country: Int, _ limit: Int
  ) -> (index: Int32, end: Int, isHundredth: Bool, isExplicit: Bool)? {
    guard Currencies.isWritten(token) else { return nil }
    var index = token.datum
    var isExplicit = false
    if country >= 0 {
      let code = Currencies.code(of: index, country: country)
      isExplicit = code != nil
      index = code ?? index
    }
    var end = at + 1
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
  private func isInside(_ dot: Int, _ limit: Int) -> Bool { dot + 1 < limit }

  // MARK: Ranges

  private func range(from first: Parsed, limit: Int, floor: Int) -> Sum? {
    guard first.end < limit, !first.quantity.isAdjective || first.currency >= 0 else { return nil }
    let joint = document.tokens[first.end]
    let opener = boundMatch(endingAt: first.start, floor: floor)
    var start = first.start
    let next = first.end + 1
    if joint.kind == .mark, joint.mark == Mark.dash {
      // An unspaced dash, or one between bare numbers: «10 – 15 млн».
      let isTight = !joint.flags.contains(.spaced)
      guard isTight || first.quantity.power == 0 || first.currency >= 0 else { return nil }
    } else if joint.kind == .word, joint.cues.contains(.and), opener?.word == .between {
      start = opener?.tokens.lowerBound ?? start
    } else if joint.kind == .word, boundWords(at: first.end).contains(.rangeTo) {
      if opener?.word == .rangeFrom {
        start = opener?.tokens.lowerBound ?? start
        if first.currency >= 0 && changes(before: start, floor: floor) { return nil }
      } else if first.currency >= 0 && joint.flags.contains(.cyrillic) {
        return nil
      }
    } else {
      return nil
    }
    guard next < limit, let second = parsedUpper(at: next, limit: limit, floor: first.end) else {
      return nil
    }
    return joined(first, second, start: start, floor: floor, limit: limit)
  }

  /// The upper number, whose sign may stand before it: "$10–$15 million".
  private func parsedUpper(at index: Int, limit: Int, floor: Int) -> Parsed? {
    var at = index
    if document.tokens[at].kind == .mark, Mark.currency(document.tokens[at].mark) != nil { at += 1 }
    if document.tokens[at].kind == .word, document.tokens[at].money == .currency, at + 1 < limit {
      at += 1
    }
    guard at < limit, begins(at) else { return nil }
    return parsed(at: at, limit: limit, floor: floor)
  }

  private func joined(_ first: Parsed, _ second: Parsed, start: Int, floor: Int, limit: Int) -> Sum?
  {
    let currency = second.currency >= 0 ? second.currency : first.currency
    guard currency >= 0 || second.quantity.power >= 6 else { return nil }
    var low = first.quantity.value
    let power = second.quantity.power
    if first.quantity.power == 0, power > 0, first.quantity.value <= max(second.quantity.bare, 1) {
      let (scaled, overflow) = low.multipliedReportingOverflow(by: Numbers.powers[min(12, power)])
      if overflow { return nil }
      low = scaled
    }
    let high = second.quantity.value
    guard low < high else { return nil }
    var sum = Sum(
      tokens: start..<second.end, core: first.start..<second.end, low: low, high: high,
      currency: currency, bound: .range)
    sum.isElliptic = currency < 0
    sum.digits = second.quantity.digits
    if let before = boundMatch(endingAt: start, floor: floor),
      before.word == .about || before.word == .between
    {
      sum.tokens = before.tokens.lowerBound..<second.end
    }
    return sum
  }

  private func boundWords(at index: Int) -> [BoundWord] {
    BoundSearch(document.bounds, startingAt: index).map(\.word)
  }

  // MARK: Bounds

  /// The longest qualifier that ends right before a token.
  private func boundMatch(endingAt index: Int, floor: Int) -> BoundMatch? {
    var best: BoundMatch?
    for match in BoundSearch(document.bounds, endingAt: index)
    where match.tokens.lowerBound >= floor {
      if match.tokens.count > best?.tokens.count ?? 0 { best = match }
    }
    return best
  }

  private func bound(_ sum: inout Sum, floor: Int, limit: Int) {
    let start = sum.tokens.lowerBound
    var before = boundMatch(endingAt: start, floor: floor)
    // A preposition between: «приблизно на», "up to a total of".
    if before == nil, start - 1 > floor, document.tokens[start - 1].kind == .word,
      Currencies.between.contains(document.tokens[start - 1].hash)
    {
      before = boundMatch(endingAt: start - 1, floor: floor).flatMap {
        [.atLeast, .about, .atMost].contains($0.word) ? $0 : nil
      }
    }
    if before == nil, start > floor { markBound(&sum, at: start - 1) }
    if let before { apply(before, to: &sum, floor: floor) }
    behind(&sum, limit: limit)
  }

  /// «~5 млн», "≥ 5 million", "> $5m".
  private func markBound(_ sum: inout Sum, at index: Int) {
    let token = document.tokens[index]
    guard token.kind == .mark else { return }
    switch token.mark {
    case Mark.tilde: set(.about, &sum)
    case Mark.atLeast, UInt8(ascii: ">"): set(.atLeast, &sum)
    case Mark.atMost, UInt8(ascii: "<"): set(.atMost, &sum)
    default: return
    }
    sum.tokens = index..<sum.tokens.upperBound
  }

  private func apply(_ match: BoundMatch, to sum: inout Sum, floor: Int) {
    switch match.word {
    case .atLeast:
      // «не більше» and "no more than" are longer matches; a bare «не» before turns the others round too.
      set(.atLeast, &sum)
    case .about: set(.about, &sum)
    case .atMost: set(.atMost, &sum)
    case .rangeFrom:
      guard Currencies.lowerWords.contains(document.tokens[match.tokens.lowerBound].hash) else {
        return
      }
      set(.atLeast, &sum)
    case .rangeTo:
      guard Currencies.upperWords.contains(document.tokens[match.tokens.lowerBound].hash),
        !changes(before: match.tokens.lowerBound, floor: floor)
      else { return }
      set(.atMost, &sum)
    case .atLeastBehind, .between: return
    }
    sum.tokens = match.tokens.lowerBound..<sum.tokens.upperBound
  }

  private func set(_ bound: Bound, _ sum: inout Sum) {
    sum.bound = bound
    if bound == .atLeast { sum.high = nil }
    if bound == .atMost { sum.low = nil }
  }

  /// «і більше», "or more", "+".
  private func behind(_ sum: inout Sum, limit: Int) {
    let end = sum.tokens.upperBound
    guard end < limit, sum.bound == .exact else { return }
    let next = document.tokens[end]
    if next.kind == .mark, next.mark == UInt8(ascii: "+"), !next.flags.contains(.spaced) {
      set(.atLeast, &sum)
      sum.tokens = sum.tokens.lowerBound..<(end + 1)
      return
    }
    for match in BoundSearch(document.bounds, startingAt: end) where match.word == .atLeastBehind {
      set(.atLeast, &sum)
      sum.tokens = sum.tokens.lowerBound..<match.tokens.upperBound
      return
    }
  }

  /// Whether the clause before a "to" tells of a change: then it is the new value, no upper end.
  private func changes(before index: Int, floor: Int) -> Bool {
    var at = index - 1
    let stop = max(floor, index - 8)
    while at >= stop {
      let token = document.tokens[at]
      if token.kind == .mark, token.mark == Mark.semicolon { return false }
      if token.cues.contains(.change) || token.money == .currency { return true }
      at -= 1
    }
    return false
  }

  // MARK: Sums without a currency

  /// Whether a scaled number without currency is money: nothing is counted behind it, and the words around speak of
  /// money. Where they do not, it still is if the article states the same number with a currency.
  private func elliptic(_ parsed: Parsed, _ sentence: Sentence) -> Ellipsis.Verdict {
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

  private enum Ellipsis {
    enum Verdict { case money, perhaps, other }

    static let followers: Cues = [
      .purpose, .from, .into, .and, .or, .give, .receive, .payerFollows, .planned, .grant, .loan,
      .total, .this, .partOf, .change,
      .more, .arrived, .done, .allocated, .not, .need,
    ]
    static let words = Set(
      "а але за who was were is has have had страна країна этого уже вже of it он она що який яку які что которые как як"
        .split(separator: " ").map { WordHash(word: $0).value })
    /// What a population is counted in, before the number.
    static let people = Set(
      "населення населення живе живуть мешкає мешкають людей осіб мешканців жителів население проживает живет людей жителей population people residents inhabitants home"
        .split(separator: " ").map { WordHash(word: $0).value })
  }

  private func moneyAround(_ parsed: Parsed, _ sentence: Sentence) -> (
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
        .fund, .grant, .loan, .give, .allocated, .receive, .cost, .tranche, .stateMoney,
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

/// Qualifiers that end or start at a token; they are in order of their first token and at most eight words long.
private struct BoundSearch: Sequence, IteratorProtocol {
  private let bounds: Pool<BoundMatch>
  private let end: Int?
  private let limit: Int
  private var at: Int

  init(_ bounds: Pool<BoundMatch>, endingAt end: Int) {
    self.bounds = bounds
    self.end = end
    limit = end
    at = BoundSearch.first(bounds, from: end - 8)
  }

  init(_ bounds: Pool<BoundMatch>, startingAt start: Int) {
    self.bounds = bounds
    end = nil
    limit = start + 1
    at = BoundSearch.first(bounds, from: start)
  }

  private static func first(_ bounds: Pool<BoundMatch>, from token: Int) -> Int {
    var low = 0
    var high = bounds.count
    while low < high {
      let middle = (low + high) / 2
      if bounds[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  mutating func next() -> BoundMatch? {
    while at < bounds.count, bounds[at].tokens.lowerBound < limit {
      at += 1
      if end == nil || bounds[at - 1].tokens.upperBound == end { return bounds[at - 1] }
    }
    return nil
  }
}
