import FundingCore
import Screen

/// Where the words searched for stand, whatever their script, layout, case or apostrophe.
extension Scene {
  /// The words the filter looks for, folded: as typed, as read under the other layout, and in the forms they are found in.
  private var wanted: [String] {
    filter.isEmpty ? [] : data.answers.wantedWords.value(for: filter, findWanted)
  }

  private func findWanted() -> [String] {
    var words: [String] = []
    for clause in filter.clauses where clause.field == .text && !clause.isNegated {
      for value in clause.values {
        for word in value.split(separator: " ") {
          words.append(SearchFold.fold(String(word)))
          if let other = Layouts.retyped(word.lowercased()) { words.append(SearchFold.fold(other)) }
        }
      }
    }
    words += data.table.pattern(of: filter).forms.map { String(decoding: $0, as: UTF8.self) }
    return words.filter { !$0.isEmpty }
  }

  /// The words of a text that the search found, as UTF-8 ranges.
  func searchMatches(in text: String) -> [Range<Int>] {
    let wanted = wanted
    guard !wanted.isEmpty else { return [] }
    var found: [Range<Int>] = []
    let scalars = text.unicodeScalars
    var start: String.Index?
    var (first, offset) = (0, 0)
    func close(at end: String.Index) {
      guard let from = start else { return }
      let folded = data.folded(String(scalars[from..<end]))
      if wanted.contains(where: { folded.hasPrefix($0) }) { found.append(first..<offset) }
      start = nil
    }
    for index in scalars.indices {
      let scalar = scalars[index]
      if isInside(scalar) {
        if start == nil { (start, first) = (index, offset) }
      } else {
        close(at: index)
      }
      offset += UTF8.width(scalar)
    }
    close(at: scalars.endIndex)
    return found
  }

  /// Letters, digits, marks and apostrophes make a word; the common ones are known without asking Unicode's tables.
  private func isInside(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x27, 0x60, 0x2BC, 0x2019, 0x400...0x481:
      return true
    case 0..<0x80: return false
    default: break
    }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.fate == .mark
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
