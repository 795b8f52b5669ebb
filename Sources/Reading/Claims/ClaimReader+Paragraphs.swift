import FundingCore

/// Who works, told in another paragraph than the money.
extension ClaimReader {
  /// «Замовником робіт була Служба відновлення», opening the next paragraph: of the works just told.
  func worksSentence(behind sentence: Int) -> Int? {
    let next = sentence + 1
    guard next < document.sentences.count, tellsOfWorks(next) else { return nil }
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
    return !found.isDisjoint(with: [.works, .workerFollows, .programme])
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
    where tellsOfWorks(sentence) {
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
}
