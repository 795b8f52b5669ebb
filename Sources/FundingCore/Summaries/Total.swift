/// The ends of a sum: what it is at least, and at most.
///
/// - Shape: `high` is `nil` where no source names one. An unknown low end adds nothing, so `low` is always a number.
/// - Units: minor units of one currency.
/// - Errors: none; results that do not fit stay at the largest number.
public struct Ends: Hashable, Sendable {
  public var low: Int64
  public var high: Int64?
  /// Whether a sum in it is stated as only about so much, where a view asked for that; see
  /// ``FundingTable/markAbout(_:of:)``.
  public var isAbout = false

  public init(low: Int64, high: Int64?) {
    self.low = low
    self.high = high
  }

  public static let zero = Ends(low: 0, high: 0)
  /// What is known of a sum nobody can tell.
  static let unknown = Ends(low: 0, high: nil)

  public var isZero: Bool { low == 0 && high == 0 }

  public static func + (a: Ends, b: Ends) -> Ends {
    var high: Int64?
    if let first = a.high, let second = b.high { high = saturating(first, plus: second) }
    var sum = Ends(low: saturating(a.low, plus: b.low), high: high)
    sum.isAbout = a.isAbout || b.isAbout
    return sum
  }

  public static func += (a: inout Ends, b: Ends) { a = a + b }

  /// What is left of a sum when a part of it is taken away: its low end loses the part's high end, its high end the low.
  public func remainder(without part: Ends) -> Ends {
    FlatEnds(self).remainder(without: FlatEnds(part)).ends
  }
}

/// The sum of two numbers, or the nearest number there is.
func saturating(_ a: Int64, plus b: Int64) -> Int64 {
  let (sum, overflow) = a.addingReportingOverflow(b)
  return overflow ? (a < 0 ? .min : .max) : sum
}

/// Sums of several fundings, each counted once: in US dollars, and in each currency as it was stated.
///
/// - Units: ``usd`` in cents, ``currencies`` in minor units of each.
/// - Shape: money without a rate stands in ``currencies`` alone. The only amount with `+`.
public struct Total: Hashable, Sendable {
  public var usd: Ends
  /// Empty where a view did not ask for them.
  public var currencies: [Currency: Ends]

  public init(usd: Ends = .zero, currencies: [Currency: Ends] = [:]) {
    self.usd = usd
    self.currencies = currencies
  }

  public static let zero = Total()

  public static func + (a: Total, b: Total) -> Total {
    Total(usd: a.usd + b.usd, currencies: a.currencies.merging(b.currencies) { $0 + $1 })
  }

  public static func += (a: inout Total, b: Total) {
    a.usd += b.usd
    if !b.currencies.isEmpty { a.currencies.merge(b.currencies) { $0 + $1 } }
  }
}
