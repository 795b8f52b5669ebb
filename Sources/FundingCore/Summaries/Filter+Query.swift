/// The query language: words are AND, `!` turns round, `field:value` asks a field, `|` separates alternatives, quotes
/// keep spaces and signs together.
extension Filter {
  /// Reads a query against what a table knows.
  ///
  /// - Shape: values may be ids, labels, names or their beginnings, in any language and layout; the clauses hold ids.
  /// - Errors: none; unknown fields and values are findings. An unknown field is read as words, an unknown value stays
  ///   and finds nothing. The findings' columns count characters from 1.
  public static func read(_ query: String, in table: FundingTable) -> (
    filter: Filter, findings: [Finding]
  ) {
    var filter = Filter()
    var findings: [Finding] = []
    for term in QueryTerm.terms(of: query) {
      guard let name = term.field else {
        filter.clauses.append(Clause(.text, term.values, isNegated: term.isNegated))
        continue
      }
      guard let field = FilterField(name: name) else {
        findings.append(unknownField(name, term, query))
        let words = ([name + ":" + (term.values.first ?? "")] + term.values.dropFirst()).filter {
          !$0.isEmpty
        }
        filter.clauses.append(Clause(.text, words, isNegated: term.isNegated))
        continue
      }
      if term.values.allSatisfy({ $0.isEmpty }), !term.isQuoted { continue }
      var found = filter.clause(field, term.values, isNegated: term.isNegated, in: table)
      for index in found.findings.indices {
        found.findings[index].location.column = term.column
        found.findings[index].excerpt = query
      }
      filter.clauses.append(found.clause)
      findings += found.findings
    }
    return (filter, findings)
  }

  /// Adds a clause for one field, as a command's option does.
  ///
  /// - Errors: a finding for every value nobody knows.
  public mutating func add(
    _ field: FilterField, _ values: [String], isNegated: Bool = false, in table: FundingTable
  ) -> [Finding] {
    let found = clause(field, values, isNegated: isNegated, in: table)
    clauses.append(found.clause)
    return found.findings
  }

  private func clause(
    _ field: FilterField, _ values: [String], isNegated: Bool, in table: FundingTable
  ) -> (clause: Clause, findings: [Finding]) {
    var findings: [Finding] = []
    var ids: [String] = []
    for value in values {
      let known: [String]?
      switch field {
      case .text: known = [value]
      case .since, .until: known = FilterDate.days(value) == nil ? nil : [value]
      case .dimension(let dimension): known = ValueResolver(table).ids(dimension, value)
      }
      if known == nil { findings.append(Filter.unknownValue(field, value)) }
      for id in known ?? [value] where !ids.contains(id) { ids.append(id) }
    }
    return (Clause(field, ids, isNegated: isNegated), findings)
  }

  private static func unknownField(_ name: String, _ term: QueryTerm, _ query: String) -> Finding {
    let names = Dimension.allCases.map(\.rawValue) + ["since", "until"]
    return Finding(
      .doubt, code: "unknown-field", at: Finding.Location(file: "query", column: term.column),
      "There is no field \u{201C}\(name)\u{201D}; it was read as words.",
      remedy: "Fields are \(names.joined(separator: ", ")).", excerpt: query)
  }

  private static func unknownValue(_ field: FilterField, _ value: String) -> Finding {
    let remedy =
      switch field {
      case .since, .until: "Write a year, a month or a day: 2025, 2025-03, 2025-03-15."
      case .dimension, .text: "Nothing is found by it; use an id, a name or its beginning."
      }
    return Finding(
      .error, code: "unknown-value", at: Finding.Location(file: "query"),
      "No \(field.name) is called \u{201C}\(value)\u{201D}.", remedy: remedy)
  }
}

extension Filter.Clause: CustomStringConvertible {
  /// The clause as it is typed.
  public var description: String {
    let name = field.name.isEmpty ? "" : field.name + ":"
    let isPlain = name.isEmpty
    return (isNegated ? "!" : "") + name
      + values.map { QueryTerm.quoted($0, isWord: isPlain) }.joined(separator: "|")
  }
}

/// One term of a query, as it was typed.
struct QueryTerm: Equatable {
  var isNegated = false
  /// The name before the colon; `nil` for words.
  var field: String?
  var values: [String] = [""]
  /// Whether a value stood in quotes, so that an empty one is meant.
  var isQuoted = false
  /// Where it begins, in characters from 1.
  var column = 1

  /// A value in quotes where it would be read as something else without.
  static func quoted(_ value: String, isWord: Bool) -> String {
    let needs =
      value.isEmpty || value.contains { $0.isWhitespace || "|\"\\".contains($0) }
      || value.first == "!"
      || (isWord && value.contains(":"))
    guard needs else { return value }
    var result = "\""
    for character in value {
      if character == "\"" || character == "\\" { result.append("\\") }
      result.append(character)
    }
    return result + "\""
  }

  static func terms(of query: String) -> [QueryTerm] {
    var terms: [QueryTerm] = []
    var term = QueryTerm()
    var isOpen = false
    var isInQuotes = false
    var isEscaped = false
    func close() {
      var done = term
      if done.field == nil, !done.isQuoted { done.values.removeAll { $0.isEmpty } }
      if isOpen, done.field != nil || !done.values.allSatisfy({ $0.isEmpty }) { terms.append(done) }
      term = QueryTerm()
      isOpen = false
    }
    for (offset, character) in query.enumerated() {
      if isEscaped {
        term.values[term.values.count - 1].append(character)
        isEscaped = false
      } else if isInQuotes {
        switch character {
        case "\\": isEscaped = true
        case "\"": isInQuotes = false
        default: term.values[term.values.count - 1].append(character)
        }
      } else if character.isWhitespace {
        close()
      } else {
        if !isOpen { term.column = offset + 1 }
        term.take(character, isFirst: !isOpen, isInQuotes: &isInQuotes)
        isOpen = true
      }
    }
    close()
    return terms
  }

