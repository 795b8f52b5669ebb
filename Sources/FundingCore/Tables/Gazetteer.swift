/// All places, and what lies in what.
///
/// - Shape: a graph; parents that do not exist are passed over, and a circle makes its places lie in each other.
/// - Cost: every question is a search by bytes and the depth of the graph (at most seven).
public struct Gazetteer: Sendable {
  public var places: [Place] { rows.all }
  private let rows: LazyRows<Place>
  private let byID: RowIndex
  private let byLabel: RowIndex
  /// For each place, the numbers of everything it lies in, itself first.
  private let ancestors: Lists

  public init(_ places: [Place]) {
    rows = LazyRows(places)
    byID = RowIndex(places.map(\.id.rawValue))
    byLabel = RowIndex(places.map(\.label.rawValue))
    let index = Dictionary(
      places.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let parents = places.map { place in place.parents.compactMap { index[$0] } }
    var lists = Lists()
    for start in places.indices {
      var found = [start]
      var next = 0
      while next < found.count {
        for parent in parents[found[next]] where !found.contains(parent) { found.append(parent) }
        next += 1
      }
      lists.append(found.map { UInt32(truncatingIfNeeded: $0) })
    }
    ancestors = lists
  }

  private init(unfolding gazetteer: Gazetteer) {
    rows = LazyRows(gazetteer.places)
    byID = gazetteer.byID
    byLabel = gazetteer.byLabel
    ancestors = gazetteer.ancestors
  }

  /// The same places with every row made.
  var unfolded: Gazetteer { Gazetteer(unfolding: self) }

  public subscript(id: Place.ID) -> Place? { byID[id.rawValue].flatMap { rows[$0] } }
  public subscript(label: Place.Label) -> Place? { number(of: label).flatMap { rows[$0] } }

  /// The row of a place, from 0.
  func number(of label: Place.Label) -> Int? { byLabel[label.rawValue] }

  /// The place an id or a label names.
  public func place(named name: String) -> Place? {
    self[Place.ID(name)] ?? self[Place.Label(name)]
  }

  /// Whether one place is the other or lies in it.
  public func lies(_ inner: Place.ID, in outer: Place.ID) -> Bool {
    guard let index = byID[inner.rawValue], let wanted = byID[outer.rawValue] else {
      return inner == outer
    }
    return ancestors[index].contains(UInt32(truncatingIfNeeded: wanted))
  }

  /// The districts a place is, lies in or, for a neighbourhood of several, touches, in table order; none for wider
  /// places.
  public func districts(of id: Place.ID) -> [Place] {
    guard let index = byID[id.rawValue] else { return [] }
    return ancestors[index].sorted().compactMap { rows[Int($0)] }.filter { $0.kind == .district }
  }

  /// Places whose parent is this one, in table order.
  public func children(of id: Place.ID) -> [Place] { places.filter { $0.parents.contains(id) } }
}

extension Gazetteer: Snapshotable {
  public func write(into snapshot: inout SnapshotWriter) {
    rows.write(into: &snapshot) { $0.write(into: &$1) }
    byID.write(into: &snapshot)
    byLabel.write(into: &snapshot)
    ancestors.write(into: &snapshot)
  }

  public init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    rows = try LazyRows(from: &snapshot) { try? Place(from: &$0) }
    byID = try RowIndex(from: &snapshot)
    byLabel = try RowIndex(from: &snapshot)
    ancestors = try Lists(from: &snapshot)
    guard ancestors.count == rows.count, byID.fits(rows.count), byLabel.fits(rows.count) else {
      throw SnapshotError()
    }
  }
}
