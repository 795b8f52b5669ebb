import FundingCore

/// Fundings, totals and their parts as JSON; README.md, "JSON", describes the fields.
///
/// - Units: amounts in whole units of their currency, `usd` in cents; `null` for an unknown end.
enum FundingJSON {
  static func text(_ fundings: [Funding]) -> String {
    var json = JSONWriter(indented: true)
    json.array { json in for funding in fundings { write(funding, into: &json) } }
    return json.text + "\n"
  }

  static func write(_ funding: Funding, into json: inout JSONWriter) {
    json.object { json in
      json.name("id")
      json.string(funding.id.rawValue)
      json.name("amount")
      write(funding.amount, into: &json)
      json.name("usd")
      if let usd = funding.usd {
        json.object { json in
          end("low", usd.low, &json)
          end("high", usd.high, &json)
        }
      } else {
        json.null()
      }
      list("donors", funding.donors.map(\.rawValue), &json)
      list("implementers", funding.implementers.map(\.rawValue), &json)
      list("sectors", funding.sectors.map(\.rawValue), &json)
      list("places", funding.places.map(\.rawValue), &json)
      text("status", funding.status.rawValue, &json)
      text("instrument", funding.instrument.rawValue, &json)
      json.name("cumulative")
      json.bool(funding.isCumulative)
      if let object = funding.object { text("object", object, &json) }
      text("date", funding.date?.description ?? "", &json)
      claims("sources", funding.sources, &json)
      claims("evidence", funding.evidence, &json)
      text("state", funding.state.rawValue, &json)
      json.name("partOf")
      if let whole = funding.partOf { json.string(whole.rawValue) } else { json.null() }
      json.name("disagrees")
      json.bool(funding.disagrees)
    }
  }

  static func write(_ amount: Amount?, into json: inout JSONWriter) {
    guard let amount else { return json.null() }
    json.object { json in
      whole("low", amount.low, amount.currency, &json)
      whole("high", amount.high, amount.currency, &json)
      text("currency", amount.currency.code, &json)
      text("bound", amount.bound.rawValue, &json)
    }
  }

  static func write(_ total: Total, into json: inout JSONWriter) {
    json.object { json in
      json.name("usd")
      json.object { json in
        end("low", total.usd.low, &json)
        end("high", total.usd.high, &json)
      }
      json.name("currencies")
      json.object { json in
        for (currency, ends) in total.currencies.sorted(by: { $0.key < $1.key }) where !ends.isZero
        {
          json.name(currency.code)
          json.object { json in
            whole("low", ends.low, currency, &json)
            whole("high", ends.high, currency, &json)
          }
        }
      }
    }
  }

  static func text(_ name: StaticString, _ value: String, _ json: inout JSONWriter) {
    json.name(name)
    json.string(value)
  }

  static func list(_ name: StaticString, _ values: [String], _ json: inout JSONWriter) {
    json.name(name)
    json.array { json in for value in values { json.string(value) } }
  }

  private static func end(_ name: StaticString, _ value: Int64?, _ json: inout JSONWriter) {
    json.name(name)
    if let value { json.number(value) } else { json.null() }
  }

  private static func whole(
    _ name: StaticString, _ value: Int64?, _ currency: Currency, _ json: inout JSONWriter
  ) {
    json.name(name)
    if let value {
      json.raw(DecimalText.wholeUnits(value, decimals: currency.exponent))
    } else {
      json.null()
    }
  }

  private static func claims(_ name: StaticString, _ claims: [Claim.ID], _ json: inout JSONWriter) {
    json.name(name)
    json.array { json in
      for claim in claims { json.raw(line(claim)) }
    }
  }

  /// A claim's name on one line: `["2025-09-10-redpost",0]`.
  private static func line(_ claim: Claim.ID) -> String {
    var json = JSONWriter()
    json.array { json in
      json.string(claim.article.rawValue)
      json.number(claim.index)
    }
    return json.text
  }
}
