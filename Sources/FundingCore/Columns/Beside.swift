/// Work on a large table that two processors share.
///
/// Waking the second one takes some ten microseconds: small tables are sooner done alone.
enum Beside {
  /// Tables of fewer rows are worked on by one thread. Tests set it low.
  @TaskLocal static var fewestRows = 1 << 17

  /// Does both pieces of work; beside each other where the table has many rows.
  static func both(rows: Int, _ first: () -> Void, _ second: () -> Void) {
    each(2, rows: rows) { $0 == 0 ? first() : second() }
  }

  /// Calls with each number below a count; on all processors where the table has many rows.
  static func each(_ count: Int, rows: Int, _ body: (Int) -> Void) {
    guard rows >= fewestRows else {
      for index in 0..<count { body(index) }
      return
    }
    Crew.shared.each(count, body)
  }

  /// What both halves of a selection's words lead to, together.
  static func union(
    of selection: Selection, _ part: (Range<Int>) -> Selection
  ) -> Selection {
    let (first, second) = halves(of: selection)
    if second.isEmpty { return part(first) }
    var parts = (Selection(rows: 0), Selection(rows: 0))
    both(rows: selection.rows) {
      parts.0 = part(first)
    } _: {
      parts.1 = part(second)
    }
    parts.0.formUnion(parts.1)
    return parts.0
  }

  /// The words of a selection as two halves; of a small one, the whole and nothing.
  static func halves(of selection: Selection) -> (Range<Int>, Range<Int>) {
    let count = selection.words.count
    let middle = selection.rows >= fewestRows ? count / 2 : count
    return (0..<middle, middle..<count)
  }
}
