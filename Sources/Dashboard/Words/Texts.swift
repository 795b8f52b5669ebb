import FundingCore

/// Every word the dashboard says, in Ukrainian and English.
///
/// - Shape: a text is made by ``say(_:_:)``, which asks for both languages: leaving one out does not compile.
public struct Texts: Hashable, Sendable {
  public let language: Language
  public var format: Format { Format(language) }

  public init(_ language: Language) { self.language = language }

  /// The text of the screen's language.
  func say(_ uk: String, _ en: String) -> String { language == .en ? en : uk }

  /// Words in the quotation marks of the screen's language.
  func quoted(_ words: String) -> String { say("«\(words)»", "“\(words)”") }

  /// The language of names in the tables: only two languages have a screen.
  var tableLanguage: Language { language == .en ? .en : .uk }

  // MARK: Counts

  public func projects(_ count: Int) -> String {
    format.count(count, uk: ("проєкт", "проєкти", "проєктів"), en: ("project", "projects"))
  }
  public func sums(_ count: Int) -> String {
    format.count(count, uk: ("сума", "суми", "сум"), en: ("amount", "amounts"))
  }
  public func articles(_ count: Int) -> String {
    format.count(count, uk: ("стаття", "статті", "статей"), en: ("article", "articles"))
  }
  public func sources(_ count: Int) -> String {
    format.count(count, uk: ("джерело", "джерела", "джерел"), en: ("source", "sources"))
  }
  /// Sums and gifts without one, counted together.
  func contributions(_ count: Int) -> String {
    format.count(
      count, uk: ("внесок", "внески", "внесків"), en: ("contribution", "contributions"))
  }
  var contributionsHeading: String { say("внески", "contributions") }
  public func gifts(_ count: Int) -> String {
    format.count(
      count, uk: ("внесок без суми", "внески без суми", "внесків без суми"),
      en: ("contribution with no amount", "contributions with no amount"))
  }
  public func doubts(_ count: Int) -> String {
    format.count(count, uk: ("сумнів", "сумніви", "сумнівів"), en: ("doubt", "doubts"))
  }
  public func claims(_ count: Int) -> String {
    format.count(count, uk: ("твердження", "твердження", "тверджень"), en: ("claim", "claims"))
  }
  func characters(_ count: Int) -> String {
    format.count(count, uk: ("знак", "знаки", "знаків"), en: ("character", "characters"))
  }
  func decisions(_ count: Int) -> String {
    format.count(count, uk: ("рішення", "рішення", "рішень"), en: ("decision", "decisions"))
  }
  func withoutRate(_ count: Int) -> String {
    format.count(
      count, uk: ("сума без курсу", "суми без курсу", "сум без курсу"),
      en: ("amount without a rate", "amounts without a rate"))
  }

  // MARK: Names of things

  public func name(of dimension: Dimension) -> String {
    switch dimension {
    case .sector: say("сектор", "sector")
    case .district: say("район", "district")
    case .donor: say("донор", "donor")
    case .implementer: say("виконавець", "implementer")
    case .status: say("стан", "status")
    case .year: say("рік", "year")
    case .source: say("джерело", "source")
    case .place: say("місце", "place")
    case .month: say("місяць", "month")
    case .state: say("облік", "counted or not")
    case .instrument: say("вид допомоги", "type of aid")
    }
  }

  public func name(of status: Status) -> String {
    switch status {
    case .completed: say("завершено", "completed")
    case .ongoing: say("триває", "ongoing")
    case .planned: say("заплановано", "planned")
    }
  }

  /// One column for a status; the help says what it stands for.
  func glyph(of status: Status) -> String {
    switch status {
    case .completed: "✓"
    case .ongoing: "●"
    case .planned: "○"
    }
  }

  /// The states of a project's money in a word or two: a part of it may be further than the rest.
  func name(of statuses: [Status]) -> String {
    guard statuses.count > 1 else { return statuses.first.map { name(of: $0) } ?? "" }
    return statuses.contains(.completed)
      ? say("частково завершено", "partly completed") : say("частково триває", "partly ongoing")
  }

  /// The same in a narrow column.
  func shortName(of statuses: [Status]) -> String {
    statuses.count > 1 ? say("частково", "partly") : name(of: statuses)
  }

  func glyph(of statuses: [Status]) -> String {
    statuses.count > 1 ? "◐" : statuses.first.map { glyph(of: $0) } ?? " "
  }

  public func name(of instrument: Instrument) -> String {
    switch instrument {
    case .grant: say("грант", "grant")
    case .loan: say("позика", "loan")
    case .inKind: say("майном", "in kind")
    case .unknown: say("вид не названо", "kind not stated")
    }
  }

  public func name(of state: Funding.State) -> String {
    switch state {
    case .counted: say("враховано", "counted")
    case .part: say("частина більшої суми", "part of a larger sum")
    case .superseded: say("замінено новішою сумою", "superseded by a newer sum")
    case .exceeded: say("частини перевищують суму", "exceeded by its parts")
    case .wider: say("ширше за місто", "wider than the city")
    }
  }

  /// One column for why a sum is not in the total.
  func sign(of state: Funding.State) -> String {
    switch state {
    case .counted: " "
    case .part: "∩"
    case .superseded, .exceeded: "×"
    case .wider: "↑"
    }
  }

  public func name(of field: ClaimField) -> String {
    switch field {
    case .amount: say("сума", "amount")
    case .donors: say("донори", "donors")
    case .implementers: say("виконавці", "implementers")
    case .sectors: say("сектори", "sectors")
    case .places: say("місця", "places")
    case .status: say("стан", "status")
    case .cumulative: say("накопичений підсумок", "running total")
    case .instrument: say("вид допомоги", "type of aid")
    case .partOf: say("частина", "part of")
    case .additional: say("додаткова", "additional")
    case .tranche: say("транш", "tranche")
    case .object: say("об’єкт", "object")
    case .date: say("день публікації", "day of publication")
    }
  }

  public func name(of key: SortKey) -> String {
    switch key {
    case .order: say("порядок обліку", "ledger order")
    case .amount: name(of: ClaimField.amount)
    case .date: say("дата", "date")
    case .donor: name(of: Dimension.donor)
    case .implementer: name(of: Dimension.implementer)
    case .sector: name(of: Dimension.sector)
    case .place: name(of: Dimension.place)
    case .status: name(of: Dimension.status)
    case .state: name(of: Dimension.state)
    }
  }

  /// What a value of a dimension without one is called.
  func none(of dimension: Dimension) -> String {
    switch dimension {
    case .sector: say("Сектор не названо", "Sector not stated")
    case .district: say("Без району", "No district named")
    case .donor: say("Платника не названо", "Payer not named")
    case .implementer: say("Виконавця не названо", "Implementer not named")
    case .year, .month: say("Без дати", "Undated")
    case .source: say("Джерело не назване", "Source not named")
    case .place: say("Місце не назване", "Place not stated")
    case .status, .state, .instrument: say("Не названо", "Not stated")
    }
  }

  func title(of page: Page) -> String {
    switch page {
    case .sectors: say("Сектори", "Sectors")
    case .projects: say("Проєкти", "Projects")
    case .funding: say("Гроші", "Funding")
    case .map: say("Мапа", "Map")
    case .articles: say("Статті", "Articles")
    case .doubts: say("Сумніви", "Doubts")
    case .project: say("Проєкт", "Project")
    case .fundingDetail: say("Сума", "Sum")
    case .article: say("Стаття", "Article")
    case .explanation: say("Звідки це", "Why")
    case .decisions: say("Рішення", "Decisions")
    }
  }
}
