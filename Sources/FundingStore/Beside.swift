import FundingCore

/// What a piece of work makes of each number below a count, on all processors, in the numbers' order.
func beside<Made: Sendable>(_ count: Int, _ make: @Sendable (Int) -> Made) -> [Made] {
  var made = [Made?](repeating: nil, count: count)
  made.withUnsafeMutableBufferPointer { made in
    // Each turn fills a place of its own.
    nonisolated(unsafe) let made = made
    Crew.shared.each(count) { made[$0] = make($0) }
  }
  return made.compactMap { $0 }
}
