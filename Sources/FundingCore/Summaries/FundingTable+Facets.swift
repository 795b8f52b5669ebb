extension FundingTable {
  /// For every value of every dimension asked for: what would remain if the dimension were held to it.
  ///
  /// - Shape: a dimension's own clauses are left out of its own counts, all others hold. Values in the order of tables
  ///   and calendars, only those that some row of the table has.
  public func facets(
    _ filter: Filter, of dimensions: [Dimension] = Dimension.allCases,
    isCancelled: () -> Bool = { false }
  ) -> [Dimension: [FacetValue]]? {
    guard let all = select(filter, isCancelled: isCancelled) else { return nil }
    var result: [Dimension: [FacetValue]] = [:]
    // Dimensions that read the same column share its pass.
    var sums: [SetColumnName: SetSums] = [:]
    for dimension in dimensions {
      let others = filter.without(.dimension(dimension))
      if others == filter {
        let column = index(of: dimension).column
        let known = sums[column] ?? setSums(column, all)
        sums[column] = known
        result[dimension] = facet(dimension, of: all, known, filter)
      } else {
        guard let rows = select(others, isCancelled: isCancelled) else { return nil }
        result[dimension] = facet(dimension, of: rows, nil, filter)
      }
      if isCancelled() { return nil }
    }
    return result
  }

  /// The values of one dimension over rows that the caller selected: those of the filter without the dimension's own
  /// clauses.
  public func facet(_ dimension: Dimension, of rows: Selection, _ filter: Filter) -> [FacetValue] {
    facet(dimension, of: rows, nil, filter)
  }

  private func facet(
    _ dimension: Dimension, of rows: Selection, _ sums: SetSums?, _ filter: Filter
  ) -> [FacetValue] {
    let index = index(of: dimension)
    var counts = [Int](repeating: 0, count: index.ids.count)
    var adder = Adder(self, index, currencies: false)
    adder.add(rows, sums)
    for (set, count) in adder.rowsOfSet.enumerated() where count > 0 {
      for value in index.valuesOfSet[set] { counts[Int(value)] += count }
    }
    let chosen = Set(filter.values(of: dimension))
    let excluded = Set(filter.excluded(dimension))
    return index.ids.indices.compactMap { value in
      let id = index.ids[value]
      guard counts[value] > 0 || value != index.none else { return nil }
      return FacetValue(
        id: id, count: counts[value], usd: adder.groups.whole[value].ends,
        isChosen: chosen.contains(id),
        isExcluded: excluded.contains(id))
    }
  }
}
