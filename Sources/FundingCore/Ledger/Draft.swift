/// A funding while the rules work on it.
struct Draft {
  /// Records with a sum, or those of a gift without one; ascending.
  var records: [Int]
  /// Records that are evidence only.
  var evidence: [Int] = []
  var facts: Facts
  var sum: PrintedSum?
  var disagrees = false
  var day: Int32?
  var places: [Int32] = []
  var isSuperseded = false
  /// The draft that stands in its place.
  var successor: Int?
  /// The draft it lies in, and by which part of rule 4.
  var whole: Int?
  var wholeRule: LedgerRule = .stated
  var isExceeded = false
  var state = Funding.State.counted
  /// The parts of an exceeding breakdown count in their total's place.
  var countsForWhole = false
  /// A person said that it is for somewhere wider.
  var isForcedWider = false
  var log: [DraftStep] = []

  init(records: [Int], facts: Facts) {
    self.records = records
    self.facts = facts
  }

  /// What a total may be held against: running totals that still stand.
  var isStandingTotal: Bool { facts.isCumulative && sum != nil && !isSuperseded }
}

/// A step of how a draft came about; numbers become names when it is a funding.
struct DraftStep {
  var step: Provenance.Step
  var rule: LedgerRule
  var record: Int?
  var other: Int?
  var draft: Int?
  var decision: String?
}

/// What the rules share: the input, the drafts, and the tables to compare with.
struct LedgerWork {
  var input: LedgerInput
  let comparison: FactComparison
  let sums: SumComparison
  var drafts: [Draft] = []
  /// The draft of each record; -1 where it is in none.
  var draftOfRecord: [Int]
  var findings: [Finding] = []
  /// What people decided.
  let plan: DecisionPlan

  init(_ input: LedgerInput, plan: DecisionPlan = DecisionPlan()) {
    self.input = input
    self.plan = plan
    comparison = FactComparison(input)
    sums = SumComparison(rates: input.rates, newestMonth: input.newestMonth)
    draftOfRecord = [Int](repeating: -1, count: input.records.count)
  }

  /// The statements of a draft's records, each text once for each sum it tells.
  func statements(of draft: Draft) -> [StatedSum] {
    var byText: [StatedSum: Int] = [:]
    var result: [StatedSum] = []
    for record in draft.records {
      guard let sum = input.records[record].sum else { continue }
      let stated = StatedSum(
        sum: sum, text: input.statements[input.records[record].statement].text,
        day: nil, record: record)
      if let known = byText[stated] {
        if let day = input.records[record].day {
          result[known].day = min(result[known].day ?? day, day)
        }
      } else {
        byText[stated] = result.count
        result.append(stated)
        result[result.count - 1].day = input.records[record].day
      }
    }
    return result
  }

  /// Days from the first to the second, earliest first; an undated one is older than any.
  func isOlder(_ a: Draft, than b: Draft) -> Bool {
    switch (a.day, b.day) {
    case (let x?, let y?): x < y
    case (nil, .some): true
    case (_, nil): false
    }
  }

  /// What a draft's sum is worth in cents at its own month's rate, end by end.
  func cents(_ draft: Draft) -> (low: Int64?, high: Int64?) {
    guard let sum = draft.sum,
      let month = draft.day.map({ CalendarDate(dayNumber: $0).month }) ?? input.newestMonth,
      let rate = input.rates.rate(sum.currency, in: month)
    else { return (nil, nil) }
    return (
      sum.low.flatMap { rate.cents($0, rounding: .down) },
      sum.high.flatMap { rate.cents($0, rounding: .up) }
    )
  }
}

/// One statement of a sum.
struct StatedSum: Hashable {
  var sum: PrintedSum
  var text: Int
  var day: Int32?
  var record: Int

  static func == (a: StatedSum, b: StatedSum) -> Bool { a.sum == b.sum && a.text == b.text }
  func hash(into hasher: inout Hasher) {
    hasher.combine(sum)
    hasher.combine(text)
  }
}
