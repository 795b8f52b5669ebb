extension Command {
  /// Where a command stands in the list of keys: what finds and shows things first, decisions last.
  var group: Int {
    switch self {
    case .open, .back, .search, .district, .facets, .clear, .mark, .negate: 0
    case .viewSectors, .viewProjects, .viewFunding, .viewMap, .viewArticles, .viewDoubts: 1
    case .sort, .reverse, .group, .beside, .timeline, .nextLit, .previousLit: 2
    case .why, .whyTotal, .copy, .openSource, .export: 3
    case .language, .help, .palette, .quit, .theme, .mouse, .plain: 4
    case .up, .down, .left, .right, .pageUp, .pageDown, .first, .last, .nextPane, .previousPane: 5
    case .historyBack, .historyForward: 6
    case .same, .different, .partOf, .notFunding, .edit, .confirm, .takeBack, .restore,
      .decisions:
      7
    }
  }
}
