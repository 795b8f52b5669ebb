import FundingCore
import Screen

/// A project's page, and a funding's: who pays, how much, and the sentences that say so.
extension Scene {
  func projectBlocks(_ row: Int, width: Int) -> [Block] {
    guard let project = data.project(row) else { return [Block([Line(texts.gone, .doubt)])] }
    var head = wrap(nameWithSector(of: project), width: width, style: .heading)
    head.append(headLine(ofProject: row, project))
    head += shares(ofProject: row, width: width)
    head += facts(
      sectors: project.sector.map { [$0] } ?? [], places: project.places, donors: project.donors,
      implementers: project.implementers, width: width)
    head.append("")
    var blocks = [Block(head)]
    for funding in data.fundings(ofProject: row) { blocks += fundingBlocks(funding, width: width) }
    return blocks
  }

  /// A project's money, its state and day.
  private func headLine(ofProject row: Int, _ project: Project) -> Line {
    let total = data.table.projectTotal(row, in: data.table.everything)
    let statuses = data.statuses(ofProject: row)
    return [
      Span(" \(total.usd.isZero ? texts.withoutSum : usd(total).description) ", .total),
      Span(
        "  \(texts.glyph(of: statuses)) \(texts.name(of: statuses))", .status(of: statuses)),
      Span(project.date.map { " · " + format.day($0) } ?? "", .dim),
    ]
  }

  /// How much of a project's money is in which state, and how much of it is shared by other sectors; nothing where all of
  /// it is one and the same.
  private func shares(ofProject row: Int, width: Int) -> [Line] {
    let fundings = data.fundings(ofProject: row).compactMap { data.funding($0) }
      .filter { $0.state == .counted && $0.usd != nil }
    func sum(_ some: [Funding]) -> Ends {
      some.reduce(into: .zero) { $0 += Ends(low: $1.usd?.low ?? 0, high: $1.usd?.high) }
    }
    var lines: [Line] = []
    let byStatus = Status.allCases.map { status in (status, fundings.filter { $0.status == status })
    }
    .filter { !$0.1.isEmpty }
    if byStatus.count > 1 {
      let pieces = byStatus.map { status, some -> Line in
        [
          Span(texts.glyph(of: status) + " ", .status(of: status)),
          Span(texts.name(of: status) + " ", .dim), Span(usd(sum(some)).description, .amount),
        ]
      }
      lines.append(Line("  ") + fitted(pieces, to: width - 2))
    }
    let shared = fundings.filter { $0.sectors.count > 1 }
    if !shared.isEmpty, data.table.project(at: row)?.isPartlyShared == true {
      let own = data.project(row)?.sector
      let others = shared.flatMap(\.sectors).filter { $0 != own }
      let names = tables.sectors.map(\.id).filter(others.contains)
        .map { texts.name(of: $0, tables) }
      lines += wrap(
        texts.ofIt + " " + texts.sharedBeside + " " + usd(sum(shared)).description + ": "
          + format.list(names), width: width, style: .shared, indent: "  ░ ")
    }
    return lines
  }

  func fundingPageBlocks(_ row: Int, width: Int) -> [Block] {
    guard let funding = data.funding(row) else { return [Block([Line(texts.gone, .doubt)])] }
    var head = [
      Line([
        Span(" \(worth(of: funding)) ", .total),
        Span(
          "  \(texts.glyph(of: funding.status)) \(texts.name(of: funding.status))",
          .status(of: funding.status)),
        Span(funding.date.map { " · " + format.day($0) } ?? "", .dim),
      ])
    ]
    head += facts(
      sectors: funding.sectors, places: funding.places, donors: funding.donors,
      implementers: funding.implementers,
      width: width)
    head.append("")
    var blocks = [Block(head)] + fundingBlocks(row, width: width)
    for project in data.table.funding(at: row)?.projects ?? [] {
      guard let found = data.project(project) else { continue }
      blocks.append(
        Block(
          [[Span(texts.project + ": ", .dim)] + lit(nameWithSector(of: found))],
          target: .project(project)))
    }
    return blocks
  }

