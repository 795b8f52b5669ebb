import FundingCore

extension ClaimReader {
  /// What the money is for: the purpose in its own clause, the list behind it, the title.
  func readSectors(_ draft: inout Draft) {
    for segment in draft.segments { take(sectorsIn: segment, "S1", &draft) }
    takePriced(&draft)
    if draft.sectors.isEmpty, takeGeneric(&draft) { return }
    takeHead(&draft)
    for sentence in draft.statements {
      for follower in followers(of: sentence) where speaksOfUse(follower) {
        takeUse(of: follower, &draft)
      }
    }
    dropAid(&draft)
    if draft.sectors.isEmpty {
      for sentence in draft.statements where sumCount(sentence) == 1 {
        take(sectorsIn: document.sentences[sentence].tokens, "S1", &draft)
      }
    }
    // A sum behind another in its sentence takes its purpose from that one, when all are read.
    if draft.sectors.isEmpty, draft.sum > 0, document.sums[draft.sum - 1].role == .funding,
      document.sums[draft.sum - 1].sentence == document.sums[draft.sum].sentence
    {
      return
    }
    if draft.statements.contains(where: {
      document.cuesOf[$0].contains(.background)
        && document.cuesOf[$0].isDisjoint(with: [.works, .tender, .cost, .work, .this])
    }) {
      return
    }
    if draft.sectors.isEmpty, isBareTotal(draft) { return }
    // The line above a list tells what its items are for; a headline about several things tells little of one.
    if draft.sectors.isEmpty, let head = listHead(draft.sentence) {
      take(sectorsIn: document.sentences[head].tokens, "S5", &draft)
    }
    let next = draft.sentence + 1
    if draft.sectors.isEmpty, continuesItem(draft.sentence) || refersBack(draft) {
      take(sectorsIn: document.sentences[draft.sentence - 1].tokens, "S5", &draft)
    }
    if draft.sectors.isEmpty { takeParagraph(&draft) }
    if draft.sectors.isEmpty, !document.sentences.isEmpty {
      let proofs = draft.evidence.count
      take(sectorsIn: document.sentences[0].tokens, "S4", &draft)
      if draft.sectors.count(where: { $0 != facts.shelters }) > 1, draft.sentence > 0,
        next < document.sentences.count,
        document.sentences[next].paragraph == document.sentences[draft.sentence].paragraph,
        !document.sentences[next].isBullet, !hasOwnSum(next)
      {
        let title = draft
        draft.sectors = []
        draft.evidence.removeSubrange(proofs...)
        take(sectorsIn: document.sentences[next].tokens, "S5", &draft)
        if draft.sectors.isEmpty { draft = title }
      }
    }
    if draft.sectors.isEmpty, draft.sentence > 0,
      document.sentences[draft.sentence - 1].part == .text
    {
      take(sectorsIn: document.sentences[draft.sentence - 1].tokens, "S5", &draft)
      takeProject(&draft)
    }
    if draft.sectors.isEmpty { takeLabel(&draft) }
    if draft.sectors.isEmpty, draft.sentence + 1 < document.sentences.count,
      !hasOwnSum(draft.sentence + 1)
    {
      take(sectorsIn: document.sentences[draft.sentence + 1].tokens, "S5", &draft)
    }
  }

  /// What a sentence behind says the money is for; once goods are known it may name those who get them.
  private func takeUse(of follower: Int, _ draft: inout Draft) {
    let known = draft.sectors
    if !known.isEmpty, isEffect(document.sentences[follower].tokens) { return }
    let hasGoods =
      !known.isEmpty && !document.cuesOf[follower].contains(.about)
      && draft.evidence.contains {
        $0.field == .sectors && $0.rule == "S1" && isThing($0.tokens)
      }
    for name in purposes(in: beforeSoThat(document.sentences[follower].tokens, draft))
    where !draft.sectors.contains(name.id) {
      if !known.isEmpty, has(.people, name) || hasGoods && !isThing(name) { continue }
      if known.contains(facts.shelters), name.id == facts.education || name.id == facts.medicine {
        continue
      }
      draft.sectors.append(name.id)
      draft.prove(.sectors, name.tokens, "S2")
    }
  }

