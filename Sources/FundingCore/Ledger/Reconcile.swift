extension Ledger {
  /// What the articles say of money, each sum once: rules 1 to 9 of README.md, "How claims become funding".
  ///
  /// - Shape: the result depends on the set of readings alone, never on their order; an id that comes twice counts once.
  /// - Errors: none; what is doubtful is in ``findings``, where ``Finding/Location/file`` is the id of an article.
  /// - Cost: close to linear in the number of claims; sums are compared by payer and magnitude, never all with all.
  public static func reconcile(
    _ readings: [ArticleReading], tables: Tables, home: Place.ID, decisions: [Decision] = []
  ) -> Ledger {
    let unique = LedgerInput.unique(readings)
    let edits = DecisionEdits(unique, decisions)
    var input = LedgerInput(
      edits.readings, tables: tables, home: home, notFunding: edits.notFunding)
    input.leftOut += edits.leftOut
    let plan = DecisionPlan(edits.standing, input)
    var work = LedgerWork(input, plan: plan)
    work.findings = edits.findings + plan.findings
    work.groupSums()
    work.choosePlaces()
    work.chooseAmounts()
    work.supersedePrices()
    work.supersedeTotals()
    work.placeDecidedGifts()
    work.placeGifts()
    work.choosePlaces()
    work.findParts()
    work.setStates()
    work.logDecisions()
    work.addDoubts(tables)
    var ledger = work.ledger(home: home)
    ledger.readings = unique
    // An article is shown with the day people gave it.
    for index in unique.indices
    where edits.readings[index].article.date != unique[index].article.date {
      ledger.readings[index].article.date = edits.readings[index].article.date
    }
    return ledger
  }
}

extension LedgerWork {
  /// Rule 2: puts the claims with a sum into drafts.
  mutating func groupSums() {
    let builder = NodeBuilder(input, alone: plan.alone)
    var finder = CandidateFinder(builder.nodes, comparison, sums)
    let edges = finder.edges()
    func nodes(_ pairs: [(a: Int, b: Int, id: String)]) -> [(Int, Int)] {
      pairs.map { (builder.nodeOfRecord[$0.a], builder.nodeOfRecord[$0.b]) }
        .filter { $0.0 >= 0 && $0.1 >= 0 }
    }
    var groups = SumGroups(
      builder.nodes, edges: edges, comparison: comparison, apart: nodes(plan.notSame))
    groups.run(restated: builder.restated, decided: nodes(plan.same))
    addDrafts(from: groups, nodes: builder.nodes)
  }

  private mutating func addDrafts(from groups: SumGroups, nodes: [SumNode]) {
    let evidenceOnly = Set(groups.evidence.map { groups.root(of: $0.unit) })
    var draftOfRoot: [Int: Int] = [:]
    var evidenceRecords: [Int: [Int]] = [:]
    for node in nodes.indices {
      let root = groups.root(of: node)
      if evidenceOnly.contains(root) {
        evidenceRecords[root, default: []] += nodes[node].records
        continue
      }
      if let draft = draftOfRoot[root] {
        drafts[draft].facts = comparison.merged(drafts[draft].facts, nodes[node].facts)
        drafts[draft].records += nodes[node].records
      } else {
        draftOfRoot[root] = drafts.count
        drafts.append(Draft(records: nodes[node].records, facts: nodes[node].facts))
      }
    }
    for index in drafts.indices { finish(index, nodes) }
    for join in groups.joins where join.rule != .decision {
      guard let draft = draftOfRoot[groups.root(of: join.a)] else { continue }
      drafts[draft].log.append(
        DraftStep(
          step: .joined, rule: join.rule, record: nodes[join.b].records[0],
          other: nodes[join.a].records[0]))
    }
    for (unit, roots) in groups.evidence {
      let records = (evidenceRecords[groups.root(of: unit)] ?? []).sorted()
      for draft in Set(roots.compactMap { draftOfRoot[groups.root(of: $0)] }).sorted() {
        for record in records { addEvidence(record, to: draft, .saysLess) }
      }
    }
  }

  private mutating func finish(_ index: Int, _ nodes: [SumNode]) {
    drafts[index].records.sort()
    drafts[index].day = drafts[index].records.compactMap { input.records[$0].day }.min()
    for record in drafts[index].records { draftOfRecord[record] = index }
    // Everybody who is named, the state beside its body too.
    for record in drafts[index].records {
      let facts = input.records[record].facts
      drafts[index].facts.donors = united(drafts[index].facts.donors, facts.donors)
      drafts[index].facts.implementers = united(
        drafts[index].facts.implementers, facts.implementers)
    }
  }

  // MARK: - The result

