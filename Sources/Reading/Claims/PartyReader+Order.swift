import FundingCore

/// Subjects that stand far from their verbs: behind the object, as whose people work, as whose order it was.
extension PartyReader {
  /// «40 млн виділив на ремонт дахів фонд «Крила»»: the subject at the end of its clause, told by the verb's gender.
  @inline(__always)
  func inverted(_ range: Range<Int>, _ sentence: Sentence) -> (part: Party.Part, rule: RuleID)? {
    let start = sentence.tokens.lowerBound
    guard range.lowerBound - start > 3,
      !document.cuesOf[Int(document.sentenceOf[range.lowerBound])].isDisjoint(with: [.give, .work])
    else { return nil }
    return subjectBehind(range, sentence)
  }

  private func subjectBehind(_ range: Range<Int>, _ sentence: Sentence) -> (
    part: Party.Part, rule: RuleID
  )? {
    let start = sentence.tokens.lowerBound
    let head = headOfName(range, start)
    guard head - start > 2, !isGoverned(head - 1), !isInLatinName(head) else { return nil }
    var at = head - 1
    while at >= start, head - at < 12 {
      let token = document.tokens[at]
      if token.kind == .mark {
        guard token.mark == Mark.quote || token.mark == Mark.dash && !token.flags.contains(.spaced)
        else { return nil }
      } else if !token.cues.isDisjoint(with: [.source, .wish, .ask, .receive]) || isName(at) {
        return nil
      } else if token.cues.contains(.work), !token.cues.contains(.give), isVerb(token),
        PartyReader.nows.contains(where: { document.ends(token, with: $0) }),
        isMinistry(range.lowerBound) || isHand(range.lowerBound)
      {
        return hasSubjectBefore(at, start) ? nil : (.doer, "D6")
      } else if token.kind == .word, !token.cues.isDisjoint(with: [.give, .work]),
        PartyReader.pasts.contains(where: { document.ends(token, with: $0) })
      {
        guard range.lowerBound - at > 3 || head - at > 2, token.flags.contains(.cyrillic),
          agrees(token, head),
          !hasSubjectBefore(at, start)
        else { return nil }
        return token.cues.contains(.give) ? (.payer, "D2") : (.doer, "D6")
      }
      at -= 1
    }
    return nil
  }

  private static let nows: [StaticString] = ["ює", "ує", "ить", "тиме", "ює", "ирует", "ает", "ит"]

  /// The first word of a name with what kind of body it is: «чеська гуманітарна організація «…»».
  private func headOfName(_ range: Range<Int>, _ start: Int) -> Int {
    var head = range.lowerBound
    while head > start {
      let token = document.tokens[head - 1]
      let isKind =
        token.kind == .word && !token.cues.isDisjoint(with: [.fundName, .government])
        || PartyReader.kinds.contains(token.hash)
        || token.kind == .word && !token.cues.contains(.give)
          && PartyReader.nominatives.end(token, document)
      guard token.mark == Mark.quote || isKind else { break }
      head -= 1
    }
    return head
  }

  private static let kinds = WordSet(
    "місто мерія рада агентство агенція секретаріат місія посольство корпорація уряд город мэрия совет агентство секретариат миссия посольство правительство"
  )
  private static let nominatives = Endings([
    "ська", "ський", "цька", "цький", "зька", "зький", "ская", "ский", "цкая", "цкий", "дна", "йна",
    "рна", "вний", "дний", "рний", "йний", "вный", "дный", "рный", "вна", "дная", "рная",
  ])

  /// Whether a word that governs a noun stands at a token.
  private func isGoverned(_ at: Int) -> Bool {
    !document.tokens[at].cues.isDisjoint(with: [
      .into, .from, .purpose, .payerFollows, .workerFollows, .with, .thanks, .source, .post, .and,
      .fund, .grant, .loan, .programme,
    ]) || document.tokens[at].kind == .mark && document.tokens[at].mark != Mark.quote
  }

  /// «програма Interreg NEXT Польща»: the last word of a name that the tables do not know.
  private func isInLatinName(_ head: Int) -> Bool {
    let before = document.tokens[head - 1].flags
    return before.contains(.latin) && before.contains(.capital)
      && document.tokens[head].flags.contains(.cyrillic)
  }

  /// Whether a name of an organisation that is no adjective ends at a token.
  private func isName(_ at: Int) -> Bool {
    document.names[document.names(from: at)].prefix(2).contains {
      $0.kind == .organisation && !$0.isAdjective && $0.tokens.lowerBound == at
    }
  }

