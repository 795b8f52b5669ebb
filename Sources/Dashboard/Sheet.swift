import FundingCore

/// A view as a table of text: what is exported, and what is read aloud.
public struct Sheet: Equatable, Sendable {
  public var title: String
  public var columns: [String]
  public var rows: [[String]]
}

extension Scene {
  /// The rows of the view as it stands: its filter, its order, its columns.
  var sheet: Sheet {
    switch here.page {
    case .sectors: sectorSheet
    case .projects: projectSheet
    case .funding: fundingSheet
    case .map: mapSheet
    case .articles: articleSheet
    case .article(let row): claimSheet(row)
    case .project(let row): fundingsSheet(data.fundings(ofProject: row))
    case .fundingDetail(let row), .explanation(.funding(let row)): fundingsSheet([row])
    case .explanation(.project(let row)): fundingsSheet(data.fundings(ofProject: row))
    case .explanation(.total):
      fundingsSheet(
        data.table.page(
          of: data.selection(filter), sortedBy: .amount, descending: true, range: 0..<Int.max))
    case .doubts, .decisions: blockSheet
    }
  }

  private func cents(_ value: Int64?) -> String {
    guard let value else { return "" }
    let digits = String(value.magnitude)
    let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    return (value < 0 ? "-" : "") + padded.dropLast(2) + "." + padded.suffix(2)
  }

  private func ends(_ sum: Ends) -> [String] {
    sum.isZero ? ["", "", ""] : [usd(sum).description, cents(sum.low), cents(sum.high)]
  }

  private var sumColumns: [String] { [texts.name(of: SortKey.amount), "usd_low", "usd_high"] }

  private func projectRow(_ item: ProjectTotal) -> [String] {
    guard let project = data.project(item.project) else { return [] }
    return [
      title(of: project, withSector: false), texts.name(of: project.sector, tables),
      texts.name(of: project.status),
      format.list(project.donors.map { texts.short($0, tables) }),
      format.list(project.implementers.map { texts.short($0, tables) }),
      format.list(project.places.map { texts.name(of: $0, tables) }),
      project.date?.description ?? "",
    ] + ends(item.usd)
  }

  private var projectColumnNames: [String] {
    [.order, .sector, .status, .donor, .implementer, .place, .date].map {
      $0 == .order ? texts.project : texts.name(of: $0)
    } + sumColumns
  }

  private var sectorSheet: Sheet {
    Sheet(
      title: texts.title(of: .sectors), columns: projectColumnNames,
      rows: panes.flatMap { pane in
        data.projects(filter, sector: pane.id, sort: SortOrder(.amount)).items.map(projectRow)
      })
  }

  private var projectSheet: Sheet {
    Sheet(
      title: texts.title(of: .projects), columns: projectColumnNames,
      rows: data.projects(filter, sort: here.sort).items.map(projectRow))
  }

  private var fundingSheet: Sheet {
    if here.mode == .pivot {
      let pivot = pivot(width: 10_000)
      return Sheet(
        title: texts.name(of: here.dimension) + " × " + texts.name(of: here.beside),
        columns: [texts.name(of: here.dimension)] + pivot.columns.map(\.name),
        rows: fundingGroups.map { group in
          [texts.value(group.id, of: here.dimension, tables)]
            + pivot.row(group.id).map { $0.isZero ? "" : usd($0).description }
        })
    }
    let name = texts.name(of: fundingDimension)
    return Sheet(
      title: texts.title(of: .funding) + ": " + name,
      columns: [
        name, texts.own, texts.own + " usd_low", texts.own + " usd_high", texts.shared,
        texts.shared + " usd_low",
        texts.shared + " usd_high",
      ],
      rows: fundingGroups.map { group in
        [texts.value(group.id, of: fundingDimension, tables)] + ends(group.own.usd)
          + ends(group.shared.usd)
      })
  }

  private var mapSheet: Sheet {
    Sheet(
      title: texts.title(of: .map),
      columns: [texts.name(of: Dimension.district), texts.sumsHeading] + sumColumns,
      rows: districts.map { [texts.name(of: $0.place), String($0.count)] + ends($0.sum) })
  }

  private var articleSheet: Sheet {
    Sheet(
      title: texts.title(of: .articles),
      columns: [
        texts.date, texts.outlet, texts.title(of: .article(0)), "URL", texts.claimsHeading,
      ],
      rows: data.articles(filter, isReversed: here.sort.isReversed).compactMap { row in
        data.reading(row).map { reading in
          let article = reading.article
          return [
            article.date?.description ?? "", article.publisher, article.title, article.url ?? "",
            String(reading.claims.count),
          ]
        }
      })
  }

  private func claimSheet(_ row: Int) -> Sheet {
    let reading = data.reading(row)
    let rows = reading.map { reading in
      reading.claims.indices.flatMap { data.rows(of: Claim.ID(reading.article.id, $0)) }
    }
    return fundingsSheet(rows ?? [])
  }

