import FundingStore
import Glibc

/// A fresh folder for one test, taken away when the test lets go of it.
public final class TemporaryFolder: Sendable {
  public let path: String

  public init() {
    var template = Array("/tmp/koshty-test-XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress, mkdtemp(base) != nil else { return "/tmp" }
      return String(cString: base)
    }
  }

  /// Puts a file in the folder, with the folders above it.
  public func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  public func write(_ bytes: [UInt8], to name: String) throws {
    let file = "\(path)/\(name)"
    try FileSystem.makeFolder(FileSystem.parent(of: file))
    try FileSystem.replace(file, with: bytes)
  }

  deinit {
    if path.hasPrefix("/tmp/koshty-test-") { remove(path) }
  }

  private func remove(_ path: String) {
    if FileSystem.isFolder(path), let stream = opendir(path) {
      while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { remove("\(path)/\(name)") }
      }
      closedir(stream)
      rmdir(path)
    } else {
      unlink(path)
    }
  }
}

/// The folder of the checkout, found from this file.
public var checkout: String {
  FileSystem.parent(of: FileSystem.parent(of: FileSystem.parent(of: #filePath)))
}

/// What this thread has had of the processor; other tests and programs take nothing of it.
public var processorSeconds: Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
