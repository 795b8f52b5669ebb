/// A rule of the ledger, as a figure's explanation names it.
public enum LedgerRule: String, Sendable, CaseIterable {
  /// 1: the amount's role is need, damage or other.
  case role = "1"
  /// 2: nothing tells the two claims apart.
  case same = "2"
  /// 2: one article says so itself.
  case restated = "2-restated"
  /// 2: an article with the same text and the same reading.
  case reprint = "2-reprint"
  /// 2: one is the other rounded or cut off.
  case rounded = "2-rounded"
  /// 2: one's bounds contain the other.
  case bounds = "2-bounds"
  /// 2: two currencies agree at the official rate.
  case rate = "2-rate"
  /// 2: a slip of a thousand.
  case slip = "2-slip"
  /// 2: the same digits in another currency.
  case digits = "2-digits"
  /// 2: says less than several fundings that something tells apart.
  case saysLess = "2-says-less"
  /// 2: one object has one price.
  case object = "2-object"
  /// 2: a claim without a sum.
  case withoutSum = "2-without-sum"
  /// 2: the most exact statement is the funding's amount.
  case amount = "2-amount"
  /// 3: a newer running total replaces the older.
  case runningTotal = "3"
  /// 4: the article says it is a part.
  case stated = "4-stated"
  /// 4: a tranche of the one larger earlier funding.
  case tranche = "4-tranche"
  /// 4: sums that add up exactly to a total.
  case exactSum = "4-sum"
  /// 4: a project inside a running total.
  case insideTotal = "4-inside"
  /// 4: the parts add up to more than their total.
  case exceeded = "4-exceeded"
  /// 5: its place does not lie in the home city.
  case wider = "5"
  /// 7: no official rate for its currency and month.
  case noRate = "7"
  /// 9: a person decided.
  case decision = "9"
}

/// Why something of a funding is as it is: one step that a person can check.
///
/// - Shape: `claim` is what the step is about, `other` what it was held against; both `nil` where the step is about
///   the whole funding. `funding` names another funding it points at: the total, the successor.
public struct Provenance: Hashable, Sendable {
  public enum Step: String, Sendable, CaseIterable {
    /// `claim` was joined with `other`: they are one sum.
    case joined
    /// `claim` is evidence of this funding and sets nothing.
    case evidence
    /// The funding's amount is the one of `claim`.
    case amount
    /// `claim` does not say the same as the funding's amount.
    case disagrees
    /// The funding's state follows from `rule`, and from `funding` where one is named.
    case state
    /// The funding lies in `funding`.
    case partOf
  }

  public var step: Step
  public var rule: LedgerRule
  public var claim: Claim.ID?
  public var other: Claim.ID?
  public var funding: Funding.ID?
  /// The decision behind it, where a person decided.
  public var decision: String?

  public init(
    _ step: Step, by rule: LedgerRule, claim: Claim.ID? = nil, other: Claim.ID? = nil,
    funding: Funding.ID? = nil, decision: String? = nil
  ) {
    self.step = step
    self.rule = rule
    self.claim = claim
    self.other = other
    self.funding = funding
    self.decision = decision
  }
}

/// A sum or a claim that makes no funding, and why.
public struct LeftOut: Hashable, Sendable {
  public var article: Article.ID
  /// Index of the article's mention; `nil` where the claim rests on none.
  public var mention: Int?
  /// Index of the claim that rests on it; `nil` where none does.
  public var claim: Int?
  /// Its role where rule 1 leaves it out; `nil` where another rule does.
  public var role: AmountRole?
  public var rule: LedgerRule
  /// The decision behind it, where a person decided.
  public var decision: String?

  public init(
    article: Article.ID, mention: Int?, claim: Int?, role: AmountRole?, rule: LedgerRule,
    decision: String? = nil
  ) {
    self.article = article
    self.mention = mention
    self.claim = claim
    self.role = role
    self.rule = rule
    self.decision = decision
  }
}
