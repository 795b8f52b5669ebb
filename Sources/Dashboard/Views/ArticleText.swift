import FundingCore
import Screen

/// A stretch of an article that means something, and the claim it belongs to.
struct LitSpan: Hashable {
  var span: TextSpan
  var style: Style
  /// Index of the claim in its article; `nil` for money no claim rests on.
  var claim: Int?
  var field: ClaimField?
  var rule: String
  /// The sentence of the claim.
  var sentence: TextSpan?
}

extension LitSpan {
  func overlaps(_ other: LitSpan) -> Bool {
    span.part == other.span.part && span.range.overlaps(other.span.range)
  }
}

/// The lit stretches of a reading, in text order, none twice.
func litSpans(of reading: ArticleReading) -> [LitSpan] {
  var spans: [LitSpan] = []
  var taken = Set<TextSpan>()
  func add(_ lit: LitSpan) {
    if !lit.span.range.isEmpty, taken.insert(lit.span).inserted { spans.append(lit) }
  }
  for (index, mention) in reading.mentions.enumerated() {
    guard let span = mention.span else { continue }
    let claim = reading.claims.firstIndex { $0.amount == index }
    let restated = mention.restates.flatMap { earlier in
      reading.claims.firstIndex { $0.amount == earlier }
    }
    add(
      LitSpan(
        span: span, style: mention.role == .funding ? .litAmount : .doubt, claim: claim ?? restated,
        field: .amount, rule: "",
        sentence: (claim ?? restated).flatMap { reading.claims[$0].sentence }))
  }
  for (index, claim) in reading.claims.enumerated() {
    for evidence in claim.evidence {
      add(
        LitSpan(
          span: evidence.span, style: evidence.field.style, claim: index, field: evidence.field,
          rule: evidence.rule, sentence: claim.sentence))
    }
  }
  return spans.sorted { ($0.span, $0.style.rawValue) < ($1.span, $1.style.rawValue) }
}

extension ClaimField {
  /// How the words a field rests on are lit up.
  var style: Style {
    switch self {
    case .amount: .litAmount
    case .donors, .implementers: .litDonor
    case .sectors, .object: .litSector
    case .places: .litPlace
    case .status, .cumulative, .instrument, .partOf, .additional, .tranche, .date: .litStatus
    }
  }
}

/// A line of a wrapped part of an article.
struct ArticleLine: Hashable {
  var part: TextPart
  /// UTF-8 bytes of the part.
  var range: Range<Int>
}

/// An article's title and text wrapped to a width; an empty line stands between the two and between paragraphs.
func lines(of article: Article, width: Int) -> [ArticleLine] {
  var result = article.title.wrapped(to: width).map { ArticleLine(part: .title, range: $0) }
  result.append(
    ArticleLine(part: .title, range: article.title.utf8.count..<article.title.utf8.count))
  var start = 0
  for paragraph in article.text.split(separator: "\n", omittingEmptySubsequences: false) {
    let length = paragraph.utf8.count
    result += paragraph.wrapped(to: width).map {
      ArticleLine(part: .text, range: start + $0.lowerBound..<start + $0.upperBound)
    }
    start += length + 1
  }
  return result
}

extension ArticleLine {
  /// Whether any of a span's bytes stand on this line.
  func meets(_ span: TextSpan) -> Bool { span.part == part && span.range.overlaps(range) }
}

/// One article, its evidence lit up: from a lit word Enter leads to its funding.
extension Scene {
  func drawArticle(_ row: Int, _ canvas: inout Canvas, _ area: Rect) {
    guard let reading = data.reading(row) else { return }
    let article = reading.article
    var head: [Line] = [
      fitted([Line(article.publisher, .heading), Line(day(of: article))], to: area.width - 2)
    ]
    if let url = article.url { head += addressLines(url, beside: &head[0], width: area.width - 2) }
    if article.kind == .digest { head.append(Line(texts.digestNotice, .digest)) }
    if area.height < 8 { head = [] }
    if head.count * 3 > area.height { head = Array(head.prefix(2)) }
    for (offset, line) in head.enumerated() {
      canvas.grid.put(line, column: area.column + 1, row: area.row + offset, limit: area.width - 2)
    }
    let lits = data.litSpans(row)
    let foot = area.height >= 10 ? 2 : area.height >= 5 ? 1 : 0
    let body = Rect(
      column: area.column + 2, row: area.row + head.count, width: articleWidth(area.width),
      height: max(1, area.height - head.count - foot))
    let lines = ArticleLines(article, width: body.width)
    let top = lines.top(for: here, lits: lits, height: body.height)
    let focus = here.lit.flatMap { lits.indices.contains($0) ? lits[$0] : nil }
    for (offset, line) in lines.lines.dropFirst(top).prefix(body.height).enumerated() {
      draw(
        line, of: article, lits, focus, &canvas, column: body.column, row: body.row + offset,
        width: body.width)
    }
    canvas.scrollbar(
      in: Rect(column: area.column, row: body.row, width: area.width, height: body.height),
      top: top,
      count: lines.lines.count)
    drawMoney(reading, focus, &canvas, area, from: body.right + 2)
    if foot > 0 { drawFoot(reading, focus, &canvas, row: area.bottom - 1, width: area.width) }
    if foot > 1 { drawLegend(&canvas, row: area.bottom - 2, width: area.width) }
  }

