/// Everything a key can ask for. The raw value is the name in the configuration file.
public enum Command: String, Sendable, CaseIterable {
  case up, down, left, right
  case pageUp = "page-up"
  case pageDown = "page-down"
  case first, last
  case nextPane = "next-pane"
  case previousPane = "previous-pane"
  case open, back
  case historyBack = "history-back"
  case historyForward = "history-forward"
  case search, district, facets, clear, language, theme, help, palette, quit
  case viewSectors = "view-sectors"
  case viewProjects = "view-projects"
  case viewFunding = "view-funding"
  case viewMap = "view-map"
  case viewArticles = "view-articles"
  case viewDoubts = "view-doubts"
  case sort, reverse, group, beside, timeline
  case nextLit = "next-lit"
  case previousLit = "previous-lit"
  case why
  case whyTotal = "why-total"
  case copy
  case openSource = "open-source"
  case export, mouse, plain
  case mark, negate
  case same, different
  case partOf = "part-of"
  case notFunding = "not-funding"
  case edit
  case confirm
  case takeBack = "take-back"
  case restore
  case decisions
}

/// Where a key is pressed: the same key may mean different things in a list and in a field of text.
public enum Context: String, Sendable, CaseIterable {
  case sectors, projects, funding, map, articles, doubts, project, article, explanation, decisions
  /// A list laid over the view: facets, districts, a question.
  case facets
  /// The list of keys.
  case help
}
