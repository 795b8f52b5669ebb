import FundingCore
import Screen
import Testing

@testable import Dashboard

/// Scrollbars held and dragged, in every list that has one.
@Suite struct MouseTests {
  /// The scrollbar of the picture: its column and what it stands for.
  private func scrollbar(_ state: State) -> (column: Int, grip: Grip)? {
    let canvas = canvas(state, width: state.size.width, height: state.size.height)
    for (area, hit) in canvas.hits.reversed() {
      if case .scrollbar(let grip) = hit { return (area.column, grip) }
    }
    return nil
  }

  private func place(_ state: State) -> Int {
    switch state.overlay {
    case .facets(let list): list.cursor.index
    case .help(_, let index): index
    case .field(_, _, let at): at ?? 0
    case .query, .choice, nil:
      if case .article = state.here.page { state.here.anchor } else { state.here.cursor.index }
    }
  }

  @Test(arguments: ["2", "3", "5", "W", "<Enter>", "5<Enter>", "d", "fl", "?", "D6"])
  func `a scrollbar is dragged to its end and back`(_ script: String) throws {
    var state = Fixture.state(.uk, width: 60, height: 8)
    press(script, &state)
    let (column, grip) = try #require(scrollbar(state), "no scrollbar after \(script)")
    let before = state.here
    func drag(_ action: Mouse.Action, row: Int, column: Int) {
      _ = update(&state, .mouse(Mouse(action, column: column, row: row)))
    }
    func picture() -> String { view(state, width: 60, height: 8).description }
    press("<End>", &state)
    let end = (place: place(state), picture: picture())
    press("<Home>", &state)
    let start = place(state)
    #expect(end.place > start)
    drag(.press, row: grip.top, column: column)
    var last = start
    for row in grip.top..<grip.top + grip.height {
      // The pointer strays from the bar and still holds it.
      drag(.drag, row: row, column: row % 2 == 0 ? column : max(0, column - 7))
      #expect(place(state) >= last, "\(script), row \(row)")
      last = place(state)
    }
    #expect(picture() == end.picture, "\(script)")
    drag(.drag, row: grip.top - 3, column: 0)
    #expect(place(state) == start)
    drag(.release, row: grip.top, column: column)
    drag(.drag, row: grip.top + grip.height - 1, column: column)
    #expect(place(state) == start, "what was let go is not held")
    #expect(state.here.page == before.page)
    if state.overlay != nil { #expect(state.here == before, "the view below stays") }
  }

  @Test func `a press on a list beside its scrollbar holds nothing`() throws {
    var state = Fixture.state(.uk, width: 60, height: 8)
    press("2", &state)
    let (column, grip) = try #require(scrollbar(state))
    _ = update(&state, .mouse(Mouse(.press, column: 5, row: grip.top + 1)))
    let index = state.here.cursor.index
    _ = update(&state, .mouse(Mouse(.drag, column: column, row: grip.top + grip.height - 1)))
    #expect(state.here.cursor.index == index)
  }
}
