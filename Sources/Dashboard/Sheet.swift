import FundingCore

/// A view as a table of text: what is exported, and what is read aloud.
///
/// - Shape: a row has a text for each column; ``keys`` name the columns for programs, the same in every language.
public struct Sheet: Equatable, Sendable {
  public var title: String
  public var keys: [String]
  public var columns: [String]
  public var rows: [[String]]
  /// The money all rows stand for, each sum once: low and high end; `nil` where the rows have no total.
  public var total: [String]?
  /// The cells of a last row, where each column has a total of its own.
  public var totals: [String]?
}

/// A column: its name for programs and its name on the screen.
private typealias Column = (key: String, name: String)

extension Sheet {
  fileprivate init(_ title: String, _ columns: [Column], _ rows: [[String]], total: [String]? = nil)
  {
    self.init(
      title: title, keys: columns.map(\.key), columns: columns.map(\.name), rows: rows,
      total: total)
  }
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
    case .explanation(.total): totalSheet
    case .doubts: doubtSheet
    case .decisions: decisionSheet
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

  private func ends(_ item: ProjectTotal) -> [String] {
    var sum = item.usd
    sum.isAbout = data.table.isAbout(project: item.project)
    return ends(sum)
  }

  private func sumColumns(_ prefix: String = "", _ name: String? = nil) -> [Column] {
    let shown = name ?? texts.name(of: SortKey.amount)
    return [
      (prefix + "usd", shown), (prefix + "usd_low", shown + texts.lowEnd),
      (prefix + "usd_high", shown + texts.highEnd),
    ]
  }

  private func column(_ dimension: Dimension) -> Column {
    (dimension.rawValue, texts.name(of: dimension))
  }

  private var total: [String] { Array(ends(data.summary(filter).total.usd).dropFirst()) }

  private var projectColumnList: [Column] {
    [
      ("project", texts.project), column(.sector), column(.status), column(.donor),
      column(.implementer), column(.place), ("date", texts.date),
    ] + sumColumns() + [
      ("once_usd_low", texts.countedOnce + texts.lowEnd),
      ("original", texts.original), ("in_total", texts.inTotal), ("shared_with", texts.sharedWith),
      column(.source),
      ("url", texts.address), ("sentence", texts.quote),
    ]
  }

  /// Rows of projects. A sum for several sectors stands in several; what it adds to the total stands in the first of them.
  private func projectRows(_ items: [ProjectTotal], homeCount: Int) -> [[String]] {
    var adds = (data.explanation(.total, filter)?.counted ?? []).reduce(into: [Int: Int64]()) {
      if let row = data.row(of: $1.funding.id) { $0[row] = $1.adds.low }
    }
    return items.enumerated().map { at, item in
      let once = data.fundings(ofProject: item.project).reduce(into: Int64(0)) {
        $0 += at < homeCount ? adds.removeValue(forKey: $1) ?? 0 : 0
      }
      return projectRow(item, isCounted: at < homeCount, once: once)
    }
  }

  private func projectRow(_ item: ProjectTotal, isCounted: Bool, once: Int64) -> [String] {
    guard let project = data.project(item.project) else { return [] }
    let fundings = data.fundings(ofProject: item.project).compactMap { data.funding($0) }
    let others = Set(fundings.flatMap(\.sectors)).filter { $0 != project.sector }
    let claim = fundings.lazy.flatMap { data.sources(of: $0) }.first
    let article = claim.flatMap { data.reading(of: $0)?.article }
    return [
      name(of: project), texts.name(of: project.sector, tables),
      data.statuses(ofProject: item.project).map { texts.name(of: $0) }.joined(separator: "; "),
      format.list(project.donors.map { texts.full($0, tables) }),
      format.list(project.implementers.map { texts.full($0, tables) }),
      format.list(project.places.map { texts.name(of: $0, tables) }),
      project.date?.description ?? "",
    ] + ends(item) + [
      cents(once),
      fundings.compactMap { $0.amount.map { format.exact($0) } }.joined(separator: "; "),
      isCounted ? texts.yes : texts.no + ": " + texts.name(of: outside(item.project)),
      format.list(others.map { texts.name(of: $0, tables) }.sorted()),
      article.map { "\($0.publisher), \(day(of: $0))" } ?? "", article?.url ?? "",
      claim.map(sentence) ?? "",
    ]
  }

  /// The sentence of a claim, marked where it is a digest's.
  private func sentence(of id: Claim.ID) -> String {
    guard let article = data.reading(of: id)?.article,
      let words = data.claim(id)?.sentence.flatMap({ article.words(of: $0) })
    else { return "" }
    return article.kind == .digest ? oneLine(words) + " (\(texts.digest))" : oneLine(words)
  }

  private var sectorSheet: Sheet {
    let items = panes.flatMap {
      data.projects(filter, sector: $0.id, sort: SortOrder(.amount)).items
    }
    return Sheet(
      texts.title(of: .sectors), projectColumnList, projectRows(items, homeCount: items.count),
      total: total)
  }

