import FundingCore
import FundingStore
import TestSupport
import Testing

@Suite struct IndexTests {
  private let folder = TemporaryFolder()
  private let cache = TemporaryFolder()
  private var library: Library { Library(path: folder.path, shipped: "\(checkout)/data") }

  private func load(_ version: String = "1", cache path: String? = nil) throws -> LoadedState {
    try library.load(.init(cache: path ?? cache.path + "/k", version: version)) {
      _, _ throws(StoreError) in Place.ID("kharkiv")
    }
  }

  private func write(_ id: String, _ text: String) throws {
    try folder.write(
      "---\nid: \(id)\ntitle: Т\npublisher: П\ndate: 2025-09-10\nlanguage: uk\n---\n\n\(text)\n",
      to: "articles/\(id).md")
  }

  private func writeTwo() throws {
    try write("a", "ЄБРР надасть Харкову 25 млн євро на ремонт лікарні.")
    try write("b", "Норвегія виділила 3 млн євро на генератори для Харкова.")
  }

  private func bytes(_ ledger: Ledger) -> [UInt8] {
    var writer = SnapshotWriter()
    ledger.write(into: &writer)
    return writer.bytes
  }

  @Test func `a second start reads no text and reconciles nothing`() throws {
    try writeTwo()
    let first = try load()
    #expect(first.textsRead == 2 && first.isReconciled)
    let second = try load()
    #expect(second.textsRead == 0 && !second.isReconciled)
    #expect(bytes(second.ledger) == bytes(first.ledger))
    #expect(second.files == first.files)
  }

  @Test func `a changed article is read again alone`() throws {
    try writeTwo()
    let first = try load()
    try write("a", "ЄБРР надасть Харкову 26 млн євро на ремонт лікарні.")
    let second = try load()
    #expect(second.textsRead == 1 && second.isReconciled)
    #expect(bytes(second.ledger) != bytes(first.ledger))
    #expect(try load().textsRead == 0)
  }

  @Test func `a removed article is gone and a new one is there`() throws {
    try writeTwo()
    _ = try load()
    try FileSystem.move("\(folder.path)/articles/a.md", to: "\(folder.path)/articles/c.txt")
    #expect(try load().ledger.readings.map(\.article.id.rawValue) == ["b"])
    try write("d", "Без грошей.")
    #expect(try load().ledger.readings.map(\.article.id.rawValue) == ["b", "d"])
  }

  @Test func `another version of the program believes nothing`() throws {
    try writeTwo()
    _ = try load()
    #expect(try load("2").textsRead == 2)
  }

  @Test func `a changed table makes everything be read again`() throws {
    try writeTwo()
    _ = try load()
    try folder.write(
      "id,kind,name_uk,name_en,name_ru\nx,ngo,Ікс,X,Икс\n", to: "tables/organisations.csv")
    #expect(try load().textsRead == 2)
  }

  @Test func `a damaged index is made anew and a foreign file is left out of the way`() throws {
    try writeTwo()
    let first = try load()
    let name = try #require(
      try FileSystem.names(in: cache.path + "/k", endingWith: ".sqlite").first)
    var content = try FileSystem.read(cache.path + "/k/" + name)
    for index in stride(from: 200, to: content.count, by: 7) { content[index] ^= 0x5A }
    try FileSystem.replace(cache.path + "/k/" + name, with: content)
    #expect(bytes(try load().ledger) == bytes(first.ledger))
    try FileSystem.replace(cache.path + "/k/" + name, with: Array("not a database at all".utf8))
    #expect(bytes(try load().ledger) == bytes(first.ledger))
    #expect(try load().textsRead == 0)
  }

  @Test func `a state that is damaged or gone costs no text`() throws {
    try writeTwo()
    let first = try load()
    let name = try #require(
      try FileSystem.names(in: cache.path + "/k", endingWith: ".state").first)
    let content = try FileSystem.read(cache.path + "/k/" + name)
    for at in [0, 9, 20, content.count / 2, content.count - 1] {
      var bent = content
      bent[at] ^= 1
      try FileSystem.replace(cache.path + "/k/" + name, with: bent)
      let state = try load()
      #expect(state.textsRead == 0 && state.isReconciled)
      #expect(bytes(state.ledger) == bytes(first.ledger))
    }
    try FileSystem.replace(cache.path + "/k/" + name, with: Array(content.dropLast(3)))
    #expect(try load().isReconciled)
    #expect(try !load().isReconciled)
  }

  @Test func `a state is kept when the caller says so`() throws {
    try writeTwo()
    let options = Library.IndexOptions(cache: cache.path + "/k", version: "1", keepsLater: true)
    let state = try library.load(options) { _, _ throws(StoreError) in Place.ID("kharkiv") }
    #expect(try FileSystem.names(in: cache.path + "/k", endingWith: "e").isEmpty)
    state.keep()
    #expect(try load().textsRead == 0)
  }

  @Test func `the columns of the index are those of the ledger`() throws {
    let shipped = Library(path: "\(checkout)/data", shipped: "\(checkout)/data")
    let options = Library.IndexOptions(cache: cache.path + "/s", version: "1")
    let home = { (_: Tables, _: String?) throws(StoreError) in Place.ID("kharkiv") }
    let first = try shipped.load(options, home: home)
    let second = try shipped.load(options, home: home)
    #expect(!second.isReconciled)
    let everything = second.table.everything
    for dimension in Dimension.allCases {
      #expect(
        second.table.summary(by: dimension, of: everything)
          == first.table.summary(by: dimension, of: everything))
    }
    let query = Filter.read("лікарня", in: second.table).filter
    #expect(!query.isEmpty && second.table.select(query) == first.table.select(query))
    let projects = (0..<second.table.projectCount).map { second.table.project(at: $0)?.record }
    #expect(projects == first.ledger.projects)
  }

  @Test func `without a writable cache all works`() throws {
    try writeTwo()
    let state = try load(cache: "/proc/nowhere")
    #expect(state.ledger.readings.count == 2)
    #expect(try load(cache: "/proc/nowhere").textsRead == 2)
  }
}
