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
    "LTL", "LVL", "NGN", "GHS", "KES", "UGX", "TZS", "ETB", "MAD", "TND", "DZD", "LBP", "JOD",
    "IQD", "BHD", "OMR", "IRR", "SYP", "PKR", "LKR", "BDT", "NPR", "AMD", "UZS", "KGS", "TJS",
    "TMT", "MNT", "MKD", "BAM", "ARS", "CLP", "COP", "PEN", "UYU", "BOB", "PYG", "CRC", "DOP",
    "GTQ", "JMD", "XOF", "XAF", "KHR", "LAK", "MMK", "MOP", "BND", "AOA", "ZMW", "BWP", "NAD",
    "MUR", "AFN", "YER", "LYD", "SDG", "EEK",
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
      "uah гривня гривні гривню гривнею гривень гривням гривнями гривнях грн гривна гривны гривне гривну гривной гривен гривнам гривнами гривнах hryvnia hryvnias hryvnya hryvnyas hryven hryvni hr hrn"
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
      "chf франк франка франку франком франки франків франкам франками франках франков фр franc francs"
    ),
    (
      "PLN",
      "pln zł злотий злотих злоті злотого злотым злотыми злотых злотые злотый злотими злотим zloty zlotys zlotych"
    ),
    ("CZK", "czk koruna korunas korun kč"),
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
    ("MDL", "mdl"), ("GEL", "gel ларі лари lari laris"),
    ("AZN", "azn манат маната манати манатів манаты манатов manat manats"),
    ("KZT", "kzt теньге тенге tenge"), ("INR", "inr рупія рупії рупій рупия рупии rupee rupees rs"),
    ("AED", "aed дирхам дирхама дирхами дирхамів дирхамы дирхамов dirham dirhams"), ("QAR", "qar"),
    ("SAR", "sar riyal riyals ріал ріала ріали ріалів риал риала риалы риалов"),
    ("NZD", "nzd"), ("SGD", "sgd"), ("HKD", "hkd"), ("TWD", "twd"),
    ("ISK", "isk króna krónur krónum"),
    ("BRL", "brl реал реалів reais"),
    ("MXN", "mxn песо peso pesos"), ("ZAR", "zar rand ранд рандів рандов"),
    ("KWD", "kwd dinar dinars динар динара динари динарів динары динаров"), ("BYN", "byn"),
    ("HRK", "hrk kuna kunas куна куни кун"), ("RSD", "rsd"),
    ("THB", "thb baht бат бата батів батов"), ("VND", "vnd dong донг донгів донгов"),
    ("IDR", "idr rupiah rupiahs"), ("MYR", "myr ringgit ringgits rm рингіт рингітів ринггитов"),
    ("PHP", "php"), ("NGN", "naira найра найр"), ("GHS", "cedi cedis"),
    ("KES", "shilling shillings шилінгів шиллингов"), ("ETB", "birr"), ("BDT", "taka"),
    ("AMD", "dram drams драмів драмов"), ("UZS", "soum soums сумов"),
    ("KGS", "som soms"), ("TJS", "somoni"), ("MNT", "tugrik tugriks тугриків тугриков"),
    ("PYG", "guarani guaranis"), ("CRC", "colones"), ("GTQ", "quetzales"),
    ("MKD", "denar denars денарів"), ("KHR", "riel riels"), ("MMK", "kyat kyats"),
  ]

  /// Country adjectives before a currency and the codes of the country's money that shares a name with others'.
  static let countries: [(stems: String, codes: String)] = [
    ("us американськ* американск* american u.s сша", "USD"),
    ("канадськ* канадск* canadian", "CAD"),
    ("австралійськ* австралийск* australian", "AUD"),
    ("новозеланд* новозеландск* zealand", "NZD"),
    ("сінгапур* сингапур* singapore singaporean", "SGD"),
    ("гонконг* hong kong", "HKD"),
    ("тайван* тайваньск* taiwan taiwanese", "TWD"),
    ("шведськ* шведск* swedish", "SEK"),
    ("норвезьк* норвежск* norwegian", "NOK"),
    ("данськ* датськ* датск* danish дат", "DKK"),
    ("чеськ* чешск* czech", "CZK"),
    ("ісландськ* исландск* icelandic", "ISK"),
    ("естонськ* эстонск* estonian", "EEK"),
    ("швейцарськ* швейцарск* swiss швейц", "CHF"),
    ("шв", "CHF SEK"),
    ("британськ* британск* british", "GBP"),
    ("єгипетськ* египетск* egyptian", "EGP"),
    ("турецьк* турецк* turkish", "TRY"),
    ("японськ* японск* japanese", "JPY"),
    ("корейськ* південнокорейськ* корейск* южнокорейск* korean", "KRW"),
    ("польськ* польск* polish", "PLN"),
    ("українськ* украинск* ukrainian", "UAH"),
    ("мексикан* mexican", "MXN"),
    ("румунськ* румынск* romanian", "RON"),
    ("молдовськ* молдавськ* молдавск* moldovan", "MDL"),
    ("угорськ* венгерск* hungarian", "HUF"),
    ("болгарськ* болгарск* bulgarian", "BGN"),
    ("ізраїльськ* израильск* israeli", "ILS"),
    ("китайськ* китайск* chinese", "CNY"),
    ("індійськ* индийск* indian", "INR"),
    ("казахстанськ* казахстанск* kazakh", "KZT"),
    ("азербайджанськ* азербайджанск* azerbaijani", "AZN"),
    ("білоруськ* белорусск* belarusian", "BYN"),
    ("кувейтськ* кувейтск* kuwaiti", "KWD"),
    ("саудівськ* саудовск* saudi", "SAR"),
    ("катарськ* катарск* qatari", "QAR"),
    ("хорватськ* хорватск* croatian", "HRK"),
    ("сербськ* сербск* serbian", "RSD"),
    ("йорданськ* иорданск* jordanian", "JOD"),
    ("іракськ* иракск* iraqi", "IQD"),
    ("бахрейнськ* bahraini", "BHD"),
    ("туніськ* tunisian", "TND"),
    ("алжирськ* algerian", "DZD"),
    ("лівійськ* libyan", "LYD"),
    ("марокканськ* moroccan", "MAD"),
    ("оманськ* omani", "OMR"),
    ("іранськ* иранск* iranian", "IRR"),
    ("ліванськ* ливанск* lebanese", "LBP"),
    ("сирійськ* сирийск* syrian", "SYP"),
    ("суданськ* sudanese", "SDG"),
    ("пакистанськ* пакистанск* pakistani", "PKR"),
    ("lankan", "LKR"),
    ("непальськ* nepalese", "NPR"),
    ("філіппінськ* филиппинск* philippine", "PHP"),
    ("аргентинськ* аргентинск* argentine argentinian", "ARS"),
    ("чилійськ* чилийск* chilean", "CLP"),
    ("колумбійськ* колумбийск* colombian", "COP"),
    ("уругвайськ* uruguayan", "UYU"),
    ("домініканськ* dominican", "DOP"),
    ("ямайськ* jamaican", "JMD"),
    ("брунейськ* brunei", "BND"),
    ("кенійськ* кенийск* kenyan", "KES"),
    ("угандійськ* ugandan", "UGX"),
    ("грузинськ* грузинск* georgian", "GEL"),
    ("вірменськ* армянск* armenian", "AMD"),
    ("узбецьк* узбекск* uzbek", "UZS"),
    ("монгольськ* монгольск* mongolian", "MNT"),
    ("танзанійськ* tanzanian", "TZS"),
    ("намібійськ* namibian", "NAD"),
  ]

  /// Codes whose money goes by one name, the first where no country is told.
  static let families: [[StaticString]] = [
    ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "JMD", "BND", "NAD"],
    ["NOK", "SEK", "DKK", "CZK", "ISK", "EEK"],
    ["CHF"], ["GBP", "EGP", "LBP", "SYP", "SDG"],
    ["RON", "MDL"], ["RUB", "BYN"],
    ["KWD", "RSD", "JOD", "IQD", "BHD", "TND", "DZD", "LYD"], ["AED", "MAD"],
    ["SAR", "QAR", "OMR", "IRR"], ["INR", "PKR", "LKR", "NPR"],
    ["MXN", "PHP", "ARS", "CLP", "COP", "UYU", "DOP"], ["KES", "UGX", "TZS"],
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
      "tys тис тисяча тисячі тисячу тисячею тисяч тисячам тисячами тисячах тыс тысяча тысячи тысячу тысячей тысяч тысячам тысячами тысячах thousand thousands k к тищ тисячу"
    ),
    (
      6,
      "mil millionen milionów milion milionu млн мільйон мільйона мільйону мільйоном мільйоні мільйони мільйонів мільйонам мільйонами мільйонах миллион миллиона миллиону миллионом миллионе миллионы миллионов миллионам миллионами миллионах мілліон million millions mln mio m м mn мильон мільон kk лям ляма лямів лями лямов лямы"
    ),
    (
      9,
      "mld milliarden miliardów miliard млрд мільярд мільярда мільярду мільярдом мільярді мільярди мільярдів мільярдам мільярдами мільярдах миллиард миллиарда миллиарду миллиардом миллиарде миллиарды миллиардов миллиардам миллиардами миллиардах billion billions bln bn b млд млр mrd"
    ),
    (
      12,
      "трлн трильйон трильйона трильйони трильйонів трильйонами триллион триллиона триллионы триллионов trillion trillions trn tn"
    ),
  ]

  static let scaleAdjectives: [(power: Int32, words: String)] = [
    (3, "тисячн* тысячн*"), (6, "мільйонн* миллионн*"), (9, "мільярдн* миллиардн*"),
  ]

  /// Numerals as the first part of an adjective: «п'ятимільйонний».
  static let numeralStems: [(value: Int32, words: String)] = [
    (1, "одно"), (2, "дво двох двух"), (3, "три трьох трех"), (4, "чотири чотирьох четырех"),
    (5, "п'яти пяти"), (6, "шести"), (7, "семи"), (8, "восьми"), (9, "дев'яти девяти"),
    (10, "десяти"), (12, "дванадцяти двенадцати"), (15, "п'ятнадцяти пятнадцати"),
    (20, "двадцяти двадцати"), (25, "двадцятип'яти двадцатипяти"), (30, "тридцяти тридцати"),
    (40, "сорока"), (50, "п'ятдесяти пятидесяти"), (60, "шістдесяти шестидесяти"),
    (70, "сімдесяти семидесяти"), (80, "вісімдесяти восьмидесяти"), (100, "сто"),
    (200, "двохсот двухсот"), (300, "трьохсот трехсот"), (500, "п'ятисот пятисот"),
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
    (150, "півтораста полтораста"),
    (200, "двісті двохсот двести двухсот"), (300, "триста трьохсот трехсот"),
    (400, "чотириста чотирьохсот четыреста четырехсот"),
    (500, "п'ятсот п'ятисот пятьсот пятисот"), (600, "шістсот шестисот шестьсот"),
    (700, "сімсот семисот семьсот"), (800, "вісімсот восьмисот восемьсот"),
    (900, "дев'ятсот дев'ятисот девятьсот девятисот"),
  ]
}
