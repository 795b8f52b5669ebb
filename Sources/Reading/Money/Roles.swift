import FundingCore

/// What a sum is there for, by the words around it: the first rule that fires.
final class RoleReader {
  let document: Document
  /// All cues of the article.
  private let article: Cues
  /// Whether somebody pays somewhere in it.
  private let isPaid: Bool

  init(document: Document) {
    self.document = document
    article = document.allCues
    isPaid = document.parties.contains { $0.part == .payer }
  }

  func assign() {
    for index in document.sums.indices { document.sums[index].role = role(of: index) }
    supersede()
    agree()
  }

  /// The words of the sum's own clause: from the sum before it to the sum behind it, cut at commas beside them.
  func segment(of index: Int) -> Range<Int> { document.segments[index] }

  private func role(of index: Int) -> AmountRole {
    let sum = document.sums[index]
    let sentence = document.sentences[Int(sum.sentence)]
    let segment = segment(of: index)
    let own = cues(segment)
    let before = cues(max(segment.lowerBound, sum.tokens.lowerBound - 7)..<sum.tokens.lowerBound)
    let behind = cues(sum.tokens.upperBound..<min(segment.upperBound, sum.tokens.upperBound + 5))
    if own.contains(.damage) { return .damage }
    if sentence.isBackground || own.contains(.aside) || follows(index) { return .other }
    if !before.union(behind).isDisjoint(with: .raised), before.isDisjoint(with: .target) {
      return .funding
    }
    if isDenied(segment) { return .need }
    if own.contains(.military) || own.contains(.saving) { return .other }
    if own.contains(.appraised), let role = appraised(sum) { return role }
    if isRetail(sum, own, before, behind) { return .other }
    if needs(segment, sum) { return .need }
    if before.contains(.ask) { return own.contains(.cost) || own.contains(.price) ? .other : .need }
    if own.contains(.target) && before.isDisjoint(with: [.raised, .give, .receive]) {
      return .need
    }
    if compares(index, segment) { return .other }
    if isPriced(before, behind, own) || isBudget(sum, segment, before.union(behind)) {
      return .other
    }
    if own.contains(.expected) && isSuperseded(index) { return .other }
    // All the help of a country since the invasion is a comparison, no money for these works.
    if own.contains([.total, .since, .fund]), own.isDisjoint(with: [.works, .goods, .allocated]),
      Restatements.dollars(sum) ?? 0 > 1_000_000_000_00
    {
      return .other
    }
    return isFunding(sum, own, sentence) ? .funding : .other
  }

  /// Whether somebody pays in a sentence.
  private func isPaid(in sentence: Int) -> Bool {
    (document.partiesBefore[
      sentence]..<max(
        document.partiesBefore[sentence], document.partiesBefore[sentence + 1])).contains {
        document.parties[Int($0)].part == .payer
      }
  }

  private func isFunding(_ sum: Sum, _ own: Cues, _ sentence: Sentence) -> Bool {
    if isPaid || !own.isDisjoint(with: RoleReader.funding) { return true }
    if own.contains(.bid), article.contains(.tender) { return true }
    if !own.isDisjoint(with: [.cost, .change]), !article.isDisjoint(with: [.tender, .works]) {
      return true
    }
    return !cues(sentence.tokens).isDisjoint(with: RoleReader.funding)
  }

  private static var funding: Cues {
    [
      .give, .fund, .grant, .loan, .receive, .allocated, .tranche, .payerFollows, .tender, .works,
      .programme, .raised,
    ]
  }

