/// The words for money: currencies, countries, scales and numerals in three languages.
enum Currencies {
  /// ISO codes, the index being the datum of ``MoneyWord/currency``.
  static let codes: [StaticString] = [
    "USD", "EUR", "UAH", "GBP", "JPY", "CHF", "PLN", "CZK", "SEK", "NOK", "DKK", "CAD", "AUD",
    "KRW", "RUB", "CNY",
    "TRY", "ILS", "HUF", "RON", "BGN", "MDL", "GEL", "AZN", "KZT", "INR", "AED", "QAR", "SAR",
    "NZD", "SGD", "HKD",
    "TWD", "ISK", "BRL", "MXN", "ZAR", "KWD", "BYN", "HRK", "RSD", "ALL", "THB", "VND", "IDR",
    "MYR", "PHP", "EGP",
    "LTL", "LVL",
  ]

  static let count = codes.count

  /// The index of a code in ``codes``.
  static func index(_ code: StaticString) -> Int32 { byCode[key(code)] ?? 0 }

  private static let byCode = Dictionary(
    codes.enumerated().map { (key($1), Int32($0)) }, uniquingKeysWith: { first, _ in first })

  /// Three letters in one number.
  private static func key(_ code: StaticString) -> UInt32 {
    guard code.utf8CodeUnitCount == 3 else { return 0 }
    return UInt32(code.utf8Start[0]) << 16 | UInt32(code.utf8Start[1]) << 8
      | UInt32(code.utf8Start[2])
  }

  /// Words by currency. Dollar, crown, franc and pound without a country are read by ``families``.
  static let words: [(code: String, words: String)] = [
    (
      "USD",
      "usd us$ долар долара долару доларом доларі долари доларів доларам доларами доларах дол доллар доллара доллару долларом долларе доллары долларов долларам долларами долларах долл бакс баксів бакси баксов баксы dollar dollars bucks buck"
    ),
    ("EUR", "eur євро эвро евро euro euros"),
    (
      "UAH",
      "uah гривня гривні гривню гривнею гривень гривням гривнями гривнях грн гривна гривны гривне гривну гривной гривен гривнам гривнами гривнах hryvnia hryvnias hryvnya hryvnyas hryven hryvni"
    ),
    (
      "GBP",
      "gbp фунт фунта фунту фунтом фунти фунтів фунтам фунтами фунтах фунты фунтов pound pounds sterling quid"
    ),
    (
      "JPY",
      "jpy єна єни єну єн єною єнами єнах ієна ієни ієну ієн ієнами иена иены иену иен иенами йена йены йен yen"
    ),
    (
      "CHF",
      "chf франк франка франку франком франки франків франкам франками франках франков franc francs"
    ),
    (
      "PLN",
      "pln zł злотий злотих злоті злотого злотым злотыми злотых злотые злотый злотими злотим zloty zlotys zlotych"
    ),
    ("CZK", "czk koruna korunas kč"),
    ("SEK", "sek kronor krona"),
    (
      "NOK",
      "nok kr crown crowns крона крони крону крон кронам кронами кронах кроны кроною krone kroner"
    ),
    ("DKK", "dkk"),
    ("CAD", "cad"),
    ("AUD", "aud"),
    ("KRW", "krw вон вонів won"),
    (
      "RUB",
      "rub rur рубль рубля рублю рублем рубле рублі рублів рублям рублями рубли рублей руб rouble roubles ruble rubles"
    ),
    ("CNY", "cny rmb юань юаня юані юанів юанями юани юаней yuan renminbi"),
    ("TRY", "try лір ліра ліри лир лира лиры lira liras"),
    ("ILS", "ils nis шекель шекеля шекелі шекелів шекели шекелей shekel shekels"),
    ("HUF", "huf форинт форинта форинти форинтів форинты форинтов forint forints ft"),
    ("RON", "ron лей лея леї леїв леев леи lei leu"),
    ("BGN", "bgn лев лева леви левів левы левов lev leva levs"),
    ("MDL", "mdl"), ("GEL", "gel ларі лари lari"),
    ("AZN", "azn манат маната манати манатів манаты манатов manat manats"),
    ("KZT", "kzt теньге тенге tenge"), ("INR", "inr рупія рупії рупій рупия рупии rupee rupees rs"),
    ("AED", "aed дирхам дирхама дирхами дирхамів дирхамы дирхамов dirham dirhams"), ("QAR", "qar"),
    ("SAR", "sar riyal riyals ріал ріала ріали ріалів риал риала риалы риалов"),
    ("NZD", "nzd"), ("SGD", "sgd"), ("HKD", "hkd"), ("TWD", "twd"), ("ISK", "isk"),
    ("BRL", "brl реал реалів reais"),
    ("MXN", "mxn песо peso pesos"), ("ZAR", "zar"),
    ("KWD", "kwd dinar dinars динар динара динари динарів динары динаров"), ("BYN", "byn"),
    ("HRK", "hrk kuna"), ("RSD", "rsd"),
    ("THB", "thb baht"), ("VND", "vnd"), ("IDR", "idr"), ("MYR", "myr ringgit"), ("PHP", "php"),
    ("EGP", "egp"),
    ("LTL", "ltl"), ("LVL", "lvl"),
  ]

