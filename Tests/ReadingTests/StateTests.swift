import FundingCore
import Testing

@testable import Reading

/// How far works are, and where: sentences of our own, each rule with what it must not do.
@Suite struct StateTests {
  private func states(_ text: String, title: String = "") -> [Status] {
    Shipped.reader.read(article(text, title: title)).claims.map(\.status)
  }

  private func places(_ text: String, title: String = "") -> [String] {
    Shipped.reader.read(article(text, title: title)).claims.flatMap { $0.places.map(\.rawValue) }
  }

  static let topics = PartyCases.topics("state-cases.txt")

  @Test(arguments: topics)
  func `works are done, under way or planned as the news tells`(_ topic: PartyCases) {
    #expect(!topic.cases.isEmpty)
    for example in topic.cases {
      let found = states(example.text, title: example.title)
      #expect(found.map(\.rawValue).joined(separator: "; ") == example.expected, "\(example.line)")
    }
  }

  @Test(arguments: [
    ("На міст в Ізюмі з держбюджету виділили 148 млн грн. Ремонт триває з весни.", Status.ongoing),
    ("Литва виділила 2 млн євро на школу в Сумах.", .planned),
    (
      "Водогін у Сумах відновила Данська рада у справах біженців: 86 тис. євро на це виділила Бельгія.",
      .completed
    ),
    ("Естонія додала Сумам мільйон євро: за нього вже куплено рентген.", .completed),
    ("Норвегія виділила Сумам 2 млн євро на ремонт раніше відновленого водогону.", .planned),
    (
      "На больницу в Сумах из облбюджета выделили 40 млн грн. Строительство начали весной.",
      .ongoing
    ),
    ("Литва купила школе в Сумах автобус за 2 млн грн.", .completed),
    ("Sweden allocated €2 million for a school in Sumy. Repairs are under way.", .ongoing),
    // Works told in the past of lasting; money meant for something; who pays.
    (
      "Люксембург виділив 1,2 млн євро на шляхопровід в Умані, роботи виконувала фірма «Міст».",
      .completed
    ),
    ("20 млн грн із міського бюджету призначено на водогін у Сумах.", .planned),
    ("Из бюджета Сум 20 млн грн предназначены на водопровод.", .planned),
    (
      "Builders have begun work on a school in Sumy. The repair costs $78,000 and is paid for by Sweden.",
      .ongoing
    ),
  ])
  func `the state of works goes before that of the money`(text: String, expected: Status) {
    #expect(states(text) == [expected])
  }

  @Test(arguments: [
    // The price of works that are under way, in another sentence.
    (
      "Ремонт гімназії в Лубнах обійдеться у 30 млн грн з міського бюджету. Бригади вже взялися за дах.",
      Status.ongoing
    ),
    ("Ремонт гімназії в Лубнах обійдеться у 30 млн грн з міського бюджету.", .planned),
    ("На гимназию в Лубнах Литва выделила 1 млн евро. Здание почти достроено.", .ongoing),
    (
      "Lithuania granted €1 million for a school in Lubny. The works are almost finished.", .ongoing
    ),
    // Works at another place say nothing of these.
    (
      "На гімназію в Лубнах Литва виділила 1 млн євро. Поруч будують ще один корпус за гроші громади.",
      .planned
    ),
    // Money spent on it; how long works lasted.
    ("У Лубнах полагодили водогін. На це пішло 3 млн грн з міського бюджету.", .completed),
    (
      "У Лубнах відкрили гімназію. Роботи тривали два роки. Основну частину коштів, 40 млн грн, виділила Литва.",
      .completed
    ),
    // Papers handed on are no money handed over.
    ("Компенсації за житло в Лубнах погоджено й передано на виплату: 4 млн грн.", .planned),
    ("Rome opened a credit line of €5 million for schools in Lubny.", .planned),
    // A collection, with its goal ahead or reached.
    (
      "Фонд «Дах» збирає на автобус для лікарні в Лубнах. Мета — 900 тис. грн, зібрано 300 тис. грн.",
      .ongoing
    ),
    // A whole of which a part has come.
    (
      "Данія переказала 10 млн євро на тепломережі в Лубнах. Це частина 70 млн євро внеску країни.",
      .completed
    ),
  ])
  func `a state is looked for where the works are told`(text: String, expected: Status) {
    #expect(states(text).first == expected)
  }

