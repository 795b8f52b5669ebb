import Foundation
import FundingStore
import TestSupport
import Testing

@Suite(.beside) struct ShippedTests {
  @Test func `every shipped decision finds its claim and says why`() throws {
    let library = Library(path: "\(checkout)/data", shipped: "\(checkout)/data")
    let (decisions, findings) = DecisionLog(library: library).decisions()
    #expect(findings == [])
    #expect(!decisions.isEmpty)
    for decision in decisions { #expect(decision.why.count > 20 && !decision.who.isEmpty) }
    let check = try Program.run(["check", "--format", "json"])
    #expect(!check.output.contains("decision-"))
  }

  @Test func `the lists are in every format and agree on what they list`() throws {
    for command in ["projects", "fundings", "articles", "summary"] {
      for format in ["text", "json", "csv", "markdown"] {
        let run = try Program.run([command, "--format", format])
        #expect(run.code == 0, "\(command) \(format)")
        #expect(!run.output.isEmpty && run.errors.isEmpty, "\(command) \(format)")
      }
    }
    let csv = try Program.run(["fundings", "--format", "csv"]).output.split(separator: "\n").count
    let json = try Program.run(["fundings", "--format", "json"]).output
    #expect(json.components(separatedBy: "\"partOf\"").count == csv)
  }

  @Test func `what counts adds up to the total, to the cent`() throws {
    let run = try Program.run(["explain", "total", "--format", "json"])
    let tree = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    func low(_ value: Any?) -> Int { (value as? [String: Any])?["low"] as? Int ?? -1 }
    let counted = tree["counted"] as? [[String: Any]] ?? []
    #expect(counted.count > 10)
    #expect(counted.reduce(0) { $0 + low($1["adds"]) } == low(tree["usd"]))
    let summary = try Program.run(["summary", "--format", "json"])
    let total = try #require(
      try JSONSerialization.jsonObject(with: Data(summary.output.utf8)) as? [String: Any])
    #expect(low((total["total"] as? [String: Any])?["usd"]) == low(tree["usd"]))
  }
}
