import FundingCore

/// Who pays the rest of a sum, and the other half.
extension ClaimReader {
  /// «13 млрд: словацький внесок покриє частину, а решту дає фонд»: who pays the rest of a sum pays for it too.
  func takeRest(_ draft: inout Draft) {
    guard let last = draft.statements.last, draft.sum >= 0 else { return }
    for sentence in draft.statements + [last + 1]
    where sentence < document.sentences.count && !document.sentences[sentence].isBullet {
      guard let rest = restWord(sentence) else { continue }
      let isOwn = sentence <= last
      guard
        isOwn
          ? !draft.donors.isEmpty && !isPart(draft)
          : isWhole(draft, sentence) || isShared(draft, sentence, rest)
      else { continue }
      for party in parties(in: sentence)
      where party.part == .payer
        || party.part == .weak
          && (!isOwn || isOtherHalf(rest) || sharesOut(sentence, rest)) && isGapped(party, rest)
      {
        let name = document.names[party.name].tokens
        guard !isOwn || name.lowerBound > rest - 6 && name.lowerBound < rest + 6 else { continue }
        if draft.donors.contains(id(of: party)) { draft.prove(.donors, name, "D17") }
        enter(
          Party(name: party.name, part: .payer, rule: "D17", sentence: sentence),
          document.names[party.name], &draft)
      }
    }
  }

  /// «другу половину — уряд Чехії», "the other half from the Czech government": the verb is said once.
  private func isGapped(_ party: Party, _ rest: Int) -> Bool {
    let name = document.names[party.name]
    let gap = name.tokens.lowerBound - rest
    guard gap > 0, gap <= 5, name.isStranger || name.isAdjective || mayPay(name) else {
      return false
    }
    return (rest + 1..<name.tokens.lowerBound).contains {
      let token = document.tokens[$0]
      return token.mark == Mark.dash || token.cues.contains(.from) || token.hash == PartyReader.by
    }
  }

  /// «Половину цієї суми дав бюджет, решту — фонд»: a sentence right behind that shares a sum out and states none.
  private func isShared(_ draft: Draft, _ sentence: Int, _ rest: Int) -> Bool {
    guard !hasOwnSum(sentence),
      goOn(sentence - 1, sentence)
    else { return false }
    return sharesOut(sentence, rest)
  }

  func namesScheme(_ sentence: Int) -> Bool {
    parties(in: sentence).contains {
      let name = document.names[$0.name]
      return !name.isStranger && name.id == facts.scheme && $0.rule != "M1"
    }
  }

  private func sharesOut(_ sentence: Int, _ rest: Int) -> Bool {
    (document.sentences[sentence].tokens.lowerBound..<rest).contains {
      ClaimReader.halves.contains(document.tokens[$0].hash)
    }
  }

  /// «Чехія дала 20 млн, решту додав бюджет»: who pays the rest of a whole told before pays nothing of a part.
  func paysRest(_ party: Party, _ draft: Draft) -> Bool {
    guard draft.sum >= 0, let rest = restWord(party.sentence),
      document.names[party.name].tokens.lowerBound > rest, isPart(draft)
    else { return false }
    return document.sums[draft.sum].tokens.upperBound <= rest
  }

  /// The word for the rest in a sentence, where no sum stands beside it.
  private func restWord(_ sentence: Int) -> Int? {
    guard
      let rest = document.sentences[sentence].tokens.first(where: {
        ClaimReader.rests.contains(document.tokens[$0].hash) || isOtherHalf($0)
      }),
      !document.sums(in: sentence).contains(where: {
        let start = document.sums[$0].tokens.lowerBound
        return start > rest && start <= rest + 6
      })
    else { return nil }
    return rest
  }

  /// Whether a larger sum of the same currency stands shortly before: the rest is of that one.
  private func isPart(_ draft: Draft) -> Bool {
    let own = document.sums[draft.sum]
    return (max(0, draft.sum - 3)..<draft.sum).contains {
      let other = document.sums[$0]
      return other.currency == own.currency && other.value > own.value && other.role == .funding
        && own.sentence - other.sentence <= 2
    }
  }

  /// Whether a sentence states only smaller sums than a claim, and one at least.
  private func isWhole(_ draft: Draft, _ sentence: Int) -> Bool {
    let own = document.sums[draft.sum]
    let sums = document.sums(in: sentence)
    return !sums.isEmpty
      && sums.allSatisfy {
        document.sums[$0].currency == own.currency && document.sums[$0].value < own.value
      }
  }

  /// «другу половину», "the other half", «іншу частину».
  private func isOtherHalf(_ at: Int) -> Bool {
    let hash = document.tokens[at].hash
    guard at > 0, ClaimReader.halves.contains(hash) else { return false }
    if ClaimReader.others.contains(document.tokens[at - 1].hash) { return true }
    let start = document.sentences[Int(document.sentenceOf[at])].tokens.lowerBound
    return (max(start, at - 16)..<at).contains {
      let before = document.tokens[$0].hash
      return before == hash || ClaimReader.thirds.contains(before)
    }
  }

  private static let rests = WordSet(
    "решту решта остальное остальные остаток rest remainder balance")
  private static let halves = WordSet(
    """
    половину половина половини частину частина третину третина чверть half part third quarter половины часть треть \
    четверть
    """)
  private static let thirds = WordSet("третини чверті thirds quarters трети четверти")
  private static let others = WordSet(
    "другу друга іншу інша вторую вторая другую другая other second remaining")

  /// How many tokens stand between a sum and a name.
  func gap(_ sum: Int, _ name: Name) -> Int {
    let sum = document.sums[sum].tokens
    return sum.upperBound <= name.tokens.lowerBound
      ? name.tokens.lowerBound - sum.upperBound : sum.lowerBound - name.tokens.upperBound
  }
}
