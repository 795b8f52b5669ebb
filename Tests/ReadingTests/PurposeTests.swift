import FundingCore
import Testing

@testable import Reading

/// What money is for, and gifts without a sum: sentences of our own, each rule with what it must not do.
@Suite struct PurposeTests {
  private func sectors(_ text: String, title: String = "") -> [String] {
    Shipped.reader.read(article(text, title: title)).claims.map {
      $0.sectors.map(\.rawValue).sorted().joined(separator: " ")
    }
  }

  @Test(arguments: [
    ("Литва передала сумській лікарні генератор за 2 млн грн.", "energy"),
    ("Литва передала 5 генераторів лікарням Сум на 2 млн грн.", "energy"),
    ("Литва передала больнице в Сумах генератор за 2 млн грн.", "energy"),
    ("Lithuania gave Sumy generators for hospitals worth €2 million.", "energy"),
    ("Литва дасть Сумам 2 млн євро на генератори та ремонт лікарні.", "energy medicine"),
    ("Литва дасть Сумам 2 млн євро на ремонт лікарні.", "medicine"),
  ])
  func `a thing that is handed over goes before whom it serves`(text: String, expected: String) {
    #expect(sectors(text) == [expected])
  }

  @Test(arguments: [
    ("Литва дасть Сумам 2 млн євро на житло для переселенців.", "housing"),
    ("Литва даст Сумам 2 млн евро на жильё для переселенцев.", "housing"),
    ("Lithuania will give Sumy €2 million for housing for displaced families.", "housing"),
    ("Литва дасть Сумам 2 млн євро на психологічну допомогу ветеранам.", "social"),
    ("Литва дасть Сумам 2 млн євро на соціальні послуги для переселенців.", "social"),
  ])
  func `people are whom it serves, not what it is`(text: String, expected: String) {
    #expect(sectors(text) == [expected])
  }

  @Test(arguments: [
    ("Литва дасть Сумам 2 млн євро на укриття в школах і на зупинках.", "shelters"),
    ("Литва дасть Сумам 2 млн євро на школу, яка переїздить під землю.", "education shelters"),
    ("«Житлобуд-2» за 2 млн євро литовських грошей збудує Сумам школу.", "education"),
    ("Литва дасть Сумам 2 млн євро на онкоцентр.", "medicine"),
    ("Литва дасть Сумам 2 млн євро на теплопункт.", "energy"),
    ("Lithuania will give Sumy €2 million for a boiler house.", "energy"),
    ("Литва дасть Сумам 2 млн євро на пологовий будинок.", "medicine"),
  ])
  func `places of shelters and names of firms are no purpose`(text: String, expected: String) {
    #expect(sectors(text) == [expected])
  }

  @Test func `a headline's money is not what a later sentence with a sum of its own is for`() {
    let found = sectors(
      """
      Депутати змінили бюджет Сум, бо місто отримає нові трансферти. Це освітня субвенція на 39,5 млн грн і 1,8 млн грн \
      на доплати педагогам. На ремонт житла додали 5 млн грн.
      """, title: "5 млн грн на житло: зміни до бюджету Сум")
    #expect(found.contains("housing"))
    #expect(!found.contains("education housing"))
  }

  @Test(arguments: [
    ("Гімназія в Прилуках отримала сонячну станцію за 80 тис. євро від уряду Данії.", "energy"),
    (
      "На даху поліклініки в Чорткові змонтували сонячні панелі за 40 тис. євро від Литви.",
      "energy"
    ),
    ("В больнице Лубен за 3 млн грн от ПРООН установили генератор.", "energy"),
    ("ПРООН закупила для лікарні в Лубнах модульну котельню за 4 млн грн.", "energy"),
    (
      "Denmark gives €5 million for heating in schools, kindergartens and clinics of Mykolaiv.",
      "energy"
    ),
    ("Уряд виділив 5 млн грн на ремонт школи та котельні в Лубнах.", "education energy"),
    ("Норвегія дала 3 млн євро на ремонт лікарні з новою котельнею в Лубнах.", "energy medicine"),
    (
      "Гімназія в Прилуках отримала шкільний автобус за 80 тис. євро від Данії.",
      "education transport"
    ),
  ])
  func `a thing of energy goes before where it stands`(text: String, expected: String) {
    #expect(sectors(text) == [expected])
  }

