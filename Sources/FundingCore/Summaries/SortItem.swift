/// A row or project and the number it is sorted by; smaller comes first, equal ones by their own number.
struct SortItem {
  var key: Int64
  var index: UInt32

  @inline(__always)
  static func < (a: SortItem, b: SortItem) -> Bool {
    a.key != b.key ? a.key < b.key : a.index < b.index
  }
}

/// The first few of many items, kept while they stream by: no list of all of them is ever made.
///
/// - Shape: a heap with the last of the kept items on top, which the next better one replaces.
struct FirstItems {
  private let limit: Int
  private var heap: [SortItem] = []

  init(_ limit: Int) {
    self.limit = max(0, limit)
    heap.reserveCapacity(min(self.limit, 4_096))
  }

  @inline(__always)
  mutating func offer(_ item: SortItem) {
    if heap.count < limit {
      heap.append(item)
      rise(heap.count - 1)
    } else if limit > 0, item < heap[0] {
      heap[0] = item
      sink(0)
    }
  }

  /// The last of the kept items once there are as many as wanted: only better ones get in.
  var bar: SortItem? { heap.count == limit ? heap.first ?? SortItem(key: .min, index: 0) : nil }

  var sorted: [SortItem] { heap.sorted { $0 < $1 } }

  private mutating func rise(_ start: Int) {
    var at = start
    while at > 0, heap[(at - 1) / 2] < heap[at] {
      heap.swapAt(at, (at - 1) / 2)
      at = (at - 1) / 2
    }
  }

  private mutating func sink(_ start: Int) {
    var at = start
    while true {
      var last = at
      for child in [2 * at + 1, 2 * at + 2] where child < heap.count && heap[last] < heap[child] {
        last = child
      }
      if last == at { return }
      heap.swapAt(at, last)
      at = last
    }
  }
}

/// Brings a stretch of a long list into the place it would have if the list were sorted, and sorts it; the rest is left
/// as it falls.
///
/// - Cost: linear in the list on average, beside sorting the stretch.
/// - Source: C. A. R. Hoare, "Algorithm 65: Find", 1961, with the median of three.
func sortStretch(_ items: inout [SortItem], _ range: Range<Int>) {
  guard !range.isEmpty else { return }
  items.withUnsafeMutableBufferPointer { items in
    var low = 0
    var high = items.count
    place(range.lowerBound, in: items, &low, &high)
    var end = items.count
    var start = range.lowerBound
    place(range.upperBound, in: items, &start, &end)
    items[range].sort { $0 < $1 }
  }
}

/// Moves the items that belong before a position before it.
private func place(
  _ position: Int, in items: UnsafeMutableBufferPointer<SortItem>, _ low: inout Int,
  _ high: inout Int
) {
  guard position < high else { return }
  while high - low > 32 {
    let pivot = median(items[low], items[(low + high) / 2], items[high - 1])
    var left = low
    var right = high - 1
    while left <= right {
      while items[left] < pivot { left += 1 }
      while pivot < items[right] { right -= 1 }
      if left <= right {
        items.swapAt(left, right)
        left += 1
        right -= 1
      }
    }
    if position <= right {
      high = right + 1
    } else if position >= left {
      low = left
    } else {
      return
    }
  }
  items[low..<high].sort { $0 < $1 }
}

private func median(_ a: SortItem, _ b: SortItem, _ c: SortItem) -> SortItem {
  if a < b { return b < c ? b : a < c ? c : a }
  return a < c ? a : b < c ? c : b
}
