import CProcessors
import Foundation
import Synchronization
import Testing

@testable import FundingCore

/// Threads that share work.
@Suite struct CrewTests {
  @Test func `each piece is done once`() {
    let counts = Mutex([Int](repeating: 0, count: 1_000))
    Crew.shared.each(1_000) { piece in counts.withLock { $0[piece] += 1 } }
    #expect(counts.withLock { $0.allSatisfy { $0 == 1 } })
  }

  @Test func `work from within a piece is done by who asks for it`() {
    let count = Mutex(0)
    Crew.shared.each(4) { _ in
      Crew.shared.each(5) { _ in count.withLock { $0 += 1 } }
    }
    #expect(count.withLock { $0 } == 20)
  }

  @Test(.enabled(if: ProcessInfo.processInfo.activeProcessorCount > 1))
  func `a thread that is kept off a processor goes on on another`() {
    let places = Mutex([(before: Int32, after: Int32)]())
    let ended = DispatchSemaphore(value: 0)
    // On a thread of its own: where it may run is its own as well.
    let thread = Thread {
      for _ in 0..<20 {
        let before = koshty_processor()
        koshty_keep_off(koshty_thread(), before)
        places.withLock { $0.append((before, koshty_processor())) }
      }
      ended.signal()
    }
    thread.start()
    ended.wait()
    #expect(places.withLock { $0.allSatisfy { $0.before >= 0 && $0.before != $0.after } })
  }

  @Test func `a processor or thread that does not exist is none to be kept off`() {
    koshty_keep_off(koshty_thread(), -1)
    koshty_keep_off(koshty_thread(), .max)
    koshty_keep_off(-1, 0)
    #expect(koshty_processor() >= 0)
  }
}
