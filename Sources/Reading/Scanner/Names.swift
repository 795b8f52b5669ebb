import FundingCore

/// A qualifier of a sum, found by its words.
struct BoundMatch {
  var tokens: Range<Int>
  var word: BoundWord
}

/// A keyword of a sector that begins at the token at hand.
struct Keyword {
  var sector: Int32
  /// The token behind it.
  var end: Int32
}

/// Finds names and phrases of the lexicon: the longest path of the trie from each token.
final class NameFinder {
  let document: Document
  let lexicon: Lexicon

  init(document: Document, sectors: Int) {
    self.document = document
    lexicon = document.lexicon
    document.silentUntil.removeAll()
    for _ in 0..<sectors { document.silentUntil.append(0) }
  }

  /// Fills `names`, `bounds` and the cues of phrases.
  func find() {
    for sentence in document.sentences {
      var taken = sentence.tokens.lowerBound
      for index in sentence.tokens {
        if mayOpen(index, sentence) { look(at: index, in: sentence, taken: &taken) }
        if isLongName(index), index >= taken { findUtility(at: index) }
      }
    }
  }

  /// Whether a name or phrase may begin with a word: it is one, it is capitalised as those of lists are, or the word
  /// behind it is one that may follow. Half of all words begin some phrase; nine in ten of them end here.
  @inline(__always)
  private func mayOpen(_ index: Int, _ sentence: Sentence) -> Bool {
    let token = document.tokens.base + index
    guard token.pointee.flags.contains(.opensPhrase) else { return false }
    if !token.pointee.flags.isDisjoint(with: [.isName, .capital]) { return true }
    let next = following(index, sentence.tokens.upperBound)
    return document.tokens[next].continues & token.pointee.opens != 0
  }

  private struct Found {
    var end = 0
    var sense: Int32 = -1
  }

  private func look(at index: Int, in sentence: Sentence, taken: inout Int) {
    var name = Found()
    document.keywords.removeAll()
    open(at: index, sentence, &name)
    if index >= taken, name.sense < 0 || isShort(name.sense, index, name.end),
      let listed = listed(at: index, in: sentence) ?? elided(at: index, in: sentence)
    {
      name = Found(end: index + 1, sense: listed)
    }
    if name.sense >= 0, index >= taken {
      enter(name.sense, index..<name.end)
      taken = name.end
    }
    for keyword in document.keywords
    where document.silentUntil[Int(keyword.sector)] <= Int32(truncatingIfNeeded: index) {
      document.names.append(
        Name(kind: .sector, id: keyword.sector, tokens: index..<Int(keyword.end)))
    }
  }

  /// Enters what begins with the word at `index`.
  private func open(at index: Int, _ sentence: Sentence, _ name: inout Found) {
    var next = -1
    lexicon.lemmas(of: document.tokens[index]) { _, root in
      guard root >= 0 else { return false }
      let found = lexicon.nodes[Int(root)]
      if found.sense >= 0 { enter(found.sense, index..<(index + 1), sentence, &name) }
      if found.goesOn {
        if next < 0 { next = following(index, sentence.tokens.upperBound) }
        if found.next & document.tokens[next].continues != 0 {
          walk(node: root, at: next, depth: 1, from: index, sentence, &name)
        }
      }
      return false
    }
  }

  /// Walks the trie along the words from `index`, entering the senses of every node on the way.
  private func walk(
    node: Int32, at index: Int, depth: Int, from start: Int, _ sentence: Sentence,
    _ name: inout Found
  ) {
    let end = sentence.tokens.upperBound
    guard depth < 12, index < end,
      document.tokens[index].flags.contains(.continuesPhrase)
    else { return }
    lexicon.lemmas(of: document.tokens[index]) { lemma, _ in
      let next = lexicon.node(from: node, by: lemma)
      guard next >= 0 else { return false }
      let found = lexicon.nodes[Int(next)]
      if found.sense >= 0 { enter(found.sense, start..<(index + 1), sentence, &name) }
      if found.goesOn {
        let behind = following(index, end)
        if found.next & document.tokens[behind].continues != 0 {
          walk(node: next, at: behind, depth: depth + 1, from: start, sentence, &name)
        }
      }
      return false
    }
  }

  /// Takes in what a path of the trie stands for.
  private func enter(
    _ head: Int32, _ range: Range<Int>, _ sentence: Sentence, _ name: inout Found
  ) {
    let end = Int32(truncatingIfNeeded: range.upperBound)
    var at = head
    while at >= 0 {
      let sense = lexicon.senses[Int(at)]
      let id = Int(sense.id)
      switch sense.kind {
      case .organisation, .place:
        if range.upperBound > name.end, fits(sense, range.lowerBound, sentence) {
          name = Found(end: range.upperBound, sense: at)
        }
      case .sector: document.keywords.append(Keyword(sector: sense.id, end: end))
      case .notSector: document.silentUntil[id] = max(document.silentUntil[id], end)
      case .cue: document.tokens[range.upperBound - 1].cues.insert(Cues(bit: sense.id))
      case .bound:
        if let word = BoundWord(rawValue: sense.id) {
          document.bounds.append(BoundMatch(tokens: range, word: word))
        }
      }
      at = sense.next
    }
  }

