import Glibc

/// Work beside the loop, on a thread that ends with it.
///
/// A dispatch queue would leave a thread behind that wakes up every second for as long as the dashboard is open.
final class Aside {
  private final class Work {
    let body: () -> Void
    init(_ body: @escaping () -> Void) { self.body = body }
  }

  private var thread = pthread_t()
  private var isRunning = false

  /// Begins the work; where no thread can be had it is done before this returns.
  func begin(_ body: @escaping () -> Void) {
    wait()
    let work = Unmanaged.passRetained(Work(body))
    let failed = pthread_create(
      &thread, nil,
      { pointer in
        if let pointer { Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body() }
        return nil
      }, work.toOpaque())
    isRunning = failed == 0
    if failed != 0 { work.takeRetainedValue().body() }
  }

  /// Waits for its end.
  func wait() {
    guard isRunning else { return }
    pthread_join(thread, nil)
    isRunning = false
  }
}
