/// Something wrong or doubtful in what came from outside: a value, collected and shown, never thrown.
public struct Finding: Hashable, Sendable {
  public enum Severity: String, Sendable, CaseIterable {
    /// Something could not be read as it stands; the rest was.
    case error
    /// Readable, but a careful editor should look.
    case doubt
  }

  /// Where it is: a path below the library, lines and columns from 1.
  public struct Location: Hashable, Sendable {
    public var file: String
    public var line: Int?
    public var column: Int?
    public init(file: String, line: Int? = nil, column: Int? = nil) {
      self.file = file
      self.line = line
      self.column = column
    }
  }

  public var severity: Severity
  /// A stable word for the kind of finding, such as `unknown-column`.
  public var code: String
  public var location: Location
  /// What is wrong, in one sentence.
  public var message: String
  /// What to do, in one sentence; empty where there is nothing to do.
  public var remedy: String
  /// The line or words it is about.
  public var excerpt: String?

  public init(
    _ severity: Severity, code: String, at location: Location, _ message: String,
    remedy: String = "",
    excerpt: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.location = location
    self.message = message
    self.remedy = remedy
    self.excerpt = excerpt
  }
}
