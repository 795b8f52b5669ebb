import FundingCore

/// Who paid for what an agency gives or builds without a sum.
extension ClaimReader {
  /// "The delivery was made possible by Norway": who pays for an agency's work, told in the next sentence or the one before.
  ///
  /// What an agency gives itself has another payer only where the next sentence says so.
  func addSponsors(_ index: Int, _ draft: inout Draft, isGift: Bool) {
    var around =
      isGift && document.sentences[index].part == .text ? [index + 1] : [index + 1, index - 1, 0]
    if document.sentences[index].part == .text {
      around.append(contentsOf: [index + 2, index + 3].filter { tellsPurchase($0, of: index) })
    }
    for near in around
    where document.sentences.indices.contains(near) && !hasOwnSum(near)
      && !(document.sentences[near].isBullet && document.sentences[index].isBullet)
    {
      let sponsors = parties(in: near).filter {
        $0.part == .payer && !document.names[$0.name].isStranger
          && !isAgency(document.names[$0.name].id) && !isPublic(document.names[$0.name].id)
      }
      // The thing given next is another gift, unless the sentence speaks of this one.
      let opening = cues(document.sentences[near].tokens.prefix(7))
      if isGift, near > index, !sponsors.contains(where: { $0.rule == "D1" }),
        opening.isDisjoint(with: [.this, .goods, .fund, .pronoun, .programme, .grant, .works])
      {
        continue
      }
      guard !sponsors.isEmpty else { continue }
      draft.workers.append(contentsOf: draft.donors)
      draft.donors = []
      for party in sponsors {
        draft.donors.appendNew(document.names[party.name].id)
        draft.prove(.donors, document.names[party.name].tokens, "D4")
      }
      normaliseParties(&draft)
      return
    }
  }

  /// "The equipment was bought with funds from": of what was handed over a few sentences before.
  func tellsPurchase(_ sentence: Int, of first: Int) -> Bool {
    guard document.sentences.indices.contains(sentence),
      document.sentences[sentence].paragraph == document.sentences[first].paragraph
    else { return false }
    let tokens = document.sentences[sentence].tokens
    return !cues(tokens.prefix(8)).isDisjoint(with: [.goods, .this])
      && tokens.contains { ClaimReader.bought.contains(document.tokens[$0].hash) }
  }
}
