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
  struct Form {
    var cues: Cues = []
    var money: MoneyWord = .none
    var datum: Int32 = 0
    /// First of its lemmas in `links`.
    var link: Int32 = -1
    var opensPhrase = false
  }

  struct Prefix {
    var cues: Cues = []
    /// The next shorter prefix that is also known, or -1.
    var parent: Int32 = -1
    var lemma: Int32
    var money: MoneyWord = .none
    var datum: Int32 = 0
    var opensPhrase = false
  }

  struct Link {
    var lemma: Int32
    var next: Int32
  }

  let forms: HashTable
  let prefixes: HashTable
  let formData: Frozen<Form>
  let prefixData: Frozen<Prefix>
  let links: Frozen<Link>
  let edges: HashTable
  /// The first sense of a node of the trie, or -1.
  let nodeSense: Frozen<Int32>
  let senses: Frozen<Sense>

  init(
    forms: HashTable, prefixes: HashTable, formData: [Form], prefixData: [Prefix], links: [Link],
    edges: HashTable,
    nodeSense: [Int32], senses: [Sense]
  ) {
    self.forms = forms
    self.prefixes = prefixes
    self.formData = Frozen(formData)
    self.prefixData = Frozen(prefixData)
    self.links = Frozen(links)
    self.edges = edges
    self.nodeSense = Frozen(nodeSense)
    self.senses = Frozen(senses)
  }

  deinit {
    formData.free()
    prefixData.free()
    links.free()
    nodeSense.free()
    senses.free()
  }

  @inline(__always)
  func mayBePrefix(_ hash: WordHash) -> Bool { prefixes.mayHold(hash.value) }

  @inline(__always)
  func prefix(_ hash: WordHash) -> Int32? {
    let found = prefixes.find(hash.value)
    return found < 0 ? nil : found
  }

  func isCurrencyCode(_ hash: WordHash) -> Bool {
    let form = forms.find(hash.value)
    return form >= 0 && formData[Int(form)].money == .currency
  }

  /// Tells a word token what the lexicon knows of it.
  @inline(__always)
  func lookUp(_ hash: WordHash, _ token: inout Token) {
    if forms.mayHold(hash.value) {
      let form = forms.find(hash.value)
      if form >= 0 {
        token.form = form
        let known = formData[Int(form)]
        token.cues = known.cues
        token.money = known.money
        token.datum = known.datum
        if known.opensPhrase { token.flags.insert(.opensPhrase) }
      }
    }
    if token.prefix >= 0 {
      let known = prefixData[Int(token.prefix)]
      token.cues.formUnion(known.cues)
      if known.opensPhrase { token.flags.insert(.opensPhrase) }
      if token.money == .none {
        token.money = known.money
        token.datum = known.datum
      }
    }
  }

  /// Calls `body` with each lemma of a token; stops where it returns true.
  @inline(__always)
  func lemmas(of token: Token, _ body: (Int32) -> Bool) {
    if token.form >= 0 {
      var link = formData[Int(token.form)].link
      while link >= 0 {
        if body(links[Int(link)].lemma) { return }
        link = links[Int(link)].next
      }
    }
    var prefix = token.prefix
    while prefix >= 0 {
      if body(prefixData[Int(prefix)].lemma) { return }
      prefix = prefixData[Int(prefix)].parent
    }
  }

  /// The node an edge leads to, or -1. The root is node 0.
  @inline(__always)
  func node(from node: Int32, by lemma: Int32) -> Int32 {
    let edge = edges.find(Lexicon.edgeKey(node, lemma))
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
///   low half would be taken for one: about one chance in 2^32 a lookup.
final class HashTable: @unchecked Sendable {
  private var slots: UnsafeMutablePointer<UInt64>
  private var shift: UInt64
  private var mask: Int
  private let bits: UnsafeMutablePointer<UInt64>
  private let bitShift: UInt64
  private(set) var count = 0

  /// A table with room for `capacity` keys before it grows, and a bitmap of 2^`filter` bits.
  init(capacity: Int, filter: Int) {
    var log: UInt64 = 4
    while 1 << log < capacity * 2 { log += 1 }
    shift = 64 - log
    mask = (1 << Int(log)) - 1
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: 0, count: mask + 1)
    let words = max(1, (1 << filter) / 64)
    bits = .allocate(capacity: words)
    bits.initialize(repeating: 0, count: words)
    bitShift = 64 - UInt64(filter)
  }

  deinit {
    slots.deallocate()
    bits.deallocate()
  }

  @inline(__always)
  private static func mixed(_ key: UInt64) -> UInt64 { key &* 0x9E37_79B9_7F4A_7C15 }

  @inline(__always)
  func mayHold(_ key: UInt64) -> Bool {
    let bit = HashTable.mixed(key) >> bitShift
    return bits[Int(truncatingIfNeeded: bit >> 6)] & (1 << (bit & 63)) != 0
  }

  /// The index of a key, or -1.
  @inline(__always)
  func find(_ key: UInt64) -> Int32 {
    var slot = Int(truncatingIfNeeded: HashTable.mixed(key) >> shift)
    let low = key & 0xFFFF_FFFF
    while true {
      let held = slots[slot]
      if held == 0 { return -1 }
      if held >> 32 == low { return Int32(truncatingIfNeeded: held & 0xFFFF_FFFF) - 1 }
      slot = (slot + 1) & mask
    }
  }

  /// The index of a key, entered as the next one if it is new.
  func index(of key: UInt64) -> (index: Int32, isNew: Bool) {
    let found = find(key)
    if found >= 0 { return (found, false) }
    if (count + 1) * 2 > mask + 1 { grow() }
    let index = Int32(count)
    insert(key, index)
    count += 1
    return (index, true)
  }

  private var keys: [UInt64] = []

  private func insert(_ key: UInt64, _ index: Int32) {
    place(key, index)
    keys.append(key)
    let bit = HashTable.mixed(key) >> bitShift
    bits[Int(truncatingIfNeeded: bit >> 6)] |= 1 << (bit & 63)
  }

  private func place(_ key: UInt64, _ index: Int32) {
    var slot = Int(truncatingIfNeeded: HashTable.mixed(key) >> shift)
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = (key & 0xFFFF_FFFF) << 32 | UInt64(UInt32(bitPattern: index) &+ 1)
  }

  private func grow() {
    slots.deallocate()
    shift -= 1
    mask = mask * 2 + 1
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: 0, count: mask + 1)
    for (index, key) in keys.enumerated() { place(key, Int32(index)) }
  }

  /// Forgets what is only needed to enter keys.
  func seal() { keys = [] }
}
