/// The scale word behind a number: млн, "bn", «70-мільйонного».
extension Numbers {
  /// "and a half million" behind a whole number.
  func half(after index: Int, end: Int) -> (power: Int, end: Int)? {
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

  static let withWords = WordSet("з із с и й та")

  /// The scale word behind a number: spaced, glued, hyphenated or as an adjective.
  ///
  /// - Parameter isSigned: whether a currency's sign stands before the number, as in "$1.2 B".
  func scale(after index: Int, end: Int, isSigned: Bool = false) -> (
    power: Int, end: Int, isAdjective: Bool
  )? {
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
        let other = token(at + 1, end), other.money == .scaleAdjective || other.money == .scale
      {
        next = other
        at += 1
      }
    }
    guard next.kind == .word else { return nil }
    if let short = shorthand(at, next, end, isSigned: isSigned) { return short }
    let length = Int(next.end - next.start)
    let isLetter = length == 1 || (length == 2 && next.flags.contains(.cyrillic))
    if next.money == .scaleAdjective, !isLetter { return (Int(next.datum), at + 1, true) }
    guard next.money == .scale else { return nil }
    let isCapital = isSigned && next.flags.contains([.capital, .latin])
    let isBeforeCode = next.flags.contains(.capital) && isCode(at + 1, end)
    if isLetter && !isCapital && !isBeforeCode && (next.flags.contains(.spaced) || at > index) {
      return nil
    }
    var stop = at + 1
    if let dot = token(stop, end), dot.kind == .mark, dot.mark == Mark.dot,
      !dot.flags.contains(.spaced),
      length <= 8, continuesBehind(stop, end)
    {
      stop += 1
    }
    return (Int(next.datum), stop, false)
  }

  /// «20 т.р.», "$3MM", "$1.2T": short forms that are words of their own elsewhere.
  private func shorthand(_ at: Int, _ next: Token, _ end: Int, isSigned: Bool) -> (
    power: Int, end: Int, isAdjective: Bool
  )? {
    if next.hash == Numbers.thousand, isRoubles(at + 1, end) { return (3, at + 2, false) }
    guard isSigned, !next.flags.contains(.spaced) else { return nil }
    if next.hash == Numbers.doubleM { return (6, at + 1, false) }
    return next.hash == Numbers.trillion && next.flags.contains(.capital)
      ? (12, at + 1, false) : nil
  }

  /// The stop and the letter of «т.р.», «т. руб.».
  func isRoubles(_ dot: Int, _ end: Int) -> Bool {
    guard let stop = token(dot, end), stop.kind == .mark, stop.mark == Mark.dot,
      !stop.flags.contains(.spaced), let unit = token(dot + 1, end)
    else { return false }
    return unit.hash == Numbers.rouble || unit.money == .currency && unit.flags.contains(.cyrillic)
  }

  /// "3 M€", "3 M EUR".
  private func isCode(_ at: Int, _ end: Int) -> Bool {
    guard let next = token(at, end) else { return false }
    if next.kind == .mark { return Mark.currency(next.mark) != nil }
    return next.money == .currency
      && (next.flags.contains(.allCapitals) || next.flags.contains(.cyrillic))
  }

  /// "5mUSD": a scale and a code in one word right behind the digits.
  func glued(at index: Int, _ end: Int) -> (power: Int, currency: Int32)? {
    guard let next = token(index, end), next.kind == .word, next.money == .none,
      next.flags.contains(.latin), next.end - next.start <= 6
    else { return nil }
    // "3.4 MEUR", where "3.4 m EUR" would be two words.
    if next.flags.contains(.spaced), !next.flags.contains(.allCapitals) { return nil }
    return Numbers.gluedWords[next.hash]
  }

  private static let gluedWords: [UInt64: (power: Int, currency: Int32)] = {
    let scales = [("k", 3), ("m", 6), ("mn", 6), ("mln", 6), ("b", 9), ("bn", 9), ("bln", 9)]
    var words: [UInt64: (power: Int, currency: Int32)] = [:]
    for code: StaticString in [
      "USD", "EUR", "UAH", "GBP", "CHF", "PLN", "CAD", "JPY", "NOK", "SEK", "DKK", "CZK",
    ] {
      for (letters, power) in scales {
        words[WordHash(word: letters + code.description).value] = (power, Currencies.index(code))
      }
    }
    return words
  }()

  static let thousand = WordHash(word: "т").value
  /// Before «р.» in Russian.
  static let thousands = WordSet("т тыс")
  static let rouble = WordHash(word: "р").value
  private static let doubleM = WordHash(word: "mm").value
  private static let trillion = WordHash(word: "t").value

  /// Whether the sum goes on behind the stop of an abbreviation.
  func continuesBehind(_ dot: Int, _ end: Int) -> Bool {
    guard let next = token(dot + 1, end) else { return false }
    if next.mark == Mark.dash, let last = token(dot + 2, end), last.kind == .number { return true }
    return next.kind == .number || next.money != .none
      || (next.kind == .mark && Mark.currency(next.mark) != nil)
      || (next.kind == .word && !next.flags.contains(.capital))
  }
}
