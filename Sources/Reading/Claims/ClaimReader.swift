import FundingCore

/// Makes claims of sums, parties, sectors and places by ordered rules that abstain rather than guess.
final class ClaimReader {
  let document: Document
  let core: ReaderCore
  let budgets: PartyReader.Budgets
  let facts: Facts
  let parties: Pool<Party>
  let map: PlaceMap
  /// Who may stand in for parties a claim's own sentences do not name; worked out once an article.
  lazy var standIns = StandIns(self)
  /// In how many paragraphs money is given, up to three; worked out once.
  lazy var projects = countProjects()
  /// What the article says of works under way; worked out once.
  lazy var works = WorksStates(document)
  /// The parts of towns that the article names; worked out once.
  lazy var townParts = TownParts(document, facts)
  /// The buildings it names by number or address; worked out once.
  lazy var objects = NamedObjects(document)

  init(document: Document, core: ReaderCore, map: PlaceMap) {
    self.document = document
    self.core = core
    budgets = core.budgets
    facts = core.facts
    parties = document.parties
    self.map = map
    document.followers.removeAll()
    for _ in 0..<document.sentences.count { document.followers.append(Followers()) }
  }

  func parties(in sentence: Int) -> PoolRange<Party> {
    let start = Int(document.partiesBefore[sentence])
    return parties.elements(in: start..<Swift.max(start, Int(document.partiesBefore[sentence + 1])))
  }

  /// The claims of the article, those with a sum first in text order.
  func claims() -> [Draft] {
    var drafts: [Draft] = []
    for index in document.sums.indices {
      let sum = document.sums[index]
      guard sum.role == .funding, sum.restates < 0,
        !document.sentences[Int(sum.sentence)].isBackground
      else { continue }
      drafts.append(draft(of: index))
    }
    for index in drafts.indices { fill(&drafts[index]) }
    tie(&drafts)
    readStates(&drafts)
    inherit(&drafts)
    for index in drafts.indices { settle(&drafts[index]) }
    joinPayers(&drafts)
    drafts = splitEach(drafts)
    addUnpriced(to: &drafts)
    readObjects(&drafts)
    return drafts
  }

  private func draft(of index: Int) -> Draft {
    let sum = document.sums[index]
    var draft = document.draft(
      sum: index, sentence: Int(sum.sentence), segment: document.segments[index])
    draft.statements.append(Int(sum.sentence))
    draft.segments.append(draft.segment)
    var other = Int(document.nextRestating[index])
    while other >= 0 {
      let sentence = Int(document.sums[other].sentence)
      if draft.statements.last != sentence { draft.statements.append(sentence) }
      draft.segments.append(document.segments[other])
      other = Int(document.nextRestating[other])
    }
    for sentence in draft.statements {
      for follower in followers(of: sentence) { draft.following.append(follower) }
    }
    draft.evidence.reserveCapacity(12)
    draft.prove(.amount, sum.tokens, "A1")
    return draft
  }

  private func fill(_ draft: inout Draft) {
    readParties(&draft)
    readSectors(&draft)
    readPlaces(&draft)
    readStatus(&draft)
    readMarks(&draft)
  }

  /// Segments of all statements of a draft's sum.
  func segments(of draft: Draft) -> [Range<Int>] {
    draft.sum >= 0 ? draft.segments : [draft.segment]
  }

  /// Sentences behind a sum that speak of the same money: «Ці кошти…», "The funds will…», «Йдеться про…».
  func followers(of sentence: Int) -> Followers {
    let known = document.followers[sentence]
    if known.isKnown { return known }
    var result = Followers.none
    var next = sentence + 1
    while next < document.sentences.count, result.count < 4 {
      let unit = document.sentences[next]
      let isNear = unit.paragraph == document.sentences[sentence].paragraph
      var opening = cues(unit.tokens.prefix(isNear ? 7 : 5))
      // «За підтримки …» at the very opening; further on it is about something else.
      if !cues(unit.tokens.prefix(3)).contains(.payerFollows) { opening.remove(.payerFollows) }
      let refers =
        !speaksOfOthers(next) && (isNear || !opensElsewhere(next))
        && !opening.isDisjoint(with: isNear ? ClaimReader.references : ClaimReader.farReferences)
      let isItem = document.sentences[sentence].isBullet || continuesItem(sentence)
      // «350 млн на житло» in a headline, then «Це освітня субвенція на 639,5 млн»: not the headline's money.
      let tellsOther = !isNear && hasOtherSum(next)
      if hasOwnSum(next) || tellsOther || unit.isBullet && isItem { break }
      if refers || unit.isBullet { result.append(next) } else if next > sentence + 2 { break }
      next += 1
    }
    document.followers[sentence] = result
    return result
  }

  private static let references: Cues = [
    .this, .fund, .about, .programme, .pronoun, .goods, .grant, .loan, .payerFollows,
  ]
  /// What refers back to another paragraph.
  private static let farReferences: Cues = [
    .this, .fund, .about, .pronoun, .grant, .loan, .payerFollows,
  ]

  /// Whether a sentence states a sum of its own, not one told before.
  func hasOwnSum(_ sentence: Int) -> Bool {
    document.sums(in: sentence).contains {
      document.sums[$0].restates < 0 && document.sums[$0].role != .other
    }
  }

  private func hasOtherSum(_ sentence: Int) -> Bool {
    document.sums(in: sentence).contains { document.sums[$0].restates < 0 }
  }

  func cues(_ range: Range<Int>) -> Cues { document.cues(range) }

  func names(_ kind: Name.Kind, in range: Range<Int>) -> NamesInRange {
    document.names(kind, in: range)
  }

  /// Where no sector is told, nothing is; a donor at least must be there, or works that cost money.
  private func settle(_ draft: inout Draft) {
    normaliseParties(&draft)
    normaliseSectors(&draft)
    normalisePlaces(&draft)
  }
}
