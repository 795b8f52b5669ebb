import FundingCore

/// Articles on several projects: each paragraph's own words go before those of the headline and of its neighbours.
extension ClaimReader {
  /// In how many paragraphs of the text money is given, contracted or spent, up to three.
  func countProjects() -> Int {
    var count = 0
    var last: Int32 = -1
    for sum in document.sums where sum.role == .funding && sum.restates < 0 {
      let unit = document.sentences[Int(sum.sentence)]
      guard unit.part == .text, !unit.isBackground, unit.paragraph != last else { continue }
      last = unit.paragraph
      count += 1
      if count == 3 { return count }
    }
    return count
  }

  /// What the sentences before a sum's own say, in its own paragraph: «Корпус консервують. На це дали 34 млн».
  func takeParagraph(_ draft: inout Draft) {
    guard projects > 1, draft.sum >= 0, let own = draft.statements.last else { return }
    let unit = document.sentences[own]
    guard unit.part == .text, !unit.isBullet else { return }
    for before in stride(from: own - 1, through: max(0, own - 4), by: -1) {
      guard isSameParagraph(before, own), !hasOwnSum(before), !document.sentences[before].isBullet
      else { return }
      take(sectorsIn: document.sentences[before].tokens, "S5", &draft)
      if !draft.sectors.isEmpty { return }
    }
  }

  /// «У Ніжині за кошти Литви перекрили дах», opening another paragraph: of works elsewhere.
  func opensElsewhere(_ sentence: Int) -> Bool {
    let tokens = document.sentences[sentence].tokens
    guard let first = tokens.first, document.tokens[first].cues.contains(.into),
      let name = names(.place, in: tokens.prefix(5)).first(where: { _ in true })
    else { return false }
    return !name.isAdjective && name.tokens.lowerBound <= first + 2
  }

  /// «Їхня вартість — 5,1 млн крон, монтаж оплатила громада»: the price of what the sentence before says was given, by
  /// whoever gave that, whatever else the sentence goes on to tell.
  func takePriceOfGift(_ draft: inout Draft) {
    guard draft.sum >= 0, draft.statements.count == 1, document.sums(in: draft.sentence).count > 1,
      let before = openSentence(before: draft.sentence)
    else { return }
    let tokens = document.sentences[draft.sentence].tokens
    let sum = document.sums[draft.sum].tokens
    guard sum.lowerBound - tokens.lowerBound <= 5,
      document.sums(in: draft.sentence).lowerBound == draft.sum,
      tokens.prefix(2).contains(where: { ClaimReader.theirs.contains(document.tokens[$0].hash) }),
      cues(tokens.lowerBound..<sum.lowerBound).contains(.cost),
      !parties(in: draft.sentence).contains(where: {
        draft.segment.contains(document.names[$0.name].tokens.lowerBound)
      })
    else { return }
    for party in parties(in: before) where party.part == .payer {
      enter(
        Party(name: party.name, part: .payer, rule: "D4", sentence: before),
        document.names[party.name], &draft)
    }
  }

  private static let theirs = WordSet(
    """
    їхня їх його її вони він вона воно вартість ціна их его её ее они он она оно стоимость цена their its they it the \
    вартістю
    """)
}
