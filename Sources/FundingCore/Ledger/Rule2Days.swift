// Rule 2: time.

/// The days on which one statement was told.
///
/// - Shape: ascending; each with whether its claim tells of plans only.
struct ToldDays {
  struct Day: Hashable, Comparable {
    var number: Int32
    var isPlanned: Bool
    static func < (a: Day, b: Day) -> Bool {
      a.number != b.number ? a.number < b.number : a.isPlanned && !b.isPlanned
    }
  }

  static let near: Int32 = 400
  static let fromPlanToWork: Int32 = 800
  /// A sum that the same words or digits could give to several is told again within this.
  static let soon: Int32 = 60

  var days: [Day] = []
  var hasUndated = false

  init(_ day: Int32?, status: Status) {
    if let day {
      days = [Day(number: day, isPlanned: status == .planned)]
    } else {
      hasUndated = true
    }
  }

  var first: Int32? { days.first?.number }

  mutating func add(_ other: ToldDays) {
    hasUndated = hasUndated || other.hasUndated
    days = (days + other.days).sorted()
  }

  /// Whether some day of one is near enough to some day of the other.
  func isNear(_ other: ToldDays) -> Bool {
    if hasUndated || other.hasUndated { return true }
    return isWithin(ToldDays.near, of: other) { _, _ in true }
      || isWithin(ToldDays.fromPlanToWork, of: other) { earlier, later in
        earlier.isPlanned && !later.isPlanned
      }
  }

  /// Whether some dated days are no further apart than this.
  func isWithin(_ limit: Int32, of other: ToldDays) -> Bool {
    isWithin(limit, of: other) { _, _ in true }
  }

  private func isWithin(_ limit: Int32, of other: ToldDays, where fits: (Day, Day) -> Bool) -> Bool
  {
    var from = 0
    for day in days {
      while from < other.days.count, other.days[from].number < day.number - limit { from += 1 }
      var at = from
      while at < other.days.count, other.days[at].number <= day.number + limit {
        let (earlier, later) =
          day.number <= other.days[at].number ? (day, other.days[at]) : (other.days[at], day)
        if fits(earlier, later) { return true }
        at += 1
      }
    }
    return false
  }
}

/// The days on which one funding was told as a tranche.
///
/// - Shape: a tranche is new beside the tranches told long before it, and, where it is said to be new, beside those
///   told at any time before; what is told again soon after is the same tranche in another paper.
struct TrancheDays {
  private var first: Int32?
  private var last: Int32?
  /// The earliest day of a tranche that is not said to be new, and of one that is.
  private var plain: Int32?
  private var new: Int32?

  init() {}

  init(_ days: ToldDays, isNew: Bool) {
    first = days.first
    last = days.days.last?.number
    plain = isNew ? nil : first
    new = isNew ? first : nil
  }

  mutating func add(_ other: TrancheDays) {
    first = earliest(first, other.first)
    last = latest(last, other.last)
    plain = earliest(plain, other.plain)
    new = earliest(new, other.new)
  }

  func isNewBeside(_ other: TrancheDays) -> Bool {
    func isBefore(_ a: Int32?, _ b: Int32?, by days: Int32) -> Bool {
      guard let a, let b else { return false }
      return b - a > days
    }
    return isBefore(last, other.first, by: ToldDays.soon)
      || isBefore(other.last, first, by: ToldDays.soon)
      || isBefore(plain, other.new, by: 0) || isBefore(other.plain, new, by: 0)
  }

  /// Whether a tranche told on one day is told again on another; an undated one is told on no day.
  static func isRetold(_ day: Int32?, after last: Int32?) -> Bool {
    guard let day, let last else { return day == nil && last == nil }
    return day - last <= ToldDays.soon
  }

  /// Whether there are two that are new beside each other.
  static func areSeveral(_ tranches: [TrancheDays]) -> Bool {
    let oldest = tranches.min { ($0.last ?? .max) < ($1.last ?? .max) }
    let newest = tranches.max { ($0.first ?? .min) < ($1.first ?? .min) }
    guard let oldest, let newest else { return false }
    return oldest.isNewBeside(newest)
  }
}

/// The earlier of two days, of which either may be unknown.
func earliest(_ a: Int32?, _ b: Int32?) -> Int32? {
  guard let a, let b else { return a ?? b }
  return min(a, b)
}

/// The later of two days, of which either may be unknown.
func latest(_ a: Int32?, _ b: Int32?) -> Int32? {
  guard let a, let b else { return a ?? b }
  return max(a, b)
}
