import FundingCore

/// Who works, told in another paragraph than the money.
extension ClaimReader {
  /// «Замовником робіт була Служба відновлення», opening the next paragraph: of the works just told.
  func worksSentence(behind sentence: Int) -> Int? {
    let next = sentence + 1
    guard next < document.sentences.count, tellsOfWorks(next), !speaksOfOthers(next),
      !namesElsewhere(next, [sentence])
    else { return nil }
    return next
  }

  private func tellsOfWorks(_ sentence: Int) -> Bool {
    let unit = document.sentences[sentence]
    guard unit.part == .text, !unit.isBullet, !unit.isBackground, !hasOwnSum(sentence),
      !turnsToAnother(sentence),
      parties(in: sentence).allSatisfy({
        facts.body(id(of: $0))?.isCountry != true && $0.part != .payer
      })
    else { return false }
    let opening = unit.tokens.prefix(3)
    let found = cues(opening)
    return
      (!found.isDisjoint(with: [.works, .workerFollows, .programme])
      || opening.contains { ClaimReader.jobs.contains(document.tokens[$0].hash) })
      && found.isDisjoint(with: [.background, .more])
      && !opening.contains { PartyReader.across.contains(document.tokens[$0].hash) }
      && names(.place, in: opening).isEmpty
  }

  /// The worker that an article on one sum alone names further down: «Реалізовуватиме проєкт NEFCO».
  func takeOnlyWorker(_ draft: inout Draft) {
    guard draft.sum >= 0, !draft.donors.isEmpty, draft.workers.isEmpty,
      !draft.donors.contains(where: isAgency), !draft.donors.allSatisfy(isPublic),
      isOnlySum(draft.sum), let last = draft.statements.last
    else { return }
    for sentence in last + 1..<max(last + 1, min(document.sentences.count, last + 5))
    where tellsOfWorks(sentence) && !speaksOfOthers(sentence) && isAboutSame(sentence, draft) {
      for party in parties(in: sentence)
      where party.part == .worker {
        let name = document.names[party.name]
        guard !document.isFirm(name), !draft.donors.contains(id(of: party)) else { continue }
        enter(
          Party(name: party.name, part: .worker, rule: "I3", sentence: sentence), name, &draft)
      }
      if !draft.workers.isEmpty { return }
    }
  }

  private func isOnlySum(_ sum: Int) -> Bool {
    document.sums.indices.allSatisfy {
      $0 == sum || document.sums[$0].restates >= 0 || document.sums[$0].role != .funding
    }
  }

  /// «Інші проєкти ведуть», «Таку ж торік збудував», "Other works are run by": of something else.
  func speaksOfOthers(_ sentence: Int) -> Bool {
    guard document.sentences[sentence].part == .text else { return false }
    let tokens = document.sentences[sentence].tokens
    return tokens.prefix(2).contains {
      ClaimReader.otherWords.contains(document.tokens[$0].hash)
    }
      || tokens.prefix(9).contains {
        ClaimReader.meanwhile.contains(document.tokens[$0].hash)
      }
  }

  private static let meanwhile = WordSet(
    "паралельно водночас meanwhile параллельно одновременно часом временем")

  private static let otherWords = WordSet(
    "інші інший інша інше іншу іншим таку такий така такі other another similar другие другой другую такой такую"
  )

  /// Whether a sentence may be about what a claim is about: no other purposes and no other towns.
  func isAboutSame(_ sentence: Int, _ draft: Draft) -> Bool {
    guard document.sentences[sentence].part == .text else { return true }
    return !namesElsewhere(sentence, draft.statements) && !namesOtherPurpose(sentence, draft)
  }

  private func namesOtherPurpose(_ sentence: Int, _ draft: Draft) -> Bool {
    let theirs = names(.sector, in: document.sentences[sentence].tokens)
    if theirs.isEmpty { return false }
    var isKnown = false
    for statement in draft.statements {
      for name in names(.sector, in: document.sentences[statement].tokens) {
        isKnown = true
        if theirs.contains(where: { $0.id == name.id }) { return false }
      }
    }
    return isKnown
  }

  /// Whether the towns that a sentence names are all others than those of some sentences.
  private func namesElsewhere(_ sentence: Int, _ statements: [Int]) -> Bool {
    let theirs = towns(in: sentence)
    if theirs.isEmpty { return false }
    let own = statements.flatMap { towns(in: $0) }
    return !own.isEmpty && !theirs.contains(where: own.contains)
  }

  private func towns(in sentence: Int) -> [Int32] {
    var result: [Int32] = []
    for name in names(.place, in: document.sentences[sentence].tokens) where !name.isAdjective {
      let sense = document.lexicon.senses[Int(name.id)]
      guard sense.kind == .place, [.city, .village].contains(facts.placeKinds[Int(sense.id)])
      else { continue }
      result.append(facts.placeRows[Int(sense.id)])
    }
    return result
  }

  /// Whether one sentence goes on where the other ends: in one paragraph, or each a paragraph of its own, as news sites set
  /// them.
  func goOn(_ first: Int, _ second: Int) -> Bool {
    document.sentences[first].paragraph == document.sentences[second].paragraph
      || isLone(first) && isLone(second) && document.sentences[first].part == .text
        && !turnsToAnother(second) && !document.sentences[second].isBackground
  }

  private func isLone(_ sentence: Int) -> Bool {
    let own = document.sentences[sentence].paragraph
    return !document.sentences[sentence].isBullet
      && [sentence - 1, sentence + 1].allSatisfy {
        !document.sentences.indices.contains($0) || document.sentences[$0].paragraph != own
      }
  }
}
