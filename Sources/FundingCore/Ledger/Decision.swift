/// What a person decided about claims; kept beside the articles, never in them.
///
/// - Shape: claims are named by article, sentence and quote, so that a decision outlives re-reading. `same`,
///   `notSame`, `partOf` and `notPart` name two claims; `notFunding`, `wider` and `edit` one; `undo` the id of another
///   decision.
public struct Decision: Hashable, Identifiable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case same, notSame, partOf, notPart, notFunding, wider, edit, confirm, undo
  }

  /// A claim by what does not change when an article is read again.
  public struct ClaimName: Hashable, Sendable {
    public var article: String
    /// The sentence that states it; empty where the reading has none.
    public var sentence: String
    /// The exact words of its sum; empty where it has none.
    public var quote: String

    public init(article: String, sentence: String = "", quote: String = "") {
      self.article = article
      self.sentence = sentence
      self.quote = quote
    }
  }

  public var id: String
  public var kind: Kind
  public var claim: ClaimName?
  public var other: ClaimName?
  /// The field an `edit` corrects: `donors`, `implementers`, `sectors`, `places`, `status`, `cumulative`,
  /// `instrument`, `additional`, `tranche`, `object`, `date` (its article's day), `amount` (as ``AmountText`` reads it), `low`, `high`, `currency`, `bound` or `role`.
  public var field: String?
  /// The field's new value; lists are cut at semicolons.
  public var value: String?
  /// The decision an `undo` takes back.
  public var undoes: String?
  public var who: String
  /// ISO 8601, as it was written down.
  public var when: String
  public var why: String

  public init(
    id: String, kind: Kind, claim: ClaimName? = nil, other: ClaimName? = nil, field: String? = nil,
    value: String? = nil, undoes: String? = nil, who: String = "", when: String = "",
    why: String = ""
  ) {
    self.id = id
    self.kind = kind
    self.claim = claim
    self.other = other
    self.field = field
    self.value = value
    self.undoes = undoes
    self.who = who
    self.when = when
    self.why = why
  }

  /// Those not taken back, in their order; taking back an `undo` makes the decision stand again.
  public static func standing(_ decisions: [Decision]) -> [Decision] {
    DecisionEdits.standing(decisions)
  }
}
