extension FundingTable {
  /// Reads the columns that a filter and its totals read, once, and adds their numbers up: the floor that measurements
  /// of ``select(_:)`` and ``summary(by:of:currencies:)`` are held against. The result means nothing. Sums are read whole,
  /// as they are held, not by their low bits.
  package func plainSum(of filter: Filter, by dimension: Dimension) -> Int64 {
    var sum: Int64 = 0
    for clause in filter.clauses {
      switch clause.field {
      case .since, .until: sum &+= columns.days.plainSum
      case .dimension(let dimension): sum &+= columns[index(of: dimension).column].codes.plainSum
      case .text: for name in SetColumnName.allCases { sum &+= columns[name].codes.plainSum }
      }
    }
    return sum &+ columns[index(of: dimension).column].codes.plainSum &+ columns.usd.codes.plainSum
      &+ columns.usd.values.plainSum
  }

  /// The bytes a table's columns take, by what they hold.
  package var footprint: [(name: String, bytes: Int)] {
    let codes = SetColumnName.allCases.reduce(0) { $0 + columns[$1].codes.footprint }
    let sums =
      columns.usd.values.footprint + simple.cents.footprint + columns.native.values.footprint
      + columns.usd.codes.footprint
      * 2
    let rest =
      columns.currencies.footprint + columns.bounds.footprint + columns.days.footprint
      + columns.objects.footprint
      + columns.childRows.footprint * 2
    let projects =
      projectColumns.count * (2 + 4 + 4 + 4 + 1 + 4 + 4) + projectColumns.fundings.footprint
      + projectsOfRow.footprint + count * 2
    return [("codes", codes), ("sums", sums), ("rest", rest), ("projects", projects)]
  }
}

extension CodeColumn {
  fileprivate var plainSum: Int64 {
    switch width {
    case .one: bytes.plainSum
    case .two: shorts.plainSum
    case .four: longs.plainSum
    }
  }

  fileprivate var footprint: Int { bytes.footprint + shorts.footprint + longs.footprint }
}

extension Lists {
  fileprivate var footprint: Int { starts.footprint + values.footprint }
}

extension Array {
  fileprivate var footprint: Int { count * MemoryLayout<Element>.stride }
}

extension Array where Element: FixedWidthInteger {
  fileprivate var plainSum: Int64 {
    withUnsafeBufferPointer { numbers in
      var sum: Int64 = 0
      for number in numbers { sum &+= Int64(truncatingIfNeeded: number) }
      return sum
    }
  }
}

extension FundingTable {
  /// Rows of totals and parts, which other programs would need a query of their own for.
  package var familyRows: Selection { families.members }

  /// Rows that count for home by themselves, as tab-separated lines for other programs: row, sector set, place set,
  /// status, day, low end, high end (empty where unknown). `set` gets a line for each value of each set:
  /// column, set, value, how many values the set has.
  package func exportRows(row: (String) -> Void, set: (String) -> Void) -> Int {
    for dimension in [Dimension.sector, .district, .status] {
      let index = index(of: dimension)
      for code in 0..<index.valuesOfSet.count {
        let values = index.valuesOfSet[code]
        for value in values {
          set("\(dimension.rawValue)\t\(code)\t\(index.ids[Int(value)])\t\(values.count)\n")
        }
      }
    }
    let rows = homeRows.subtracting(families.members)
    rows.visit { at in
      let ends = columns.usd.ends(at: at)
      let isTold = columns.usd.code(at: at) != .none && columns.usd.code(at: at) != .untold
      row(
        "\(at)\t\(columns[.sectors].codes[at])\t\(columns[.places].codes[at])\t\(columns[.statuses].codes[at])"
          + "\t\(columns.days[at])\t\(ends.low)\t\(isTold ? ends.high.map(String.init) ?? "" : "0")\n"
      )
    }
    return rows.count
  }
}
