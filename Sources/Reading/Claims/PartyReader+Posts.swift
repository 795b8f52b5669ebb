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
  private static let clients = WordSet("замовником замовник заказчиком заказчик client")
  private static let offices: [StaticString] = [
    "Виконав", "виконавц", "виконавець", "Розпорядник", "розпорядник", "Управител", "управител",
    "Адміністратор", "адміністратор", "Оператор", "оператор", "Координатор", "координатор",
    "Імплемент", "імплемент", "Исполнител", "исполнител", "Распорядител", "распорядител",
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
