import Foundation
import FundingCore
import GRDB

/// Where a library's index lies in the user's cache folder.
struct IndexPaths {
  let cache: String
  /// What was read in each text: a SQLite file.
  let texts: String
  /// The state of the last load, see ``KeptState``.
  let state: String

  init(library: String, cache: String) {
    var hash = ContentHash()
    hash.add(library)
    let name = "\(cache)/\(String(hash.value, radix: 36))"
    self.cache = cache
    texts = name + ".sqlite"
    state = name + ".state"
  }
}

/// What was read in each text, kept between two starts in the user's cache folder.
///
/// - Shape: one SQLite file a library. `file` has a row for every text, with its size, time and content hash and what
///   was read in it; `reader` says by what: rows of other tables or another program are none.
/// - Errors: none reach the outside. An index that is damaged, of another program or cannot be written is no index;
///   all works, slower.
final class LibraryIndex: Sendable {
  /// What the index knows of a file.
  struct Entry: Sendable {
    var size: Int64
    var modified: Int64
    var hash: Int64

    init(size: Int64, modified: Int64, hash: Int64) {
      self.size = size
      self.modified = modified
      self.hash = hash
    }

    /// A file as it is now; a file that is not there has the hash of no bytes.
    init(_ file: SourceFile, _ bytes: [UInt8]? = nil) {
      let bytes = bytes ?? (try? FileSystem.read(file.path)) ?? []
      self.init(
        size: file.size, modified: file.modified,
        hash: Int64(bitPattern: ContentHash(bytes).value))
    }

    /// Size and time as they were; a file written in the second before the index was is compared by its content.
    func isUnchanged(_ file: SourceFile, since indexed: Int64) -> Bool {
      guard size == file.size else { return false }
      if modified == file.modified, file.modified < indexed - 1_000_000_000 { return true }
      guard file.size >= 0 else { return true }
      guard let bytes = try? FileSystem.read(file.path) else { return false }
      return Int64(bitPattern: ContentHash(bytes).value) == hash
    }
  }

  /// Marks the file as ours: "Ksht" as SQLite's application id.
  private static let applicationID: Int64 = 0x4B73_6874
  private static let schemaVersion: Int64 = 2

  private let database: DatabaseQueue
  private let path: String

  /// Opens or makes the index of a library.
  init?(_ paths: IndexPaths) {
    path = paths.texts
    guard (try? FileSystem.makeFolder(paths.cache)) != nil else { return nil }
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
      contents BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE reader (key INTEGER NOT NULL PRIMARY KEY) STRICT;
    """

  private static func remove(_ path: String) {
    for ending in ["", "-journal", "-wal", "-shm"] { unlink(path + ending) }
  }

  /// When the index was last written, in nanoseconds since 1970: files changed since then may have changed unseen.
  var modified: Int64 { SourceFile(name: "", path: path).modified }

  /// All texts that were read by what this key stands for.
  func entries(key: Int64) -> [String: Entry] {
    let rows = try? database.read { database in
      var entries: [String: Entry] = [:]
      guard try Int64.fetchOne(database, sql: "SELECT key FROM reader") == key else {
        return entries
      }
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

  /// A text as it was read now.
  struct Update: Sendable {
    var name: String
    var entry: Entry
    var contents: FileContents
  }

  /// Takes in texts that changed and forgets those that are gone: all of it or nothing. Texts that were read by what
  /// another key stands for are forgotten too.
  func save(updates: [Update], gone: [String], key: Int64) {
    try? database.write { database in
      if try Int64.fetchOne(database, sql: "SELECT key FROM reader") != key {
        try database.execute(sql: "DELETE FROM reader; DELETE FROM file")
        try database.execute(sql: "INSERT INTO reader (key) VALUES (?)", arguments: [key])
      }
      for name in gone {
        try database.execute(sql: "DELETE FROM file WHERE name = ?", arguments: [name])
      }
      let insert = try database.makeStatement(
        sql:
          "INSERT OR REPLACE INTO file (name, size, modified, hash, contents) VALUES (?, ?, ?, ?, ?)"
      )
      for update in updates {
        var writer = SnapshotWriter()
        update.contents.write(into: &writer)
        try insert.execute(arguments: [
          update.name, update.entry.size, update.entry.modified, update.entry.hash,
          Data(writer.bytes),
        ])
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
