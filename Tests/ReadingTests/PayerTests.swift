import FundingCore
import Testing

@testable import Reading

/// Who pays, by grammar: sentences of our own in three languages, each rule with what it must not do.
@Suite struct PayerTests {
  private func payers(_ text: String, title: String = "") -> [String] {
    Shipped.reader.read(article(text, title: title)).claims.map {
      $0.donors.map(\.rawValue).sorted().joined(separator: " ")
    }
  }

  @Test(arguments: [
    "Місто Суми заплатило 12 млн грн за ремонт школи.",
    "Ремонт ліцею на 12 млн грн бере на себе місто.",
    "Нову котельню в Ніжині місто зводить саме: на це передбачено 61 млн грн.",
    "На ремонт дитсадка в місцевому бюджеті знайшли 4 млн грн.",
    "Зі скарбниці громади на укриття виділили 9 млн грн.",
    "З бюджету Полтави на ремонт лікарні спрямують 15 млн грн.",
    "Житомирський бюджет виділив на тролейбуси 30 млн грн.",
    "Ремонт школы на 12 млн грн берет на себя город.",
    "Из столичного бюджета на ремонт больницы потратили 86 млн грн.",
    "The boilers in Sumy were bought by the city itself for UAH 64 million.",
    "The city's own budget must find UAH 16 million for the hospital in Sumy.",
  ])
  func `a town pays where it is the one who spends`(text: String) {
    #expect(payers(text) == ["city-budget"])
  }

  @Test(arguments: [
    "Місто відбудовують за гроші Литви: на школу дали 5 млн євро.",
    "До бюджету Полтави на школу надійшло 5 млн євро від Литви.",
    "Литва передала місту Суми 5 млн євро на школу.",
    "Литва оплатила ремонт школы в городе Сумы за 5 млн евро.",
    "Lithuania gave the city of Sumy €5 million for a school.",
  ])
  func `a town that is given money or is worked on pays nothing`(text: String) {
    #expect(payers(text) == ["lithuania"])
  }

  @Test(arguments: [
    "Школу в Ніжині відновлять коштом міста-побратима Познань за 12 млн грн.",
    "The last €640,000 for the school in Nizhyn came from the city of Poznan.",
    "Школу в Нежине отремонтировали за средства города Познань, это 12 млн грн.",
  ])
  func `the money of a twin town is not the town's own`(text: String) {
    #expect(payers(text) == ["city-poznan"])
  }

  @Test(arguments: [
    (
      "Лікарню в Сумах відбудують: Норвегія дасть 6 млн євро, Іспанія 4 млн євро, а Фонд Говарда Баффетта — 3 млн євро.",
      ["norway", "spain", "howard-buffett-foundation"]
    ),
    (
      "The hospital in Sumy will be rebuilt: Norway contributes $6 million, the Spanish government $4 million and Nova Ukraine, a charity, $3 million.",
      ["norway", "spain", "nova-ukraine"]
    ),
    (
      "Больницу в Сумах восстановят: Норвегия даст 6 млн евро, Испания — 4 млн евро.",
      ["norway", "spain"]
    ),
  ])
  func `a verb said once holds for the whole list`(text: String, expected: [String]) {
    #expect(payers(text) == expected)
  }

  @Test(arguments: [
    ("Лондон передав Сумам 4 млн фунтів на підстанції.", ["uk"]),
    ("Since 2022, Oslo has given Sumy $4 million for substations.", ["norway"]),
    (
      "Делегация в Лондоне ничего не решила, а Литва передала Сумам 4 млн евро на подстанции.",
      ["lithuania"]
    ),
    ("У Римі Литва пообіцяла Сумам 4 млн євро на підстанції.", ["lithuania"]),
  ])
  func `a capital stands for its country only as the one who gives`(
    text: String, expected: [String]
  ) {
    #expect(payers(text) == expected)
  }

  @Test(arguments: [
    "Школу в Сумах збудують коштом обласного бюджету та уряду Нідерландів: це 90 млн грн.",
    "Школу в Сумах построят за средства областного бюджета и правительства Нидерландов: это 90 млн грн.",
  ])
  func `public money listed beside a foreign payer pays with it`(text: String) {
    #expect(payers(text) == ["netherlands oblast-budget"])
  }

  @Test func `a total is paid by all who pay its parts`() {
    #expect(
      payers(
        "На тепло Сум піде 500 млн грн. З них 300 млн грн дає Світовий банк, ще 150 млн грн — державна субвенція, а 50 млн грн — кошти міської казни."
      ) == ["city-budget state-budget world-bank", "world-bank", "state-budget", "city-budget"])
  }

  @Test(arguments: [
    ("Німецький банк KfW дав Сумам 5 млн євро на житло.", "kfw"),
    ("Council of Europe bank lends Sumy €5 million for housing.", "ceb"),
    ("UNITED24 has collected €5 million for an underground school in Sumy.", "united24"),
    (
      "GIZ is managing the boiler house in Sumy on behalf of Germany, which gave €5 million.",
      "germany"
    ),
  ])
  func `the institution is the payer, not whose it is`(text: String, expected: String) {
    #expect(payers(text) == [expected])
  }

  @Test func `a sentence about who pays holds for the sum before it`() {
    #expect(
      payers(
        "Школу в Ірпені будують. Договір підписано на 268 млн грн. Платить за неї держава через субвенцію."
      ) == ["state-budget"])
  }
}
