import FundingCore
import Screen

extension Keymap {
  /// A key changed in the configuration: `keys.quit: Q ctrl-x`, and the line it stands on.
  public struct Setting: Sendable {
    public var command: String
    public var keys: String
    public var line: Int
    public init(command: String, keys: String, line: Int) {
      self.command = command
      self.keys = keys
      self.line = line
    }
  }

  /// The standard keys with those a person changed.
  ///
  /// - Errors: findings with file and line: commands and keys nobody knows, a key given to two commands.
  public static func configured(_ settings: [Setting], file: String) -> (
    keymap: Keymap, findings: [Finding]
  ) {
    var keymap = Keymap()
    var findings: [Finding] = []
    func complain(_ setting: Setting, _ code: String, _ message: String, _ remedy: String) {
      findings.append(
        Finding(
          .error, code: code, at: .init(file: file, line: setting.line), message, remedy: remedy,
          excerpt: "\(setting.command): \(setting.keys)"))
    }
    var lines: [Command: Setting] = [:]
    for setting in settings.sorted(by: { $0.line < $1.line }) {
      guard let command = Command(rawValue: setting.command) else {
        complain(
          setting, "unknown-command", "There is no command “\(setting.command)”.",
          "Commands are \(Command.allCases.map(\.rawValue).joined(separator: ", ")).")
        continue
      }
      let words = setting.keys.split(whereSeparator: { $0 == " " || $0 == "," }).map(String.init)
      let keys = words.compactMap(Keymap.key(named:))
      guard !keys.isEmpty, keys.count == words.count else {
        complain(
          setting, "unknown-key", "“\(setting.keys)” names no key.",
          "Write single characters or names such as space, enter, ctrl-r, alt-x, f5.")
        continue
      }
      keymap.rebind(command, to: keys)
      lines[command] = setting
    }
    for conflict in keymap.conflicts {
      guard let setting = lines[conflict.second] ?? lines[conflict.first] else { continue }
      let other = lines[conflict.second] == nil ? conflict.second : conflict.first
      complain(
        setting, "key-conflict",
        "The key \(Keymap.label(of: conflict.key, isCyrillic: false)) already asks for “\(other.rawValue)”.",
        "Give one of the two another key.")
    }
    return (keymap, findings)
  }
}
