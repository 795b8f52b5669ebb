import CProcessors
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Threads that help with work which comes in pieces, and sleep for as long as there is none.
///
/// Dispatch would do as well, but it leaves a thread behind that wakes up every second for as long as the program runs.
/// - Cost: a question of the dashboard shares work two or three times in a millisecond, and to put a thread to sleep and wake
///   it takes twenty microseconds each time: who waits looks out for as long before it sleeps.
/// - Shape: one thread for each processor but the caller's, made when first needed. One piece of work at a time: who
///   comes meanwhile, or from within a piece, does it alone.
public final class Crew: @unchecked Sendable {
  /// The program's only one.
  public static let shared = Crew()

  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  /// There is work; and: the last piece of it is done.
  private let work = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private let done = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  /// What is done with each number, as long as somebody waits for it; the rest is the mutex's too.
  private var piece: UnsafePointer<(Int) -> Void>?
  private var next = 0
  private var count = 0
  private var running = 0
  private var hasThreads = false
  /// How often work was shared out, and pieces of it that are not done: what is looked at without the mutex.
  private let shares = Atomic<Int>(0)
  private let left = Atomic<Int>(0)
  /// Looks of some ten nanoseconds each before a thread sleeps.
  private static let looks = 3_000
  /// The helpers, and the processor they are kept off: that of who shared work out last; below 0 where the system does
  /// not tell.
  private var helpers: [Int32] = []
  private var processor: Int32 = -1

  private init() {
    mutex.initialize(to: pthread_mutex_t())
    work.initialize(to: pthread_cond_t())
    done.initialize(to: pthread_cond_t())
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(work, nil)
    pthread_cond_init(done, nil)
  }

  /// Calls with each number below a count, on all processors; returns when all calls have.
  public func each(_ count: Int, _ body: (Int) -> Void) {
    if count < 2 || !share(count, body) {
      for index in 0..<max(0, count) { body(index) }
    }
  }

  /// Whether the crew was free and has done it.
  private func share(_ count: Int, _ body: (Int) -> Void) -> Bool {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    guard piece == nil, start() else { return false }
    leaveProcessor()
    withoutActuallyEscaping(body) { body in
      withUnsafePointer(to: body) { pointer in
        (piece, next, self.count) = (pointer, 0, count)
        left.store(count, ordering: .relaxed)
        shares.add(1, ordering: .relaxed)
        pthread_cond_broadcast(work)
        takeTurns()
        if running > 0 { lookOut { self.left.load(ordering: .relaxed) > 0 } }
        while running > 0 { pthread_cond_wait(done, mutex) }
        piece = nil
      }
    }
    return true
  }

  /// Does pieces until none is left; the mutex is held before and behind, and not while a piece is done.
  private func takeTurns() {
    while let piece, next < count {
      let index = next
      next += 1
      running += 1
      pthread_mutex_unlock(mutex)
      Crew.call(piece, index)
      left.subtract(1, ordering: .relaxed)
      pthread_mutex_lock(mutex)
      running -= 1
    }
    if running == 0 { pthread_cond_broadcast(done) }
  }

  /// Looks for a while whether something still holds; the mutex is held before and behind, and not meanwhile. What was
  /// seen counts for nothing until the mutex is held again.
  private func lookOut(while holds: () -> Bool) {
    pthread_mutex_unlock(mutex)
    var looks = Crew.looks
    while looks > 0, holds() {
      koshty_pause()
      looks -= 1
    }
    pthread_mutex_lock(mutex)
  }

  /// Holds the work no longer than it calls it: it is the caller's, who leaves when the last call has returned.
  @inline(never)
  private static func call(_ piece: UnsafePointer<(Int) -> Void>, _ index: Int) {
    piece.pointee(index)
  }

  private func help() {
    leaveSignals()
    pthread_mutex_lock(mutex)
    helpers.append(koshty_thread())
    koshty_keep_off(koshty_thread(), processor)
    while true {
      if piece == nil || next >= count {
        let seen = shares.load(ordering: .relaxed)
        lookOut { self.shares.load(ordering: .relaxed) == seen }
      }
      while piece == nil || next >= count { pthread_cond_wait(work, mutex) }
      takeTurns()
    }
  }

  /// Keeps the helpers off the processor of who shares work out: a thread is often woken on the one of who woke it, and
  /// then one waits for the other. The mutex is held.
  private func leaveProcessor() {
    let own = koshty_processor()
    guard own != processor else { return }
    processor = own
    for helper in helpers { koshty_keep_off(helper, own) }
  }

  /// Signals are for the thread that waits for them: one that ended up here would not wake it. A trap of this thread's own
  /// is still this thread's.
  private func leaveSignals() {
    var others = sigset_t()
    sigfillset(&others)
    for own in [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE] { sigdelset(&others, own) }
    pthread_sigmask(SIG_BLOCK, &others, nil)
  }

  /// Makes the threads; whether there is more than one processor for them. The mutex is held.
  private func start() -> Bool {
    let others = sysconf(Int32(_SC_NPROCESSORS_ONLN)) - 1
    if hasThreads || others < 1 { return others > 0 }
    hasThreads = true
    for _ in 0..<min(others, 15) {
      #if canImport(Glibc)
        var thread = pthread_t()
      #else
        var thread: pthread_t?
      #endif
      let failed = pthread_create(
        &thread, nil,
        { _ in
          Crew.shared.help()
          return nil
        }, nil)
      // Where the system gives none, the caller does all the pieces.
      if failed != 0 { break }
    }
    return true
  }
}
