import FundingCore

/// The state of the last load as one file beside the index, read in one go: which files it was made from, the tables,
/// the columns and the ledger. What a start does not look at stays bytes.
///
/// - Shape: eight letters, a checksum of what follows, then snapshots. A file that is damaged, or was written by another
///   version of the program, is none.
struct KeptState {
  /// Every file it was made from, in the order of ``Library/sources()``.
  let files: [(name: String, entry: LibraryIndex.Entry)]
  let tables: Tables
  let tableFindings: Later<[Finding]>
  let home: Place.ID
  private let columns: SnapshotReader
  private let ledger: SnapshotReader
  private let rest: SnapshotReader
  /// When it was written, in nanoseconds since 1970.
  private let modified: Int64

  private static let letters = Array("KshtSt01".utf8)
  private static let headLength = 16

  /// The state kept at a path by this version; `nil` where there is none to believe.
  init?(path: String, version: String) {
    let written = SourceFile(name: "", path: path)
    guard written.size > 0, let bytes = try? FileSystem.read(path),
      bytes.count > KeptState.headLength, bytes.starts(with: KeptState.letters),
      KeptState.checksum(bytes) == bytes[8..<16].reduce(0, { $0 << 8 | UInt64($1) })
    else { return nil }
    modified = written.modified
    var reader = SnapshotReader(bytes)
    reader.skip(KeptState.headLength)
    guard (try? String(from: &reader)) == version, let files = try? KeptState.files(&reader),
      let home = try? String(from: &reader), var tables = try? reader.part(),
      let findings = try? reader.part(), let columns = try? reader.part(),
      let ledger = try? reader.part(), let rest = try? reader.part(), reader.isAtEnd,
      let kept = try? Tables(from: &tables)
    else { return nil }
    self.files = files
    self.home = Place.ID(home)
    self.tables = kept
    tableFindings = Later { KeptState.list(findings) }
    self.columns = columns
    self.ledger = ledger
    self.rest = rest
  }

  /// Size and time as they were; a file written in the second before the state was is compared by its content.
  func isUnchanged(_ file: SourceFile, _ entry: LibraryIndex.Entry) -> Bool {
    entry.isUnchanged(file, since: modified)
  }

  /// The whole state, for a home.
  func state(home: Place.ID) -> LoadedState? {
    var columns = columns
    guard home == self.home,
      let table = try? FundingTable(from: &columns, tables: tables, home: home)
    else { return nil }
    let (ledger, rest) = (ledger, rest)
    return LoadedState(
      tables: tables, table: table,
      kept: Later {
        var reader = ledger
        return (try? Ledger(from: &reader)) ?? Ledger(home: home)
      },
      rest: Later { KeptState.rest(rest) }, textsRead: 0, isReconciled: false)
  }

  private static func list(_ part: SnapshotReader) -> [Finding] {
    var part = part
    return (try? [Finding](from: &part)) ?? []
  }

  private static func rest(_ part: SnapshotReader) -> LoadedState.Rest {
    var reader = part
    guard let findings = try? [Finding](from: &reader), let ids = try? [String](from: &reader),
      let names = try? [String](from: &reader), let lines = try? reader.numbers(Int.self),
      ids.count == names.count, ids.count == lines.count
    else { return LoadedState.Rest(findings: [], files: [:]) }
    let files = zip(ids, zip(names, lines)).map { id, place in
      (Article.ID(id), Finding.Location(file: place.0, line: place.1 > 0 ? place.1 : nil))
    }
    return LoadedState.Rest(
      findings: findings, files: Dictionary(files, uniquingKeysWith: { first, _ in first }))
  }

  private static func files(
    _ reader: inout SnapshotReader
  ) throws(SnapshotError) -> [(name: String, entry: LibraryIndex.Entry)] {
    let names = try [String](from: &reader)
    let sizes = try reader.numbers(Int64.self)
    let times = try reader.numbers(Int64.self)
    let hashes = try reader.numbers(Int64.self)
    guard sizes.count == names.count, times.count == names.count, hashes.count == names.count else {
      throw SnapshotError()
    }
    return names.indices.map { at in
      (names[at], LibraryIndex.Entry(size: sizes[at], modified: times[at], hash: hashes[at]))
    }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt64 {
    bytes.withUnsafeBytes { bytes in
      // Four sums beside each other, so that none waits for the one before.
      var sums = (UInt64(bytes.count), UInt64(1), UInt64(2), UInt64(3))
      var at = headLength
      func step(_ sum: UInt64, _ offset: Int) -> UInt64 {
        let word = bytes.loadUnaligned(fromByteOffset: at + offset, as: UInt64.self)
        let mixed = (sum ^ word) &* 0x9E37_79B9_7F4A_7C15
        return mixed ^ mixed >> 29
      }
      while at + 32 <= bytes.count {
        sums = (step(sums.0, 0), step(sums.1, 8), step(sums.2, 16), step(sums.3, 24))
        at += 32
      }
      var hash = ContentHash(UnsafeRawBufferPointer(rebasing: bytes[at...]))
      for sum in [sums.0, sums.1, sums.2, sums.3] {
        withUnsafeBytes(of: sum) { hash.add($0) }
      }
      return hash.value
    }
  }
}

extension KeptState {
  /// Keeps a state for the next time; a folder that cannot be written to keeps none.
  static func keep(
    _ state: LoadedState, tableFindings: [Finding],
    files: [(name: String, entry: LibraryIndex.Entry)], version: String, at path: String
  ) {
    var writer = SnapshotWriter()
    for letter in letters + [UInt8](repeating: 0, count: 8) { writer.byte(letter) }
    version.write(into: &writer)
    files.map(\.name).write(into: &writer)
    writer.numbers(files.map(\.entry.size))
    writer.numbers(files.map(\.entry.modified))
    writer.numbers(files.map(\.entry.hash))
    state.ledger.home.rawValue.write(into: &writer)
    writer.part { state.tables.write(into: &$0) }
    writer.part { tableFindings.write(into: &$0) }
    writer.part { state.table.write(into: &$0) }
    writer.part { state.ledger.write(into: &$0) }
    writer.part { part in
      state.findings.write(into: &part)
      let places = state.files.sorted { $0.key < $1.key }
      places.map(\.key.rawValue).write(into: &part)
      places.map(\.value.file).write(into: &part)
      part.numbers(places.map { $0.value.line ?? 0 })
    }
    var bytes = writer.bytes
    let sum = checksum(bytes)
    for at in 0..<8 { bytes[8 + at] = UInt8(truncatingIfNeeded: sum >> UInt64(56 - 8 * at)) }
    // It can be made again at any time: nothing waits for the disk.
    try? FileSystem.replace(path, with: bytes, isFlushed: false)
  }
}

extension SnapshotWriter {
  /// Writes something with its length before it, so that it can be passed over.
  fileprivate mutating func part(_ body: (inout SnapshotWriter) -> Void) {
    var inner = SnapshotWriter()
    body(&inner)
    raw(inner.bytes)
  }
}
