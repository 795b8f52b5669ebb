// Rule 9: people decide last.

/// Decisions as the rules apply them: those not taken back, with the records they name.
struct DecisionPlan {
  /// Pairs of records, and the decision behind each.
  private(set) var same: [(a: Int, b: Int, id: String)] = []
  private(set) var notSame: [(a: Int, b: Int, id: String)] = []
  private(set) var partOf: [(part: Int, whole: Int, id: String)] = []
  /// `whole` is -1 where the decision names none: part of nothing.
  private(set) var notPart: [(part: Int, whole: Int, id: String)] = []
  private(set) var wider: [(record: Int, id: String)] = []
  private(set) var findings: [Finding] = []

  init() {}

  /// Finds the records that the decisions name; one whose claim is gone is a finding.
  init(_ decisions: [Decision], _ input: LedgerInput) {
    for decision in decisions {
      switch decision.kind {
      case .same, .notSame, .partOf:
        guard let a = record(decision.claim, decision, input),
          let b = record(decision.other, decision, input), a != b
        else { continue }
        if decision.kind == .same { same.append((a, b, decision.id)) }
        if decision.kind == .notSame { notSame.append((a, b, decision.id)) }
        if decision.kind == .partOf { partOf.append((a, b, decision.id)) }
      case .notPart:
        guard let part = record(decision.claim, decision, input) else { continue }
        let whole = decision.other == nil ? -1 : record(decision.other, decision, input)
        if let whole { notPart.append((part, whole, decision.id)) }
      case .wider:
        if let record = record(decision.claim, decision, input) {
          wider.append((record, decision.id))
        }
      case .notFunding, .edit, .confirm, .undo: break
      }
    }
  }

  private mutating func record(
    _ name: Decision.ClaimName?, _ decision: Decision, _ input: LedgerInput
  ) -> Int? {
    guard let name, let claim = ClaimFinder(input.readings).claim(name),
      let statement = input.statement(of: claim.article),
      let record = input.statements[statement].records[claim.index]
    else {
      findings.append(DecisionEdits.gone(decision, name))
      return nil
    }
    return record
  }

  /// Every record a decision ties or parts: it stands alone when equal claims are put together.
  var alone: Set<Int> { Set((same + notSame).flatMap { [$0.a, $0.b] }) }
}

/// Finds a claim by what does not change when its article is read again.
struct ClaimFinder {
  private let readings: [ArticleReading]

  /// - Shape: the readings are in the order of article ids.
  init(_ readings: [ArticleReading]) { self.readings = readings }

  /// The claim of that name; where no sentence fits any more, the only one that rests on the same words.
  func claim(_ name: Decision.ClaimName) -> Claim.ID? {
    guard let reading = readings.reading(Article.ID(name.article)) else { return nil }
    let resting = reading.claims.indices.filter {
      quote(of: reading.claims[$0], reading) == name.quote
    }
    let stated = resting.filter { sentence(of: reading.claims[$0], reading) == name.sentence }
    if let first = stated.first, !name.sentence.isEmpty || stated.count == 1 {
      return Claim.ID(reading.article.id, first)
    }
    return resting.count == 1 ? Claim.ID(reading.article.id, resting[0]) : nil
  }

  private func quote(of claim: Claim, _ reading: ArticleReading) -> String {
    claim.amount.flatMap {
      reading.mentions.indices.contains($0) ? reading.mentions[$0].quote : nil
    } ?? ""
  }

  private func sentence(of claim: Claim, _ reading: ArticleReading) -> String {
    claim.sentence.flatMap { reading.article.words(of: $0) } ?? ""
  }
}

/// Decisions that change what is read: corrected fields, and sums that are no funding.
struct DecisionEdits {
  private(set) var readings: [ArticleReading]
  private(set) var leftOut: [LeftOut] = []
  private(set) var findings: [Finding] = []
  /// Claims that a person said are no funding.
  private(set) var notFunding: Set<Claim.ID> = []
  /// The decisions that still hold, in their order.
  private(set) var standing: [Decision] = []

