import FundingCore

extension ClaimReader {
  /// Totals and their parts: a cue («з них», "of this"), or parts that add up.
  func tie(_ drafts: inout [Draft]) {
    for index in drafts.indices.dropFirst()
    where isWholeNamed(drafts[index].sum, drafts[index].segment) {
      // «це частина 70-мільйонного внеску»: the sum before is the part.
      guard isLarger(drafts[index].sum, document.sums[drafts[index - 1].sum]) else { continue }
      drafts[index - 1].partOf = index
      drafts[index - 1].prove(.partOf, document.sums[drafts[index].sum].tokens, "A2")
    }
    for index in drafts.indices
    where drafts[index].partOf == nil && !isWholeNamed(drafts[index].sum, drafts[index].segment) {
      guard let whole = whole(of: index, drafts) else { continue }
      drafts[index].partOf = whole
      drafts[index].prove(.partOf, document.sums[drafts[index].sum].tokens, "A2")
    }
    addUp(&drafts)
  }

  private static let partWords = WordSet(
    "частина частину частиною часть частью part portion share")

  func isWholeNamed(_ sum: Int, _ segment: Range<Int>) -> Bool {
    let start = document.sums[sum].tokens.lowerBound
    return (max(segment.lowerBound, start - 4)..<start).contains {
      ClaimReader.partWords.contains(document.tokens[$0].hash)
    }
  }

  private func whole(of index: Int, _ drafts: [Draft]) -> Int? {
    let segment = drafts[index].segment
    let sum = document.sums[drafts[index].sum]
    let before = max(segment.lowerBound, sum.tokens.lowerBound - 12)..<sum.tokens.upperBound
    let behind =
      sum.tokens
      .upperBound..<max(sum.tokens.upperBound, min(segment.upperBound, sum.tokens.upperBound + 5))
    guard
      cues(before).contains(.partOf) || cues(behind).contains(.partOf) || isOutOfWhole(behind)
        || isLast(sum) || isPartAgain(drafts[index].sum)
    else { return nil }
    for other in drafts.indices.reversed() where other < index && isLarger(drafts[other].sum, sum) {
      return other
    }
    for other in drafts.indices
    where other > index && other <= index + 2 && isLarger(drafts[other].sum, sum) { return other }
    return nil
  }

  /// "The last €640,000", «останні 2 млн»: of a sum that was told before.
  private func isLast(_ sum: Sum) -> Bool {
    let start = sum.tokens.lowerBound
    return start > 0 && ClaimReader.lasts.contains(document.tokens[start - 1].hash)
  }

  private static let lasts = WordSet("last final останні останніх последние последних")

  /// «Області з них дісталося 82 млн» below a title that names the sum first.
  private func isPartAgain(_ sum: Int) -> Bool {
    var at = Int(document.nextRestating[sum])
    var steps = 0
    while at >= 0, steps < 4 {
      let sum = document.sums[at].tokens
      let start = max(document.segments[at].lowerBound, sum.lowerBound - 6)
      if cues(start..<sum.lowerBound).contains(.partOf) { return true }
      at = Int(document.nextRestating[at])
      steps += 1
    }
    return false
  }

  /// «50 млн із канадського внеску», "€3 million of the package": what stands behind a sum names the whole.
  private func isOutOfWhole(_ behind: Range<Int>) -> Bool {
    guard let first = behind.first, ClaimReader.outOf.contains(document.tokens[first].hash) else {
      return false
    }
    return behind.contains { ClaimReader.wholes.contains(document.tokens[$0].hash) }
      || behind.dropFirst().first.map { ClaimReader.thoseWords.contains(document.tokens[$0].hash) }
        == true
  }

  private static let outOf = WordSet("з із зі of from из с")
  private static let thoseWords = WordSet("тих тех those")
  private static let wholes = WordSet(
    "внеску внеска взноса взносу contribution package пакета пакету траншу транша tranche")

  private func isLarger(_ larger: Int, _ sum: Sum) -> Bool {
    let other = document.sums[larger]
    return other.currency == sum.currency && other.value > sum.value
      && abs(Int(other.sentence) - Int(sum.sentence)) <= 6
  }

