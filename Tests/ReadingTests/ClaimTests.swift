import FundingCore
import Testing

@testable import Reading

@Suite struct ClaimTests {
  @Test func `all who support pay together`() {
    #expect(
      claims(
        "За підтримки ЄС та уряду Японії в Харкові відремонтовано житло на понад 11 млн дол. США.")
        == "eu japan: housing @ Kharkiv, completed")
  }
  @Test func `the subject of a giving verb pays`() {
    #expect(
      claims("ЄБРР надасть 25 млн євро на лікарню в Полтаві.")
        == "ebrd: medicine @ Poltava, planned")
  }
  @Test func `an agency with the money of others works`() {
    #expect(
      claims("Норвегія через ПРООН виділила 120 млн крон на енергетику Харківської області.")
        == "norway > undp: energy @ Kharkiv oblast, planned")
  }
  @Test func `a source of the news pays nothing`() {
    #expect(!claims("За даними ПРООН, Литва передала 2 млн євро на школу в Бучі.").contains("undp"))
  }
  @Test func `a guarantor pays nothing`() {
    #expect(
      !claims("ЄБРР дасть Харкову 25 млн євро кредиту під гарантію уряду Іспанії на трамваї.")
        .contains("spain"))
  }
  @Test func `foreign money behind a Cabinet decision is foreign`() {
    #expect(
      claims(
        "Кабмін виділив 1,9 млрд грн на теплопостачання Харкова. Гроші надходять у межах гранту Світового банку."
      )
      .hasPrefix("world-bank: energy"))
  }
  @Test func `what a generator keeps running is not its sector`() {
    #expect(
      claims("Литва передала генератори для лікарень Чернігова на 2 млн євро.").contains(
        ": energy @"))
  }
  @Test func `a shelter in a school is a shelter`() {
    #expect(
      claims("Франція дасть 2 млн євро на укриття у школах Сум.").contains(": shelters @ Sumy"))
  }
  @Test func `needs are no claims`() {
    #expect(claims("Місту потрібно 5 млн євро на ремонт школи.") == "")
  }
  @Test func `an unknown fund gets an id from its name`() {
    #expect(
      claims("Школу в Бучі відновили коштом фонду «Теплий дім» за 5 млн грн.").hasPrefix(
        "teplyi-dim: education"))
  }
  @Test func `parts that add up have a total`() {
    let reading = Shipped.reader.read(
      article(
        "ЄБРР дав Харкову 7 млн євро на тепло. З них 5 млн євро — кредит, а 2 млн євро — грант."))
    #expect(reading.claims.map(\.partOf) == [nil, 0, 0])
  }
  @Test func `every claim has its sentence and evidence inside the article`() {
    let reading = Shipped.reader.read(
      article("Данія виділить Миколаєву 14 млн євро на водогін.", title: "Вода"))
    let article = reading.article
    #expect(reading.claims.first?.sentence.flatMap { article.words(of: $0) } == article.text)
    for evidence in reading.claims.flatMap(\.evidence) {
      #expect(article.words(of: evidence.span) != nil)
    }
  }
}

@Suite struct SentenceTests {
  private func cut(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return Sentences.ranges(of: text).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test func `abbreviations of money and places do not end a sentence`() {
    #expect(cut("Дали 11 млн дол. США на м. Харків. Там, на вул. Сумській, 5, ремонт.").count == 2)
  }
  @Test func `initials do not end a sentence`() {
    #expect(cut("Мер І. О. Терехов приїхав.").count == 1)
  }
  @Test func `a line end always does`() { #expect(cut("Перше\nДруге") == ["Перше", "Друге"]) }
}

@Suite struct ArbitraryTextTests {
  @Test func `no text makes an offset outside it`() {
    var state: UInt64 = 20_251_122
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let pieces = [
      "5", " млн", "€", "$1,", "від ", "до ", "«", "»", ".", "\n", "й\u{306}", "ЄС", "\u{AD}", "½",
      "–", "дол. ", "США", "\u{301}", "🙂",
    ]
    for _ in 0..<300 {
      let text = (0..<next(60)).map { _ in pieces[next(pieces.count)] }.joined()
      let reading = Shipped.reader.read(article(text, title: text))
      for mention in reading.mentions {
        #expect(mention.span.flatMap { reading.article.words(of: $0) } == mention.quote)
      }
    }
  }
  @Test(arguments: [
    "За кошти Данії та Канади в Миколаєві вже виконано проєкти на понад 6 млн євро. Йдеться про ремонт житла й лікарень. Мер подякував за партнерство. Завдяки ПРООН у місті відновлено сотні осель і школи. «ПРООН підтримує Миколаїв від перших днів. Ми змогли утеплити лікарні», — сказав він. Попри брак коштів, ПРООН продовжуватиме роботи, зокрема з утеплення житла.",
    "На средства Дании и Канады в Николаеве уже выполнены проекты более чем на 6 млн евро. Речь о ремонте жилья и больниц. Мэр поблагодарил за партнёрство. Благодаря ПРООН в городе восстановлены сотни домов и школы. «ПРООН поддерживает Николаев с первых дней», — сказал он.",
  ])
  func `an agency thanked for joint works is no second payer`(text: String) {
    let found = claims(text).split(separator: "\n")
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("denmark canada > undp: ") == true)
  }
}
