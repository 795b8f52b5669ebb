import FundingCore

/// Towns abroad that the tables do not know.
extension StrangerFinder {
  /// "the city of Bergamo", «місто Бергамо»: a town no table knows, in a sentence that names a town of Ukraine too.
  func townsAbroad(in sentence: Sentence) -> [(name: Range<Int>, whole: Range<Int>)] {
    var result: [(name: Range<Int>, whole: Range<Int>)] = []
    guard document.first(.payingBody, in: sentence.tokens) != nil else { return result }
    for index in sentence.tokens where document.tokens[index].cues.contains(.payingBody) {
      guard result.count < 8, let name = townName(behind: index, sentence),
        hasOtherPlace(than: index..<name.upperBound, sentence)
      else { continue }
      result.append((name, index..<name.upperBound))
    }
    return result
  }

  private func townName(behind index: Int, _ sentence: Sentence) -> Range<Int>? {
    let token = document.tokens[index]
    let isLatin = token.flags.contains(.latin)
    guard (isLatin ? StrangerFinder.cities : StrangerFinder.towns).contains(token.hash) else {
      return nil
    }
    var start = index + 1
    if isLatin {
      guard start < sentence.tokens.upperBound, document.tokens[start].hash == StrangerFinder.of
      else { return nil }
      start += 1
    }
    var end = start
    while end < sentence.tokens.upperBound, end - start < 3, isTownWord(end) { end += 1 }
    guard end > start, end - start < 3,
      !document.names(from: max(0, start - 2)).prefix(6).contains(where: {
        let name = document.names[$0]
        return name.kind != .sector && name.tokens.overlaps(start..<end)
      })
    else { return nil }
    return start..<end
  }

  private func isTownWord(_ at: Int) -> Bool {
    let token = document.tokens[at]
    return token.kind == .word && token.flags.contains(.capital)
      && !token.flags.contains(.allCapitals)
      && token.cues.isDisjoint(with: [.post, .government, .payingBody, .fundName])
  }

  /// A town of Ukraine elsewhere in the sentence, or a country's adjective right before: who gives is not who gets.
  private func hasOtherPlace(than range: Range<Int>, _ sentence: Sentence) -> Bool {
    let before = document.firstName(from: range.lowerBound) - 1
    if before >= 0, document.names[before].tokens.upperBound == range.lowerBound,
      document.names[before].kind == .organisation, document.names[before].isAdjective
    {
      return true
    }
    return document.names(.place, in: sentence.tokens).contains { !$0.tokens.overlaps(range) }
  }

  private static let cities = WordSet("city town municipality")
  private static let towns = WordSet("місто міста містом місту город города городом")
  static let of = WordHash(word: "of").value
}
