import FundingCore

/// A money expression of the text.
struct Sum {
  /// From the qualifier to the currency.
  var tokens: Range<Int>
  /// The number, scale and currency alone.
  var core: Range<Int>
  /// Ends in hundredths of the currency's unit.
  var low: Int64?
  var high: Int64?
  /// Index into ``Currencies/codes``, or -1.
  var currency: Int32
  var bound: Bound
  var role: AmountRole = .funding
  /// The index of the first statement of this sum, or -1.
  var restates: Int32 = -1
  var sentence: Int32 = 0
  /// The currency was not printed.
  var isElliptic = false
  /// No currency and no word of money near it: kept only if the same number stands elsewhere with a currency.
  var isTentative = false
  /// Written with more than one meaning of rounding: how many digits the number was printed with.
  var digits: Int = 0
  /// Said to be each of several things'.
  var isEach = false

  /// The stated number, whichever end it is.
  var value: Int64 { low ?? high ?? 0 }
}

/// A number with its scale.
struct Quantity {
  /// In hundredths.
  var value: Int64
  /// The token behind it.
  var end: Int
  /// The power of ten of its scale word; 0 where there was none.
  var power: Int = 0
  /// Significant digits as printed.
  var digits: Int = 1
  /// The number alone before its scale, in hundredths, for ranges that carry the scale over.
  var bare: Int64 = 0
  var isAdjective = false
  var isWord = false
  /// A plus stands between the number and its scale.
  var isAtLeast = false
  /// Noun before number: «мільйонів п'ять».
  var isAbout = false
  /// Glued to its scale: "5mUSD"; an index into ``Currencies/codes``, or -1.
  var currency: Int32 = -1
  /// A plain number of digits with no grouping and no scale.
  var isPlain = false
}
