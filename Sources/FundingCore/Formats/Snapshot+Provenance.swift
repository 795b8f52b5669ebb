extension Provenance: Snapshotable {
  public func write(into snapshot: inout SnapshotWriter) {
    snapshot.choice(step)
    snapshot.choice(rule)
    claim.write(into: &snapshot)
    other.write(into: &snapshot)
    (funding?.rawValue).write(into: &snapshot)
    decision.write(into: &snapshot)
  }
  public init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    self.init(
      try snapshot.choice(Step.self), by: try snapshot.choice(LedgerRule.self),
      claim: try Claim.ID?(from: &snapshot),
      other: try Claim.ID?(from: &snapshot),
      funding: try String?(from: &snapshot).map { Funding.ID($0) },
      decision: try String?(from: &snapshot))
  }
}

extension LeftOut: Snapshotable {
  public func write(into snapshot: inout SnapshotWriter) {
    article.rawValue.write(into: &snapshot)
    mention.write(into: &snapshot)
    claim.write(into: &snapshot)
    snapshot.byte(role == nil ? 0 : 1)
    if let role { snapshot.choice(role) }
    snapshot.choice(rule)
    decision.write(into: &snapshot)
  }
  public init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    let article = Article.ID(try String(from: &snapshot))
    let (mention, claim) = (try Int?(from: &snapshot), try Int?(from: &snapshot))
    let role = try snapshot.byte() == 0 ? nil : try snapshot.choice(AmountRole.self)
    self.init(
      article: article, mention: mention, claim: claim, role: role,
      rule: try snapshot.choice(LedgerRule.self),
      decision: try String?(from: &snapshot))
  }
}

extension Ledger: Snapshotable {
  public func write(into snapshot: inout SnapshotWriter) {
    readings.write(into: &snapshot)
    fundings.write(into: &snapshot)
    projects.write(into: &snapshot)
    findings.write(into: &snapshot)
    home.rawValue.write(into: &snapshot)
    let ids = provenance.keys.sorted()
    ids.map(\.rawValue).write(into: &snapshot)
    for id in ids { (provenance[id] ?? []).write(into: &snapshot) }
    leftOut.write(into: &snapshot)
  }
  public init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    self.init(
      readings: try [ArticleReading](from: &snapshot), fundings: try [Funding](from: &snapshot),
      projects: try [Project](from: &snapshot), findings: try [Finding](from: &snapshot),
      home: Place.ID(try String(from: &snapshot)))
    for id in try [String](from: &snapshot) {
      provenance[Funding.ID(id)] = try [Provenance](from: &snapshot)
    }
    leftOut = try [LeftOut](from: &snapshot)
  }
}
