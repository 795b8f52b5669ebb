import FundingCore

/// Verbs and words between a cue and a name, which turn what the cue says.
extension PartyReader {
  /// «домовилася з Литвою», "agreed with Lithuania".
  func agrees(_ at: Int, _ sentence: Sentence) -> Bool {
    (max(sentence.tokens.lowerBound, at - 3)..<at).contains {
      let token = document.tokens[$0]
      return PartyReader.agreed.contains(token.hash) || document.begins(token, with: "домов")
        || document.begins(token, with: "договор")
    }
  }

  static let agreed = WordSet("agreed agrees agreeing agree")

  /// «тендер і технагляд узяла на себе NEFCO»: work, not costs, is taken on.
  func takesOnWork(_ token: Token, _ at: Int, _ sentence: Sentence) -> Bool {
    guard PartyReader.oneself.contains(token.hash) else { return false }
    return (max(sentence.tokens.lowerBound, at - 9)..<at).contains {
      let before = document.tokens[$0]
      return before.cues.contains(.tender) || PartyReader.runs.contains(before.hash)
    }
  }

  /// A verb or a person's name between a post and a name: «серед донорів директор назвав Данію».
  func hasVerb(_ at: Int, _ steps: Int) -> Bool {
    steps > 1
      && (at + 1...at + steps).contains {
        let token = document.tokens[$0]
        return token.kind == .word && token.flags.contains(.cyrillic)
          && !token.flags.contains(.capital)
          && PartyReader.pasts.contains { document.ends(token, with: $0) }
      }
  }

  /// Whether the words behind a verb are its object in short and people of a name: «її волонтери громадської організації».
  func isCrew(_ at: Int, _ steps: Int) -> Bool {
    if isPeopleOf(at, steps) { return true }
    return (at + 1...at + steps).contains {
      let token = document.tokens[$0]
      return PartyReader.crew.contains(token.hash) || token.cues.contains(.fundName)
    }
      && (at + 1...at + steps).allSatisfy {
        let token = document.tokens[$0]
        return token.kind == .mark && token.mark == Mark.quote
          || PartyReader.crew.contains(token.hash)
          || PartyReader.objects.contains(token.hash) || token.cues.contains(.fundName)
          || PartyReader.adjectives.end(token, document)
      }
  }

  /// «змонтували рівненські екологи з ГО «Екоклуб»»: a verb in the plural, people and whose they are.
  private func isPeopleOf(_ at: Int, _ steps: Int) -> Bool {
    guard steps > 1, document.ends(document.tokens[at], with: "ли"),
      let from = (at + 2...at + steps).last(where: {
        PartyReader.outOf.contains(document.tokens[$0].hash)
      }),
      (from + 1..<at + steps + 1).allSatisfy({
        document.tokens[$0].mark == Mark.quote || document.tokens[$0].cues.contains(.fundName)
      })
    else { return false }
    return (at + 1..<from).allSatisfy {
      let token = document.tokens[$0]
      return token.kind == .word && token.flags.contains(.cyrillic)
        && !token.flags.contains(.capital) && token.cues.isDisjoint(with: [.into, .from, .purpose])
    }
  }

  private static let crew = WordSet(
    "команда команди команды группа група добровольці добровольцы волонтери фахівці працівники майстри сапери бригада бригади інженери люди будівельники волонтеры специалисты работники мастера саперы сапёры рабочие инженеры"
  )
  private static let adjectives = Endings([
    "ська", "ський", "цька", "цький", "зька", "зький", "ская", "ский", "цкая", "дна", "йна", "рна",
  ])
  private static let objects = WordSet("її їх його ее её их его з из с громадської общественной")

  /// «реставрувати їх буде»: an infinitive of works a few words before.
  func hasInfinitive(_ at: Int, _ sentence: Sentence) -> Bool {
    (max(sentence.tokens.lowerBound, at - 4)..<at).contains {
      let token = document.tokens[$0]
      if PartyReader.careFor.contains(token.hash) { return true }
      return token.cues.contains(.work) && token.kind == .word
        && (document.ends(token, with: "ти") || document.ends(token, with: "ть"))
    }
  }

  private static let careFor = WordSet(
    """
    розподіляти витрачати освоювати распределять осваивать тратить займатися займатись опікуватися опікуватись керувати наглядати координувати управляти відповідати заниматься \
    заведовать руководить управлять отвечать координировать
    """)
  static let shall = WordSet("буде будуть будет будут")

