import Dashboard
import FundingCore
import FundingStore
import Glibc
import Screen
import Terminal

/// What the dashboard asks the world for: files, decisions, the browser.
final class DashboardHost {
  private var library: LoadedLibrary
  private let isFresh: Bool
  private let filter: Filter

  init(library: LoadedLibrary, isFresh: Bool, filter: Filter) {
    self.library = library
    self.isFresh = isFresh
    self.filter = filter
  }

  var settings: Dashboard.Settings {
    let theme = configuration.values["theme"].flatMap { ThemeName(rawValue: $0.text) } ?? .terminal
    return Dashboard.Settings(
      language: library.context.language, keymap: configuration.keys.keymap,
      theme: theme.rawValue, hasMouse: configuration.values["mouse"]?.text != "false",
      today: Clock.today())
  }

  private var configuration: Configuration { Configuration(library.context) }

  /// `$XDG_STATE_HOME/koshty/session`, where the last visit ended.
  private static var sessionPath: String? {
    if let folder = Context.environment["XDG_STATE_HOME"], folder.hasPrefix("/") {
      return "\(folder)/koshty/session"
    }
    return Context.environment["HOME"].map { "\($0)/.local/state/koshty/session" }
  }

  private static var session: String? {
    guard let path = sessionPath, FileSystem.exists(path), let bytes = try? FileSystem.read(path)
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Keeps where the visit ended; a folder that cannot be written to costs nothing but that.
  private static func keep(_ session: String) {
    guard let path = sessionPath else { return }
    try? FileSystem.makeFolder(FileSystem.parent(of: path))
    try? FileSystem.replace(path, with: Array(session.utf8))
  }

  private var data: DashboardData {
    let library = library
    let configuration = configuration
    return DashboardData(
      table: library.table, ledger: Later { library.ledger },
      findings: Later { configuration.findings(library.tables) + library.findings },
      decisions: Later { DecisionLog(library: library.context.library).decisions().decisions })
  }

  /// Shows the dashboard; the exit code.
  func run(_ settings: Dashboard.Settings) -> Int32 {
    let environment = Context.environment
    var options = DashboardOptions()
    options.settings = settings
    options.terminalType = environment["TERM"] ?? ""
    options.colourHint = environment["COLORTERM"] ?? ""
    options.isInsideTmux = !(environment["TMUX"] ?? "").isEmpty
    options.isMonochrome =
      library.context.options.color == .never || !(environment["NO_COLOR"] ?? "").isEmpty
    if !filter.isEmpty { options.location = Location(.sectors, filter: filter) }
    let session = DashboardHost.session
    options.isFirstVisit = session == nil
    options.session = isFresh ? nil : session
    options.keepsSettings =
      library.context.options.language != nil
      || ["language", "theme", "mouse"].contains { configuration.values[$0] != nil }
    let mistakes = library.context.configurationFindings + configuration.findings(library.tables)
    options.notice = mistakes.first.map { finding in
      let words = Texts(settings.language).describe(finding).message
      return Notice("config.yaml:\(finding.location.line ?? 1): \(words)", isError: true)
    }
    let state = library.state
    // Kept beside the first frame; who leaves at once waits for it behind the restored terminal.
    let keeping = Aside()
    defer { keeping.wait() }
    options.whenShown = { keeping.begin { state.keep() } }
    options.leave = { DashboardHost.keep($0.session) }
    options.write = write
    options.open = open
    options.decide = { [self] in decide($0) }
    options.takeBack = { [self] in takeBack(isRestoring: $0) }
    return runDashboard(data: data, options: options)
  }

  /// Writes an export into the folder the program was started in; a file of that name stays, the new one gets a number.
  private func write(_ export: Export) -> Dashboard.Outcome {
    let parts = export.name.split(separator: ".", omittingEmptySubsequences: false)
    let stem = parts.dropLast().joined(separator: ".")
    let ending = parts.last.map { "." + $0 } ?? ""
    var name = export.name
    var number = 2
    while FileSystem.exists(name), number < 10_000 {
      name = "\(stem)-\(number)\(ending)"
      number += 1
    }
    do throws(StoreError) {
      try FileSystem.replace(name, with: Array(export.text.utf8))
      return .exported(path: (realpath(name, nil).map(String.init(taking:))) ?? name)
    } catch {
      return .failed(error.description)
    }
  }

  /// Opens an article's page in the browser; only addresses of the web.
  private func open(_ url: String) -> Dashboard.Outcome {
    guard url.hasPrefix("https://") || url.hasPrefix("http://") else { return .failed(url) }
    let opener = Context.environment["BROWSER"].flatMap { $0.isEmpty ? nil : $0 } ?? "xdg-open"
    if Spawn.quietly([opener, url]) { return .opened(url) }
    let reason = library.context.text(
      "не вдалося запустити \(opener); адреса", "\(opener) could not be started; the address")
    return .failed("\(reason): \(url)")
  }

  private func decide(_ request: DecisionRequest) -> Result<DashboardData, DashboardFailure> {
    let kind: Decision.Kind =
      switch request.kind {
      case .same: .same
      case .different: .notSame
      case .partOf: .partOf
      case .notFunding: .notFunding
      case .correct: .edit
      case .confirm: .confirm
      }
    let maker = DecisionMaker(library: library)
    do throws(StoreError) {
      let decision = try maker.decision(
        kind, request.claims, field: request.field?.rawValue,
        value: request.value.isEmpty ? nil : request.value, who: nil, why: request.reason)
      return .success(try record(decision))
    } catch {
      return .failure(DashboardFailure(error.description))
    }
  }

  /// Takes back the latest of the person's own decisions that still holds, or brings back the one taken back last; what
  /// others decided, the shipped library's decisions among it, is left alone.
  private func takeBack(isRestoring: Bool) -> Result<TakenBack, DashboardFailure> {
    let all = DecisionLog(library: library.context.library).decisions().decisions
    let own = all.filter { $0.who == DecisionMaker.user }
    let undone = Set(all.compactMap(\.undoes))
    let latest = own.last {
      // An undo holds as long as it was not itself taken back.
      $0.kind == .undo
        ? isRestoring && !undone.contains($0.id) && isDecision($0.undoes, in: own)
        : !isRestoring && isStanding($0, in: all)
    }
    let decided = isRestoring ? own.first { $0.id == latest?.undoes } : latest
    guard let latest, let decided else {
      let reason =
        isRestoring
        ? library.context.text("нічого повертати", "there is nothing to bring back")
        : library.context.text("ваших рішень немає", "you have decided nothing")
      return .failure(DashboardFailure(reason))
    }
    do throws(StoreError) {
      let undo = try DecisionMaker(library: library)
        .decision(.undo, [], undoes: latest.id, who: nil, why: isRestoring ? "U" : "u")
      return .success(TakenBack(decision: decided, data: try record(undo)))
    } catch {
      return .failure(DashboardFailure(error.description))
    }
  }

  private func isStanding(_ decision: Decision, in all: [Decision]) -> Bool {
    Decision.standing(all).contains { $0.id == decision.id }
  }

  private func isDecision(_ id: String?, in own: [Decision]) -> Bool {
    own.contains { $0.id == id && $0.kind != .undo }
  }

  /// Writes a decision down and reads the library anew with it.
  private func record(_ decision: Decision) throws(StoreError) -> DashboardData {
    let (own, _) = try DecisionMaker(library: library).record(decision)
    var context = library.context
    context.library = own
    library = try LoadedLibrary(context)
    return data
  }
}

extension String {
  /// A text of the C library's, which is freed.
  fileprivate init(taking text: UnsafeMutablePointer<CChar>) {
    self.init(cString: text)
    free(text)
  }
}

/// Starts another program and does not wait for it.
enum Spawn {
  static func quietly(_ words: [String]) -> Bool {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, mode) in [
      (STDIN_FILENO, O_RDONLY), (STDOUT_FILENO, O_WRONLY), (STDERR_FILENO, O_WRONLY),
    ] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", mode, 0)
    }
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child = pid_t()
    return posix_spawnp(&child, words[0], &actions, nil, &arguments, environ) == 0
  }
}
