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
  /// The rule that set it.
  var statusRule: RuleID = "T0"
  var isCumulative = false
  var instrument: Instrument = .unknown
  var partOf: Int?
  var isAdditional = false
  var isTranche = false
  var object: Range<Int>?
  var evidence: [Proof] = []

  init(sum: Int, sentence: Int, segment: Range<Int>) {
    self.sum = sum
    self.sentence = sentence
    self.segment = segment
  }

  /// Begins another claim in the room of one that was written.
  mutating func restart(sum: Int, sentence: Int, segment: Range<Int>) {
    (self.sum, self.sentence, self.segment) = (sum, sentence, segment)
    segments.removeAll(keepingCapacity: true)
    statements.removeAll(keepingCapacity: true)
    following.removeAll(keepingCapacity: true)
    donors.removeAll(keepingCapacity: true)
    workers.removeAll(keepingCapacity: true)
    sectors.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    evidence.removeAll(keepingCapacity: true)
    (status, instrument, statusRule) = (.planned, .unknown, "T0")
    (isCumulative, isAdditional, isTranche) = (false, false, false)
    (partOf, object) = (nil, nil)
  }

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

  /// Keeps the first of each.
  mutating func dropRepeated() {
    var kept = 0
    for index in indices where !self[..<kept].contains(self[index]) {
      if kept < index { self[kept] = self[index] }
      kept += 1
    }
    removeLast(count - kept)
  }
}
