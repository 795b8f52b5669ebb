import FundingCore

/// A name of the tables found in the text.
struct Name {
  enum Kind: UInt8 { case organisation, place, sector }
  var kind: Kind
  /// Index into the table of the kind, or into ``Document/strangers`` for organisations the table does not know.
  var id: Int32
  var tokens: Range<Int>
  /// Found by an adjective only: «японський».
  var isAdjective = false
  var isStranger = false
}

/// The room one article is read in: its bytes, tokens, sentences and what was found, used again for the next.
///
/// Title and text lie in one buffer, so that a token's offset says which of them it is in.
final class Document {
  let lexicon: Lexicon
  private(set) var bytes: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var titleCount = 0
  /// Where the text begins in the buffer.
  private(set) var textStart = 0
  private(set) var total = 0
  let tokens = Pool<Token>(blank: Token(start: 0, end: 0, kind: .newline))
  private(set) var titleTokens = 0
  let sentences = Pool<Sentence>(blank: Sentence(tokens: 0..<0, part: .text, paragraph: 0))
  /// The sentence of each token.
  let sentenceOf = Pool<Int32>(blank: 0)
  let names = Pool<Name>(blank: Name(kind: .sector, id: -1, tokens: 0..<0))
  let bounds = Pool<BoundMatch>(blank: BoundMatch(tokens: 0..<0, word: .between))
  let sums = Pool<Sum>(
    blank: Sum(tokens: 0..<0, core: 0..<0, low: nil, high: nil, currency: -1, bound: .exact))
  var strangers: [String] = []

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    capacity = 1 << 14
    bytes = .allocate(capacity: capacity)
    bytes.initialize(repeating: 0, count: capacity)
  }

  deinit {
    bytes.deallocate()
    tokens.free()
    sentences.free()
    sentenceOf.free()
    names.free()
    bounds.free()
    sums.free()
  }

  /// Reads an article's tokens and sentences.
  func load(title: String, text: String) {
    var (title, text) = (title, text)
    title.withUTF8 { title in
      text.withUTF8 { text in load(title: title, text: text) }
    }
  }

  func load(title: UnsafeBufferPointer<UInt8>, text: UnsafeBufferPointer<UInt8>) {
    reserve(title.count + text.count + 16)
    var at = copy(title, to: 0)
    titleCount = at
    bytes[at] = 0x0A
    bytes[at + 1] = 0x0A
    at += 2
    textStart = at
    at = copy(text, to: at)
    total = at
    for pad in 0..<8 { bytes[at + pad] = 0 }
    scan()
  }

  /// Reads an article whose title and text are scanned JSON strings.
  func load(_ source: UnsafePointer<UInt8>, title: Range<Int>, text: Range<Int>) {
    reserve(title.count + text.count + 16)
    var at = title.isEmpty ? 0 : ArchiveScanner.unescape(source, title, into: bytes)
    titleCount = at
    bytes[at] = 0x0A
    bytes[at + 1] = 0x0A
    at += 2
    textStart = at
    at += text.isEmpty ? 0 : ArchiveScanner.unescape(source, text, into: bytes + at)
    total = at
    for pad in 0..<8 { bytes[at + pad] = 0 }
    scan()
  }

  private func copy(_ source: UnsafeBufferPointer<UInt8>, to offset: Int) -> Int {
    if let base = source.baseAddress, source.count > 0 {
      (bytes + offset).update(from: base, count: source.count)
    }
    return offset + source.count
  }

  private func reserve(_ count: Int) {
    guard count > capacity else { return }
    bytes.deallocate()
    capacity = max(count, capacity * 2)
    bytes = .allocate(capacity: capacity)
    bytes.initialize(repeating: 0, count: capacity)
  }

  private func scan() {
    tokens.removeAll()
    sentences.removeAll()
    names.removeAll()
    bounds.removeAll()
    sums.removeAll()
    strangers.removeAll(keepingCapacity: true)
    var title = Scanner(UnsafePointer(bytes), 0..<titleCount, lexicon)
    title.scan(into: tokens)
    titleTokens = tokens.count
    var text = Scanner(UnsafePointer(bytes), textStart..<total, lexicon)
    text.scan(into: tokens)
    Sentences.cut(tokens, 0..<titleTokens, .title, sentences)
    Sentences.cut(tokens, titleTokens..<tokens.count, .text, sentences)
  }

  /// Notes for each token its sentence; only needed where something was found.
  func indexSentences() {
    sentenceOf.removeAll()
    for (index, sentence) in sentences.enumerated() {
      while sentenceOf.count < sentence.tokens.lowerBound {
        sentenceOf.append(Int32(max(0, index - 1)))
      }
      while sentenceOf.count < sentence.tokens.upperBound { sentenceOf.append(Int32(index)) }
    }
    while sentenceOf.count < tokens.count { sentenceOf.append(Int32(max(0, sentences.count - 1))) }
  }

  // MARK: Back to the article

  /// The bytes of a range of tokens, as offsets into its part.
  func byteRange(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty, range.upperBound <= tokens.count else { return 0..<0 }
    let base = range.lowerBound < titleTokens ? 0 : textStart
    let start = Int(tokens[range.lowerBound].start) - base
    return start..<max(start, Int(tokens[range.upperBound - 1].end) - base)
  }

  func span(_ range: Range<Int>) -> TextSpan {
    TextSpan(range.lowerBound < titleTokens ? .title : .text, byteRange(range))
  }

  func string(_ range: Range<Int>) -> String {
    guard !range.isEmpty, range.upperBound <= tokens.count else { return "" }
    let start = Int(tokens[range.lowerBound].start)
    let end = max(start, Int(tokens[range.upperBound - 1].end))
    return String(
      decoding: UnsafeBufferPointer(start: bytes + start, count: end - start), as: UTF8.self)
  }

  func string(of token: Int) -> String { string(token..<(token + 1)) }
}
