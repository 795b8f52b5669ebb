// Rule 2: payers, purpose and place of two claims that may be one funding.

/// How two claims stand to each other in one respect.
struct Relation: Hashable {
  /// Something tells them apart.
  var isApart = false
  /// The first leaves open, or tells more widely, what the second tells.
  var firstSaysLess = false
  /// The second leaves open, or tells more widely, what the first tells.
  var secondSaysLess = false

  static let apart = Relation(isApart: true)
  static let alike = Relation()
  static let firstLess = Relation(firstSaysLess: true)
  static let secondLess = Relation(secondSaysLess: true)
}

/// The tables that rule 2 holds claims against.
struct FactComparison {
  let payers: PayerTable
  let places: PlaceTable
  let objects: [ObjectName]

  init(_ input: LedgerInput) {
    payers = input.payers
    places = input.places
    objects = input.objects
  }

  /// Payers are compatible where they share one, or one side names none; who only carries out on one side may stand as
  /// payer on the other.
  func payers(_ a: Facts, _ b: Facts) -> Relation {
    if a.donors.isEmpty || b.donors.isEmpty {
      return Relation(
        firstSaysLess: a.donors.isEmpty && !b.donors.isEmpty,
        secondSaysLess: b.donors.isEmpty && !a.donors.isEmpty)
    }
    var widerFirst = false
    var widerSecond = false
    for x in a.donors {
      for y in b.donors {
        if x == y { return .alike }
        if payers.head(of: y) == x { widerFirst = true }
        if payers.head(of: x) == y { widerSecond = true }
      }
    }
    if payers.share(a.donors, b.implementers) { widerFirst = true }
    if payers.share(b.donors, a.implementers) { widerSecond = true }
    if !widerFirst, !widerSecond { return .apart }
    return Relation(
      firstSaysLess: widerFirst && !widerSecond, secondSaysLess: widerSecond && !widerFirst)
  }

  /// Purposes are compatible where sectors overlap, or one side names none; two different objects are two.
  func purposes(_ a: Facts, _ b: Facts) -> Relation {
    if a.object >= 0, b.object >= 0, a.object != b.object,
      objects[Int(a.object)].compared(with: objects[Int(b.object)]) == .different
    {
      return .apart
    }
    if a.sectors != 0, b.sectors != 0, a.sectors & b.sectors == 0 { return .apart }
    let first = a.sectors == 0 && b.sectors != 0 || a.object < 0 && b.object >= 0
    let second = b.sectors == 0 && a.sectors != 0 || b.object < 0 && a.object >= 0
    return Relation(firstSaysLess: first && !second, secondSaysLess: second && !first)
  }

  /// Places are compatible where one lies in the other or is equal, or one side names none.
  func places(_ a: Facts, _ b: Facts) -> Relation {
    if a.places.isEmpty || b.places.isEmpty {
      return Relation(
        firstSaysLess: a.places.isEmpty && !b.places.isEmpty,
        secondSaysLess: b.places.isEmpty && !a.places.isEmpty)
    }
    if a.places == b.places { return .alike }
    var firstWider = false
    var secondWider = false
    for x in a.places {
      for y in b.places {
        if x == y { return .alike }
        if places.lies(y, in: x) { firstWider = true }
        if places.lies(x, in: y) { secondWider = true }
      }
    }
    if !firstWider, !secondWider { return .apart }
    return Relation(
      firstSaysLess: firstWider && !secondWider, secondSaysLess: secondWider && !firstWider)
  }

  /// Whether nothing but perhaps sums and days tells the two apart.
  func isCompatible(_ a: Facts, _ b: Facts) -> Bool {
    !payers(a, b).isApart && !purposes(a, b).isApart && !places(a, b).isApart
  }

  /// Whether both name payers, purpose and place, and they are the same.
  func tellTheSame(_ a: Facts, _ b: Facts) -> Bool {
    !a.donors.isEmpty && !b.donors.isEmpty && a.sectors & b.sectors != 0 && !a.places.isEmpty
      && !b.places.isEmpty && isCompatible(a, b)
  }

  /// The facts of several claims that are one: what the narrowest of them say, together.
  func merged(_ a: Facts, _ b: Facts) -> Facts {
    var result = a
    result.donors = narrowest(united(a.donors, b.donors)) { payers.head(of: $0) == $1 }
    result.implementers = united(a.implementers, b.implementers)
    result.sectors |= b.sectors
    result.places = narrowest(united(a.places, b.places)) { places.lies($0, in: $1) }
    result.isAdditional = a.isAdditional || b.isAdditional
    result.isTranche = a.isTranche || b.isTranche
    result.isCumulative = a.isCumulative || b.isCumulative
    if result.object < 0 { result.object = b.object }
    return result
  }

  /// The members that no other member lies in.
  private func narrowest(_ members: [Int32], lies: (Int32, Int32) -> Bool) -> [Int32] {
    members.count < 2
      ? members
      : members.filter { outer in !members.contains { $0 != outer && lies($0, outer) } }
  }
}

/// Two ascending lists as one.
func united(_ a: [Int32], _ b: [Int32]) -> [Int32] {
  if a == b || b.isEmpty { return a }
  if a.isEmpty { return b }
  return Array(Set(a).union(b)).sorted()
}
