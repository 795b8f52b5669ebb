import Foundation

/// Threads on which tests may wait for another program without holding one of the few that compute.
///
/// Jobs are taken in turn; no more programs run beside each other than there are threads.
public final class ThreadsOfTheirOwn: TaskExecutor {
  public static let shared = ThreadsOfTheirOwn(count: 6)

  private let jobs = NSCondition()
  nonisolated(unsafe) private var waiting: [UnownedJob] = []

  private init(count: Int) {
    for _ in 0..<count {
      let thread = Thread { [self] in
        while true { next().runSynchronously(on: asUnownedTaskExecutor()) }
      }
      // Pictures are compared deep in the runner's own calls.
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  public func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    jobs.withLock {
      waiting.append(job)
      jobs.signal()
    }
  }

  private func next() -> UnownedJob {
    jobs.withLock {
      while waiting.isEmpty { jobs.wait() }
      return waiting.removeFirst()
    }
  }
}
