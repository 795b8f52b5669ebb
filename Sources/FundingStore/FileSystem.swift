import Glibc

/// Trouble in the world: a file or folder that cannot be read or written.
///
/// - Shape: the path and the system's own words.
public struct StoreError: Error, Hashable, Sendable, CustomStringConvertible {
  public var path: String
  public var reason: String

  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// The last error of the C library, about a path.
  static func last(_ path: String) -> StoreError {
    StoreError(path: path, reason: String(cString: strerror(errno)))
  }

  public var description: String { "\(path): \(reason)" }
}

/// The few calls on files that a library needs, straight on POSIX: Foundation's cost more than reading the files.
public enum FileSystem {
  /// The bytes of a file.
  ///
  /// - Errors: ``StoreError`` with the system's words.
  public static func read(_ path: String) throws(StoreError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .last(path) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .last(path) }
    if status.st_mode & S_IFMT == S_IFDIR { throw StoreError(path: path, reason: "it is a folder") }
    var bytes: [UInt8] = []
    var wanted = max(4096, Int(status.st_size) + 1)
    while true {
      var failed = false
      let chunk = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
        let found = Glibc.read(file, buffer.baseAddress, wanted)
        failed = found < 0
        count = max(0, found)
      }
      if failed { throw .last(path) }
      if chunk.isEmpty { return bytes }
      bytes = bytes.isEmpty ? chunk : bytes + chunk
      wanted = max(4096, wanted - chunk.count)
    }
  }

  /// The names in a folder that end so, in byte order; names that begin with a dot are passed over.
  ///
  /// - Errors: ``StoreError``; a folder that does not exist has no names.
  public static func names(in folder: String, endingWith ending: String) throws(StoreError)
    -> [String]
  {
    guard let stream = opendir(folder) else {
      if errno == ENOENT { return [] }
      throw .last(folder)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(ending), !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Size and time of a file, as one word that changes when the file does.
  public static func identity(of path: String) -> String? {
    let file = SourceFile(name: path, path: path)
    return file.size < 0 ? nil : "\(file.size)-\(file.modified)"
  }

  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Makes a folder and those above it.
  public static func makeFolder(_ path: String) throws(StoreError) {
    if isFolder(path) { return }
    let above = parent(of: path)
    if above != path, !above.isEmpty { try makeFolder(above) }
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw .last(path) }
  }

  /// Adds bytes to the end of a file in one write and waits until they are on the disk; makes the file where there is
  /// none. Two processes that append at once do not mix their lines.
  public static func append(_ bytes: [UInt8], to path: String) throws(StoreError) {
    let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw .last(path) }
    defer { close(file) }
    try write(bytes, to: file, path)
    guard fsync(file) == 0 else { throw .last(path) }
  }

  /// Puts a file in place whole: written beside, flushed, then renamed, so that a killed process leaves the old one.
  ///
  /// - Parameter isFlushed: whether it has to outlive a lost power supply; waiting for the disk takes milliseconds.
  public static func replace(
    _ path: String, with bytes: [UInt8], isFlushed: Bool = true
  ) throws(StoreError) {
    let beside = "\(path).\(getpid()).new"
    let file = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw .last(beside) }
    do {
      try write(bytes, to: file, beside)
    } catch {
      close(file)
      unlink(beside)
      throw error
    }
    if isFlushed { fsync(file) }
    close(file)
    guard rename(beside, path) == 0 else { throw .last(path) }
  }

  /// Gives a file or folder another name.
  public static func move(_ path: String, to other: String) throws(StoreError) {
    guard rename(path, other) == 0 else { throw .last(path) }
  }

  private static func write(_ bytes: [UInt8], to file: Int32, _ path: String) throws(StoreError) {
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(file, $0.baseAddress.map { $0 + start }, bytes.count - start)
      }
      guard count > 0 else { throw .last(path) }
      start += count
    }
  }

  /// The path without its last name; `/` for the root, `.` for a bare name.
  public static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
