import Dashboard
import FundingCore

/// An explanation as a tree for people.
struct ExplanationPrinter {
  private let explanation: Explanation
  private let library: LoadedLibrary
  private var texts: Texts { library.texts }

  init(_ explanation: Explanation, _ library: LoadedLibrary) {
    self.explanation = explanation
    self.library = library
  }

  func text() -> String {
    var lines = [headline()]
    lines += tree(explanation.counted.map { account($0, adds: true) })
    let kinds = Explanation.Reason.allCases.filter { reason in
      explanation.excluded.contains { $0.reason == reason }
    }
    for reason in kinds {
      let members = explanation.excluded.filter { $0.reason == reason }
      lines += ["", "\(texts.name(of: reason)) — \(say("не додано", "not added")):"]
      lines += tree(members.map { account($0.account, adds: false) })
    }
    lines += leftOut()
    return lines.map { Sanitised.line($0) }.joined(separator: "\n") + "\n"
  }

  private func say(_ uk: String, _ en: String) -> String { library.context.text(uk, en) }

  private func headline() -> String {
    let sum = "\(library.short(explanation.usd))  (\(exact(explanation.usd)))"
    switch explanation.subject {
    case .total(let filter):
      let filter = filter.isEmpty ? "" : "  [\(filter)]"
      return say("Разом ", "Total ") + sum + filter
    case .project(let id):
      let title =
        library.ledger.projects.firstIndex { $0.id == id }.map {
          library.title(ofProject: $0)
        } ?? ""
      return "\(id)  \(title)  \(sum)"
    case .funding(let id): return "\(id)  \(sum)"
    }
  }

  /// Both ends in dollars and cents.
  private func exact(_ ends: Ends) -> String {
    texts.format.exact(Amount(low: ends.low, high: ends.high, currency: .usd, bound: .range))
  }

  /// A node's lines: the first hangs on the branch, the rest beside it.
  private struct Node {
    var lines: [String]
    var children: [Node] = []
  }

  private func tree(_ nodes: [Node], indent: String = "") -> [String] {
    nodes.enumerated().flatMap { index, node in
      let isLast = index == nodes.count - 1
      let beside = indent + (isLast ? "   " : "│  ")
      let first = indent + (isLast ? "└─ " : "├─ ") + (node.lines.first ?? "")
      return [first] + node.lines.dropFirst().map { beside + $0 }
        + tree(node.children, indent: beside)
    }
  }

  private func account(_ account: Explanation.Account, adds: Bool) -> Node {
    let funding = account.funding
    let stated = funding.amount.map { texts.format.exact($0) } ?? say("без суми", "no sum")
    let who = library.names(funding.donors)
    let what = funding.sectors.map { texts.name(of: $0, library.tables) }.joined(separator: ", ")
    let place = funding.places.map { texts.name(of: $0, library.tables) }.joined(separator: ", ")
    let added = adds ? "+ \(exact(account.adds))  " : ""
    var node = Node(lines: [
      "\(funding.id)  \(added)\(stated)  "
        + [who, what, place].filter { !$0.isEmpty }.joined(separator: " · ")
    ])
    if let rate = rate(of: funding) { node.lines.append(rate) }
    for step in account.steps { node.lines.append(describe(step, of: funding)) }
    if !account.parts.isEmpty {
      let remainder = account.remainder.map { exact($0) } ?? ""
      node.lines.append(
        say("частини: ", "parts: ") + account.parts.map(\.rawValue).joined(separator: ", ")
          + say("; решта ", "; the rest ") + remainder)
    }
    if funding.disagrees { node.lines.append(say("джерела розходяться", "sources disagree")) }
    node.children = account.statements.map { statement($0, of: funding) }
    return node
  }

  private func rate(of funding: Funding) -> String? {
    guard let amount = funding.amount else { return nil }
    guard let rate = funding.rate else {
      return say(
        "офіційного курсу \(amount.currency) немає", "no official rate for \(amount.currency)")
    }
    if amount.currency == .usd { return nil }
    let value = DecimalText.wholeUnits(rate.mantissa, decimals: rate.scale)
    let assumed =
      funding.isRateAssumed
      ? say(" (стаття без дати: місяць найновішої)", " (undated: the newest article's month)") : ""
    let month = texts.format.month(rate.month)
    return say("курс ", "rate ")
      + "1 \(amount.currency) = \(value) USD, \(month)\(assumed); \(texts.rateName(rate))"
  }

  private func statement(_ statement: Explanation.Statement, of funding: Funding) -> Node {
    guard let reading = library.ledger.reading(statement.claim.article) else {
      return Node(lines: [statement.claim.description])
    }
    let article = reading.article
    let digest = article.kind == .digest ? say(", переказ", ", digest") : ""
    let date = article.date == nil ? say("без дати", "undated") : texts.format.day(article.date)
    var lines = ["\(article.publisher), \(date)\(digest)  [\(statement.claim)]"]
    if let sentence = sentence(of: statement, reading) { lines.append("«\(sentence)»") }
    var notes: [String] = []
    if statement.isEvidence { notes.append(say("лише підтверджує", "only confirms")) }
    if statement.isAmount { notes.append(say("звідси сума", "the amount is this one's")) }
    if statement.disagrees { notes.append(say("каже іншу суму", "says another sum")) }
    notes += statement.steps.filter { $0.step == .joined }.map { step in
      let other = step.other.map { " (\($0))" } ?? ""
      return texts.explained(step.rule) + other
    }
    if !notes.isEmpty { lines.append("→ " + notes.joined(separator: "; ")) }
    return Node(lines: lines)
  }

  private func sentence(of statement: Explanation.Statement, _ reading: ArticleReading) -> String? {
    let claim = library.ledger.claim(statement.claim)
    if let words = claim?.sentence.flatMap({ reading.article.words(of: $0) }) { return words }
    return statement.mention.map { reading.mentions[$0].quote }
  }

  private func describe(_ step: Provenance, of funding: Funding) -> String {
    let other = step.funding.map { " → \($0)" } ?? ""
    return "\(texts.name(of: funding.state)): \(texts.explained(step.rule))\(other)"
  }

  private func leftOut() -> [String] {
    guard !explanation.leftOut.isEmpty else { return [] }
    var counts: [AmountRole: Int] = [:]
    for item in explanation.leftOut { if let role = item.role { counts[role, default: 0] += 1 } }
    let roles = AmountRole.allCases.compactMap { role in
      counts[role].map { "\(texts.name(of: role)): \($0)" }
    }
    guard !roles.isEmpty else { return [] }
    return [
      "",
      say("Суми, що не є фінансуванням: ", "Sums that are no funding: ")
        + roles.joined(separator: ", "),
    ]
  }
}
