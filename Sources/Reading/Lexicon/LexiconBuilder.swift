/// A folded word and how its forms are made.
struct LexiconWord {
  var letters: ArraySlice<UInt16>
  var inflection: Inflection
}

/// Enters words, names and phrases and compiles them into a ``Lexicon``.
struct LexiconBuilder {
  /// A form and what is known of it.
  private struct Entry {
    var fact = Lexicon.Fact()
    var link: Int32 = -1
  }

  /// A lemma of a form, and the one entered before it.
  private struct Link {
    var lemma: Int32
    var next: Int32
  }

  private var forms = HashTable(capacity: 100_000, filter: 8)
  private var prefixes = HashTable(capacity: 4_000, filter: 16)
  private var edges = HashTable(capacity: 16_000, filter: 18)
  private var lemmaKeys = HashTable(capacity: 12_000, filter: 8)
  private var formData: [Entry] = []
  private var prefixData: [Lexicon.Prefix] = []
  private var prefixLetters: [[UInt16]] = []
  private var links: [Link] = []
  private var nodes: [Lexicon.Node] = [Lexicon.Node()]
  private var senses: [Sense] = []
  /// The node each lemma leads to from the root, or -1.
  private var roots: [Int32] = []
  /// Room for the forms of a word.
  private var formHashes: [WordHash] = []
  /// Whether a path goes on by each lemma.
  private var continues: [Bool] = []

  init() {
    formData.reserveCapacity(100_000)
    links.reserveCapacity(140_000)
  }

  // MARK: Words

  /// The lemma of a folded word, its forms entered when it is new.
  private mutating func lemma(_ word: LexiconWord) -> Int32 {
    var hash = WordHash(word.letters)
    let salt = (UInt64(word.inflection.rawValue) &+ 1) &* 0xA24B_AED4_963E_E407
    let (lemma, isNew) = lemmaKeys.index(of: hash.value ^ salt)
    guard isNew else { return lemma }
    roots.append(-1)
    continues.append(false)
    switch word.inflection {
    case .exact: link(hash, to: lemma)
    case .prefix: _ = prefix(word.letters, lemma)
    case .ukrainian: forms(of: word.letters, EndingTable.ukrainian, lemma)
    case .russian: forms(of: word.letters, EndingTable.russian, lemma)
    case .english:
      link(hash, to: lemma)
      hash.add(0x73)
      link(hash, to: lemma)
    }
    return lemma
  }

  private mutating func forms(
    of word: ArraySlice<UInt16>, _ table: EndingTable, _ lemma: Int32
  ) {
    // The table calls back while it walks, so hashes are collected first: exclusive access to self stays simple.
    formHashes.removeAll(keepingCapacity: true)
    table.forEachForm(of: Array(word)) { formHashes.append($0) }
    for at in formHashes.indices { link(formHashes[at], to: lemma) }
  }

  private mutating func form(_ hash: WordHash) -> Int {
    let (index, isNew) = forms.index(of: hash.value)
    if isNew { formData.append(Entry()) }
    return Int(index)
  }

  private mutating func link(_ hash: WordHash, to lemma: Int32) {
    let index = form(hash)
    let head = formData[index].link
    if head >= 0 && links[Int(head)].lemma == lemma { return }
    links.append(Link(lemma: lemma, next: head))
    formData[index].link = Int32(links.count - 1)
  }

  private mutating func prefix(_ letters: ArraySlice<UInt16>, _ lemma: Int32) -> Int {
    let (index, isNew) = prefixes.index(of: WordHash(letters).value)
    if isNew {
      prefixData.append(Lexicon.Prefix(lemma: lemma))
      prefixLetters.append(Array(letters))
    }
    return Int(index)
  }

  /// Enters the words of a cue list: `слово` exact, `слово*` an open prefix, several words a phrase.
  mutating func add(_ cue: Cues, _ list: String) {
    for path in LexiconBuilder.paths(list) {
      if path.count == 1, let word = path.first {
        add(cue, word)
      } else {
        enter(
          path, Sense(kind: .cue, needs: [], id: Int32(cue.rawValue.trailingZeroBitCount), next: -1)
        )
      }
    }
  }

  /// Enters the qualifiers of sums.
  mutating func add(_ bound: BoundWord, _ list: String) {
    for path in LexiconBuilder.paths(list) {
      enter(path, Sense(kind: .bound, needs: [], id: bound.rawValue, next: -1))
    }
  }

  /// The entries of a list, parted by semicolons and line ends, as paths of words; read as bytes, because this is most
  /// of what a start costs. Hyphens part words, as the scanner has it.
  static func paths(_ list: String) -> [[LexiconWord]] {
    var result: [[LexiconWord]] = []
    var path: [LexiconWord] = []
    var word: [UInt16] = []
    func close(_ inflection: Inflection = .exact) {
      if !word.isEmpty { path.append(LexiconWord(letters: word[...], inflection: inflection)) }
      word = []
    }
    for scalar in list.unicodeScalars {
      switch scalar.value {
      case 0x3B, 0x0A:
        close()
        if !path.isEmpty { result.append(path) }
        path = []
      case 0x20, 0x2D: close()
      case 0x2A: close(.prefix)
      default: word.append(Letters.folded(scalar: scalar.value))
      }
    }
    close()
    if !path.isEmpty { result.append(path) }
    return result
  }

  private mutating func add(_ cue: Cues, _ word: LexiconWord) {
    if word.inflection == .prefix {
      _ = lemma(word)
      let (index, _) = prefixes.index(of: WordHash(word.letters).value)
      prefixData[Int(index)].cues.formUnion(cue)
    } else {
      let index = form(WordHash(word.letters))
      formData[index].fact.cues.formUnion(cue)
    }
  }

