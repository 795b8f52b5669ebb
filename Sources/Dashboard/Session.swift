import FundingCore

extension State {
  /// What is kept between visits: view, query, order, cursor, the record that was open, and what was set.
  ///
  /// - Shape: a line `name value` each; names nobody knows are passed over, so that older and newer programs read it.
  public var session: String {
    // The view a record was opened from, the last one with its filter where one led to another, and the record by its id:
    // rows may stand for others next time.
    let views = (trail + [here]).filter { Page.views.contains($0.page) }
    let place = views.last ?? Location(.sectors, filter: here.filter)
    let values: [(String, String)] = [
      ("view", String(place.page.number ?? 1)), ("filter", place.filter.description),
      ("sort", place.sort.key.rawValue), ("reversed", String(place.sort.isReversed)),
      ("index", String(place.cursor.index)), ("pane", String(place.pane)),
      ("heading", String(place.isOnHeading)),
      ("by", place.dimension.rawValue), ("beside", place.beside.rawValue),
      ("mode", place.mode.rawValue), ("yearly", String(place.isYearly)),
      ("language", settings.language.rawValue), ("theme", settings.theme),
      ("mouse", String(settings.hasMouse)),
    ]
    return (values + openRecord).map { "\($0) \($1)\n" }.joined()
  }

  /// The page of one record that is open: its kind and id, and where in it one was.
  private var openRecord: [(String, String)] {
    let name: (kind: String, id: String)? =
      switch here.page {
      case .article(let row): data.reading(row).map { ("article", $0.article.id.rawValue) }
      case .project(let row): data.project(row).map { ("project", $0.id.rawValue) }
      case .fundingDetail(let row): data.funding(row).map { ("sum", $0.id.rawValue) }
      case .sectors, .projects, .funding, .map, .articles, .doubts, .explanation, .decisions: nil
      }
    guard let name else { return [] }
    let lit = here.lit.map { [("lit", String($0))] } ?? []
    return [
      (name.kind, name.id), ("anchor", String(here.anchor)), ("at", String(here.cursor.index)),
    ] + lit
  }

  /// The record of an earlier visit, where it is still there.
  private func page(ofRecord values: [Substring: Substring]) -> Page? {
    func id(_ kind: Substring) -> String? { values[kind].map(String.init) }
    if let row = id("article").flatMap({ data.row(of: Article.ID($0)) }) { return .article(row) }
    if let row = id("project").flatMap({ data.row(of: Project.ID($0)) }) { return .project(row) }
    return id("sum").flatMap { data.row(of: Funding.ID($0)) }.map { .fundingDetail($0) }
  }

  /// Goes where an earlier visit ended. Settings given for this run are left alone where `keepsSettings` says so.
  public mutating func restore(session: String, keepsSettings: Bool) {
    var values: [Substring: Substring] = [:]
    for line in session.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      if parts.count == 2 { values[parts[0]] = parts[1] }
    }
    func number(_ name: Substring) -> Int {
      max(0, min(1_000_000, values[name].flatMap { Int($0) } ?? 0))
    }
    var place = Location(.sectors)
    let view = number("view") - 1
    if Page.views.indices.contains(view) { place.page = Page.views[view] }
    place.filter = Filter.read(String(values["filter"] ?? ""), in: data.table).filter
    place.sort = SortOrder(
      values["sort"].flatMap { SortKey(rawValue: String($0)) } ?? .amount,
      isReversed: values["reversed"] == "true")
    place.cursor.index = number("index")
    place.pane = number("pane")
    place.isOnHeading = values["heading"] == "true"
    place.dimension = values["by"].flatMap { Dimension(rawValue: String($0)) } ?? place.dimension
    place.beside = values["beside"].flatMap { Dimension(rawValue: String($0)) } ?? place.beside
    place.mode = values["mode"].flatMap { FundingMode(rawValue: String($0)) } ?? place.mode
    place.isYearly = values["yearly"] == "true"
    restore(place)
    if let page = page(ofRecord: values) {
      trail = [here]
      here = Location(page, filter: place.filter)
      here.cursor.index = number("at")
      here.anchor = number("anchor")
      here.lit = values["lit"] == nil ? nil : number("lit")
      settle()
    }
    guard !keepsSettings else { return }
    if let language = values["language"].flatMap({ Language(rawValue: String($0)) }),
      language != .ru
    {
      settings.language = language
    }
    if let theme = values["theme"] { settings.theme = String(theme) }
    if let mouse = values["mouse"] { settings.hasMouse = mouse == "true" }
  }
}
