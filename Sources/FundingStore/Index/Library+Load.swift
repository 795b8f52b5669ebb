import FundingCore

/// A library read and reconciled: what the commands and the dashboard work on.
public struct LoadedState: Sendable {
  public var tables: Tables
  public var ledger: Ledger
  /// Faults of the files; the ledger has its own.
  public var findings: [Finding]
  /// The file an article came from, below the library.
  public var files: [Article.ID: Finding.Location]
  /// Texts that were read anew, and whether the ledger was reconciled anew: what the index saved the start from.
  public var textsRead: Int
  public var isReconciled: Bool
}

extension Library {
  /// Where and how a load keeps what it did.
  public struct IndexOptions: Sendable {
    /// A folder that may be deleted at any time; `nil` for no index.
    public var cache: String?
    /// What reads and reconciles: an index made by another version is not believed.
    public var version: String

    public init(cache: String?, version: String) {
      self.cache = cache
      self.version = version
    }
  }

  /// Loads the library, taking from the index what has not changed since.
  ///
  /// - Parameter home: chooses the home place from the tables and the name that `library.yaml` gives.
  /// - Errors: ``StoreError`` where a folder cannot be listed, or `home` throws. A bad index is never an error.
  public func load(
    _ options: IndexOptions, home: (Tables, String?) throws(StoreError) -> Place.ID
  ) throws(StoreError) -> LoadedState {
    let sources = try sources()
    let index = options.cache.flatMap { LibraryIndex(library: path, cache: $0) }
    var check = IndexCheck(index: index, sources: sources, version: options.version)
    if let state = try check.unchangedState(home: home, settings: homeSetting()) { return state }

    let (tables, tableFindings) = check.known ?? self.tables()
    var reader = FileReader(library: self, tables: tables)
    let files = sources.texts.map { file in
      (name: file.name, contents: check.contents(of: file) { reader.contents(of: file.name, $0) })
    }
    let contents = assembled(tables: tables, tableFindings: tableFindings, files: files)
    let place = try home(tables, contents.home)
    let decisions = DecisionLog(library: self).decisions()
    let ledger = Ledger.reconcile(
      contents.readings, tables: tables, home: place, decisions: decisions.decisions)
    let state = LoadedState(
      tables: tables, ledger: ledger, findings: contents.findings + decisions.findings,
      files: contents.files,
      textsRead: check.textsRead, isReconciled: true)
    check.save(state, tableFindings: tableFindings)
    return state
  }
}

/// Compares what the index knows with what the folder has now.
private struct IndexCheck {
  let index: LibraryIndex?
  let sources: (tables: [SourceFile], texts: [SourceFile], others: [SourceFile])
  let entries: [String: LibraryIndex.Entry]
  let tablesKey: Int64
  private let version: String
  private let indexModified: Int64
  private var updates: [LibraryIndex.Update] = []
  private(set) var textsRead = 0
  /// The tables of the last time; `nil` where a table file has changed.
  private(set) var known: (tables: Tables, findings: [Finding])?

  init(
    index: LibraryIndex?,
    sources: (tables: [SourceFile], texts: [SourceFile], others: [SourceFile]), version: String
  ) {
    self.index = index
    self.sources = sources
    self.version = version
    entries = index?.entries() ?? [:]
    indexModified = index?.modified ?? 0
    var key = ContentHash()
    key.add(version)
    tablesKey = Int64(bitPattern: key.value)
    if index != nil, sources.tables.allSatisfy({ isUnchanged($0) }) { known = storedTables() }
  }

  /// Size and time as they were; a file written in the second before the index was is compared by its content.
  private func isUnchanged(_ file: SourceFile) -> Bool {
    guard let entry = entries[file.name], entry.size == file.size else { return false }
    if entry.modified == file.modified, file.modified < indexModified - 1_000_000_000 {
      return true
    }
    guard file.size >= 0 else { return true }
    guard let bytes = try? FileSystem.read(file.path) else { return false }
    return IndexCheck.hash(bytes) == entry.hash
  }

