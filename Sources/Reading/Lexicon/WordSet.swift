/// A handful of words that a rule asks for, by the hash of their folded letters.
///
/// - Shape: an open-addressing table of the hashes with a bitmap in front that answers most misses, without counting
///   references or hashing again. Made once for the life of the program and never given back.
struct WordSet: @unchecked Sendable {
  private let slots: UnsafeMutablePointer<UInt64>
  private let mask: Int
  private let bits: UnsafeMutablePointer<UInt64>
  private let shift: UInt64

  /// The words of a list parted by spaces.
  init(_ words: String) {
    self.init(hashes: words.split(separator: " ").map { WordHash(word: $0).value })
  }

  init(hashes: [UInt64]) {
    var size = 8
    while size < hashes.count * 3 { size *= 2 }
    slots = .allocate(capacity: size)
    slots.initialize(repeating: 0, count: size)
    mask = size - 1
    var width: UInt64 = 6
    while 1 << width < hashes.count * 8 { width += 1 }
    bits = .allocate(capacity: 1 << (Int(width) - 6))
    bits.initialize(repeating: 0, count: 1 << (Int(width) - 6))
    shift = 64 - width
    for hash in hashes {
      let bit = hash >> shift
      bits[Int(truncatingIfNeeded: bit >> 6)] |= 1 << (bit & 63)
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & mask }
      slots[slot] = hash
    }
  }

  /// Whether a word is one of them; marks and numbers, whose hash is 0, are none.
  @inline(__always)
  func contains(_ hash: UInt64) -> Bool {
    let bit = hash &>> shift
    return bits[Int(truncatingIfNeeded: bit &>> 6)] &>> (bit & 63) & 1 != 0 && holds(hash)
  }

  private func holds(_ hash: UInt64) -> Bool {
    guard hash != 0 else { return false }
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if slots[slot] == hash { return true }
      slot = (slot + 1) & mask
    }
    return false
  }
}
