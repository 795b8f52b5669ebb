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
    let kinds = rows.column("kind")
    let names = NameColumns(rows, "name")
    let aliases = NameColumns(rows, "aliases")
    let (refs, countries) = (rows.column("iati_ref"), rows.column("country"))
    let (abbreviations, roles) = (rows.column("abbreviations"), rows.column("usual_role"))
    let (sources, notes) = (rows.column("source"), rows.column("note"))
    var seen: [String: Int] = [:]
    var result: [Organisation] = []
    for row in rows.rows {
      guard let id = rows.freshID(row, in: &seen) else { continue }
      guard let kind = Kind(rawValue: rows.text(row, kinds)) else {
        rows.complain(
          row, "unknown-kind", "\"\(rows.text(row, kinds))\" is no kind of organisation.",
          remedy: "One of: \(Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
        continue
      }
      result.append(
        Organisation(
          id: ID(id), kind: kind, iatiRef: rows.optionalText(row, refs),
          country: rows.optionalText(row, countries),
          name: rows.names(row, names), abbreviations: rows.list(row, abbreviations),
          aliases: rows.forms(row, aliases),
          usualRole: UsualRole(rawValue: rows.text(row, roles)) ?? .unknown,
          source: rows.text(row, sources), note: rows.optionalText(row, notes)))
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
    let names = NameColumns(rows, "name")
    let (stems, exclusions) = (
      NameColumns(rows, "keyword_stems"), NameColumns(rows, "exclude_stems")
    )
    let (codes, sources) = (rows.column("dac_codes"), rows.column("source"))
    var seen: [String: Int] = [:]
    var result: [Sector] = []
    for row in rows.rows {
      guard let id = rows.freshID(row, in: &seen) else { continue }
      result.append(
        Sector(
          id: ID(id), name: rows.names(row, names), dacCodes: rows.list(row, codes),
          stems: rows.forms(row, stems),
          exclusions: rows.forms(row, exclusions), source: rows.text(row, sources)))
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
    let columns = PlaceColumns(rows)
    var seen: [String: Int] = [:]
    var labels: [String: Int] = [:]
    var result: [Place] = []
    for row in rows.rows {
      guard let id = rows.freshID(row, in: &seen), let kind = rows.placeKind(row, columns.kind),
        let label = rows.freshLabel(row, columns.label, in: &labels)
      else { continue }
      result.append(
        Place(
          id: ID(id), parents: rows.list(row, columns.parent).map { ID($0) }, kind: kind,
          label: Label(label),
          name: rows.names(row, columns.names), aliases: rows.list(row, columns.aliases),
          katottg: rows.optionalText(row, columns.katottg),
          sameName: rows.list(row, columns.sameName).map { ID($0) },
          tile: rows.tile(row, columns.tile),
          source: rows.text(row, columns.source), note: rows.optionalText(row, columns.note)))
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
    let (months, currencies, values) = (
      rows.column("month"), rows.column("currency"), rows.column("usd_per_unit")
    )
    let (methods, sources, notes) = (
      rows.column("method"), rows.column("source"), rows.column("note")
    )
    var result: [Rate] = []
    result.reserveCapacity(rows.rows.count)
    for row in rows.rows {
      guard let month = YearMonth(rows.text(row, months)),
        let currency = Currency(rows.text(row, currencies)),
        let (mantissa, scale) = exact(rows.text(row, values))
      else {
        rows.complain(
          row, "wrong-rate", "The row is no rate.",
          remedy: "Write a month YYYY-MM, an ISO 4217 code and a number.")
        continue
      }
      result.append(
        Rate(
          month: month, currency: currency, mantissa: mantissa, scale: scale,
          method: rows.text(row, methods),
          source: rows.text(row, sources), note: rows.optionalText(row, notes)))
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

/// The columns of a name or a list in the three languages.
private struct NameColumns {
  var uk: TableRows.Column
  var en: TableRows.Column
  var ru: TableRows.Column

  init(_ rows: TableRows, _ prefix: String) {
    uk = rows.column(prefix + "_uk")
    en = rows.column(prefix + "_en")
    ru = rows.column(prefix + "_ru")
  }
}

private struct PlaceColumns {
  var parent, kind, label, aliases, katottg, sameName, source, note: TableRows.Column
  var tile: (column: TableRows.Column, row: TableRows.Column)
  var names: NameColumns

  init(_ rows: TableRows) {
    parent = rows.column("parent_id")
    kind = rows.column("kind")
    label = rows.column("label")
    aliases = rows.column("aliases")
    katottg = rows.column("katottg")
    sameName = rows.column("same_name_ids")
    source = rows.column("source")
    note = rows.column("note")
    tile = (rows.column("tile_column"), rows.column("tile_row"))
    names = NameColumns(rows, "name")
  }
}

extension TableRows {
  fileprivate func names(_ row: CSVTable.Row, _ columns: NameColumns) -> Names {
    Names(uk: text(row, columns.uk), en: text(row, columns.en), ru: text(row, columns.ru))
  }

  fileprivate func forms(_ row: CSVTable.Row, _ columns: NameColumns) -> LocalisedForms {
    LocalisedForms(uk: list(row, columns.uk), en: list(row, columns.en), ru: list(row, columns.ru))
  }

  fileprivate mutating func placeKind(_ row: CSVTable.Row, _ column: Column) -> Place.Kind? {
    let text = text(row, column)
    if let kind = Place.Kind(rawValue: text) { return kind }
    complain(
      row, "unknown-kind", "\"\(text)\" is no kind of place.",
      remedy: "One of: \(Place.Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
    return nil
  }

  fileprivate mutating func freshLabel(
    _ row: CSVTable.Row, _ column: Column, in seen: inout [String: Int]
  ) -> String? {
    let label = text(row, column)
    if let line = seen[label] {
      complain(
        row, "duplicate-label", "The label \"\(label)\" is taken by line \(line).",
        remedy: "Give one of them another label.", excerpt: label)
      return nil
    }
    seen[label] = row.line
    return label
  }

  /// The tile of a place; none where a number is missing or no map has room for it.
  fileprivate func tile(_ row: CSVTable.Row, _ columns: (column: Column, row: Column)) -> (
    column: Int, row: Int
  )? {
    guard let x = Int(text(row, columns.column)), let y = Int(text(row, columns.row)),
      (0..<100).contains(x),
      (0..<100).contains(y)
    else { return nil }
    return (x, y)
  }
}
