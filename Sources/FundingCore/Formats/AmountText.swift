/// A sum as a person types it: `58,8 млн грн`, `≥ $11M`, `5–7 млн євро`, `~ 70000000 UAH`.
///
/// - Shape: a sign or word for the bound, one number or two, a scale, a currency; any of them but number and currency may
///   be missing. A comma or point before exactly three last digits parts thousands where no scale follows.
/// - Errors: `nil` where a word is none of these, or an end does not fit the currency's minor units.
public enum AmountText {
  /// The sum, in the currency it names.
  public static func amount(_ text: String) -> Amount? {
    var words = Words(text)
    let bound = words.takeBound()
    var currency = words.takeCurrency()
    guard let first = words.takeNumber() else { return nil }
    let second = words.takeDash() ? words.takeNumber() : nil
    let scale = words.takeScale()
    if let after = words.takeCurrency() {
      if currency != nil { return nil }
      currency = after
    }
    guard let currency, words.isAtEnd, bound == .exact || second == nil else { return nil }
    func minor(_ number: String) -> Int64? {
      DecimalText.minorUnits(
        plain(number, hasScale: scale > 0) + "e\(scale)", decimals: currency.exponent)
    }
    guard let low = minor(first) else { return nil }
    guard let second else {
      return Amount(
        low: bound == .atMost ? nil : low, high: bound == .atLeast ? nil : low,
        currency: currency, bound: bound)
    }
    guard let high = minor(second), low < high else { return nil }
    return Amount(low: low, high: high, currency: currency, bound: .range)
  }

  /// The sum in signs, as it is written down and read back.
  public static func text(_ amount: Amount) -> String {
    func units(_ end: Int64) -> String {
      DecimalText.wholeUnits(end, decimals: amount.currency.exponent)
    }
    let code = " " + amount.currency.code
    switch (amount.low, amount.high) {
    case (nil, nil): return ""
    case (let low?, nil): return "≥ " + units(low) + code
    case (nil, let high?): return "≤ " + units(high) + code
    case (let low?, let high?):
      let sign = amount.bound == .about ? "≈ " : ""
      return (low == high ? sign + units(low) : units(low) + "–" + units(high)) + code
    }
  }

  /// A number without what parts its thousands, with a point before its fraction.
  private static func plain(_ number: String, hasScale: Bool) -> String {
    let parts = number.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "," || $0 == "." })
    let last = parts.last ?? ""
    let first = parts.first ?? ""
    let isGrouped =
      parts.count > 2 || last.count == 3 && !hasScale && first.count < 4 && first != "0"
    if parts.count < 2 || isGrouped { return parts.joined() }
    return parts.dropLast().joined() + "." + last
  }
}

/// What is left of a typed sum.
private struct Words {
  private var rest: Substring
  private static let blanks: Set<Character> = [" ", "\u{A0}", "\u{202F}", "\u{2009}", "\t"]

  init(_ text: String) { rest = Substring(text.lowercased()) }

  var isAtEnd: Bool { rest.allSatisfy { Words.blanks.contains($0) || $0 == "." } }

  private mutating func skip() { rest = rest.drop { Words.blanks.contains($0) } }

  /// Takes a word where the text goes on with it; a word of letters ends where no letter follows.
  private mutating func take(_ words: [String]) -> Bool {
    skip()
    for word in words where rest.hasPrefix(word) {
      let after = rest.dropFirst(word.count)
      if word.last?.isLetter == true, after.first?.isLetter == true { continue }
      rest = after
      return true
    }
    return false
  }

  mutating func takeBound() -> Bound {
    let signs: [(Bound, [String])] = [
      (.atLeast, [">=", "≥", ">", "понад", "щонайменше", "over", "at least"]),
      (.atMost, ["<=", "≤", "<", "щонайбільше", "до", "up to", "at most"]),
      (.about, ["≈", "~", "близько", "приблизно", "about"]),
    ]
    return signs.first { take($0.1) }?.0 ?? .exact
  }

  /// Digits with what parts them; a blank parts only before three digits.
  mutating func takeNumber() -> String? {
    skip()
    var number = ""
    while let next = rest.first {
      if ("0"..."9").contains(next) || (next == "," || next == ".") && !number.isEmpty {
        number.append(next)
        rest = rest.dropFirst()
        continue
      }
      let digits = rest.dropFirst().prefix { ("0"..."9").contains($0) }
      guard Words.blanks.contains(next), !number.isEmpty, digits.count == 3 else { break }
      rest = rest.dropFirst()
    }
    while let last = number.last, last == "," || last == "." { number.removeLast() }
    return number.isEmpty ? nil : number
  }

  mutating func takeDash() -> Bool { take(["–", "—", "-", "…", ".."]) }

  /// The power of ten of a word for a scale; 0 without one.
  mutating func takeScale() -> Int {
    let scales: [(Int, [String])] = [
      (3, ["тисяч", "тисячі", "тис", "тыс", "thousand", "k"]),
      (6, ["мільйонів", "мільйони", "мільйон", "млн", "million", "mln", "m"]),
      (9, ["мільярдів", "мільярди", "мільярд", "млрд", "billion", "bln", "bn", "b"]),
      (12, ["трлн", "trillion", "tn"]),
    ]
    let scale = scales.first { take($0.1) }?.0 ?? 0
    if scale > 0, rest.first == "." { rest = rest.dropFirst() }
    return scale
  }

  mutating func takeCurrency() -> Currency? {
    let names: [(String, [String])] = [
      ("USD", ["$", "долар", "доларів", "долари", "дол", "dollars", "dollar"]),
      ("EUR", ["€", "євро", "евро", "euros", "euro"]),
      ("UAH", ["₴", "гривень", "гривні", "гривня", "грн", "hryvnias", "hryvnia"]),
      ("GBP", ["£", "фунтів", "фунти", "фунт", "pounds"]), ("JPY", ["¥", "єн", "ієн", "yen"]),
    ]
    if let found = names.first(where: { take($0.1) }) { return Currency(found.0) }
    skip()
    let code = rest.prefix { $0.isLetter }
    guard code.utf8.count == 3, let currency = Currency(code.uppercased()) else { return nil }
    rest = rest.dropFirst(code.count)
    return currency
  }
}
