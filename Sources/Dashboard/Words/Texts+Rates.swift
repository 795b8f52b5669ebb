import FundingCore

extension Texts {
  /// Whose rate a sum was converted by, in the screen's language.
  ///
  /// A row of rates.csv names it first in `source`; what follows a semicolon says where the values were found, and is for
  /// who checks the table.
  public func rateName(_ rate: Rate) -> String {
    let name = rate.source.prefix { $0 != ";" }
    switch name {
    case "NBU official rate": return say("офіційний курс НБУ", "NBU official rate")
    case "NBU official rate, estimated":
      return say("офіційний курс НБУ, оцінка за міжбанком", "NBU official rate, an estimate")
    case "ECB reference rate": return say("довідковий курс ЄЦБ", "ECB reference rate")
    default: return String(name)
    }
  }
}
