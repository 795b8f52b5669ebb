import FundingCore

/// What strikes have cost, and money said to be misspent.
extension RoleReader {
  /// «Обстріли коштували енергетикам 1,4 млрд», "the attack cost the city": a loss, where the strike is the subject.
  func isStrikeCost(_ index: Int) -> Bool {
    let segment = segment(of: index)
    let start = document.sums[index].tokens.lowerBound
    guard
      let verb = (max(segment.lowerBound, start - 8)..<start).last(where: {
        RoleReader.costVerbs.contains(document.tokens[$0].hash)
      }),
      let strike = (segment.lowerBound..<verb).first(where: {
        RoleReader.strikes.contains(document.tokens[$0].hash)
      })
    else { return false }
    // «Ремонт після атаки коштував»: of works after it.
    if strike > segment.lowerBound,
      !document.tokens[strike - 1].cues.isDisjoint(with: [.from, .into, .with, .purpose])
        || RoleReader.behind.contains(document.tokens[strike - 1].hash)
    {
      return false
    }
    return document.cues(segment.lowerBound..<verb).isDisjoint(with: [.work, .works, .goods])
  }

  private static let costVerbs = WordSet(
    """
    коштував коштувала коштувало коштували обійшовся обійшлася обійшлась обійшлося обійшлись обійшлися стоил стоила \
    стоило стоили обошелся обошёлся обошлась обошлось обошлись cost costs costing
    """)
  private static let strikes = WordSet(
    """
    обстріл обстріли атака атаки удар удари влучання приліт прильоти шахед шахеди обстрел обстрелы strike strikes attack \
    attacks shelling bombing bombardment raid barrage
    """)
  private static let behind = WordSet(
    "після від через внаслідок унаслідок под під после от через вследствие after from by of since following"
  )

  /// "6 million had been misspent on the roof", «5,6 млн, переплачених за ремонт»: what was done with it, right behind.
  func isMisused(_ index: Int) -> Bool {
    let end = document.sums[index].tokens.upperBound
    for at in end..<min(document.tokens.count, end + 5) {
      let token = document.tokens[at]
      if RoleReader.misuses.contains(token.hash) { return true }
      if token.kind == .mark, at > end || token.mark != Mark.comma { return false }
    }
    return false
  }

  private static let misuses = WordSet(
    """
    переплачених переплачені переплачено привласнених вкрадених розтрачених украдених виманених переплаченных украденных \
    похищенных растраченных присвоенных misspent misused stolen embezzled overpaid siphoned misappropriated pocketed
    """)

  /// «замість 5 млн дасть 10», "instead of the planned 30 million": what another sum has taken the place of.
  func isReplaced(_ index: Int) -> Bool {
    let start = document.sums[index].tokens.lowerBound
    for at in stride(from: start - 1, through: max(0, start - 4), by: -1) {
      let token = document.tokens[at]
      if RoleReader.insteads.contains(token.hash) { return true }
      guard RoleReader.plannedWords.contains(token.hash) else { return false }
    }
    return false
  }

  private static let plannedWords = WordSet(
    """
    запланованих планованих початкових обіцяних попередніх очікуваних передбачених торішніх минулорічних запланированных \
    первоначальных обещанных прежних ожидаемых прошлогодних of the planned initial promised previous expected original
    """)
  private static let insteads = WordSet("замість вместо instead")

  /// "Of that, €2 million is for schools": a sentence that opens with a part of the money told before.
  func isOfThat(_ index: Int) -> Bool {
    let sentence = document.sentences[Int(document.sums[index].sentence)].tokens
    guard sentence.count > 4, document.tokens[sentence.lowerBound].hash == RoleReader.ofWord else {
      return false
    }
    return RoleReader.thats.contains(document.tokens[sentence.lowerBound + 1].hash)
      && document.sums[index].tokens.lowerBound - sentence.lowerBound < 6
  }

  private static let ofWord = WordHash(word: "of").value
  private static let thats = WordSet("that this these it them those")
}
