// Rule 2: one object has one price.

extension LedgerWork {
  /// Of several prices of one object, all but the latest are superseded.
  mutating func supersedePrices() {
    var byKey: [String: [Int]] = [:]
    for index in drafts.indices where isPrice(drafts[index]) {
      for object in objects(of: drafts[index]) {
        for key in input.objects[Int(object)].keys { byKey[key, default: []].append(index) }
      }
    }
    for key in byKey.keys.sorted() {
      let prices = Array(Set(byKey[key] ?? [])).sorted()
      for group in groups(of: prices) { keepLatest(of: group) }
    }
  }

  /// A sum for one object that is no part of another sum for it, no running total and not on top of another.
  private func isPrice(_ draft: Draft) -> Bool {
    draft.sum != nil && draft.facts.object >= 0 && !draft.facts.isAdditional
      && !draft.facts.isTranche && !draft.facts.isCumulative
      && !draft.records.contains { isPartOfPrice($0) }
  }

  /// Whether a record lies, by its article, in a sum for the same object; a line of a list is a price of its own.
  private func isPartOfPrice(_ record: Int) -> Bool {
    var at = input.records[record].partOf
    var steps = 0
    while let whole = at, steps <= input.records.count {
      let object = input.records[whole].facts.object
      if object >= 0, isOneObject(object, input.records[record].facts.object) { return true }
      at = input.records[whole].partOf
      steps += 1
    }
    return false
  }

  private func isOneObject(_ a: Int32, _ b: Int32) -> Bool {
    a == b || b >= 0 && input.objects[Int(a)].compared(with: input.objects[Int(b)]) == .same
  }

  private func objects(of draft: Draft) -> [Int32] {
    Array(Set(draft.records.map { input.records[$0].facts.object }.filter { $0 >= 0 })).sorted()
  }

  /// Prices that name one object, in groups of which every member is tied to another.
  private func groups(of prices: [Int]) -> [[Int]] {
    var groups: [[Int]] = []
    for price in prices {
      let near = groups.indices.filter { groups[$0].contains { areOneObject($0, price) } }
      let merged = near.flatMap { groups[$0] } + [price]
      for index in near.reversed() { groups.remove(at: index) }
      groups.append(merged.sorted())
    }
    return groups.filter { $0.count > 1 }
  }

  private func areOneObject(_ a: Int, _ b: Int) -> Bool {
    let (x, y) = (drafts[a], drafts[b])
    guard comparison.isCompatible(x.facts, y.facts), !standInOneStatement(x, y) else {
      return false
    }
    return objects(of: x).contains { first in
      objects(of: y).contains { isOneObject(first, $0) }
    }
  }

  func standInOneStatement(_ a: Draft, _ b: Draft) -> Bool {
    let statements = Set(a.records.map { input.records[$0].statement })
    return b.records.contains { statements.contains(input.records[$0].statement) }
  }

  private mutating func keepLatest(of group: [Int]) {
    let standing = group.filter { !drafts[$0].isSuperseded }
    guard
      let last = standing.max(by: { a, b in isEarlierPrice(a, than: b, among: standing) })
    else { return }
    for price in standing where price != last {
      drafts[price].isSuperseded = true
      drafts[price].successor = last
      drafts[price].log.append(DraftStep(step: .state, rule: .object, draft: last))
    }
  }

  /// Whether one price gave way to another: an article that prints another's sum as the earlier price is the later;
  /// contract before tender before estimate; then the day.
  private func isEarlierPrice(_ a: Int, than b: Int, among group: [Int]) -> Bool {
    let said = (prints(a, earlierPriceOf: b), prints(b, earlierPriceOf: a))
    if said.0 != said.1 { return said.1 }
    let stages = (stage(of: drafts[a]), stage(of: drafts[b]))
    if let x = stages.0, let y = stages.1, x != y { return x < y }
    if drafts[a].day != drafts[b].day { return isOlder(drafts[a], than: drafts[b]) }
    return a < b
  }

  /// Whether an article of the one prints the other's sum beside its own, as no funding.
  private func prints(_ later: Int, earlierPriceOf earlier: Int) -> Bool {
    guard let price = drafts[earlier].sum else { return false }
    return drafts[later].records.contains { record in
      let claim = input.records[record]
      let reading = input.readings[input.statements[claim.statement].readings[0]]
      return reading.mentions.contains { mention in
        mention.role == .other
          && mention.amount.map {
            sums.sayTheSame(PrintedSum($0, quote: mention.quote), price) != nil
          } ?? false
      }
    }
  }

  /// How far the price is settled, by the words of the sentences that state it: 3 a contract, 2 a tender, 1 an
  /// estimate.
  private func stage(of draft: Draft) -> Int? {
    draft.records.compactMap { record -> Int? in
      let claim = input.records[record]
      return input.statements[claim.statement].readings.compactMap { index -> Int? in
        let reading = input.readings[index]
        let stated = reading.claims[claim.index]
        let words =
          stated.sentence.flatMap { reading.article.words(of: $0) }
          ?? sentence(of: stated, in: reading)
        return words.flatMap { PriceStage.stage(in: $0) }
      }.max()
    }.max()
  }

  /// The text around a claim's quote where the reading names no sentence.
  private func sentence(of claim: Claim, in reading: ArticleReading) -> String? {
    guard let mention = claim.amount, reading.mentions.indices.contains(mention) else { return nil }
    let quote = Array(reading.mentions[mention].quote.utf8)
    let article = reading.article
    for part in [article.title, article.text] {
      if let words = PriceStage.sentence(around: quote, in: Array(part.utf8)) { return words }
    }
    return nil
  }
}

/// The words that tell how far a price is settled.
enum PriceStage {
  private static let words: [(Int, [String])] = [
    (3, ["договір", "договор", "контракт", "contract", "угод", "соглашен"]),
    (2, ["тендер", "закупівл", "торги", "закупк", "tender", "procurement", "bid"]),
    (1, ["оцін", "кошторис", "орієнтовн", "оцен", "смет", "ориентировочн", "estimat"]),
  ]

  static func stage(in sentence: String) -> Int? {
    let text = sentence.lowercased()
    return words.first { $0.1.contains { contains(text, $0) } }?.0
  }

  private static func contains(_ text: String, _ word: String) -> Bool {
    find(Array(word.utf8), in: Array(text.utf8)) != nil
  }

  private static func find(_ needle: [UInt8], in text: [UInt8]) -> Int? {
    guard !needle.isEmpty, text.count >= needle.count else { return nil }
    for start in 0...(text.count - needle.count)
    where text[start] == needle[0] && text[start..<(start + needle.count)].elementsEqual(needle) {
      return start
    }
    return nil
  }

  /// The sentence that holds some words.
  static func sentence(around quote: [UInt8], in text: [UInt8]) -> String? {
    guard let at = find(quote, in: text) else { return nil }
    func ends(_ index: Int) -> Bool {
      let byte = text[index]
      return byte == 10
        || (byte == 46 || byte == 33 || byte == 63) && index + 1 < text.count
          && text[index + 1] == 32
    }
    var start = at
    while start > 0, !ends(start - 1) { start -= 1 }
    var end = at + quote.count
    while end < text.count, !ends(end) { end += 1 }
    return String(decoding: text[start..<end], as: UTF8.self)
  }
}