  private func isThing(_ tokens: Range<Int>) -> Bool {
    tokens.contains { document.tokens[$0].cues.contains(.goods) }
  }

  /// «Бюджет проєкту — 14 млн»: the project is for all that the paragraph said of it.
  private func takeProject(_ draft: inout Draft) {
    let own = document.sentences[draft.sentence]
    let opening = cues(own.tokens.prefix(5))
    guard opening.contains(.programme), !opening.isDisjoint(with: [.budget, .cost, .fund]) else {
      return
    }
    for before in stride(from: draft.sentence - 2, through: max(0, draft.sentence - 4), by: -1) {
      let unit = document.sentences[before]
      guard unit.paragraph == own.paragraph, unit.part == own.part, !hasOwnSum(before) else {
        return
      }
      take(sectorsIn: unit.tokens, "S5", &draft)
    }
  }

  /// «Гуманітарна допомога … серед переданого — генератори»: what it is made of says more.
  private func dropAid(_ draft: inout Draft) {
    guard draft.sectors.count > 1 else { return }
    let own = draft.evidence.filter { $0.field == .sectors && $0.rule == "S1" }
    let aid = own.filter { isAid($0.tokens) }
    guard !aid.isEmpty else { return }
    let isTold = draft.evidence.contains { $0.rule == "S2" } && aid.count == own.count
    // "€3.5 million of European Union humanitarian aid": what the money is called.
    if isTold || aid.allSatisfy({ isBehindPayer($0.tokens) }) {
      draft.sectors.removeAll { $0 == facts.social }
    }
  }

  private func isAid(_ tokens: Range<Int>) -> Bool {
    tokens.count == 2
      && ClaimReader.aid.contains { document.begins(document.tokens[tokens.lowerBound], with: $0) }
  }

  private func isBehindPayer(_ tokens: Range<Int>) -> Bool {
    names(.organisation, in: max(0, tokens.lowerBound - 6)..<tokens.lowerBound).contains {
      $0.tokens.upperBound == tokens.lowerBound || $0.tokens.upperBound + 1 == tokens.lowerBound
    }
  }

  private static let aid: [StaticString] = [
    "гуманітарн", "Гуманітарн", "гуманитарн", "Гуманитарн", "humanitarian", "Humanitarian",
  ]

  /// «1. Бориспіль, поліклініка. 88 млн грн із …»: a sentence of a list's item behind its first.
  func continuesItem(_ sentence: Int) -> Bool {
    let own = document.sentences[sentence]
    guard sentence > 0, !own.isBullet else { return false }
    var at = sentence - 1
    while at >= 0, sentence - at < 6, document.sentences[at].paragraph == own.paragraph,
      document.sentences[at].part == own.part
    {
      if document.sentences[at].isBullet { return true }
      at -= 1
    }
    return false
  }

  /// «Обладнання для неї, на 14 млн»: what the sentence before names, where a headline names several things.
  private func refersBack(_ draft: Draft) -> Bool {
    guard draft.sentence > 1,
      document.sentences[draft.sentence - 1].paragraph
        == document.sentences[draft.sentence].paragraph
    else { return false }
    let own = document.sentences[draft.sentence].tokens
    if let first = own.first,
      ClaimReader.allWords.contains(document.tokens[first].hash) || isThatPossible(own)
    {
      return true
    }
    return own.dropFirst().prefix(4).contains { at in
      ClaimReader.backPronouns.contains(document.tokens[at].hash)
        && !document.tokens[at - 1].cues.isDisjoint(with: [.purpose, .beneficiary, .into])
    }
  }

  private static let allWords = WordSet("усе все")
  private static let backPronouns = WordSet(
    "неї нього них це нее него них это it them this цього цей цю этот эту")

  /// The line above the list that a sentence is an item of.
  func listHead(_ sentence: Int) -> Int? {
    guard document.sentences[sentence].isBullet else { return nil }
    var head = sentence - 1
    while head >= 0, document.sentences[head].isBullet, sentence - head < 40 { head -= 1 }
    return head >= 0 ? head : nil
  }

