#if canImport(Glibc)
  import Glibc
#endif

/// The tables of a compiled lexicon in one block of memory, which is also how a cache keeps them.
///
/// - Shape: a header, then each section at a multiple of 64 bytes, in the machine's own byte order. An image is
///   only taken from a cache with the key it was made with, its length and its checksum.
final class LexiconImage: @unchecked Sendable {
  enum Section: Int, CaseIterable {
    case formBuckets, prefixSlots, prefixBits, edgeSlots, edgeBits
    case facts, prefixes, links, nodes, prefixRoots, senses
  }

  /// Words of the header: mark, key, checksum, then offset and count of each section.
  private static let headerWords = 4 + 2 * Section.allCases.count
  private static let mark: UInt64 = 0x6B6F_7368_7479_0007

  private let base: UnsafeMutableRawPointer
  let count: Int

  deinit { base.deallocate() }

  private init(count: Int) {
    self.count = count
    // A word is looked for all over these megabytes: with pages of two of them the machine finds the place sooner.
    base = .allocate(
      byteCount: max(64, count), alignment: count < LexiconImage.page ? 64 : LexiconImage.page)
    #if canImport(Glibc)
      if count >= LexiconImage.page { madvise(base, count, MADV_HUGEPAGE) }
    #endif
  }

  private static let page = 1 << 21

  private var words: UnsafeMutablePointer<UInt64> {
    base.assumingMemoryBound(to: UInt64.self)
  }

  // MARK: Making one

  /// Collects the sections of an image; they are copied once, when all are known.
  struct Maker {
    private var header: [UInt64]
    private var parts: [(offset: Int, size: Int, copy: (UnsafeMutableRawPointer) -> Void)] = []
    private var end: Int

    init() {
      header = Array(repeating: 0, count: LexiconImage.headerWords)
      header[0] = LexiconImage.mark
      end = header.count * 8
    }

    mutating func add<Element: BitwiseCopyable>(_ section: Section, _ elements: [Element]) {
      end = (end + 63) & ~63
      header[4 + 2 * section.rawValue] = UInt64(end)
      header[5 + 2 * section.rawValue] = UInt64(elements.count)
      let size = elements.count * MemoryLayout<Element>.stride
      let copy = { (target: UnsafeMutableRawPointer) in
        elements.withUnsafeBytes { source in
          if let from = source.baseAddress {
            target.copyMemory(from: from, byteCount: source.count)
          }
        }
      }
      parts.append((end, size, copy))
      end += size
    }

    func image(key: UInt64) -> LexiconImage {
      let image = LexiconImage(count: (end + 63) & ~63)
      for (index, word) in header.enumerated() { image.words[index] = word }
      var filled = header.count * 8
      for part in parts {
        // What lies between two sections is nothing as well.
        (image.base + filled).initializeMemory(
          as: UInt8.self, repeating: 0, count: part.offset - filled)
        part.copy(image.base + part.offset)
        filled = part.offset + part.size
      }
      (image.base + filled).initializeMemory(
        as: UInt8.self, repeating: 0, count: image.count - filled)
      image.words[1] = key
      image.words[3] = UInt64(image.count)
      image.words[2] = image.checksum
      return image
    }
  }

  // MARK: Reading one

  /// Takes an image that was kept; `nil` where it is not whole or was made of other tables.
  static func kept(
    key: UInt64, count: Int, fill: (UnsafeMutableRawBufferPointer) -> Bool
  ) -> LexiconImage? {
    guard count >= headerWords * 8, count % 64 == 0, count < 1 << 30 else { return nil }
    let image = LexiconImage(count: count)
    guard fill(UnsafeMutableRawBufferPointer(start: image.base, count: count)),
      image.words[0] == mark, image.words[1] == key, image.words[3] == UInt64(count),
      image.words[2] == image.checksum
    else { return nil }
    return image
  }

  /// The bytes to keep.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    body(UnsafeRawBufferPointer(start: base, count: count))
  }

  /// The elements of a section; `nil` where it does not lie in the image.
  func elements<Element>(_ section: Section, as type: Element.Type) -> Frozen<Element>? {
    let offset = words[4 + 2 * section.rawValue]
    let number = words[5 + 2 * section.rawValue]
    let size = UInt64(MemoryLayout<Element>.stride)
    guard offset % 64 == 0, offset <= UInt64(count), number <= (UInt64(count) - offset) / size
    else { return nil }
    let start = (base + Int(offset)).bindMemory(to: Element.self, capacity: Int(number))
    return Frozen(base: start, count: Int(number))
  }

  /// All words but the checksum's own, four chains side by side.
  private var checksum: UInt64 {
    var sums: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
    let number = count / 8
    var at = 4
    sums.0 = words[0] ^ words[1] &* LexiconImage.factor ^ words[3]
    while at + 4 <= number {
      sums.0 = LexiconImage.mixed(sums.0, words[at])
      sums.1 = LexiconImage.mixed(sums.1, words[at + 1])
      sums.2 = LexiconImage.mixed(sums.2, words[at + 2])
      sums.3 = LexiconImage.mixed(sums.3, words[at + 3])
      at += 4
    }
    while at < number {
      sums.0 = LexiconImage.mixed(sums.0, words[at])
      at += 1
    }
    let left = LexiconImage.mixed(sums.0, sums.1)
    return LexiconImage.mixed(left, LexiconImage.mixed(sums.2, sums.3))
  }

  private static var factor: UInt64 { 0x9E37_79B9_7F4A_7C15 }

  @inline(__always)
  private static func mixed(_ sum: UInt64, _ word: UInt64) -> UInt64 {
    let product = (sum ^ word) &* factor
    return product ^ product >> 29
  }
}

