import Dashboard
import FundingCore

/// A summary as a list and as JSON.
struct SummaryReport {
  let summary: Summary
  let filter: Filter
  let library: LoadedLibrary

  private var texts: Texts { library.texts }

  func report() -> Report {
    let context = library.context
    var report = Report(columns: [
      .init(
        id: summary.dimension.rawValue, heading: texts.name(of: summary.dimension).capitalisedFirst),
      .init(id: "own_low", heading: context.text("Лише на це", "For it alone"), isRight: true),
      .init(id: "shared_low", heading: context.text("Спільно з іншим", "Shared"), isRight: true),
      .init(id: "fundings", heading: context.text("Сум", "Sums"), isRight: true),
    ])
    // CSV has both ends of both columns, in cents.
    report.columns.insert(.init(id: "own_high", heading: "", limit: 0), at: 2)
    report.columns.insert(.init(id: "shared_high", heading: "", limit: 0), at: 4)
    report.heading = heading()
    for group in summary.groups {
      report.rows.append([
        Report.Cell(library.name(group.id, of: summary.dimension), datum: group.id),
        money(group.own), end(group.own.usd.high), money(group.shared), end(group.shared.usd.high),
        Report.Cell(String(group.fundings)),
      ])
    }
    report.footer = footer()
    return report
  }

  private func money(_ total: Total) -> Report.Cell {
    Report.Cell(total.usd.isZero ? "—" : library.short(total.usd), datum: String(total.usd.low))
  }

  private func end(_ value: Int64?) -> Report.Cell {
    Report.Cell("", datum: value.map(String.init) ?? "")
  }

  private func heading() -> [String] {
    let context = library.context
    let home = library.tables.gazetteer[library.table.home]
    let place = home.map { texts.name(of: $0) } ?? ""
    let counts = summary.counts
    var lines = [
      "\(place): \(library.short(summary.total.usd))",
      [
        texts.projects(counts.projects), texts.sums(counts.fundings),
        texts.articles(counts.articles),
      ]
      .joined(separator: ", "),
    ]
    if !filter.isEmpty { lines.append(context.text("Фільтр: ", "Filter: ") + filter.description) }
    return lines
  }

  private var printed: PrintedMoney {
    library.ledger.printed(library.table.select(filter), tables: library.tables)
  }

  /// What naive addition would give, and why it is not the total.
  private func gross() -> [String] {
    let context = library.context
    let printed = printed
    guard printed.times > summary.counts.fundings else { return [] }
    let reasons = [
      (printed.repeats, context.text("повтори", "repeats")),
      (printed.parts, context.text("частини більших сум", "parts of larger sums")),
      (printed.superseded, context.text("замінені новішими", "superseded")),
      (printed.exceeded, context.text("перевищені частинами", "exceeded by their parts")),
    ].filter { $0.0 > 0 }.map { "\($0.1): \($0.0)" }.joined(separator: ", ")
    let times = texts.format.count(
      printed.times, uk: ("раз", "рази", "разів"), en: ("time", "times"))
    return [
      context.text(
        "Надруковано \(times), якщо все скласти: \(library.short(printed.usd)). "
          + "Кожна сума один раз: \(library.short(summary.total.usd)). Не додано: \(reasons).",
        "Printed \(times), \(library.short(printed.usd)) if added up. "
          + "Counted once: \(library.short(summary.total.usd)). Not added: \(reasons).")
    ]
  }

  private func footer() -> [String] {
    let context = library.context
    var lines = gross()
    if let cityWide = summary.cityWide, !cityWide.usd.isZero {
      lines.append(
        context.text("Поруч, на все місто: ", "Beside it, for the whole city: ")
          + library.short(cityWide.usd))
    }
    if summary.counts.wider > 0 {
      lines.append(
        context.text(
          "Поруч, ширше за місто (не в сумі): ",
          "Beside it, wider than the city (not in the total): ")
          + "\(library.short(summary.wider.usd)), \(texts.sums(summary.counts.wider))")
    }
    if summary.counts.withoutSum > 0 { lines.append(texts.gifts(summary.counts.withoutSum)) }
    if summary.counts.unconverted > 0 {
      lines.append(
        context.text(
          "Без курсу, не в сумі: \(summary.counts.unconverted)",
          "Without a rate, not in the total: \(summary.counts.unconverted)"))
    }
    return lines
  }

  func json() -> String {
    var json = JSONWriter(indented: true)
    json.object { json in
      json.name("total")
      FundingJSON.write(summary.total, into: &json)
      json.name("groups")
      json.array { json in
        for group in summary.groups {
          json.object { json in
            FundingJSON.text("id", group.id, &json)
            json.name("own")
            FundingJSON.write(group.own, into: &json)
            json.name("shared")
            FundingJSON.write(group.shared, into: &json)
            json.name("fundings")
            json.number(group.fundings)
          }
        }
      }
      json.name("wider")
      FundingJSON.write(summary.wider, into: &json)
      if let cityWide = summary.cityWide {
        json.name("cityWide")
        FundingJSON.write(cityWide, into: &json)
      }
      json.name("counts")
      json.object { json in
        json.name("projects")
        json.number(summary.counts.projects)
        json.name("fundings")
        json.number(summary.counts.fundings)
        json.name("articles")
        json.number(summary.counts.articles)
        json.name("withoutSum")
        json.number(summary.counts.withoutSum)
        json.name("wider")
        json.number(summary.counts.wider)
        json.name("unconverted")
        json.number(summary.counts.unconverted)
      }
      FundingJSON.text(
        "home", library.tables.gazetteer[library.table.home]?.label.rawValue ?? "", &json)
      FundingJSON.text("by", summary.dimension.rawValue, &json)
      FundingJSON.text("filter", filter.description, &json)
    }
    return json.text + "\n"
  }
}

extension String {
  /// The text with its first letter in upper case.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
