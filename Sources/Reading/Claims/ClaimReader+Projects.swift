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
}
