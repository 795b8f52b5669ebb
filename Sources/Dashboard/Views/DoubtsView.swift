import FundingCore
import Screen

/// What a careful editor should look at: what the check found, and sums that cannot stand as they are.
extension Scene {
  /// Something to look at, and where.
  private struct Doubt {
    var sign: String
    var style: Style
    var text: String
    var detail: String
    var target: Target?
  }

  func doubtBlocks(width: Int) -> [Block] {
    let all = findingDoubts + fundingDoubts
    let doubts = filter.isEmpty ? all : all.filter(isInFilter)
    guard !doubts.isEmpty else {
      let text = all.isEmpty ? texts.noDoubts : texts.noDoubtsHere(all.count)
      return [Block([Line(text, .heading)])]
    }
    var head = Line(texts.doubts(doubts.count), .heading)
    if doubts.count < all.count { head.append("  " + texts.outOf(all.count), .dim) }
    var blocks = [Block([head])]
    for doubt in doubts {
      var lines = wrap(
        doubt.text, width: width - 2, style: doubt.style == .error ? .error : .plain, indent: "  ")
      if let first = lines.first {
        lines[0] = [Span(doubt.sign + " ", doubt.style)] + Line(Array(first.spans.dropFirst()))
      }
      if !doubt.detail.isEmpty {
        lines += wrap(doubt.detail, width: width, style: .dim, indent: "    ", limit: 3)
      }
      blocks.append(Block(lines, target: doubt.target))
    }
    return blocks
  }

  /// Whether a doubt is about what the filter lets through.
  private func isInFilter(_ doubt: Doubt) -> Bool {
    switch doubt.target {
    case .article(let row): data.articles(filter).contains(row)
    case .funding(let row): data.selection(filter).contains(row)
    case .claim(let id): data.rows(of: id).contains { data.selection(filter).contains($0) }
    case .project, nil: false
    }
  }

  /// Outlet, day and title instead of a file where the doubt is about an article.
  private func place(of finding: Finding, _ target: Target?) -> String {
    if case .article(let row) = target, let article = data.reading(row)?.article {
      return "\(article.publisher), \(day(of: article)): \(oneLine(article.title))"
    }
    return finding.location.line.map { "\(finding.location.file):\($0)" }
      ?? finding.location.file
  }

  private var findingDoubts: [Doubt] {
    data.findings.map { finding in
      let words = texts.describe(finding)
      let target = target(of: finding)
      let excerpt = finding.excerpt.map { $0.isEmpty ? "" : "«\(oneLine($0))»" } ?? ""
      let detail = [excerpt, place(of: finding, target), words.remedy].filter { !$0.isEmpty }
        .joined(
          separator: " · ")
      return Doubt(
        sign: finding.severity == .error ? "✗" : "!",
        style: finding.severity == .error ? .error : .doubt,
        text: words.message, detail: detail, target: target)
    }
  }

  /// The article a finding is about, by its file or its id.
  private func target(of finding: Finding) -> Target? {
    let file = finding.location.file
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let stem = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    if let row = data.row(of: Article.ID(stem)) ?? data.row(of: Article.ID(file)) {
      return .article(row)
    }
    if let row = data.row(of: Funding.ID(file)) { return .funding(row) }
    return nil
  }

  private var fundingDoubts: [Doubt] {
    data.ledger.fundings.enumerated().compactMap { row, funding in
      guard funding.state != .superseded else { return nil }
      let who = format.list(funding.donors.map { texts.short($0, tables) }, atMost: 3)
      let what =
        worth(of: funding) + (who.isEmpty ? "" : " · " + who) + " · "
        + texts.sources(funding.sources.count)
      func doubt(_ text: String) -> Doubt {
        Doubt(sign: "?", style: .doubt, text: text, detail: what, target: .funding(row))
      }
      // The ledger's own doubts name the article; these lead to the sum.
      if funding.disagrees { return doubt(texts.sourcesDisagree) }
      return nil
    }
  }
}
