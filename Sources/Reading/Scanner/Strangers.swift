import FundingCore

/// Organisations the tables do not know, found by the word for what they are: фонд «Теплий дім», "the Opora foundation".
struct StrangerFinder {
  let document: Document

  /// Adds a name for each; whether it pays is for the rules of parties to say.
  func find() {
    var found: [Name] = []
    var language: Language?
    for sentence in document.sentences {
      let typed = document.first(.fundName, in: sentence.tokens)
      for index in typed.map({ $0..<sentence.tokens.upperBound }) ?? 0..<0
      where document.tokens[index].cues.contains(.fundName) {
        guard found.count < 200, let range = name(beside: index, in: sentence),
          !document.tokens[range.lowerBound].cues.contains(.stateMoney)
        else { continue }
        let whole = min(index, range.lowerBound)..<max(index + 1, range.upperBound)
        guard !isKnown(range, whole) else { continue }
        append(range, whole, &found, &language)
      }
      for range in branches(in: sentence) where found.count < 200 {
        append(range, range, &found, &language)
      }
      for range in townsAbroad(in: sentence) where found.count < 200 {
        append(range.name, range.whole, &found, &language)
      }
      for range in bare(in: sentence) where found.count < 200 && !isKnown(range, range) {
        guard !found.contains(where: { $0.tokens.overlaps(range) }) else { continue }
        append(range, range, &found, &language)
      }
    }
    guard !found.isEmpty else { return }
    // «БФ «Шведський центр допомоги»», "the NGO Sylni Razom": what lies in the name is part of it.
    for stranger in found {
      document.names.removeAll {
        $0.kind == .organisation && stranger.tokens.contains($0.tokens.lowerBound)
          && ($0.isAdjective || $0.tokens.lowerBound > stranger.tokens.lowerBound)
      }
    }
    document.names.append(contentsOf: found)
    document.names.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private func append(
    _ range: Range<Int>, _ whole: Range<Int>, _ found: inout [Name], _ language: inout Language?
  ) {
    let id = identifier(range, &language)
    guard !id.isEmpty else { return }
    let number = document.strangers.firstIndex(of: id) ?? document.strangers.count
    if number == document.strangers.count { document.strangers.append(id) }
    found.append(Name(kind: .organisation, id: Int32(number), tokens: whole, isStranger: true))
  }

  /// «Карітас Одеса»: the branch in a town of a charity that the tables know by its common name.
  private func branches(in sentence: Sentence) -> [Range<Int>] {
    document.names(.organisation, in: sentence.tokens).compactMap { name in
      let (at, next) = (name.tokens.lowerBound, name.tokens.upperBound)
      guard name.tokens.count == 1, StrangerFinder.commonNames.contains(document.tokens[at].hash),
        next < sentence.tokens.upperBound, document.tokens[next].flags.contains(.capital),
        document.names(from: next).prefix(2).contains(where: {
          document.names[$0].kind == .place && document.names[$0].tokens == next..<(next + 1)
        })
      else { return nil }
      return at..<(next + 1)
    }
  }

  private static let commonNames = WordSet("карітас каритас caritas")

  /// The name beside the word for its type: in quotes behind it, or capitalised words on either side.
  private func name(beside index: Int, in sentence: Sentence) -> Range<Int>? {
    let token = document.tokens[index]
    if let open = quote(behind: index, sentence) { return quoted(open, sentence) }
    guard token.flags.contains(.latin) else {
      return capitals(from: index + 1, sentence) ?? surname(behind: index, sentence)
    }
    if token.flags.contains(.capital), !StrangerFinder.acronyms.contains(token.hash),
      let range = capitals(before: index, sentence)
    {
      return range
    }
    guard
      !token.flags.contains(.capital) || StrangerFinder.acronyms.contains(token.hash)
        || index == sentence.tokens.lowerBound
    else { return nil }
    return called(behind: index, sentence) ?? apposed(before: index, sentence)
      ?? articled(before: index, sentence)
  }

  /// The quote that opens behind a type, with words between that say more of it: «мережа супермаркетів «Сільпо»».
  private func quote(behind index: Int, _ sentence: Sentence) -> Int? {
    var at = index + 1
    while at < sentence.tokens.upperBound, at - index < 4 {
      let token = document.tokens[at]
      if token.mark == Mark.quote { return at }
      guard token.kind == .word, token.flags.contains(.cyrillic), !token.flags.contains(.capital),
        token.cues.isDisjoint(with: StrangerFinder.verbs)
      else { return nil }
      at += 1
    }
    return nil
  }

  /// What the words between a type and its name are no cues of.
  private static let verbs: Cues = [
    .give, .work, .from, .with, .purpose, .payerFollows, .workerFollows, .and, .source, .receive,
    .post, .this,
  ]

  private func quoted(_ open: Int, _ sentence: Sentence) -> Range<Int>? {
    let next = open + 1
    var close = next
    while close < sentence.tokens.upperBound, close - next < 8,
      document.tokens[close].mark != Mark.quote
    { close += 1 }
    guard close < sentence.tokens.upperBound, close > next,
      document.tokens[close].mark == Mark.quote, document.tokens[next].flags.contains(.capital)
    else { return nil }
    return next..<close
  }

  /// «фонд Сергія Притули»: capitalised words behind a fund that are no place.
  private func surname(behind index: Int, _ sentence: Sentence) -> Range<Int>? {
    guard StrangerFinder.funds.contains(document.tokens[index].hash),
      index == sentence.tokens.lowerBound || document.tokens[index - 1].mark != Mark.quote
    else { return nil }
    var at = index + 1
    while at < sentence.tokens.upperBound, at - index < 4, isSurname(at) { at += 1 }
    return at > index + 1 ? (index + 1)..<at : nil
  }

  private func isSurname(_ at: Int) -> Bool {
    let token = document.tokens[at]
    return token.kind == .word && token.flags.contains([.capital, .cyrillic])
      && !token.flags.contains(.allCapitals) && token.cues.isDisjoint(with: [.post, .government])
      && !document.names(from: at).prefix(3).contains {
        document.names[$0].tokens.lowerBound == at && document.names[$0].kind != .sector
      }
  }

  private static let funds = WordSet(
    "фонд фонду фондом фонді фонда бф фундація фундації фундацією фундация")
  /// Types in capitals that stand before a name, not behind it.
  private static let acronyms = WordSet("ngo ngos")

  /// Latin capitalised words behind a Cyrillic type: фонд Direct Help.
  private func capitals(from start: Int, _ sentence: Sentence) -> Range<Int>? {
    var at = start
    let isForeign = start > 0 && document.tokens[start - 1].flags.contains(.cyrillic)
    while at < sentence.tokens.upperBound, at - start < 5,
      isCapital(document.tokens[at])
        || isForeign && at > start && isInside(document.tokens[at])
        || at > start && (isHyphen(at, sentence) || isOf(at, sentence))
    {
      at += 1
    }
    return at > start ? start..<at : nil
  }

  /// The "of" of "Angels of Salvation".
  private func isOf(_ at: Int, _ sentence: Sentence) -> Bool {
    document.tokens[at].hash == StrangerFinder.of && at + 1 < sentence.tokens.upperBound
      && isCapital(document.tokens[at + 1])
      && !document.names(from: at + 1).prefix(2).contains {
        document.names[$0].tokens.lowerBound == at + 1 && document.names[$0].kind != .sector
      }
  }

  private func isInside(_ token: Token) -> Bool {
    token.kind == .word && token.flags.contains(.latin)
  }

  /// The hyphen of "UA-DE".
  private func isHyphen(_ at: Int, _ sentence: Sentence) -> Bool {
    at + 1 < sentence.tokens.upperBound && document.tokens[at].mark == Mark.dash
      && !document.tokens[at].flags.contains(.spaced) && isCapital(document.tokens[at + 1])
      && !document.tokens[at + 1].flags.contains(.spaced)
  }

  /// «Німецька Viessmann подарувала», «коштом Softland»: a Latin name in a Cyrillic text that gives, or whose money it is.
  private func bare(in sentence: Sentence) -> [Range<Int>] {
    var result: [Range<Int>] = []
    guard document.first([.give, .fund, .payerFollows], in: sentence.tokens) != nil else {
      return result
    }
    var at = sentence.tokens.lowerBound
    while at < sentence.tokens.upperBound, result.count < 8 {
      guard isCapital(document.tokens[at]),
        at == sentence.tokens.lowerBound || !isInside(document.tokens[at - 1]),
        let range = latin(from: at, sentence)
      else {
        at += 1
        continue
      }
      let isProject = (max(sentence.tokens.lowerBound, at - 4)..<at).contains {
        document.tokens[$0].cues.contains(.programme)
      }
      if !isProject, gives(behind: range, sentence) || isMoney(before: range, sentence) {
        result.append(range)
      }
      at = range.upperBound
    }
    return result
  }

  /// Latin words from a capitalised one to the next word in other letters.
  private func latin(from start: Int, _ sentence: Sentence) -> Range<Int>? {
    var at = start + 1
    while at < sentence.tokens.upperBound, at - start < 6,
      isInside(document.tokens[at]) || isHyphen(at, sentence)
    {
      at += 1
    }
    guard document.tokens[start].end - document.tokens[start].start > 2 || at > start + 1 else {
      return nil
    }
    return start..<at
  }

  private func gives(behind range: Range<Int>, _ sentence: Sentence) -> Bool {
    var next = range.upperBound
    if next < sentence.tokens.upperBound, document.tokens[next].mark == Mark.quote { next += 1 }
    guard next < sentence.tokens.upperBound else { return false }
    let token = document.tokens[next]
    return token.flags.contains(.cyrillic) && token.cues.contains(.give)
      && PartyReader.gifts.contains { document.begins(token, with: $0) }
      && StrangerFinder.pasts.end(token, document)
  }

  /// «коштом Softland», «за підтримки Viessmann».
  private func isMoney(before range: Range<Int>, _ sentence: Sentence) -> Bool {
    var before = range.lowerBound - 1
    if before >= sentence.tokens.lowerBound, document.tokens[before].mark == Mark.quote {
      before -= 1
    }
    return before >= sentence.tokens.lowerBound
      && StrangerFinder.means.contains(document.tokens[before].hash)
  }

  private static let pasts = Endings(["ав", "ив", "ла", "ло", "ли", "ал", "ил", "ел"])
  private static let means = WordSet(
    "коштом кошти гроші рахунок підтримки фінансування допомоги сприяння средства деньги счет поддержке поддержки финансировании содействии"
  )

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

  /// "Danfoss, the Danish manufacturer, donated", "Open Doors, a Dutch NGO, funded".
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
    guard at > sentence.tokens.lowerBound,
      StrangerFinder.articles.contains(document.tokens[at].hash),
      document.tokens[at - 1].mark == Mark.comma
    else { return nil }
    return capitals(before: at - 1, sentence)
  }

