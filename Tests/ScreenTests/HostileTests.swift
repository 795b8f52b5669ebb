import Screen
import Testing

/// One table of what must not reach a terminal, asked about every scalar there is.
@Suite struct HostileTests {
  private static var scalars: [Unicode.Scalar] {
    (UInt32(0)...0x10FFFF).compactMap { Unicode.Scalar($0) }
  }

  @Test func `nothing hostile reaches a cell`() {
    for scalar in Self.scalars where scalar.isHostile {
      #expect(
        scalar.fate == .blank || scalar.fate == .dropped, "U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test func `controls and separators part words, whatever reorders or hides is gone`() {
    for range in Hostile.controls + Hostile.separators {
      for value in range { #expect(Unicode.Scalar(value)?.fate == .blank) }
    }
    for range in Hostile.directions + Hostile.hidden {
      for value in range { #expect(Unicode.Scalar(value)?.fate == .dropped) }
    }
  }

  @Test func `a cell refuses beyond that only what has no certain width`() {
    let others = Self.scalars.filter { $0.fate == .dropped && !$0.isHostile }
    let known: [ClosedRange<UInt32>] = [
      0xAD...0xAD,  // soft hyphen
      0x34F...0x34F,  // grapheme joiner
      0x1160...0x11FF,  // vowels and finals that join a Korean syllable
      0x200C...0x200D,  // joiner and non-joiner
      0xFE00...0xFE0F,  // variation selectors
      0x1F3FB...0x1F3FF,  // skin tones
    ]
    for scalar in others where !known.contains(where: { $0.contains(scalar.value) }) {
      let isFormat = scalar.properties.generalCategory == .format
      let isNoncharacter = scalar.properties.isNoncharacterCodePoint
      #expect(isFormat || isNoncharacter, "U+\(String(scalar.value, radix: 16))")
    }
  }
}