  @Test(arguments: [
    (
      "Від старту програми жителі Лубен подали 900 заяв. Компенсації на 40 млн грн вже отримали 500 родин.",
      true
    ),
    ("Компенсації на 40 млн грн вже отримали 500 родин у Лубнах.", false),
    ("Lithuania plans to give Lubny €3 million for schools over three years.", false),
    ("Since 2022 Lithuania has given Lubny €3 million for schools.", true),
    ("З 2022 року Данія спрямувала на школи Миколаєва 200 млн євро.", true),
    ("С апреля 2022 года Дания направила на школы Николаева 200 млн евро.", true),
    ("З 2026 року Данія спрямує на школи Миколаєва 200 млн євро.", false),
    ("З 2022 року до 2024 року Данія дала на школи Миколаєва 200 млн євро.", false),
  ])
  func `a running total has a beginning and is no plan`(text: String, expected: Bool) {
    #expect(Shipped.reader.read(article(text)).claims.first?.isCumulative == expected)
  }

  @Test func `a whole of which a part has come is under way`() {
    let text =
      "Данія переказала 10 млн євро на тепломережі в Лубнах. Це частина 70-мільйонного внеску країни."
    #expect(states(text).last == .ongoing)
  }

  @Test(arguments: [
    ("На лікарню в Сумах держбюджет дав 410 млн грн, збудовано 55 %.", Status.ongoing),
    ("На лікарню в Сумах держбюджет дав 410 млн грн, її збудовано.", .completed),
  ])
  func `what is built by so many percent is under way`(text: String, expected: Status) {
    #expect(states(text) == [expected])
  }

  @Test(arguments: [
    "Ремонт школи в Сумах оплатила Литва. Вартість робіт — 2 млн євро.",
    "Ремонт школы в Сумах оплатила Литва. Стоимость работ — 2 млн евро.",
    "Lithuania paid for the repair of a school in Sumy. The bill was €2 million.",
  ])
  func `a price alone takes the state the sentence before it tells`(text: String) {
    #expect(states(text) == [.completed])
  }

  @Test(arguments: [
    (
      "У Корабельному районі полагодили школу. Данія дала на це 2 млн євро.",
      "Миколаїв: нова школа", ["Mykolaiv/Korabelnyi"]
    ),
    (
      "Denmark has paid €2 million for water kiosks in Korabelnyi district.", "Mykolaiv gets water",
      ["Mykolaiv/Korabelnyi"]
    ),
    (
      "Данія дала місту 2 млн євро на школи в Корабельному та Заводському районах.",
      "Миколаїв: нові школи", ["Mykolaiv/Korabelnyi", "Mykolaiv/Zavodskyi"]
    ),
  ])
  func `a district is told by its town`(text: String, title: String, expected: [String]) {
    #expect(places(text, title: title).sorted() == expected)
  }

  @Test(arguments: [
    ("Литва дасть 2 млн євро Полтавській обласній лікарні.", ["Poltava oblast"]),
    ("Литва дасть 2 млн євро полтавській школі.", ["Poltava"]),
    (
      "Литва дасть 2 млн євро на школи у Львівській, Полтавській та Чернівецькій областях.",
      ["Chernivtsi oblast", "Lviv oblast", "Poltava oblast"]
    ),
    ("Литва дасть 2 млн євро на школу в Ірпені.", ["Irpin"]),
    ("Ірпінська міськрада чекає: Литва дасть 2 млн євро на дитсадок.", ["Irpin"]),
    ("Литва даст Киеву 2 млн евро на дом на Харьковском шоссе.", ["Kyiv"]),
    ("Компанія «Агро-Лиман» дасть Сумам 2 млн євро на школу.", ["Sumy"]),
  ])
  func `adjectives and streets name the place they belong to`(text: String, expected: [String]) {
    #expect(places(text).sorted() == expected)
  }

