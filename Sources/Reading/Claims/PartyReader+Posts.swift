import FundingCore

/// Offices that a sentence says somebody holds in a project.
extension PartyReader {
  /// «Партнером у впровадженні стало УВКБ ООН», «Розпорядником визначено ОВА», "The manager of the grant is Nefco": the name
  /// right behind a copula, and the office before it.
  func holdsOffice(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
    let start = sentence.tokens.lowerBound
    var at = range.lowerBound - 1
    while at > start,
      document.tokens[at].mark == Mark.quote || document.tokens[at].hash == PartyReader.the
        || document.tokens[at].cues.contains(.fundName)
    {
      at -= 1
    }
    guard at > start else { return false }
    if let department = (max(start, at - 5)...at).last(where: {
      PartyReader.departments.contains(document.tokens[$0].hash)
    }), isAuthority(range.lowerBound), department > start {
      at = department - 1
    }
    guard at > start else { return false }
    let joint = document.tokens[at]
    if PartyReader.behalf.contains(joint.hash), document.tokens[at - 1].mark == Mark.dash {
      // «Нагляд за роботами — за ЮНОПС».
      return isAgent(range.lowerBound)
        && (max(start, at - 7)..<at).contains { back in
          PartyReader.tasks.contains { document.begins(document.tokens[back], with: $0) }
        }
    }
    let isCopula =
      PartyReader.copulas.contains(joint.hash)
      || joint.mark == Mark.dash
        && joint.flags.contains(.spaced)
    guard isCopula, isAgent(range.lowerBound) else { return false }
    var isPartner = false
    var isWork = false
    var back = at - 1
    while back >= start, at - back < 14 {
      let token = document.tokens[back]
      if token.kind == .mark, token.mark != Mark.dash || token.flags.contains(.spaced) { break }
      if PartyReader.clients.contains(token.hash), isAuthority(range.lowerBound) { return true }
      if PartyReader.offices.contains(where: { document.begins(token, with: $0) }) { return true }
      if PartyReader.partnering.contains(where: { document.begins(token, with: $0) }) {
        isPartner = true
      }
      if PartyReader.carrying.contains(where: { document.begins(token, with: $0) }) {
        isWork = true
      }
      back -= 1
    }
    return isPartner && isWork
  }

  /// «Реалізацію забезпечує ЮНОПС», «Нагляд обеспечивает»: what is ensured is work, no money.
  func ensuresWork(_ at: Int, _ sentence: Sentence) -> Bool {
    let verb = document.tokens[at]
    guard at > sentence.tokens.lowerBound, isVerb(verb),
      PartyReader.ensures.contains(where: { document.begins(verb, with: $0) })
    else { return false }
    return (max(sentence.tokens.lowerBound, at - 3)..<at).contains {
      PartyReader.runs.contains(document.tokens[$0].hash)
    }
  }

  private static let ensures: [StaticString] = ["забезпеч", "обеспеч"]

  /// "has been tasked with", "was hired to": who is its subject has the work to do.
  func isTasked(_ at: Int) -> Bool {
    at > 0 && PartyReader.passive.contains(document.tokens[at - 1].hash)
      && document.tokens[at].flags.contains(.latin)
  }

  private static let passive = WordSet("been being was were is are")

  /// "Denmark is the donor".
  func isTheDonor(_ at: Int) -> Bool {
    at > 1 && PartyReader.donors.contains(document.tokens[at].hash)
      && document.tokens[at - 1].hash == PartyReader.the
      && PartyReader.copulas.contains(document.tokens[at - 2].hash)
  }

  private static let donors = WordSet("donor funder sponsor payer financier")

  /// "The money is Danish".
  func isPredicate(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
    let at = range.lowerBound - 1
    guard at > sentence.tokens.lowerBound, range.upperBound < sentence.tokens.upperBound,
      document.tokens[range.upperBound].kind == .mark,
      PartyReader.copulas.contains(document.tokens[at].hash)
    else { return false }
    return document.cues(max(sentence.tokens.lowerBound, at - 3)..<at).contains(.fund)
  }

  private func isAgent(_ at: Int) -> Bool {
    isHand(at) || isBank(at) || isAuthority(at) || isAbroad(at) && !isState(at)
      || document.names[document.names(from: at)].prefix(2).contains {
        $0.kind == .organisation && $0.isStranger && $0.tokens.contains(at) && !document.isFirm($0)
      }
  }

  private static let departments = WordSet(
    "департамент департаментом управління управлінням служба департамент департаментом управление управлением"
  )
  private static let copulas = WordSet(
    """
    є стало стала став стали буде виступає виступила виступив виступило виступить визначено призначено обрано обрали \
    визначили is was became является стал стало выступает выступит выступил выступила определен определена определено \
    назначен назначена будет
    """)
  static let thisIs = WordSet("це это")
  private static let behalf = WordSet("за")
  private static let tasks: [StaticString] = [
    "Нагляд", "нагляд", "Управлін", "управлін", "Реалізаці", "реалізаці", "Виконан", "виконан",
    "Координаці", "координаці", "Супров", "супров", "Впровадж", "впровадж", "Надзор", "надзор",
    "Реализац", "реализац", "Управлен", "управлен", "Выполнен", "выполнен",
  ]
  private static let clients = WordSet("замовником замовник заказчиком заказчик client")
  private static let offices: [StaticString] = [
    "Виконав", "виконавц", "виконавець", "Розпорядник", "розпорядник", "Управител", "управител",
    "Адміністратор", "адміністратор", "Оператор", "оператор", "Координатор", "координатор",
    "Імплемент", "імплемент", "Куратор", "куратор", "Исполнител", "исполнител", "Распорядител",
    "распорядител",
    "Администратор", "администратор", "Координатор", "координатор", "implementer", "administrator",
  ]
  private static let partnering: [StaticString] = [
    "Партнер", "партнер", "Партнёр", "партнёр", "partner", "manager", "agency", "responsib",
  ]
  private static let carrying: [StaticString] = [
    "впровадж", "реаліз", "виконан", "втілен", "внедрен", "реализ", "выполнен", "воплощен",
    "implement", "deliver", "grant", "execut", "project",
  ]
}
