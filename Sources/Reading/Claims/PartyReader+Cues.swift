import FundingCore

/// What the words on either side of a name say of its part.
extension PartyReader {
  func part(of range: Range<Int>, in sentence: Sentence, adjective: Bool) -> (
    Party.Part, RuleID
  ) {
    let left = leftPart(of: range, in: sentence, adjective: adjective)
    if let left, left.part == .payer || left.part == .worker { return left }
    let right = rightPart(of: range, in: sentence, adjective: adjective)
    if let left, left.part == .masked || left.part == .partner {
      if left.part == .partner, let right, right.part == .payer { return right }
      // "$2 million of USAID money": the money says more than the preposition.
      if left.rule == "M5", let right, right.rule == "D3" { return right }
      return left
    }
    if let right { return right }
    if let left { return left }
    return adjective ? (.masked, "M2") : (.weak, "D5")
  }

  /// A budget pays, unless money goes into it or it is only changed.
  func budgetPart(of range: Range<Int>, _ name: Name, _ sentence: Sentence) -> (
    Party.Part, RuleID
  )? {
    guard !name.isStranger,
      name.id == budgets.city || name.id == budgets.state || name.id == budgets.oblast,
      document.tokens[name.tokens.lowerBound].cues.isDisjoint(with: .council)
    else { return nil }
    if isDenied(range, sentence) { return (.masked, "M6") }
    var at = range.lowerBound - 1
    var steps = 0
    let isFund = range.contains {
      !document.tokens[$0].cues.isDisjoint(with: [.cityMoney, .oblastMoney, .stateMoney, .budget])
    }
    while at >= sentence.tokens.lowerBound, steps < (isFund ? 4 : 1) {
      let token = document.tokens[at]
      if PartyReader.into.contains(token.hash) && !isLocative(range) || token.cues.contains(.change)
      {
        return (.masked, "M6")
      }
      at -= 1
      steps += 1
    }
    return (.payer, "D9")
  }

  /// «грошей міста в цьому проєкті немає».
  private func isDenied(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
    let end = min(sentence.tokens.upperBound, range.upperBound + 6)
    for at in range.upperBound..<max(range.upperBound, end) {
      if document.tokens[at].kind == .mark { return false }
      if PartyReader.absent.contains(document.tokens[at].hash) { return true }
    }
    return false
  }

  private static let absent = WordSet("немає нема нет відсутні отсутствуют")

  /// «у бюджеті закладено», «в бюджете нашли», "set aside in the budget": where money lies, not where it goes.
  private func isLocative(_ range: Range<Int>) -> Bool {
    range.contains { PartyReader.locatives.contains(document.tokens[$0].hash) }
      || range.lowerBound > 1
        && (range.lowerBound - 2..<range.lowerBound).contains {
          document.tokens[$0].hash == PartyReader.inside
        }
  }

  private static let inside = WordHash(word: "in").value
  private static let locatives = WordSet("бюджеті бюджете казні казне скарбниці")

  private static let into = WordSet(
    "до в у to into зміни змінили изменения зміну changes")

  private func leftPart(of range: Range<Int>, in sentence: Sentence, adjective: Bool) -> (
    part: Party.Part, rule: RuleID
  )? {
    var at = range.lowerBound - 1
    var steps = 0
    let start = max(sentence.tokens.lowerBound, lastName(before: range.lowerBound))
    while at >= start, steps < 6 {
      let token = document.tokens[at]
      if token.kind == .number { return nil }
      if token.kind == .mark {
        switch token.mark {
        case Mark.quote, Mark.open: break
        case Mark.dash where !token.flags.contains(.spaced): break
        case Mark.colon where steps <= 1, Mark.dash where steps <= 1: break
        default: return nil
        }
      } else if PartyReader.ofTown.contains(token.hash), at + 1 < sentence.tokens.upperBound,
        isTown(range)
      {
        // "from the city of Bologna", «від міста Познань».
        at -= 1
        continue
      } else if token.hash == PartyReader.of, at > sentence.tokens.lowerBound,
        PartyReader.ruling.contains(document.tokens[at - 1].hash)
      {
        // "the governments of Latvia and Estonia".
      } else if token.cues.contains(.source), hasSubject(at, range, sentence) {
        return nil
      } else if let found = cue(token, at, steps, sentence, adjective: adjective) {
        return found
      } else if stops(token) {
        return nil
      }
      at -= 1
      steps += 1
    }
    return nil
  }

  private static let ofTown = WordSet(
    "the of city town побратима побратим побратимом побратимів побратиму партнера twin sister місто міста місту містом мерія мерії мерією город города городом мэрия мэрии мэрией"
  )

  /// Where the last organisation named before a token ends: its words say nothing of the next one.
  private func lastName(before token: Int) -> Int {
    for at in stride(from: document.firstName(from: token) - 1, through: 0, by: -1) {
      let name = document.names[at]
      if token - name.tokens.upperBound > 6 { return 0 }
      if name.kind == .organisation, !name.isAdjective, name.tokens.upperBound <= token,
        name.tokens.count > 1 || document.tokens[name.tokens.lowerBound].flags.contains(.capital)
      {
        return name.tokens.upperBound
      }
    }
    return 0
  }

