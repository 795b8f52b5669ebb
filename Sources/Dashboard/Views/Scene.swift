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

  /// Screens at least so wide show beside a list what the cursor is on.
  static let besideWidth = 150

  /// The scene for what stands beside a list: with the cursor where it rested last.
  var atRest: Scene {
    guard let rest = state.rest else { return self }
    var state = state
    state.here = rest
    return Scene(state)
  }

  var data: DashboardData { state.data }
  var tables: Tables { state.data.tables }
  var here: Location { state.here }
  var filter: Filter { state.here.filter }
  var format: Format { texts.format }
  var home: Place.ID { data.table.home }
  var homeName: String { tables.gazetteer[home].map { texts.name(of: $0) } ?? home.rawValue }

  /// Dollars of two ends, short.
  func usd(_ ends: Ends) -> ShortSum {
    format.usd(USDRange(low: ends.low, high: ends.high), isAbout: ends.isAbout)
  }

  /// Dollars of a project, short: `≈` where one of the sums in it is only about so much, as the sum itself is told.
  func usd(_ item: ProjectTotal) -> ShortSum {
    var ends = item.usd
    ends.isAbout = data.table.isAbout(project: item.project)
    return usd(ends)
  }

  /// What a funding is worth, short: dollars, its own currency where there is no rate, words where there is no sum.
  func worth(of funding: Funding) -> String {
    if let usd = funding.usd {
      return format.usd(usd, isAbout: funding.amount?.bound == .about).description
    }
    if let amount = funding.amount { return format.short(amount).description }
    return texts.withoutSum
  }

  /// A project's name, the same wherever it is listed.
  func name(of project: Project) -> String {
    data.title(of: project, texts.language) {
      texts.name(of: project, given: instruments(of: project), tables, home: home)
    }
  }

  /// The name with its sector before it, where nothing around it says the sector.
  func nameWithSector(of project: Project) -> String {
    texts.name(of: project.sector, tables) + " · " + name(of: project)
  }

  /// All the ways a project is given in, as far as its sums say so.
  func instruments(of project: Project) -> Set<Instrument> {
    Set(project.fundings.compactMap { data.row(of: $0) }.map { data.instrument($0) })
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
