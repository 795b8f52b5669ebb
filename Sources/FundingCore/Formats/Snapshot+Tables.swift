extension Names: Snapshotable {
  public func write(into snapshot: inout SnapshotWriter) {
    uk.write(into: &snapshot)
    en.write(into: &snapshot)
    ru.write(into: &snapshot)
  }
  public init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    self.init(
      uk: try String(from: &snapshot), en: try String(from: &snapshot),
      ru: try String(from: &snapshot))
  }
}

extension LocalisedForms: Snapshotable {
  public func write(into snapshot: inout SnapshotWriter) {
    uk.write(into: &snapshot)
    en.write(into: &snapshot)
    ru.write(into: &snapshot)
  }
  public init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    self.init(
      uk: try [String](from: &snapshot), en: try [String](from: &snapshot),
      ru: try [String](from: &snapshot))
  }
}

extension Organisation: Snapshotable {
  public func write(into snapshot: inout SnapshotWriter) {
    id.rawValue.write(into: &snapshot)
    snapshot.choice(kind)
    iatiRef.write(into: &snapshot)
    country.write(into: &snapshot)
    name.write(into: &snapshot)
    abbreviations.write(into: &snapshot)
    aliases.write(into: &snapshot)
    snapshot.choice(usualRole)
    source.write(into: &snapshot)
    note.write(into: &snapshot)
  }
  public init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    self.init(
      id: ID(try String(from: &snapshot)), kind: try snapshot.choice(Kind.self),
      iatiRef: try String?(from: &snapshot),
      country: try String?(from: &snapshot), name: try Names(from: &snapshot),
      abbreviations: try [String](from: &snapshot), aliases: try LocalisedForms(from: &snapshot),
      usualRole: try snapshot.choice(UsualRole.self), source: try String(from: &snapshot),
      note: try String?(from: &snapshot))
  }
}

extension Sector: Snapshotable {
  public func write(into snapshot: inout SnapshotWriter) {
    id.rawValue.write(into: &snapshot)
    name.write(into: &snapshot)
    dacCodes.write(into: &snapshot)
    stems.write(into: &snapshot)
    exclusions.write(into: &snapshot)
    source.write(into: &snapshot)
  }
  public init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    self.init(
      id: ID(try String(from: &snapshot)), name: try Names(from: &snapshot),
      dacCodes: try [String](from: &snapshot),
      stems: try LocalisedForms(from: &snapshot), exclusions: try LocalisedForms(from: &snapshot),
      source: try String(from: &snapshot))
  }
}

extension Place: Snapshotable {
  public func write(into snapshot: inout SnapshotWriter) {
    id.rawValue.write(into: &snapshot)
    parents.map(\.rawValue).write(into: &snapshot)
    snapshot.choice(kind)
    label.rawValue.write(into: &snapshot)
    name.write(into: &snapshot)
    aliases.write(into: &snapshot)
    katottg.write(into: &snapshot)
    sameName.map(\.rawValue).write(into: &snapshot)
    (tile.map { [$0.column, $0.row] } ?? []).write(into: &snapshot)
    source.write(into: &snapshot)
    note.write(into: &snapshot)
  }
  public init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    self.init(
      id: ID(try String(from: &snapshot)), parents: try [String](from: &snapshot).map { ID($0) },
      kind: try snapshot.choice(Kind.self), label: Label(try String(from: &snapshot)),
      name: try Names(from: &snapshot),
      aliases: try [String](from: &snapshot), katottg: try String?(from: &snapshot),
      sameName: try [String](from: &snapshot).map { ID($0) })
    let corner = try [Int](from: &snapshot)
    if corner.count == 2 { tile = (corner[0], corner[1]) }
    source = try String(from: &snapshot)
    note = try String?(from: &snapshot)
  }
}

extension Currency: Snapshotable {
  public func write(into snapshot: inout SnapshotWriter) {
    for byte in code.utf8 { snapshot.byte(byte) }
  }
  public init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    let letters = [try snapshot.byte(), try snapshot.byte(), try snapshot.byte()]
    guard let currency = Currency(String(decoding: letters, as: UTF8.self)) else {
      throw SnapshotError()
    }
    self = currency
  }
}

extension Rate: Snapshotable {
  public func write(into snapshot: inout SnapshotWriter) {
    Int(month.index).write(into: &snapshot)
    currency.write(into: &snapshot)
    mantissa.write(into: &snapshot)
    snapshot.byte(UInt8(clamping: scale))
    method.write(into: &snapshot)
    source.write(into: &snapshot)
    note.write(into: &snapshot)
  }
  public init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    self.init(
      month: YearMonth(index: Int32(truncatingIfNeeded: try snapshot.integer())),
      currency: try Currency(from: &snapshot),
      mantissa: try snapshot.integer(), scale: min(15, Int(try snapshot.byte())),
      method: try String(from: &snapshot),
      source: try String(from: &snapshot), note: try String?(from: &snapshot))
  }
}
