import FundingCore

/// Whom public money is handed to, and whose partner somebody is.
extension PartyReader {
  /// «виділив Міністерству енергетики 500 млн», «Харківській ОВА уряд дав», "allocated 410 million to the Agency for
  /// Restoration": an authority that is given money has the work done; what is given things carries nothing out.
  func entrusted(_ range: Range<Int>, _ sentence: Sentence) -> (part: Party.Part, rule: RuleID)? {
    let cues = document.cuesOf[Int(document.sentenceOf[range.lowerBound])]
    guard cues.contains(.give), isAuthority(range.lowerBound) else { return nil }
    let isGiven =
      document.tokens[range.lowerBound].flags.contains(.latin)
      ? isGivenEnglish(range, sentence) : isDative(range, sentence)
    guard isGiven else { return nil }
    return hasSum(sentence) && !getsGoods(range, sentence) ? (.worker, "I4") : (.recipient, "I4")
  }

  private func isDative(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
    let token = document.tokens[range.lowerBound]
    guard PartyReader.dativeEndings.contains(where: { document.ends(token, with: $0) }) else {
      return false
    }
    guard range.lowerBound > sentence.tokens.lowerBound else { return true }
    let before = document.tokens[range.lowerBound - 1]
    return before.cues.isDisjoint(with: [
      .thanks, .source, .workerFollows, .payerFollows, .from, .into, .with,
    ]) && !PartyReader.along.contains(before.hash)
  }

  private static let dativeEndings: [StaticString] = [
    "ству", "ській", "цькій", "зькій", "ному", "ському", "лужбі", "енції",
  ]
  private static let along = WordSet("по при за о об про")

  /// "gave the Ministry of Energy UAH 500 million", "released UAH 40 million to the ministry".
  private func isGivenEnglish(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
    var at = range.lowerBound - 1
    if at > sentence.tokens.lowerBound, document.tokens[at].hash == PartyReader.the { at -= 1 }
    guard at > sentence.tokens.lowerBound else { return false }
    let before = document.tokens[at]
    if before.cues.contains(.give), before.flags.contains(.latin), !before.cues.contains(.fund) {
      return opensSum(range.upperBound)
    }
    guard PartyReader.to.contains(before.hash) else { return false }
    let sum = document.firstSum(coreFrom: max(sentence.tokens.lowerBound, at - 9))
    return sum < document.sums.count && document.sums[sum].tokens.upperBound == at
      && document.cues(sentence.tokens.lowerBound..<at).contains(.give)
  }

  private static let to = WordSet("to")

  /// Things named between the verb and the sum, or right behind the name: what is given are these.
  private func getsGoods(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
    let end = min(sentence.tokens.upperBound, range.upperBound + 3)
    return document.cues(range.upperBound..<max(range.upperBound, end)).contains(.goods)
  }

  /// «обрала МОМ виконавцем»: the office right behind the name.
  func isMadeWorker(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
    range.upperBound < sentence.tokens.upperBound
      && PartyReader.madeWorkers.contains(document.tokens[range.upperBound].hash)
  }

  private static let madeWorkers = WordSet("виконавцем исполнителем розпорядником распорядителем")

  /// «разом із партнером — «Проліскою»», "through its local partner Rokada": a partner by name, beside another agency.
  func isPartner(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
    let start = sentence.tokens.lowerBound
    var at = range.lowerBound - 1
    var isParted = false
    while at > start, range.lowerBound - at < 7 {
      let token = document.tokens[at]
      if token.kind == .mark {
        switch token.mark {
        case Mark.quote, Mark.dash, Mark.comma, Mark.colon, Mark.open: isParted = true
        default: return false
        }
      } else if PartyReader.partnerWords.contains(token.hash) {
        return (isParted || token.flags.contains(.latin)) && hasOtherAgency(range, sentence)
      } else if token.cues.isDisjoint(with: [.fundName, .namedAgain]),
        !PartyReader.partnerKinds.contains(token.hash)
      {
        return false
      }
      at -= 1
    }
    return false
  }

  private func hasOtherAgency(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
    document.names[document.names(from: sentence.tokens.lowerBound)].prefix(12).contains {
      guard $0.kind == .organisation, !$0.isStranger,
        $0.tokens.upperBound <= sentence.tokens.upperBound, !range.contains($0.tokens.lowerBound),
        let kind = facts.body($0.id)?.kind
      else { return false }
      return kind == .un || kind == .ngo
    }
  }

