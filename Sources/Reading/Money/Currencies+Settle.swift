import FundingCore

extension Currencies {
  static let articles = WordSet("a an")
  /// Behind pounds, whose name goes on: «фунтів стерлінгів».
  static let sterlings = WordSet("стерлінгів стерлінги стерлінга стерлингов стерлинги sterling")
  /// English crowns are a currency behind a country's name only.
  static let englishCrowns = WordSet("crown crowns")
  /// Where a range begins beside "from".
  static let fromWords = WordSet("з із зі с со")
  static let inWords = WordSet("в у во in")
  /// Before a number: «гривень 5 млн».
  static let manyUnits = WordSet("гривень доларів гривен долларов рублів рублей euro euros")
  static let of = WordHash(word: "of").value
  static let to = WordHash(word: "to").value
  static let letterU = WordHash(word: "u").value
  static let letterS = WordHash(word: "s").value
  static let smallSigns = WordSet("kr zł kč hrn")
  static let penny = WordHash(word: "p").value
  static let usa = WordSet("сша usa")
  static let prefixSigns = WordSet("rs kr php rm hr")
  /// Codes that before a number are more often names: "COP 29".
  static let names = WordSet("cop amd bob all try")
  static let abbreviations = WordSet("дол долл грн руб коп")
  /// Prepositions that may stand between a qualifier and its number.
  static let between = WordSet("на в у по of на за about some")
  /// "from" alone sets no lower end in English.
  static let lowerWords = WordSet("від од от")
  static let upperWords = WordSet("до")

  /// Letters before a dollar sign.
  static let dollarLetters: [UInt64: Int32] = Dictionary(
    [
      ("us", "USD"), ("c", "CAD"), ("ca", "CAD"), ("can", "CAD"), ("a", "AUD"), ("au", "AUD"),
      ("nz", "NZD"), ("s", "SGD"), ("sg", "SGD"), ("hk", "HKD"), ("nt", "TWD"), ("r", "BRL"),
      ("mx", "MXN"), ("mex", "MXN"), ("j", "JMD"), ("n", "NAD"),
    ]
    .map { letters, code in
      (WordHash(word: letters).value, Int32(codes.firstIndex { $0.description == code } ?? 0))
    }, uniquingKeysWith: { first, _ in first })

  private static let isoHashes = WordSet(hashes: codes.map { WordHash(word: $0.description).value })
  private static let smallCodes = WordSet("usd eur uah gbp pln chf")
  /// Words that need a capital or none: "Ft" is money, "ft" are feet.
  private static let feet = WordSet("ft rm hr")

  /// Whether a currency word is written as one: codes in capitals.
  static func isWritten(_ token: Token) -> Bool {
    if feet.contains(token.hash) { return token.flags.contains(.capital) }
    guard token.flags.contains(.latin), isoHashes.contains(token.hash) else { return true }
    return token.flags.contains(.allCapitals) || smallCodes.contains(token.hash)
  }

  /// "CAD", "AUD": a code that tells whose dollars.
  static func isDollarCode(_ token: Token) -> Bool {
    guard token.kind == .word, token.money == .currency, token.flags.contains(.allCapitals),
      token.flags.contains(.latin), token.end - token.start == 3
    else { return false }
    return families[0].contains { index($0) == token.datum }
  }

  /// The currency of a country's dollar, crown, franc or pound.
  static func code(of index: Int32, country: Int) -> Int32? {
    families.lazy.map { $0.map { Currencies.index($0) } }.first { $0.contains(index) }?
      .first { homes[country].contains($0) }
  }

  /// The indices of each country's codes.
  private static let homes: [[Int32]] = countries.map { country in
    codes.indices.filter { code in
      country.codes.split(separator: " ").contains { $0 == codes[code].description }
    }.map { Int32($0) }
  }

  static let sterling = index("GBP")
  private static let crownWords = WordSet(
    "крона крони крону крон кронам кронами кронах кроны кроною krone kroner krona kronor kr crowns crown"
  )
  static let crowns: [String: Int32] = [
    "SE": index("SEK"), "DK": index("DKK"), "NO": index("NOK"), "CZ": index("CZK"),
    "IS": index("ISK"),
  ]

