import FundingCore
import Screen

/// A rectangle of the screen: columns and rows from 0.
struct Rect: Hashable {
  var column: Int
  var row: Int
  var width: Int
  var height: Int

  var bottom: Int { row + height }
  var right: Int { column + width }

  /// The rectangle without its first rows.
  func droppingTop(_ count: Int) -> Rect {
    Rect(column: column, row: row + count, width: width, height: max(0, height - count))
  }
}

/// What a view draws from: the state, its words and the answers of the data.
struct Scene {
  let state: State
  let texts: Texts

  init(_ state: State) {
    self.state = state
    texts = Texts(state.settings.language)
  }

  var data: DashboardData { state.data }
  var tables: Tables { state.data.tables }
  var here: Location { state.here }
  var filter: Filter { state.here.filter }
  var format: Format { texts.format }
  var home: Place.ID { data.table.home }
  var homeName: String { tables.gazetteer[home].map { texts.name(of: $0) } ?? home.rawValue }

  /// Dollars of two ends, short.
  func usd(_ ends: Ends) -> ShortSum { format.usd(USDRange(low: ends.low, high: ends.high)) }

  /// What a funding is worth, short: dollars, its own currency where there is no rate, words where there is no sum.
  func worth(of funding: Funding) -> String {
    if let usd = funding.usd {
      return format.usd(usd, isAbout: funding.amount?.bound == .about).description
    }
    if let amount = funding.amount { return format.short(amount).description }
    return texts.withoutSum
  }

  func title(of project: Project, withSector: Bool) -> String {
    texts.title(of: project, tables, home: home, withSector: withSector)
  }

  /// The title in a list under its sector, the payer before the place: what is cut off is never who pays.
  func rowTitle(of project: Project) -> String {
    let elsewhere = project.places.filter { tables.gazetteer[$0]?.id != home }
    var what: [String] = []
    if let object = project.object, !object.isEmpty {
      what.append(object.prefix(1).uppercased() + object.dropFirst())
    }
    if !elsewhere.isEmpty {
      what.append(format.list(elsewhere.map { texts.name(of: $0, tables) }, atMost: 2))
    }
    guard !what.isEmpty, !project.donors.isEmpty else { return longTitle(of: project) }
    let who = format.list(project.donors.map { texts.short($0, tables) }, atMost: 2)
    return who + " — " + what.joined(separator: ", ")
  }

  /// The title in a list under its sector; where nothing but the payer tells it from others, also how it is given, who
  /// carries it out and the year.
  func longTitle(of project: Project) -> String {
    let title = title(of: project, withSector: false)
    let isNamed = project.object?.isEmpty == false
    guard !isNamed, project.places.allSatisfy({ tables.gazetteer[$0]?.id == home }) else {
      return title
    }
    var more: [String] = []
    if let instrument = instrument(of: project) { more.append(texts.name(of: instrument)) }
    let doers =
      project.donors.isEmpty ? [] : project.implementers.filter { !project.donors.contains($0) }
    if !doers.isEmpty {
      more.append(
        texts.through + " " + format.list(doers.map { texts.short($0, tables) }, atMost: 2))
    }
    if let date = project.date { more.append(String(date.components.year)) }
    return more.isEmpty ? title : title + " — " + more.joined(separator: ", ")
  }

  /// How a project is given, as far as any of its sums says so.
  func instrument(of project: Project) -> Instrument? {
    project.fundings.lazy.compactMap { data.row(of: $0) }.map { data.instrument($0) }
      .first { $0 != .unknown }
  }

  /// The key of a command, as the person's keyboard has it.
  func key(_ command: Command) -> String {
    state.settings.keymap.key(for: command, in: state.context, isCyrillic: state.isCyrillic)
  }
}

/// A bar of so many cells: what is its own solid, what it shares hatched.
func bar(own: Double, shared: Double, width: Int) -> Line {
  guard width > 0 else { return Line() }
  let solid = cells(own, width)
  let hatched = min(
    width - solid, max(shared > 0 ? 1 : 0, cells(own + shared, width) - solid))
  return [
    Span(String(repeating: "▇", count: solid), .bar),
    Span(String(repeating: "░", count: hatched), .barShared),
    Span(String(repeating: " ", count: width - solid - hatched)),
  ]
}

/// Whatever is more than nothing has at least one cell.
private func cells(_ share: Double, _ width: Int) -> Int {
  guard share > 0, share.isFinite else { return 0 }
  return min(width, max(1, Int((min(1, share) * Double(width)).rounded())))
}
