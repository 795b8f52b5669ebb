import Testing

@testable import Reading

/// Payers, workers and places that stand in less usual spots: sentences of our own, with what each must not do.
@Suite struct LaterPartyTests {
  @Test(arguments: [
    (
      "The Danish Refugee Council is repairing houses in Sumy with DKK 9 million from Danida.",
      "danida > drc: housing @ Sumy, ongoing"
    ),
    (
      "London is spending £15 million on HALO's work on minefields near Kherson.",
      "uk > halo-trust: demining @ Kherson, ongoing"
    ),
    (
      "Кабмін виділив 312 млн грн з Фонду ліквідації наслідків збройної агресії на будинки в Бородянці.",
      "war-damage-fund: housing @ Borodianka, planned"
    ),
    (
      "Обласна влада Сумщини зі свого бюджету профінансувала ремонт лікарні за 2 млн грн.",
      "oblast-budget: medicine @ Sumy oblast, completed"
    ),
    (
      "The Red Cross repaired a clinic in Sumy at its own expense.",
      "red-cross: medicine @ Sumy, completed"
    ),
  ])
  func `who pays and who works, told in passing`(text: String, expected: String) {
    #expect(claims(text) == expected)
  }

  @Test func `an aside in brackets parts no list`() {
    #expect(
      claims("На лікарню в Сумах 105 млн грн дадуть ЄБРР (це кредит) і міський бюджет.")
        .hasPrefix("ebrd city-budget: medicine"))
  }

  @Test(arguments: [
    (
      "Applicants in Sumy have received UAH 300 million for broken windows of flats.",
      "Explainer: how eRecovery works", "evidnovlennia"
    ),
    (
      "За сертифікатами в Сумах купили житло на 300 млн грн.", "єВідновлення: підсумки",
      "evidnovlennia"
    ),
    ("Литва дала Сумам 3 млн євро на житло.", "єВідновлення: підсумки", "lithuania"),
  ])
  func `certificates are paid by the scheme the article is about`(
    text: String, title: String, expected: String
  ) {
    #expect(claims(text, title: title).hasPrefix(expected + ":"))
  }

  @Test(arguments: [
    (
      "A bridge near Izium will be rebuilt: Lithuania has earmarked €500,000 for the design.",
      "planned"
    ),
    ("Lithuania voted €500,000 for repairing shelters in Sumy.", "planned"),
    ("Lithuania gave €500,000, and shelters in Sumy were refitted.", "completed"),
  ])
  func `what is to be is planned, and a gerund says nothing`(text: String, expected: String) {
    #expect(claims(text).hasSuffix(expected))
  }

  @Test(arguments: [
    ("Підключення лікарні в Бучі обійшлося в 6 млн грн, їх дав бюджет Київської області.", "Bucha"),
    ("Lithuania gave Izium €2 million for a bridge across the Donets.", "Izium"),
    ("Литва дала Кременчуку 2 млн євро: у Кременчуці полагодять школу.", "Kremenchuk"),
    ("Литва дала 2 млн євро на вагони для Харківського метрополітену.", "Kharkiv"),
  ])
  func `whose money it is and what is crossed is no place`(text: String, expected: String) {
    #expect(claims(text).contains("@ \(expected),"))
  }
}
