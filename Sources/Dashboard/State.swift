import FundingCore
import Screen

/// Everything the dashboard shows and knows of itself.
///
/// - Shape: a value; ``data`` is a handle on what was read, the same as long as nothing is read anew.
public struct State: Equatable {
  public var data: DashboardData
  public var settings: Settings
  public var size: Size
  public var here: Location
  /// Where Enter came down from, outermost first: Esc goes up there.
  public var trail: [Location] = []
  /// Where the history leads back to, newest last, and forward to.
  public var past: [History] = []
  public var future: [History] = []
  /// Where each view was left.
  public var left: [Page: Location] = [:]
  /// Where the cursor rested before it set out; what stands beside a list follows it when it rests again.
  public var rest: Location?
  /// What lies over the view and takes the keys.
  public var overlay: Overlay?
  /// The list of keys was asked for to type a command's name or key, as after a colon.
  public var isPalette = false
  /// The scrollbar the pointer holds, until the button is let go.
  public var grip: Grip?
  /// One line to the person, until the next key.
  public var notice: Notice?
  /// A Cyrillic key was pressed: the legend is shown in that script.
  public var isCyrillic = false
  /// Nobody has pressed a key yet, and never has: one line says what this is.
  public var isFirstVisit = false

  /// A place in the history: where, and how one came down there.
  public struct History: Equatable, Sendable {
    public var here: Location
    public var trail: [Location]
  }

  /// A dashboard on some data, as it opens.
  public init(
    data: DashboardData, settings: Settings = Settings(), size: Size = Size(width: 80, height: 24)
  ) {
    self.data = data
    self.settings = settings
    self.size = size
    here = Location(.sectors)
  }

  /// Where keys hold now.
  public var context: Context {
    switch overlay {
    case .facets, .choice: .facets
    case .help: .help
    case .query, .field, nil: here.page.context
    }
  }
}

/// What a person can set, and what the terminal can do.
public struct Settings: Equatable, Sendable {
  public var language: Language
  public var keymap: Keymap
  public var theme: String
  public var hasMouse: Bool
  /// A linear, speakable rendering instead of the picture.
  public var isPlain: Bool
  /// Day of the run, for what is written to files; the clock is read by koshty.
  public var today: CalendarDate?

  public init(
    language: Language = .uk, keymap: Keymap = Keymap(), theme: String = "terminal",
    hasMouse: Bool = true,
    isPlain: Bool = false, today: CalendarDate? = nil
  ) {
    self.language = language
    self.keymap = keymap
    self.theme = theme
    self.hasMouse = hasMouse
    self.isPlain = isPlain
    self.today = today
  }
}

/// What lies over a view and takes the keys.
public enum Overlay: Equatable, Sendable {
  /// The line of the query; Esc brings the filter before it back.
  case query(TextField, before: Filter)
  /// A list of a dimension's values.
  case facets(FacetList)
  /// The list of keys, narrowed by what is typed.
  case help(TextField, index: Int)
  /// A few answers to choose from.
  case choice(Choice)
  /// A line to type into; where names are known that go on with it, which of them is chosen.
  case field(Question, TextField, at: Int? = nil)
}

/// A line of text being typed.
public struct TextField: Equatable, Sendable {
  public var text: String
  /// Scalars before the cursor.
  public var cursor: Int
  public init(_ text: String = "") {
    self.text = text
    cursor = text.unicodeScalars.count
  }
}

/// The facets: which dimension, and where in its list.
public struct FacetList: Equatable, Sendable {
  public var dimension: Dimension
  public var cursor = Cursor()
  /// Narrows the list; `nil` while nothing is typed into it.
  public var narrowing: TextField?
  public init(_ dimension: Dimension) { self.dimension = dimension }
  /// The dimensions shown, in order.
  public static let dimensions: [Dimension] = [
    .district, .sector, .donor, .implementer, .status, .year, .source,
  ]
}

/// A question with a few answers.
public struct Choice: Equatable, Sendable {
  public enum Purpose: Equatable, Sendable {
    case exportFormat
    /// What the money is told by.
    case rows
    /// What stands beside it, as columns.
    case columns
    /// Which other claim or funding a decision is about.
    case decision(DecisionKind, Claim.ID, candidates: [Claim.ID])
    /// Which field of a claim to correct.
    case field(Claim.ID)
  }
  public var purpose: Purpose
  public var cursor = Cursor()
}

/// What a person can decide of claims.
public enum DecisionKind: String, Hashable, Sendable, CaseIterable {
  case same, different, partOf, notFunding, correct, confirm
}

/// What a line is being typed for.
public enum Question: Equatable, Sendable {
  /// The new value of a field of a claim.
  case correction(Claim.ID, ClaimField)
  /// Why a decision is taken.
  case reason(DecisionRequest)
}

/// A decision as the dashboard asks for it; who and when is added where the clock is.
public struct DecisionRequest: Equatable, Sendable {
  public var kind: DecisionKind
  public var claims: [Claim.ID]
  public var field: ClaimField?
  public var value: String
  public var reason: String
  public init(
    _ kind: DecisionKind, _ claims: [Claim.ID], field: ClaimField? = nil, value: String = "",
    reason: String = ""
  ) {
    self.kind = kind
    self.claims = claims
    self.field = field
    self.value = value
    self.reason = reason
  }
}

/// A scrollbar: so many lines on so many rows, from this row on.
public struct Grip: Hashable, Sendable {
  public var top: Int
  public var height: Int
  public var count: Int
}

/// One line to the person.
public struct Notice: Equatable, Sendable {
  public var text: String
  public var isError: Bool
  public init(_ text: String, isError: Bool = false) {
    self.text = text
    self.isError = isError
  }
}
