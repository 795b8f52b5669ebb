/// The id of a rule, as ``Rules`` lists them, in a plain number: a letter and at most two digits.
struct RuleID: Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
  private let bytes: (first: UInt8, second: UInt8, third: UInt8)

  init(stringLiteral text: StaticString) {
    let count = text.utf8CodeUnitCount
    bytes = (
      count > 0 ? text.utf8Start[0] : 0, count > 1 ? text.utf8Start[1] : 0,
      count > 2 ? text.utf8Start[2] : 0
    )
  }

  private var number: UInt32 {
    UInt32(bytes.first) << 16 | UInt32(bytes.second) << 8 | UInt32(bytes.third)
  }

  static func == (left: RuleID, right: RuleID) -> Bool { left.number == right.number }
  func hash(into hasher: inout Hasher) { hasher.combine(number) }

  /// Calls `body` with each letter and digit.
  @inline(__always)
  func forEachByte(_ body: (UInt8) -> Void) {
    body(bytes.first)
    if bytes.second != 0 { body(bytes.second) }
    if bytes.third != 0 { body(bytes.third) }
  }

  var description: String {
    var all: [UInt8] = []
    forEachByte { all.append($0) }
    return String(decoding: all, as: UTF8.self)
  }
}