  /// Machinery, "civil infrastructure": a purpose of no sector.
  private func takeGeneric(_ draft: inout Draft) -> Bool {
    let other = facts.other
    guard other >= 0 else { return false }
    for segment in draft.segments where segment.lowerBound >= document.titleTokens {
      if let at = document.first(.generic, in: segment) {
        draft.sectors.append(Int32(other))
        draft.prove(.sectors, at..<(at + 1), "S6")
        return true
      }
    }
    return false
  }

  /// Once the purpose is known, a clause with «щоб» says only whom it serves.
  private func beforeSoThat(_ range: Range<Int>, _ draft: Draft) -> Range<Int> {
    guard !draft.sectors.isEmpty,
      let at = document.first(.soThat, in: range)
    else { return range }
    return range.lowerBound..<at
  }

  private func sumCount(_ sentence: Int) -> Int {
    document.sums(in: sentence).count
  }

  /// Whether a sentence behind a sum tells what the money is for.
  private func speaksOfUse(_ sentence: Int) -> Bool {
    let unit = document.sentences[sentence]
    if unit.isBullet { return true }
    let opening = cues(unit.tokens.prefix(8))
    return !opening.isDisjoint(with: [.about, .fund, .programme])
      || cues(unit.tokens.prefix(3)).contains(.this) && !isSession(unit.tokens)
  }

  func take(sectorsIn range: Range<Int>, _ rule: RuleID, _ draft: inout Draft) {
    for name in purposes(in: range) {
      if !draft.sectors.contains(name.id) {
        draft.sectors.append(name.id)
        draft.prove(.sectors, name.tokens, rule)
      }
    }
  }

  /// Keywords of sectors in a range that say what is bought or built: not those inside names of organisations and
  /// places, and not the beneficiaries behind a thing that serves them.
  func purposes(in range: Range<Int>) -> [Name] {
    var result: [Name] = []
    var at = document.firstName(from: range.lowerBound)
    var isEmpty = true
    while at < document.names.count, document.names[at].tokens.lowerBound < range.upperBound {
      let name = document.names[at]
      if name.kind == .sector {
        isEmpty = false
        if !isMasked(name, range), !isInstrument(name), !isCompany(name), !isLandmark(name),
          !isStreetName(name)
        {
          if result.isEmpty { result.reserveCapacity(8) }
          result.append(name)
        }
      }
      at += 1
    }
    if isEmpty { return [] }
    result = withoutBeneficiaries(withoutNeighbours(withoutOffices(result)))
    if let underground = undergrounds(in: range, result),
      !result.contains(where: { $0.id == underground.id })
    {
      result.append(underground)
    }
    return withoutHosts(withoutFormer(result))
  }

  /// «Державний секретаріат з економіки», «департамент освіти купив генератор»: what an office is called after is no
  /// purpose, where another is named.
  private func withoutOffices(_ found: [Name]) -> [Name] {
    guard found.contains(where: isOfOffice) else { return found }
    let rest = found.filter { !isOfOffice($0) }
    return rest.isEmpty
      ? found.filter { $0.id != facts.economy && !isOfSpeaker($0) || !isOfOffice($0) } : rest
  }

  func isOfOffice(_ name: Name) -> Bool {
    let start = name.tokens.lowerBound
    // "Switzerland's economic affairs secretariat".
    let end = name.tokens.upperBound
    if document.tokens[start].flags.contains(.latin),
      (end..<min(document.tokens.count, end + 2)).contains(where: { at in
        ClaimReader.latinOffices.contains { document.begins(document.tokens[at], with: $0) }
      })
    {
      return true
    }
    return (max(0, start - 5)..<start).contains { at in
      document.tokens[at].flags.contains(.office)
        && !(at..<start).contains {
          document.tokens[$0].mark == Mark.comma || document.tokens[$0].mark == Mark.dash
            || document.sentenceOf[$0] != document.sentenceOf[start]
            || !document.tokens[$0].cues.isDisjoint(with: [.give, .purpose, .makes])
        }
    }
  }

