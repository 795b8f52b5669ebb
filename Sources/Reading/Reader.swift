import FundingCore

/// Reads articles: their money, and who pays for what.
///
/// - Shape: rules over the tables; every field of a claim carries the words and the rule it rests on, see ``Rules``.
/// - Cost: linear in the text; one reader serves many threads, each call with a room of its own.
public struct Reader: Sendable {
  let core: ReaderCore
  var tables: Tables { core.tables }
  var lexicon: Lexicon { core.lexicon }

  /// Compiles the tables' names and the reader's own words.
  public init(tables: Tables) {
    let (words, facts) = Thread.both {
      CompiledWords(tables)
    } and: {
      TableFacts(tables)
    }
    core = ReaderCore(tables: tables, lexicon: words.lexicon, facts)
  }

  /// A reader of tables whose words were compiled before.
  public init(tables: Tables, words: CompiledWords) {
    core = ReaderCore(tables: tables, lexicon: words.lexicon, TableFacts(tables))
  }

  /// What an article says, with sentences and evidence.
  public func read(_ article: Article) -> ArticleReading {
    let document = Document(lexicon: lexicon)
    document.load(title: article.title, text: article.text)
    return reading(of: article, drafts: analyse(document), document)
  }

  /// Fills `document` with names, sums and their roles, and reads the claims.
  func analyse(_ document: Document) -> [Draft] {
    document.indexSentences()
    NameFinder(document: document, sectors: core.tables.sectors.count).find()
    document.indexCues()
    Background.mark(document)
    MoneyReader(document: document, core: core).find()
    dropNamesInSums(document)
    StrangerFinder(document: document).find()
    let partyReader = PartyReader(document: document, core: core)
    partyReader.addBudgets()
    partyReader.findParties()
    document.indexSums()
    Restatements(document: document).assign()
    RoleReader(document: document).assign()
    let map = PlaceMap(document: document, facts: core.facts)
    return ClaimReader(document: document, core: core, map: map).claims()
  }

  /// «доларів США» names no payer.
  private func dropNamesInSums(_ document: Document) {
    guard !document.sums.isEmpty else { return }
    var at = 0
    document.names.removeAll { name in
      guard name.kind != .sector else { return false }
      while at < document.sums.count, document.sums[at].tokens.upperBound <= name.tokens.lowerBound
      { at += 1 }
      return at < document.sums.count && document.sums[at].tokens.overlaps(name.tokens)
    }
  }

  private func reading(of article: Article, drafts: [Draft], _ document: Document) -> ArticleReading
  {
    ArticleReading(
      article: article, mentions: document.sums.map { mention($0, document) },
      claims: drafts.map { claim($0, document) })
  }

  private func mention(_ sum: Sum, _ document: Document) -> Mention {
    let currency =
      sum.currency >= 0 ? Currency(Currencies.codes[Int(sum.currency)].description) : nil
    // The reader counts in hundredths; dinars have thousandths, yen nothing below one.
    let units = currency?.minorUnitsPerUnit ?? 100
    func minor(_ value: Int64?) -> Int64? {
      guard let value, units != 100 else { return value }
      if units < 100 { return value / (100 / units) }
      let (scaled, overflow) = value.multipliedReportingOverflow(by: units / 100)
      return overflow ? Int64.max : scaled
    }
    return Mention(
      quote: document.string(sum.tokens), low: minor(sum.low), high: minor(sum.high),
      currency: currency, bound: sum.bound,
      role: sum.role, restates: sum.restates >= 0 ? Int(sum.restates) : nil,
      span: document.span(sum.tokens))
  }

  private func claim(_ draft: Draft, _ document: Document) -> Claim {
    Claim(
      amount: draft.sum >= 0 ? draft.sum : nil, donors: draft.donors.map { id($0, document) },
      implementers: draft.workers.map { id($0, document) },
      sectors: draft.sectors.map { tables.sectors[Int($0)].id },
      places: draft.places.map { tables.gazetteer.places[Int($0)].label }, status: draft.status,
      isCumulative: draft.isCumulative, instrument: draft.instrument, partOf: draft.partOf,
      isAdditional: draft.isAdditional, isTranche: draft.isTranche,
      object: draft.object.map { document.string($0) },
      sentence: document.span(document.sentences[draft.sentence].tokens),
      evidence: draft.evidence.map {
        Evidence(field: $0.field, span: document.span($0.tokens), rule: $0.rule.description)
      })
  }

  private func id(_ index: Int32, _ document: Document) -> Organisation.ID {
    if index < 0 {
      let stranger = Int(-1 - index)
      return Organisation.ID(
        document.strangers.indices.contains(stranger) ? document.strangers[stranger] : "unknown")
    }
    return tables.organisations[Int(index)].id
  }
}

/// What the rules ask of the tables, worked out once.
struct TableFacts: Sendable {
  let budgets: PartyReader.Budgets
  let facts: Facts
  let organisations: QuotedNames
  let sectors: QuotedNames
  let places: QuotedNames

  init(_ tables: Tables) {
    organisations = QuotedNames(tables.organisations.lazy.map(\.id.rawValue))
    sectors = QuotedNames(tables.sectors.lazy.map(\.id.rawValue))
    places = QuotedNames(tables.gazetteer.places.lazy.map(\.label.rawValue))
    budgets = PartyReader.Budgets(tables)
    facts = Facts(tables, budgets)
  }
}

/// What a reader has compiled: one object, so that handing it on counts one reference.
final class ReaderCore: Sendable {
  let tables: Tables
  let lexicon: Lexicon
  let budgets: PartyReader.Budgets
  let facts: Facts
  let organisations: QuotedNames
  let sectors: QuotedNames
  let places: QuotedNames

  init(tables: Tables, lexicon: Lexicon, _ made: TableFacts) {
    self.tables = tables
    self.lexicon = lexicon
    (budgets, facts) = (made.budgets, made.facts)
    (organisations, sectors, places) = (made.organisations, made.sectors, made.places)
  }
}

extension Reader {
  /// Lines of the tables that name different things by the same words.
  public var collisions: [Finding] { Lexicon.collisions(in: tables) }
}
