import ArgumentParser
import Testing

@testable import koshty

/// The words of the dashboard and of `read` are read in two ways; they must say the same.
@Suite struct QuickArgumentsTests {
  @Test(arguments: [
    "", "--plain", "--no-mouse --fresh", "--language en", "--language=uk --plain", "dashboard",
    "dashboard --fresh", "--library /nowhere --home Kharkiv --color never --format json",
    "--district Saltivskyi --district Industrialnyi --place Kyiv", "--sector energy --donor eu",
    "--implementer undp --status planned --since 2024 --until 2025-06", "--search=школа",
    "--search a --search b", "--generate 5", "--library a --library b", "--since=a=b",
  ])
  func `the quick way says what ArgumentParser says`(line: String) throws {
    let words = line.split(separator: " ").map(String.init)
    let quick = try #require(DashboardRequest.quick(words))
    let parsed = try #require(try Koshty.parseAsRoot(words) as? DashboardCommand)
    #expect(quick == parsed.request)
  }

  @Test(arguments: [
    "--help", "--version", "--plan", "-h", "summary", "--language ru", "--language", "--color red",
    "--generate 0", "--generate x", "--search", "--search -x", "--search=", "check --plain", "--",
    "x", "--plain x", "--plain=true", "--format yaml",
  ])
  func `words that leave a question are ArgumentParser's`(line: String) {
    let words = line.split(separator: " ").map(String.init)
    #expect(DashboardRequest.quick(words) == nil)
  }

  @Test(arguments: [
    "read", "read a.md", "read a.md b.md --format jsonl", "read --input jsonl --workers 1",
    "read --title=Мер a.txt --date 2025-09-10", "read --library /nowhere --language en a",
    "read --input=jsonl --format=json --color never --home Kyiv",
  ])
  func `a quick read says what ArgumentParser says`(line: String) throws {
    let words = line.split(separator: " ").map(String.init)
    let quick = try #require(ReadRequest.quick(words))
    let parsed = try #require(try Koshty.parseAsRoot(words) as? ReadCommand)
    #expect(quick == parsed.request)
  }

  @Test(arguments: [
    "", "check", "read -", "read --help", "read --date x", "read --input csv", "read --workers x",
    "read --workers -1", "read -- a", "read --sector energy", "read --title", "read --plain",
  ])
  func `a read that leaves a question is ArgumentParser's`(line: String) {
    let words = line.split(separator: " ").map(String.init)
    #expect(ReadRequest.quick(words) == nil)
  }
}