  private static let of = WordHash(word: "of").value
  private static let ruling = WordSet("government governments people peoples kingdom republic")

  /// «Міністерство повідомило: Швеція дала», "the mayor said Sweden had given": who tells it stands before the verb.
  private func hasSubject(_ at: Int, _ range: Range<Int>, _ sentence: Sentence) -> Bool {
    if (at + 1..<range.lowerBound).contains(where: { document.tokens[$0].mark == Mark.colon }) {
      return true
    }
    guard PartyReader.telling.contains(document.tokens[at].hash), at > sentence.tokens.lowerBound
    else { return false }
    let before = document.tokens[at - 1]
    return before.kind == .word && !PartyReader.asTold.contains(before.hash)
      && document.tokens[at + 1].hash != PartyReader.by
  }

  private static let telling = WordSet(
    "said says told reported reports announced noted stated explained wrote")
  private static let asTold = WordSet("as")
  static let by = WordHash(word: "by").value

  /// Whether the name at a range is a town abroad.
  private func isTown(_ range: Range<Int>) -> Bool {
    let at = document.firstName(from: range.lowerBound)
    guard at < document.names.count else { return false }
    return document.names[at...].prefix(3).contains {
      $0.kind == .organisation && $0.tokens.lowerBound == range.lowerBound
        && (facts.body($0.id)?.kind == .city)
    }
  }

  /// A verb or preposition that no rule knows ends the look back.
  private func stops(_ token: Token) -> Bool {
    !token.cues.isDisjoint(with: [.receive, .planned, .done, .ongoing, .give])
      || token.cues.contains(.purpose)
  }

  private func cue(
    _ token: Token, _ at: Int, _ steps: Int, _ sentence: Sentence, adjective: Bool
  ) -> (part: Party.Part, rule: RuleID)? {
    let cues = token.cues
    if cues.contains(.guarantee) { return (.masked, "M4") }
    if cues.contains(.post), !hasVerb(at, steps) { return (.masked, "M3") }
    if cues.contains(.payerFollows) { return (.payer, "D1") }
    if cues.contains(.workerFollows) || takesOnWork(token, at, sentence) { return (.worker, "I1") }
    if cues.contains(.source) && !cues.contains(.give) { return (.masked, "M1") }
    if cues.contains(.receive), steps <= 1, !cues.contains(.give), !adjective {
      return (.recipient, "I4")
    }
    if cues.contains(.with) { return (.partner, "I2") }
    if steps <= 2, PartyReader.with.contains(token.hash),
      follows(at, sentence, [.tender, .programme]) || agrees(at, sentence)
    {
      return (.payer, "D11")
    }
    if steps <= 2, !adjective, PartyReader.channel.contains(token.hash),
      follows(at, sentence, [.fund, .tranche, .grant]),
      isFund(at + 1..<min(sentence.tokens.upperBound, at + 5))
    {
      return (.worker, "I5")
    }
    if cues.contains(.thanks) { return (.partner, "D7") }
    if !cues.isDisjoint(with: [.grant, .loan, .tranche]), steps <= 1 {
      // «кредит «Укренерго»»: a utility gets loans.
      return isUtility(at + 1) ? (.recipient, "I4") : (.payer, "D3")
    }
    if cues.contains(.fund), steps <= 1, !token.flags.contains(.latin) || cues.contains(.tranche),
      at == sentence.tokens.lowerBound || !document.tokens[at - 1].cues.contains(.this)
    {
      return (.payer, "D3")
    }
    // «на метро Харкова», "for UNICEF": what the money is for.
    if cues.contains(.purpose), steps == 0, !adjective, isUtility(at + 1) { return (.masked, "M5") }
    if cues.contains(.from) { return from(token, at, steps, sentence) }
    if cues.contains(.programme), steps <= 2, !token.flags.contains(.latin) {
      // «Впроваджує проєкт ПРООН».
      if worksBefore(at, sentence) { return (.worker, "I1") }
      return (.payer, "D8")
    }
    // «відремонтує GIZ»: the verb right before who does it.
    if cues.contains(.work), !cues.contains(.give), steps == 0, isVerb(token) {
      return (.doer, "D6")
    }
    if PartyReader.participles.contains(token.hash), steps <= 1 { return (.payer, "D1") }
    if cues.contains(.give), steps <= 2, !cues.contains(.receive), !adjective {
      return (.payer, "D2")
    }
    if cues.contains(.into), !cues.contains(.purpose), steps <= 1 {
      // «У Сумах Литва …»: the preposition is the town's.
      if steps == 1, document.tokens[at + 1].flags.contains(.capital) { return nil }
      return (.masked, "M5")
    }
    return nil
  }

  private static let with = WordSet(
    "with з із зі с со")

  /// «домовилася з Литвою», "agreed with Lithuania".
  private func agrees(_ at: Int, _ sentence: Sentence) -> Bool {
    (max(sentence.tokens.lowerBound, at - 3)..<at).contains {
      let token = document.tokens[$0]
      return PartyReader.agreed.contains(token.hash) || document.begins(token, with: "домов")
        || document.begins(token, with: "договор")
    }
  }

