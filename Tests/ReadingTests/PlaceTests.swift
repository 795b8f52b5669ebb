import FundingCore
import Testing

@testable import Reading

/// Sentences and short articles with the places of their claims, by topic, in three languages; the shape is that of
/// ``PartyCases``, places of one claim parted by commas.
@Suite struct PlaceTests {
  static let topics = PartyCases.topics("place-cases.txt")

  @Test(arguments: topics)
  func `a claim is where its works are`(_ topic: PartyCases) {
    #expect(!topic.cases.isEmpty)
    for example in topic.cases {
      let found = Shipped.reader.read(article(example.text, title: example.title)).claims
      let told = found.map { $0.places.map(\.rawValue).sorted().joined(separator: ", ") }
        .joined(separator: "; ")
      #expect(told == example.expected, "\(example.line)")
    }
  }

  @Test func `there are cases of many wordings`() {
    #expect(PlaceTests.topics.count >= 8)
    #expect(PlaceTests.topics.reduce(0) { $0 + $1.cases.count } >= 50)
  }
}
