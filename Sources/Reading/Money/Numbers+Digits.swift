/// Numbers printed in digits, with the separators inside them.
extension Numbers {
  func digits(at start: Int, end: Int) -> Quantity? {
    guard var number = plainNumber(at: start, end: end) else { return nil }
    let isSigned = start > 0 && Mark.currency(document.tokens[start - 1].mark) != nil
    var scale: (power: Int, end: Int, isAdjective: Bool)? = scale(
      after: number.end, end: end, isSigned: isSigned)
    // «3+ млн грн», "$3+ million".
    var isAtLeast = false
    if scale == nil, let plus = token(number.end, end), plus.mark == UInt8(ascii: "+"),
      !plus.flags.contains(.spaced)
    {
      scale = self.scale(after: number.end + 1, end: end)
      isAtLeast = scale != nil
    }
    // «5 с лишним млн грн».
    if scale == nil,
      let match = BoundSearch(document.bounds, startingAt: number.end).first(
        where: { $0.word == .atLeastBehind && $0.tokens.upperBound < end })
    {
      scale = self.scale(after: match.tokens.upperBound, end: end)
      isAtLeast = scale != nil
    }
    // "3 hundred million".
    if scale == nil, number.decimals == 0, number.whole < 10,
      let hundred = token(number.end, end), hundred.money == .numeral, hundred.datum == 100,
      hundred.flags.contains(.latin), let behind = self.scale(after: number.end + 1, end: end)
    {
      number.whole *= 100
      scale = behind
    }
    if scale == nil, let part = vulgar(at: number.end, end) {
      number.extra = part
      number.end += 1
      scale = self.scale(after: number.end, end: end)
    }
    if scale == nil, let part = slashed(at: number.end, end) {
      number.extra = part
      number.end += 3
      scale = self.scale(after: number.end, end: end)
    }
    if scale == nil, let half = half(after: number.end, end: end) {
      scale = (half.power, half.end, false)
      number.extra = 50
    }
    if scale == nil, let glued = glued(at: number.end, end) {
      var quantity = number.quantity(
        power: glued.power, end: number.end + 1, slavicScale: false, isAdjective: false)
      quantity?.currency = glued.currency
      return quantity
    }
    if scale == nil {
      return number.quantity(power: 0, end: number.end, slavicScale: false, isAdjective: false)
    }
    guard let scale else { return nil }
    let word = document.tokens[scale.end - 1].kind == .mark ? scale.end - 2 : scale.end - 1
    let isSlavic = document.tokens[word].flags.contains(.cyrillic)
    var quantity = number.quantity(
      power: scale.power, end: scale.end, slavicScale: isSlavic, isAdjective: scale.isAdjective)
    quantity?.isAtLeast = isAtLeast
    return quantity
  }
  /// The hundredths of the fraction in "2 1/2 million", before a scale alone.
  private func slashed(at index: Int, _ end: Int) -> Int64? {
    guard let over = token(index, end), over.kind == .number, over.end - over.start == 1,
      let slash = token(index + 1, end), slash.mark == UInt8(ascii: "/"),
      let under = token(index + 2, end), under.kind == .number, under.end - under.start == 1,
      scale(after: index + 3, end: end) != nil, let (part, whole) = digit(over, under)
    else { return nil }
    return part < whole && 100 % whole == 0 ? part * 100 / whole : nil
  }

  private func digit(_ over: Token, _ under: Token) -> (Int64, Int64)? {
    guard let first = parse(over)?.whole, let second = parse(under)?.whole, second > 1 else {
      return nil
    }
    return (first, second)
  }

  /// The hundredths of "½", "¼" and "¾".
  private func vulgar(at index: Int, _ end: Int) -> Int64? {
    guard let mark = token(index, end), mark.kind == .mark, !mark.flags.contains(.spaced),
      mark.end - mark.start == 2, document.bytes[Int(mark.start)] == 0xC2
    else { return nil }
    return switch document.bytes[Int(mark.start) + 1] {
    case 0xBC: 25
    case 0xBD: 50
    case 0xBE: 75
    default: nil
    }
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
    var parts = Parts()
    var at = Int(token.start)
    while at < Int(token.end) {
      let byte = document.bytes[at]
      if Scanner.isDigit(byte) {
        guard parts.add(digit: byte &- 0x30) else { return nil }
        at += 1
      } else {
        guard parts.close(with: byte == 0xE2 ? 0x27 : byte) else { return nil }
        at += byte == 0xE2 ? 3 : 1
      }
    }
    return parts.plain
  }

