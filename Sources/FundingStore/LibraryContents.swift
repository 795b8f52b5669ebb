import FundingCore
import Reading

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

/// What one file of articles or readings gave: the unit that the index keeps.
struct FileContents: Hashable, Sendable {
  var readings: [ArticleReading] = []
  /// The line each reading stands on, or its id in the front matter.
  var lines: [Int] = []
  var findings: [Finding] = []

  /// Nothing but the word that the file could not be read.
  static func unreadable(_ file: String, _ error: StoreError) -> FileContents {
    let finding = Finding(
      .error, code: "unreadable", at: .init(file: file),
      "The file cannot be read: \(error.reason).", remedy: "Mend its permissions; it was left out.")
    return FileContents(findings: [finding])
  }
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
    let files = try sourceNames()
    let reader = FileReader(library: self, tables: tables)
    return assembled(
      tables: tables, tableFindings: found, files: files.map { ($0, reader.contents(of: $0)) })
  }

  /// The articles of `articles/*.md` as they stand, unread.
  public func articles() throws(StoreError) -> (articles: [Article], findings: [Finding]) {
    let bare = try contents()
    return (
      bare.readings.map(\.article).filter {
        bare.files[$0.id]?.file.hasPrefix("articles/") == true
      }, bare.findings
    )
  }

  /// Files of articles and readings, articles first, by name.
  func sourceNames() throws(StoreError) -> [String] {
    let articles = try FileSystem.names(in: "\(path)/articles", endingWith: ".md").map {
      "articles/\($0)"
    }
    return articles
      + (try FileSystem.names(in: "\(path)/readings", endingWith: ".jsonl").map { "readings/\($0)" })
  }

  /// Puts the files' contents together: each article id once, the first file that has it wins.
  func assembled(
    tables: Tables, tableFindings: [Finding], files: [(name: String, contents: FileContents)]
  )
    -> LibraryContents
  {
    var result = LibraryContents(
      tables: tables, readings: [], home: nil, findings: tableFindings, files: [:])
    for file in files {
      result.findings += file.contents.findings
      for (reading, line) in zip(file.contents.readings, file.contents.lines) {
        let location = Finding.Location(file: file.name, line: line)
        if let first = result.files[reading.article.id] {
          result.findings.append(Library.duplicate(reading.article.id, of: first, at: location))
        } else {
          result.files[reading.article.id] = location
          result.readings.append(reading)
        }
      }
    }
    result.readings.sort { $0.article.id < $1.article.id }
    let (home, found) = homeSetting()
    result.home = home
    result.findings += found
    return result
  }

  private static func duplicate(
    _ id: Article.ID, of first: Finding.Location, at location: Finding.Location
  ) -> Finding {
    let line = first.line.map { " line \($0)" } ?? ""
    return Finding(
      .error, code: "duplicate-id", at: location,
      "The id \"\(id)\" is taken by \(first.file)\(line).",
      remedy: "Give one of the two articles another id; the first was read.", excerpt: id.rawValue)
  }

  /// The home of `library.yaml`.
  func homeSetting() -> (home: String?, findings: [Finding]) {
    let file = "\(path)/library.yaml"
    guard FileSystem.exists(file), let bytes = try? FileSystem.read(file) else { return (nil, []) }
    let (settings, found) = Settings.read(bytes, file: "library.yaml")
    return (settings["home"]?.text, found)
  }
}

/// Reads files, on any thread; the reader is made when the first article needs it.
struct FileReader: Sendable {
  /// A file cut into its articles, which takes no reader.
  enum Cut: Sendable {
    case article(Article?, line: Int, findings: [Finding])
    /// Readings, a line each.
    case lines([UInt8])
  }

  let library: Library
  private let reader: Later<Reader>

  init(library: Library, tables: Tables) {
    self.library = library
    reader = Later { Reader(tables: tables) }
  }

  /// Makes the reader, which takes longer than reading a library of a hundred articles.
  func prepare() { _ = reader.value }

  func contents(of file: String) -> FileContents {
    do throws(StoreError) {
      return contents(of: file, cut(file, try FileSystem.read("\(library.path)/\(file)")))
    } catch {
      return .unreadable(file, error)
    }
  }

  func cut(_ file: String, _ bytes: [UInt8]) -> Cut {
    guard file.hasSuffix(".md") else { return .lines(bytes) }
    let (article, line, findings) = FrontMatter.article(bytes, file: file)
    return .article(article, line: line, findings: findings)
  }

  func contents(of file: String, _ cut: Cut) -> FileContents {
    switch cut {
    case .article(nil, _, let findings): return FileContents(findings: findings)
    case .article(let article?, let line, let findings):
      return FileContents(
        readings: [reader.value.read(article)], lines: [line], findings: findings)
    case .lines(let bytes): return contents(of: file, lines: bytes)
    }
  }

  private func contents(of file: String, lines bytes: [UInt8]) -> FileContents {
    var result = FileContents()
    for (at, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      if line.allSatisfy({ $0 <= 32 }) { continue }
      let (reading, findings) = ReadingFormat.decode(line, file: file, line: at + 1)
      result.findings += findings
      if let reading {
        result.readings.append(reader.value.located(reading))
        result.lines.append(at + 1)
      }
    }
    return result
  }
}
