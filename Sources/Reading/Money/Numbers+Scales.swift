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
    let isCapital = isSigned && next.flags.contains([.capital, .latin])
    if isLetter && !isCapital && (next.flags.contains(.spaced) || at > index) { return nil }
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
  func continuesBehind(_ dot: Int, _ end: Int) -> Bool {
    guard let next = token(dot + 1, end) else { return false }
    return next.kind == .number || next.money != .none
      || (next.kind == .mark && Mark.currency(next.mark) != nil)
      || (next.kind == .word && !next.flags.contains(.capital))
  }
}
