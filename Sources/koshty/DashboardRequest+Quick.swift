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
        guard word.utf8.starts(with: "--".utf8), let (name, value) = pair(word.dropFirst(2), &rest),
          request.take(name, value)
        else { return nil }
      }
    }
    return request
  }

  /// `name=value`, or a name with the next word as its value.
  private static func pair(
    _ word: Substring, _ rest: inout ArraySlice<String>
  ) -> (String, String)? {
    if let sign = word.firstIndex(of: "=") {
      let value = String(word[word.index(after: sign)...])
      return value.isEmpty ? nil : (String(word[..<sign]), value)
    }
    guard let value = rest.popFirst(), let first = value.utf8.first, first != UInt8(ascii: "-")
    else { return nil }
    return (String(word), value)
  }

  private mutating func take(_ name: String, _ value: String) -> Bool {
    guard name == "generate" else { return options.take(name, value) || filters.take(name, value) }
    guard let number = Int(value), DashboardRequest.counts.contains(number) else { return false }
    generate = number
    return true
  }
}

extension CommonWords {
  /// Takes the value of an option it knows; says whether it did.
  fileprivate mutating func take(_ name: String, _ value: String) -> Bool {
    switch name {
    case "library": library = value
    case "home": home = value
    case "language":
      guard let known = Language(rawValue: value), known != .ru else { return false }
      language = known
    case "format":
      guard let known = OutputFormat(rawValue: value) else { return false }
      format = known
    case "color":
      guard let known = ColorMode(rawValue: value) else { return false }
      color = known
    default: return false
    }
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
