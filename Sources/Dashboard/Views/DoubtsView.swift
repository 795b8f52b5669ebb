import FundingCore
import Screen

/// What a careful editor should look at: what the check found, and sums that cannot stand as they are.
extension Scene {
  /// Something to look at, and where.
  struct Doubt {
    var sign: String
    var style: Style
    var text: String
    /// What the sum in doubt is worth, who pays it and for what.
    var detail: String
    var remedy: String
    var target: Target?
    /// The article it stands in, by its row.
    var article: Int?
    /// What stands over it where it is in no article: a file and line.
    var place = ""
    /// US cents that hang on it, those in the total before others: the doubts that matter most go first.
    var weight = Weight()

    struct Weight: Comparable {
      var counted: Int64 = 0
      var stated: Int64 = 0
      static func < (a: Weight, b: Weight) -> Bool {
        (a.counted, a.stated) < (b.counted, b.stated)
      }
    }
  }

  func doubtBlocks(width: Int) -> [Block] {
    let found = allDoubts
    let all = found.filter { !isConfirmed($0) }
    let groups = doubtGroups(all)
    let doubts = groups.flatMap { $0 }
    let confirmed: Line =
      all.count < found.count
      ? [Span("  " + texts.confirmedBeside(found.count - all.count), .amount)] : Line()
    guard !doubts.isEmpty else {
      let text = all.isEmpty ? texts.noDoubts : texts.noDoubtsHere(all.count)
      return [Block([Line(text, .heading) + confirmed])]
    }
    var head = Line(texts.doubts(doubts.count), .heading) + confirmed
    if doubts.count < all.count { head.append("  " + texts.outOf(all.count), .dim) }
    var blocks = [Block([head])]
    for group in groups {
      blocks.append(Block([""] + wrap(title(of: group[0]), width: width, style: .title)))
      for (index, doubt) in group.enumerated() {
        let isLast = index + 1 == group.count || group[index + 1].remedy != doubt.remedy
        blocks.append(block(of: doubt, withRemedy: isLast, width: width))
      }
    }
    return blocks
  }

  /// Whether somebody has looked and said that it is right as it stands.
  private func isConfirmed(_ doubt: Doubt) -> Bool {
    let claims: [Claim.ID]
    var field: String?
    switch doubt.target {
    case .claim(let id): claims = [id]
    case .funding(let row): claims = data.funding(row)?.sources ?? []
    case .article(let row):
      // Of an article in doubt its day was confirmed: that nobody knows it.
      field = ClaimField.date.rawValue
      claims =
        data.reading(row).map { reading in
          reading.claims.indices.map { Claim.ID(reading.article.id, $0) }
        } ?? []
    case .project, nil: claims = []
    }
    return claims.contains {
      data.decisions(about: $0).contains { $0.kind == .confirm && $0.field == field }
    }
  }

  private var allDoubts: [Doubt] {
    let found = findingDoubts
    return found + fundingDoubts(besides: found)
  }

  /// The doubts of the page in its order.
  var listedDoubts: [Doubt] {
    doubtGroups(allDoubts.filter { !isConfirmed($0) }).flatMap { $0 }
  }

  /// Doubts about what the filter lets through; those of one article stand together under its name. What cannot be read
  /// goes first, then what most money hangs on.
  private func doubtGroups(_ all: [Doubt]) -> [[Doubt]] {
    var groups: [[Doubt]] = []
    for doubt in filter.isEmpty ? all : all.filter(isInFilter) {
      let known = groups.firstIndex { group in
        group.first.map { $0.article == doubt.article && $0.place == doubt.place } ?? false
      }
      if let known { groups[known].append(doubt) } else { groups.append([doubt]) }
    }
    func isBroken(_ group: [Doubt]) -> Bool { group.contains { $0.style == .error } }
    func weight(_ group: [Doubt]) -> Doubt.Weight { group.map(\.weight).max() ?? .init() }
    // Equal ones stay in the order they were first met.
    return groups.enumerated().sorted { a, b in
      if isBroken(a.element) != isBroken(b.element) { return isBroken(a.element) }
      let (x, y) = (weight(a.element), weight(b.element))
      return x == y ? a.offset < b.offset : x > y
    }.map(\.element)
  }

  /// Outlet, day and title, or the file and line.
  private func title(of doubt: Doubt) -> String {
    guard let article = doubt.article.flatMap({ data.reading($0)?.article }) else {
      return doubt.place
    }
    return "\(article.publisher), \(day(of: article)) · \(oneLine(article.title))"
  }

