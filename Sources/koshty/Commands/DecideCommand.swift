import ArgumentParser
import FundingCore
import FundingStore

/// `koshty decide`: a person's word on what the rules cannot know.
struct DecideCommand: KoshtyCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide",
    abstract: "Рішення людини про твердження. A person's decision about claims.",
    discussion: """
      koshty decide same ARTICLE#N ARTICLE#N --why TEXT       one sum
      koshty decide notSame ARTICLE#N ARTICLE#N --why TEXT    two sums
      koshty decide partOf ARTICLE#N ARTICLE#N --why TEXT     the first lies in the second
      koshty decide notPart ARTICLE#N ARTICLE#N --why TEXT    it does not
      koshty decide notFunding ARTICLE#N --why TEXT           no money for this
      koshty decide wider ARTICLE#N --why TEXT                not for the home city alone
      koshty decide edit ARTICLE#N --field F --value V --why TEXT
      koshty decide undo DECISION --why TEXT                  takes a decision back
      koshty decide list                                      all of them
      A claim is named as explain prints it: its article's id, # and its number.
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(help: "same, notSame, partOf, notPart, notFunding, wider, edit, undo or list.")
  var kind: String

  @Argument(help: "One or two claims, or the decision to take back.")
  var names: [String] = []

  @Option(help: "The field that edit corrects.")
  var field: String?

  @Option(help: "Its new value; lists are cut at semicolons.")
  var value: String?

  @Option(help: "Who decides; the user's name by default.")
  var who: String?

  @Option(help: "Why: kept with the decision.")
  var why: String?

  func validate() throws {
    if kind == "list" { return }
    guard let kind = Decision.Kind(rawValue: kind) else {
      let kinds = Decision.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("There is no decision \u{201C}\(self.kind)\u{201D}: \(kinds), list.")
    }
    guard let why, !why.isEmpty else {
      throw ValidationError("Say --why; it is kept with the decision.")
    }
    let wanted =
      switch kind {
      case .same, .notSame, .partOf, .notPart: 2
      case .notFunding, .wider, .edit, .confirm, .undo: 1
      }
    guard names.count == wanted else {
      throw ValidationError("\(kind.rawValue) takes \(wanted == 1 ? "one name" : "two claims").")
    }
    if kind == .edit, field == nil || value == nil {
      throw ValidationError("edit takes --field and --value.")
    }
  }

  func perform() throws(StoreError) -> Outcome {
    let library = try LoadedLibrary(try Context(options))
    guard let kind = Decision.Kind(rawValue: kind) else { return list(library) }
    var claims: [Claim.ID] = []
    if kind != .undo { for name in names { claims.append(try claim(name)) } }
    let maker = DecisionMaker(library: library)
    let decision = try maker.decision(
      kind, claims, field: field, value: value, undoes: kind == .undo ? names.first : nil, who: who,
      why: why ?? "")
    let (own, isNew) = try maker.record(decision)
    if isNew {
      Output.say(
        library.context.text(
          "поставлену бібліотеку не змінюють, тож створено вашу власну: \(own.path)",
          "the shipped library is never written to, so your own was made: \(own.path)"))
    }
    Output.line(decision.id)
    return .done
  }

  private func list(_ library: LoadedLibrary) -> Outcome {
    let (decisions, findings) = DecisionLog(library: library.context.library).decisions()
    for finding in findings { Output.say(FindingLine.text(finding)) }
    let undone = Set(decisions.compactMap(\.undoes))
    for decision in decisions {
      let claims = [decision.claim, decision.other].compactMap { $0 }
        .map { "\($0.article) «\($0.quote)»" }.joined(separator: " · ")
      let edit = decision.field.map { " \($0) = \(decision.value ?? "")" } ?? ""
      let back =
        undone.contains(decision.id) ? library.context.text(" (скасовано)", " (taken back)") : ""
      Output.line(
        Sanitised.line(
          "\(decision.id)  \(decision.when)  \(decision.who)  \(decision.kind.rawValue)\(edit)  "
            + "\(claims)\(decision.undoes ?? "")  — \(decision.why)\(back)"))
    }
    return decisions.isEmpty ? .nothingFound : .done
  }

  private func claim(_ name: String) throws(StoreError) -> Claim.ID {
    guard let mark = name.lastIndex(of: "#"), let index = Int(name[name.index(after: mark)...])
    else {
      throw StoreError(path: name, reason: "a claim is named as ARTICLE#N")
    }
    return Claim.ID(Article.ID(String(name[..<mark])), index)
  }
}
