import FundingCore

/// A word typed for a field that names nothing the tables have, or several things.
struct UnknownValue: Error {
  var word: String
  /// What it may have meant.
  var candidates: [String]
}

/// Something the tables have, by every name it goes by.
struct KnownName: Hashable {
  var id: String
  /// As the screen names it.
  var name: String
  /// Every name, folded: a line break around each and a blank before each word.
  private var folded: [UInt8]

  init(id: String, names: [String]) {
    self.id = id
    name = names.first ?? id
    folded = Array(names.reduce(into: "\n") { $0 += " " + SearchFold.fold($1) + "\n" }.utf8)
  }

  /// Whether one of its names is this.
  func isNamed(_ wanted: String) -> Bool { folded.holds("\n " + wanted + "\n") }
  /// Whether one of its names begins so.
  func begins(_ wanted: String) -> Bool { folded.holds("\n " + wanted) }
  /// Whether a word of one of its names begins so.
  func hasWord(_ wanted: String) -> Bool { folded.holds(" " + wanted) }
}

extension [UInt8] {
  fileprivate func holds(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard let first = wanted.first, wanted.count <= count else { return false }
    return withUnsafeBufferPointer { bytes in
      (0...bytes.count - wanted.count).contains { start in
        bytes[start] == first && wanted.indices.allSatisfy { bytes[start + $0] == wanted[$0] }
      }
    }
  }
}

/// The corrected value of a field: what is typed by name is written down by id.
extension Scene {
  /// The ids of the names typed, cut at semicolons; other fields as they are typed.
  func value(ofTyped text: String, for field: ClaimField) -> Result<String, UnknownValue> {
    let known = knownNames(of: field)
    guard !known.isEmpty else { return .success(text) }
    var ids: [String] = []
    for part in text.split(separator: ";") {
      let wanted = SearchFold.fold(String(part))
      if wanted.isEmpty { continue }
      let exact = known.first { $0.isNamed(wanted) }
      let near = exact == nil ? known.filter { $0.hasWord(wanted) } : []
      guard let found = exact ?? (near.count == 1 ? near.first : nil) else {
        return .failure(
          UnknownValue(word: String(part), candidates: near.prefix(4).map(\.name)))
      }
      ids.append(found.id)
    }
    return .success(ids.joined(separator: "; "))
  }

  /// What a field says now, as it is typed: each id by a name that leads back to it.
  func words(ofIDs ids: [String], in field: ClaimField) -> String {
    ids.map { id in
      knownNames(of: field).first { $0.id == id }.map { typed($0, in: field) } ?? id
    }.joined(separator: "; ")
  }

  /// A decision on one line: what was decided, about which words of which article; names, no ids.
  func describe(_ decision: Decision) -> String {
    var text = texts.name(of: decision.kind)
    if let key = decision.field {
      let field = ClaimField(rawValue: key)
      let ids = (decision.value ?? "").split(separator: ";").map {
        String($0.drop { $0 == " " })
      }
      let value = field.map { self.words(ofIDs: ids, in: $0) } ?? ids.joined(separator: "; ")
      text += " (\(field.map { texts.name(of: $0) } ?? key)\(value.isEmpty ? "" : ": " + value))"
    }
    guard let claim = decision.claim else { return text }
    let quote = oneLine(claim.quote.isEmpty ? claim.sentence : claim.quote)
    return text + ": \(texts.quoted(quote)), \(source(of: claim))"
  }

  /// The outlet and day of a named claim's article; its id where it is gone.
  func source(of claim: Decision.ClaimName) -> String {
    let article = data.row(of: Article.ID(claim.article)).flatMap { data.reading($0)?.article }
    return article.map { "\($0.publisher), \(day(of: $0))" } ?? claim.article
  }

