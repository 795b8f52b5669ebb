import FundingCore

/// Organisations the tables do not know, found by the word for what they are: фонд «Теплий дім», "the Opora foundation".
struct StrangerFinder {
  let document: Document

  /// Adds a name for each; whether it pays is for the rules of parties to say.
  func find() {
    var found: [Name] = []
    var language: Language?
    for sentence in document.sentences {
      guard let first = document.first(.fundName, in: sentence.tokens) else { continue }
      for index in first..<sentence.tokens.upperBound
      where document.tokens[index].cues.contains(.fundName) {
        guard found.count < 200, let range = name(beside: index, in: sentence),
          !isKnown(range, index)
        else { continue }
        let id = identifier(range, &language)
        guard !id.isEmpty else { continue }
        let number = document.strangers.firstIndex(of: id) ?? document.strangers.count
        if number == document.strangers.count { document.strangers.append(id) }
        let whole = min(index, range.lowerBound)..<max(index + 1, range.upperBound)
        found.append(Name(kind: .organisation, id: Int32(number), tokens: whole, isStranger: true))
      }
    }
    guard !found.isEmpty else { return }
    // «БФ «Шведський центр допомоги»»: the adjective is part of the name.
    for stranger in found {
      document.names.removeAll {
        $0.kind == .organisation && $0.isAdjective && stranger.tokens.contains($0.tokens.lowerBound)
      }
    }
    document.names.append(contentsOf: found)
    document.names.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// The name beside the word for its type: in quotes behind it, or capitalised Latin words on either side.
  private func name(beside index: Int, in sentence: Sentence) -> Range<Int>? {
    let end = sentence.tokens.upperBound
    var next = index + 1
    if next < end, document.tokens[next].kind == .mark, document.tokens[next].mark == Mark.quote {
      next += 1
      var close = next
      while close < end, close - next < 8, document.tokens[close].mark != Mark.quote { close += 1 }
      guard close < end, close > next, document.tokens[close].mark == Mark.quote else { return nil }
      return document.tokens[next].flags.contains(.capital) ? next..<close : nil
    }
    if document.tokens[index].flags.contains(.latin) {
      guard document.tokens[index].flags.contains(.capital) else {
        return called(behind: index, sentence) ?? apposed(before: index, sentence)
      }
      return capitals(before: index, sentence)
    }
    return capitals(from: next, sentence)
  }

  /// Latin capitalised words behind a Cyrillic type: фонд Direct Help.
  private func capitals(from start: Int, _ sentence: Sentence) -> Range<Int>? {
    var at = start
    let isForeign = start > 0 && document.tokens[start - 1].flags.contains(.cyrillic)
    while at < sentence.tokens.upperBound, at - start < 5,
      isCapital(document.tokens[at])
        || isForeign && at > start && document.tokens[at].kind == .word
          && document.tokens[at].flags.contains(.latin)
    {
      at += 1
    }
    return at > start ? start..<at : nil
  }

  /// "the London charity Choose Love", "a charity called Rokada", "a software company, Softland, gave".
  private func called(behind index: Int, _ sentence: Sentence) -> Range<Int>? {
    guard !document.tokens[index].flags.contains(.possessive) else { return nil }
    var next = index + 1
    guard next < sentence.tokens.upperBound else { return nil }
    let isApposed = document.tokens[next].mark == Mark.comma
    if isApposed || StrangerFinder.naming.contains(document.tokens[next].hash) { next += 1 }
    guard let range = capitals(from: next, sentence),
      !range.contains(where: { StrangerFinder.days.contains(document.tokens[$0].hash) })
    else { return nil }
    guard isApposed else { return range }
    return range.upperBound < sentence.tokens.upperBound
      && document.tokens[range.upperBound].mark == Mark.comma ? range : nil
  }

  /// "Danfoss, the Danish manufacturer, donated".
  private func apposed(before index: Int, _ sentence: Sentence) -> Range<Int>? {
    guard !document.tokens[index].flags.contains(.possessive),
      index + 1 < sentence.tokens.upperBound, document.tokens[index + 1].mark == Mark.comma
    else { return nil }
    var at = index - 1
    while at > sentence.tokens.lowerBound, index - at < 5, document.tokens[at].kind == .word,
      !StrangerFinder.articles.contains(document.tokens[at].hash)
    {
      at -= 1
    }
    guard at > sentence.tokens.lowerBound + 1,
      StrangerFinder.articles.contains(document.tokens[at].hash),
      document.tokens[at - 1].mark == Mark.comma,
      let range = capitals(before: at - 1, sentence)
    else { return nil }
    // Two capitalised words are as likely a person; one is a firm that goes by its name.
    return range.count == 1 ? range : nil
  }

  private static let naming = WordSet("called named")
  private static let articles = WordSet("the a an")
  private static let days = WordSet(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december"
  )

  /// "Warm Home Foundation": the capitalised words before it.
  private func capitals(before index: Int, _ sentence: Sentence) -> Range<Int>? {
    var at = index - 1
    while at >= sentence.tokens.lowerBound, index - at < 6, isCapital(document.tokens[at]) {
      at -= 1
    }
    return at + 1 < index ? (at + 1)..<index : nil
  }

  private func isCapital(_ token: Token) -> Bool {
    token.kind == .word && token.flags.contains([.capital, .latin]) && !token.cues.contains(.post)
  }

  private func isKnown(_ range: Range<Int>, _ index: Int) -> Bool {
    let whole = min(index, range.lowerBound)..<max(index + 1, range.upperBound)
    var at = document.firstName(from: whole.lowerBound - Name.longest)
    while at < document.names.count, document.names[at].tokens.lowerBound < whole.upperBound {
      let name = document.names[at]
      if name.kind == .organisation, !name.isAdjective, name.tokens.overlaps(whole) { return true }
      at += 1
    }
    return false
  }

  /// The id of a name: transliterated, lower case, hyphens.
  private func identifier(_ range: Range<Int>, _ language: inout Language?) -> String {
    let words = range.filter { document.tokens[$0].kind != .mark }.map { document.string(of: $0) }
    let known = language ?? Language.guess(text)
    language = known
    return Transliteration.identifier(words.joined(separator: " "), language: known)
  }

  private var text: String {
    let start = document.textStart
    let count = min(2000, document.total - start)
    return String(
      decoding: UnsafeBufferPointer(start: document.bytes + start, count: max(0, count)),
      as: UTF8.self)
  }
}

/// Cyrillic to Latin: the national transliteration of Ukrainian (Cabinet of Ministers, no. 55 of 2010), the plain one
/// of Russian.
enum Transliteration {
  static func identifier(_ name: String, language: Language) -> String {
    let letters = Letters.folded(name)
    let isRussian =
      language == .ru && !letters.contains { [0x456, 0x457, 0x454, 0x491].contains($0) }
    var result = ""
    var isStart = true
    for (at, letter) in letters.enumerated() {
      if letter == 0x20 || letter == 0x2D {
        if !result.isEmpty && result.last != "-" { result += "-" }
        isStart = true
        continue
      }
      if letter == Letters.apostrophe { continue }
      if letter == 0x433, at > 0, letters[at - 1] == 0x437, !isRussian {
        result += "gh"
      } else if let latin = isRussian
        ? russian[letter] : (isStart ? initials[letter] : nil) ?? ukrainian[letter]
      {
        result += latin
      } else if (0x61...0x7A).contains(letter) || (0x30...0x39).contains(letter),
        let scalar = Unicode.Scalar(letter)
      {
        result.unicodeScalars.append(scalar)
      }
      isStart = false
    }
    while result.last == "-" { result.removeLast() }
    return result
  }

  private static func table(_ pairs: String) -> [UInt16: String] {
    var result: [UInt16: String] = [:]
    for pair in pairs.split(separator: " ") {
      let parts = pair.split(separator: ":", omittingEmptySubsequences: false)
      if parts.count == 2, let letter = Letters.folded(parts[0]).first {
        result[letter] = String(parts[1])
      }
    }
    return result
  }

  private static let ukrainian = table(
    "а:a б:b в:v г:h ґ:g д:d е:e є:ie ж:zh з:z и:y і:i ї:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ь: ю:iu я:ia ы:y э:e ъ:"
  )
  private static let initials = table("є:ye ї:yi й:y ю:yu я:ya")
  private static let russian = table(
    "а:a б:b в:v г:g д:d е:e ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ъ: ы:y ь: э:e ю:yu я:ya"
  )
}