  private static let partnerWords = WordSet(
    """
    партнер партнера партнером партнеру партнери партнерами партнёр партнёра партнёром партнёры партнеры партнерами \
    партнерами partner partners
    """)
  private static let partnerKinds = WordSet(
    """
    громадської громадською громадська гуманітарної гуманітарною благодійної благодійною місії місією ініціативи \
    агентства агенції агентством організації організацією общественной гуманитарной благотворительной миссией the
    """)

  /// Names side by side that are no list: «Харківській ОВА уряд дав», «з резервного фонду міністерство отримає», "Through
  /// Rokada, UNHCR repaired", "CPVA, the Lithuanian project agency".
  func parts(_ left: Name, _ right: Name, _ gap: Range<Int>) -> Bool {
    let sentence = document.sentences[Int(document.sentenceOf[left.tokens.lowerBound])]
    let behind = document.tokens[right.tokens.upperBound]
    if gap.isEmpty {
      if left.tokens.lowerBound > sentence.tokens.lowerBound,
        PartyReader.across.contains(document.tokens[left.tokens.lowerBound - 1].hash),
        !behind.cues.isDisjoint(with: [.give, .work]), isVerb(behind)
      {
        return true
      }
      return behind.cues.contains(.receive) && isAuthority(right.tokens.lowerBound)
        || isAuthority(left.tokens.lowerBound) && isDative(left.tokens, sentence)
    }
    if right.isAdjective { return isKindOfAgency(right.tokens.upperBound) }
    return gap.count <= 3 && document.tokens[gap.lowerBound].mark == Mark.comma
      && gap.dropFirst().allSatisfy({
        document.tokens[$0].hash == PartyReader.the || document.tokens[$0].cues.contains(.fundName)
      })
      && left.tokens.lowerBound - sentence.tokens.lowerBound <= 5 && behind.kind == .word
      && !behind.cues.contains(.and)
      && PartyReader.openings.contains(document.tokens[sentence.tokens.lowerBound].hash)
  }

  private static let openings = WordSet("through via with together alongside через разом вместе")

  /// "the Lithuanian project agency", «литовське проєктне агентство»: the adjective only says whose agency it is.
  func isKindOfAgency(_ start: Int) -> Bool {
    for at in start..<min(document.tokens.count, start + 3) {
      let token = document.tokens[at]
      guard token.kind == .word, !token.flags.contains(.capital),
        token.cues.isDisjoint(with: [.fund, .grant, .loan, .government, .and])
      else { return false }
      if PartyReader.kindsOfAgency.contains(token.hash) { return true }
    }
    return false
  }

  private static let kindsOfAgency = WordSet(
    """
    agency charity organisation organization nonprofit агентство агентства агентством агенція агенції організація \
    організації організацією организация организации
    """)

  /// «Розвозила їх», «Роздавав її»: a verb of the past at the very opening of a clause, done to what was told before.
  func handles(_ at: Int) -> Bool {
    let token = document.tokens[at]
    let isOpening =
      at == 0 || document.tokens[at - 1].mark == Mark.comma
      || document.sentenceOf[at - 1] != document.sentenceOf[at]
    return isOpening && isObject(at + 1) && token.flags.contains(.cyrillic)
      && token.cues.isDisjoint(with: [.give, .receive, .wish, .ask, .source])
      && PartyReader.pasts.contains { document.ends(token, with: $0) }
      && !PartyReader.looks.contains { document.begins(token, with: $0) }
  }

  private static let looks: [StaticString] = [
    "Відкри", "Откры", "Огляну", "Осмотр", "Відвід", "Посет", "Бачи", "Виді", "Хвали", "Обстеж",
  ]

