import FundingCore

/// Sums whose own clause says nothing of them: they continue a list, a question or another sum.
extension RoleReader {
  func inherited(_ index: Int, _ last: Verdict?) -> Verdict? {
    let sum = document.sums[index]
    let cost = Int(Governors.far) - 1
    if let last, index > 0, document.sums[index - 1].sentence == sum.sentence {
      return Verdict(last.next, cost)
    }
    let at = Int(sum.sentence)
    if isPaid(at) { return Verdict(.funding, 30) }
    guard let head = head(of: at) else {
      return isTitle(at) && hasPayer ? Verdict(.funding, cost) : nil
    }
    if let role = lastRole(in: head) { return Verdict(role, cost) }
    if let role = role(by: head) { return Verdict(role, cost) }
    // «Що в переліку:» only opens the list of what the sentence above sums up.
    if document.sentences[at].isBullet, head > 0, document.sentences[head].tokens.count < 7,
      document.sentences[head - 1].part == .text, let role = lastRole(in: head - 1),
      role != .other
    {
      return Verdict(role, cost)
    }
    // «Заплатить місто. Йдеться про такі заклади:»: the line above the list only opens it.
    guard document.sentences[at].isBullet, head > 0, document.sums(in: head).isEmpty,
      document.sums(in: head - 1).isEmpty
    else { return nil }
    return role(by: head - 1).map { Verdict($0, cost) }
  }

  /// The first of several sums of a sentence, whose verb may stand behind the last: «5 млн євро і 3 млн крон дасть…».
  func leads(_ index: Int) -> Bool {
    let sums = document.sums(in: Int(document.sums[index].sentence))
    return sums.count > 1 && sums.lowerBound == index
  }

  private func isTitle(_ sentence: Int) -> Bool { document.sentences[sentence].part == .title }

  /// The sentence that governs this one: the line above a list, the question before an answer, the sum continued.
  private func head(of sentence: Int) -> Int? {
    var at = sentence - 1
    if document.sentences[sentence].isBullet {
      let least = max(0, sentence - RoleReader.longestList)
      while at >= least, document.sentences[at].isBullet, !isPaid(at) { at -= 1 }
      return at >= least ? at : nil
    }
    guard at >= 0, document.sentences[at].part == document.sentences[sentence].part else {
      return nil
    }
    let tokens = document.sentences[sentence].tokens
    let opening = cues(tokens.lowerBound..<min(tokens.upperBound, tokens.lowerBound + 5))
    let continues = !opening.isDisjoint(with: [.more, .partOf, .this, .and, .about, .total])
    let isNear = document.sentences[at].paragraph == document.sentences[sentence].paragraph
    return continues || tokens.count < 14 && (isNear || at == 0) ? at : nil
  }

  /// A line further above than this governs no item, so that a list costs no more an item the longer it is.
  private static let longestList = 400

  private func lastRole(in sentence: Int) -> AmountRole? {
    document.sums(in: sentence).last.map { document.sums[$0].role }
  }

  /// What the words of a governing sentence make of the sums below it.
  private func role(by sentence: Int) -> AmountRole? {
    let all = document.cuesOf[sentence]
    if all.contains(.ruin) { return .damage }
    if all.contains(.lacks) { return .need }
    if isPaid(sentence) { return .funding }
    if !all.isDisjoint(with: [.charged, .owed, .taken, .seized]) { return .other }
    let funds: Cues = [
      .give, .allocated, .fund, .grant, .loan, .receive, .raised, .tender, .works, .programme,
      .done,
      .makes, .bears, .stateMoney, .cityMoney, .oblastMoney,
    ]
    return all.isDisjoint(with: funds) ? nil : .funding
  }
}
