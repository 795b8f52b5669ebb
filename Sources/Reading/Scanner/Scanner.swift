/// Cuts bytes into tokens in one pass, hashing each word's folded letters on the way.
///
/// - Cost: linear in the bytes; nothing is allocated but the room for tokens, which is used again.
struct Scanner {
  private enum Class {
    static let other: UInt8 = 0
    static let letter: UInt8 = 1
    static let digit: UInt8 = 2
    static let space: UInt8 = 3
    static let newline: UInt8 = 4
    static let mark: UInt8 = 5
    static let lead: UInt8 = 6
    static let cyrillic: UInt8 = 7
  }

  /// What a byte begins. Bytes above 0x7F begin letters unless `scanWide` says otherwise.
  private static let classes: [UInt8] = (0..<256).map { byte in
    switch UInt8(byte) {
    case 0x41...0x5A, 0x61...0x7A: Class.letter
    case 0x30...0x39: Class.digit
    case 0x20, 0x09, 0x0B, 0x0C, 0x0D: Class.space
    case 0x0A: Class.newline
    case 0x00...0x1F, 0x7F: Class.space
    case 0x21...0x7E: Class.mark
    case 0xD0, 0xD1: Class.cyrillic
    default: Class.lead
    }
  }

  let lexicon: Lexicon
  let cyrillicLetters = Letters.basicCyrillic
  let wordEnds = Scanner.wordEnds
  let bytes: UnsafePointer<UInt8>
  /// Room for the beginnings of the word at hand that may be open prefixes.
  let candidates: UnsafeMutablePointer<UInt64>
  static let mostCandidates = 64
  let known: KnownWords
  /// Bytes to read; eight more can be read behind them, and no letter is the first of these.
  let count: Int
  var at: Int
  var spaced = true

  /// Reads `range` of a buffer that has eight zero bytes behind `range`'s end or a line end and more text.
  init(
    _ bytes: UnsafePointer<UInt8>, _ range: Range<Int>, _ lexicon: Lexicon,
    candidates: UnsafeMutablePointer<UInt64>, known: KnownWords
  ) {
    self.bytes = bytes
    self.known = known
    self.candidates = candidates
    self.at = range.lowerBound
    self.count = range.upperBound
    self.lexicon = lexicon
  }

  mutating func scan(into tokens: Pool<Token>) {
    Scanner.classes.withUnsafeBufferPointer { classes in
      while at < count {
        switch classes[Int(bytes[at])] {
        case Class.letter: anyWord(KnownWords.latin(bytes + at), into: tokens)
        case Class.cyrillic: anyWord(KnownWords.cyrillic(bytes + at), into: tokens)
        case Class.space:
          spaced = true
          at += 1
        case Class.digit: number(into: tokens)
        case Class.newline: newline(into: tokens)
        case Class.mark:
          if bytes[at] == Mark.dot, opensNumber(tokens) {
            number(into: tokens)
          } else {
            mark(bytes[at], 1, into: tokens)
          }
        default: wide(into: tokens)
        }
      }
    }
  }

  // MARK: Marks and space

  private mutating func mark(
    _ code: UInt8, _ length: Int, into tokens: Pool<Token>
  ) {
    var token = Token(
      start: Int32(truncatingIfNeeded: at), end: Int32(truncatingIfNeeded: at + length), kind: .mark
    )
    token.mark = code
    if spaced { token.flags.insert(.spaced) }
    if code == Mark.number { token.flags.insert(.tellsApart) }
    tokens.append(token)
    spaced = false
    at += length
  }

