import FundingCore
import Screen

extension State {
  /// A ready citation of the sum or the article in focus.
  mutating func copy() -> [Effect] {
    guard
      let text = scene.citation(
        claim: focusedClaim, funding: focusedFunding, article: scene.selectedArticle)
    else {
      notice = Notice(texts.nothingToCite)
      return []
    }
    return [.copy(text)]
  }

  mutating func openSource() -> [Effect] {
    let article =
      scene.selectedArticle.flatMap { data.reading($0)?.article }
      ?? focusedClaim.flatMap { data.reading(of: $0)?.article } ?? focusedArticle
    guard let url = article?.url, url.hasPrefix("http://") || url.hasPrefix("https://") else {
      notice = Notice(texts.noURL)
      return []
    }
    return [.open(url)]
  }

  private var focusedArticle: Article? {
    if case .article(let row) = focusedTarget { return data.reading(row)?.article }
    return nil
  }

  // MARK: Decisions

  /// Begins a decision about the claim in focus: with whom it is compared, or which field, then why.
  mutating func decide(_ command: Command) {
    if case .article(let row) = focusedTarget, let claim = data.reading(row).flatMap(firstClaim) {
      return decideDay(command, claim)
    }
    guard let claim = focusedClaim else {
      notice = Notice(texts.noClaimChosen)
      return
    }
    switch command {
    case .same: compare(.same, claim)
    case .different: compare(.different, claim)
    case .partOf: compare(.partOf, claim)
    case .confirm: ask(.reason(DecisionRequest(.confirm, [claim])))
    case .notFunding: ask(.reason(DecisionRequest(.notFunding, [claim])))
    default: overlay = .choice(Choice(purpose: .field(claim)))
    }
  }

  /// Where an article itself is in doubt, its day is: it is corrected, or said to be unknown.
  private mutating func decideDay(_ command: Command, _ claim: Claim.ID) {
    switch command {
    case .edit: ask(.correction(claim, .date))
    case .confirm: ask(.reason(DecisionRequest(.confirm, [claim], field: .date)))
    default: notice = Notice(texts.noClaimChosen)
    }
  }

  /// The claim by which a decision about a whole article names it.
  private func firstClaim(_ reading: ArticleReading) -> Claim.ID? {
    reading.claims.indices.map { Claim.ID(reading.article.id, $0) }
      .first { !data.rows(of: $0).isEmpty }
  }

  private mutating func compare(_ kind: DecisionKind, _ claim: Claim.ID) {
    let candidates = scene.candidates(for: kind, claim)
    guard !candidates.isEmpty else {
      notice = Notice(texts.noCandidates)
      return
    }
    overlay = .choice(Choice(purpose: .decision(kind, claim, candidates: candidates)))
  }

  mutating func answer(_ question: Question, _ line: TextField) -> [Effect] {
    switch question {
    case .correction(let claim, .amount):
      guard let amount = AmountText.amount(line.text) else {
        overlay = .field(question, line)
        notice = Notice(texts.noSuchAmount, isError: true)
        return []
      }
      ask(
        .reason(
          DecisionRequest(.correct, [claim], field: .amount, value: AmountText.text(amount))))
      return []
    case .correction(let claim, .date):
      guard let day = CalendarDate(typed: line.text), settings.today.map({ day <= $0 }) ?? true
      else {
        overlay = .field(question, line)
        notice = Notice(texts.noSuchDay, isError: true)
        return []
      }
      ask(.reason(DecisionRequest(.correct, [claim], field: .date, value: day.description)))
      return []
    case .correction(let claim, let field):
      switch scene.value(ofTyped: line.text, for: field) {
      case .success(let value):
        ask(.reason(DecisionRequest(.correct, [claim], field: field, value: value)))
      case .failure(let unknown):
        // What was typed stays, with what it may have meant.
        overlay = .field(question, line, at: unknown.candidates.isEmpty ? nil : 0)
        notice = Notice(
          texts.notInTable(unknown.word, candidates: unknown.candidates), isError: true)
      }
      return []
    case .reason(var request):
      overlay = nil
      request.reason = line.text
      return [.decide(request)]
    }
  }
}

