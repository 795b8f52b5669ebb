import FundingCore

/// `decisions.jsonl` of a library: one decision a line, only ever added to, each flushed to the disk.
///
/// - Shape: `{"id","kind","claim":{"article","sentence","quote"},"other","field","value","undoes","who","when","why"}`;
///   members that do not apply are left out. A line takes another back by `"kind":"undo","undoes":"<id>"`.
public struct DecisionLog: Sendable {
  private let path: String

  public init(library: Library) { path = "\(library.path)/decisions.jsonl" }

  /// All decisions, in the order they were made.
  ///
  /// - Errors: findings with line; the other lines count.
  public func decisions() -> (decisions: [Decision], findings: [Finding]) {
    guard FileSystem.exists(path) else { return ([], []) }
    let bytes: [UInt8]
    do throws(StoreError) {
      bytes = try FileSystem.read(path)
    } catch {
      let finding = Finding(
        .error, code: "unreadable", at: .init(file: "decisions.jsonl"),
        "The file cannot be read: \(error.reason).",
        remedy: "Mend its permissions; no decision was applied.")
      return ([], [finding])
    }
    var decisions: [Decision] = []
    var findings: [Finding] = []
    for (at, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated()
    where !line.allSatisfy({ $0 <= 32 }) {
      if let decision = (try? JSON.parse(line)).flatMap(DecisionLog.decision) {
        decisions.append(decision)
      } else {
        findings.append(
          Finding(
            .error, code: "not-a-decision", at: .init(file: "decisions.jsonl", line: at + 1),
            "The line is no decision.", remedy: "Mend it or take it out; the others were applied.",
            excerpt: String(decoding: line.prefix(120), as: UTF8.self)))
      }
    }
    return (decisions, findings)
  }

  /// Adds a decision and waits until it is on the disk.
  public func append(_ decision: Decision) throws(StoreError) {
    var json = JSONWriter()
    DecisionLog.write(decision, into: &json)
    json.newline()
    // A line that an interrupted write left open is ended first, so that it does not swallow this one.
    let existing = FileSystem.exists(path) ? try FileSystem.read(path) : []
    let isOpen = existing.last.map { $0 != 10 } ?? false
    try FileSystem.append((isOpen ? [10] : []) + json.bytes, to: path)
  }

  private static func decision(_ json: JSON) -> Decision? {
    guard let id = json["id"]?.string, !id.isEmpty,
      let kind = json["kind"]?.string.flatMap({ Decision.Kind(rawValue: $0) })
    else { return nil }
    func claim(_ name: String) -> Decision.ClaimName? {
      guard let value = json[name], let article = value["article"]?.string else { return nil }
      return Decision.ClaimName(
        article: article, sentence: value["sentence"]?.string ?? "",
        quote: value["quote"]?.string ?? "")
    }
    return Decision(
      id: id, kind: kind, claim: claim("claim"), other: claim("other"),
      field: json["field"]?.string,
      value: json["value"]?.string, undoes: json["undoes"]?.string, who: json["who"]?.string ?? "",
      when: json["when"]?.string ?? "", why: json["why"]?.string ?? "")
  }

  private static func write(_ decision: Decision, into json: inout JSONWriter) {
    func text(_ name: StaticString, _ value: String?, _ json: inout JSONWriter) {
      guard let value else { return }
      json.name(name)
      json.string(value)
    }
    func claim(_ name: StaticString, _ claim: Decision.ClaimName?, _ json: inout JSONWriter) {
      guard let claim else { return }
      json.name(name)
      json.object { json in
        text("article", claim.article, &json)
        text("sentence", claim.sentence, &json)
        text("quote", claim.quote, &json)
      }
    }
    json.object { json in
      text("id", decision.id, &json)
      text("kind", decision.kind.rawValue, &json)
      claim("claim", decision.claim, &json)
      claim("other", decision.other, &json)
      text("field", decision.field, &json)
      text("value", decision.value, &json)
      text("undoes", decision.undoes, &json)
      text("who", decision.who, &json)
      text("when", decision.when, &json)
      text("why", decision.why, &json)
    }
  }
}
