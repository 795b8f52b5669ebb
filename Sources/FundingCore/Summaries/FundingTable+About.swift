extension FundingTable {
  /// Marks the sums of a summary in which a stated sum is only about so much: a total says no more than what it adds up.
  ///
  /// - Shape: a part of a total that is selected as well says nothing of the sum, because the total is what counts.
  /// - Cost: one pass over those of the selected rows that are only about so much.
  public func markAbout(_ summary: inout Summary, of selection: Selection) {
    var rows = rowsAbout(selection)
    guard !rows.isEmpty else { return }
    summary.wider.usd.isAbout = rows.sharedCount(with: widerRows) > 0
    rows.formIntersection(homeRows)
    summary.total.usd.isAbout = !rows.isEmpty
    let index = index(of: summary.dimension)
    let codes = columns[index.column].codes
    var own = Set<UInt32>()
    var shared = Set<UInt32>()
    // Rows only name their sets: there are many rows, and few sets.
    let sets = index.valuesOfSet.count
    var isNamed = [Bool](repeating: false, count: sets)
    let (first, second) = Beside.halves(of: rows)
    var isNamedToo = [Bool](repeating: false, count: second.isEmpty ? 0 : sets)
    Beside.both(rows: count) {
      rows.visit(first) { isNamed[codes[$0]] = true }
    } _: {
      rows.visit(second) { isNamedToo[codes[$0]] = true }
    }
    for set in 0..<sets where isNamed[set] || !second.isEmpty && isNamedToo[set] {
      let values = index.valuesOfSet[set]
      if values.count > 1 { shared.formUnion(values) } else { own.formUnion(values) }
    }
    let ownIDs = Set(own.map { index.ids[Int($0)] })
    let sharedIDs = Set(shared.map { index.ids[Int($0)] })
    for at in summary.groups.indices {
      let id = summary.groups[at].id
      summary.groups[at].own.usd.isAbout = ownIDs.contains(id)
      summary.groups[at].shared.usd.isAbout = sharedIDs.contains(id)
      summary.groups[at].whole.usd.isAbout = ownIDs.contains(id) || sharedIDs.contains(id)
    }
  }

  /// Whether what a selection adds to the total of home is only about so much.
  func isAbout(_ selection: Selection) -> Bool {
    rowsAbout(selection).sharedCount(with: homeRows) > 0
  }

  /// The selected rows that are only about so much, and lie in no other that is selected as well.
  private func rowsAbout(_ selection: Selection) -> Selection {
    var rows = selection.intersection(simple.about)
    let members = rows.intersection(families.members)
    let (first, second) = Beside.halves(of: rows)
    rows.words.withUnsafeMutableBufferPointer { words in
      // Each half takes away from words of its own.
      let words = words
      func leave(_ range: Range<Int>) {
        members.visit(range) { row in
          if families.isInside(row, selection) { words[row >> 6] &= ~(1 << UInt64(row & 63)) }
        }
      }
      Beside.both(rows: count) {
        leave(first)
      } _: {
        leave(second)
      }
    }
    return rows
  }

  /// Whether a sum that a project counts is only about so much.
  public func isAbout(project: Int) -> Bool {
    guard project >= 0, project < projectCount else { return false }
    return projectColumns.fundings[project].contains { row in
      simple.about.contains(Int(row)) && columns.state(at: Int(row)) != .part
    }
  }
}

extension FamilyIndex {
  /// Whether a total that a row lies in is selected.
  fileprivate func isInside(_ row: Int, _ selection: Selection) -> Bool {
    guard let place = place(of: row) else { return false }
    let start = Int(starts[place.family])
    var member = place.local
    while parents[start + member] >= 0 {
      member = Int(parents[start + member])
      if selection.contains(Int(rows[start + member])) { return true }
    }
    return false
  }
}