  /// The next word of a name, over hyphens, quotes and the stops of initials.
  private func following(_ index: Int, _ end: Int) -> Int {
    var next = index + 1
    while next < end, next - index < 4, document.tokens[next].kind == .mark {
      let token = document.tokens[next]
      let isSoft =
        (token.mark == Mark.dash && !token.flags.contains(.spaced)) || token.mark == Mark.quote
        || token.mark == UInt8(ascii: "/") || token.mark == UInt8(ascii: "&")
        || token.mark == Mark.comma && isListed(index, next + 1, end)
        || (token.mark == Mark.dot && !token.flags.contains(.spaced)
          && document.tokens[index].end - document.tokens[index].start <= 2)
      guard isSoft else { break }
      next += 1
    }
    return next
  }

  /// "Relief, Recovery, Reconstruction and Reform": a comma between two capitalised words may stand in a name.
  private func isListed(_ left: Int, _ right: Int, _ end: Int) -> Bool {
    right < end && document.tokens[right].flags.contains([.capital, .latin])
      && document.tokens[left].flags.contains([.capital, .latin])
  }

  /// Whether a match is one capitalised word, which a list may give another meaning: "Kherson and Mykolaiv oblasts".
  private func isShort(_ sense: Int32, _ index: Int, _ end: Int) -> Bool {
    lexicon.senses[Int(sense)].kind == .place && end == index + 1
  }

  /// «Київського та Хаджибейського районів»: the last word of a list belongs to each of its names.
  private func listed(at index: Int, in sentence: Sentence) -> Int32? {
    guard document.tokens[index].flags.contains(.capital) else { return nil }
    guard let last = listEnd(index, sentence) ?? listHead(index, sentence) else { return nil }
    return place(index, last)
  }

  /// "the oblasts of Lviv, Kyiv and Odesa", «в областях: Київській, Львівській»: the word at the head of a list.
  private func listHead(_ index: Int, _ sentence: Sentence) -> Int? {
    var at = index - 1
    while at > sentence.tokens.lowerBound, index - at < 40 {
      let token = document.tokens[at]
      if index - at > 1,
        NameFinder.manyOblasts.contains(token.hash)
          || token.hash == NameFinder.oblastsOrOne && document.tokens[at - 1].money == .numeral
      {
        return at
      }
      let isHead = token.hash == NameFinder.of || token.mark == Mark.colon
      if isHead, document.tokens[at - 1].kind == .word {
        return NameFinder.oblasts.contains(document.tokens[at - 1].hash) ? at - 1 : nil
      }
      let isItem =
        token.mark == Mark.comma || token.mark == Mark.dash || token.cues.contains(.and)
        || token.kind == .word
          && (token.flags.contains(.capital) || NameFinder.namelies.contains(token.hash))
      guard isItem, !token.cues.contains(.oblast) else { return nil }
      at -= 1
    }
    return nil
  }

  private static let of = WordHash(word: "of").value
  private static let oblasts = WordSet(
    "oblasts regions області областей областях областям областях области областей областям")

  private static let manyOblasts = WordSet(
    "областях областей областям областями областями областям")
  private static let oblastsOrOne = WordHash(word: "області").value
  private static let namelies = WordSet("а саме зокрема именно")

  /// «у Зарічному районі — 22 млн, у Ковпаківському — 31»: the word is said once, for the first of them.
  private func elided(at index: Int, in sentence: Sentence) -> Int32? {
    let token = document.tokens[index]
    if let oblast = elidedOblast(at: index, in: sentence) { return oblast }
    guard token.flags.contains([.capital, .cyrillic]), index > sentence.tokens.lowerBound + 3,
      NameFinder.inside.contains(document.tokens[index - 1].hash),
      document.tokens[index + 1].kind == .mark,
      NameFinder.locatives.contains(where: { document.ends(token, with: $0) })
    else { return nil }
    let start = max(sentence.tokens.lowerBound, index - 40)
    let before = (start..<index).last {
      NameFinder.districts.contains(document.tokens[$0].hash)
    }
    return before.flatMap { place(index, $0) }
  }

