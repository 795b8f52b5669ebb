extension FundingTable {
  /// The money of a selection, told by a dimension.
  ///
  /// - Shape: `currencies: false` leaves out the sums in stated currencies, `counts: false` the numbers of projects and
  ///   articles; each costs a pass of its own.
  /// - Cost: one pass over the selected rows, then work by sets and families only.
  public func summary(
    by dimension: Dimension, of selection: Selection, currencies: Bool = true, counts: Bool = true
  ) -> Summary {
    var adder = Adder(self, index(of: dimension), currencies: currencies)
    adder.add(selection)
    var summary = Summary(
      dimension: dimension, total: adder.total, groups: [], wider: adder.wider, cityWide: nil,
      counts: adder.counts)
    summary.groups = groups(of: adder, dimension)
    if counts {
      let rows = selection.intersection(homeRows)
      summary.counts.projects = projects(paidBy: rows).count
      summary.counts.articles = articlesOfRow.union(of: rows, below: articleCount).count
    }
    return summary
  }

  /// The money a filter finds, told by a dimension; under a filter by district with the city's own beside it.
  public func summary(by dimension: Dimension, filter: Filter, currencies: Bool = true) -> Summary {
    var result = summary(by: dimension, of: select(filter), currencies: currencies)
    result.cityWide = cityWide(filter, currencies: currencies)
    return result
  }

  /// The sum of a selection, each funding once.
  public func total(of selection: Selection, currencies: Bool = true) -> Total {
    var adder = Adder(self, index(of: .state), currencies: currencies)
    adder.add(selection)
    return adder.total
  }

  /// What a filter by district would find for the city as a whole; `nil` where it names no district.
  public func cityWide(_ filter: Filter, currencies: Bool = true) -> Total? {
    guard
      filter.clauses.contains(where: {
        $0.field == .dimension(.district) && !$0.isNegated && $0.values != [""]
      })
    else { return nil }
    var other = filter.without(.dimension(.district))
    other.set(.district, to: "")
    // What is for a district as well stays with the district.
    let rows = select(other)
    var alone = rows
    let districts = index(of: .district)
    let column = columns[.places].codes
    let isAlone = (0..<districts.valuesOfSet.count).map {
      districts.valuesOfSet[$0].elementsEqual([UInt32(districts.none)])
    }
    rows.visit { if !isAlone[column[$0]] { alone.remove($0) } }
    var sum = total(of: alone, currencies: currencies)
    sum.usd.isAbout = isAbout(alone)
    return sum
  }

  private func groups(of adder: Adder, _ dimension: Dimension) -> [Summary.Group] {
    let index = index(of: dimension)
    let groups = index.ids.indices.filter { adder.groups.isNamed[$0] }.map {
      adder.groups.group($0, id: index.ids[$0])
    }
    switch dimension {
    case .sector, .district, .status, .year, .month, .state, .instrument: return groups
    case .donor, .implementer, .source, .place:
      // Most money first, none stated last; equal sums in the tables' order.
      return groups.enumerated().sorted { a, b in
        if a.element.id.isEmpty != b.element.id.isEmpty { return b.element.id.isEmpty }
        let left = a.element.whole.usd.low
        let right = b.element.whole.usd.low
        return left == right ? a.offset < b.offset : left > right
      }.map(\.element)
    }
  }
}
