import FundingCore

/// Money kept in reserve, and whose it is.
extension PartyReader {
  func isReserve(_ index: Int) -> Bool {
    [index, max(0, index - 1)].contains { at in
      PartyReader.reserves.contains { document.begins(document.tokens[at], with: $0) }
    }
  }

  private static let reserves: [StaticString] = ["резервн", "Резервн"]

  /// «виконком виділив 4 млн із резервного фонду»: the reserve of who gives from it; the state's where nobody says.
  func reserve(_ index: Int, _ sentence: Sentence) -> Int32 {
    let council = sentence.tokens.first {
      document.tokens[$0].cues.contains(.council)
        || $0 != index
          && !document.tokens[$0].cues.isDisjoint(with: [.cityMoney, .oblastMoney])
    }
    guard let council else { return budgets.state }
    let isOblast =
      document.tokens[council].cues.contains(.oblastMoney) || isOfOblast(council, sentence)
    return isOblast ? budgets.oblast : budgets.city
  }
}
