import Screen
import Testing

@Suite struct ClusterTests {
  @Test func `Cyrillic takes a column a letter`() { #expect("Київ".columns == 4) }

  @Test func `ї in two code points is one column`() {
    #expect("ї".unicodeScalars.count == 1)
    #expect("\u{456}\u{308}жак".columns == 4)
    #expect(Clusters("\u{438}\u{306}").map(\.text) == ["\u{438}\u{306}"])
  }

  @Test func `a stress mark takes no column`() { #expect("замо\u{301}к".columns == 5) }

  @Test func `a wide sign takes two columns`() { #expect("日本国際協力機構".columns == 16) }

  @Test func `signs of our pictures take one column each`() {
    for sign in "⣿▁█─│…—«»№₴≥≈≤▇░▸✓●○✗⌕▲▼" { #expect(String(sign).columns == 1, "\(sign)") }
  }

  @Test(arguments: [
    "\u{1B}[31m", "\u{9B}31m", "\u{7F}", "\u{202E}", "\u{2066}", "\u{E0041}", "\u{200D}",
    "\u{FEFF}", "\u{0}",
    "\u{200F}", "\u{85}", "\n",
  ])
  func `what a terminal would obey never reaches a cell`(_ text: String) {
    var grid = Grid(width: 12, height: 1)
    grid.put("a\(text)b", column: 0, row: 0)
    for cell in grid.cells {
      for scalar in cell.cluster.unicodeScalars {
        #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
        #expect(scalar.fate != .dropped)
      }
    }
  }

  @Test func `a mark has at most four more on its base`() {
    let text = "e" + String(repeating: "\u{301}", count: 9)
    #expect(Clusters(text).map(\.text.unicodeScalars.count) == [5])
  }

  @Test func `a mark without a base gets a blank`() {
    #expect(Clusters("\u{301}a").map(\.text) == [" \u{301}", "a"])
    #expect("\u{301}a".columns == 2)
  }

  @Test func `clusters tell where they stand, and leave no byte out`() {
    let text = "їж\u{200D}é日\u{301}\u{202E}z"
    let ranges = Clusters(text).map(\.range)
    #expect(ranges.first?.lowerBound == 0)
    for (a, b) in zip(ranges, ranges.dropFirst()) { #expect(a.upperBound == b.lowerBound) }
    #expect(ranges.last?.upperBound == text.utf8.count)
  }

  @Test func `clipping tells that something is missing`() {
    #expect("Енергетика".clipped(to: 6) == "Енерг…")
    #expect("Енергетика".clipped(to: 10) == "Енергетика")
    #expect("Енергетика".clipped(to: 1) == "…")
    #expect("Енергетика".clipped(to: 0) == "")
  }

  @Test func `clipping never cuts a wide sign in two`() {
    #expect("日本国".clipped(to: 4) == "日…")
    #expect("日本国".clipped(to: 5) == "日本…")
  }

  @Test func `plain letters are counted and clipped as all others are`() {
    var random = SystemRandomNumberGenerator()
    let letters = ["a", "Ж", "ї", " ", "é", "日", "\u{301}", "\u{483}", "\u{200B}", "\t", "…", "7"]
    for _ in 0..<2_000 {
      // Few of the odd ones, so that many texts hold none before the cut.
      let kinds = Int.random(in: 4...letters.count, using: &random)
      let text = (0..<Int.random(in: 0...12, using: &random))
        .map { _ in letters[Int.random(in: 0..<kinds, using: &random)] }.joined()
      let clusters = Array(Clusters(text))
      #expect(text.columns == clusters.reduce(0) { $0 + $1.width }, "\(text.debugDescription)")
      for width in 1...8 where text.columns > width {
        var (cut, used) = ("", 0)
        for cluster in clusters {
          used += cluster.width
          if used > width - 1 { break }
          cut += cluster.text
        }
        while cut.unicodeScalars.last == " " { cut.unicodeScalars.removeLast() }
        let clipped = text.clipped(to: width)
        #expect(
          Array(clipped.unicodeScalars) == Array((cut + "…").unicodeScalars),
          "\(text.debugDescription) at \(width)")
      }
    }
  }

  @Test func `padding counts columns after clipping`() {
    #expect("日本国".padded(to: 4) == "日… ")
    #expect("ab".padded(to: 4, .right) == "  ab")
    #expect("ab".padded(to: 5, .centre) == " ab  ")
  }
}

@Suite struct WrappingTests {
  private func lines(_ text: String, _ width: Int) -> [String] {
    let bytes = Array(text.utf8)
    return text.wrapped(to: width).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test func `lines break at blanks`() {
    #expect(lines("Хто платить за відбудову", 12) == ["Хто платить", "за відбудову"])
  }

  @Test func `a word longer than the line is broken`() {
    #expect(lines("абвгдежз", 3) == ["абв", "где", "жз"])
  }

  @Test func `several blanks at a break belong to no line`() {
    #expect(lines("ab   cd", 3) == ["ab", "cd"])
  }

  @Test func `an empty text is one empty line`() { #expect(lines("", 10) == [""]) }

  @Test func `no line is wider than asked for and no word is lost`() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      let length = Int.random(in: 0...60, using: &generator)
      let text = String((0..<length).map { _ in "аб в日e\u{301}".randomElement() ?? "a" })
      let width = Int.random(in: 2...20, using: &generator)
      let wrapped = lines(text, width)
      for line in wrapped { #expect(line.columns <= width, "\(text) at \(width)") }
      let kept = wrapped.joined().filter { $0 != " " }
      #expect(kept == text.filter { $0 != " " }, "\(text) at \(width)")
    }
  }
}