  /// Beside a text that leaves room: what its claims say, the one of the lit word in focus marked.
  private func drawMoney(
    _ reading: ArticleReading, _ focus: LitSpan?, _ canvas: inout Canvas, _ area: Rect,
    from column: Int
  ) {
    let width = area.right - column - 3
    guard width >= 40, area.height >= 10, !reading.claims.isEmpty else { return }
    let inside = Rect(column: column + 1, row: area.row + 2, width: width, height: area.height - 4)
    canvas.rule(leftOf: Rect(column: column, row: inside.row, width: 1, height: inside.height))
    canvas.grid.put(
      Line(texts.claims(reading.claims.count), .heading), column: inside.column + 1, row: inside.row
    )
    let groups = moneyLines(of: reading, focus: focus?.claim, width: width)
    // The claim in focus is on the screen, whatever stands before it.
    let room = max(1, (inside.height - 2) / 3)
    let first = max(0, min((focus?.claim ?? 0) - room / 2, groups.count - room))
    for (offset, group) in groups.dropFirst(first).prefix(room).enumerated() {
      for (at, line) in group.enumerated() {
        canvas.grid.put(
          line, column: inside.column, row: inside.row + 2 + offset * 3 + at, limit: width)
      }
    }
  }

  /// Lines no longer than a person reads easily.
  func articleWidth(_ width: Int) -> Int { max(1, min(100, width - 5)) }

  /// The day of an article, in words where nobody knows it.
  func day(of article: Article) -> String {
    article.date == nil ? texts.noDate : format.day(article.date)
  }

  /// The address whole: behind the outlet where it fits, else on lines of its own.
  private func addressLines(_ url: String, beside first: inout Line, width: Int) -> [Line] {
    if first.columns + 3 + url.columns <= width {
      first = first + [Span(" · ", .dim), Span(url, .dim)]
      return []
    }
    return url.wrappedLines(to: width).prefix(3).map { Line($0, .dim) }
  }

  /// What the article's claims say, each on a few lines; the one in focus is marked.
  func moneyLines(of reading: ArticleReading, focus: Int?, width: Int) -> [[Line]] {
    reading.claims.indices.map { index in
      let claim = reading.claims[index]
      let row = data.rows(of: Claim.ID(reading.article.id, index)).first
      let funding = row.flatMap { data.funding($0) }
      var first: Line = [Span(index == focus ? "▸" : " ", .focused)]
      first.append(
        funding.map { worth(of: $0) } ?? texts.noFunding, funding == nil ? .dim : .amount)
      if let amount = funding?.amount, amount.currency != .usd {
        first.append("  " + format.exact(amount), .dim)
      }
      if let funding, funding.state != .counted {
        first.append("  " + texts.name(of: funding.state), .doubt)
      }
      let who = format.list(claim.donors.map { texts.short($0, tables) }, atMost: 2)
      let what = format.list(claim.sectors.map { texts.name(of: $0, tables) }, atMost: 2)
      let place = format.list(claim.places.map { texts.name(of: $0, tables) }, atMost: 2)
      let more = fitted(
        [
          Line(who, .litDonor), Line(what, .litSector), Line(place, .litPlace),
          Line(texts.name(of: claim.status), .litStatus),
        ], to: width - 2)
      return [first.clipped(to: width), Line("  ") + more]
    }
  }

