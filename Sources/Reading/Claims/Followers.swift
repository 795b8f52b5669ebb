/// At most four sentences, without an array to hold them.
struct Followers: Sequence, IteratorProtocol {
  private var slots: (Int32, Int32, Int32, Int32) = (-1, -1, -1, -1)
  /// Not asked for yet below zero.
  private(set) var count = -1
  private var at = 0

  var isKnown: Bool { count >= 0 }

  static let none = {
    var result = Followers()
    result.count = 0
    return result
  }()

  mutating func append(_ sentence: Int) {
    switch count {
    case 0: slots.0 = Int32(truncatingIfNeeded: sentence)
    case 1: slots.1 = Int32(truncatingIfNeeded: sentence)
    case 2: slots.2 = Int32(truncatingIfNeeded: sentence)
    case 3: slots.3 = Int32(truncatingIfNeeded: sentence)
    default: return
    }
    count += 1
  }

  mutating func next() -> Int? {
    guard at < count else { return nil }
    defer { at += 1 }
    switch at {
    case 0: return Int(slots.0)
    case 1: return Int(slots.1)
    case 2: return Int(slots.2)
    default: return Int(slots.3)
    }
  }
}
