import FundingCore
import Screen

/// How a figure came about, as a tree a person can check; and what people decided.
extension Scene {
  func explanationBlocks(_ figure: Explained, width: Int) -> [Block] {
    guard let explanation = data.explanation(figure, filter) else {
      return [Block([Line(texts.gone, .doubt)])]
    }
    var blocks = [Block(headline(explanation, figure, width: width))]
    for account in explanation.counted.sorted(by: isLarger(_:than:)) {
      blocks += accountBlocks(account, isAdded: true, width: width)
    }
    for reason in Explanation.Reason.allCases {
      let members = explanation.excluded.filter { $0.reason == reason }.map(\.account)
      guard !members.isEmpty else { continue }
      blocks.append(
        Block([
          Line("\(texts.name(of: reason)) — \(texts.notAdded): \(members.count)", .heading), "",
        ]))
      for account in members.sorted(by: isLarger(_:than:)) {
        blocks += accountBlocks(account, isAdded: false, width: width)
      }
    }
    blocks += leftOutBlocks(explanation)
    return blocks
  }

  /// The most money first; of as much, the newest.
  private func isLarger(_ a: Explanation.Account, than b: Explanation.Account) -> Bool {
    func worth(_ account: Explanation.Account) -> Int64 {
      max(account.adds.low, account.funding.usd?.low ?? account.funding.usd?.high ?? 0)
    }
    if worth(a) != worth(b) { return worth(a) > worth(b) }
    if a.funding.date != b.funding.date {
      return (a.funding.date?.dayNumber ?? .min) > (b.funding.date?.dayNumber ?? .min)
    }
    return a.funding.id < b.funding.id
  }

  private func headline(_ explanation: Explanation, _ figure: Explained, width: Int) -> [Line] {
    var lines: [Line] = []
    let printed = printed(figure)
    if printed.times > explanation.counted.count, printed.times > 1 {
      lines += wrap(
        texts.naive(
          printed, usd(printed.usd).description, contested: contested(explanation).count,
          usd(contested(explanation).sum).description), width: width, style: .dim)
      lines.append("")
    }
    var worth = explanation.usd
    worth.isAbout = isAbout(figure)
    var first: Line = [Span(" \(usd(worth)) ", .total)]
    switch figure {
    case .total: first.append("  " + texts.sums(explanation.counted.count))
    case .project(let row):
      if let project = data.project(row) {
        first.append("  " + nameWithSector(of: project))
      }
    case .funding(let row):
      if let funding = data.funding(row) {
        let who = format.list(funding.donors.map { texts.short($0, tables) }, atMost: 2)
        let what = format.list(funding.sectors.map { texts.name(of: $0, tables) }, atMost: 3)
        first.append("  " + [what, who].filter { !$0.isEmpty }.joined(separator: " — "))
      }
    }
    lines.append(first.clipped(to: width))
    lines.append("")
    return lines
  }

  /// Whether a figure is only about so much, as it is told wherever it stands.
  private func isAbout(_ figure: Explained) -> Bool {
    switch figure {
    case .total: data.summary(filter).total.usd.isAbout
    case .funding(let row): data.funding(row)?.amount?.bound == .about
    case .project(let row): data.table.isAbout(project: row)
    }
  }

  /// What adding up every printed sum of the figure would give.
  private func printed(_ figure: Explained) -> PrintedMoney {
    let rows: Selection =
      switch figure {
      case .total: data.selection(filter)
      case .funding(let row): Selection(rows: data.table.count, [row])
      case .project(let row): Selection(rows: data.table.count, data.fundings(ofProject: row))
      }
    return data.ledger.printed(rows, tables: tables)
  }

  /// Statements whose sum the other articles contradict, mistakes of the press for the most part, and their money.
  private func contested(_ explanation: Explanation) -> (count: Int, sum: Ends) {
    var count = 0
    var sum = Ends.zero
    let accounts = explanation.counted + explanation.excluded.map(\.account)
    for account in accounts where account.funding.state != .wider {
      for statement in account.statements where statement.disagrees {
        guard let reading = data.reading(of: statement.claim), let index = statement.mention,
          reading.mentions.indices.contains(index), let amount = reading.mentions[index].amount,
          let month = reading.article.date?.month ?? account.funding.rate?.month,
          let rate = tables.rates.rate(amount.currency, in: month)
        else { continue }
        count += 1
        sum += Ends(
          low: amount.low.flatMap { rate.cents($0, rounding: .down) } ?? 0,
          high: amount.high.flatMap { rate.cents($0, rounding: .up) })
      }
    }
    return (count, sum)
  }

