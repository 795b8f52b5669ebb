import FundingCore

/// Sums that say what something costs.
extension RoleReader {
  /// What works and goods cost is funding where they are done, under way, contracted or paid for; an estimate with
  /// nobody to pay is a need; the price of one thing, with no works around, is other.
  func priced(_ index: Int, _ found: Governors, _ cost: Int) -> Verdict {
    let at = Int(document.sums[index].sentence)
    let sentence = document.sentences[at].tokens
    let before = at > 0 ? document.cuesOf[at - 1] : []
    let around = document.cuesOf[at]
    if found.all.contains(.apiece), found[.given] > 12, !around.contains(.works) {
      return Verdict(.other, cost)
    }
    let hasPayer =
      isPaid(at) || isPaid(at - 1) || isPaid(at + 1)
      || !found.all.isDisjoint(with: [
        .bears, .grant, .loan, .stateMoney, .cityMoney, .oblastMoney,
      ])
    if found[.reckoned] <= found[.pricing] + 1, !hasPayer, !isUnderWay(sentence) {
      return Verdict(.need, cost)
    }
    if !hasPayer, !before.isDisjoint(with: [.lacks, .asks, .nobody]), found[.charged] > 12 {
      return Verdict(.need, cost)
    }
    if isGoing(index), around.isDisjoint(with: [.works, .makes, .tender, .allocated]) {
      return Verdict(.other, cost)
    }
    let objects: Cues = [.works, .goods, .programme, .tender, .school, .makes, .done, .ongoing]
    let isObject =
      hasPayer || !around.union(before).isDisjoint(with: objects)
      || !article.isDisjoint(with: [.works, .tender]) && hasSector(sentence)
    return Verdict(isObject ? .funding : .other, cost)
  }

  /// Whether works are done, under way or contracted, by a word that is not the price itself.
  private func isUnderWay(_ range: Range<Int>) -> Bool {
    range.contains {
      let token = document.tokens[$0]
      return !token.cues.isDisjoint(with: [.tender, .ongoing, .done, .allocated])
        && token.cues.isDisjoint(with: [.pricing, .reckoned, .works])
        && !RoleReader.nowWords.contains(token.hash)
    }
  }

  private static let nowWords = WordSet(
    "нині наразі досі зараз що завершити завершення now currently continue сейчас готов готова готовий"
  )

  /// What things go for: "an arm costs $25,000", a price in the present.
  private func isGoing(_ index: Int) -> Bool {
    let sum = document.sums[index]
    let at = Int(sum.sentence)
    let limit = isPaid(at - 1) ? 150_000_00.0 : 1_500_000_00
    guard !isPaid(at), Restatements.dollars(sum) ?? 0 < limit else { return false }
    let start = sum.tokens.lowerBound
    return (max(0, start - 5)..<start).contains {
      RoleReader.goingFor.contains(document.tokens[$0].hash)
    }
  }

  private static let goingFor = WordSet("коштує коштують обходиться стоит стоят обходится costs")

  /// A flat, a tonne, a fare that people buy: no public money, no works.
  func isMarket(_ index: Int, _ found: Governors) -> Bool {
    found[.charged] < 14 && !isPaid(Int(document.sums[index].sentence))
      && found.all.isDisjoint(with: [
        .allocated, .grant, .loan, .tender, .tranche, .raised, .stateMoney, .cityMoney,
        .oblastMoney, .works,
      ])
  }

  /// Whether a sentence names a sector's thing: укриття, hospital.
  private func hasSector(_ range: Range<Int>) -> Bool {
    var low = document.firstName(from: range.lowerBound)
    while low < document.names.count, document.names[low].tokens.lowerBound < range.upperBound {
      if document.names[low].kind == .sector { return true }
      low += 1
    }
    return false
  }

  /// Sums too small to rebuild with, unless they are gifts.
  func isSmall(_ sum: Sum, _ found: Governors) -> Bool {
    guard let dollars = Restatements.dollars(sum) else { return false }
    return dollars < 3_000_00 && found.all.isDisjoint(with: [.raised, .grant])
      && found[.lacks] > 4 && found[.ruin] > 4
  }

  /// A firm that builds for itself: «вклала 12 млн у логістичний комплекс».
  func isVenture(_ index: Int, _ found: Governors) -> Bool {
    let at = Int(document.sums[index].sentence)
    let own = document.cuesOf[at]
    guard own.contains(.invests),
      found.all.isDisjoint(with: [
        .grant, .loan, .stateMoney, .cityMoney, .oblastMoney, .school, .tranche,
      ])
    else { return false }
    return own.contains(.venture) || at > 0 && document.cuesOf[at - 1].contains(.venture)
  }
}