  private var projectSheet: Sheet {
    let list = data.projects(filter, sort: here.sort)
    return Sheet(
      texts.title(of: .projects), projectColumnList,
      projectRows(list.items, homeCount: list.homeCount), total: total)
  }

  private var fundingSheet: Sheet {
    if here.mode == .pivot {
      let pivot = pivot(width: 10_000)
      var sheet = Sheet(
        texts.name(of: here.dimension) + " × " + texts.name(of: here.beside),
        [column(here.dimension)]
          + pivot.columns.flatMap { column in
            sumColumns((column.id.isEmpty ? "total" : column.id) + "_", column.name)
          },
        fundingGroups.map { group in
          [texts.value(group.id, of: here.dimension, tables)]
            + pivot.row(group.id).flatMap(ends)
        }, total: total)
      sheet.totals =
        [texts.totalEachOnce] + pivot.totals.flatMap(ends)
      return sheet
    }
    return Sheet(
      texts.title(of: .funding) + ": " + texts.name(of: fundingDimension),
      [column(fundingDimension)] + sumColumns("own_", texts.own)
        + sumColumns("shared_", texts.shared),
      fundingGroups.map { group in
        let none = ["$0", "0.00", "0.00"]
        return [texts.value(group.id, of: fundingDimension, tables)]
          + (group.fundings == 0 ? none : ends(group.own.usd)) + ends(group.shared.usd)
      }, total: total)
  }

  private var mapSheet: Sheet {
    Sheet(
      texts.title(of: .map), [column(.district), ("count", texts.sumsHeading)] + sumColumns(),
      districts.map { [texts.name(of: $0.place), String($0.count)] + ends($0.sum) }
        + [
          [texts.none(of: .district), String(noDistrict?.fundings ?? 0)]
            + ends(noDistrict?.own.usd ?? .zero)
        ], total: total)
  }

  private var articleSheet: Sheet {
    Sheet(
      texts.title(of: .articles),
      [
        ("date", texts.date), column(.source), ("title", texts.title(of: .article(0))),
        ("url", texts.address), ("claims", texts.claimsHeading),
      ],
      data.articles(filter, isReversed: here.sort.isReversed).compactMap { row in
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
      texts.sumsHeading,
      [
        ("original", texts.original), column(.donor), column(.implementer), column(.sector),
        column(.place), column(.status), column(.state), ("date", texts.date),
      ] + sumColumns() + [("citation", texts.citationColumn)],
      rows.compactMap { data.funding($0) }.map { funding in
        let range =
          funding.usd.map { [worth(of: funding), cents($0.low), cents($0.high)] } ?? [
            worth(of: funding), "", "",
          ]
        return [
          funding.amount.map { format.exact($0) } ?? "",
          format.list(funding.donors.map { texts.full($0, tables) }),
          format.list(funding.implementers.map { texts.full($0, tables) }),
          format.list(funding.sectors.map { texts.name(of: $0, tables) }),
          format.list(funding.places.map { texts.name(of: $0, tables) }),
          texts.name(of: funding.status),
          texts.name(of: funding.state), funding.date?.description ?? "",
        ] + range + [
          data.sources(of: funding).first.flatMap {
            citation(claim: $0, funding: nil, article: nil)
          } ?? ""
        ]
      })
  }

  /// Every sum the total was made from: those it counts first, most money first, as the page tells them.
  private var totalSheet: Sheet {
    let rows = data.table.page(
      of: data.selection(filter), sortedBy: .amount, descending: true, range: 0..<Int.max)
    let isCounted = rows.map { data.funding($0)?.state == .counted }
    let ordered = [true, false].flatMap { wanted in
      zip(rows, isCounted).filter { $0.1 == wanted }.map(\.0)
    }
    return fundingsSheet(ordered)
  }

  private var doubtSheet: Sheet {
    Sheet(
      texts.title(of: .doubts),
      [
        ("doubt", texts.doubt), ("usd", texts.name(of: SortKey.amount)), ("remedy", texts.remedy),
        column(.source), ("url", texts.address),
      ],
      listedDoubts.map { doubt in
        let article = doubt.article.flatMap { data.reading($0)?.article }
        return [
          doubt.text, doubt.detail, doubt.remedy,
          article.map { "\($0.publisher), \(day(of: $0)) · \(oneLine($0.title))" } ?? doubt.place,
          article?.url ?? "",
        ]
      })
  }

  private var decisionSheet: Sheet {
    Sheet(
      texts.title(of: .decisions),
      [
        ("decision", texts.decision), ("change", texts.change), ("quote", texts.citationColumn),
        column(.source), ("who", texts.who), ("date", texts.date),
        ("why", texts.title(of: .explanation(.total))),
        ("in_force", texts.inForce),
      ],
      listedDecisions.map { decision, isStanding in
        let names = [decision.claim, decision.other].compactMap { $0 }
        return [
          texts.name(of: decision.kind), change(by: decision),
          names.map { oneLine($0.quote.isEmpty ? $0.sentence : $0.quote) }.joined(separator: "; "),
          names.map { source(of: $0) }.joined(separator: "; "), decision.who,
          String(decision.when.prefix(10)), decision.why, isStanding ? texts.yes : texts.no,
        ]
      })
  }
}
