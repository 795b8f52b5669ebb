import FundingCore

/// Money that a filter by donor finds and others pay as well.
struct JointMoney: Equatable, Sendable {
  var partners: [Organisation.ID]
  /// How much of it; `nil` where several donors are asked for.
  var shared: Ends?
}

extension DashboardData {
  /// Who else pays what a filter by donor, or a search for one, finds: money given jointly is never split, so it is
  /// told with its partners. `nil` where no donor is asked for, or all pay alone.
  func jointMoney(_ filter: Filter) -> JointMoney? {
    answers.jointMoneys.value(for: filter) {
      guard filter.clauses.contains(where: { $0.field == .text || $0.field == .dimension(.donor) })
      else { return nil }
      // Most searches name no donor at all, and the index says so at once.
      if filter.values(of: .donor).isEmpty {
        let words = words(of: filter)
        guard words.contains(where: table.namesDonor),
          !table.hasOtherMoney(than: words, in: selection(filter))
        else { return nil }
      }
      let summary = summary(filter, by: .donor)
      let groups = summary.groups
      let asked = askedDonors(filter, among: groups)
      let own = groups.filter { asked.contains($0.id) }
      guard !own.isEmpty else { return nil }
      // A word may find other money than that of the donor whose name it begins: a city's name finds all of it.
      guard
        !filter.values(of: .donor).isEmpty
          || own.count == 1 && own[0].whole.usd == summary.total.usd
      else { return nil }
      let partners = groups.filter { group in
        !group.id.isEmpty && !asked.contains(group.id)
          && !(group.shared.usd.isZero && group.own.usd.isZero)
      }
      guard !partners.isEmpty else { return nil }
      return JointMoney(
        partners: partners.map { Organisation.ID($0.id) },
        shared: own.count == 1 ? own[0].shared.usd : nil)
    }
  }

  /// The donor a search is the whole name of, where the search finds other money as well: what articles of its own
  /// gifts say beside them. `nil` beside filters of another kind.
  func donorSearched(_ filter: Filter) -> (id: Organisation.ID, usd: Ends)? {
    guard !filter.isEmpty,
      filter.clauses.allSatisfy({ $0.field == .text && !$0.isNegated && $0.values.count == 1 })
    else { return nil }
    let name = SearchFold.fold(filter.clauses.map { $0.values[0] }.joined(separator: " "))
    guard name.utf8.count > 1, case let summary = summary(filter, by: .donor) else { return nil }
    let named = summary.groups.prefix(100).filter { group in
      let forms = tables.organisation(Organisation.ID(group.id))?.forms ?? []
      return forms.contains { SearchFold.fold($0) == name }
    }
    guard let donor = named.first, named.count == 1, donor.whole.usd != summary.total.usd
    else { return nil }
    return (Organisation.ID(donor.id), donor.whole.usd)
  }

  /// The words a filter looks for in the forms they are found in, folded; single letters ask for nobody.
  private func words(of filter: Filter) -> [[UInt8]] {
    // A letter of one script may be two of the form it is found in.
    let longer = filter.clauses.compactMap { clause -> Filter.Clause? in
      guard clause.field == .text else { return nil }
      var clause = clause
      clause.values.removeAll { $0.count < 2 }
      return clause.values.isEmpty ? nil : clause
    }
    return longer.isEmpty ? [] : table.pattern(of: Filter(longer)).forms.filter { $0.count > 1 }
  }

  /// The donors a filter names, or whose names begin with the words it looks for.
  private func askedDonors(_ filter: Filter, among groups: [Summary.Group]) -> Set<String> {
    let named = filter.values(of: .donor)
    if !named.isEmpty { return Set(named) }
    let words = words(of: filter)
    guard !words.isEmpty else { return [] }
    let found = groups.prefix(100).map(\.id).filter { id in
      let names = foldedNames(of: id)
      return words.contains { word in names.contains { $0.starts(with: word) } }
    }
    // A word that many names begin with asks for none of them.
    return found.count > 3 ? [] : Set(found)
  }

  /// The words of everything a donor is called, folded once: a search asks at every key.
  private func foldedNames(of donor: String) -> [[UInt8]] {
    if let known = knownNames[donor] { return known }
    let forms = tables.organisation(Organisation.ID(donor))?.forms ?? []
    let words = Set(forms.flatMap { SearchFold.fold($0).utf8.split(separator: 32).map(Array.init) })
    knownNames[donor] = Array(words)
    return Array(words)
  }
}

extension Organisation {
  /// All it is called: names, abbreviations and other forms, in every language.
  var forms: [String] {
    [name.uk, name.en, name.ru] + abbreviations + aliases.uk + aliases.en + aliases.ru
  }
}
