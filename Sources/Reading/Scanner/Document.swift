import FundingCore

/// A name of the tables found in the text.
struct Name {
  /// No name spans more tokens.
  static let longest = 64

  enum Kind: UInt8 { case organisation, place, sector }
  var kind: Kind
  /// Index into the table of the kind, or into ``Document/strangers`` for organisations the table does not know.
  var id: Int32
  var tokens: Range<Int>
  /// Found by an adjective only: «японський».
  var isAdjective = false
  /// The tables do not know it; of a place, it is told only by the name of its utility.
  var isStranger = false
}

/// The room one article is read in: its bytes, tokens, sentences and what was found, used again for the next.
///
/// Title and text lie in one buffer, so that a token's offset says which of them it is in.
final class Document {
  let lexicon: Lexicon
  private struct Header {
    var bytes: UnsafeMutablePointer<UInt8>
    var capacity: Int
    var titleCount = 0
    var textStart = 0
    var total = 0
    var titleTokens = 0
    var allCues: Cues = []
  }

  /// What changes lies behind a pointer, because a class's variables cost a check of exclusive access at every use.
  private let header: UnsafeMutablePointer<Header>
  @inline(__always)
  var bytes: UnsafeMutablePointer<UInt8> { header.pointee.bytes }
  /// Where the text begins in the buffer.
  @inline(__always)
  var textStart: Int { header.pointee.textStart }
  var total: Int { header.pointee.total }
  /// How many tokens the title has.
  @inline(__always)
  var titleTokens: Int { header.pointee.titleTokens }
  /// The cues of the whole article.
  var allCues: Cues { header.pointee.allCues }
  let tokens = Pool<Token>(blank: Token(start: 0, end: 0, kind: .newline))
  let sentences = Pool<Sentence>(blank: Sentence(tokens: 0..<0, part: .text, paragraph: 0))
  /// The sentence of each token.
  let sentenceOf = Pool<Int32>(blank: 0)
  /// The cues of each sentence's words together.
  let cuesOf = Pool<Cues>(blank: [])
  /// The flags of each sentence's words together.
  let flagsOf = Pool<Token.Flags>(blank: [])
  /// For each sector, the token up to which an exclusion keeps its keywords silent.
  let silentUntil = Pool<Int32>(blank: 0)
  /// The keywords of sectors found at the token at hand.
  let keywords = Pool<Keyword>(blank: Keyword(sector: -1, end: 0))
  let names = Pool<Name>(blank: Name(kind: .sector, id: -1, tokens: 0..<0))
  let bounds = Pool<BoundMatch>(blank: BoundMatch(tokens: 0..<0, word: .between))
  let sums = Pool<Sum>(
    blank: Sum(tokens: 0..<0, core: 0..<0, low: nil, high: nil, currency: -1, bound: .exact))
  /// For each sum, the words of its own clause; see ``Segments``.
  let segments = Pool<Range<Int>>(blank: 0..<0)
  /// For each sum, the next one that says it again, and for each root of these the last; -1 where there is none.
  let nextRestating = Pool<Int32>(blank: -1)
  let restating = Pool<Int32>(blank: -1)
  /// How many sums stand before each sentence, and one more for the end.
  let sumsBefore = Pool<Int32>(blank: 0)
  /// What the organisations do, and how many stand before each sentence, and one more for the end.
  let parties = Pool<Party>(blank: Party(name: -1, part: .masked, rule: "", sentence: -1))
  let partiesBefore = Pool<Int32>(blank: 0)
  /// For each sentence, those behind it that speak of the same money.
  let followers = Pool<Followers>(blank: Followers())
  /// For each name, its place in the gazetteer; see ``PlaceMap``.
  let placeOf = Pool<Int32>(blank: PlaceMap.none)
  /// The names of settled towns, oblasts and countries that do not stand in quotes.
  let cities = Pool<Int32>(blank: -1)
  let oblasts = Pool<Int32>(blank: -1)
  let countries = Pool<Int32>(blank: -1)
  /// For each row of the gazetteer, whether the article names it.
  let placeMarks = Pool<Bool>(blank: false)
  private let candidates = UnsafeMutablePointer<UInt64>.allocate(capacity: Scanner.mostCandidates)
  private let known: KnownWords
  var strangers: [String] = []
  /// Claims of articles before, whose lists have room.
  private var spares: [Draft] = []

  /// A room that knows the last 2^`words` words again; those who read one article need few.
  init(lexicon: Lexicon, words: Int = 7) {
    self.lexicon = lexicon
    known = KnownWords(log: words)
    let capacity = 1 << 14
    header = .allocate(capacity: 1)
    header.initialize(to: Header(bytes: .allocate(capacity: capacity), capacity: capacity))
    bytes.initialize(repeating: 0, count: capacity)
  }

  deinit {
    bytes.deallocate()
    header.deallocate()
    candidates.deallocate()
    known.free()
    tokens.free()
    sentences.free()
    sentenceOf.free()
    cuesOf.free()
    flagsOf.free()
    segments.free()
    restating.free()
    nextRestating.free()
    sumsBefore.free()
    parties.free()
    partiesBefore.free()
    followers.free()
    placeOf.free()
    cities.free()
    oblasts.free()
    countries.free()
    placeMarks.free()
    silentUntil.free()
    keywords.free()
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
    header.pointee.titleCount = at
    bytes[at] = 0x0A
    bytes[at + 1] = 0x0A
    at += 2
    header.pointee.textStart = at
    at = copy(text, to: at)
    header.pointee.total = at
    for pad in 0..<8 { bytes[at + pad] = 0 }
    scan()
  }

