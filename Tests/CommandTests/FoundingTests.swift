import Foundation
import TestSupport
import Testing

/// The first figure: "over", two donors together, four sectors together, one implementer.
@Suite(.beside) struct FoundingTests {
  private let folder = TemporaryFolder()

  private func write(
    _ name: String, outlet: String, language: String, title: String, _ text: String
  )
    throws
  {
    try folder.write(
      """
      ---
      id: \(name)
      title: "\(title)"
      publisher: \(outlet)
      date: 2025-09-10
      language: \(language)
      ---

      \(text)
      """, to: "articles/\(name).md")
  }

  private func writeFounding() throws {
    try write(
      "first", outlet: "Перша", language: "uk", title: "Мер зустрівся з ЮНОПС",
      """
      Міський голова Харкова зустрівся з директором Офісу ЮНОПС в Україні. За підтримки ЄС та уряду Японії \
      в місті вже реалізовано проєкти на понад 11 млн дол. США. Йдеться про ремонт житла, енергетику, \
      облаштування укриттів у школах і дитсадках та модернізацію медичних закладів. Завдяки ЮНОПС у \
      місті відновлено сотні осель.
      """)
  }

  private func writeReprints() throws {
    try write(
      "second", outlet: "Друга", language: "uk", title: "ЮНОПС і Харків",
      """
      За підтримки ЄС та уряду Японії ЮНОПС уже реалізувала у Харкові проєкти на понад 11 млн дол. США: \
      житло, енергетика, укриття, медичні заклади.
      """)
    try write(
      "third", outlet: "Третье", language: "ru", title: "ЮНОПС в Харькове",
      """
      При поддержке ЕС и правительства Японии ЮНОПС уже выполнила в Харькове проекты более чем на 11 млн \
      долларов. Это ремонт жилья, энергетика, укрытия и медицинские учреждения.
      """)
  }

  private func json(_ arguments: [String]) throws -> Any {
    let run = try Program.run(arguments + ["--library", folder.path, "--format", "json"])
    return try JSONSerialization.jsonObject(with: Data(run.output.utf8))
  }

  private func summary(by dimension: String) throws -> [String: Any] {
    try #require(try json(["summary", "--by", dimension]) as? [String: Any])
  }

  private func usd(_ total: Any?) -> [Int?] {
    let ends = (total as? [String: Any])?["usd"] as? [String: Any]
    return [ends?["low"] as? Int, ends?["high"] as? Int]
  }

  private func groups(_ summary: [String: Any]) -> [[String: Any]] {
    summary["groups"] as? [[String: Any]] ?? []
  }

  @Test func `over eleven million stays open and is never split`() throws {
    try writeFounding()
    let sectors = try summary(by: "sector")
    #expect(usd(sectors["total"]) == [1_100_000_000, nil])
    #expect(
      Set(groups(sectors).compactMap { $0["id"] as? String }) == [
        "housing", "energy", "shelters", "medicine",
      ])
    for group in groups(sectors) {
      #expect(usd(group["own"]) == [0, 0])
      #expect(usd(group["shared"]) == [1_100_000_000, nil])
    }
    let donors = try summary(by: "donor")
    #expect(Set(groups(donors).compactMap { $0["id"] as? String }) == ["eu", "japan"])
    #expect(groups(donors).allSatisfy { usd($0["own"]) == [0, 0] })
  }

  @Test func `three outlets in two languages are one funding with three sources`() throws {
    try writeFounding()
    try writeReprints()
    #expect(usd(try summary(by: "sector")["total"]) == [1_100_000_000, nil])
    let fundings = try #require(try json(["fundings"]) as? [[String: Any]])
    let sums = fundings.filter { !($0["amount"] is NSNull) }
    #expect(sums.count == 1)
    #expect((sums.first?["sources"] as? [Any])?.count == 3)
  }

  @Test func `the text summary and the explanation show the figure and its sentence`() throws {
    try writeFounding()
    let run = try Program.run(["--library", folder.path, "--language", "en"])
    #expect(run.code == 0)
    #expect(run.output.contains("≥ $11.0M"))
    let why = try Program.run(["explain", "total", "--library", folder.path])
    #expect(why.output.contains("понад 11 млн дол. США"))
    #expect(why.output.contains("Перша, 10.09.2025"))
  }

  @Test func `a filter that finds nothing ends with 1, an unknown value with 2`() throws {
    try writeFounding()
    #expect(try Program.run(["fundings", "--donor", "usaid", "--library", folder.path]).code == 1)
    let unknown = try Program.run(["fundings", "--donor", "немає", "--library", folder.path])
    #expect(unknown.code == 2)
    #expect(unknown.errors.contains("немає"))
  }
}