  private static let agreed = WordSet("agreed agrees agreeing agree")

  /// «тендер і технагляд узяла на себе NEFCO»: work, not costs, is taken on.
  private func takesOnWork(_ token: Token, _ at: Int, _ sentence: Sentence) -> Bool {
    guard PartyReader.oneself.contains(token.hash) else { return false }
    return (max(sentence.tokens.lowerBound, at - 9)..<at).contains {
      let before = document.tokens[$0]
      return before.cues.contains(.tender) || PartyReader.runs.contains(before.hash)
    }
  }

  /// A verb or a person's name between a post and a name: «серед донорів директор назвав Данію».
  private func hasVerb(_ at: Int, _ steps: Int) -> Bool {
    steps > 1
      && (at + 1...at + steps).contains {
        let token = document.tokens[$0]
        return token.kind == .word && token.flags.contains(.cyrillic)
          && !token.flags.contains(.capital)
          && PartyReader.pasts.contains { document.ends(token, with: $0) }
      }
  }

  static let pasts: [StaticString] = [
    "ав", "ив", "ув", "ала", "ила", "ула", "али", "или", "ули", "ало", "ило", "ал", "ил",
  ]

  /// «Реалізує проєкт ПРООН», «втіленням програми займається».
  private func worksBefore(_ at: Int, _ sentence: Sentence) -> Bool {
    (max(sentence.tokens.lowerBound, at - 2)..<at).contains {
      let token = document.tokens[$0]
      return token.cues.contains(.workerFollows)
        || token.cues.contains(.work) && !token.cues.contains(.give) && isVerb(token)
    }
  }

  private func isVerb(_ token: Token) -> Bool {
    token.flags.contains(.cyrillic)
      && !PartyReader.nouns.contains { document.ends(token, with: $0) }
  }

  private static let nouns: [StaticString] = [
    "ння", "нню", "нням", "нні", "ція", "ції", "цію", "цією", "ние", "ния", "нию", "нием", "нии",
    "ция", "ции", "цию", "цией", "ной", "ного", "ний", "них", "ных", "ним", "ным",
  ]

  /// Behind these stands who did it: «надані Данією», «переданных Японией».
  private static let participles = WordSet(
    "надані надана наданий виділені виділених виділеними виділене виділеного виділена передані переданих переданий передана переданого переданими закуплені закуплених закуплений закуплена куплені куплених придбані придбаних надіслані надісланих привезені выделенные выделенных выделенными выделенное переданные переданных переданный переданная переданного закупленные закупленных закупленный купленные купленных приобретенные приобретенных присланные присланных привезенные"
  )

  /// Whether the name at a token is a Ukrainian firm that mostly gets money.
  func isUtility(_ token: Int) -> Bool {
    document.names[document.names(from: token)].prefix(2).contains {
      guard $0.kind == .organisation, !$0.isStranger, $0.tokens.lowerBound <= token + 2,
        let body = facts.body($0.id)
      else { return false }
      return body.kind == .company && body.isUkrainian && body.role == .implementer
    }
  }

  private static let oneself = WordSet("себе себя")
  private static let runs = WordSet(
    "технагляд нагляд реалізацію втілення виконання організацію координацію управління будівництво роботи ремонт монтаж доставку логістику технадзор надзор реализацию воплощение выполнение организацию координацию управление строительство работы доставку логистику"
  )
  private static let channel = WordSet(
    "до для to into в у in через")

  /// Whether a cue stands within five tokens before.
  private func follows(_ at: Int, _ sentence: Sentence, _ cues: Cues) -> Bool {
    (max(sentence.tokens.lowerBound, at - 5)..<at).contains {
      !document.tokens[$0].cues.isDisjoint(with: cues)
    }
  }

  /// A fund that others pay into.
  private func isFund(_ range: Range<Int>) -> Bool {
    range.contains { document.tokens[$0].cues.contains(.fundName) }
  }

  /// "from X", «від X»: a payer where money or help went before it, else a direction.
  private func from(_ token: Token, _ at: Int, _ steps: Int, _ sentence: Sentence) -> (
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
    while back >= sentence.tokens.lowerBound, distance < 14 {
      let before = document.tokens[back].cues
      if distance < 2, before.contains(.guarantee) { return (.masked, "M4") }
      if !before.isDisjoint(with: [.grant, .loan, .fund, .receive, .tranche, .goods]) {
        return (.payer, "D3")
      }
      if distance < 2, before.contains(.give) { return (.payer, "D2") }
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
    if token.flags.contains(.cyrillic),
      !all.isDisjoint(with: [.allocated, .arrived, .receive, .grant, .loan, .tranche])
    {
      return (.payer, "D3")
    }
    if token.cues.contains(.into) { return (.masked, "M5") }
    // A title's «Другий транш від ЄБРР: …» or "From Japan: …".
    return token.flags.contains(.cyrillic) ? (.payer, "D3") : nil
  }
}
