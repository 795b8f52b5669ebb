/// Reads numbers with their scales from tokens: `1 234,5 млн`, `two million`, `70-мільйонного`, `2 млн 350 тис.`.
///
/// - Cost: bounded for each starting token, so linear over a text whatever it holds.
struct Numbers {
  let document: Document

  private static let longest = 24

  @inline(__always)
  private func token(_ index: Int, _ end: Int) -> Token? {
    index < end ? document.tokens[index] : nil
  }

  /// The quantity that begins at a token, within a sentence ending at `end`.
  func quantity(at start: Int, end: Int) -> Quantity? {
    let end = min(end, start + Numbers.longest)
    let first = document.tokens[start]
    var quantity: Quantity?
    switch (first.kind, first.money) {
    case (.number, _): quantity = digits(at: start, end: end)
    case (.word, .numeral), (.word, .fraction), (.word, .fractionScale), (.word, .scale):
      quantity = words(at: start, end: end)
    default: return nil
    }
    guard var found = quantity else { return nil }
    // Two descending scales add: 2 млн 350 тис.
    var rounds = 0
    while found.power > 0, rounds < 3, let next = token(found.end, end),
      next.kind == .number || next.money == .numeral
    {
      guard
        let more = next.kind == .number
          ? digits(at: found.end, end: end) : words(at: found.end, end: end),
        more.power < found.power, more.power > 0 || isCurrency(more.end, end), !more.isAdjective,
        more.value < Numbers.powers[min(found.power, 12)] * 100
      else { break }
      let (sum, overflow) = found.value.addingReportingOverflow(more.value)
      guard !overflow else { return nil }
      found.value = sum
      found.end = more.end
      found.digits += more.digits
      found.power = more.power
      rounds += 1
    }
    return found
  }

  private func isCurrency(_ index: Int, _ end: Int) -> Bool {
    guard let next = token(index, end) else { return false }
    return next.money == .currency || (next.kind == .mark && Mark.currency(next.mark) != nil)
  }

  static let powers: [Int64] = (0...16).map { (0..<$0).reduce(Int64(1)) { value, _ in value * 10 } }

  // MARK: Digits

