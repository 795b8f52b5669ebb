/// Whether a statement without a sum says again what the article claimed before.
extension ClaimReader {
  /// Told before: the same payers for nothing new.
  func repeats(_ draft: Draft, _ drafts: [Draft]) -> Bool {
    // As far back as any article goes, so that the cost stays linear in texts that are none.
    (max(0, drafts.count - 400)..<drafts.count).contains { repeats(draft, drafts[$0]) }
  }

  private func repeats(_ draft: Draft, _ other: Draft) -> Bool {
    (draft.donors.contains { other.donors.contains($0) || other.workers.contains($0) }
      || isTitle(draft) && sharesCountry(draft, other))
      && (draft.sectors.allSatisfy { other.sectors.contains($0) }
        || isTitle(draft) && draft.donors.allSatisfy { other.workers.contains($0) }
          && draft.sectors.contains { other.sectors.contains($0) })
      && (other.sum >= 0 && !isMore(draft, other) || other.status == draft.status
        || draft.sentence > other.sentence && draft.sentence - other.sentence <= 3
          && tellsPurchase(draft.sentence, of: other.sentence)
        || document.sentences[draft.sentence].part == .title)
      && !isElsewhere(draft, other)
      || saysAgain(draft, other)
  }

  private func isTitle(_ draft: Draft) -> Bool {
    document.sentences[draft.sentence].part == .title
  }

  /// "Berlin to pay" above a text on the ministry in Berlin: a government and an institution of its state.
  private func sharesCountry(_ draft: Draft, _ other: Draft) -> Bool {
    draft.donors.contains { id in
      guard let body = facts.body(id) else { return false }
      // «Генератори від Червоного Хреста» above a text on one that bears this name.
      if body.isGeneric { return (other.donors + other.workers).contains { isLike(id, $0) } }
      guard body.isCountry else { return false }
      return other.donors.contains {
        facts.body($0)?.country == body.country && facts.body($0)?.isUkrainian == false
      }
    }
  }

  private func isLike(_ generic: Int32, _ id: Int32) -> Bool {
    guard id >= 0, facts.bodies.indices.contains(Int(id)) else { return false }
    let name = core.tables.organisations[Int(generic)].name.en
    return id == generic || core.tables.organisations[Int(id)].name.en.holds(name)
  }

  /// «ще 12 будинків»: more of the same, in another state.
  private func isMore(_ draft: Draft, _ other: Draft) -> Bool {
    draft.status != other.status && document.first(.more, in: draft.segment) != nil
  }

  /// Beside a claim's own sentence: the same payer or its agency again.
  private func saysAgain(_ draft: Draft, _ other: Draft) -> Bool {
    guard other.sum >= 0, document.first(.more, in: draft.segment) == nil,
      !isElsewhere(draft, other)
    else { return false }
    let sharesPurpose = draft.sectors.contains { other.sectors.contains($0) }
    if sharesPurpose, isThanked(draft), draft.donors.allSatisfy({ other.workers.contains($0) }) {
      return true
    }
    guard other.statements.contains(where: { abs($0 - draft.sentence) <= 1 }) else { return false }
    if !draft.workers.isEmpty, draft.workers.allSatisfy({ other.workers.contains($0) }),
      draft.donors.allSatisfy({ other.donors.contains($0) }),
      !draft.evidence.contains(where: { $0.field == .places && $0.rule == "P1" })
    {
      return true
    }
    return draft.donors.allSatisfy { other.workers.contains($0) }
      || draft.donors.allSatisfy { other.donors.contains($0) }
        && sharesPurpose
  }

  /// «Завдяки ЮНОПС відновлено сотні осель»: a thanked agency, which may well have spent the money told before.
  private func isThanked(_ draft: Draft) -> Bool {
    draft.evidence.contains { $0.field == .donors && $0.rule == "D7" }
  }

  /// Whether a claim's own sentence names a place that lies apart from those of another.
  private func isElsewhere(_ draft: Draft, _ other: Draft) -> Bool {
    guard !draft.places.isEmpty, !other.places.isEmpty,
      draft.evidence.contains(where: { $0.field == .places && isBeside($0, draft) })
    else { return false }
    return !other.places.contains(where: draft.places.contains)
      && draft.places.contains { place in
        other.places.allSatisfy { !facts.lies(place, in: $0) && !facts.lies($0, in: place) }
      }
  }

  /// Whether a place is told in a claim's own sentence or right before it in the paragraph.
  private func isBeside(_ proof: Draft.Proof, _ draft: Draft) -> Bool {
    let at = Int(document.sentenceOf[proof.tokens.lowerBound])
    return proof.rule == "P1"
      || proof.rule == "P4" && at == draft.sentence - 1
        && document.sentences[at].part == .text
        && document.sentences[at].paragraph == document.sentences[draft.sentence].paragraph
  }
}
