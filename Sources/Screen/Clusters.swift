/// What fills one cell, or two: a base and the marks that stand on it.
public struct Cluster: Hashable, Sendable {
  /// A base scalar and up to four marks, cleaned.
  public var glyph: Glyph
  /// 1 or 2.
  public var width: Int
  /// Where it stands in the text it came from: half-open, in UTF-8 bytes. Dropped scalars after it belong to it.
  public var range: Range<Int>

  public var text: String { glyph.text }
}

/// A text cut into what fills cells, cleaned of all that a terminal would obey.
///
/// - Shape: a base scalar and up to four marks each; more marks, joiners and controls of direction are dropped, control
///   characters become blanks. A mark without a base gets a blank to stand on.
/// - Cost: linear in the text, nothing allocated.
public struct Clusters: Sequence, IteratorProtocol {
  private var scalars: String.UnicodeScalarView.Iterator
  private var pending: Unicode.Scalar?
  private var offset = 0

  /// The clusters of a text.
  public init(_ text: some StringProtocol) {
    scalars = String(text).unicodeScalars.makeIterator()
    pending = scalars.next()
  }

  /// The next cluster, or `nil` at the end of the text.
  public mutating func next() -> Cluster? {
    let start = offset
    var fate = ScalarFate.dropped
    while let scalar = pending {
      fate = scalar.fate
      if fate != .dropped { break }
      step(scalar)
    }
    guard let base = pending else { return nil }
    var glyph = fate == .blank || fate == .mark ? Glyph.blank : Glyph(base.value)
    if fate != .mark { step(base) }
    while let scalar = pending, scalar.value >= 0xAD {
      let kind = scalar.fate
      guard kind == .mark || kind == .dropped else { break }
      if kind == .mark && fate != .blank { glyph.add(scalar.value) }
      step(scalar)
    }
    return Cluster(glyph: glyph, width: fate == .wide ? 2 : 1, range: start..<offset)
  }

  private mutating func step(_ scalar: Unicode.Scalar) {
    offset += UTF8.width(scalar)
    pending = scalars.next()
  }
}

extension Unicode.UTF8 {
  /// Bytes a scalar takes in UTF-8.
  static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x80: 1
    case 0x80..<0x800: 2
    case 0x800..<0x10000: 3
    default: 4
    }
  }
}

/// The way through texts of nothing but letters and signs of one column, which most are: ASCII and the Cyrillic letters
/// whose two bytes begin with 0xD0 or 0xD1, among which is no mark.
private enum PlainLetters {
  /// The columns of a text; below 0 where it holds anything else.
  static func columns(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var (at, sum) = (0, 0)
    while at < bytes.count {
      let length = length(of: bytes[at])
      if length == 0 { return -1 }
      at += length
      sum += 1
    }
    return sum
  }

  /// Where so many columns of a longer text end, without blanks before it; below 0 where something else stands there.
  static func end(of columns: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var (at, end) = (0, 0)
    for _ in 0..<columns {
      guard at < bytes.count, bytes[at] >= 0x20, bytes[at] != 0x7F else { return -1 }
      let length = length(of: bytes[at])
      if length == 0 { return -1 }
      let isBlank = bytes[at] == 0x20
      at += length
      if !isBlank { end = at }
    }
    // A mark would belong to the letter before it.
    return at < bytes.count && length(of: bytes[at]) == 0 ? -1 : end
  }

  @inline(__always)
  private static func length(of first: UInt8) -> Int {
    first < 0x80 ? 1 : first == 0xD0 || first == 0xD1 ? 2 : 0
  }
}

/// Where a text stands in its columns.
public enum Alignment: Sendable { case left, right, centre }

extension StringProtocol {
  /// Columns a terminal needs for this text, once cleaned.
  public var columns: Int {
    if let sum = utf8.withContiguousStorageIfAvailable(PlainLetters.columns), sum >= 0 {
      return sum
    }
    var sum = 0
    for scalar in unicodeScalars {
      switch scalar.fate {
      case .narrow, .blank: sum += 1
      case .wide: sum += 2
      case .mark: if sum == 0 { sum = 1 }
      case .dropped: break
      }
    }
    return sum
  }

