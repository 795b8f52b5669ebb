import FundingCore
import Screen

/// Where the words searched for stand, whatever their script, layout, case or apostrophe.
extension Scene {
  /// The words the filter looks for, folded; each with its other-layout reading.
  private var wanted: [String] {
    var words: [String] = []
    for clause in filter.clauses where clause.field == .text && !clause.isNegated {
      for value in clause.values {
        for word in value.split(separator: " ") {
          words.append(SearchFold.fold(String(word)))
          if let other = Layouts.retyped(word.lowercased()) { words.append(SearchFold.fold(other)) }
        }
      }
    }
    return words.filter { !$0.isEmpty }
  }

  /// The words of a text that the search found, as UTF-8 ranges.
  func searchMatches(in text: String) -> [Range<Int>] {
    let wanted = wanted
    guard !wanted.isEmpty else { return [] }
    var found: [Range<Int>] = []
    var word = String.UnicodeScalarView()
    var start = 0
    var offset = 0
    func close() {
      if !word.isEmpty {
        let folded = SearchFold.fold(String(word))
        if wanted.contains(where: { folded.hasPrefix($0) }) { found.append(start..<offset) }
      }
      word = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil || isInside(scalar)
      {
        if word.isEmpty { start = offset }
        word.append(scalar)
      } else {
        close()
      }
      offset += String(Character(scalar)).utf8.count
    }
    close()
    return found
  }

  /// Marks and apostrophes do not end a word.
  private func isInside(_ scalar: Unicode.Scalar) -> Bool {
    scalar.fate == .mark || ["'", "’", "ʼ", "`"].contains(scalar)
  }

  /// A text with what was searched for lit up.
  func lit(_ text: String, _ style: Style = .plain) -> Line {
    let matches = searchMatches(in: text)
    guard !matches.isEmpty else { return Line(text, style) }
    var line = Line()
    var at = 0
    let bytes = Array(text.utf8)
    func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    for match in matches {
      if match.lowerBound > at { line.append(part(at..<match.lowerBound), style) }
      line.append(part(match), .match)
      at = match.upperBound
    }
    if at < bytes.count { line.append(part(at..<bytes.count), style) }
    return line
  }
}
