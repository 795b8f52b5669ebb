import FundingCore

extension ClaimReader {
  /// Payers and workers: the sum's own clause, its sentences, back-references, the sentences before, the title.
  func readParties(_ draft: inout Draft) {
    takeBracketed(&draft)
    if draft.donors.isEmpty { takeAdjacent(&draft) }
    if draft.donors.isEmpty, let half = ownHalf(draft) { take(.payer, in: half, &draft) }
    if draft.donors.isEmpty { for segment in draft.segments { take(.payer, in: segment, &draft) } }
    if draft.donors.isEmpty || !document.sentences[draft.sentence].isBullet { takeBeside(&draft) }
    if draft.donors.isEmpty { takeGapped(&draft) }
    if draft.donors.isEmpty { takePriceOfGift(&draft) }
    if draft.donors.isEmpty { takeCosts(&draft) }
    if draft.donors.isEmpty, !othersPay(draft) {
      for sentence in draft.statements { takeNearest(.payer, in: sentence, &draft) }
    }
    let following = draft.following
    if draft.donors.isEmpty { takePublicWork(&draft) }
    let isUnknown =
      draft.donors.isEmpty && draft.statements.contains(where: hidesPayer) || othersPay(draft)
    if !isUnknown, draft.donors.isEmpty || isAllocator(draft.donors) {
      takeBackReference(following, &draft)
    }
    if draft.donors.isEmpty { takeChannel(&draft) }
    if draft.donors.isEmpty { takeReallocation(&draft) }
    if !draft.donors.isEmpty, draft.donors.allSatisfy(isAgency) { takeSponsors(&draft) }
    if draft.donors.isEmpty { takeScheme(&draft) }
    if draft.donors.isEmpty, !isUnknown { takeNext(&draft) }
    if draft.donors.isEmpty { takeMoneyHalf(&draft) }
    if draft.donors.isEmpty { takeOwnWork(&draft, .ngo) }
    if draft.donors.isEmpty { takeWorksPayer(&draft) }
    if draft.donors.isEmpty, !isUnknown { takeEarlier(&draft) }
    if draft.donors.isEmpty || draft.donors.allSatisfy(isPublic) { takeOwnWork(&draft, .un) }
    for segment in draft.segments { take(.worker, in: segment, &draft) }
    for list in 0..<2 {
      for sentence in list == 0 ? draft.statements : following {
        takeWorkers(in: sentence, &draft)
      }
    }
    if draft.donors.isEmpty, !isUnknown { takeLater(&draft) }
    if !draft.donors.isEmpty, draft.donors.allSatisfy(isAgency) { takeSponsors(&draft) }
    if draft.donors.isEmpty, !isUnknown { takeWeak(&draft) }
    takeFundSponsor(&draft)
    takeFunded(&draft)
    takeBehindChannel(&draft)
    takeRest(&draft)
    takePartners(&draft)
  }

  /// «Литва — поліклініка (2,4 млн)», "JICA: 5.9 billion yen", «45 млн — госбюджет»: a name and a sum on two sides of a dash.
  private func takeBeside(_ draft: inout Draft) {
    guard draft.donors.isEmpty else { return }
    let sum = document.sums[draft.sum].tokens
    let sentence = document.sentences[draft.sentence]
    for party in parties(in: draft.sentence)
    where party.part == .weak || party.part == .masked && party.rule == "M6" {
      let name = document.names[party.name]
      guard mayPay(name) || name.isStranger else { continue }
      let isBefore = name.tokens.upperBound <= sum.lowerBound
      let gap =
        isBefore
        ? name.tokens.upperBound..<sum.lowerBound
        : sum.upperBound..<max(sum.upperBound, name.tokens.lowerBound)
      // The mark that closes a name in quotes is no joint.
      guard gap.count <= (sentence.isBullet ? 14 : isBefore ? 8 : 4),
        let first = gap.first(where: { document.tokens[$0].mark != Mark.quote })
      else { continue }
      let joint =
        isBefore
        ? document.tokens[jointBehindChannel(gap) ?? first] : document.tokens[gap.last ?? first]
      guard joint.kind == .mark,
        joint.mark == Mark.colon || joint.mark == Mark.dash && joint.flags.contains(.spaced)
      else { continue }
      let isReceiver = isReceiver(name, draft)
      enter(
        Party(
          name: party.name, part: isReceiver ? .worker : .payer, rule: isReceiver ? "I11" : "D12",
          sentence: party.sentence), name, &draft)
    }
  }

