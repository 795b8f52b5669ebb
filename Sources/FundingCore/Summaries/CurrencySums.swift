/// What the selected simple rows add up to in the currencies they were stated in, for each set of a column.
struct CurrencySums {
  private let columns: FundingColumns
  private let kinds: [UInt8]
  private let codes: CodeColumn
  private let sets: Int

  init(_ columns: FundingColumns, _ kinds: [UInt8], _ codes: CodeColumn, sets: Int) {
    self.columns = columns
    self.kinds = kinds
    self.codes = codes
    self.sets = sets
  }

  /// For each set, its currencies.
  func bySet(_ selection: Selection, isWider: Bool) -> [[Currency: Ends]] {
    guard sets > 0 else { return [] }
    let currencies = columns.currencyList
    var cells = [Ends?](repeating: nil, count: sets * currencies.count)
    let native = columns.native
    selection.visit { row in
      let currency = Int(columns.currencies[row])
      let isSimple =
        kinds[row] != SetSums.otherKind && (kinds[row] >= SetSums.widerOffset) == isWider
      guard currency < currencies.count, isSimple else { return }
      let cell = codes[row] * currencies.count + currency
      cells[cell] = (cells[cell] ?? .zero) + native.ends(at: row)
    }
    return (0..<sets).map { set in
      var result: [Currency: Ends] = [:]
      for (kind, currency) in currencies.enumerated() {
        if let ends = cells[set * currencies.count + kind] { result[currency] = ends }
      }
      return result
    }
  }
}

extension FundingColumns {
  /// The currency a row's sum was stated in; `nil` where there is none.
  func currency(at row: Int) -> Currency? {
    let code = Int(currencies[row])
    return code < currencyList.count ? currencyList[code] : nil
  }
}
