import Screen

/// What an event means in a state: a command by the keymap, a character of a line being typed, or a change of the world.
public func message(for event: Event, in state: State) -> Message? {
  switch event {
  case .key(let key): message(for: key, in: state)
  case .mouse(let mouse): state.settings.hasMouse ? .mouse(mouse) : nil
  case .paste(let text): .pasted(text)
  case .resize(let size): .resized(size)
  case .resumed, .woken, .signal, .closed: nil
  }
}

private func message(for key: Key, in state: State) -> Message {
  if state.isTyping {
    if let editing = editing(key) { return .editing(editing) }
    if case .character(let scalar) = key { return .typed(scalar) }
    return .unbound(key)
  }
  if let command = state.settings.keymap.command(for: key, in: state.context) {
    return .command(command)
  }
  return .unbound(key)
}

private func editing(_ key: Key) -> Editing? {
  switch key {
  case .left, .control("b"): .left
  case .right, .control("f"): .right
  case .home, .control("a"): .start
  case .end, .control("e"): .end
  case .backspace: .deleteBackward
  case .delete: .deleteForward
  case .control("w"): .deleteWord
  case .control("u"): .deleteAll
  case .enter: .accept
  case .escape: .cancel
  case .up, .control("p"): .up
  case .down, .control("n"): .down
  case .tab: .complete
  case .pageUp: .pageUp
  case .pageDown: .pageDown
  case .character, .control, .alt, .backTab, .insert, .function: nil
  }
}

extension State {
  /// Whether keys are characters of a line: none is ever taken for a command, in any layout.
  public var isTyping: Bool {
    switch overlay {
    case .query, .help, .field: true
    case .facets(let list): list.narrowing != nil
    case .choice, nil: false
    }
  }

  /// Whether a digit picks what the linear rendering lists; in the list of keys too, where letters narrow it.
  public var isPicking: Bool {
    if case .help = overlay { return true }
    return !isTyping
  }
}