  /// «Норвегія дасть 6 млн, Іспанія 4 млн, а фонд «Опора» — 3 млн»: the verb is said once.
  private func takeGapped(_ draft: inout Draft) {
    let sum = document.sums[draft.sum]
    guard draft.sum > 0, document.sums[draft.sum - 1].sentence == sum.sentence,
      parties(in: draft.sentence).contains(where: {
        ["D2", "D12", "D13", "D3"].contains($0.rule) && $0.part == .payer
      })
    else { return }
    for party in parties(in: draft.sentence) where party.part == .weak {
      let name = document.names[party.name]
      guard draft.segment.contains(name.tokens.lowerBound),
        name.tokens.upperBound <= sum.tokens.lowerBound, name.isStranger || mayPay(name),
        sum.tokens.lowerBound - name.tokens.upperBound <= 6
      else { continue }
      enter(
        Party(name: party.name, part: .payer, rule: "D13", sentence: party.sentence), name, &draft)
    }
  }

  /// «платять Данія (5 млн) і Нідерланди (3 млн)»: each payer's share in brackets behind its name.
  private func takeBracketed(_ draft: inout Draft) {
    let start = document.sums[draft.sum].tokens.lowerBound - 1
    guard start > 0, document.tokens[start].mark == Mark.open else { return }
    for party in parties(in: draft.sentence)
    where party.part == .payer && document.names[party.name].tokens.upperBound == start {
      enter(
        Party(name: party.name, part: .payer, rule: "D12", sentence: party.sentence),
        document.names[party.name], &draft)
    }
  }

  func take(_ part: Party.Part, in range: Range<Int>, _ draft: inout Draft) {
    for sentence in sentences(over: range) {
      for party in parties(in: sentence) where party.part == part {
        let name = document.names[party.name]
        guard range.contains(name.tokens.lowerBound), part != .payer || !paysRest(party, draft)
        else { continue }
        enter(party, name, &draft)
      }
    }
  }

  /// Who works in a sentence; not who only spends another sum of it.
  private func takeWorkers(in sentence: Int, _ draft: inout Draft) {
    // «Ще чотири дасть Японія через ПРООН»: another payer's gift and its worker.
    if !draft.statements.contains(sentence),
      parties(in: sentence).contains(where: {
        $0.part == .payer && !draft.donors.contains(id(of: $0))
          && !draft.donors.contains(facts.body(id(of: $0))?.payer ?? -1)
      }), !draft.donors.isEmpty
    {
      return
    }
    let others = document.sums(in: sentence).filter {
      $0 != draft.sum && document.sums[$0].restates < 0 && document.sums[$0].role == .funding
    }
    for part in [Party.Part.worker, .doer] {
      for party in parties(in: sentence) where party.part == part {
        let name = document.names[party.name]
        let at = name.tokens.lowerBound
        let isOther =
          !draft.segments.contains { $0.contains(at) }
          && others.contains {
            document.segments[$0].contains(at)
              && (abs(gap($0, name)) <= 2 || isHired(party, draft) || isBehind($0, name, draft))
          }
        if !isOther { enter(party, name, &draft) }
      }
    }
  }

