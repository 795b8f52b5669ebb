import FundingCore
import Testing

@testable import Reading

@Suite struct MoneyTests {
  @Test func `millions of euro are one amount`() {
    expectSums("ЄБРР надасть ⟦25 млн євро⟧ на ремонт лікарні.")
  }
  @Test func `a bed count is not an amount`() { expectSums("Лікарня має 250 ліжок.") }
  @Test func `windows, people and megawatts are no amounts`() {
    expectSums(
      "Замінили 11 тис. вікон, у місті 1,2 млн людей, станція дає 40 МВт, 10.09.2025 о 10.30.")
  }
  @Test func `the qualifier and the country belong to the quote`() {
    expectSums("Реалізовано проєкти на ⟦понад 11 млн дол. США⟧. Йдеться про ремонт.")
  }
  @Test func `of two bounds that exclude each other the first read stays`() {
    #expect(sum("Підрядник отримає не більше 18+ млн грн.") == "18000000..? UAH atLeast")
  }
  @Test func `a lower bound has no upper end`() {
    #expect(sum("Виділили понад 11 млн дол. США.") == "11000000..? USD atLeast")
  }
  @Test func `an upper bound has no lower end`() {
    #expect(sum("It may give up to €5 million.") == "?..5000000 EUR atMost")
  }
  @Test func `about keeps both ends`() {
    #expect(sum("Выделили около 2,5 млрд грн.") == "2500000000 UAH about")
  }
  @Test func `the scale of the right end carries to the left`() {
    #expect(sum("Надасть від 2 до 5 млн євро.") == "2000000..5000000 EUR range")
    #expect(sum("15–17 млн грн на школу.") == "15000000..17000000 UAH range")
    #expect(sum("between three and five million euros") == "3000000..5000000 EUR range")
  }
  @Test func `a left end with its own scale keeps it`() {
    #expect(sum("от 80 тысяч до 2 миллионов гривен") == "80000..2000000 UAH range")
  }
  @Test func `a full stop of a scale before a dash ends no range`() {
    #expect(sum("Дали 800 тис. – 1,2 млн грн на школу.") == "800000..1200000 UAH range")
    #expect(sum("Дали 5 млн грн. – Це багато, – каже мер.") == "5000000 UAH exact")
  }
  @Test func `small letters before a number are a currency too`() {
    #expect(sum("Poland gave zł 100 million.") == "100000000 PLN exact")
    #expect(sum("It cost Hrn 12.5 million.") == "12500000 UAH exact")
    #expect(sum("100 million Icelandic króna") == "100000000 ISK exact")
  }
  @Test func `up to behind a change is the new value`() {
    #expect(sum("Школа подорожчала до 133,4 млн грн.") == "133400000 UAH exact")
  }
  @Test func `three digits behind a separator group`() {
    #expect(sum("20,000 руб") == "20000 RUB exact")
    #expect(sum("1.727 Ft") == "1727 HUF exact")
    #expect(sum("$13,009 million") == "13009000000 USD exact")
  }
  @Test func `before a Ukrainian scale they are decimals`() {
    #expect(sum("2,345 млн грн") == "2345000 UAH exact")
  }
  @Test func `spaces group and a comma parts cents`() {
    #expect(sum("1 000,50 грн") == "1000.5 UAH exact")
    #expect(sum("7\u{A0}927 грн") == "7927 UAH exact")
    #expect(sum("$1,234.56") == "1234.56 USD exact")
  }
  @Test func `two descending scales add`() {
    #expect(sum("2 млн 350 тис. грн") == "2350000 UAH exact")
  }
  @Test func `words are numbers`() {
    #expect(sum("пів мільйона євро") == "500000 EUR exact")
    #expect(sum("two hundred euros") == "200 EUR exact")
    #expect(sum("Два с половиной миллиона евро") == "2500000 EUR exact")
  }
  @Test func `currencies stand before and behind`() {
    #expect(sum("USD 3M") == "3000000 USD exact")
    #expect(sum("€ 3,50") == "3.5 EUR exact")
    #expect(sum("£5") == "5 GBP exact")
    #expect(sum("12 USD") == "12 USD exact")
  }
  @Test func `a country's adjective tells whose crowns and dollars`() {
    #expect(sum("12 млн шведських крон") == "12000000 SEK exact")
    #expect(sum("60 млн канадських доларів") == "60000000 CAD exact")
  }
  @Test func `yen have no minor unit`() {
    #expect(sum("5.9 billion yen") == "5900000000 JPY exact")
  }
  /// Each line is a sentence with the amounts it holds, quotes and all. Three ask for what the reader does not try: a stop
  /// that ends the sentence too, a new price as no upper bound, a number whose unit another clause gave.
  @Test func `forms of money in three languages`() {
    let cases = Shipped.readings("money-cases")
    #expect(cases.count > 400)
    func all(_ reading: ArticleReading) -> [String] {
      reading.mentions.map { "\($0.quote) = \(ScoreTests.key($0))" }
    }
    let wrong = cases.filter { all(Shipped.reader.read($0.article)) != all($0) }
    #expect(wrong.count <= 3, "\(wrong.map(\.article.text))")
  }
  @Test func `what overflows is no amount`() { #expect(sum("99999999999999999999 млрд грн") == "") }
}
