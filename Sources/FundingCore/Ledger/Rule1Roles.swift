// Rule 1: only funding is money.

extension LedgerInput {
  /// Whether a claim can be funding: it rests on no sum, or on one that is there as funding.
  func isFunding(_ mention: Int?, of reading: ArticleReading) -> Bool {
    mention.map { reading.mentions[$0].role == .funding } ?? true
  }

  /// Notes the sums of an article that are no funding, with the claims that rest on them.
  mutating func leaveOut(from reading: ArticleReading) {
    for (index, mention) in reading.mentions.enumerated() where mention.role != .funding {
      leftOut.append(
        LeftOut(
          article: reading.article.id, mention: index,
          claim: reading.claims.firstIndex { $0.amount == index }, role: mention.role, rule: .role))
    }
  }
}