  static let pasts: [StaticString] = [
    "ав", "ив", "ув", "ала", "ила", "ула", "али", "или", "ули", "ало", "ило", "ал", "ил",
  ]

  /// «Реалізує проєкт ПРООН», «втіленням програми займається».
  func worksBefore(_ at: Int, _ sentence: Sentence) -> Bool {
    (max(sentence.tokens.lowerBound, at - 2)..<at).contains {
      let token = document.tokens[$0]
      return token.cues.contains(.workerFollows)
        || token.cues.contains(.work) && !token.cues.contains(.give) && isVerb(token)
    }
  }

  func isVerb(_ token: Token) -> Bool {
    token.flags.contains(.cyrillic)
      && !PartyReader.nouns.contains { document.ends(token, with: $0) }
  }

  static let nouns: [StaticString] = [
    "ння", "нню", "нням", "нні", "ція", "ції", "цію", "цією", "ние", "ния", "нию", "нием", "нии",
    "ция", "ции", "цию", "цией", "ной", "ного", "ний", "них", "ных", "ним", "ным",
  ]

  /// Behind these stands who did it: «надані Данією», «переданных Японией».
  static let participles = WordSet(
    "зібраних зібрані зібраними зібраного собранных собранные собранными надані надана наданий виділені виділених виділеними виділене виділеного виділена передані переданих переданий передана переданого переданими закуплені закуплених закуплений закуплена куплені куплених придбані придбаних надіслані надісланих привезені выделенные выделенных выделенными выделенное переданные переданных переданный переданная переданного закупленные закупленных закупленный купленные купленных приобретенные приобретенных присланные присланных привезенные"
  )

  /// Whether the name at a token is a body that spends public money of Ukraine.
  func isPublicBody(_ token: Int) -> Bool {
    document.names[document.names(from: token)].prefix(2).contains {
      $0.kind == .organisation && !$0.isStranger && $0.tokens.lowerBound <= token + 3
        && facts.body($0.id)?.isPublic == true
    }
  }

  static let spending = WordSet("spent used")

  /// Whether the name at a token is a ministry, an agency or an administration of Ukraine, not who decides on the budget.
  func isAdministration(_ token: Int) -> Bool {
    guard let body = organisation(at: token), body.isUkrainian else { return false }
    return body.kind == .government && body.payer != budgets.state
      || body.kind == .city && body.role == .both
        && document.tokens[token].cues.isDisjoint(with: .council)
  }

  /// Whether the name at a token or just behind it is a ministry or an agency of Ukraine.
  func isAuthority(_ token: Int) -> Bool {
    document.names[document.names(from: token)].prefix(2).contains {
      guard $0.kind == .organisation, !$0.isStranger, $0.tokens.lowerBound <= token + 3,
        let body = facts.body($0.id)
      else { return false }
      return body.kind == .government && body.isUkrainian
    }
  }

  /// Whether the name at a token is a Ukrainian firm that mostly gets money.
  func isUtility(_ token: Int) -> Bool {
    document.names[document.names(from: token)].prefix(2).contains {
      guard $0.kind == .organisation, !$0.isStranger, $0.tokens.lowerBound <= token + 2,
        let body = facts.body($0.id)
      else { return false }
      return body.kind == .company && body.isUkrainian && body.role == .implementer
    }
  }

  /// "The guarantee comes from the EU".
  func vouches(_ at: Int, _ sentence: Sentence) -> Bool {
    var back = at - 1
    while back >= sentence.tokens.lowerBound, at - back < 9 {
      let token = document.tokens[back]
      if token.kind == .mark { return false }
      if token.cues.contains(.guarantee) { return true }
      back -= 1
    }
    return false
  }

  /// "The pumps will come from Rotterdam": where things come from, with no money in the sentence's own words for it.
  func isOrigin(_ at: Int, _ sentence: Sentence) -> Bool {
    isCountry(at + 1) && isTown(at + 1..<at + 2)
      && document.cues(max(sentence.tokens.lowerBound, at - 8)..<at).isDisjoint(with: [
        .fund, .grant, .loan,
      ])
  }

