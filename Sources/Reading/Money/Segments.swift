import FundingCore

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
      start = cut(document.sums[index - 1].tokens, sum.tokens, document)
    }
    if index + 1 < document.sums.count, document.sums[index + 1].sentence == sum.sentence {
      end = cut(sum.tokens, document.sums[index + 1].tokens, document)
    }
    return min(start, sum.tokens.lowerBound)..<max(end, sum.tokens.upperBound)
  }

  private static let contrasts = WordSet("але проте однак а но зато but while whereas")
  private static let prepositions = WordSet(
    "при за проти замість against with from versus instead при против вместо з из із")

  /// «…, 800 млн — субвенція»: a sum that begins an item of a list.
  private static func opensItem(_ sum: Range<Int>, _ document: Document) -> Bool {
    let next = document.tokens[sum.upperBound]
    return next.mark == Mark.dash && next.flags.contains(.spaced)
  }

  private static func cut(_ before: Range<Int>, _ behind: Range<Int>, _ document: Document) -> Int {
    let (left, right) = (before.upperBound, behind.lowerBound)
    guard left < right else { return right }
    let first = document.tokens[left]
    // «Найменшу пропозицію, 94 млн, відхилили»: a sum set between commas does not end its clause.
    let isSet =
      first.mark == Mark.comma && document.tokens[before.lowerBound - 1].mark == Mark.comma
    if first.kind == .mark, !isSet, [Mark.comma, Mark.semicolon, Mark.close].contains(first.mark) {
      return left + 1
    }
    if first.kind == .word, first.cues.contains(.and) { return left }
    var soft: Int?
    for at in stride(from: right - 1, through: left, by: -1) {
      let token = document.tokens[at]
      if token.kind == .mark, [Mark.comma, Mark.semicolon, Mark.colon].contains(token.mark) {
        // The comma in front of the second belongs to it where it is set between commas too.
        if at == right - 1, at > left, token.mark == Mark.comma, !opensItem(behind, document) {
          continue
        }
        return at + 1
      }
      if token.kind == .mark, token.mark == Mark.open { return at }
      if soft == nil, token.kind == .word,
        token.cues.contains(.and) || token.cues.contains(.more) || contrasts.contains(token.hash)
      {
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