  /// - Shape: the readings are in the order of article ids.
  init(_ readings: [ArticleReading], _ decisions: [Decision]) {
    self.readings = readings
    standing = DecisionEdits.standing(decisions)
    for decision in standing where decision.kind == .edit || decision.kind == .notFunding {
      guard let name = decision.claim, let claim = ClaimFinder(readings).claim(name) else {
        findings.append(DecisionEdits.gone(decision, decision.claim))
        continue
      }
      if decision.kind == .edit {
        edit(claim, decision)
      } else if notFunding.insert(claim).inserted {
        leftOut.append(
          LeftOut(
            article: claim.article, mention: mention(of: claim), claim: claim.index, role: nil,
            rule: .decision, decision: decision.id))
      }
    }
  }

  /// Decisions not taken back; taking back an `undo` makes the decision stand again.
  static func standing(_ decisions: [Decision]) -> [Decision] {
    var undone: Set<String> = []
    for decision in decisions.reversed()
    where decision.kind == .undo && !undone.contains(decision.id) {
      if let target = decision.undoes { undone.insert(target) }
    }
    return decisions.filter { $0.kind != .undo && !undone.contains($0.id) }
  }

  static func gone(_ decision: Decision, _ name: Decision.ClaimName?) -> Finding {
    Finding(
      .doubt, code: "decision-without-claim", at: .init(file: name?.article ?? ""),
      "The decision \(decision.id) is about a claim that is no longer read there.",
      remedy: "Decide again about the claim that took its place, or take the decision back.",
      excerpt: name?.quote)
  }

  private func index(of article: Article.ID) -> Int? {
    readings.firstIndex { $0.article.id == article }
  }

  private func mention(of claim: Claim.ID) -> Int? {
    index(of: claim.article).flatMap { readings[$0].claims[claim.index].amount }
  }

  private mutating func edit(_ id: Claim.ID, _ decision: Decision) {
    guard let at = index(of: id.article), let value = decision.value else { return }
    let mention = readings[at].claims[id.index].amount
    let isEdited =
      setDay(of: at, decision)
      || ClaimEdit.apply(decision.field ?? "", value, to: &readings[at].claims[id.index])
      || mention.map {
        ClaimEdit.apply(decision.field ?? "", value, to: &readings[at].mentions[$0])
      } ?? false
    if !isEdited {
      findings.append(
        Finding(
          .error, code: "decision-unreadable", at: .init(file: id.article.rawValue),
          "The decision \(decision.id) sets \(decision.field ?? "nothing") to something it cannot be.",
          remedy: "Decide again with a value that the field can have.", excerpt: value))
    }
  }
}

extension DecisionEdits {
  /// Sets an article's day where the decision is about that; false where it is not, or names no day.
  private mutating func setDay(of reading: Int, _ decision: Decision) -> Bool {
    guard decision.field == ClaimField.date.rawValue,
      let day = decision.value.flatMap({ CalendarDate($0) })
    else { return false }
    readings[reading].article.date = day
    return true
  }
}

