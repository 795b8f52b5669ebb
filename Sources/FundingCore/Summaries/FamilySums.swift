/// What the chosen members of a family add up to.
///
/// A chosen total counts whole, less what lies in it and is not chosen; a chosen part inside a chosen total adds
/// nothing; a chosen part whose total is not chosen counts by itself. All of it with ends: what is taken away takes its
/// high end from the low end and its low end from the high end.
///
/// A class because its scratch memory is used a hundred thousand times in one pass; never shared.
final class FamilySums {
  private let columns: FundingColumns
  private let families: FamilyIndex
  /// Whether each member of the family under work is chosen. The caller's to fill.
  let chosen: UnsafeMutableBufferPointer<Bool>
  /// For each member under work: the sum of its chosen parts, and of what is missing inside it.
  private let kept: UnsafeMutableBufferPointer<FlatEnds>
  private let missing: UnsafeMutableBufferPointer<FlatEnds>
  private let covered: UnsafeMutableBufferPointer<Bool>

  init(_ columns: FundingColumns, _ families: FamilyIndex) {
    self.columns = columns
    self.families = families
    let size = max(1, families.largest)
    chosen = .allocate(capacity: size)
    covered = .allocate(capacity: size)
    kept = .allocate(capacity: size)
    missing = .allocate(capacity: size)
    chosen.initialize(repeating: false)
    covered.initialize(repeating: false)
    kept.initialize(repeating: .zero)
    missing.initialize(repeating: .zero)
  }

  deinit {
    chosen.deallocate()
    covered.deallocate()
    kept.deallocate()
    missing.deallocate()
  }

  /// The sum of the chosen members of a family, in dollars.
  func dollars(of family: Int) -> FlatEnds {
    let range = families.range(of: family)
    return families.sums.withUnsafeBufferPointer { sums in
      families.parents.withUnsafeBufferPointer { parents in
        reset(range.count)
        var result = FlatEnds.zero
        var local = range.count
        while local > 0 {
          local -= 1
          let sum = sums[range.lowerBound + local]
          let parent = Int(parents[range.lowerBound + local])
          let given = sum.given(chosen[local], kept: kept[local], missing: missing[local])
          if parent < 0 {
            result += given.kept
          } else {
            kept[parent] += given.kept
            missing[parent] += given.missing
          }
        }
        return result
      }
    }
  }

  @inline(__always)
  private func reset(_ count: Int) {
    for local in 0..<count {
      kept[local] = .zero
      missing[local] = .zero
    }
  }

  /// Rows of chosen members that no chosen total contains: what is counted as fundings.
  func outermost(of family: Int, _ body: (Int) -> Void) {
    let range = families.range(of: family)
    cover(range)
    for local in 0..<range.count where chosen[local] && !covered[local] {
      body(Int(families.rows[range.lowerBound + local]))
    }
  }

  func outermostCount(of family: Int) -> Int {
    let range = families.range(of: family)
    cover(range)
    var count = 0
    for local in 0..<range.count where chosen[local] && !covered[local] { count += 1 }
    return count
  }

  /// Notes which members lie in a chosen total.
  private func cover(_ range: Range<Int>) {
    for local in 0..<range.count {
      let parent = Int(families.parents[range.lowerBound + local])
      covered[local] = parent >= 0 && (covered[parent] || chosen[parent])
    }
  }

  /// The same in stated currencies: each outermost chosen sum in its own; what is missing inside it in another
  /// currency is told in its own by the dollars of both.
  func stated(of family: Int) -> [Currency: Ends] {
    let range = families.range(of: family)
    reset(range.count)
    cover(range)
    var result: [Currency: Ends] = [:]
    for local in stride(from: range.count - 1, through: 0, by: -1) {
      let row = Int(families.rows[range.lowerBound + local])
      let given = FamilySum(columns.native, row).given(
        chosen[local], kept: kept[local], missing: missing[local])
      if chosen[local], !covered[local], let currency = columns.currency(at: row) {
        result[currency, default: .zero] += given.kept.ends
      }
      let parent = Int(families.parents[range.lowerBound + local])
      if parent >= 0 {
        let outer = Int(families.rows[range.lowerBound + parent])
        kept[parent] += told(given.kept, of: row, in: outer)
        missing[parent] += told(given.missing, of: row, in: outer)
      }
    }
    return result
  }

  /// A sum of one row's currency in another's, by what both rows are worth in dollars.
  private func told(_ flat: FlatEnds, of row: Int, in outer: Int) -> FlatEnds {
    let ends = flat.ends
    guard !ends.isZero, columns.currencies[row] != columns.currencies[outer] else { return flat }
    let worth = (columns.usd.values[row], columns.usd.values[outer])
    let stated = (columns.native.values[row], columns.native.values[outer])
    func convert(_ amount: Int64, up: Bool) -> Int64? {
      guard let cents = scaled(amount, by: worth.0, over: stated.0, up: up) else { return nil }
      return scaled(cents, by: stated.1, over: worth.1, up: up)
    }
    guard let low = convert(ends.low, up: false) else { return .unknown }
    return FlatEnds(Ends(low: low, high: ends.high.flatMap { convert($0, up: true) }))
  }

  private func scaled(_ amount: Int64, by factor: Int64, over divisor: Int64, up: Bool) -> Int64? {
    guard amount >= 0, factor > 0, divisor > 0 else { return nil }
    let product = amount.multipliedFullWidth(by: factor)
    guard product.high < divisor else { return nil }
    let (quotient, remainder) = divisor.dividingFullWidth(product)
    return up && remainder > 0 && quotient < .max ? quotient + 1 : quotient
  }
}
