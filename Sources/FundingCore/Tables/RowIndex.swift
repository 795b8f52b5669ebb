/// Which row has a key: the keys sorted by their bytes, each with its row; of equal keys the first row counts.
///
/// - Cost: a look-up is a binary search; nothing but numbers and bytes, so that it is kept and read in one go.
struct RowIndex: Sendable {
  private var bytes: [UInt8] = []
  private var starts: [UInt32] = [0]
  private var rows: [UInt32] = []

  init(_ keys: [String]) {
    // Most keys differ in their first eight bytes, which are one number.
    let heads = keys.map { key in
      var (head, left): (UInt64, UInt64) = (0, 8)
      for byte in key.utf8.prefix(8) {
        head = head << 8 | UInt64(byte)
        left -= 1
      }
      return head << (8 * left)
    }
    let order = keys.indices.sorted { a, b in
      if heads[a] != heads[b] { return heads[a] < heads[b] }
      let (left, right) = (keys[a].utf8, keys[b].utf8)
      if left.lexicographicallyPrecedes(right) { return true }
      return a < b && !right.lexicographicallyPrecedes(left)
    }
    for row in order {
      bytes.append(contentsOf: keys[row].utf8)
      starts.append(UInt32(truncatingIfNeeded: bytes.count))
      rows.append(UInt32(truncatingIfNeeded: row))
    }
  }

  /// The first row with this key.
  subscript(key: String) -> Int? {
    var key = key
    return key.withUTF8 { wanted in
      bytes.withUnsafeBufferPointer { bytes in
        let at = (0..<rows.count).first(notBefore: { precedes($0, wanted, bytes) })
        guard at < rows.count, length(at) == wanted.count,
          zip(wanted, bytes[Int(starts[at])...]).allSatisfy({ $0 == $1 })
        else { return nil }
        return Int(rows[at])
      }
    }
  }

  /// Whether every key leads to one of so many rows.
  func fits(_ count: Int) -> Bool { rows.allSatisfy { Int($0) < count } }

  private func length(_ at: Int) -> Int { Int(starts[at + 1]) - Int(starts[at]) }

  private func precedes(
    _ at: Int, _ wanted: UnsafeBufferPointer<UInt8>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let start = Int(starts[at])
    let length = length(at)
    for index in 0..<min(length, wanted.count) where bytes[start + index] != wanted[index] {
      return bytes[start + index] < wanted[index]
    }
    return length < wanted.count
  }
}

extension RowIndex: Snapshotable {
  func write(into snapshot: inout SnapshotWriter) {
    snapshot.numbers(bytes)
    snapshot.numbers(starts)
    snapshot.numbers(rows)
  }

  init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    bytes = try snapshot.numbers(UInt8.self)
    starts = try snapshot.numbers(UInt32.self)
    rows = try snapshot.numbers(UInt32.self)
    guard starts.count == rows.count + 1, starts.first == 0, starts.isAscending(upTo: bytes.count)
    else {
      throw SnapshotError()
    }
  }
}

extension Array where Element: FixedWidthInteger {
  /// Whether these can be the ends of stretches of so many things: none before the last, none beyond the end.
  func isAscending(upTo limit: Int) -> Bool {
    (last ?? 0) <= limit && zip(self, dropFirst()).allSatisfy { $0 <= $1 }
  }
}
