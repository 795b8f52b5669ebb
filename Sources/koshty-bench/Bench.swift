import FundingCore
import Glibc

/// Measures the interactive core for `Scripts/bench.py`: one process, one question a line on standard input, one answer
/// a line on standard output. Called with the folder of the tables.
@main struct Bench {
  static func main() {
    guard CommandLine.arguments.count == 2, let tables = tables(in: CommandLine.arguments[1]) else {
      print("usage: koshty-bench FOLDER-OF-TABLES")
      exit(64)
    }
    var session = Session(tables: tables)
    while let line = readLine() {
      let question = line.split(separator: "\t", omittingEmptySubsequences: false)
      print(session.answer(question.map(String.init)))
      fflush(nil)
    }
  }

  private static func tables(in folder: String) -> Tables? {
    guard let organisations = bytes("\(folder)/organisations.csv"),
      let places = bytes("\(folder)/places.csv"),
      let sectors = bytes("\(folder)/sectors.csv"), let rates = bytes("\(folder)/rates.csv")
    else { return nil }
    return Tables(
      organisations: Organisation.table(organisations, file: "").rows,
      places: Place.table(places, file: "").rows,
      sectors: Sector.table(sectors, file: "").rows, rates: Rate.table(rates, file: "").rows)
  }

  private static func bytes(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var result: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&block, 1, block.count, file)
      if count == 0 { return result }
      result += block.prefix(count)
    }
  }
}