  /// Reads an article whose title and text are scanned JSON strings.
  func load(_ source: UnsafePointer<UInt8>, title: Range<Int>, text: Range<Int>) {
    reserve(title.count + text.count + 16)
    var at = title.isEmpty ? 0 : ArchiveScanner.unescape(source, title, into: bytes)
    header.pointee.titleCount = at
    bytes[at] = 0x0A
    bytes[at + 1] = 0x0A
    at += 2
    header.pointee.textStart = at
    at += text.isEmpty ? 0 : ArchiveScanner.unescape(source, text, into: bytes + at)
    header.pointee.total = at
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
    guard count > header.pointee.capacity else { return }
    bytes.deallocate()
    let capacity = max(count, header.pointee.capacity * 2)
    header.pointee.capacity = capacity
    header.pointee.bytes = .allocate(capacity: capacity)
    bytes.initialize(repeating: 0, count: capacity)
  }

  private func scan() {
    tokens.removeAll()
    sentences.removeAll()
    names.removeAll()
    bounds.removeAll()
    sums.removeAll()
    strangers.removeAll(keepingCapacity: true)
    var title = Scanner(
      UnsafePointer(bytes), 0..<header.pointee.titleCount, lexicon, candidates: candidates,
      known: known)
    title.scan(into: tokens)
    header.pointee.titleTokens = tokens.count
    var text = Scanner(
      UnsafePointer(bytes), textStart..<total, lexicon, candidates: candidates, known: known)
    text.scan(into: tokens)
    Sentences.cut(tokens, 0..<titleTokens, .title, sentences)
    Sentences.cut(tokens, titleTokens..<tokens.count, .text, sentences)
  }

  // MARK: Claims in the making

  /// A new claim, in the room of one that was given back where there is one.
  func draft(sum: Int, sentence: Int, segment: Range<Int>) -> Draft {
    if spares.isEmpty { return Draft(sum: sum, sentence: sentence, segment: segment) }
    var draft = spares.removeLast()
    draft.restart(sum: sum, sentence: sentence, segment: segment)
    return draft
  }

  /// Takes back claims that are written.
  func takeBack(_ drafts: inout [Draft]) {
    while spares.count < 256, let draft = drafts.popLast() { spares.append(draft) }
  }

  /// Takes back a claim that came to nothing.
  func takeBack(_ draft: consuming Draft) {
    if spares.count < 256 { spares.append(draft) }
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

  /// Notes what cues each sentence holds; to be called when all phrases are found.
  func indexCues() {
    cuesOf.removeAll()
    flagsOf.removeAll()
    var article: Cues = []
    for sentence in sentences {
      var all: Cues = []
      var flags: Token.Flags = []
      for at in sentence.tokens {
        all.formUnion(tokens.base[at].cues)
        flags.formUnion(tokens.base[at].flags)
      }
      cuesOf.append(all)
      flagsOf.append(flags)
      article.formUnion(all)
    }
    header.pointee.allCues = article
  }

  /// Notes each sum's clause and each sentence's sums; to be called when all sums are found.
  func indexSums() {
    segments.removeAll()
    sumsBefore.removeAll()
    for index in sums.indices {
      segments.append(Segments.segment(of: index, in: self))
      while sumsBefore.count <= Int(sums[index].sentence) { sumsBefore.append(Int32(index)) }
    }
    while sumsBefore.count <= sentences.count { sumsBefore.append(Int32(sums.count)) }
  }

  /// Notes which sums say which again.
  func indexRestatements() {
    nextRestating.removeAll()
    restating.removeAll()
    for index in sums.indices {
      nextRestating.append(-1)
      restating.append(-1)
      let root = Int(sums[index].restates)
      guard root >= 0, root < index else { continue }
      let last = restating[root]
      nextRestating[last < 0 ? root : Int(last)] = Int32(index)
      restating[root] = Int32(index)
    }
  }

  /// The sums a sentence states.
  @inline(__always)
  func sums(in sentence: Int) -> Range<Int> {
    let start = Int(sumsBefore[sentence])
    return start..<max(start, Int(sumsBefore[sentence + 1]))
  }

  /// The first name that begins at a token or behind it.
  func firstName(from token: Int) -> Int {
    var low = 0
    var high = names.count
    while low < high {
      let middle = (low + high) / 2
      if names[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The first sum whose number begins at a token or behind it.
  func firstSum(coreFrom token: Int) -> Int {
    var low = 0
    var high = sums.count
    while low < high {
      let middle = (low + high) / 2
      if sums[middle].core.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether quotes stand on both sides of a name.
  func isQuoted(_ range: Range<Int>) -> Bool {
    range.lowerBound > 0 && range.upperBound < tokens.count
      && tokens[range.lowerBound - 1].mark == Mark.quote
      && tokens[range.upperBound].mark == Mark.quote
  }

  /// The cues of the words in a range, which sentences that are taken whole have ready.
  func cues(_ range: Range<Int>) -> Cues {
    if let first = range.first {
      let sentence = Int(sentenceOf[first])
      if sentences[sentence].tokens == range { return cuesOf[sentence] }
    }
    var all: Cues = []
    for at in range { all.formUnion(tokens[at].cues) }
    return all
  }

  /// The first word of a range with one of some cues; a sentence without them is not looked through.
  func first(_ cues: Cues, in range: Range<Int>) -> Int? {
    guard let first = range.first else { return nil }
    let sentence = Int(sentenceOf[first])
    if range.upperBound <= sentences[sentence].tokens.upperBound,
      cuesOf[sentence].isDisjoint(with: cues)
    {
      return nil
    }
    for at in range where !tokens[at].cues.isDisjoint(with: cues) { return at }
    return nil
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
