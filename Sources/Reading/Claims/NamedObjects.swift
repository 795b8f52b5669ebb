import FundingCore

/// The buildings an article names one by one: «садок № 143», «вул. Наталії Ужвій, 82», "School No. 5".
struct NamedObjects {
  struct Mention {
    /// The words that name it, as printed.
    var tokens: Range<Int>
    /// What tells it apart: the number of a school, the house of a street.
    var number: Int
    var kind: Kind
    /// Names one of several: «школи № 5 і 7», «лікарня № 4 та гуртожиток», «серед них школа № 5».
    var isOneOfSeveral: Bool
  }

  enum Kind: Int { case school, kindergarten, hospital, home, plant, street }

  /// In the order of the text.
  private(set) var mentions: [Mention] = []
  private let document: Document

  init(_ document: Document) {
    self.document = document
    for (index, sentence) in document.sentences.enumerated()
    where document.flagsOf[index].contains(.tellsApart) {
      for at in sentence.tokens where document.tokens[at].flags.contains(.tellsApart) {
        if isSign(at) { takeNumbered(at) } else { takeAddress(at) }
      }
    }
  }

  /// The one object that some sentences or clauses name, if they name no other.
  func only(in ranges: [Range<Int>]) -> Range<Int>? {
    var found: Mention?
    for range in ranges {
      for mention in mentions[first(from: range.lowerBound)..<first(from: range.upperBound)] {
        guard isAlone(mention, beside: found) else { return nil }
        found = found ?? mention
      }
    }
    return found?.tokens
  }

  /// The one object the whole article names, what is only recalled aside.
  func only() -> Range<Int>? {
    var found: Mention?
    for mention in mentions
    where !document.sentences[Int(document.sentenceOf[mention.number])].isBackground {
      guard isAlone(mention, beside: found) else { return nil }
      found = found ?? mention
    }
    return found?.tokens
  }

  /// Whether any stands there, be it one of several.
  func isAny(in range: Range<Int>) -> Bool {
    first(from: range.lowerBound) < first(from: range.upperBound)
  }

  /// The index of the first mention whose number stands at or behind a token.
  private func first(from token: Int) -> Int {
    var (low, high) = (0, mentions.count)
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].number < token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func isAlone(_ mention: Mention, beside found: Mention?) -> Bool {
    !mention.isOneOfSeveral && found.map { isSame($0, mention) } != false
  }

  private func isSame(_ a: Mention, _ b: Mention) -> Bool {
    a.kind == b.kind
      && document.string(a.number..<(a.number + 1)) == document.string(b.number..<(b.number + 1))
  }

  /// Whether a word is a number sign or one for a street.
  static func tellsApart(_ hash: UInt64) -> Bool {
    numero.contains(hash) || streets.contains(hash)
  }

  // MARK: Numbers

  private static let numero = WordSet("no nr")
  private static let reach = 6

  /// «№», "#", "No.".
  private func isSign(_ at: Int) -> Bool {
    let token = document.tokens[at]
    return token.kind == .mark
      ? token.mark == Mark.number
      : token.kind == .word && NamedObjects.numero.contains(token.hash)
  }

  /// «садок № 143»: from the word for what it is to its number.
  private mutating func takeNumbered(_ sign: Int) {
    var number = sign + 1
    if mark(number) == Mark.dot { number += 1 }
    guard isHouseNumber(number) else { return }
    let sentence = document.sentenceOf[sign]
    var at = sign - 1
    while at >= max(0, sign - NamedObjects.reach), document.sentenceOf[at] == sentence,
      !isStop(at), document.tokens[at].kind != .number
    {
      if let kind = kind(at) {
        let tokens = at..<(number + 1)
        mentions.append(
          Mention(
            tokens: tokens, number: number, kind: kind,
            isOneOfSeveral: isOneOfSeveral(tokens, number)))
        return
      }
      at -= 1
    }
  }

  private func kind(_ at: Int) -> Kind? {
    let token = document.tokens[at]
    guard token.kind == .word else { return nil }
    return NamedObjects.kinds.first { _, stems in
      stems.contains { document.begins(token, with: $0) }
    }?.0
  }

