import FundingCore
import Testing

@testable import Reading

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The shipped tables and the labelled articles, found from this file so that a clone needs nothing else.
enum Shipped {
  static let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  static func bytes(_ path: String) -> [UInt8] {
    guard let file = fopen("/\(root)/\(path)", "rb") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  static let tables = Tables(
    organisations: Organisation.table(bytes("data/tables/organisations.csv"), file: "").rows,
    places: Place.table(bytes("data/tables/places.csv"), file: "").rows,
    sectors: Sector.table(bytes("data/tables/sectors.csv"), file: "").rows, rates: [])

  static let reader = Reader(tables: tables)

  /// The readings of a fixture.
  static func readings(_ name: String) -> [ArticleReading] {
    bytes("Tests/ReadingTests/Fixtures/\(name).jsonl").split(separator: 10).compactMap {
      ReadingFormat.decode(Array($0), file: name, line: 1).reading
    }
  }
}

func article(_ text: String, title: String = "", language: Language = .uk) -> Article {
  Article(id: .init("test"), title: title, publisher: "", date: nil, language: language, text: text)
}

/// Reads a text whose sums of money are marked ⟦so⟧: the marks are the whole answer.
func expectSums(_ marked: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let text = marked.filter { $0 != "⟦" && $0 != "⟧" }
  let expected = marked.split(separator: "⟦", omittingEmptySubsequences: false).dropFirst().map {
    String($0.prefix { $0 != "⟧" })
  }
  let found = Shipped.reader.read(article(text)).mentions.map(\.quote)
  #expect(found == expected, sourceLocation: sourceLocation)
}

/// The one sum of a text: `low..high CODE bound`.
func sum(_ text: String) -> String {
  Shipped.reader.read(article(text)).mentions.map { mention in
    let decimals = mention.currency?.exponent ?? 2
    let low = mention.low.map { DecimalText.wholeUnits($0, decimals: decimals) } ?? "?"
    let high = mention.high.map { DecimalText.wholeUnits($0, decimals: decimals) } ?? "?"
    return
      "\(low == high ? low : "\(low)..\(high)") \(mention.currency?.code ?? "?") \(mention.bound)"
  }.joined(separator: "; ")
}

/// The claims of a text, one a line: payers > workers: sectors @ places, status.
func claims(_ text: String, title: String = "") -> String {
  Shipped.reader.read(article(text, title: title)).claims.map { claim in
    let workers =
      claim.implementers.isEmpty
      ? "" : " > " + claim.implementers.map(\.rawValue).joined(separator: " ")
    return claim.donors.map(\.rawValue).joined(separator: " ") + workers + ": "
      + claim.sectors.map(\.rawValue).joined(separator: " ") + " @ "
      + claim.places.map(\.rawValue).joined(separator: ", ")
      + ", \(claim.status.rawValue)"
  }.joined(separator: "\n")
}
