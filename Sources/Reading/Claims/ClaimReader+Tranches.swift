import FundingCore

/// What a tranche does not say of itself: it is for what the whole is for, and where.
extension ClaimReader {
  /// "A first tranche, €30 million, came in January": the purpose and the place of the loan told before.
  func shareTranchePurposes(_ drafts: inout [Draft]) {
    for index in drafts.indices.dropFirst() where drafts[index].isTranche {
      let own = document.sums[drafts[index].sum]
      let whole = drafts[..<index].last {
        let sum = document.sums[$0.sum]
        return !$0.isTranche && sum.currency == own.currency && sum.value > own.value
          && own.sentence - sum.sentence <= 8
      }
      guard let whole else { continue }
      if !isSaid(.sectors, drafts[index]), !whole.sectors.isEmpty {
        drafts[index].sectors = whole.sectors
        take(.sectors, from: whole, &drafts[index])
      }
      if !isSaid(.places, drafts[index]), !whole.places.isEmpty {
        drafts[index].places = whole.places
        take(.places, from: whole, &drafts[index])
      }
    }
  }

  /// «Ремонтують міст за субвенцію. Ще 11 млн додало місто»: what is added goes to the same works.
  func shareAdditions(_ drafts: inout [Draft]) {
    for index in drafts.indices.dropFirst()
    where drafts[index].isAdditional && drafts[index].partOf == nil {
      let (before, own) = (drafts[index - 1], drafts[index])
      guard own.sentence - before.sentence <= 1, own.sentence > 0,
        document.sentences[own.sentence].paragraph == document.sentences[before.sentence].paragraph,
        !document.sentences[own.sentence].isBullet,
        document.names(.sector, in: document.sentences[own.sentence].tokens).isEmpty
      else { continue }
      if own.sectors.isEmpty { drafts[index].sectors = before.sectors }
      let tokens = document.sentences[own.sentence].tokens
      let isBare = tokens.count < 10 && !cues(tokens).contains(.purpose)
      if isBare, own.statusRule == "T3" || own.statusRule == "T4", before.status == .ongoing {
        drafts[index].status = .ongoing
      }
    }
  }

  /// Whether a claim's own clause names it.
  private func isSaid(_ field: ClaimField, _ draft: Draft) -> Bool {
    draft.evidence.contains { $0.field == field && ["S1", "P1"].contains($0.rule) }
  }

  private func take(_ field: ClaimField, from whole: Draft, _ draft: inout Draft) {
    draft.evidence.removeAll { $0.field == field }
    for proof in whole.evidence where proof.field == field {
      draft.evidence.append(proof)
    }
  }
}