  private static let kinds: [(Kind, [StaticString])] = [
    (
      .school,
      [
        "школ", "Школ", "ліце", "Ліце", "лице", "Лице", "гімназі", "Гімназі", "гимнази", "Гимнази",
        "ЗОШ", "ХЗОШ", "СЗШ", "СОШ", "НВК", "school", "School", "lyceum", "Lyceum", "gymnasium",
        "Gymnasium",
      ]
    ),
    (
      .kindergarten,
      [
        "садк", "садок", "садоч", "садик", "дитсад", "Дитсад", "детсад", "Детсад", "ясл", "Ясл",
        "ясел", "Ясел", "ДНЗ", "ЗДО", "kindergarten", "Kindergarten", "nursery", "Nursery",
      ]
    ),
    (
      .hospital,
      [
        "лікарн", "Лікарн", "больниц", "Больниц", "поліклін", "Поліклін", "поликлин", "Поликлин",
        "пологов", "Пологов", "роддом", "Роддом", "hospital", "Hospital", "polyclinic",
        "Polyclinic", "clinic", "Clinic",
      ]
    ),
    (.home, ["гуртожит", "Гуртожит", "общежит", "Общежит", "dormitor", "Dormitor"]),
    (.plant, ["котельн", "Котельн", "підстанці", "Підстанці", "подстанци", "Подстанци"]),
  ]

  // MARK: Addresses

  /// «вул. Наталії Ужвій, 82», «проспекті Ювілейному, буд. 55-А»: from the word for the street to the house.
  private mutating func takeAddress(_ street: Int) {
    let sentence = document.sentenceOf[street]
    var at = street + 1
    if mark(at) == Mark.dot { at += 1 }
    // «вул. 23 Серпня, 5».
    if isIn(sentence, at), isHouseNumber(at), isIn(sentence, at + 1), isPartOfName(at + 1) {
      at += 1
    }
    let start = at
    while at < start + 8, isIn(sentence, at), isPartOfName(at) || mark(at) == Mark.dot && at > start
    { at += 1 }
    guard at > start else { return takeHouseBefore(street) }
    if mark(at) == Mark.comma { at += 1 }
    if isIn(sentence, at), NamedObjects.house.contains(document.tokens[at].hash) {
      at += 1
      if mark(at) == Mark.dot { at += 1 }
    }
    guard isIn(sentence, at), isHouseNumber(at), endsAddress(houseEnd(at), sentence) else { return }
    let tokens = street..<houseEnd(at)
    mentions.append(
      Mention(
        tokens: tokens, number: at, kind: .street, isOneOfSeveral: isOneOfSeveral(tokens, at)))
  }

  /// "82 Nataliia Uzhvii Street".
  private mutating func takeHouseBefore(_ street: Int) {
    let sentence = document.sentenceOf[street]
    var at = street - 1
    while at >= max(0, street - 4), document.sentenceOf[at] == sentence, isPartOfName(at) {
      at -= 1
    }
    guard at >= 0, at < street - 1, document.sentenceOf[at] == sentence, isHouseNumber(at) else {
      return
    }
    let tokens = at..<(street + 1)
    mentions.append(
      Mention(
        tokens: tokens, number: at, kind: .street, isOneOfSeveral: isOneOfSeveral(tokens, street)))
  }

  private static let streets = WordSet(
    """
    вул вулиця вулиці вулицю вулицею ул улица улице улицу улицы улицей просп проспект проспекту проспекті проспекта \
    проспекте проспектом пров провулок провулку провулка пер переулок переулке переулка переулку бул бульв бульвар \
    бульварі бульвару бульвара бульваре шосе шоссе набережна набережній набережная набережной street avenue lane \
    boulevard road
    """)
  private static let house = WordSet("буд будинок будинку дом доме д house building")

  private func isPartOfName(_ at: Int) -> Bool {
    let token = document.tokens[at]
    return token.kind == .word && token.flags.contains(.capital)
  }

  /// Behind the letter or the second number of a house: «14-А», «5/7», «82Б».
  private func houseEnd(_ number: Int) -> Int {
    var at = number + 1
    if [Mark.dash, UInt8(ascii: "/")].contains(mark(at)), isAttached(at) { at += 1 }
    guard isAttached(at), document.tokens[at].kind != .mark,
      document.tokens[at].end - document.tokens[at].start <= 3
    else { return number + 1 }
    return at + 1
  }

  private func isAttached(_ at: Int) -> Bool {
    document.tokens.indices.contains(at) && !document.tokens[at].flags.contains(.spaced)
      && document.tokens[at].kind != .newline
  }

  /// Behind a house stands no word that it counts: not «на вулиці Львівській, 217 людей».
  private func endsAddress(_ at: Int, _ sentence: Int32) -> Bool {
    guard isIn(sentence, at), document.tokens[at].kind == .word else { return true }
    return document.tokens[at].cues.contains(.and)
      || NamedObjects.prepositions.contains(document.tokens[at].hash)
  }

  private static let prepositions = WordSet(
    "у в на за по з із зі до для від под під из от со in at for with by from to is was")

