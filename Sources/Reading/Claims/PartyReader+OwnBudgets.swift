import FundingCore

/// Public budgets: what the words around their names say.
extension PartyReader {
  /// A budget pays, unless money goes into it or it is only changed.
  func budgetPart(of range: Range<Int>, _ name: Name, _ sentence: Sentence) -> (
    Party.Part, RuleID
  )? {
    guard !name.isStranger,
      name.id == budgets.city || name.id == budgets.state || name.id == budgets.oblast,
      document.tokens[name.tokens.lowerBound].cues.isDisjoint(with: .council)
    else { return nil }
    if isDenied(range, sentence) { return (.masked, "M6") }
    var at = range.lowerBound - 1
    var steps = 0
    let isFund = range.contains {
      !document.tokens[$0].cues.isDisjoint(with: [.cityMoney, .oblastMoney, .stateMoney, .budget])
    }
    while at >= sentence.tokens.lowerBound, steps < (isFund ? 4 : 1) {
      let token = document.tokens[at]
      if PartyReader.into.contains(token.hash) && !isLocative(range)
        || token.cues.contains(.change)
          && !document.cues(at..<range.upperBound).contains(.give)
      {
        return (.masked, "M6")
      }
      at -= 1
      steps += 1
    }
    return (.payer, "D9")
  }

  /// «грошей міста в цьому проєкті немає».
  private func isDenied(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
    let end = min(sentence.tokens.upperBound, range.upperBound + 6)
    for at in range.upperBound..<max(range.upperBound, end) {
      if document.tokens[at].kind == .mark { return false }
      if PartyReader.absent.contains(document.tokens[at].hash) { return true }
    }
    // "passed on as a subvention", «у вигляді субвенції».
    let before = max(sentence.tokens.lowerBound, range.lowerBound - 2)..<range.lowerBound
    return before.contains { PartyReader.shapes.contains(document.tokens[$0].hash) }
      && document.tokens[range.lowerBound].cues.contains(.fund)
  }

  private static let shapes = WordSet("as як вигляді виде как формі форме")

  private static let absent = WordSet(
    "немає нема нет відсутні отсутствуют credited зараховано поповнився поповнили пополнился пополнили"
  )

  /// «у бюджеті закладено», «в бюджете нашли», "set aside in the budget": where money lies, not where it goes.
  private func isLocative(_ range: Range<Int>) -> Bool {
    range.contains { PartyReader.locatives.contains(document.tokens[$0].hash) }
      || range.lowerBound > 1
        && (range.lowerBound - 2..<range.lowerBound).contains {
          document.tokens[$0].hash == PartyReader.inside
        }
  }

  private static let inside = WordHash(word: "in").value
  private static let locatives = WordSet("бюджеті бюджете казні казне скарбниці")

  private static let into = WordSet(
    "до в у to into зміни змінили изменения зміну changes")

  /// «кошти міста-побратима Познань»: a town abroad, not the one the text is about.
  func nextIsTwin(_ index: Int, _ sentence: Sentence) -> Bool {
    let limit = min(sentence.tokens.upperBound, index + 5)
    for at in document.names(from: index + 1) {
      let name = document.names[at]
      if name.tokens.lowerBound >= limit { break }
      if name.kind == .organisation, !name.isStranger, facts.bodies[Int(name.id)].kind == .city,
        !facts.bodies[Int(name.id)].isUkrainian
      {
        return true
      }
    }
    return false
  }

  /// Where governments of other states are named; below zero for one that a title names.
  func foreignGovernments() -> [Int32] {
    var result: [Int32] = []
    for name in document.names where name.kind == .organisation && !name.isStranger {
      guard !name.isAdjective, let body = facts.body(name.id), body.kind == .government,
        !body.isUkrainian, body.isCountry
      else { continue }
      let sentence = document.sentenceOf[name.tokens.lowerBound]
      let isTitle = document.sentences[Int(sentence)].part == .title
      result.append(isTitle ? -1 : Int32(name.tokens.lowerBound))
    }
    return result
  }

  /// Whether «уряд» may be that of another state: one named in the title, or not far before.
  func isNear(_ index: Int, _ foreign: [Int32]) -> Bool {
    let sentence = document.sentenceOf[index]
    return foreign.contains {
      $0 < 0 || $0 < index && sentence - document.sentenceOf[Int($0)] <= 3
    }
  }

  /// «бюджет Полтави», «полтавський бюджет», "Mykolaiv's budget", «бюджет Харківщини»: told by the place beside it.
  func budgetOfPlace(_ index: Int, _ sentence: Sentence) -> Int32? {
    for at in document.names(from: max(sentence.tokens.lowerBound, index - 3)) {
      let name = document.names[at]
      if name.tokens.lowerBound > index + 1 { break }
      guard name.kind == .place,
        name.tokens.upperBound == index || name.tokens.lowerBound == index + 1
      else { continue }
      let sense = document.lexicon.senses[Int(name.id)]
      guard sense.kind == .place else { continue }
      switch facts.placeKinds[Int(sense.id)] {
      case .city, .district: return budgets.city
      case .oblast: return budgets.oblast
      case .country: return budgets.state
      default: continue
      }
    }
    return nil
  }

  /// «департамент капітального будівництва Харківської ОВА»: the oblast's, not the town's.
  func isOfOblast(_ index: Int, _ sentence: Sentence) -> Bool {
    for at in (index + 1)..<max(index + 1, min(sentence.tokens.upperBound, index + 7)) {
      let token = document.tokens[at]
      if token.kind == .mark { return false }
      if token.cues.contains(.give) { return false }
      if PartyReader.oblastBodies.contains(token.hash) || document.begins(token, with: "обласн")
        || document.begins(token, with: "областн")
      {
        return true
      }
    }
    return false
  }

  static let oblastBodies = WordSet("ова ода хова хода oblast regional")
}