  private func fundingsSheet(_ rows: [Int]) -> Sheet {
    Sheet(
      title: texts.sumsHeading,
      columns: [
        texts.original, texts.name(of: Dimension.donor), texts.name(of: Dimension.implementer),
        texts.name(of: Dimension.sector), texts.name(of: Dimension.place),
        texts.name(of: Dimension.status),
        texts.name(of: Dimension.state), texts.date, texts.quote,
      ] + sumColumns,
      rows: rows.compactMap { data.funding($0) }.map { funding in
        let range =
          funding.usd.map { [worth(of: funding), cents($0.low), cents($0.high)] } ?? [
            worth(of: funding), "", "",
          ]
        return [
          funding.amount.map { format.exact($0) } ?? "",
          format.list(funding.donors.map { texts.short($0, tables) }),
          format.list(funding.implementers.map { texts.short($0, tables) }),
          format.list(funding.sectors.map { texts.name(of: $0, tables) }),
          format.list(funding.places.map { texts.name(of: $0, tables) }),
          texts.name(of: funding.status),
          texts.name(of: funding.state), funding.date?.description ?? "",
          funding.sources.first.flatMap { citation(claim: $0, funding: nil, article: nil) } ?? "",
        ] + range
      })
  }

  private var blockSheet: Sheet {
    Sheet(
      title: texts.title(of: here.page), columns: [texts.title(of: here.page)],
      rows: blocks(width: 10_000).filter(\.isFocusable).map { block in
        [block.lines.map(\.text).joined(separator: " ")]
      })
  }

  /// The view as a file: its rows, and in its head what filter, city, currency and day they stand for.
  func export(as format: Export.Format) -> Export {
    let sheet = sheet
    let day = state.settings.today?.description ?? ""
    let filterText = filter.description
    let name = "koshty-\(pageName)\(day.isEmpty ? "" : "-" + day)"
    switch format {
    case .csv:
      let head =
        "# \(sheet.title) · \(homeName) · \(filterText.isEmpty ? texts.noFilter : filterText) · USD · \(day)\r\n"
      let lines = ([sheet.columns] + sheet.rows).map {
        $0.map(csvField).joined(separator: ",") + "\r\n"
      }
      return Export(format: .csv, name: name + ".csv", text: head + lines.joined())
    case .json:
      return Export(format: .json, name: name + ".json", text: json(sheet, filterText, day))
    case .markdown:
      func row(_ cells: [String]) -> String {
        "| " + cells.map(markdownCell).joined(separator: " | ") + " |\n"
      }
      let filters = filterText.isEmpty ? texts.noFilter : texts.filters + ": `\(filterText)`"
      let head = "# \(sheet.title)\n\n\(homeName) · \(filters) · USD · \(day)\n\n"
      let body =
        row(sheet.columns) + row(sheet.columns.map { _ in "---" }) + sheet.rows.map(row).joined()
      return Export(format: .markdown, name: name + ".md", text: head + body)
    }
  }

  private var pageName: String {
    switch here.page {
    case .sectors: "sectors"
    case .projects: "projects"
    case .funding: "funding"
    case .map: "map"
    case .articles: "articles"
    case .doubts: "doubts"
    case .project: "project"
    case .fundingDetail: "sum"
    case .article: "article"
    case .explanation: "why"
    case .decisions: "decisions"
    }
  }

  private func json(_ sheet: Sheet, _ filter: String, _ day: String) -> String {
    let rows = sheet.rows.map { row in
      "    {"
        + zip(sheet.columns, row).map { quoted($0) + ": " + quoted($1) }.joined(separator: ", ")
        + "}"
    }
    return "{\n  \"view\": \(quoted(sheet.title)),\n  \"home\": \(quoted(home.rawValue)),\n"
      + "  \"filter\": \(quoted(filter)),\n  \"currency\": \"USD\",\n  \"date\": \(quoted(day)),\n  \"rows\": [\n"
      + rows.joined(separator: ",\n") + "\n  ]\n}\n"
  }
}

/// RFC 4180; a field that a spreadsheet would take for a formula begins with an apostrophe.
private func csvField(_ text: String) -> String {
  let safe = "=+-@\t\r".contains(text.first ?? " ") && Double(text) == nil ? "'" + text : text
  guard safe.contains(where: { ",\"\r\n".contains($0) || $0.isNewline }) else { return safe }
  return "\"" + safe.reduce(into: "") { $0 += $1 == "\"" ? "\"\"" : String($1) } + "\""
}

private func markdownCell(_ text: String) -> String {
  oneLine(text).reduce(into: "") { $0 += $1 == "|" ? "\\|" : String($1) }
}

/// A JSON string (RFC 8259).
private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    default:
      if scalar.value < 0x20 {
        let hex = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }
  return result + "\""
}