  private func block(of doubt: Doubt, withRemedy: Bool, width: Int) -> Block {
    var lines = wrap(
      doubt.text, width: width - 2, style: doubt.style == .error ? .error : .plain, indent: "  ")
    if let first = lines.first {
      lines[0] = [Span(doubt.sign + " ", doubt.style)] + Line(Array(first.spans.dropFirst()))
    }
    if !doubt.detail.isEmpty {
      lines += wrap(doubt.detail, width: width, style: .amount, indent: "    ", limit: 2)
    }
    if withRemedy, !doubt.remedy.isEmpty {
      let key: String
      switch doubt.target {
      case .claim, .article: key = " (\(self.key(.edit)))"
      case .funding, .project, nil: key = ""
      }
      lines += wrap("→ " + doubt.remedy + key, width: width, style: .dim, indent: "    ", limit: 3)
    }
    return Block(lines, target: doubt.target)
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

  private var findingDoubts: [Doubt] {
    data.findings.map(doubt)
  }

  private func doubt(_ finding: Finding) -> Doubt {
    let words = texts.describe(finding)
    let message = texts.withCurledQuotes(words.message)
    let row = article(of: finding)
    let claim: Claim.ID? = row.flatMap { self.claim(finding, in: $0) }
    var funding: Int? = data.row(of: Funding.ID(fileName(finding)))
    if let claim { funding = data.rows(of: claim).first }
    var target: Target?
    if let claim {
      target = .claim(claim)
    } else if let row {
      target = .article(row)
    } else if let funding {
      target = .funding(funding)
    }
    let quote = oneLine(finding.excerpt ?? "")
    let line = finding.location.line.map { ":\($0)" } ?? ""
    let isError = finding.severity == .error
    let contradiction = claim.flatMap { choice(in: finding, against: $0) }
    var detail: [String] = []
    if let contradiction { detail.append(contradiction) }
    if let funding { detail.append(summary(of: funding)) }
    var doubt = Doubt(
      sign: isError ? "✗" : "!", style: isError ? .error : .doubt,
      text: quote.isEmpty ? message : texts.quoted(quote) + ": " + lowered(message),
      detail: detail.joined(separator: " · "), remedy: words.remedy, target: target,
      article: row, place: row == nil ? finding.location.file + line : "")
    if let funding {
      doubt.weight = weight(ofFunding: funding)
    } else if let row {
      doubt.weight = weight(ofArticle: row)
    }
    return doubt
  }

  private func weight(ofFunding row: Int) -> Doubt.Weight {
    guard let funding = data.funding(row), let usd = funding.usd else { return .init() }
    let cents = usd.low ?? usd.high ?? 0
    return Doubt.Weight(counted: funding.state == .counted ? cents : 0, stated: cents)
  }

  /// The largest sum an article states.
  private func weight(ofArticle row: Int) -> Doubt.Weight {
    guard let reading = data.reading(row) else { return .init() }
    let rows = reading.claims.indices.flatMap { data.rows(of: Claim.ID(reading.article.id, $0)) }
    return rows.map { weight(ofFunding: $0) }.max() ?? .init()
  }

  /// Of two sums of one funding that contradict each other, which one counts, in which currency, and why.
  private func choice(in finding: Finding, against id: Claim.ID) -> String? {
    guard ["slip", "other-currency", "sources-disagree"].contains(finding.code),
      let funding = data.rows(of: id).first.flatMap({ data.funding($0) }),
      let chosen = funding.amount, let other = stated(id), other != chosen
    else { return nil }
    let stating = funding.sources.compactMap { id in stated(id).map { (id.article, $0) } }
    func articles(_ amount: Amount) -> Int {
      Set(stating.filter { $0.1 == amount }.map(\.0)).count
    }
    let reason: String? =
      switch finding.code {
      case "slip": texts.slipReason(articles(chosen), articles(other))
      case "other-currency": texts.currencyReason(articles(chosen), articles(other))
      default: texts.amountReason(chosen, articles(chosen), other, articles(other))
      }
    return texts.counts(format.exact(chosen), not: format.exact(other))
      + (reason.map { ": " + $0 } ?? "")
  }

  /// The sum a claim states.
  private func stated(_ id: Claim.ID) -> Amount? {
    guard let reading = data.reading(of: id), let index = data.claim(id)?.amount,
      reading.mentions.indices.contains(index)
    else { return nil }
    return reading.mentions[index].amount
  }

  /// A sentence that goes on after a colon.
  private func lowered(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }

  private func fileName(_ finding: Finding) -> String {
    let file = finding.location.file
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return name.hasSuffix(".md") ? String(name.dropLast(3)) : name
  }

  /// The article a finding is about, by its file or its id.
  private func article(of finding: Finding) -> Int? {
    data.row(of: Article.ID(fileName(finding))) ?? data.row(of: Article.ID(finding.location.file))
  }

  /// The claim whose sum a finding quotes, so that Enter leads to the words and decisions can be made.
  private func claim(_ finding: Finding, in row: Int) -> Claim.ID? {
    guard let reading = data.reading(row), let quote = finding.excerpt, !quote.isEmpty else {
      return nil
    }
    let mentions = reading.mentions.indices.filter { reading.mentions[$0].quote == quote }
    return reading.claims.firstIndex { claim in
      claim.amount.map { mentions.contains($0) } ?? false
    }.map { Claim.ID(reading.article.id, $0) }
  }

  /// What a funding is worth, who pays it, and the project it is for.
  private func summary(of row: Int) -> String {
    guard let funding = data.funding(row) else { return "" }
    let project = data.table.funding(at: row)?.projects.first.flatMap { data.project($0) }
    return ([worth(of: funding)] + (project.map { [nameWithSector(of: $0)] } ?? []))
      .joined(separator: " · ")
  }

  /// Sums whose sources disagree, where no finding has told it already.
  private func fundingDoubts(besides found: [Doubt]) -> [Doubt] {
    var told = Set<Int>()
    for doubt in found {
      if case .claim(let id) = doubt.target { told.formUnion(data.rows(of: id)) }
    }
    return data.ledger.fundings.enumerated().compactMap { row, funding in
      guard funding.state != .superseded, funding.disagrees, !told.contains(row) else {
        return nil
      }
      let article = funding.sources.first.flatMap { data.row(of: $0.article) }
      return Doubt(
        sign: "?", style: .doubt, text: texts.sourcesDisagree,
        detail: summary(of: row) + " · " + texts.sources(funding.sources.count), remedy: "",
        target: .funding(row), article: article, weight: weight(ofFunding: row))
    }
  }
}
