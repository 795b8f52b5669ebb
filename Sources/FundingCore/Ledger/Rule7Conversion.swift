// Rule 7: converted once, visibly.

/// A sum in dollars, with the rate it was converted with.
struct Conversion {
  var usd: USDRange?
  var rate: Rate?
  var isAssumed = false

  /// Converts end by end at the official rate of the funding's month; an undated one borrows the month of the newest
  /// dated article.
  init(_ sum: PrintedSum, day: Int32?, newest: YearMonth?, rates: Rates) {
    guard let month = day.map({ CalendarDate(dayNumber: $0).month }) ?? newest,
      let rate = rates.rate(sum.currency, in: month)
    else { return }
    let low = sum.low.map { rate.cents($0, rounding: .down) }
    let high = sum.high.map { rate.cents($0, rounding: .up) }
    // An end that does not fit is no known end; then there is no sum to count.
    if low == .some(nil) || high == .some(nil) { return }
    usd = USDRange(low: low ?? nil, high: high ?? nil)
    self.rate = rate
    isAssumed = day == nil && sum.currency != .usd
  }
}