  /// «5 млн кредиту і 2 млн гранту, разом 7 млн»: neighbours whose sum another sum is.
  private func addUp(_ drafts: inout [Draft]) {
    guard drafts.count > 2 else { return }
    for whole in drafts.indices {
      let total = document.sums[drafts[whole].sum]
      let near = max(0, whole - ClaimReader.reach)..<min(drafts.count, whole + ClaimReader.reach)
      for first in near
      where first != whole && (drafts[first].partOf == nil || drafts[first].partOf == whole) {
        var value: Int64 = 0
        var members: [Int] = []
        for at in first..<min(drafts.count, first + 7) where at != whole {
          let part = document.sums[drafts[at].sum]
          guard part.currency == total.currency,
            drafts[at].partOf == nil || drafts[at].partOf == whole
          else { break }
          let (sum, overflow) = value.addingReportingOverflow(part.value)
          if overflow || sum > total.value, !comes(sum, to: total) { break }
          value = sum
          members.append(at)
          if value == total.value { break }
        }
        guard members.count > 1, comes(value, to: total) else { continue }
        for at in members {
          drafts[at].partOf = whole
          drafts[at].prove(.partOf, document.sums[drafts[at].sum].tokens, "A5")
        }
      }
    }
  }

  /// Sums further from each other than this are no parts of one another.
  private static let reach = 48
  /// Whether parts come to a total: exactly, or nearly to one that is itself rounded.
  private func comes(_ value: Int64, to total: Sum) -> Bool {
    if value == total.value { return true }
    let slack = total.value / 50
    switch total.bound {
    case .about: return value >= total.value - slack && value <= total.value + slack
    case .atLeast: return value >= total.value && value <= total.value + slack
    default: return false
    }
  }

  /// Parts take what they do not say from their total, and totals from their parts; a sum without a purpose takes that
  /// of the sum before it in its sentence.
  func inherit(_ drafts: inout [Draft]) {
    shareStages(&drafts)
    shareTranches(&drafts)
    shareTranchePurposes(&drafts)
    shareAdditions(&drafts)
    passToCollectors(&drafts)
    for index in drafts.indices {
      guard let whole = drafts[index].partOf else { continue }
      let part = drafts[index]
      if part.donors.isEmpty || isToldByTitleAdjective(part)
        || Set(part.donors.filter { !isAllocator([$0]) })
          == Set(drafts[whole].donors.filter { !isAllocator([$0]) })
          && !isAllocator(part.donors)
        || Set(part.donors).isSubset(of: drafts[whole].donors) && part.donors.count == 1
          && drafts[whole].workers.isEmpty && drafts[whole].donors.count == 2
          && part.segment.lowerBound > drafts[whole].segment.lowerBound
          && !part.evidence.contains(where: {
            $0.field == .donors && part.segment.contains($0.tokens.lowerBound)
          })
        || isAllocator(part.donors) && !drafts[whole].donors.isEmpty
          && !isAllocator(drafts[whole].donors) && !namesOwnPayer(part)
      {
        drafts[index].donors = drafts[whole].donors
      }
      if part.sectors.isEmpty || isPurposeGuessed(part) && !isPurposeGuessed(drafts[whole]) {
        drafts[index].sectors = drafts[whole].sectors
      }
      if drafts[index].donors == drafts[whole].donors,
        Set(part.workers).isSubset(of: drafts[whole].workers)
      {
        drafts[index].workers = drafts[whole].workers
        for proof in drafts[whole].evidence where proof.field == .implementers {
          if !part.evidence.contains(where: {
            $0.field == .implementers && $0.tokens == proof.tokens
          }) {
            drafts[index].evidence.append(proof)
          }
        }
      }
      if part.places.isEmpty { drafts[index].places = drafts[whole].places }
      let isOwn = part.evidence.contains {
        $0.field == .status && part.segment.contains($0.tokens.lowerBound)
      }
      if !isOwn { drafts[index].status = drafts[whole].status }
    }
    for index in drafts.indices.dropFirst() where drafts[index].sectors.isEmpty {
      let (before, own) = (document.sums[drafts[index - 1].sum], document.sums[drafts[index].sum])
      if before.sentence == own.sentence { drafts[index].sectors = drafts[index - 1].sectors }
    }
    guard drafts.indices.contains(where: { drafts[$0].partOf != nil }) else { return }
    let members = Dictionary(grouping: drafts.indices.filter { drafts[$0].partOf != nil }) {
      drafts[$0].partOf ?? -1
    }
    for whole in members.keys.sorted() where drafts.indices.contains(whole) {
      let parts = (members[whole] ?? []).map { drafts[$0] }
      takePlaces(of: parts, &drafts[whole])
      if drafts[whole].donors.isEmpty {
        for part in parts { for donor in part.donors { drafts[whole].donors.appendNew(donor) } }
      }
      if parts.count > 1, Set(parts.map(\.instrument)) == [.grant, .loan] {
        shareSectors(whole, members[whole] ?? [], &drafts)
      }
      let guessed = drafts[whole].evidence.allSatisfy {
        $0.field != .sectors || ["S4", "S5"].contains($0.rule)
      }
      if guessed, parts.contains(where: { !$0.sectors.isEmpty }) { drafts[whole].sectors = [] }
      if parts.count > 1 || drafts[whole].sectors.isEmpty {
        for part in parts { for sector in part.sectors { drafts[whole].sectors.appendNew(sector) } }
      }
    }
  }

