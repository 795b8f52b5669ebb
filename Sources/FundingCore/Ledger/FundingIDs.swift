/// Short stable names made of what a thing stands on.
struct StableNames {
  private var taken: Set<String> = []

  /// The name of some text: a letter and eight more; where another text has taken it, a longer one.
  mutating func name(_ letter: String, for text: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    var name = letter + StableNames.letters(of: hash, 8)
    while !taken.insert(name).inserted {
      hash = (hash ^ 0xFF) &* 0x100_0000_01B3
      name += StableNames.letters(of: hash, 1)
    }
    return name
  }

  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")

  private static func letters(of hash: UInt64, _ count: Int) -> String {
    // The upper bits are the well-mixed ones.
    var rest = hash ^ (hash >> 29)
    rest = rest &* 0xBF58_476D_1CE4_E5B9
    rest ^= rest >> 32
    var result = ""
    for _ in 0..<count {
      result.append(alphabet[Int(rest & 31)])
      rest >>= 5
    }
    return result
  }
}
