import FundingCore

/// Adjectives of towns: «ірпінський», «великобурлуцький».
extension NameCutter {
  static let ukrainianTown = Letters.folded("ський")
  static let russianTown = Letters.folded("ский")
  private static let whole = ["ськ", "цьк", "ск"].map { Letters.folded($0) }
  private static let (ka, nj, lj) = (
    Letters.folded("ка"), Letters.folded("нь"), Letters.folded("ль")
  )
  /// Consonants that -ський joins without a change.
  private static let plainConsonants = Set(Letters.folded("бвдлмнпр"))

  /// «великобурлук» of «Великий Бурлук»: the words of a name as an adjective joins them; `nil` where it has more than two
  /// or the first is no adjective.
  private static func joined(_ name: String) -> [UInt16]? {
    let words = name.split(separator: " ")
    guard words.count < 3, let last = words.last else { return nil }
    guard words.count == 2, let first = words.first else { return Letters.folded(last) }
    let letters = Letters.folded(first)
    for ending in endings where letters[...].hasEnding(ending.cut) {
      return letters.dropLast(ending.cut.count) + ending.joint + Letters.folded(last)
    }
    return nil
  }

  private static let endings: [(cut: [UInt16], joint: [UInt16])] = [
    ("ній", "ньо"), ("ня", "ньо"), ("нє", "ньо"), ("ий", "о"), ("ый", "о"), ("ой", "о"),
    ("ая", "о"), ("ое", "о"), ("ые", "о"), ("а", "о"), ("е", "о"), ("і", "о"),
  ].map { (Letters.folded($0), Letters.folded($1)) }
  /// Endings that change as a whole: Тростянець, тростянецький; Лубни, лубенський; Апостолове, апостолівський.
  private static let changes: [(cut: [UInt16], joint: [UInt16])] = [
    ("ець", "ецький"), ("єць", "єцький"), ("бни", "бенський"), ("мни", "менський"),
    ("тни", "тенський"), ("ове", "івський"), ("еве", "івський"), ("нець", "нецький"),
    ("бны", "бенский"), ("мны", "менский"), ("ово", "овский"), ("ево", "евский"),
    ("нец", "нецкий"), ("руч", "руцький"), ("дня", "днянський"),
  ].map { (Letters.folded($0), Letters.folded($1)) }
  /// What some last consonants become before the ending of an adjective: Бурлук, бурлуцький; Буг, бузький.
  private static let softened: [UInt16: [UInt16]] = [
    Letters.folded("к")[0]: Letters.folded("ць"), Letters.folded("г")[0]: Letters.folded("зь"),
  ]

  /// «ірпінський» of a town with a name of one word, where its ending tells how the adjective is made.
  mutating func addTownAdjective(
    _ name: String, _ suffix: [UInt16], _ inflection: Inflection, _ index: Int32
  ) {
    guard name.unicodeScalars.count > 3, !name.utf8.contains(0x2D),
      var stem = NameCutter.joined(name), let last = stem.last
    else { return }
    if let change = NameCutter.softened[last] {
      // «великобурлуцький», «великобурлукский».
      stem =
        inflection == .ukrainian ? stem.dropLast() + change + suffix.dropFirst(2) : stem + suffix
    } else if NameCutter.whole.contains(where: { stem[...].hasEnding($0) }) {
      stem += suffix.suffix(2)
    } else if let change = NameCutter.changes.first(where: { stem[...].hasEnding($0.cut) }) {
      // «тростянецький», «лубенський», «апостолівський».
      stem = stem.dropLast(change.cut.count) + change.joint
    } else if stem[...].hasEnding(NameCutter.ka) {
      stem = stem.dropLast(2) + suffix
    } else if stem[...].hasEnding(NameCutter.nj) {
      stem = stem.dropLast() + suffix
    } else if stem[...].hasEnding(NameCutter.lj) || NameCutter.plainConsonants.contains(last) {
      stem += suffix
    } else {
      return
    }
    enterAdjective(stem, inflection, index, name)
  }
}