  func ledger(home: Place.ID) -> Ledger {
    let order = drafts.indices.sorted { firstClaim(of: $0) < firstClaim(of: $1) }
    var names = StableNames()
    var ids: [Int: Funding.ID] = [:]
    for index in order {
      ids[index] = Funding.ID(names.name("f", for: firstClaim(of: index).description))
    }
    var ledger = Ledger(readings: input.readings, home: home)
    for index in order {
      guard let id = ids[index] else { continue }
      ledger.fundings.append(funding(index, id, ids))
      ledger.provenance[id] = steps(of: index, ids)
    }
    ledger.projects = ProjectGrouping(ledger.fundings, payers: input.payers).projects
    ledger.leftOut = input.leftOut
    ledger.findings = findings
    return ledger
  }

  private func claims(_ records: [Int]) -> [Claim.ID] {
    Set(records.flatMap { input.records[$0].ids }).sorted()
  }

  private func firstClaim(of draft: Int) -> Claim.ID {
    claims(drafts[draft].records).first ?? Claim.ID(Article.ID(""), 0)
  }

  private func funding(_ index: Int, _ id: Funding.ID, _ ids: [Int: Funding.ID]) -> Funding {
    let draft = drafts[index]
    var funding = Funding(id: id, amount: draft.sum?.amount)
    if let sum = draft.sum {
      let conversion = Conversion(
        sum, day: draft.day, newest: input.newestMonth, rates: input.rates)
      funding.usd = conversion.usd
      funding.rate = conversion.rate
      funding.isRateAssumed = conversion.isAssumed
    }
    funding.donors = draft.facts.donors.map { input.payers.ids[Int($0)] }
    funding.implementers = draft.facts.implementers.map { input.payers.ids[Int($0)] }
    funding.sectors = input.sectors.ids.enumerated().compactMap { number, id in
      draft.facts.sectors & (1 << UInt64(min(number, 63))) != 0 ? id : nil
    }
    funding.places = draft.places.map { input.places.labels[Int($0)] }
    let latest = latestRecord(of: draft)
    funding.status = latest.map { input.records[$0].status } ?? .planned
    funding.instrument = instrument(of: draft)
    funding.isCumulative = draft.facts.isCumulative
    funding.object = object(of: draft)
    funding.date = draft.day.map { CalendarDate(dayNumber: $0) }
    funding.state = draft.state
    funding.partOf = draft.whole.flatMap { ids[$0] }
    funding.disagrees = draft.disagrees
    funding.sources = claims(draft.records + giftsJoined(to: draft))
    funding.evidence = claims(draft.evidence.filter { !giftsJoined(to: draft).contains($0) })
    return funding
  }

  /// Claims without a sum that joined a funding which has one.
  private func giftsJoined(to draft: Draft) -> [Int] {
    draft.log.filter { $0.step == .joined && $0.rule == .withoutSum }.compactMap(\.record)
      .filter { draft.evidence.contains($0) }
  }

  private func latestRecord(of draft: Draft) -> Int? {
    draft.records.max { a, b in
      let (x, y) = (input.records[a], input.records[b])
      if x.day != y.day { return (x.day ?? .min) < (y.day ?? .min) }
      if x.status != y.status { return rank(x.status) < rank(y.status) }
      return a < b
    }
  }

  private func rank(_ status: Status) -> Int {
    switch status {
    case .planned: 0
    case .ongoing: 1
    case .completed: 2
    }
  }

  /// The instrument most claims tell; of as many, the first of the list of instruments.
  private func instrument(of draft: Draft) -> Instrument {
    let told = draft.records.map { input.records[$0].instrument }.filter { $0 != .unknown }
    return Instrument.allCases.filter { told.contains($0) }
      .max { a, b in told.count { $0 == a } < told.count { $0 == b } } ?? .unknown
  }

  private func object(of draft: Draft) -> String? {
    draft.records.lazy.compactMap { record -> String? in
      let claim = input.records[record]
      let reading = input.readings[input.statements[claim.statement].readings[0]]
      return reading.claims[claim.index].object
    }.first
  }

  private func steps(of index: Int, _ ids: [Int: Funding.ID]) -> [Provenance] {
    func claim(_ record: Int?) -> Claim.ID? { record.flatMap { input.records[$0].ids.first } }
    var steps: [Provenance] = []
    for record in drafts[index].records {
      let same = input.records[record].ids
      for id in same.dropFirst() {
        steps.append(Provenance(.joined, by: .reprint, claim: id, other: same.first))
      }
    }
    steps += drafts[index].log.map { step in
      Provenance(
        step.step, by: step.rule, claim: claim(step.record), other: claim(step.other),
        funding: step.draft.flatMap { ids[$0] }, decision: step.decision)
    }
    if drafts[index].sum != nil, ids[index] != nil {
      let sum = drafts[index].sum
      let converted = sum.map {
        Conversion($0, day: drafts[index].day, newest: input.newestMonth, rates: input.rates)
      }
      if converted?.usd == nil { steps.append(Provenance(.state, by: .noRate)) }
    }
    return steps
  }
}
