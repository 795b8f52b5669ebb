/// How a figure came about: what counts, on whose words, by which rules, and what was left out.
///
/// - Shape: the figure is the sum of ``counted``'s `adds`, end by end, to the cent.
/// - Units: US cents.
public struct Explanation: Hashable, Sendable {
  /// What is explained.
  public enum Subject: Hashable, Sendable {
    case funding(Funding.ID)
    case project(Project.ID)
    case total(Filter)
  }

  /// One statement behind a funding.
  public struct Statement: Hashable, Sendable {
    public var claim: Claim.ID
    /// `nil` where the claim names no sum.
    public var mention: Int?
    /// Says less than the funding and sets nothing of it.
    public var isEvidence: Bool
    /// The funding's amount is this statement's.
    public var isAmount: Bool
    /// Does not say the same sum.
    public var disagrees: Bool
    /// The rules that folded it in, with the statements it was held against.
    public var steps: [Provenance]
  }

  /// A funding with everything that is known of how it came about.
  public struct Account: Hashable, Sendable {
    public var funding: Funding
    /// What it adds to the figure; zero where it is not counted.
    public var adds: Ends
    public var statements: [Statement]
    /// Steps that are about the funding as a whole: its state, what it lies in.
    public var steps: [Provenance]
    /// Fundings that lie in it.
    public var parts: [Funding.ID]
    /// What it has beyond its parts; `nil` where it has none.
    public var remainder: Ends?
  }

  /// Why a funding of the selection is not in the figure.
  public enum Reason: String, Sendable, CaseIterable {
    case part, superseded, exceeded, wider, noRate, withoutSum
  }

  public struct Excluded: Hashable, Sendable {
    public var account: Account
    public var reason: Reason
  }

  public var subject: Subject
  public var usd: Ends
  /// In the order of the ledger.
  public var counted: [Account]
  public var excluded: [Excluded]
  /// Sums that are no money for this: need, damage, other, and what a person took out. Only for totals.
  public var leftOut: [LeftOut]
}

extension Explanation {
  /// Explains everything a filter selects.
  public static func total(_ filter: Filter, of ledger: Ledger, in table: FundingTable)
    -> Explanation
  {
    var explanation = Explainer(ledger, table).explain(
      table.select(filter), subject: .total(filter))
    if filter.isEmpty { explanation.leftOut = ledger.leftOut }
    return explanation
  }

  /// Explains one funding, with its parts; `nil` where the ledger has none of that id.
  public static func funding(_ id: Funding.ID, of ledger: Ledger, in table: FundingTable)
    -> Explanation?
  {
    guard let row = table.row(of: id) else { return nil }
    let rows = Selection(rows: table.count, [row])
    return Explainer(ledger, table).explain(rows, subject: .funding(id))
  }

  /// Explains the fundings of a project; `nil` where the ledger has none of that id.
  public static func project(_ id: Project.ID, of ledger: Ledger, in table: FundingTable)
    -> Explanation?
  {
    guard let project = ledger.projects.first(where: { $0.id == id }) else { return nil }
    let rows = Selection(rows: table.count, project.fundings.compactMap { table.row(of: $0) })
    return Explainer(ledger, table).explain(rows, subject: .project(id))
  }
}

private struct Explainer {
  let ledger: Ledger
  let table: FundingTable
  private let partsOf: [Funding.ID: [Int]]

  init(_ ledger: Ledger, _ table: FundingTable) {
    self.ledger = ledger
    self.table = table
    var parts: [Funding.ID: [Int]] = [:]
    for (row, funding) in ledger.fundings.enumerated() {
      if let whole = funding.partOf { parts[whole, default: []].append(row) }
    }
    partsOf = parts
  }

