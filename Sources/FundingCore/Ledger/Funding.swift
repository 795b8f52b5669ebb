/// One distinct sum of money, or one stated gift without a sum.
///
/// - Shape: stands on the claims in ``sources``; ``evidence`` holds claims that say less (no sum, or a field the others
///   leave open) and change nothing of the sum.
/// - Units: ``amount`` in minor units of its currency, ``usd`` in cents.
/// - Source: IATI 2.03 `transaction`; the rules are those of `Ledger`.
public struct Funding: Hashable, Identifiable, Sendable {
  /// Stable as long as the claims behind it are: made from the smallest of its sources.
  public struct ID: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }
    public var description: String { rawValue }
    public static func < (a: ID, b: ID) -> Bool { a.rawValue < b.rawValue }
  }

  /// Whether a total includes it, and if not, why.
  public enum State: String, Sendable, CaseIterable {
    case counted
    /// Lies inside another funding that counts.
    case part
    /// A newer running total, or a later price of the same object, stands in its place.
    case superseded
    /// Its parts add up to more than it says; they count in its place.
    case exceeded
    /// For the oblast, the country, several cities or no place: shown beside the home city's total.
    case wider
  }

  public var id: ID
  public var amount: Amount?
  /// `nil` where there is no amount or no rate.
  public var usd: USDRange?
  /// The rate ``usd`` was converted with; `nil` where there is none.
  public var rate: Rate?
  /// True where the funding is undated and the month of the library's newest article lent its rate.
  public var isRateAssumed: Bool
  public var donors: [Organisation.ID]
  public var implementers: [Organisation.ID]
  public var sectors: [Sector.ID]
  public var places: [Place.Label]
  public var status: Status
  public var instrument: Instrument
  public var isCumulative: Bool
  public var object: String?
  /// Its earliest dated claim; `nil` where no claim has a date.
  public var date: CalendarDate?
  public var state: State
  public var partOf: ID?
  /// Its sources do not all say the same sum.
  public var disagrees: Bool
  public var sources: [Claim.ID]
  public var evidence: [Claim.ID]

  public init(
    id: ID, amount: Amount?, usd: USDRange? = nil, rate: Rate? = nil, isRateAssumed: Bool = false,
    donors: [Organisation.ID] = [], implementers: [Organisation.ID] = [], sectors: [Sector.ID] = [],
    places: [Place.Label] = [], status: Status = .planned, instrument: Instrument = .unknown,
    isCumulative: Bool = false, object: String? = nil, date: CalendarDate? = nil,
    state: State = .counted,
    partOf: ID? = nil, disagrees: Bool = false, sources: [Claim.ID] = [], evidence: [Claim.ID] = []
  ) {
    self.id = id
    self.amount = amount
    self.usd = usd
    self.rate = rate
    self.isRateAssumed = isRateAssumed
    self.donors = donors
    self.implementers = implementers
    self.sectors = sectors
    self.places = places
    self.status = status
    self.instrument = instrument
    self.isCumulative = isCumulative
    self.object = object
    self.date = date
    self.state = state
    self.partOf = partOf
    self.disagrees = disagrees
    self.sources = sources
    self.evidence = evidence
  }
}

/// Bounds in US cents; an unknown end is `nil`.
///
/// - Shape: low ends are rounded down and high ends up when they are made.
public struct USDRange: Hashable, Sendable {
  public var low: Int64?
  public var high: Int64?
  public init(low: Int64?, high: Int64?) {
    self.low = low
    self.high = high
  }
}
