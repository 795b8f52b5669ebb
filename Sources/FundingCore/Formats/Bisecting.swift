extension Range<Int> {
  /// The first number that is not before what is looked for, in an order in which all before it come first; the upper
  /// bound where all are before it.
  @inline(__always)
  func first(notBefore isBefore: (Int) -> Bool) -> Int {
    var (low, high) = (lowerBound, upperBound)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