  private static func hash(_ bytes: [UInt8]) -> Int64 {
    Int64(bitPattern: ContentHash(bytes).value)
  }

  /// The state of the last time, where nothing has changed since.
  func unchangedState(
    home: (Tables, String?) throws(StoreError) -> Place.ID,
    settings: (home: String?, findings: [Finding])
  ) throws(StoreError) -> LoadedState? {
    guard let index, let known else { return nil }
    let everything = sources.texts + sources.others
    guard everything.count + sources.tables.count == entries.count,
      everything.allSatisfy({ isUnchanged($0) })
    else {
      return nil
    }
    let place = try home(known.tables, settings.home)
    guard let bytes = index.snapshot("ledger", key: ledgerKey(home: place)) else { return nil }
    var reader = SnapshotReader(bytes)
    guard let ledger = try? Ledger(from: &reader), let findings = try? [Finding](from: &reader),
      let ids = try? [String](from: &reader), let names = try? [String](from: &reader),
      let lines = try? [Int](from: &reader), ids.count == names.count, ids.count == lines.count,
      reader.isAtEnd
    else { return nil }
    let files = zip(ids, zip(names, lines)).map { id, place in
      (Article.ID(id), Finding.Location(file: place.0, line: place.1 > 0 ? place.1 : nil))
    }
    return LoadedState(
      tables: known.tables, ledger: ledger, findings: findings,
      files: Dictionary(files, uniquingKeysWith: { first, _ in first }), textsRead: 0,
      isReconciled: false)
  }

  private func storedTables() -> (tables: Tables, findings: [Finding])? {
    guard let bytes = index?.snapshot("tables", key: tablesKey) else { return nil }
    var reader = SnapshotReader(bytes)
    guard let tables = try? Tables(from: &reader), let findings = try? [Finding](from: &reader)
    else { return nil }
    return (tables, findings)
  }

  /// What a text holds: from the index where neither it nor what reads it has changed, else read anew.
  mutating func contents(of file: SourceFile, read: ([UInt8]) -> FileContents) -> FileContents {
    if known != nil, isUnchanged(file), let stored = index?.contents(of: file.name) {
      return stored
    }
    textsRead += 1
    let bytes: [UInt8]
    do throws(StoreError) {
      bytes = try FileSystem.read(file.path)
    } catch {
      return .unreadable(file.name, error)
    }
    let contents = read(bytes)
    updates.append(
      LibraryIndex.Update(file: file, hash: IndexCheck.hash(bytes), contents: contents))
    return contents
  }

  private func ledgerKey(home: Place.ID) -> Int64 {
    var key = ContentHash()
    key.add(version)
    key.add(home.rawValue)
    return Int64(bitPattern: key.value)
  }

  /// Keeps the state for the next time.
  mutating func save(_ state: LoadedState, tableFindings: [Finding]) {
    guard let index else { return }
    var snapshots: [(name: String, key: Int64, bytes: [UInt8])] = []
    if known == nil {
      var writer = SnapshotWriter()
      state.tables.write(into: &writer)
      tableFindings.write(into: &writer)
      snapshots.append(("tables", tablesKey, writer.bytes))
    }
    var writer = SnapshotWriter()
    state.ledger.write(into: &writer)
    state.findings.write(into: &writer)
    let files = state.files.sorted { $0.key < $1.key }
    files.map(\.key.rawValue).write(into: &writer)
    files.map(\.value.file).write(into: &writer)
    files.map { $0.value.line ?? 0 }.write(into: &writer)
    snapshots.append(("ledger", ledgerKey(home: state.ledger.home), writer.bytes))
    for file in sources.tables + sources.others {
      let bytes = (try? FileSystem.read(file.path)) ?? []
      updates.append(LibraryIndex.Update(file: file, hash: IndexCheck.hash(bytes), contents: nil))
    }
    let present = Set((sources.tables + sources.texts + sources.others).map(\.name))
    index.save(
      updates: updates, gone: entries.keys.filter { !present.contains($0) }.sorted(),
      snapshots: snapshots)
  }
}
