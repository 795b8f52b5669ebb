import FundingStore
import TestSupport
import Testing

@testable import FundingCore

/// The shipped tables and fixtures, read once.
enum LedgerFixtures {
  static let tables: Tables = {
    let folder = "\(checkout)/data/tables"
    func bytes(_ name: String) -> [UInt8] { (try? FileSystem.read("\(folder)/\(name)")) ?? [] }
    return Tables(
      organisations: Organisation.table(bytes("organisations.csv"), file: "").rows,
      places: Place.table(bytes("places.csv"), file: "").rows,
      sectors: Sector.table(bytes("sectors.csv"), file: "").rows,
      rates: Rate.table(bytes("rates.csv"), file: "").rows)
  }()

  static let kharkiv = Place.ID("kharkiv")

  static var folder: String { "\(checkout)/Tests/FundingCoreTests/Fixtures" }

  /// The labelled articles, taken as readings.
  static let dev: [ArticleReading] = {
    let bytes = (try? FileSystem.read("\(folder)/dev.jsonl")) ?? []
    return bytes.split(separator: UInt8(ascii: "\n")).enumerated().compactMap { line, text in
      ReadingFormat.decode(Array(text), file: "dev.jsonl", line: line + 1).reading
    }
  }()
}

/// One worked case: articles already read, and what must come out.
struct Scenario: CustomTestStringConvertible {
  var file: String
  var readings: [ArticleReading]
  var home: Place.ID
  var expect: JSON

  var testDescription: String { file }

  static let all: [Scenario] = {
    let folder = "\(LedgerFixtures.folder)/scenarios"
    let names = (try? FileSystem.names(in: folder, endingWith: ".json")) ?? []
    return names.sorted().compactMap { name in
      guard let bytes = try? FileSystem.read("\(folder)/\(name)"),
        let json = try? JSON.parse(bytes), let expect = json["expect"]
      else { return nil }
      var decoder = ReadingDecoder(location: .init(file: name))
      let readings = (json["articles"]?.array ?? []).compactMap { decoder.reading($0) }
      let home = LedgerFixtures.tables.gazetteer.place(named: json["home"]?.string ?? "")
      return Scenario(
        file: name, readings: readings, home: home?.id ?? Place.ID(""), expect: expect)
    }
  }()

  var ledger: Ledger { Ledger.reconcile(readings, tables: LedgerFixtures.tables, home: home) }
}

/// Bare statements, as small as a rule needs them.
struct Statement {
  var id: String
  var date: String?
  var text: String?
  var claims: [Told] = []

  /// A sum of whole units, or none, and what is told of it.
  struct Told {
    var sum: Sum?
    var donors: [String] = []
    var implementers: [String] = []
    var sectors: [String] = ["energy"]
    var places: [String] = ["Kharkiv"]
    var status = Status.planned
    var cumulative = false
    var partOf: Int?
    var additional = false
    var tranche = false
    var object: String?
    var restates: Int?
    var role = AmountRole.funding
  }

  struct Sum {
    var value: Double
    var currency = "EUR"
    var bound = Bound.exact
    /// The high end of a range.
    var high: Double?
    var quote: String?
  }

  var reading: ArticleReading {
    var mentions: [Mention] = []
    var told: [Claim] = []
    for claim in claims {
      var amount: Int?
      if let sum = claim.sum, let currency = Currency(sum.currency) {
        func minor(_ value: Double) -> Int64 {
          Int64((value * Double(currency.minorUnitsPerUnit)).rounded())
        }
        amount = mentions.count
        mentions.append(
          Mention(
            quote: sum.quote ?? Statement.quote(sum.value),
            low: sum.bound == .atMost ? nil : minor(sum.value),
            high: sum.bound == .atLeast ? nil : minor(sum.high ?? sum.value), currency: currency,
            bound: sum.bound, role: claim.role, restates: claim.restates))
      }
      told.append(
        Claim(
          amount: amount, donors: claim.donors.map { Organisation.ID($0) },
          implementers: claim.implementers.map { Organisation.ID($0) },
          sectors: claim.sectors.map { Sector.ID($0) },
          places: claim.places.map { Place.Label($0) },
          status: claim.status, isCumulative: claim.cumulative, partOf: claim.partOf,
          isAdditional: claim.additional, isTranche: claim.tranche, object: claim.object))
    }
    return ArticleReading(
      article: Article(
        id: Article.ID(id), title: "", publisher: "Example",
        date: date.flatMap { CalendarDate($0) },
        language: .en, text: text ?? "Statement \(id)."), mentions: mentions, claims: told)
  }

  /// The value in the words a newspaper would print.
  static func quote(_ value: Double) -> String {
    for (word, size) in [("billion", 1e9), ("million", 1e6), ("thousand", 1e3)] where value >= size
    {
      let number = value / size
      let text = number == number.rounded() ? "\(Int(number))" : "\(number)"
      return "\(text) \(word)"
    }
    return "\(value)"
  }
}

/// The ledger of some statements, as `a#0+b#0 state` lines.
func outcome(_ statements: [Statement]) -> [String] {
  let ledger = Ledger.reconcile(
    statements.map(\.reading), tables: LedgerFixtures.tables, home: LedgerFixtures.kharkiv)
  return lines(of: ledger)
}

func lines(of ledger: Ledger) -> [String] {
  let names = Dictionary(
    uniqueKeysWithValues: ledger.fundings.map {
      ($0.id, $0.sources.map(\.description).joined(separator: "+"))
    })
  return ledger.fundings.map { funding in
    var line = "\(names[funding.id] ?? "") \(funding.state.rawValue)"
    if let whole = funding.partOf { line += " in \(names[whole] ?? "?")" }
    if funding.disagrees { line += " disagrees" }
    return line
  }.sorted()
}
