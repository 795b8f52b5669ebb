import FundingCore

/// Two numbers that are the ends of one sum: «від 2 до 5 млн», "$10–15 million".
extension MoneyReader {
  func range(from first: Parsed, limit: Int, floor: Int) -> Sum? {
    guard first.end < limit, !first.quantity.isAdjective || first.currency >= 0 else { return nil }
    let joint = document.tokens[first.end]
    let opener = boundMatch(endingAt: first.start, floor: floor)
    var start = first.start
    let next = first.end + 1
    if joint.kind == .mark, joint.mark == Mark.dash {
      // An unspaced dash, or one between bare numbers: «10 – 15 млн».
      let isTight = !joint.flags.contains(.spaced)
      if !isTight, first.quantity.isWord || isNumbered(first.start, floor) { return nil }
      guard
        isTight || first.quantity.power == 0 || first.currency >= 0
          || rises(from: first, at: next, limit: limit)
      else { return nil }
    } else if joint.kind == .word, joint.cues.contains(.and), opener?.word == .between {
      start = opener?.tokens.lowerBound ?? start
    } else if joint.kind == .word, joint.cues.contains(.or) {
      // "two or three million", «2 чи 3 млн».
      guard first.quantity.power == 0, first.currency < 0, first.quantity.value < 100_00,
        let second = parsedUpper(at: next, limit: limit, floor: first.end),
        second.quantity.power >= 3, second.quantity.bare > first.quantity.value,
        second.quantity.bare <= first.quantity.value * 2
      else { return nil }
    } else if joint.kind == .word, hasBound(.rangeTo, at: first.end) {
      if let change = changed(first, next, limit: limit, floor: floor) { return change }
      if opener?.word == .rangeFrom {
        start = opener?.tokens.lowerBound ?? start
        if first.currency >= 0 && changes(before: start, floor: floor) { return nil }
      } else if first.currency >= 0 && joint.flags.contains(.cyrillic) {
        return nil
      } else if start > floor, Currencies.fromWords.contains(document.tokens[start - 1].hash) {
        start -= 1
      }
    } else {
      return nil
    }
    guard next < limit, let second = parsedUpper(at: next, limit: limit, floor: first.end) else {
      return nil
    }
    return joined(first, second, start: start, floor: floor, limit: limit)
  }

  /// «500 тис. – 1 млн грн»: a currency for both, and a larger scale.
  private func rises(from first: Parsed, at next: Int, limit: Int) -> Bool {
    guard next < limit, begins(next),
      let second = parsed(at: next, limit: limit, floor: first.end)
    else { return false }
    return second.currency >= 0 && second.quantity.power > first.quantity.power
  }

  /// «ліцей № 7 — 22 млн грн»: the number of a thing, behind which a dash comes before its sum.
  private func isNumbered(_ start: Int, _ floor: Int) -> Bool {
    guard start > floor else { return false }
    let isShort = document.tokens[start - 1].mark == Mark.dot && start - 1 > floor
    let before = document.tokens[isShort ? start - 2 : start - 1]
    if before.kind == .mark { return [Mark.number, Mark.comma].contains(before.mark) }
    return !before.cues.isDisjoint(with: [.school, .street, .works, .goods])
      || MoneyReader.numberedThings.contains(before.hash)
  }

  private static let numberedThings = WordSet(
    "лікарня лікарні садок садка дитсадок будинок будинку буд корпус корпуси корпусу лот лоту no number lot building block house больница дом корпус лот"
  )

