/// How a lemma's forms are made.
enum Inflection: UInt8 {
  /// The word as it stands.
  case exact
  /// Every word that begins so.
  case prefix
  case ukrainian, russian
  /// The word and its plural.
  case english
}

/// Ending tables: the ending of a lemma, and the endings its forms have instead.
///
/// About three forms are made for each that exists; a form that does not exist does not occur. Every row whose ending
/// fits is applied, and the forms are the union.
struct EndingTable {
  private struct Row {
    let ending: [UInt16]
    let forms: [[UInt16]]
  }

  /// Rows by the last letter of their ending.
  private var rows: [UInt16: [Row]] = [:]
  private var afterConsonant: [[UInt16]] = []
  private let language: Inflection

  static let ukrainian = EndingTable(
    .ukrainian, ukrainianRows, consonant: "а у ові еві ом ем і е ю я и ам ами ах ів ей ью")
  static let russian = EndingTable(
    .russian, russianRows, consonant: "а у ом ем е ы и ов ев ей ам ами ах ым")

  private init(_ language: Inflection, _ table: String, consonant: String) {
    self.language = language
    for line in table.split(separator: "\n") {
      let parts = line.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2, let last = Letters.folded(parts[0]).last else { continue }
      let forms = parts[1].split(separator: " ").map { $0 == "0" ? [] : Letters.folded($0) }
      rows[last, default: []].append(Row(ending: Letters.folded(parts[0]), forms: forms))
    }
    afterConsonant = consonant.split(separator: " ").map { Letters.folded($0) }
  }

  /// Calls `body` with the hash of each form of a folded lemma, the lemma first; some come twice.
  func forEachForm(of lemma: [UInt16], _ body: (WordHash) -> Void) {
    body(WordHash(lemma))
    guard let last = lemma.last, lemma.count > 1 else { return }
    for row in rows[last] ?? [] where lemma.count > row.ending.count && lemma.hasSuffix(row.ending)
    {
      emit(lemma.dropLast(row.ending.count), row.forms, body)
    }
    if EndingTable.vowels.contains(last) { return }
    emit(lemma[...], afterConsonant, body)
    alternations(lemma, last, body)
  }

  private func emit(_ stem: ArraySlice<UInt16>, _ endings: [[UInt16]], _ body: (WordHash) -> Void) {
    let base = WordHash(stem)
    for ending in endings {
      var hash = base
      for letter in ending { hash.add(letter) }
      body(hash)
    }
  }

  /// Vowels that change in the last syllable: Ріг, Рогу; Тростянець by its row; Глухів by its row.
  private func alternations(_ lemma: [UInt16], _ last: UInt16, _ body: (WordHash) -> Void) {
    guard lemma.count >= 3 else { return }
    let vowel = lemma[lemma.count - 2]
    if language == .ukrainian, vowel == 0x456 {
      for other in [UInt16(0x43E), 0x435] {
        let stem = lemma.dropLast(2) + [other, last]
        emit(stem, afterConsonant, body)
        if last == 0x433 { body(WordHash(lemma.dropLast(2) + [other] + Letters.folded("зі"))) }
      }
    }
    if vowel == 0x435 || vowel == 0x43E || vowel == 0x454 {
      emit(lemma.dropLast(2) + [last], afterConsonant, body)
    }
  }

  private static let vowels = Set(Letters.folded("аеєиіїоуюяйьыэё"))

  private static let ukrainianRows = """
    ка:ка ки ку кою ко ці ок кам ками ках
    га:га ги гу гою го зі г гам гами гах
    ха:ха хи ху хою хо сі х
    а:а и і у ою о ею е 0 ам ами ах
    а:а ої ій у ою і их им ими
    ола:іл
    ога:іг
    ота:іт
    ія:ія ії ію ією іє ій іям іями іях
    я:я і ї ю ею єю е є ь й ям ями ях
    ня:ень
    ля:ель
    я:я ьої ій ю ьою
    ки:ки ок ків кам ками ках
    ці:ці ців ець цям цями цях
    чі:чі чів чей чам чами чах
    и:и 0 ам ами ах ів ей
    і:і ів ей ь ям ями ях ам ами ах
    і:і их им ими іх ім іми
    ї:ї їв й ям ями ях
    ів:ова ову овові овом ові ове овим ева еву евом еві еве евим іва іву івом іві іве івим
    їв:єва єву євом єві єве євим їва їву їві
    ець:ець ця цю цем ці цеві це ців цям цями цях
    лець:льця льцю льцем льці льцеві
    овець:івця івцю івцем івці івцеві
    єць:єць йця йцю йцем йці
    ок:ок ка ку ком кові ці ки ків кам ками ках
    ль:ль лю ля лем лі лле
    ень:ень ня ню нем ні неві
    єнь:єнь йня йню йнем йні
    ий:ий ого ому им ім а ої ій у ою е і их ими
    ій:ій ього ьому ім ія ію ієм ії ієві ої а у ою
    їй:їй його йому їм
    й:й я ю єм ї єві їв ям ями ях
    льня:лень
    ь:ь я ю ем еві і е
    ін:іна іну іном іні іним іне
    їн:їна їну їном їні їним
    о:о а у ом і ові 0 ам ами ах
    ло:ел
    е:е а у ю я ом ем і еві 0 ам ами ах
    е:е ого ому им ім
    є:є я ю єм ї
    є:є ього ьому ім його йому їм
    я:я ю ям і ї ь ів ями ях
    ття:ть
    ість:ості істю
    сть:стей стям стями стях
    піль:поля полю полем полі
    інь:еня еню енем ені
    ог:озі
    уг:узі
    ук:уці
    """

  private static let russianRows = """
    ия:ия ии ию ией ий иям иями иях
    а:а ы и е у ой ою ей 0 ам ами ах
    я:я и е ю ей ею ь й ям ями ях
    ка:ка ки ке ку кой кою ок ек кам ками ках
    ая:ая ой ую ою ые ых ым ыми ие их им ими
    яя:яя ей юю ие их им ими
    ий:ий его ему им ем ого ому ом ая ой ую ое ие их ими ия ию ии
    ый:ый ого ому ым ом ая ой ую ое ые ых ыми
    ой:ой ого ому ым ом ая ую ое ые ых ыми
    ое:ое ого ому ым ом
    ее:ее его ему им ем
    ые:ые ых ым ыми
    ие:ие их им ими ия ию ием ии ий иям иями иях
    о:о а у ом е 0 ам ами ах
    е:е я ю ем и ей ям ями ях а у ом
    ь:ь я ю ем е и ей ям ями ях ью
    й:й я ю ем е и ев ям ями ях
    ец:ец ца цу цом цем це цы цов цев
    ок:ок ка ку ком ке ки ков
    ы:ы 0 ов ам ами ах
    и:и ей ов ь 0 ям ями ях ам ами ах
    """
}

extension [UInt16] {
  fileprivate func hasSuffix(_ ending: [UInt16]) -> Bool {
    count >= ending.count && self[(count - ending.count)...].elementsEqual(ending)
  }
}
