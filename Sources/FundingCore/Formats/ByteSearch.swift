extension UnsafeBufferPointer<UInt8> {
  /// Where a row of bytes begins for the first time at or after a place; `nil` where it does not stand, and for an
  /// empty one.
  ///
  /// - Cost: the product of both lengths at worst, so `wanted` is to be a few words.
  public func offset(of wanted: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int? {
    guard let first = wanted.first, wanted.count <= count else { return nil }
    var at = Swift.max(0, start)
    while at <= count - wanted.count {
      if self[at] == first {
        var length = 1
        while length < wanted.count, self[at + length] == wanted[length] { length += 1 }
        if length == wanted.count { return at }
      }
      at += 1
    }
    return nil
  }
}

extension String {
  /// Whether these very bytes stand in the text; unlike `contains`, two ways to write one letter are two.
  ///
  /// The standard search for a string goes over characters and takes a microsecond for a name.
  public func holds(_ part: String) -> Bool { offset(of: part) != nil }

  /// The offset in UTF-8 bytes where a text first stands in this one.
  public func offset(of part: String) -> Int? {
    var (whole, part) = (self, part)
    return whole.withUTF8 { whole in part.withUTF8 { whole.offset(of: $0) } }
  }
}
