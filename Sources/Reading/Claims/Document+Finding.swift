/// Finding names and sums by the token they begin at, in time logarithmic in their number.
extension Document {
  /// The indices of the names that begin at or behind a token.
  func names(from token: Int) -> Range<Int> { firstName(from: token)..<names.count }

  /// The index of the first sum that begins at or behind a token.
  func firstSum(from token: Int) -> Int {
    var low = 0
    var high = sums.count
    while low < high {
      let middle = (low + high) / 2
      if sums[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether the bytes of a token begin with letters as they are.
  func begins(_ token: Token, with prefix: StaticString) -> Bool {
    let count = prefix.utf8CodeUnitCount
    let start = Int(token.start)
    guard Int(token.end) - start >= count else { return false }
    for index in 0..<count where bytes[start + index] != prefix.utf8Start[index] { return false }
    return true
  }

  /// Whether the bytes of a token end with a suffix and have letters before it.
  func ends(_ token: Token, with suffix: StaticString) -> Bool {
    let count = suffix.utf8CodeUnitCount
    let end = Int(token.end)
    guard end - Int(token.start) > count else { return false }
    for index in 0..<count where bytes[end - count + index] != suffix.utf8Start[index] {
      return false
    }
    return true
  }
}
