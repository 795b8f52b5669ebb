/// Lists of neighbouring numbers in two bytes each: where a list's numbers begin, seen from those of the lists around it,
/// and how many follow each other.
///
/// - Shape: beside the ``Lists`` it was made from, which it asks for those few that are not like this.
/// - Cost: a quarter of the memory to pass, and that is what looking through a million lists waits for.
struct NearLists: Sendable {
  /// For every 64 lists: a number all theirs are seen from, a multiple of 64, and how many words of bits they fill.
  private var bases: [UInt32] = []
  private var spans: [UInt8] = []
  private var offsets: [UInt8] = []
  private var counts: [UInt8] = []
  private let lists: Lists

  /// A list to look up.
  private static let other = UInt8.max
  /// Words of bits that one byte of an offset reaches, and what the longest list adds.
  private static let most = 5

  init(_ lists: Lists) {
    self.lists = lists
    offsets.reserveCapacity(lists.count)
    counts.reserveCapacity(lists.count)
    for start in stride(from: 0, to: lists.count, by: 64) {
      let some = start..<min(start + 64, lists.count)
      let first = lists.values[Int(lists.starts[start])..<Int(lists.starts[some.upperBound])].first
      let base = (first ?? 0) & ~63
      var span = 1
      for list in some {
        let values = lists[list]
        let (from, count) = NearLists.run(values, from: base)
        offsets.append(from)
        counts.append(count)
        if count > 0, count != NearLists.other {
          span = max(span, (Int(from) + Int(count) - 1) / 64 + 1)
        }
      }
      bases.append(base)
      spans.append(UInt8(span))
    }
  }

  /// The offset and length of a list whose numbers follow each other near the base.
  private static func run(_ values: ArraySlice<UInt32>, from base: UInt32) -> (UInt8, UInt8) {
    guard let first = values.first else { return (0, 0) }
    guard first >= base, let offset = UInt8(exactly: first - base), values.count <= 64 else {
      return (0, other)
    }
    let follows = zip(values, values.dropFirst()).allSatisfy { $1 == $0 + 1 }
    return follows ? (offset, UInt8(values.count)) : (0, other)
  }

  /// The values that stand in any of the selected lists.
  func union(of selection: Selection, below limit: Int) -> Selection {
    guard limit > 0, lists.count > 0 else { return Selection(rows: limit) }
    return Beside.union(of: selection) { union(of: selection, $0, below: limit) }
  }

  /// The same for a stretch of the selection's words.
  private func union(of selection: Selection, _ range: Range<Int>, below limit: Int) -> Selection {
    var result = Selection(rows: limit)
    result.words.withUnsafeMutableBufferPointer { words in
      withUnsafeTemporaryAllocation(byteCount: NearLists.most * 64, alignment: 8) { marks in
        marks.initializeMemory(as: UInt8.self, repeating: 0)
        offsets.withUnsafeBufferPointer { offsets in
          counts.withUnsafeBufferPointer { counts in
            for index in range where selection.words[index] != 0 {
              var left = selection.words[index]
              while left != 0 {
                let list = index << 6 | left.trailingZeroBitCount
                left &= left &- 1
                let offset = Int(offsets[list])
                let count = counts[list]
                if count == 1 {
                  marks[offset] = 1
                } else if count != NearLists.other {
                  for at in offset..<offset &+ Int(count) { marks[at] = 1 }
                } else {
                  for value in lists[list] { words[Int(value >> 6)] |= 1 << UInt64(value & 63) }
                }
              }
              gather(marks, into: words, at: Int(bases[index] >> 6), Int(spans[index]))
            }
          }
        }
      }
    }
    return result
  }

  /// Moves marks, each 0 or 1, into bits; the product gathers one bit of each of eight bytes. Two bits of one number
  /// would have to be set one after the other, two bytes need not.
  @inline(__always)
  private func gather(
    _ marks: UnsafeMutableRawBufferPointer, into words: UnsafeMutableBufferPointer<UInt64>,
    at first: Int, _ span: Int
  ) {
    for word in 0..<min(span, words.count - first) {
      var bits: UInt64 = 0
      var group = 0
      while group < 64 {
        let place = word &<< 6 &+ group
        let eight = UInt64(littleEndian: marks.load(fromByteOffset: place, as: UInt64.self))
        let packed = (eight &* 0x0102_0408_1020_4080) &>> 56
        bits |= packed &<< UInt64(truncatingIfNeeded: group)
        marks.storeBytes(of: 0, toByteOffset: place, as: UInt64.self)
        group &+= 8
      }
      words[first + word] |= bits
    }
  }
}
