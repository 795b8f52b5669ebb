/// Numbers printed in digits, with the separators inside them.
extension Numbers {
  func digits(at start: Int, end: Int) -> Quantity? {
    guard var number = plainNumber(at: start, end: end) else { return nil }
    var scale: (power: Int, end: Int, isAdjective: Bool)? = scale(after: number.end, end: end)
    if scale == nil, let half = half(after: number.end, end: end) {
      scale = (half.power, half.end, false)
      number.extra = 50
    }
    if scale == nil {
      return number.quantity(power: 0, end: number.end, slavicScale: false, isAdjective: false)
    }
    guard let scale else { return nil }
    let word = document.tokens[scale.end - 1].kind == .mark ? scale.end - 2 : scale.end - 1
    let isSlavic = document.tokens[word].flags.contains(.cyrillic)
    return number.quantity(
      power: scale.power, end: scale.end, slavicScale: isSlavic, isAdjective: scale.isAdjective)
  }
  /// A number's digits, with what decides whether its separator groups or parts decimals.
  struct Plain {
    var whole: Int64
    var fraction: Int64 = 0
    var decimals = 0
    var end: Int
    var digits: Int
    /// One separator and exactly three digits behind it: grouping, unless a scale tells otherwise.
    var isOpen = false
    var openIsDot = false
    var isGrouped = false
    /// Hundredths to add before the scale ("and a half").
    var extra: Int64 = 0

    func quantity(power: Int, end: Int, slavicScale: Bool, isAdjective: Bool) -> Quantity? {
      var (whole, fraction, decimals) = (whole, fraction, decimals)
      if isOpen {
        let isDecimal = power > 0 && (slavicScale || openIsDot)
        if !isDecimal {
          let (grown, overflow) = whole.multipliedReportingOverflow(by: 1000)
          if overflow { return nil }
          whole = grown + fraction
          (fraction, decimals) = (0, 0)
        }
      }
      guard decimals <= 9, power <= 12, let bare = Plain.hundredths(whole, fraction, decimals, 0),
        let value = Plain.hundredths(whole, fraction, decimals, power)
      else { return nil }
      let (extraValue, overflow) = extra.multipliedReportingOverflow(by: Numbers.powers[power])
      if overflow { return nil }
      var quantity = Quantity(value: value + extraValue, end: end, power: power, digits: digits)
      quantity.bare = bare + extra
      quantity.isAdjective = isAdjective
      quantity.isPlain = power == 0 && !isGrouped && decimals == 0
      return quantity
    }

    /// whole.fraction * 10^power in hundredths; `nil` beyond Int64.
    private static func hundredths(_ whole: Int64, _ fraction: Int64, _ decimals: Int, _ power: Int)
      -> Int64?
    {
      let (scaled, first) = whole.multipliedReportingOverflow(by: Numbers.powers[power])
      let (value, second) = scaled.multipliedReportingOverflow(by: 100)
      guard !first, !second, value < 4_000_000_000_000_000_000 else { return nil }
      let shift = power + 2 - decimals
      if shift >= 0 {
        guard shift <= 16 else { return nil }
        let (part, third) = fraction.multipliedReportingOverflow(by: Numbers.powers[shift])
        return third ? nil : value + part
      }
      return value + fraction / Numbers.powers[min(12, -shift)]
    }
  }

  /// Digits of a token and the groups that follow it over spaces.
  func plainNumber(at start: Int, end: Int) -> Plain? {
    guard var number = parse(document.tokens[start]) else { return nil }
    number.end = start + 1
    guard number.decimals == 0, number.digits <= 3, !number.isGrouped, !number.isOpen else {
      return number
    }
    var at = start + 1
    var groups = 0
    while let next = token(at, end), next.kind == .number, next.flags.contains(.spaced) {
      guard let group = parse(next), wholeDigits(next) == 3, groups < 6 else { break }
      let (grown, first) = number.whole.multipliedReportingOverflow(by: 1000)
      let (sum, second) = grown.addingReportingOverflow(group.whole)
      if first || second { return nil }
      number.whole = sum
      number.digits += 3
      number.isGrouped = true
      groups += 1
      at += 1
      if group.decimals > 0 || group.isOpen {
        (number.fraction, number.decimals) = (group.fraction, group.decimals)
        break
      }
    }
    number.end = at
    if groups > 0, number.decimals == 0 { commaDecimals(&number, end) }
    return number
  }

