/// A word, number or mark of a text.
///
/// - Units: `start` and `end` are UTF-8 bytes into the scanned buffer, half-open.
struct Token {
  enum Kind: UInt8 { case word, number, mark, newline }

  struct Flags: OptionSet, Hashable {
    let rawValue: UInt16
    /// The word begins with a capital.
    static let capital = Flags(rawValue: 1)
    /// Two letters or more, all capitals.
    static let allCapitals = Flags(rawValue: 2)
    /// White space stands before it.
    static let spaced = Flags(rawValue: 4)
    static let latin = Flags(rawValue: 8)
    static let cyrillic = Flags(rawValue: 16)
    /// An English word whose "'s" is not part of its hash.
    static let possessive = Flags(rawValue: 32)
    /// Some name or phrase of the lexicon begins with this word.
    static let opensPhrase = Flags(rawValue: 64)
    /// A newline token for an empty line.
    static let paragraph = Flags(rawValue: 128)
    /// Some name or phrase of the lexicon goes on with this word.
    static let continuesPhrase = Flags(rawValue: 256)
    /// Some name or keyword of the lexicon is this word alone, written as it is here.
    static let isName = Flags(rawValue: 512)
    /// A Ukrainian future in -тиме, -тимуть.
    static let future = Flags(rawValue: 1024)
    /// Ends as a passive does: "-ed", «-ано», «-ені».
    static let passive = Flags(rawValue: 2048)
    /// Buying, as ``ClaimReader/buys`` and ``ClaimReader/bought`` tell it.
    static let buys = Flags(rawValue: 4096)
    /// Money held back; see ``RoleReader/mayHoldBack(_:)``.
    static let holdsBack = Flags(rawValue: 8192)
    /// A ministry, a department or who heads one; see ``Token/offices``.
    static let office = Flags(rawValue: 16384)
    /// A number sign or a word for a street: an object may be named by number or house; see ``NamedObjects``.
    static let tellsApart = Flags(rawValue: 32768)
  }

  var start: Int32
  var end: Int32
  var hash: UInt64 = 0
  /// The first of its lemmas in the lexicon's links, or 0.
  var link: Int32 = 0
  /// The longest open prefix of the lexicon the word begins with, or -1.
  var prefix: Int32 = -1
  /// What the phrases that begin with the word go on by, and what the word itself goes on; see ``Lexicon/Node``.
  var opens: UInt32 = 0
  var continues: UInt32 = 0
  var cues: Cues = []
  var kind: Kind
  var flags: Flags = []
  /// A mark's ASCII stand-in, see ``Mark``.
  var mark: UInt8 = 0
  /// What the word is to the money parser, see ``MoneyWord``.
  var money: MoneyWord = .none
  /// The value that goes with `money`.
  var datum: Int32 = 0
}

/// Marks by one byte: ASCII as it is, the rest by a stand-in.
enum Mark {
  static let dash = UInt8(ascii: "-")
  static let quote = UInt8(ascii: "\"")
  static let dot = UInt8(ascii: ".")
  static let comma = UInt8(ascii: ",")
  static let colon = UInt8(ascii: ":")
  static let semicolon = UInt8(ascii: ";")
  static let open = UInt8(ascii: "(")
  static let close = UInt8(ascii: ")")
  static let percent = UInt8(ascii: "%")
  static let number = UInt8(ascii: "#")
  static let tilde = UInt8(ascii: "~")
  static let dollar = UInt8(ascii: "$")
  static let ellipsis: UInt8 = 1
  static let bullet: UInt8 = 2
  static let atLeast: UInt8 = 3
  static let atMost: UInt8 = 4
  static let euro: UInt8 = 10
  static let pound: UInt8 = 11
  static let hryvnia: UInt8 = 12
  static let yen: UInt8 = 13
  static let rouble: UInt8 = 14
  static let won: UInt8 = 15
  static let shekel: UInt8 = 16
  static let lira: UInt8 = 17
  static let rupee: UInt8 = 18
  static let tenge: UInt8 = 19
  static let lari: UInt8 = 20
  static let manat: UInt8 = 21
  static let cent: UInt8 = 22
  static let peso: UInt8 = 23
  static let dong: UInt8 = 24
  static let naira: UInt8 = 25
  static let cedi: UInt8 = 26
  static let baht: UInt8 = 27
  static let tugrik: UInt8 = 28
  static let guarani: UInt8 = 29
  static let other: UInt8 = 31

  /// The ISO code a currency sign stands for.
  static func currency(_ mark: UInt8) -> StaticString? {
    switch mark {
    case dollar: "USD"
    case euro: "EUR"
    case pound: "GBP"
    case hryvnia: "UAH"
    case yen: "JPY"
    case rouble: "RUB"
    case won: "KRW"
    case shekel: "ILS"
    case lira: "TRY"
    case rupee: "INR"
    case tenge: "KZT"
    case lari: "GEL"
    case manat: "AZN"
    case peso: "PHP"
    case dong: "VND"
    case naira: "NGN"
    case cedi: "GHS"
    case baht: "THB"
    case tugrik: "MNT"
    case guarani: "PYG"
    default: nil
    }
  }
}

/// What a word is to the money parser.
enum MoneyWord: UInt8 {
  case none
  /// `datum` is the power of ten.
  case scale
  /// `datum` indexes ``Currencies``.
  case currency
  /// `datum` is the value of a cardinal numeral: 2, 40, 300.
  case numeral
  /// `datum` is the value in hundredths: 50 for a half, 150 for one and a half.
  case fraction
  /// A half or so that carries its scale with it (півмільйона): `datum` is hundredths + 1000 * power.
  case fractionScale
  /// `datum` is the power of ten of an adjective (мільйонного).
  case scaleAdjective
  /// A number and its scale in one adjective (п'ятимільйонний): `datum` is the number times 100 + the power.
  case wholeAdjective
  /// A country adjective that tells which dollar, crown or franc: `datum` indexes ``Currencies/countries``.
  case currencyCountry
  /// A unit that is a hundredth of a currency (копійок, cents): `datum` indexes ``Currencies``.
  case hundredth
}