  func explain(_ selection: Selection, subject: Explanation.Subject) -> Explanation {
    var counted: [Explanation.Account] = []
    var excluded: [Explanation.Excluded] = []
    var sum = Ends.zero
    for row in selection.list where ledger.fundings.indices.contains(row) {
      let funding = ledger.fundings[row]
      if let reason = reason(funding, selection) {
        excluded.append(.init(account: account(funding, adds: .zero), reason: reason))
        continue
      }
      let adds = table.total(of: family(of: row, in: selection), currencies: false).usd
      sum += adds
      counted.append(account(funding, adds: adds))
    }
    return Explanation(
      subject: subject, usd: sum, counted: counted, excluded: excluded, leftOut: [])
  }

  /// Why a funding adds nothing of its own here; `nil` where it counts.
  private func reason(_ funding: Funding, _ selection: Selection) -> Explanation.Reason? {
    switch funding.state {
    case .wider: return .wider
    case .superseded: return .superseded
    case .exceeded: return .exceeded
    case .counted, .part: break
    }
    if hasSelectedTotal(funding, selection) { return .part }
    if funding.amount == nil { return .withoutSum }
    return funding.usd == nil ? .noRate : nil
  }

  /// Whether a counted total that contains it is selected too.
  private func hasSelectedTotal(_ funding: Funding, _ selection: Selection) -> Bool {
    var whole = funding.state == .part ? funding.partOf : nil
    var seen: Set<Funding.ID> = [funding.id]
    while let id = whole, seen.insert(id).inserted, let row = table.row(of: id) {
      let total = ledger.fundings[row]
      if selection.contains(row), total.state == .counted || total.state == .part { return true }
      whole = total.state == .part ? total.partOf : nil
    }
    return false
  }

  /// A funding with the selected ones inside it.
  private func family(of row: Int, in selection: Selection) -> Selection {
    var members = [row]
    var next = 0
    while next < members.count {
      for part in partsOf[ledger.fundings[members[next]].id] ?? []
      where ledger.fundings[part].state == .part && !members.contains(part)
        && selection.contains(part)
      {
        members.append(part)
      }
      next += 1
    }
    return Selection(rows: table.count, members)
  }

  private func account(_ funding: Funding, adds: Ends) -> Explanation.Account {
    let steps = ledger.provenance[funding.id] ?? []
    let parts = (partsOf[funding.id] ?? []).map { ledger.fundings[$0] }
    var account = Explanation.Account(
      funding: funding, adds: adds, statements: [], steps: steps.filter { $0.claim == nil },
      parts: parts.map(\.id), remainder: nil)
    if let usd = funding.usd, !parts.isEmpty {
      var inside = Ends.zero
      for part in parts {
        if let usd = part.usd { inside += Ends(low: usd.low ?? 0, high: usd.high) }
      }
      account.remainder = Ends(low: usd.low ?? 0, high: usd.high).remainder(without: inside)
    }
    account.statements = (funding.sources + funding.evidence).map {
      statement($0, of: funding, steps)
    }
    return account
  }

  private func statement(_ claim: Claim.ID, of funding: Funding, _ steps: [Provenance])
    -> Explanation.Statement
  {
    let mine = steps.filter { $0.claim == claim }
    return Explanation.Statement(
      claim: claim, mention: ledger.claim(claim)?.amount,
      isEvidence: funding.evidence.contains(claim),
      isAmount: mine.contains { $0.step == .amount },
      disagrees: mine.contains { $0.step == .disagrees },
      steps: mine.filter { $0.step == .joined || $0.step == .evidence })
  }
}

extension [ArticleReading] {
  /// The reading of an article, among readings in the order of article ids.
  func reading(_ id: Article.ID) -> ArticleReading? {
    let at = indices.first(notBefore: { self[$0].article.id < id })
    return at < count && self[at].article.id == id ? self[at] : nil
  }
}

extension Ledger {
  /// The reading of an article. Cost: a binary search.
  public func reading(_ id: Article.ID) -> ArticleReading? {
    readings.reading(id)
  }

  /// A claim by its name.
  public func claim(_ id: Claim.ID) -> Claim? {
    guard let reading = reading(id.article), reading.claims.indices.contains(id.index) else {
      return nil
    }
    return reading.claims[id.index]
  }
}
