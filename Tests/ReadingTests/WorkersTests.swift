import FundingCore
import Synchronization
import Testing

@testable import Reading

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An archive of texts that do their worst, read by one worker and by two.
@Suite struct WorkersTests {
  /// Texts that are long, broken, empty, nested or full of sums, each with what may upset the order of lines.
  private static let texts: [String] = [
    "", " ", "\u{FEFF}", String(repeating: "(", count: 3_000),
    String(repeating: "5 млн грн ", count: 400), String(repeating: "9", count: 5_000),
    String(repeating: "Харків, ", count: 900), String(repeating: "і\u{308}и\u{306}", count: 500),
    String(repeating: "• 1 млн євро на школу;\\n", count: 300),
    String(repeating: "За підтримки ЄС та Японії ", count: 200),
    String(repeating: "«", count: 999) + String(repeating: "»", count: 998),
    "Литва дала Лубнам 2 млн євро на школу. \\u0000\\ud83d\\ude00 Роботи тривають.",
    "Sweden gave Sumy €4 million for boilers; 1 2 3 4 5 6 7 8 9 . . . . млн тис. грн грн USD USD",
    String(repeating: "2 млн з них 1 млн з них ", count: 300),
  ]

  /// Lines of articles in an order that a seed gives, with broken ones among them.
  private static func archive(seed: UInt64, lines: Int) -> String {
    var state = seed
    var result = ""
    for number in 0..<lines {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let pick = Int(truncatingIfNeeded: state >> 33) % (texts.count + 2)
      switch pick {
      case texts.count: result += "{\"id\": broken\n"
      case texts.count + 1: result += "\n"
      default:
        result +=
          "{\"id\":\"a\(number)\",\"date\":\"2025-01-01\",\"title\":\"Лубни \(number)\",\"text\":\"\(texts[pick])\"}\n"
      }
    }
    return result
  }

  private struct Run: Equatable {
    var written: [UInt8]
    var findings: [String]
    var articles: Int
  }

  /// What a number of workers makes of an archive.
  private static func run(_ archive: String, workers: Int) throws -> Run {
    let (source, target) = (try #require(tmpfile()), try #require(tmpfile()))
    defer {
      fclose(source)
      fclose(target)
    }
    let bytes = Array(archive.utf8)
    try #require(fwrite(bytes, 1, bytes.count, source) == bytes.count)
    fflush(source)
    rewind(source)
    let findings = Mutex<[String]>([])
    let reader = ArchiveReader(
      reader: Shipped.reader, input: fileno(source), output: fileno(target), file: "archive"
    ) { finding in
      findings.withLock { $0.append("\(finding)") }
    }
    let result = reader.run(workers: workers)
    #expect(result.failure == 0)
    var written = [UInt8](repeating: 0, count: Int(lseek(fileno(target), 0, SEEK_END)))
    let count = pread(fileno(target), &written, written.count, 0)
    #expect(count == written.count)
    return Run(
      written: written, findings: findings.withLock { $0 }, articles: result.articles)
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `one worker and two give the same of hostile texts`(seed: UInt64) throws {
    let archive = WorkersTests.archive(seed: seed, lines: 240)
    // More than two shares, or one worker would do it all.
    #expect(archive.utf8.count > 3 << 18)
    let one = try WorkersTests.run(archive, workers: 1)
    let two = try WorkersTests.run(archive, workers: 2)
    #expect(one.articles > 100 && one.findings.count > 3)
    #expect(one == two, "seed \(seed)")
  }
}
