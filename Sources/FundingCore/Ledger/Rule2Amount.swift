// Rule 2: the funding's amount is the most exact statement.

extension LedgerWork {
  /// Sets each draft's sum, and whether its sources disagree.
  mutating func chooseAmounts() {
    for index in drafts.indices {
      let stated = statements(of: drafts[index])
      guard !stated.isEmpty else { continue }
      let choice = AmountChoice(stated, day: drafts[index].day, sums: sums)
      guard let chosen = choice.chosen else { continue }
      drafts[index].sum = chosen.sum
      drafts[index].log.append(DraftStep(step: .amount, rule: .amount, record: chosen.record))
      for other in stated where choice.disagrees(other.sum, with: chosen.sum) {
        drafts[index].disagrees = true
        drafts[index].log.append(
          DraftStep(
            step: .disagrees, rule: choice.rule(of: other.sum, against: chosen.sum),
            record: other.record, other: chosen.record))
      }
    }
  }
}

/// Which of several statements of one funding sets its amount.
struct AmountChoice {
  let sums: SumComparison
  private let day: Int32?
  private let stated: [StatedSum]
  /// Statements that lost against a thousandth, or against the same digits in another currency.
  private var lost: Set<StatedSum> = []
  private(set) var chosen: StatedSum?

  init(_ stated: [StatedSum], day: Int32?, sums: SumComparison) {
    self.sums = sums
    self.day = day
    self.stated = stated
    settleSlips()
    settleDigits()
    chosen = best(stated.filter { !lost.contains($0) })
  }

  /// Whether a statement says something else than the chosen amount, in its currency or in its digits.
  func disagrees(_ sum: PrintedSum, with chosen: PrintedSum) -> Bool {
    if sum.currency == chosen.currency { return sums.sayTheSame(sum, chosen) == nil }
    return sums.hasSameDigits(sum, chosen) && !sums.agree(sum, chosen, on: day)
  }

  func rule(of sum: PrintedSum, against chosen: PrintedSum) -> LedgerRule {
    if sum.currency != chosen.currency { return .digits }
    return sums.isSlip(sum, chosen) ? .slip : .amount
  }

  private var different: [PrintedSum] {
    var seen: Set<PrintedSum> = []
    return stated.map(\.sum).filter { seen.insert($0).inserted }
  }

  private func isOne(_ a: PrintedSum, _ b: PrintedSum) -> Bool {
    a.currency == b.currency && sums.sayTheSame(a, b) != nil
  }

  /// The smaller of two sums a thousand apart counts, unless three articles or more, and more than twice as many, print
  /// the larger.
  private mutating func settleSlips() {
    let different = different
    for small in different {
      for large in different where small.value < large.value && sums.isSlip(small, large) {
        let few = stated.filter { isOne($0.sum, small) }
        let many = stated.filter { isOne($0.sum, large) }
        let texts = (few: Set(few.map(\.text)).count, many: Set(many.map(\.text)).count)
        lost.formUnion(texts.many >= 3 && texts.many > 2 * texts.few ? few : many)
      }
    }
  }

  /// Of the same digits in two currencies, the side with more statements counts, else the smaller in dollars.
  private mutating func settleDigits() {
    let left = different.filter { sum in stated.contains { $0.sum == sum && !lost.contains($0) } }
    for (at, first) in left.enumerated() {
      for second in left[(at + 1)...]
      where sums.hasSameDigits(first, second) && !sums.agree(first, second, on: day) {
        let a = statements(for: first, against: second)
        let b = statements(for: second, against: first)
        let counts = (Set(a.map(\.text)).count, Set(b.map(\.text)).count)
        let firstWins = counts.0 != counts.1 ? counts.0 > counts.1 : isSmaller(first, second)
        lost.formUnion(firstWins ? b : a)
      }
    }
  }

  /// Statements of a sum: in its currency, and in a third that agrees with it.
  private func statements(for sum: PrintedSum, against rival: PrintedSum) -> [StatedSum] {
    stated.filter {
      isOne($0.sum, sum)
        || $0.sum.currency != sum.currency && $0.sum.currency != rival.currency
          && sums.agree($0.sum, sum, on: day) && !sums.agree($0.sum, rival, on: day)
    }
  }

  private func isSmaller(_ a: PrintedSum, _ b: PrintedSum) -> Bool {
    guard let month = day.map({ CalendarDate(dayNumber: $0).month }) ?? sums.newestMonth,
      let x = sums.cents(a.value, a.currency, in: month),
      let y = sums.cents(b.value, b.currency, in: month), x != y
    else { return a.currency < b.currency }
    return x < y
  }

  /// Exact, then about, then range, then an open bound; more printed digits; most often stated; the latest.
  private func best(_ left: [StatedSum]) -> StatedSum? {
    struct Key: Hashable {
      var low: Int64?
      var high: Int64?
      var currency: Currency
      var bound: Bound
    }
    var texts: [Key: Set<Int>] = [:]
    var latest: [Key: Int32] = [:]
    func key(_ sum: PrintedSum) -> Key {
      Key(low: sum.low, high: sum.high, currency: sum.currency, bound: sum.bound)
    }
    for one in left {
      texts[key(one.sum), default: []].insert(one.text)
      latest[key(one.sum)] = max(latest[key(one.sum)] ?? .min, one.day ?? .min)
    }
    func isBetter(_ a: StatedSum, _ b: StatedSum) -> Bool {
      let (x, y) = (a.sum, b.sum)
      if x.exactness != y.exactness { return x.exactness < y.exactness }
      if x.digits != y.digits { return x.digits > y.digits }
      let counts = (texts[key(x)]?.count ?? 0, texts[key(y)]?.count ?? 0)
      if counts.0 != counts.1 { return counts.0 > counts.1 }
      let days = (latest[key(x)] ?? .min, latest[key(y)] ?? .min)
      if days.0 != days.1 { return days.0 > days.1 }
      if x.value != y.value { return x.value < y.value }
      return x.currency != y.currency ? x.currency < y.currency : a.record < b.record
    }
    return left.min(by: isBetter)
  }
}
