/// Decimal text to whole minor units and back, exactly.
public enum DecimalText {
  /// Whole minor units of a number written with an optional fraction and exponent (`25.5`, `1.1e7`), `decimals` being
  /// the currency's exponent.
  ///
  /// - Errors: `nil` where the text is no number, is finer than the minor unit, or does not fit 64 bits.
  public static func minorUnits(_ text: some StringProtocol, decimals: Int) -> Int64? {
    var digits: [UInt8] = []
    var fraction = 0
    var exponent = 0
    var seenPoint = false
    var isNegative = false
    let bytes = Array(text.utf8)
    var at = 0
    if at < bytes.count, bytes[at] == UInt8(ascii: "-") {
      isNegative = true
      at += 1
    }
    scan: while at < bytes.count {
      switch bytes[at] {
      case 48...57:
        digits.append(bytes[at] - 48)
        if seenPoint { fraction += 1 }
      case UInt8(ascii: ".") where !seenPoint: seenPoint = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        guard let power = Int(String(decoding: bytes[(at + 1)...], as: UTF8.self)), abs(power) <= 30
        else { return nil }
        exponent = power
        break scan
      default: return nil
      }
      at += 1
    }
    guard !digits.isEmpty else { return nil }
    var shift = decimals + exponent - fraction
    while shift < 0, digits.last == 0 {
      digits.removeLast()
      shift += 1
    }
    guard shift >= 0 || digits.allSatisfy({ $0 == 0 }) else { return nil }
    var value: Int64 = 0
    for digit in digits + [UInt8](repeating: 0, count: max(0, shift)) {
      let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, more) = tens.addingReportingOverflow(Int64(digit))
      guard !overflow, !more else { return nil }
      value = sum
    }
    return isNegative ? -value : value
  }

  /// Whole units of minor ones, with a point and without trailing zeros: `2550` in hundredths is `25.5`.
  public static func wholeUnits(_ minorUnits: Int64, decimals: Int) -> String {
    guard decimals > 0 else { return String(minorUnits) }
    let digits = String(minorUnits.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let whole = padded.dropLast(decimals)
    var fraction = padded.suffix(decimals)
    while fraction.last == "0" { fraction.removeLast() }
    return (minorUnits < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
  }
}
