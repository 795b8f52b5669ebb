import FundingCore

/// Finds the sums of money in an article's tokens.
///
/// A sum is a number with a currency, or a number with a scale whose currency the article leaves out. Quantities of
/// other things are none: the word behind the scale tells (15 тис. квартир, 40 МВт).
struct MoneyReader {
  let document: Document
  let core: ReaderCore
  let numbers: Numbers

  init(document: Document, core: ReaderCore) {
    self.document = document
    self.core = core
    numbers = Numbers(document: document)
  }

  /// Fills `document.sums`, in text order.
  func find() {
    for (index, sentence) in document.sentences.enumerated() {
      var at = sentence.tokens.lowerBound
      let end = sentence.tokens.upperBound
      while at < end {
        if isMoneyWord(at), begins(at), var sum = sum(at: at, in: sentence) {
          sum.sentence = Int32(index)
          at = max(at + 1, sum.tokens.upperBound)
          document.sums.append(sum)
        } else {
          at += 1
        }
      }
    }
    Currencies.settle(document, core.facts)
  }

  /// Whether a token, which is in the text, is a number or a word of money.
  @inline(__always)
  private func isMoneyWord(_ index: Int) -> Bool {
    let token = document.tokens.base + index
    return token.pointee.money != .none || token.pointee.kind == .number
  }

  /// Whether a number may begin at a token.
  @inline(__always)
  func begins(_ index: Int) -> Bool {
    let token = document.tokens[index]
    if token.kind == .number { return true }
    switch token.money {
    case .numeral, .fraction, .fractionScale, .wholeAdjective: return true
    case .scale: return token.end - token.start > 4
    default: return false
    }
  }

  // MARK: One sum

  struct Parsed {
    var quantity: Quantity
    var start: Int
    var currency: Int32
    var end: Int
  }

  func sum(at index: Int, in sentence: Sentence) -> Sum? {
    let limit = sentence.tokens.upperBound
    let floor = max(sentence.tokens.lowerBound, document.sums.last?.tokens.upperBound ?? 0)
    guard var first = parsed(at: index, limit: limit, floor: floor) else { return nil }
    if first.currency < 0, first.quantity.isAdjective {
      first.currency = currency(behindNounAt: first.end, limit: limit)
    }
    if first.currency < 0 { takeCurrencyApart(&first, limit: limit, floor: floor) }
    if let range = range(from: first, limit: limit, floor: floor) { return range }
    let ellipsis = first.currency >= 0 ? Ellipsis.Verdict.money : elliptic(first, sentence)
    guard ellipsis != .other else { return nil }
    var sum = Sum(
      tokens: first.start..<first.end, core: first.start..<first.end, low: first.quantity.value,
      high: first.quantity.value, currency: first.currency, bound: .exact)
    if first.quantity.isAtLeast { set(.atLeast, &sum) }
    if first.quantity.isAbout { set(.about, &sum) }
    sum.digits = first.quantity.digits
    sum.isElliptic = first.currency < 0
    sum.isTentative = ellipsis == .perhaps
    bound(&sum, floor: floor, limit: limit)
    return sum
  }

  /// A number and the currency on either side of it.
  func parsed(at index: Int, limit: Int, floor: Int) -> Parsed? {
    guard let quantity = numbers.quantity(at: index, end: limit) else { return nil }
    var result = Parsed(
      quantity: quantity, start: article(before: index, floor: floor), currency: -1,
      end: quantity.end)
    if let before = currency(before: index, floor: floor) {
      result.start = before.start
      result.currency = before.index
    }
    if result.currency < 0 { result.currency = quantity.currency }
    let behind = past(&result.quantity, limit: limit)
    if let after = currency(after: behind, limit: limit, isBefore: result.currency >= 0) {
      if result.currency < 0 || after.index == result.currency || after.isExplicit {
        result.currency = after.index
      }
      result.end = after.end
      if after.isHundredth {
        result.quantity.value = quantity.value / 100
      } else {
        addHundredths(&result, limit)
      }
    } else if result.currency >= 0 {
      addHundredths(&result, limit)
    }
    if result.quantity.value == 0 { return nil }
    return result
  }

  /// Where the currency of a number may stand: behind «із гаком», which it notes, and the number in words in brackets.
  private func past(_ quantity: inout Quantity, limit: Int) -> Int {
    let end = quantity.end
    guard end + 1 < limit else { return end }
    // "500,- Kč".
    if document.tokens[end].mark == Mark.comma, document.tokens[end + 1].mark == Mark.dash,
      !document.tokens[end].flags.contains(.spaced),
      !document.tokens[end + 1].flags.contains(.spaced)
    {
      return end + 2
    }
    for match in BoundSearch(document.bounds, startingAt: end)
    where match.word == .atLeastBehind && match.tokens.upperBound < limit
      && document.tokens[match.tokens.upperBound].money == .currency
    {
      quantity.isAtLeast = true
      return match.tokens.upperBound
    }
    guard document.tokens[end].kind == .mark, document.tokens[end].mark == Mark.open else {
      return end
    }
    var at = end + 1
    while at < min(limit, end + Numbers.longest), document.tokens[at].kind == .word,
      [.numeral, .scale, .fraction].contains(document.tokens[at].money)
    { at += 1 }
    guard at > end + 1, at < limit else { return end }
    let isClosed = document.tokens[at].kind == .mark && document.tokens[at].mark == Mark.close
    return isClosed ? at + 1 : end
  }

  /// "a million dollars", "a quarter of a million": the article belongs to the number.
  private func article(before index: Int, floor: Int) -> Int {
    guard index > floor, document.tokens[index].flags.contains(.latin) else { return index }
    let (article, first) = (document.tokens[index - 1], document.tokens[index])
    guard article.kind == .word, Currencies.articles.contains(article.hash) else { return index }
    let isOpen =
      first.money == .scale || first.money == .fraction
      || first.money == .numeral
        && first.datum == 100
    return isOpen ? index - 1 : index
  }

  /// «3 гривні 50 копійок».
  func addHundredths(_ result: inout Parsed, _ limit: Int) {
    var at = result.end
    guard at < limit else { return }
    // "two dollars and twenty cents".
    if document.tokens[at].cues.contains(.and), at + 1 < limit, result.quantity.power == 0 {
      at += 1
    }
    guard document.tokens[at].kind == .number || document.tokens[at].money == .numeral,
      let cents = numbers.quantity(at: at, end: limit), cents.power == 0, cents.value < 100_00,
      cents.end < limit, document.tokens[cents.end].money == .hundredth
    else { return }
    result.quantity.value += cents.value / 100
    result.end = cents.end + 1
  }
}
