import FundingCore
import FundingStore
import Glibc

/// Measures the interactive core for `Scripts/bench.py`: one process, one question a line on standard input, one answer
/// a line on standard output.
@main struct Bench {
  static func main() {
    guard let tables = shippedTables() else {
      print("error\tno tables beside the executable")
      exit(2)
    }
    var session = Session(tables: tables)
    while let line = readLine() {
      print(
        session.answer(
          line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)))
      fflush(nil)
    }
  }

  private static func shippedTables() -> Tables? {
    guard let path = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(path) }
    let library = try? Library.locate(
      named: nil, executable: String(cString: path), environment: [:])
    return library?.tables().tables
  }
}
