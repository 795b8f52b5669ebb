// The columns of a table as the index keeps them: arrays of numbers, each read back in one go. What can be worked out
// from them (families, simple rows, inverted lists) is worked out again. Every number that leads somewhere is checked,
// so that bytes which are not ours are refused and never trap.

extension FundingTable {
  /// Keeps the columns; the tables and the home are the keeper's.
  public func write(into snapshot: inout SnapshotWriter) {
    columns.write(into: &snapshot)
    projectColumns.write(into: &snapshot)
    articlesOfRow.write(into: &snapshot)
    articleIDs.map(\.rawValue).write(into: &snapshot)
    fundingIDs.map(\.rawValue).write(into: &snapshot)
    projectIDs.map(\.rawValue).write(into: &snapshot)
  }

  /// A table out of a snapshot.
  ///
  /// - Errors: ``SnapshotError`` where the bytes are no table's.
  public convenience init(
    from snapshot: inout SnapshotReader, tables: Tables, home: Place.ID
  ) throws(SnapshotError) {
    let columns = try FundingColumns(from: &snapshot)
    let projects = try ProjectColumns(from: &snapshot)
    let articlesOfRow = try Lists(from: &snapshot)
    let articles = try [String](from: &snapshot)
    let fundings = try [String](from: &snapshot)
    let works = try [String](from: &snapshot)
    guard projects.fits(columns), articlesOfRow.count == columns.count,
      articlesOfRow.values.isBelow(articles.count), fundings.count == columns.count,
      works.count == projects.count
    else { throw SnapshotError() }
    self.init(
      columns: columns, projects: projects, tables: tables, home: home,
      fundingIDs: fundings.map { Funding.ID($0) }, projectIDs: works.map { Project.ID($0) },
      articlesOfRow: articlesOfRow, articleIDs: articles.map { Article.ID($0) })
  }
}

extension FundingColumns: Snapshotable {
  func write(into snapshot: inout SnapshotWriter) {
    count.write(into: &snapshot)
    for set in sets { set.write(into: &snapshot) }
    usd.write(into: &snapshot)
    native.write(into: &snapshot)
    snapshot.numbers(currencies)
    currencyList.write(into: &snapshot)
    snapshot.numbers(bounds)
    snapshot.numbers(days)
    snapshot.numbers(objects)
    snapshot.numbers(childRows)
    snapshot.numbers(parentRows)
  }

  init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    count = try Int(from: &snapshot)
    for name in SetColumnName.allCases { self[name] = try SetColumn(from: &snapshot) }
    usd = try SumColumn(from: &snapshot)
    native = try SumColumn(from: &snapshot)
    currencies = try snapshot.numbers(UInt8.self)
    currencyList = try [Currency](from: &snapshot)
    bounds = try snapshot.numbers(UInt8.self)
    days = try snapshot.numbers(Int32.self)
    objects = try snapshot.numbers(UInt32.self)
    childRows = try snapshot.numbers(UInt32.self)
    parentRows = try snapshot.numbers(UInt32.self)
    let lengths = [
      usd.count, native.count, currencies.count, bounds.count, days.count, objects.count,
    ]
    guard lengths.allSatisfy({ $0 == count }), sets.allSatisfy({ $0.codes.count == count }),
      childRows.count == parentRows.count, childRows.isBelow(count), parentRows.isBelow(count),
      childRows.isAscending(upTo: count), objects.isBelow(self[.texts].words.count + 1)
    else { throw SnapshotError() }
  }
}

extension ProjectColumns: Snapshotable {
  func write(into snapshot: inout SnapshotWriter) {
    snapshot.numbers(sectors)
    snapshot.numbers(donors)
    snapshot.numbers(implementers)
    snapshot.numbers(places)
    snapshot.numbers(statuses)
    snapshot.numbers(days)
    snapshot.numbers(objects)
    fundings.write(into: &snapshot)
  }

  init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    sectors = try snapshot.numbers(UInt16.self)
    donors = try snapshot.numbers(UInt32.self)
    implementers = try snapshot.numbers(UInt32.self)
    places = try snapshot.numbers(UInt32.self)
    statuses = try snapshot.numbers(UInt8.self)
    days = try snapshot.numbers(Int32.self)
    objects = try snapshot.numbers(UInt32.self)
    fundings = try Lists(from: &snapshot)
  }

  /// Whether everything leads to something in the columns of the fundings.
  func fits(_ columns: FundingColumns) -> Bool {
    let lengths = [
      donors.count, implementers.count, places.count, statuses.count, days.count, objects.count,
      fundings.count,
    ]
    return lengths.allSatisfy { $0 == count }
      && sectors.isBelow(columns[.sectors].words.count + 1)
      && donors.isBelow(columns[.donors].sets.count)
      && implementers.isBelow(columns[.implementers].sets.count)
      && places.isBelow(columns[.places].sets.count)
      && objects.isBelow(columns[.texts].words.count + 1)
      && fundings.values.isBelow(columns.count)
  }
}

extension SetColumn: Snapshotable {
  func write(into snapshot: inout SnapshotWriter) {
    codes.write(into: &snapshot)
    sets.write(into: &snapshot)
    words.write(into: &snapshot)
  }

  init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    codes = try CodeColumn(from: &snapshot)
    sets = try SetDictionary(from: &snapshot)
    words = try WordDictionary(from: &snapshot)
    guard codes.isBelow(sets.count), sets.values.isBelow(words.count) else { throw SnapshotError() }
  }
}

extension Array where Element: FixedWidthInteger {
  /// Whether every number is at least 0 and below a limit.
  func isBelow(_ limit: Int) -> Bool { allSatisfy { $0 >= 0 && $0 < limit } }
}
