/// Words of sectors that tell no purpose: names of streets, offices that speak; and headings that tell one.
extension ClaimReader {
  /// «вулиця Вокзальна», «Театральна площа», "Shkilna Street": what a street is called after.
  func isStreetName(_ name: Name) -> Bool {
    let (start, end) = (name.tokens.lowerBound, name.tokens.upperBound)
    guard name.tokens.count == 1, document.tokens[start].flags.contains(.capital) else {
      return false
    }
    if document.tokens[end].cues.contains(.street) {
      // «На Шкільній вулиці», but «Школа на вулиці Миру» has a preposition between.
      return ClaimReader.adjectives.end(document.tokens[start], document)
        || document.tokens[start].flags.contains(.latin)
    }
    guard start > 0 else { return false }
    // «на станції «Держпром»»: a stop is called after what stands there.
    if start > 1, document.tokens[start - 1].mark == Mark.quote,
      ClaimReader.stations.contains(where: { document.begins(document.tokens[start - 2], with: $0) }
      )
    {
      return true
    }
    let isStopped = document.tokens[start - 1].mark == Mark.dot && start > 1
    let before = document.tokens[isStopped ? start - 2 : start - 1]
    return before.kind == .word && before.cues.contains(.street)
      && document.sentenceOf[start] == document.sentenceOf[isStopped ? start - 2 : start - 1]
  }

  private static let adjectives = Endings([
    "на", "ній", "ну", "ної", "ною", "ий", "ого", "ому", "ая", "ой", "ую", "ая", "ка", "кій", "ку",
    "ем", "ом",
  ])

  private static let stations: [StaticString] = ["станці", "станци", "station", "зупин", "останов"]

  static let latinOffices: [StaticString] = [
    "affairs", "secretariat", "ministry", "department", "committee", "office",
  ]

  /// «зазначають у департаменті освіти», "the education department said": an office that only speaks.
  func isOfSpeaker(_ name: Name) -> Bool {
    guard isOfOffice(name) else { return false }
    let start = name.tokens.lowerBound
    return (max(0, start - 5)..<start).contains {
      document.tokens[$0].cues.contains(.source)
        && document.sentenceOf[$0] == document.sentenceOf[start]
        && ClaimReader.insideWords.contains(document.tokens[$0 + 1].hash)
    }
  }

  private static let insideWords = WordSet("у в во")

  /// "This was possible thanks to …", «Це стало можливим завдяки …»: for what the sentence before tells.
  func isThatPossible(_ own: Range<Int>) -> Bool {
    guard let first = own.first, ClaimReader.thatWords.contains(document.tokens[first].hash) else {
      return false
    }
    return own.prefix(6).contains { at in
      ClaimReader.possible.contains { document.begins(document.tokens[at], with: $0) }
    }
  }

  private static let thatWords = WordSet("this it that це усе все это")
  private static let possible: [StaticString] = [
    "possible", "можлив", "вдалося", "возможн", "удалось",
  ]

  /// "a kindergarten basement shelter": words of one noun in English.
  func isCompound(_ host: Name, _ shelter: Name) -> Bool {
    (host.tokens.lowerBound..<shelter.tokens.upperBound).allSatisfy {
      let token = document.tokens[$0]
      return token.kind == .word && token.flags.contains(.latin) && !token.cues.contains(.and)
        && !token.cues.contains(.into) && !token.cues.contains(.works)
        && !ClaimReader.withWords.contains(token.hash)
    }
  }

  /// «сквер при лікарні»: a park or a square is not what it stands beside; «дорога до лікарні» is a road.
  func withoutNeighbours(_ found: [Name]) -> [Name] {
    var found = found
    if found.contains(where: { $0.id == facts.transport }) {
      found = found.filter { name in
        name.id == facts.transport
          || !found.contains { road in
            let gap = road.tokens.upperBound..<max(road.tokens.upperBound, name.tokens.lowerBound)
            return road.id == facts.transport && (1...3).contains(gap.count)
              && ClaimReader.towards.contains(document.tokens[gap.lowerBound].hash)
              && !gap.contains { document.tokens[$0].kind == .mark }
          }
      }
    }
    guard found.contains(where: { $0.id == facts.other }) else { return found }
    return found.filter { name in
      guard name.id == facts.medicine || name.id == facts.education else { return true }
      let start = name.tokens.lowerBound
      return !found.contains { $0.id == facts.other && $0.tokens.upperBound <= start }
        || !(max(0, start - 2)..<start).contains {
          ClaimReader.besideWords.contains(document.tokens[$0].hash)
        }
    }
  }

  private static let towards = WordSet("до к to")
  private static let besideWords = WordSet("при at")

  /// «Вартість цієї партії — 500 тис.»: the price of what the sentences before tell.
  func takePriced(_ draft: inout Draft) {
    guard draft.sectors.isEmpty, draft.sum >= 0, draft.sentence > 1 else { return }
    let own = document.sentences[draft.sentence]
    let opening = own.tokens.prefix(4)
    guard let first = opening.first, document.tokens[first].cues.contains(.pricing),
      cues(opening).contains(.this)
    else { return }
    var at = draft.sentence - 1
    while at > 0, draft.sentence - at < 4, draft.sectors.isEmpty,
      document.sentences[at].paragraph == own.paragraph, !hasOwnSum(at)
    {
      take(sectorsIn: document.sentences[at].tokens, "S5", &draft)
      at -= 1
    }
  }

  /// «Вода. ЮНІСЕФ поставив станцію…»: the heading of a paragraph, where no sentence near a sum tells its purpose.
  func takeLabel(_ draft: inout Draft) {
    guard draft.sum >= 0 else { return }
    let own = document.sentences[draft.sentence]
    var at = draft.sentence - 1
    while at > 0, draft.sentence - at < 6, document.sentences[at].part == own.part,
      document.sentences[at].paragraph == own.paragraph
    {
      let tokens = document.sentences[at].tokens
      let words = tokens.count { document.tokens[$0].kind == .word }
      if words <= 2, document.sums(in: at).isEmpty {
        take(sectorsIn: tokens, "S5", &draft)
        return
      }
      at -= 1
    }
  }

  /// «сонячні станції на двох насосних», "solar panels at pumping stations": where things of energy stand.
  func isSite(_ name: Name, of found: [Name]) -> Bool {
    guard name.id == facts.water else { return false }
    return found.contains { thing in
      guard thing.id == facts.energy, thing.tokens.upperBound <= name.tokens.lowerBound else {
        return false
      }
      let between = thing.tokens.upperBound..<name.tokens.lowerBound
      guard between.count < 5, let first = between.first else { return false }
      return ClaimReader.siteWords.contains(document.tokens[first].hash)
    }
  }

  private static let siteWords = WordSet("на at")

  /// «колишній дитсадок переробляють на житло», "a former school": what a building was.
  func withoutFormer(_ found: [Name]) -> [Name] {
    guard found.count > 1 else { return found }
    let rest = found.filter { name in
      let start = name.tokens.lowerBound
      return !(max(0, start - 2)..<start).contains { at in
        ClaimReader.formers.contains { document.begins(document.tokens[at], with: $0) }
      }
    }
    return rest.isEmpty ? found : rest
  }

  private static let formers: [StaticString] = [
    "колишн", "Колишн", "бывш", "Бывш", "former", "Former", "disused", "abandoned", "покинут",
    "занедбан", "заброшенн",
  ]

}
