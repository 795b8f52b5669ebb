/// A day of the Gregorian calendar, without a clock or a zone: the day an outlet prints.
///
/// - Shape: `year-month-day`, printed as ISO 8601 `2025-09-10`.
/// - Units: months from 1 to 12, days from 1; ``dayNumber`` counts days from 1970-01-01 (0).
/// - Errors: none; a day that no calendar has is `nil` at ``init(_:)``.
public struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days since 1970-01-01, negative before it.
  public let dayNumber: Int32

  /// The day of that number. Any number is a day.
  public init(dayNumber: Int32) { self.dayNumber = dayNumber }

  /// The day of a year, month and day, or `nil` where the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CalendarDate.days(inMonth: month, of: year)
    else { return nil }
    // Days from civil: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.dayNumber = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// The day written as `YYYY-MM-DD`, or `nil` where the text is anything else.
  public init?(_ text: some StringProtocol) {
    let digits = Array(text.utf8)
    guard digits.count == 10, digits[4] == UInt8(ascii: "-"), digits[7] == UInt8(ascii: "-") else {
      return nil
    }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in digits[range] {
        guard byte >= 48, byte <= 57 else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  /// Year, month (1 to 12) and day (from 1).
  public var components: (year: Int, month: Int, day: Int) {
    let z = Int(dayNumber) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The month this day lies in.
  public var month: YearMonth {
    let parts = components
    return YearMonth(year: parts.year, month: parts.month)
  }

  public var description: String {
    let parts = components
    return "\(padded(parts.year, to: 4))-\(padded(parts.month, to: 2))-\(padded(parts.day, to: 2))"
  }

  public static func < (a: CalendarDate, b: CalendarDate) -> Bool { a.dayNumber < b.dayNumber }

  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// A month of a year, the step of the official exchange rates.
///
/// - Shape: printed as `2025-09`.
/// - Units: ``index`` counts months from year 0; consecutive months are consecutive numbers.
public struct YearMonth: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let index: Int32

  public init(index: Int32) { self.index = index }
  public init(year: Int, month: Int) { self.index = Int32(year * 12 + month - 1) }

  /// The month written as `YYYY-MM`, or `nil` where the text is anything else.
  public init?(_ text: some StringProtocol) {
    guard let date = CalendarDate(text + "-01") else { return nil }
    self = date.month
  }

  public var year: Int { Int(index) / 12 }
  /// 1 to 12.
  public var month: Int { Int(index) % 12 + 1 }
  public var description: String { "\(padded(year, to: 4))-\(padded(month, to: 2))" }
  public static func < (a: YearMonth, b: YearMonth) -> Bool { a.index < b.index }
}

private func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