  /// «виділила … рада», «виділив … фонд»: the gender of a verb of the past and the ending of its subject.
  private func agrees(_ verb: Token, _ head: Int) -> Bool {
    let subject = document.tokens[head]
    if subject.flags.contains(.latin) || subject.flags.contains(.allCapitals) { return true }
    if document.ends(verb, with: "ла") {
      return document.ends(subject, with: "а") || document.ends(subject, with: "я")
    }
    if document.ends(verb, with: "ло") {
      return document.ends(subject, with: "о") || document.ends(subject, with: "ня")
    }
    if document.ends(verb, with: "ли") {
      return document.ends(subject, with: "и") || document.ends(subject, with: "і")
        || document.ends(subject, with: "ы")
    }
    return !PartyReader.vowels.contains { document.ends(subject, with: $0) }
  }

  private static let vowels: [StaticString] = [
    "а", "я", "о", "е", "у", "ю", "и", "і", "ї", "ы", "є", "ь", "ой", "ої",
  ]

  /// Whether somebody is named between the beginning of the verb's clause and the verb.
  private func hasSubjectBefore(_ verb: Int, _ start: Int) -> Bool {
    var at = verb - 1
    while at >= start {
      let token = document.tokens[at]
      if token.kind == .mark, token.mark != Mark.quote,
        token.mark != Mark.dash || token.flags.contains(.spaced)
      {
        return false
      }
      if isName(at) || token.cues.contains(.pronoun) { return true }
      at -= 1
    }
    return false
  }

  /// «Департамент ОВА замовив ремонт», «Агентство уклало договір», "UNDP hired the builders": who has the work done.
  func client(_ range: Range<Int>, _ sentence: Sentence) -> (part: Party.Part, rule: RuleID)? {
    let cues = document.cuesOf[Int(document.sentenceOf[range.lowerBound])]
    let end = min(sentence.tokens.upperBound, range.upperBound + 7)
    let isSealed = cues.contains(.seals)
    for at in range.upperBound..<max(range.upperBound, end) {
      let token = document.tokens[at]
      if token.kind == .mark { return nil }
      if PartyReader.hires.contains(token.hash) {
        return isHand(range.lowerBound) ? (.doer, "D6") : nil
      }
      // «NEFCO оголосила тендер», "UNDP has called for bids".
      if PartyReader.calls.contains(token.hash), at + 2 < sentence.tokens.upperBound,
        document.cues(at + 1..<at + 3).contains(.tender)
      {
        return isHand(range.lowerBound) || isBank(range.lowerBound) ? (.doer, "D6") : nil
      }
      guard isSealed && token.cues.contains(.seals) || PartyReader.orders.contains(token.hash)
      else { continue }
      if isAuthority(range.lowerBound) { return (.worker, "I1") }
      return isHand(range.lowerBound) && cues.contains(.builder) ? (.doer, "D6") : nil
    }
    return nil
  }

  /// «Деньгами распорядится X», «підрядника знайшла МОМ».
  func managesMoney(_ at: Int, _ sentence: Sentence) -> Bool {
    let before = document.cues(max(sentence.tokens.lowerBound, at - 3)..<at)
    let hash = document.tokens[at].hash
    return before.contains(.fund) && PartyReader.managers.contains(hash)
      || PartyReader.finds.contains(hash)
        && document.cues(sentence.tokens.lowerBound..<at).contains(.builder)
        && (isHand(at + 1) || isBank(at + 1) || isAbroad(at + 1) && !isState(at + 1))
  }

  private static let finds = WordSet(
    "шукає шукатиме обирає обере обиратиме ищет выбирает выберет знайшла знайшов знайшло обрала обрав обрало нашла нашёл нашел нашло выбрала выбрал выбрало найняла наняла"
  )

  /// «Тендер на роботи оголосила CPVA».
  func callsForBids(_ at: Int, _ sentence: Sentence) -> Bool {
    PartyReader.calls.contains(document.tokens[at].hash)
      && document.tokens[at].flags.contains(.cyrillic)
      && document.cues(sentence.tokens.lowerBound..<at).contains(.tender)
      && (isHand(at + 1) || isBank(at + 1) || isAbroad(at + 1) || isAuthority(at + 1))
  }

  static let hires = WordSet(
    """
    hired hires contracted contracts наймає найняв найняла найняло наймала наймав наймає найме нанял наняла наняло \
    нанимает нанимала нанимал наймёт наймет
    """)
  private static let calls = WordSet(
    """
    проводить проведе проводит проведёт проведет оголосив оголосила оголосило оголошує оголосить объявил объявила объявило объявляет объявит announced launched held \
    called holds
    """)

  /// «Кабмін виділив Агентству відновлення 120 млн»: who is given another's money right behind the verb has the work done.
  func isGivenTo(_ verb: Int, _ steps: Int, _ sentence: Sentence) -> Bool {
    if isFundIn(dative: verb + 1), follows(verb, sentence) { return true }
    guard verb > sentence.tokens.lowerBound, document.tokens[verb].flags.contains(.cyrillic),
      isAdministration(verb + steps + 1), endsName(verb - 1)
    else { return false }
    return document.cues(verb..<min(sentence.tokens.upperBound, verb + 9)).isDisjoint(with: .goods)
  }

