/// A filter made ready for one table: for each clause, which sets of which columns pass.
///
/// Everything a person's words mean (names, layouts, districts) is settled here, once; the pass over the rows only looks
/// codes up in small tables.
struct FilterPlan: Sendable {
  struct Test: Equatable, Sendable {
    var column: SetColumnName
    /// 1 for each set that passes.
    var passes: [UInt8]
  }

  struct Clause: Equatable, Sendable {
    /// A row passes where any of these does.
    var tests: [Test] = []
    /// Days that pass, closed; `nil` where the clause is not about dates.
    var days: ClosedRange<Int32>?
    var isNegated: Bool
    /// What it was made from, for leaving out a dimension's own clauses.
    var field: FilterField
  }

  var clauses: [Clause]

  init(_ filter: Filter, _ table: FundingTable) {
    // Words without a letter or digit ask nothing.
    clauses = filter.clauses.filter { clause in
      clause.field != .text || clause.values.contains(where: FilterPlan.asks)
    }.map { FilterPlan.clause($0, table) }
  }

  /// Whether a word has a letter or digit, in this layout or another.
  static func asks(_ word: String) -> Bool {
    ([word] + KeyboardLayout.readings(of: word)).contains { !SearchFold.words(of: $0).isEmpty }
  }

  private static func clause(_ clause: Filter.Clause, _ table: FundingTable) -> Clause {
    var result = Clause(isNegated: clause.isNegated, field: clause.field)
    switch clause.field {
    case .dimension(let dimension): result.tests = [test(dimension, clause.values, table)]
    case .since: result.days = days(clause.values, isStart: true)
    case .until: result.days = days(clause.values, isStart: false)
    case .text:
      for word in clause.values where asks(word) {
        result.tests = merge(result.tests, words(word, table))
      }
    }
    return result
  }

  private static func test(_ dimension: Dimension, _ values: [String], _ table: FundingTable)
    -> Test
  {
    let index = table.index(of: dimension)
    var wanted = [Bool](repeating: false, count: index.ids.count)
    for value in values { if let at = index.indexOfID[value] { wanted[at] = true } }
    let passes = (0..<index.valuesOfSet.count).map { set -> UInt8 in
      index.valuesOfSet[set].contains { wanted[Int($0)] } ? 1 : 0
    }
    return Test(column: index.column, passes: passes)
  }

  /// The days of a year, month or day; several limits in one clause are alternatives, so the widest holds.
  private static func days(_ values: [String], isStart: Bool) -> ClosedRange<Int32> {
    let spans = values.compactMap(FilterDate.days)
    let first = FundingColumns.noDay + 1
    if isStart {
      guard let low = spans.map(\.lowerBound).min() else { return first...Int32.max }
      return low...Int32.max
    }
    guard let high = spans.map(\.upperBound).max() else { return first...Int32.max }
    return first...max(first, high)
  }

  /// Rows that show a word, or all words of a quoted phrase.
  private static func words(_ text: String, _ table: FundingTable) -> [Test] {
    let index = table.searchIndex
    let parts = text.split(separator: " ").map(String.init).filter(asks)
    var found: Set<SearchIndex.Entry>?
    for part in parts {
      let matches = index.entries(beginning: index.forms(of: part))
      found = found.map { $0.intersection(matches) } ?? matches
    }
    var byColumn: [UInt8: [UInt32]] = [:]
    for entry in found ?? [] { byColumn[entry.column, default: []].append(entry.value) }
    return byColumn.sorted { $0.key < $1.key }.compactMap { column, values in
      guard let name = SetColumnName(rawValue: Int(column)) else { return nil }
      let source = table.columns[name]
      var wanted = [Bool](repeating: false, count: source.words.count)
      for value in values { wanted[Int(value)] = true }
      return Test(
        column: name,
        passes: (0..<source.sets.count).map { set in
          source.sets[set].contains { wanted[Int($0)] } ? 1 : 0
        })
    }
  }

  private static func merge(_ a: [Test], _ b: [Test]) -> [Test] {
    var result = a
    for test in b {
      if let same = result.firstIndex(where: { $0.column == test.column }) {
        for set in test.passes.indices { result[same].passes[set] |= test.passes[set] }
      } else {
        result.append(test)
      }
    }
    return result
  }
}

extension FilterPlan.Clause {
  /// Whether every row that passes this clause passes the other.
  func implies(_ other: FilterPlan.Clause) -> Bool {
    if self == other { return true }
    guard isNegated == other.isNegated, days == nil, other.days == nil else { return false }
    return isNegated ? other.isWithin(self) : isWithin(other)
  }

  /// Whether all that its tests let through, the other's tests let through in the same column.
  private func isWithin(_ other: FilterPlan.Clause) -> Bool {
    tests.allSatisfy { test in
      if let same = other.tests.first(where: { $0.column == test.column }) {
        return zip(test.passes, same.passes).allSatisfy { $0 <= $1 }
      }
      return test.passes.allSatisfy { $0 == 0 }
    }
  }
}

/// Dates as people write them in a filter: a year, a month or a day.
enum FilterDate {
  /// The days it covers, closed; `nil` where it is no date.
  static func days(_ text: String) -> ClosedRange<Int32>? {
    if let date = CalendarDate(text) { return date.dayNumber...date.dayNumber }
    if let month = YearMonth(text) { return month.days }
    let digits = Array(text.utf8)
    guard digits.count == 4, digits.allSatisfy({ (48...57).contains($0) }), let year = Int(text),
      let first = CalendarDate(year: year, month: 1, day: 1),
      let last = CalendarDate(year: year, month: 12, day: 31)
    else { return nil }
    return first.dayNumber...last.dayNumber
  }
}

extension YearMonth {
  /// Its days, closed.
  var days: ClosedRange<Int32>? {
    guard let first = CalendarDate(year: year, month: month, day: 1) else { return nil }
    return first.dayNumber...first.dayNumber + Int32(CalendarDate.days(inMonth: month, of: year))
      - 1
  }
}