/// A table of forms: what is held for each is never 0.
///
/// - Shape: a bucket is one line of the machine's cache, eight halves of hashes and what is held for them, filled from
///   the left; what does not fit in one lies in the next. Two keys that agree in bucket and lower half would be taken
///   for one: about one chance in 2^32 a lookup.
struct FormTable {
  struct Bucket {
    var halves = SIMD8<UInt32>()
    var held = SIMD8<UInt32>()
  }

  private let buckets: Frozen<Bucket>
  private let shift: UInt64
  private let mask: Int

  /// `nil` where the section is no table: its size is a power of two, and a bucket has room.
  init?(_ image: LexiconImage, _ section: LexiconImage.Section) {
    guard let buckets = image.elements(section, as: Bucket.self), buckets.count > 1,
      buckets.count.nonzeroBitCount == 1
    else { return nil }
    self.buckets = buckets
    mask = buckets.count - 1
    shift = UInt64(64 - buckets.count.trailingZeroBitCount)
  }

  /// What is held for a key; 0 where it is not there.
  @inline(__always)
  func held(_ key: UInt64) -> UInt32 {
    var at = Int(truncatingIfNeeded: key &>> shift)
    let half = SIMD8(repeating: UInt32(truncatingIfNeeded: key))
    while true {
      let bucket = buckets[at]
      let held = bucket.held.replacing(with: 0, where: bucket.halves .!= half).wrappedSum()
      if held != 0 || bucket.held[7] == 0 { return held }
      at = (at + 1) & mask
    }
  }

  /// Has the machine fetch the bucket of a key while it does something else; gives a byte of it to be used somewhere.
  @inline(__always)
  func fetch(_ key: UInt64) -> UInt32 { buckets[Int(truncatingIfNeeded: key &>> shift)].halves[0] }

  /// The buckets of some keys and what is held for them, two of five places taken at most.
  static func buckets(_ entries: [(key: UInt64, held: UInt32)]) -> [Bucket] {
    var log = 1
    while 5 << log < entries.count { log += 1 }
    var buckets = Array(repeating: Bucket(), count: 1 << log)
    for (key, held) in entries where held != 0 {
      let half = UInt32(truncatingIfNeeded: key)
      var at = Int(truncatingIfNeeded: key >> UInt64(64 - log))
      while true {
        if let place = (0..<8).first(where: { buckets[at].held[$0] == 0 }) {
          buckets[at].halves[place] = half
          buckets[at].held[place] = held
          break
        }
        at = (at + 1) & (buckets.count - 1)
      }
    }
    return buckets
  }
}

/// A table of hashes that does not change any more; see ``HashTable``.
struct FrozenTable {
  private let slots: Frozen<UInt64>
  private let bits: Frozen<UInt64>
  private let shift: UInt64
  private let bitShift: UInt64
  private let mask: Int

  /// `nil` where the sections are no tables: their sizes are powers of two, and a slot is empty.
  init?(_ image: LexiconImage, _ slots: LexiconImage.Section, _ bits: LexiconImage.Section) {
    guard let slots = image.elements(slots, as: UInt64.self),
      let bits = image.elements(bits, as: UInt64.self), slots.count > 1, bits.count > 0,
      slots.count.nonzeroBitCount == 1, bits.count.nonzeroBitCount == 1
    else { return nil }
    self.slots = slots
    self.bits = bits
    mask = slots.count - 1
    shift = UInt64(64 - slots.count.trailingZeroBitCount)
    bitShift = UInt64(64 - bits.count.trailingZeroBitCount - 6)
  }

  @inline(__always)
  func mayHold(_ key: UInt64) -> Bool {
    let bit = key &>> bitShift
    return bits[Int(truncatingIfNeeded: bit &>> 6)] &>> (bit & 63) & 1 != 0
  }

  /// The index of a key, or -1.
  @inline(__always)
  func find(_ key: UInt64) -> Int32 {
    var slot = Int(truncatingIfNeeded: key &>> shift)
    let low = key & 0xFFFF_FFFF
    while true {
      let held = slots[slot]
      // An empty slot holds 0 of its own.
      if held == 0 || held >> 32 == low { return Int32(truncatingIfNeeded: held) &- 1 }
      slot = (slot + 1) & mask
    }
  }
}
