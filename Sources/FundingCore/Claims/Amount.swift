/// A currency by its ISO 4217 code.
///
/// - Shape: three capital letters, `EUR`.
/// - Units: ``exponent`` is the number of decimals of the minor unit: 2 for EUR, 0 for JPY and KRW.
public struct Currency: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The three letters, packed: comparing and hashing cost one instruction.
  private let packed: UInt32

  /// The currency of a code, or `nil` where it is not three capital Latin letters.
  public init?(_ code: some StringProtocol) {
    let letters = Array(code.utf8)
    guard letters.count == 3, letters.allSatisfy({ (65...90).contains($0) }) else { return nil }
    self.init(letters[0], letters[1], letters[2])
  }

  private init(_ a: UInt8, _ b: UInt8, _ c: UInt8) {
    packed = UInt32(a) << 16 | UInt32(b) << 8 | UInt32(c)
  }

  public var code: String {
    String(
      decoding: [UInt8(packed >> 16 & 255), UInt8(packed >> 8 & 255), UInt8(packed & 255)],
      as: UTF8.self)
  }

  public static let usd = Currency(85, 83, 68)
  public static let eur = Currency(69, 85, 82)
  public static let uah = Currency(85, 65, 72)
  public static let jpy = Currency(74, 80, 89)
  public static let krw = Currency(75, 82, 87)

  /// Decimals of the minor unit by ISO 4217: 0, 2 or 3.
  public var exponent: Int {
    switch code {
    case "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV",
      "XAF", "XOF", "XPF":
      0
    case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND": 3
    default: 2
    }
  }

  /// Minor units in one whole unit: 100 for EUR, 1 for JPY.
  public var minorUnitsPerUnit: Int64 {
    switch exponent {
    case 0: 1
    case 3: 1000
    default: 100
    }
  }

  public var description: String { code }
  public static func < (a: Currency, b: Currency) -> Bool { a.packed < b.packed }
}

/// What a source says of the ends of a sum.
///
/// - Shape: `exact` and `about` have both ends, equal; `atLeast` has no high end, `atMost` no low end, `range` both.
public enum Bound: String, Sendable, CaseIterable { case exact, atLeast, about, atMost, range }

/// A sum of money in one currency, as its source states it.
///
/// - Shape: "over 11 m" is `[1_100_000_000, nil]`, never 11 m.
/// - Units: the currency's minor unit by ISO 4217 (cents for EUR, whole yen for JPY). Never a floating-point number.
/// - Errors: none; amounts of different currencies cannot be added, see ``Total``.
/// - Source: IATI 2.03 `transaction/value`.
public struct Amount: Hashable, Sendable {
  /// The low end in minor units; `nil` where the source names none ("up to").
  public var low: Int64?
  /// The high end in minor units; `nil` where the source names none ("over").
  public var high: Int64?
  public var currency: Currency
  public var bound: Bound

  public init(low: Int64?, high: Int64?, currency: Currency, bound: Bound) {
    self.low = low
    self.high = high
    self.currency = currency
    self.bound = bound
  }
}
