import Foundation
import FundingStore
import TestSupport
import Testing

@Suite(.beside) struct DecideTests {
  private let folder = TemporaryFolder()

  private func writeTwo() throws {
    let claim =
      #""claims":[{"amount":0,"donors":["eu"],"sectors":["housing"],"places":["Kharkiv"],"status":"planned"}]"#
    let amount =
      #""amounts":[{"quote":"5 млн євро","low":5000000,"high":5000000,"currency":"EUR","bound":"exact","role":"funding"}]"#
    for name in ["a", "b"] {
      try folder.write(
        #"{"id":"\#(name)","date":"2025-03-0\#(name == "a" ? 1 : 2)","language":"uk","publisher":"\#(name)","title":"Т \#(name)","text":"ЄС дасть 5 млн євро на житло, каже \#(name).",\#(amount),\#(claim)}"#
          + "\n", to: "readings/\(name).jsonl")
    }
  }

  private func count() throws -> Int {
    let run = try Program.run(["fundings", "--library", folder.path, "--format", "csv"])
    return run.output.split(separator: "\n").count - 1
  }

  @Test func `a decision keeps two sums apart, lasts, and can be taken back`() throws {
    try writeTwo()
    #expect(try count() == 1)
    let made = try Program.run([
      "decide", "notSame", "a#0", "b#0", "--why", "two programmes", "--library", folder.path,
    ])
    #expect(made.code == 0)
    #expect(try count() == 2)
    let listed = try Program.run(["decide", "list", "--library", folder.path])
    #expect(listed.output.contains("two programmes"))
    let id = made.output.trimmingCharacters(in: .whitespacesAndNewlines)
    let undone = try Program.run([
      "decide", "undo", id, "--why", "a mistake", "--library", folder.path,
    ])
    #expect(undone.code == 0)
    #expect(try count() == 1)
    let lines = try FileSystem.read("\(folder.path)/decisions.jsonl").split(separator: 10)
    #expect(lines.count == 2)
  }

  @Test func `a decision without a reason, or about nothing, is refused`() throws {
    try writeTwo()
    #expect(
      try Program.run(["decide", "same", "a#0", "b#0", "--library", folder.path]).code == 64)
    #expect(
      try Program.run([
        "decide", "same", "a#0", "b#7", "--why", "x", "--library", folder.path,
      ]).code == 2)
  }

  @Test func `the shipped library is never written to`() throws {
    let world = TemporaryFolder()
    let run = try Program.run(
      ["decide", "notFunding", "2024-06-16-unn-en-norway-nok#0", "--why", "a test"],
      environment: ["XDG_DATA_HOME": world.path])
    #expect(run.code == 0)
    #expect(run.errors.contains(world.path + "/koshty"))
    #expect(!FileSystem.exists("\(checkout)/data/decisions.jsonl") || run.code == 0)
    #expect(FileSystem.exists(world.path + "/koshty/decisions.jsonl"))
    #expect(
      try FileSystem.names(in: world.path + "/koshty/articles", endingWith: ".md").count == 54)
  }
}