  private func digits(at start: Int, end: Int) -> Quantity? {
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

  /// "and a half million" behind a whole number.
  private func half(after index: Int, end: Int) -> (power: Int, end: Int)? {
    guard let first = token(index, end),
      first.cues.contains(.and) || Numbers.withWords.contains(first.hash)
    else { return nil }
    for at in index + 1..<min(index + 4, end) where document.tokens[at].money == .fraction {
      guard document.tokens[at].datum == 50, let scale = scale(after: at + 1, end: end) else {
        return nil
      }
      return (scale.power, scale.end)
    }
    return nil
  }

  private static let withWords = Set(
    ["з", "із", "с", "и", "й", "та"].map { WordHash(word: $0).value })

  /// The scale word behind a number: spaced, glued, hyphenated or as an adjective.
  private func scale(after index: Int, end: Int) -> (power: Int, end: Int, isAdjective: Bool)? {
    guard var next = token(index, end) else { return nil }
    var at = index
    if next.kind == .mark, next.mark == Mark.dash, !next.flags.contains(.spaced),
      let word = token(index + 1, end),
      !word.flags.contains(.spaced)
    {
      next = word
      at += 1
      // «70-ти мільйонний»: the ending of the numeral.
      if next.kind == .word, next.money == .none, next.end - next.start <= 8,
        let other = token(at + 1, end),
        other.money == .scaleAdjective
      {
        next = other
        at += 1
      }
    }
    guard next.kind == .word else { return nil }
    let length = Int(next.end - next.start)
    let isLetter = length == 1 || (length == 2 && next.flags.contains(.cyrillic))
    if next.money == .scaleAdjective, !isLetter { return (Int(next.datum), at + 1, true) }
    guard next.money == .scale else { return nil }
    if isLetter && (next.flags.contains(.spaced) || at > index) { return nil }
    var stop = at + 1
    if let dot = token(stop, end), dot.kind == .mark, dot.mark == Mark.dot,
      !dot.flags.contains(.spaced),
      length <= 8, continuesBehind(stop, end)
    {
      stop += 1
    }
    return (Int(next.datum), stop, false)
  }

  /// Whether the sum goes on behind the stop of an abbreviation.
  private func continuesBehind(_ dot: Int, _ end: Int) -> Bool {
    guard let next = token(dot + 1, end) else { return false }
    return next.kind == .number || next.money != .none
      || (next.kind == .mark && Mark.currency(next.mark) != nil)
      || (next.kind == .word && !next.flags.contains(.capital))
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
  private func commaDecimals(_ number: inout Plain, _ end: Int) {
    guard let comma = token(number.end, end), comma.kind == .mark, comma.mark == Mark.comma,
      !comma.flags.contains(.spaced), let cents = token(number.end + 1, end), cents.kind == .number,
      cents.end - cents.start == 2, let part = parse(cents), isCurrency(number.end + 2, end)
    else { return }
    number.fraction = part.whole
    number.decimals = 2
    number.end += 2
  }

  /// Digits before the first separator.
  private func wholeDigits(_ token: Token) -> Int {
    var count = 0
    var at = Int(token.start)
    while at < Int(token.end), Scanner.isDigit(document.bytes[at]) {
      count += 1
      at += 1
    }
    return count
  }

  /// One number token. `nil` for dates, times, sections and numbers beyond any money.
  private func parse(_ token: Token) -> Plain? {
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

  private static func assembled(
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

  private static func grouped(_ parts: [Int64], _ digits: Int) -> Plain? {
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

  // MARK: Words

  /// Cardinal numerals, halves and bare scales: «два мільйони», "half a million", «мільярд».
  private func words(at start: Int, end: Int) -> Quantity? {
    var total: Int64 = 0
    var current: Int64 = 0
    var at = start
    var power = 0
    var hasNumber = false
    var fraction: Int64 = 0
    var bare: Int64 = 0
    loop: while let next = token(at, end) {
      switch (next.kind, next.money) {
      case (.word, .numeral):
        let value = Int64(next.datum)
        if value == 100 && current > 0 && current < 10 { current *= 100 } else { current += value }
        hasNumber = true
        at += 1
      case (.word, .fraction):
        fraction = Int64(next.datum)
        hasNumber = true
        at = skipArticles(at + 1, end)
      case (.word, .fractionScale):
        guard !hasNumber else { break loop }
        let scale = Int(next.datum) / 1000
        return Quantity(
          value: Int64(next.datum % 1000) * Numbers.powers[min(12, scale)], end: at + 1,
          power: scale, digits: 1,
          isWord: true)
      case (.word, .scale), (.word, .scaleAdjective):
        guard let result = scaled(at, next, hasNumber, current, fraction, &total) else {
          break loop
        }
        if next.money == .scaleAdjective {
          return Quantity(
            value: total, end: result, power: Int(next.datum), digits: 1, isAdjective: true,
            isWord: true)
        }
        bare = current == 0 && fraction == 0 ? 100 : current * 100 + fraction
        (current, fraction) = (0, 0)
        power = Int(next.datum)
        at = result
        if !hasNumber { break loop }
      case (.word, _) where hasNumber && Numbers.withWords.contains(next.hash):
        guard let word = token(at + 1, end), word.money == .fraction else { break loop }
        at += 1
      case (.mark, _)
      where next.mark == Mark.dash && !next.flags.contains(.spaced) && hasNumber:
        guard let word = token(at + 1, end),
          word.money == .numeral || word.money == .scale || word.money == .scaleAdjective
        else { break loop }
        at += 1
      case (.word, _) where next.cues.contains(.and) && hasNumber && next.flags.contains(.latin):
        let after = skipArticles(at + 1, end)
        guard let word = token(after, end),
          word.money == .fraction || (word.money == .numeral && (current >= 100 || total > 0))
        else { break loop }
        at = after
      default: break loop
      }
    }
    let (hundreds, overflow) = current.multipliedReportingOverflow(by: 100)
    let (value, second) = total.addingReportingOverflow(hundreds)
    guard at > start, !overflow, !second, hasNumber || power > 0, value > 0, fraction == 0 else {
      return nil
    }
    var quantity = Quantity(value: value, end: at, power: power, digits: 2, isWord: true)
    quantity.bare = max(bare, current * 100)
    return quantity
  }

  /// Adds what stands before a scale word, times the scale; gives the token behind it.
  private func scaled(
    _ at: Int, _ next: Token, _ hasNumber: Bool, _ current: Int64, _ fraction: Int64,
    _ total: inout Int64
  ) -> Int? {
    let isLetter = next.end - next.start <= 2
    guard !isLetter, hasNumber || isSingular(next) else { return nil }
    let base = current == 0 && fraction == 0 ? 100 : current * 100 + fraction
    let (value, first) = base.multipliedReportingOverflow(
      by: Numbers.powers[min(12, Int(next.datum))])
    let (sum, second) = total.addingReportingOverflow(value)
    guard !first, !second else { return nil }
    total = sum
    return at + 1
  }

  private func skipArticles(_ index: Int, _ end: Int) -> Int {
    var at = index
    while let next = token(at, end), at < index + 2, next.kind == .word,
      Numbers.articles.contains(next.hash)
    { at += 1 }
    return at
  }

  private func isSingular(_ token: Token) -> Bool { Numbers.singular.contains(token.hash) }

  static let articles = Set(["a", "an", "of", "one"].map { WordHash(word: $0).value })
  private static let singular = Set(
    "мільйон мільйона мільйону мільйоном мільярд мільярда мільярду мільярдом трильйон трильйона тисяча тисячу миллион миллиона миллиону миллионом миллиард миллиарда миллиарду миллиардом тысяча тысячу million billion trillion thousand"
      .split(separator: " ").map { WordHash(word: $0).value })
}