  @Test(arguments: [
    "Також є плани за межами міста: Литва дасть 2 млн євро на підстанції.",
    "There are plans beyond the city: Lithuania will give €2 million for substations.",
    "Есть и планы за пределами города: Литва даст 2 млн евро на подстанции.",
  ])
  func `beyond the town is the country`(text: String) {
    #expect(places(text, title: "Суми: новини") == ["Ukraine"])
  }

  @Test(arguments: [
    (
      "Видатки бюджету Сум збільшили за кількома напрямами:\n• 412 млн грн — укриття у школах;\n• 95 млн грн — генератори.",
      [Status.planned, .planned]
    ),
    (
      "Уряд виділив Сумам 360 млн грн на захист підстанцій. Ці кошти вже надійшли.", [.completed]
    ),
    (
      "Уряд виділив Сумам 360 млн грн на захист підстанцій. Ці кошти вже надійшли, будівельники на об'єктах.",
      [.ongoing]
    ),
    (
      "Власти Сум выделили семьям 30 тыс. грн из местного бюджета, деньги уже на счетах.",
      [.completed]
    ),
    ("Lithuania is repairing a school in Sumy. The works will cost €2 million.", [.ongoing]),
    ("За госсубвенцию в Сумах достраивают лицей, освоено 84 млн грн.", [.ongoing]),
  ])
  func `money set aside, come or still to come`(text: String, expected: [Status]) {
    #expect(states(text) == expected)
  }

  @Test(arguments: [
    (
      "Від 2023 року Литва допомагає Сумам відновлювати школи. На це вона вже дала 4 млн євро.",
      true
    ),
    ("С 2023 года Литва ремонтирует школы в Сумах. Деньги дал ЕС — 3 млн евро.", true),
    ("Загалом від травня за єВідновленням жителі Сум отримали 41 млн грн на житло.", true),
    ("Від травня Литва ремонтує школу в Сумах за 2 млн євро.", false),
    ("Donations for the Sumy hospital have reached $2 million.", true),
    (
      "The EU is paying for repairs in Sumy with €2 million, and 5,200 homes have been registered so far.",
      false
    ),
  ])
  func `a beginning may stand in the sentence before`(text: String, expected: Bool) {
    #expect(Shipped.reader.read(article(text)).claims.first?.isCumulative == expected)
  }

  @Test(arguments: [
    (
      "Над гімназією в Глухові ставлять покрівлю. Роботи обійдуться в 7,8 млн грн, гроші виділила обласна влада.",
      [Status.ongoing]
    ),
    ("У Слов'янську добудовують гуртожиток. Кошти, 64 млн грн, надала Польща.", [.ongoing]),
    ("У Лубнах облаштовують укриття за 3 млн грн від Литви.", [.ongoing]),
    ("У Лубнах облаштують укриття за 3 млн грн від Литви.", [.planned]),
    ("В Лубнах обновляют поликлинику за 3 млн грн от Литвы.", [.ongoing]),
    (
      "Work is progressing on a hospital in Lubny. Luxembourg has contributed €4 million.",
      [.ongoing]
    ),
    (
      "У Лубнах родини почали заїжджати в гуртожиток, який відремонтувала Литва. Кошти на це — 2 млн євро — надала Литва.",
      [.completed]
    ),
    (
      "Ремонтують міст через Сулу в Лубнах за субвенцію з держбюджету, 96 млн грн. Ще 11 млн грн додало місто.",
      [.ongoing, .ongoing]
    ),
    (
      "Добудовують школу в Лубнах, 48 млн грн дало місто. Ще 12 млн грн заклали на другу чергу, її почнуть навесні.",
      [.ongoing, .planned]
    ),
  ])
  func `verbs that last tell works under way`(text: String, expected: [Status]) {
    #expect(states(text) == expected)
  }
}