  static let comings = WordSet(
    "прийшли прийшла прийшло прийшов прибули прибула прибуло прибув приїхали приїхала надійшли надійшла надійшло доставили привезли пришли пришла пришел прибыли прибыла приехали поступили поступила доставили came arrived"
  )
  static let accounts = WordSet("рахунок рахунку рахунки счет счета счету account accounts")
  /// "the Danish-financed substation", "EU-funded works".
  func isFunded(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
    let at = range.upperBound
    return at + 1 < sentence.tokens.upperBound && document.tokens[at].mark == Mark.dash
      && !document.tokens[at].flags.contains(.spaced)
      && PartyReader.funded.contains(document.tokens[at + 1].hash)
  }

  private static let funded = WordSet(
    "funded financed backed sponsored supported donated paid subsidised subsidized gifted")

  /// "at Latvia's expense", "with Norway's help".
  func isExpense(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
    let (before, at) = (range.lowerBound - 1, range.upperBound)
    guard before >= sentence.tokens.lowerBound, at < sentence.tokens.upperBound,
      document.tokens[at - 1].flags.contains(.possessive)
    else { return false }
    return PartyReader.at.contains(document.tokens[before].hash)
      && PartyReader.expense.contains(document.tokens[at].hash)
  }

  private static let at = WordSet("at with through")
  private static let expense = WordSet(
    "expense cost help support backing assistance aid money funding")

  /// "will be paid", "was awarded": who is its subject gets what others give.
  func isPassive(_ at: Int, _ sentence: Sentence) -> Bool {
    let token = document.tokens[at]
    guard token.flags.contains(.latin), at > sentence.tokens.lowerBound else { return false }
    let isParticiple =
      document.ends(token, with: "ed") || PartyReader.participlesEnglish.contains(token.hash)
    return isParticiple && PartyReader.passives.contains(document.tokens[at - 1].hash)
  }

  private static let passives = WordSet("be been being was were is are")
  private static let participlesEnglish = WordSet("paid given lent sent")

  /// Whether the name at a token is an agency or a charity.
  func isHand(_ token: Int) -> Bool {
    document.names[document.names(from: token)].prefix(2).contains {
      guard $0.kind == .organisation, !$0.isStranger, $0.tokens.lowerBound == token else {
        return false
      }
      let body = facts.body($0.id)
      return body?.kind == .un || body?.kind == .ngo
    }
  }

  /// "UNICEF, funded by Japan, …", "its deminers, paid for by Norway": the verb of what stands behind "by".
  func isBought(_ at: Int, _ limit: Int) -> Bool {
    document.tokens[at].flags.contains(.latin)
      && (at + 1..<max(at + 1, min(limit, at + 3))).contains {
        document.tokens[$0].hash == PartyReader.by
      }
  }

  /// «Фонд адмініструє X», "the fund is administered by X": who keeps a fund, not who works.
  func runsFund(_ at: Int, _ sentence: Sentence) -> Bool {
    let start = max(sentence.tokens.lowerBound, at - 3)
    return (start..<at).contains { PartyReader.fundWords.contains(document.tokens[$0].hash) }
  }

  /// "from the Relief, Recovery and Reform Trust Fund (URTF)": the word before the capitalised name that an abbreviation in
  /// brackets stands for.
  func unabbreviated(_ open: Int, _ start: Int) -> Int {
    var at = open - 1
    var last = open
    while at >= start, open - at < 16 {
      let token = document.tokens[at]
      if token.kind == .word, token.flags.contains(.capital) {
        last = at
      } else if token.mark != Mark.comma, !token.cues.contains(.and),
        !PartyReader.ofThe.contains(token.hash)
      {
        break
      }
      at -= 1
    }
    return last < open ? last - 1 : open
  }

  /// «ініціатор, компанія «Фенікс»»: behind these stands who it is.
  static let givers = WordSet(
    "ініціатор донор меценат інвестор благодійник спонсор партнер инициатор меценат инвестор благотворитель партнёр donor sponsor benefactor investor partner"
  )

  /// "Germany's state-owned development bank KfW": a state whose own institution is named right behind.
  func isOwnerAhead(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
    guard let own = organisation(at: range.lowerBound),
      own.isCountry || own.kind == .multilateral && own.country != 0
    else { return false }
    var at = range.upperBound
    if document.tokens[at - 1].flags.contains(.cyrillic) {
      while organisation(at: at) == nil, isKindOfBody(at), at < range.upperBound + 4 { at += 1 }
      guard at > range.upperBound, let other = organisation(at: at) else { return false }
      return other.country == own.country && !other.isCountry
    }
    guard document.tokens[at - 1].flags.contains(.possessive) else { return false }
    while at < min(sentence.tokens.upperBound, range.upperBound + 8) {
      let token = document.tokens[at]
      if let other = organisation(at: at), other.country == own.country, !other.isCountry {
        return at > range.upperBound
      }
      guard
        token.kind == .word && !token.flags.contains(.capital) && !token.cues.contains(.give)
          || token.mark == Mark.open || token.mark == Mark.dash && !token.flags.contains(.spaced)
      else { return false }
      at += 1
    }
    return false
  }

