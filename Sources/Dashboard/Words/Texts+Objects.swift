extension Texts {
  /// A building as a list names it: the article's own words, their head in the nominative: «садка № 143» is `садок № 143`.
  ///
  /// - Shape: only heads that are known, before a number, a quoted name or a street's name; other words stay as printed.
  ///   Several numbers may stand behind a plural, which is left alone.
  func name(ofObject object: String) -> String {
    var words = object.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard let head = words.first, words.count > 1 else { return object }
    let isStreet = Self.streets.contains(head.lowercased())
    let numbers = object.split { !$0.isNumber }.count
    guard isStreet || numbers == 1 else { return object }
    let lower = head.lowercased()
    if let lemma = Self.heads.first(where: { $0.forms.contains(lower) })?.lemma {
      words[0] = head.first?.isUppercase == true ? capitalised(lemma) : lemma
    }
    // «вул. Лісопарківській, 4»: a street's name agrees with «вулиця» in its case.
    if isStreet, let name = words.firstIndex(where: { $0.first?.isUppercase == true }) {
      let bare = words[name].prefix { $0.isLetter || $0 == "'" || $0 == "’" || $0 == "-" }
      let rest = words[name].dropFirst(bare.count)
      for ending in ["ській", "ської", "цькій", "цької"] where bare.hasSuffix(ending) {
        words[name] = bare.dropLast(2) + "а" + rest
      }
      for ending in ["ской", "цкой"] where bare.hasSuffix(ending) {
        words[name] = bare.dropLast(2) + "ая" + rest
      }
    }
    return words.joined(separator: " ")
  }

  private static let streets: Set<String> = ["вул.", "ул.", "вулиці", "вулицю", "улице", "улицы"]

  private static let heads: [(lemma: String, forms: Set<String>)] = [
    ("садок", ["садка", "садку", "садком"]),
    ("дитсадок", ["дитсадка", "дитсадку", "дитсадком"]),
    ("школа", ["школи", "школі", "школу", "школою"]),
    ("ліцей", ["ліцею", "ліцеєм", "ліцеї"]),
    ("гімназія", ["гімназії", "гімназію", "гімназією"]),
    ("лікарня", ["лікарні", "лікарню", "лікарнею"]),
    ("поліклініка", ["поліклініки", "поліклініці", "поліклініку"]),
    ("амбулаторія", ["амбулаторії", "амбулаторію"]),
    ("будинок", ["будинку", "будинком"]),
    ("гуртожиток", ["гуртожитку", "гуртожитком"]),
    ("підстанція", ["підстанції", "підстанцію"]),
    ("котельня", ["котельні", "котельню"]),
    ("вулиця", ["вулиці", "вулицю"]),
    ("сад", ["сада", "саду"]),
    ("детсад", ["детсада", "детсаду", "детсаде"]),
    ("школа", ["школы", "школе"]),
    ("лицей", ["лицея", "лицее", "лицею"]),
    ("гимназия", ["гимназии", "гимназию"]),
    ("больница", ["больницы", "больнице", "больницу"]),
    ("поликлиника", ["поликлиники", "поликлинике", "поликлинику"]),
    ("дом", ["дома", "доме"]),
    ("общежитие", ["общежития", "общежитии"]),
    ("улица", ["улицы", "улице", "улицу"]),
  ]
}
