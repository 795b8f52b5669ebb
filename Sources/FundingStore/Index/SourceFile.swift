import Glibc

/// A file that a library is read from, as the folder shows it without opening it.
struct SourceFile: Hashable, Sendable {
  /// The path that the index knows it by: below the library, or whole for the shipped tables.
  var name: String
  var path: String
  /// In bytes; -1 where the file is not there.
  var size: Int64
  /// Nanoseconds since 1970.
  var modified: Int64

  init(name: String, path: String) {
    self.name = name
    self.path = path
    var status = stat()
    if stat(path, &status) == 0 {
      size = Int64(status.st_size)
      modified = Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec)
    } else {
      size = -1
      modified = 0
    }
  }
}

/// A hash of bytes that says whether a file is the one that was read.
///
/// - Source: FNV-1a's step over words of eight bytes, with a shift that mixes high bits down; not for secrets.
struct ContentHash: Hashable, Sendable {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  init() {}
  init(_ bytes: [UInt8]) { bytes.withUnsafeBytes { add($0) } }
  init(_ bytes: UnsafeRawBufferPointer) { add(bytes) }

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    step(UInt64(text.utf8.count))
  }

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var at = 0
    while at + 8 <= bytes.count {
      step(bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      at += 8
    }
    var rest: UInt64 = 0
    while at < bytes.count {
      rest = rest << 8 | UInt64(bytes[at])
      at += 1
    }
    step(rest)
  }

  private mutating func step(_ word: UInt64) {
    value = (value ^ word) &* 0x100_0000_01B3
    value ^= value >> 32
  }
}

/// Everything a ledger is made from.
struct Sources: Sendable {
  var tables: [SourceFile]
  var texts: [SourceFile]
  var others: [SourceFile]

  var all: [SourceFile] { tables + texts + others }
}

extension Library {
  /// Tables, articles, readings, decisions and settings, as the folders show them.
  func sources() throws(StoreError) -> Sources {
    let names = ["organisations.csv", "places.csv", "sectors.csv", "rates.csv"]
    var tables: [SourceFile] = []
    if let shipped {
      tables += names.map { SourceFile(name: "shipped:\($0)", path: "\(shipped)/tables/\($0)") }
    }
    if !isShipped {
      tables += names.map { SourceFile(name: "tables/\($0)", path: "\(path)/tables/\($0)") }
    }
    let texts = try sourceNames().map { SourceFile(name: $0, path: "\(path)/\($0)") }
    let others = ["library.yaml", "decisions.jsonl"].map {
      SourceFile(name: $0, path: "\(path)/\($0)")
    }
    return Sources(tables: tables, texts: texts, others: others)
  }
}
