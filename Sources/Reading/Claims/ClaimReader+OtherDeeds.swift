import FundingCore

/// What an agency is told to do that is no work on what another pays for.
extension ClaimReader {
  /// «ЮНІСЕФ обстежив», "UNDP trained", «відкривала директорка ЮНІСЕФ»: visits, surveys, teaching, food, thanks.
  func doesOther(_ party: Party) -> Bool {
    let name = document.names[party.name].tokens
    let sentence = document.sentences[party.sentence].tokens
    for at in name.upperBound..<max(name.upperBound, min(sentence.upperBound, name.upperBound + 6))
    {
      if isOtherDeed(at, sentence) { return true }
      if !document.tokens[at].cues.isDisjoint(with: [.work, .give]) { return false }
    }
    for at in (max(sentence.lowerBound, name.lowerBound - 5)..<name.lowerBound).reversed() {
      if isOtherDeed(at, sentence) { return true }
      if !document.tokens[at].cues.isDisjoint(with: [.work, .give]) { return false }
    }
    return false
  }

  /// «представниця ЮНІСЕФ», "the director of UNICEF": a name that only says whose official somebody is.
  func isOfOfficial(_ party: Party) -> Bool {
    guard party.part == .masked else { return false }
    let at = document.names[party.name].tokens.lowerBound
    return cues(max(document.sentences[party.sentence].tokens.lowerBound, at - 3)..<at)
      .contains(.post)
  }

  private func isOtherDeed(_ at: Int, _ sentence: Range<Int>) -> Bool {
    let token = document.tokens[at]
    guard token.kind == .word else { return false }
    if ClaimReader.surveys.contains(where: { document.begins(token, with: $0) }) {
      // For sappers it is the work itself.
      return !sentence.contains { other in
        ClaimReader.sappers.contains { document.begins(document.tokens[other], with: $0) }
      }
    }
    if ClaimReader.present.contains(token.hash) {
      let next = document.tokens[at + 1]
      return ClaimReader.inside.contains(next.hash) || next.flags.contains(.capital)
    }
    if !token.flags.contains(.capital) {
      return ClaimReader.otherDeeds.contains { document.begins(token, with: $0) }
    }
    return at == sentence.lowerBound
      && ClaimReader.openingDeeds.contains { document.begins(token, with: $0) }
  }

  /// «працює в громаді», "has been active in".
  private static let present = WordSet(
    "працює працюють працював працювала працювали работает работают работал работала works active")
  private static let inside = WordSet("в у in із з с since")
  private static let surveys: [StaticString] = ["обстеж", "обследов", "surveyed", "surveying"]
  private static let sappers: [StaticString] = [
    "сапер", "Сапер", "сапёр", "Сапёр", "розмін", "размин", "демін", "demin", "Demin", "mine",
  ]
  private static let otherDeeds: [StaticString] = [
    "побува", "побыва", "похвал", "хвалит", "praised", "welcomed", "hailed", "порахув", "підрахув",
    "посчитал", "обстеж", "навча", "навчил", "тренін", "відвіда", "огляну",
    "оглядал", "відкрива", "роздавал",
    "роздавав", "годув", "годує", "закликає", "закликал", "закликав", "просить", "перевіря",
    "моніторит", "оцінил", "оцінює", "обследов", "обуча", "обучил", "посетил",
    "посещал", "осмотр", "открывал", "кормил", "кормит", "призвал", "проверил", "оценил",
    "surveyed", "trained", "training", "visited", "visit", "toured", "inspected", "opened",
    "monitored",
    "monitors", "monitoring", "assessed", "urged", "urges",
  ]
  private static let openingDeeds: [StaticString] = ["Відкривал", "Відкривав", "Открывал"]