  /// Enters words of the money grammar.
  mutating func add(_ money: MoneyWord, _ datum: Int32, words: String) {
    for word in LexiconBuilder.paths(words).joined() {
      if word.inflection == .prefix {
        _ = lemma(word)
        let (index, _) = prefixes.index(of: WordHash(word.letters).value)
        prefixData[Int(index)].money = money
        prefixData[Int(index)].datum = datum
      } else {
        let index = form(WordHash(word.letters))
        formData[index].fact.money = money
        formData[index].fact.datum = datum
      }
    }
  }

  // MARK: Names and phrases

  /// Enters a path of words under a sense; gives the senses of the same path that were there before.
  @discardableResult
  mutating func enter(_ path: some Collection<LexiconWord>, _ sense: Sense) -> [Sense] {
    guard !path.isEmpty else { return [] }
    var node: Int32 = 0
    for word in path {
      let lemma = lemma(word)
      let (edge, isNew) = edges.index(of: Lexicon.edgeKey(node, lemma))
      if isNew {
        nodes.append(Lexicon.Node())
        nodes[Int(node)].next |= Lexicon.Node.bit(of: lemma)
      }
      if node == 0 { roots[Int(lemma)] = edge + 1 } else { continues[Int(lemma)] = true }
      node = edge + 1
    }
    var before: [Sense] = []
    var at = nodes[Int(node)].sense
    while at >= 0 {
      before.append(senses[Int(at)])
      if senses[Int(at)].kind == sense.kind && senses[Int(at)].id == sense.id { return [] }
      at = senses[Int(at)].next
    }
    var sense = sense
    sense.next = nodes[Int(node)].sense
    senses.append(sense)
    nodes[Int(node)].sense = Int32(senses.count - 1)
    return before
  }

  // MARK: The end

  mutating func build(key: UInt64) -> LexiconImage {
    for index in prefixData.indices {
      var hash = WordHash()
      for letter in prefixLetters[index].dropLast() {
        hash.add(letter)
        let shorter = prefixes.find(hash.value)
        if shorter >= 0 { prefixData[index].parent = shorter }
      }
    }
    // Shorter prefixes first, so that each takes over what its own parent already has.
    for index in prefixData.indices.sorted(by: { prefixLetters[$0].count < prefixLetters[$1].count }
    ) {
      prefixData[index].phrase = phrase(prefixData[index].lemma)
      let parent = Int(prefixData[index].parent)
      guard parent >= 0 else { continue }
      prefixData[index].cues.formUnion(prefixData[parent].cues)
      prefixData[index].phrase.formUnion(prefixData[parent].phrase)
      if prefixData[index].money == .none {
        prefixData[index].money = prefixData[parent].money
        prefixData[index].datum = prefixData[parent].datum
      }
    }
    for index in formData.indices {
      var link = formData[index].link
      while link >= 0 {
        formData[index].fact.phrase.formUnion(phrase(links[Int(link)].lemma))
        link = links[Int(link)].next
      }
    }
    return image(key: key)
  }

  /// What a word of a lemma may do in a name or phrase.
  private func phrase(_ lemma: Int32) -> Token.Flags {
    var flags: Token.Flags = []
    if roots[Int(lemma)] >= 0 { flags.insert(.opensPhrase) }
    if continues[Int(lemma)] { flags.insert(.continuesPhrase) }
    return flags
  }

  private func image(key: UInt64) -> LexiconImage {
    let (known, facts, links) = flattened()
    var maker = LexiconImage.Maker()
    maker.add(.formBuckets, FormTable.buckets(zip(forms.allKeys, known).map { ($0, $1) }))
    maker.add(.prefixSlots, prefixes.slots)
    maker.add(.prefixBits, prefixes.bits)
    maker.add(.edgeSlots, edges.slots)
    maker.add(.edgeBits, edges.bits)
    maker.add(.facts, facts)
    maker.add(.prefixes, prefixData)
    maker.add(.links, links)
    maker.add(.nodes, nodes)
    maker.add(.prefixRoots, prefixData.map { roots[Int($0.lemma)] })
    maker.add(.senses, senses)
    return maker.image(key: key)
  }

  /// For each form its lemmas, now side by side, and its fact, in one number; tables too large for it lose the rest.
  private func flattened() -> (known: [UInt32], facts: [Lexicon.Fact], links: [Lexicon.Link]) {
    var facts: [Lexicon.Fact] = [Lexicon.Fact()]
    var numbers: [Lexicon.Fact: UInt32] = [Lexicon.Fact(): 0]
    var flat: [Lexicon.Link] = [Lexicon.Link(lemma: 0, root: -1, isLast: true)]
    flat.reserveCapacity(links.count + 1)
    let known = formData.map { entry in
      var fact: UInt32 = 0
      if entry.fact != facts[0] {
        fact = numbers[entry.fact] ?? UInt32(facts.count)
        if fact == facts.count, fact < Lexicon.Known.mostFacts {
          facts.append(entry.fact)
          numbers[entry.fact] = fact
        }
        if fact >= Lexicon.Known.mostFacts { fact = 0 }
      }
      var link = entry.link
      guard link >= 0, flat.count < Lexicon.Known.mostLinks else { return fact }
      let first = UInt32(flat.count)
      while link >= 0 {
        let (lemma, next) = (links[Int(link)].lemma, links[Int(link)].next)
        flat.append(Lexicon.Link(lemma: lemma, root: roots[Int(lemma)], isLast: next < 0))
        link = next
      }
      return first << Lexicon.Known.factBits | fact
    }
    return (known, facts, flat)
  }
}
