import FundingCore

extension Reader {
  /// A reading made elsewhere, with the spans it leaves out: quotes are looked for in title and text, in their order,
  /// and each claim gets the sentence its amount stands in.
  ///
  /// - Errors: none; a quote the article does not hold stays without a span.
  public func located(_ reading: ArticleReading) -> ArticleReading {
    var result = reading
    locateQuotes(&result)
    locateSentences(&result)
    return result
  }

  private func locateQuotes(_ reading: inout ArticleReading) {
    let title = Array(reading.article.title.utf8)
    let text = Array(reading.article.text.utf8)
    // Amounts come title first and in text order, so each is looked for behind the one before it.
    var titleFrom = 0
    var textFrom = 0
    for index in reading.mentions.indices {
      if let span = reading.mentions[index].span {
        if span.part == .title {
          titleFrom = span.range.upperBound
        } else {
          textFrom = span.range.upperBound
        }
        continue
      }
      let quote = Array(reading.mentions[index].quote.utf8)
      if textFrom == 0, let range = Reader.find(quote, in: title, from: titleFrom) {
        reading.mentions[index].span = TextSpan(.title, range)
        titleFrom = range.upperBound
      } else if let range = Reader.find(quote, in: text, from: textFrom)
        ?? Reader.find(quote, in: text, from: 0)
      {
        reading.mentions[index].span = TextSpan(.text, range)
        textFrom = range.upperBound
      }
    }
  }

  private static func find(_ needle: [UInt8], in hay: [UInt8], from start: Int) -> Range<Int>? {
    guard let first = needle.first, start >= 0, hay.count - start >= needle.count else {
      return nil
    }
    var at = start
    while at <= hay.count - needle.count {
      if hay[at] == first, hay[at..<(at + needle.count)].elementsEqual(needle) {
        return at..<(at + needle.count)
      }
      at += 1
    }
    return nil
  }

  private func locateSentences(_ reading: inout ArticleReading) {
    guard reading.claims.contains(where: { $0.sentence == nil }) else { return }
    let titles = Sentences.ranges(of: reading.article.title)
    let units = Sentences.ranges(of: reading.article.text)
    for index in reading.claims.indices where reading.claims[index].sentence == nil {
      guard let span = place(of: reading.claims[index], in: reading) else { continue }
      let ranges = span.part == .title ? titles : units
      if let range = ranges.last(where: { $0.lowerBound <= span.range.lowerBound }) {
        reading.claims[index].sentence = TextSpan(span.part, range)
      }
    }
  }

  /// Where a claim is stated: the last statement of its sum in the text, else any evidence it came with.
  private func place(of claim: Claim, in reading: ArticleReading) -> TextSpan? {
    if let amount = claim.amount, reading.mentions.indices.contains(amount) {
      let root = reading.mentions[amount].restates ?? amount
      let stated = reading.mentions.indices.filter {
        $0 == amount || $0 == root || reading.mentions[$0].restates == root
      }
      let spans = stated.compactMap { reading.mentions[$0].span }
      return spans.first { $0.part == .text } ?? spans.first
    }
    return claim.evidence.map(\.span).min()
  }
}
