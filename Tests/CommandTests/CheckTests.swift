import TestSupport
import Testing

@Suite(.beside) struct CheckTests {
  private let folder = TemporaryFolder()

  @Test func `the shipped library has no error`() throws {
    let run = try Program.run(["check"])
    #expect(run.code == 0)
    #expect(!run.output.contains("помилка"))
  }

  @Test func `faults are printed with file, line and remedy, and end with 2`() throws {
    try folder.write(
      "---\nid: a\ntitle: T\npublisher: P\ndate: 2025-13-01\nlanguage: uk\n---\n\nТекст.\n",
      to: "articles/a.md")
    try folder.write("id,kind,name_uk,name_en,name_ru,mood\n", to: "tables/organisations.csv")
    let run = try Program.run(["check", "--library", folder.path, "--language", "en"])
    #expect(run.code == 2)
    #expect(run.output.contains("articles/a.md:5: error: \"2025-13-01\" is no day. [wrong-date]"))
    #expect(
      run.output.contains(
        "tables/organisations.csv:1: error: No column is called \"mood\" here. [unknown-column]"))
    #expect(run.output.contains("→ Write it as YYYY-MM-DD"))
  }

  @Test func `faults are told in Ukrainian as well`() throws {
    try folder.write(
      "---\nid: a\ntitle: T\npublisher: P\ndate: 2025-13-01\nlanguage: uk\n---\n\nТекст.\n",
      to: "articles/a.md")
    try folder.write("id,kind,name_uk,name_en,name_ru,mood\n", to: "tables/organisations.csv")
    let run = try Program.run(["check", "--library", folder.path, "--language", "uk"])
    #expect(run.output.contains("articles/a.md:5: помилка: «2025-13-01» — не день. [wrong-date]"))
    #expect(run.output.contains("помилка: Такого стовпця немає: «mood». [unknown-column]"))
    #expect(run.output.contains("→ Пишіть РРРР-ММ-ДД"))
    let shipped = try Program.run(["check", "--language", "uk"]).output
    // No remedy and no message of the shipped library's doubts is left in English.
    let lines = shipped.split(separator: "\n").filter {
      $0.contains(": сумнів:") || $0.contains("→")
    }
    #expect(!lines.isEmpty)
    #expect(
      lines.allSatisfy { line in
        line.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) }
      })
  }

  @Test func `a library that is not there ends with 2 and the path`() throws {
    let run = try Program.run(["check", "--library", "/nowhere/at/all"])
    #expect(run.code == 2)
    #expect(run.errors.contains("/nowhere/at/all"))
    #expect(run.output == "")
  }

  @Test func `a wrong call ends with 64`() throws {
    #expect(try Program.run(["check", "--nonsense"]).code == 64)
    #expect(try Program.run(["nonsense"]).code == 64)
  }
}
