import Testing

@testable import Reading

@Suite struct ArchiveLineTests {
  /// Whether a JSON string of these bytes is sound, wherever in a word of eight it begins.
  private func isSound(_ bytes: [UInt8]) -> Bool {
    let answers = (0..<8).map { shift in
      let quoted = [0x22] + Array(repeating: UInt8(ascii: "a"), count: shift) + bytes + [0x22]
      return quoted.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return false }
        var scanner = ArchiveScanner(bytes: base, at: 0, end: buffer.count)
        return scanner.string() == 0..<buffer.count
      }
    }
    return answers.allSatisfy { $0 }
  }

  @Test func `letters of one to four bytes are sound`() {
    #expect(isSound(Array("abc їжак — 😀 \u{7F} «так» і слово за словом, and words again".utf8)))
  }
  @Test(
    arguments: [
      [0xD1, 0x02], [0xD1, 0x22], [0xD1, 0x61], [0xD1, 0xD1, 0x80], [0x80], [0xC0, 0x80],
      [0xC1, 0xBF],
      [0xE2, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x0A], [0x1F], [0xD1, 0x5C],
    ] as [[UInt8]])
  func `what is no UTF-8 or no JSON is not`(bytes: [UInt8]) {
    #expect(!isSound(Array("слово".utf8) + bytes + Array("слово за словом".utf8)))
  }
}
