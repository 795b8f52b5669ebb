import FundingCore

/// The parties of an article that claims fall back on, which are the same for all of its claims.
///
/// A class, because every claim asks it a dozen times: copies of its lists took two instructions of a hundred.
final class StandIns {
  /// Whether any party pays.
  private(set) var hasPayer = false
  /// The first statement of the only payer, where there is only one.
  private(set) var solePayer: Party?
  /// The first mention of the city's own money.
  private(set) var council: Party?
  /// The council that invites bids.
  private(set) var buyer: Party?
  /// Agencies that give things of their own in a sentence of the text that names no other payer.
  private(set) var givers: [Int32] = []
  /// Who is said to do all of the article's works.
  private(set) var general: [Party] = []
  /// For a body whose name others bear, «Червоний Хрест», the only one of these that the article names.
  private var specifics: [Int32: Int32] = [:]
  /// Agencies at work in sentences that state no sum of their own, by index.
  private var active: [Int] = []
  /// Agencies at work and who works beside them in the same sentence.
  private(set) var crews: [(agency: Party, companion: Party)] = []
  /// For each country, the agency of its own that the article names and whether it names more than one.
  private var countrymen: [UInt16: (party: Party, isOnly: Bool)] = [:]
  /// The governments that pay somewhere in the article, by country.
  private var paying: [UInt16: Party] = [:]

  init(_ reader: ClaimReader) {
    var payers = 0
    let document = reader.document
    findSpecifics(reader)
    for (index, party) in reader.parties.enumerated() {
      let name = document.names[party.name]
      if party.part == .payer, !reader.tellsRefusal(party.sentence) {
        hasPayer = true
        if let first = solePayer {
          if document.names[first.name].id != name.id { payers = 2 }
        } else {
          solePayer = party
        }
      }
      if !name.isStranger, name.id == reader.budgets.city {
        council = council ?? party
        if buyer == nil, party.rule != "M1",
          document.tokens[name.tokens.lowerBound].cues.contains(.council)
        {
          buyer = party
        }
      }
      if party.part == .payer, party.rule == "D2", reader.isUsableAgency(party),
        !StandIns.isTitle(party, document), !reader.hasOwnSum(party.sentence),
        !reader.onlySupports(party.sentence),
        reader.parties(in: party.sentence).allSatisfy({
          $0.part != .payer || document.names[$0.name].id == name.id
        })
      {
        givers.appendNew(name.id)
      }
      if StandIns.isActive(party), reader.isUsableAgency(party),
        StandIns.isTitle(party, document) || !reader.hasOwnSum(party.sentence),
        party.part == .worker || party.rule == "D7" || !reader.doesOther(party)
      {
        active.append(index)
      }
      if party.part == .worker || party.part == .doer, general.count < 4,
        StandIns.isGeneral(document.sentences[party.sentence], reader)
      {
        general.append(party)
      }
      if !name.isStranger { noteCountry(party, name.id, reader) }
    }
    if payers > 1 { solePayer = nil }
    findCrews(reader)
  }

  private static func isGeneral(_ sentence: Sentence, _ reader: ClaimReader) -> Bool {
    let opening = sentence.tokens.prefix(4)
    if endsList(sentence, reader),
      !reader.cues(opening).isDisjoint(with: [.works, .workerFollows, .work])
    {
      return true
    }
    return sentence.part == .text
      && opening.contains { StandIns.alls.contains(reader.document.tokens[$0].hash) }
      && !reader.cues(opening).isDisjoint(with: [.programme, .works])
  }

  /// «Замовник робіт — Служба відновлення» right behind a list: of all its items.
  private static func endsList(_ sentence: Sentence, _ reader: ClaimReader) -> Bool {
    let document = reader.document
    let index = Int(document.sentenceOf[sentence.tokens.lowerBound])
    return index > 1 && !sentence.isBullet && document.sentences[index - 1].isBullet
      && document.sentences[index - 2].isBullet && !reader.hasOwnSum(index)
  }

