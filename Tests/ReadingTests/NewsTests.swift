import FundingCore
import Testing

@testable import Reading

/// Short news with what all its claims are for, where, and how far: sectors, `@` places, state, and `running` for a
/// running total; the shape is that of ``PartyCases``.
@Suite struct NewsTests {
  static let topics = PartyCases.topics("news-cases.txt")

  @Test(arguments: topics)
  func `news tells what money is for, where and how far works are`(_ topic: PartyCases) {
    #expect(!topic.cases.isEmpty)
    for example in topic.cases {
      let found = Shipped.reader.read(article(example.text, title: example.title)).claims
      #expect(found.map(told).joined(separator: "; ") == example.expected, "\(example.line)")
    }
  }

  private func told(_ claim: Claim) -> String {
    let sectors = claim.sectors.map(\.rawValue).sorted().joined(separator: " ")
    let places = claim.places.map(\.rawValue).sorted().joined(separator: ", ")
    return (sectors.isEmpty ? "" : sectors + " ") + "@ \(places), \(claim.status.rawValue)"
      + (claim.isCumulative ? ", running" : "")
  }

  @Test func `there are cases of many wordings`() {
    #expect(NewsTests.topics.reduce(0) { $0 + $1.cases.count } >= 120)
  }
}
