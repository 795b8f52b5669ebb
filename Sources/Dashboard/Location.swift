import FundingCore

/// What is looked at.
public enum Page: Hashable, Sendable {
  case sectors, projects, funding, map, articles, doubts
  /// A project, by its row in the table.
  case project(Int)
  /// One funding, by its row in the table.
  case fundingDetail(Int)
  /// An article, by its place in the ledger's readings.
  case article(Int)
  /// How a figure came about.
  case explanation(Explained)
  case decisions

  /// Where keys hold.
  public var context: Context {
    switch self {
    case .sectors: .sectors
    case .projects: .projects
    case .funding: .funding
    case .map: .map
    case .articles: .articles
    case .doubts: .doubts
    case .project, .fundingDetail: .project
    case .article: .article
    case .explanation: .explanation
    case .decisions: .decisions
    }
  }

  /// The digit that leads there, 1 to 6.
  public var number: Int? { Page.views.firstIndex(of: self).map { $0 + 1 } }

  /// The six views a digit leads to, in the order of the digits.
  public static let views: [Page] = [.sectors, .projects, .funding, .map, .articles, .doubts]
}

/// A figure that can be explained.
public enum Explained: Hashable, Sendable {
  case total
  case funding(Int)
  case project(Int)
}

/// An order: by what, and which way round.
public struct SortOrder: Hashable, Sendable {
  public var key: SortKey
  public var isReversed: Bool
  public init(_ key: SortKey, isReversed: Bool = false) {
    self.key = key
    self.isReversed = isReversed
  }
}

/// How the funding view tells its money.
public enum FundingMode: String, Hashable, Sendable, CaseIterable { case bars, pivot, timeline }

/// Where a person is in a list.
///
/// - Shape: `index` is a position in the list as it is now; `record` is the row of data it stands for, so that the
///   selection can follow it. What is scrolled where follows from the index and the height of the screen alone.
public struct Cursor: Hashable, Sendable {
  public var index = 0
  public var record: Int?
  public init(index: Int = 0, record: Int? = nil) {
    self.index = index
    self.record = record
  }

  /// The first row shown of a list on so many rows: the cursor in the middle where the list is longer.
  ///
  /// - Shape: `inSteps` moves the list by half a screen at once and lets it stand in between: beside other text a terminal
  ///   cannot scroll it, and would be sent all of both at every step.
  func top(of count: Int, height: Int, inSteps: Bool = false) -> Int {
    let step = max(1, height / 2)
    let top = inSteps ? max(0, index - height / 4) / step * step : index - height / 2
    return max(0, min(top, count - height))
  }
}

/// A whole state of view, as the history keeps it: page, query, order, cursor and scroll.
public struct Location: Hashable, Sendable {
  public var page: Page
  public var filter = Filter()
  public var cursor = Cursor()
  public var sort = SortOrder(.amount)
  /// The sector whose pane has the focus, by its place among the panes.
  public var pane = 0
  /// The cursor is on the pane's heading, above its projects: Enter there stands for the whole sector.
  public var isOnHeading = false
  /// What the funding view groups by, and by what beside it.
  public var dimension = Dimension.sector
  public var beside = Dimension.status
  public var mode = FundingMode.bars
  /// The timeline goes by years, not by months.
  public var isYearly = false
  /// The first byte of the article's text at the top of the screen; kept when the width changes.
  public var anchor = 0
  /// The claim whose words have the focus in the article.
  public var lit: Int?

  public init(_ page: Page, filter: Filter = Filter()) {
    self.page = page
    self.filter = filter
  }
}
