import FundingCore
import Glibc

/// One run of the measuring program.
///
/// The questions, fields separated by tabs; times are nanoseconds:
/// `generate N` · `export FILE` · `totals QUERY` · `plain QUERY` · `facets QUERY` · `type QUERY` · `page QUERY` ·
/// `panes QUERY` · `ledger CLAIMS` · `memory`
struct Session {
  private let tables: Tables
  private var table: FundingTable
  private let home = Place.ID("kharkiv")
  private let clock = ContinuousClock()
  /// Instructions are counted, not time: nothing is waited for.
  private let isCounted = getenv("KOSHTY_COUNTED") != nil

  init(tables: Tables) {
    self.tables = tables
    table = FundingTable(generating: 0, seed: 1, tables: tables, home: home)
  }

  mutating func answer(_ question: [String]) -> String {
    let argument = question.count > 1 ? question[1] : ""
    switch question.first {
    case "generate":
      let count = Int(argument) ?? 0
      var made: FundingTable?
      let time = measure {
        made = FundingTable(generating: count, seed: 20_251_122, tables: tables, home: home)
      }
      if let made { table = made }
      return "\(time)\t\(table.count)\t\(table.projectCount)"
    case "export": return export(to: argument)
    case "totals": return totals(argument)
    case "plain":
      let filter = Filter.read(argument, in: table).filter
      var sum: Int64 = 0
      let time = measureBoth { sum = table.plainSum(of: filter, by: .sector) }
      return "\(time)\t\(sum)"
    case "facets":
      let filter = Filter.read(argument, in: table).filter
      return measureBoth { keep(table.facets(filter)) }
    case "type": return type(argument)
    case "page":
      let rows = table.select(Filter.read(argument, in: table).filter)
      return measureBoth {
        keep(table.page(of: rows, sortedBy: .amount, descending: true, range: 0..<40))
      }
    case "panes":
      let rows = table.select(Filter.read(argument, in: table).filter)
      return measureBoth { keep(table.board(of: rows, projects: 200)) }
    case "ledger": return ledger(claims: Int(argument) ?? 0)
    case "memory": return memory()
    default: return "error\tunknown question"
    }
  }

  /// A filter and its totals by sector, as after every key; the totals of rows outside families go along as a check.
  private func totals(_ query: String) -> String {
    let filter = Filter.read(query, in: table).filter
    var summary: Summary?
    let time = measureBoth {
      let rows = table.select(filter)
      summary = table.summary(by: .sector, of: rows, currencies: false, counts: false)
    }
    let alone = table.summary(
      by: .sector, of: table.select(filter).subtracting(table.familyRows), currencies: false,
      counts: false)
    let groups = alone.groups.map {
      "\($0.id)=\($0.own.usd.low),\($0.own.usd.high ?? -1),\($0.shared.usd.low),\($0.shared.usd.high ?? -1)"
    }
    return "\(time)\t\(summary?.counts.fundings ?? 0)\t\(groups.joined(separator: " "))"
  }

  /// A query typed letter by letter, each answer refining the one before, with all that the screen shows of it; the
  /// slowest letter.
  private func type(_ query: String) -> String {
    var slowest = (time: 0, spent: 0)
    var previous: (filter: Filter, selection: Selection)?
    var typed = ""
    for letter in query {
      typed.append(letter)
      let start = processorTime()
      let time = measure {
        let filter = Filter.read(typed, in: table).filter
        guard let rows = table.select(filter, refining: previous) else { return }
        previous = (filter, rows)
        keep(table.board(of: rows, projects: 200))
      }
      usleep(Session.untilAsleep)
      let spent = processorTime() - start
      if time > slowest.time { slowest = (time, spent) }
    }
    return "\(slowest.time)\t\(slowest.spent)"
  }

  /// Claims reconciled into a ledger; how many claims and fundings.
  private func ledger(claims count: Int) -> String {
    var generator = ReadingGenerator(tables)
    let readings = generator.readings(claims: count)
    var ledger: Ledger?
    let time = measureBoth { ledger = Ledger.reconcile(readings, tables: tables, home: home) }
    let claims = readings.reduce(0) { $0 + $1.claims.count }
    return "\(time)\t\(claims)\t\(ledger?.fundings.count ?? 0)"
  }

  private func memory() -> String {
    let parts = table.footprint
    let total = parts.reduce(0) { $0 + $1.bytes }
    return "\(total / max(1, table.count))\t"
      + parts.map { "\($0.name) \($0.bytes / max(1, table.count))" }.joined(separator: " ")
  }

  private func measure(_ body: () -> Void) -> Int {
    let time = clock.measure(body)
    return Int(time.components.seconds) * 1_000_000_000
      + Int(time.components.attoseconds / 1_000_000_000)
  }

  /// The same and, after a tab, what the processor spent: what a busy machine takes away is not in it.
  private func measureBoth(_ body: () -> Void) -> String {
    wakeUp()
    let start = processorTime()
    let time = measure(body)
    usleep(Session.untilAsleep)
    return "\(time)\t\(processorTime() - start)"
  }

  /// Microseconds after which the helpers sleep: only then their time is known to the system. That they look out for more
  /// work before is the question's price too.
  private static let untilAsleep: UInt32 = 300

  /// A processor that slept since the last question is slow at first: it counts for as long as it takes to wake.
  private func wakeUp() {
    if isCounted { return }
    let end = clock.now + .microseconds(300)
    while clock.now < end {}
  }

  private func processorTime() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  /// Keeps the compiler from leaving out what nobody looks at.
  @inline(never)
  private func keep(_ value: some Any) { withExtendedLifetime(value) {} }

  /// The rows that count by themselves, for the peers: columns of numbers and a table of sets, tab-separated.
  private func export(to path: String) -> String {
    guard let file = fopen(path, "w"), let sets = fopen(path + ".sets", "w") else {
      return "error\tcannot write"
    }
    defer {
      fclose(file)
      fclose(sets)
    }
    let rows = table.exportRows(
      row: { fputs($0, file) },
      set: { fputs($0, sets) })
    return "0\t\(rows)"
  }
}
