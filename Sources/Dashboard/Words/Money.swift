import FundingCore
import Screen

/// A sum written short, in the parts a column is aligned by.
///
/// - Shape: `≥`, `$11`, `.0`, `M`; a range has its whole figure in ``whole`` up to the last decimal sign.
public struct ShortSum: Hashable, Sendable, CustomStringConvertible {
  /// `≥`, `≤`, `≈` or nothing.
  public var sign: String
  /// Everything before the decimal sign, with the currency.
  public var whole: String
  /// The decimal sign and what follows it, without the unit.
  public var fraction: String
  /// `K`, `M`, `B` or ` тис.`, ` млн`, ` млрд`.
  public var unit: String

  /// `≥ $11.0M`.
  public var description: String { (sign.isEmpty ? "" : sign + " ") + figure }
  /// The sum without its sign.
  public var figure: String { whole + fraction + unit }

  /// The sum in a column of so many cells: the sign first, decimal signs under each other.
  public func aligned(to width: Int, unitColumns: Int) -> String {
    let tail = (fraction + unit).padded(to: 2 + unitColumns)
    let figure = whole + tail
    let room = width - 2
    guard figure.columns <= room else { return description.padded(to: width, .right) }
    return sign.padded(to: 2) + figure.padded(to: room, .right)
  }
}

extension Format {
  /// Columns the longest unit takes: ` млрд` or `M`.
  public var unitColumns: Int { isEnglish ? 1 : 5 }

  /// US dollars between two ends, short: `$4.2M`, `≥ $11.0M`, `≈ $3.4M`, `≤ $10.0M`, `$15–17M`; a dash without either end.
  ///
  /// - Units: cents. Low ends round down and high ends up; ends that differ by less than a tenth of the last digit shown
  ///   are one figure, rounded to the nearest.
  public func usd(_ range: USDRange, isAbout: Bool = false) -> ShortSum {
    short(low: range.low, high: range.high, currency: .usd, isAbout: isAbout)
  }

  /// A sum in its own currency, short: `€35.0M`, `₴1.7B`.
  public func short(_ amount: Amount) -> ShortSum {
    short(
      low: amount.low, high: amount.high, currency: amount.currency, isAbout: amount.bound == .about
    )
  }

  func short(low: Int64?, high: Int64?, currency: Currency, isAbout: Bool) -> ShortSum {
    let low = low == 0 && high != nil && high != 0 ? nil : low
    guard let largest = [low, high].compactMap({ $0.map { Int64(clamping: $0.magnitude) } }).max()
    else {
      return ShortSum(sign: "", whole: "—", fraction: "", unit: "")
    }
    let scale = Scale(for: largest, unit: currency.minorUnitsPerUnit)
    let front = prefix(of: currency)
    let unit = name(of: scale)
    func sum(_ sign: String, _ text: (whole: String, fraction: String), before: String = "")
      -> ShortSum
    {
      ShortSum(sign: sign, whole: front + before + text.whole, fraction: text.fraction, unit: unit)
    }
    switch (low, high) {
    case (let low?, nil): return sum("≥", digits(scale.rounded(low, .down), scale))
    case (nil, let high?): return sum("≤", digits(scale.rounded(high, .up), scale))
    case (let low?, let high?)
    where high.subtractingReportingOverflow(low).partialValue <= scale.step / 10:
      return sum(isAbout ? "≈" : "", digits(scale.nearest(low), scale))
    case (let low?, let high?):
      let first = digits(scale.rounded(low, .down), scale)
      let last = digits(scale.rounded(high, .up), scale)
      let isWhole = first.fraction.dropFirst() == "0" && last.fraction.dropFirst() == "0"
      let before = first.whole + (isWhole ? "" : first.fraction) + "–"
      return sum(isAbout ? "≈" : "", isWhole ? (last.whole, "") : last, before: before)
    case (nil, nil): return ShortSum(sign: "", whole: "—", fraction: "", unit: "")
    }
  }

  private func digits(_ steps: Int64, _ scale: Scale) -> (whole: String, fraction: String) {
    if scale.power == 0 { return (number(Int(steps)), "") }
    let mark = isEnglish ? "." : ","
    return (number(Int(steps / 10)), mark + String((steps % 10).magnitude))
  }

  private func name(of scale: Scale) -> String {
    let names = isEnglish ? ["", "K", "M", "B", "T"] : ["", " тис.", " млн", " млрд", " трлн"]
    return names[min(scale.power, names.count - 1)]
  }
}

/// Thousands, millions or billions: the step of the last digit shown.
private struct Scale {
  /// 0 for whole units, 1 for thousands, up to 4.
  var power = 0
  /// Minor units in the last digit shown: a tenth of the unit, or one whole unit below a thousand.
  var step: Int64

  init(for largest: Int64, unit: Int64) {
    step = max(1, unit)
    var limit = step.multipliedReportingOverflow(by: 1000).partialValue
    // A figure that would round up to 1000.0 is shown in the next unit.
    while power < 4, largest >= limit - (power == 0 ? 0 : step / 2) {
      step = power == 0 ? step * 100 : step * 1000
      power += 1
      let (next, overflow) = limit.multipliedReportingOverflow(by: 1000)
      if overflow { break }
      limit = next
    }
  }

  func rounded(_ value: Int64, _ rounding: Rate.Rounding) -> Int64 {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: step)
    if remainder > 0 && rounding == .up { return quotient + 1 }
    if remainder < 0 && rounding == .down { return quotient - 1 }
    return quotient
  }

  func nearest(_ value: Int64) -> Int64 {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: step)
    return remainder.magnitude * 2 >= step.magnitude ? quotient + (value < 0 ? -1 : 1) : quotient
  }
}
