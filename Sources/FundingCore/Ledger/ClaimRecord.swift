/// What tells a claim apart from others, beside its sum and its day.
///
/// - Shape: organisations and places by their numbers, ascending; sectors as a bit each.
struct Facts: Hashable {
  var donors: [Int32] = []
  var implementers: [Int32] = []
  var sectors: UInt64 = 0
  var places: [Int32] = []
  var isAdditional = false
  var isTranche = false
  var isCumulative = false
  /// Index of the object's name; -1 where none is named.
  var object: Int32 = -1
}

/// A claim as the rules see it.
struct ClaimRecord {
  /// The statement it stands in, and its place there.
  var statement: Int
  var index: Int
  /// The claim of each article that prints the statement, ascending.
  var ids: [Claim.ID]
  var facts: Facts
  var sum: PrintedSum?
  /// The mention its sum restates, or its own; -1 without a sum.
  var rootMention: Int
  /// The mention its sum is; -1 without a sum.
  var mention: Int
  var status: Status
  var instrument: Instrument
  /// The record of the total it is stated to be part of.
  var partOf: Int?
  /// Its earliest day; `nil` where no article is dated.
  var day: Int32?
}

/// Articles with the same text and the same reading: one statement.
struct StatementRecord {
  /// Indices of the readings, ascending.
  var readings: [Int]
  var day: Int32?
  /// Statements with the same text have the same number.
  var text: Int
  /// The records of its claims, by claim index; `nil` where a claim was left out.
  var records: [Int?]
}

/// Everything the rules work on: claims as records, and the tables as numbers.
struct LedgerInput {
  var readings: [ArticleReading]
  var statements: [StatementRecord] = []
  var records: [ClaimRecord] = []
  var places: PlaceTable
  var payers: PayerTable
  var objects: [ObjectName] = []
  var sectors: SectorTable
  var rates: Rates
  /// The month of the newest dated article; of one printed again, the first day counts.
  var newestMonth: YearMonth?
  var leftOut: [LeftOut] = []
  private var objectNumbers: [String: Int32] = [:]

  /// Claims that a person said are no funding.
  private let notFunding: Set<Claim.ID>

  /// - Shape: the readings are in the order of article ids, each id once.
  init(
    _ readings: [ArticleReading], tables: Tables, home: Place.ID, notFunding: Set<Claim.ID> = []
  ) {
    self.readings = readings
    self.notFunding = notFunding
    places = PlaceTable(tables.gazetteer, home: home)
    payers = PayerTable(tables.organisations)
    sectors = SectorTable(tables.sectors)
    rates = tables.rates
    collect()
    newestMonth = statements.compactMap(\.day).max().map { CalendarDate(dayNumber: $0).month }
    for number in statements.indices { addRecords(of: number) }
  }

  /// Each article id once, in the order of ids. Of two readings with one id, the one that would be printed first counts.
  static func unique(_ readings: [ArticleReading]) -> [ArticleReading] {
    let sorted = readings.sorted { a, b in
      a.article.id != b.article.id
        ? a.article.id < b.article.id
        : (a.article.text, a.claims.count, a.mentions.count)
          < (b.article.text, b.claims.count, b.mentions.count)
    }
    var result: [ArticleReading] = []
    result.reserveCapacity(sorted.count)
    for reading in sorted where result.last?.article.id != reading.article.id {
      result.append(reading)
    }
    return result
  }

  /// Puts articles with the same text and the same reading together.
  private mutating func collect() {
    var texts: [String: Int] = [:]
    var byText: [Int: [Int]] = [:]
    for number in readings.indices {
      let text = readings[number].article.text
      let textNumber: Int
      if text.isEmpty {
        textNumber = -1 - number
      } else if let known = texts[text] {
        textNumber = known
      } else {
        textNumber = texts.count
        texts[text] = textNumber
      }
      let day = readings[number].article.date?.dayNumber
      let twin = byText[textNumber, default: []].first {
        LedgerInput.saysTheSame(readings[statements[$0].readings[0]], readings[number])
      }
      if let twin {
        statements[twin].readings.append(number)
        if let day { statements[twin].day = min(statements[twin].day ?? day, day) }
      } else {
        byText[textNumber, default: []].append(statements.count)
        statements.append(
          StatementRecord(readings: [number], day: day, text: textNumber, records: []))
      }
    }
  }