  /// "the Opora foundation": between the article and the type a name that is no place and no other's.
  private func articled(before index: Int, _ sentence: Sentence) -> Range<Int>? {
    guard StrangerFinder.kinds.contains(document.tokens[index].hash),
      let range = capitals(before: index, sentence), range.lowerBound > sentence.tokens.lowerBound,
      document.tokens[range.lowerBound - 1].hash == PartyReader.the,
      !document.names(from: range.lowerBound).prefix(3).contains(where: {
        document.names[$0].tokens.overlaps(range) && document.names[$0].kind != .sector
      })
    else { return nil }
    return range
  }

  private static let kinds = WordSet("foundation charity fund organisation organization ngo")
  private static let naming = WordSet("called named")
  private static let articles = WordSet("the a an")
  private static let days = WordSet(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december"
  )

  /// "Warm Home Foundation": the capitalised words before it, of which one at least is no country's adjective.
  private func capitals(before index: Int, _ sentence: Sentence) -> Range<Int>? {
    var at = index - 1
    while at >= sentence.tokens.lowerBound, index - at < 6,
      isCapital(document.tokens[at]) || at > sentence.tokens.lowerBound && isHyphen(at, sentence)
    {
      at -= 1
    }
    at += 1
    while at < index, StrangerFinder.articles.contains(document.tokens[at].hash) { at += 1 }
    guard at < index, (at..<index).contains(where: { !isAdjective($0) }) else { return nil }
    return at..<index
  }