extension Scene {
  /// Claims a decision may be about, the likeliest first: for "not the same" those of its own funding, else those of other
  /// fundings that share payers or sectors, nearest in amount.
  func candidates(for kind: DecisionKind, _ claim: Claim.ID) -> [Claim.ID] {
    let rows = data.rows(of: claim)
    if kind == .different {
      return rows.flatMap { data.funding($0)?.sources ?? [] }.filter { $0 != claim }
    }
    guard let own = rows.first.flatMap({ data.funding($0) }) else { return [] }
    let worth = Double(own.usd?.low ?? own.usd?.high ?? 0)
    let scored = data.ledger.fundings.compactMap { funding -> (Claim.ID, Double)? in
      guard funding.id != own.id, let first = funding.sources.first else { return nil }
      let payers = Set(funding.donors).intersection(own.donors).count
      let sectors = Set(funding.sectors).intersection(own.sectors).count
      guard payers > 0 || sectors > 0 || own.donors.isEmpty || funding.donors.isEmpty else {
        return nil
      }
      let other = Double(funding.usd?.low ?? funding.usd?.high ?? 0)
      let largest = max(worth, other)
      let distance = largest > 0 ? abs(worth - other) / largest : 1
      return (first, distance - Double(payers) * 0.5 - Double(sectors) * 0.1)
    }
    return scored.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.prefix(20).map(\.0)
  }

  /// What a field of a claim says now, as it is typed.
  func value(of field: ClaimField, _ id: Claim.ID) -> String {
    guard let claim = data.claim(id) else { return "" }
    switch field {
    case .donors: return words(ofIDs: claim.donors.map(\.rawValue), in: field)
    case .implementers: return words(ofIDs: claim.implementers.map(\.rawValue), in: field)
    case .sectors: return words(ofIDs: claim.sectors.map(\.rawValue), in: field)
    case .places: return words(ofIDs: claim.places.map(\.rawValue), in: field)
    case .status: return words(ofIDs: [claim.status.rawValue], in: field)
    case .instrument: return claim.instrument.rawValue
    case .cumulative: return words(ofIDs: [claim.isCumulative ? "true" : "false"], in: field)
    case .additional: return claim.isAdditional ? "true" : "false"
    case .tranche: return claim.isTranche ? "true" : "false"
    case .object: return claim.object ?? ""
    case .amount:
      let mentions = data.reading(of: id)?.mentions ?? []
      let mention = claim.amount.flatMap { mentions.indices.contains($0) ? mentions[$0] : nil }
      return mention?.amount.map(AmountText.text) ?? ""
    case .date: return data.reading(of: id)?.article.date.map { format.day($0) } ?? ""
    case .partOf: return ""
    }
  }

  /// A citation: the sentence (marked where it is a digest's), outlet, day, address, the sum in its own currency and in
  /// dollars with the rate.
  func citation(claim: Claim.ID?, funding: Int?, article: Int?) -> String? {
    let reading = claim.flatMap { data.reading(of: $0) } ?? article.flatMap { data.reading($0) }
    guard let reading else { return nil }
    let source = reading.article
    var parts: [String] = []
    let span = claim.flatMap { data.claim($0) }.flatMap {
      $0.sentence ?? $0.amount.flatMap { mentionSpan(reading, $0) }
    }
    let words = oneLine(span.flatMap { source.words(of: $0) } ?? source.title)
    parts.append(source.kind == .digest ? "\(words) (\(texts.digest))" : texts.quoted(words))
    // A digest's headline is no more the outlet's than its sentences.
    let title = oneLine(source.title)
    let headline = source.kind == .digest ? title : texts.quoted(title)
    var origin = [source.publisher, headline, day(of: source)]
    if let url = source.url { origin.append(url) }
    parts.append(origin.joined(separator: ", "))
    if let row = funding ?? claim.flatMap({ data.rows(of: $0).first }),
      let funding = data.funding(row)
    {
      if let amount = funding.amount { parts.append(sum(amount, funding)) }
    }
    return Clusters(parts.joined(separator: " — ")).reduce(into: "") { $0 += $1.text }
  }

  private func sum(_ amount: Amount, _ funding: Funding) -> String {
    var text = format.exact(amount)
    guard amount.currency != .usd, let usd = funding.usd else { return text }
    text += " = \(format.usd(usd))"
    if let rate = funding.rate {
      text += " (\(texts.rateOf) \(format.month(rate.month)), \(texts.rateName(rate)))"
    }
    return text
  }
}
