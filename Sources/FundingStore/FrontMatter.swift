import FundingCore
import Yams

/// Reads one Markdown file of a library: YAML front matter between two lines of `---`, then the text.
///
/// - Shape: keys `id`, `title`, `publisher`, `date` ("" if unknown), `language`; optional `url`, `date_note`,
///   `coverage` (full, opening), `kind` (article, digest). A byte order mark and CRLF line ends are accepted.
/// - Errors: findings with file and line. A file without an id gives no article; every other fault leaves a field out.
struct FrontMatter {
  private static let required = ["id", "title", "publisher", "date", "language"]
  private static let optional = ["url", "date_note", "coverage", "kind"]

  let file: String
  private(set) var findings: [Finding] = []
  private var fields: [String: (text: String, line: Int)] = [:]

  init(file: String) { self.file = file }

  /// The article of a file's bytes.
  static func article(_ bytes: [UInt8], file: String) -> (
    article: Article?, line: Int, findings: [Finding]
  ) {
    var matter = FrontMatter(file: file)
    let article = matter.article(bytes)
    return (article, matter.fields["id"]?.line ?? 1, matter.findings)
  }

  private mutating func complain(
    _ code: String, line: Int, _ message: String, remedy: String, excerpt: String? = nil
  ) {
    findings.append(
      Finding(
        .error, code: code, at: .init(file: file, line: line), message, remedy: remedy,
        excerpt: excerpt))
  }

  private mutating func article(_ bytes: [UInt8]) -> Article? {
    guard let text = decoded(bytes) else { return nil }
    guard let (matter, body) = FrontMatter.cut(text) else {
      complain(
        "no-front-matter", line: 1, "The file does not begin with a front matter.",
        remedy:
          "Begin with a line ---, the keys \(FrontMatter.required.joined(separator: ", ")), and a line ---."
      )
      return nil
    }
    readFields(matter)
    guard let id = fields["id"]?.text, !id.isEmpty else {
      if findings.isEmpty {
        complain(
          "no-id", line: 2, "The front matter has no id.",
          remedy: "Add a line id: that no other article has.")
      }
      return nil
    }
    for key in FrontMatter.required where fields[key] == nil {
      complain(
        "missing-key", line: 1, "The key \(key) is missing.",
        remedy: "Add a line \(key): to the front matter.")
    }
    return Article(
      id: Article.ID(id), title: fields["title"]?.text ?? "",
      publisher: fields["publisher"]?.text ?? "", date: date(),
      language: value("language", of: Language.self) ?? .uk, url: nonEmpty("url"),
      dateNote: nonEmpty("date_note"),
      coverage: value("coverage", of: Article.Coverage.self) ?? .full,
      kind: value("kind", of: Article.Kind.self) ?? .article, text: body)
  }

  private func nonEmpty(_ key: String) -> String? {
    fields[key].flatMap { $0.text.isEmpty ? nil : $0.text }
  }

  private mutating func decoded(_ bytes: [UInt8]) -> String? {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if let text = String(validating: content, as: UTF8.self) {
      return text.utf8.contains(13)
        ? String(decoding: content.filter { $0 != 13 }, as: UTF8.self) : text
    }
    let good = content.prefix { _ in true }
    let decodedLines = String(decoding: good, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let line = (decodedLines.firstIndex { $0.unicodeScalars.contains("\u{FFFD}") } ?? 0) + 1
    complain(
      "not-utf8", line: line, "The file is not UTF-8 text.",
      remedy: "Save it as UTF-8; it was left out.")
    return nil
  }

  /// The front matter and the text after it, without the line breaks around the text.
  private static func cut(_ text: String) -> (matter: Substring, body: String)? {
    guard text.hasPrefix("---\n") else { return nil }
    let start = text.utf8.index(text.startIndex, offsetBy: 4)
    let fence = "\n---\n"
    guard let end = text.offset(of: fence) else {
      guard text.hasSuffix("\n---") else { return nil }
      return (text[start...].dropLast(3), "")
    }
    // In a front matter of nothing the two lines share their line break.
    let stop = text.utf8.index(text.startIndex, offsetBy: end + 1)
    var body = text[text.utf8.index(stop, offsetBy: fence.utf8.count - 1)...]
    while body.first == "\n" { body.removeFirst() }
    while let last = body.last, last == "\n" || last == " " { body.removeLast() }
    return (text[start..<stop], String(body))
  }

  private mutating func readFields(_ matter: Substring) {
    let root: Node?
    do {
      // Every value is taken as it is written: no tag has to be guessed, and guessing compiles patterns.
      root = try Yams.compose(yaml: String(matter), .basic)
    } catch {
      let (line, problem) = FrontMatter.explain(error)
      complain(
        "broken-front-matter", line: line + 1, "The front matter is not YAML: \(problem).",
        remedy: "Put titles in quotes; write one key: value a line.")
      return
    }
    guard let mapping = root?.mapping else {
      complain(
        "broken-front-matter", line: 2, "The front matter holds no keys.",
        remedy: "Write one key: value a line.")
      return
    }
    for (key, node) in mapping {
      let line = (key.mark?.line ?? 1) + 1
      let name = key.string ?? ""
      guard FrontMatter.required.contains(name) || FrontMatter.optional.contains(name) else {
        complain(
          "unknown-key", line: line, "No key is called \"\(name)\" here.",
          remedy:
            "Known keys: \((FrontMatter.required + FrontMatter.optional).joined(separator: ", ")).",
          excerpt: name)
        continue
      }
      guard let text = node.scalar?.string else {
        complain(
          "wrong-value", line: line, "\(name) should be one text.",
          remedy: "Put the value in quotes.")
        continue
      }
      fields[name] = (text, line)
    }
  }

  private static func explain(_ error: any Error) -> (line: Int, problem: String) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _)?, .parser(_, let problem, let mark, _)?,
      .composer(_, let problem, let mark, _)?:
      (mark.line, problem)
    case .duplicatedKeysInMapping(let duplicates, _)?:
      (1, "the key \(duplicates.first ?? "") stands twice")
    default: (1, "it cannot be read")
    }
  }

  private mutating func date() -> CalendarDate? {
    guard let field = fields["date"], !field.text.isEmpty else { return nil }
    if let date = CalendarDate(field.text) { return date }
    complain(
      "wrong-date", line: field.line, "\"\(field.text)\" is no day.",
      remedy: "Write it as YYYY-MM-DD, or \"\" where it is unknown; the article counts as undated.",
      excerpt: field.text)
    return nil
  }

  private mutating func value<Value: RawRepresentable & CaseIterable>(
    _ key: String, of type: Value.Type
  ) -> Value?
  where Value.RawValue == String {
    guard let field = fields[key] else { return nil }
    if let value = Value(rawValue: field.text) { return value }
    complain(
      "unknown-value", line: field.line, "\"\(field.text)\" is no \(key).",
      remedy: "One of: \(Value.allCases.map(\.rawValue).joined(separator: ", ")).",
      excerpt: field.text)
    return nil
  }
}
