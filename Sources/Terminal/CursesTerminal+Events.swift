import CNcurses
import Glibc
import Screen

extension CursesTerminal {
  /// What happens next; waits for it without using the processor, at most so many milliseconds; `nil` if nothing did.
  public func next(within milliseconds: Int? = nil) -> Event? {
    while true {
      if let event = waiting() { return event }
      let seen = kn_wait(milliseconds.map { Int32(clamping: $0) } ?? -1)
      if seen == 0, milliseconds != nil { return waiting() }
      if seen & Int32(KN_PIPE) != 0 { readRequests() }
      if seen & Int32(KN_HANGUP) != 0 || seen & Int32(KN_INPUT) != 0 && kn_available() == 0 {
        // Input that can be read and holds nothing is the end of it.
        if let event = waiting() { return event }
        markGone()
        return .closed
      }
    }
  }

  /// What has happened already, without waiting; `nil` if nothing has.
  public func waiting() -> Event? {
    if !queued.isEmpty { return queued.removeFirst() }
    if let event = nextRequest() { return event }
    while true {
      switch typed() {
      case .event(let event): return event
      case .meaningless: continue
      case .nothing:
        readRequests()
        return nextRequest()
      }
    }
  }

  private func readRequests() {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = Int(kn_read_pipe(&bytes, 64))
    for byte in bytes.prefix(count) where !requests.contains(byte) { requests.append(byte) }
  }

  private func nextRequest() -> Event? {
    while !requests.isEmpty {
      switch requests.removeFirst() {
      case UInt8(ascii: "w"): return .woken
      case UInt8(ascii: "c"):
        kn_resume()
        shown = nil
        return .resumed
      case UInt8(ascii: "z"):
        kn_stop()
        shown = nil
        return .resumed
      case UInt8(ascii: "i"): return .signal(SIGINT)
      case UInt8(ascii: "q"): return .signal(SIGQUIT)
      case UInt8(ascii: "h"):
        markGone()
        return .signal(SIGHUP)
      default: return .signal(SIGTERM)
      }
    }
    return nil
  }

  /// The next thing typed, without waiting.
  private func typed() -> Typed {
    var value: UInt32 = 0
    switch kn_get(&value) {
    case Int32(KN_CHARACTER): return Typed(character(value))
    case Int32(KN_KEY): return Typed(namedKey(value).map(Event.key))
    case Int32(KN_RESIZE):
      shown = nil
      return .event(.resize(size))
    case Int32(KN_MOUSE): return Typed(mouse())
    case Int32(KN_PASTE): return .event(.paste(pasted()))
    default: return .nothing
    }
  }

  private func character(_ value: UInt32) -> Event? {
    switch value {
    case 27: return afterEscape()
    case 13, 10: return .key(.enter)
    case 9: return .key(.tab)
    case 8, 127: return .key(.backspace)
    case 0: return nil
    case 1..<27: return Unicode.Scalar(value + 96).map { .key(.control($0)) }
    case 28..<32, 128..<160: return nil
    default: return Unicode.Scalar(value).map { .key(.character($0)) }
    }
  }

  /// An escape byte curses made no key of: Esc alone, Alt with a key, or a sequence nobody knows, which is swallowed.
  private func afterEscape() -> Event? {
    var value: UInt32 = 0
    switch kn_get(&value) {
    case Int32(KN_NONE): return .key(.escape)
    case Int32(KN_CHARACTER):
      switch value {
      case 0x5B:  // CSI: parameters up to the final byte
        swallow(upTo: 0x40...0x7E)
        return nil
      case 0x4F:  // SS3: one byte
        _ = kn_get(&value)
        return nil
      case 0x5D, 0x50, 0x5F, 0x5E:  // OSC, DCS, APC, PM: up to BEL or ST
        swallowString()
        return nil
      case 27: return .key(.escape)
      default: return Unicode.Scalar(value).map { value < 32 ? .key(.escape) : .key(.alt($0)) }
      }
    default: return .key(.escape)
    }
  }

  private func swallow(upTo final: ClosedRange<UInt32>) {
    var value: UInt32 = 0
    for _ in 0..<64 {
      guard nextByte(&value), !final.contains(value) else { return }
    }
  }

  private func swallowString() {
    var value: UInt32 = 0
    for _ in 0..<4096 {
      guard nextByte(&value), value != 7 else { return }
      if value == 27 {
        _ = nextByte(&value)
        return
      }
    }
  }

  /// The next character of a sequence already begun; a slow line may need a moment.
  private func nextByte(_ value: inout UInt32) -> Bool {
    for _ in 0..<2 {
      if kn_get(&value) == Int32(KN_CHARACTER) { return true }
      if kn_wait(25) & Int32(KN_INPUT) == 0 { return false }
    }
    return false
  }

  private func namedKey(_ value: UInt32) -> Key? {
    switch Int(value) {
    case Int(KN_UP): .up
    case Int(KN_DOWN): .down
    case Int(KN_LEFT): .left
    case Int(KN_RIGHT): .right
    case Int(KN_HOME): .home
    case Int(KN_END): .end
    case Int(KN_PAGE_UP): .pageUp
    case Int(KN_PAGE_DOWN): .pageDown
    case Int(KN_ENTER): .enter
    case Int(KN_BACKSPACE): .backspace
    case Int(KN_DELETE): .delete
    case Int(KN_INSERT): .insert
    case Int(KN_BACK_TAB): .backTab
    case (Int(KN_FUNCTION) + 1)...(Int(KN_FUNCTION) + 12): .function(Int(value) - Int(KN_FUNCTION))
    default: nil
    }
  }

  /// An SGR mouse report: `Cb ; Cx ; Cy` and `M` (pressed, moved) or `m` (released).
  private func mouse() -> Event? {
    var numbers = [0]
    var value: UInt32 = 0
    for _ in 0..<24 {
      guard nextByte(&value) else { return nil }
      switch value {
      case 48...57:
        numbers[numbers.count - 1] = min(99_999, numbers[numbers.count - 1] * 10 + Int(value - 48))
      case 59: numbers.append(0)
      case 77, 109:
        guard numbers.count == 3 else { return nil }
        return action(numbers[0], isRelease: value == 109).map {
          .mouse(Mouse($0, column: numbers[1] - 1, row: numbers[2] - 1))
        }
      default: return nil
      }
    }
    return nil
  }

  private func action(_ button: Int, isRelease: Bool) -> Mouse.Action? {
    if button & 64 != 0 { return button & 3 == 0 ? .wheelUp : button & 3 == 1 ? .wheelDown : nil }
    guard button & 3 == 0 else { return nil }
    if button & 32 != 0 { return .drag }
    return isRelease ? .release : .press
  }

  /// Everything up to the end of a bracketed paste, as it came.
  private func pasted() -> String {
    var text = String.UnicodeScalarView()
    var value: UInt32 = 0
    let end = Array("\u{1B}[201~".unicodeScalars)
    while text.count < 1_000_000, nextByte(&value) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      text.append(scalar)
      if scalar == "~", text.suffix(end.count).elementsEqual(end) {
        text.removeLast(end.count)
        break
      }
    }
    return String(text)
  }
}

/// What a look at the input found.
private enum Typed {
  case nothing
  /// Something was there that means nothing to us.
  case meaningless
  case event(Event)

  init(_ event: Event?) { self = event.map(Typed.event) ?? .meaningless }
}
