import FundingCore
import Testing

@testable import Reading

/// Which one building a claim is about; the shape is that of ``PartyCases``, the first claim's object or "-".
@Suite struct ObjectTests {
  static let topics = PartyCases.topics("object-cases.txt")

  @Test(arguments: topics)
  func `a claim is about the one building it names`(_ topic: PartyCases) throws {
    #expect(!topic.cases.isEmpty)
    for example in topic.cases {
      let found = Shipped.reader.read(article(example.text, title: example.title)).claims
      let claim = try #require(found.first, "\(example.line)")
      #expect(claim.object ?? "-" == example.expected, "\(example.line)")
      #expect(claim.evidence.contains { $0.field == .object } == (claim.object != nil))
    }
  }

  @Test func `a tender and the bid that won it are one price in two articles`() {
    let tender = Shipped.reader.read(
      article("Тендер на укриття садка № 34 у Полтаві. Його вартість — 24 млн грн."))
    let winner = Shipped.reader.read(
      article("Укриття садка № 34 у Полтаві: найменша пропозиція на торгах — 21,5 млн грн."))
    #expect(tender.claims.map(\.object) == ["садка № 34"])
    #expect(winner.claims.map(\.object) == ["садка № 34"])
  }
}
