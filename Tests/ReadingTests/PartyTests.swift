import FundingCore
import Testing

@testable import Reading

/// Sentences and short articles with who pays and who carries the work out, by topic, in three languages.
///
/// - Shape: a topic's line is `# what holds`; below it lines of a language, an optional title with ` | ` behind it, the
///   text with `\n` for its line ends, ` => ` and the claims: payers, `-` for none, ` > ` and workers if there are any, `; ` between
///   claims.
struct PartyCases: CustomTestStringConvertible {
  struct Case {
    var title: String
    var text: String
    var expected: String
    var line: String
  }

  var topic: String
  var cases: [Case]

  var testDescription: String { topic }

  static func topics(_ file: String) -> [PartyCases] {
    var result: [PartyCases] = []
    let bytes = Shipped.bytes("Tests/ReadingTests/Fixtures/\(file)")
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      if line.hasPrefix("# ") {
        result.append(PartyCases(topic: String(line.dropFirst(2)), cases: []))
      } else if !result.isEmpty, let example = parsed(line) {
        result[result.count - 1].cases.append(example)
      }
    }
    return result
  }

  private static func parsed(_ line: Substring) -> Case? {
    guard let (body, expected) = cut(line.dropFirst(3), " =>") else { return nil }
    let (title, text) = cut(body, " | ") ?? ("", body)
    return Case(
      title: String(title), text: lines(text), expected: String(expected.drop { $0 == " " }),
      line: String(line))
  }

  /// What stands before and behind a mark; `nil` where it is not.
  private static func cut(_ text: Substring, _ mark: String) -> (Substring, Substring)? {
    for index in text.indices where text[index...].hasPrefix(mark) {
      return (text[..<index], text[index...].dropFirst(mark.count))
    }
    return nil
  }

  private static func lines(_ text: Substring) -> String {
    var result = ""
    var rest = text
    while let (line, more) = cut(rest, "\\n") {
      result += line + "\n"
      rest = more
    }
    return result + rest
  }
}

@Suite struct PartyTests {
  static let topics = PartyCases.topics("party-cases.txt")

  @Test(arguments: topics)
  func `payers and workers are told apart by the words around them`(_ topic: PartyCases) {
    #expect(!topic.cases.isEmpty)
    for example in topic.cases {
      let found = Shipped.reader.read(article(example.text, title: example.title)).claims
      #expect(PartyTests.told(found) == PartyTests.sorted(example.expected), "\(example.line)")
    }
  }

  @Test func `there are cases of many wordings`() {
    #expect(PartyTests.topics.count >= 50)
    #expect(PartyTests.topics.reduce(0) { $0 + $1.cases.count } >= 770)
  }

  private static func told(_ claims: [Claim]) -> String {
    claims.map { claim in
      let workers = claim.implementers.map(\.rawValue).sorted().joined(separator: " ")
      let named = claim.donors.map(\.rawValue).sorted().joined(separator: " ")
      let payers = named.isEmpty ? "-" : named
      return workers.isEmpty ? payers : "\(payers) > \(workers)"
    }.joined(separator: "; ")
  }

  /// The expected claims with their parties in the order of the alphabet.
  private static func sorted(_ expected: String) -> String {
    expected.split(separator: ";").map { claim in
      claim.split(separator: ">").map { part in
        part.split(separator: " ").sorted().joined(separator: " ")
      }.joined(separator: " > ")
    }.joined(separator: "; ")
  }
}
