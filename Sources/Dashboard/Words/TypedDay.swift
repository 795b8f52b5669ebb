import FundingCore

extension CalendarDate {
  /// The day a person typed: `2025-09-05`, `05.09.2025`, `5 Sep 2025`, `5 вересня 2025`; `nil` where it is none.
  init?(typed text: String) {
    let words = text.split { " ./-,".contains($0) }.map(String.init)
    guard words.count == 3 else { return nil }
    let isYearFirst = words[0].utf8.count == 4
    let (year, day) = isYearFirst ? (words[0], words[2]) : (words[2], words[0])
    guard year.utf8.count == 4, let year = Int(year), let day = Int(day),
      let month = Int(words[1]) ?? Self.month(named: words[1])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The month whose name begins so, three letters at least.
  private static func month(named word: String) -> Int? {
    let wanted = SearchFold.fold(word)
    guard word.count >= 3 else { return nil }
    for names in [english, ukrainian] {
      if let at = names.firstIndex(where: { wanted.hasPrefix(SearchFold.fold($0)) }) {
        return at + 1
      }
    }
    return nil
  }

  private static let english = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  private static let ukrainian = [
    "січ", "лют", "бер", "кві", "тра", "чер", "лип", "сер", "вер", "жов", "лис", "гру",
  ]
}
