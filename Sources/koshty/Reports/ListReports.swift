import Dashboard
import FundingCore

/// Rows of one kind, as a table and as JSON.
protocol ListReport {
  var isEmpty: Bool { get }

  func report() -> Report
  func json() -> String
}

/// Projects as a list and as JSON.
struct ProjectReport: ListReport {
  let totals: [ProjectTotal]
  let library: LoadedLibrary

  var isEmpty: Bool { totals.isEmpty }

  func report() -> Report {
    let context = library.context
    let texts = library.texts
    var report = Report(columns: [
      .init(id: "id", heading: context.text("Код", "Id")),
      .init(id: "sector", heading: context.text("Сектор", "Sector"), limit: 20),
      .init(id: "title", heading: context.text("Проєкт", "Project"), limit: 64),
      .init(id: "donors", heading: context.text("Платять", "Paid by"), limit: 36),
      .init(id: "status", heading: context.text("Стан", "Status")),
      .init(id: "usd_low", heading: context.text("Сума", "Sum"), isRight: true),
    ])
    report.rows = totals.compactMap { total in
      library.project(at: total.project).map { project in
        [
          Report.Cell(project.id.rawValue),
          Report.Cell(
            texts.name(of: project.sector, library.tables), datum: project.sector?.rawValue ?? ""),
          Report.Cell(library.title(ofProject: total.project)),
          Report.Cell(
            library.names(project.donors),
            datum: project.donors.map(\.rawValue).joined(separator: ";")),
          Report.Cell(texts.name(of: project.status), datum: project.status.rawValue),
          Report.Cell(
            total.usd.isZero ? "—" : library.short(worth(of: total)), datum: String(total.usd.low)),
        ]
      }
    }
    report.footer = [texts.projects(totals.count)]
    return report
  }

  /// A project's money, marked where a sum in it is only about so much.
  private func worth(of total: ProjectTotal) -> Ends {
    var worth = total.usd
    worth.isAbout = library.table.isAbout(project: total.project)
    return worth
  }

  func json() -> String {
    var json = JSONWriter(indented: true)
    json.array { json in
      for total in totals {
        guard let project = library.project(at: total.project) else { continue }
        json.object { json in
          FundingJSON.text("id", project.id.rawValue, &json)
          FundingJSON.text("title", library.title(ofProject: total.project), &json)
          json.name("sector")
          if let sector = project.sector { json.string(sector.rawValue) } else { json.null() }
          FundingJSON.list("donors", project.donors.map(\.rawValue), &json)
          FundingJSON.list("implementers", project.implementers.map(\.rawValue), &json)
          FundingJSON.list("places", project.places.map(\.rawValue), &json)
          if let object = project.object { FundingJSON.text("object", object, &json) }
          FundingJSON.text("status", project.status.rawValue, &json)
          FundingJSON.text("date", project.date?.description ?? "", &json)
          json.name("usd")
          json.object { json in
            json.name("low")
            json.number(total.usd.low)
            json.name("high")
            if let high = total.usd.high { json.number(high) } else { json.null() }
          }
          FundingJSON.list("fundings", project.fundings.map(\.rawValue), &json)
        }
      }
    }
    return json.text + "\n"
  }
}

/// Fundings as a list and as JSON.
struct FundingReport: ListReport {
  let fundings: [Funding]
  let library: LoadedLibrary

  var isEmpty: Bool { fundings.isEmpty }

