import FundingCore

/// Names of those who neither pay nor work: who advises, asks, talks, was there before.
extension PartyReader {
  func isBystander(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
    let (start, end) = (sentence.tokens.lowerBound, sentence.tokens.upperBound)
    let before = max(start, range.lowerBound - 3)..<range.lowerBound
    if before.contains(where: { PartyReader.former.contains(document.tokens[$0].hash) }) {
      return true
    }
    // «за рекомендацією ВООЗ», "on the advice of WHO".
    if before.suffix(2).contains(where: { PartyReader.advice.contains(document.tokens[$0].hash) }) {
      return true
    }
    let next = range.upperBound
    guard next < end else { return false }
    if document.tokens[next - 1].flags.contains(.possessive) {
      // "at UNICEF's request", "WHO's envoy".
      if PartyReader.advice.contains(document.tokens[next].hash)
        || document.tokens[next].cues.contains(.post)
      {
        return true
      }
    }
    return isInTalks(range, before, sentence) || isHelperOfPeople(range, sentence)
  }

  /// «Переговори з ЮНОПС зірвалися», "talks with the EIB continue".
  private func isInTalks(_ range: Range<Int>, _ before: Range<Int>, _ sentence: Sentence) -> Bool {
    guard before.contains(where: { PartyReader.talks.contains(document.tokens[$0].hash) }),
      before.contains(where: { PartyReader.with.contains(document.tokens[$0].hash) })
    else { return false }
    let end = min(sentence.tokens.upperBound, range.upperBound + 6)
    return isHand(range.lowerBound)
      || (range.upperBound..<end).contains {
        PartyReader.goOn.contains(document.tokens[$0].hash)
      }
  }

  /// «яким раніше допомагала МОМ», "whom IOM helped before".
  private func isHelperOfPeople(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
    let before = max(sentence.tokens.lowerBound, range.lowerBound - 3)..<range.lowerBound
    return before.contains {
      PartyReader.toWhom.contains(document.tokens[$0].hash)
        && (document.tokens[$0].flags.contains(.latin)
          || document.tokens[range.lowerBound - 1].cues.contains(.give)
          || helps(range.lowerBound - 1))
    }
  }

  private func helps(_ at: Int) -> Bool {
    document.begins(document.tokens[at], with: "допом")
      || document.begins(document.tokens[at], with: "помог")
  }

  /// «у партнерстві з громадою організація «Десяте квітня» відремонтувала»: the word for its type begins the subject.
  func opensSubject(_ with: Int, _ steps: Int) -> Bool {
    guard steps > 1 else { return false }
    return (with + 2...with + steps).contains {
      PartyReader.subjectKinds.contains(document.tokens[$0].hash)
    }
  }

  private static let subjectKinds = WordSet(
    "організація фонд фундація асоціація організация фундация го бф")
  private static let former = WordSet(
    "колишній колишня колишнього колишньої former бывший бывшая бывшего")
  private static let advice = WordSet(
    """
    рекомендацією рекомендаціями порадою проханням прохання запитом запит запрошення клопотанням оцінками розрахунками \
    методикою стандартами рекомендации рекомендациям просьбе совету запросу приглашению оценкам методике стандартам \
    request advice recommendation invitation urging
    """)
  private static let talks = WordSet(
    "переговори переговорів переговорах переговоры переговоров talks negotiations діалог діалогу")
  private static let goOn = WordSet(
    """
    тривають ведуться зірвалися зірвались провалилися не continue failed collapsed stalled ongoing продолжаются идут \
    ведутся сорвались
    """)

  /// «Канада і МОМ відкрили притулок за 11 млн».
  func opensTogether(_ verb: Int) -> Bool {
    let end = document.sentences[Int(document.sentenceOf[verb - 1])].tokens.upperBound
    return (verb..<min(end, verb + 2)).contains {
      PartyReader.openers.contains(document.tokens[$0].hash)
    }
  }

  private static let openers = WordSet(
    "відкрили відкривають запустили презентували представили открыли запустили представили opened launched unveiled"
  )

  /// "Nova Ukraine, a U.S. charity": where the one named before comes from.
  func isOriginOfKind(_ member: Int, _ first: Int) -> Bool {
    let tokens = document.names[member].tokens
    guard member > first, tokens.lowerBound > 1,
      document.tokens[tokens.lowerBound - 2].mark == Mark.comma,
      PartyReader.articles.contains(document.tokens[tokens.lowerBound - 1].hash)
    else { return false }
    return (tokens.upperBound..<min(document.tokens.count, tokens.upperBound + 2)).contains {
      PartyReader.kindsOfGiver.contains(document.tokens[$0].hash)
    }
  }

  private static let articles = WordSet("a an the")
  private static let kindsOfGiver = WordSet(
    """
    charity nonprofit non-profit ngo organisation organization foundation fund company firm manufacturer maker group \
    retailer bank agency producer corporation
    """)
}
