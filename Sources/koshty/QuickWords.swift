import FundingCore

/// What words on the command line say where they leave no question.
///
/// The tree of all commands costs more than what most of them are asked for. What is not understood here is left to
/// ArgumentParser, to answer or to refuse; tests hold both ways against each other.
enum QuickWords {
  /// `name=value`, or a name with the next word as its value.
  static func pair(
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
}

extension CommonWords {
  /// Takes the value of an option it knows; says whether it did.
  mutating func take(_ name: String, _ value: String) -> Bool {
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