  /// Country adjectives before a currency, as index of ``countries``.
  static let countries:
    [(
      stems: String, dollar: StaticString?, crown: StaticString?, franc: StaticString?,
      pound: StaticString?
    )] = [
      ("us американськ* американск* american u.s сша", "USD", nil, nil, nil),
      ("канадськ* канадск* canadian", "CAD", nil, nil, nil),
      ("австралійськ* австралийск* australian", "AUD", nil, nil, nil),
      ("новозеланд* новозеландск*", "NZD", nil, nil, nil),
      ("сінгапур* сингапур* singapore", "SGD", nil, nil, nil),
      ("гонконг* hong", "HKD", nil, nil, nil),
      ("тайван* тайваньск* taiwan taiwanese", "TWD", nil, nil, nil),
      ("шведськ* шведск* swedish", nil, "SEK", nil, nil),
      ("норвезьк* норвежск* norwegian", nil, "NOK", nil, nil),
      ("данськ* датськ* датск* danish", nil, "DKK", nil, nil),
      ("чеськ* чешск* czech", nil, "CZK", nil, nil),
      ("ісландськ* исландск* icelandic", nil, "ISK", nil, nil),
      ("швейцарськ* швейцарск* swiss шв швейц", nil, nil, "CHF", nil),
      ("британськ* британск* british", nil, nil, nil, "GBP"),
      ("єгипетськ* египетск* egyptian", nil, nil, nil, "EGP"),
      ("турецьк* турецк* turkish", nil, nil, nil, nil),
      ("японськ* японск* japanese", nil, nil, nil, nil),
      ("корейськ* південнокорейськ* корейск* южнокорейск* korean", nil, nil, nil, nil),
      ("польськ* польск* polish", nil, nil, nil, nil),
      ("українськ* украинск* ukrainian", nil, nil, nil, nil),
      ("мексикан* mexican", nil, nil, nil, nil),
      ("румунськ* румынск* romanian", nil, nil, nil, nil),
      ("молдовськ* молдавськ* молдавск* moldovan", nil, nil, nil, nil),
      ("угорськ* венгерск* hungarian", nil, nil, nil, nil),
      ("болгарськ* болгарск* bulgarian", nil, nil, nil, nil),
      ("ізраїльськ* израильск* israeli", nil, nil, nil, nil),
      ("китайськ* китайск* chinese", nil, nil, nil, nil),
      ("індійськ* индийск* indian", nil, nil, nil, nil),
      ("казахстанськ* казахстанск* kazakh", nil, nil, nil, nil),
      ("азербайджанськ* азербайджанск* azerbaijani", nil, nil, nil, nil),
      ("білоруськ* белорусск* belarusian", nil, nil, nil, nil),
      ("кувейтськ* кувейтск* kuwaiti", nil, nil, nil, nil),
      ("саудівськ* саудовск* saudi", nil, nil, nil, nil),
    ]

  /// Hundredths: the currency whose hundredth a word is.
  static let hundredths: [(code: String, words: String)] = [
    ("UAH", "копійка копійки копійку копійок копійкою копійками коп"),
    ("RUB", "копейка копейки копейку копеек копейкой копейками"),
    ("USD", "cent cents цент цента центи центів центами центов центы"),
    (
      "EUR",
      "євроцент євроцента євроценти євроцентів евроцент евроцента евроценты евроцентов eurocent eurocents"
    ),
    ("GBP", "pence penny p"),
  ]