  /// «збільшити кредит з 8 до 11 млн»: an old value and a new one, two sums. The old one is entered at once.
  private func changed(_ first: Parsed, _ next: Int, limit: Int, floor: Int) -> Sum? {
    guard first.start > floor,
      MoneyReader.fromWords.contains(document.tokens[first.start - 1].hash), next < limit,
      let second = parsedUpper(at: next, limit: limit, floor: first.end),
      second.currency >= 0 || second.quantity.power >= 6,
      changes(before: first.start - 1, floor: floor) || falls(first, second)
    else { return nil }
    var low = first.quantity.value
    if first.quantity.power == 0, first.currency < 0, second.quantity.power > 0 {
      let (scaled, overflow) = low.multipliedReportingOverflow(
        by: Numbers.powers[min(12, second.quantity.power)])
      if overflow { return nil }
      low = scaled
    }
    let currency = first.currency >= 0 ? first.currency : second.currency
    var old = Sum(
      tokens: first.start..<first.end, core: first.start..<first.end, low: low, high: low,
      currency: currency, bound: .exact)
    old.digits = first.quantity.digits
    old.sentence = document.sentenceOf[first.start]
    var new = Sum(
      tokens: next..<second.end, core: next..<second.end, low: second.quantity.value,
      high: second.quantity.value, currency: second.currency, bound: .exact)
    new.digits = second.quantity.digits
    new.isElliptic = second.currency < 0
    document.sums.append(old)
    return new
  }

  /// «збили з 60 до 54 млн»: the second number is the smaller.
  private func falls(_ first: Parsed, _ second: Parsed) -> Bool {
    first.quantity.power == 0 && second.quantity.power > 0
      ? first.quantity.value > second.quantity.bare && second.quantity.bare > 0
        && first.quantity.value < 100_000_00
      : first.quantity.value > second.quantity.value
  }

  /// The upper number, whose sign may stand before it: "$10–$15 million".
  func parsedUpper(at index: Int, limit: Int, floor: Int) -> Parsed? {
    var at = index
    if document.tokens[at].kind == .mark, Mark.currency(document.tokens[at].mark) != nil { at += 1 }
    if document.tokens[at].kind == .word, document.tokens[at].money == .currency, at + 1 < limit {
      at += 1
    }
    guard at < limit, begins(at) else { return nil }
    return parsed(at: at, limit: limit, floor: floor)
  }

  func joined(_ first: Parsed, _ second: Parsed, start: Int, floor: Int, limit: Int) -> Sum? {
    let currency = second.currency >= 0 ? second.currency : first.currency
    guard currency >= 0 || second.quantity.power >= 6 || isThousands(second, limit: limit) else {
      return nil
    }
    var low = first.quantity.value
    let power = second.quantity.power
    if first.quantity.power == 0, power > 0, first.quantity.value <= max(second.quantity.bare, 1) {
      let (scaled, overflow) = low.multipliedReportingOverflow(by: Numbers.powers[min(12, power)])
      if overflow { return nil }
      low = scaled
    }
    let high = second.quantity.value
    guard low < high else { return nil }
    // "60 to 54 million": no range.
    if first.quantity.power == 0, power >= 6, first.currency < 0,
      first.quantity.value > max(second.quantity.bare, 1), first.quantity.value < 1_000_00
    {
      return nil
    }
    var sum = Sum(
      tokens: start..<second.end, core: first.start..<second.end, low: low, high: high,
      currency: currency, bound: .range)
    sum.isElliptic = currency < 0
    sum.digits = second.quantity.digits
    if let before = boundMatch(endingAt: start, floor: floor),
      before.word == .about || before.word == .between
    {
      sum.tokens = before.tokens.lowerBound..<second.end
    }
    return sum
  }

  /// «Аренда выросла до 6–7 тысяч»: nothing is counted behind it, and money was spoken of just before.
  private func isThousands(_ number: Parsed, limit: Int) -> Bool {
    guard number.quantity.power == 3, let last = document.sums.last, last.currency >= 0,
      number.start - last.tokens.upperBound < 30
    else { return false }
    return number.end >= limit || document.tokens[number.end].kind == .mark
  }

  private func hasBound(_ word: BoundWord, at index: Int) -> Bool {
    BoundSearch(document.bounds, startingAt: index).contains { $0.word == word }
  }
}
