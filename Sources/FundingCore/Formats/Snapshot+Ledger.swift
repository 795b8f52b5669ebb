extension CalendarDate: Snapshotable {
  public func write(into snapshot: inout SnapshotWriter) { snapshot.integer(Int64(dayNumber)) }
  public init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    self.init(dayNumber: Int32(truncatingIfNeeded: try snapshot.integer()))
  }
}

extension TextSpan: Snapshotable {
  public func write(into snapshot: inout SnapshotWriter) {
    snapshot.choice(part)
    range.lowerBound.write(into: &snapshot)
    range.count.write(into: &snapshot)
  }
  public init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    let part = try snapshot.choice(TextPart.self)
    let (start, count) = (try snapshot.integer(), try snapshot.integer())
    guard (0...Int64(Int32.max)).contains(start), (0...Int64(Int32.max)).contains(count) else {
      throw SnapshotError()
    }
    self.init(part, Int(start)..<Int(start + count))
  }
}

extension Article: Snapshotable {
  public func write(into snapshot: inout SnapshotWriter) {
    id.rawValue.write(into: &snapshot)
    title.write(into: &snapshot)
    publisher.write(into: &snapshot)
    date.write(into: &snapshot)
    snapshot.choice(language)
    url.write(into: &snapshot)
    dateNote.write(into: &snapshot)
    snapshot.choice(coverage)
    snapshot.choice(kind)
    text.write(into: &snapshot)
  }
  public init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    self.init(
      id: ID(try String(from: &snapshot)), title: try String(from: &snapshot),
      publisher: try String(from: &snapshot),
      date: try CalendarDate?(from: &snapshot), language: try snapshot.choice(Language.self),
      url: try String?(from: &snapshot), dateNote: try String?(from: &snapshot),
      coverage: try snapshot.choice(Coverage.self), kind: try snapshot.choice(Kind.self),
      text: try String(from: &snapshot))
  }
}

extension Mention: Snapshotable {
  public func write(into snapshot: inout SnapshotWriter) {
    quote.write(into: &snapshot)
    low.write(into: &snapshot)
    high.write(into: &snapshot)
    currency.write(into: &snapshot)
    snapshot.choice(bound)
    snapshot.choice(role)
    restates.write(into: &snapshot)
    span.write(into: &snapshot)
  }
  public init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    self.init(
      quote: try String(from: &snapshot), low: try Int64?(from: &snapshot),
      high: try Int64?(from: &snapshot),
      currency: try Currency?(from: &snapshot), bound: try snapshot.choice(Bound.self),
      role: try snapshot.choice(AmountRole.self), restates: try Int?(from: &snapshot),
      span: try TextSpan?(from: &snapshot))
  }
}

extension Evidence: Snapshotable {
  public func write(into snapshot: inout SnapshotWriter) {
    snapshot.choice(field)
    span.write(into: &snapshot)
    rule.write(into: &snapshot)
  }
  public init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    self.init(
      field: try snapshot.choice(ClaimField.self), span: try TextSpan(from: &snapshot),
      rule: try String(from: &snapshot))
  }
}

extension Claim: Snapshotable {
  public func write(into snapshot: inout SnapshotWriter) {
    amount.write(into: &snapshot)
    donors.map(\.rawValue).write(into: &snapshot)
    implementers.map(\.rawValue).write(into: &snapshot)
    sectors.map(\.rawValue).write(into: &snapshot)
    places.map(\.rawValue).write(into: &snapshot)
    snapshot.choice(status)
    isCumulative.write(into: &snapshot)
    snapshot.choice(instrument)
    partOf.write(into: &snapshot)
    isAdditional.write(into: &snapshot)
    isTranche.write(into: &snapshot)
    object.write(into: &snapshot)
    sentence.write(into: &snapshot)
    evidence.write(into: &snapshot)
  }
  public init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    self.init(
      amount: try Int?(from: &snapshot),
      donors: try [String](from: &snapshot).map { Organisation.ID($0) },
      implementers: try [String](from: &snapshot).map { Organisation.ID($0) },
      sectors: try [String](from: &snapshot).map { Sector.ID($0) },
      places: try [String](from: &snapshot).map { Place.Label($0) },
      status: try snapshot.choice(Status.self),
      isCumulative: try Bool(from: &snapshot), instrument: try snapshot.choice(Instrument.self),
      partOf: try Int?(from: &snapshot), isAdditional: try Bool(from: &snapshot),
      isTranche: try Bool(from: &snapshot),
      object: try String?(from: &snapshot), sentence: try TextSpan?(from: &snapshot),
      evidence: try [Evidence](from: &snapshot))
  }
}

extension ArticleReading: Snapshotable {
  public func write(into snapshot: inout SnapshotWriter) {
    article.write(into: &snapshot)
    mentions.write(into: &snapshot)
    claims.write(into: &snapshot)
  }

  /// - Errors: also where an index points at nothing.
  public init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    self.init(
      article: try Article(from: &snapshot), mentions: try [Mention](from: &snapshot),
      claims: try [Claim](from: &snapshot))
    let mentionsFit = mentions.allSatisfy { $0.restates.map(mentions.indices.contains) ?? true }
    let claimsFit = claims.allSatisfy {
      ($0.amount.map(mentions.indices.contains) ?? true)
        && ($0.partOf.map(claims.indices.contains) ?? true)
    }
    guard mentionsFit, claimsFit else { throw SnapshotError() }
  }
}