  /// «Адмініструватиме грант від Норвегії NEFCO»: who is named last behind a verb of carrying out that opens its sentence.
  func fronted(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
    let (first, end) = (sentence.tokens.lowerBound, range.upperBound)
    let verb = document.tokens[first]
    guard verb.cues.contains(.workerFollows), verb.flags.contains(.cyrillic), isVerb(verb),
      range.lowerBound - first > 2, end < sentence.tokens.upperBound,
      PartyReader.finite.contains(where: { document.ends(verb, with: $0) }),
      document.tokens[end].kind == .mark, isHand(range.lowerBound) || isBank(range.lowerBound)
    else { return false }
    let before = document.tokens[range.lowerBound - 1]
    return before.kind == .word
      && before.cues.isDisjoint(with: [
        .into, .from, .purpose, .payerFollows, .with, .thanks, .source, .post, .and, .fund, .grant,
        .loan, .programme,
      ])
      && !(first..<range.lowerBound).contains { document.tokens[$0].kind == .mark }
  }

  private static let finite: [StaticString] = ["тиме", "ує", "ює", "де", "ить", "ає", "ет", "ит"]

  /// "Deminers of FSD cleared", "teams from NRC have mended", «сапери з FSD розчистили»: the people of a name.
  func isCrewOf(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
    var at = range.lowerBound - 1
    if at > sentence.tokens.lowerBound, document.tokens[at].hash == PartyReader.the { at -= 1 }
    guard at > sentence.tokens.lowerBound,
      PartyReader.whose.contains(document.tokens[at].hash)
        || PartyReader.outOf.contains(document.tokens[at].hash)
    else { return false }
    let crew = document.tokens[at - 1]
    return PartyReader.crews.contains(crew.hash)
      && (at - 1 == sentence.tokens.lowerBound || crew.flags.contains(.cyrillic)
        || document.tokens[at - 2].kind == .word)
  }

  private static let whose = WordSet("of from with від")
  private static let crews = WordSet(
    """
    deminers sappers teams team crews crew engineers workers builders volunteers specialists technicians staff sapper \
    сапери піротехніки фахівці бригади інженери волонтери будівельники майстри саперы сапёры специалисты волонтёры \
    волонтеры строители
    """)

  /// «угоду підписали посол Іспанії та голова ЮНІСЕФ»: those who sign an agreement on a sum are bound by it.
  func signs(_ sentence: Sentence) -> Bool {
    let cues = document.cuesOf[Int(document.sentenceOf[sentence.tokens.lowerBound])]
    guard cues.contains(.give), cues.contains(.tender) || cues.contains(.programme),
      hasSum(sentence)
    else { return false }
    return sentence.tokens.contains {
      PartyReader.signatures.contains(document.tokens[$0].hash)
    }
  }

  private static let signatures = WordSet(
    "підписали підписав підписала signed подписали подписал подписала")

  /// «подякував Данії за фінансування і ЮНОПС за роботу»: what the one before is thanked for.
  func isThankedFor(_ at: Int) -> Bool {
    document.tokens[at + 1].cues.contains(.and)
      && document.cues(max(0, at - 6)..<at).contains(.thanks)
  }

  /// Whether the name at a token is a ministry, an agency or an administration, not the Cabinet.
  func isMinistry(_ token: Int) -> Bool {
    isAdministration(token)
      || isAuthority(token)
        && !document.names[document.names(from: token)].prefix(2).contains {
          $0.kind == .organisation && !$0.isStranger && $0.id == budgets.cabinet
        }
  }

  /// «не гроші міста, а позика ЄБРР», «замість USAID», "USAID has pulled out": who does not pay, or no longer.
  func isReplaced(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
    let (start, end) = (sentence.tokens.lowerBound, sentence.tokens.upperBound)
    let before = max(start, range.lowerBound - 3)..<range.lowerBound
    if before.contains(where: { PartyReader.instead.contains(document.tokens[$0].hash) }) {
      return true
    }
    if before.contains(where: { PartyReader.negations.contains(document.tokens[$0].hash) }),
      (range.upperBound..<min(end, range.upperBound + 3)).contains(where: {
        PartyReader.but.contains(document.tokens[$0].hash)
      }), document.cues(before).isDisjoint(with: [.give, .receive, .done])
    {
      return true
    }
    return (range.upperBound..<min(end, range.upperBound + 2)).contains {
      PartyReader.ceases.contains(document.tokens[$0].hash)
    }
  }

