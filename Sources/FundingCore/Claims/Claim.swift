/// What a money expression is there for, as the article tells it.
public enum AmountRole: String, Sendable, CaseIterable { case funding, need, damage, other }

/// State of the work a claim is about; of a transfer, whether it arrived.
///
/// - Source: three of IATI's `activity-status`, by what news can tell.
public enum Status: String, Sendable, CaseIterable { case completed, ongoing, planned }

/// How money is given.
///
/// - Source: IATI `default-finance-type` and `default-aid-type`, by what news can tell.
public enum Instrument: String, Sendable, CaseIterable {
  case grant, loan
  case inKind = "in-kind"
  case unknown
}

/// One money expression of an article, whatever its role.
///
/// - Shape: `corpus/reading-format.md`, `amounts`.
/// - Units: ends in minor units of the currency, of hundredths where the currency is unknown.
public struct Mention: Hashable, Sendable {
  /// The exact words, from the qualifier to the currency.
  public var quote: String
  public var low: Int64?
  public var high: Int64?
  /// `nil` where the article leaves it out and nothing near it tells.
  public var currency: Currency?
  public var bound: Bound
  public var role: AmountRole
  /// The index of an earlier mention of the same sum.
  public var restates: Int?
  /// Where the quote stands; `nil` in readings that leave it out and whose text does not hold the quote.
  public var span: TextSpan?

  public init(
    quote: String, low: Int64?, high: Int64?, currency: Currency?, bound: Bound, role: AmountRole,
    restates: Int? = nil, span: TextSpan? = nil
  ) {
    self.quote = quote
    self.low = low
    self.high = high
    self.currency = currency
    self.bound = bound
    self.role = role
    self.restates = restates
    self.span = span
  }

  /// The sum, where its currency is known.
  public var amount: Amount? {
    currency.map { Amount(low: low, high: high, currency: $0, bound: bound) }
  }
}

/// A field of a claim that evidence can be given for.
public enum ClaimField: String, Sendable, CaseIterable {
  case amount, donors, implementers, sectors, places, status, cumulative, instrument, partOf,
    additional, tranche, object
  /// The day of its article; nothing is read for it, people correct it.
  case date
}

/// The words a field of a claim rests on, and the rule that read them.
public struct Evidence: Hashable, Sendable {
  public var field: ClaimField
  public var span: TextSpan
  /// The id of the reader's rule, such as `D1`.
  public var rule: String

  public init(field: ClaimField, span: TextSpan, rule: String) {
    self.field = field
    self.span = span
    self.rule = rule
  }
}

/// One statement in one article that somebody pays for something; never edited, may be wrong.
///
/// - Shape: `corpus/reading-format.md`, `claims`. Lists keep the order of the text and hold nothing twice.
public struct Claim: Hashable, Sendable {
  /// A claim is named by its article and its place in it, counted from 0.
  public struct ID: Hashable, Comparable, Sendable, CustomStringConvertible {
    public var article: Article.ID
    public var index: Int
    public init(_ article: Article.ID, _ index: Int) {
      self.article = article
      self.index = index
    }
    public var description: String { "\(article)#\(index)" }
    public static func < (a: ID, b: ID) -> Bool { (a.article, a.index) < (b.article, b.index) }
  }

  /// Index into the article's mentions; `nil` where donor and purpose are stated without a sum.
  public var amount: Int?
  public var donors: [Organisation.ID]
  public var implementers: [Organisation.ID]
  public var sectors: [Sector.ID]
  public var places: [Place.Label]
  public var status: Status
  public var isCumulative: Bool
  public var instrument: Instrument
  /// Index of the claim of the same article whose sum contains this one's.
  public var partOf: Int?
  /// Said to come on top of another sum ("ще", "another").
  public var isAdditional: Bool
  /// Said to be a tranche of a larger sum.
  public var isTranche: Bool
  /// The one object the claim is about, as the article names it ("дитсадок № 143").
  public var object: String?
  /// The sentence that states the claim; `nil` where a reading came without text.
  public var sentence: TextSpan?
  public var evidence: [Evidence]

  public init(
    amount: Int?, donors: [Organisation.ID] = [], implementers: [Organisation.ID] = [],
    sectors: [Sector.ID] = [],
    places: [Place.Label] = [], status: Status = .planned, isCumulative: Bool = false,
    instrument: Instrument = .unknown, partOf: Int? = nil, isAdditional: Bool = false,
    isTranche: Bool = false,
    object: String? = nil, sentence: TextSpan? = nil, evidence: [Evidence] = []
  ) {
    self.amount = amount
    self.donors = donors
    self.implementers = implementers
    self.sectors = sectors
    self.places = places
    self.status = status
    self.isCumulative = isCumulative
    self.instrument = instrument
    self.partOf = partOf
    self.isAdditional = isAdditional
    self.isTranche = isTranche
    self.object = object
    self.sentence = sentence
    self.evidence = evidence
  }
}

/// What was read in one article: its money, and the claims that rest on it.
///
/// - Shape: a claim's `amount` and `partOf`, and a mention's `restates`, index into these lists; readers of foreign
///   files check that before they make one.
public struct ArticleReading: Hashable, Sendable {
  public var article: Article
  /// Every money expression, title first, then in text order.
  public var mentions: [Mention]
  public var claims: [Claim]

  public init(article: Article, mentions: [Mention], claims: [Claim]) {
    self.article = article
    self.mentions = mentions
    self.claims = claims
  }
}