  private func facts(
    sectors: [Sector.ID], places: [Place.Label], donors: [Organisation.ID],
    implementers: [Organisation.ID], width: Int
  ) -> [Line] {
    let donorNames = donors.map { texts.full($0, tables) }
    return labelled(
      texts.pays,
      donorNames.isEmpty ? texts.none(of: .donor).lowercased() : format.list(donorNames),
      width: width)
      + labelled(
        texts.carriesOut, format.list(implementers.map { texts.full($0, tables) }), width: width)
      + labelled(
        texts.forWhat,
        sectors.isEmpty
          ? texts.none(of: .sector).lowercased()
          : format.list(sectors.map { texts.name(of: $0, tables) }), width: width)
      + labelled(
        texts.whereIs, format.list(places.map { texts.name(of: $0, tables) }), width: width)
  }

  /// A funding and the sentences it stands on.
  func fundingBlocks(_ row: Int, width: Int) -> [Block] {
    guard let funding = data.funding(row) else { return [] }
    var blocks = [Block(fundingLines(funding, width: width), target: .funding(row))]
    for claim in data.sources(of: funding) { blocks.append(sentenceBlock(claim, width: width)) }
    if !funding.evidence.isEmpty {
      blocks.append(Block([Line("  " + texts.evidence + ":", .dim)]))
      for claim in funding.evidence { blocks.append(sentenceBlock(claim, width: width)) }
    }
    blocks.append(Block([""]))
    return blocks
  }

  /// What a funding is: dollars first, its own currency, the rate, whether it counts, with whom it is shared.
  private func fundingLines(_ funding: Funding, width: Int) -> [Line] {
    var first: Line = [Span(worth(of: funding), .amount)]
    if let amount = funding.amount {
      let isDollars = amount.currency == .usd
      first.append("  " + format.exact(amount) + (isDollars ? "" : " " + conversion(funding)), .dim)
    }
    var pieces = [statusPiece(funding)]
    if funding.instrument != .unknown { pieces.append(Line(texts.name(of: funding.instrument))) }
    pieces.append(Line(funding.date == nil ? texts.noDate : format.day(funding.date), .dim))
    pieces.append(Line(texts.sources(funding.sources.count), .dim))
    if funding.isCumulative { pieces.append(Line(texts.name(of: ClaimField.cumulative), .dim)) }
    var lines = [first, Line("  ") + fitted(pieces, to: width - 2)]
    if funding.state != .counted { lines.append(Line("  " + reason(funding), .doubt)) }
    if funding.sectors.count > 1 {
      let names = format.list(funding.sectors.map { texts.name(of: $0, tables) })
      lines += wrap(texts.sharedBy + ": " + names, width: width, style: .shared, indent: "  ░ ")
    }
    if funding.disagrees { lines.append(Line("  " + texts.sourcesDisagree, .doubt)) }
    for claim in funding.sources {
      for decision in data.decisions(about: claim) {
        lines += wrap(words(of: decision), width: width, style: .match, indent: "  ")
      }
    }
    for donor in funding.donors {
      guard let claim = data.onlyNaming(donor, of: funding),
        let article = data.reading(of: claim)?.article
      else { continue }
      let name = texts.short(donor, tables)
      let words = texts.namedElsewhere(name, article.publisher + ", " + day(of: article))
      lines += wrap(words, width: width, style: .doubt, indent: "  ")
    }
    return lines.map { $0.clipped(to: width) }
  }

  /// A decision on the card of what it is about: what, why, who and when.
  private func words(of decision: Decision) -> String {
    let change = change(by: decision)
    let what = texts.name(of: decision.kind) + (change.isEmpty ? "" : ": " + change)
    let why = decision.why.isEmpty ? "" : " — " + oneLine(decision.why)
    let day = CalendarDate(decision.when.prefix(10)).map { ", " + format.day($0) } ?? ""
    return "\(what)\(why) (\(decision.who)\(day))"
  }