  /// Whether only the title says what a claim is for, or nothing does.
  private func isPurposeGuessed(_ draft: Draft) -> Bool {
    draft.evidence.allSatisfy { $0.field != .sectors || $0.rule == "S4" }
  }

  /// «європейські гроші» in a title, where the text names the bank.
  private func isToldByTitleAdjective(_ part: Draft) -> Bool {
    let proofs = part.evidence.filter { $0.field == .donors }
    return !proofs.isEmpty
      && proofs.allSatisfy { proof in
        document.sentences[Int(document.sentenceOf[proof.tokens.lowerBound])].part == .title
          && names(.organisation, in: proof.tokens).contains { $0.isAdjective }
      }
  }

  /// "A first tranche, EUR 20 million": who spends the whole spends its tranche.
  private func shareTranches(_ drafts: inout [Draft]) {
    for index in drafts.indices.dropFirst()
    where drafts[index].isTranche && drafts[index].workers.isEmpty && drafts[index].partOf == nil {
      let before = drafts[index - 1]
      guard before.donors == drafts[index].donors,
        isLarger(before.sum, document.sums[drafts[index].sum])
      else { continue }
      drafts[index].workers = before.workers
      for proof in before.evidence where proof.field == .implementers {
        drafts[index].evidence.append(proof)
      }
    }
  }

  /// «Це другий етап… Перший етап коштував 47 млн»: stages of one project have one payer.
  private func shareStages(_ drafts: inout [Draft]) {
    for index in drafts.indices
    where drafts[index].donors.allSatisfy(isAgency) && opensWithStage(drafts[index].sentence)
      && !namesOwnPayer(drafts[index])
    {
      let other = drafts.indices.first {
        $0 != index && !drafts[$0].donors.allSatisfy(isAgency) && drafts[$0].partOf == nil
          && drafts[$0].sentence != drafts[index].sentence
          && drafts[$0].statements.contains(where: hasStage)
      }
      guard let other else { continue }
      drafts[index].donors = drafts[other].donors
      drafts[index].workers = []
      drafts[index].evidence.removeAll { $0.field == .implementers || $0.field == .donors }
      for proof in drafts[other].evidence where proof.field == .donors {
        drafts[index].prove(.donors, proof.tokens, "D16")
      }
    }
  }

  private func hasStage(_ sentence: Int) -> Bool {
    document.sentences[sentence].tokens.contains {
      ClaimReader.stages.contains(document.tokens[$0].hash)
    }
  }

  func opensWithStage(_ sentence: Int, _ ordinals: WordSet = ClaimReader.ordinals) -> Bool {
    let tokens = document.sentences[sentence].tokens.prefix(4)
    return tokens.contains { ClaimReader.stages.contains(document.tokens[$0].hash) }
      && tokens.contains { ordinals.contains(document.tokens[$0].hash) }
  }

  private static let stages = WordSet(
    "етап етапу етапі етапом фаза фази фазі фазу етапи stage phase этап этапа этапе этапом")
  static let formerStages = WordSet(
    "перший першого першому перша попередній попереднього попередньому first previous earlier первый первого первом предыдущий предыдущем"
  )
  static let ordinals = WordSet(
    "перший першого першому перша першу попередній попереднього попередньому другий другого другому first second previous earlier первый первого первом предыдущий предыдущем второй"
  )

  /// Whether a payer stands in the part's own words.
  func namesOwnPayer(_ part: Draft) -> Bool {
    part.evidence.contains {
      $0.field == .donors && part.segment.contains($0.tokens.lowerBound)
    }
  }

