import FundingCore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A mutex with a condition, of the system.
final class Lock: @unchecked Sendable {
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let condition: UnsafeMutablePointer<pthread_cond_t>

  init() {
    mutex = .allocate(capacity: 1)
    mutex.initialize(to: pthread_mutex_t())
    condition = .allocate(capacity: 1)
    condition.initialize(to: pthread_cond_t())
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  func lock() { pthread_mutex_lock(mutex) }
  func unlock() { pthread_mutex_unlock(mutex) }
  func wait() { pthread_cond_wait(condition, mutex) }
  func broadcast() { pthread_cond_broadcast(condition) }
}

/// A thread that runs one closure.
struct Thread {
  private let handle: pthread_t

  private final class Body {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// `nil` where the system gives no thread; the caller then does the work alone.
  static func start(_ run: @escaping @Sendable () -> Void) -> Thread? {
    let body = Unmanaged.passRetained(Body(run))
    #if canImport(Glibc)
      var handle = pthread_t()
      let failed = pthread_create(
        &handle, nil,
        { argument in
          if let argument { Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run() }
          return nil
        }, body.toOpaque())
      guard failed == 0 else {
        body.release()
        return nil
      }
      return Thread(handle: handle)
    #else
      var handle: pthread_t?
      let failed = pthread_create(
        &handle, nil,
        { argument in
          Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
          return nil
        }, body.toOpaque())
      guard failed == 0, let handle else {
        body.release()
        return nil
      }
      return Thread(handle: handle)
    #endif
  }

  func join() { pthread_join(handle, nil) }

  /// What two pieces of work make, done beside each other; where the system gives no thread, one after the other.
  static func both<First, Second: Sendable>(
    _ first: () -> First, and second: @escaping @Sendable () -> Second
  ) -> (First, Second) {
    let made = Later(making: second)
    let thread = start { _ = made.value }
    let own = first()
    thread?.join()
    return (own, made.value)
  }
}

extension ByteBuffer {
  /// Reads up to `size` bytes behind what is there; 0 at the end, below 0 where it failed.
  func readMore(from input: Int32, _ size: Int) -> Int {
    reserve(size)
    let got = read(input, bytes + count, size)
    if got > 0 { extend(by: got) }
    return got
  }
}
