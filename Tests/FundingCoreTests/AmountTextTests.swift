import FundingCore
import Testing

/// Sums as people type them.
@Suite struct AmountTextTests {
  @Test(arguments: [
    ("58,8 млн грн", "58800000 UAH"), ("216300000 UAH", "216300000 UAH"),
    ("$11M", "11000000 USD"), ("≥ 10 млн USD", "≥ 10000000 USD"),
    ("понад 11 млн дол.", "≥ 11000000 USD"),
    ("до 3 млн євро", "≤ 3000000 EUR"), ("близько 70 мільйонів гривень", "≈ 70000000 UAH"),
    ("5–7 млн євро", "5000000–7000000 EUR"), ("€1.5bn", "1500000000 EUR"),
    ("2 тис. грн", "2000 UAH"),
    ("1 000 000,50 грн", "1000000.5 UAH"), ("1,500 USD", "1500 USD"), ("1,5 USD", "1.5 USD"),
    ("1,234,567 EUR", "1234567 EUR"), ("700 mln nok", "700000000 NOK"), ("₴ 12 345", "12345 UAH"),
  ])
  func `a typed sum is what it says, and is read back from how it is written down`(
    typed: String, written: String
  ) throws {
    let amount = try #require(AmountText.amount(typed), "\(typed)")
    #expect(AmountText.text(amount) == written)
    #expect(AmountText.amount(written) == amount)
  }

  @Test(arguments: [
    "", "грн", "58,8 млн", "багато грн", "-5 USD", "5 USD EUR", "5 млн грн школі", "7–5 EUR",
    "≥ 5–7 EUR", "99999999999999999999 USD", "0,001 USD", "5 5 USD", "5 $ $",
  ])
  func `what is no sum is none`(typed: String) {
    #expect(AmountText.amount(typed) == nil)
  }
}
