extension Organisation {
  /// Reads `organisations.csv`.
  ///
  /// - Errors: findings with file and line; a row without a usable id or kind is left out.
  public static func table(_ bytes: [UInt8], file: String) -> (
    rows: [Organisation], findings: [Finding]
  ) {
    var rows = TableRows(
      CSVTable(bytes, file: file), file: file,
      required: ["id", "kind", "name_uk", "name_en", "name_ru"],
      optional: [
        "iati_ref", "country", "abbreviations", "aliases_uk", "aliases_en", "aliases_ru",
        "usual_role", "source", "note",
      ])
    var seen: [String: Int] = [:]
    var result: [Organisation] = []
    for row in rows.rows {
      guard let id = rows.freshID(row, in: &seen) else { continue }
      guard let kind = Kind(rawValue: rows.text(row, "kind")) else {
        rows.complain(
          row, "unknown-kind", "\"\(rows.text(row, "kind"))\" is no kind of organisation.",
          remedy: "One of: \(Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
        continue
      }
      result.append(
        Organisation(
          id: ID(id), kind: kind, iatiRef: rows.optionalText(row, "iati_ref"),
          country: rows.optionalText(row, "country"), name: rows.names(row),
          abbreviations: rows.list(row, "abbreviations"), aliases: rows.forms(row, "aliases"),
          usualRole: UsualRole(rawValue: rows.text(row, "usual_role")) ?? .unknown,
          source: rows.text(row, "source"),
          note: rows.optionalText(row, "note")))
    }
    return (result, rows.findings)
  }
}

extension Sector {
  /// Reads `sectors.csv`.
  ///
  /// - Errors: findings with file and line; a row without a usable id is left out.
  public static func table(_ bytes: [UInt8], file: String) -> (rows: [Sector], findings: [Finding])
  {
    var rows = TableRows(
      CSVTable(bytes, file: file), file: file, required: ["id", "name_uk", "name_en", "name_ru"],
      optional: [
        "dac_codes", "keyword_stems_uk", "keyword_stems_en", "keyword_stems_ru", "exclude_stems_uk",
        "exclude_stems_en", "exclude_stems_ru", "notes", "source",
      ])
    var seen: [String: Int] = [:]
    var result: [Sector] = []
    for row in rows.rows {
      guard let id = rows.freshID(row, in: &seen) else { continue }
      result.append(
        Sector(
          id: ID(id), name: rows.names(row), dacCodes: rows.list(row, "dac_codes"),
          stems: rows.forms(row, "keyword_stems"), exclusions: rows.forms(row, "exclude_stems"),
          source: rows.text(row, "source")))
    }
    return (result, rows.findings)
  }
}

extension Place {
  /// Reads `places.csv`.
  ///
  /// - Errors: findings with file and line; a row without a usable id, kind or label is left out, a parent that no row
  ///   has is named.
  public static func table(_ bytes: [UInt8], file: String) -> (rows: [Place], findings: [Finding]) {
    var rows = TableRows(
      CSVTable(bytes, file: file), file: file,
      required: ["id", "parent_id", "kind", "label", "name_uk", "name_en", "name_ru"],
      optional: [
        "aliases", "katottg", "lat", "lon", "source", "population", "note", "same_name_ids",
        "tile_column", "tile_row",
      ])
    var seen: [String: Int] = [:]
    var labels: [String: Int] = [:]
    var result: [Place] = []
    for row in rows.rows {
      guard let id = rows.freshID(row, in: &seen), let kind = rows.placeKind(row) else { continue }
      let label = rows.text(row, "label")
      if let line = labels[label] {
        rows.complain(
          row, "duplicate-label", "The label \"\(label)\" is taken by line \(line).",
          remedy: "Give one of them another label.", excerpt: label)
        continue
      }
      labels[label] = row.line
      var tile: (column: Int, row: Int)?
      if let x = Int(rows.text(row, "tile_column")), let y = Int(rows.text(row, "tile_row")),
        (0..<100).contains(x), (0..<100).contains(y)
      {
        tile = (x, y)
      }
      result.append(
        Place(
          id: ID(id), parents: rows.list(row, "parent_id").map { ID($0) }, kind: kind,
          label: Label(label),
          name: rows.names(row), aliases: rows.list(row, "aliases"),
          katottg: rows.optionalText(row, "katottg"),
          sameName: rows.list(row, "same_name_ids").map { ID($0) }, tile: tile,
          source: rows.text(row, "source"),
          note: rows.optionalText(row, "note")))
    }
    for place in result {
      for parent in place.parents where seen[parent.rawValue] == nil {
        rows.findings.append(
          Finding(
            .error, code: "unknown-parent", at: .init(file: file, line: seen[place.id.rawValue]),
            "\(place.id) lies in \"\(parent)\", which no row has.",
            remedy: "Add the row or mend the id."))
      }
    }
    return (result, rows.findings)
  }
}

extension Rate {
  /// Reads `rates.csv`.
  ///
  /// - Errors: findings with file and line; a row without a month, a currency and a positive rate is left out.
  public static func table(_ bytes: [UInt8], file: String) -> (rows: [Rate], findings: [Finding]) {
    var rows = TableRows(
      CSVTable(bytes, file: file), file: file, required: ["month", "currency", "usd_per_unit"],
      optional: ["method", "source", "note"])
    var result: [Rate] = []
    for row in rows.rows {
      let digits = rows.text(row, "usd_per_unit")
      guard let month = YearMonth(rows.text(row, "month")),
        let currency = Currency(rows.text(row, "currency")),
        let (mantissa, scale) = exact(digits)
      else {
        rows.complain(
          row, "wrong-rate", "The row is no rate.",
          remedy: "Write a month YYYY-MM, an ISO 4217 code and a number.",
          excerpt: row.fields.prefix(3).joined(separator: ","))
        continue
      }
      result.append(
        Rate(
          month: month, currency: currency, mantissa: mantissa, scale: scale,
          method: rows.text(row, "method"),
          source: rows.text(row, "source"), note: rows.optionalText(row, "note")))
    }
    return (result, rows.findings)
  }

  /// A positive decimal as mantissa and scale; digits past the twelfth decimal are cut off.
  private static func exact(_ text: String) -> (Int64, Int)? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count) else { return nil }
    let fraction = parts.count == 2 ? parts[1].prefix(12) : ""
    guard let mantissa = Int64(parts[0] + fraction), mantissa > 0 else { return nil }
    return (mantissa, fraction.utf8.count)
  }
}

extension TableRows {
  fileprivate func names(_ row: CSVTable.Row) -> Names {
    Names(uk: text(row, "name_uk"), en: text(row, "name_en"), ru: text(row, "name_ru"))
  }

  fileprivate func forms(_ row: CSVTable.Row, _ column: String) -> LocalisedForms {
    LocalisedForms(
      uk: list(row, column + "_uk"), en: list(row, column + "_en"), ru: list(row, column + "_ru"))
  }

  fileprivate mutating func placeKind(_ row: CSVTable.Row) -> Place.Kind? {
    let text = text(row, "kind")
    if let kind = Place.Kind(rawValue: text) { return kind }
    complain(
      row, "unknown-kind", "\"\(text)\" is no kind of place.",
      remedy: "One of: \(Place.Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
    return nil
  }
}
