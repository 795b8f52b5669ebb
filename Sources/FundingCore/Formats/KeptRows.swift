import Synchronization

/// Rows of a table: all there, or kept as bytes of which each becomes a row when somebody looks at it.
///
/// - Shape: counted from 0. Rows out of a damaged snapshot are none. The rows' own way of being read stands in a
///   closure, because the runtime takes a third of a millisecond to find a conformance when it first needs it.
struct LazyRows<Row: Sendable>: Sendable {
  private enum Storage: Sendable {
    case made([Row])
    case kept(KeptRows<Row>)
  }
  private let storage: Storage

  init(_ rows: [Row]) { storage = .made(rows) }

  var count: Int {
    switch storage {
    case .made(let rows): rows.count
    case .kept(let rows): rows.starts.count
    }
  }

  subscript(index: Int) -> Row? {
    switch storage {
    case .made(let rows): rows.indices.contains(index) ? rows[index] : nil
    case .kept(let rows): rows[index]
    }
  }

  /// Every row.
  var all: [Row] {
    switch storage {
    case .made(let rows): rows
    case .kept(let rows): rows.all
    }
  }

  func write(
    into snapshot: inout SnapshotWriter, _ write: (Row, inout SnapshotWriter) -> Void
  ) {
    var content = SnapshotWriter()
    var starts: [UInt32] = []
    for row in all {
      starts.append(UInt32(truncatingIfNeeded: content.bytes.count))
      write(row, &content)
    }
    snapshot.numbers(starts)
    snapshot.raw(content.bytes)
  }

  init(
    from snapshot: inout SnapshotReader, _ read: @escaping @Sendable (inout SnapshotReader) -> Row?
  ) throws(SnapshotError) {
    let starts = try snapshot.numbers(UInt32.self)
    storage = .kept(KeptRows(starts: starts, bytes: try snapshot.part(), read: read))
  }
}

/// Rows as bytes, and those of them that were looked at.
private final class KeptRows<Row: Sendable>: Sendable {
  let starts: [UInt32]
  private let bytes: SnapshotReader
  private let read: @Sendable (inout SnapshotReader) -> Row?
  private let made: Mutex<[Row?]>
  private let whole = Mutex<[Row]?>(nil)

  init(
    starts: [UInt32], bytes: SnapshotReader,
    read: @escaping @Sendable (inout SnapshotReader) -> Row?
  ) {
    self.starts = starts
    self.bytes = bytes
    self.read = read
    made = Mutex([Row?](repeating: nil, count: starts.count))
  }

  subscript(index: Int) -> Row? {
    guard starts.indices.contains(index) else { return nil }
    return made.withLock { rows in
      if let known = rows[index] { return known }
      let row = row(at: index)
      rows[index] = row
      return row
    }
  }

  var all: [Row] {
    whole.withLock { kept in
      if let kept { return kept }
      let rows = starts.indices.compactMap { row(at: $0) }
      let result = rows.count == starts.count ? rows : []
      kept = result
      return result
    }
  }

  private func row(at index: Int) -> Row? {
    var reader = bytes
    reader.skip(Int(starts[index]))
    return read(&reader)
  }
}