  /// A total that its parts add up to is paid by all who pay for them.
  func joinPayers(_ drafts: inout [Draft]) {
    var members: [Int: [Int]] = [:]
    for index in drafts.indices where drafts[index].evidence.contains(where: { $0.rule == "A5" }) {
      if let whole = drafts[index].partOf { members[whole, default: []].append(index) }
    }
    joinOwnPayers(&drafts)
    for whole in members.keys.sorted() where drafts.indices.contains(whole) {
      let parts = members[whole] ?? []
      guard parts.count > 1, parts.allSatisfy({ !drafts[$0].donors.isEmpty }) else { continue }
      if isToldByTitleAdjective(drafts[whole]) { drafts[whole].donors = [] }
      for part in parts {
        for donor in drafts[part].donors { drafts[whole].donors.appendNew(donor) }
      }
      preferInstitutions(&drafts[whole])
    }
  }

  /// «6 млн, причому 2 млн із цієї суми дав бюджет області»: who is said to pay a part pays for the whole too.
  private func joinOwnPayers(_ drafts: inout [Draft]) {
    for index in drafts.indices {
      guard let whole = drafts[index].partOf, drafts.indices.contains(whole),
        drafts[index].sentence == drafts[whole].sentence, !drafts[whole].donors.isEmpty,
        namesOwnPayer(drafts[index]),
        !drafts[index].workers.contains(where: drafts[whole].donors.contains),
        drafts[index].donors.allSatisfy({ !isAgency($0) }),
        drafts[index].evidence.contains(where: { $0.field == .partOf && $0.rule == "A2" })
      else { continue }
      for donor in drafts[index].donors { drafts[whole].donors.appendNew(donor) }
      preferInstitutions(&drafts[whole])
    }
  }

  /// A loan and a grant of one package are for the same things.
  private func shareSectors(_ whole: Int, _ parts: [Int], _ drafts: inout [Draft]) {
    let members = ([whole] + parts).sorted()
    var all: [Int32] = []
    for member in members { for sector in drafts[member].sectors { all.appendNew(sector) } }
    for member in members { drafts[member].sectors = all }
  }

  /// «по 160 млн євро» from two banks: a claim each.
  func splitEach(_ drafts: [Draft]) -> [Draft] {
    let splits = drafts.indices.contains { drafts[$0].donors.count > 1 && isEach(drafts[$0]) }
    guard splits else { return drafts }
    var totals: [Total: Int] = [:]
    for (index, draft) in drafts.enumerated() {
      let total = Total(document.sums[draft.sum])
      if totals[total] == nil { totals[total] = index }
    }
    var result: [Draft] = []
    var moved: [Int] = []
    for draft in drafts {
      moved.append(result.count)
      guard isEach(draft), draft.donors.count > 1 else {
        result.append(draft)
        continue
      }
      for donor in draft.donors {
        var one = draft
        one.donors = [donor]
        if one.partOf == nil { one.partOf = equalTotal(draft, totals) }
        result.append(one)
      }
    }
    for index in result.indices { result[index].partOf = result[index].partOf.map { moved[$0] } }
    for index in result.indices {
      guard let whole = result[index].partOf, result.indices.contains(whole) else { continue }
      for donor in result[index].donors { result[whole].donors.appendNew(donor) }
      if result[whole].instrument == .unknown {
        result[whole].instrument = result[index].instrument
      }
    }
    return result
  }

  private func isEach(_ draft: Draft) -> Bool {
    guard draft.sum >= 0 else { return false }
    let sum = document.sums[draft.sum]
    let range =
      max(
        draft.segment.lowerBound, sum.tokens.lowerBound - 3)..<min(
        draft.segment.upperBound, sum.tokens.upperBound + 2)
    return range.contains {
      let token = document.tokens[$0]
      return token.cues.contains(.each) && !ClaimReader.shares.contains(token.hash)
    }
  }

  /// Equal shares of one sum make no sum each.
  private static let shares = WordSet("порівну поровну equally")

  /// A sum by its value and currency.
  private struct Total: Hashable {
    var value: Int64
    var currency: Int32

    init(_ sum: Sum) {
      value = sum.value
      currency = sum.currency
    }
  }

  private func equalTotal(_ draft: Draft, _ totals: [Total: Int]) -> Int? {
    var total = Total(document.sums[draft.sum])
    let (value, overflow) = total.value.multipliedReportingOverflow(by: Int64(draft.donors.count))
    total.value = value
    return overflow ? nil : totals[total]
  }
}
