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
      !all.isDisjoint(with: [.ongoing, .done, .makes, .work])
    else { return -1 }
    let hasWorks = !all.isDisjoint(with: [.works, .work])
    let tokens = document.sentences[index].tokens
    if isOther(tokens, document) { return -1 }
    var done: Int?
    for at in tokens {
      let token = document.tokens[at]
      let isLasting = document.isLasting(token)
      if token.cues.contains(.ongoing) || isLasting, !startsOther(at, document),
        hasWorks || isLasting || building.contains(token.hash),
        token.cues.isDisjoint(with: [.give, .planned, .since]), !adverbs.contains(token.hash),
        !document.isBareGerund(at), !silent.contains(token.hash)
      {
        return at
      }
      if token.cues.contains(.done) {
        done = at
        if at > tokens.lowerBound, almost.contains(document.tokens[at - 1].hash) { return at }
      }
      if let done, at - done < 5, document.isPercent(at) { return done }
    }
    return -1
  }

  /// «поруч зводять ще один корпус»: works, but not those that were told of.
  private static func isOther(_ tokens: Range<Int>, _ document: Document) -> Bool {
    tokens.contains { at in
      let token = document.tokens[at]
      return others.contains(token.hash)
        || more.contains(token.hash) && ones.contains(document.tokens[at + 1].hash)
    }
  }

  /// «почали заїжджати»: a beginning, but not of works.
  private static func startsOther(_ at: Int, _ document: Document) -> Bool {
    guard at + 1 < document.tokens.count,
      starts.contains(where: { document.begins(document.tokens[at], with: $0) })
    else { return false }
    let next = document.tokens[at + 1]
    return next.kind == .word && infinitives.end(next, document)
      && next.cues.isDisjoint(with: [.works, .work, .makes, .done])
  }

  private static let starts: [StaticString] = ["поча", "розпоча", "нача"]
  private static let infinitives = Endings([
    "ати", "ити", "тися", "ять", "ать", "ить", "яти", "ться",
  ])

  private static let others = WordSet(
    "поруч рядом неподалік неподалеку торік another elsewhere nearby")
  private static let more = WordSet("ще ещё еще")
  private static let ones = WordSet("один одна одне одно одну одного одной")
  /// What all but tells an end: «майже завершено», "almost finished".
  static let almost = WordSet(
    "майже почти almost nearly практично практически наполовину частково частично partly half")
  static let building = WordSet(
    "progressing просуваються просувається продвигаются продвигается будується будуються зводиться зводяться ремонтується ремонтуються відновлюється відновлюються строится строятся ремонтируется ремонтируются возводится возводятся добудовують достраивают достраивает добудовує будує будують зводить зводять ремонтує ремонтують відновлює відновлюють строит строят возводит возводят ремонтирует ремонтируют восстанавливают восстанавливает прокладає прокладають"
  )
  /// Works that lasted, and whoever only manages them.
  private static let silent = WordSet(
    "тривали тривав тривало длились длилась длилось продолжались продолжалась lasted координує координують керує керують управляє управляють наглядає впроваджує реалізує реалізують реализует реализуют внедряет implements координирует курирует управляет супроводжує ведет веде"
  )

  /// Words of time that say little of works.
  static let adverbs = WordSet(
    "нині наразі досі сейчас now currently завершити завершать завершення")
}
