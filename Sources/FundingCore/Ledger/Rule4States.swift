// Rule 4: parts are not counted beside their total, unless they exceed it. Rule 5: wider money is shown beside.

extension LedgerWork {
  /// Sets every draft's state, totals before what lies in them.
  mutating func setStates() {
    markExceeded()
    for index in drafts.indices {
      drafts[index].state = state(of: index)
      switch drafts[index].state {
      case .superseded: drafts[index].whole = nil
      case .wider: drafts[index].log.append(DraftStep(step: .state, rule: .wider))
      case .part:
        drafts[index].log.append(
          DraftStep(step: .state, rule: drafts[index].wholeRule, draft: drafts[index].whole))
      case .exceeded: drafts[index].log.append(DraftStep(step: .state, rule: .exceeded))
      case .counted: break
      }
    }
  }

  private func state(of index: Int) -> Funding.State {
    let draft = drafts[index]
    if draft.isSuperseded { return .superseded }
    if let whole = draft.whole, !draft.countsForWhole, isCounted(whole) { return .part }
    if !isAtHome(index) { return .wider }
    return draft.isExceeded ? .exceeded : .counted
  }

  /// Whether money of a draft, or of what it lies in, is in the home city's total.
  private func isCounted(_ index: Int) -> Bool {
    isAtHome(index) && !drafts[index].isSuperseded
  }

  func isAtHome(_ index: Int) -> Bool {
    !drafts[index].isForcedWider && input.places.isAtHome(drafts[index].places)
  }

  /// Holds each breakdown against its total by itself.
  private mutating func markExceeded() {
    var breakdowns: [Int: [[Int]]] = [:]
    var inside: [Int: [Int]] = [:]
    var told: [Int: [Int: Set<Int>]] = [:]
    for part in drafts.indices {
      guard let whole = drafts[part].whole, !drafts[part].isSuperseded else { continue }
      switch drafts[part].wholeRule {
      case .insideTotal, .decision: inside[whole, default: []].append(part)
      case .exactSum: break
      default:
        for record in drafts[part].records {
          told[whole, default: [:]][input.records[record].statement, default: []].insert(part)
        }
      }
    }
    for (whole, parts) in inside { breakdowns[whole, default: []].append(parts) }
    for (whole, statements) in told {
      for statement in statements.keys.sorted() {
        breakdowns[whole, default: []].append((statements[statement] ?? []).sorted())
      }
    }
    for whole in breakdowns.keys.sorted() {
      guard isAtHome(whole), !isInsideCounted(whole) else { continue }
      let exceeding = (breakdowns[whole] ?? []).filter { exceed($0, whole) }
      guard let parts = exceeding.max(by: { (known($0), $1[0]) < (known($1), $0[0]) }) else {
        continue
      }
      drafts[whole].isExceeded = true
      for part in parts { drafts[part].countsForWhole = true }
    }
  }

  private func isInsideCounted(_ index: Int) -> Bool {
    drafts[index].whole.map { isCounted($0) } ?? false
  }

  /// The low ends of some parts together, in cents.
  private func known(_ parts: [Int]) -> Int64 {
    parts.reduce(0) { PrintedNumber.sum($0, cents(drafts[$1]).low ?? 0) }
  }

  /// Whether the parts add up to more than the total says.
  private func exceed(_ parts: [Int], _ whole: Int) -> Bool {
    guard let total = drafts[whole].sum else { return false }
    if parts.allSatisfy({ drafts[$0].sum?.currency == total.currency }) {
      let sum = parts.reduce(0) { PrintedNumber.sum($0, drafts[$1].sum?.low ?? 0) }
      return sum > limit(total)
    }
    guard
      let month = drafts[whole].day.map({ CalendarDate(dayNumber: $0).month }) ?? input.newestMonth,
      let most = sums.cents(limit(total), total.currency, in: month)
    else { return false }
    return known(parts) > most
  }

  /// What parts may add up to: an exact or about total and half a step of its last printed digit, an open one's low
  /// end.
  private func limit(_ total: PrintedSum) -> Int64 {
    switch total.bound {
    case .exact, .about: PrintedNumber.sum(total.value, total.step / 2)
    case .atLeast: total.value
    case .atMost, .range: total.high ?? total.value
    }
  }
}
