import ArgumentParser
import FundingCore

extension DashboardCommand {
  /// The command as ArgumentParser would make it, where the words leave no question; `nil` for all others, which are
  /// ArgumentParser's to answer or to refuse.
  ///
  /// The tree of all commands costs more than reading the index, and the dashboard is what people wait for. A test
  /// holds both ways against each other.
  static func quick(_ words: [String]) -> DashboardCommand? {
    var common = GlobalOptions.unset
    var filters = FilterOptions.unset
    var (isPlain, hasNoMouse, isFresh) = (false, false, false)
    var count: Int?
    var rest = words[...]
    if rest.first == configuration.commandName { rest = rest.dropFirst() }
    while let word = rest.popFirst() {
      switch word {
      case "--plain": isPlain = true
      case "--no-mouse": hasNoMouse = true
      case "--fresh": isFresh = true
      default:
        guard word.hasPrefix("--"), let (name, value) = pair(word.dropFirst(2), &rest) else {
          return nil
        }
        if name == "generate" {
          guard let number = Int(value), counts.contains(number) else { return nil }
          count = number
        } else if !common.take(name, value), !filters.take(name, value) {
          return nil
        }
      }
    }
    var command = DashboardCommand()
    command.options = common
    command.filters = filters
    command.plain = isPlain
    command.noMouse = hasNoMouse
    command.fresh = isFresh
    command.generate = count
    return command
  }

  /// `name=value`, or a name with the next word as its value.
  private static func pair(
    _ word: Substring, _ rest: inout ArraySlice<String>
  ) -> (String, String)? {
    if let sign = word.firstIndex(of: "=") {
      let value = String(word[word.index(after: sign)...])
      return value.isEmpty ? nil : (String(word[..<sign]), value)
    }
    guard let value = rest.popFirst(), !value.isEmpty, !value.hasPrefix("-") else { return nil }
    return (String(word), value)
  }
}

extension GlobalOptions {
  /// As no word changes them.
  fileprivate static var unset: GlobalOptions {
    var options = GlobalOptions()
    options.library = nil
    options.home = nil
    options.language = nil
    options.format = .text
    options.color = .auto
    return options
  }

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

extension FilterOptions {
  /// As no word changes them.
  fileprivate static var unset: FilterOptions {
    var options = FilterOptions()
    options.district = []
    options.place = []
    options.sector = []
    options.donor = []
    options.implementer = []
    options.status = []
    options.since = nil
    options.until = nil
    options.search = []
    return options
  }

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