  // MARK: What stands around

  /// Whether a number is short enough for a house or a school, and no sum.
  private func isHouseNumber(_ at: Int) -> Bool {
    guard document.tokens.indices.contains(at) else { return false }
    let token = document.tokens[at]
    guard token.kind == .number, token.end - token.start <= 5 else { return false }
    return !isSum(at)
  }

  private func isSum(_ at: Int) -> Bool {
    let next = document.firstSum(from: at)
    return next < document.sums.count && document.sums[next].tokens.lowerBound == at
      || next > 0 && document.sums[next - 1].tokens.contains(at)
  }

  /// Whether another number or building is listed beside it, or it is told as an example.
  private func isOneOfSeveral(_ tokens: Range<Int>, _ number: Int) -> Bool {
    let sentence = document.sentenceOf[number]
    var at = tokens.upperBound
    if isIn(sentence, at), isJoint(at) || mark(at) == Mark.dash {
      at += 1
      while isIn(sentence, at), at < tokens.upperBound + 6, !isStop(at) {
        if isHouseNumber(at) && at == tokens.upperBound + 1 || kind(at) != nil || isSign(at) {
          return true
        }
        at += 1
      }
    }
    let before = max(0, tokens.lowerBound - 4)..<tokens.lowerBound
    return before.contains { at in
      let token = document.tokens[at]
      return document.sentenceOf[at] == sentence
        && (NamedObjects.example.contains(token.hash)
          || token.kind == .word && at + 1 < tokens.lowerBound && kind(at) != nil
            && isJoint(at + 1))
    }
  }

  private static let example = WordSet(
    "серед зокрема включно наприклад числі среди включая например числе among including like")

  private func isJoint(_ at: Int) -> Bool {
    document.tokens[at].cues.contains(.and) || mark(at) == Mark.comma
  }

  private func isStop(_ at: Int) -> Bool {
    [Mark.comma, Mark.semicolon, Mark.colon, Mark.open, Mark.close].contains(mark(at))
  }

  private func isIn(_ sentence: Int32, _ at: Int) -> Bool {
    at < document.tokens.count && document.sentenceOf[at] == sentence
  }

  /// The mark at a place; 0 where a word or nothing stands there.
  private func mark(_ at: Int) -> UInt8 {
    guard document.tokens.indices.contains(at), document.tokens[at].kind == .mark else { return 0 }
    return document.tokens[at].mark
  }
}

extension ClaimReader {
  /// The one object claims are about, where their own sentences or those behind name one and no other.
  func readObjects(_ drafts: inout [Draft]) {
    guard !drafts.isEmpty, !objects.mentions.isEmpty else { return }
    let titular = objects.only()
    let sums = drafts.count { $0.sum >= 0 }
    for index in drafts.indices where !drafts[index].isCumulative {
      readObject(&drafts[index], of: sums, titular)
    }
  }

  private func readObject(_ draft: inout Draft, of sums: Int, _ titular: Range<Int>?) {
    let own = draft.sum >= 0 ? draft.segments : [draft.segment]
    let sentences = draft.statements.map { document.sentences[$0].tokens }
    let behind = draft.following.map { document.sentences[$0].tokens }
    if let found = objects.only(in: own) ?? objects.only(in: sentences) {
      draft.take(object: found, "O1")
    } else if (own + sentences).contains(where: objects.isAny) {
      return
    } else if let found = objects.only(in: behind) {
      draft.take(object: found, "O2")
    } else if let titular, sums == 1, draft.sum >= 0, isPrice(draft), isNear(titular, draft) {
      draft.take(object: titular, "O3")
    }
  }

  /// Whether an object is named within a few sentences and not as another one: «ще один аукціон, на котельню № 5».
  private func isNear(_ tokens: Range<Int>, _ draft: Draft) -> Bool {
    let sentence = Int(document.sentenceOf[tokens.lowerBound])
    return abs(sentence - draft.sentence) <= 3 && !document.cuesOf[sentence].contains(.more)
  }

  /// «Найменшу пропозицію, 224,5 млн грн», «Його вартість — 244 млн»: what one thing costs.
  private func isPrice(_ draft: Draft) -> Bool {
    draft.statements.contains {
      !document.cuesOf[$0].isDisjoint(with: [.cost, .tender, .bid, .winner, .offered])
    }
      && draft.places.allSatisfy {
        ![.oblast, .country].contains(facts.placeKinds[Int($0)])
      }
  }
}

extension Draft {
  fileprivate mutating func take(object tokens: Range<Int>, _ rule: RuleID) {
    object = tokens
    prove(.object, tokens, rule)
  }
}
