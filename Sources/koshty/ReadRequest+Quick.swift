import FundingCore

extension ReadRequest {
  /// What the words ask for, where they leave no question; `nil` for all others, see ``QuickWords``.
  static func quick(_ words: [String]) -> ReadRequest? {
    guard words.first == "read" else { return nil }
    var request = ReadRequest()
    var rest = words.dropFirst()
    while let word = rest.popFirst() {
      if !word.utf8.starts(with: "-".utf8) {
        request.files.append(word)
      } else {
        guard word.utf8.starts(with: "--".utf8),
          let (name, value) = QuickWords.pair(word.dropFirst(2), &rest), request.take(name, value)
        else { return nil }
      }
    }
    return request
  }

  private mutating func take(_ name: String, _ value: String) -> Bool {
    switch name {
    case "input":
      guard let known = Input(rawValue: value) else { return false }
      input = known
    case "title": title = value
    case "date":
      guard CalendarDate(value) != nil else { return false }
      date = value
    case "workers":
      guard let number = Int(value) else { return false }
      workers = number
    default: return options.take(name, value)
    }
    return true
  }
}
