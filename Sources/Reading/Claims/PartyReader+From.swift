import FundingCore

/// Names behind "from" and "by", and funds that others pay into.
extension PartyReader {
  /// "a grant of about EUR 4.7 million to the fund": a sum right before, and what it is before that.
  func followsSum(_ at: Int, _ sentence: Sentence) -> Bool {
    let start = max(sentence.tokens.lowerBound, at - 9)
    let sum = document.firstSum(from: start)
    guard sum < document.sums.count, document.sums[sum].tokens.upperBound == at else {
      return false
    }
    return (start..<at).contains {
      !document.tokens[$0].cues.isDisjoint(with: [.fund, .tranche, .grant, .give])
    }
  }

  /// A fund that others pay into.
  func isFund(_ range: Range<Int>) -> Bool {
    range.contains { document.tokens[$0].cues.contains(.fundName) }
  }

  /// "from X", «від X»: a payer where money or help went before it, else a direction.
  func from(_ token: Token, _ at: Int, _ steps: Int, _ sentence: Sentence) -> (
    part: Party.Part, rule: RuleID
  )? {
    guard steps <= 3 else { return nil }
    // "with DKK 9 million from Danida".
    let sum = document.firstSum(coreFrom: max(sentence.tokens.lowerBound, at - 8))
    if sum < document.sums.count, document.sums[sum].tokens.upperBound <= at,
      at - document.sums[sum].tokens.upperBound <= 1
    {
      return (.payer, "D3")
    }
    var back = at - 1
    var distance = 0
    let isSource = PartyReader.outOf.contains(token.hash) && isCountry(at + 1)
    while back >= sentence.tokens.lowerBound, distance < 14 {
      let before = document.tokens[back].cues
      if distance < 2, before.contains(.guarantee) { return (.masked, "M4") }
      // «з партнерами з Італії»: where somebody comes from, unless money or goods stand right before.
      if distance > 4, isSource { break }
      if !before.isDisjoint(with: [.grant, .loan, .fund, .receive, .tranche, .goods]) {
        return (.payer, "D3")
      }
      if token.hash == PartyReader.by, distance < 2,
        PartyReader.spending.contains(document.tokens[back].hash), isAuthority(at + 1)
      {
        return (.worker, "I4")
      }
      if distance < 2, before.contains(.give) { return (.payer, "D2") }
      if token.hash == PartyReader.by, distance < 2,
        PartyReader.hires.contains(document.tokens[back].hash), isHand(at + 1) || isBank(at + 1)
      {
        return (.worker, "I1")
      }
      if token.hash == PartyReader.by, distance < 5, document.tokens[back].kind == .mark { break }
      let isBy = token.hash == PartyReader.by && distance < 5
      if (distance < 2 || isBy) && before.contains(.work) || isBy && isDone(back) {
        // "re-roofed by Norway": a country does not build itself, it pays.
        return isCountry(at + 1) ? (.payer, "D2") : (.worker, "I1")
      }
      back -= 1
      distance += 1
    }
    // «Із Фонду ліквідації … виділили»: the sentence gives or gets.
    let all = document.cues(sentence.tokens)
    if !token.flags.contains(.cyrillic), token.hash == PartyReader.fromWord,
      at == sentence.tokens.lowerBound,
      !all.isDisjoint(with: [.receive, .arrived])
        || sentence.tokens.contains(where: {
          PartyReader.comings.contains(document.tokens[$0].hash)
        })
    {
      // "From the Red Cross the city has received …".
      return (.payer, "D3")
    }
    // «З Нюрнберга прийшли дві швидкі».
    if token.flags.contains(.cyrillic), steps <= 1, isCountry(at + 1),
      sentence.tokens.contains(where: { PartyReader.comings.contains(document.tokens[$0].hash) })
    {
      return (.payer, "D3")
    }
    if isSource { return (.masked, "M5") }
    if token.flags.contains(.cyrillic),
      !all.isDisjoint(with: [.allocated, .arrived, .receive, .grant, .loan, .tranche])
    {
      return (.payer, "D3")
    }
    if token.cues.contains(.into) { return (.masked, "M5") }
    // A title's «Другий транш від ЄБРР: …» or "From Japan: …".
    return token.flags.contains(.cyrillic) ? (.payer, "D3") : nil
  }

  /// «Клуб «Ротарі» міста Гамбург», "the Rotary Club of Leeds": the town that a charity is at home in.
  func isHomeTown(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
    guard isTown(range), range.lowerBound > sentence.tokens.lowerBound else { return false }
    var at = range.lowerBound - 1
    while at > sentence.tokens.lowerBound,
      document.tokens[at].mark == Mark.quote || document.tokens[at].cues.contains(.city)
        || PartyReader.ofThe.contains(document.tokens[at].hash)
    {
      at -= 1
    }
    let before = document.firstName(from: at + 1) - 1
    guard before >= 0 else { return false }
    let name = document.names[before]
    return name.kind == .organisation && name.tokens.upperBound == at + 1 && !name.isAdjective
      && (name.isStranger || facts.body(name.id)?.kind == .ngo)
  }

  /// «німецьким банком KfW», "the European Commission's arm, ECHO": the first name only says whose the second is.
  func isAttribute(_ member: Int, in group: ClosedRange<Int>) -> Bool {
    guard
      let next = group.first(where: { $0 > member && document.names[$0].kind == .organisation })
    else { return false }
    let gap = document.names[member].tokens.upperBound..<document.names[next].tokens.lowerBound
    // «департамент Єврокомісії (ECHO)».
    if gap.count == 1, document.tokens[gap.lowerBound].mark == Mark.open,
      let whole = facts.body(document.names[member].id), whole.kind == .multilateral,
      !document.names[member].isStranger, !document.names[next].isStranger,
      facts.body(document.names[next].id)?.country == whole.country, whole.country != 0
    {
      return true
    }
    if !document.names[member].isAdjective {
      // "the World Bank's URTF".
      return gap.count <= 7 && document.tokens[gap.lowerBound - 1].flags.contains(.possessive)
        && !gap.contains { document.tokens[$0].cues.contains(.and) }
    }
    return gap.count <= 2
      && !gap.contains {
        document.tokens[$0].cues.contains(.and) || document.tokens[$0].mark == Mark.comma
      }
  }

  /// «Директорат ECHO Європейської комісії»: what follows a name without a word between says whose it is.
  func isOwner(_ member: Int, in group: ClosedRange<Int>) -> Bool {
    guard member > group.lowerBound,
      let before = group.last(where: {
        $0 < member && document.names[$0].kind == .organisation
      })
    else { return false }
    let (left, own) = (document.names[before], document.names[member])
    return !left.isAdjective && left.tokens.upperBound == own.tokens.lowerBound && !left.isStranger
      && document.tokens[own.tokens.lowerBound].flags.contains(.cyrillic)
      && facts.body(left.id)?.country == facts.body(own.id)?.country
      && facts.body(own.id)?.country != 0
  }
}