  private func accountBlocks(_ account: Explanation.Account, isAdded: Bool, width: Int) -> [Block] {
    let funding = account.funding
    var adds = account.adds
    adds.isAbout = funding.amount?.bound == .about
    var first: Line = [
      Span(isAdded ? "+ \(usd(adds))" : worth(of: funding), isAdded ? .amount : .shared)
    ]
    if let amount = funding.amount { first.append("  " + format.exact(amount), .dim) }
    let who = format.list(funding.donors.map { texts.short($0, tables) }, atMost: 3)
    let what = format.list(funding.sectors.map { texts.name(of: $0, tables) }, atMost: 3)
    let place = format.list(funding.places.map { texts.name(of: $0, tables) }, atMost: 2)
    first.append("  " + [who, what, place].filter { !$0.isEmpty }.joined(separator: " · "))
    var lines = [first.clipped(to: width)]
    if let rate = rateLine(funding) {
      lines += wrap(rate, width: width, style: .dim, indent: "  ", limit: 2)
    }
    for step in account.steps {
      let other = step.funding.flatMap { data.row(of: $0) }.flatMap { data.funding($0) }.map {
        " → " + worth(of: $0)
      }
      lines += wrap(
        texts.clause(of: step.rule) + (other ?? ""), width: width, style: .doubt, indent: "  ")
    }
    if let remainder = account.remainder {
      lines.append(
        Line(
          "  \(texts.parts): \(account.parts.count), \(texts.beyondParts) \(usd(remainder))", .dim))
    }
    var blocks = [Block(lines, target: data.row(of: funding.id).map { .funding($0) })]
    for statement in account.statements { blocks.append(statementBlock(statement, width: width)) }
    blocks.append(Block([""]))
    return blocks
  }

  private func rateLine(_ funding: Funding) -> String? {
    guard let amount = funding.amount, amount.currency != .usd else { return nil }
    guard let rate = funding.rate else { return texts.noRate }
    let assumed = funding.isRateAssumed ? " " + texts.assumedRate : ""
    return texts.rate(rate, of: amount.currency) + ", \(format.month(rate.month))\(assumed)"
      + (rate.source.isEmpty ? "" : "; \(texts.rateName(rate))")
  }

  private func statementBlock(_ statement: Explanation.Statement, width: Int) -> Block {
    var block = sentenceBlock(statement.claim, width: width, limit: 3)
    var notes: [String] = []
    if statement.isEvidence { notes.append(texts.evidenceOnly) }
    if statement.isAmount { notes.append(texts.amountFromHere) }
    if statement.disagrees { notes.append(texts.saysAnother) }
    notes += statement.steps.filter { $0.step == .joined }.map { texts.clause(of: $0.rule) }
    if !notes.isEmpty {
      block.lines += wrap(
        "→ " + notes.joined(separator: "; "), width: width, style: .dim, indent: "    ")
    }
    return block
  }

  private func leftOutBlocks(_ explanation: Explanation) -> [Block] {
    let pieces = AmountRole.allCases.compactMap { role -> String? in
      let count = explanation.leftOut.count { $0.role == role }
      return count == 0 ? nil : "\(texts.name(of: role)): \(count)"
    }
    guard !pieces.isEmpty else { return [] }
    return [Block([Line(texts.noFundingSums + ": " + pieces.joined(separator: ", "), .dim)])]
  }

  // MARK: Decisions

  /// The value of a field as the screen names it.
  private func words(of value: String, in field: String) -> String {
    guard let field = ClaimField(rawValue: field), hasNames(field) else { return value }
    let ids = value.split(separator: ";").map { String($0.drop { $0 == " " }) }
    return words(ofIDs: ids, in: field)
  }

  /// What people decided, newest first, and whether it is in force.
  var listedDecisions: [(decision: Decision, isStanding: Bool)] {
    let standing = Set(Decision.standing(data.decisions).map(\.id))
    return data.decisions.filter { $0.kind != .undo }.reversed().map {
      ($0, standing.contains($0.id))
    }
  }

  /// The field a decision corrects and what it says now; empty for other decisions.
  func change(by decision: Decision) -> String {
    guard let field = decision.field else { return "" }
    let known = ClaimField(rawValue: field).map { texts.name(of: $0) } ?? field
    guard let value = decision.value, !value.isEmpty else { return known }
    if field == ClaimField.date.rawValue { return "\(known) = \(format.day(CalendarDate(value)))" }
    return "\(known) = \(words(of: value, in: field))"
  }

  func decisionBlocks(width: Int) -> [Block] {
    guard !data.decisions.isEmpty else { return [Block([Line(texts.noDecisions, .heading)])] }
    let decisions = listedDecisions
    var blocks = [Block([Line(texts.decisions(decisions.count), .heading)])]
    for (decision, isStanding) in decisions {
      var first: Line = [Span(texts.name(of: decision.kind), .title)]
      let change = change(by: decision)
      if !change.isEmpty { first.append("  " + change) }
      if !isStanding { first.append("  " + texts.takenBack, .doubt) }
      var lines = [first.clipped(to: width)]
      for name in [decision.claim, decision.other].compactMap({ $0 }) {
        let words = name.quote.isEmpty ? name.sentence : name.quote
        lines += wrap(
          texts.quoted(oneLine(words)) + " — " + source(of: name), width: width, indent: "    ",
          limit: 2)
      }
      let meta = [decision.who, String(decision.when.prefix(10)), decision.why].filter {
        !$0.isEmpty
      }
      lines += wrap(
        meta.joined(separator: " · "), width: width, style: .dim, indent: "    ", limit: 3)
      let target = decision.claim.flatMap { data.row(of: Article.ID($0.article)) }.map {
        Target.article($0)
      }
      blocks.append(Block(lines, target: target))
    }
    return blocks
  }
}
