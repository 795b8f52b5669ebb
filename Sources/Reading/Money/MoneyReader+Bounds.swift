import FundingCore

/// The qualifiers of a sum: «понад», "up to", «і більше».
extension MoneyReader {
  /// The longest qualifier that ends right before a token.
  func boundMatch(endingAt index: Int, floor: Int) -> BoundMatch? {
    var best: BoundMatch?
    for match in BoundSearch(document.bounds, endingAt: index)
    where match.tokens.lowerBound >= floor {
      if match.word.isBehind { continue }
      if match.tokens.count > best?.tokens.count ?? 0 { best = match }
    }
    return best
  }

  func bound(_ sum: inout Sum, floor: Int, limit: Int) {
    let start = sum.tokens.lowerBound
    var before = boundMatch(endingAt: start, floor: floor)
    // A preposition between: «приблизно на», "up to a total of".
    if before == nil, start - 1 > floor, document.tokens[start - 1].kind == .word,
      Currencies.between.contains(document.tokens[start - 1].hash)
    {
      before = boundMatch(endingAt: start - 1, floor: floor).flatMap {
        [.atLeast, .about, .atMost].contains($0.word) ? $0 : nil
      }
    }
    if before == nil, start > floor {
      markBound(&sum, at: start - 1)
      shortBound(&sum, at: start - 2, floor: floor)
    }
    if let before { apply(before, to: &sum, floor: floor) }
    behind(&sum, limit: limit)
  }

  /// «~5 млн», "≥ 5 million", "> $5m".
  func markBound(_ sum: inout Sum, at index: Int) {
    let token = document.tokens[index]
    guard token.kind == .mark else { return }
    switch token.mark {
    case Mark.tilde: set(.about, &sum)
    case Mark.atLeast, UInt8(ascii: ">"): set(.atLeast, &sum)
    case Mark.atMost, UInt8(ascii: "<"): set(.atMost, &sum)
    default: return
    }
    sum.tokens = index..<sum.tokens.upperBound
  }

  /// "approx. €5 million", «прибл. 5 млн», "max. $5m".
  private func shortBound(_ sum: inout Sum, at index: Int, floor: Int) {
    guard index >= floor, document.tokens[index].kind == .word,
      document.tokens[index + 1].mark == Mark.dot,
      !document.tokens[index + 1].flags.contains(.spaced)
    else { return }
    let hash = document.tokens[index].hash
    guard let bound = MoneyReader.shortBounds.first(where: { $0.words.contains(hash) })?.bound
    else { return }
    set(bound, &sum)
    sum.tokens = index..<sum.tokens.upperBound
  }

  private static let shortBounds: [(words: WordSet, bound: Bound)] = [
    (WordSet("approx ca c est прибл бл орієнт ок ориент"), .about),
    (WordSet("max макс"), .atMost), (WordSet("min мін мин"), .atLeast),
  ]

  func apply(_ match: BoundMatch, to sum: inout Sum, floor: Int) {
    switch match.word {
    case .atLeast:
      // «не більше» and "no more than" are longer matches; a bare «не» before turns the others round too.
      set(.atLeast, &sum)
    case .about: set(.about, &sum)
    case .atMost:
      // "The claims add up to $740,000": that much, no more and no less.
      if match.tokens.lowerBound > 0,
        MoneyReader.adding.contains(document.tokens[match.tokens.lowerBound - 1].hash)
      {
        return
      }
      set(.atMost, &sum)
    case .rangeFrom:
      guard Currencies.lowerWords.contains(document.tokens[match.tokens.lowerBound].hash) else {
        return
      }
      set(.atLeast, &sum)
    case .rangeTo:
      guard Currencies.upperWords.contains(document.tokens[match.tokens.lowerBound].hash),
        !changes(before: match.tokens.lowerBound, floor: floor)
      else { return }
      set(.atMost, &sum)
    case .atLeastBehind, .atMostBehind, .aboutBehind, .between: return
    }
    sum.tokens = match.tokens.lowerBound..<sum.tokens.upperBound
  }

  private static let adding = WordSet("add adds added adding")

  func set(_ bound: Bound, _ sum: inout Sum) {
    // «не більше 18+ млн» says both: the first that was read stays, and with it the one end that is known.
    if bound == .atLeast && sum.low == nil || bound == .atMost && sum.high == nil { return }
    sum.bound = bound
    if bound == .atLeast { sum.high = nil }
    if bound == .atMost { sum.low = nil }
  }