  @Test(arguments: [
    ("У ліцеї № 5 Сум за 12 млн грн із міського бюджету облаштували укриття.", "shelters"),
    ("Столична школа № 5 за 15 млн грн від Естонії отримає укриття.", "shelters"),
    ("A school in Sumy has a new bomb shelter paid for by Lithuania: €200,000.", "shelters"),
    ("Литва дасть Сумам 2 млн євро на школи й укриття.", "education shelters"),
    ("За 7,9 млн грн із держбюджету в Охтирці облаштують захищену зупинку.", "shelters"),
  ])
  func `who has a shelter is whom it serves`(text: String, expected: String) {
    #expect(sectors(text) == [expected])
  }

  @Test(arguments: [
    ("Литва дала 2 млн євро на утеплення гімназії в Лубнах.", "education"),
    (
      "Литва дала 2 млн євро на ремонт гімназії в Лубнах: утеплили фасад, оновили санвузли.",
      "education"
    ),
    ("Литва дала 2 млн євро на гімназію та водогін у Лубнах.", "education water"),
    ("Мерія Лубен виділила 2,5 млн грн на бювет біля школи.", "water"),
    (
      "Японія виділила 10 млн доларів на енергетику, воду та поводження з відходами в Сумській області.",
      "energy other water"
    ),
  ])
  func `parts of a building and what is near it are no purpose`(text: String, expected: String) {
    #expect(sectors(text) == [expected])
  }

