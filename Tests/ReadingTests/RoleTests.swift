import FundingCore
import Testing

@testable import Reading

/// Sentences and short articles whose sums are marked with their roles, by topic, in three languages.
///
/// - Shape: a topic's line is `# what holds`; below it lines of a language, an optional title with ` | ` behind it and
///   the text, each sum as `[F:5 млн грн]`, `N` need, `D` damage, `O` other.
struct RoleCases: CustomTestStringConvertible {
  struct Case {
    var title: String
    var text: String
    var roles: [AmountRole]
    var line: String
  }

  var topic: String
  var cases: [Case]

  var testDescription: String { topic }

  static let topics: [RoleCases] = {
    var result: [RoleCases] = []
    let bytes = Shipped.bytes("Tests/ReadingTests/Fixtures/role-cases.txt")
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      if line.hasPrefix("# ") {
        result.append(RoleCases(topic: String(line.dropFirst(2)), cases: []))
      } else if !result.isEmpty {
        result[result.count - 1].cases.append(parsed(String(line)))
      }
    }
    return result
  }()

  private static func parsed(_ line: String) -> Case {
    var roles: [AmountRole] = []
    var plain = ""
    var rest = Substring(line.dropFirst(3))
    while let open = rest.firstIndex(of: "[") {
      plain += rest[..<open]
      let mark = rest[open...].dropFirst()
      switch mark.first {
      case "F": roles.append(.funding)
      case "N": roles.append(.need)
      case "D": roles.append(.damage)
      default: roles.append(.other)
      }
      plain += mark.dropFirst(2).prefix { $0 != "]" }
      rest = mark.drop { $0 != "]" }.dropFirst()
    }
    plain += rest
    var title = ""
    var text = Substring(plain)
    for index in plain.indices where plain[index...].hasPrefix(" | ") {
      title = String(plain[..<index])
      text = plain[index...].dropFirst(3)
      break
    }
    return Case(title: title, text: String(text), roles: roles, line: line)
  }
}

@Suite struct RoleTests {
  @Test(arguments: RoleCases.topics)
  func `each sum has the role that the nearest word gives it`(_ topic: RoleCases) {
    #expect(!topic.cases.isEmpty)
    for example in topic.cases {
      let found = Shipped.reader.read(article(example.text, title: example.title))
      #expect(found.mentions.map(\.role) == example.roles, "\(example.line)")
    }
  }

  @Test func `there are cases for every role in three languages`() {
    let roles = RoleCases.topics.flatMap(\.cases).flatMap(\.roles)
    for role in [AmountRole.funding, .need, .damage, .other] {
      #expect(roles.count { $0 == role } > 10)
    }
  }

  @Test func `the same sum again points at the first`() {
    let mentions = Shipped.reader.read(
      article("Норвегія дасть 5 млн крон. Ці 5 млн крон підуть на школу.")
    ).mentions
    #expect(mentions.map(\.restates) == [nil, 0])
  }

  @Test func `a price that rises from one value to another is two exact sums`() {
    #expect(
      sum("Вартість договору зросла з 10 млн грн до 12 млн грн.")
        == "10000000 UAH exact; 12000000 UAH exact")
    #expect(
      sum("The cost rose from $10 million to $12 million.")
        == "10000000 USD exact; 12000000 USD exact")
    #expect(
      sum("Стоимость выросла с 40 млн грн до 52 млн грн.")
        == "40000000 UAH exact; 52000000 UAH exact")
  }

  @Test func `money from one value to another that nothing changes is a range`() {
    #expect(sum("Дадуть від 10 млн до 12 млн грн.") == "10000000..12000000 UAH range")
  }
}
