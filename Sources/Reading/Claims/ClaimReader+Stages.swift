import FundingCore

/// Works that are done in part, in stages, or told beside their money.
extension ClaimReader {
  /// «побудовано на 55 %», "almost finished", «перші десять будинків полагодили».
  func isPartly(_ at: Int, _ range: Range<Int>) -> Bool {
    if at > range.lowerBound, WorksStates.almost.contains(document.tokens[at - 1].hash) {
      return true
    }
    if isOfFirst(at), !isPayment(document.tokens[at]) || isOfHalf(at) { return true }
    return (at + 1..<max(at + 1, min(range.upperBound, at + 5))).contains {
      document.isPercent($0)
    } || isByPart(at, range) || isSomeOfMore(at, range)
  }

  /// «виконано на третину», «виконано частково».
  private func isByPart(_ at: Int, _ range: Range<Int>) -> Bool {
    guard at + 1 < range.upperBound else { return false }
    let next = document.tokens[at + 1].hash
    return ClaimReader.partly.contains(next) || ClaimReader.fractions.contains(next)
      || at + 2 < range.upperBound && ClaimReader.by.contains(next)
        && ClaimReader.fractions.contains(document.tokens[at + 2].hash)
  }

  private static let partly = WordSet("частково наполовину частично partially")
  private static let by = WordSet("на by")
  private static let fractions = WordSet(
    "третину треть половину чверть четверть половину дві две half third")

  /// "400 of 900 flats have been repaired", «утеплено 12 із 30 будинків»: fewer than there are.
  private func isSomeOfMore(_ at: Int, _ range: Range<Int>) -> Bool {
    let near = max(range.lowerBound, at - 7)..<min(range.upperBound, at + 6)
    return near.dropFirst().dropLast().contains {
      guard ClaimReader.outOf.contains(document.tokens[$0].hash), let some = count($0 - 1),
        let all = count($0 + 1)
      else { return false }
      return some < all
    }
  }

  private static let outOf = WordSet("of із зі з из")

  /// A whole number in digits that is no year.
  private func count(_ at: Int) -> Int? {
    let token = document.tokens[at]
    guard token.kind == .number, token.end - token.start < 6 else { return nil }
    var value = 0
    for at in Int(token.start)..<Int(token.end) {
      guard (48...57).contains(document.bytes[at]) else { return nil }
      value = value * 10 + Int(document.bytes[at] - 48)
    }
    return value
  }

  /// «Перші десять будинків», "Half of the windows": a sentence that opens with a share of the works.
  func isOfFirst(_ at: Int) -> Bool {
    let sentence = document.sentences[Int(document.sentenceOf[at])].tokens
    guard var first = sentence.first, at - first < 16 else { return false }
    if document.tokens[first].hash == ClaimReader.the { first += 1 }
    if isShare(first), at > first { return true }
    guard ClaimReader.firstWords.contains(document.tokens[first].hash), at > first else {
      return false
    }
    return !cues(first..<min(at, first + 4)).isDisjoint(with: [.goods, .works, .counted, .school])
      || document.tokens[first + 1].kind == .number || document.tokens[first + 1].money == .numeral
  }

  /// "Half of", "Two thirds of", «Половина робіт», «Наполовину»: a share of what follows.
  private func isShare(_ first: Int) -> Bool {
    let (word, next) = (document.tokens[first], document.tokens[first + 1])
    if ClaimReader.shares.contains(word.hash) {
      return word.flags.contains(.cyrillic)
        ? next.cues.contains(.works) || ClaimReader.byHalf.contains(word.hash)
        : ClaimReader.shareOf.contains(next.hash)
    }
    return ClaimReader.thirds.contains(next.hash)
      && ClaimReader.shareOf.contains(document.tokens[first + 2].hash)
  }

  private static let shares = WordSet(
    "half most part parts половина половину третина третину частина частину наполовину треть часть наполовину"
  )
  private static let byHalf = WordSet("наполовину")
  private static let thirds = WordSet("thirds third quarter quarters half")
  private static let shareOf = WordSet("of")

  /// "The shelters are ready": done, where "ready to" is to come.
  func isReady(_ at: Int, _ range: Range<Int>) -> Bool {
    guard document.tokens[at].hash == ClaimReader.ready, at > range.lowerBound,
      ClaimReader.presents.contains(document.tokens[at - 1].hash)
    else { return false }
    return at + 1 >= range.upperBound || !ClaimReader.toFor.contains(document.tokens[at + 1].hash)
  }

  private static let ready = WordHash(word: "ready").value
  private static let presents = WordSet("is are now already was were fully all")
  private static let toFor = WordSet("to for")

  /// «решту чекають восени»: not all of it.
  func hasRest(_ range: Range<Int>) -> Bool {
    range.contains { at in
      ClaimReader.rests.contains { document.begins(document.tokens[at], with: $0) }
    }
  }

  private static let rests: [StaticString] = ["решт", "остальн", "rest", "remaining"]
  private static let the = WordHash(word: "the").value
  private static let firstWords = WordSet(
    "перші перша перший перше половину половина первые первый первая половину half first")
  private static let halves = WordSet("половину половина half")

  /// "Half of the $8 million has been spent": part of the money.
  private func isOfHalf(_ at: Int) -> Bool {
    let sentence = document.sentences[Int(document.sentenceOf[at])].tokens
    return sentence.first.map { ClaimReader.halves.contains(document.tokens[$0].hash) } ?? false
  }

  /// «профінансує другу чергу, першу вже збудовано»: the state of what this money is not for.
  func isOfOtherStage(_ at: Int, _ range: Range<Int>) -> Bool {
    guard document.tokens[at].cues.contains(.done) else { return false }
    let before = max(range.lowerBound, at - 3)..<at
    return before.contains { ClaimReader.earlierStages.contains(document.tokens[$0].hash) }
      && (range.lowerBound..<before.lowerBound).contains {
        ClaimReader.laterStages.contains(document.tokens[$0].hash)
      }
  }

  private static let earlierStages = WordSet(
    "перший перша перше першу попередній попередню первый первую первая первое предыдущий предыдущую first previous"
  )
  private static let laterStages = WordSet(
    "другий друга друге другу третій третю наступний наступну второй вторую вторая третий третью следующий следующую second third next"
  )

  /// «відкрили рух мостом, на який виділили 90 млн»: the money stands in a clause about what was done.
  func isToldOfAside(_ at: Int, _ money: Int, _ range: Range<Int>) -> Bool {
    let token = document.tokens[at]
    guard at < money, token.kind == .word, token.cues.contains(.done), !isNoun(token),
      token.cues.isDisjoint(with: [.planned, .ongoing, .allocated]), !isPriceNoun(at),
      !isToBe(at), !isNoState(at), !isPayment(token)
    else { return false }
    return (at + 1..<money).contains {
      ClaimReader.relatives.contains(document.tokens[$0].hash) && $0 > 1
        && (document.tokens[$0 - 1].mark == Mark.comma
          || document.tokens[$0 - 2].mark == Mark.comma)
    }
  }
}
