/// Finding names and sums by the token they begin at, in time logarithmic in their number.
extension Document {
  /// The indices of the names that begin at or behind a token.
  func names(from token: Int) -> Range<Int> { firstName(from: token)..<names.count }

  /// The names of one kind that begin in a range.
  func names(_ kind: Name.Kind, in range: Range<Int>) -> NamesInRange {
    NamesInRange(
      document: self, kind: kind, end: range.upperBound, at: firstName(from: range.lowerBound))
  }

  /// The index of the first sum that begins at or behind a token.
  func firstSum(from token: Int) -> Int {
    var low = 0
    var high = sums.count
    while low < high {
      let middle = (low + high) / 2
      if sums[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether the bytes of a token begin with letters as they are.
  func begins(_ token: Token, with prefix: StaticString) -> Bool {
    let count = prefix.utf8CodeUnitCount
    let start = Int(token.start)
    guard Int(token.end) - start >= count else { return false }
    for index in 0..<count where bytes[start + index] != prefix.utf8Start[index] { return false }
    return true
  }

  /// «%», «відсотків», "per cent".
  func isPercent(_ at: Int) -> Bool {
    tokens[at].mark == Mark.percent && tokens[at].kind == .mark
      || Document.percents.contains(tokens[at].hash)
  }

  private static let percents = WordSet(
    "відсотків відсотки відсоток процентів процентов процента проценти проценты percent cent")

  /// Whether the bytes of a token end with a suffix and have letters before it.
  func ends(_ token: Token, with suffix: StaticString) -> Bool {
    token.ends(with: suffix, bytes)
  }

  /// "for repairing shelters": a purpose, where "is repairing" tells a state.
  func isBareGerund(_ at: Int) -> Bool {
    let token = tokens[at]
    return token.flags.contains(.latin) && ends(token, with: "ing") && at > 0
      && !Document.beforeGerund.contains(tokens[at - 1].hash)
  }

  private static let beforeGerund = WordSet(
    "is are was were be been being still now already keeps kept began begun started has have")
}

/// The names of one kind that begin in a range, without an array to hold them.
struct NamesInRange: Sequence, IteratorProtocol {
  fileprivate let document: Document
  fileprivate let kind: Name.Kind
  fileprivate let end: Int
  fileprivate var at: Int

  init(document: Document, kind: Name.Kind, end: Int, at: Int) {
    (self.document, self.kind, self.end, self.at) = (document, kind, end, at)
  }

  mutating func next() -> Name? {
    while at < document.names.count {
      let name = document.names[at]
      guard name.tokens.lowerBound < end else { return nil }
      at += 1
      if name.kind == kind { return name }
    }
    return nil
  }

  var isEmpty: Bool {
    var copy = self
    return copy.next() == nil
  }
}
