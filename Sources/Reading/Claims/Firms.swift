import FundingCore

extension Document {
  /// A firm the tables do not know builds for hire: it is no party, unless it gives.
  func isFirm(_ name: Name) -> Bool {
    name.isStranger && name.tokens.contains { Document.firmWords.contains(tokens[$0].hash) }
  }

  static let firmWords = WordSet(
    "фірма фірми фірмою фірму фірмі фирма фирмы фирмой фирму компанія компанії компанією компанію компаній тов пп товариство товариства товариством підприємство підприємства підприємством завод заводу заводом корпорація корпорації холдинг холдингу концерн концерну концерном комбінат комбінату комбінатом фабрика фабрики фабрикою мережа мережі мережею агрофірма агрофірми агрофірмою рітейлер ритейлер прат пат ат фг оао зао ао чао пао чп фх агрофирма агрофирмы сеть сети сетью комбинат комбината ltd inc plc gmbh corp manufacturer retailer producer chain brewer кп компания компании компанией компанию ооо предприятие предприятия предприятием корпорация завода company firm llc ltd corporation group"
  )
}

/// Firms that the tables do not know, and when they pay.
extension PartyReader {
  /// «ТОВ «Зернопродукт» подарувало», «коштом компанії «Агро»»: a firm pays by a gift or with money said to be its own; what
  /// it is paid, lent or wins a tender for makes it no payer.
  func isGift(_ name: Name, _ rule: RuleID, _ sentence: Sentence) -> Bool {
    switch rule {
    case "D1", "D12", "D13": return true
    case "D9": return isNoDeal(name)
    case "D3":
      if isContracted(name, sentence) { return false }
      let before = max(sentence.tokens.lowerBound, name.tokens.lowerBound - 3)
      return (before..<name.tokens.lowerBound).contains {
        let token = document.tokens[$0]
        return token.cues.contains(.from) || token.cues.contains(.give) && isVerb(token)
      }
    case "D2":
      guard isNoDeal(name), !spendsOthers(sentence) else { return false }
      let near =
        max(
          sentence.tokens.lowerBound, name.tokens.lowerBound - 12)..<min(
          sentence.tokens.upperBound, name.tokens.upperBound + 10)
      return near.contains { at in
        document.tokens[at].cues.contains(.give)
          && PartyReader.gifts.contains { document.begins(document.tokens[at], with: $0) }
      }
    default: return false
    }
  }

  /// «договір на 8 млн підписано з ТОВ «Буд»»: with whom, not from whom.
  private func isContracted(_ name: Name, _ sentence: Sentence) -> Bool {
    let start = max(sentence.tokens.lowerBound, name.tokens.lowerBound - 12)
    let before = start..<name.tokens.lowerBound
    guard let deal = before.first(where: { PartyReader.deals.contains(document.tokens[$0].hash) })
    else { return false }
    return (deal..<name.tokens.lowerBound).contains { at in
      PartyReader.signings.contains { document.begins(document.tokens[at], with: $0) }
    }
      || (start..<deal).contains { at in
        PartyReader.signings.contains { document.begins(document.tokens[at], with: $0) }
      }
  }

  private static let deals = WordSet(
    """
    договір договору контракт контракту угоду угода договори контракти договор договора контракты contract contracts \
    agreement
    """)
  private static let signings: [StaticString] = [
    "підпис", "Підпис", "укла", "Укла", "заключ", "Заключ", "подпис", "Подпис", "sign",
  ]

  /// Whether no tender or contract is told in a name's sentence.
  private func isNoDeal(_ name: Name) -> Bool {
    document.cuesOf[Int(document.sentenceOf[name.tokens.lowerBound])].isDisjoint(with: [
      .tender, .bid, .winner, .seals,
    ])
  }

  /// «За ці кошти концерн закупить»: what somebody else's money buys.
  private func spendsOthers(_ sentence: Sentence) -> Bool {
    let opening = document.cues(sentence.tokens.prefix(4))
    return opening.contains(.this) && !opening.isDisjoint(with: [.fund, .grant, .loan])
  }

  /// How verbs of giving begin that nobody uses of work for hire.
  static let gifts: [StaticString] = [
    "подар", "Подар", "дару", "пожертв", "Пожертв", "виділ", "Виділ", "надал", "надав", "нада",
    "перед", "Перед", "профінанс", "Профінанс", "фінанс", "оплат", "Оплат", "закуп", "Закуп",
    "купи", "Купи", "придба", "Придба", "перерах", "дал", "дав", "Дал", "Дав", "дасть", "задонат",
    "заплат", "сплат", "відда", "отда", "уплат",
    "надісл", "внес", "вніс", "вклал", "вклав", "допом", "підтрим", "покри", "розрах", "зібра",
    "приве", "Приве", "привіз", "завез", "Завез", "завіз", "достав", "доправ",
    "выдел", "Выдел", "предостав", "профинанс", "финанс", "приобр", "перечисл", "присл", "внёс",
    "вложил", "помог", "поддерж", "обеща", "пообіця", "обіця", "рассчит", "собрал", "даст",
    "donat", "gave", "give", "gift", "fund", "financ", "paid", "pay", "bought", "buy", "purchas",
    "contribut", "provid", "cover", "sponsor", "sent", "pledg", "hand", "present", "spent",
    "support", "help", "back", "offer", "set", "put", "brought", "raised",
  ]
}
