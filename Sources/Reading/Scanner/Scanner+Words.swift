extension Scanner {
  /// A word: letters, the apostrophes inside it and digits behind them (UNITED24, E5P).
  ///
  /// Longer than most functions here: it is the hot loop, and one read of the bytes does all of it.
  mutating func word(into tokens: Pool<Token>) {
    let start = at
    var hash = WordHash()
    var letters = 0
    var capitals = 0
    var latin = false
    var cyrillic = false
    var capital = false
    var hits = 0
    loop: while at < count {
      let isLatin = bytes[at] < 0x80
      let run = isLatin ? latinRun(&hash, &hits) : cyrillicRun(&hash, &hits)
      if run.letters > 0 {
        if isLatin { latin = true } else { cyrillic = true }
        if letters == 0 { capital = run.isCapital }
        letters += run.letters
        capitals += run.capitals
        guard at < count else { break }
      }
      let byte = bytes[at]
      var letter: UInt16
      var length = 1
      var upper = false
      if byte < 0x80 {
        if (byte | 0x20) &- 0x61 < 26 {
          upper = byte < 0x61
          letter = UInt16(byte | 0x20)
          latin = true
        } else if byte == 0x27 || byte == 0x60 {
          guard letters > 0, beginsLetter(at + 1) else { break }
          if latin, !cyrillic, isPossessive(at + 1) { break }
          letter = Letters.apostrophe
        } else if Scanner.isDigit(byte) {
          if letters == 3, capitals == 3, latin, lexicon.isCurrencyCode(hash) { break }
          letter = UInt16(byte)
          upper = true
        } else {
          break
        }
      } else if byte >= 0xD0 && byte <= 0xD4 {
        guard bytes[at + 1] & 0xC0 == 0x80, at + 1 < count else {
          at += 1
          if letters == 0 { return }
          break loop
        }
        let code = UInt16(byte & 0x1F) << 6 | UInt16(bytes[at + 1] & 0x3F)
        letter = Letters.folded(cyrillic: code)
        upper = Letters.isUpper(cyrillic: code)
        length = 2
        cyrillic = true
      } else {
        guard let wide = wideLetter(after: letters) else {
          if letters == 0 {
            at += 1
            return
          }
          break
        }
        if wide.letter == 0 {
          at += wide.length
          continue
        }
        if wide.letter == Letters.apostrophe, latin, !cyrillic, isPossessive(at + wide.length) {
          break
        }
        letter = wide.letter
        upper = wide.upper
        length = wide.length
        if letter >= 0xC0 && letter < 0x250 { latin = true }
      }
      at += length
      if bytes[at] == 0xCC {
        if bytes[at + 1] == 0x86 || bytes[at + 1] == 0x88 {
          let mark: UInt16 = bytes[at + 1] == 0x86 ? 0x306 : 0x308
          letter = Letters.composed(letter, with: mark)
        }
        if bytes[at + 1] & 0xC0 == 0x80 { at += 2 }
      }
      hash.add(letter)
      letters += 1
      if upper {
        capitals += 1
        if letters == 1 { capital = true }
      }
      note(hash, lexicon.mayBePrefix(hash), &hits)
    }
    at = min(at, count)
    let end = at
    var token = Token(
      start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), kind: .word)
    if latin && cyrillic, let twin = twinHash(start, end) {
      hash = twin.hash
      token.prefix = twin.prefix
    } else {
      token.prefix = longestPrefix(hits)
      if latin, skipPossessive() { token.flags.insert(.possessive) }
    }
    token.hash = hash.value
    if capital { token.flags.insert(.capital) }
    if capitals > 1 && capitals == letters { token.flags.insert(.allCapitals) }
    if latin { token.flags.insert(.latin) }
    if cyrillic { token.flags.insert(.cyrillic) }
    if spaced { token.flags.insert(.spaced) }
    token.flags.formUnion(token.forms(bytes))
    lexicon.lookUp(&token)
    tokens.append(token)
    spaced = false
  }

  /// Keeps a beginning of the word that may be an open prefix, to be looked up when the word is read: no branch depends
  /// on it, and mostly only the last is asked for. No prefix is so long that the first ones do not suffice.
  @inline(__always)
  private func note(_ hash: WordHash, _ isCandidate: Bool, _ hits: inout Int) {
    candidates[hits] = hash.value
    hits = min(hits &+ (isCandidate ? 1 : 0), Scanner.mostCandidates - 1)
  }

  /// The longest of the candidates that is a prefix, or -1.
  @inline(__always)
  private func longestPrefix(_ hits: Int) -> Int32 {
    var left = hits
    while left > 0 {
      left &-= 1
      let found = lexicon.prefixes.find(candidates[left])
      if found >= 0 { return found }
    }
    return -1
  }

  /// Letters of two bytes that begin with 0xD0 or 0xD1 and have no mark to compose: nearly all of most words.
  @inline(__always)
  private mutating func cyrillicRun(_ hash: inout WordHash, _ hits: inout Int)
    -> (letters: Int, capitals: Int, isCapital: Bool)
  {
    let start = at
    let limit = count - 2
    let prefixes = lexicon.prefixes
    let cyrillicLetters = cyrillicLetters
    var here = at
    var running = hash
    var capitals: UInt16 = 0
    var isCapital = false
    while here < limit {
      let pair = UnsafeRawPointer(bytes + here).loadUnaligned(as: UInt16.self).littleEndian
      guard pair & 0xC0FE == 0x80D0, bytes[here + 2] != 0xCC else { break }
      let entry = cyrillicLetters[Int((pair & 1) << 6 | pair >> 8 & 0x3F)]
      running.add(entry & ~Letters.capitalBit)
      capitals &+= entry >> 15
      if here == start { isCapital = entry & Letters.capitalBit != 0 }
      here += 2
      note(running, prefixes.mayHold(running.value), &hits)
    }
    hash = running
    at = here
    return ((here - start) / 2, Int(capitals), isCapital)
  }

  /// Letters of one byte that have no mark to compose.
  @inline(__always)
  private mutating func latinRun(_ hash: inout WordHash, _ hits: inout Int)
    -> (letters: Int, capitals: Int, isCapital: Bool)
  {
    let start = at
    let limit = count - 1
    let prefixes = lexicon.prefixes
    var here = at
    var running = hash
    var capitals = 0
    while here < limit {
      let byte = bytes[here]
      guard (byte | 0x20) &- 0x61 < 26, bytes[here + 1] != 0xCC else { break }
      running.add(UInt16(byte | 0x20))
      capitals += Int(~byte >> 5 & 1)
      here += 1
      note(running, prefixes.mayHold(running.value), &hits)
    }
    hash = running
    at = here
    return (here - start, capitals, bytes[start] < 0x61)
  }

  @inline(__always)
  private func beginsLetter(_ index: Int) -> Bool {
    guard index < count else { return false }
    let byte = bytes[index]
    return (byte | 0x20) &- 0x61 < 26 || (byte >= 0xC3 && byte != 0xE2)
  }

  /// Whether an "s" and no further letter stands here.
  private func isPossessive(_ index: Int) -> Bool {
    guard index < count, bytes[index] | 0x20 == 0x73 else { return false }
    return !beginsLetter(index + 1)
  }

  /// Steps over "'s" behind an English word.
  private mutating func skipPossessive() -> Bool {
    let byte = bytes[at]
    let length =
      byte == 0x27 || byte == 0x60
      ? 1 : byte == 0xE2 && bytes[at + 1] == 0x80 && bytes[at + 2] == 0x99 ? 3 : 0
    guard length > 0, isPossessive(at + length) else { return false }
    at = min(at + length + 1, count)
    return true
  }

  /// A letter of two to four bytes that is not Cyrillic: `letter` is 0 for what is dropped, `nil` where the word ends.
  private func wideLetter(after letters: Int) -> (letter: UInt16, length: Int, upper: Bool)? {
    let first = bytes[at]
    let second = bytes[at + 1]
    switch first {
    case 0xC2: return second == 0xAD ? (0, 2, false) : nil
    case 0xC3...0xC9:
      guard second & 0xC0 == 0x80, at + 1 < count else { return nil }
      let code = UInt16(first & 0x1F) << 6 | UInt16(second & 0x3F)
      if code == 0xD7 || code == 0xF7 { return nil }
      let folded = Letters.folded(latin: code)
      return (folded, 2, folded != code)
    case 0xCA where second == 0xBC:
      return letters > 0 && beginsLetter(at + 2) ? (Letters.apostrophe, 2, false) : nil
    case 0xCC, 0xCD: return second & 0xC0 == 0x80 ? (0, 2, false) : nil
    case 0xE2: return wideApostrophe(second, bytes[at + 2], letters)
    case 0xEF where second == 0xBB && bytes[at + 2] == 0xBF: return (0, 3, false)
    case 0xCA...0xDF:
      guard second & 0xC0 == 0x80, at + 1 < count else { return nil }
      return (UInt16(first & 0x1F) << 6 | UInt16(second & 0x3F), 2, false)
    case 0xE0...0xEF:
      guard second & 0xC0 == 0x80, bytes[at + 2] & 0xC0 == 0x80, at + 2 < count else { return nil }
      if first == 0xE3 && second == 0x80 { return nil }
      return (
        UInt16(first & 0x0F) << 12 | UInt16(second & 0x3F) << 6 | UInt16(bytes[at + 2] & 0x3F), 3,
        false
      )
    case 0xF0...0xF4:
      guard second & 0xC0 == 0x80, bytes[at + 2] & 0xC0 == 0x80, bytes[at + 3] & 0xC0 == 0x80,
        at + 3 < count
      else { return nil }
      return (UInt16(second & 0x3F) << 6 | UInt16(bytes[at + 3] & 0x3F) | 0x8000, 4, false)
    default: return nil
    }
  }

  private func wideApostrophe(
    _ second: UInt8, _ third: UInt8, _ letters: Int
  ) -> (letter: UInt16, length: Int, upper: Bool)? {
    switch (second, third) {
    case (0x80, 0x98), (0x80, 0x99), (0x80, 0x9B), (0x80, 0xB2):
      letters > 0 && beginsLetter(at + 3) ? (Letters.apostrophe, 3, false) : nil
    case (0x80, 0x8B...0x8D), (0x81, 0xA0): (0, 3, false)
    default: nil
    }
  }

  /// The hash of a word in two scripts with its Latin look-alikes read as Cyrillic; `nil` where other letters are Latin.
  private func twinHash(_ start: Int, _ end: Int) -> (hash: WordHash, prefix: Int32)? {
    let word = String(
      decoding: UnsafeBufferPointer(start: bytes + start, count: end - start), as: UTF8.self)
    var hash = WordHash()
    var prefix: Int32 = -1
    for letter in Letters.folded(word) {
      var letter = letter
      if (letter >= 0x61 && letter <= 0x7A) || letter == 0xEF {
        letter = Letters.cyrillicTwin(of: letter)
        if letter == 0 { return nil }
      }
      hash.add(letter)
      if let found = lexicon.prefix(hash) { prefix = found }
    }
    return (hash, prefix)
  }
}
