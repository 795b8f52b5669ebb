/// A growing list of plain values that keeps its room: what an article's tokens, names and sums lie in.
///
/// A class property that is an array costs a check of exclusive access and a count of references at every read; the
/// rules read tokens millions of times a second, so this is a pointer with a length. Reading behind the end gives the
/// blank value the pool was made with, never a trap.
struct Pool<Element>: RandomAccessCollection {
  fileprivate struct Header {
    var base: UnsafeMutablePointer<Element>
    /// What is written behind the end goes here.
    let spare: UnsafeMutablePointer<Element>
    var count = 0
    var capacity: Int
  }

  fileprivate let header: UnsafeMutablePointer<Header>
  private let blank: Element

  /// `Element` must need no destruction.
  init(blank: Element, capacity: Int = 256) {
    self.blank = blank
    header = .allocate(capacity: 1)
    header.initialize(
      to: Header(
        base: .allocate(capacity: capacity), spare: .allocate(capacity: 1), capacity: capacity))
    header.pointee.spare.initialize(to: blank)
  }

  /// Gives the room back; the owner calls it once.
  func free() {
    header.pointee.base.deallocate()
    header.pointee.spare.deallocate()
    header.deallocate()
  }

  var startIndex: Int { 0 }
  @inline(__always)
  var endIndex: Int { header.pointee.count }
  @inline(__always)
  var count: Int { header.pointee.count }

  subscript(index: Int) -> Element {
    @inline(__always)
    get {
      UInt(bitPattern: index) < UInt(bitPattern: header.pointee.count)
        ? header.pointee.base[index] : blank
    }
    @inline(__always)
    nonmutating _modify {
      // One yield: with two the compiler takes room for each call from the heap.
      let isInside = UInt(bitPattern: index) < UInt(bitPattern: header.pointee.count)
      if !isInside { header.pointee.spare.pointee = blank }
      let place = isInside ? header.pointee.base + index : header.pointee.spare
      yield &place.pointee
    }
  }

  @inline(__always)
  func append(_ element: Element) {
    if header.pointee.count == header.pointee.capacity { grow() }
    (header.pointee.base + header.pointee.count).initialize(to: element)
    header.pointee.count += 1
  }

  /// The elements themselves, for loops over a range that is known to lie in the pool; not to be kept while it grows.
  @inline(__always)
  var base: UnsafeMutablePointer<Element> { header.pointee.base }

  func append(contentsOf elements: some Sequence<Element>) {
    for element in elements { append(element) }
  }

  private func grow() {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: header.pointee.capacity * 2)
    larger.update(from: header.pointee.base, count: header.pointee.count)
    header.pointee.base.deallocate()
    header.pointee.base = larger
    header.pointee.capacity *= 2
  }

  func removeAll() { header.pointee.count = 0 }

  func removeAll(where isGone: (Element) -> Bool) {
    var kept = 0
    for index in 0..<count where !isGone(header.pointee.base[index]) {
      header.pointee.base[kept] = header.pointee.base[index]
      kept += 1
    }
    header.pointee.count = kept
  }

  func sort(by isBefore: (Element, Element) -> Bool) {
    var all = UnsafeMutableBufferPointer(start: header.pointee.base, count: count)
    all.sort(by: isBefore)
  }
}

/// Some neighbours of a pool, read where they lie; not to be kept while the pool grows.
struct PoolRange<Element>: RandomAccessCollection {
  private let base: UnsafePointer<Element>
  let count: Int

  fileprivate init(base: UnsafePointer<Element>, count: Int) {
    self.base = base
    self.count = count
  }

  var startIndex: Int { 0 }
  @inline(__always)
  var endIndex: Int { count }
  @inline(__always)
  subscript(index: Int) -> Element {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "A range's index is in it.")
    return base[index]
  }
}

extension Pool {
  /// The elements of a range, cut to those there are.
  func elements(in range: Range<Int>) -> PoolRange<Element> {
    let start = Swift.min(Swift.max(0, range.lowerBound), count)
    let end = Swift.min(Swift.max(start, range.upperBound), count)
    return PoolRange(base: UnsafePointer(header.pointee.base) + start, count: end - start)
  }
}

/// A list that does not change any more and lies in memory of another's, read without checks of its owner.
struct Frozen<Element>: @unchecked Sendable {
  private let base: UnsafePointer<Element>
  let count: Int

  init(base: UnsafePointer<Element>, count: Int) {
    self.base = base
    self.count = count
  }

  /// Elements that last as long as the program.
  init(lasting elements: [Element]) {
    let room = UnsafeMutablePointer<Element>.allocate(capacity: Swift.max(1, elements.count))
    for (index, element) in elements.enumerated() { (room + index).initialize(to: element) }
    base = UnsafePointer(room)
    count = elements.count
  }

  @inline(__always)
  subscript(index: Int) -> Element {
    assert(index >= 0 && index < count)
    return base[index]
  }
}
