import Dashboard
import FundingCore
import Screen
import Testing

/// What a list says of its rows: one name, one cursor, what is shared and with whom, what is not in the total.
@Suite struct ListTests {
  @Test func `Up from the first project reaches the heading, Enter there opens the sector`() {
    var state = Fixture.state(.en)
    press("k", &state)
    let text = view(state, width: 120, height: 30).description
    #expect(text.contains("▸ Housing 2 ─"))
    #expect(text.count { $0 == "▸" } == 1)
    press("<Enter>", &state)
    #expect(state.here.page == .projects)
    #expect(state.here.filter.values(of: .sector) == ["housing"])
    press("<Esc>", &state)
    #expect(state.here.page == .sectors && state.here.isOnHeading && state.here.filter.isEmpty)
    press("w", &state)
    #expect(view(state, width: 120, height: 30).rowText(0).contains("≥ $12.8M"))
    press("<Esc>j", &state)
    #expect(!state.here.isOnHeading && state.here.cursor.index == 0)
    press("jj", &state)
    #expect(state.here.isOnHeading && state.here.pane == 1)
    press("k", &state)
    #expect(!state.here.isOnHeading && state.here.pane == 0 && state.here.cursor.index == 1)
  }

  @Test func `a project has one name wherever it is listed`() throws {
    var state = Fixture.state(.en, width: 200, height: 60)
    let name = "Norway — in kind, through UNDP, 2024"
    for keys in ["", "2", "2j<Enter>", "f<Right>/norw<Enter>1", "3"] {
      press("<Esc><Esc>c" + keys, &state)
      #expect(view(state, width: 200, height: 60).description.contains(name), "\(keys)")
    }
    press("<Esc>c2", &state)
    guard case .export(let csv) = press("E<Enter>", &state).first else {
      Issue.record("no export")
      return
    }
    #expect(csv.text.contains(name))
    #expect(plainLines(state).joined(separator: "\n").contains(name))
  }

  @Test func `money found for one of its payers is told with the others`() {
    var state = Fixture.state(.en, width: 120, height: 30)
    press("/japan<Enter>", &state)
    #expect(view(state, width: 120, height: 30).rowText(0).contains("shared with European Union"))
    press("c", &state)
    state.here.filter.set(.donor, to: "japan")
    #expect(view(state, width: 120, height: 30).rowText(0).contains("shared with European Union"))
    press("c", &state)
    state.here.filter.set(.donor, to: "ebrd")
    #expect(!view(state, width: 120, height: 30).rowText(0).contains("shared with"))
  }

  @Test func `what is not in the total carries its own sign`() {
    var state = Fixture.state(.en, width: 120, height: 30)
    press("2", &state)
    let text = view(state, width: 120, height: 30).description
    #expect(text.contains("↑ ≥ $120.0M"))
    #expect(text.contains("↑ wider than the city"))
  }

  @Test func `a list is narrowed by a donor's name in another script`() {
    var state = Fixture.state(.uk)
    press("f<Right>/japan<Enter>", &state)
    #expect(state.here.filter.values(of: .donor) == ["japan"])
  }
}
