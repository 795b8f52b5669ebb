import FundingCore

extension DashboardRequest {
  /// What the words ask for, where they leave no question; `nil` for all others, which are ArgumentParser's to answer or
  /// to refuse.
  ///
  /// The tree of all commands costs more than reading the index, and the dashboard is what people wait for. A test
  /// holds both ways against each other.
  static func quick(_ words: [String]) -> DashboardRequest? {
    var request = DashboardRequest()
    var rest = words[...]
    if rest.first == "dashboard" { rest = rest.dropFirst() }
    while let word = rest.popFirst() {
      switch word {
      case "--plain": request.isPlain = true
      case "--no-mouse": request.hasMouse = false
      case "--fresh": request.isFresh = true
      default:
        guard word.utf8.starts(with: "--".utf8),
          let (name, value) = QuickWords.pair(word.dropFirst(2), &rest),
          request.take(name, value)
        else { return nil }
      }
    }
    return request
  }

  private mutating func take(_ name: String, _ value: String) -> Bool {
    guard name == "generate" else { return options.take(name, value) || filters.take(name, value) }
    guard let number = Int(value), DashboardRequest.counts.contains(number) else { return false }
    generate = number
    return true
  }
}

extension FilterWords {
  /// Takes the value of an option it knows; says whether it did.
  fileprivate mutating func take(_ name: String, _ value: String) -> Bool {
    switch name {
    case "district": district.append(value)
    case "place": place.append(value)
    case "sector": sector.append(value)
    case "donor": donor.append(value)
    case "implementer": implementer.append(value)
    case "status": status.append(value)
    case "since": since = value
    case "until": until = value
    case "search": search.append(value)
    default: return false
    }
    return true
  }
}
