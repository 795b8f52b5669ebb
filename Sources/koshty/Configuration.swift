import Dashboard
import FundingCore
import FundingStore
import Terminal

/// What the person set in `config.yaml`: language, theme, mouse, home and keys, each checked.
struct Configuration {
  let values: [String: FundingStore.Settings.Value]
  private let file: String

  init(_ context: Context) {
    values = context.configuration
    file = Context.configurationPath ?? "config.yaml"
  }

  /// The settings there are besides `keys.…`, and what each may say; `nil` where anything may stand.
  private static let known: [String: [String]?] = [
    "language": ["uk", "en"], "theme": ThemeName.allCases.map(\.rawValue),
    "mouse": ["true", "false"], "home": nil,
  ]

  /// The keys as they are set, and mistakes among them.
  var keys: (keymap: Keymap, findings: [Finding]) {
    let settings = values.compactMap { name, value in
      name.hasPrefix("keys.")
        ? Keymap.Setting(command: String(name.dropFirst(5)), keys: value.text, line: value.line)
        : nil
    }
    return Keymap.configured(settings, file: file)
  }

  /// Everything wrong with the file, in the order of its lines: settings nobody knows, values nothing can be made of,
  /// commands and keys that are none, a key given twice.
  func findings(_ tables: Tables) -> [Finding] {
    var findings = keys.findings
    for (name, value) in values where !name.hasPrefix("keys.") {
      if let problem = problem(name, value.text, tables) {
        findings.append(
          Finding(
            .error, code: problem.code, at: .init(file: file, line: value.line), problem.message,
            remedy: problem.remedy, excerpt: "\(name): \(value.text)"))
      }
    }
    return findings.sorted { ($0.location.line ?? 0, $0.code) < ($1.location.line ?? 0, $1.code) }
  }

  private func problem(_ name: String, _ text: String, _ tables: Tables) -> (
    code: String, message: String, remedy: String
  )? {
    guard let allowed = Configuration.known[name] else {
      let names = Configuration.known.keys.sorted().joined(separator: ", ")
      return (
        "unknown-setting", "There is no setting “\(name)”.", "Settings are \(names) and keys."
      )
    }
    if let allowed, !allowed.contains(text) {
      return (
        "wrong-setting", "“\(text)” is no \(name).", "Write \(allowed.joined(separator: ", "))."
      )
    }
    if name == "home", tables.gazetteer.place(named: text) == nil {
      return ("wrong-setting", "“\(text)” is no place of places.csv.", "Write its id or its label.")
    }
    return nil
  }
}
