import Dashboard
import FundingCore
import Screen
import Testing

/// The linear rendering in the columns of a terminal.
@Suite struct PlainTests {
  @Test(arguments: [Language.uk, .en], [40, 80])
  func `the linear rendering cuts no word at the edge and ends with the focus`(
    _ language: Language, _ width: Int
  ) {
    for keys in ["", "2", "3", "4", "5", "6", "W", "f", "?", "E", "2<Enter>", "5<Enter>"] {
      var state = Fixture.state(language)
      press(keys, &state)
      let whole = plainLines(state)
      let lines = plainLines(state, width: width)
      #expect(lines.allSatisfy { $0.columns < width }, "\(keys)")
      func words(_ lines: [String]) -> [Substring] {
        lines.flatMap { $0.split(separator: " ") }.filter { $0.count < width - 2 }
      }
      // Every word is there, in one piece and in order: only blanks became line ends.
      #expect(words(lines) == words(whole), "\(keys)")
      // The focus is said last, so that the cursor rests behind it.
      if let focus = whole.last, focus.hasPrefix("> ") {
        let last = lines.last { $0.hasPrefix("> ") }.flatMap { lines.lastIndex(of: $0) } ?? 0
        #expect(words(Array(lines[last...])) == words([focus]), "\(keys)")
      }
    }
  }

  @Test func `numbers pick what the linear rendering lists`() {
    for language in [Language.uk, .en] {
      var state = Fixture.state(language)
      press("2", &state)
      let third = plainLines(state, width: 40).first { $0.hasPrefix("3. ") }
      _ = update(&state, .picked(3))
      press("<Esc>", &state)
      let focus = plainLines(state, width: 40).last { $0.hasPrefix("> ") }
      #expect(third != nil)
      #expect(focus?.dropFirst(2).prefix(20) == third?.prefix(20))
    }
  }
}
