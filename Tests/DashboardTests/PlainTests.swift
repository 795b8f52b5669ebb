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

  @Test func `numbers pick in the list of keys too, and what they pick is done`() throws {
    var state = Fixture.state(.en)
    press("E", &state)
    guard case .export(let file) = update(&state, .picked(2)).first else {
      Issue.record("nothing exported")
      return
    }
    #expect(file.format == .json)
    press("?", &state)
    #expect(state.isPicking)
    let line = try #require(plainLines(state).first { $0.contains("a table") })
    let number = try #require(line.first?.wholeNumberValue)
    _ = update(&state, .picked(number))
    #expect(state.here.page == .projects && state.overlay == nil)
    // Where a line is typed digits are characters: a year is looked for so.
    press("f/", &state)
    #expect(!state.isPicking)
    // A number nothing stands beside does nothing.
    press("<Esc>", &state)
    let before = state
    #expect(update(&state, .picked(9)) == [])
    #expect(state.overlay == before.overlay && state.here == before.here)
  }

  @Test func `a list is named for what it lists, and signs are words`() {
    var state = Fixture.state(.en)
    #expect(plainLines(state).first?.hasPrefix("at least $") == true)
    #expect(!plainLines(state).joined().contains { "≥≈≤".contains($0) })
    press("d", &state)
    #expect(plainLines(state).contains { $0.hasPrefix("district, 1–") })
    press("<Esc>?", &state)
    #expect(plainLines(state).contains { $0.hasPrefix("Keys: Sectors, 1–9") })
    press("<Esc>E", &state)
    #expect(plainLines(state).contains { $0.hasPrefix("Save what is shown to a file, 1–3") })
  }

  @Test func `on a heading the focus is its sector`() {
    var state = Fixture.state(.en)
    press("k", &state)
    let focus = plainLines(state).last
    #expect(focus == "> Housing, 2 projects, at least $12.8M, of it shared at least $11.0M")
    press("<Enter>", &state)
    #expect(state.here.filter.values(of: .sector) == ["housing"])
  }

  @Test func `gifts are neither dollars nor none`() {
    for language in [Language.uk, .en] {
      var state = Fixture.state(language)
      press("/south-korea<Enter>", &state)
      state.here.filter = Filter([.init(.dimension(.donor), ["south-korea"])])
      let lines = plainLines(state)
      #expect(lines.first?.hasPrefix(language == .en ? "no amount stated" : "без суми") == true)
      let top = view(state, width: 80, height: 24).rowText(0)
      #expect(!top.contains("$0"))
    }
  }

  @Test func `of a state that follows another only what is new is said`() {
    var state = Fixture.state(.en)
    var speech = PlainSpeech()
    func said() -> [String] {
      switch speech.say(state, width: 80) {
      case .lines(let lines): lines
      case .letters(let letters): ["+" + letters]
      }
    }
    #expect(said() == plainLines(state, width: 80))
    press("2", &state)
    // The total is the same; the list is another.
    #expect(said() == Array(plainLines(state, width: 80).dropFirst()))
    press("j", &state)
    let focus = said()
    #expect(focus.first?.hasPrefix("> 2. ") == true)
    #expect(focus == Array(plainLines(state, width: 80).suffix(focus.count)))
    press("/", &state)
    #expect(said() == ["/ "])
    press("s", &state)
    #expect(said() == ["+s"])
    press("ch", &state)
    #expect(said() == ["+ch"])
    press("<Backspace>", &state)
    #expect(said() == ["/ sc"])
    press("<Enter>", &state)
    // What was typed has found something: the total and all that is listed.
    #expect(said() == plainLines(state, width: 80))
    // Another width breaks all lines anew.
    #expect(speech.say(state, width: 40) == .lines(plainLines(state, width: 40)))
  }

  @Test func `while a name is typed the known ones are said only to who goes to them`() throws {
    var state = Fixture.state(.en)
    let claim = try #require(state.data.ledger.fundings.first?.sources.first)
    state.overlay = .field(.correction(claim, .donors), TextField())
    press("jap", &state)
    #expect(plainLines(state).count == 2)
    press("<Down>", &state)
    #expect(plainLines(state).count > 2)
    #expect(plainLines(state).last?.contains(" > ") == true)
  }
}