  static let scales: [(power: Int32, words: String)] = [
    (5, "lakh lakhs"), (7, "crore crores"),
    (
      3,
      "тис тисяча тисячі тисячу тисячею тисяч тисячам тисячами тисячах тыс тысяча тысячи тысячу тысячей тысяч тысячам тысячами тысячах thousand thousands k к тищ тисячу"
    ),
    (
      6,
      "млн мільйон мільйона мільйону мільйоном мільйоні мільйони мільйонів мільйонам мільйонами мільйонах миллион миллиона миллиону миллионом миллионе миллионы миллионов миллионам миллионами миллионах мілліон million millions mln mio m м mn мильон мільон"
    ),
    (
      9,
      "млрд мільярд мільярда мільярду мільярдом мільярді мільярди мільярдів мільярдам мільярдами мільярдах миллиард миллиарда миллиарду миллиардом миллиарде миллиарды миллиардов миллиардам миллиардами миллиардах billion billions bln bn b млд млр mrd"
    ),
    (
      12,
      "трлн трильйон трильйона трильйони трильйонів трильйонами триллион триллиона триллионы триллионов trillion trillions trn tn"
    ),
  ]

  static let scaleAdjectives: [(power: Int32, words: String)] = [
    (3, "тисячн* тысячн*"), (6, "мільйонн* миллионн*"), (9, "мільярдн* миллиардн*"),
  ]

  static let fractions: [(hundredths: Int32, words: String)] = [
    (25, "чверть чверті чвертю quarter quarters четверть четверти четвертью"),
    (
      50,
      "пів половина половини половину половиною половині half половина половины половину половиной пол"
    ),
    (150, "півтора півтори полтора полторы полутора півторасот"),
  ]

  /// A half grown together with its scale.
  static let fractionScales: [(hundredths: Int32, power: Int32, words: String)] = [
    (50, 3, "півтисячі полтысячи"), (50, 6, "півмільйона полмиллиона полумиллиона"),
    (50, 9, "півмільярда полмиллиарда полумиллиарда"),
    (150, 6, "півторамільйона"),
  ]

  static let numerals: [(value: Int32, words: String)] = [
    (1, "один одна одне одного одну одним одной одну одно одном one одною"),
    (2, "два дві двох двом двома две двух двум двумя two"),
    (3, "три трьох трьом трьома трех трем тремя three"),
    (4, "чотири чотирьох чотирьом чотирма четыре четырех четырем четырьмя four"),
    (5, "п'ять п'яти п'ятьох п'ятьма пять пяти пятью five"),
    (6, "шість шести шістьох шістьма шесть шестью six"),
    (7, "сім семи сімох сьома семь семью seven"),
    (8, "вісім восьми вісьмох вісьма восемь восьмью восемью eight"),
    (9, "дев'ять дев'яти дев'ятьох девять девяти девятью nine"),
    (10, "десять десяти десятьох десятью ten"),
    (11, "одинадцять одинадцяти одиннадцать одиннадцати eleven"),
    (12, "дванадцять дванадцяти двенадцать двенадцати twelve"),
    (13, "тринадцять тринадцяти тринадцать тринадцати thirteen"),
    (14, "чотирнадцять чотирнадцяти четырнадцать четырнадцати fourteen"),
    (15, "п'ятнадцять п'ятнадцяти пятнадцать пятнадцати fifteen"),
    (16, "шістнадцять шістнадцяти шестнадцать шестнадцати sixteen"),
    (17, "сімнадцять сімнадцяти семнадцать семнадцати seventeen"),
    (18, "вісімнадцять вісімнадцяти восемнадцать восемнадцати eighteen"),
    (19, "дев'ятнадцять дев'ятнадцяти девятнадцать девятнадцати nineteen"),
    (20, "двадцять двадцяти двадцятьма двадцать двадцати двадцатью twenty"),
    (30, "тридцять тридцяти тридцать тридцати тридцатью thirty"),
    (40, "сорок сорока forty fourty"), (50, "п'ятдесят п'ятдесяти пятьдесят пятидесяти fifty"),
    (60, "шістдесят шістдесяти шестьдесят шестидесяти sixty"),
    (70, "сімдесят сімдесяти семьдесят семидесяти seventy"),
    (80, "вісімдесят вісімдесяти восемьдесят восьмидесяти eighty"),
    (90, "дев'яносто девяносто дев'яноста девяноста ninety"), (100, "сто ста hundred hundreds"),
    (200, "двісті двохсот двести двухсот"), (300, "триста трьохсот трехсот"),
    (400, "чотириста чотирьохсот четыреста четырехсот"),
    (500, "п'ятсот п'ятисот пятьсот пятисот"), (600, "шістсот шестисот шестьсот"),
    (700, "сімсот семисот семьсот"), (800, "вісімсот восьмисот восемьсот"),
    (900, "дев'ятсот дев'ятисот девятьсот девятисот"),
  ]
}