extension Amount: Snapshotable {
  public func write(into snapshot: inout SnapshotWriter) {
    low.write(into: &snapshot)
    high.write(into: &snapshot)
    currency.write(into: &snapshot)
    snapshot.choice(bound)
  }
  public init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    self.init(
      low: try Int64?(from: &snapshot), high: try Int64?(from: &snapshot),
      currency: try Currency(from: &snapshot),
      bound: try snapshot.choice(Bound.self))
  }
}

extension Claim.ID: Snapshotable {
  public func write(into snapshot: inout SnapshotWriter) {
    article.rawValue.write(into: &snapshot)
    index.write(into: &snapshot)
  }
  public init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    self.init(Article.ID(try String(from: &snapshot)), try Int(from: &snapshot))
  }
}

extension USDRange: Snapshotable {
  public func write(into snapshot: inout SnapshotWriter) {
    low.write(into: &snapshot)
    high.write(into: &snapshot)
  }
  public init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    self.init(low: try Int64?(from: &snapshot), high: try Int64?(from: &snapshot))
  }
}

extension Funding: Snapshotable {
  public func write(into snapshot: inout SnapshotWriter) {
    id.rawValue.write(into: &snapshot)
    amount.write(into: &snapshot)
    usd.write(into: &snapshot)
    rate.write(into: &snapshot)
    isRateAssumed.write(into: &snapshot)
    donors.map(\.rawValue).write(into: &snapshot)
    implementers.map(\.rawValue).write(into: &snapshot)
    sectors.map(\.rawValue).write(into: &snapshot)
    places.map(\.rawValue).write(into: &snapshot)
    snapshot.choice(status)
    snapshot.choice(instrument)
    isCumulative.write(into: &snapshot)
    object.write(into: &snapshot)
    date.write(into: &snapshot)
    snapshot.choice(state)
    partOf?.rawValue.write(into: &snapshot) ?? "".write(into: &snapshot)
    disagrees.write(into: &snapshot)
    sources.write(into: &snapshot)
    evidence.write(into: &snapshot)
  }

  public init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    self.init(
      id: ID(try String(from: &snapshot)), amount: try Amount?(from: &snapshot),
      usd: try USDRange?(from: &snapshot),
      rate: try Rate?(from: &snapshot), isRateAssumed: try Bool(from: &snapshot),
      donors: try [String](from: &snapshot).map { Organisation.ID($0) },
      implementers: try [String](from: &snapshot).map { Organisation.ID($0) },
      sectors: try [String](from: &snapshot).map { Sector.ID($0) },
      places: try [String](from: &snapshot).map { Place.Label($0) },
      status: try snapshot.choice(Status.self),
      instrument: try snapshot.choice(Instrument.self), isCumulative: try Bool(from: &snapshot),
      object: try String?(from: &snapshot), date: try CalendarDate?(from: &snapshot),
      state: try snapshot.choice(State.self))
    let whole = try String(from: &snapshot)
    partOf = whole.isEmpty ? nil : ID(whole)
    disagrees = try Bool(from: &snapshot)
    sources = try [Claim.ID](from: &snapshot)
    evidence = try [Claim.ID](from: &snapshot)
  }
}

extension Project: Snapshotable {
  public func write(into snapshot: inout SnapshotWriter) {
    id.rawValue.write(into: &snapshot)
    (sector?.rawValue).write(into: &snapshot)
    places.map(\.rawValue).write(into: &snapshot)
    donors.map(\.rawValue).write(into: &snapshot)
    implementers.map(\.rawValue).write(into: &snapshot)
    object.write(into: &snapshot)
    snapshot.choice(status)
    date.write(into: &snapshot)
    fundings.map(\.rawValue).write(into: &snapshot)
  }
  public init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    self.init(
      id: ID(try String(from: &snapshot)),
      sector: try String?(from: &snapshot).map { Sector.ID($0) },
      places: try [String](from: &snapshot).map { Place.Label($0) },
      donors: try [String](from: &snapshot).map { Organisation.ID($0) },
      implementers: try [String](from: &snapshot).map { Organisation.ID($0) },
      object: try String?(from: &snapshot),
      status: try snapshot.choice(Status.self), date: try CalendarDate?(from: &snapshot),
      fundings: try [String](from: &snapshot).map { Funding.ID($0) })
  }
}

extension Finding: Snapshotable {
  public func write(into snapshot: inout SnapshotWriter) {
    snapshot.choice(severity)
    code.write(into: &snapshot)
    location.file.write(into: &snapshot)
    location.line.write(into: &snapshot)
    location.column.write(into: &snapshot)
    message.write(into: &snapshot)
    remedy.write(into: &snapshot)
    excerpt.write(into: &snapshot)
  }
  public init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    let severity = try snapshot.choice(Severity.self)
    let code = try String(from: &snapshot)
    let location = Location(
      file: try String(from: &snapshot), line: try Int?(from: &snapshot),
      column: try Int?(from: &snapshot))
    self.init(
      severity, code: code, at: location, try String(from: &snapshot),
      remedy: try String(from: &snapshot),
      excerpt: try String?(from: &snapshot))
  }
}
