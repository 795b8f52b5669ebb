/// Names as JSON strings, one behind the other, to be written without making strings of them.
final class QuotedNames: @unchecked Sendable {
  private let buffer = ByteBuffer()
  private let starts: [Int32]

  init(_ names: some Sequence<String>) {
    var starts: [Int32] = [0]
    let buffer = buffer
    for name in names {
      var name = name
      name.withUTF8 { bytes in
        if let base = bytes.baseAddress {
          buffer.append(quoted: base, bytes.count)
        } else {
          buffer.append("\"\"")
        }
      }
      starts.append(Int32(buffer.count))
    }
    self.starts = starts
  }

  func write(_ index: Int32, into out: ByteBuffer) {
    let start = Int(starts[Int(index)])
    out.append(buffer.bytes + start, Int(starts[Int(index) + 1]) - start)
  }
}
