import FundingCore
import Screen

/// What can change the state.
public enum Message: Equatable {
  case command(Command)
  /// A character for the line being typed.
  case typed(Unicode.Scalar)
  /// A key that edits the line being typed.
  case editing(Editing)
  /// A key that stands for nothing here.
  case unbound(Key)
  case pasted(String)
  /// A number of the linear rendering, 1 to 9: opens what stands beside it.
  case picked(Int)
  case mouse(Mouse)
  case resized(Size)
  /// The cursor has not moved for a moment.
  case rested
  /// Data read anew, after a decision or because files changed.
  case loaded(DashboardData)
  /// Work asked for is done, or could not be.
  case done(Outcome)
}

/// What editing keys do in a line of text.
public enum Editing: String, Equatable, Sendable, CaseIterable {
  case left, right, start, end, deleteBackward, deleteForward, deleteWord, deleteAll, accept,
    cancel, up, down, pageUp, pageDown, complete
}

/// What became of an effect.
public enum Outcome: Equatable, Sendable {
  case copied(String)
  case exported(path: String)
  case opened(String)
  case decided(count: Int)
  case takenBack(Decision)
  case restored(Decision)
  case failed(String)
}

/// What the world is asked to do; the loop does it and sends the outcome back as a message.
public enum Effect: Equatable {
  case quit
  case copy(String)
  case open(String)
  case export(Export)
  case decide(DecisionRequest)
  /// Takes the person's own last decision back.
  case takeBack
  /// Brings back what was last taken back.
  case restore
  case setMouse(Bool)
  case setTheme(String)
  /// Ends the picture and begins the linear rendering, or the other way round.
  case setPlain(Bool)
}

/// A file to be written: exactly what is seen.
public struct Export: Equatable, Sendable {
  public enum Format: String, Equatable, Sendable, CaseIterable { case csv, json, markdown }
  public var format: Format
  /// A name without a folder, such as `koshty-projects-2026-11-22.csv`.
  public var name: String
  public var text: String
}