  private static let instead = WordSet("замість вместо instead")
  private static let negations = WordSet("не not ні")
  private static let but = WordSet("а but")
  private static let ceases = WordSet(
    """
    зупинив зупинила зупинило припинив припинила припинило згорнув згорнула згорнуло скасував скасувала призупинив \
    призупинила прекратил прекратила прекратило остановил остановила свернул свернула приостановил приостановила halted \
    suspended withdrew froze terminated
    """)

  /// «Передали його представники «Права на захист»»: who hands over for whoever is named.
  func isHandedBy(_ at: Int, _ sentence: Sentence) -> Bool {
    (max(sentence.tokens.lowerBound, at - 2)..<at).contains {
      PartyReader.handed.contains(document.tokens[$0].hash)
    }
  }

  private static let handed = WordSet(
    "передали вручили привезли роздали доставили встановили змонтували раздали установили смонтировали"
  )

  /// A body of the state that builds with public money.
  func isBuilder(_ name: Name) -> Bool {
    guard !name.isStranger, let body = facts.body(name.id) else { return false }
    return body.kind == .government && body.isUkrainian && body.role == .implementer
  }

  /// "the head of the HALO Trust", where the preposition told more than the post.
  func isOfOfficial(_ range: Range<Int>) -> Bool {
    document.cues(max(0, range.lowerBound - 3)..<range.lowerBound).contains(.post)
      || document.cues(max(0, range.lowerBound - 9)..<range.lowerBound).contains(.source)
        && document.tokens[range.lowerBound].flags.contains(.latin)
  }

  /// Whether a payer pays with public money of Ukraine: what a ministry shares out of it, others spend.
  func isPublicMoney(_ party: Party) -> Bool {
    let name = document.names[party.name]
    return !name.isStranger && facts.body(name.id)?.isPublic == true
  }

  /// «надав грант у 1,1 млн грн ГО «Наш Ізюм»»: a charity of no table right behind the sum that another gives.
  func isGranted(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
    let at = document.firstName(from: range.lowerBound)
    guard at < document.names.count, document.names[at].isStranger,
      !document.isFirm(document.names[at])
    else { return false }
    let sum = document.firstSum(coreFrom: max(sentence.tokens.lowerBound, range.lowerBound - 8))
    guard sum < document.sums.count, document.sums[sum].tokens.upperBound == range.lowerBound else {
      return false
    }
    let before = sentence.tokens.lowerBound..<document.sums[sum].tokens.lowerBound
    return document.cues(before).contains(.give)
      && document.parties.last.map { $0.part == .payer && $0.rule == "D2" } == true
  }

  /// «11 млн грн Канади»: whose money the sum right before is, in the genitive.
  func isBehindSum(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
    guard range.count == 1, isAbroad(range.lowerBound) else { return false }
    if document.tokens[range.lowerBound].flags.contains(.allCapitals) {
      // «5 млн євро ЄС на школи».
      let next = document.tokens[range.upperBound]
      return next.cues.contains(.purpose) && next.flags.contains(.cyrillic)
        && endsSum(at: range.lowerBound, sentence)
    }
    guard isState(range.lowerBound), document.tokens[range.lowerBound].flags.contains(.cyrillic),
      PartyReader.genitiveEndings.contains(where: {
        document.ends(document.tokens[range.lowerBound], with: $0)
      }), !document.ends(document.tokens[range.lowerBound], with: "анди")
    else { return false }
    return endsSum(at: range.lowerBound, sentence)
  }

  private func endsSum(at token: Int, _ sentence: Sentence) -> Bool {
    let sum = document.firstSum(coreFrom: max(sentence.tokens.lowerBound, token - 8))
    return sum < document.sums.count && document.sums[sum].tokens.upperBound == token
  }

  private static let genitiveEndings: [StaticString] = ["ди", "ви", "ії", "ни", "ії", "ады", "ии"]

  /// «переказала фонду «Турбота»»: the word for what a name is, as who is given something.
  func isFundIn(dative at: Int) -> Bool {
    PartyReader.dativeKinds.contains(document.tokens[at].hash)
  }

  private static let dativeKinds = WordSet(
    "фонду організації асоціації спілці фундації товариству организации фундации обществу")

  /// Whether somebody is named a word or two before a verb.
  func follows(_ verb: Int, _ sentence: Sentence) -> Bool {
    (max(sentence.tokens.lowerBound, verb - 3)..<verb).contains { endsName($0) }
  }
}
