import FundingCore
import Yams

/// A small YAML file of `key: text` pairs, each with its line: `library.yaml`, `config.yaml`.
public enum Settings {
  /// A value and the line it stands on, from 1.
  public struct Value: Hashable, Sendable {
    public var text: String
    public var line: Int
  }

  /// Reads the pairs. A pair inside a mapping is named `outer.inner`.
  ///
  /// - Errors: findings with file and line; what can be read is returned.
  public static func read(_ bytes: [UInt8], file: String) -> (
    values: [String: Value], findings: [Finding]
  ) {
    var values: [String: Value] = [:]
    do {
      guard let root = try Yams.compose(yaml: String(decoding: bytes, as: UTF8.self), .basic) else {
        return ([:], [])
      }
      collect(root, prefix: "", into: &values)
      return (values, [])
    } catch {
      let finding = Finding(
        .error, code: "broken-settings", at: .init(file: file, line: line(of: error)),
        "The file is not YAML: \(error)",
        remedy: "Write one key: value a line.")
      return (values, [finding])
    }
  }

  /// Where the parser stopped, from 1.
  private static func line(of error: any Error) -> Int? {
    switch error as? YamlError {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      return mark.line
    default: return nil
    }
  }

  private static func collect(_ node: Node, prefix: String, into values: inout [String: Value]) {
    for (key, value) in node.mapping ?? [:] {
      guard let name = key.string else { continue }
      if let text = value.scalar?.string {
        values[prefix + name] = Value(text: text, line: key.mark?.line ?? 1)
      } else if let items = value.sequence {
        let text = items.compactMap { $0.scalar?.string }.joined(separator: " ")
        values[prefix + name] = Value(text: text, line: key.mark?.line ?? 1)
      } else {
        collect(value, prefix: prefix + name + ".", into: &values)
      }
    }
  }
}