  /// «Загальна вартість — 1,3 млн», "The job cost", «Роботи на 600 тис. оплатив»: of what the sentence before tells.
  func opensWithCost(_ tokens: Range<Int>) -> Bool {
    let opening = tokens.prefix(4)
    return opening.contains { at in
      document.tokens[at].cues.contains(.cost)
        || ClaimReader.jobs.contains(document.tokens[at].hash)
    } && names(.organisation, in: opening).isEmpty && names(.place, in: opening).isEmpty
      && cues(opening).isDisjoint(with: [.more, .background])
  }

  /// The agencies that do the work or bring the things of a sentence; with public money too.
  func takeCrew(_ sentence: Int, _ draft: inout Draft) {
    let agencies = draft.donors.filter(isAgency)
    guard !draft.donors.isEmpty, agencies.allSatisfy({ facts.body($0)?.kind == .un }) else {
      return
    }
    let isOwnPublic = draft.donors.allSatisfy(isPublic)
    for party in parties(in: sentence)
    where [.worker, .doer].contains(party.part) || party.part == .payer && party.rule == "D2" {
      let name = document.names[party.name]
      guard !draft.donors.contains(id(of: party)), !doesOther(party) else { continue }
      if !agencies.isEmpty, facts.body(name.id)?.kind != .ngo { continue }
      if isOwnPublic, facts.body(name.id)?.kind != .ngo, !name.isStranger { continue }
      let isCrew =
        name.isStranger
        ? (party.part != .payer || handsOver(party)) && !document.isFirm(name)
        : party.part != .payer && facts.body(name.id)?.kind == .ifi
          || isAgency(name.id) && facts.body(name.id)?.kind != .company
          || party.part == .worker && isAuthority(name)
      guard isCrew else { continue }
      enter(
        Party(name: party.name, part: .worker, rule: "I12", sentence: sentence), name, &draft)
    }
  }

  /// «3 млн євро дав ЄС», "The €3 million came from": a sum for what was just told, with no purpose of its own.
  func opensWithSum(_ tokens: Range<Int>) -> Bool {
    guard let first = tokens.first, names(.sector, in: tokens).isEmpty,
      names(.place, in: tokens).isEmpty
    else { return false }
    let sum = document.firstSum(coreFrom: first)
    return sum < document.sums.count && document.sums[sum].tokens.lowerBound <= first + 1
  }

  /// «Їх на 3 млн купило УВКБ ООН», "Denmark bought them": what the sentence before told.
  func opensWithThem(_ tokens: Range<Int>) -> Bool {
    guard let first = tokens.first else { return false }
    return ClaimReader.objects.contains(document.tokens[first].hash)
      && document.flagsOf[Int(document.sentenceOf[first])].contains(.buys)
  }

  static let jobs = WordSet(
    """
    роботи роботу робіт ремонт будівництво закупівлю закупівля відновлення поставку job works work repairs работы работу \
    ремонт закупку закупка поставка поставку
    """)

  /// «Гроші дала Фінляндія. Доправила їх «Тарілка»», «Матеріали закуповує GEM»: who brings or buys for works that another is
  /// said to pay for right before.
  func joinHander(_ draft: Draft, _ drafts: inout [Draft]) -> Bool {
    guard draft.sum < 0, draft.donors.count == 1, draft.workers.isEmpty,
      let hander = draft.donors.first, hander < 0 || facts.body(hander)?.kind == .ngo,
      draft.evidence.allSatisfy({ $0.field != .donors || ["D2", "D6"].contains($0.rule) }),
      !document.sentences[draft.sentence].isBullet,
      bringsIt(document.sentences[draft.sentence].tokens)
    else { return false }
    let paragraph = document.sentences[draft.sentence].paragraph
    guard
      let own = drafts.lastIndex(where: { other in
        !other.donors.contains(hander) && !other.donors.isEmpty && other.workers.isEmpty
          && other.donors.allSatisfy { !isAgency($0) && !isPublic($0) }
          && (other.statements + other.following).contains {
            $0 < draft.sentence && draft.sentence - $0 <= 2
              && document.sentences[$0].paragraph == paragraph
          }
          || other.sum < 0 && other.sentence == draft.sentence - 1
            && !other.donors.contains(hander) && other.workers.isEmpty
            && other.donors.allSatisfy { !isAgency($0) && !isPublic($0) }
      })
    else { return false }
    drafts[own].workers = [hander]
    for proof in draft.evidence where proof.field == .donors {
      drafts[own].prove(.implementers, proof.tokens, "I10")
    }
    return true
  }

