/// Some of a table's rows, one bit each.
///
/// - Shape: 64 rows a word, the first row in the lowest bit; bits beyond the last row are 0.
/// - Cost: 125 KB for a million rows; counting and combining take some ten microseconds.
public struct Selection: Hashable, Sendable {
  /// The rows of the table it was made from.
  public let rows: Int
  var words: [UInt64]

  /// No row, or all of them.
  public init(rows: Int, all: Bool = false) {
    self.rows = rows
    words = [UInt64](repeating: all ? ~0 : 0, count: (rows + 63) / 64)
    trim()
  }

  /// The rows listed; numbers outside the table are left out.
  public init(rows: Int, _ list: some Sequence<Int>) {
    self.init(rows: rows)
    for row in list { insert(row) }
  }

  /// How many rows are selected.
  public var count: Int {
    var sum = 0
    for word in words { sum &+= word.nonzeroBitCount }
    return sum
  }

  /// How many rows both have.
  func sharedCount(with other: Selection) -> Int {
    var sum = 0
    for index in 0..<Swift.min(words.count, other.words.count) {
      sum &+= (words[index] & other.words[index]).nonzeroBitCount
    }
    return sum
  }

  public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  public func contains(_ row: Int) -> Bool {
    row >= 0 && row < rows && words[row >> 6] >> UInt64(row & 63) & 1 == 1
  }

  public mutating func insert(_ row: Int) {
    guard row >= 0, row < rows else { return }
    words[row >> 6] |= 1 << UInt64(row & 63)
  }

  public mutating func remove(_ row: Int) {
    guard row >= 0, row < rows else { return }
    words[row >> 6] &= ~(1 << UInt64(row & 63))
  }

  /// Keeps the rows of both.
  public mutating func formIntersection(_ other: Selection) {
    for index in 0..<Swift.min(words.count, other.words.count) {
      words[index] &= other.words[index]
    }
    for index in Swift.min(words.count, other.words.count)..<words.count { words[index] = 0 }
  }

  /// Adds the other's rows.
  public mutating func formUnion(_ other: Selection) {
    for index in 0..<Swift.min(words.count, other.words.count) {
      words[index] |= other.words[index]
    }
    trim()
  }

  /// Takes the other's rows away.
  public mutating func subtract(_ other: Selection) {
    for index in 0..<Swift.min(words.count, other.words.count) {
      words[index] &= ~other.words[index]
    }
  }

  public func intersection(_ other: Selection) -> Selection {
    var result = self
    result.formIntersection(other)
    return result
  }

  public func subtracting(_ other: Selection) -> Selection {
    var result = self
    result.subtract(other)
    return result
  }

  /// The rows that are not selected.
  public var complement: Selection {
    var result = self
    for index in words.indices { result.words[index] = ~words[index] }
    result.trim()
    return result
  }

  /// Calls with every selected row, first to last: the fast way.
  @inline(__always)
  func visit(_ body: (Int) -> Void) { visit(words.indices, body) }

  /// The same for a stretch of the words.
  @inline(__always)
  func visit(_ range: Range<Int>, _ body: (Int) -> Void) {
    for index in range {
      var word = words[index]
      while word != 0 {
        body(index << 6 | word.trailingZeroBitCount)
        word &= word &- 1
      }
    }
  }

  /// The selected rows, first to last. Costs eight bytes a row: for short lists and tests.
  public var list: [Int] {
    var result: [Int] = []
    visit { result.append($0) }
    return result
  }

  mutating func trim() {
    if rows & 63 != 0, let last = words.indices.last { words[last] &= (1 << UInt64(rows & 63)) - 1 }
  }
}

extension Selection: Sequence {
  /// The selected rows, first to last.
  public struct Iterator: IteratorProtocol {
    private let words: [UInt64]
    private var index = 0
    private var word: UInt64

    init(_ words: [UInt64]) {
      self.words = words
      word = words.first ?? 0
    }

    public mutating func next() -> Int? {
      while word == 0 {
        index += 1
        guard index < words.count else { return nil }
        word = words[index]
      }
      defer { word &= word &- 1 }
      return index << 6 | word.trailingZeroBitCount
    }
  }

  public func makeIterator() -> Iterator { Iterator(words) }
  public var underestimatedCount: Int { 0 }
}
