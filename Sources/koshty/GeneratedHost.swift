import Dashboard
import FundingCore
import FundingStore
import Glibc
import Terminal

/// Shows the real dashboard on made-up fundings, to see how it bears a large ledger; nothing of it is kept.
struct GeneratedHost {
  private let context: Context
  private let count: Int

  init(context: Context, count: Int) {
    self.context = context
    self.count = count
  }

  /// Shows the first fundings at once and the others as they are made; the exit code.
  func run(_ settings: Dashboard.Settings) throws(StoreError) -> Int32 {
    let (tables, _) = context.library.tables()
    let home = try context.home(tables, libraryHome: nil)
    let growing = GrowingTable(
      FundingGenerator(count: count, seed: 1, tables: tables, home: home))
    var options = DashboardOptions()
    options.settings = settings
    options.terminalType = Context.environment["TERM"] ?? ""
    options.colourHint = Context.environment["COLORTERM"] ?? ""
    options.isInsideTmux = !(Context.environment["TMUX"] ?? "").isEmpty
    options.isMonochrome =
      context.options.color == .never || !(Context.environment["NO_COLOR"] ?? "").isEmpty
    let data = { DashboardData(table: $0, ledger: Ledger(home: home)) }
    options.incoming = { growing.take().map(data) }
    let first = growing.first()
    growing.start()
    return runDashboard(data: data(first), options: options)
  }
}

/// A table that grows on a thread of its own; the screen takes what is there, about once a second.
///
/// - Shape: the generator belongs to the growing thread once ``start()`` was called; the lock guards `latest` alone.
private final class GrowingTable: @unchecked Sendable {
  private var generator: FundingGenerator
  private var latest: FundingTable?
  private var lock = pthread_mutex_t()
  private let thread = Aside()
  private static let batch = 20_000

  init(_ generator: FundingGenerator) {
    self.generator = generator
    pthread_mutex_init(&lock, nil)
  }

  /// Enough for a first picture.
  func first() -> FundingTable {
    generator.extend(by: 2_000)
    return generator.table()
  }

  /// The newest table that was not taken yet.
  func take() -> FundingTable? {
    pthread_mutex_lock(&lock)
    defer { pthread_mutex_unlock(&lock) }
    defer { latest = nil }
    return latest
  }

  func start() {
    thread.begin { [self] in
      var shown = Clock.seconds
      while !generator.isFinished {
        generator.extend(by: Self.batch)
        let now = Clock.seconds
        if !generator.isFinished, now - shown < 1 { continue }
        shown = now
        let table = generator.table()
        if generator.isFinished { table.prepare() }
        publish(table)
      }
    }
  }

  private func publish(_ table: FundingTable) {
    pthread_mutex_lock(&lock)
    latest = table
    pthread_mutex_unlock(&lock)
    CursesTerminal.wake()
  }
}
