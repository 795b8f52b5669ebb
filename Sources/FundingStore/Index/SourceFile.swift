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
/// - Source: FNV-1a, 64 bits, over words of eight bytes with a final mix; not for secrets.
struct ContentHash: Hashable, Sendable {
  var value: UInt64 = 0xCBF2_9CE4_8422_2325

  init(_ bytes: [UInt8]) { add(bytes) }
  init() {}

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    value ^= value >> 29
  }

  mutating func add(_ text: String) {
    add(text.utf8)
    value = (value ^ 0xFF) &* 0x100_0000_01B3
  }

  mutating func add(_ number: Int64) {
    withUnsafeBytes(of: number.littleEndian) { add($0) }
  }
}

extension Library {
  /// Everything the ledger is made from: tables, articles, readings, decisions, settings.
  func sources() throws(StoreError) -> (
    tables: [SourceFile], texts: [SourceFile], others: [SourceFile]
  ) {
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
    return (tables, texts, others)
  }
}
