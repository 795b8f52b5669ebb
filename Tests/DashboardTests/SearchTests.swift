import FundingCore
import Screen
import Testing

@testable import Dashboard

/// One word, however it is written: what is found is the same, and the word found is lit up.
@Suite struct SearchTests {
  private func found(_ word: String) -> (rows: [Int], articles: [Int], lit: [String]) {
    var state = Fixture.state(.uk, width: 120, height: 40)
    press("5/", &state)
    _ = update(&state, .pasted(word))
    press("<Enter>", &state)
    let scene = state.scene
    let text = "Перелік об’єктів, Об'єктив і обʼєкт; Саме́ Харків, Kharkiv, Харьков й і\u{306}."
    let bytes = Array(text.utf8)
    return (
      state.data.selection(state.here.filter).list.map { Int($0) },
      state.data.articles(state.here.filter),
      scene.searchMatches(in: text).map { String(decoding: bytes[$0], as: UTF8.self) }
    )
  }

  @Test(arguments: [
    ["об'єктив", "об’єктив", "обʼєктив", "ОБ`ЄКТИВ", "об\u{301}'єктив"],
    ["об'єкт", "об’єкт", "обʼєкт", "Об\u{2019}є\u{301}кт"],
    ["Kharkiv", "Харків", "Kharkov", "Харьков", "[fhrsd", "харкі\u{301}в", "ХАРКІВ"],
    ["місті", "мі\u{301}сті", "МІСТІ", "vscns"],
    ["підземний", "підземни\u{306}", "ПІДЗЕМНИЙ", "gslptvybq"],
  ])
  func `every way of writing a word finds the same`(_ ways: [String]) {
    let first = found(ways[0])
    for way in ways.dropFirst() {
      let other = found(way)
      #expect(other.rows == first.rows, "\(way)")
      #expect(other.articles == first.articles, "\(way)")
      #expect(other.lit == first.lit, "\(way)")
    }
  }

  @Test func `words with every apostrophe are found and lit up`() {
    for apostrophe in ["'", "’", "ʼ", "`"] {
      let result = found("об\(apostrophe)єкт")
      // Every text of the ledger speaks of its objects; the outlet of one of them is called so.
      #expect(result.articles.count == Fixture.ledger.readings.count)
      #expect(result.lit == ["об’єктів", "Об'єктив", "обʼєкт"])
    }
  }
}
