/// What one unit of a currency was worth in US dollars in a month, by an official average.
///
/// - Shape: an exact decimal, `mantissa / 10^scale`, so that conversion rounds once and predictably.
/// - Source: a row of `rates.csv`; each row names its own source.
public struct Rate: Hashable, Sendable {
  public var month: YearMonth
  public var currency: Currency
  /// US dollars for one whole unit, times `10^scale`.
  public var mantissa: Int64
  /// 0 to 15.
  public var scale: Int
  public var method: String
  public var source: String
  public var note: String?

  public init(
    month: YearMonth, currency: Currency, mantissa: Int64, scale: Int, method: String = "",
    source: String = "",
    note: String? = nil
  ) {
    self.month = month
    self.currency = currency
    self.mantissa = mantissa
    self.scale = scale
    self.method = method
    self.source = source
    self.note = note
  }

  public enum Rounding: Sendable { case down, up }

  /// US cents for minor units of the rate's currency; `nil` where the result does not fit.
  public func cents(_ minorUnits: Int64, rounding: Rounding) -> Int64? {
    // cents = minor / 10^exponent * mantissa / 10^scale * 100, in one exact division.
    let (product, overflow) = (Int128(minorUnits) * Int128(mantissa)).multipliedReportingOverflow(
      by: 100)
    guard !overflow else { return nil }
    var divisor: Int128 = 1
    for _ in 0..<(currency.exponent + scale) { divisor *= 10 }
    let (quotient, remainder) = product.quotientAndRemainder(dividingBy: divisor)
    return Int64(exactly: rounding == .up && remainder > 0 ? quotient + 1 : quotient)
  }
}

/// The official monthly rates to US dollars.
public struct Rates: Sendable {
  private struct Key: Hashable {
    var month: YearMonth
    var currency: Currency
  }
  private struct Content: Sendable {
    let rows: [Key: Rate]
    let months: ClosedRange<YearMonth>?
    let all: [Rate]

    init(_ rates: [Rate]) {
      all = rates
      rows = Dictionary(
        rates.map { (Key(month: $0.month, currency: $0.currency), $0) }, uniquingKeysWith: { $1 })
      let all = rates.map(\.month)
      months = all.min().flatMap { low in all.max().map { low...$0 } }
    }
  }
  private let content: Later<Content>

  public var months: ClosedRange<YearMonth>? { content.value.months }
  /// Every rate, as it was given.
  public var all: [Rate] { content.value.all }

  public init(_ rates: [Rate]) { content = Later(Content(rates)) }

  /// The rate of a currency in a month; `nil` where the table has none. Dollars are always worth a dollar.
  public func rate(_ currency: Currency, in month: YearMonth) -> Rate? {
    if currency == .usd {
      return Rate(month: month, currency: .usd, mantissa: 1, scale: 0, method: "identity")
    }
    return content.value.rows[Key(month: month, currency: currency)]
  }
}

extension Rates: Snapshotable {
  public func write(into snapshot: inout SnapshotWriter) {
    var inner = SnapshotWriter()
    all.write(into: &inner)
    snapshot.raw(inner.bytes)
  }

  public init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    let kept = try snapshot.part()
    content = Later {
      var reader = kept
      return Content((try? [Rate](from: &reader)) ?? [])
    }
  }
}