  /// Averages, prices of one thing, sums too small to rebuild with.
  private func isRetail(_ sum: Sum, _ own: Cues, _ before: Cues, _ behind: Cues) -> Bool {
    let around = before.union(behind)
    if around.contains(.average) || around.contains(.perUnit)
      || own.contains(.perUnit) && own.isDisjoint(with: .works)
    {
      return true
    }
    if around.contains(.retail), own.isDisjoint(with: [.give, .allocated, .grant]) { return true }
    guard let dollars = Restatements.dollars(sum) else { return false }
    if dollars < 150_000_00 {
      if own.contains(.retail), own.isDisjoint(with: [.allocated, .grant, .payerFollows]) {
        return true
      }
      if isGoingPrice(sum, own) { return true }
    }
    return dollars < 3_000_00 && own.isDisjoint(with: [.raised, .grant])
  }

  /// An expected price, where the article tells what it came to.
  private func isSuperseded(_ index: Int) -> Bool {
    let sum = document.sums[index]
    guard let largest = rivals[sum.currency] else { return false }
    return (largest.first == sum.value ? largest.second : largest.first) > sum.value / 3
  }

  /// For each currency, the largest and the next other value that a bid, price or contract came to.
  private lazy var rivals: [Int32: (first: Int64, second: Int64)] = {
    var result: [Int32: (first: Int64, second: Int64)] = [:]
    for index in document.sums.indices {
      let own = cues(segment(of: index))
      guard !own.contains(.expected), !own.isDisjoint(with: [.bid, .tender, .cost, .price])
      else { continue }
      let sum = document.sums[index]
      var known = result[sum.currency] ?? (Int64.min, Int64.min)
      if sum.value > known.first {
        known = (sum.value, known.first)
      } else if sum.value < known.first {
        known.second = max(known.second, sum.value)
      }
      result[sum.currency] = known
    }
    return result
  }()

  func cues(_ range: Range<Int>) -> Cues { document.cues(range) }

  /// «кошти ще не виділено», "has not been allocated".
  private func isDenied(_ range: Range<Int>) -> Bool {
    for at in range where document.tokens[at].cues.contains(.not) {
      for next in (at + 1)..<max(at + 1, min(at + 4, range.upperBound)) {
        let cues = document.tokens[next].cues
        if !cues.isDisjoint(with: [.give, .allocated, .receive, .arrived]) {
          return true
        }
      }
    }
    return false
  }

  /// «не треба повертати».
  private func isNegated(_ at: Int) -> Bool {
    at > 0 && document.tokens[at - 1].cues.contains(.not)
  }

  /// «вантаж оцінили в 2 млн»: what is given has a worth; of works that nobody pays for it is a need.
  private func appraised(_ sum: Sum) -> AmountRole? {
    let at = Int(sum.sentence)
    if isPaid(in: at) { return nil }
    let around = cues(document.sentences[at].tokens)
      .union(at > 0 ? cues(document.sentences[at - 1].tokens) : [])
    return around.isDisjoint(with: [.handOver, .fund]) ? .need : .funding
  }

  /// A sum without a currency of its own, behind one that is no money for works: «за 42 тис. доларів, нині — за 47 тисяч».
  private func follows(_ index: Int) -> Bool {
    guard index > 0, document.sums[index].isElliptic else { return false }
    let before = document.sums[index - 1]
    return before.sentence == document.sums[index].sentence && before.role == .other
  }

  /// «Тонна коштує 5 тис. грн», "an arm costs $25,000": what things go for, in the present, with nobody to pay.
  private func isGoingPrice(_ sum: Sum, _ own: Cues) -> Bool {
    guard !isPaid(in: Int(sum.sentence)), own.isDisjoint(with: [.works, .give, .allocated])
    else { return false }
    let start = sum.tokens.lowerBound
    return (max(0, start - 5)..<start).contains {
      RoleReader.goingFor.contains(document.tokens[$0].hash)
    }
  }

  private static let goingFor = WordSet(
    "коштує коштують обходиться стоит стоят обходится costs cost")

