import FundingCore

/// Makes claims of sums, parties, sectors and places by ordered rules that abstain rather than guess.
struct ClaimReader {
  let document: Document
  let tables: Tables
  let budgets: PartyReader.Budgets
  let facts: Facts
  let parties: [Party]
  /// The first party of each sentence, and one more for the end.
  let partyStart: [Int]
  let map: PlaceMap

  init(
    document: Document, tables: Tables, budgets: PartyReader.Budgets, facts: Facts,
    parties: [Party],
    map: PlaceMap
  ) {
    self.document = document
    self.tables = tables
    self.budgets = budgets
    self.facts = facts
    self.parties = parties
    self.map = map
    var start: [Int] = []
    var at = 0
    for sentence in 0...document.sentences.count {
      while at < parties.count, parties[at].sentence < sentence { at += 1 }
      start.append(at)
    }
    partyStart = start
  }

  func parties(in sentence: Int) -> ArraySlice<Party> {
    parties[partyStart[sentence]..<partyStart[sentence + 1]]
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
    for index in drafts.indices { fill(&drafts[index], among: drafts) }
    tie(&drafts)
    inherit(&drafts)
    for index in drafts.indices { settle(&drafts[index]) }
    drafts = splitEach(drafts)
    addUnpriced(to: &drafts)
    return drafts
  }

  private func draft(of index: Int) -> Draft {
    let sum = document.sums[index]
    var draft = Draft(
      sum: index, sentence: Int(sum.sentence), segment: Segments.segment(of: index, in: document))
    draft.statements = [Int(sum.sentence)]
    for other in document.sums.indices where document.sums[other].restates == Int32(index) {
      draft.statements.appendNew(Int(document.sums[other].sentence))
    }
    draft.prove(.amount, sum.tokens, "A1")
    return draft
  }

  private func fill(_ draft: inout Draft, among drafts: [Draft]) {
    readParties(&draft)
    readSectors(&draft)
    readPlaces(&draft)
    readStatus(&draft)
    readMarks(&draft)
  }

  /// Segments of all statements of a draft's sum.
  func segments(of draft: Draft) -> [Range<Int>] {
    guard draft.sum >= 0 else { return [draft.segment] }
    var result: [Range<Int>] = []
    for index in document.sums.indices
    where index == draft.sum || document.sums[index].restates == Int32(draft.sum) {
      result.append(Segments.segment(of: index, in: document))
    }
    return result
  }

  /// Sentences behind a sum that speak of the same money: «Ці кошти…», "The funds will…», «Йдеться про…».
  func followers(of sentence: Int) -> [Int] {
    var result: [Int] = []
    var next = sentence + 1
    while next < document.sentences.count, result.count < 4 {
      let unit = document.sentences[next]
      let opening = cues(unit.tokens.prefix(7))
      let refers = !opening.isDisjoint(with: [
        .this, .fund, .about, .programme, .pronoun, .goods, .grant, .loan,
      ])
      if hasOwnSum(next) { break }
      if refers || unit.isBullet { result.append(next) } else if next > sentence + 2 { break }
      next += 1
    }
    return result
  }

  /// Whether a sentence states a sum of its own, not one told before.
  func hasOwnSum(_ sentence: Int) -> Bool {
    document.sums.contains {
      Int($0.sentence) == sentence && $0.restates < 0 && $0.role != .other
    }
  }

  func cues(_ range: some Sequence<Int>) -> Cues {
    var all: Cues = []
    for at in range { all.formUnion(document.tokens[at].cues) }
    return all
  }

  func names(_ kind: Name.Kind, in range: Range<Int>) -> [Name] {
    var low = 0
    var high = document.names.count
    while low < high {
      let middle = (low + high) / 2
      if document.names[middle].tokens.lowerBound < range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var result: [Name] = []
    while low < document.names.count, document.names[low].tokens.lowerBound < range.upperBound {
      if document.names[low].kind == kind { result.append(document.names[low]) }
      low += 1
    }
    return result
  }

  /// Where no sector is told, nothing is; a donor at least must be there, or works that cost money.
  private func settle(_ draft: inout Draft) {
    normaliseParties(&draft)
    normaliseSectors(&draft)
    normalisePlaces(&draft)
  }
}
