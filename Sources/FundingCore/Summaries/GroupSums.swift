/// What each value of a dimension has, while it is added up: dollars in plain arrays, stated currencies where asked for.
struct GroupSums: Sendable {
  private(set) var own: [FlatEnds]
  private(set) var shared: [FlatEnds]
  private(set) var whole: [FlatEnds]
  private(set) var fundings: [Int]
  /// Whether anything was added at all.
  private(set) var isNamed: [Bool]
  private var stated: [Stated]

  private struct Stated: Sendable {
    var own: [Currency: Ends] = [:]
    var shared: [Currency: Ends] = [:]
    var whole: [Currency: Ends] = [:]
  }

  init(values: Int, currencies: Bool) {
    own = [FlatEnds](repeating: .zero, count: values)
    shared = own
    whole = own
    fundings = [Int](repeating: 0, count: values)
    isNamed = [Bool](repeating: false, count: values)
    stated = currencies ? [Stated](repeating: Stated(), count: values) : []
  }

  /// Adds a sum that belongs to all of these values together.
  mutating func add(
    _ ends: Ends, _ currencies: [Currency: Ends], to values: ArraySlice<UInt32>, fundings: Int
  ) {
    let isOwn = values.count == 1
    let flat = FlatEnds(ends)
    for value in values.lazy.map({ Int($0) }) {
      if isOwn { own[value] += flat } else { shared[value] += flat }
      whole[value] += flat
      self.fundings[value] += fundings
      isNamed[value] = true
      guard !currencies.isEmpty else { continue }
      if isOwn {
        stated[value].own.merge(currencies) { $0 + $1 }
      } else {
        stated[value].shared.merge(currencies) { $0 + $1 }
      }
      stated[value].whole.merge(currencies) { $0 + $1 }
    }
  }

  /// Adds what a family gives to a value.
  mutating func add(_ entry: FamilySplitter.Entry) {
    let value = Int(entry.value)
    own[value] += entry.own
    shared[value] += entry.shared
    whole[value] += entry.whole
    fundings[value] += Int(entry.fundings)
    isNamed[value] = true
  }

  /// Adds what whole families give: most of them are whole, so the arrays are opened once for all.
  mutating func add(_ list: [Int], of cached: FamilyGroups) {
    if list.isEmpty { return }
    own.withUnsafeMutableBufferPointer { own in
      shared.withUnsafeMutableBufferPointer { shared in
        whole.withUnsafeMutableBufferPointer { whole in
          cached.entries.withUnsafeBufferPointer { entries in
            for family in list {
              for at in cached.range(of: family) {
                let value = Int(entries[at].value)
                own[value] += entries[at].own
                shared[value] += entries[at].shared
                whole[value] += entries[at].whole
                fundings[value] += Int(entries[at].fundings)
                isNamed[value] = true
              }
            }
          }
        }
      }
    }
  }

  mutating func add(_ money: FamilySplitter.Stated, to value: UInt32) {
    stated[Int(value)].own.merge(money.own) { $0 + $1 }
    stated[Int(value)].shared.merge(money.shared) { $0 + $1 }
    stated[Int(value)].whole.merge(money.whole) { $0 + $1 }
  }

  /// Adds what other rows give to the same values.
  mutating func add(_ other: GroupSums) {
    for value in isNamed.indices where other.isNamed[value] {
      own[value] += other.own[value]
      shared[value] += other.shared[value]
      whole[value] += other.whole[value]
      fundings[value] += other.fundings[value]
      isNamed[value] = true
      guard !other.stated.isEmpty else { continue }
      stated[value].own.merge(other.stated[value].own) { $0 + $1 }
      stated[value].shared.merge(other.stated[value].shared) { $0 + $1 }
      stated[value].whole.merge(other.stated[value].whole) { $0 + $1 }
    }
  }

  func group(_ value: Int, id: String) -> Summary.Group {
    let money = stated.isEmpty ? Stated() : stated[value]
    return Summary.Group(
      id: id, own: Total(usd: own[value].ends, currencies: money.own),
      shared: Total(usd: shared[value].ends, currencies: money.shared),
      whole: Total(usd: whole[value].ends, currencies: money.whole), fundings: fundings[value])
  }
}
