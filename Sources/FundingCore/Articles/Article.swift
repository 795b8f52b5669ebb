/// A published text: what an outlet printed, or a digest of it.
///
/// - Shape: `title` and `text` are the two places a fact can stand in; offsets are UTF-8 bytes of either.
/// - Source: front matter and body of a Markdown file, or a line of `readings/*.jsonl`.
public struct Article: Hashable, Identifiable, Sendable {
  /// What an article is called in the library: unique, stable, usually date, outlet and subject.
  public struct ID: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }
    public var description: String { rawValue }
    public static func < (a: ID, b: ID) -> Bool { a.rawValue < b.rawValue }
  }

  /// Whether the text is the outlet's own or a digest of it in the library's words (переказ).
  public enum Kind: String, Sendable, CaseIterable { case article, digest }

  /// How much of the original the text covers.
  public enum Coverage: String, Sendable, CaseIterable { case full, opening }

  public var id: ID
  public var title: String
  public var publisher: String
  /// `nil` where the page carries no date; no finding.
  public var date: CalendarDate?
  public var language: Language
  public var url: String?
  public var dateNote: String?
  public var coverage: Coverage
  public var kind: Kind
  public var text: String

  public init(
    id: ID, title: String, publisher: String, date: CalendarDate?, language: Language,
    url: String? = nil,
    dateNote: String? = nil, coverage: Coverage = .full, kind: Kind = .article, text: String
  ) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.date = date
    self.language = language
    self.url = url
    self.dateNote = dateNote
    self.coverage = coverage
    self.kind = kind
    self.text = text
  }
}

/// A language an article is written in. Sentences of other languages may stand inside.
public enum Language: String, Sendable, CaseIterable { case uk, en, ru }

/// One of the two places of an article that a fact can stand in.
public enum TextPart: String, Sendable, CaseIterable { case title, text }

/// A stretch of an article: UTF-8 byte offsets, half-open, into its title or its text.
public struct TextSpan: Hashable, Comparable, Sendable {
  public var part: TextPart
  /// Half-open, in UTF-8 bytes from the start of the part, always on scalar boundaries.
  public var range: Range<Int>

  public init(_ part: TextPart, _ range: Range<Int>) {
    self.part = part
    self.range = range
  }

  /// Title before text, then by start, then by end.
  public static func < (a: TextSpan, b: TextSpan) -> Bool {
    if a.part != b.part { return a.part == .title }
    return (a.range.lowerBound, a.range.upperBound) < (b.range.lowerBound, b.range.upperBound)
  }
}

extension Article {
  /// The words of a stretch, or `nil` where it lies outside the article or cuts a scalar.
  public func words(of span: TextSpan) -> String? {
    let utf8 = (span.part == .title ? title : text).utf8
    guard span.range.lowerBound >= 0, span.range.upperBound <= utf8.count else { return nil }
    let start = utf8.index(utf8.startIndex, offsetBy: span.range.lowerBound)
    let end = utf8.index(start, offsetBy: span.range.count)
    return String(utf8[start..<end])
  }
}
