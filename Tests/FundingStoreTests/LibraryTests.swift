import FundingCore
import FundingStore
import TestSupport
import Testing

@Suite struct LibraryTests {
  private let folder = TemporaryFolder()
  private var library: Library { Library(path: folder.path, shipped: "\(checkout)/data") }

  private func matter(id: String = "a", date: String = "2025-09-10", more: String = "") -> String {
    "---\nid: \(id)\ntitle: \"Т: з двокрапкою\"\npublisher: П\ndate: \(date)\nlanguage: uk\n\(more)---\n\nТекст.\n"
  }

  @Test func `the shipped library is read without a finding`() throws {
    let contents = try Library(path: "\(checkout)/data", shipped: "\(checkout)/data").contents()
    #expect(contents.findings.filter { $0.severity == .error } == [])
    #expect(contents.readings.count == 54)
    #expect(
      contents.tables.sectors.prefix(4).map(\.id.rawValue) == [
        "housing", "energy", "shelters", "medicine",
      ])
    #expect(contents.readings.allSatisfy { $0.article.kind == .digest })
  }

  @Test func `front matter and text become an article`() throws {
    try folder.write(
      matter(more: "kind: digest\ncoverage: opening\nurl: https://a.ua/1\n"), to: "articles/a.md")
    let (articles, findings) = try library.articles()
    #expect(findings == [])
    let article = try #require(articles.first)
    #expect(article.title == "Т: з двокрапкою")
    #expect(article.text == "Текст.")
    #expect(article.date?.description == "2025-09-10")
    #expect(
      article.kind == .digest && article.coverage == .opening && article.url == "https://a.ua/1")
  }

  @Test func `a byte order mark and CRLF change nothing`() throws {
    let text = "\u{FEFF}" + matter().replacing("\n", with: "\r\n")
    try folder.write(text, to: "articles/a.md")
    let (articles, findings) = try library.articles()
    #expect(findings == [])
    #expect(articles.first?.text == "Текст.")
  }

  @Test func `a wrong date is named by file and line and the article stays`() throws {
    try folder.write(matter(date: "2025-02-30"), to: "articles/a.md")
    let (articles, findings) = try library.articles()
    #expect(articles.count == 1 && articles[0].date == nil)
    #expect(findings.map(\.code) == ["wrong-date"])
    #expect(findings.map(\.location) == [.init(file: "articles/a.md", line: 5)])
  }

  @Test func `an empty date is no finding`() throws {
    try folder.write(matter(date: "\"\""), to: "articles/a.md")
    #expect(try library.articles().findings == [])
  }

  @Test func `broken YAML is named by its line and the other articles load`() throws {
    try folder.write("---\nid: a\ntitle: \"без кінця\npublisher: П\n---\nТ\n", to: "articles/a.md")
    try folder.write(matter(id: "b"), to: "articles/b.md")
    let (articles, findings) = try library.articles()
    #expect(articles.map(\.id.rawValue) == ["b"])
    #expect(findings.map(\.code) == ["broken-front-matter"])
    #expect(
      findings.allSatisfy { $0.location.file == "articles/a.md" && ($0.location.line ?? 0) >= 3 })
  }

  @Test func `an id used twice is named with the file that has it`() throws {
    try folder.write(matter(), to: "articles/a.md")
    try folder.write(matter(), to: "articles/b.md")
    let (articles, findings) = try library.articles()
    #expect(articles.count == 1)
    #expect(findings.map(\.message) == ["The id \"a\" is taken by articles/a.md line 2."])
    #expect(findings.map(\.location) == [.init(file: "articles/b.md", line: 2)])
  }

  @Test func `a file without front matter and one that is not UTF-8 are left out with a word`()
    throws
  {
    try folder.write("Просто текст", to: "articles/a.md")
    try folder.write([0x2D, 0x2D, 0x2D, 10, 0xFF, 0xFE], to: "articles/b.md")
    let (articles, findings) = try library.articles()
    #expect(articles == [])
    #expect(findings.map(\.code) == ["no-front-matter", "not-utf8"])
    #expect(findings.map(\.location.line) == [1, 2])
  }

  @Test func `unknown keys and values are named and the rest is read`() throws {
    try folder.write(matter(more: "author: Х\nkind: blog\n"), to: "articles/a.md")
    let (articles, findings) = try library.articles()
    #expect(articles.count == 1)
    #expect(findings.map(\.code).sorted() == ["unknown-key", "unknown-value"])
    #expect(findings.compactMap(\.location.line).sorted() == [7, 8])
  }

  @Test func `a library's own tables override the shipped rows`() throws {
    try folder.write(
      "id,kind,name_uk,name_en,name_ru\neu,multilateral,Свій ЄС,EU,ЕС\nnew,ngo,Н,N,Н\n",
      to: "tables/organisations.csv")
    let (tables, findings) = library.tables()
    #expect(findings == [])
    #expect(tables.organisation(Organisation.ID("eu"))?.name.uk == "Свій ЄС")
    #expect(tables.organisation(Organisation.ID("new"))?.name.en == "N")
    #expect(tables.organisation(Organisation.ID("japan")) != nil)
  }

  @Test func `an unknown column of a table is named by file and line`() throws {
    try folder.write(
      "id,kind,name_uk,name_en,name_ru,colour\nx,ngo,Н,N,Н,red\n", to: "tables/organisations.csv")
    let (tables, findings) = library.tables()
    #expect(findings.map(\.code) == ["unknown-column"])
    #expect(findings.map(\.location) == [.init(file: "tables/organisations.csv", line: 1)])
    #expect(tables.organisation(Organisation.ID("x")) != nil)
  }

  @Test func `articles already read come in by their lines`() throws {
    try folder.write(
      "{\"id\":\"r1\",\"title\":\"Т\",\"text\":\"5 євро\",\"amounts\":[],\"claims\":[]}\nне json\n\n{\"id\":\"r1\"}\n",
      to: "readings/r.jsonl")
    let contents = try library.contents()
    #expect(contents.readings.map(\.article.id.rawValue) == ["r1"])
    #expect(contents.findings.map(\.code) == ["not-json", "duplicate-id"])
    #expect(contents.findings.map(\.location.line) == [2, 4])
  }

  @Test func `an appended line is on the disk and older lines stay`() throws {
    let path = "\(folder.path)/d.jsonl"
    try FileSystem.append(Array("1\n".utf8), to: path)
    try FileSystem.append(Array("2\n".utf8), to: path)
    #expect(try FileSystem.read(path) == Array("1\n2\n".utf8))
  }

  @Test func `the library named wins over the environment, the user's and the shipped`() throws {
    let executable = "\(checkout)/.build/debug/koshty"
    let none = try Library.locate(
      named: nil, executable: executable, environment: ["HOME": "/nowhere"])
    #expect(none.path == "\(checkout)/data" && none.isShipped)
    let variable = ["KOSHTY_LIBRARY": folder.path, "HOME": "/nowhere"]
    #expect(
      try Library.locate(named: nil, executable: executable, environment: variable).path
        == folder.path)
    #expect(
      try Library.locate(named: "\(checkout)/data", executable: executable, environment: variable)
        .isShipped)
    try folder.write(matter(), to: "share/koshty/articles/a.md")
    let own = ["XDG_DATA_HOME": "\(folder.path)/share"]
    #expect(
      try Library.locate(named: nil, executable: executable, environment: own).path
        == "\(folder.path)/share/koshty")
    try folder.write("id\n", to: "copied/data/tables/organisations.csv")
    let beside = try Library.locate(
      named: nil, executable: "\(folder.path)/copied/koshty", environment: ["HOME": "/nowhere"])
    #expect(beside.path == "\(folder.path)/copied/data" && beside.isShipped)
    #expect(throws: StoreError.self) {
      try Library.locate(named: "/nowhere/at/all", executable: executable, environment: [:])
    }
  }
}
