import FundingCore
import Reading

/// A library: a folder of articles, readings, decisions and tables. Its files are the truth.
///
/// - Shape: `articles/*.md`, `readings/*.jsonl`, `decisions.jsonl`, `library.yaml`, optional `tables/*.csv` that extend
///   the shipped ones.
public struct Library: Hashable, Sendable {
  /// The folder.
  public var path: String
  /// The folder of the library that ships with the program, whose tables every library starts from; `nil` where the
  /// program was moved away from it.
  public var shipped: String?

  public init(path: String, shipped: String?) {
    self.path = path
    self.shipped = shipped
  }

  public var isShipped: Bool { path == shipped }

  /// Finds the library: the one named, else `$KOSHTY_LIBRARY`, else `$XDG_DATA_HOME/koshty` if it exists, else the
  /// shipped one.
  ///
  /// - Errors: ``StoreError`` where the one named is no folder, or none is found.
  public static func locate(named path: String?, executable: String, environment: [String: String])
    throws(StoreError)
    -> Library
  {
    let shipped = shippedFolder(executable: executable)
    if let path = path ?? environment["KOSHTY_LIBRARY"].flatMap({ $0.isEmpty ? nil : $0 }) {
      guard FileSystem.isFolder(path) else {
        throw StoreError(path: path, reason: "there is no such library folder")
      }
      return Library(path: path, shipped: shipped)
    }
    let own = userFolder(environment: environment)
    if let own, FileSystem.isFolder("\(own)/articles") || FileSystem.isFolder("\(own)/readings") {
      return Library(path: own, shipped: shipped)
    }
    guard let shipped else {
      throw StoreError(
        path: own ?? "data",
        reason: "no library was found; name one with --library or KOSHTY_LIBRARY")
    }
    return Library(path: shipped, shipped: shipped)
  }

  /// Where the user's own library lives, whether it exists or not.
  public static func userFolder(environment: [String: String]) -> String? {
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") { return "\(data)/koshty" }
    return environment["HOME"].map { "\($0)/.local/share/koshty" }
  }

  /// `../share/koshty` beside the executable, else `data` of the checkout it was built in.
  private static func shippedFolder(executable: String) -> String? {
    var folder = FileSystem.parent(of: executable)
    let installed = "\(FileSystem.parent(of: folder))/share/koshty"
    if FileSystem.exists("\(installed)/tables/organisations.csv") { return installed }
    while folder != "/", folder != "." {
      let data = "\(folder)/data"
      if FileSystem.exists("\(data)/tables/organisations.csv"),
        FileSystem.exists("\(folder)/Package.swift")
      {
        return data
      }
      folder = FileSystem.parent(of: folder)
    }
    return nil
  }
}

/// What a library's folder holds, read but not yet reconciled.
public struct LibraryContents: Sendable {
  public var tables: Tables
  /// Every article with what was read in it, by article id, each id once.
  public var readings: [ArticleReading]
  /// The home that `library.yaml` names: an id or a label of the gazetteer.
  public var home: String?
  public var findings: [Finding]
  /// The file an article came from, below the library.
  public var files: [Article.ID: Finding.Location]
}

extension Library {
  /// Reads the tables alone.
  public func tables() -> (tables: Tables, findings: [Finding]) {
    var all = LibraryTables()
    if let shipped {
      all.read("\(shipped)/tables", called: isShipped ? "tables" : "\(shipped)/tables")
    }
    if !isShipped { all.read("\(path)/tables", called: "tables") }
    return (all.tables, all.findings)
  }

  /// Reads everything: tables, articles (with the reader), readings.
  ///
  /// - Errors: ``StoreError`` where a folder cannot be listed. Faults inside files are findings.
  public func contents() throws(StoreError) -> LibraryContents {
    let (tables, found) = tables()
    var loader = Loader(library: self, tables: tables)
    loader.findings = found
    try loader.readArticles()
    try loader.readReadings()
    return LibraryContents(
      tables: tables, readings: loader.readings.sorted { $0.article.id < $1.article.id },
      home: loader.settings(),
      findings: loader.findings, files: loader.files)
  }

  /// The articles of `articles/*.md` as they stand, unread.
  public func articles() throws(StoreError) -> (articles: [Article], findings: [Finding]) {
    var loader = Loader(
      library: self, tables: Tables(organisations: [], places: [], sectors: [], rates: []))
    let articles = try loader.articleFiles()
    return (articles, loader.findings)
  }
}

private struct Loader {
  let library: Library
  let tables: Tables
  var readings: [ArticleReading] = []
  var findings: [Finding] = []
  var files: [Article.ID: Finding.Location] = [:]

  init(library: Library, tables: Tables) {
    self.library = library
    self.tables = tables
  }

  mutating func articleFiles() throws(StoreError) -> [Article] {
    var articles: [Article] = []
    for name in try FileSystem.names(in: "\(library.path)/articles", endingWith: ".md") {
      let file = "articles/\(name)"
      guard let bytes = bytes(of: file) else { continue }
      let (article, line, found) = FrontMatter.article(bytes, file: file)
      findings += found
      if let article, isNew(article.id, at: .init(file: file, line: line)) {
        articles.append(article)
      }
    }
    return articles
  }

  mutating func readArticles() throws(StoreError) {
    let articles = try articleFiles()
    guard !articles.isEmpty else { return }
    let reader = Reader(tables: tables)
    for article in articles { readings.append(reader.read(article)) }
  }

  mutating func readReadings() throws(StoreError) {
    var reader: Reader?
    for name in try FileSystem.names(in: "\(library.path)/readings", endingWith: ".jsonl") {
      let file = "readings/\(name)"
      guard let bytes = bytes(of: file) else { continue }
      for (at, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
        if line.allSatisfy({ $0 <= 32 }) { continue }
        let (reading, found) = ReadingFormat.decode(line, file: file, line: at + 1)
        findings += found
        guard let reading, isNew(reading.article.id, at: .init(file: file, line: at + 1)) else {
          continue
        }
        if reader == nil { reader = Reader(tables: tables) }
        readings.append(reader?.located(reading) ?? reading)
      }
    }
  }

  private mutating func bytes(of file: String) -> [UInt8]? {
    do throws(StoreError) {
      return try FileSystem.read("\(library.path)/\(file)")
    } catch {
      findings.append(
        Finding(
          .error, code: "unreadable", at: .init(file: file),
          "The file cannot be read: \(error.reason).",
          remedy: "Mend its permissions; it was left out."))
      return nil
    }
  }

  private mutating func isNew(_ id: Article.ID, at location: Finding.Location) -> Bool {
    guard let first = files[id] else {
      files[id] = location
      return true
    }
    let line = first.line.map { " line \($0)" } ?? ""
    findings.append(
      Finding(
        .error, code: "duplicate-id", at: location,
        "The id \"\(id)\" is taken by \(first.file)\(line).",
        remedy: "Give one of the two articles another id; the first was read.", excerpt: id.rawValue
      ))
    return false
  }

  /// The home of `library.yaml`.
  mutating func settings() -> String? {
    let file = "library.yaml"
    guard FileSystem.exists("\(library.path)/\(file)"), let bytes = bytes(of: file) else {
      return nil
    }
    let (settings, found) = Settings.read(bytes, file: file)
    findings += found
    return settings["home"]?.text
  }
}