  /// The parts of a number token, taken in one after the other; nothing is kept but what tells groups from decimals.
  private struct Parts {
    /// How many separators there were.
    private var count = 0
    private var first: Int64 = 0
    private var firstLength = 0
    /// All parts before the last as groups of three; `nil` where they are beyond any money.
    private var grouped: Int64? = 0
    /// All parts before the last as groups of two behind the first; the Indian way ends with one of three.
    private var paired: Int64? = 0
    /// All parts between the first and the last are three digits long.
    private var areGroups = true
    /// They are all two digits long.
    private var arePairs = true
    /// Pairs and a last group of three: `1,23,456`.
    private var indian: Int64?
    /// All separators but the last are the same.
    private var areSame = true
    private var separator: UInt8 = 0
    private var before: UInt8 = 0
    private var value: Int64 = 0
    private var length = 0
    private var digits = 0

    mutating func add(digit: UInt8) -> Bool {
      let (tenfold, first) = value.multipliedReportingOverflow(by: 10)
      let (sum, second) = tenfold.addingReportingOverflow(Int64(digit))
      value = sum
      length += 1
      digits += 1
      return !first && !second
    }

    /// Ends a part; `false` where there are too many.
    mutating func close(with mark: UInt8) -> Bool {
      if count == 0 {
        (first, firstLength) = (value, length)
      } else {
        indian = arePairs && count > 1 && length == 3 ? Parts.group(paired, value, by: 1000) : nil
        areGroups = areGroups && length == 3
        arePairs = arePairs && length == 2
        if count > 1 { areSame = areSame && before == separator }
        before = separator
      }
      grouped = Parts.group(grouped, value, by: 1000)
      paired = Parts.group(paired, value, by: 100)
      separator = mark
      (value, length) = (0, 0)
      count += 1
      return count <= 8
    }

    private static func group(_ left: Int64?, _ right: Int64, by size: Int64) -> Int64? {
      guard let left else { return nil }
      let (grown, first) = left.multipliedReportingOverflow(by: size)
      let (sum, second) = grown.addingReportingOverflow(right)
      return first || second ? nil : sum
    }

    var plain: Plain? {
      switch count {
      case 0: Plain(whole: value, end: 0, digits: digits)
      case 1: pair
      default: several
      }
    }

    private var all: Plain? { groups(grouped) }

    /// What went before, and the last part as one more group of three.
    private func groups(_ before: Int64?) -> Plain? {
      Parts.group(before, value, by: 1000).map {
        Plain(whole: $0, end: 0, digits: digits, isGrouped: true)
      }
    }

    private var pair: Plain? {
      if separator == 0x27 { return length == 3 ? all : nil }
      let isOpen = length == 3 && first != 0 && firstLength <= 3
      return Plain(
        whole: first, fraction: value, decimals: length, end: 0, digits: digits, isOpen: isOpen,
        openIsDot: isOpen && separator == Mark.dot)
    }

    /// Several separators: groups of three, the last one decimal where it differs from the others.
    private var several: Plain? {
      if areSame, arePairs, before == Mark.comma, separator == before, length == 3, firstLength <= 2
      {
        return groups(paired)
      }
      if areSame, let indian, before == Mark.comma, separator == Mark.dot {
        return Plain(
          whole: indian, fraction: value, decimals: length, end: 0, digits: digits, isGrouped: true)
      }
      guard areSame, areGroups, firstLength <= 3 else { return nil }
      if before == separator { return length == 3 ? all : nil }
      return grouped.map {
        Plain(
          whole: $0, fraction: value, decimals: length, end: 0, digits: digits, isGrouped: true)
      }
    }
  }
}
