import FundingCore
import Glibc
import Reading

extension Library {
  /// A reader ready to work and the tables it reads with, taken from the cache where these have not changed.
  ///
  /// - Errors: none; without a cache that can be written all works, slower.
  public func reader(_ options: IndexOptions) -> (
    reader: Reader, tables: Tables, findings: [Finding]
  ) {
    let key = tablesKey(options.version)
    let kept = options.cache.map { KeptReader(library: path, cache: $0, key: key) }
    if let found = kept?.read() { return found }
    let (tables, findings) = tables()
    let words = CompiledWords(tables, key: key)
    kept?.write(tables, findings, words)
    return (Reader(tables: tables, words: words), tables, findings)
  }

  /// What the tables and the program that reads them are, in one number.
  private func tablesKey(_ version: String) -> UInt64 {
    var hash = ContentHash()
    hash.add(version)
    for folder in [shipped, isShipped ? nil : path] {
      for table in ["organisations", "places", "sectors", "rates"] {
        let bytes = folder.flatMap { try? FileSystem.read("\($0)/tables/\(table).csv") }
        hash.add(String(bytes?.count ?? -1))
        if let bytes { hash.add(String(ContentHash(bytes).value)) }
      }
    }
    return hash.value
  }
}

/// A compiled reader in the user's cache folder.
///
/// - Shape: four words (mark, key, hash and length of the tables), the tables and what was found in them as a snapshot,
///   and the compiled words. Written beside and renamed, so that nobody reads half of one.
private struct KeptReader {
  let path: String
  let key: UInt64

  private static let mark: UInt64 = 0x6B6F_7368_7472_6402
  private static let headerWords = 4

  init(library: String, cache: String, key: UInt64) {
    var hash = ContentHash()
    hash.add(library)
    path = "\(cache)/\(String(hash.value, radix: 36)).reader"
    self.key = key
  }

  // MARK: Reading

  func read() -> (reader: Reader, tables: Tables, findings: [Finding])? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, let header = words(of: file),
      header[0] == KeptReader.mark, header[1] == key
    else { return nil }
    let (start, size) = (KeptReader.headerWords * 8, Int(status.st_size))
    guard header[3] <= UInt64(size), size >= start + Int(header[3]) else { return nil }
    let length = Int(header[3])
    guard let bytes = KeptReader.bytes(of: file, at: start, count: length),
      ContentHash(bytes).value == header[2],
      let (tables, findings) = decoded(bytes)
    else { return nil }
    let words = CompiledWords(key: key, count: size - start - length) {
      KeptReader.read(file, at: start + length, into: $0)
    }
    guard let words else { return nil }
    return (Reader(tables: tables, words: words), tables, findings)
  }

  private func words(of file: Int32) -> [UInt64]? {
    guard let bytes = KeptReader.bytes(of: file, at: 0, count: KeptReader.headerWords * 8) else {
      return nil
    }
    return bytes.withUnsafeBytes { raw in
      (0..<KeptReader.headerWords).map {
        raw.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self)
      }
    }
  }

  private func decoded(_ bytes: [UInt8]) -> (Tables, [Finding])? {
    var reader = SnapshotReader(bytes)
    guard let findings = try? [Finding](from: &reader), let tables = try? Tables(from: &reader)
    else { return nil }
    return (tables.unfolded, findings)
  }

  private static func bytes(of file: Int32, at offset: Int, count: Int) -> [UInt8]? {
    var isWhole = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      isWhole = read(file, at: offset, into: UnsafeMutableRawBufferPointer(buffer))
      filled = isWhole ? count : 0
    }
    return isWhole ? bytes : nil
  }

  private static func read(
    _ file: Int32, at offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) -> Bool {
    var done = 0
    while done < buffer.count {
      let count = pread(
        file, buffer.baseAddress.map { $0 + done }, buffer.count - done, off_t(offset + done))
      guard count > 0 else { return false }
      done += count
    }
    return true
  }

  // MARK: Writing

  func write(_ tables: Tables, _ findings: [Finding], _ words: CompiledWords) {
    var snapshot = SnapshotWriter()
    findings.write(into: &snapshot)
    tables.write(into: &snapshot)
    var bytes: [UInt8] = []
    let header = [
      KeptReader.mark, key, ContentHash(snapshot.bytes).value, UInt64(snapshot.bytes.count),
    ]
    for word in header { withUnsafeBytes(of: word) { bytes.append(contentsOf: $0) } }
    bytes += snapshot.bytes
    words.withBytes { bytes.append(contentsOf: $0) }
    // A cache that cannot be written is no cache.
    guard (try? FileSystem.makeFolder(FileSystem.parent(of: path))) != nil else { return }
    try? FileSystem.replace(path, with: bytes)
  }
}
