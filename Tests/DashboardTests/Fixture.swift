import Dashboard
import FundingCore
import FundingStore
import Screen
import TestSupport

/// A ledger made by hand, small enough to know by heart: its figures in the golden screens can be checked on paper.
struct Fixture {
  /// One sum as one or more outlets tell it.
  struct Sum {
    var amount: (low: Int64?, high: Int64?, currency: String, bound: Bound)?
    var usd: (low: Int64?, high: Int64?)?
    var donors: [String]
    var implementers: [String] = []
    var sectors: [String]
    var places: [String] = ["Kharkiv"]
    var status = Status.ongoing
    var instrument = Instrument.grant
    var isCumulative = false
    var object: String?
    var date: String?
    var state = Funding.State.counted
    var disagrees = false
    /// The amount's words, the sentence around them, outlet, kind.
    var texts: [(quote: String, sentence: String, publisher: String, kind: Article.Kind)]
  }

  static let tables: Tables =
    Library(path: checkout + "/data", shipped: checkout + "/data").tables().tables

  static let ledger = make(sums)
  static let table = FundingTable(ledger, tables: tables)
  static var data: DashboardData { DashboardData(table: table, ledger: ledger) }

  /// The opening state in a language.
  static func state(_ language: Language = .uk, width: Int = 80, height: Int = 24) -> State {
    State(
      data: data,
      settings: Settings(language: language, today: CalendarDate("2026-11-22")),
      size: Size(width: width, height: height))
  }

  static func make(_ sums: [Sum]) -> Ledger {
    var readings: [ArticleReading] = []
    var fundings: [Funding] = []
    var projects: [Project] = []
    for (number, sum) in sums.enumerated() {
      var sources: [Claim.ID] = []
      for (copy, text) in sum.texts.enumerated() {
        let reading = self.reading(sum, text, id: "a\(number + 1)-\(copy + 1)")
        sources.append(Claim.ID(reading.article.id, 0))
        readings.append(reading)
      }
      let funding = self.funding(sum, number: number, sources: sources)
      fundings.append(funding)
      for sector in sum.sectors.isEmpty ? [nil] : sum.sectors.map(Optional.some) {
        projects.append(
          Project(
            id: Project.ID("p-\(number + 1)-\(sector ?? "none")"),
            sector: sector.map { Sector.ID($0) },
            places: funding.places, donors: funding.donors, implementers: funding.implementers,
            object: sum.object, status: sum.status, date: funding.date, fundings: [funding.id]))
      }
    }
    readings.sort { $0.article.id < $1.article.id }
    let findings = [
      Finding(
        .doubt, code: "undated", at: .init(file: "articles/a4-1.md", line: 5),
        "The article carries no date; the month of the newest article lent its rate.",
        remedy: "Look the date up and add it.")
    ]
    return Ledger(
      readings: readings, fundings: fundings, projects: projects, findings: findings,
      home: Place.ID("kharkiv"))
  }

  private static func funding(_ sum: Sum, number: Int, sources: [Claim.ID]) -> Funding {
    let currency = sum.amount.flatMap { Currency($0.currency) } ?? .usd
    let rate =
      sum.usd == nil
      ? nil
      : Rate(
        month: YearMonth(year: 2025, month: 9), currency: currency, mantissa: 117, scale: 2,
        source: "НБУ")
    return Funding(
      id: Funding.ID("f-\(number + 1)"),
      amount: sum.amount.map {
        Amount(low: $0.low, high: $0.high, currency: currency, bound: $0.bound)
      },
      usd: sum.usd.map { USDRange(low: $0.low, high: $0.high) }, rate: rate,
      donors: sum.donors.map { Organisation.ID($0) },
      implementers: sum.implementers.map { Organisation.ID($0) },
      sectors: sum.sectors.map { Sector.ID($0) }, places: sum.places.map { Place.Label($0) },
      status: sum.status, instrument: sum.instrument, isCumulative: sum.isCumulative,
      object: sum.object,
      date: sum.date.flatMap { CalendarDate($0) }, state: sum.state, disagrees: sum.disagrees,
      sources: sources)
  }

  /// An article of a title and three sentences, the middle one being the claim's.
  private static func reading(
    _ sum: Sum, _ text: (quote: String, sentence: String, publisher: String, kind: Article.Kind),
    id: String
  ) -> ArticleReading {
    let before = "У мерії розповіли про відбудову міста. "
    let after = "\n\nПерелік об’єктів оприлюднять згодом, додали у мерії."
    let body = before + text.sentence + after
    let article = Article(
      id: Article.ID(id),
      title: "Новини відбудови: \(sum.object ?? sum.donors.joined(separator: ", "))",
      publisher: text.publisher, date: sum.date.flatMap { CalendarDate($0) }, language: .uk,
      url: "https://example.org/\(id)", kind: text.kind, text: body)
    let start = before.utf8.count
    let sentence = TextSpan(.text, start..<start + text.sentence.utf8.count)
    var mentions: [Mention] = []
    if let amount = sum.amount, let offset = byteOffset(of: text.quote, in: body) {
      mentions.append(
        Mention(
          quote: text.quote, low: amount.low, high: amount.high,
          currency: Currency(amount.currency),
          bound: amount.bound, role: .funding,
          span: TextSpan(.text, offset..<offset + text.quote.utf8.count)))
    }
    var evidence: [Evidence] = []
    for (word, field) in [
      ("ЮНОПС", ClaimField.implementers), ("Європейський Союз", .donors), ("Японія", .donors),
      ("Харкові", .places), ("укриття", .sectors), ("завершили", .status),
    ] {
      guard let offset = byteOffset(of: word, in: text.sentence) else { continue }
      evidence.append(
        Evidence(
          field: field, span: TextSpan(.text, start + offset..<start + offset + word.utf8.count),
          rule: "T1"))
    }
    let claim = Claim(
      amount: mentions.isEmpty ? nil : 0, donors: sum.donors.map { Organisation.ID($0) },
      implementers: sum.implementers.map { Organisation.ID($0) },
      sectors: sum.sectors.map { Sector.ID($0) }, places: sum.places.map { Place.Label($0) },
      status: sum.status, isCumulative: sum.isCumulative, instrument: sum.instrument,
      object: sum.object,
      sentence: sentence, evidence: evidence)
    return ArticleReading(article: article, mentions: mentions, claims: [claim])
  }