  /// A funding's status; where its articles tell different ones, as of which day.
  private func statusPiece(_ funding: Funding) -> Line {
    var piece = Line(texts.name(of: funding.status), .status(of: funding.status))
    let stating = funding.sources.compactMap { id in data.claim(id).map { (id, $0) } }
      .filter { $0.1.amount != nil }
    guard stating.contains(where: { $0.1.status != funding.status }) else { return piece }
    let days = stating.filter { $0.1.status == funding.status }
      .compactMap { data.reading(of: $0.0)?.article.date }
    if let day = days.max() { piece.append(" " + texts.asOf(format.day(day)), .dim) }
    return piece
  }

  /// The rate a sum was converted with, and its month.
  private func conversion(_ funding: Funding) -> String {
    guard let rate = funding.rate else { return "· " + texts.noRate }
    let assumed = funding.isRateAssumed ? " " + texts.assumedRate : ""
    return "· " + texts.rateOf + " " + format.month(rate.month) + assumed
  }

  /// Why a funding is not counted by itself.
  private func reason(_ funding: Funding) -> String {
    var text = texts.name(of: funding.state)
    if let parent = funding.partOf.flatMap({ data.row(of: $0) }), let total = data.funding(parent) {
      text +=
        ": " + worth(of: total) + " · "
        + format.list(total.donors.map { texts.short($0, tables) }, atMost: 2)
    }
    return text
  }

  /// The sentence of a claim with its outlet and day; a digest's sentence is told as a digest, never as the outlet's words.
  func sentenceBlock(_ id: Claim.ID, width: Int, limit: Int = 4) -> Block {
    guard let reading = data.reading(of: id) else {
      return Block([Line("    " + id.description, .dim)])
    }
    let article = reading.article
    let span = data.claim(id).flatMap {
      $0.sentence ?? $0.amount.flatMap { mentionSpan(reading, $0) }
    }
    let words = span.flatMap { article.words(of: $0) } ?? article.title
    let isDigest = article.kind == .digest
    let text = isDigest ? texts.digest + ": " + oneLine(words) : texts.quoted(oneLine(words))
    var lines = wrap(
      text, width: width, style: isDigest ? .digest : .plain, indent: "    ", limit: limit)
    lines.append([
      Span("    — " + article.publisher, .dim), Span(", " + day(of: article), .dim),
    ])
    return Block(lines, target: .claim(id))
  }

  func mentionSpan(_ reading: ArticleReading, _ index: Int) -> TextSpan? {
    reading.mentions.indices.contains(index) ? reading.mentions[index].span : nil
  }

  /// Beside a list: what its row leaves out of the project the cursor is on, the sentence behind its first sum before all
  /// else.
  func drawBeside(_ row: Int, _ canvas: inout Canvas, _ area: Rect) {
    canvas.rule(leftOf: area)
    guard let project = data.project(row) else { return }
    let width = area.width - 2
    var lines = [headLine(ofProject: row, project)]
    let fundings = data.fundings(ofProject: row).compactMap { data.funding($0) }
    if let first = fundings.lazy.compactMap({ data.sources(of: $0).first }).first {
      lines.append("")
      lines += sentenceBlock(first, width: width, limit: 5).lines
      lines.append("")
    }
    lines += shares(ofProject: row, width: width)
    if let only = fundings.first, fundings.count == 1, let amount = only.amount,
      amount.currency != .usd
    {
      lines.append(Line(format.exact(amount) + " " + conversion(only), .dim))
    }
    lines += facts(
      sectors: project.sector.map { [$0] } ?? [], places: project.places, donors: project.donors,
      implementers: project.implementers, width: width)
    if fundings.count > 1 { lines.append(Line(texts.sums(fundings.count), .dim)) }
    var budget = BesideBudget()
    _ = canvas.drawBeside(
      lines, in: Rect(column: area.column + 1, row: area.row, width: width, height: area.height),
      &budget)
  }
}

/// A text on one line: breaks become blanks.
func oneLine(_ text: String) -> String {
  String(text.map { $0.isNewline ? " " : $0 })
}
