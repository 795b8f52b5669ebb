import FundingCore

/// A claim in the making: indices instead of ids, tokens instead of spans.
struct Draft {
  /// Index of the sum, the first statement of it; -1 where the claim has none.
  var sum: Int
  var sentence: Int
  /// The words that are this claim's own.
  var segment: Range<Int>
  /// The clauses of all statements of the sum.
  var segments: [Range<Int>] = []
  /// All sentences that state the sum.
  var statements: [Int] = []
  /// The sentences behind these that speak of the same money.
  var following: [Int] = []
  /// Indices of organisations; strangers are below zero.
  var donors: [Int32] = []
  var workers: [Int32] = []
  var sectors: [Int32] = []
  var places: [Int32] = []
  var status: Status = .planned
  var isCumulative = false
  var instrument: Instrument = .unknown
  var partOf: Int?
  var isAdditional = false
  var isTranche = false
  var object: Range<Int>?
  var evidence: [Proof] = []

  struct Proof {
    var field: ClaimField
    var tokens: Range<Int>
    var rule: RuleID
  }

  mutating func prove(_ field: ClaimField, _ tokens: Range<Int>, _ rule: RuleID) {
    evidence.append(Proof(field: field, tokens: tokens, rule: rule))
  }
}

extension Array where Element: Equatable {
  mutating func appendNew(_ element: Element) {
    if !contains(element) { append(element) }
  }
}
