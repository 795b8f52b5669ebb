/// Anybody who pays for, runs or carries out work: a row of `organisations.csv`, or a name an article told.
///
/// - Source: IATI 2.03 `participating-org`; kinds are the table's own.
public struct Organisation: Hashable, Identifiable, Sendable {
  public struct ID: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }
    public var description: String { rawValue }
    public static func < (a: ID, b: ID) -> Bool { a.rawValue < b.rawValue }
  }

  public enum Kind: String, Sendable, CaseIterable {
    case government, city, company, ifi, multilateral, ngo, un
    case stateBudget = "state-budget"
  }

  public enum UsualRole: String, Sendable, CaseIterable { case donor, implementer, both, unknown }

  public var id: ID
  public var kind: Kind
  /// IATI organisation identifier, where one is known.
  public var iatiRef: String?
  /// ISO 3166-1 alpha-2 of its state; `nil` where it belongs to none.
  public var country: String?
  public var name: Names
  public var abbreviations: [String]
  public var aliases: LocalisedForms
  public var usualRole: UsualRole
  public var source: String
  public var note: String?

  public init(
    id: ID, kind: Kind, iatiRef: String? = nil, country: String? = nil, name: Names,
    abbreviations: [String] = [],
    aliases: LocalisedForms = LocalisedForms(), usualRole: UsualRole = .unknown,
    source: String = "", note: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.iatiRef = iatiRef
    self.country = country
    self.name = name
    self.abbreviations = abbreviations
    self.aliases = aliases
    self.usualRole = usualRole
    self.source = source
    self.note = note
  }
}

/// A name in the three languages of the tables.
public struct Names: Hashable, Sendable {
  public var uk: String
  public var en: String
  public var ru: String

  public init(uk: String, en: String, ru: String) {
    self.uk = uk
    self.en = en
    self.ru = ru
  }

  public subscript(language: Language) -> String {
    switch language {
    case .uk: uk
    case .en: en
    case .ru: ru
    }
  }
}

/// Forms of a word or name by language: aliases, keyword stems, exclusions.
public struct LocalisedForms: Hashable, Sendable {
  public var uk: [String]
  public var en: [String]
  public var ru: [String]

  public init(uk: [String] = [], en: [String] = [], ru: [String] = []) {
    self.uk = uk
    self.en = en
    self.ru = ru
  }

  public subscript(language: Language) -> [String] {
    switch language {
    case .uk: uk
    case .en: en
    case .ru: ru
    }
  }
}
