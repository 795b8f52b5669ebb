// What a careful editor should look at.

extension LedgerWork {
  /// Collects the doubts about claims, fundings and articles.
  mutating func addDoubts(_ tables: Tables) {
    for index in drafts.indices { addDoubts(about: index) }
    addUnknownOrganisations()
    addArticleDoubts(tables)
    addLargeUndated()
    findings.sort { a, b in
      (a.location.file, a.code, a.message, a.excerpt ?? "")
        < (b.location.file, b.code, b.message, b.excerpt ?? "")
    }
  }

  private mutating func doubt(
    _ code: String, _ record: Int, _ message: String, _ remedy: String, excerpt: String? = nil
  ) {
    findings.append(
      Finding(
        .doubt, code: code, at: .init(file: input.records[record].ids[0].article.rawValue), message,
        remedy: remedy, excerpt: excerpt ?? quote(of: record)))
  }

  /// The words a record's sum rests on.
  private func quote(of record: Int) -> String? {
    let claim = input.records[record]
    let reading = input.readings[input.statements[claim.statement].readings[0]]
    return reading.claims[claim.index].amount.flatMap {
      reading.mentions.indices.contains($0) ? reading.mentions[$0].quote : nil
    }
  }

  private mutating func addDoubts(about index: Int) {
    let draft = drafts[index]
    guard let first = draft.records.first else { return }
    for step in draft.log where step.step == .disagrees {
      guard let record = step.record, let other = step.other else { continue }
      let chosen = quote(of: other) ?? ""
      switch step.rule {
      case .slip:
        doubt(
          "slip", record, "One of two sums is a thousand times the other; \"\(chosen)\" counts.",
          "Look at the original page and decide which of the two is right.")
      case .digits:
        doubt(
          "other-currency", record,
          "The same digits are printed in another currency; \"\(chosen)\" counts.",
          "Look at the original page and decide which of the two is right.")
      default:
        doubt(
          "sources-disagree", record, "Another source says \"\(chosen)\", and that counts.",
          "Look at the original pages; correct the sum or part the two.")
      }
    }
    if draft.isExceeded {
      doubt(
        "exceeded", first, "The parts add up to more than this total; they count in its place.",
        "Look whether they all lie in it.")
    }
    guard let sum = draft.sum else {
      addWithoutCurrency(first)
      return
    }
    if draft.facts.donors.isEmpty {
      doubt(
        "no-payer", first, "No article says who pays this amount.",
        "Find out who pays; correct the claim.")
    }
    if draft.places.isEmpty {
      doubt(
        "no-place", first, "No place is told for this sum, so no city's total has it.",
        "Find out where the money goes; correct the claim.")
    }
    let converted = Conversion(
      sum, day: draft.day, newest: input.newestMonth, rates: input.rates)
    if converted.usd == nil {
      doubt(
        "no-rate", first, "There is no official rate for \(sum.currency) in that month.",
        "Add it to rates.csv; until then the sum is not in the dollar total.")
    }
  }

  private mutating func addWithoutCurrency(_ record: Int) {
    if let quote = quote(of: record) {
      doubt(
        "no-currency", record, "The currency of this sum is not known.", "Correct the claim.",
        excerpt: quote)
    }
  }

  private mutating func addUnknownOrganisations() {
    var seen: Set<Int32> = []
    for index in input.records.indices {
      let facts = input.records[index].facts
      for number in facts.donors + facts.implementers
      where Int(number) >= input.payers.known && seen.insert(number).inserted {
        doubt(
          "unknown-organisation", index,
          "No row of organisations.csv has the id \(input.payers.ids[Int(number)]).",
          "Add a row, or correct the claim.", excerpt: input.payers.ids[Int(number)].rawValue)
      }
    }
  }

  private mutating func addArticleDoubts(_ tables: Tables) {
    let gazetteer = tables.gazetteer
    let home =
      gazetteer.places.indices.contains(Int(input.places.home))
      ? gazetteer.places[Int(input.places.home)].id : Place.ID("")
    for statement in input.statements {
      let records = statement.records.compactMap { $0 }
      guard let first = records.first else { continue }
      for reading in statement.readings where input.readings[reading].article.date == nil {
        findings.append(
          Finding(
            .doubt, code: "undated",
            at: .init(file: input.readings[reading].article.id.rawValue),
            "The article has no date.",
            remedy:
              "Find the day of its publication and record it; days tell sums apart."
          ))
      }
      var seen: Set<Int32> = []
      for number in records.flatMap({ input.records[$0].facts.places })
      where seen.insert(number).inserted {
        guard let place = gazetteer[input.places.labels[Int(number)]] else { continue }
        let isDistrict = place.kind == .district || place.kind == .neighbourhood
        guard isDistrict, !gazetteer.lies(place.id, in: home),
          place.sameName.contains(where: { gazetteer.lies($0, in: home) })
        else { continue }
        doubt(
          "other-city", first, "\(place.label) has the name of a district of the home city.",
          "Look which city is meant.", excerpt: place.label.rawValue)
      }
    }
  }

  /// An undated page with a third of the total: it may give the city a whole country's programme.
  private mutating func addLargeUndated() {
    var total: Int64 = 0
    for index in drafts.indices where drafts[index].state == .counted {
      total = PrintedNumber.sum(total, cents(drafts[index]).low ?? 0)
    }
    for index in drafts.indices where drafts[index].state == .counted && drafts[index].day == nil {
      let records = drafts[index].records
      guard let first = records.first, let worth = cents(drafts[index]).low, worth > 0,
        Int128(worth) * 3 >= Int128(total),
        Set(records.map { input.statements[input.records[$0].statement].text }).count == 1
      else { continue }
      doubt(
        "large-undated", first, "One undated page states a third of the total or more.",
        "Look whether the sum is this city's; say that it is wider if not.")
    }
  }
}
