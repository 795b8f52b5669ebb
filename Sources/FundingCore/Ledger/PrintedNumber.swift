/// How exactly a quote prints a number.
enum PrintedNumber {
  /// The worth of the last printed digit of a value, in minor units.
  ///
  /// - Shape: the number of the quote that makes the value with a word for thousands, millions or more tells it; a
  ///   number made of several ("1 bn 162 m") is told as exactly as its last. Where no number of the quote fits (it is
  ///   written in words), the last digit that is no zero.
  static func step(of value: Int64, perUnit: Int64, in quote: String) -> Int64 {
    guard value > 0 else { return 1 }
    let numbers = numbers(in: quote)
    for number in numbers {
      for reading in number {
        if let step = step(of: value, perUnit: perUnit, reading) { return step }
      }
    }
    if numbers.count > 1, let last = numbers.last?.first,
      let scale = compound(value, perUnit, numbers)
    {
      return max(1, scale / power(last.decimals))
    }
    var step: Int64 = 1
    while value % (step * 10) == 0, step < 1_000_000_000_000_000 { step *= 10 }
    return step
  }

  /// Digits and how many of them stand after the decimal mark.
  struct Reading: Hashable {
    var digits: Int64
    var decimals: Int
  }

  private static func step(of value: Int64, perUnit: Int64, _ reading: Reading) -> Int64? {
    guard reading.digits > 0 else { return nil }
    var scale = perUnit
    for _ in 0..<5 {
      let (product, overflow) = reading.digits.multipliedReportingOverflow(by: scale)
      if !overflow, product % power(reading.decimals) == 0,
        product / power(reading.decimals) == value
      {
        var step = scale / power(reading.decimals)
        if reading.decimals == 0 {
          while step < 1_000_000_000_000_000, value % (step * 1000) == 0 { step *= 1000 }
        }
        return max(1, step)
      }
      let next = scale.multipliedReportingOverflow(by: 1000)
      if next.overflow { return nil }
      scale = next.partialValue
    }
    return nil
  }

  /// The scale of the last of several numbers that make the value together.
  private static func compound(_ value: Int64, _ perUnit: Int64, _ numbers: [[Reading]]) -> Int64? {
    guard let first = numbers.first?.first, let last = numbers.last?.first else { return nil }
    let scales = [perUnit, perUnit * 1000, perUnit * 1_000_000, perUnit * 1_000_000_000]
    for large in scales.reversed() {
      let (head, overflow) = first.digits.multipliedReportingOverflow(by: large)
      guard !overflow else { continue }
      let rest = value - head / power(first.decimals)
      guard rest > 0 else { continue }
      for small in scales where small < large {
        let (tail, overflow) = last.digits.multipliedReportingOverflow(by: small)
        if !overflow, tail / power(last.decimals) == rest { return small }
      }
    }
    return nil
  }

  /// Every number of a text, each in the ways its marks can be read.
  static func numbers(in text: String) -> [[Reading]] {
    var result: [[Reading]] = []
    var groups: [(digits: [UInt8], mark: UInt8)] = []
    var mark: UInt8 = 0
    func close() {
      if !groups.isEmpty { result.append(readings(of: groups)) }
      groups = []
      mark = 0
    }
    var inDigits = false
    for byte in text.utf8 {
      switch byte {
      case 48...57:
        if inDigits {
          groups[groups.count - 1].digits.append(byte - 48)
        } else {
          if mark == 255 { close() }
          groups.append(([byte - 48], mark))
        }
        inDigits = true
        mark = 0
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "'"):
        mark = !inDigits ? 255 : byte
        inDigits = false
      case UInt8(ascii: " "), 0xA0, 0xC2, 0xE2, 0x80, 0xAF, 0x89:
        // White space between groups of three, the no-break and narrow spaces with it.
        if mark == 0 || mark == UInt8(ascii: " ") { mark = UInt8(ascii: " ") } else { mark = 255 }
        inDigits = false
      default:
        close()
        inDigits = false
      }
    }
    close()
    return result
  }

  private static func readings(of groups: [(digits: [UInt8], mark: UInt8)]) -> [Reading] {
    func number(_ parts: ArraySlice<(digits: [UInt8], mark: UInt8)>) -> Int64? {
      var value: Int64 = 0
      for digit in parts.flatMap(\.digits) {
        let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
        let (sum, more) = tens.addingReportingOverflow(Int64(digit))
        if overflow || more { return nil }
        value = sum
      }
      return value
    }
    var result: [Reading] = []
    if let digits = number(groups[...]), groups.dropFirst().allSatisfy({ $0.digits.count == 3 }) {
      result.append(Reading(digits: digits, decimals: 0))
    }
    if let last = groups.last, groups.count > 1, last.mark == 44 || last.mark == 46,
      let digits = number(groups[...]), last.digits.count <= 9
    {
      result.append(Reading(digits: digits, decimals: last.digits.count))
    }
    if groups.count > 1 {
      // Not one number after all: each group by itself.
      for group in groups {
        if let digits = number([group]) { result.append(Reading(digits: digits, decimals: 0)) }
      }
    }
    return result
  }

  /// How many digits a number has.
  static func count(_ number: Int64) -> Int {
    var rest = number.magnitude
    var digits = 1
    while rest >= 10 {
      rest /= 10
      digits += 1
    }
    return digits
  }

  static func power(_ exponent: Int) -> Int64 {
    var result: Int64 = 1
    for _ in 0..<min(max(0, exponent), 18) { result *= 10 }
    return result
  }

  /// The sum, or the largest number where it does not fit.
  static func sum(_ a: Int64, _ b: Int64) -> Int64 {
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? .max : sum
  }
}