  static func byteOffset(of needle: String, in text: String) -> Int? {
    let small = Array(needle.utf8)
    let large = Array(text.utf8)
    guard !small.isEmpty, large.count >= small.count else { return nil }
    return (0...(large.count - small.count)).first { Array(large[$0..<$0 + small.count]) == small }
  }

  static let sums: [Sum] = [
    Sum(
      amount: (1_100_000_000, nil, "USD", .atLeast), usd: (1_100_000_000, nil),
      donors: ["eu", "japan"],
      implementers: ["unops"], sectors: ["housing", "energy", "shelters", "medicine"],
      status: .completed,
      isCumulative: true, date: "2025-09-10",
      texts: [
        (
          "понад 11 млн дол. США",
          "ЮНОПС завершили у Харкові проєкти на понад 11 млн дол. США, які оплатили Європейський Союз та Японія: житло, енергетика, укриття, медицина.",
          "РЕДПОСТ", .article
        ),
        (
          "понад 11 млн дол. США",
          "Проєкти на понад 11 млн дол. США у Харкові оплатили Європейський Союз та Японія.",
          "Гвара Медіа", .digest
        ),
      ]),
    Sum(
      amount: (2_500_000_000, 2_500_000_000, "EUR", .exact), usd: (2_925_000_000, 2_925_000_001),
      donors: ["ebrd"],
      sectors: ["energy"], instrument: .loan, date: "2024-10-24",
      texts: [("25 млн євро", "ЄБРР надасть місту 25 млн євро на когенерацію.", "ЦТС", .digest)]),
    Sum(
      amount: (12_000_000_000, 12_000_000_000, "NOK", .exact), usd: (1_130_000_000, 1_130_000_000),
      donors: ["norway"],
      implementers: ["undp"], sectors: ["energy"], status: .completed, instrument: .inKind,
      date: "2024-06-16",
      texts: [
        (
          "120 млн норвезьких крон", "Норвегія виділила 120 млн норвезьких крон на генератори.",
          "УНН", .digest
        )
      ]),
    Sum(
      amount: (170_000_000, 170_000_000, "EUR", .about), usd: (184_000_000, 184_000_000),
      donors: ["giz"],
      sectors: ["housing"], places: ["Kharkiv/Pivnichna Saltivka"], status: .completed,
      object: "будинок на вул. Наталії Ужвій, 82", date: nil,
      texts: [
        (
          "близько 1,7 млн євро",
          "Німеччина дала близько 1,7 млн євро на будинок на Північній Салтівці.", "SQ", .digest
        )
      ]),
    Sum(
      amount: (23_000_000_000, 23_000_000_000, "UAH", .exact), usd: (556_000_000, 556_000_001),
      donors: ["city-budget"],
      sectors: ["shelters", "education"], places: ["Kharkiv/Saltivskyi"], status: .planned,
      instrument: .unknown,
      object: "підземний дитсадок № 143", date: "2025-05-02", disagrees: true,
      texts: [
        ("230 млн грн", "Підземний дитсадок № 143 збудують за 230 млн грн.", "Об’єктив", .digest),
        ("230 млн грн", "На дитсадок № 143 витратять 230 млн грн.", "Суспільне Харків", .article),
      ]),
    Sum(
      amount: (300_000_000, 300_000_000, "USD", .exact), usd: (300_000_000, 300_000_000),
      donors: ["usaid"],
      sectors: ["shelters"], places: ["Kharkiv/Shevchenkivskyi"], status: .ongoing,
      object: "ліцей № 99",
      date: "2024-03-01",
      texts: [("$3 млн", "USAID дала $3 млн на укриття ліцею № 99.", "Думка", .article)]),
    Sum(
      amount: nil, donors: ["south-korea", "iom"], sectors: ["medicine"], status: .completed,
      instrument: .inKind,
      date: "2025-01-15",
      texts: [("", "Корея передала лікарні 12 апаратів ШВЛ.", "Харківські вісті", .digest)]),
    Sum(
      amount: (5_000_000_000_00, nil, "UAH", .atLeast), usd: (12_000_000_000, nil),
      donors: ["state-budget"],
      sectors: ["housing"], places: ["Ukraine"], date: "2025-02-02", state: .wider,
      texts: [
        (
          "понад 5 млрд грн", "Держава спрямує понад 5 млрд грн на сертифікати.", "Інтерфакс",
          .digest
        )
      ]),
    Sum(
      amount: (nil, 900_000_000, "USD", .atMost), usd: (nil, 900_000_000), donors: ["world-bank"],
      sectors: ["transport"],
      status: .planned, instrument: .loan, date: "2025-11-01",
      texts: [("до $9 млн", "Світовий банк дасть до $9 млн на тролейбуси.", "ДТП", .article)]),
  ]
}