  /// This text in at most so many columns; what is cut off is told by an ellipsis.
  public func clipped(to width: Int) -> String {
    guard width > 0 else { return "" }
    if columns <= width { return String(self) }
    if let end = utf8.withContiguousStorageIfAvailable({ PlainLetters.end(of: width - 1, in: $0) }),
      end >= 0
    {
      return String(self[..<utf8.index(startIndex, offsetBy: end)]) + "…"
    }
    var result = String.UnicodeScalarView()
    var used = 0
    for cluster in Clusters(self) {
      if used + cluster.width > width - 1 { break }
      cluster.glyph.forEachScalar { if let scalar = Unicode.Scalar($0) { result.append(scalar) } }
      used += cluster.width
    }
    while result.last == " " { result.removeLast() }
    result.append("…")
    return String(result)
  }

  /// This text in exactly so many columns, clipped or filled with blanks.
  public func padded(to width: Int, _ alignment: Alignment = .left) -> String {
    let text = clipped(to: width)
    let missing = Swift.max(0, width - text.columns)
    switch alignment {
    case .left: return text + String(repeating: " ", count: missing)
    case .right: return String(repeating: " ", count: missing) + text
    case .centre:
      let before = missing / 2
      return String(repeating: " ", count: before) + text
        + String(repeating: " ", count: missing - before)
    }
  }

  /// The lines this text takes at a width, as ranges of UTF-8 bytes: broken at blanks, a longer word at a cell.
  ///
  /// - Shape: a line feed ends a line; the blanks a line is broken at belong to no line.
  public func wrapped(to width: Int) -> [Range<Int>] {
    lineRanges(Clusters(self), width: Swift.max(1, width))
  }

  /// The same lines as texts of their own.
  public func wrappedLines(to width: Int) -> [String] {
    let bytes = Array(utf8)
    return wrapped(to: width).map { String(decoding: bytes[$0], as: UTF8.self) }
  }
}

/// Where a line may be broken: end of the last word before, start of the next, columns up to there.
private struct LineBreak {
  var end: Int
  var next: Int
  var columns: Int
}

/// Breaks clusters into lines; see `wrapped(to:)`. A number stays with its thousands and its unit where that leaves the line
/// at least half full.
private func lineRanges(_ clusters: Clusters, width: Int) -> [Range<Int>] {
  var lines: [Range<Int>] = []
  var start = 0
  var used = 0
  var lastBreak: LineBreak?
  /// The last one that parts no number.
  var goodBreak: LineBreak?
  var end = 0
  var before = Glyph.blank
  var isAfterBlank = false
  for cluster in clusters {
    if cluster.glyph == .blank {
      let isLonger = isAfterBlank && lastBreak?.next == cluster.range.lowerBound
      let point = isLonger ? lastBreak?.end : nil
      used += 1
      lastBreak = LineBreak(
        end: point ?? cluster.range.lowerBound, next: cluster.range.upperBound, columns: used)
      isAfterBlank = true
      continue
    }
    if isAfterBlank, !(before.isDigit && cluster.glyph.isWord) { goodBreak = lastBreak }
    isAfterBlank = false
    before = cluster.glyph
    if used + cluster.width > width {
      let good = goodBreak.flatMap { $0.columns * 2 >= width ? $0 : nil }
      if let point = good ?? lastBreak, point.end > start || point.next > start {
        lines.append(start..<Swift.max(start, point.end))
        used -= point.columns
        start = point.next
        lastBreak = lastBreak.flatMap { later in
          later.next > start
            ? LineBreak(end: later.end, next: later.next, columns: later.columns - point.columns)
            : nil
        }
      } else {
        lastBreak = nil
      }
      goodBreak = nil
      // A word too long for a line of its own is broken before this cell.
      if used + cluster.width > width, cluster.range.lowerBound > start {
        lines.append(start..<cluster.range.lowerBound)
        start = cluster.range.lowerBound
        used = 0
        lastBreak = nil
      }
    }
    used += cluster.width
    end = cluster.range.upperBound
  }
  lines.append(start..<Swift.max(start, end))
  return lines
}

extension Glyph {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(base) }
  /// A digit or a letter: what may go on with a number before it.
  fileprivate var isWord: Bool {
    isDigit || Unicode.Scalar(base)?.properties.isAlphabetic == true
  }
}
