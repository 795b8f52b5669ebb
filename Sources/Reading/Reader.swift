import FundingCore

/// Reads articles: title and text to mentions and claims.
public struct Reader: Sendable {
  public init(tables: Tables) {}
  public func read(_ article: Article) -> ArticleReading {
    ArticleReading(article: article, mentions: [], claims: [])
  }
  public func located(_ reading: ArticleReading) -> ArticleReading { reading }
}
