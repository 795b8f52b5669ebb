/// What a name or phrase of the lexicon stands for.
struct Sense {
  enum Kind: UInt8 { case organisation, place, sector, notSector, cue, bound }

  struct Needs: OptionSet {
    let rawValue: UInt8
    /// The first word begins with a capital.
    static let capital = Needs(rawValue: 1)
    /// A word of capitals only (CARE, МОМ).
    static let allCapitals = Needs(rawValue: 2)
    /// An adjective of a country or town: names its government only beside money or help.
    static let adjective = Needs(rawValue: 4)
    /// A name that is also a common word: at the start of a sentence it needs more.
    static let common = Needs(rawValue: 8)
  }

  var kind: Kind
  var needs: Needs
  /// Index into the table of the kind; for cues the bit, for bounds ``BoundWord``.
  var id: Int32
  var next: Int32
}

/// Every word, name and phrase the reader knows, compiled for lookup by hash.
///
/// Words are found by the hash of their folded letters: exact forms in one table, open prefixes in another that the
/// scanner asks letter by letter. Each form belongs to lemmas; names and phrases are paths of lemmas in a trie.
/// Immutable once built.
final class Lexicon: @unchecked Sendable {
  /// What the lexicon tells of a form; most forms share what they are.
  struct Fact: Hashable {
    var cues: Cues = []
    var datum: Int32 = 0
    var money: MoneyWord = .none
    /// Whether a name or phrase begins or goes on with it.
    var phrase: Token.Flags = []
  }

  struct Prefix {
    var cues: Cues = []
    /// The next shorter prefix that is also known, or -1.
    var parent: Int32 = -1
    var lemma: Int32
    var datum: Int32 = 0
    var money: MoneyWord = .none
    /// Whether a name or phrase begins or goes on with it.
    var phrase: Token.Flags = []
  }

  /// One lemma of a form; the lemmas of a form lie one behind the other.
  struct Link {
    /// The sign marks the last one of a form.
    private var mark: Int32
    /// The node the lemma leads to from the root, or -1.
    let root: Int32

    init(lemma: Int32, root: Int32, isLast: Bool) {
      mark = isLast ? lemma | .min : lemma
      self.root = root
    }

    @inline(__always)
    var lemma: Int32 { mark & .max }
    @inline(__always)
    var isLast: Bool { mark < 0 }
  }

  /// A node of the trie.
  struct Node {
    /// Its first sense; -1 where it has none.
    var sense: Int32 = -1
    /// The bits of the lemmas by which paths go on behind it; see ``bit(of:)``.
    var next: UInt32 = 0

    @inline(__always)
    var goesOn: Bool { next != 0 }

    /// One of 32 bits for a lemma: words that share none with what a node goes on by need not be looked for there.
    @inline(__always)
    static func bit(of lemma: Int32) -> UInt32 {
      1 &<< (UInt32(bitPattern: lemma) &* 0x9E37_79B1 &>> 27)
    }
  }

  /// What a slot of the forms holds beside the hash: the first link, and the fact in the lower bits.
  enum Known {
    static let factBits: UInt32 = 12
    static let mostFacts = 1 << 12
    /// The first link stands for none.
    static let mostLinks = 1 << 20
  }

  let image: LexiconImage
  let forms: FormTable
  let prefixes: FrozenTable
  let edges: FrozenTable
  let facts: Frozen<Fact>
  let prefixData: Frozen<Prefix>
  let links: Frozen<Link>
  let nodes: Frozen<Node>
  /// The node each open prefix leads to from the root, or -1.
  let prefixRoots: Frozen<Int32>
  let senses: Frozen<Sense>

  init?(_ image: LexiconImage) {
    guard let forms = FormTable(image, .formBuckets),
      let prefixes = FrozenTable(image, .prefixSlots, .prefixBits),
      let edges = FrozenTable(image, .edgeSlots, .edgeBits),
      let facts = image.elements(.facts, as: Fact.self),
      let prefixData = image.elements(.prefixes, as: Prefix.self),
      let links = image.elements(.links, as: Link.self),
      let nodes = image.elements(.nodes, as: Node.self),
      let prefixRoots = image.elements(.prefixRoots, as: Int32.self),
      let senses = image.elements(.senses, as: Sense.self)
    else { return nil }
    self.image = image
    (self.forms, self.prefixes, self.edges) = (forms, prefixes, edges)
    (self.facts, self.prefixData, self.links) = (facts, prefixData, links)
    (self.nodes, self.prefixRoots, self.senses) = (nodes, prefixRoots, senses)
  }

  @inline(__always)
  func mayBePrefix(_ hash: WordHash) -> Bool { prefixes.mayHold(hash.value) }

  @inline(__always)
  func prefix(_ hash: WordHash) -> Int32? {
    let found = prefixes.find(hash.value)
    return found < 0 ? nil : found
  }

  func isCurrencyCode(_ hash: WordHash) -> Bool {
    let known = forms.held(hash.value)
    return facts[Int(known) & (Known.mostFacts - 1)].money == .currency
  }

