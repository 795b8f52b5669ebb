import FundingCore

/// An explanation as JSON: the same tree as the text.
///
/// - Units: `adds`, `usd`, `remainder` in cents.
struct ExplanationJSON {
  private let explanation: Explanation
  private let library: LoadedLibrary

  init(_ explanation: Explanation, _ library: LoadedLibrary) {
    self.explanation = explanation
    self.library = library
  }

  func text() -> String {
    var json = JSONWriter(indented: true)
    json.object { json in
      subject(&json)
      json.name("usd")
      ends(explanation.usd, &json)
      json.name("counted")
      json.array { json in for item in explanation.counted { account(item, nil, &json) } }
      json.name("excluded")
      json.array { json in
        for item in explanation.excluded { account(item.account, item.reason, &json) }
      }
      json.name("leftOut")
      json.array { json in for item in explanation.leftOut { leftOut(item, &json) } }
    }
    return json.text + "\n"
  }

  private func subject(_ json: inout JSONWriter) {
    switch explanation.subject {
    case .funding(let id): FundingJSON.text("funding", id.rawValue, &json)
    case .project(let id): FundingJSON.text("project", id.rawValue, &json)
    case .total(let filter): FundingJSON.text("total", filter.description, &json)
    }
  }

  private func ends(_ value: Ends, _ json: inout JSONWriter) {
    json.object { json in
      json.name("low")
      json.number(value.low)
      json.name("high")
      if let high = value.high { json.number(high) } else { json.null() }
    }
  }

  private func account(
    _ account: Explanation.Account, _ reason: Explanation.Reason?, _ json: inout JSONWriter
  ) {
    json.object { json in
      json.name("funding")
      FundingJSON.write(account.funding, into: &json)
      json.name("adds")
      ends(account.adds, &json)
      if let reason { FundingJSON.text("reason", reason.rawValue, &json) }
      rate(account.funding, &json)
      FundingJSON.list("parts", account.parts.map(\.rawValue), &json)
      if let remainder = account.remainder {
        json.name("remainder")
        ends(remainder, &json)
      }
      json.name("steps")
      json.array { json in for item in account.steps { step(item, &json) } }
      json.name("statements")
      json.array { json in for item in account.statements { statement(item, &json) } }
    }
  }

  private func rate(_ funding: Funding, _ json: inout JSONWriter) {
    json.name("rate")
    guard let rate = funding.rate else { return json.null() }
    json.object { json in
      FundingJSON.text("currency", rate.currency.code, &json)
      FundingJSON.text("month", rate.month.description, &json)
      json.name("usdPerUnit")
      json.raw(DecimalText.wholeUnits(rate.mantissa, decimals: rate.scale))
      FundingJSON.text("source", rate.source, &json)
      json.name("assumed")
      json.bool(funding.isRateAssumed)
    }
  }

  private func step(_ step: Provenance, _ json: inout JSONWriter) {
    json.object { json in
      FundingJSON.text("step", step.step.rawValue, &json)
      FundingJSON.text("rule", step.rule.rawValue, &json)
      if let other = step.other { FundingJSON.text("other", other.description, &json) }
      if let funding = step.funding { FundingJSON.text("funding", funding.rawValue, &json) }
      if let decision = step.decision { FundingJSON.text("decision", decision, &json) }
    }
  }

  private func statement(_ statement: Explanation.Statement, _ json: inout JSONWriter) {
    let reading = library.ledger.reading(statement.claim.article)
    json.object { json in
      FundingJSON.text("article", statement.claim.article.rawValue, &json)
      json.name("claim")
      json.number(statement.claim.index)
      if let article = reading?.article {
        FundingJSON.text("publisher", article.publisher, &json)
        FundingJSON.text("date", article.date?.description ?? "", &json)
        FundingJSON.text("kind", article.kind.rawValue, &json)
        FundingJSON.text("url", article.url ?? "", &json)
        let sentence = library.ledger.claim(statement.claim)?.sentence.flatMap {
          article.words(of: $0)
        }
        FundingJSON.text("sentence", sentence ?? "", &json)
      }
      let quote = statement.mention.flatMap { reading?.mentions[$0].quote }
      FundingJSON.text("quote", quote ?? "", &json)
      json.name("evidenceOnly")
      json.bool(statement.isEvidence)
      json.name("disagrees")
      json.bool(statement.disagrees)
      json.name("steps")
      json.array { json in for item in statement.steps { step(item, &json) } }
    }
  }

  private func leftOut(_ item: LeftOut, _ json: inout JSONWriter) {
    json.object { json in
      FundingJSON.text("article", item.article.rawValue, &json)
      if let mention = item.mention, let reading = library.ledger.reading(item.article),
        reading.mentions.indices.contains(mention)
      {
        FundingJSON.text("quote", reading.mentions[mention].quote, &json)
      }
      if let role = item.role { FundingJSON.text("role", role.rawValue, &json) }
      FundingJSON.text("rule", item.rule.rawValue, &json)
    }
  }
}
