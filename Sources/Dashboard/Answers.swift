import FundingCore

/// The answers given lately, by question.
struct Answers {
  let selections = Recent<Filter, Selection>(==)
  let summaries = Recent<SummaryQuestion, Summary>(==)
  let facetLists = Recent<FacetQuestion, [FacetValue]>(==)
  let projectLists = Recent<ProjectQuestion, ProjectList>(==)
  let articleLists = Recent<ArticleQuestion, [Int]>(==)
  let explanations = Recent<ExplanationQuestion, Explanation>(==)
  let facetRowLists = Recent<FacetRowQuestion, [FacetRow]>(==)
  let paneLists = Recent<Filter, [SectorPane]>(==)
  let paneProjects = Recent<PaneQuestion, [ProjectTotal]>(==)
  let wantedWords = Recent<Filter, [String]>(==)
  let litLists = Recent<Int, [LitSpan]>(==)
  let jointMoneys = Recent<Filter, JointMoney?>(==)
  let nameLists = Recent<NamesQuestion, [KnownName]>(==)
  let blockLists = Recent<BlockQuestion, [Block]>(==)
}

struct NamesQuestion: Hashable {
  var field: ClaimField
  var language: Language
}
struct SummaryQuestion: Hashable {
  var filter: Filter
  var dimension: Dimension
}
struct BlockQuestion: Hashable {
  var page: Page
  var filter: Filter
  var language: Language
  var width: Int
}
struct ExplanationQuestion: Hashable {
  var figure: Explained
  var filter: Filter
}
struct FacetQuestion: Hashable {
  var filter: Filter
  var dimension: Dimension
}
struct FacetRowQuestion: Hashable {
  var filter: Filter
  var dimension: Dimension
  var language: Language
  var typed: String?
}
struct ProjectQuestion: Hashable {
  var filter: Filter
  var sector: String?
  var sort: SortOrder
}
struct ArticleQuestion: Hashable {
  var filter: Filter
  var isReversed: Bool
}
struct PaneQuestion: Hashable {
  var filter: Filter
  var sector: String
}