  private func isAdjective(_ at: Int) -> Bool {
    document.names(from: at).prefix(3).contains {
      let name = document.names[$0]
      return name.tokens.lowerBound == at && name.kind == .organisation && name.isAdjective
    }
  }

  func isCapital(_ token: Token) -> Bool {
    token.kind == .word && token.flags.contains([.capital, .latin]) && !token.cues.contains(.post)
  }

  /// Whether the tables know an organisation there; not one whose name only ends a longer one, "Sylni Razom".
  private func isKnown(_ range: Range<Int>, _ whole: Range<Int>) -> Bool {
    var at = document.firstName(from: whole.lowerBound - Name.longest)
    while at < document.names.count, document.names[at].tokens.lowerBound < whole.upperBound {
      let name = document.names[at]
      let isEnd =
        name.tokens.lowerBound > range.lowerBound && name.tokens.upperBound == range.upperBound
        && document.tokens[range.lowerBound].flags.contains(.latin)
      if name.kind == .organisation, !name.isAdjective, !isEnd, name.tokens.overlaps(whole) {
        return true
      }
      at += 1
    }
    return false
  }

  /// The id of a name: transliterated, lower case, hyphens.
  private func identifier(_ range: Range<Int>, _ language: inout Language?) -> String {
    let words = range.filter { document.tokens[$0].kind != .mark }.map {
      document.string(of: $0) + (document.tokens[$0].flags.contains(.possessive) ? "s" : "")
    }
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
