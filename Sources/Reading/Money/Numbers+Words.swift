/// Numbers written out in words.
extension Numbers {
  /// Cardinal numerals, halves and bare scales: «два мільйони», "half a million", «мільярд».
  func words(at start: Int, end: Int) -> Quantity? {
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
        if value == 100 && current > 0 && current < (next.flags.contains(.latin) ? 100 : 10) {
          current *= 100
        } else {
          current += value
        }
        hasNumber = true
        at += 1
      case (.word, .fraction):
        fraction = Int64(next.datum)
        // "three quarters of a million", «три чверті мільйона».
        if fraction == 25, current > 1, current < 10, document.tokens[at - 1].money == .numeral {
          (fraction, current) = (current * 25, 0)
        }
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
        if let half = half(behindScaleAt: at, end) {
          fraction = half.hundredths
          at = half.end
          break loop
        }
        if !hasNumber { break loop }
      case (.word, _) where hasNumber && fraction == 0 && Numbers.wholes.contains(next.hash):
        guard let part = decimals(at: at + 1, end) else { break loop }
        fraction = part.hundredths
        at = part.end
      case (.word, _) where hasNumber && fraction == 0 && next.hash == Numbers.point:
        guard let part = pointed(at: at + 1, end) else { break loop }
        fraction = part.hundredths
        at = part.end
      case (.mark, _) where next.mark == Mark.comma && isContinued(at + 1, power, end): at += 1
      case (.word, _) where hasNumber && Numbers.withWords.contains(next.hash):
        guard let word = token(at + 1, end), word.money == .fraction else { break loop }
        at += 1
      case (.mark, _)
      where next.mark == Mark.dash && !next.flags.contains(.spaced) && hasNumber:
        guard let word = token(at + 1, end),
          word.money == .numeral || word.money == .scale || word.money == .scaleAdjective
            || isPart(at + 1, end)
        else { break loop }
        // «п'ять-десять тисяч» is a range, "twenty-five" is none.
        if word.money == .numeral, Int64(word.datum) > current, word.datum != 100 { break loop }
        at += 1
      case (.word, _) where next.cues.contains(.and) && hasNumber && next.flags.contains(.latin):
        let isNumeral = token(at + 1, end)?.money == .numeral && (current >= 100 || total > 0)
        let after = isNumeral ? at + 1 : skipArticles(at + 1, end)
        guard isNumeral || token(after, end)?.money == .fraction else { break loop }
        at = after
      default: break loop
      }
    }
    let (hundreds, overflow) = current.multipliedReportingOverflow(by: 100)
    var (value, second) = total.addingReportingOverflow(hundreds)
    if fraction > 0, power > 0, current == 0, !second {
      (value, second) = value.addingReportingOverflow(fraction * Numbers.powers[min(12, power)])
      fraction = 0
    }
    guard at > start, !overflow, !second, hasNumber || power > 0, value > 0, fraction == 0 else {
      return nil
    }
    var quantity = Quantity(value: value, end: at, power: power, digits: 2, isWord: true)
    quantity.bare = max(bare, current * 100)
    return quantity
  }

  /// "a million and a half", «мільйон з половиною»: a part of the scale named before.
  private func half(behindScaleAt at: Int, _ end: Int) -> (hundredths: Int64, end: Int)? {
    guard let joint = token(at, end), joint.kind == .word,
      joint.cues.contains(.and) || Numbers.withWords.contains(joint.hash)
    else { return nil }
    let part = skipArticles(at + 1, end)
    guard let word = token(part, end), word.money == .fraction, word.datum < 100 else { return nil }
    if let next = token(part + 1, end), next.money == .scale || Currencies.of == next.hash {
      return nil
    }
    return (Int64(word.datum), part + 1)
  }

  /// "two point five": the digits behind the point.
  private func pointed(at start: Int, _ end: Int) -> (hundredths: Int64, end: Int)? {
    guard let tenths = token(start, end), tenths.money == .numeral, tenths.datum < 10 else {
      return nil
    }
    guard let more = token(start + 1, end), more.money == .numeral, more.datum < 10 else {
      return (Int64(tenths.datum) * 10, start + 1)
    }
    return (Int64(tenths.datum) * 10 + Int64(more.datum), start + 2)
  }

  /// "three million, four hundred thousand dollars": behind the comma goes on a smaller scale with the currency.
  private func isContinued(_ start: Int, _ power: Int, _ end: Int) -> Bool {
    guard power > 0, let first = token(start, end), first.money == .numeral,
      first.flags.contains(.latin)
    else { return false }
    var at = start
    while let next = token(at, end), at < start + 8,
      next.money == .numeral || next.cues.contains(.and)
    { at += 1 }
    guard let scale = token(at, end), scale.money == .scale, Int(scale.datum) < power else {
      return false
    }
    return isCurrency(at + 1, end)
  }

  /// «мільйонів п'ять», «тысяч двадцать»: about so many.
  func turned(at start: Int, end: Int) -> Quantity? {
    let first = document.tokens[start]
    guard first.money == .scale, Numbers.manyScales.contains(first.hash),
      let next = token(start + 1, end), next.money == .numeral,
      start == 0
        || document.tokens[start - 1].kind != .number
          && document.tokens[start - 1].money == .none && !isVague(start),
      var number = words(at: start + 1, end: end), number.power == 0
    else { return nil }
    let (value, overflow) = number.value.multipliedReportingOverflow(
      by: Numbers.powers[min(12, Int(first.datum))])
    if overflow { return nil }
    number.value = value
    number.power = Int(first.datum)
    number.isAbout = true
    return number
  }

  private static let manyScales = WordSet(
    "мільйонів мільярдів тисяч миллионов миллиардов тысяч")
  private static let point = WordHash(word: "point").value

  /// Tenths or hundredths behind a whole number: «одна ціла п'ять десятих».
  private func decimals(at start: Int, _ end: Int) -> (hundredths: Int64, end: Int)? {
    var value: Int64 = 0
    var at = start
    while let next = token(at, end), next.money == .numeral, at < start + 3 {
      value += Int64(next.datum)
      at += 1
    }
    guard at > start, let unit = token(at, end) else { return nil }
    if Numbers.tenths.contains(unit.hash), value < 10 { return (value * 10, at + 1) }
    if Numbers.hundredths.contains(unit.hash), value < 100 { return (value, at + 1) }
    return nil
  }

  private static let wholes = WordSet("ціла цілі цілих цілу цілої целая целых целую целой")
  private static let tenths = WordSet("десята десяті десятих десяту десятая десятых десятую")
  private static let hundredths = WordSet("сота соті сотих соту сотая сотых сотую")

  /// Adds what stands before a scale word, times the scale; gives the token behind it.
  func scaled(
    _ at: Int, _ next: Token, _ hasNumber: Bool, _ current: Int64, _ fraction: Int64,
    _ total: inout Int64
  ) -> Int? {
    let isLetter = next.end - next.start <= 2
    guard !isLetter, hasNumber || (isSingular(next) || isOneThousand(at, next)) && !isVague(at)
    else {
      return nil
    }
    let base = current == 0 && fraction == 0 ? 100 : current * 100 + fraction
    let (value, first) = base.multipliedReportingOverflow(
      by: Numbers.powers[min(12, Int(next.datum))])
    let (sum, second) = total.addingReportingOverflow(value)
    guard !first, !second else { return nil }
    total = sum
    return at + 1
  }

  /// "half-a-million", "two-and-a-half million": what follows a hyphen.
  private func isPart(_ at: Int, _ end: Int) -> Bool {
    guard let word = token(at, end), word.flags.contains(.latin) else { return false }
    return word.money == .fraction || Numbers.articles.contains(word.hash)
      || word.cues.contains(.and)
  }

  /// Steps over articles and the hyphens beside them.
  func skipArticles(_ index: Int, _ end: Int) -> Int {
    var at = index
    while let next = token(at, end), at < index + 4 {
      let isHyphen =
        next.kind == .mark && next.mark == Mark.dash && !next.flags.contains(.spaced)
      guard isHyphen || next.kind == .word && Numbers.articles.contains(next.hash) else { break }
      at += 1
    }
    return at
  }

  /// "a few million", "a couple of million": no number.
  private func isVague(_ at: Int) -> Bool {
    guard at > 0 else { return false }
    let before = document.tokens[at - 1]
    if Numbers.vague.contains(before.hash) { return true }
    // "a multi-million-dollar project".
    if at > 1, before.mark == Mark.dash, !before.flags.contains(.spaced) {
      return Numbers.many.contains(document.tokens[at - 2].hash)
    }
    return at > 1 && before.hash == Currencies.of
      && Numbers.vague.contains(document.tokens[at - 2].hash)
  }

  private static let vague = WordSet(
    "few several couple many dozen dozens tens scores кілька декілька пару несколько десятки сотні сотни третина третину треть трети"
  )
  private static let many = WordSet("multi багато много")

  /// «близько тисячі гривень», «около тысячи гривен»: the genitive of one thousand, where «тисячі гривень» are many.
  private func isOneThousand(_ at: Int, _ next: Token) -> Bool {
    at > 0 && Numbers.thousandGenitives.contains(next.hash)
      && Numbers.genitiveWords.contains(document.tokens[at - 1].hash)
  }

  private static let thousandGenitives = WordSet("тисячі тысячи")
  private static let genitiveWords = WordSet(
    "близько біля до менше більше около порядка менее более")

  func isSingular(_ token: Token) -> Bool { Numbers.singular.contains(token.hash) }

  static let articles = WordSet("a an of one")
  static let singular = WordSet(
    "мільйон мільйона мільйону мільйоном мільярд мільярда мільярду мільярдом трильйон трильйона тисяча тисячу миллион миллиона миллиону миллионом миллиард миллиарда миллиарду миллиардом тысяча тысячу million billion trillion thousand"
  )
}
