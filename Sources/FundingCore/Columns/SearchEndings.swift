/// Case endings of Ukrainian and Russian, for a name that was typed as it stood in a sentence (`Японією`).
///
/// A search finds beginnings of words, and names are kept in the nominative. Where a word as typed begins none, it is
/// tried without its ending.
enum SearchEndings {
  private static let longest = 3
  private static let fewestLeft = 4
  private static let endings: Set<String> = [
    "а", "я", "у", "ю", "і", "ї", "и", "е", "є", "о", "й", "ь", "ы", "ой", "ей", "ом", "ем", "єм",
    "ою", "ею",
    "єю", "ам", "ям", "ах", "ях", "ів", "їв", "ов", "ев", "им", "їм", "ім", "их", "їх", "ий", "ій",
    "ої", "ую",
    "юю", "ый", "ым", "ых", "ая", "яя", "ое", "ее", "ые", "ие", "ії", "ію", "ии", "ию", "ия", "ія",
    "ами", "ями",
    "ими", "ого", "ому", "его", "ему", "ією", "ией", "іям", "іях", "иям", "иях", "ыми",
  ]

  /// The word without an ending, the shortest ending first; none for a word of other letters or too short.
  static func stems(of word: String) -> [String] {
    let letters = Array(word.lowercased())
    guard letters.count > fewestLeft else { return [] }
    return (1...min(longest, letters.count - fewestLeft)).flatMap { count -> [String] in
      var stem = letters.dropLast(count)
      guard endings.contains(String(letters.suffix(count))) else { return [] }
      let plain = String(stem)
      guard letters.suffix(count) == ["і"], let hard = hardened[letters[letters.count - 2]] else {
        return [plain]
      }
      stem[stem.endIndex - 1] = hard
      return [plain, String(stem)]
    }
  }

  /// What a consonant was before it softened: `Америці` of `Америка`.
  private static let hardened: [Character: Character] = ["ц": "к", "з": "г", "с": "х"]
}