  func draw(
    _ line: ArticleLine, of article: Article, _ lits: [LitSpan], _ focus: LitSpan?,
    _ canvas: inout Canvas, column: Int,
    row: Int, width: Int
  ) {
    guard let words = article.words(of: TextSpan(line.part, line.range)) else { return }
    let base: Style = line.part == .title ? .heading : .plain
    canvas.grid.put(words, column: column, row: row, limit: width, style: base)
    if let focus, let sentence = focus.sentence, line.meets(sentence) {
      // The sentence of the claim in focus stands out from its neighbours.
      let range = sentence.range.clamped(to: line.range)
      let local =
        range.lowerBound - line.range.lowerBound..<range.upperBound - line.range.lowerBound
      restyle(words, local, .heading, &canvas, column: column, row: row)
    }
    for found in searchMatches(in: words) {
      restyle(words, found, .match, &canvas, column: column, row: row)
    }
    for lit in lits where line.meets(lit.span) {
      let range = lit.span.range.clamped(to: line.range)
      let local =
        range.lowerBound - line.range.lowerBound..<range.upperBound - line.range.lowerBound
      restyle(words, local, lit.style, &canvas, column: column, row: row)
      if lit == focus {
        let (start, length) = cells(of: local, in: words)
        canvas.grid.select(column: column + start, row: row, width: length)
        if range.lowerBound == lit.span.range.lowerBound {
          canvas.grid.cursor = Grid.Position(column: column + start, row: row)
        }
      }
    }
  }

  private func restyle(
    _ words: String, _ range: Range<Int>, _ style: Style, _ canvas: inout Canvas, column: Int,
    row: Int
  ) {
    let (start, length) = cells(of: range, in: words)
    canvas.grid.restyle(column: column + start, row: row, width: length, style: style)
  }

  /// Where a stretch of bytes stands in cells.
  private func cells(of range: Range<Int>, in words: String) -> (start: Int, length: Int) {
    var start = 0
    var length = 0
    for cluster in Clusters(words) {
      if cluster.range.upperBound <= range.lowerBound {
        start += cluster.width
      } else if cluster.range.lowerBound < range.upperBound {
        length += cluster.width
      }
    }
    return (start, length)
  }

  private func drawLegend(_ canvas: inout Canvas, row: Int, width: Int) {
    let words: [(String, Style)] = [
      (texts.name(of: ClaimField.amount), .litAmount), (texts.name(of: Dimension.donor), .litDonor),
      (texts.name(of: Dimension.sector), .litSector), (texts.name(of: Dimension.place), .litPlace),
      (texts.name(of: Dimension.status), .litStatus),
    ]
    canvas.grid.put(
      fitted(words.map { Line($0.0, $0.1) }, to: width - 2, separator: Span("  ")), column: 1,
      row: row)
  }

  /// What the lit word in focus stands for, and where Enter leads.
  private func drawFoot(
    _ reading: ArticleReading, _ focus: LitSpan?, _ canvas: inout Canvas, row: Int, width: Int
  ) {
    guard let focus else {
      let key = key(.nextLit)
      let line: Line =
        reading.claims.isEmpty
        ? Line(texts.noClaims, .dim) : [Span(key, .key), Span(" " + texts.walksLit, .dim)]
      canvas.grid.put(line, column: 1, row: row, limit: width - 2)
      return
    }
    var pieces: [Line] = []
    if let field = focus.field { pieces.append(Line(texts.name(of: field), focus.style)) }
    if let claim = focus.claim, reading.claims.indices.contains(claim) {
      let rows = data.rows(of: Claim.ID(reading.article.id, claim))
      if let first = rows.first, let funding = data.funding(first) {
        pieces.append([Span("Enter ", .key), Span(worth(of: funding), .amount)])
        pieces.append(Line(format.list(funding.donors.map { texts.short($0, tables) }, atMost: 3)))
        if funding.state != .counted { pieces.append(Line(texts.name(of: funding.state), .doubt)) }
      } else {
        pieces.append(Line(texts.noFunding, .dim))
      }
    } else {
      pieces.append(Line(texts.noClaimHere, .dim))
    }
    canvas.grid.put(fitted(pieces, to: width - 2), column: 1, row: row)
  }
}

/// The wrapped lines of an article and which of them is on top.
struct ArticleLines {
  let lines: [ArticleLine]

  init(_ article: Article, width: Int) { lines = Dashboard.lines(of: article, width: width) }

  /// The line at the top: the one that holds the anchor, moved so that the lit word in focus is seen.
  func top(for here: Location, lits: [LitSpan], height: Int) -> Int {
    var top = line(at: here.anchor)
    if let lit = here.lit, lits.indices.contains(lit),
      let at = lines.firstIndex(where: { $0.meets(lits[lit].span) })
    {
      if at < top || at >= top + height { top = at - height / 3 }
    }
    return max(0, min(top, lines.count - height))
  }

  /// The line that holds an anchor; see ``anchor(of:)``.
  func line(at anchor: Int) -> Int {
    if anchor <= 0 { return 0 }
    return lines.lastIndex { $0.part == .text && $0.range.lowerBound < anchor } ?? 0
  }

  /// The place in the text that a line begins at, plus one; 0 stands for the title.
  func anchor(of line: Int) -> Int {
    guard lines.indices.contains(line), lines[line].part == .text else { return 0 }
    return lines[line].range.lowerBound + 1
  }
}
