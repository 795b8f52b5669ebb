import Dashboard
import FundingCore
import Testing

@Suite struct FormatTests {
  private let en = Format(.en)
  private let uk = Format(.uk)

  private func usd(_ low: Int64?, _ high: Int64?, isAbout: Bool = false) -> String {
    en.usd(USDRange(low: low.map { $0 * 100 }, high: high.map { $0 * 100 }), isAbout: isAbout)
      .description
  }

  @Test func `the figures of the design`() {
    #expect(usd(4_200_000, 4_200_000) == "$4.2M")
    #expect(usd(11_000_000, nil) == "≥ $11.0M")
    #expect(usd(3_400_000, 3_400_000, isAbout: true) == "≈ $3.4M")
    #expect(usd(nil, 10_000_000) == "≤ $10.0M")
    #expect(usd(15_000_000, 17_000_000) == "$15–17M")
  }

  @Test func `low ends round down and high ends up`() {
    #expect(usd(11_090_000, nil) == "≥ $11.0M")
    #expect(usd(nil, 11_010_000) == "≤ $11.1M")
    #expect(usd(1_190_000, 2_310_000) == "$1.1–2.4M")
  }

  @Test func `ends a cent apart are one figure`() {
    #expect(en.usd(USDRange(low: 2_925_000_000, high: 2_925_000_001)).description == "$29.3M")
  }

  @Test func `a figure never shows a thousand of its unit`() {
    #expect(usd(999_960, 999_960) == "$1.0M")
    #expect(usd(999_940, 999_940) == "$999.9K")
    #expect(usd(999, 999) == "$999")
    #expect(usd(1_000, 1_000) == "$1.0K")
    #expect(usd(0, 0) == "$0")
  }

  @Test func `Ukrainian has its comma and its words`() {
    #expect(uk.usd(USDRange(low: 1_100_000_000, high: nil)).description == "≥ $11,0 млн")
    #expect(
      uk.short(Amount(low: 170_000_000_000, high: 170_000_000_000, currency: .uah, bound: .exact))
        .description == "₴1,7 млрд")
    #expect(uk.number(1_234_567) == "1 234 567")
    #expect(en.number(-1_234_567) == "-1,234,567")
  }

  @Test func `a sum is told to its last digit in its own currency`() {
    #expect(
      en.exact(Amount(low: 1_100_000_000, high: nil, currency: .usd, bound: .atLeast))
        == "≥ $11,000,000")
    #expect(uk.exact(Amount(low: 2_550, high: 2_550, currency: .eur, bound: .exact)) == "€25,50")
    #expect(en.exact(Amount(low: 500, high: 500, currency: .jpy, bound: .about)) == "≈ ¥500")
    #expect(en.exact(Amount(low: 100, high: 300, currency: .usd, bound: .range)) == "$1–3")
  }

  @Test(arguments: [
    (1, "1 проєкт"), (2, "2 проєкти"), (5, "5 проєктів"), (11, "11 проєктів"), (12, "12 проєктів"),
    (21, "21 проєкт"),
    (22, "22 проєкти"), (111, "111 проєктів"), (1_001, "1 001 проєкт"), (0, "0 проєктів"),
  ])
  func `Ukrainian plural forms`(_ count: Int, _ text: String) {
    #expect(Texts(.uk).projects(count) == text)
  }

  @Test func `English plural forms`() {
    #expect(Texts(.en).projects(1) == "1 project")
    #expect(Texts(.en).projects(1_002) == "1,002 projects")
  }

  @Test func `days as each language writes them`() {
    #expect(uk.day(CalendarDate("2025-09-01")) == "01.09.2025")
    #expect(en.day(CalendarDate("2025-09-01")) == "1 Sep 2025")
    #expect(en.day(nil) == "—")
  }

  @Test func `decimal signs stand under each other`() {
    let column = [USDRange(low: 1_100_000_000, high: nil), USDRange(low: 95_000, high: 95_000)].map
    {
      en.usd($0).aligned(to: 10, unitColumns: 1)
    }
    let point = column[0].firstIndex(of: ".").map {
      column[0].distance(from: column[0].startIndex, to: $0)
    }
    let end = column[1].lastIndex(of: "0").map {
      column[1].distance(from: column[1].startIndex, to: $0) + 1
    }
    #expect(point == end)
  }

  @Test func `the largest numbers there are can be written`() {
    for value in [Int64.max, Int64.max / 100, Int64.min + 1] {
      _ = en.usd(USDRange(low: value, high: value))
      _ = uk.usd(USDRange(low: value, high: nil))
      _ = uk.usd(USDRange(low: Int64.min, high: Int64.max))
      _ = en.exact(Amount(low: value, high: value, currency: .uah, bound: .exact))
    }
  }
}