  /// Gives sums without a currency that of the same sum elsewhere, else of the nearest in this or the sentence before;
  /// and crowns without a country those of the country the text speaks of.
  static func settle(_ document: Document, _ facts: Facts) {
    settleCrowns(document, facts)
    guard document.sums.contains(where: { $0.currency < 0 }) else { return }
    var byValue: [Int64: Int32] = [:]
    for sum in document.sums where sum.currency >= 0 && byValue[sum.value] == nil {
      byValue[sum.value] = sum.currency
    }
    for index in document.sums.indices where document.sums[index].currency < 0 {
      if let known = byValue[document.sums[index].value] {
        document.sums[index].currency = known
        document.sums[index].isTentative = false
        continue
      }
      document.sums[index].currency = nearest(to: index, document)
    }
    // A headline rounds: «за 89 млн» above «89,2 млн грн».
    for index in document.sums.indices.prefix(longestTitle)
    where document.sums[index].isTentative || document.sums[index].currency < 0 {
      guard document.sentences[Int(document.sums[index].sentence)].part == .title else { break }
      let value = document.sums[index].value
      let near = document.sums.first {
        $0.currency >= 0 && !$0.isTentative && $0.value != value
          && (abs($0.value - value) < value / 33
            || document.sums[index].bound == .atLeast && $0.value > value
              && $0.value - value < value / 10)
      }
      if let near {
        document.sums[index].currency = near.currency
        document.sums[index].isTentative = false
      }
    }
    document.sums.removeAll { $0.isTentative }
  }

  /// No title states more sums than this in words that round.
  private static let longestTitle = 64

  private static func settleCrowns(_ document: Document, _ facts: Facts) {
    var homes: [(token: Int, code: Int32)]?
    for index in document.sums.indices {
      let sum = document.sums[index]
      let (first, last) = (
        document.tokens[sum.core.lowerBound], document.tokens[sum.tokens.upperBound - 1]
      )
      guard crownWords.contains(last.hash) || crownWords.contains(first.hash) else { continue }
      // A country's adjective has already told.
      if sum.tokens.upperBound > 1,
        document.tokens[sum.tokens.upperBound - 2].money == .currencyCountry
      {
        continue
      }
      let known = homes ?? crownCountries(document, facts)
      homes = known
      if let code = nearest(known, to: sum.core.lowerBound) { document.sums[index].currency = code }
    }
  }

  /// Where organisations of countries with crowns are named.
  private static func crownCountries(_ document: Document, _ facts: Facts)
    -> [(token: Int, code: Int32)]
  {
    var result: [(token: Int, code: Int32)] = []
    for name in document.names where name.kind == .organisation && !name.isStranger {
      let code = facts.codes[Int(name.id)]
      if code >= 0 { result.append((name.tokens.lowerBound, code)) }
    }
    return result
  }

  /// The nearest of some tokens in order, the earlier of two that are as near.
  private static func nearest(_ homes: [(token: Int, code: Int32)], to token: Int) -> Int32? {
    var low = 0
    var high = homes.count
    while low < high {
      let middle = (low + high) / 2
      if homes[middle].token < token { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return homes.first?.code }
    var before = low - 1
    while before > 0, homes[before - 1].token == homes[before].token { before -= 1 }
    guard low < homes.count else { return homes[before].code }
    return homes[low].token - token < token - homes[before].token
      ? homes[low].code : homes[before].code
  }

  private static func nearest(to index: Int, _ document: Document) -> Int32 {
    let sum = document.sums[index]
    var best: (distance: Int, currency: Int32)?
    for other in max(0, index - 8)..<min(document.sums.count, index + 9) where other != index {
      let near = document.sums[other]
      // «60 млн канадських доларів, або 44 млн доларів США»: the second only converts the first.
      if other > 0, document.sums[other - 1].sentence == near.sentence,
        document.sums[other - 1].currency != near.currency,
        document.sums[other - 1].currency >= 0,
        near.tokens.lowerBound - document.sums[other - 1].tokens.upperBound <= 3
      {
        continue
      }
      guard near.currency >= 0, !near.isElliptic || other < index else { continue }
      let sentences = Int(sum.sentence - near.sentence)
      guard sentences == 0 || sentences == 1 else { continue }
      let distance = abs(near.core.lowerBound - sum.core.lowerBound) + (other > index ? 2 : 0)
      if best == nil || distance < best?.distance ?? 0 { best = (distance, near.currency) }
    }
    return best?.currency ?? -1
  }
}
