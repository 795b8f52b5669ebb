import FundingCore

extension Texts {
  /// Whose rate a sum was converted by, in the screen's language.
  ///
  /// A row of rates.csv names it first in `source`; what follows a semicolon says where the values were found, and is for
  /// who checks the table.
  public func rateName(_ rate: Rate) -> String {
    let name = rate.source.prefix { $0 != ";" }
    switch name {
    case "NBU official rate": return say("офіційний курс НБУ", "NBU official rate")
    case "NBU official rate, estimated":
      return say("офіційний курс НБУ, оцінка за міжбанком", "NBU official rate, an estimate")
    case "ECB reference rate": return say("довідковий курс ЄЦБ", "ECB reference rate")
    default: return String(name)
    }
  }

  /// A rate as people know it: `1 EUR = 1,1711 USD`, and of money worth less than a dollar `1 USD = 42,1777 UAH`.
  ///
  /// - Shape: what is worth more than a dollar to the last known digit; the inverse to four decimals, as banks print it.
  public func rate(_ rate: Rate, of currency: Currency) -> String {
    let one = (0..<max(0, rate.scale)).reduce(into: Int64(1)) { product, _ in product *= 10 }
    let (scaled, overflow) = one.multipliedReportingOverflow(by: 10_000)
    guard rate.mantissa > 0, rate.mantissa < one, !overflow else {
      return "1 \(currency) = \(decimal(rate.mantissa, scale: rate.scale)) USD"
    }
    let inverse = scaled / rate.mantissa + (scaled % rate.mantissa * 2 >= rate.mantissa ? 1 : 0)
    return "1 USD = \(decimal(inverse, scale: 4)) \(currency)"
  }

  private func decimal(_ value: Int64, scale: Int) -> String {
    let digits = String(value.magnitude)
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    var fraction = padded.suffix(scale)
    while fraction.count > 2, fraction.last == "0" { fraction.removeLast() }
    return padded.dropLast(scale)
      + (fraction.isEmpty ? "" : (format.isEnglish ? "." : ",") + fraction)
  }
}
