import FundingCore

/// Towns that are named for what was signed or said there, or only nearby.
extension Document {
  /// «угоду підписали в Києві», "speaking in Kyiv": where papers are signed and words said.
  func isMeeting(_ name: Name) -> Bool {
    let before = name.tokens.lowerBound - 1
    guard before > 0, tokens[before].cues.contains(.into) else { return false }
    if opensWithMeeting(name, before) { return true }
    return (max(0, before - 3)..<before).contains(where: tellsMeeting)
  }

  private func tellsMeeting(_ at: Int) -> Bool {
    let token = tokens[at]
    return token.kind == .word
      && Document.meetings.contains { begins(token, with: $0) }
  }

  /// «У Києві підписали угоду», "In Kyiv the deal was signed": the verb right behind a town that opens the sentence.
  private func opensWithMeeting(_ name: Name, _ before: Int) -> Bool {
    let sentence = sentences[Int(sentenceOf[before])].tokens
    guard before - sentence.lowerBound < 4,
      Document.venueWords.contains(tokens[before].hash)
    else { return false }
    let end = min(sentence.upperBound, name.tokens.upperBound + 5)
    for at in name.tokens.upperBound..<max(name.tokens.upperBound, end) {
      if tokens[at].kind == .mark { return false }
      if Document.signings.contains(where: { begins(tokens[at], with: $0) }) {
        return true
      }
    }
    return false
  }

  private static let venueWords = WordSet("у в во in at")
  private static let signings: [StaticString] = [
    "підпис", "подпис", "signed", "зустр", "встрет", "met", "презентув", "презентов", "presented",
  ]

  private static let meetings: [StaticString] = [
    "підпис", "Підпис", "зустр", "конференц", "саміт", "форум", "презентув", "зібрали", "зібран",
    "підпис", "подпис", "Подпис", "встреч", "саммит", "собрали", "собран", "signed", "Signed",
    "speaking", "Speaking", "present", "discuss", "перегов", "візит", "визит", "talks",
    "conference", "summit", "forum", "met", "meeting", "ceremon", "Ceremon", "церемон", "Церемон",
    "told", "assembled",
    "exchanged", "notes", "said", "announced", "оголос", "анонс", "повідом", "розпов", "сказа",
    "заяви",
    "объяви", "сообщ", "расска",
  ]

  /// «під Одесою», "outside Odesa": not in the town.
  func isNearby(_ name: Name) -> Bool {
    let before = name.tokens.lowerBound - 1
    guard before >= 0 else { return false }
    // "Borodianka, northwest of Kyiv".
    return Document.nearWords.contains(tokens[before].hash)
      || before > 0 && tokens[before].hash == Document.ofWord
        && Document.directions.contains(tokens[before - 1].hash)
  }

  private static let oldAndNew: [StaticString] = [
    "Стар", "Мал", "Велик", "Нов", "Сух", "Сіверськ", "Северск", "Больш", "Північн", "Южн",
    "Південн",
  ]
  private static let ofWord = WordHash(word: "of").value
  private static let directions = WordSet(
    """
    north south east west northwest northeast southwest southeast north-west north-east south-west south-east outskirts
    """)

  /// «у Вільшанах біля Харкова»: in the place named before; «міст через річку Ірпінь»: a river is no town.
  func isLandmark(_ name: Name) -> Bool {
    let before = name.tokens.lowerBound - 1
    guard before >= 0 else { return false }
    let word = tokens[before].hash
    if Document.rivers.contains(word)
      || Document.rivers.contains(tokens[name.tokens.upperBound].hash)
    {
      return true
    }
    // «міст через Остер у Ніжині», "a bridge over the Seym in Baturyn".
    // «міст через Старий Дніпро».
    let isOver =
      before > 0 && Document.overs.contains(tokens[before - 1].hash)
      && Document.oldAndNew.contains { begins(tokens[before], with: $0) }
    if Document.overs.contains(word) || isOver
      || word == Document.the && before > 0
        && Document.overs.contains(tokens[before - 1].hash),
      (max(0, before - 3)..<before).contains(where: { at in
        Document.bridges.contains { begins(tokens[at], with: $0) }
      })
    {
      let sentence = sentences[Int(sentenceOf[before])].tokens
      return hasPlace(in: sentence.lowerBound..<before)
        || hasPlace(in: name.tokens.upperBound..<sentence.upperBound)
    }
    if Document.dams.contains(where: { begins(tokens[name.tokens.upperBound], with: $0) }) {
      return true
    }
    let isBeside =
      Document.besideWords.contains(word)
      || word == Document.of && before > 0 && Document.sides.contains(tokens[before - 1].hash)
    return isBeside && hasPlace(in: max(0, before - 6)..<before)
  }

  /// «Львів передав Харкову», "Lviv city council gave Kharkiv": a town that gives to another, "Sumy-based": a firm's seat.
  func isGiver(_ name: Name) -> Bool {
    let end = name.tokens.upperBound
    let sentence = sentences[Int(sentenceOf[name.tokens.lowerBound])].tokens
    guard end + 1 < sentence.upperBound else { return false }
    if tokens[end].mark == Mark.dash, !tokens[end].flags.contains(.spaced),
      tokens[end + 1].hash == Document.based
    {
      return true
    }
    var at = end
    while at < sentence.upperBound, at - end < 3, Document.townBodies.contains(tokens[at].hash) {
      at += 1
    }
    let before = name.tokens.lowerBound - 1
    guard at < sentence.upperBound, Document.givings.contains(tokens[at].hash),
      before < sentence.lowerBound
        || tokens[before].cues.isDisjoint(with: [.into, .from, .purpose])
    else { return false }
    return hasPlace(in: at..<min(sentence.upperBound, at + 8))
  }

  private static let based = WordHash(word: "based").value
  private static let townBodies = WordSet(
    "city council міська рада міськрада громада мерія has have вже уже")
  private static let givings = WordSet(
    """
    передав передала передало подарував подарувала подарувало надіслав надіслала відправив відправила віддав віддала \
    передал подарил подарила отправил отправила отдал отдала gave gives given donated donates sent handed presented
    """)

  private func hasPlace(in range: Range<Int>) -> Bool {
    var at = firstName(from: range.lowerBound)
    while at < names.count, names[at].tokens.lowerBound < range.upperBound {
      if names[at].kind == .place, !names[at].isAdjective { return true }
      at += 1
    }
    return false
  }

  private static let nearWords = WordSet("під под outside")
  private static let rivers = WordSet(
    "річку річці річки річкою річка реку реке реки рекой река river river's буг бугу бугом бузі буга"
  )
  private static let overs = WordSet("через over across")
  private static let the = WordHash(word: "the").value
  private static let bridges: [StaticString] = ["міст", "мост", "Міст", "Мост", "bridge", "Bridge"]
  private static let dams: [StaticString] = [
    "ГЕС", "ГЭС", "дамб", "водосхов", "водохран", "Dam", "dam", "Reservoir", "reservoir", "HPP",
  ]
  private static let besideWords = WordSet(
    "near біля неподалік поблизу недалеко від возле вблизи рядом")
  private static let of = WordHash(word: "of").value
  private static let sides = WordSet("north south east west")
}
