import FundingCore
import Testing

@testable import Reading

/// The reader against labelled articles: figures that no change may lower unseen.
///
/// Counted as the corpus's own scorer does, micro-averaged over all articles: amounts by value, currency and bound,
/// funding among them, the set of donors, sectors and places an article names over its claims. Apart from `dev`, the
/// articles are exercises in our own words in the manner of such news: their facts are no source for anything.
@Suite struct ScoreTests {
  struct Tally {
    var right = 0
    var wrong = 0
    var missed = 0
    mutating func add(_ gold: [String], _ found: [String]) {
      var open = gold.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
      for item in found {
        if let count = open[item], count > 0 {
          open[item] = count - 1
          right += 1
        } else {
          wrong += 1
        }
      }
      missed += open.values.reduce(0, +)
    }
    var f1: Double {
      right + wrong + missed == 0 ? 1 : 2 * Double(right) / Double(2 * right + wrong + missed)
    }
  }

  struct Score {
    var amounts = Tally()
    var funding = Tally()
    var donors = Tally()
    var workers = Tally()
    var sectors = Tally()
    var places = Tally()
    var clean = true
  }

  static func key(_ mention: Mention) -> String {
    "\(mention.low.map(String.init) ?? "-") \(mention.high.map(String.init) ?? "-") \(mention.currency?.code ?? "-") \(mention.bound)"
  }

  static func score(_ name: String) -> Score {
    var score = Score()
    for gold in Shipped.readings(name) {
      let found = Shipped.reader.read(gold.article)
      score.amounts.add(gold.mentions.map(key), found.mentions.map(key))
      score.funding.add(
        gold.mentions.filter { $0.role == .funding }.map(key),
        found.mentions.filter { $0.role == .funding }.map(key))
      func named(_ reading: ArticleReading, _ field: (Claim) -> [String]) -> [String] {
        Array(Set(reading.claims.flatMap(field)))
      }
      score.donors.add(
        named(gold) { $0.donors.map(\.rawValue) }, named(found) { $0.donors.map(\.rawValue) })
      score.workers.add(
        named(gold) { $0.implementers.map(\.rawValue) },
        named(found) { $0.implementers.map(\.rawValue) })
      score.sectors.add(
        named(gold) { $0.sectors.map(\.rawValue) }, named(found) { $0.sectors.map(\.rawValue) })
      score.places.add(
        named(gold) { $0.places.map(\.rawValue) }, named(found) { $0.places.map(\.rawValue) })
      if gold.claims.isEmpty && !found.claims.isEmpty { score.clean = false }
    }
    return score
  }

  @Test func `the labelled articles are read at least as well as before`() {
    let score = ScoreTests.score("dev")
    #expect(score.amounts.right > 100)
    #expect(score.amounts.f1 >= 0.99)
    #expect(score.funding.f1 >= 0.99)
    #expect(score.donors.f1 >= 0.97)
    #expect(score.workers.f1 >= 0.99)
    #expect(score.sectors.f1 >= 0.925)
    #expect(score.places.f1 >= 0.955)
    #expect(score.clean)
  }

  @Test func `our own training articles are read at least as well as before`() {
    let score = ScoreTests.score("own-train")
    #expect(score.amounts.f1 >= 0.99)
    #expect(score.funding.f1 >= 0.99)
    #expect(score.donors.f1 >= 0.97)
    #expect(score.workers.f1 >= 0.98)
    #expect(score.sectors.f1 >= 0.95)
    #expect(score.places.f1 >= 0.96)
    #expect(score.clean)
  }

  @Test func `articles that were held out of the first rules are read at least as well as before`()
  {
    let score = ScoreTests.score("own-heldout")
    #expect(score.amounts.f1 >= 0.97)
    #expect(score.funding.f1 >= 0.98)
    #expect(score.donors.f1 >= 0.985)
    #expect(score.workers.f1 >= 0.985)
    #expect(score.sectors.f1 >= 0.92)
    #expect(score.places.f1 >= 0.96)
    #expect(score.clean)
  }

  @Test func `articles of other cities are read at least as well as before`() {
    let score = ScoreTests.score("own-open")
    #expect(score.amounts.f1 >= 0.99)
    #expect(score.funding.f1 >= 0.98)
    #expect(score.clean)
    #expect(score.donors.f1 >= 0.96)
    #expect(score.workers.f1 >= 0.96)
    #expect(score.sectors.f1 >= 0.88)
    #expect(score.places.f1 >= 0.93)
  }

  @Test func `news written for the rules is read at least as well as before`() {
    let score = ScoreTests.score("own-news")
    #expect(score.amounts.f1 >= 0.99)
    #expect(score.funding.f1 >= 0.985)
    #expect(score.clean)
    #expect(score.donors.f1 >= 0.955)
    #expect(score.workers.f1 >= 0.885)
    #expect(score.sectors.f1 >= 0.915)
    #expect(score.places.f1 >= 0.918)
  }

  /// Nobody who writes rules looks into these articles: their totals are the honest estimate for news yet unread, and
  /// stay so as long as they are only counted.
  @Test func `news that no rule was written for is read at least as well as before`() {
    let score = ScoreTests.score("own-sealed")
    #expect(score.amounts.f1 >= 0.99)
    #expect(score.funding.f1 >= 0.96)
    #expect(score.donors.f1 >= 0.93)
    #expect(score.workers.f1 >= 0.80)
    #expect(score.sectors.f1 >= 0.905)
    #expect(score.places.f1 >= 0.905)
  }
}
