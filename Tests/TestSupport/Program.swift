import Foundation

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
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = [
      "HOME": world.path, "XDG_CACHE_HOME": cache.path, "LC_ALL": "C.UTF-8",
      "PATH": "/usr/bin:/bin",
    ].merging(environment) { $1 }
    let (outputPipe, errorPipe, inputPipe) = (Pipe(), Pipe(), Pipe())
    process.standardOutput = outputPipe
    process.standardError = errorPipe
    process.standardInput = inputPipe
    try process.run()
    let errors = Drain(errorPipe)
    inputPipe.fileHandleForWriting.write(Data(input.utf8))
    try inputPipe.fileHandleForWriting.close()
    let output = outputPipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Finished(
      output: String(decoding: output, as: UTF8.self), errors: errors.text,
      code: process.terminationStatus)
  }
}

/// Reads a pipe to its end beside the one that is read in the foreground, so that neither fills up.
private final class Drain: @unchecked Sendable {
  private let done = DispatchSemaphore(value: 0)
  private var data = Data()

  init(_ pipe: Pipe) {
    DispatchQueue.global().async { [self] in
      data = pipe.fileHandleForReading.readDataToEndOfFile()
      done.signal()
    }
  }

  var text: String {
    done.wait()
    return String(decoding: data, as: UTF8.self)
  }
}