  @Test func `items of a list that name hosts take what its head gives`() {
    #expect(
      sectors(
        """
        На укриття Литва дасть Сумам:
        • ліцею № 7 — 2 млн євро;
        • ліцею № 8 — 3 млн євро.
        """) == ["shelters", "shelters"])
  }

  @Test func `items of a list keep their purposes to themselves`() {
    #expect(
      sectors(
        """
        Литва розподілила гроші для Сум:
        1) 2 млн євро — на школу;
        2) 3 млн євро — на лікарню;
        3) 4 млн євро — на водогін.
        """) == ["education", "medicine", "water"])
  }

  @Test func `gifts in a list are claims without a sum`() {
    #expect(
      claims(
        """
        За тиждень Суми отримали:
        1) від ЮНФПА — пологовий бокс;
        2) від фонду «Крила надії» — 9 генераторів.
        """)
        == "unfpa: medicine @ Sumy, completed\nkryla-nadii: energy @ Sumy, completed")
  }

  @Test(arguments: [
    ("Фонд «Опора» полагодив у Сумах дитячу поліклініку.", "opora: medicine @ Sumy, completed"),
    (
      "Раніше ЮНІСЕФ власним коштом полагодив у Сумах поліклініку.",
      "unicef: medicine @ Sumy, completed"
    ),
    (
      "Компанія «Нова пошта» подарувала сумській лікарні зарядні станції.",
      "nova-poshta: energy @ Sumy, completed"
    ),
    ("Фонд «Опора» просить для Сум генератори.", ""),
    ("Фонд «Опора» розповів, скільки в Сумах лікарень.", ""),
  ])
  func `a gift without a sum is told by giver, thing and verb`(text: String, expected: String) {
    #expect(claims(text) == expected)
  }

  @Test func `another project's payer in another paragraph pays only for his own`() {
    let text = """
      Данія дала 4 млн євро на водогін у Миколаєві, Норвегія — 3 млн євро.

      Школу в Сумах ремонтують з весни, роботи коштують 30 млн грн.
      """
    #expect(!(claims(text).split(separator: "\n").last ?? "").contains("denmark"))
  }

  @Test func `the department of an oblast works, it is no town's purse`() {
    let text =
      "Департамент капітального будівництва Харківської ОВА оголосив торги на онкоцентр за 3 млрд грн. Гроші дає Ukraine Facility."
    #expect(claims(text).hasPrefix("ukraine-facility > kharkiv-ova: medicine"))
  }

  @Test(arguments: [
    (
      "На вулиці Вокзальній у Бучі звели 40 будинків, Литва дала 6 млн євро.", "housing"
    ),
    ("Литва дала 2 млн євро на водогін на Театральній площі в Сумах.", "water"),
    ("Литва дала 2 млн євро на театр на площі Миру в Сумах.", "culture"),
    ("Lithuania gave €2 million for a water main on Shkilna Street in Sumy.", "water"),
    ("Литва дала 2 млн евро на водопровод на улице Школьной в Сумах.", "water"),
    ("Литва дала 2 млн євро на генератори для станції «Держпром» у Харкові.", "energy"),
  ])
  func `what a street is called after is no purpose`(text: String, expected: String) {
    #expect(sectors(text) == [expected])
  }

  @Test(arguments: [
    (
      "Шкільні автобуси отримали Суми та Лубни від Литви. Усього, зазначають у департаменті освіти, на них витрачено 8,7 млн грн.",
      "education transport"
    ),
    (
      "Switzerland's economic affairs secretariat, SECO, will give Sumy €2.5 million for a bus depot.",
      "transport"
    ),
    ("Литва дасть Сумам 2 млн євро на енергоефективне житло для переселенців.", "housing"),
    ("Литва дала 2 млн євро на сквер при лікарні в Сумах.", "other"),
    (
      "Литва дала 2 млн євро на котельню в Сумах. На думку інженерів, установка зможе гріти 140 будинків.",
      "energy"
    ),
    ("Литва поставила в Сумах сонячні станції на двох насосних за 375 тис. євро.", "energy"),
    ("Литва дала Сумам 2 млн євро на укриття. У ньому вміщаються всі учні.", "shelters"),
    ("Lithuania gave Sumy €2 million for a kindergarten basement shelter.", "shelters"),
  ])
  func `who speaks and what stands beside is no purpose`(text: String, expected: String) {
    #expect(sectors(text).last == expected)
  }

  @Test(arguments: [
    (
      "CEB signed a loan of €100 million with Ukraine for housing compensation. A first tranche of €30 million was disbursed on 28 January.",
      "CEB approves loan for displaced families", "housing"
    ),
    (
      "Вода. Литва поставила в Сумах обладнання. Його ціна — 210 тисяч євро.", "Сумщина: новини",
      "water"
    ),
    (
      "The council repaired 3,760 homes in Sumy. This was possible thanks to Norway, which provided NOK 118 million.",
      "What our shelter teams did", "housing"
    ),
    (
      "Водоканали Сум отримали від ЮНІСЕФ 14 генераторів. Про це написав очільник області. Вартість цієї партії — 500 тис. доларів.",
      "Новини", "energy"
    ),
  ])
  func `a purpose is looked for where the thing is told`(
    text: String, title: String, expected: String
  ) {
    #expect(sectors(text, title: title).prefix(2).allSatisfy { $0 == expected })
  }

  @Test(arguments: [
    ("Литва дала 2 млн євро на гуртожиток для вчителів у Лубнах.", "housing"),
    ("Италия даст 2 млн евро на реставрацию Дома учёных в Одессе.", "culture"),
    ("Литва дала 2 млн євро на ремонт домівок у Лубнах.", "housing"),
    ("Литва дала 2 млн євро на ремонт садків Лубен.", "education"),
    ("Литва дала 2 млн євро на реставрацію церков у Лубнах.", "culture"),
    ("Литва дала 2 млн євро на басейн для гідротерапії в лікарні Лубен.", "medicine"),
  ])
  func `words of sectors in cases with other vowels, and who lives there`(
    text: String, expected: String
  ) {
    #expect(sectors(text) == [expected])
  }
}
