/// Turns the JSON of one line into a reading, keeping what can be understood.
struct ReadingDecoder {
  let location: Finding.Location
  var findings: [Finding] = []

  init(location: Finding.Location) { self.location = location }

  mutating func reading(_ json: JSON) -> ArticleReading? {
    guard let article = article(json) else { return nil }
    var mentions: [Mention] = []
    // Where an amount of the line went, so that indices still point at it.
    var mentionIndex: [Int: Int] = [:]
    for (at, item) in (json["amounts"]?.array ?? []).enumerated() {
      guard var mention = mention(item, of: article) else { continue }
      if let restates = item["restates"]?.int { mention.restates = mentionIndex[restates] }
      mentionIndex[at] = mentions.count
      mentions.append(mention)
    }
    return ArticleReading(
      article: article, mentions: mentions,
      claims: claims(json["claims"]?.array ?? [], mentionIndex))
  }

  private mutating func complain(
    _ code: String, _ message: String, remedy: String = "", excerpt: String? = nil
  ) {
    findings.append(
      Finding(.error, code: code, at: location, message, remedy: remedy, excerpt: excerpt))
  }

  private mutating func article(_ json: JSON) -> Article? {
    guard let id = json["id"]?.string, !id.isEmpty else {
      complain(
        "no-id", "The line has no \"id\".", remedy: "Give the article an id that no other has.")
      return nil
    }
    var date: CalendarDate?
    if let text = json["date"]?.string, !text.isEmpty {
      date = CalendarDate(text)
      if date == nil {
        complain(
          "wrong-date", "The date \"\(text)\" of \(id) is no day.",
          remedy: "Write it as YYYY-MM-DD, or \"\" where it is unknown.", excerpt: text)
      }
    }
    var language = Language.uk
    if let code = json["language"]?.string {
      if let known = Language(rawValue: code) {
        language = known
      } else {
        complain(
          "unknown-language", "The language \"\(code)\" of \(id) is none of uk, en, ru.",
          remedy: "Write uk, en or ru; uk was taken.")
      }
    }
    return Article(
      id: Article.ID(id), title: json["title"]?.string ?? "",
      publisher: json["publisher"]?.string ?? "", date: date,
      language: language, url: json["url"]?.string, dateNote: json["date_note"]?.string,
      coverage: json["coverage"]?.string.flatMap(Article.Coverage.init) ?? .full,
      kind: json["kind"]?.string.flatMap(Article.Kind.init) ?? .article,
      text: json["text"]?.string ?? "")
  }

  private mutating func mention(_ json: JSON, of article: Article) -> Mention? {
    let quote = json["quote"]?.string ?? ""
    let currency = json["currency"]?.string.flatMap { Currency($0) }
    let decimals = currency?.exponent ?? 2
    func end(_ name: String) -> Int64?? {
      guard let value = json[name], !value.isNull else { return .some(nil) }
      guard case .number(let text) = value else { return nil }
      return DecimalText.minorUnits(text, decimals: decimals).map { .some($0) }
    }
    guard let low = end("low"), let high = end("high"), low != nil || high != nil, (low ?? 0) >= 0,
      (high ?? 0) >= 0
    else {
      complain(
        "wrong-amount", "An amount of \(article.id) has no end that can be read.",
        remedy: "Give \"low\" or \"high\" as a number of whole units.", excerpt: quote)
      return nil
    }
    let fallback: Bound =
      low == nil ? .atMost : high == nil ? .atLeast : low == high ? .exact : .range
    return Mention(
      quote: quote, low: low, high: high, currency: currency,
      bound: json["bound"]?.string.flatMap(Bound.init) ?? fallback,
      role: json["role"]?.string.flatMap(AmountRole.init) ?? .other, span: span(json, of: article))
  }

  /// A span that lies in the article, on scalar boundaries; anything else is none.
  private func span(_ json: JSON, of article: Article? = nil) -> TextSpan? {
    guard let start = json["start"]?.int, let end = json["end"]?.int, start >= 0, end >= start
    else { return nil }
    let span = TextSpan(json["in"]?.string.flatMap(TextPart.init) ?? .text, start..<end)
    if let article, article.words(of: span) == nil { return nil }
    return span
  }

  private mutating func claims(_ items: [JSON], _ mentionIndex: [Int: Int]) -> [Claim] {
    var claims: [Claim] = []
    var claimIndex: [Int: Int] = [:]
    for (at, item) in items.enumerated() {
      var claim = claim(item)
      if let amount = item["amount"], !amount.isNull {
        guard let index = amount.int.flatMap({ mentionIndex[$0] }) else {
          complain(
            "wrong-index", "Claim \(at) rests on an amount that the line does not have.",
            remedy: "Count the amounts from 0.")
          continue
        }
        claim.amount = index
      }
      claimIndex[at] = claims.count
      claims.append(claim)
    }
    for (at, item) in items.enumerated() {
      guard let mine = claimIndex[at], let part = item["partOf"]?.int else { continue }
      if let whole = claimIndex[part], !leads(from: whole, to: mine, in: claims) {
        claims[mine].partOf = whole
      } else {
        complain(
          "wrong-index",
          "Claim \(at) is part of claim \(part), which is not there or lies inside it.",
          remedy: "Name the claim whose sum contains this one, counted from 0.")
      }
    }
    return claims
  }

  /// Whether the chain of wholes from one claim reaches another: it would close a circle.
  private func leads(from start: Int, to target: Int, in claims: [Claim]) -> Bool {
    var at: Int? = start
    while let index = at {
      if index == target { return true }
      at = claims[index].partOf
    }
    return false
  }

  private mutating func claim(_ json: JSON) -> Claim {
    func strings(_ name: String) -> [String] {
      var seen: Set<String> = []
      return (json[name]?.array ?? []).compactMap(\.string).filter { seen.insert($0).inserted }
    }
    return Claim(
      amount: nil, donors: strings("donors").map { Organisation.ID($0) },
      implementers: strings("implementers").map { Organisation.ID($0) },
      sectors: strings("sectors").map { Sector.ID($0) },
      places: strings("places").map { Place.Label($0) },
      status: json["status"]?.string.flatMap(Status.init) ?? .planned,
      isCumulative: json["cumulative"]?.bool ?? false,
      instrument: json["instrument"]?.string.flatMap(Instrument.init) ?? .unknown,
      isAdditional: json["additional"]?.bool ?? false, isTranche: json["tranche"]?.bool ?? false,
      object: json["object"]?.string, sentence: json["sentence"].flatMap { span($0) },
      evidence: (json["evidence"]?.array ?? []).compactMap { item in
        guard let field = item["field"]?.string.flatMap(ClaimField.init), let span = span(item)
        else { return nil }
        return Evidence(field: field, span: span, rule: item["rule"]?.string ?? "")
      })
  }
}
