/// The places of a ledger as numbers, and what lies in what.
///
/// - Shape: the gazetteer's places in its order, then labels that no row has, each in itself only.
struct PlaceTable {
  private(set) var labels: [Place.Label]
  private var numbers: [Place.Label: Int32]
  /// For each place everything it lies in, itself first.
  private var ancestors: [[Int32]]
  /// Whether the place is larger than a city, town or village.
  private var above: [Bool]
  private var isCity: [Bool]
  let home: Int32

  init(_ gazetteer: Gazetteer, home: Place.ID) {
    let places = gazetteer.places
    var ids: [Place.ID: Int32] = [:]
    for (number, place) in places.enumerated() where ids[place.id] == nil {
      ids[place.id] = Int32(number)
    }
    labels = places.map(\.label)
    numbers = Dictionary(
      labels.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    let parents = places.map { $0.parents.compactMap { ids[$0] } }
    ancestors = places.indices.map { start in
      var found = [Int32(start)]
      var next = 0
      while next < found.count {
        for parent in parents[Int(found[next])] where !found.contains(parent) {
          found.append(parent)
        }
        next += 1
      }
      return found
    }
    above = places.map {
      switch $0.kind {
      case .country, .oblast, .raion, .hromada: true
      case .city, .village, .district, .neighbourhood: false
      }
    }
    isCity = places.map { $0.kind == .city || $0.kind == .village }
    self.home = ids[home] ?? -1
  }

  /// The number of a label; a label of no row gets one of its own.
  mutating func number(of label: Place.Label) -> Int32 {
    if let number = numbers[label] { return number }
    let number = Int32(labels.count)
    labels.append(label)
    numbers[label] = number
    ancestors.append([number])
    above.append(false)
    isCity.append(false)
    return number
  }

  /// Whether one place is the other or lies in it.
  func lies(_ inner: Int32, in outer: Int32) -> Bool {
    ancestors[Int(inner)].contains(outer)
  }

  /// Whether every place of one list lies in some place of the other.
  func lie(_ inner: [Int32], in outer: [Int32]) -> Bool {
    inner.allSatisfy { place in outer.contains { lies(place, in: $0) } }
  }

  /// Whether some place of one list is, holds or lies in some place of the other.
  func meet(_ a: [Int32], _ b: [Int32]) -> Bool {
    a.contains { x in b.contains { lies(x, in: $0) || lies($0, in: x) } }
  }

  /// Whether the place is larger than any city: a hromada, raion, oblast or the country.
  func isAboveCity(_ place: Int32) -> Bool { above[Int(place)] }

  /// The city, town or village all of some places are or lie in; -1 where there is none or more than one.
  func city(of list: [Int32]) -> Int32 {
    var city: Int32 = -1
    for place in list {
      guard let own = ancestors[Int(place)].first(where: { isCity[Int($0)] }) else { return -1 }
      if city >= 0, own != city { return -1 }
      city = own
    }
    return city
  }

  /// How many places a place lies in.
  func depth(of place: Int32) -> Int { ancestors[Int(place)].count }

  /// Whether money for these places is money for the home city: all of them lie in it.
  func isAtHome(_ places: [Int32]) -> Bool {
    !places.isEmpty && places.allSatisfy { lies($0, in: home) }
  }
}