  /// `7 927, 38 грн`: a comma, a space and two digits behind a grouped number.
  func commaDecimals(_ number: inout Plain, _ end: Int) {
    guard let comma = token(number.end, end), comma.kind == .mark, comma.mark == Mark.comma,
      !comma.flags.contains(.spaced), let cents = token(number.end + 1, end), cents.kind == .number,
      cents.end - cents.start == 2, let part = parse(cents), isCurrency(number.end + 2, end)
    else { return }
    number.fraction = part.whole
    number.decimals = 2
    number.end += 2
  }

  /// Digits before the first separator.
  func wholeDigits(_ token: Token) -> Int {
    var count = 0
    var at = Int(token.start)
    while at < Int(token.end), Scanner.isDigit(document.bytes[at]) {
      count += 1
      at += 1
    }
    return count
  }

  /// One number token. `nil` for dates, times, sections and numbers beyond any money.
  func parse(_ token: Token) -> Plain? {
    var parts: [Int64] = []
    var lengths: [Int] = []
    var separators: [UInt8] = []
    var value: Int64 = 0
    var length = 0
    var at = Int(token.start)
    while at < Int(token.end) {
      let byte = document.bytes[at]
      if Scanner.isDigit(byte) {
        let (tenfold, first) = value.multipliedReportingOverflow(by: 10)
        let (sum, second) = tenfold.addingReportingOverflow(Int64(byte &- 0x30))
        if first || second { return nil }
        value = sum
        length += 1
        at += 1
      } else {
        parts.append(value)
        lengths.append(length)
        separators.append(byte == 0xE2 ? 0x27 : byte)
        (value, length) = (0, 0)
        at += byte == 0xE2 ? 3 : 1
        if parts.count > 8 { return nil }
      }
    }
    parts.append(value)
    lengths.append(length)
    return Numbers.assembled(parts, lengths, separators, token.end)
  }

  static func assembled(
    _ parts: [Int64], _ lengths: [Int], _ separators: [UInt8], _ end: Int32
  ) -> Plain? {
    let digits = lengths.reduce(0, +)
    guard let first = parts.first, let last = parts.last, let lastLength = lengths.last else {
      return nil
    }
    if separators.isEmpty { return Plain(whole: first, end: 0, digits: digits) }
    let separator = separators[separators.count - 1]
    if separators.count == 1 {
      if separator == 0x27 { return lastLength == 3 ? grouped(parts, digits) : nil }
      if lastLength == 3 && first != 0 && lengths[0] <= 3 {
        return Plain(
          whole: first, fraction: last, decimals: 3, end: 0, digits: digits, isOpen: true,
          openIsDot: separator == Mark.dot)
      }
      return Plain(whole: first, fraction: last, decimals: lastLength, end: 0, digits: digits)
    }
    // Several separators: groups of three, the last one decimal where it differs from the others.
    let others = separators.dropLast()
    guard Set(others).count == 1, lengths[0] <= 3 else { return nil }
    let differs = others.first != separator
    let inner = differs ? lengths.dropFirst().dropLast() : lengths.dropFirst()
    guard inner.allSatisfy({ $0 == 3 }) else { return nil }
    guard differs else { return grouped(parts, digits) }
    guard var number = grouped(Array(parts.dropLast()), digits) else { return nil }
    (number.fraction, number.decimals) = (last, lastLength)
    return number
  }

  static func grouped(_ parts: [Int64], _ digits: Int) -> Plain? {
    var whole: Int64 = 0
    for part in parts {
      let (grown, first) = whole.multipliedReportingOverflow(by: 1000)
      let (sum, second) = grown.addingReportingOverflow(part)
      if first || second { return nil }
      whole = sum
    }
    var number = Plain(whole: whole, end: 0, digits: digits)
    number.isGrouped = true
    return number
  }
}
