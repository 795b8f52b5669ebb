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
    let doubts = findingDoubts + fundingDoubts
    guard !doubts.isEmpty else { return [Block([Line(texts.noDoubts, .heading)])] }
    var blocks = [Block([Line(texts.doubts(doubts.count), .heading)])]
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

  private var findingDoubts: [Doubt] {
    data.findings.map { finding in
      let words = texts.describe(finding)
      let place =
        finding.location.line.map { "\(finding.location.file):\($0)" } ?? finding.location.file
      let detail = [words.remedy, finding.excerpt ?? "", place].filter { !$0.isEmpty }.joined(
        separator: " · ")
      return Doubt(
        sign: finding.severity == .error ? "✗" : "!",
        style: finding.severity == .error ? .error : .doubt,
        text: words.message, detail: detail, target: target(of: finding))
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