  /// One character outside quotes and between spaces.
  private mutating func take(_ character: Character, isFirst: Bool, isInQuotes: inout Bool) {
    switch character {
    case "!" where isFirst: isNegated = true
    case "\"":
      isInQuotes = true
      isQuoted = true
    case "|": values.append("")
    case ":" where field == nil && values.count == 1 && !isQuoted && isName(values[0]):
      field = values[0]
      values = [""]
    default: values[values.count - 1].append(character)
    }
  }

  /// Fields are small Latin letters; anything else before a colon is part of a word.
  /// Letters alone; those that a keyboard in the other layout writes as marks are letters too.
  private func isName(_ text: String) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isLetter || "[];'`".contains($0) }
  }
}

/// Which ids a person means by what they typed.
struct ValueResolver {
  private let table: FundingTable

  init(_ table: FundingTable) { self.table = table }

  /// Ids of a dimension: the id itself, else by full name, else by the beginning of a name; `nil` for none.
  func ids(_ dimension: Dimension, _ text: String) -> [String]? {
    if text.isEmpty { return [""] }
    let index = table.index(of: dimension)
    if index.indexOfID[text] != nil || isKnown(dimension, text) { return [text] }
    for reading in [text] + KeyboardLayout.readings(of: text) {
      let key = SearchFold.fold(reading)
      guard !key.isEmpty else { continue }
      var whole: [String] = []
      var begun: [String] = []
      for (id, names) in candidates(dimension) {
        let folded = names.map(SearchFold.fold)
        if folded.contains(key) { whole.append(id) }
        if folded.contains(where: { begins($0, with: key) }) { begun.append(id) }
      }
      if !whole.isEmpty { return whole }
      if !begun.isEmpty { return begun }
    }
    return nil
  }

  /// Whether a name, or a word in it, begins so.
  private func begins(_ name: String, with key: String) -> Bool {
    name.hasPrefix(key) || name.contains(" " + key)
  }

  private func isKnown(_ dimension: Dimension, _ text: String) -> Bool {
    switch dimension {
    case .sector: table.tables.sector(Sector.ID(text)) != nil
    case .donor, .implementer: table.tables.organisation(Organisation.ID(text)) != nil
    case .place: table.tables.gazetteer[Place.Label(text)] != nil
    case .district: homeDistricts.contains { $0.label.rawValue == text }
    case .year, .month: FilterDate.days(text) != nil
    case .status: Status(rawValue: text) != nil
    case .state: Funding.State(rawValue: text) != nil
    case .instrument: Instrument(rawValue: text) != nil
    case .source: false
    }
  }

  private var homeDistricts: [Place] {
    let gazetteer = table.tables.gazetteer
    return gazetteer.places.filter { $0.kind == .district && gazetteer.lies($0.id, in: table.home) }
  }

  /// Everything a dimension's values are called.
  private func candidates(_ dimension: Dimension) -> [(id: String, names: [String])] {
    let tables = table.tables
    switch dimension {
    case .sector:
      return tables.sectors.map {
        ($0.id.rawValue, [$0.id.rawValue, $0.name.uk, $0.name.en, $0.name.ru])
      }
    case .donor, .implementer:
      let known = tables.organisations.map {
        (
          $0.id.rawValue,
          [$0.id.rawValue, $0.name.uk, $0.name.en, $0.name.ru] + $0.abbreviations + $0.aliases.uk
            + $0.aliases.en
            + $0.aliases.ru
        )
      }
      let listed = Set(known.map(\.0))
      return known
        + table.index(of: dimension).ids.filter { !listed.contains($0) }.map { ($0, [$0]) }
    case .district: return homeDistricts.map(names)
    case .place: return tables.gazetteer.places.map(names)
    case .status:
      return named([
        (Status.completed.rawValue, "завершено готово выполнено completed done"),
        (Status.ongoing.rawValue, "триває ведеться продолжается ongoing"),
        (Status.planned.rawValue, "заплановано планується запланировано planned"),
      ])
    case .instrument:
      return named([
        (Instrument.grant.rawValue, "грант grant"),
        (Instrument.loan.rawValue, "позика кредит заем заём loan"),
        (Instrument.inKind.rawValue, "майном майно имуществом in-kind"),
      ])
    case .state, .year, .month, .source:
      return table.index(of: dimension).ids.filter { !$0.isEmpty }.map { ($0, [$0]) }
    }
  }

  private func named(_ list: [(id: String, words: String)]) -> [(id: String, names: [String])] {
    list.map { ($0.id, [$0.id] + $0.words.split(separator: " ").map(String.init)) }
  }

  private func names(of place: Place) -> (id: String, names: [String]) {
    // "Saltivskyi" is enough for "Kharkiv/Saltivskyi".
    let last =
      place.label.rawValue.split(separator: "/").last.map(String.init) ?? place.label.rawValue
    return (
      place.label.rawValue,
      [place.label.rawValue, last, place.id.rawValue, place.name.uk, place.name.en, place.name.ru]
        + place.aliases
    )
  }
}
