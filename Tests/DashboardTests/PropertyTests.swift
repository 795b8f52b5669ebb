import Dashboard
import Foundation
import FundingCore
import Screen
import Testing

/// A generator that gives the same numbers for the same seed (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64
  init(_ seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Whatever is pressed at whatever size, the picture is whole.
@Suite struct PropertyTests {
  private static let letters: [Unicode.Scalar] = Array(
    "hjklHJKLgGdfFcCsSbBtT123456/?[]nNwyoELTMv!=pxeuD аоплХхїwЯ.,є日\u{301}\u{202E}".unicodeScalars)
  private static let named: [Key] = [
    .up, .down, .left, .right, .enter, .enter, .enter, .escape, .tab, .backTab, .pageUp, .pageDown,
    .home, .end,
    .backspace, .delete, .control("u"), .control("w"), .function(5), .alt("x"),
  ]

  private func event(_ generator: inout Seeded) -> Event {
    switch Int.random(in: 0..<20, using: &generator) {
    case 0:
      let action = Mouse.Action.allCases.randomElement(using: &generator) ?? .press
      return .mouse(
        Mouse(
          action, column: Int.random(in: -2...310, using: &generator),
          row: Int.random(in: -2...110, using: &generator)))
    case 1: return .paste("Сал\u{1B}[2J\u{9B}тівка\n")
    case 2...7: return .key(.character(Self.letters.randomElement(using: &generator) ?? "j"))
    default: return .key(Self.named.randomElement(using: &generator) ?? .down)
    }
  }

  private func check(_ state: State, _ size: Size, _ note: String) {
    let grid = view(state, width: size.width, height: size.height)
    #expect(grid.width == size.width && grid.height == size.height, "\(note)")
    #expect(grid.faults == [], "\(size): \(note)")
    if size.width >= 12, size.height >= 5 {
      let last = grid.rowText(size.height - 1)
      if case .field = state.overlay { return }
      #expect(last.contains("?") || last.contains(","), "no help on “\(last)”: \(note)")
    }
  }

  /// 200 seeds of 50 events: ten thousand states.
  static let seeds = Int(ProcessInfo.processInfo.environment["KOSHTY_SEEDS"] ?? "") ?? 200

  @Test(arguments: 0..<seeds)
  func `random keys at random sizes`(_ seed: Int) {
    var generator = Seeded(UInt64(seed))
    var state = Fixture.state(Bool.random(using: &generator) ? .uk : .en)
    var pressed: [Event] = []
    for _ in 0..<50 {
      if Int.random(in: 0..<4, using: &generator) == 0 {
        _ = update(
          &state,
          .resized(
            Size(
              width: Int.random(in: 1...300, using: &generator),
              height: Int.random(in: 1...100, using: &generator))))
      }
      let event = event(&generator)
      pressed.append(event)
      _ = update(&state, event: event)
      check(state, state.size, "seed \(seed) after \(pressed.count) events")
      _ = plainLines(state)
    }
  }

  @Test func `every size from one cell up can be drawn`() {
    for script in [
      "", "2", "3b", "3B<Enter>", "3t", "4", "5", "6", "<Enter>", "<Enter>j<Enter>n", "d", "?",
      "/x", "w", "W",
      "E",
    ] {
      var state = Fixture.state(.uk)
      press(script, &state)
      for width in [1, 2, 3, 8, 20, 39, 52, 79, 150, 180, 300] {
        for height in [1, 2, 3, 4, 5, 6, 10, 24, 100] {
          check(state, Size(width: width, height: height), "script \(script)")
        }
      }
    }
  }

  @Test func `the panes' own and shared money reconcile with the grand total`() {
    for filter in [Filter(), Filter([.init(.dimension(.district), ["Kharkiv/Saltivskyi"])])] {
      let data = Fixture.data
      let summary = data.summary(filter)
      let panes = data.panes(filter)
      let own = panes.reduce(Ends.zero) { $0 + $1.own.usd }
      let all = panes.reduce(own) { $0 + $1.shared.usd }
      // What each sector has alone is part of the total; with what they share it is at least the total.
      #expect(own.low <= summary.total.usd.low)
      #expect(all.low >= summary.total.usd.low)
      #expect(Set(panes.map(\.id)) == Set(summary.groups.map(\.id)))
    }
  }
}
