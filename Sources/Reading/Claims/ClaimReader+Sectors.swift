import FundingCore

extension ClaimReader {
  /// What the money is for: the purpose in its own clause, the list behind it, the title.
  func readSectors(_ draft: inout Draft) {
    for segment in draft.segments { take(sectorsIn: segment, "S1", &draft) }
    if draft.sectors.isEmpty, takeGeneric(&draft) { return }
    for sentence in draft.statements {
      for follower in followers(of: sentence) where speaksOfUse(follower) {
        take(sectorsIn: beforeSoThat(document.sentences[follower].tokens, draft), "S2", &draft)
      }
    }
    dropAid(&draft)
    if draft.sectors.isEmpty {
      for sentence in draft.statements where sumCount(sentence) == 1 {
        take(sectorsIn: document.sentences[sentence].tokens, "S1", &draft)
      }
    }
    // A sum behind another in its sentence takes its purpose from that one, when all are read.
    if draft.sectors.isEmpty, draft.sum > 0,
      document.sums[draft.sum - 1].sentence == document.sums[draft.sum].sentence
    {
      return
    }
    if draft.statements.contains(where: {
      document.cuesOf[$0].contains(.background)
        && document.cuesOf[$0].isDisjoint(with: [.works, .tender, .cost, .work])
    }) {
      return
    }
    // The line above a list tells what its items are for; a headline about several things tells little of one.
    if draft.sectors.isEmpty, let head = listHead(draft.sentence) {
      take(sectorsIn: document.sentences[head].tokens, "S5", &draft)
    }
    let next = draft.sentence + 1
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
    if draft.sectors.isEmpty, draft.sentence + 1 < document.sentences.count,
      !hasOwnSum(draft.sentence + 1)
    {
      take(sectorsIn: document.sentences[draft.sentence + 1].tokens, "S5", &draft)
    }
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
    guard draft.sectors.count > 1, draft.evidence.contains(where: { $0.rule == "S2" }) else {
      return
    }
    let social = draft.evidence.filter { $0.field == .sectors && $0.rule == "S1" }
    guard
      !social.isEmpty,
      social.allSatisfy({ proof in
        let token = document.tokens[proof.tokens.lowerBound]
        return proof.tokens.count == 2
          && ClaimReader.aid.contains { document.begins(token, with: $0) }
      })
    else { return }
    draft.sectors.removeAll { $0 == facts.social }
  }

  private static let aid: [StaticString] = [
    "гуманітарн", "Гуманітарн", "гуманитарн", "Гуманитарн", "humanitarian", "Humanitarian",
  ]

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
      || cues(unit.tokens.prefix(3)).contains(.this)
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
        if !isMasked(name, range), !isInstrument(name), !isCompany(name) {
          if result.isEmpty { result.reserveCapacity(8) }
          result.append(name)
        }
      }
      at += 1
    }
    if isEmpty { return [] }
    result = withoutBeneficiaries(result)
    if let underground = undergrounds(in: range, result),
      !result.contains(where: { $0.id == underground.id })
    {
      result.append(underground)
    }
    return withoutHosts(result)
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

  /// «генератори для лікарень», «передав лікарні генератор» are energy, «житло для переселенців» is housing: what stands
  /// behind "for" and a thing of another sector, or gets it, benefits.
  private func withoutBeneficiaries(_ found: [Name]) -> [Name] {
    guard found.count > 1, found.contains(where: { isBeneficiary($0, of: found) }) else {
      return found
    }
    return found.filter { !isBeneficiary($0, of: found) }
  }

  private func isBeneficiary(_ name: Name, of found: [Name]) -> Bool {
    let isPeople = has(.people, name)
    guard isPeople || !isThing(name) else { return false }
    for thing in found where thing.id != name.id && (isPeople || isThing(thing)) {
      if isPeople, [facts.social, facts.economy, facts.other].contains(thing.id) { continue }
      if thing.tokens.upperBound <= name.tokens.lowerBound {
        let between = thing.tokens.upperBound..<name.tokens.lowerBound
        let isFor = between.contains { document.tokens[$0].cues.contains(.beneficiary) }
        let isGiven = between.isEmpty && (isPeople || has(.goods, thing))
        if isFor || isGiven, !hasBreak(between) { return true }
        if !isPeople, isEquipping(between) { return true }
      } else if !isPeople, isEquipping(name.tokens.upperBound..<thing.tokens.lowerBound) {
        return true
      } else if !isPeople, has(.goods, thing),
        thing.tokens.lowerBound - name.tokens.upperBound <= 4,
        isHandedOver(name),
        !(name.tokens.upperBound..<thing.tokens.lowerBound).contains(where: isJoint)
      {
        return true
      }
    }
    return false
  }

  /// «сонячними батареями обладнують лікарні»: who is equipped with a thing has it, and is not what is bought.
  private func isEquipping(_ between: Range<Int>) -> Bool {
    between.count < 7
      && between.contains { at in
        let token = document.tokens[at]
        return ClaimReader.equipping.contains { document.begins(token, with: $0) }
      } && !between.contains { document.tokens[$0].mark == Mark.comma }
  }

  private static let equipping: [StaticString] = [
    "обладну", "обладна", "оснащ", "оснаст", "оборуд", "устатк", "equip",
  ]

  /// Whether a verb of handing over stands in the words before.
  private func isHandedOver(_ name: Name) -> Bool {
    let start = name.tokens.lowerBound
    return (max(0, start - 6)..<start).contains {
      document.tokens[$0].cues.contains(.handOver)
        && document.sentenceOf[$0] == document.sentenceOf[start]
    }
  }

  /// What can be bought and set up, whomever it serves: all of energy, and goods.
  private func isThing(_ name: Name) -> Bool { name.id == facts.energy || has(.goods, name) }

  private func has(_ cue: Cues, _ name: Name) -> Bool {
    name.tokens.contains { document.tokens[$0].cues.contains(cue) }
  }

  private func isJoint(_ at: Int) -> Bool {
    let token = document.tokens[at]
    return token.kind == .mark || token.cues.contains(.and)
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

  private func hasBreak(_ range: Range<Int>) -> Bool {
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
        return before == 0
      }
    }
  }

  /// «Інше» stands only where nothing else does, unless it is named beside others in a list.
  func normaliseSectors(_ draft: inout Draft) {
    guard draft.sectors.count > 1 else { return }
    draft.sectors.removeAll { $0 == facts.other }
  }
}
