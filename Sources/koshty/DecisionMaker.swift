import Dashboard
import FundingCore
import FundingStore
import Glibc

/// Writes decisions of people down: who, when and why, in the library's `decisions.jsonl`.
struct DecisionMaker {
  let library: LoadedLibrary

  /// A decision about claims of the library, not yet written.
  ///
  /// - Errors: ``StoreError`` where a claim is not there.
  func decision(
    _ kind: Decision.Kind, _ claims: [Claim.ID], field: String? = nil, value: String? = nil,
    undoes: String? = nil, who: String?, why: String
  ) throws(StoreError) -> Decision {
    var names: [Decision.ClaimName] = []
    for claim in claims { names.append(try name(of: claim)) }
    let now = Clock.now()
    return Decision(
      id: "d\(Clock.compact(now))-\(String(UInt16.random(in: 0...UInt16.max), radix: 36))",
      kind: kind,
      claim: names.first, other: names.count > 1 ? names[1] : nil, field: field, value: value,
      undoes: undoes, who: who ?? DecisionMaker.user, when: Clock.iso(now), why: why)
  }

  /// Writes a decision and waits until it is on the disk; makes the user's own library where need be.
  ///
  /// - Returns: the library it was written to, and whether that was made for it.
  func record(_ decision: Decision) throws(StoreError) -> (library: Library, isNew: Bool) {
    let (own, isNew) = try library.context.library.writable(environment: Context.environment)
    try DecisionLog(library: own).append(decision)
    return (own, isNew)
  }

  private func name(of claim: Claim.ID) throws(StoreError) -> Decision.ClaimName {
    guard let reading = library.ledger.reading(claim.article),
      let found = library.ledger.claim(claim)
    else { throw StoreError(path: claim.description, reason: "the library has no such claim") }
    return Decision.ClaimName(
      article: claim.article.rawValue,
      sentence: found.sentence.flatMap { reading.article.words(of: $0) } ?? "",
      quote: found.amount.map { reading.mentions[$0].quote } ?? "")
  }

  /// Who decides: as the environment names the person, else as the system does.
  static var user: String {
    let environment = Context.environment
    for name in ["KOSHTY_USER", "USER", "LOGNAME"] {
      if let user = environment[name], !user.isEmpty { return user }
    }
    guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else { return "?" }
    return String(cString: name)
  }
}

/// The only clock of the program.
enum Clock {
  static func now() -> Int { time(nil) }

  /// Seconds that only ever grow, for what lasts how long.
  static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// ISO 8601 in UTC.
  static func iso(_ seconds: Int) -> String {
    let (day, time) = parts(seconds)
    return "\(day)T\(two(time / 3600)):\(two(time / 60 % 60)):\(two(time % 60))Z"
  }

  static func compact(_ seconds: Int) -> String {
    iso(seconds).filter { $0.isNumber }
  }

  static func today() -> CalendarDate { parts(now()).day }

  private static func parts(_ seconds: Int) -> (day: CalendarDate, time: Int) {
    (CalendarDate(dayNumber: Int32(truncatingIfNeeded: seconds / 86_400)), seconds % 86_400)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
