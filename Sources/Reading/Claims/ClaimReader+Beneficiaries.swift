/// Whom things bought serve: «генератори для лікарень» are energy.
extension ClaimReader {
  /// «генератори для лікарень», «передав лікарні генератор» are energy, «житло для переселенців» is housing: what stands
  /// behind "for" and a thing of another sector, or gets it, benefits.
  func withoutBeneficiaries(_ found: [Name]) -> [Name] {
    guard found.count > 1, found.contains(where: { isBeneficiary($0, of: found) }) else {
      return found
    }
    return found.filter { !isBeneficiary($0, of: found) }
  }

  private func isBeneficiary(_ name: Name, of found: [Name]) -> Bool {
    let isPeople = has(.people, name)
    guard isPeople || !isThing(name) else { return isSite(name, of: found) }
    for thing in found where thing.id != name.id && (isPeople || isThing(thing)) {
      // «переселенці заїжджають у гуртожиток».
      if isPeople, thing.id == facts.housing { return true }
      if isPeople, [facts.social, facts.economy, facts.other].contains(thing.id) { continue }
      // «шкільний автобус» is both.
      if name.id == facts.education, thing.id == facts.transport,
        thing.tokens.lowerBound == name.tokens.upperBound
      {
        continue
      }
      if thing.tokens.upperBound <= name.tokens.lowerBound {
        let between = thing.tokens.upperBound..<name.tokens.lowerBound
        let isFor = between.contains { document.tokens[$0].cues.contains(.beneficiary) }
        // «енергетична автономність університетів».
        if !isPeople, thing.id == facts.energy, between.count == 1,
          ClaimReader.qualities.contains(where: {
            document.begins(document.tokens[between.lowerBound], with: $0)
          })
        {
          return true
        }
        let isGiven =
          between.isEmpty && (isPeople || has(.goods, thing))
          || thing.id == facts.energy && between.count < 6
            && between.prefix(2).contains { document.tokens[$0].hash == ClaimReader.ofWord }
            && !between.contains(where: isJoint)
        if isFor || isGiven, !hasBreak(between) { return true }
        // «трансформатори, які живитимуть лікарні».
        if !isPeople, thing.id == facts.energy, between.count < 8,
          between.contains(where: isRelative)
        {
          return true
        }
        if !isPeople, isEquipping(between) || isPlaced(thing, between) { return true }
      } else if !isPeople, thing.id == facts.energy, isSupplied(name, thing) {
        return true
      } else if !isPeople, isEquipping(name.tokens.upperBound..<thing.tokens.lowerBound) {
        return true
      } else if !isPeople, thing.id == facts.energy, isFor(name, thing) {
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

  /// «сонячні панелі на даху лікарні», "heating in schools": where a thing of energy stands, with all that are joined.
  private func isPlaced(_ thing: Name, _ between: Range<Int>) -> Bool {
    guard thing.id == facts.energy, between.count < 12, let first = between.first,
      !isEnvelope(thing)
    else { return false }
    guard
      let at = between.prefix(7).first(where: {
        ClaimReader.standsAt.contains(document.tokens[$0].hash)
      }), at - first < 3 || document.tokens[at - 1].cues.contains(.goods)
    else { return false }
    let isAlone = !(first..<at).contains(where: isJoint)
    return (isAlone || document.tokens[at - 1].cues.contains(.goods))
      && !(at + 1..<between.upperBound).contains {
        let token = document.tokens[$0]
        return token.kind == .mark && token.mark != Mark.quote && token.mark != Mark.comma
          || !token.cues.isDisjoint(with: [.works, .give, .purpose, .goods])
          || ClaimReader.standsAt.contains(token.hash)
      }
  }

  /// «утеплення у багатоквартирних будинках»: that is done to the houses, and does not only stand there.
  private func isEnvelope(_ thing: Name) -> Bool {
    ClaimReader.envelope.contains {
      document.begins(document.tokens[thing.tokens.lowerBound], with: $0)
    }
  }

  private static let envelope: [StaticString] = ["утеп", "термомод", "insulat", "retrofit"]

  private static let standsAt = WordSet("на при у в in at on")

  /// «лікарня отримала генератор», «на даху школи запрацювала сонячна станція», «больница работает от генератора».
  private func isSupplied(_ name: Name, _ thing: Name) -> Bool {
    let between = name.tokens.upperBound..<thing.tokens.lowerBound
    guard between.count < 9 else { return false }
    var hasVerb = false
    for at in between {
      let token = document.tokens[at]
      if token.kind == .mark, token.mark != Mark.quote { return false }
      if token.cues.contains(.and) || ClaimReader.withWords.contains(token.hash) { return false }
      if token.cues.contains(.works) { return false }
      if !token.cues.isDisjoint(with: [.receive, .arrived, .give, .handOver])
        || ClaimReader.supplies.contains(where: { document.begins(token, with: $0) })
      {
        hasVerb = true
      }
    }
    return hasVerb
  }

  /// «для лікарні закупили модульну котельню».
  private func isFor(_ name: Name, _ thing: Name) -> Bool {
    let start = name.tokens.lowerBound
    let between = name.tokens.upperBound..<thing.tokens.lowerBound
    return between.count < 7
      && (max(0, start - 2)..<start).contains {
        ClaimReader.forWhom.contains(document.tokens[$0].hash)
      } && !between.contains(where: isJoint)
  }

  private static let ofWord = WordHash(word: "of").value
  private static let forWhom = WordSet("для for")
  static let withWords = WordSet("з із зі с со with")
  private static let supplies: [StaticString] = [
    "встанов", "установ", "змонт", "смонт", "запрац", "зараб", "працю", "работа", "з'яв", "появ",
    "постав", "облашт", "обустр", "install", "runs", "powered", "fitted", "має", "мають", "имеет",
    "живи", "пита", "has", "have",
  ]

  private static let qualities: [StaticString] = [
    "автоном", "незалежн", "независим", "стійк", "устойчив", "безпек", "безопасн",
  ]

  private func isRelative(_ at: Int) -> Bool {
    ClaimReader.relatives.contains(document.tokens[at].hash)
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
  func isThing(_ name: Name) -> Bool { name.id == facts.energy || has(.goods, name) }

  func has(_ cue: Cues, _ name: Name) -> Bool {
    name.tokens.contains { document.tokens[$0].cues.contains(cue) }
  }

  private func isJoint(_ at: Int) -> Bool {
    let token = document.tokens[at]
    return token.kind == .mark || token.cues.contains(.and)
  }
}
