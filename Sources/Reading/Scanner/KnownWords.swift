/// The words read last, by their bytes: news says the same few thousand again and again, and what was read once need
/// not be folded, hashed and looked up letter by letter again.
///
/// - Shape: a table of pairs of places, filled while reading: a new word takes the first place of its pair, the one
///   that had it moves to the second. Words of one script, shorter than ``longest`` bytes, that end at a plain mark or
///   space are kept; the others are read every time.
/// - Cost: a quarter of the instructions of reading the letters; 128 bytes a word.
struct KnownWords {
  private struct Entry {
    /// As the scanner left it, beginning at 0 and without the space before it.
    var token: Token
    /// The bytes of the word, then zeros.
    var bytes: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    /// Fills up two lines of the machine's cache.
    private var room: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    init(token: Token) { self.token = token }
  }

  /// A word found in the text: its length, 0 where it is not one to keep, and its place in the table.
  struct Key {
    var length = 0
    fileprivate var hash: UInt64 = 0
  }

  private let entries: UnsafeMutablePointer<Entry>
  private let bytesOffset = MemoryLayout<Entry>.offset(of: \.bytes) ?? 0
  private let shift: UInt64
  /// No longer words are kept.
  static let longest = 32

  /// Room for 2^`log` words.
  init(log: Int) {
    let room = UnsafeMutableRawPointer.allocate(
      byteCount: MemoryLayout<Entry>.stride << log, alignment: 128)
    entries = room.bindMemory(to: Entry.self, capacity: 1 << log)
    entries.initialize(
      repeating: Entry(token: Token(start: 0, end: 0, kind: .word)), count: 1 << log)
    shift = UInt64(64 - log)
  }

  /// Gives the room back; the owner calls it once.
  func free() { entries.deallocate() }

  /// The token of a word that is known; `nil` where it is not. To be copied before another word is kept.
  @inline(__always)
  func token(of key: Key, at text: UnsafePointer<UInt8>) -> UnsafePointer<Token>? {
    let place = Int(truncatingIfNeeded: key.hash &>> shift)
    if let known = token(of: key, at: text, entries + place) { return known }
    return token(of: key, at: text, entries + (place ^ 1))
  }

  @inline(__always)
  private func token(
    of key: Key, at text: UnsafePointer<UInt8>, _ entry: UnsafeMutablePointer<Entry>
  ) -> UnsafePointer<Token>? {
    let raw = UnsafeRawPointer(entry)
    let token = raw.assumingMemoryBound(to: Token.self)
    guard token.pointee.end == Int32(truncatingIfNeeded: key.length) else { return nil }
    var at = 0
    while at < key.length {
      let left = key.length &- at
      let mask = left >= 8 ? UInt64.max : 1 &<< UInt64(left &* 8) &- 1
      guard
        KnownWords.eight(text + at) & mask
          == raw.load(fromByteOffset: bytesOffset &+ at, as: UInt64.self)
      else { return nil }
      at &+= 8
    }
    return token
  }

  /// Keeps a word that was just read.
  func keep(_ token: Token, of key: Key, at text: UnsafePointer<UInt8>) {
    let place = Int(truncatingIfNeeded: key.hash &>> shift)
    let entry = entries + place
    if entry.pointee.token.end > 0 { entries[place ^ 1] = entry.pointee }
    var new = Entry(token: token)
    new.token.start = 0
    new.token.end = Int32(truncatingIfNeeded: key.length)
    new.token.flags.remove(.spaced)
    withUnsafeMutableBytes(of: &new.bytes) { bytes in
      for at in 0..<min(key.length, bytes.count) {
        bytes[at] = text[at]
      }
    }
    entry.pointee = new
  }

  // MARK: Finding words

  /// Eight bytes of a text, the first of them lowest.
  @inline(__always)
  private static func eight(_ text: UnsafePointer<UInt8>) -> UInt64 {
    UnsafeRawPointer(text).loadUnaligned(as: UInt64.self).littleEndian
  }

  /// The Latin letters that begin at some bytes, eight looked at in one step.
  @inline(__always)
  static func latin(_ text: UnsafePointer<UInt8>) -> Key {
    key(text) { chunk in
      let low = (chunk | 0x2020_2020_2020_2020) & 0x7F7F_7F7F_7F7F_7F7F
      let fromA = low &+ 0x1F1F_1F1F_1F1F_1F1F
      let behindZ = low &+ 0x0505_0505_0505_0505
      let others = ~(fromA & ~behindZ & ~chunk) & 0x8080_8080_8080_8080
      return others.trailingZeroBitCount & ~7
    }
  }

  /// The Cyrillic letters of two bytes, the first 0xD0 or 0xD1, that begin at some bytes, four looked at in one step.
  @inline(__always)
  static func cyrillic(_ text: UnsafePointer<UInt8>) -> Key {
    key(text) { chunk in
      let others = chunk & 0xC0FE_C0FE_C0FE_C0FE ^ 0x80D0_80D0_80D0_80D0
      return others.trailingZeroBitCount & ~15
    }
  }

  /// Adds up the words of eight bytes until one of them is not all letters; `letters` tells how many bits are.
  @inline(__always)
  private static func key(_ text: UnsafePointer<UInt8>, letters: (UInt64) -> Int) -> Key {
    var key = Key()
    while key.length < longest {
      let chunk = eight(text + key.length)
      let bits = letters(chunk)
      let part = bits == 64 ? chunk : chunk & (1 &<< UInt64(bits) &- 1)
      key.hash = (key.hash ^ part) &* 0x9E37_79B9_7F4A_7C15
      key.hash ^= key.hash &>> 29
      key.length &+= bits &>> 3
      if bits < 64 { break }
    }
    // The upper bits pick the place.
    key.hash = key.hash &* 0x9E37_79B9_7F4A_7C15
    return key
  }
}

extension Scanner {
  /// A word, from those that are known where it is one of them.
  @inline(__always)
  mutating func anyWord(_ key: KnownWords.Key, into tokens: Pool<Token>) {
    guard key.length > 0, key.length < KnownWords.longest, endsWord(at + key.length) else {
      word(into: tokens)
      return
    }
    let text = bytes + at
    if let token = known.token(of: key, at: text) {
      tokens.append(token.pointee)
      let copy = tokens.base + (tokens.count &- 1)
      copy.pointee.start = Int32(truncatingIfNeeded: at)
      at &+= key.length
      copy.pointee.end = Int32(truncatingIfNeeded: at)
      if spaced { copy.pointee.flags.insert(.spaced) }
      spaced = false
      return
    }
    word(into: tokens)
    if let token = tokens.last { known.keep(token, of: key, at: text) }
  }

  /// Whether what stands behind some letters ends their word whatever they are: a space, or a mark that is neither an
  /// apostrophe nor a combining one.
  @inline(__always)
  private func endsWord(_ index: Int) -> Bool {
    let byte = bytes[index]
    if byte < 0x80 { return wordEnds[Int(byte)] }
    return byte == 0xC2 && bytes[index + 1] != 0xAD
  }

  /// Which bytes below 0x80 end a word.
  static let wordEnds = Frozen<Bool>(
    lasting: (0..<128).map { byte in
      let isLetter = (UInt8(byte) | 0x20) &- 0x61 < 26
      return !isLetter && !isDigit(UInt8(byte)) && byte != 0x27 && byte != 0x60
    })
}