  /// What is asked, and of which sum; in a narrow place without how it is answered.
  func prompt(_ question: Question, width: Int) -> String {
    let claim: Claim.ID? =
      switch question {
      case .correction(let id, _): id
      case .reason(let request): request.claims.first
      }
    let quote = claim.flatMap { id -> String? in
      guard let reading = data.reading(of: id), let at = data.claim(id)?.amount,
        reading.mentions.indices.contains(at)
      else { return nil }
      return oneLine(reading.mentions[at].quote).clipped(to: 24)
    }
    let about = quote.map { texts.quoted($0) + " · " } ?? ""
    let whole = about + texts.title(of: question)
    return whole.columns <= width ? whole : about + texts.shortTitle(of: question)
  }

  /// A name that leads back to what it names: another of the same name is told by its id.
  private func typed(_ known: KnownName, in field: ClaimField) -> String {
    let folded = SearchFold.fold(known.name)
    return knownNames(of: field).first { $0.isNamed(folded) }?.id == known.id
      ? known.name : known.id
  }

  /// Names for the end of a line being typed: those that begin so, then those with a word that does, in any script; all of
  /// them where nothing is typed yet. None for what is no name.
  func completions(of question: Question, _ line: TextField) -> [KnownName] {
    guard case .correction(_, let field) = question else { return [] }
    var parts = line.text.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    let last = parts.popLast() ?? ""
    let taken = parts.map { SearchFold.fold($0) }
    let known = knownNames(of: field).filter { name in !taken.contains { name.isNamed($0) } }
    let wanted = SearchFold.fold(last)
    guard !wanted.isEmpty else { return known }
    let other = Layouts.retyped(last).map { SearchFold.fold($0) } ?? wanted
    let found = known.filter { $0.hasWord(wanted) || $0.hasWord(other) }
    let first = found.filter { $0.begins(wanted) || $0.begins(other) }
    return first + found.filter { !first.contains($0) }
  }

  /// The line with its end replaced by a name.
  func completed(_ line: TextField, with known: KnownName, for question: Question) -> TextField {
    guard case .correction(_, let field) = question else { return line }
    let before = line.text.split(separator: ";", omittingEmptySubsequences: false).dropLast()
    return TextField(
      (before + [before.isEmpty ? "" : " "]).joined(separator: ";")
        + typed(known, in: field))
  }

  /// Whether a field holds names of the tables and not free text.
  func hasNames(_ field: ClaimField) -> Bool { !knownNames(of: field).isEmpty }

  /// What a field can say, each thing with the names it goes by, the one on the screen first; empty for free text.
  private func knownNames(of field: ClaimField) -> [KnownName] {
    data.answers.nameLists.value(for: (field, texts.language)) {
      makeKnownNames(of: field)
    }
  }

  private func makeKnownNames(of field: ClaimField) -> [KnownName] {
    switch field {
    case .donors, .implementers:
      return tables.organisations.map { found in
        KnownName(
          id: found.id.rawValue,
          names: [texts.full(found.id, tables), texts.short(found.id, tables), found.id.rawValue]
            + found.forms)
      }
    case .sectors:
      return tables.sectors.map { found in
        KnownName(
          id: found.id.rawValue,
          names: [
            texts.name(of: found.id, tables), found.id.rawValue, found.name.uk, found.name.en,
          ])
      }
    case .places:
      // Of places of one name, that of the home city is meant.
      let all = tables.gazetteer.places
      let own = all.filter { tables.gazetteer.lies($0.id, in: home) }
      let others = all.filter { !tables.gazetteer.lies($0.id, in: home) }
      return (own + others).map { found in
        KnownName(
          id: found.label.rawValue,
          names: [texts.name(of: found), found.label.rawValue, found.name.uk, found.name.en]
            + found.aliases)
      }
    case .status:
      return Status.allCases.map {
        KnownName(id: $0.rawValue, names: [texts.name(of: $0), $0.rawValue])
      }
    case .cumulative:
      return [
        KnownName(id: "true", names: [texts.yes, "так", "yes", "true"]),
        KnownName(id: "false", names: [texts.no, "ні", "no", "false"]),
      ]
    case .amount, .instrument, .partOf, .additional, .tranche, .object, .date: return []
    }
  }
}
