/// A stretch of text with one meaning.
public struct Span: Hashable, Sendable {
  public var text: String
  public var style: Style
  public init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }
}

/// A line of text whose stretches mean different things.
public struct Line: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
  public var spans: [Span]
  public init(_ spans: [Span] = []) { self.spans = spans }
  /// A line of one meaning.
  public init(_ text: String, _ style: Style = .plain) { spans = [Span(text, style)] }
  public init(stringLiteral text: String) { spans = [Span(text)] }
  public init(arrayLiteral elements: Span...) { spans = elements }

  /// The text without its meanings.
  public var text: String { spans.reduce(into: "") { $0 += $1.text } }
  /// Columns the line takes.
  public var columns: Int { spans.reduce(0) { $0 + $1.text.columns } }

  /// Appends a stretch.
  public mutating func append(_ text: String, _ style: Style = .plain) {
    spans.append(Span(text, style))
  }

  /// One line after the other.
  public static func + (a: Line, b: Line) -> Line { Line(a.spans + b.spans) }

  /// The line in at most so many columns; what is cut off is told by an ellipsis.
  public func clipped(to width: Int) -> Line {
    guard width > 0 else { return Line() }
    if columns <= width { return self }
    var result = Line()
    var left = width
    for span in spans {
      let needed = span.text.columns
      if needed < left {
        result.spans.append(span)
        left -= needed
        continue
      }
      // The ellipsis must fit: this stretch is cut even where it would just fill the line.
      let cut = (span.text + " ").clipped(to: left)
      result.spans.append(Span(cut.columns <= left ? cut : "…", span.style))
      return result
    }
    return result
  }
}