  /// Whether a name of an organisation ends at a token.
  func endsName(_ at: Int) -> Bool {
    document.names[document.names(from: max(0, at - 4))].prefix(4).contains {
      $0.kind == .organisation && $0.tokens.upperBound == at + 1
    }
  }

  /// «40 тис. євро, які надало УВКБ ООН»: whose money the sum before is.
  func givesThat(_ verb: Int, _ sentence: Sentence) -> Bool {
    guard verb - sentence.tokens.lowerBound > 3,
      PartyReader.thatMoney.contains(document.tokens[verb - 1].hash),
      document.tokens[verb - 2].mark == Mark.comma
    else { return false }
    let sum = document.firstSum(coreFrom: max(sentence.tokens.lowerBound, verb - 9))
    return sum < document.sums.count && document.sums[sum].tokens.upperBound == verb - 2
  }

  private static let thatMoney = WordSet("які що котрі які которые что")

  /// «партнер УВКБ ООН — фонд «Рокада»», "UNHCR's partner Proliska": whose money a local partner works with.
  func isPartnered(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
    guard isHand(range.lowerBound) else { return false }
    let (before, behind) = (range.lowerBound - 1, range.upperBound)
    if before >= sentence.tokens.lowerBound,
      PartyReader.partners.contains(document.tokens[before].hash)
        || before > sentence.tokens.lowerBound
          && document.tokens[before].cues.contains(.fundName)
          && PartyReader.partners.contains(document.tokens[before - 1].hash)
    {
      return document.tokens[before].flags.contains(.cyrillic)
    }
    return behind < sentence.tokens.upperBound
      && PartyReader.localPartners.contains(document.tokens[behind].hash)
      && document.tokens[behind].flags.contains(.latin)
      && document.tokens[behind - 1].flags.contains(.possessive)
  }

  /// «партнер УВКБ ООН — фонд «Рокада»», "UNHCR's partner Proliska": the partner's own name.
  func isPartnerOfName(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
    let start = sentence.tokens.lowerBound
    let before = headOfName(range, start) - 1
    guard before > start, let other = document.parties.last, other.rule == "D1",
      other.part == .payer
    else { return false }
    let name = document.names[other.name].tokens
    guard isPartnered(name, sentence) else { return false }
    let token = document.tokens[before]
    if name.upperBound == before + 1 { return document.tokens[before + 1].mark == Mark.quote }
    if PartyReader.localPartners.contains(token.hash) { return name.upperBound == before }
    return name.upperBound == before && token.kind == .mark
      && (token.mark == Mark.comma || token.mark == Mark.dash || token.mark == Mark.colon)
  }

  private static let partners = WordSet(
    """
    партнер партнера партнером партнери партнерами партнерська партнерською партнёр партнёра партнёром партнёры партнёрами \
    партнерская партнерской партнёрская
    """)
  private static let localPartners = WordSet("partner partners")

  /// "Caritas says work is under way": what an agency tells of works that have no other subject.
  func tellsWorks(_ at: Int, _ sentence: Sentence) -> Bool {
    let end = min(sentence.tokens.upperBound, at + 6)
    for next in at + 1..<max(at + 1, end) {
      let token = document.tokens[next]
      if token.flags.contains(.capital) || token.kind == .mark { return false }
      if token.cues.contains(.works) || PartyReader.workWords.contains(token.hash) { return true }
    }
    return false
  }

  private static let workWords = WordSet(
    "work works repairs роботу роботи роботах робіт ремонт ремонти работу работы работах ремонте")

  /// «У Харкові ми відремонтували 300 осель»: the sentences behind whoever speaks tell of its own work.
  func speaksBehind(_ range: Range<Int>, _ sentence: Int) -> Bool {
    guard isHand(range.lowerBound), document.sentences[sentence].part == .text else { return false }
    for next in sentence + 1..<min(document.sentences.count, sentence + 3) {
      let tokens = document.sentences[next].tokens
      if document.firstName(from: tokens.lowerBound) < document.names.count,
        namesBody(tokens.prefix(4))
      {
        return false
      }
      if speaksOfWork(next) { return true }
    }
    return false
  }

  private func namesBody(_ tokens: Range<Int>) -> Bool {
    tokens.contains { isName($0) }
  }

  private static let orders = WordSet(
    """
    замовив замовила замовило замовили замовляє замовить client заказал заказала заказало заказали заказывает закажет ordered \
    commissioned commissions orders
    """)

  /// «Міністерство повідомило: Швеція дала», "the mayor said Sweden had given": who tells it stands before the verb.
  func hasSubject(_ at: Int, _ range: Range<Int>, _ sentence: Sentence) -> Bool {
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
}
