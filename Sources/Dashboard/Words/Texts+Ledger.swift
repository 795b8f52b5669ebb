import Dashboard
import FundingCore

extension Texts {
  /// What a rule of the ledger says, in one clause.
  func explained(_ rule: LedgerRule) -> String {
    let (uk, en) =
      switch rule {
      case .role: ("не фінансування", "no funding")
      case .same: ("та сама сума, ніщо їх не різнить", "the same sum, nothing tells them apart")
      case .restated: ("стаття сама її повторює", "the article repeats it itself")
      case .reprint: ("передрук того самого тексту", "a reprint of the same text")
      case .rounded: ("та сама сума, заокруглена", "the same sum, rounded")
      case .bounds: ("лежить у межах іншої", "lies within the bounds of the other")
      case .rate: ("та сама за офіційним курсом", "the same at the official rate")
      case .slip: ("помилка в тисячу разів", "a slip of a thousand")
      case .digits: ("ті самі цифри в іншій валюті", "the same digits in another currency")
      case .saysLess:
        ("каже менше, ніж інші: лише свідчення", "says less than the others: evidence only")
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
    return (language == .en ? en : uk) + " [\(rule.rawValue)]"
  }

  func name(of role: AmountRole) -> String {
    let (uk, en) =
      switch role {
      case .funding: ("фінансування", "funding")
      case .need: ("потреба", "need")
      case .damage: ("збитки", "damage")
      case .other: ("інше", "other")
      }
    return language == .en ? en : uk
  }
}
