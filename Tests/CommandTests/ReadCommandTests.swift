import TestSupport
import Testing

/// `koshty read` on files from anywhere.
@Suite(.beside) struct ReadCommandTests {
  private let folder = TemporaryFolder()

  private func read(_ text: String, _ options: [String] = []) throws -> Finished {
    try folder.write(text, to: "text.txt")
    return try Program.run(["read", "\(folder.path)/text.txt", "--language", "en"] + options)
  }

  @Test func `the words of every amount and fact are marked, and each claim names its rules`()
    throws
  {
    let run = try read("Уряд Японії виділив 5 млн доларів на школи Харкова.\n")
    #expect(run.code == 0)
    #expect(run.output.contains("⟦5 млн доларів⟧"))
    #expect(run.output.contains("$5,000,000, funding (somebody pays)"))
    #expect(run.output.contains("japan (Government of Japan)"))
    #expect(run.output.contains("education (Education)"))
    #expect(run.output.contains("Kharkiv   ["))
    #expect(run.output.contains("not told: carried out by"))
  }

  @Test(arguments: ["always", "never"])
  func `no control sign of a text reaches the terminal`(_ color: String) throws {
    let escape = "\u{1B}"
    let run = try read(
      "\(escape)[2J\(escape)]0;x\u{7} Японія дала \(escape)[31m5 млн доларів\u{202E} Харкову.\n",
      ["--color", color])
    #expect(run.output.contains("5 млн доларів"))
    #expect(!run.output.contains("\(escape)[2J"))
    #expect(!run.output.contains("\(escape)[31m"))
    #expect(!run.output.contains("\(escape)]"))
    #expect(!run.output.contains("\u{7}") && !run.output.contains("\u{202E}"))
  }

  @Test(arguments: [
    "<!DOCTYPE html>\n<html><p>11 млн грн</p></html>", "\n <html lang=uk>11 млн грн",
    "<?xml version='1.0'?><rss>11 млн грн</rss>", "<p>11 млн грн</p>",
  ])
  func `a web page is refused with what to give instead`(_ page: String) throws {
    let run = try read(page)
    #expect(run.code == 2)
    #expect(run.output == "")
    #expect(run.errors.contains("text.txt: The file is a web page, not its text."))
  }

  @Test func `an angle bracket before a sum is no markup`() throws {
    let run = try read("<11 млн грн дала Японія.\n")
    #expect(run.code == 0)
    #expect(run.output.contains("₴11,000,000"))
  }

  @Test func `the lists and the summary take the dashboard's query language`() throws {
    let words = try Program.run([
      "projects", "sector:housing", "!status:planned", "--format", "csv",
    ])
    let options = try Program.run(
      ["projects", "--search", "sector:housing !status:planned", "--format", "csv"])
    #expect(words.code == 0)
    #expect(words.output == options.output)
    let all = try Program.run(["projects", "--format", "csv"])
    #expect(words.output.utf8.count < all.output.utf8.count)
    let unknown = try Program.run(["summary", "sector:hosing", "--language", "en"])
    #expect(unknown.code == 2)
    #expect(unknown.errors.contains("hosing"))
  }
}
