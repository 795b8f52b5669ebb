import Dashboard
import FundingCore

/// A reading for people: the text with what was found lit up, then each claim with the rules that read it.
struct ReadingPrinter {
  let reading: ArticleReading
  let tables: Tables
  let context: Context

  func text() -> String {
    var lines: [String] = []
    if !reading.article.title.isEmpty { lines += [lit(.title), ""] }
    lines += [trimmed(lit(.text)), ""]
    lines.append(context.text("Суми", "Amounts"))
    if reading.mentions.isEmpty { lines.append("  " + context.text("немає", "none")) }
    for (index, mention) in reading.mentions.enumerated() { lines.append(line(of: mention, index)) }
    lines += ["", context.text("Твердження", "Claims")]
    if reading.claims.isEmpty { lines.append("  " + context.text("немає", "none")) }
    for (index, claim) in reading.claims.enumerated() { lines += self.lines(of: claim, index) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func trimmed(_ text: String) -> String {
    String(text.reversed().drop { $0.isNewline || $0 == " " }.reversed())
  }

  /// A part of the article with the words of its amounts and of its claims' evidence marked: ⟦amounts⟧ and ‹the rest›,
  /// or by colour.
  private func lit(_ part: TextPart) -> String {
    let source = Array((part == .title ? reading.article.title : reading.article.text).utf8)
    var line = ""
    var reach = 0
    func add(upTo end: Int) -> String {
      defer { reach = end }
      return Sanitised.text(String(decoding: source[reach..<end], as: UTF8.self))
    }
    for (span, field) in litSpans(part)
    where span.lowerBound >= reach && span.upperBound <= source.count {
      // Every piece is cleaned before a mark of ours is set beside it: a mark in the text stays text.
      line += add(upTo: span.lowerBound)
      let mark = mark(field)
      line += mark.before + add(upTo: span.upperBound) + mark.after
    }
    return line + add(upTo: source.count)
  }

  /// Amounts first, so that they win where spans meet; then by place.
  private func litSpans(_ part: TextPart) -> [(Range<Int>, ClaimField)] {
    var spans: [(Range<Int>, ClaimField)] = reading.mentions.compactMap { mention in
      mention.span.flatMap { $0.part == part ? ($0.range, .amount) : nil }
    }
    for evidence in reading.claims.flatMap(\.evidence)
    where evidence.span.part == part && evidence.field != .amount && !evidence.span.range.isEmpty {
      if !spans.contains(where: { $0.0.overlaps(evidence.span.range) }) {
        spans.append((evidence.span.range, evidence.field))
      }
    }
    return spans.sorted { ($0.0.lowerBound, $0.0.upperBound) < ($1.0.lowerBound, $1.0.upperBound) }
  }

  private func mark(_ field: ClaimField) -> (before: String, after: String) {
    guard context.isColored else { return field == .amount ? ("⟦", "⟧") : ("‹", "›") }
    let code =
      switch field {
      case .amount: "1;33"
      case .donors: "1;36"
      case .implementers: "36"
      case .sectors: "32"
      case .places: "35"
      case .status, .cumulative, .instrument, .partOf, .additional, .tranche, .object, .date: "4"
      }
    return ("\u{1B}[\(code)m", "\u{1B}[0m")
  }

  private func line(of mention: Mention, _ index: Int) -> String {
    let restates =
      mention.restates.map { context.text(", те саме, що \($0)", ", the same as \($0)") } ?? ""
    return
      "  \(index)  \(sum(of: mention)), \(name(of: mention.role))\(restates)  «\(Sanitised.line(mention.quote))»"
  }

  private func sum(of mention: Mention) -> String {
    guard let currency = mention.currency else {
      let said = [mention.low, mention.high].map {
        $0.map { DecimalText.wholeUnits($0, decimals: 2) }
      }
      let sum =
        switch mention.bound {
        case .exact: said[0] ?? "?"
        case .about: "≈ " + (said[0] ?? "?")
        case .atLeast: "≥ " + (said[0] ?? "?")
        case .atMost: "≤ " + (said[1] ?? "?")
        case .range: "\(said[0] ?? "?")–\(said[1] ?? "?")"
        }
      return sum + " " + context.text("валюти не сказано", "no currency told")
    }
    return texts.format.exact(
      Amount(low: mention.low, high: mention.high, currency: currency, bound: mention.bound))
  }

  private func name(of role: AmountRole) -> String {
    let name =
      switch role {
      case .funding: context.text("хтось платить", "somebody pays")
      case .need: context.text("потреба", "a need")
      case .damage: context.text("збитки", "damage")
      case .other: context.text("інше", "something else")
      }
    return "\(role.rawValue) (\(name))"
  }

  private func lines(of claim: Claim, _ index: Int) -> [String] {
    var lines: [String] = []
    let sum = claim.amount.flatMap {
      reading.mentions.indices.contains($0) ? reading.mentions[$0].quote : nil
    }
    lines.append("  \(index)  \(Sanitised.line(sum ?? context.text("без суми", "no sum")))")
    var open: [String] = []
    func field(_ field: ClaimField, _ label: String, _ value: String) {
      if value.isEmpty {
        open.append(label)
        return
      }
      let padded = label + String(repeating: " ", count: max(0, 14 - label.count))
      lines.append("     \(padded) \(value)\(rules(field, claim))")
    }
    field(
      .donors, context.text("платять", "paid by"), claim.donors.map(name).joined(separator: ", "))
    field(
      .implementers, context.text("виконують", "carried out by"),
      claim.implementers.map(name).joined(separator: ", "))
    field(
      .sectors, context.text("на що", "for"),
      list(claim.sectors.map { ($0.rawValue, texts.name(of: $0, tables)) }))
    field(
      .places, context.text("де", "where"),
      list(claim.places.map { ($0.rawValue, texts.name(of: $0, tables)) }))
    field(
      .status, context.text("стан", "status"),
      list([(claim.status.rawValue, texts.name(of: claim.status))]))
    field(
      .instrument, context.text("як", "how"),
      claim.instrument == .unknown ? "" : claim.instrument.rawValue)
    if claim.isCumulative {
      field(.cumulative, context.text("наростом", "cumulative"), context.text("так", "yes"))
    }
    if let whole = claim.partOf { field(.partOf, context.text("частина", "part of"), "\(whole)") }
    if claim.isAdditional {
      field(.additional, context.text("додатково", "additional"), context.text("так", "yes"))
    }
    if claim.isTranche {
      field(.tranche, context.text("транш", "tranche"), context.text("так", "yes"))
    }
    if let object = claim.object {
      field(.object, context.text("об'єкт", "object"), Sanitised.line(object))
    }
    if !open.isEmpty {
      lines.append(
        "     " + context.text("не сказано: ", "not told: ") + open.joined(separator: ", "))
    }
    return lines
  }

  private func name(_ id: Organisation.ID) -> String {
    let known = tables.organisation(id).map { $0.name[context.language] }
    return known.map { "\(id) (\($0))" } ?? id.rawValue
  }

  /// Codes with what they mean on this screen: `housing (Житло), energy (Енергетика)`.
  private func list(_ values: [(code: String, name: String)]) -> String {
    values.map { $0.name == $0.code ? $0.code : "\($0.code) (\($0.name))" }.joined(separator: ", ")
  }

  private var texts: Texts { Texts(context.language) }

  /// The ids of the rules that set a field, with the words they rest on.
  private func rules(_ field: ClaimField, _ claim: Claim) -> String {
    var seen: Set<String> = []
    let found = claim.evidence.filter { $0.field == field }.compactMap { evidence -> String? in
      let words = reading.article.words(of: evidence.span).map { Sanitised.line($0) } ?? ""
      let text = words.isEmpty ? evidence.rule : "\(evidence.rule) «\(words)»"
      return seen.insert(text).inserted ? text : nil
    }
    return found.isEmpty ? "" : "   [" + found.joined(separator: "; ") + "]"
  }
}
