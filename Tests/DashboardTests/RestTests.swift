import FundingCore
import Screen
import Testing

@testable import Dashboard

/// What stands beside a list follows the cursor when it rests.
@Suite struct RestTests {
  private func rightHalf(_ state: State) -> [String] {
    let grid = view(state, width: 200, height: 40)
    return (3..<39).map { row in grid.row(row).dropFirst(140).map(\.cluster).joined() }
  }

  @Test(arguments: ["", "2", "3", "3t", "4", "5"])
  func `moving changes the list at once and what stands beside it after a rest`(_ script: String) {
    var state = Fixture.state(.uk, width: 200, height: 40)
    press(script, &state)
    let before = rightHalf(state)
    let move: Command = state.here.page == .map ? .right : .down
    for _ in 0..<2 {
      _ = update(&state, .command(move))
      #expect(state.rest != nil)
      #expect(rightHalf(state) == before, "beside the list of \(script)")
    }
    #expect(view(state, width: 200, height: 40).description.contains("▸"))
    _ = update(&state, .rested)
    #expect(state.rest == nil)
    #expect(rightHalf(state) != before)
  }

  @Test func `whatever is no move shows everything at once`() {
    for next in ["<Enter>", "3", "d", "/", "s", "L"] {
      var state = Fixture.state(.uk, width: 200, height: 40)
      press("2", &state)
      _ = update(&state, .command(.down))
      for key in keys(next) { _ = update(&state, event: .key(key)) }
      #expect(state.rest == nil, "\(next)")
    }
  }

  @Test func `a list that moves in steps always shows its cursor`() {
    for height in [1, 2, 3, 4, 7, 30, 56] {
      for count in [1, 2, 5, 30, 57, 200] {
        var tops = Set<Int>()
        for index in 0..<count {
          let top = Cursor(index: index).top(of: count, height: height, inSteps: true)
          #expect(top <= index && index < top + height && top >= 0)
          #expect(top + height <= max(count, height))
          tops.insert(top)
        }
        #expect(tops.count <= 2 + count / max(1, height / 2))
      }
    }
  }

  @Test func `nothing waits where nothing stands beside`() {
    var state = Fixture.state(.uk, width: 120, height: 40)
    _ = update(&state, .command(.down))
    #expect(state.rest == nil)
  }
}
