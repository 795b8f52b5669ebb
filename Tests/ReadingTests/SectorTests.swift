import FundingCore
import Testing

@testable import Reading

/// Sentences with the sectors of their one claim, in three languages; the shape is that of ``PartyCases``.
@Suite struct SectorTests {
  static let topics = PartyCases.topics("sector-cases.txt")

  @Test(arguments: topics)
  func `the thing bought decides the sector`(_ topic: PartyCases) {
    #expect(!topic.cases.isEmpty)
    for example in topic.cases {
      let found = Shipped.reader.read(article(example.text, title: example.title)).claims
      let told = found.map { $0.sectors.map(\.rawValue).sorted().joined(separator: ", ") }
        .joined(separator: "; ")
      #expect(told == example.expected, "\(example.line)")
    }
  }

  @Test func `there are cases of many things`() {
    #expect(SectorTests.topics.count == 3)
    #expect(SectorTests.topics.reduce(0) { $0 + $1.cases.count } >= 150)
  }
}
