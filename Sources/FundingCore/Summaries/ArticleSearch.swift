/// Which articles hold the words a filter looks for: in their outlets, titles and whole texts.
///
/// A funding is found by what is told of it; an article also by words that no funding rests on, such as a street beside
/// the works.
public struct ArticleSearch: Sendable {
  private let index: SearchIndex
  private let count: Int

  /// - Shape: articles by their place in the ledger's readings.
  public init(_ readings: [ArticleReading]) {
    index = SearchIndex(of: readings.map(\.article))
    count = readings.count
  }

  /// The places of the articles that answer a filter's words; `nil` where it looks for none.
  public func matches(_ filter: Filter) -> Set<Int>? {
    let clauses = filter.clauses.filter { clause in
      clause.field == .text && clause.values.contains(where: FilterPlan.asks)
    }
    guard !clauses.isEmpty else { return nil }
    var rows = Set(0..<count)
    for clause in clauses {
      let found = clause.values.reduce(into: Set<Int>()) { $0.formUnion(articles(holding: $1)) }
      if clause.isNegated { rows.subtract(found) } else { rows.formIntersection(found) }
    }
    return rows
  }

  /// Articles with all words of a text.
  private func articles(holding text: String) -> Set<Int> {
    var rows: Set<Int>?
    for word in text.split(separator: " ").map(String.init).filter(FilterPlan.asks) {
      let found = Set(index.entries(beginning: index.forms(of: word)).map { Int($0.value) })
      rows = rows?.intersection(found) ?? found
    }
    return rows ?? []
  }
}

extension FundingTable {
  /// The articles behind the fundings a filter leaves, and those whose own words answer it; all of them without a filter.
  ///
  /// - Shape: places in the ledger's readings.
  public func articles(
    _ filter: Filter, _ search: @autoclosure () -> ArticleSearch
  ) -> Set<Int> {
    var result = articles(behind: filter)
    guard filter.clauses.contains(where: { $0.field == .text }),
      let words = search().matches(filter)
    else { return result }
    result.formUnion(articles(behind: filter.without(.text)).intersection(words))
    return result
  }

  private func articles(behind filter: Filter) -> Set<Int> {
    guard !filter.isEmpty else { return Set(0..<articleCount) }
    return Set(articlesOfRow.union(of: select(filter), below: articleCount).list)
  }
}