  /// «державного банку», «благодійної організації»: what kind of body the name behind it is.
  func isKindOfBody(_ at: Int) -> Bool {
    let token = document.tokens[at]
    guard token.kind == .word, !token.flags.contains(.capital),
      token.cues.isDisjoint(with: [.give, .government, .and, .from, .into, .grant, .loan])
    else { return false }
    return !token.cues.isDisjoint(with: [.namedAgain, .fundName])
      || PartyReader.kindEndings.end(token, document)
  }

  private static let kindEndings = Endings([
    "ного", "ної", "ний", "ним", "ною", "ного", "ной", "ный", "ным", "ому", "ого",
  ])

  /// Whether the name at a token is a state, «Латвію».
  func isState(_ token: Int) -> Bool { organisation(at: token)?.isCountry == true }

  /// Whether the name at a token is another state or an agency of one that gives its own money.
  func isDonor(_ token: Int) -> Bool {
    guard let body = organisation(at: token) else { return false }
    return body.isCountry || body.kind == .government && !body.isUkrainian && body.role == .donor
  }

  /// Whether a sum begins at a token.
  func opensSum(_ token: Int) -> Bool {
    let sum = document.firstSum(from: token)
    return sum < document.sums.count && document.sums[sum].tokens.lowerBound == token
  }

  func isBank(_ token: Int) -> Bool { organisation(at: token)?.kind == .ifi }

  /// The known organisation whose name begins at a token.
  private func organisation(at token: Int) -> Facts.Body? {
    document.names[document.names(from: token)].prefix(2).first {
      $0.kind == .organisation && !$0.isStranger && $0.tokens.lowerBound == token
    }.flatMap { facts.body($0.id) }
  }

  /// «перерахувала до Фонду», "paid into the fund".
  func isTransfer(_ at: Int) -> Bool {
    let token = document.tokens[at]
    return token.cues.contains(.give)
      && !PartyReader.purchases.contains { document.begins(token, with: $0) }
  }

  private static let purchases: [StaticString] = [
    "придб", "купи", "закуп", "приобр", "bought", "buy", "purchas", "procur", "постав", "достав",
    "install", "встанов", "установ",
  ]

  /// «її», «его»: what a verb is done to, in short.
  func isObject(_ at: Int) -> Bool { PartyReader.short.contains(document.tokens[at].hash) }

  private static let short = WordSet("її їх його ее её их его")

  /// Whether money is raised within a few words of a token.
  func isRaised(_ at: Int, _ sentence: Sentence) -> Bool {
    let near =
      max(sentence.tokens.lowerBound, at - 5)..<min(sentence.tokens.upperBound, at + 6)
    return near.contains {
      document.tokens[$0].cues.contains(.raised)
        || PartyReader.raising.contains(document.tokens[$0].hash)
    }
  }

  private static let raising = WordSet("зібрати збирали собрать собирали raise raising")
  static let toWhom = WordSet("яким якій якому которым которой которому whom")
  static let across = WordSet("через through via")
  static let ofThe = WordSet("of the by")

  /// Whether the name at a token is a body of another state or of several.
  func isAbroad(_ token: Int) -> Bool {
    document.names[document.names(from: token)].prefix(2).contains {
      $0.kind == .organisation && !$0.isStranger && $0.tokens.lowerBound == token
        && facts.body($0.id)?.isUkrainian == false
    }
  }

  static let outOf = WordSet("з із зі из с со")
  static let fromWord = WordHash(word: "from").value

  static let oneself = WordSet("себе себя")
  static let runs = WordSet(
    "технагляд нагляд реалізацію втілення виконання організацію координацію управління будівництво роботи ремонт монтаж доставку логістику технадзор надзор реализацию воплощение выполнение организацию координацию управление строительство работы доставку логистику"
  )
  static let channel = WordSet(
    "до для to into в у in через")
}
