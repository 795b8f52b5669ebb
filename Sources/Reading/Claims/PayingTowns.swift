import FundingCore

/// Towns that pay without a verb of paying.
extension PartyReader {
  /// «обійшлося громаді в 6 млн», «стоило городу»: whom something cost has paid for it.
  func costs(_ index: Int, _ sentence: Sentence) -> Bool {
    guard hasSum(sentence) else { return false }
    let near =
      max(
        sentence.tokens.lowerBound, index - 3)..<min(sentence.tokens.upperBound, index + 4)
    return near.contains {
      let token = document.tokens[$0]
      return token.cues.contains(.cost)
        && PartyReader.costVerbs.contains {
          document.begins(token, with: $0)
        }
    }
  }

  static let datives = WordSet("громаді місту громаде городу общине державі государству")
  private static let costVerbs: [StaticString] = ["обій", "обош", "обой", "кошту", "стои"]

  /// «фундаменти залило місто»: a past in the neuter right before its subject.
  func builds(_ index: Int, _ sentence: Sentence) -> Bool {
    guard index > sentence.tokens.lowerBound, hasSum(sentence),
      PartyReader.towns.contains(document.tokens[index].hash)
    else { return false }
    let before = document.tokens[index - 1]
    return before.kind == .word && before.cues.isDisjoint(with: PartyReader.noPayment)
      && document.ends(before, with: "ло") && before.end - before.start > 6
  }

  private static let towns = WordSet("місто")

  /// «оплатили Польща і громада», "Poland and the municipality split": named beside a payer in one list.
  func sharesCost(_ index: Int, _ sentence: Sentence) -> Bool {
    let the = document.tokens[index - 1].hash == PartyReader.the ? 1 : 0
    let joint = index - 1 - the
    guard joint > sentence.tokens.lowerBound, document.tokens[joint].cues.contains(.and),
      !document.cues(sentence.tokens).isDisjoint(with: [.give]), hasSum(sentence)
    else { return false }
    let before = document.firstName(from: joint) - 1
    guard before >= 0 else { return false }
    let name = document.names[before]
    return name.kind == .organisation && name.tokens.upperBound == joint
      && (name.isStranger || facts.body(name.id)?.isPublic == false)
  }
}