  private func bringsIt(_ tokens: Range<Int>) -> Bool {
    if document.cuesOf[Int(document.sentenceOf[tokens.lowerBound])].contains(.ownMoney) {
      return false
    }
    return tokens.prefix(8).contains { ClaimReader.materials.contains(document.tokens[$0].hash) }
      || tokens.prefix(3).dropFirst().contains {
        ClaimReader.objects.contains(document.tokens[$0].hash)
          && (document.tokens[$0 - 1].flags.contains(.latin)
            || PartyReader.pasts.contains { end in
              document.ends(document.tokens[tokens.lowerBound], with: end)
            })
      }
  }

  private static let materials = WordSet("матеріали материалы materials")
  private static let objects = WordSet("їх її його их её ее его them it")

  /// «Служба відновлення шукає підрядника для моста. 88 млн виділив уряд»: the state's own builder, whatever it says or does
  /// beside public money.
  func takeBuilder(_ draft: inout Draft) {
    guard draft.workers.isEmpty, !draft.donors.isEmpty, draft.sum >= 0,
      draft.donors.allSatisfy({
        isPublic($0) && $0 != budgets.city || facts.body($0)?.kind == .ifi
      })
    else { return }
    for statement in draft.statements where document.sentences[statement].part == .text {
      let near = [
        statement, openSentence(before: statement),
        openSentence(behind: statement) ?? worksSentence(behind: statement),
      ]
      for sentence in near.compactMap({ $0 }) {
        for party in parties(in: sentence) where party.part != .payer && isBuilder(party) {
          enter(
            Party(name: party.name, part: .worker, rule: "I4", sentence: sentence),
            document.names[party.name], &draft)
          return
        }
      }
    }
  }

  /// «місто витратило 9 млн, 3 млн дала Італія через ПРООН»: who stands right behind another payer than the claim's.
  func isHired(_ party: Party, _ draft: Draft) -> Bool {
    let at = document.names[party.name].tokens.lowerBound
    return parties(in: party.sentence).contains {
      let end = document.names[$0.name].tokens.upperBound
      return $0.part == .payer && end <= at && at - end <= 3 && !draft.donors.contains(id(of: $0))
    }
  }

  /// «Литва дає 2 млн; МОМ за 400 тис. ремонтує»: a semicolon parts the claim's sum from another with which the name stands.
  func isBehind(_ sum: Int, _ name: Name, _ draft: Draft) -> Bool {
    guard draft.sum >= 0 else { return false }
    let (own, other) = (document.sums[draft.sum].tokens, document.sums[sum].tokens)
    guard own.upperBound < name.tokens.lowerBound,
      own.upperBound < other.lowerBound
    else { return false }
    let end = min(name.tokens.lowerBound, other.lowerBound)
    return (own.upperBound..<end).contains { document.tokens[$0].mark == Mark.semicolon }
      && !(end..<max(end, name.tokens.lowerBound)).contains {
        document.tokens[$0].mark == Mark.semicolon
      }
  }

  /// «ЮНОПС підтримує Харків від початку війни»: the only giving is support, and of nothing.
  func onlySupports(_ sentence: Int) -> Bool {
    var supports = false
    for at in document.sentences[sentence].tokens {
      let token = document.tokens[at]
      guard token.cues.contains(.give) else { continue }
      guard ClaimReader.support.contains(where: { document.begins(token, with: $0) }) else {
        return false
      }
      supports = true
    }
    return supports && cues(document.sentences[sentence].tokens).isDisjoint(with: .goods)
  }

  private static let support: [StaticString] = ["підтрим", "поддерж", "support"]
}
