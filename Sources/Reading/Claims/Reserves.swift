import FundingCore

/// Money kept in reserve, and whose it is.
extension PartyReader {
  func isReserve(_ index: Int) -> Bool {
    [index, max(0, index - 1)].contains { at in
      PartyReader.reserves.contains { document.begins(document.tokens[at], with: $0) }
    }
  }

  private static let reserves: [StaticString] = ["резервн", "Резервн", "reserve"]

  /// «виконком виділив 4 млн із резервного фонду»: the reserve of who gives from it; the state's where nobody says.
  func reserve(_ index: Int, _ sentence: Sentence) -> Int32 {
    let council = sentence.tokens.first {
      document.tokens[$0].cues.contains(.council)
        || $0 != index
          && !document.tokens[$0].cues.isDisjoint(with: [.cityMoney, .oblastMoney])
    }
    guard let council else { return giver(before: index, sentence) ?? budgets.state }
    let isOblast =
      document.tokens[council].cues.contains(.oblastMoney) || isOfOblast(council, sentence)
    return isOblast ? budgets.oblast : budgets.city
  }

  /// «Обласна влада дала з резервного фонду», "the regional authorities gave from the reserve fund", «місто дало»: the
  /// body that the sentence opens with, or that stands before its verb.
  private func giver(before index: Int, _ sentence: Sentence) -> Int32? {
    for at in sentence.tokens where at < index || document.tokens[at].flags.contains(.latin) {
      let token = document.tokens[at]
      guard token.kind == .word else { continue }
      let next = document.tokens[at + 1]
      let isBody =
        PartyReader.powers.contains { document.begins(next, with: $0) }
        || PartyReader.powers.contains { document.begins(token, with: $0) }
      if PartyReader.oblastStems.contains(where: { document.begins(token, with: $0) }), isBody {
        return budgets.oblast
      }
      if PartyReader.oblastOffices.contains(token.hash) { return budgets.oblast }
      if PartyReader.townStems.contains(where: { document.begins(token, with: $0) }), isBody {
        return budgets.city
      }
      if PartyReader.townBodies.contains(token.hash),
        next.cues.contains(.give) || at == sentence.tokens.lowerBound
      {
        return budgets.city
      }
    }
    return nil
  }

  private static let powers: [StaticString] = [
    "влад", "власт", "адміністрац", "администрац", "керівництв", "руководств", "authorit",
    "administration", "облдерж", "Облдерж", "облвлад",
  ]
  private static let oblastStems: [StaticString] = [
    "обласн", "Обласн", "областн", "Областн", "regional", "Regional", "oblast", "Oblast",
    "облдерж", "Облдерж",
  ]
  private static let townStems: [StaticString] = [
    "міськ", "Міськ", "городск", "Городск", "місцев", "Місцев", "местн", "Местн", "city", "City",
    "municipal", "Municipal", "local", "Local", "town",
  ]
  private static let oblastOffices = WordSet("ова ода хова хода область")
  private static let townBodies = WordSet("місто громада город община мерія мэрия")
}
