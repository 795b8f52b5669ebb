import FundingCore
import TestSupport
import Testing

@testable import Reading

/// What an article costs grows with its length, not with the square of it.
@Suite(.serialized) struct LongTextTests {
  private static func seconds(_ unit: String, _ count: Int) -> Double {
    let text = article(String(repeating: unit, count: count))
    let times = (0..<3).map { _ in
      let start = processorSeconds
      _ = Shipped.reader.read(text)
      return processorSeconds - start
    }
    return times.min() ?? 0
  }

  @Test(arguments: [
    "• 1 млн євро на школу;\n", "• Школа: 5 млн грн.\n", "Литва дала 2 млн євро на школу. ",
  ])
  func `four times the text costs less than eight times as much`(unit: String) {
    let (short, long) = (LongTextTests.seconds(unit, 1_500), LongTextTests.seconds(unit, 6_000))
    #expect(long < short * 8, "\(short) s, then \(long) s")
  }
}