  private mutating func newline(into tokens: Pool<Token>) {
    let start = at
    var lines = 0
    while at < count {
      let byte = bytes[at]
      if byte == 0x0A { lines += 1 } else if byte != 0x20 && byte != 0x0D && byte != 0x09 { break }
      at += 1
    }
    var token = Token(
      start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: at), kind: .newline)
    token.flags = lines > 1 ? [.spaced, .paragraph] : .spaced
    tokens.append(token)
    spaced = true
  }

  /// A byte above 0x7F: a letter, or a mark or space of two or three bytes.
  private mutating func wide(into tokens: Pool<Token>) {
    let first = bytes[at]
    let second = bytes[at + 1]
    switch first {
    case 0xC2: wideLatin(second, into: tokens)
    case 0xE2: wideMark(second, bytes[at + 2], into: tokens)
    case 0xEF where second == 0xBB && bytes[at + 2] == 0xBF: at += 3
    case 0xE3 where second == 0x80 && bytes[at + 2] == 0x80:
      spaced = true
      at += 3
    case 0xE0 where second == 0xB8 && bytes[at + 2] == 0xBF: mark(Mark.baht, 3, into: tokens)
    case 0xEF where second == 0xBF && (bytes[at + 2] == 0xA5 || bytes[at + 2] == 0xA1):
      mark(bytes[at + 2] == 0xA5 ? Mark.yen : Mark.pound, 3, into: tokens)
    case 0xEF where second == 0xBC && bytes[at + 2] == 0x84: mark(Mark.dollar, 3, into: tokens)
    case 0xCC, 0xCD: at += second & 0xC0 == 0x80 ? 2 : 1
    case 0x80...0xBF: at += 1
    default: word(into: tokens)
    }
  }

  private mutating func wideLatin(_ second: UInt8, into tokens: Pool<Token>) {
    switch second {
    case 0xA0:
      spaced = true
      at += 2
    case 0xAD: at += 2
    case 0x85:
      spaced = true
      at += 2
    case 0xAB, 0xBB: mark(Mark.quote, 2, into: tokens)
    case 0xA3: mark(Mark.pound, 2, into: tokens)
    case 0xA5: mark(Mark.yen, 2, into: tokens)
    case 0xA2: mark(Mark.cent, 2, into: tokens)
    case 0xB1: mark(Mark.tilde, 2, into: tokens)
    case 0xB7: mark(Mark.bullet, 2, into: tokens)
    case 0x80...0xBF: mark(Mark.other, 2, into: tokens)
    default: at += 1
    }
  }

  private mutating func wideMark(
    _ second: UInt8, _ third: UInt8, into tokens: Pool<Token>
  ) {
    guard second & 0xC0 == 0x80, third & 0xC0 == 0x80 else {
      at += 1
      return
    }
    switch (second, third) {
    case (0x80, 0x80...0x8A), (0x80, 0xAF), (0x81, 0x9F):
      spaced = true
      at += 3
    case (0x80, 0x8B...0x8F), (0x81, 0xA0): at += 3
    case (0x80, 0xA8), (0x80, 0xA9):
      var token = Token(
        start: Int32(truncatingIfNeeded: at), end: Int32(truncatingIfNeeded: at + 3), kind: .newline
      )
      token.flags = [.spaced, .paragraph]
      tokens.append(token)
      spaced = true
      at += 3
    case (0x80, 0x90...0x95), (0x88, 0x92): mark(Mark.dash, 3, into: tokens)
    case (0x80, 0x98...0x9F), (0x80, 0xB2...0xBA): mark(Mark.quote, 3, into: tokens)
    case (0x80, 0xA2), (0x80, 0xA3), (0x96, _), (0x97, _), (0x9C, _), (0x9D, _), (0x9E, _):
      mark(Mark.bullet, 3, into: tokens)
    case (0x80, 0xA6): mark(Mark.ellipsis, 3, into: tokens)
    case (0x84, 0x96): mark(Mark.number, 3, into: tokens)
    case (0x89, 0x88), (0x88, 0xBC): mark(Mark.tilde, 3, into: tokens)
    case (0x89, 0xA5): mark(Mark.atLeast, 3, into: tokens)
    case (0x89, 0xA4): mark(Mark.atMost, 3, into: tokens)
    case (0x82, _): mark(Scanner.currencySign(third), 3, into: tokens)
    default: mark(Mark.other, 3, into: tokens)
    }
  }

  private static func currencySign(_ third: UInt8) -> UInt8 {
    switch third {
    case 0xAC: Mark.euro
    case 0xB4: Mark.hryvnia
    case 0xBD: Mark.rouble
    case 0xA9: Mark.won
    case 0xAA: Mark.shekel
    case 0xBA: Mark.lira
    case 0xB9, 0xA8: Mark.rupee
    case 0xB8: Mark.tenge
    case 0xBE: Mark.lari
    case 0xBC: Mark.manat
    case 0xB1: Mark.peso
    case 0xAB: Mark.dong
    case 0xA6: Mark.naira
    case 0xB5: Mark.cedi
    case 0xAE: Mark.tugrik
    case 0xB2: Mark.guarani
    default: Mark.other
    }
  }

  // MARK: Numbers

  /// Whether a stop opens a number: "$.5 million", ".5 million dollars".
  private func opensNumber(_ tokens: Pool<Token>) -> Bool {
    guard at + 1 < count, Scanner.isDigit(bytes[at + 1]) else { return false }
    return spaced || tokens.last.map { Mark.currency($0.mark) != nil } ?? true
  }

  /// Digits with the separators inside them: `1,234.56`, `10.09.2025`, `1'000`.
  private mutating func number(into tokens: Pool<Token>) {
    let start = at
    if bytes[at] == Mark.dot { at += 1 }
    while true {
      while Scanner.isDigit(bytes[at]) { at += 1 }
      let next = bytes[at]
      if next == Mark.dot || next == Mark.comma || next == 0x27, Scanner.isDigit(bytes[at + 1]) {
        at += 1
      } else if next == 0xE2, bytes[at + 1] == 0x80, bytes[at + 2] == 0x99,
        Scanner.isDigit(bytes[at + 3])
      {
        at += 3
      } else {
        break
      }
      if at >= count { break }
    }
    at = min(at, count)
    var token = Token(
      start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: at), kind: .number)
    if spaced { token.flags.insert(.spaced) }
    tokens.append(token)
    spaced = false
  }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
