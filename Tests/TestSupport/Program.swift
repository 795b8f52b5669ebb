import Foundation
import Glibc

/// What a run of the built program left behind.
public struct Finished: Sendable {
  public var output: String
  public var errors: String
  public var code: Int32
}

/// Where all runs keep their index: made by the first of them.
private let cache = TemporaryFolder()

/// The built program, run as a person would from a shell.
public enum Program {
  /// The folder of the build that these tests belong to.
  public static var folder: String {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundlePath
    let path =
      bundle ?? CommandLine.arguments.first { $0.contains(".xctest") } ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: path).deletingLastPathComponent().path
  }

  public static var path: String { folder + "/koshty" }

  /// Runs the program to its end, in a world of its own: nobody's library or settings. The cache is the tests'.
  public static func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) throws -> Finished {
    let world = TemporaryFolder()
    let given = [
      "HOME": world.path, "XDG_CACHE_HOME": cache.path, "LC_ALL": "C.UTF-8",
      "PATH": "/usr/bin:/bin",
    ].merging(environment) { $1 }
    return try run(path, arguments, input: input, environment: given)
  }

  /// Runs any program to its end.
  public static func run(
    _ path: String, _ arguments: [String], input: String = "", environment: [String: String]
  ) throws -> Finished {
    // A program may end before it has read everything.
    signal(SIGPIPE, SIG_IGN)
    let (inputPipe, outputPipe, errorPipe) = (Ends(), Ends(), Ends())
    let process = try spawn(
      path, arguments, environment, [inputPipe.reading, outputPipe.writing, errorPipe.writing])
    for end in [inputPipe.reading, outputPipe.writing, errorPipe.writing] { close(end) }
    let errors = Drain(errorPipe.reading)
    var bytes = Array(input.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(inputPipe.writing, $0.baseAddress, $0.count) }
      if count <= 0 { break }
      bytes = bytes.dropFirst(count)
    }
    close(inputPipe.writing)
    let output = Drain.read(outputPipe.reading)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    return Finished(
      output: String(decoding: output, as: UTF8.self), errors: errors.text,
      code: status & 0x7F == 0 ? status >> 8 & 0xFF : status & 0x7F)
  }

  private static func spawn(
    _ path: String, _ arguments: [String], _ environment: [String: String], _ ends: [Int32]
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, end) in ends.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, end, Int32(number))
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var usual = sigset_t()
    sigemptyset(&usual)
    sigaddset(&usual, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    var settings = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for word in words + settings { free(word) } }
    var process: pid_t = 0
    let failed = posix_spawn(&process, path, &actions, &attributes, &words, &settings)
    guard failed == 0 else { throw CocoaError(.executableLoad) }
    return process
  }
}

/// The two ends of a pipe; no other program inherits them.
private struct Ends {
  let reading: Int32
  let writing: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    socketpair(AF_UNIX, kind, 0, &ends)
    (reading, writing) = (ends[0], ends[1])
  }
}

/// Reads a pipe to its end beside the one that is read in the foreground, so that neither fills up.
private final class Drain: @unchecked Sendable {
  private let done = DispatchSemaphore(value: 0)
  private var bytes: [UInt8] = []

  init(_ end: Int32) {
    Thread { [self] in
      bytes = Drain.read(end)
      done.signal()
    }.start()
  }

  var text: String {
    done.wait()
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Everything up to the end, which is closed.
  static func read(_ end: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(end, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
      bytes += chunk.prefix(count)
    }
    close(end)
    return bytes
  }
}
