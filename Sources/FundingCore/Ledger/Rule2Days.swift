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
