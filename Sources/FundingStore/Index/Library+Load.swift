import FundingCore

extension Library {
  /// Where and how a load keeps what it did.
  public struct IndexOptions: Sendable {
    /// A folder that may be deleted at any time; `nil` for no index.
    public var cache: String?
    /// What reads and reconciles: an index made by another version is not believed.
    public var version: String
    /// Keeping the state is left to ``LoadedState/keep()``.
    public var keepsLater: Bool

    public init(cache: String?, version: String, keepsLater: Bool = false) {
      self.cache = cache
      self.version = version
      self.keepsLater = keepsLater
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
    let paths = options.cache.map { IndexPaths(library: path, cache: $0) }
    let kept = paths.flatMap { KeptState(path: $0.state, version: options.version) }
    if let kept, kept.isWhole(sources.all) {
      let place = try home(kept.tables, homeSetting().home)
      if let state = kept.state(home: place) { return state }
    }
    let known = kept.flatMap { $0.isUnchanged(sources.tables) ? $0 : nil }
    let (tables, tableFindings) =
      known.map { ($0.tables.unfolded, $0.tableFindings.value) } ?? self.tables()
    let load = LibraryLoad(
      sources: sources, paths: paths, version: options.version, known: known)
    let files = load.contents(FileReader(library: self, tables: tables))
    let contents = assembled(
      tables: tables, tableFindings: tableFindings, files: files.map { ($0.name, $0.contents) })
    let place = try home(tables, contents.home)
    let decisions = DecisionLog(library: self).decisions()
    let ledger = Ledger.reconcile(
      contents.readings, tables: tables, home: place, decisions: decisions.decisions)
    let rest = LoadedState.Rest(
      findings: contents.findings + decisions.findings, files: contents.files)
    let state = LoadedState(
      tables: tables, table: FundingTable(ledger, tables: tables), kept: Later(ledger),
      rest: Later(rest), textsRead: files.count { $0.update != nil }, isReconciled: true
    ).saving { state in
      guard let paths else { return }
      let entries = load.save(files.compactMap(\.update))
      KeptState.keep(
        state, tableFindings: tableFindings, files: entries, version: options.version,
        at: paths.state)
    }
    if !options.keepsLater { state.keep() }
    return state
  }
}

extension KeptState {
  /// Whether it was made from these very files, as they are now.
  fileprivate func isWhole(_ sources: [SourceFile]) -> Bool {
    sources.count == files.count
      && zip(sources, files).allSatisfy { $0.name == $1.name && isUnchanged($0, $1.entry) }
  }

  /// Whether these files were there and are as they were.
  fileprivate func isUnchanged(_ sources: [SourceFile]) -> Bool {
    sources.allSatisfy { file in
      files.first { $0.name == file.name }.map { isUnchanged(file, $0.entry) } ?? false
    }
  }
}

/// A load that has something to read: what the index has of the texts, and what is to be kept of them.
private struct LibraryLoad: Sendable {
  /// A text with what it holds; `update` where it was read now.
  struct Text: Sendable {
    var name: String
    var contents: FileContents
    var update: LibraryIndex.Update?
  }

  private let sources: Sources
  private let index: Later<LibraryIndex?>
  /// What the texts in the index were read with.
  private let key: Int64
  private let entries: [String: LibraryIndex.Entry]
  private let tableEntries: [String: LibraryIndex.Entry]
  private let modified: Int64

  init(
    sources: Sources, paths: IndexPaths?, version: String, known: KeptState?
  ) {
    self.sources = sources
    let index = Later { paths.flatMap { LibraryIndex($0) } }
    var hashes: [String: LibraryIndex.Entry] = [:]
    for (name, entry) in known?.files ?? [] { hashes[name] = entry }
    var tableEntries: [String: LibraryIndex.Entry] = [:]
    var key = ContentHash()
    key.add(version)
    for file in sources.tables {
      let entry = hashes[file.name] ?? LibraryIndex.Entry(file)
      tableEntries[file.name] = entry
      key.add("\(file.name) \(entry.hash)")
    }
    self.tableEntries = tableEntries
    self.key = Int64(bitPattern: key.value)
    // Without an index there is nothing to ask; one is made when there is something to keep.
    let hasIndex = paths.map { FileSystem.exists($0.texts) } ?? false
    modified = hasIndex ? index.value?.modified ?? 0 : 0
    entries = hasIndex ? index.value?.entries(key: self.key) ?? [:] : [:]
    self.index = index
  }

  /// What every text holds, in their order: out of the index, else read anew, on all processors.
  func contents(_ reader: FileReader) -> [Text] {
    var texts = sources.texts.map { file -> Text? in
      guard let entry = entries[file.name], entry.isUnchanged(file, since: modified),
        let stored = index.value?.contents(of: file.name)
      else { return nil }
      return Text(name: file.name, contents: stored)
    }
    let wanted = texts.indices.filter { texts[$0] == nil }
    let read = read(wanted.map { sources.texts[$0] }, reader)
    for (at, text) in zip(wanted, read) { texts[at] = text }
    return texts.compactMap { $0 }
  }

  /// Reads files. Where there are many, all processors do: one makes the reader while the others cut the files into
  /// articles.
  private func read(_ files: [SourceFile], _ reader: FileReader) -> [Text] {
    if files.count < 4 { return files.map { read($0, cut($0, reader), reader) } }
    let cuts = beside(files.count + 1) { turn -> Cut? in
      if turn > 0 { return cut(files[turn - 1], reader) }
      reader.prepare()
      return nil
    }.compactMap { $0 }
    return beside(files.count) { read(files[$0], cuts[$0], reader) }
  }

  /// A file cut into articles, and what it was when it was read.
  private typealias Cut = Result<(FileReader.Cut, LibraryIndex.Entry), StoreError>

  private func cut(_ file: SourceFile, _ reader: FileReader) -> Cut {
    do throws(StoreError) {
      let bytes = try FileSystem.read(file.path)
      return .success((reader.cut(file.name, bytes), LibraryIndex.Entry(file, bytes)))
    } catch {
      return .failure(error)
    }
  }

  private func read(_ file: SourceFile, _ cut: Cut, _ reader: FileReader) -> Text {
    switch cut {
    case .success((let cut, let entry)):
      let contents = reader.contents(of: file.name, cut)
      return Text(
        name: file.name, contents: contents,
        update: LibraryIndex.Update(name: file.name, entry: entry, contents: contents))
    case .failure(let error):
      return Text(name: file.name, contents: .unreadable(file.name, error))
    }
  }

  /// Keeps the texts that were read and forgets those that are gone; says what every file was.
  func save(_ updates: [LibraryIndex.Update]) -> [(name: String, entry: LibraryIndex.Entry)] {
    let present = Set(sources.texts.map(\.name))
    index.value?.save(
      updates: updates, gone: entries.keys.filter { !present.contains($0) }.sorted(), key: key)
    var known = entries
    for update in updates { known[update.name] = update.entry }
    return sources.all.map { file in
      (file.name, tableEntries[file.name] ?? known[file.name] ?? LibraryIndex.Entry(file))
    }
  }
}
