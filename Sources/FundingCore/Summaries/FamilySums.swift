/// What the chosen members of a family add up to.
///
/// A chosen total counts whole, less what lies in it and is not chosen; a chosen part inside a chosen total adds
/// nothing; a chosen part whose total is not chosen counts by itself. All of it with ends: what is taken away takes its
/// high end from the low end and its low end from the high end.
struct FamilySums {
  private let columns: FundingColumns
  private let families: FamilyIndex
  /// For each member under work: the sum of its chosen parts, and of what is missing inside it.
  private var kept: [Ends] = []
  private var missing: [Ends] = []

  init(_ columns: FundingColumns, _ families: FamilyIndex) {
    self.columns = columns
    self.families = families
  }

  /// The sum of the chosen members of a family.
  mutating func total(of family: Int, chosen: [Bool], currencies: Bool) -> Total {
    Total(
      usd: dollars(of: family, chosen), currencies: currencies ? stated(of: family, chosen) : [:])
  }

  private mutating func dollars(of family: Int, _ chosen: [Bool]) -> Ends {
    let range = families.range(of: family)
    reset(range.count)
    var result = Ends.zero
    for local in stride(from: range.count - 1, through: 0, by: -1) {
      let row = Int(families.rows[range.lowerBound + local])
      let given = give(columns.usd, row, local, isChosen: chosen[local])
      let parent = Int(families.parents[range.lowerBound + local]) - range.lowerBound
      if parent < 0 {
        result += given.kept
      } else {
        kept[parent] += given.kept
        missing[parent] += given.missing
      }
    }
    return result
  }

  /// What a member gives to what lies outside it: the sum that is chosen within it, and the sum that is not.
  private func give(_ sums: SumColumn, _ row: Int, _ local: Int, isChosen: Bool) -> (
    kept: Ends, missing: Ends
  ) {
    switch sums.code(at: row) {
    case .none:
      // No sum of its own: only its parts have one.
      return (kept[local], missing[local])
    case .untold:
      return (kept[local], isChosen ? missing[local] : .unknown)
    case .same, .plusOne, .lowOnly, .highOnly, .pair, .open:
      let own = sums.ends(at: row)
      if isChosen { return (own.remainder(without: missing[local]), missing[local]) }
      return (kept[local], own.remainder(without: kept[local]))
    }
  }

  private mutating func reset(_ count: Int) {
    while kept.count < count {
      kept.append(.zero)
      missing.append(.zero)
    }
    for local in 0..<count {
      kept[local] = .zero
      missing[local] = .zero
    }
  }

  /// The same in stated currencies: each outermost chosen sum in its own; what is missing inside it in another
  /// currency is told in its own by the dollars of both.
  private mutating func stated(of family: Int, _ chosen: [Bool]) -> [Currency: Ends] {
    let range = families.range(of: family)
    reset(range.count)
    var result: [Currency: Ends] = [:]
    let covered = families.covered(family, chosen: chosen)
    for local in stride(from: range.count - 1, through: 0, by: -1) {
      let row = Int(families.rows[range.lowerBound + local])
      let given = give(columns.native, row, local, isChosen: chosen[local])
      if chosen[local], !covered[local], let currency = columns.currency(at: row) {
        result[currency, default: .zero] += given.kept
      }
      let parent = Int(families.parents[range.lowerBound + local]) - range.lowerBound
      if parent >= 0 {
        let outer = Int(families.rows[range.lowerBound + parent])
        kept[parent] += told(given.kept, of: row, in: outer)
        missing[parent] += told(given.missing, of: row, in: outer)
      }
    }
    return result
  }

  /// A sum of one row's currency in another's, by what both rows are worth in dollars.
  private func told(_ ends: Ends, of row: Int, in outer: Int) -> Ends {
    guard !ends.isZero, columns.currencies[row] != columns.currencies[outer] else { return ends }
    let worth = (columns.usd.values[row], columns.usd.values[outer])
    let stated = (columns.native.values[row], columns.native.values[outer])
    func convert(_ amount: Int64, up: Bool) -> Int64? {
      guard let cents = scaled(amount, by: worth.0, over: stated.0, up: up) else { return nil }
      return scaled(cents, by: stated.1, over: worth.1, up: up)
    }
    guard let low = convert(ends.low, up: false) else { return .unknown }
    return Ends(low: low, high: ends.high.flatMap { convert($0, up: true) })
  }

  private func scaled(_ amount: Int64, by factor: Int64, over divisor: Int64, up: Bool) -> Int64? {
    guard amount >= 0, factor > 0, divisor > 0 else { return nil }
    let product = amount.multipliedFullWidth(by: factor)
    guard product.high < divisor else { return nil }
    let (quotient, remainder) = divisor.dividingFullWidth(product)
    return up && remainder > 0 && quotient < .max ? quotient + 1 : quotient
  }
}

extension FamilyIndex {
  /// Whether a chosen total contains each member.
  func covered(_ family: Int, chosen: [Bool]) -> [Bool] {
    let range = range(of: family)
    var covered = [Bool](repeating: false, count: range.count)
    for local in 0..<range.count {
      let parent = Int(parents[range.lowerBound + local]) - range.lowerBound
      covered[local] = parent >= 0 && (covered[parent] || chosen[parent])
    }
    return covered
  }

  /// Chosen members that no chosen total contains: what is counted as fundings.
  func outermost(of family: Int, chosen: [Bool]) -> [Int] {
    let range = range(of: family)
    return zip(range, zip(chosen, covered(family, chosen: chosen))).compactMap { index, state in
      state.0 && !state.1 ? Int(rows[index]) : nil
    }
  }
}
