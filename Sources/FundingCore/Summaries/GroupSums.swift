/// What each value of a dimension has, while it is added up.
struct GroupSums {
  struct Group {
    var own = Total.zero
    var shared = Total.zero
    var whole = Total.zero
    var fundings = 0
    /// Whether anything was added at all.
    var isNamed = false
  }

  private(set) var groups: [Group]

  init(_ index: DimensionIndex) { groups = [Group](repeating: Group(), count: index.ids.count) }

  /// Adds a sum that belongs to all of these values together.
  mutating func add(_ total: Total, to values: ArraySlice<UInt32>, fundings: Int) {
    let isOwn = values.count == 1
    for value in values {
      if isOwn { groups[Int(value)].own += total } else { groups[Int(value)].shared += total }
      groups[Int(value)].whole += total
      groups[Int(value)].fundings += fundings
      groups[Int(value)].isNamed = true
    }
  }

  mutating func add(own: Total, shared: Total, whole: Total, fundings: Int, to value: UInt32) {
    groups[Int(value)].own += own
    groups[Int(value)].shared += shared
    groups[Int(value)].whole += whole
    groups[Int(value)].fundings += fundings
    groups[Int(value)].isNamed = true
  }
}
