import FundingCore

/// A unit of a text: a sentence, a title, a bullet.
struct Sentence {
  var tokens: Range<Int>
  var part: TextPart
  /// Counted over title and text from 0.
  var paragraph: Int32
  /// A line that begins with a bullet, dash or number in a list.
  var isBullet = false
  /// Nagged or linked background of the news, never a claim.
  var isBackground = false
}

/// Our own sentence splitter.
///
/// Never cuts behind initials and the abbreviations of Ukrainian, Russian and English news («дол. США», «м. Харків»),
/// always at line ends. `reading.md` of the project lists the pitfalls it was made for.
public enum Sentences {
  /// The units of a text as UTF-8 byte ranges, half-open, in order, without the white space between them.
  ///
  /// - Cost: linear in the text's length.
  public static func ranges(of text: String) -> [Range<Int>] {
    let document = Document(lexicon: bare)
    document.load(title: "", text: text)
    return document.sentences.map { document.byteRange($0.tokens) }
  }

  /// The unit a UTF-8 offset stands in, or the one before it.
  public static func range(containing offset: Int, in text: String) -> Range<Int>? {
    var found: Range<Int>?
    for range in ranges(of: text) {
      if range.lowerBound > offset { break }
      found = range
    }
    return found
  }

  /// A lexicon of money words alone, which is all the splitter asks for.
  private static let bare = Lexicon.compiled(
    from: Tables(organisations: [], places: [], sectors: [], rates: []))

  /// No more marks than this close a sentence; what has more, such as a line of dots, is looked through once.
  private static let mostClosers = 32

  /// No unit is longer than this, so that the rules that look through a sentence cost no more for long ones.
  static let longest = 400

  /// A full stop behind these never ends a sentence.
  private static let abbreviations = WordSet(
    """
    м с смт вул просп пр бул пров ім п ст буд кв обл проф акад зв шв т тов о д ред напр див стор рис табл вид гр ін ст-ка г ул им стр пос пгт дер акад рис \
    mr mrs ms dr st no vs prof gen col lt capt sen rep gov rev hon inc e.g i.e fig approx jr sr ave blvd dept est al eg ie c ca rs max min макс мін мин прибл бл
    """)
  /// Behind these it does only before a capital that is no currency.
  private static let moneyAbbreviations = WordSet(
    "млн млрд трлн тис тыс грн руб дол долл коп mln bln mio mrd mil mld tys kr")
  private static let year = WordHash(word: "р").value
  private static let years = WordHash(word: "рр").value
  private static let yearRussian = WordHash(word: "г").value

  /// Cuts the tokens of one part into sentences.
  static func cut(
    _ tokens: Pool<Token>, _ range: Range<Int>, _ part: TextPart,
    _ into: Pool<Sentence>
  ) {
    var paragraph = (into.last?.paragraph ?? -1) + 1
    var start = range.lowerBound
    var index = range.lowerBound
    func close(_ end: Int, _ into: Pool<Sentence>) {
      if end > start {
        var sentence = Sentence(tokens: start..<end, part: part, paragraph: paragraph)
        sentence.isBullet = isBullet(
          tokens, start, lineStart: start == range.lowerBound || tokens[start - 1].kind == .newline)
        into.append(sentence)
      }
      start = end
    }
    let base = tokens.base
    while index < range.upperBound {
      let kind = base[index].kind
      if kind == .newline {
        close(index, into)
        start = index + 1
        paragraph += base[index].flags.contains(.paragraph) ? 1 : 0
      } else if index - start >= longest {
        close(index, into)
      } else if kind == .mark, ends(tokens, index, start, range.upperBound) {
        var end = index + 1
        while end < range.upperBound, tokens[end].kind == .mark, isCloser(tokens[end]) { end += 1 }
        close(end, into)
        index = end - 1
      }
      index += 1
    }
    close(range.upperBound, into)
  }

  private static func isBullet(_ tokens: Pool<Token>, _ start: Int, lineStart: Bool)
    -> Bool
  {
    guard lineStart else { return false }
    // "1) …", "2. …".
    if tokens[start].kind == .number, tokens[start].end - tokens[start].start <= 2 {
      return tokens[start + 1].mark == Mark.close || tokens[start + 1].mark == Mark.dot
    }
    guard tokens[start].kind == .mark else { return false }
    let mark = tokens[start].mark
    return mark == Mark.bullet || mark == Mark.dash || mark == UInt8(ascii: "*")
  }

  private static func isCloser(_ token: Token) -> Bool {
    !token.flags.contains(.spaced)
      && [
        Mark.quote, Mark.close, Mark.dot, Mark.ellipsis, UInt8(ascii: "!"), UInt8(ascii: "?"),
        UInt8(ascii: "]"),
      ]
      .contains(token.mark)
  }

  private static func ends(
    _ tokens: Pool<Token>, _ index: Int, _ start: Int, _ limit: Int
  ) -> Bool {
    let mark = tokens[index].mark
    let isStop = mark == Mark.dot
    guard isStop || mark == Mark.ellipsis || mark == UInt8(ascii: "!") || mark == UInt8(ascii: "?")
    else { return false }
    var next = index + 1
    var closed = false
    while next < limit, next - index < mostClosers, tokens[next].kind == .mark,
      isCloser(tokens[next])
    {
      if tokens[next].mark == Mark.quote { closed = true }
      next += 1
    }
    guard next < limit else { return true }
    let after = tokens[next]
    if after.kind == .newline { return true }
    if !after.flags.contains(.spaced) { return false }
    if after.kind == .mark && after.mark == Mark.dash && closed { return false }
    if after.kind == .word && !after.flags.contains(.capital) { return false }
    if after.kind == .mark
      && (after.mark == Mark.comma || after.mark == Mark.semicolon || after.mark == Mark.colon)
    {
      return false
    }
    guard isStop, !closed, index > start else { return true }
    // The number of an item ends nothing.
    if index == start + 1, tokens[start].kind == .number,
      tokens[start].end - tokens[start].start <= 2,
      start == 0 || tokens[start - 1].kind == .newline
    {
      return false
    }
    return !isAbbreviation(tokens, index, start, next)
  }

  private static func isAbbreviation(
    _ tokens: Pool<Token>, _ index: Int, _ start: Int, _ next: Int
  ) -> Bool {
    let before = tokens[index - 1]
    let after = tokens[next]
    guard before.kind == .word, !tokens[index].flags.contains(.spaced) else { return false }
    if before.hash == year || before.hash == years || before.hash == yearRussian {
      let isYear = index - 2 >= start && tokens[index - 2].kind == .number
      return !isYear
    }
    let letters = before.end - before.start
    let isLetter = letters == 1 || (letters == 2 && before.flags.contains(.cyrillic))
    if isLetter && before.flags.contains(.capital) { return true }
    if abbreviations.contains(before.hash) { return true }
    guard moneyAbbreviations.contains(before.hash) else { return false }
    if after.money == .currencyCountry, after.flags.contains(.capital) {
      return after.flags.contains(.allCapitals)
    }
    // «800 тис. – 1,2 млн грн».
    if after.mark == Mark.dash, tokens[next + 1].kind == .number { return true }
    return after.kind == .number || after.money != .none || after.hash == usa
      || before.money == .scale && Mark.currency(after.mark) != nil
  }

  private static let usa = WordHash(word: "сша").value
}
