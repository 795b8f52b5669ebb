/// A sum as it is printed: its ends, and how exactly it is told.
///
/// - Shape: `step` is the worth of the last printed digit, `openStep` that of the last digit that is no zero, both in
///   minor units. Groups of three zeros count as a word for them: "400,000" is told as exactly as "400 thousand".
/// - Units: minor units of `currency`.
struct PrintedSum: Hashable {
  var currency: Currency
  var low: Int64?
  var high: Int64?
  var bound: Bound
  var step: Int64
  var openStep: Int64
  /// How many digits are printed, without leading zeros.
  var digits: Int
  /// How many of them stand before the trailing zeros.
  var significantDigits: Int

  init(_ amount: Amount, quote: String) {
    currency = amount.currency
    low = amount.low
    high = amount.high
    bound = amount.bound
    let value = amount.low ?? amount.high ?? 0
    step = PrintedNumber.step(of: value, perUnit: amount.currency.minorUnitsPerUnit, in: quote)
    var trimmed = value
    var zeros: Int64 = 1
    while trimmed != 0, trimmed % 10 == 0 {
      trimmed /= 10
      zeros *= 10
    }
    openStep = zeros
    digits = value == 0 ? 1 : PrintedNumber.count(value / max(1, step))
    significantDigits = PrintedNumber.count(trimmed)
  }

  /// The one number of an exact or rounded sum, the known end of an open one, the low end of a range.
  var value: Int64 { low ?? high ?? 0 }

  /// Told as one number: exact or about.
  var isPoint: Bool { (bound == .exact || bound == .about) && low != nil }

  var amount: Amount { Amount(low: low, high: high, currency: currency, bound: bound) }

  /// Exact before about before range before an open bound.
  var exactness: Int {
    switch bound {
    case .exact: 0
    case .about: 1
    case .range: 2
    case .atLeast, .atMost: 3
    }
  }

  /// The numbers it may stand for, half-open at the far end of an open bound.
  var reach: (low: Int64, high: Int64, openLow: Bool, openHigh: Bool) {
    switch (low, high) {
    case (let low?, let high?): (low, max(low, high), false, false)
    case (let low?, nil): (low, PrintedNumber.sum(low, openStep), false, true)
    case (nil, let high?): (max(0, high - openStep), high, true, false)
    case (nil, nil): (0, 0, false, false)
    }
  }
}
