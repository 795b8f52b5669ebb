import FundingCore

/// Words that tell something else than they do elsewhere: «debt financing», "much needed", «за курсом».
extension RoleReader {
  /// What a word tells here: «debt» before "financing" is no debt, "put" before "at" gives nothing.
  func literal(_ at: Int, _ cues: Cues, _ sentence: Range<Int>, isLeft: Bool) -> Cues {
    guard at + 1 < sentence.upperBound else { return cues }
    let next = document.tokens[at + 1]
    // «охорона здоров'я» guards nothing.
    if cues.contains(.service), RoleReader.health.contains(next.hash) {
      return cues.subtracting(.service)
    }
    if cues.contains(.builder) { return cues.subtracting(.tender) }
    // «конкурентів не знайшлося»: nobody lost.
    if cues.contains(.beaten), says(.not, at + 1..<min(sentence.upperBound, at + 5)) {
      return cues.subtracting(.beaten)
    }
    if cues.contains(.upkeep), isNoUpkeep(at, sentence) { return cues.subtracting(.upkeep) }
    if cues.contains(.ruin), isBusinessLoss(at, sentence) {
      return cues.subtracting(.ruin).union(.taken)
    }
    // «треба знайти», «потрібно виділити», "needs to find": what must be given is not.
    if !cues.isDisjoint(with: [.give, .bears, .allocated]), isDue(at, sentence) {
      return cues.subtracting([.give, .bears, .allocated])
    }
    // «за нинішнім курсом»: only the rate of a conversion.
    if cues.contains(.charged), RoleReader.rateWords.contains(document.tokens[at].hash),
      (max(sentence.lowerBound, at - 3)..<at).contains(where: {
        RoleReader.atWords.contains(document.tokens[$0].hash)
      })
    {
      return cues.subtracting(.charged)
    }
    // «прибыли в область»: they came, they are no profit.
    if cues.contains(.taken), RoleReader.cameWords.contains(document.tokens[at].hash),
      RoleReader.intoWords.contains(next.hash)
    {
      return cues.subtracting(.taken)
    }
    // «без податку», «з ПДВ», "including tax": how a price is reckoned.
    if cues.contains(.taken), at > sentence.lowerBound,
      RoleReader.taxWords.contains(document.tokens[at].hash),
      RoleReader.withWords.contains(document.tokens[at - 1].hash)
    {
      return cues.subtracting(.taken)
    }
    if cues.contains(.lacks), isNoLack(at, next, sentence, isLeft: isLeft) {
      return cues.subtracting(.lacks)
    }
    if cues.contains(.owed), RoleReader.mustWords.contains(document.tokens[at].hash),
      isInfinitive(next)
    {
      return cues.subtracting(.owed)
    }
    if cues.contains(.owed), next.cues.contains(.fund) { return cues.subtracting(.owed) }
    // "Save the Children" is a name.
    if cues.contains(.saves),
      at > sentence.lowerBound && RoleReader.savedWords.contains(document.tokens[at - 1].hash)
        || document.tokens[at].flags.contains([.capital, .latin]) && next.hash == RoleReader.article
    {
      return cues.subtracting(.saves)
    }
    if RoleReader.putWords.contains(document.tokens[at].hash),
      next.cues.union(document.tokens[at + 2].cues).contains(.reckoned)
    {
      return cues.subtracting(.give)
    }
    return cues
  }

  /// "running the repairs", "the bill for the roof", «матеріальна допомога переселенцям»: no running costs.
  private func isNoUpkeep(_ at: Int, _ sentence: Range<Int>) -> Bool {
    guard at > sentence.lowerBound else { return false }
    let word = document.tokens[at - 1].hash
    let behind = at + 1..<max(at + 1, min(sentence.upperBound, at + 5))
    if RoleReader.runningWords.contains(word) { return says([.works, .programme, .makes], behind) }
    if RoleReader.billWords.contains(word) {
      return !behind.prefix { document.tokens[$0].mark != Mark.comma }.contains {
        RoleReader.utilities.contains(document.tokens[$0].hash)
      }
    }
    // «здали в експлуатацію».
    if document.begins(document.tokens[at], with: "експл")
      || document.begins(document.tokens[at], with: "эксплу")
    {
      return RoleReader.intoWords.contains(word)
    }
    return document.begins(document.tokens[at - 1], with: "мат") && says(.people, behind)
  }

  /// «збитки водоканалу», "the utility's losses": what a business loses by its trade, where nothing tells of an attack.
  private func isBusinessLoss(_ at: Int, _ sentence: Range<Int>) -> Bool {
    let token = document.tokens[at]
    guard
      RoleReader.lossWords.contains(where: { document.begins(token, with: $0) }),
      !says([.hurts, .warfare, .disaster], sentence), !isAfterAttack(sentence)
    else { return false }
    let owner = token.flags.contains(.latin) ? max(sentence.lowerBound, at - 2) : at + 1
    return (owner..<max(owner, min(sentence.upperBound, owner + 2))).contains { at in
      RoleReader.businesses.contains { document.begins(document.tokens[at], with: $0) }
    }
  }

