import FundingCore

/// Money that did not come, and works nobody pays for.
extension RoleReader {
  /// «кошти ще не виділено», "has not been allocated", "never arrived".
  func isDenied(_ range: Range<Int>) -> Bool {
    for at in range where document.tokens[at].flags.contains(.holdsBack) {
      if isPutOff(at) || isRefused(at, range.upperBound) { return true }
    }
    guard let first = document.first(.not, in: range) else { return false }
    for at in first..<range.upperBound where document.tokens[at].cues.contains(.not) {
      let next = (at + 1)..<max(at + 1, min(at + 4, range.upperBound))
      if next.contains(where: { RoleReader.only.contains(document.tokens[$0].hash) }) { continue }
      // «конкурентів не знайшлося»: nobody else bid.
      if says([.beaten, .offered], max(range.lowerBound, at - 3)..<at) { continue }
      if next.contains(where: { RoleReader.comes.contains(document.tokens[$0].hash) }) {
        return true
      }
      if next.contains(where: { RoleReader.signs.contains(document.tokens[$0].hash) }) { continue }
      if next.contains(where: {
        !document.tokens[$0].cues.isDisjoint(with: [.give, .allocated, .receive, .arrived])
      }) {
        return true
      }
    }
    return false
  }

  /// «відмовилися виділити», "refused to release".
  private func isRefused(_ at: Int, _ end: Int) -> Bool {
    guard RoleReader.refusals.contains(document.tokens[at].hash) else { return false }
    return (at + 1..<max(at + 1, min(at + 5, end))).contains {
      !document.tokens[$0].cues.isDisjoint(with: [.give, .allocated, .fund])
        || RoleReader.releases.contains(document.tokens[$0].hash)
    }
  }

  private static let refusals = WordSet(
    """
    відмовився відмовилась відмовилася відмовились відмовилися відмовила відмовили відмовив відмовляється відмовляються \
    отказался отказалась отказались отказала отказали отказал отказывается отказываются refused refuses declined rejected
    """)
  private static let releases = WordSet("release transfer unlock дати дать виділяти")

  /// «відклав виділення», "has yet to release".
  private func isPutOff(_ at: Int) -> Bool {
    let hash = document.tokens[at].hash
    return RoleReader.delays.contains(hash)
      || hash == RoleReader.yet && document.tokens[at + 1].cues.contains(.purpose)
  }

  /// Whether a word is one that may tell that money did not come.
  static func mayHoldBack(_ hash: UInt64) -> Bool {
    hash == yet || delays.contains(hash) || refusals.contains(hash)
  }

  private static let yet = WordHash(word: "yet").value
  private static let delays = WordSet(
    "відклав відклала відклали відкладено відтермінував відтермінували отложил отложила отложили отложено postponed зависли завис зависла зависло заблоковано заблокували застрягли застряг заблокировали заблокированы зависло застряли stuck blocked withheld"
  )
  private static let signs = WordSet(
    "підписали підписано підписала підписав подписали подписано подписал signed sign")
  private static let comes = WordSet(
    "came come arrive arrived seen бачили побачили прийшли прийшла видели увидели пришли пришла")
  private static let only = WordSet(
    "тільки лише only just только лишь менше менш більше менее более less")

  /// A price of works with nobody to pay it: «і цих грошей немає», "no donor has been found".
  func lacksPayer(_ index: Int, _ found: Governors) -> Bool {
    let sum = document.sums[index]
    guard found[.named] > 14, found[.given] > 3 || found[.lacks] < found[.given] else {
      return false
    }
    guard
      min(found[.pricing], found[.works], found[.lacks], found[.reckoned]) < 14
    else { return false }
    let at = Int(sum.sentence)
    let sentence = document.sentences[at].tokens
    let isLastHere = index + 1 >= document.sums(in: at).upperBound
    let end = isLastHere ? sentence.upperBound : segment(of: index).upperBound
    if saysNobody(sum.tokens.upperBound..<max(end, sum.tokens.upperBound)) { return true }
    guard isLastHere, at + 1 < document.sentences.count else { return false }
    let next = document.sentences[at + 1].tokens
    let isLast = index + 1 >= document.sums.count || Int(document.sums[index + 1].sentence) > at + 1
    return isLast && saysNobody(next.lowerBound..<min(next.upperBound, next.lowerBound + 14))
  }

