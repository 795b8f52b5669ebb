// Rule 2: amounts that say the same.

/// Whether two sums say the same, and by which part of the rule.
struct SumComparison {
  let rates: Rates
  let newestMonth: YearMonth?

  /// The rule by which two sums of the same currency say the same; `nil` where they do not.
  ///
  /// - Shape: a running total goes by rule 3 before it goes by bounds: two open bounds of running totals with
  ///   different numbers are two.
  func sayTheSame(_ a: PrintedSum, _ b: PrintedSum, areTotals: Bool = false) -> LedgerRule? {
    guard a.currency == b.currency else { return nil }
    if a.low == b.low, a.high == b.high { return .same }
    if a.isPoint, b.isPoint { return isRounded(a, to: b) || isRounded(b, to: a) ? .rounded : nil }
    let bothOpen = (a.low == nil || a.high == nil) && (b.low == nil || b.high == nil)
    if areTotals, bothOpen { return nil }
    return contains(a, b) || contains(b, a) ? .bounds : nil
  }

  /// Whether one number is the other rounded or cut off to its last printed digit, at most 10 % away.
  private func isRounded(_ exact: PrintedSum, to round: PrintedSum) -> Bool {
    let (a, b) = (exact.value, round.value)
    guard round.step > 1, a > 0, b > 0, abs(a - b) <= max(a, b) / 10 else { return false }
    let cut = a - a % round.step
    if cut == b { return true }
    return a % round.step >= round.step - a % round.step && PrintedNumber.sum(cut, round.step) == b
  }

  private func contains(_ outer: PrintedSum, _ inner: PrintedSum) -> Bool {
    guard !outer.isPoint else { return false }
    let (a, b) = (outer.reach, inner.reach)
    let low = a.openLow && !b.openLow ? b.low > a.low : b.low >= a.low
    let high = a.openHigh && !b.openHigh ? b.high < a.high : b.high <= a.high
    return low && high
  }

  /// Whether one sum is a thousand times the other.
  func isSlip(_ a: PrintedSum, _ b: PrintedSum) -> Bool {
    guard a.currency == b.currency, a.value > 0, b.value > 0,
      a.bound == b.bound || a.isPoint && b.isPoint
    else { return false }
    let (small, large) = a.value < b.value ? (a.value, b.value) : (b.value, a.value)
    let (product, overflow) = small.multipliedReportingOverflow(by: 1000)
    return !overflow && product == large
  }

  /// Whether the same digits are printed in two currencies.
  func hasSameDigits(_ a: PrintedSum, _ b: PrintedSum) -> Bool {
    guard a.currency != b.currency, a.bound != .range, b.bound != .range, a.value > 0,
      (a.low == nil) == (b.low == nil)
    else { return false }
    let left = Int128(a.value) * Int128(b.currency.minorUnitsPerUnit)
    return left == Int128(b.value) * Int128(a.currency.minorUnitsPerUnit)
  }

  /// Whether two sums in different currencies, exact or about, agree within 6 % at the official rate of a day's month.
  func agree(_ a: PrintedSum, _ b: PrintedSum, on day: Int32?) -> Bool {
    guard a.currency != b.currency, a.isPoint, b.isPoint,
      let month = day.map({ CalendarDate(dayNumber: $0).month }) ?? newestMonth,
      let first = cents(a.value, a.currency, in: month),
      let second = cents(b.value, b.currency, in: month)
    else { return false }
    return Int128(abs(first - second)) * 100 <= Int128(max(first, second)) * 6
  }

  func cents(_ value: Int64, _ currency: Currency, in month: YearMonth) -> Int64? {
    rates.rate(currency, in: month)?.cents(value, rounding: .down)
  }
}