  /// Tells a word what is known of it.
  func lookUp(_ token: inout Token) {
    let known = forms.held(token.hash)
    token.link = Int32(truncatingIfNeeded: known >> Known.factBits)
    let fact = facts[Int(known) & (Known.mostFacts - 1)]
    token.cues = fact.cues
    token.money = fact.money
    token.datum = fact.datum
    token.flags.formUnion(fact.phrase)
    if token.prefix >= 0 {
      let prefix = prefixData[Int(token.prefix)]
      token.cues.formUnion(prefix.cues)
      token.flags.formUnion(prefix.phrase)
      if fact.money == .none {
        token.money = prefix.money
        token.datum = prefix.datum
      }
    }
    guard !token.flags.isDisjoint(with: [.opensPhrase, .continuesPhrase]) else { return }
    lemmas(of: token) { lemma, root in
      token.continues |= Node.bit(of: lemma)
      guard root >= 0 else { return false }
      if hasSense(at: root, for: token) { token.flags.insert(.isName) }
      token.opens |= nodes[Int(root)].next
      return false
    }
  }

  /// Whether a node has a sense that a word may have as it is written; where it stands is not asked.
  private func hasSense(at node: Int32, for token: Token) -> Bool {
    var at = nodes[Int(node)].sense
    while at >= 0 {
      let sense = senses[Int(at)]
      let isName = sense.kind == .organisation || sense.kind == .place
      let needs = isName ? sense.needs : []
      if needs.contains(.allCapitals) {
        if token.flags.contains(.allCapitals) { return true }
      } else if !needs.contains(.capital) || token.flags.contains(.capital) {
        return true
      }
      at = sense.next
    }
    return false
  }

  /// Calls `body` with each lemma of a token and the node it leads to from the root; stops where it returns true.
  @inline(__always)
  func lemmas(of token: Token, _ body: (_ lemma: Int32, _ root: Int32) -> Bool) {
    var at = Int(token.link)
    if at > 0 {
      while true {
        let link = links[at]
        if body(link.lemma, link.root) { return }
        if link.isLast { break }
        at += 1
      }
    }
    var prefix = token.prefix
    while prefix >= 0 {
      if body(prefixData[Int(prefix)].lemma, prefixRoots[Int(prefix)]) { return }
      prefix = prefixData[Int(prefix)].parent
    }
  }

  /// The node an edge leads to, or -1. The root is node 0.
  @inline(__always)
  func node(from node: Int32, by lemma: Int32) -> Int32 {
    let key = Lexicon.edgeKey(node, lemma)
    guard edges.mayHold(key) else { return -1 }
    let edge = edges.find(key)
    return edge < 0 ? -1 : edge + 1
  }

  @inline(__always)
  static func edgeKey(_ node: Int32, _ lemma: Int32) -> UInt64 {
    let key =
      (UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: lemma)) &+ 1)
      &* 0xD6E8_FEB8_6659_FD93
    return key ^ key >> 32
  }
}

/// An open-addressing table from 64-bit hashes to indices, with a bitmap in front that answers most misses.
///
/// - Shape: a slot holds the low half of the hash and the index plus one; 0 is empty. Two keys that agree in slot and
///   low half would be taken for one: about one chance in 2^32 a lookup. Keys are hashes, whose upper bits pick the slot.
struct HashTable {
  private(set) var slots: [UInt64]
  private(set) var bits: [UInt64]
  private var shift: UInt64
  private var mask: Int
  private let bitShift: UInt64
  private var keys: [UInt64] = []

  /// A table with room for `capacity` keys before it grows, and a bitmap of 2^`filter` bits.
  init(capacity: Int, filter: Int) {
    var log: UInt64 = 4
    while 1 << log < capacity * 2 { log += 1 }
    shift = 64 - log
    mask = (1 << Int(log)) - 1
    slots = Array(repeating: 0, count: mask + 1)
    bits = Array(repeating: 0, count: max(1, (1 << filter) / 64))
    bitShift = 64 - UInt64(filter)
    keys.reserveCapacity(capacity)
  }

  /// The index of a key, or -1.
  func find(_ key: UInt64) -> Int32 { slots[slot(of: key)].index }

  /// All keys, by their indices.
  var allKeys: [UInt64] { keys }

  /// The slot that holds a key, else the empty one it belongs in.
  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key >> shift)
    let low = key & 0xFFFF_FFFF
    while slots[slot] != 0, slots[slot] >> 32 != low { slot = (slot + 1) & mask }
    return slot
  }

  /// The index of a key, entered as the next one if it is new.
  mutating func index(of key: UInt64) -> (index: Int32, isNew: Bool) {
    var place = slot(of: key)
    if slots[place] != 0 { return (slots[place].index, false) }
    if (keys.count + 1) * 2 > mask + 1 {
      grow()
      place = slot(of: key)
    }
    let index = Int32(keys.count)
    slots[place] = (key & 0xFFFF_FFFF) << 32 | UInt64(UInt32(bitPattern: index) &+ 1)
    keys.append(key)
    let bit = key >> bitShift
    bits[Int(truncatingIfNeeded: bit >> 6)] |= 1 << (bit & 63)
    return (index, true)
  }

  private mutating func grow() {
    shift -= 1
    mask = mask * 2 + 1
    slots = Array(repeating: 0, count: mask + 1)
    for (index, key) in keys.enumerated() {
      var slot = Int(truncatingIfNeeded: key >> shift)
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = (key & 0xFFFF_FFFF) << 32 | UInt64(UInt32(bitPattern: Int32(index)) &+ 1)
    }
  }
}

extension UInt64 {
  /// The index a slot holds; -1 for an empty one.
  fileprivate var index: Int32 { Int32(truncatingIfNeeded: self & 0xFFFF_FFFF) - 1 }
}
