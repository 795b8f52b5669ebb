/// Money told by one dimension: the total of a selection, and what each value has of it.
public struct Summary: Hashable, Sendable {
  /// One value of the dimension.
  public struct Group: Hashable, Identifiable, Sendable {
    /// A sector's or organisation's id, a place's label, a status, a year; `""` where none is stated.
    public var id: String
    /// Stated for it alone.
    public var own: Total
    /// Stated for it and others together.
    public var shared: Total
    /// Everything that names it, each sum once: what a filter by it would show.
    public var whole: Total
    /// Fundings behind ``whole``.
    public var fundings: Int

    /// A value with money, or none.
    public init(
      id: String, own: Total = .zero, shared: Total = .zero, whole: Total = .zero, fundings: Int = 0
    ) {
      self.id = id
      self.own = own
      self.shared = shared
      self.whole = whole
      self.fundings = fundings
    }

    /// Own and shared as one sum with ends: at least what is its own, at most all it shares.
    public var range: Ends { Ends(low: own.usd.low, high: (own.usd + shared.usd).high) }
  }

  /// How many there are of what.
  public struct Counts: Hashable, Sendable {
    public var projects = 0
    /// Counted fundings that no selected total contains.
    public var fundings = 0
    /// Articles they stand on.
    public var articles = 0
    /// Of the fundings, those without a sum: gifts, counted as such.
    public var withoutSum = 0
    /// Of the fundings, those whose currency has no rate; not in the dollar total.
    public var unconverted = 0
    /// Fundings for a wider place, beside the total.
    public var wider = 0

    /// Adds what other rows count.
    mutating func add(_ other: Counts) {
      projects += other.projects
      fundings += other.fundings
      articles += other.articles
      withoutSum += other.withoutSum
      unconverted += other.unconverted
      wider += other.wider
    }
  }

  public var dimension: Dimension
  /// Everything selected that counts for the home place, each sum once.
  public var total: Total
  /// Values that have money or fundings, in the dimension's order: of tables and calendars, else by money.
  public var groups: [Group]
  /// Money for wider places, beside the total.
  public var wider: Total
  /// Under a filter by district: what the same filter finds for the city as a whole; else `nil`.
  public var cityWide: Total?
  public var counts: Counts
}

/// One value of a dimension and what would remain if it were chosen.
public struct FacetValue: Hashable, Identifiable, Sendable {
  public var id: String
  /// Fundings that would remain, wider and uncounted ones too.
  public var count: Int
  /// Their total in US cents, each sum once.
  public var usd: Ends
  /// Whether the filter holds the dimension to it, or to anything but it.
  public var isChosen: Bool
  public var isExcluded: Bool
}