  /// Whether nobody is told to pay; «конкурентів не знайшлося» tells of bidders.
  private func saysNobody(_ range: Range<Int>) -> Bool {
    range.contains {
      document.tokens[$0].cues.contains(.nobody)
        && !says([.beaten, .offered], max(range.lowerBound, $0 - 4)..<$0)
    }
  }

  func says(_ cue: Cues, _ range: Range<Int>) -> Bool {
    range.contains { !document.tokens[$0].cues.isDisjoint(with: cue) }
  }

  // MARK: Money that is there, or is not

  /// «Мер спростував, що місто витратило 30 млн», "denied that $3 million had been spent": said to be untrue.
  func isRefuted(_ index: Int) -> Bool {
    let sum = document.sums[index]
    let sentence = document.sentences[Int(sum.sentence)].tokens
    return sentence.contains { at in
      let word = document.tokens[at].hash
      return RoleReader.falsehoods.contains(word)
        || at < sum.tokens.lowerBound && RoleReader.refuters.contains(word)
          && (at + 1..<min(at + 4, sentence.upperBound)).contains {
            RoleReader.thats.contains(document.tokens[$0].hash)
          }
    }
  }

  private static let refuters = WordSet(
    """
    спростував спростувала спростували спростовує спростовують заперечив заперечила заперечили заперечує заперечують \
    опроверг опровергла опровергли опровергает отрицает отрицал отрицала отрицают denied denies deny refuted refutes
    """)
  private static let thats = WordSet(
    "що нібито інформацію что якобы информацию that claims reports")
  private static let falsehoods = WordSet(
    "фейк фейком фейкова фейк дійсності действительности hoax")

  /// «поки що є 20 млн від області»: money at hand, and where it comes from.
  func isAtHand(_ index: Int) -> Bool {
    let sum = document.sums[index].tokens
    guard sum.lowerBound > 0, sum.upperBound < document.tokens.count else { return false }
    return RoleReader.beings.contains(document.tokens[sum.lowerBound - 1].hash)
      && RoleReader.froms.contains(document.tokens[sum.upperBound].hash)
  }

  private static let beings = WordSet("є есть маємо имеем надійшло поступило")
  private static let froms = WordSet("від от from")

  /// "Ticket sales raised $50,000 for the hospital", «концерт приніс 340 тис. на лікарню»: what was sold is no price.
  func isRaised(_ index: Int) -> Bool {
    let sum = document.sums[index].tokens
    guard sum.lowerBound > 0, sum.upperBound < document.tokens.count else { return false }
    let before = document.tokens[sum.lowerBound - 1].hash
    // "brought in €75,000".
    let isBrought =
      before == RoleReader.inWord && sum.lowerBound > 1
      && RoleReader.brought.contains(document.tokens[sum.lowerBound - 2].hash)
    return (isBrought || RoleReader.yields.contains(before))
      && RoleReader.purposes.contains(document.tokens[sum.upperBound].hash)
  }

  private static let inWord = WordHash(word: "in").value
  private static let brought = WordSet("brought bring brings")
  private static let yields = WordSet("raised принесли приніс принесла принесло принес")
  private static let purposes = WordSet("for на towards для")

  /// «Фонд схвалив запит громади на 8 млн», "approved the request for": asked for and given.
  func isGrantedRequest(_ index: Int) -> Bool {
    let sum = document.sums[index].tokens
    let start = max(segment(of: index).lowerBound, sum.lowerBound - 9)
    guard start < sum.lowerBound,
      let request = (start..<sum.lowerBound).first(where: {
        RoleReader.requests.contains(document.tokens[$0].hash)
      })
    else { return false }
    return (max(start, request - 5)..<request).contains { at in
      RoleReader.grantings.contains(document.tokens[at].hash)
    }
  }

  private static let requests = WordSet(
    "request application запит запиту заявку заявка прохання клопотання запрос заявку ходатайство")
  private static let grantings = WordSet(
    """
    approved granted схвалив схвалила схвалили схвалено погодив погодила погодили погоджено задовольнив задовольнила \
    задовольнили підтримав підтримала підтримали одобрил одобрила одобрили удовлетворил удовлетворила поддержал поддержала
    """)

  /// "a goal of $500,000", "a target of".
  func isGoal(_ index: Int) -> Bool {
    let sum = document.sums[index].tokens.lowerBound
    return sum > 1 && document.tokens[sum - 1].hash == RoleReader.of
      && RoleReader.goals.contains(document.tokens[sum - 2].hash)
  }

  private static let of = WordHash(word: "of").value
  private static let goals = WordSet("goal target")
}
