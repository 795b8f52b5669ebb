/// What money can be grouped and filtered by.
///
/// - Shape: the raw value is the field's name in queries and on the command line.
public enum Dimension: String, Sendable, CaseIterable {
  case sector, district, donor, implementer, status, year, source, place, month, state, instrument

  /// Its place among the cases.
  var number: Int {
    switch self {
    case .sector: 0
    case .district: 1
    case .donor: 2
    case .implementer: 3
    case .status: 4
    case .year: 5
    case .source: 6
    case .place: 7
    case .month: 8
    case .state: 9
    case .instrument: 10
    }
  }
}

/// A field of a query: a dimension, a date limit, or words anywhere.
public enum FilterField: Hashable, Sendable {
  case dimension(Dimension)
  case since, until
  /// Words a row shows: names, places, objects, titles, sentences.
  case text

  /// The name before the colon; empty for words.
  public var name: String {
    switch self {
    case .dimension(let dimension): dimension.rawValue
    case .since: "since"
    case .until: "until"
    case .text: ""
    }
  }

  /// The field of that name: its own, or what it is called in Ukrainian, Russian or English, in capitals and in the wrong
  /// keyboard layout too.
  public init?(name: String) {
    let typed = name.lowercased()
    for reading in [typed] + KeyboardLayout.readings(of: typed) {
      guard let field = FilterField.names[reading.lowercased()] else { continue }
      self = field
      return
    }
    return nil
  }

  private static let names: [String: FilterField] = {
    let spoken: [(FilterField, String)] = [
      (.dimension(.sector), "сектор сектори секторы"),
      (.dimension(.district), "район райони районы"),
      (.dimension(.donor), "донор донори доноры платник плательщик payer"),
      (.dimension(.implementer), "виконавець виконує исполнитель"),
      (.dimension(.status), "стан статус состояние"),
      (.dimension(.year), "рік год"),
      (.dimension(.source), "джерело видання источник outlet"),
      (.dimension(.place), "місце місто место город"),
      (.dimension(.month), "місяць месяц"),
      (.dimension(.state), "облік учёт учет"),
      (.dimension(.instrument), "вид тип"),
      (.since, "від з с от from"), (.until, "до по to"),
    ]
    var result: [String: FilterField] = ["since": .since, "until": .until]
    for dimension in Dimension.allCases { result[dimension.rawValue] = .dimension(dimension) }
    for (field, words) in spoken {
      for word in words.split(separator: " ") { result[String(word)] = field }
    }
    return result
  }()
}

/// What is shown: clauses that must all hold.
///
/// - Shape: values inside a clause are alternatives; a negated clause holds where none of them does.
public struct Filter: Hashable, Sendable, CustomStringConvertible {
  /// One condition: a field, the values it may have, and whether it is turned round.
  public struct Clause: Hashable, Sendable {
    public var field: FilterField
    /// Ids, labels, dates or words; `""` in a dimension is "none stated".
    public var values: [String]
    public var isNegated: Bool

    public init(_ field: FilterField, _ values: [String], isNegated: Bool = false) {
      self.field = field
      self.values = values
      self.isNegated = isNegated
    }
  }

  public var clauses: [Clause]

  public init(_ clauses: [Clause] = []) { self.clauses = clauses }

  public var isEmpty: Bool { clauses.isEmpty }

  /// The values a dimension is held to, not counting negated clauses.
  public func values(of dimension: Dimension) -> [String] {
    clauses.filter { $0.field == .dimension(dimension) && !$0.isNegated }.flatMap(\.values)
  }

  /// The values a dimension must not have.
  public func excluded(_ dimension: Dimension) -> [String] {
    clauses.filter { $0.field == .dimension(dimension) && $0.isNegated }.flatMap(\.values)
  }

  /// The same filter without one field's clauses.
  public func without(_ field: FilterField) -> Filter {
    Filter(clauses.filter { $0.field != field })
  }

  /// Adds a value to a dimension's alternatives, or takes it away where it is one.
  public mutating func toggle(_ dimension: Dimension, _ value: String, negated: Bool = false) {
    let field = FilterField.dimension(dimension)
    let other = clauses.firstIndex {
      $0.field == field && $0.isNegated != negated && $0.values.contains(value)
    }
    if let other { remove(value, at: other) }
    if let same = clauses.firstIndex(where: { $0.field == field && $0.isNegated == negated }) {
      if clauses[same].values.contains(value) {
        remove(value, at: same)
      } else {
        clauses[same].values.append(value)
      }
    } else {
      clauses.append(Clause(field, [value], isNegated: negated))
    }
  }

  /// Holds a dimension to one value, or to none.
  public mutating func set(_ dimension: Dimension, to value: String?) {
    clauses.removeAll { $0.field == .dimension(dimension) }
    if let value { clauses.append(Clause(.dimension(dimension), [value])) }
  }

  private mutating func remove(_ value: String, at index: Int) {
    clauses[index].values.removeAll { $0 == value }
    if clauses[index].values.isEmpty { clauses.remove(at: index) }
  }

  /// The query text that makes this filter again.
  public var description: String { clauses.map(\.description).joined(separator: " ") }
}
