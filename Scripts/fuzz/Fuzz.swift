import FundingCore
import Glibc

@testable import Reading

// Feeds the reader what nobody wrote: the first byte says how the rest is taken. A trap, an offset outside the text or
// an output line that is no reading ends the run.

private func expect(_ isRight: Bool, _ what: StaticString) {
  precondition(isRight, "\(what)")
}

private func bytes(of path: String) -> [UInt8] {
  let file = open(path, O_RDONLY)
  guard file >= 0 else { return [] }
  defer { close(file) }
  return contents(file)
}

private func contents(_ file: Int32) -> [UInt8] {
  var status = stat()
  guard fstat(file, &status) == 0 else { return [] }
  return [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
    count = max(0, pread(file, buffer.baseAddress, buffer.count, 0))
  }
}

private let reader: Reader = {
  let folder = getenv("KOSHTY_TABLES").map { String(cString: $0) } ?? "data/tables"
  let tables = Tables(
    organisations: Organisation.table(bytes(of: "\(folder)/organisations.csv"), file: "o").rows,
    places: Place.table(bytes(of: "\(folder)/places.csv"), file: "p").rows,
    sectors: Sector.table(bytes(of: "\(folder)/sectors.csv"), file: "s").rows, rates: [])
  expect(!tables.organisations.isEmpty, "the tables are there")
  return Reader(tables: tables)
}()

private func check(_ reading: ArticleReading) {
  let sizes = [reading.article.title.utf8.count, reading.article.text.utf8.count]
  func check(_ span: TextSpan?) {
    guard let span else { return }
    let size = span.part == .title ? sizes[0] : sizes[1]
    expect(span.range.lowerBound >= 0 && span.range.upperBound <= size, "a span is in its text")
  }
  for (index, mention) in reading.mentions.enumerated() {
    check(mention.span)
    if let root = mention.restates { expect(root >= 0 && root < index, "restates what is before") }
    expect(mention.low != nil || mention.high != nil, "an amount has an end")
  }
  for claim in reading.claims {
    check(claim.sentence)
    for evidence in claim.evidence { check(evidence.span) }
    if let amount = claim.amount {
      expect(reading.mentions.indices.contains(amount), "a claim's amount is there")
    }
    if let whole = claim.partOf {
      expect(reading.claims.indices.contains(whole), "a claim's total is there")
    }
  }
}

private func readText(_ input: UnsafeBufferPointer<UInt8>) {
  let text = String(decoding: input, as: UTF8.self)
  let cut = text.utf8.firstIndex(of: 0x0A).map { text[..<$0] } ?? ""
  let article = Article(
    id: Article.ID("fuzz"), title: String(cut), publisher: "", date: nil, language: .uk,
    text: text)
  let reading = reader.read(article)
  check(reading)
  check(reader.located(reading))
  for range in Sentences.ranges(of: text) {
    expect(range.upperBound <= text.utf8.count, "a sentence is in its text")
  }
}

/// A file without a name, in memory where the system has such a folder.
private func scratch() -> Int32 {
  var path = Array("/dev/shm/koshty-fuzz-XXXXXX".utf8CString)
  let file = mkstemp(&path)
  expect(file >= 0, "there is room for a scratch file")
  unlink(path)
  return file
}

private func readArchive(_ input: UnsafeBufferPointer<UInt8>) {
  let (from, to) = (scratch(), scratch())
  defer {
    close(from)
    close(to)
  }
  expect(write(from, input.baseAddress, input.count) == input.count, "memory takes the input")
  lseek(from, 0, SEEK_SET)
  let archive = ArchiveReader(reader: reader, input: from, output: to, file: "fuzz") { _ in }
  let result = archive.run(workers: 1)
  expect(result.failure == 0, "an archive in memory is read")
  let output = contents(to)
  var lines = 0
  for line in output.split(separator: 0x0A) {
    let (reading, _) = ReadingFormat.decode(Array(line), file: "out", line: lines)
    expect(reading != nil, "what is written can be read")
    if let reading { check(reading) }
    lines += 1
  }
  expect(lines == result.articles, "a line for each article")
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let data, count > 0 else { return 0 }
  let rest = UnsafeBufferPointer(start: data + 1, count: count - 1)
  if data[0] & 1 == 0 { readText(rest) } else { readArchive(rest) }
  return 0
}
