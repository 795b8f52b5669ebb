import FundingCore

/// Organisations that are named again by the word for what they are: «банк», "the agency", «той самий фонд».
extension PartyReader {
  /// «банк дає в кредит», "the agency", «організація»: the bank, agency or charity named last before it.
  func pronouns() -> [Name] {
    let isNamed = document.names.contains { name in
      guard name.kind == .organisation else { return false }
      guard !name.isStranger else { return true }
      let body = facts.bodies[Int(name.id)]
      return body.kind == .ifi || body.kind == .company || body.isNamedAgency || body.isFund
        || body.kind == .ngo || isPlatform(body)
    }
    guard isNamed else { return [] }
    let (bankWords, agencyWords) = (PartyReader.bankWords, PartyReader.agencyWords)
    let charityWords = PartyReader.charityWords
    var result: [Name] = []
    var at = 0
    var bank: Int32 = -1
    var agency: Int32 = -1
    var charity: Name?
    var company: Name?
    var foundation: Name?
    var platform: Int32 = -1
    var fund: Name?
    for (number, sentence) in document.sentences.enumerated()
    where document.cuesOf[number].contains(.namedAgain) {
      for index in sentence.tokens where document.tokens[index].cues.contains(.namedAgain) {
        while at < document.names.count, document.names[at].tokens.upperBound <= index {
          let name = document.names[at]
          if name.kind == .organisation, name.isStranger { charity = name }
          if name.kind == .organisation, !name.isStranger {
            let kind = facts.bodies[Int(name.id)].kind
            if kind == .ifi { bank = name.id }
            if facts.bodies[Int(name.id)].isNamedAgency { agency = name.id }
            if kind == .ngo || kind == .un { (charity, foundation) = (name, name) }
            if kind == .company { company = name }
            if isPlatform(facts.bodies[Int(name.id)]) { platform = name.id }
          }
          if name.kind == .organisation, isFund(name) { (fund, foundation) = (name, name) }
          at += 1
        }
        if at < document.names.count, document.names[at].tokens.contains(index) { continue }
        let hash = document.tokens[index].hash
        if isTreasury(index) { continue }
        if bank >= 0, bankWords.contains(hash) {
          result.append(Name(kind: .organisation, id: bank, tokens: index..<(index + 1)))
        } else if agency >= 0, agencyWords.contains(hash) {
          result.append(Name(kind: .organisation, id: agency, tokens: index..<(index + 1)))
        } else if platform >= 0, PartyReader.platformWords.contains(hash), !startsName(index) {
          result.append(Name(kind: .organisation, id: platform, tokens: index..<(index + 1)))
        } else if PartyReader.fundWords.contains(hash), let fund,
          Int(document.sentenceOf[index] - document.sentenceOf[fund.tokens.lowerBound]) <= 4,
          isSameFund(index)
        {
          result.append(
            Name(
              kind: .organisation, id: fund.id, tokens: index..<(index + 1),
              isStranger: fund.isStranger))
        } else if PartyReader.crewWords.contains(hash), let charity, index > 0,
          PartyReader.possessives.contains(document.tokens[index - 1].hash),
          Int(document.sentenceOf[index] - document.sentenceOf[charity.tokens.lowerBound]) <= 1
        {
          result.append(
            Name(
              kind: .organisation, id: charity.id, tokens: index..<(index + 1),
              isStranger: charity.isStranger))
        } else if PartyReader.companyWords.contains(hash), let company,
          Int(document.sentenceOf[index] - document.sentenceOf[company.tokens.lowerBound]) <= 1,
          !startsName(index)
        {
          result.append(
            Name(
              kind: .organisation, id: company.id, tokens: index..<(index + 1),
              isStranger: company.isStranger))
        } else if charityWords.contains(hash),
          let charity = PartyReader.fundWords.contains(hash) ? foundation : charity,
          Int(document.sentenceOf[index] - document.sentenceOf[charity.tokens.lowerBound]) <= 2,
          !startsName(index)
        {
          result.append(
            Name(
              kind: .organisation, id: charity.id, tokens: index..<(index + 1),
              isStranger: charity.isStranger))
        }
      }
    }
    return result
  }

  /// «із резервного фонду», «житловий фонд»: a purse or a stock, not the charity named before.
  private func isTreasury(_ index: Int) -> Bool {
    index > 0 && PartyReader.fundWords.contains(document.tokens[index].hash)
      && PartyReader.treasuries.contains { document.begins(document.tokens[index - 1], with: $0) }
  }

