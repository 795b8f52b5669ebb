// Rule 4: sums that add up exactly to a total nobody breaks down.

extension LedgerWork {
  /// Finds totals that exactly one choice of other sums makes, where none of these makes another total.
  mutating func markExactSums() {
    let finder = ExactSumFinder(self)
    var found: [(whole: Int, parts: [Int])] = []
    var uses: [Int: Int] = [:]
    for whole in drafts.indices {
      let choices = finder.choices(for: whole)
      for part in choices.flatMap({ $0 }) { uses[part, default: 0] += 1 }
      if choices.count == 1 { found.append((whole, choices[0])) }
    }
    for (whole, parts) in found where parts.allSatisfy({ uses[$0] == 1 }) {
      for part in parts { setWhole(part, whole, .exactSum) }
    }
  }
}

/// Looks for the sums that make a total.
///
/// - Shape: parts and total are exact sums in one currency, within the days of rule 2, with overlapping purpose and
///   place; the payers of the parts together are those of the total.
/// - Cost: a total that more than 48 sums could be part of has no one choice that could be trusted, and is passed over.
struct ExactSumFinder {
  private struct Key: Hashable {
    var currency: Currency
    var head: Int32
    var sector: Int
  }

  private static let mostCandidates = 48
  private static let mostSteps = 20_000

  private let work: LedgerWork
  private var lists: [Key: [Int]] = [:]
  private var hasParts: Set<Int> = []

  init(_ work: LedgerWork) {
    self.work = work
    for index in work.drafts.indices {
      if let whole = work.drafts[index].whole { hasParts.insert(whole) }
      for key in keys(of: work.drafts[index]) { lists[key, default: []].append(index) }
    }
  }

  private func keys(of draft: Draft) -> [Key] {
    guard let sum = draft.sum, sum.bound == .exact, sum.value > 0, !draft.isSuperseded,
      !draft.facts.isCumulative
    else { return [] }
    let heads = Set(draft.facts.donors.map { work.comparison.payers.head(of: $0) }).sorted()
    let sectors = (0..<64).filter { draft.facts.sectors & (1 << UInt64($0)) != 0 }
    return heads.flatMap { head in
      sectors.map { Key(currency: sum.currency, head: head, sector: $0) }
    }
  }

  /// Choices of two sums or more that make the total; no more than two are looked for.
  func choices(for whole: Int) -> [[Int]] {
    guard let total = work.drafts[whole].sum, !hasParts.contains(whole) else { return [] }
    var seen: Set<Int> = []
    var candidates: [Int] = []
    for key in keys(of: work.drafts[whole]) {
      for part in lists[key] ?? [] where !seen.contains(part) && mayBePart(part, of: whole) {
        seen.insert(part)
        candidates.append(part)
        if candidates.count > ExactSumFinder.mostCandidates { return [] }
      }
    }
    guard candidates.count > 1 else { return [] }
    candidates.sort { (value($1), $0) < (value($0), $1) }
    var search = SubsetSearch(
      values: candidates.map { value($0) }, steps: ExactSumFinder.mostSteps,
      accepts: { pay($0.map { candidates[$0] }, for: whole) })
    search.run(total.value)
    return search.found.map { $0.map { candidates[$0] } }
  }

  private func value(_ draft: Int) -> Int64 { work.drafts[draft].sum?.value ?? 0 }

  private func mayBePart(_ part: Int, of whole: Int) -> Bool {
    guard part != whole, work.drafts[part].whole == nil, value(part) < value(whole),
      isNear(work.drafts[part].day, work.drafts[whole].day)
    else { return false }
    let (inner, total) = (work.drafts[part].facts, work.drafts[whole].facts)
    return (!inner.isAdditional || inner.isTranche)
      && work.comparison.payers.cover(inner.donors, by: total.donors)
      && !work.comparison.purposes(inner, total).isApart
      && work.input.places.meet(work.drafts[part].places, work.drafts[whole].places)
  }

  private func isNear(_ a: Int32?, _ b: Int32?) -> Bool {
    guard let a, let b else { return true }
    return abs(a - b) <= ToldDays.fromPlanToWork
  }

  /// Whether the payers of the parts together are those of the total.
  private func pay(_ parts: [Int], for whole: Int) -> Bool {
    work.comparison.payers.cover(
      work.drafts[whole].facts.donors, by: parts.flatMap { work.drafts[$0].facts.donors })
  }
}

/// Looks for subsets of some numbers, in descending order, that add up to a total.
private struct SubsetSearch {
  let values: [Int64]
  var steps: Int
  let accepts: ([Int]) -> Bool
  private(set) var found: [[Int]] = []
  private let rest: [Int64]

  init(values: [Int64], steps: Int, accepts: @escaping ([Int]) -> Bool) {
    self.values = values
    self.steps = steps
    self.accepts = accepts
    var rest = [Int64](repeating: 0, count: values.count + 1)
    for index in values.indices.reversed() {
      rest[index] = PrintedNumber.sum(rest[index + 1], values[index])
    }
    self.rest = rest
  }

  mutating func run(_ total: Int64) {
    var chosen: [Int] = []
    search(total, from: 0, &chosen)
    // Without an answer in time nothing is known, so nothing is said.
    if steps <= 0 { found = [] }
  }

  private mutating func search(_ left: Int64, from start: Int, _ chosen: inout [Int]) {
    steps -= 1
    if steps <= 0 || found.count > 1 { return }
    if left == 0 {
      if chosen.count > 1, accepts(chosen) { found.append(chosen) }
      return
    }
    for index in start..<values.count {
      if rest[index] < left { return }
      guard values[index] <= left else { continue }
      chosen.append(index)
      search(left - values[index], from: index + 1, &chosen)
      chosen.removeLast()
    }
  }
}
