import FundingCore

/// One text from outside a library: Markdown with front matter, or plain text.
public enum ArticleFile {
  /// The article of a file's bytes. Plain text has no front matter; its id is the file's name, its language is guessed.
  ///
  /// - Errors: findings; bytes that are not UTF-8 text give no article.
  public static func article(_ bytes: [UInt8], file: String) -> (
    article: Article?, findings: [Finding]
  ) {
    let marked = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes
    if marked.starts(with: Array("---\n".utf8)) || marked.starts(with: Array("---\r\n".utf8)) {
      let (article, _, findings) = FrontMatter.article(bytes, file: file)
      return (article, findings)
    }
    let decoded = String(validating: marked, as: UTF8.self)
    guard let decoded, !marked.contains(0) else {
      let finding = Finding(
        .error, code: "not-utf8", at: .init(file: file), "The file is not UTF-8 text.",
        remedy: "Give plain text or Markdown, saved as UTF-8.")
      return (nil, [finding])
    }
    guard !isMarkup(marked) else {
      let finding = Finding(
        .error, code: "html", at: .init(file: file), "The file is a web page, not its text.",
        remedy: "Give the text of the article alone: plain text or Markdown, saved as UTF-8.")
      return (nil, [finding])
    }
    let text = decoded.utf8.contains(13) ? decoded.replacing("\r\n", with: "\n") : decoded
    return (
      Article(
        id: Article.ID(stem(of: file)), title: "", publisher: "", date: nil,
        language: Language.guess(text), text: text),
      []
    )
  }

  /// Whether the text opens as HTML or XML does: with a tag, a declaration or a comment before any word.
  private static func isMarkup(_ bytes: [UInt8]) -> Bool {
    let start = bytes.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }.prefix(16)
    guard start.first == UInt8(ascii: "<"), let next = start.dropFirst().first else { return false }
    if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") { return true }
    let name = start.dropFirst().map { $0 | 0x20 }
    return ["html", "head", "body", "div", "p>", "p ", "article", "table", "rss"].contains {
      name.starts(with: Array($0.utf8))
    }
  }

  private static func stem(of file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }
}
