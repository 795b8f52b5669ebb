import FundingCore
import Screen

/// The same state as lines to be spoken or logged: no boxes, no colours, numbers pick what is listed.
///
/// - Shape: total, filters, view, then at most nine numbered items around the cursor; the last line is the one in focus.
///   With a width, lines are broken at blanks to fit into it, and what goes on from a numbered item stands under its words.
public func plainLines(_ state: State, width: Int? = nil) -> [String] {
  let lines = unbrokenLines(state)
  return width.map { width in lines.flatMap { broken($0, to: width) } } ?? lines
}

/// The linear rendering as it is said: of a state that follows another only what is new.
///
/// - Shape: the focus is said in any case; a letter that was typed at the end of a line is said alone.
public struct PlainSpeech {
  /// What to say.
  public enum Piece: Equatable, Sendable {
    /// Lines, the last of them the one in focus.
    case lines([String])
    /// Goes on with the last line.
    case letters(String)
  }

  private var said: [String] = []
  private var width: Int?
  private var isTyping = false

  /// Speech that begins: nothing was said yet.
  public init() {}

  /// What to say of a state, in lines for a terminal of so many columns.
  public mutating func say(_ state: State, width: Int?) -> Piece {
    let lines = unbrokenLines(state)
    let before = width == self.width ? said : []
    let goesOn = isTyping && state.isWriting
    said = lines
    self.width = width
    isTyping = state.isWriting
    if goesOn, lines.dropLast() == before.dropLast(), let last = lines.last, let old = before.last,
      last.hasPrefix(old), last.utf8.count > old.utf8.count
    {
      return .letters(String(last.dropFirst(old.count)))
    }
    let same = zip(lines, before).prefix { $0 == $1 }.count
    let new = lines.dropFirst(min(same, max(0, lines.count - 1)))
    return .lines(width.map { width in new.flatMap { broken($0, to: width) } } ?? Array(new))
  }

  /// What is said once, before all else: the keys one has to know.
  public static func greeting(_ state: State) -> String { Scene(state).texts.plainKeys }
}

extension State {
  /// A line is being typed: what it finds is said when it is done.
  fileprivate var isWriting: Bool {
    switch overlay {
    case .query, .field: true
    case .facets, .help, .choice, nil: false
    }
  }
}

private func unbrokenLines(_ state: State) -> [String] {
  let scene = Scene(state)
  let lines = state.isWriting ? [] : plainHead(state, scene)
  return (lines + (state.notice.map { [$0.text] } ?? []) + scene.plainItems).map { line in
    scene.spelt(Clusters(line).reduce(into: "") { $0 += $1.text })
  }
}

/// What is said of every page: the total and the filters in force.
private func plainHead(_ state: State, _ scene: Scene) -> [String] {
  let summary = state.data.summary(state.here.filter)
  var lines = [
    "\(scene.total(of: summary)) · \(scene.subject) · \(scene.texts.projects(summary.counts.projects))"
  ]
  if !state.here.filter.isEmpty {
    lines.append(
      scene.texts.filters + ": "
        + state.here.filter.clauses.map(scene.describe).joined(separator: "; "))
  }
  return lines
}

/// A line broken at blanks; its last column stays free, where some terminals begin a new line by themselves.
private func broken(_ line: String, to width: Int) -> [String] {
  let room = max(1, width - 1)
  guard line.columns > room else { return [line] }
  let isItem = line.hasPrefix("> ") || line.dropFirst().hasPrefix(". ")
  let indent = isItem && room > 20 ? "  " : ""
  let bytes = Array(line.utf8)
  let first = line.wrapped(to: room).first ?? 0..<bytes.count
  let rest = String(decoding: bytes[first.upperBound...].drop { $0 == 0x20 }, as: UTF8.self)
  return [String(decoding: bytes[first], as: UTF8.self)]
    + rest.wrappedLines(to: room - indent.columns).map { indent + $0 }
}

extension Scene {
  /// What is listed, nine at a time, each with the number that picks it; the focus last, with its number repeated.
  fileprivate var plainItems: [String] {
    let items: (texts: [String], index: Int)
    switch state.overlay {
    case .facets(let list):
      items = (
        facetRows(list).map { row in
          let mark = row.isChosen ? "+ " : row.isExcluded ? "- " : ""
          let sum = row.usd.isZero ? texts.withoutSum : usd(row.usd).description
          return "\(mark)\(row.name), \(texts.contributions(row.count))"
            + (row.count == 0 ? "" : ", " + sum)
        }, list.cursor.index
      )
    case .help(let field, let index):
      items = (
        helpRows(field.text).map {
          state.settings.keymap.label(of: $0, isCyrillic: state.isCyrillic) + ": "
            + texts.help($0.command)
        }, index
      )
    case .choice(let choice): items = (options(of: choice), choice.cursor.index)
    case .query(let field, _): return ["/ " + field.text]
    case .field(let question, let field, let index):
      let names = completions(of: question, field).map(\.name)
      let first = (index ?? 0) / 9 * 9
      let chosen = index.flatMap { names.indices.contains($0) ? names[$0] : nil }
      let line = prompt(question, width: .max) + ": " + field.text
      if names.isEmpty { return [line] }
      // The names are said when one goes to them, not at every letter.
      guard let chosen else { return [texts.knownNames, line] }
      return [texts.knownNames] + names.dropFirst(first).prefix(9) + [line + " > " + chosen]
    case nil:
      if case .article(let row) = here.page { return articleLines(row) }
      items = (pageItems, here.cursor.index)
    }
    let pane =
      here.page == .sectors && state.overlay == nil ? panes.dropFirst(here.pane).first : nil
    let title = plainTitle(pane)
    guard !items.texts.isEmpty else { return [title, texts.nothingFound] }
    let index = max(0, min(items.index, items.texts.count - 1))
    let first = index / 9 * 9
    let shown = items.texts.indices.dropFirst(first).prefix(9)
    let head = "\(title), \(first + 1)–\(first + shown.count) / \(items.texts.count)"
    let before = state.overlay == nil ? pageHead : []
    // On a heading the focus is the whole sector, as Enter takes it.
    let heading = here.isOnHeading ? pane.map(spoken) : nil
    return before + [head] + shown.map { "\($0 - first + 1). \(items.texts[$0])" }
      + [heading.map { "> " + $0 } ?? "> \(index - first + 1). \(items.texts[index])"]
  }

