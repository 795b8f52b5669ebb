import FundingCore
import FundingStore
import Glibc
import Reading

/// What a command runs in: the library, the home, the language, the colours. Only here is the environment read.
struct Context {
  let options: CommonWords
  var library: Library
  let language: Language
  let configuration: [String: Settings.Value]
  let configurationFindings: [Finding]

  /// - Errors: ``StoreError`` where no library is found.
  init(_ options: GlobalOptions) throws(StoreError) { try self.init(options.words) }

  /// - Errors: ``StoreError`` where no library is found.
  init(_ options: CommonWords) throws(StoreError) {
    self.options = options
    library = try Library.locate(
      named: options.library, executable: Context.executable, environment: Context.environment)
    (configuration, configurationFindings) = Context.readConfiguration()
    language = Context.language(options.language, configuration)
  }

  static func language(_ asked: Language?, _ configuration: [String: Settings.Value]) -> Language {
    let configured = configuration["language"].flatMap { Language(rawValue: $0.text) }
    return asked ?? (configured == .en ? .en : .uk)
  }

  static let environment: [String: String] = {
    var result: [String: String] = [:]
    var at = environ
    while let entry = at.pointee {
      let pair = String(cString: entry)
      if let equals = pair.firstIndex(of: "=") {
        result[String(pair[..<equals])] = String(pair[pair.index(after: equals)...])
      }
      at += 1
    }
    return result
  }()

  /// The path of the running program, links followed.
  static let executable: String = {
    guard let path = realpath("/proc/self/exe", nil) else {
      return CommandLine.arguments.first ?? "koshty"
    }
    defer { free(path) }
    return String(cString: path)
  }()

  /// `$XDG_CONFIG_HOME/koshty/config.yaml`, where it exists.
  static var configurationPath: String? {
    if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
      return "\(folder)/koshty/config.yaml"
    }
    return environment["HOME"].map { "\($0)/.config/koshty/config.yaml" }
  }

  static func readConfiguration() -> ([String: Settings.Value], [Finding]) {
    guard let path = configurationPath, FileSystem.exists(path),
      let bytes = try? FileSystem.read(path)
    else {
      return ([:], [])
    }
    return Settings.read(bytes, file: path)
  }

  /// The home place: `--home`, else the library's, else the user's, else Kharkiv.
  ///
  /// - Errors: ``StoreError`` where the name is no place of the gazetteer.
  func home(_ tables: Tables, libraryHome: String?) throws(StoreError) -> Place.ID {
    let name = options.home ?? libraryHome ?? configuration["home"]?.text ?? "kharkiv"
    if let place = tables.gazetteer.place(named: name) { return place.id }
    let reason = text(
      "«\(name)» — не місце з places.csv; пишіть його id або назву",
      "“\(name)” is no place of places.csv; write its id or label")
    // The setting is named where it stands: file and line.
    guard options.home == nil, libraryHome == nil, let setting = configuration["home"] else {
      let path = options.home == nil ? "library.yaml" : "--home"
      throw StoreError(path: path, reason: reason)
    }
    let file = Context.configurationPath ?? "config.yaml"
    throw StoreError(path: "\(file):\(setting.line)", reason: reason)
  }

  /// The index in `$XDG_CACHE_HOME/koshty`; what this very executable made is believed, nothing else.
  var indexOptions: Library.IndexOptions {
    let environment = Context.environment
    let cache: String? =
      if let folder = environment["XDG_CACHE_HOME"], folder.hasPrefix("/") {
        "\(folder)/koshty"
      } else {
        environment["HOME"].map { "\($0)/.cache/koshty" }
      }
    return Library.IndexOptions(
      cache: cache, version: FileSystem.identity(of: Context.executable) ?? "unknown")
  }

  /// Whether to print in colour on standard output.
  var isColored: Bool {
    switch options.color {
    case .always: true
    case .never: false
    case .auto: Output.isTerminal && (Context.environment["NO_COLOR"] ?? "").isEmpty
    }
  }

  /// One of two texts, by the language of the screen.
  func text(_ uk: String, _ en: String) -> String { language == .uk ? uk : en }
}
