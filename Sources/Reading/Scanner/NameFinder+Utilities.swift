import FundingCore

/// «Полтававодоканал», "Mykolaivvodokanal": utilities that are called after their town and their trade in one word.
extension NameFinder {
  /// Whether a word no list knows is capitalised and as long as such a name.
  @inline(__always)
  func isLongName(_ index: Int) -> Bool {
    let token = document.tokens.base + index
    let length = token.pointee.end &- token.pointee.start
    return length >= 14 && token.pointee.kind == .word && token.pointee.flags.contains(.capital)
      && length >= (token.pointee.flags.contains(.cyrillic) ? 26 : 14)
  }

  /// Enters the town and the sectors that the halves of a word tell.
  func findUtility(at index: Int) {
    guard mayHoldTrade(document.tokens[index]) else { return }
    let letters = Letters.folded(document.string(of: index))
    for trade in NameFinder.trades where letters.count > trade.count + 2 {
      guard
        let cut = (3...(letters.count - trade.count)).first(where: {
          letters[$0..<($0 + trade.count)] == trade[...]
        })
      else { continue }
      guard let town = town(letters[..<cut]) ?? town(letters[..<(cut - 1)]) else { return }
      document.names.append(
        Name(kind: .place, id: town, tokens: index..<(index + 1), isStranger: true))
      senses(of: letters[cut..<(cut + trade.count)]) { sense in
        guard sense.kind == .sector else { return }
        document.names.append(
          Name(kind: .sector, id: sense.id, tokens: index..<(index + 1)))
      }
      return
    }
  }

  /// Whether the letters that trades begin with stand behind the third one: most long words end here.
  private func mayHoldTrade(_ token: Token) -> Bool {
    let text = document.bytes + Int(token.start)
    let count = Int(token.end &- token.start)
    return NameFinder.heads.contains { head in
      let length = head.utf8CodeUnitCount
      guard count > length + 6 else { return false }
      return (3...(count - length)).contains { at in
        text[at] == head.utf8Start[0] && text[at + 1] == head.utf8Start[1]
          && (2..<length).allSatisfy { text[at + $0] == head.utf8Start[$0] }
      }
    }
  }

  private static let heads: [StaticString] = [
    "водок", "тепло", "ктротранс", "vodok", "teplo", "trotrans",
  ]

  /// The sense of a town's name, or `nil`.
  private func town(_ letters: ArraySlice<UInt16>) -> Int32? {
    var found: Int32?
    each(letters) { head in
      var at = head
      while at >= 0, found == nil {
        let sense = lexicon.senses[Int(at)]
        if sense.kind == .place, !sense.needs.contains(.adjective) { found = at }
        at = sense.next
      }
    }
    return found
  }

  private func senses(of letters: ArraySlice<UInt16>, _ body: (Sense) -> Void) {
    each(letters) { head in
      var at = head
      while at >= 0 {
        let sense = lexicon.senses[Int(at)]
        body(sense)
        at = sense.next
      }
    }
  }

  /// The chains of senses of a word of one path in the lexicon.
  private func each(_ letters: ArraySlice<UInt16>, _ body: (Int32) -> Void) {
    var token = Token(start: 0, end: 0, kind: .word)
    let hash = WordHash(letters)
    token.hash = hash.value
    token.flags = .capital
    token.prefix = lexicon.prefix(hash) ?? -1
    lexicon.lookUp(&token)
    lexicon.lemmas(of: token) { _, root in
      if root >= 0 { body(lexicon.nodes[Int(root)].sense) }
      return false
    }
  }

  private static let trades: [[UInt16]] = [
    "водоканал", "тепломереж", "теплоенерго", "теплокомун", "теплосет", "теплоэнерго",
    "електротранс", "электротранс", "vodokanal", "teploenerho", "teploenergo", "elektrotrans",
  ].map { Letters.folded($0) }
}
