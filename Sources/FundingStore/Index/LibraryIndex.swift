import Foundation
import FundingCore
import GRDB

/// What was read and reconciled, kept between two starts in the user's cache folder.
///
/// - Shape: one SQLite file a library. `file` has a row for every file read, with its size, time and content hash and,
///   for texts, what was read in it; `snapshot` has the tables and the ledger as bytes.
/// - Errors: none reach the outside. An index that is damaged, of another program or cannot be written is no index;
///   all works, slower.
final class LibraryIndex {
  /// What the index knows of a file.
  struct Entry {
    var size: Int64
    var modified: Int64
    var hash: Int64
  }

  /// Marks the file as ours: "Ksht" as SQLite's application id.
  private static let applicationID: Int64 = 0x4B73_6874
  private static let schemaVersion: Int64 = 1

  private let database: DatabaseQueue
  private let path: String

  /// Opens or makes the index of a library.
  init?(library: String, cache: String) {
    var hash = ContentHash()
    hash.add(library)
    path = "\(cache)/\(String(hash.value, radix: 36)).sqlite"
    guard (try? FileSystem.makeFolder(cache)) != nil else { return nil }
    if let opened = LibraryIndex.open(path) {
      database = opened
    } else {
      LibraryIndex.remove(path)
      guard let fresh = LibraryIndex.open(path) else { return nil }
      database = fresh
    }
  }

  private static func open(_ path: String) -> DatabaseQueue? {
    var configuration = Configuration()
    configuration.busyMode = .timeout(0.2)
    // The index can be made again at any time: a lost power supply may cost it, never a killed process.
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = OFF") }
    guard let queue = try? DatabaseQueue(path: path, configuration: configuration) else {
      return nil
    }
    let isUsable = try? queue.read { database in
      let id = try Int64.fetchOne(database, sql: "PRAGMA application_id")
      let version = try Int64.fetchOne(database, sql: "PRAGMA user_version")
      return id == applicationID && version == schemaVersion
    }
    if isUsable == true { return queue }
    let isMade: Void? = try? queue.write { database in
      let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
      guard tables == 0 else { throw DatabaseError(resultCode: .SQLITE_NOTADB) }
      try database.execute(sql: schema)
    }
    return isMade == nil ? nil : queue
  }

  private static let schema = """
    PRAGMA application_id = \(applicationID);
    PRAGMA user_version = \(schemaVersion);
    CREATE TABLE file (
      name TEXT NOT NULL PRIMARY KEY,
      size INTEGER NOT NULL,
      modified INTEGER NOT NULL,
      hash INTEGER NOT NULL,
      contents BLOB
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE snapshot (name TEXT NOT NULL PRIMARY KEY, key INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT;
    """

  private static func remove(_ path: String) {
    for ending in ["", "-journal", "-wal", "-shm"] { unlink(path + ending) }
  }

  /// When the index was last written, in nanoseconds since 1970: files changed since then may have changed unseen.
  var modified: Int64 { SourceFile(name: "", path: path).modified }

  /// All files the index knows.
  func entries() -> [String: Entry] {
    let rows = try? database.read { database in
      var entries: [String: Entry] = [:]
      let cursor = try Row.fetchCursor(database, sql: "SELECT name, size, modified, hash FROM file")
      while let row = try cursor.next() {
        entries[row[0]] = Entry(size: row[1], modified: row[2], hash: row[3])
      }
      return entries
    }
    return rows ?? [:]
  }

  /// What was read in a file; `nil` where the index does not have it or it is damaged.
  func contents(of file: String) -> FileContents? {
    let bytes = try? database.read { database in
      try Data.fetchOne(
        database, sql: "SELECT contents FROM file WHERE name = ?", arguments: [file])
    }
    guard let bytes = bytes ?? nil else { return nil }
    var reader = SnapshotReader(Array(bytes))
    return try? FileContents(from: &reader)
  }

  /// A snapshot that was made for this key.
  func snapshot(_ name: String, key: Int64) -> [UInt8]? {
    let bytes = try? database.read { database in
      try Data.fetchOne(
        database, sql: "SELECT bytes FROM snapshot WHERE name = ? AND key = ?",
        arguments: [name, key])
    }
    return (bytes ?? nil).map { Array($0) }
  }

  /// A file as it was read now, with what it held where it is a text.
  struct Update {
    var file: SourceFile
    var hash: Int64
    var contents: FileContents?
  }

  /// Takes in files that changed, forgets those that are gone, and keeps new snapshots: all of it or nothing.
  func save(
    updates: [Update], gone: [String], snapshots: [(name: String, key: Int64, bytes: [UInt8])]
  ) {
    try? database.write { database in
      for name in gone {
        try database.execute(sql: "DELETE FROM file WHERE name = ?", arguments: [name])
      }
      for update in updates {
        var writer = SnapshotWriter()
        update.contents?.write(into: &writer)
        try database.execute(
          sql:
            "INSERT OR REPLACE INTO file (name, size, modified, hash, contents) VALUES (?, ?, ?, ?, ?)",
          arguments: [
            update.file.name, update.file.size, update.file.modified, update.hash,
            update.contents == nil ? nil : Data(writer.bytes),
          ])
      }
      for snapshot in snapshots {
        try database.execute(
          sql: "INSERT OR REPLACE INTO snapshot (name, key, bytes) VALUES (?, ?, ?)",
          arguments: [snapshot.name, snapshot.key, Data(snapshot.bytes)])
      }
    }
  }
}

extension FileContents: Snapshotable {
  func write(into snapshot: inout SnapshotWriter) {
    readings.write(into: &snapshot)
    lines.write(into: &snapshot)
    findings.write(into: &snapshot)
  }

  init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    readings = try [ArticleReading](from: &snapshot)
    lines = try [Int](from: &snapshot)
    findings = try [Finding](from: &snapshot)
    guard readings.count == lines.count else { throw SnapshotError() }
  }
}
