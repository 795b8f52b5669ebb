import FundingCore

/// Finds sums that are said again, in the same or another currency.
struct Restatements {
  let document: Document

  private struct Key: Hashable {
    var value: Int64
    var high: Int64
    var currency: Int32
  }

  func assign() {
    defer { document.indexRestatements() }
    guard document.sums.count > 1 else { return }
    // A few sums are compared sooner than hashed.
    let isShort = document.sums.count <= 16
    var first: [Key: Int] = [:]
    var list = ListWalk(document: document)
    for index in document.sums.indices {
      let sum = document.sums[index]
      guard sum.currency >= 0 else { continue }
      let key = key(sum)
      if let known = isShort ? earlier(key, than: index) : first[key] {
        list.go(to: Int(sum.sentence))
        if !isAnother(index, known, list) { document.sums[index].restates = Int32(known) }
        continue
      }
      if let other = exchanged(index) ?? rounded(index) {
        let root = document.sums[other].restates
        document.sums[index].restates = root >= 0 ? root : Int32(other)
      }
      if isShort { continue }
      first[key] = document.sums[index].restates >= 0 ? Int(document.sums[index].restates) : index
    }
  }

  private func key(_ sum: Sum) -> Key {
    Key(value: sum.value, high: sum.bound == .range ? sum.high ?? 0 : 0, currency: sum.currency)
  }

  /// The first statement of the same sum before another.
  private func earlier(_ key: Key, than index: Int) -> Int? {
    for other in 0..<index where self.key(document.sums[other]) == key {
      let root = document.sums[other].restates
      return root >= 0 ? Int(root) : other
    }
    return nil
  }

  /// "about $100 million more": the same number of other money.
  private func isAnother(_ index: Int, _ known: Int, _ list: ListWalk) -> Bool {
    let sum = document.sums[index]
    if list.isOtherItem(Int(sum.sentence), than: Int(document.sums[known].sentence)) { return true }
    guard document.sums[known].sentence == sum.sentence else { return false }
    let segment = document.segments[index]
    return segment.contains {
      document.tokens[$0].cues.contains(.more) && abs($0 - sum.core.lowerBound) < 6
    }
  }

  /// The same money in another currency: beside it in brackets or behind a comma or "or", and worth the same.
  private func exchanged(_ index: Int) -> Int? {
    guard index > 0 else { return nil }
    let sum = document.sums[index]
    for other in stride(from: index - 1, through: max(0, index - 3), by: -1) {
      let before = document.sums[other]
      guard before.currency >= 0, before.currency != sum.currency,
        sum.sentence - before.sentence <= 6
      else { continue }
      let gap = sum.tokens.lowerBound - before.tokens.upperBound
      let isBeside =
        sum.sentence == before.sentence && gap <= 6
        && hasJoint(before.tokens.upperBound..<sum.tokens.lowerBound)
      let isNamed = isHeading(sum) || before.sentence == 0 && sum.sentence <= 2 && gap < 60
      guard isBeside || isNamed, let ratio = ratio(before, sum) else { continue }
      if ratio > 0.8 && ratio < 1.25 { return other }
    }
    return nil
  }

  private func hasJoint(_ range: Range<Int>) -> Bool {
    range.contains {
      let token = document.tokens[$0]
      return token.cues.contains(.or)
        || (token.kind == .mark
          && [Mark.open, Mark.comma, Mark.dash, UInt8(ascii: "/")].contains(token.mark))
    }
  }

  private func isHeading(_ sum: Sum) -> Bool {
    document.cuesOf[Int(sum.sentence)].contains(.heading)
  }

  /// How much of one sum the other is, in dollars.
  private func ratio(_ left: Sum, _ right: Sum) -> Double? {
    guard let a = Restatements.dollars(left), let b = Restatements.dollars(right), b > 0 else {
      return nil
    }
    return a / b
  }

  static func dollars(_ sum: Sum) -> Double? {
    guard sum.currency >= 0, Int(sum.currency) < roughByIndex.count else { return nil }
    let rate = roughByIndex[Int(sum.currency)]
    return rate > 0 ? Double(sum.value) * rate : nil
  }

  private static let roughByIndex: [Double] = Currencies.codes.map { rough[$0.description] ?? 0 }

  /// Rough dollars a unit: enough to tell the same money from other money.
  private static let rough: [String: Double] = [
    "USD": 1, "EUR": 1.1, "GBP": 1.27, "UAH": 0.025, "JPY": 0.0068, "CHF": 1.13, "SEK": 0.096,
    "NOK": 0.095, "DKK": 0.148,
    "PLN": 0.25, "CZK": 0.044, "CAD": 0.73, "AUD": 0.66, "KRW": 0.00073, "RUB": 0.011, "CNY": 0.14,
    "TRY": 0.03, "RON": 0.22,
    "HUF": 0.0027, "BGN": 0.56, "ILS": 0.27, "AED": 0.27, "AZN": 0.59, "TWD": 0.031, "NZD": 0.6,
    "ISK": 0.0072, "INR": 0.012,
  ]

  /// A rounded repetition: «3,16 млрд» and «3,2 млрд» in the headline.
  private func rounded(_ index: Int) -> Int? {
    let sum = document.sums[index]
    let named = isHeading(sum)
    guard named || document.sentences[Int(sum.sentence)].part == .text else { return nil }
    for step in 0..<min(index, 8) {
      // The first four sums and the last four.
      let other = step < 4 || index <= 8 ? step : index - 8 + step
      let before = document.sums[other]
      guard before.currency == sum.currency, before.bound != .range, sum.bound != .range,
        before.restates < 0
      else { continue }
      let inTitle = document.sentences[Int(before.sentence)].part == .title
      guard named || (inTitle && document.sentences[Int(sum.sentence)].part == .text) else {
        continue
      }
      let (fine, coarse) = before.digits >= sum.digits ? (before, sum) : (sum, before)
      guard fine.value != coarse.value else { continue }
      let difference = abs(fine.value - coarse.value)
      let unit = Restatements.lastDigit(coarse)
      let isApproximate = [before.bound, sum.bound].contains { $0 == .about || $0 == .atLeast }
      let share = Double(difference) / Double(max(fine.value, 1))
      if difference * 2 <= unit, share < (coarse.digits >= 2 || isApproximate ? 0.05 : 0.02) {
        return other
      }
      if named, isApproximate, share < 0.05 { return other }
    }
    return nil
  }

  /// The worth of the last digit a sum was printed with.
  private static func lastDigit(_ sum: Sum) -> Int64 {
    var unit: Int64 = 1
    var value = sum.value
    while value > 0, value % 10 == 0 {
      value /= 10
      unit = unit &* 10
    }
    return unit
  }
}

/// Tells items of one list apart on one way through the sentences, however long the list is.
private struct ListWalk {
  let document: Document
  private var at = 0
  /// The last sentence before here that is no item; -1 where all are.
  private var plain = -1
  /// The last one before the paragraph that is walked through.
  private var plainBefore = -1

  init(document: Document) { self.document = document }

  /// Sentences are gone through forwards.
  mutating func go(to sentence: Int) {
    while at < sentence {
      if !document.sentences[at].isBullet { plain = at }
      at += 1
      if document.sentences[at].paragraph != document.sentences[at - 1].paragraph {
        plainBefore = plain
      }
    }
  }

  /// «— ліцей № 1: 5 млн; — ліцей № 2: 5 млн»: two items of one list are two things, whatever each gets.
  func isOtherItem(_ sentence: Int, than known: Int) -> Bool {
    known < sentence && document.sentences[sentence].isBullet && document.sentences[known].isBullet
      && plainBefore < known
  }
}