/// A corrected field.
enum ClaimEdit {
  static func apply(_ field: String, _ value: String, to claim: inout Claim) -> Bool {
    let list = value.split(separator: ";").map { word in
      String(word.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }
    switch field {
    case "donors": claim.donors = list.map { Organisation.ID($0) }
    case "implementers": claim.implementers = list.map { Organisation.ID($0) }
    case "sectors": claim.sectors = list.map { Sector.ID($0) }
    case "places": claim.places = list.map { Place.Label($0) }
    case "object": claim.object = value.isEmpty ? nil : value
    case "status":
      guard let status = Status(rawValue: value) else { return false }
      claim.status = status
    case "instrument":
      guard let instrument = Instrument(rawValue: value) else { return false }
      claim.instrument = instrument
    case "cumulative", "additional", "tranche":
      guard let isSet = Bool(value) else { return false }
      if field == "cumulative" { claim.isCumulative = isSet }
      if field == "additional" { claim.isAdditional = isSet }
      if field == "tranche" { claim.isTranche = isSet }
    default: return false
    }
    return true
  }

  static func apply(_ field: String, _ value: String, to mention: inout Mention) -> Bool {
    let decimals = mention.currency?.exponent ?? 2
    func end() -> Int64?? {
      if value.isEmpty { return .some(nil) }
      return DecimalText.minorUnits(value, decimals: decimals).map { .some($0) }
    }
    switch field {
    case "low":
      guard let low = end() else { return false }
      mention.low = low
    case "high":
      guard let high = end() else { return false }
      mention.high = high
    case "currency":
      guard let currency = Currency(value) else { return false }
      mention.low = mention.low.map { scaled($0, from: mention.currency, to: currency) }
      mention.high = mention.high.map { scaled($0, from: mention.currency, to: currency) }
      mention.currency = currency
    case "amount":
      guard let amount = AmountText.amount(value) else { return false }
      (mention.low, mention.high) = (amount.low, amount.high)
      (mention.currency, mention.bound) = (amount.currency, amount.bound)
    case "bound":
      guard let bound = Bound(rawValue: value) else { return false }
      mention.bound = bound
    case "role":
      guard let role = AmountRole(rawValue: value) else { return false }
      mention.role = role
    default: return false
    }
    return true
  }

  /// The same whole units in another currency's minor units.
  private static func scaled(_ value: Int64, from old: Currency?, to new: Currency) -> Int64 {
    let units =
      Int128(value) * Int128(new.minorUnitsPerUnit) / Int128(old?.minorUnitsPerUnit ?? 100)
    return Int64(clamping: units)
  }
}

extension Ledger {
  /// The claim that a decision names; `nil` where it is no longer read.
  public func claim(named name: Decision.ClaimName) -> Claim.ID? {
    ClaimFinder(readings).claim(name)
  }
}

extension LedgerWork {
  /// The steps of decisions that joined claims.
  mutating func logDecisions() {
    for (a, b, id) in plan.same {
      let draft = draftOfRecord[a]
      guard draft >= 0, draft == draftOfRecord[b] else { continue }
      drafts[draft].log.append(
        DraftStep(step: .joined, rule: .decision, record: b, other: a, decision: id))
    }
  }

  /// Puts gifts a person said are one funding with another claim there.
  mutating func placeDecidedGifts() {
    for (a, b, id) in plan.same {
      let (gift, other) = input.records[a].sum == nil ? (a, b) : (b, a)
      guard input.records[gift].sum == nil, draftOfRecord[gift] < 0, draftOfRecord[other] >= 0
      else {
        continue
      }
      let draft = draftOfRecord[other]
      drafts[draft].evidence.append(gift)
      drafts[draft].log.append(
        DraftStep(step: .joined, rule: .withoutSum, record: gift, decision: id))
      draftOfRecord[gift] = draft
    }
  }

  /// Whether a person said that a claim is not the same as one of a draft's.
  func isKeptOut(_ record: Int, of draft: Int) -> Bool {
    plan.notSame.contains {
      $0.a == record && draftOfRecord[$0.b] == draft
        || $0.b == record && draftOfRecord[$0.a] == draft
    }
  }

  /// What people said lies in what.
  mutating func markDecided() {
    for (part, whole, id) in plan.partOf {
      let (inner, outer) = (draftOfRecord[part], draftOfRecord[whole])
      guard inner >= 0, outer >= 0, inner != outer else { continue }
      drafts[inner].whole = outer
      drafts[inner].wholeRule = .decision
      drafts[inner].log.append(
        DraftStep(step: .partOf, rule: .decision, record: part, draft: outer, decision: id))
    }
    for (record, id) in plan.wider where draftOfRecord[record] >= 0 {
      drafts[draftOfRecord[record]].isForcedWider = true
      drafts[draftOfRecord[record]].log.append(
        DraftStep(step: .state, rule: .decision, record: record, decision: id))
    }
  }

  /// Whether a person said that one does not lie in the other.
  func isKeptBeside(_ part: Int, _ whole: Int) -> Bool {
    plan.notPart.contains {
      draftOfRecord[$0.part] == part && ($0.whole < 0 || draftOfRecord[$0.whole] == whole)
    }
  }
}