  private static let alls = WordSet(
    "усі всі все обидва обидві обох усіх всіх all both every оба обе всех")

  private func noteCountry(_ party: Party, _ id: Int32, _ reader: ClaimReader) {
    guard let body = reader.facts.body(id), body.country != 0, !body.isUkrainian else { return }
    if body.isCountry, party.part == .payer, paying[body.country] == nil {
      paying[body.country] = party
    }
    guard reader.isAgency(id), body.kind == .government, party.part != .masked else { return }
    if let known = countrymen[body.country] {
      if reader.document.names[known.party.name].id != id {
        countrymen[body.country]?.isOnly = false
      }
    } else {
      countrymen[body.country] = (party, true)
    }
  }

  /// The only agency of a country's own that the article names.
  func countryman(of country: UInt16) -> Party? {
    countrymen[country].flatMap { $0.isOnly ? $0.party : nil }
  }

  /// Where the article says that a country's government pays.
  func payingGovernment(of country: UInt16) -> Party? { paying[country] }

  /// Who works beside an agency: joined to it by «разом із», or an authority that does the same work.
  private func findCrews(_ reader: ClaimReader) {
    let document = reader.document
    for sentence in document.sentences.indices where crews.count < 64 {
      let here = reader.parties(in: sentence)
      guard here.count > 1, here.count < 20 else { continue }
      let hasDoer = here.contains { $0.part == .worker || $0.part == .doer }
      guard hasDoer else { continue }
      for agency in here
      where StandIns.isActive(agency) && agency.rule != "D7" && reader.isUsableAgency(agency) {
        for other in here where other.name != agency.name {
          let name = document.names[other.name]
          let isBeside = agency.part != .partner && other.part == .partner && other.rule == "I2"
          let isAuthor =
            (other.part == .doer || other.part == .worker) && reader.isAuthority(name)
          if isBeside || isAuthor { crews.append((agency, other)) }
        }
      }
    }
  }

  /// The ministry or agency of Ukraine that was named last before a word, else the first behind it.
  func ministry(before word: Int, _ reader: ClaimReader) -> Int? {
    let names = reader.document.names
    let here = reader.document.firstName(from: word)
    let isMinistry = { (at: Int) in
      names[at].kind == .organisation && reader.isAuthority(names[at])
    }
    return (max(0, here - 200)..<here).last(where: isMinistry)
      ?? (here..<min(names.count, here + 200)).first(where: isMinistry)
  }

  func specific(_ id: Int32) -> Int32? { specifics.isEmpty ? nil : specifics[id] }

  /// «Міжнародний комітет Червоного Хреста … Червоний Хрест»: the short name means the one named in full.
  private func findSpecifics(_ reader: ClaimReader) {
    var generic: [Int32] = []
    for name in reader.document.names where name.kind == .organisation && !name.isStranger {
      if reader.facts.bodies[Int(name.id)].isGeneric { generic.appendNew(name.id) }
    }
    for id in generic {
      var found: [Int32] = []
      let short = reader.core.tables.organisations[Int(id)].name.en
      for name in reader.document.names
      where name.kind == .organisation && !name.isStranger && name.id != id {
        let row = reader.core.tables.organisations[Int(name.id)]
        let isLike = row.kind == .un ? short == "United Nations" : row.name.en.holds(short)
        if isLike { found.appendNew(name.id) }
        if found.count > 1 { break }
      }
      if found.count == 1 { specifics[id] = found[0] }
    }
  }

  private static func isTitle(_ party: Party, _ document: Document) -> Bool {
    document.sentences[party.sentence].part == .title
  }

  private static func isActive(_ party: Party) -> Bool {
    party.part == .worker || party.part == .doer || party.part == .partner
  }

