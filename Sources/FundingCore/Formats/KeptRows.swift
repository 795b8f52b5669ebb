import Synchronization

/// Rows of a table: all there, or kept as bytes of which each becomes a row when somebody looks at it.
///
/// - Shape: counted from 0. Rows out of a damaged snapshot are none.
struct LazyRows<Row: Snapshotable & Sendable>: Sendable {
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
}

extension LazyRows: Snapshotable {
  func write(into snapshot: inout SnapshotWriter) {
    var content = SnapshotWriter()
    var starts: [UInt32] = []
    for row in all {
      starts.append(UInt32(truncatingIfNeeded: content.bytes.count))
      row.write(into: &content)
    }
    snapshot.numbers(starts)
    snapshot.raw(content.bytes)
  }

  init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    let starts = try snapshot.numbers(UInt32.self)
    storage = .kept(KeptRows(starts: starts, bytes: try snapshot.part()))
  }
}

/// Rows as bytes, and those of them that were looked at.
private final class KeptRows<Row: Snapshotable & Sendable>: Sendable {
  let starts: [UInt32]
  private let bytes: SnapshotReader
  private let made = Mutex<[Int: Row]>([:])
  private let whole = Mutex<[Row]?>(nil)

  init(starts: [UInt32], bytes: SnapshotReader) {
    self.starts = starts
    self.bytes = bytes
  }

  subscript(index: Int) -> Row? {
    guard starts.indices.contains(index) else { return nil }
    return made.withLock { rows in
      if let known = rows[index] { return known }
      let row = read(index)
      rows[index] = row
      return row
    }
  }

  var all: [Row] {
    whole.withLock { kept in
      if let kept { return kept }
      let rows = starts.indices.compactMap { read($0) }
      let result = rows.count == starts.count ? rows : []
      kept = result
      return result
    }
  }

  private func read(_ index: Int) -> Row? {
    var reader = bytes
    reader.skip(Int(starts[index]))
    return try? Row(from: &reader)
  }
}