  private static let treasuries: [StaticString] = [
    "резервн", "дорожн", "житлов", "жилищн", "жилого", "пенсійн", "пенсион", "спеціальн",
    "специальн", "загальн", "общ", "цільов", "целев", "стабіл", "reserve", "housing", "road",
  ]

  /// What the state collects through: no budget, no ministry.
  private func isPlatform(_ body: Facts.Body) -> Bool {
    body.kind == .government && body.isUkrainian && !body.isPublic
  }

  /// «фонд «…»», "Foundation": the word is part of a name.
  private func startsName(_ index: Int) -> Bool {
    let next = document.tokens[index + 1]
    // "The Group invested", with nothing of a name behind it.
    if document.tokens[index].flags.contains([.latin, .capital]), index > 0,
      document.tokens[index - 1].hash == PartyReader.the, !next.flags.contains(.capital),
      PartyReader.companyWords.contains(document.tokens[index].hash)
    {
      return false
    }
    return document.tokens[index].flags.contains([.latin, .capital]) || next.mark == Mark.quote
      || next.flags.contains(.capital) && next.kind == .word
      || document.names(from: index + 1).prefix(2).contains {
        document.names[$0].tokens.lowerBound == index + 1
          && document.names[$0].kind == .organisation && !document.names[$0].isAdjective
      }
  }

  /// «Країна виділила», "The country has given": the state named last, where it opens a sentence and gives.
  func countries() -> [Name] {
    var result: [Name] = []
    for (number, sentence) in document.sentences.enumerated() where sentence.tokens.count > 3 {
      let first = sentence.tokens.lowerBound
      let at = document.tokens[first].hash == PartyReader.the ? first + 1 : first
      guard PartyReader.countryWords.contains(document.tokens[at].hash),
        document.cues(at + 1..<at + 3).contains(.give), result.count < 20,
        !PartyReader.shes.contains(document.tokens[at].hash) || mayBeShe(number)
      else { continue }
      let before = document.firstName(from: at)
      let named = document.names[max(0, before - 30)..<before].last {
        $0.kind == .organisation && !$0.isStranger && facts.body($0.id)?.isCountry == true
          && Int(document.sentenceOf[$0.tokens.lowerBound]) >= number - 2
      }
      if let named {
        result.append(Name(kind: .organisation, id: named.id, tokens: at..<(at + 1)))
      }
    }
    return result
  }

  /// «Школу добудує Литва. Вона ж дала 2 млн»: one state is all that the sentence before names, and nobody's post.
  private func mayBeShe(_ number: Int) -> Bool {
    guard number > 0, hasSum(document.sentences[number]),
      !document.cuesOf[number - 1].contains(.post)
    else { return false }
    let named = Array(
      document.names(.organisation, in: document.sentences[number - 1].tokens))
    return named.count == 1
      && named.allSatisfy { !$0.isStranger && facts.body($0.id)?.isCountry == true }
  }

  private static let shes = WordSet("вона она it")
  private static let countryWords = WordSet("країна страна country вона она it")
  static let crewList =
    "deminers sappers teams engineers crews сапери саперами саперы сапёры фахівці фахівцями інженери специалисты инженеры"
  static let platformList =
    "платформа платформи платформою платформу платформі платформы платформе platform"
  static let platformWords = WordSet(platformList)
  static let companyList =
    "компанія компанією компания компанией company group група групою группа группой"
  static let companyWords = WordSet(companyList)
  static let crewWords = WordSet(crewList)
  static let possessives = WordSet("its their його її їхні їхніми его её ее их")
  static let charityList =
    "фонд фонду фондом організація організації організацією організацію організація organisation organization charity foundation фонда фондом организация организации организацией организацию благодійники благодійна благотворители"
  static let bankList =
    "банк банку банком bank банка корпорація корпорації корпорацією корпорация корпорации корпорацией corporation"
  static let agencyList = "агентство агентства агентством агентству агенція агенції agency"
  static let fundList = "fund фонд фонду фондом фонда"
  static let fundWords = WordSet(fundList)
  static let charityWords = WordSet(charityList)
  static let bankWords = WordSet(bankList)
  static let agencyWords = WordSet(agencyList)
}