  /// Whether two readings hold the same claims on the same sums, wherever in the text they found them.
  private static func saysTheSame(_ a: ArticleReading, _ b: ArticleReading) -> Bool {
    guard a.claims.count == b.claims.count, a.mentions.count == b.mentions.count else {
      return false
    }
    for (x, y) in zip(a.mentions, b.mentions) {
      var (x, y) = (x, y)
      x.span = nil
      y.span = nil
      if x != y { return false }
    }
    for (x, y) in zip(a.claims, b.claims) {
      var (x, y) = (x, y)
      (x.sentence, x.evidence, y.sentence, y.evidence) = (nil, [], nil, [])
      if x != y { return false }
    }
    return true
  }

  private mutating func addRecords(of number: Int) {
    let statement = statements[number]
    let reading = readings[statement.readings[0]]
    var numbers = [Int?](repeating: nil, count: reading.claims.count)
    for (index, claim) in reading.claims.enumerated() {
      let mention = claim.amount.flatMap { reading.mentions.indices.contains($0) ? $0 : nil }
      guard isFunding(mention, of: reading), !isRefused(index, of: statement) else { continue }
      numbers[index] = records.count
      records.append(record(of: claim, index, mention, in: reading, number))
    }
    for (index, claim) in reading.claims.enumerated() {
      guard let mine = numbers[index], let whole = claim.partOf, numbers.indices.contains(whole)
      else { continue }
      records[mine].partOf = numbers[whole]
    }
    statements[number].records = numbers
    for article in statement.readings { leaveOut(from: readings[article]) }
  }

  private func isRefused(_ index: Int, of statement: StatementRecord) -> Bool {
    !notFunding.isEmpty
      && statement.readings.contains {
        notFunding.contains(Claim.ID(readings[$0].article.id, index))
      }
  }

  /// The statement an article stands in.
  func statement(of article: Article.ID) -> Int? {
    statements.firstIndex { statement in
      statement.readings.contains { readings[$0].article.id == article }
    }
  }

  private mutating func record(
    of claim: Claim, _ index: Int, _ mention: Int?, in reading: ArticleReading, _ number: Int
  ) -> ClaimRecord {
    let statement = statements[number]
    var root = mention ?? -1
    while root >= 0, let earlier = reading.mentions[root].restates, earlier < root, earlier >= 0 {
      root = earlier
    }
    let amount = mention.flatMap { reading.mentions[$0].amount }
    let quote = mention.map { reading.mentions[$0].quote } ?? ""
    return ClaimRecord(
      statement: number, index: index,
      ids: statement.readings.map { Claim.ID(readings[$0].article.id, index) },
      facts: facts(of: claim), sum: amount.map { PrintedSum($0, quote: quote) },
      rootMention: root, mention: mention ?? -1, status: claim.status, instrument: claim.instrument,
      day: statement.day)
  }

  private mutating func facts(of claim: Claim) -> Facts {
    Facts(
      donors: Array(Set(claim.donors.map { payers.number(of: $0) })).sorted(),
      implementers: Array(Set(claim.implementers.map { payers.number(of: $0) })).sorted(),
      sectors: claim.sectors.reduce(0) { $0 | sectors.bit(of: $1) },
      places: Array(Set(claim.places.map { places.number(of: $0) })).sorted(),
      isAdditional: claim.isAdditional, isTranche: claim.isTranche,
      isCumulative: claim.isCumulative, object: object(of: claim))
  }

  private mutating func object(of claim: Claim) -> Int32 {
    guard let name = claim.object, !name.isEmpty else { return -1 }
    if let number = objectNumbers[name] { return number }
    let number = Int32(objects.count)
    objects.append(ObjectName(name))
    objectNumbers[name] = number
    return number
  }
}

/// Sectors as bits.
///
/// - Shape: the table's rows first; sectors of no row follow, and those beyond the 64th share the last bit.
struct SectorTable {
  private(set) var ids: [Sector.ID]
  private var numbers: [Sector.ID: Int]

  init(_ sectors: [Sector]) {
    ids = sectors.map(\.id)
    numbers = Dictionary(
      ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func bit(of id: Sector.ID) -> UInt64 {
    if let number = numbers[id] { return 1 << UInt64(min(number, 63)) }
    let number = ids.count
    ids.append(id)
    numbers[id] = number
    return 1 << UInt64(min(number, 63))
  }
}
