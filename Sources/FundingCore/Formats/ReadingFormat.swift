/// The reading format: one JSON object an article, one article a line.
///
/// - Shape: `id`, `language`, `date`, `publisher`, `title`, `text`, `amounts`, `claims`; optional `url`, `kind`,
///   `coverage`, `date_note`. README.md, "The reading format", describes the fields.
/// - Units: `low` and `high` in whole units of the currency; `start`, `end` in UTF-8 bytes, half-open.
/// - Errors: findings. A line that is no JSON or has no id gives no reading; a claim or amount that cannot be
///   understood is left out and named, and the indices of the others follow.
public enum ReadingFormat {
  /// Reads one line.
  public static func decode(_ line: some Collection<UInt8>, file: String, line number: Int) -> (
    reading: ArticleReading?, findings: [Finding]
  ) {
    let location = Finding.Location(file: file, line: number)
    let json: JSON
    do {
      json = try JSON.parse(line)
    } catch {
      return (
        nil,
        [
          Finding(
            .error, code: "not-json",
            at: .init(file: file, line: number, column: error.offsetInUTF8 + 1),
            "The line is not JSON: \(error.message).",
            remedy: "Mend the line; the others were read.")
        ]
      )
    }
    var decoder = ReadingDecoder(location: location)
    let reading = decoder.reading(json)
    return (reading, decoder.findings)
  }

  /// Writes one article and what was read in it, without a line end.
  public static func encode(_ reading: ArticleReading, into json: inout JSONWriter) {
    json.object { json in
      encode(reading.article, into: &json)
      json.name("amounts")
      json.array { json in for mention in reading.mentions { encode(mention, into: &json) } }
      json.name("claims")
      json.array { json in for claim in reading.claims { encode(claim, into: &json) } }
    }
  }

  private static func encode(_ article: Article, into json: inout JSONWriter) {
    json.name("id")
    json.string(article.id.rawValue)
    json.name("language")
    json.string(article.language.rawValue)
    json.name("date")
    json.string(article.date?.description ?? "")
    json.name("publisher")
    json.string(article.publisher)
    if let url = article.url {
      json.name("url")
      json.string(url)
    }
    if article.kind != .article {
      json.name("kind")
      json.string(article.kind.rawValue)
    }
    if article.coverage != .full {
      json.name("coverage")
      json.string(article.coverage.rawValue)
    }
    if let note = article.dateNote {
      json.name("date_note")
      json.string(note)
    }
    json.name("title")
    json.string(article.title)
    json.name("text")
    json.string(article.text)
  }

  private static func encode(_ mention: Mention, into json: inout JSONWriter) {
    let decimals = mention.currency?.exponent ?? 2
    func end(_ value: Int64?, _ json: inout JSONWriter) {
      if let value {
        json.raw(DecimalText.wholeUnits(value, decimals: decimals))
      } else {
        json.null()
      }
    }
    json.object { json in
      json.name("quote")
      json.string(mention.quote)
      json.name("low")
      end(mention.low, &json)
      json.name("high")
      end(mention.high, &json)
      json.name("currency")
      if let currency = mention.currency { json.string(currency.code) } else { json.null() }
      json.name("bound")
      json.string(mention.bound.rawValue)
      json.name("role")
      json.string(mention.role.rawValue)
      if let restates = mention.restates {
        json.name("restates")
        json.number(restates)
      }
      if let span = mention.span { encode(span, into: &json) }
    }
  }

  private static func encode(_ span: TextSpan, into json: inout JSONWriter) {
    json.name("in")
    json.string(span.part.rawValue)
    json.name("start")
    json.number(span.range.lowerBound)
    json.name("end")
    json.number(span.range.upperBound)
  }

  private static func encode(_ claim: Claim, into json: inout JSONWriter) {
    func list(_ values: [String], _ json: inout JSONWriter) {
      json.array { json in for value in values { json.string(value) } }
    }
    json.object { json in
      json.name("amount")
      if let amount = claim.amount { json.number(amount) } else { json.null() }
      json.name("donors")
      list(claim.donors.map(\.rawValue), &json)
      json.name("implementers")
      list(claim.implementers.map(\.rawValue), &json)
      json.name("sectors")
      list(claim.sectors.map(\.rawValue), &json)
      json.name("places")
      list(claim.places.map(\.rawValue), &json)
      json.name("status")
      json.string(claim.status.rawValue)
      json.name("cumulative")
      json.bool(claim.isCumulative)
      json.name("instrument")
      json.string(claim.instrument.rawValue)
      encodeOptionalFields(of: claim, into: &json)
    }
  }

  private static func encodeOptionalFields(of claim: Claim, into json: inout JSONWriter) {
    if let partOf = claim.partOf {
      json.name("partOf")
      json.number(partOf)
    }
    if claim.isAdditional {
      json.name("additional")
      json.bool(true)
    }
    if claim.isTranche {
      json.name("tranche")
      json.bool(true)
    }
    if let object = claim.object {
      json.name("object")
      json.string(object)
    }
    if let sentence = claim.sentence {
      json.name("sentence")
      json.object { json in encode(sentence, into: &json) }
    }
    if !claim.evidence.isEmpty {
      json.name("evidence")
      json.array { json in
        for evidence in claim.evidence {
          json.object { json in
            json.name("field")
            json.string(evidence.field.rawValue)
            encode(evidence.span, into: &json)
            json.name("rule")
            json.string(evidence.rule)
          }
        }
      }
    }
  }
}
