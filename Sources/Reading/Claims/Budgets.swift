import FundingCore

extension PartyReader {
  /// Names public money that is told by its kind: «міський бюджет», "subvention", «Кабмін», «депутати міськради».
  func addBudgets() {
    var found: [Name] = []
    let foreign = hasForeignGovernment()
    found.append(contentsOf: pronouns())
    for sentence in document.sentences {
      for index in sentence.tokens {
        let token = document.tokens[index]
        let pays = payingBody(token, index, sentence)
        guard token.kind == .word,
          pays != nil || !token.cues.isDisjoint(with: PartyReader.publicMoney), !isInName(index)
        else { continue }
        guard let id = pays ?? publicMoney(token, index, sentence, foreign), id >= 0 else {
          continue
        }
        found.append(Name(kind: .organisation, id: id, tokens: index..<(index + 1)))
      }
    }
    guard !found.isEmpty else { return }
    document.names.append(contentsOf: found)
    document.names.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// «банк дає в кредит», "the agency": the bank or agency named last before it.
  private func pronouns() -> [Name] {
    var result: [Name] = []
    var at = 0
    var bank: Int32 = -1
    var agency: Int32 = -1
    for index in document.tokens.indices {
      while at < document.names.count, document.names[at].tokens.upperBound <= index {
        let name = document.names[at]
        if name.kind == .organisation, !name.isStranger {
          if facts.bodies[Int(name.id)].kind == .ifi { bank = name.id }
          if facts.bodies[Int(name.id)].kind == .un { agency = name.id }
        }
        at += 1
      }
      if at < document.names.count, document.names[at].tokens.contains(index) { continue }
      let hash = document.tokens[index].hash
      if bank >= 0, PartyReader.bankWords.contains(hash) {
        result.append(Name(kind: .organisation, id: bank, tokens: index..<(index + 1)))
      } else if agency >= 0, PartyReader.agencyWords.contains(hash) {
        result.append(Name(kind: .organisation, id: agency, tokens: index..<(index + 1)))
      }
    }
    return result
  }

  private static let bankWords = WordSet(
    "банк банку банком bank банка")
  private static let agencyWords = WordSet(
    "агентство агенція agency")

  private static var publicMoney: Cues {
    [
      .stateMoney, .cityMoney, .oblastMoney, .government, .council,
    ]
  }

  private func publicMoney(_ token: Token, _ index: Int, _ sentence: Sentence, _ foreign: Bool)
    -> Int32?
  {
    if token.cues.contains(.cityMoney) { return budgets.city }
    if token.cues.contains(.oblastMoney) { return budgets.oblast }
    if token.cues.contains(.stateMoney) { return budgets.state }
    if token.cues.contains(.council) { return budgets.city }
    if token.cues.contains(.government) {
      let isCabinet =
        token.hash != PartyReader.government && !PartyReader.governments.contains(token.hash)
      if !isCabinet && (foreign || nextIsName(index, sentence)) { return nil }
      return budgets.cabinet
    }
    return nil
  }

  /// «місто заплатило», «держава виділила», «область додасть»: a body as the subject of a paying verb.
  private func payingBody(_ token: Token, _ index: Int, _ sentence: Sentence) -> Int32? {
    guard PartyReader.bodyWords.contains(token.hash), let body = PartyReader.bodies[token.hash]
    else { return nil }
    let ahead = (index + 1)..<max(index + 1, min(sentence.tokens.upperBound, index + 4))
    for at in ahead {
      let cues = document.tokens[at].cues
      if document.tokens[at].kind == .mark || cues.contains(.receive) || document.names.isEmpty {
        break
      }
      if cues.contains(.give) || PartyReader.payVerbs.contains(document.tokens[at].hash) {
        return budget(body)
      }
    }
    if index > sentence.tokens.lowerBound,
      PartyReader.payVerbs.contains(document.tokens[index - 1].hash)
    {
      return budget(body)
    }
    return nil
  }

  private func budget(_ body: UInt8) -> Int32 {
    body == 0 ? budgets.city : body == 1 ? budgets.state : budgets.oblast
  }

  private static let bodies: [UInt64: UInt8] = {
    var result: [UInt64: UInt8] = [:]
    for (body, words) in [
      (UInt8(0), "місто громада город city мэрия мерія municipality"), (1, "держава государство"),
      (2, "область"),
    ] {
      for word in words.split(separator: " ") { result[WordHash(word: word).value] = body }
    }
    return result
  }()
  private static let bodyWords = WordSet(hashes: Array(bodies.keys))
  private static let payVerbs = WordSet(
    "заплатило заплатила платить платит заплатит оплатить оплатит витратило витратила вкладе вклало вложил вложит потратил потратит paid pays spent will"
  )

  private static let government = WordHash(word: "government").value
  private static let governments = WordSet(
    "уряд уряду урядом уряді правительство правительства правительству правительством правительстве"
  )

  /// «уряд Японії», "government of X": the country is the payer.
  private func nextIsName(_ index: Int, _ sentence: Sentence) -> Bool {
    let limit = min(sentence.tokens.upperBound, index + 4)
    var at = document.firstName(from: index + 1)
    while at < document.names.count, document.names[at].tokens.lowerBound < limit {
      if document.names[at].kind == .organisation { return true }
      at += 1
    }
    return false
  }

  private func isInName(_ index: Int) -> Bool {
    let low = document.firstName(from: index + 1)
    for at in stride(from: low - 1, through: max(0, low - 6), by: -1) {
      let name = document.names[at]
      if name.kind == .organisation && name.tokens.contains(index) { return true }
    }
    return false
  }

  private func hasForeignGovernment() -> Bool {
    document.names.contains { name in
      guard name.kind == .organisation, !name.isStranger, !name.isAdjective else { return false }
      return facts.bodies[Int(name.id)].kind == .government
        && !facts.bodies[Int(name.id)].isUkrainian
    }
  }
}
