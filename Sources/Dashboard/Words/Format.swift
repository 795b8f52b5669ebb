import FundingCore

/// How money, numbers, days and counts are written in a language of the screen.
///
/// - Shape: a value without state; Ukrainian for every language but English. No locale of the system is asked.
public struct Format: Hashable, Sendable {
  public var language: Language

  public init(_ language: Language) { self.language = language }

  var isEnglish: Bool { language == .en }

  /// A whole number with its thousands apart: `12,345`, `12 345`.
  public func number(_ value: Int) -> String {
    grouped(String(value.magnitude), isNegative: value < 0)
  }

  private func grouped(_ digits: String, isNegative: Bool = false) -> String {
    var result = isNegative ? "-" : ""
    var left = digits.utf8.count
    for digit in digits.unicodeScalars {
      result.unicodeScalars.append(digit)
      left -= 1
      if left > 0, left % 3 == 0 { result += isEnglish ? "," : " " }
    }
    return result
  }

  /// The form of a word that goes with a count, by CLDR's rules: Ukrainian 1 проєкт, 2 проєкти, 5 проєктів.
  public func plural(
    _ count: Int, uk: (one: String, few: String, many: String), en: (one: String, other: String)
  )
    -> String
  {
    if isEnglish { return count == 1 ? en.one : en.other }
    let tens = Int(count.magnitude % 100)
    switch (Int(count.magnitude % 10), tens) {
    case (1, let tens) where tens != 11: return uk.one
    case (2...4, let tens) where !(12...14).contains(tens): return uk.few
    default: return uk.many
    }
  }

  /// A count with its word: `1 проєкт`, `12,345 projects`.
  public func count(
    _ count: Int, uk: (one: String, few: String, many: String), en: (one: String, other: String)
  )
    -> String
  {
    number(count) + " " + plural(count, uk: uk, en: en)
  }

  /// A day: `10 Sep 2025`, `10.09.2025`; a dash where there is none.
  public func day(_ date: CalendarDate?) -> String {
    guard let date else { return "—" }
    let parts = date.components
    if isEnglish {
      return "\(parts.day) \(Self.englishMonths[(parts.month - 1) % 12]) \(parts.year)"
    }
    return "\(twoDigits(parts.day)).\(twoDigits(parts.month)).\(parts.year)"
  }

  /// A month: `Sep 2025`, `09.2025`.
  public func month(_ month: YearMonth) -> String {
    isEnglish
      ? "\(Self.englishMonths[(month.month - 1) % 12]) \(month.year)"
      : "\(twoDigits(month.month)).\(month.year)"
  }

  private func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }

  private static let englishMonths = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// A list of names: `EU, Japan`; what is beyond the first few is counted.
  public func list(_ names: [String], atMost limit: Int = .max) -> String {
    if names.count <= limit { return names.joined(separator: ", ") }
    return names.prefix(limit).joined(separator: ", ") + " +\(names.count - limit)"
  }
}

extension Format {
  /// Whole minor units with thousands apart and the currency: `$11,000,000`, `€25.50`, `NOK 120,000,000`.
  func exact(_ minorUnits: Int64, _ currency: Currency) -> String {
    let exponent = currency.exponent
    let digits = String(minorUnits.magnitude)
    let padded = String(repeating: "0", count: max(0, exponent + 1 - digits.count)) + digits
    let whole = grouped(String(padded.dropLast(exponent)), isNegative: minorUnits < 0)
    let rest = padded.suffix(exponent)
    let fraction = rest.allSatisfy { $0 == "0" } ? "" : (isEnglish ? "." : ",") + rest
    return prefix(of: currency) + whole + fraction
  }

  /// A sum as its source states it, to the last digit: `≥ $11,000,000`, `€15,000,000–17,000,000`.
  public func exact(_ amount: Amount) -> String {
    switch (amount.low, amount.high) {
    case (nil, nil): return "?"
    case (let low?, nil): return "≥ " + exact(low, amount.currency)
    case (nil, let high?): return "≤ " + exact(high, amount.currency)
    case (let low?, let high?):
      let sign = amount.bound == .about ? "≈ " : ""
      if low == high { return sign + exact(low, amount.currency) }
      return sign + exact(low, amount.currency) + "–"
        + exact(high, amount.currency).dropFirst(prefix(of: amount.currency).count)
    }
  }

  /// What stands before a sum: the sign everybody knows, else the code and a blank.
  func prefix(of currency: Currency) -> String {
    switch currency.code {
    case "USD": "$"
    case "EUR": "€"
    case "UAH": "₴"
    case "GBP": "£"
    case "JPY": "¥"
    default: currency.code + " "
    }
  }
}