  func report() -> Report {
    let context = library.context
    let texts = library.texts
    var report = Report(columns: [
      .init(id: "id", heading: context.text("Код", "Id")),
      .init(id: "amount", heading: context.text("Сума", "Sum"), isRight: true),
      .init(id: "usd_low", heading: "USD", isRight: true),
      .init(id: "donors", heading: context.text("Платять", "Paid by"), limit: 36),
      .init(id: "sectors", heading: context.text("На що", "For"), limit: 32),
      .init(id: "places", heading: context.text("Де", "Where"), limit: 28),
      .init(id: "status", heading: context.text("Стан", "Status")),
      .init(id: "state", heading: context.text("Облік", "Counted"), limit: 28),
      .init(id: "sources", heading: context.text("Джерел", "Sources"), isRight: true),
    ])
    report.rows = fundings.map { funding in
      [
        Report.Cell(funding.id.rawValue),
        Report.Cell(
          funding.amount.map { texts.format.short($0).description }
            ?? context.text("без суми", "no sum"),
          datum: funding.amount.map(plain) ?? ""),
        Report.Cell(
          funding.usd.map {
            texts.format.usd($0, isAbout: funding.amount?.bound == .about).description
          } ?? "—",
          datum: funding.usd?.low.map(String.init) ?? ""),
        Report.Cell(
          library.names(funding.donors),
          datum: funding.donors.map(\.rawValue).joined(separator: ";")),
        Report.Cell(
          funding.sectors.map { texts.name(of: $0, library.tables) }.joined(separator: ", "),
          datum: funding.sectors.map(\.rawValue).joined(separator: ";")),
        Report.Cell(
          funding.places.map { texts.name(of: $0, library.tables) }.joined(separator: ", "),
          datum: funding.places.map(\.rawValue).joined(separator: ";")),
        Report.Cell(texts.name(of: funding.status), datum: funding.status.rawValue),
        Report.Cell(texts.name(of: funding.state), datum: funding.state.rawValue),
        Report.Cell(String(funding.sources.count)),
      ]
    }
    report.footer = [texts.sums(fundings.count)]
    return report
  }

  func json() -> String { FundingJSON.text(fundings) }

  /// `EUR 25000000..25000000`: the ends in whole units, an unknown one left out.
  private func plain(_ amount: Amount) -> String {
    func end(_ value: Int64?) -> String {
      value.map { DecimalText.wholeUnits($0, decimals: amount.currency.exponent) } ?? ""
    }
    return "\(amount.currency) \(end(amount.low))..\(end(amount.high))"
  }
}

/// Articles as a list and as JSON.
struct ArticleReport: ListReport {
  let readings: [ArticleReading]
  let library: LoadedLibrary

  var isEmpty: Bool { readings.isEmpty }

  func report() -> Report {
    let context = library.context
    let texts = library.texts
    var report = Report(columns: [
      .init(id: "date", heading: context.text("Дата", "Date")),
      .init(id: "publisher", heading: context.text("Видання", "Outlet"), limit: 24),
      .init(id: "title", heading: context.text("Заголовок", "Title"), limit: 80),
      .init(id: "claims", heading: context.text("Тверджень", "Claims"), isRight: true),
      .init(id: "id", heading: context.text("Код", "Id"), limit: 52),
      .init(id: "url", heading: "", limit: 0),
    ])
    report.rows = readings.map { reading in
      let article = reading.article
      return [
        Report.Cell(texts.format.day(article.date), datum: article.date?.description ?? ""),
        Report.Cell(article.publisher), Report.Cell(article.title),
        Report.Cell(String(reading.claims.count)),
        Report.Cell(article.id.rawValue), Report.Cell("", datum: article.url ?? ""),
      ]
    }
    report.footer = [texts.articles(readings.count)]
    return report
  }

  func json() -> String {
    var json = JSONWriter(indented: true)
    json.array { json in
      for reading in readings {
        let article = reading.article
        json.object { json in
          FundingJSON.text("id", article.id.rawValue, &json)
          FundingJSON.text("date", article.date?.description ?? "", &json)
          FundingJSON.text("publisher", article.publisher, &json)
          FundingJSON.text("title", article.title, &json)
          FundingJSON.text("language", article.language.rawValue, &json)
          FundingJSON.text("kind", article.kind.rawValue, &json)
          FundingJSON.text("url", article.url ?? "", &json)
          json.name("amounts")
          json.number(reading.mentions.count)
          json.name("claims")
          json.number(reading.claims.count)
        }
      }
    }
    return json.text + "\n"
  }
}
