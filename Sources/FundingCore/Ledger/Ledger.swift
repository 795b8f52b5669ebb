/// All that the articles say of money, each sum once.
///
/// The types nest like this; every arrow can be walked back:
///
///     Ledger
///     ├── readings   [ArticleReading]    what each article states
///     │              ├── article         title, text, outlet, date
///     │              ├── mentions        every money expression, with its place in the text
///     │              └── claims          who pays for what, resting on a mention or on none
///     ├── fundings   [Funding]           one distinct sum each, standing on claims (article, index)
///     │              ├── state, partOf   whether a total includes it, and why not
///     │              └── usd, rate       converted once, visibly
///     ├── projects   [Project]           the work, with the fundings that pay for it
///     └── findings   [Finding]           what a careful editor should look at
public struct Ledger: Sendable {
  /// In the order of article ids, each id once.
  public var readings: [ArticleReading]
  public var fundings: [Funding]
  public var projects: [Project]
  public var findings: [Finding]
  /// The place the totals are told from.
  public var home: Place.ID
  /// How each funding came about, in the order of the steps.
  public var provenance: [Funding.ID: [Provenance]] = [:]
  /// Sums and claims that make no funding, in the order of articles.
  public var leftOut: [LeftOut] = []

  public init(
    readings: [ArticleReading] = [], fundings: [Funding] = [], projects: [Project] = [],
    findings: [Finding] = [],
    home: Place.ID
  ) {
    self.readings = readings
    self.fundings = fundings
    self.projects = projects
    self.findings = findings
    self.home = home
  }
}