  /// Whether a keyword stands inside the name of an organisation or place that begins in a range.
  private func isMasked(_ name: Name, _ range: Range<Int>) -> Bool {
    let start = max(range.lowerBound, name.tokens.lowerBound - Name.longest)
    let end = min(range.upperBound, name.tokens.upperBound)
    var at = document.firstName(from: start)
    while at < document.names.count, document.names[at].tokens.lowerBound < end {
      let other = document.names[at]
      if other.kind != .sector, other.tokens.overlaps(name.tokens) { return true }
      at += 1
    }
    return false
  }

  /// «інвестиційний грант», "debt financing": the kind of money, not its purpose.
  private func isInstrument(_ name: Name) -> Bool {
    guard name.id == facts.economy else { return false }
    let around = name.tokens.lowerBound..<min(document.tokens.count, name.tokens.upperBound + 1)
    return around.contains {
      !document.tokens[$0].cues.isDisjoint(with: [.grant, .loan, .fund, .fundName])
    }
  }

  /// "the water company": who gets it, not what it is for.
  private func isCompany(_ name: Name) -> Bool {
    let next = name.tokens.upperBound
    return next < document.tokens.count
      && ClaimReader.companies.contains(document.tokens[next].hash)
  }

  private static let companies = WordSet(
    "company utility enterprise companies utilities підприємство підприємству підприємства компанія компанії"
  )

  /// «підземний пологовий будинок»: what is built under ground is a shelter too.
  private func undergrounds(in range: Range<Int>, _ found: [Name]) -> Name? {
    let shelters = facts.shelters
    guard shelters >= 0 else { return nil }
    guard let first = document.first(.underground, in: range) else { return nil }
    for at in first..<range.upperBound where document.tokens[at].cues.contains(.underground) {
      let hosts = found.contains { name in
        (name.id == facts.education || name.id == facts.medicine)
          && name.tokens.lowerBound >= at - 6 && name.tokens.lowerBound <= at + 3
      }
      if hosts { return Name(kind: .sector, id: Int32(shelters), tokens: at..<(at + 1)) }
    }
    return nil
  }

  func hasBreak(_ range: Range<Int>) -> Bool {
    range.contains {
      let token = document.tokens[$0]
      return token.kind == .mark && (token.mark == Mark.dot || token.mark == Mark.semicolon)
        || token.cues.contains(.works) && $0 > range.lowerBound + 2
    }
  }

  /// A shelter at a school is a shelter; an underground school is both.
  private func withoutHosts(_ found: [Name]) -> [Name] {
    let shelters = facts.shelters
    guard found.contains(where: { $0.id == shelters }) else { return found }
    let hosts = [facts.education, facts.medicine, facts.transport]
    // «захисні споруди на підстанціях» keep the energy running.
    let energy = facts.energy
    let found = found.filter { name in
      name.id != shelters || name.tokens.count < 2
        || document.tokens[name.tokens.lowerBound].cues.contains(.underground)
        || !found.contains {
          $0.id == energy && abs($0.tokens.lowerBound - name.tokens.upperBound) <= 6
        }
    }
    return found.filter { name in
      guard hosts.contains(name.id) else { return true }
      // Right behind a shelter, «укриття у школах», or before it, «шкільне укриття».
      return !found.contains { shelter in
        guard shelter.id == shelters,
          !document.tokens[shelter.tokens.lowerBound].cues.contains(.underground)
        else { return false }
        let gap = name.tokens.lowerBound - shelter.tokens.upperBound
        if gap >= 0 && gap <= 8 {
          return !(shelter.tokens.upperBound..<name.tokens.lowerBound).contains {
            let token = document.tokens[$0]
            return token.kind == .mark && token.mark == Mark.comma || token.cues.contains(.works)
          }
        }
        let before = shelter.tokens.lowerBound - name.tokens.upperBound
        return before == 0 || before > 0 && before < 3 && isCompound(name, shelter)
          || before > 0 && holds(name.tokens.upperBound..<shelter.tokens.lowerBound)
      }
    }
  }

  /// «Інше» stands only where nothing else does, unless it is named beside others in a list.
  func normaliseSectors(_ draft: inout Draft) {
    guard draft.sectors.count > 1 else { return }
    dropParts(&draft)
    if !isListed(draft) { draft.sectors.removeAll { $0 == facts.other } }
  }
}