  private func needs(_ range: Range<Int>, _ sum: Sum) -> Bool {
    for at in range where document.tokens[at].cues.contains(.need) && !isNegated(at) {
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
    guard before >= 0, RoleReader.byWords.contains(document.tokens[before].hash)
    else { return false }
    let around =
      max(
        0, before - 3)..<max(
        sum.tokens.upperBound, min(segment.upperBound, sum.tokens.upperBound + 2))
    return around.contains { document.tokens[$0].cues.contains(.change) }
  }

  private static let byWords = WordSet("на by")

  private func isPriced(_ before: Cues, _ behind: Cues, _ own: Cues) -> Bool {
    guard before.contains(.price) || behind.contains(.price) else { return false }
    // «на зарплати» may be what a grant is for; a price that nobody pays is other.
    return own.isDisjoint(with: [.fund, .grant, .loan, .tender])
      || own.isDisjoint(with: [.give, .allocated, .tender])
  }

  /// «бюджет області на 2026 рік становитиме 5 млрд», "Out of UAH 3.4 bn in spending".
  private func isBudget(_ sum: Sum, _ segment: Range<Int>, _ around: Cues) -> Bool {
    let sentence = cues(document.sentences[Int(sum.sentence)].tokens)
    let beside =
      max(
        segment.lowerBound, sum.tokens.lowerBound - 2)..<min(
        segment.upperBound, sum.tokens.upperBound + 3)
    if cues(beside).contains(.spending),
      sentence.contains(.budget) || RoleReader.of.contains(word(before: sum.tokens.lowerBound))
    {
      return true
    }
    if around.contains(.spending), sentence.contains(.budget),
      cues(segment).isDisjoint(with: [.purpose]) || !around.contains(.allocated)
    {
      return true
    }
    guard let at = segment.first(where: { document.tokens[$0].cues.contains(.budget) }),
      at < sum.tokens.lowerBound
    else { return false }
    let ahead = cues(at..<sum.tokens.lowerBound)
    let amounts = (at..<sum.tokens.lowerBound).contains {
      RoleReader.amountsTo.contains(document.tokens[$0].hash)
    }
    if amounts && sum.tokens.lowerBound - at < 14 && ahead.isDisjoint(with: [.programme, .works]) {
      return true
    }
    let own = cues(segment)
    return ahead.isDisjoint(with: [
      .give, .allocated, .fund, .grant, .loan, .receive, .payerFollows, .programme,
    ])
      && own.isDisjoint(with: [
        .payerFollows, .works, .programme, .grant, .loan, .fund, .cityMoney, .stateMoney,
        .oblastMoney,
      ])
  }

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
      if cues(max(old.tokens.upperBound, before - 6)..<before).contains(.change) {
        document.sums[index - 1].role = .other
      }
    }
  }

  /// Statements of one sum have one role: what a sentence says outright goes before what a headline leaves open.
  private func agree() {
    for index in document.sums.indices where document.sums[index].restates >= 0 {
      let root = Int(document.sums[index].restates)
      let roles = (document.sums[root].role, document.sums[index].role)
      guard roles.0 != roles.1, !document.sentences[Int(document.sums[index].sentence)].isBackground
      else { continue }
      let agreed =
        roles.1 == .other || (roles.0 != .other && roles.0 != .funding) ? roles.0 : roles.1
      document.sums[root].role = agreed
      document.sums[index].role = agreed
    }
  }

  private static let of = WordSet("of із з из")

  private func word(before index: Int) -> UInt64 { index > 0 ? document.tokens[index - 1].hash : 0 }

  private static let amountsTo = WordSet(
    "становить становитиме складає складатиме составит составляет становив составил amounts totals дорівнює склав складав становила was is були був была был"
  )

  private static let toWords = WordSet("до to")
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

  private static let prepositions = WordSet(
    "при за проти замість against with from versus instead при против вместо з из із")

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
    // «… 89 млн при ожидаемой стоимости 133 млн»: the phrase of the second begins at its preposition.
    if soft == nil {
      for at in stride(from: right - 1, through: max(left, right - 5), by: -1)
      where document.tokens[at].kind == .word && prepositions.contains(document.tokens[at].hash) {
        return at
      }
    }
    return soft ?? right
  }
}
