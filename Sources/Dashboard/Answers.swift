import FundingCore

/// The answers given lately; a question is all that its answer depends on.
struct Answers {
  let selections = Recent<Filter, Selection>(==)
  /// Of filters of one clause.
  let clauseSelections = Recent<Filter, Selection>(==)
  let summaries = Recent<(Filter, Dimension), Summary>(==)
  let facetLists = Recent<(Filter, Dimension), [FacetValue]>(==)
  let projectLists = Recent<(Filter, String?, SortOrder), ProjectList>(==)
  let articleLists = Recent<(Filter, Bool), [Int]>(==)
  let explanations = Recent<(Explained, Filter), Explanation>(==)
  let facetRowLists = Recent<(Filter, Dimension, Language, String?), [FacetRow]>(==)
  let boards = Recent<Filter, Board>(==)
  let paneProjects = Recent<(Filter, String), [ProjectTotal]>(==)
  let wantedWords = Recent<Filter, [String]>(==)
  let litLists = Recent<Int, [LitSpan]>(==)
  let jointMoneys = Recent<Filter, JointMoney?>(==)
  let nameLists = Recent<(ClaimField, Language), [KnownName]>(==)
  let blockLists = Recent<(Page, Filter, Language, Int), [Block]>(==)
}
