/// Reads numbers with their scales from tokens: `1 234,5 млн`, `two million`, `70-мільйонного`, `2 млн 350 тис.`.
///
/// - Cost: bounded for each starting token, so linear over a text whatever it holds.
struct Numbers {
  let document: Document

  static let longest = 24

  @inline(__always)
  func token(_ index: Int, _ end: Int) -> Token? {
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
      quantity = turned(at: start, end: end) ?? words(at: start, end: end)
    case (.word, .wholeAdjective):
      quantity = Quantity(
        value: Int64(first.datum / 100) * 100 * Numbers.powers[min(12, Int(first.datum % 100))],
        end: start + 1, power: Int(first.datum % 100), digits: 1, isAdjective: true, isWord: true)
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

  func isCurrency(_ index: Int, _ end: Int) -> Bool {
    guard let next = token(index, end) else { return false }
    return next.money == .currency || (next.kind == .mark && Mark.currency(next.mark) != nil)
  }

  static let powers: [Int64] = (0...16).map { (0..<$0).reduce(Int64(1)) { value, _ in value * 10 } }
}
