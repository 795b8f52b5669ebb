/// What the selected simple rows add up to in the currencies they were stated in, for each set of a column.
struct CurrencySums {
  private let columns: FundingColumns
  private let codes: CodeColumn
  private let sets: Int

  init(_ columns: FundingColumns, _ codes: CodeColumn, sets: Int) {
    self.columns = columns
    self.codes = codes
    self.sets = sets
  }

  /// For each set, its currencies. Neither selection may hold a row too large to add unchecked.
  func bySet(_ selection: Selection, _ mask: Selection) -> [[Currency: Ends]] {
    let kinds = columns.currencyList.count
    var cells = [Ends?](repeating: nil, count: sets * kinds)
    selection.intersection(mask).visit { row in
      let currency = Int(columns.currencies[row])
      guard currency < kinds else { return }
      cells[codes[row] * kinds + currency, default: .zero] += columns.native.ends(at: row)
    }
    return (0..<sets).map { set in
      var result: [Currency: Ends] = [:]
      for (kind, currency) in columns.currencyList.enumerated() {
        if let ends = cells[set * kinds + kind] { result[currency] = ends }
      }
      return result
    }
  }
}

extension Array where Element == Ends? {
  fileprivate subscript(index: Int, default start: Ends) -> Ends {
    get { self[index] ?? start }
    set { self[index] = newValue }
  }
}

extension FundingColumns {
  /// The currency a row's sum was stated in; `nil` where there is none.
  func currency(at row: Int) -> Currency? {
    let code = Int(currencies[row])
    return code < currencyList.count ? currencyList[code] : nil
  }
}