  /// The first agency at work not further before a claim than two sentences, else the first of all.
  func activeAgency(for draft: Draft, _ reader: ClaimReader) -> Party? {
    var low = 0
    var high = active.count
    while low < high {
      let middle = (low + high) / 2
      if reader.parties[active[middle]].sentence < draft.sentence - 2 {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var near = low < active.count ? reader.parties[active[low]] : nil
    let turns = draft.sum >= 0 && reader.turnsToAnother(draft.sentence)
    if turns, let agency = near, agency.sentence < draft.sentence { near = nil }
    for sentence in draft.statements where sentence < near?.sentence ?? Int.max {
      let own = reader.parties(in: sentence).first {
        StandIns.isActive($0) && reader.isUsableAgency($0)
      }
      if let own { return own }
    }
    let last = (draft.statements.last ?? draft.sentence) + 4
    if let near, near.sentence <= last, reader.mayBeAbout(near.sentence, draft),
      reader.isOpenWork(near, to: draft)
    {
      return near
    }
    return turns
      ? nil
      : active.first.map { reader.parties[$0] }.flatMap {
        $0.sentence <= 1 && reader.isOpenWork($0, to: draft) ? $0 : nil
      }
  }

  /// The agency that the title or the sentence before a claim is about.
  func topic(of draft: Draft, _ reader: ClaimReader) -> Party? {
    for sentence in [0, draft.sentence - 1] where sentence >= 0 {
      let isOpen =
        sentence == 0 || draft.statements.contains(sentence) || !reader.hasOwnSum(sentence)
      guard isOpen else { continue }
      if reader.document.sentences[sentence].isBullet { continue }
      if reader.document.sentences[sentence].part == .text, reader.turnsToAnother(draft.sentence) {
        continue
      }
      if let found = reader.parties(in: sentence).first(where: {
        reader.isUsableAgency($0) && !reader.doesOther($0)
          && (reader.document.sentences[sentence].part == .title || $0.part != .masked)
      }),
        reader.isOpenWork(found, to: draft)
      {
        return found
      }
    }
    return nil
  }
}

extension ClaimReader {
  /// Whether a sentence may be about the works of a claim: its own, or one of a like purpose.
  func mayBeAbout(_ sentence: Int, _ draft: Draft) -> Bool {
    if draft.statements.contains(sentence) || draft.sectors.isEmpty { return true }
    let found = names(.sector, in: document.sentences[sentence].tokens)
    return found.isEmpty || found.contains { draft.sectors.contains($0.id) }
  }

  /// An agency of the tables in a line that is no background.
  func isUsableAgency(_ party: Party) -> Bool {
    let name = document.names[party.name]
    guard !name.isStranger, isAgency(name.id), !document.sentences[party.sentence].isBackground,
      !speaksOfOthers(party.sentence)
    else { return false }
    // Utilities and shops are no agencies, unless they are said to carry the work out.
    return facts.body(name.id)?.kind != .company || party.part == .worker
      || facts.body(name.id)?.isUkrainian != true
  }

  /// Whether work told elsewhere may be that of a claim: not work that somebody else is said to pay for there, nor a gift
  /// of the agency's own that a later sentence tells.
  func isOpenWork(_ party: Party, to draft: Draft) -> Bool {
    let sentence = party.sentence
    if draft.statements.contains(sentence) || draft.following.contains(sentence) { return true }
    if turnsToAnother(sentence) || !isAboutSame(sentence, draft) { return false }
    let id = document.names[party.name].id
    var others = false
    for other in parties(in: sentence) where other.part == .payer {
      let name = document.names[other.name]
      let payer = name.isStranger ? -1 - name.id : name.id
      if payer == id { continue }
      if draft.donors.contains(payer) { return true }
      if facts.body(payer)?.isPublic != true { others = true }
    }
    if others { return false }
    let isWork = party.part == .worker || party.part == .doer
    guard sentence > draft.sentence || !isWork else { return true }
    return !standIns.givers.contains(id)
  }
}
