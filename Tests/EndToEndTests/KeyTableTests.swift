import Dashboard
import FundingCore
import Screen
import TestSupport
import Testing

/// Every key of the key table, pressed in the built program under three keyboard layouts, where it holds; after each the
/// terminal shows cell by cell what `view` draws of the same state. The scripts are made from the table.
@Suite(.beside) struct KeyTableTests {
  enum Layout: String, CaseIterable { case en, uk, ru }

  /// A key as a terminal sends it.
  private static func bytes(of key: Key) -> String? {
    switch key {
    case .character(let scalar): String(Character(scalar))
    case .control(let scalar): Unicode.Scalar(scalar.value - 96).map { String(Character($0)) }
    case .alt(let scalar): "\u{1B}" + String(Character(scalar))
    case .up: "\u{1B}OA"
    case .down: "\u{1B}OB"
    case .right: "\u{1B}OC"
    case .left: "\u{1B}OD"
    case .home: "\u{1B}OH"
    case .end: "\u{1B}OF"
    case .pageUp: "\u{1B}[5~"
    case .pageDown: "\u{1B}[6~"
    case .enter: "\r"
    case .escape: "\u{1B}"
    case .tab: "\t"
    case .backTab: "\u{1B}[Z"
    case .backspace: "\u{7F}"
    case .delete: "\u{1B}[3~"
    case .insert: "\u{1B}[2~"
    case .function: nil
    }
  }

  /// What the key of a Latin character types under a layout; `nil` where that is a character no layout turns back.
  private static func typed(_ scalar: Unicode.Scalar, _ layout: Layout) -> Unicode.Scalar? {
    let latin = Array("qwertyuiop[]asdfghjkl;'zxcvbnm/?QWERTYUIOPASDFGHJKL:ZXCVBNM".unicodeScalars)
    let other: [Unicode.Scalar] =
      switch layout {
      case .en: latin
      case .uk: Array("йцукенгшщзхїфівапролджєячсмить.,ЙЦУКЕНГШЩЗФІВАПРОЛДЖЯЧСМИТЬ".unicodeScalars)
      case .ru: Array("йцукенгшщзхъфывапролджэячсмить.,ЙЦУКЕНГШЩЗФЫВАПРОЛДЖЯЧСМИТЬ".unicodeScalars)
      }
    return latin.firstIndex(of: scalar).map { other[$0] }
  }

  /// The keys that lead from the opening screen to where a binding holds.
  private static func way(to context: Context?) -> [Key] {
    switch context {
    case nil, .sectors: []
    case .projects: [.character("2")]
    case .funding: [.character("3")]
    case .map: [.character("4")]
    case .articles: [.character("5")]
    case .doubts: [.character("6")]
    case .project: [.character("2"), .enter]
    case .article: [.character("5"), .enter]
    case .explanation: [.character("w")]
    case .decisions: [.character("D")]
    case .facets: [.character("f")]
    case .help: [.character("?")]
    }
  }

  /// Each binding once: its keys and the way to a place where it holds. What ends or turns the picture off is left out,
  /// and tested elsewhere.
  private static var scripts: [(command: Command, way: [Key], keys: [Key])] {
    Keymap.standard.filter { ![.quit, .plain].contains($0.command) }.map { binding in
      let context = Context.allCases.first { binding.contexts.contains($0) }
      return (binding.command, way(to: context), binding.keys)
    }
  }

  private func start() throws -> State {
    State(
      data: try fixtureData(), settings: Settings(language: .uk),
      size: Size(width: 100, height: 30))
  }

  /// What the program answers where the world is asked for something.
  private func answer(_ effects: [Effect], _ state: inout State) {
    for effect in effects {
      switch effect {
      case .copy(let text): _ = update(&state, .done(.copied(text)))
      case .open(let url): _ = update(&state, .done(.opened(url)))
      case .takeBack: _ = update(&state, .done(.failed("ваших рішень немає")))
      case .restore: _ = update(&state, .done(.failed("нічого повертати")))
      case .quit, .export, .decide, .setMouse, .setTheme, .setPlain: break
      }
    }
  }

  @Test(arguments: Layout.allCases)
  func `every key of the table does the same, and the terminal shows it`(_ layout: Layout) throws {
    var state = try start()
    let session = try dashboard(
      columns: 100, rows: 30, arguments: ["dashboard", "--language", "uk", "--fresh"],
      environment: ["BROWSER": "/bin/true"])
    try session.see("Укриття")
    // The first key ends the greeting.
    try press([.character("1")], &state, session)
    var count = 0
    for (command, way, keys) in Self.scripts {
      for key in keys {
        guard let pressed = Self.pressed(key, layout) else { continue }
        try backToStart(&state, session)
        try press(way + [pressed], &state, session, "\(command) by \(pressed), \(layout)")
        count += 1
      }
    }
    #expect(count >= (layout == .en ? 60 : layout == .uk ? 30 : 1))
    try backToStart(&state, session)
    session.send(layout == .en ? "q" : "й")
    #expect(try session.end() == .exited(0))
    #expect(session.modes == session.modesBefore)
  }

  /// The key as the layout types it; only what it types otherwise than the layouts before it.
  private static func pressed(_ key: Key, _ layout: Layout) -> Key? {
    if layout == .en { return bytes(of: key) == nil ? nil : key }
    guard case .character(let scalar) = key, let other = typed(scalar, layout),
      layout == .uk || other != typed(scalar, .uk)
    else { return nil }
    return .character(other)
  }

  /// Sends keys and waits until the terminal shows what they make of the state; Esc is waited for, or it would be the
  /// first half of another key.
  private func press(
    _ keys: [Key], _ state: inout State, _ session: Session, _ what: String = "the way back"
  ) throws {
    for (index, key) in keys.enumerated() {
      answer(update(&state, event: .key(key)), &state)
      session.send(Self.bytes(of: key) ?? "")
      guard key == .escape || index == keys.count - 1 else { continue }
      let grid = view(state, width: 100, height: 30)
      try session.wait(what) { here in
        (0..<30).allSatisfy { here.clusters($0) == grid.row($0).map(\.cluster) }
      }
    }
  }

  /// Undoes what a key did with keys alone: out of what is typed, settings as they were, the opening view without a filter.
  private func backToStart(_ state: inout State, _ session: Session) throws {
    for _ in 0..<3 where state.overlay != nil { try press([.escape], &state, session) }
    if state.settings.language != .uk { try press([.character("L")], &state, session) }
    if !state.settings.hasMouse { try press([.character("M")], &state, session) }
    for _ in 0..<3 where state.settings.theme != "terminal" {
      try press([.character("T")], &state, session)
    }
    var keys: [Key] = []
    if !state.here.filter.isEmpty { keys.append(.character("c")) }
    keys += [.character("1"), .home]
    try press(keys, &state, session)
  }
}