  /// «і більше», "or more", "+".
  func behind(_ sum: inout Sum, limit: Int) {
    let end = sum.tokens.upperBound
    guard end < limit, sum.bound == .exact else { return }
    let next = document.tokens[end]
    if next.kind == .mark, next.mark == UInt8(ascii: "+"), !next.flags.contains(.spaced) {
      set(.atLeast, &sum)
      sum.tokens = sum.tokens.lowerBound..<(end + 1)
      return
    }
    // "$3m-plus".
    if next.kind == .mark, next.mark == Mark.dash, !next.flags.contains(.spaced), end + 1 < limit,
      document.tokens[end + 1].hash == MoneyReader.plus
    {
      set(.atLeast, &sum)
      sum.tokens = sum.tokens.lowerBound..<(end + 2)
      return
    }
    for match in BoundSearch(document.bounds, startingAt: end) {
      guard let bound = bound(behind: match, limit) else { continue }
      set(bound, &sum)
      sum.tokens = sum.tokens.lowerBound..<match.tokens.upperBound
      return
    }
  }

  /// What a qualifier behind a sum makes of it: "or so"; "at most" only where nothing follows that it may belong to.
  private func bound(behind match: BoundMatch, _ limit: Int) -> Bound? {
    switch match.word {
    case .atLeastBehind: return .atLeast
    case .atMostBehind: return .atMost
    case .aboutBehind: return .about
    default: break
    }
    let end = match.tokens.upperBound
    guard MoneyReader.trailers.contains(document.tokens[match.tokens.lowerBound].hash),
      end >= limit
        || document.tokens[end].kind == .mark && Mark.currency(document.tokens[end].mark) == nil
          && [Mark.comma, Mark.dot, Mark.close, Mark.semicolon].contains(document.tokens[end].mark)
    else { return nil }
    switch match.word {
    case .atLeast: return .atLeast
    case .atMost: return .atMost
    case .about: return .about
    default: return nil
    }
  }

  private static let plus = WordHash(word: "plus").value

  /// Qualifiers that may stand behind their sum.
  private static let trailers = WordSet(
    "at max maximum minimum approximately roughly максимум максимально мінімум минимум щонайменше щонайбільше приблизно примерно орієнтовно ориентировочно как як не"
  )

  /// Whether the clause before a "to" tells of a change: then it is the new value, no upper end.
  func changes(before index: Int, floor: Int) -> Bool {
    if index == floor, isFrom(document.sums.last) { return true }
    // «проїзд здорожчав до 15 грн, зарплата — до 23 400»: the verb of the first "to" is that of the next.
    if index > floor, document.tokens[index - 1].mark == Mark.dash, let last = document.sums.last,
      last.tokens.upperBound == floor, last.bound == .exact, last.tokens.lowerBound > 0,
      Currencies.upperWords.contains(document.tokens[last.tokens.lowerBound - 1].hash)
    {
      return true
    }
    var at = index - 1
    let stop = max(floor, index - 14)
    while at >= stop {
      let token = document.tokens[at]
      if token.kind == .mark, token.mark == Mark.semicolon { return false }
      if token.cues.contains(.change) || token.money == .currency && Currencies.isWritten(token) {
        return true
      }
      at -= 1
    }
    return false
  }

  /// The old value right before it: «з 10 млн грн до 12 млн грн».
  private func isFrom(_ sum: Sum?) -> Bool {
    guard let sum, sum.bound == .exact, sum.tokens.lowerBound > 0 else { return false }
    return MoneyReader.fromWords.contains(document.tokens[sum.tokens.lowerBound - 1].hash)
  }

  static let fromWords = WordSet("з із зі с со from від от")
}

/// Qualifiers that end or start at a token; they are in order of their first token and at most eight words long.
struct BoundSearch: Sequence, IteratorProtocol {
  private let bounds: Pool<BoundMatch>
  private let end: Int?
  private let limit: Int
  private var at: Int

  init(_ bounds: Pool<BoundMatch>, endingAt end: Int) {
    self.bounds = bounds
    self.end = end
    limit = end
    at = BoundSearch.first(bounds, from: end - 8)
  }

  init(_ bounds: Pool<BoundMatch>, startingAt start: Int) {
    self.bounds = bounds
    end = nil
    limit = start + 1
    at = BoundSearch.first(bounds, from: start)
  }

  private static func first(_ bounds: Pool<BoundMatch>, from token: Int) -> Int {
    var low = 0
    var high = bounds.count
    while low < high {
      let middle = (low + high) / 2
      if bounds[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  mutating func next() -> BoundMatch? {
    while at < bounds.count, bounds[at].tokens.lowerBound < limit {
      at += 1
      if end == nil || bounds[at - 1].tokens.upperBound == end { return bounds[at - 1] }
    }
    return nil
  }
}
