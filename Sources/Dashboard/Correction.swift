import FundingCore

/// A word typed for a field that names nothing the tables have, or several things.
struct UnknownValue: Error {
  var word: String
  /// What it may have meant.
  var candidates: [String]
}

/// The corrected value of a field: what is typed by name is written down by id.
extension Scene {
  /// The ids of the names typed, cut at semicolons; other fields as they are typed.
  func value(ofTyped text: String, for field: ClaimField) -> Result<String, UnknownValue> {
    guard [.donors, .implementers, .sectors, .places, .status].contains(field) else {
      return .success(text)
    }
    let choices = choices(for: field)
    var ids: [String] = []
    for part in text.split(separator: ";") {
      let wanted = SearchFold.fold(String(part))
      if wanted.isEmpty { continue }
      let exact = choices.first { choice in
        choice.names.contains { SearchFold.fold($0) == wanted }
      }
      let near = exact == nil ? choices.filter { isNear($0.names, wanted) } : []
      guard let found = exact ?? (near.count == 1 ? near.first : nil) else {
        let names = near.prefix(4).compactMap(\.names.first)
        return .failure(UnknownValue(word: String(part), candidates: Array(names)))
      }
      ids.append(found.id)
    }
    return .success(ids.joined(separator: "; "))
  }

  /// Whether a word of a name begins so.
  private func isNear(_ names: [String], _ wanted: String) -> Bool {
    names.contains { (" " + SearchFold.fold($0)).contains(" " + wanted) }
  }

  /// What a field can say: each id with the names it goes by, the one on the screen first.
  private func choices(for field: ClaimField) -> [(id: String, names: [String])] {
    switch field {
    case .donors, .implementers:
      return tables.organisations.map {
        (
          $0.id.rawValue,
          [texts.full($0.id, tables), texts.short($0.id, tables), $0.id.rawValue] + $0.forms
        )
      }
    case .sectors:
      return tables.sectors.map {
        ($0.id.rawValue, [texts.name(of: $0.id, tables), $0.id.rawValue, $0.name.uk, $0.name.en])
      }
    case .places:
      // Of places of one name, that of the home city is meant.
      let all = tables.gazetteer.places
      let own = all.filter { tables.gazetteer.lies($0.id, in: home) }
      let others = all.filter { !tables.gazetteer.lies($0.id, in: home) }
      return (own + others).map {
        (
          $0.label.rawValue,
          [texts.name(of: $0), $0.label.rawValue, $0.name.uk, $0.name.en] + $0.aliases
        )
      }
    case .status: return Status.allCases.map { ($0.rawValue, [texts.name(of: $0), $0.rawValue]) }
    default: return []
    }
  }
}