  /// «Харківській області — 100 млн, Сумській — 60», «між областями: … Одеська отримає»: the word for oblast is said once.
  private func elidedOblast(at index: Int, in sentence: Sentence) -> Int32? {
    let token = document.tokens[index]
    guard token.flags.contains([.capital, .cyrillic]),
      NameFinder.feminines.contains(where: { document.ends(token, with: $0) })
    else { return nil }
    let next = document.tokens[index + 1]
    guard
      next.kind == .mark && next.mark != Mark.quote
        && (next.mark != Mark.dash || next.flags.contains(.spaced))
        || !next.cues.isDisjoint(with: [.receive, .give])
    else { return nil }
    let start =
      sentence.isBullet ? max(0, index - 120) : max(sentence.tokens.lowerBound, index - 60)
    let before = (start..<index).last { NameFinder.oblastWords.contains(document.tokens[$0].hash) }
    return before.flatMap { place(index, $0) }
  }

  private static let feminines: [StaticString] = [
    "ська", "ській", "ської", "ську", "цька", "цькій", "цької", "цьку", "ская", "ской", "скую",
    "цкая", "цкой", "цкую",
  ]
  private static let oblastWords = WordSet(
    """
    область області областю областей областях областям областями области областью
    """)
  private static let inside = WordSet("у в")
  private static let districts = WordSet("районі районе")
  private static let locatives: [StaticString] = [
    "ському", "цькому", "ном", "ском", "цком", "ному",
  ]

  /// The place that a word and the word for its kind name together.
  private func place(_ index: Int, _ last: Int) -> Int32? {
    var result: Int32?
    lexicon.lemmas(of: document.tokens[index]) { _, node in
      guard node >= 0 else { return false }
      lexicon.lemmas(of: document.tokens[last]) { end, _ in
        let next = lexicon.node(from: node, by: end)
        guard next >= 0 else { return false }
        var at = lexicon.nodes[Int(next)].sense
        while at >= 0 {
          if lexicon.senses[Int(at)].kind == .place {
            result = at
            return true
          }
          at = lexicon.senses[Int(at)].next
        }
        return false
      }
      return result != nil
    }
    return result
  }

  /// The word for oblast, district or community at the end of a list of names that begins at a token.
  private func listEnd(_ index: Int, _ sentence: Sentence) -> Int? {
    var at = index + 1
    var hasJoint = false
    while at < sentence.tokens.upperBound, at - index < 24 {
      let token = document.tokens[at]
      if token.kind == .mark {
        guard
          token.mark == Mark.comma || (token.mark == Mark.dash && !token.flags.contains(.spaced))
        else { return nil }
        hasJoint = true
      } else if token.kind != .word {
        return nil
      } else if token.cues.contains(.and) || NameFinder.listWords.contains(token.hash) {
        hasJoint = true
      } else if !token.cues.isDisjoint(with: [.oblast, .district, .settlement]),
        !token.flags.contains(.capital)
      {
        return hasJoint ? at : nil
      } else if !token.flags.contains(.capital) {
        return nil
      }
      at += 1
    }
    return nil
  }

  private static let listWords = WordSet(
    "а але не лише й но only also both")

  private func fits(_ sense: Sense, _ index: Int, _ sentence: Sentence) -> Bool {
    let flags = document.tokens[index].flags
    if sense.needs.contains(.allCapitals) { return flags.contains(.allCapitals) }
    if sense.needs.contains(.capital) && !flags.contains(.capital) { return false }
    if sense.needs.contains(.common) {
      return !isFirstWord(index, sentence) || hasPlaceCue(index, sentence)
        || document.tokens[index + 1].cues.contains(.receive)
    }
    return true
  }

  private func isFirstWord(_ index: Int, _ sentence: Sentence) -> Bool {
    var at = index - 1
    while at >= sentence.tokens.lowerBound {
      if document.tokens[at].kind != .mark { return false }
      if document.tokens[at].mark == Mark.colon { return true }
      at -= 1
    }
    return true
  }

  private func hasPlaceCue(_ index: Int, _ sentence: Sentence) -> Bool {
    guard index > sentence.tokens.lowerBound else { return false }
    var before = index - 1
    if document.tokens[before].mark == Mark.dot && before > sentence.tokens.lowerBound {
      before -= 1
    }
    return !document.tokens[before].cues.isDisjoint(with: [.city, .settlement, .into])
  }

  private func enter(_ head: Int32, _ range: Range<Int>) {
    let sense = lexicon.senses[Int(head)]
    let isAdjective = sense.needs.contains(.adjective)
    // Several places may share a name: the first sense stands for all until the city the text speaks of is known.
    let id = sense.kind == .organisation ? sense.id : head
    let kind: Name.Kind = sense.kind == .organisation ? .organisation : .place
    document.names.append(Name(kind: kind, id: id, tokens: range, isAdjective: isAdjective))
    guard kind == .organisation, !isAdjective else { return }
    // "Project HOPE" hopes for nothing: a capitalised word of a name is no verb.
    for at in range
    where !document.tokens.base[at].flags.isDisjoint(with: [.capital, .allCapitals])
      && document.tokens.base[at].flags.contains(.latin)
    {
      document.tokens.base[at].cues.subtract([.wish, .ask, .asks, .lacks, .need])
    }
  }
}
