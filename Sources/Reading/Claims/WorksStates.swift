/// The sentences without money of their own that say works are under way, worked out once an article.
struct WorksStates {
  /// For each sentence, the word that says so, or -1.
  private var words: [Int32] = []

  init(_ document: Document) {
    words.reserveCapacity(document.sentences.count)
    for index in document.sentences.indices {
      words.append(Int32(WorksStates.word(of: index, document)))
    }
  }

  /// The word by which a sentence says that works are under way.
  func word(of sentence: Int) -> Int? {
    words.indices.contains(sentence) && words[sentence] >= 0 ? Int(words[sentence]) : nil
  }

  private static func word(of index: Int, _ document: Document) -> Int {
    let all = document.cuesOf[index]
    guard !document.sentences[index].isBackground, all.isDisjoint(with: [.need, .wish, .not]),
      !all.isDisjoint(with: [.ongoing, .done])
    else { return -1 }
    let hasWorks = !all.isDisjoint(with: [.works, .work])
    var done: Int?
    for at in document.sentences[index].tokens {
      let token = document.tokens[at]
      if hasWorks, token.cues.contains(.ongoing), token.cues.isDisjoint(with: [.give, .planned]),
        !adverbs.contains(token.hash)
      {
        return at
      }
      if token.cues.contains(.done) { done = at }
      if let done, at - done < 5, token.mark == Mark.percent { return done }
    }
    return -1
  }

  /// Words of time that say little of works.
  static let adverbs = WordSet(
    "нині наразі досі сейчас now currently завершити завершать завершення")
}