  func sentences(over range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return 0..<0 }
    let first = Int(document.sentenceOf[range.lowerBound])
    return first..<(Int(document.sentenceOf[range.upperBound - 1]) + 1)
  }

  func enter(_ party: Party, _ name: Name, _ draft: inout Draft) {
    let id = id(of: party)
    if party.part == .payer || party.part == .weak {
      if !draft.donors.contains(id) {
        draft.donors.append(id)
        draft.prove(.donors, name.tokens, party.rule)
      }
    } else if !draft.workers.contains(id), !document.isFirm(name) {
      draft.workers.append(id)
      draft.prove(.implementers, name.tokens, party.rule)
    }
  }

  /// The payers of the sentence that stand nearest before the sum, else behind it.
  private func takeNearest(_ part: Party.Part, in sentence: Int, _ draft: inout Draft) {
    let here = parties(in: sentence).filter { !isOfOtherSum($0, draft) }
    let start = draft.segment.lowerBound
    guard
      let last = here.last(where: {
        $0.part == part && document.names[$0.name].tokens.lowerBound < start
      }) ?? here.first(where: {
        $0.part == part && !isAllocator([document.names[$0.name].id])
      }) ?? here.first(where: { $0.part == part })
    else { return }
    // Its whole list pays.
    for party in here
    where party.part == part && abs(party.name - last.name) < 8
      && (party.rule == last.rule || sharesCost(party, last))
    {
      enter(party, document.names[party.name], &draft)
    }
  }

  /// Public bodies that only pass money on.
  func isAllocator(_ donors: [Int32]) -> Bool {
    !donors.isEmpty
      && donors.allSatisfy {
        $0 == budgets.cabinet || $0 == budgets.state || $0 == budgets.oblast || $0 == budgets.city
          || isMinistry($0)
      }
  }

  func isMinistry(_ id: Int32) -> Bool {
    guard id >= 0 else { return false }
    return facts.bodies[Int(id)].isUkrainian && facts.bodies[Int(id)].kind == .government
  }

  /// «Гроші надходять у межах гранту Світового банку», "All are financed from the city budget".
  private func takeBackReference(_ following: [Int], _ draft: inout Draft) {
    for sentence in following {
      let payers = parties(in: sentence).filter {
        $0.part == .payer && !isAgency(document.names[$0.name].id)
      }
      guard !payers.isEmpty else { continue }
      // «Зарядні станції подарувала «Нова пошта»»: another gift is not the money of the sum before.
      if payers.allSatisfy({ $0.rule == "D2" }),
        cues(document.sentences[sentence].tokens.prefix(6)).isDisjoint(with: [
          .this, .fund, .about, .programme, .pronoun, .grant, .loan,
        ])
      {
        continue
      }
      let foreign = payers.filter {
        !isAllocator([document.names[$0.name].id]) || document.names[$0.name].isStranger
      }
      if !draft.donors.isEmpty && foreign.isEmpty { continue }
      // «А ЮНІСЕФ на гроші Японії пробурив»: another's work with that money.
      if !draft.donors.isEmpty, let first = parties(in: sentence).first, first.part == .doer,
        isAgency(id(of: first)), !draft.workers.contains(id(of: first))
      {
        continue
      }
      // «Їдальню обладнало на свої кошти підприємство»: somebody's own money is not that of the sum before.
      if !draft.donors.isEmpty, document.cuesOf[sentence].contains(.ownMoney) { continue }
      // Only a sentence about the money itself takes it from the body that passed it on.
      let opening = cues(document.sentences[sentence].tokens.prefix(6))
      let isSource =
        foreign.contains { ["D1", "D3", "D8"].contains($0.rule) }
        || !opening.isDisjoint(with: [.fund, .grant, .loan])
      // «Співфінансування з міського бюджету — 40 млн. Це четвертий швейцарський проєкт».
      let isExplicit = draft.evidence.contains {
        $0.field == .donors
          && !cues($0.tokens).isDisjoint(with: [.cityMoney, .oblastMoney, .budget])
      }
      if !draft.donors.isEmpty, isExplicit, opening.isDisjoint(with: [.fund, .grant, .loan]) {
        continue
      }
      if !draft.donors.isEmpty,
        !isSource || opening.isDisjoint(with: [.fund, .grant, .loan, .this, .about, .programme])
      {
        continue
      }
      if !foreign.isEmpty {
        keepBuyers(&draft)
        draft.donors = []
      }
      let isJoint = payers.count > foreign.count && foreign.allSatisfy { $0.rule == "D3" }
      let handers = handers(among: foreign)
      for party in handers {
        let name = document.names[party.name]
        enter(Party(name: party.name, part: .worker, rule: "I10", sentence: sentence), name, &draft)
      }
      for party in foreign.isEmpty || isJoint ? payers : foreign
      where !handers.contains(where: { $0.name == party.name }) {
        enter(
          Party(name: party.name, part: .payer, rule: "D4", sentence: sentence),
          document.names[party.name], &draft)
      }
      for party in parties(in: sentence) where party.part == .payer && party.rule == "D1" {
        let name = document.names[party.name]
        guard !name.isStranger, isAgency(name.id) else { continue }
        enter(Party(name: party.name, part: .worker, rule: "I12", sentence: sentence), name, &draft)
      }
      // «Уряд розподілив субвенцію. Джерело — кошти ЄІБ»: whose money it is may come behind who hands it out.
      if !foreign.isEmpty { return }
    }
  }

  /// "Applicants have received …", «видали сертифікати на …», in an article about єВідновлення: the scheme pays.
  private func takeScheme(_ draft: inout Draft) {
    guard facts.scheme >= 0,
      document.allCues.contains(.claimants) && draft.statements.contains(where: speaksOfClaimants)
        || draft.statements.contains(where: namesScheme),
      let party = parties.first(where: {
        let name = document.names[$0.name]
        return !name.isStranger && name.id == facts.scheme
      })
    else { return }
    enter(
      Party(name: party.name, part: .payer, rule: "D15", sentence: party.sentence),
      document.names[party.name], &draft)
  }

  /// Certificates, applicants, families whose homes were hit, or the scheme itself.
  private func speaksOfClaimants(_ sentence: Int) -> Bool {
    if !document.cuesOf[sentence].isDisjoint(with: [.claimants, .people]) { return true }
    if namesScheme(sentence) { return true }
    return document.sentences[sentence].tokens.contains {
      ClaimReader.households.contains(document.tokens[$0].hash)
    }
  }

  private static let households = WordSet(
    "родин родинам родини людям людей тим власникам власники жителям мешканцям сім'ям погорельцам погорільцям семьям семей людям жителям тем рішення рішень решений families family owners residents households people homeowners"
  )

  /// The nearest sentence before that names who pays, and the title.
  private func takeEarlier(_ draft: inout Draft) {
    for statement in draft.statements.reversed() where draft.donors.isEmpty {
      takeEarlier(than: statement, &draft)
    }
  }

  /// «На ремонт житла додали 350 млн»: a council moves its own money.
  private func takeReallocation(_ draft: inout Draft) {
    let moves = draft.statements.contains { sentence in
      document.cuesOf[sentence].contains(.reallocate)
        || sentence > 0 && document.cuesOf[sentence - 1].contains(.reallocate)
    }
    guard moves, let council = standIns.council else { return }
    enter(
      Party(name: council.name, part: .payer, rule: "D10", sentence: council.sentence),
      document.names[council.name], &draft)
  }

  /// A sum that only the headline states: the payer of the text behind it.
  private func takeLater(_ draft: inout Draft) {
    guard let last = draft.statements.last else { return }
    let isTitle = document.sentences[last].part == .title
    var next = last + 1
    while next < document.sentences.count, next < last + 8, draft.donors.isEmpty {
      // What others pay for in money of their own tells nothing of a sum of the text.
      if !isTitle,
        hasOwnSum(next) || opensWithMore(next) || startsProject(next, behind: last, draft)
      {
        return
      }
      if !document.sentences[next].isBackground { takeNearest(.payer, in: next, &draft) }
      next += 1
    }
  }

  private func takeEarlier(than statement: Int, _ draft: inout Draft) {
    var before = statement - 1
    var steps = 0
    let paragraph = document.sentences[statement].paragraph
    while before >= 0, steps < 6, draft.donors.isEmpty {
      // Another paragraph with money of its own is another project.
      if document.sentences[before].part == .text,
        document.sentences[before].paragraph != paragraph, hasOwnSum(before),
        !document.sentences[statement].isBullet
      {
        break
      }
      // «Тим часом у місті …»: what stands before is another matter.
      if document.sentences[statement].part == .text, turnsToAnother(before + 1) { break }
      let isOther =
        document.cuesOf[statement].contains(.background) && tellsSource(before)
        || tellsRefusal(before)
      if !isOther,
        document.sentences[before].part == document.sentences[statement].part || before == 0
      {
        takeNearest(.payer, in: before, &draft)
        if !draft.donors.isEmpty, !hasOwnSum(before), document.sentences[before].part == .text {
          take(.worker, in: document.sentences[before].tokens, &draft)
          for party in parties(in: before) where party.part == .doer {
            let name = document.names[party.name]
            if !name.isStranger, isAgency(name.id) { enter(party, name, &draft) }
          }
          takeBuyers(in: before, &draft)
        }
      }
      before -= 1
      steps += 1
    }
    if draft.donors.isEmpty, document.sentences[0].part == .title {
      takeNearest(.payer, in: 0, &draft)
    }
  }

  func mayPay(_ name: Name) -> Bool {
    guard !name.isStranger, !name.isAdjective else { return false }
    let body = facts.bodies[Int(name.id)]
    return !body.isUkrainian || body.kind == .stateBudget || body.kind == .ngo
      || body.kind == .company && body.role != .implementer || body.kind == .multilateral
  }
}