  /// Whether a sentence, or the one before it, tells of shelling.
  private func isAfterAttack(_ sentence: Range<Int>) -> Bool {
    let at = Int(document.sentenceOf[sentence.lowerBound])
    let before = document.sentences[max(0, at - 1)].tokens.lowerBound
    return (before..<sentence.upperBound).contains { at in
      RoleReader.attacks.contains { document.begins(document.tokens[at], with: $0) }
    }
  }

  private static let attacks: [StaticString] = [
    "обстр", "удар", "атак", "ракет", "shell", "strike", "attack", "missile", "drone", "шахед",
  ]
  private static let runningWords = WordSet("running operating")
  private static let billWords = WordSet("bill bills рахунок рахунки рахунків счет счета счетов")
  private static let utilities = WordSet(
    """
    electricity power gas heating heat energy water utilities rent light internet phone oxygen fuel електроенергію \
    електрику світло газ тепло воду опалення оренду комуналку комунальні послуги спожиту спожиті теплопостачання \
    электроэнергию электричество свет отопление аренду услуги потребленную теплоснабжение
    """)
  private static let lossWords: [StaticString] = ["збит", "Збит", "убыт", "Убыт", "loss", "Loss"]
  private static let businesses: [StaticString] = [
    "водокан", "підприє", "предприя", "компан", "концерн", "тепломер", "теплосет", "фірм", "фирм",
    "utilit", "compan", "operator", "firm", "заліз", "железн", "railway",
  ]

  /// «шукає підрядника», «на потреби лікарні», "much needed".
  private func isNoLack(_ at: Int, _ next: Token, _ sentence: Range<Int>, isLeft: Bool)
    -> Bool
  {
    // «бракує 140 людей»: it lacks something else.
    if next.kind == .number, !isLeft {
      return document.sums[document.firstSum(coreFrom: at + 1)].core.lowerBound != at + 1
    }
    if next.cues.contains(.tender) || document.tokens[at + 2].cues.contains(.tender) {
      return true
    }
    guard at > sentence.lowerBound + 1 else { return false }
    let isHyphened = document.tokens[at - 1].kind == .mark
    let before = document.tokens[isHyphened ? at - 2 : at - 1]
    return RoleReader.muchWords.contains(before.hash)
      || before.cues.contains(.purpose) && RoleReader.needNouns.contains(document.tokens[at].hash)
  }

  /// «должен вложить», «винен сплатити»: a word in -ть or -ти.
  private func isInfinitive(_ token: Token) -> Bool {
    guard token.kind == .word, token.end - token.start > 6 else { return false }
    let end = Int(token.end)
    let bytes = document.bytes
    guard bytes[end - 4] == 0xD1, bytes[end - 3] == 0x82 else { return false }
    return bytes[end - 2] == 0xD1 && bytes[end - 1] == 0x8C
      || bytes[end - 2] == 0xD0 && bytes[end - 1] == 0xB8
  }

  /// Whether an infinitive stands behind a word of need.
  private func isDue(_ at: Int, _ sentence: Range<Int>) -> Bool {
    let token = document.tokens[at]
    let isEnglish = token.flags.contains(.latin)
    guard at > sentence.lowerBound,
      isEnglish ? document.tokens[at - 1].hash == Currencies.to : isInfinitive(token)
    else { return false }
    return (max(sentence.lowerBound, at - (isEnglish ? 3 : 2))..<at).contains {
      RoleReader.dueWords.contains(document.tokens[$0].hash)
    }
  }

  private static let taxWords = WordSet(
    "податку податків податком пдв налога налогов ндс tax taxes vat")
  private static let withWords = WordSet(
    "без з із с включно разом включая including without excluding before plus")
  private static let dueWords = WordSet(
    "треба потрібно необхідно слід нужно надо необходимо придется доведеться предстоит need needs")
  private static let rateWords = WordSet("курсом курсу курсе курсі")
  private static let atWords = WordSet("за по")
  private static let article = WordHash(word: "the").value
  private static let cameWords = WordSet("прибыли прибыло прибыл прибыла")
  private static let intoWords = WordSet("в во на к ко из с у")
  private static let health = WordSet("здоров'я здоровья праці труда природи пам'яток")
  private static let mustWords = WordSet("должен должна должно должны винен винна винне винні")
  private static let muchWords = WordSet("much badly most urgently так гостро")
  private static let needNouns = WordSet("потреби потреб потребы потребности needs")
  private static let savedWords = WordSet("energy heat fuel life water resource")
  private static let putWords = WordSet("put puts")
}
