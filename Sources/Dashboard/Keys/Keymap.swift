import Screen

/// Which key asks for what, and what that is called: one table maps keys, prints the help and the line of hints.
public struct Keymap: Equatable, Sendable {
  /// One command, its keys and where they hold.
  public struct Binding: Equatable, Sendable {
    public var command: Command
    public var keys: [Key]
    /// Empty: everywhere but in fields of text.
    public var contexts: Set<Context>
    /// Lower is shown earlier in the line of hints; `nil` only in the help.
    public var hint: Int?

    public init(_ command: Command, _ keys: [Key], in contexts: Set<Context> = [], hint: Int? = nil)
    {
      self.command = command
      self.keys = keys
      self.contexts = contexts
      self.hint = hint
    }

    /// Whether it holds there.
    public func holds(in context: Context) -> Bool {
      contexts.isEmpty || contexts.contains(context)
    }
  }

  public var bindings: [Binding]

  public init(_ bindings: [Binding] = Keymap.standard) { self.bindings = bindings }

  /// What a key asks for in a context, under a Latin or a Cyrillic layout; `nil` if nothing.
  ///
  /// - Shape: a binding of the context alone goes before one that holds everywhere.
  public func command(for key: Key, in context: Context) -> Command? {
    if let found = exact(key, context) { return found }
    switch key {
    case .character(let scalar):
      if let latin = Layouts.latin(scalar) { return exact(.character(latin), context) }
      // The key of `/` types these two under Cyrillic layouts.
      if scalar == "." { return exact(.character("/"), context) }
      if scalar == "," { return exact(.character("?"), context) }
      return nil
    default: return nil
    }
  }

  /// What a key asks for in some view, where it asks for nothing in the one at hand.
  func commandElsewhere(for key: Key) -> Command? {
    Context.allCases.lazy.filter { ![.facets, .help].contains($0) }
      .compactMap { command(for: key, in: $0) }.first
  }

  private func exact(_ key: Key, _ context: Context) -> Command? {
    bindings.first {
      !$0.contexts.isEmpty && $0.contexts.contains(context) && $0.keys.contains(key)
    }?.command
      ?? bindings.first { $0.contexts.isEmpty && $0.keys.contains(key) }?.command
  }

  /// The keys of a command as a person reads them, in the script of the layout in use.
  public func label(of binding: Binding, isCyrillic: Bool) -> String {
    binding.keys.prefix(3).map { Keymap.label(of: $0, isCyrillic: isCyrillic) }.joined(
      separator: " ")
  }

  /// The first key of a command there.
  public func key(for command: Command, in context: Context, isCyrillic: Bool) -> String {
    guard
      let key = bindings.first(where: { $0.command == command && $0.holds(in: context) })?.keys
        .first
    else { return "" }
    return Keymap.label(of: key, isCyrillic: isCyrillic)
  }

  /// A key as a person reads it.
  public static func label(of key: Key, isCyrillic: Bool) -> String {
    switch key {
    case .character(" "): "Space"
    case .character(let scalar):
      String(Character(isCyrillic ? Layouts.cyrillic(scalar) ?? scalar : scalar))
    case .control(let scalar): "^" + String(Character(scalar)).uppercased()
    case .alt(let scalar): "Alt-" + String(Character(scalar))
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .insert: "Ins"
    case .function(let number): "F\(number)"
    }
  }

  /// The key a word of the configuration names: `j`, `о`, `space`, `ctrl-r`, `alt-x`, `enter`, `f5`; `nil` if none.
  public static func key(named word: String) -> Key? {
    let scalars = Array(word.unicodeScalars)
    if scalars.count == 1 { return .character(scalars[0]) }
    let lower = word.lowercased()
    if let known = named[lower] { return known }
    if lower.hasPrefix("ctrl-"), scalars.count == 6 {
      return lower.unicodeScalars.last.flatMap { ("a"..."z").contains($0) ? .control($0) : nil }
    }
    if lower.hasPrefix("alt-"), scalars.count == 5 { return .alt(scalars[4]) }
    if lower.hasPrefix("f"), let number = Int(lower.dropFirst()), (1...12).contains(number) {
      return .function(number)
    }
    return nil
  }

  private static let named: [String: Key] = [
    "space": .character(" "), "up": .up, "down": .down, "left": .left, "right": .right,
    "home": .home, "end": .end,
    "pageup": .pageUp, "pagedown": .pageDown, "enter": .enter, "esc": .escape, "escape": .escape,
    "tab": .tab,
    "shift-tab": .backTab, "backspace": .backspace, "delete": .delete, "insert": .insert,
  ]

  /// Two commands that the same key would ask for in one context.
  public struct Conflict: Equatable, Sendable {
    public var key: Key
    public var first: Command
    public var second: Command
  }

  /// Keys that ask for two things in one context.
  public var conflicts: [Conflict] {
    var found: [Conflict] = []
    for (index, a) in bindings.enumerated() {
      for b in bindings[(index + 1)...] where a.command != b.command && Keymap.meet(a, b) {
        for key in a.keys where b.keys.contains(key) {
          found.append(Conflict(key: key, first: a.command, second: b.command))
        }
      }
    }
    return found
  }

  /// A binding of one context may use a key that means something else everywhere; two of one kind may not meet.
  private static func meet(_ a: Binding, _ b: Binding) -> Bool {
    if a.contexts.isEmpty || b.contexts.isEmpty { return a.contexts.isEmpty == b.contexts.isEmpty }
    return !a.contexts.isDisjoint(with: b.contexts)
  }

  /// Gives a command other keys; returns false where no command has the name.
  public mutating func rebind(_ command: Command, to keys: [Key]) {
    for index in bindings.indices where bindings[index].command == command {
      bindings[index].keys = keys
    }
  }
}

extension Keymap {
  /// The key shown in the line of hints.
  func hintLabel(of binding: Binding, isCyrillic: Bool) -> String {
    if binding.command == .down { return "↑↓" }
    return binding.keys.first.map { Keymap.label(of: $0, isCyrillic: isCyrillic) } ?? ""
  }
}
