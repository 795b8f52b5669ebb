/// What naive addition would give: every printed statement of a selection's sums added up.
///
/// - Shape: the statements of fundings that are not wider than the home place; repetitions inside an article count as
///   printed again. Each is converted at the official rate of its article's month.
/// - Units: US cents.
public struct PrintedMoney: Hashable, Sendable {
  /// How often a sum was printed.
  public var times = 0
  /// All of them added up.
  public var usd = Ends.zero
  /// Statements that only repeat a sum: the same funding printed again.
  public var repeats = 0
  /// Sums that lie inside another that counts.
  public var parts = 0
  /// Sums that a newer running total, or a later price, stands for.
  public var superseded = 0
  /// Totals whose parts count in their place.
  public var exceeded = 0
  /// Statements without an official rate: printed, not added.
  public var withoutRate = 0

  public init() {}
}

extension Ledger {
  /// Adds up everything that was printed of the selected fundings.
  ///
  /// - Cost: linear in their statements.
  public func printed(_ selection: Selection, tables: Tables) -> PrintedMoney {
    var result = PrintedMoney()
    for row in selection {
      guard fundings.indices.contains(row) else { continue }
      let funding = fundings[row]
      guard funding.state != .wider, funding.amount != nil else { continue }
      switch funding.state {
      case .counted, .wider: break
      case .part: result.parts += 1
      case .superseded: result.superseded += 1
      case .exceeded: result.exceeded += 1
      }
      let before = result.times
      for source in funding.sources { add(source, of: funding, tables, to: &result) }
      result.repeats += max(0, result.times - before - 1)
    }
    return result
  }

  /// Every printing of a claim's sum in its article.
  private func add(
    _ source: Claim.ID, of funding: Funding, _ tables: Tables, to result: inout PrintedMoney
  ) {
    guard let reading = reading(source.article), reading.claims.indices.contains(source.index),
      let amount = reading.claims[source.index].amount
    else { return }
    let first = reading.mentions[amount].restates ?? amount
    for (index, mention) in reading.mentions.enumerated()
    where mention.role == .funding
      && (index == first || mention.restates == first || index == amount)
    {
      result.times += 1
      let month = reading.article.date?.month ?? funding.rate?.month
      guard let currency = mention.currency, let month,
        let rate = tables.rates.rate(currency, in: month)
      else {
        result.withoutRate += 1
        continue
      }
      let low = mention.low.flatMap { rate.cents($0, rounding: .down) } ?? 0
      result.usd += Ends(low: low, high: mention.high.flatMap { rate.cents($0, rounding: .up) })
    }
  }
}
