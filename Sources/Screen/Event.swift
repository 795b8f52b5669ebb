/// A key as a person means it, however the terminal spells it.
public enum Key: Hashable, Sendable {
  /// What the keyboard layout in force makes of the key.
  case character(Unicode.Scalar)
  case control(Unicode.Scalar)
  case alt(Unicode.Scalar)
  case up, down, left, right, home, end, pageUp, pageDown
  case enter, escape, tab, backTab, backspace, delete, insert
  case function(Int)
}

/// What a mouse did, at a column and row from 0.
public struct Mouse: Hashable, Sendable {
  public enum Action: String, Hashable, Sendable, CaseIterable {
    case press, release, drag, wheelUp, wheelDown
  }
  public var action: Action
  public var column: Int
  public var row: Int
  public init(_ action: Action, column: Int, row: Int) {
    self.action = action
    self.column = column
    self.row = row
  }
}

/// What can happen while a picture is shown.
public enum Event: Hashable, Sendable {
  case key(Key)
  case mouse(Mouse)
  /// Pasted text, as it came: not yet cleaned.
  case paste(String)
  case resize(Size)
  /// Back from having been stopped: the picture must be drawn anew.
  case resumed
  /// Somebody else called `wake()`: results of work are waiting.
  case woken
  /// Asked to end by a signal, named by its number.
  case signal(Int32)
  /// The terminal is gone.
  case closed
}
