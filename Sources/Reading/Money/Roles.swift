import FundingCore

/// What a sum is there for, by the words around it: the first rule that fires.
struct RoleReader {
  let document: Document
  /// Sentences in which somebody pays.
  let paid: Set<Int>

  func assign() {
    for index in document.sums.indices { document.sums[index].role = role(of: index) }
    supersede()
  }

  /// The words of the sum's own clause: from the sum before it to the sum behind it, cut at commas beside them.
  func segment(of index: Int) -> Range<Int> { Segments.segment(of: index, in: document) }

  private func role(of index: Int) -> AmountRole {
    let sum = document.sums[index]
    let sentence = document.sentences[Int(sum.sentence)]
    if sentence.isBackground { return .other }
    let near = cues(
      max(sentence.tokens.lowerBound, sum.tokens.lowerBound - 12)..<sum.tokens.lowerBound,
      own: index)
    let segment = segment(of: index)
    let own = cues(segment, own: -1)
    let behind = cues(
      sum.tokens.upperBound..<min(segment.upperBound, sum.tokens.upperBound + 6), own: -1)
    let all = own.union(cues(sentence.tokens, own: -1))
    if isDenied(segment) { return .need }
    if own.contains(.damage) { return .damage }
    if own.contains(.military) { return .other }
    if own.contains(.saving) { return .other }
    if own.contains(.target) && !own.contains(.raised) && !own.contains(.give) { return .need }
    if needs(segment, sum) { return .need }
    if compares(index, segment) { return .other }
    if isPriced(segment, sum, near.union(behind)) { return .other }
    if isBudget(segment) { return .other }
    if all.isDisjoint(with: RoleReader.funding) && !paid.contains(Int(sum.sentence)) {
      return paid.isEmpty || !all.contains(.works) ? .other : .funding
    }
    return .funding
  }

  private static let funding: Cues = [
    .give, .fund, .grant, .loan, .receive, .allocated, .tranche, .payerFollows, .cost, .tender,
    .works, .programme, .done, .raised,
  ]

  func cues(_ range: Range<Int>, own: Int) -> Cues {
    var all: Cues = []
    for at in range where range.lowerBound < range.upperBound {
      all.formUnion(document.tokens[at].cues)
    }
    return all
  }

  /// «кошти ще не виділено», "has not been allocated".
  private func isDenied(_ range: Range<Int>) -> Bool {
    for at in range where document.tokens[at].cues.contains(.not) {
      for next in (at + 1)..<max(at + 1, min(at + 4, range.upperBound)) {
        let cues = document.tokens[next].cues
        if !cues.isDisjoint(with: [.give, .allocated, .receive, .arrived])
          && !RoleReader.exempt.contains(document.tokens[at].hash)
        {
          return true
        }
      }
    }
    return false
  }

  private static let exempt = Set(["без", "без", "without"].map { WordHash(word: $0).value })

  private func needs(_ range: Range<Int>, _ sum: Sum) -> Bool {
    for at in range where document.tokens[at].cues.contains(.need) {
      let distance =
        at < sum.tokens.lowerBound ? sum.tokens.lowerBound - at : at - sum.tokens.upperBound
      if distance <= 14 { return true }
    }
    return false
  }

  /// Said as a change: «впала на 20 млн», «на 1,5 млрд менше, ніж».
  private func compares(_ index: Int, _ segment: Range<Int>) -> Bool {
    let sum = document.sums[index]
    let before = sum.tokens.lowerBound - 1
    guard before >= segment.lowerBound, RoleReader.byWords.contains(document.tokens[before].hash)
    else { return false }
    let around =
      max(segment.lowerBound, before - 3)..<min(segment.upperBound, sum.tokens.upperBound + 2)
    return around.contains { document.tokens[$0].cues.contains(.change) }
  }

  private static let byWords = Set(["на", "by"].map { WordHash(word: $0).value })

  private func isPriced(_ segment: Range<Int>, _ sum: Sum, _ near: Cues) -> Bool {
    guard near.contains(.price) else { return false }
    // «на зарплати» is what a grant is for; a price nobody pays is none.
    return !cues(segment, own: -1).contains(.give)
      || near.isDisjoint(with: [.fund, .grant, .loan, .give])
  }

  /// «бюджет області на 2026 рік становитиме 5 млрд».
  private func isBudget(_ segment: Range<Int>) -> Bool {
    guard let at = segment.first(where: { RoleReader.budget.contains(document.tokens[$0].hash) })
    else { return false }
    let ahead = cues(at..<min(segment.upperBound, at + 12), own: -1)
    return ahead.isDisjoint(with: [
      .give, .allocated, .fund, .grant, .loan, .receive, .payerFollows, .programme, .cost,
    ])
  }

  private static let budget = Set(
    ["бюджет", "бюджету", "бюджета", "budget"].map { WordHash(word: $0).value })

  /// A value that the next one takes the place of: «на 106 млн, згодом його зменшили до 88,9 млн».
  private func supersede() {
    for index in document.sums.indices.dropFirst() {
      let sum = document.sums[index]
      let old = document.sums[index - 1]
      guard sum.sentence - old.sentence <= 1, old.currency == sum.currency, old.value != sum.value,
        sum.role == .funding, old.role == .funding
      else { continue }
      let before = sum.tokens.lowerBound - 1
      guard before >= old.tokens.upperBound,
        RoleReader.toWords.contains(document.tokens[before].hash)
      else { continue }
      if cues(max(old.tokens.upperBound, before - 6)..<before, own: -1).contains(.change) {
        document.sums[index - 1].role = .other
      }
    }
  }

  private static let toWords = Set(["до", "to"].map { WordHash(word: $0).value })
}

/// Parts of a sentence by its sums.
enum Segments {
  /// The tokens nearer to one sum than to the sums beside it.
  ///
  /// Between two sums the cut is the comma right behind the first, else the last comma or conjunction before the second.
  static func segment(of index: Int, in document: Document) -> Range<Int> {
    let sum = document.sums[index]
    let sentence = document.sentences[Int(sum.sentence)].tokens
    var start = sentence.lowerBound
    var end = sentence.upperBound
    if index > 0, document.sums[index - 1].sentence == sum.sentence {
      start = cut(document.sums[index - 1].tokens.upperBound, sum.tokens.lowerBound, document)
    }
    if index + 1 < document.sums.count, document.sums[index + 1].sentence == sum.sentence {
      end = cut(sum.tokens.upperBound, document.sums[index + 1].tokens.lowerBound, document)
    }
    return min(start, sum.tokens.lowerBound)..<max(end, sum.tokens.upperBound)
  }

  private static func cut(_ left: Int, _ right: Int, _ document: Document) -> Int {
    guard left < right else { return right }
    let first = document.tokens[left]
    if first.kind == .mark, [Mark.comma, Mark.semicolon, Mark.close].contains(first.mark) {
      return left + 1
    }
    if first.kind == .word, first.cues.contains(.and) { return left }
    var soft: Int?
    for at in stride(from: right - 1, through: left, by: -1) {
      let token = document.tokens[at]
      if token.kind == .mark, [Mark.comma, Mark.semicolon, Mark.colon].contains(token.mark) {
        return at + 1
      }
      if token.kind == .mark, token.mark == Mark.open { return at }
      if soft == nil, token.kind == .word, token.cues.contains(.and) || token.cues.contains(.more) {
        soft = at
      }
    }
    return soft ?? right
  }
}