  /// What is listed: the facet, the keys, the question, or the page.
  private func plainTitle(_ pane: SectorPane?) -> String {
    switch state.overlay {
    case .facets(let list): texts.name(of: list.dimension)
    case .help: texts.keysOf + " " + texts.title(of: here.page)
    case .choice(let choice): texts.title(of: choice.purpose)
    case .query, .field, nil:
      texts.title(of: here.page)
        + (pane.map { ": " + texts.value($0.id, of: .sector, tables) } ?? "")
    }
  }

  /// Signs before a sum in words: few voices say them.
  fileprivate func spelt(_ line: String) -> String {
    var result = ""
    for piece in line.split(separator: " ", omittingEmptySubsequences: false) {
      if !result.isEmpty { result += " " }
      let word = texts.word(ofSign: piece.first.map(String.init) ?? "")
      result += word.map { piece.count > 1 ? $0 + " " + piece.dropFirst() : $0 } ?? String(piece)
    }
    return result
  }

  private var pageItems: [String] {
    switch here.page {
    case .sectors:
      let panes = panes
      guard !panes.isEmpty else { return [] }
      let pane = panes[max(0, min(here.pane, panes.count - 1))]
      return data.projects(of: pane, here.filter).map(spoken)
    case .projects:
      let list = data.projects(filter, sort: here.sort)
      return list.items.enumerated().map { index, item in
        index < list.homeCount
          ? spoken(item)
          : spoken(item) + ", \(texts.notAdded): \(texts.name(of: outside(item.project)))"
      }
    case .project, .fundingDetail, .explanation, .doubts, .decisions:
      return unwrappedBlocks.filter(\.isFocusable).map { said($0.lines) }
    case .funding, .map, .articles, .article:
      return sheet.rows.map {
        $0.prefix(here.page == .articles ? 3 : 4).filter { !$0.isEmpty }.joined(separator: ", ")
      }
    }
  }

  /// What a page says before its items: what it is of, and its total.
  private var pageHead: [String] {
    switch here.page {
    case .project, .fundingDetail, .explanation, .doubts, .decisions:
      let head = unwrappedBlocks.prefix { !$0.isFocusable }.flatMap(\.lines)
      let words = said(head)
      return words.isEmpty ? [] : [words]
    case .sectors, .projects, .funding, .map, .articles, .article: return []
    }
  }

  /// Lines said one after the other: a full stop between two of them where none stands yet, signs for the eye left out.
  private func said(_ lines: [Line]) -> String {
    lines.reduce(into: "") { text, line in
      let words = heard(line.text)
      guard !words.isEmpty, !text.isEmpty else {
        text += words
        return
      }
      let isEnded = text.last { !"»”\")".contains($0) }.map { ".!?…:;,".contains($0) } ?? true
      text += (isEnded || words.hasPrefix("—") ? " " : ". ") + words
    }
  }

  /// A line without the signs for the eye; what stands in columns of its own is parted by commas.
  private func heard(_ text: String) -> String {
    var words: [String] = []
    var blanks = 0
    for piece in text.split(separator: " ", omittingEmptySubsequences: false) {
      if piece.isEmpty {
        blanks += 1
        continue
      }
      guard !"→░○●◐✓".contains(piece) else { continue }
      if blanks > 0, let last = words.last, last.last.map({ !",.:;·—".contains($0) }) == true {
        words[words.count - 1] = last + ","
      }
      words.append(String(piece))
      blanks = 0
    }
    return words.joined(separator: " ")
  }

  private func spoken(_ item: ProjectTotal) -> String {
    guard let project = data.project(item.project) else { return "" }
    let sum = item.usd.isZero ? texts.withoutSum : usd(item).description
    let statuses = texts.name(of: data.statuses(ofProject: item.project))
    return "\(nameWithSector(of: project)), \(statuses), \(sum)"
  }

  private func spoken(_ pane: SectorPane) -> String {
    let whole = pane.own.usd + pane.shared.usd
    var words = [texts.value(pane.id, of: .sector, tables), texts.projects(pane.projectCount)]
    words.append(whole.isZero ? texts.withoutSum : usd(whole).description)
    if !pane.shared.usd.isZero {
      words.append(texts.ofIt + " " + texts.shared + " " + usd(pane.shared.usd).description)
    }
    return words.joined(separator: ", ")
  }

  /// An article read from the cursor on: a few sentences, then the lit word in focus.
  private func articleLines(_ row: Int) -> [String] {
    guard let reading = data.reading(row) else { return [] }
    let article = reading.article
    var lines = ["\(article.title). \(article.publisher), \(format.day(article.date))"]
    if article.kind == .digest { lines.append(texts.digestNotice) }
    lines += article.text.split(separator: "\n").map(String.init)
    let lits = data.litSpans(row)
    if let lit = here.lit, lits.indices.contains(lit), let words = article.words(of: lits[lit].span)
    {
      lines.append("> \(lits[lit].field.map { texts.name(of: $0) } ?? ""): \(words)")
    }
    return lines
  }
}
