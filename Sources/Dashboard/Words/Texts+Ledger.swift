import FundingCore

extension Texts {
  /// What a rule of the ledger says, in one clause, with the rule's code.
  public func explained(_ rule: LedgerRule) -> String {
    clause(of: rule) + " [\(rule.rawValue)]"
  }

  /// What a rule of the ledger says, in one clause.
  func clause(of rule: LedgerRule) -> String {
    let (uk, en) =
      switch rule {
      case .role: ("не фінансування", "no funding")
      case .same: ("та сама сума, ніщо їх не різнить", "the same sum, nothing tells them apart")
      case .restated: ("стаття сама її повторює", "the article repeats it itself")
      case .reprint: ("передрук того самого тексту", "a reprint of the same text")
      case .rounded: ("та сама сума, заокруглена", "the same sum, rounded")
      case .bounds: ("лежить у межах іншої", "lies within the bounds of the other")
      case .rate: ("та сама за офіційним курсом", "the same at the official rate")
      case .slip: ("та сама сума з різницею в тисячу разів", "the same sum, a thousandfold apart")
      case .digits: ("ті самі цифри в іншій валюті", "the same digits in another currency")
      case .saysLess:
        ("каже менше, ніж інші: лише підтверджує", "says less than the others: only confirms")
      case .object: ("один об’єкт має одну ціну", "one object has one price")
      case .withoutSum: ("твердження без суми", "a claim without a sum")
      case .amount: ("найточніше твердження", "the most exact statement")
      case .runningTotal:
        ("новіший підсумок замінює старіший", "a newer running total replaces the older")
      case .stated: ("так каже стаття", "the article says so")
      case .tranche: ("транш більшої суми", "a tranche of a larger sum")
      case .exactSum: ("суми складаються точно", "the sums add up exactly")
      case .insideTotal: ("проєкт усередині підсумку", "a project inside a running total")
      case .exceeded: ("частини більші за ціле", "the parts exceed the whole")
      case .wider: ("місце ширше за місто", "its place is wider than the city")
      case .noRate: ("немає офіційного курсу", "no official rate")
      case .decision: ("рішення людини", "a person decided")
      }
    return language == .en ? en : uk
  }

  /// What a money expression is there for.
  public func name(of role: AmountRole) -> String {
    let (uk, en) =
      switch role {
      case .funding: ("фінансування", "funding")
      case .need: ("потреба", "need")
      case .damage: ("збитки", "damage")
      case .other: ("інше", "other")
      }
    return language == .en ? en : uk
  }

  /// What a person decided, in a few words.
  func name(of kind: Decision.Kind) -> String {
    switch kind {
    case .same: say("та сама сума", "the same sum")
    case .notSame: say("різні суми", "not the same")
    case .partOf: say("частина", "part of")
    case .notPart: say("не частина", "not a part")
    case .notFunding: say("не фінансування", "not funding")
    case .wider: say("ширше за місто", "wider than the city")
    case .edit: say("виправлено", "corrected")
    case .confirm: say("підтверджено", "confirmed")
    case .undo: say("скасовано", "taken back")
    }
  }

  /// Why sums of an explanation add nothing.
  public func name(of reason: Explanation.Reason) -> String {
    switch reason {
    case .part: say("Частини більших сум", "Parts of larger amounts")
    case .superseded: say("Замінені новішими", "Superseded by newer amounts")
    case .exceeded: say("Перевищені своїми частинами", "Exceeded by their parts")
    case .wider: say("Ширше за місто", "Wider than the city")
    case .noRate: say("Без офіційного курсу", "Without an official rate")
    case .withoutSum: say("Внески без суми", "Gifts without a sum")
    }
  }

  var notAdded: String { say("не додано", "not added") }
  var adds: String { say("додає", "adds") }
  var parts: String { say("Частини", "Parts") }
  var beyondParts: String { say("решта", "the rest") }
  var amountFromHere: String { say("звідси сума", "the amount is from here") }
  var saysAnother: String { say("каже іншу суму", "says another sum") }
  var evidenceOnly: String { say("лише підтверджує", "only confirms") }
  var noFundingSums: String { say("Суми, що не є фінансуванням", "Sums that are no funding") }
  var takenBack: String { say("скасовано", "taken back") }

  /// How often sums are printed, what naive addition would make of them, and why that is too much.
  func naive(
    _ printed: PrintedMoney, _ sum: String, contested: Int, _ contestedSum: String
  ) -> String {
    let reasons = [
      (printed.repeats, say("повтори", "repeats")),
      (printed.parts, say("частини більших сум", "parts of larger amounts")),
      (printed.superseded, say("застарілі суми", "superseded amounts")),
      (printed.exceeded, say("суми, менші за свої частини", "amounts below their own parts")),
      (
        contested,
        say(
          "суперечать іншим статтям на \(contestedSum)",
          "contradicted by other articles, worth \(contestedSum)")
      ),
    ].filter { $0.0 > 0 }.map { "\($0.1) — \(format.number($0.0))" }
    let why = reasons.isEmpty ? "" : ": " + reasons.joined(separator: "; ")
    return say(
      "Статті називають ці суми \(format.count(printed.times, uk: ("раз", "рази", "разів"), en: ("", ""))). Якби скласти все надруковане, вийшло б \(sum), але тут ті самі гроші пораховано по кілька разів\(why). Кожну суму враховано один раз:",
      "The articles state these amounts \(format.count(printed.times, uk: ("", "", ""), en: ("time", "times"))). Adding up all that is printed would make \(sum), with the same money in it more than once\(why). Counted once each:"
    )
  }
}
