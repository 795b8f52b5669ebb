import Synchronization

/// A value that is made when it is first asked for, and once.
///
/// - Shape: a handle; copies share the value. What makes it must not ask for it.
public final class Later<Value: Sendable>: Sendable {
  private let known: Value?
  private let make: (@Sendable () -> Value)?
  private let made = Mutex<Value?>(nil)

  /// A value that is there already.
  public init(_ value: Value) {
    known = value
    make = nil
  }

  /// A value to be made by this when somebody asks.
  public init(making make: @escaping @Sendable () -> Value) {
    known = nil
    self.make = make
  }

  public var value: Value {
    if let known { return known }
    return made.withLock { kept in
      if let kept { return kept }
      guard let make else { preconditionFailure("A value is known or can be made.") }
      let value = make()
      kept = value
      return value
    }
  }
}
