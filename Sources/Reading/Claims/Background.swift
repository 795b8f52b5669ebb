/// Lines that only link to or repeat other news: «Читайте також», «Нагадаємо».
enum Background {
  private static let openers = WordSet(
    "нагадаємо нагадаєм нагадуємо читайте дивіться напомним напоминаем читайте смотрите recall reminder related read"
  )

  static func mark(_ document: Document) {
    for index in document.sentences.indices {
      let tokens = document.sentences[index].tokens
      guard let first = tokens.first(where: { document.tokens[$0].kind == .word }) else { continue }
      let token = document.tokens[first]
      guard openers.contains(token.hash) else { continue }
      // "Related" and "Read" open other sentences too: they need a colon or "also".
      if token.flags.contains(.latin) {
        let next = tokens.dropFirst(first - tokens.lowerBound + 1).prefix(2).contains {
          document.tokens[$0].mark == UInt8(ascii: ":") || document.tokens[$0].cues.contains(.more)
        }
        guard next else { continue }
      }
      document.sentences[index].isBackground = true
    }
  }
}
