import TestSupport
import Testing

/// Runs tests that wait for a program on threads of their own, beside those that compute.
struct BesideTrait: SuiteTrait, TestTrait, TestScoping {
  var isRecursive: Bool { true }

  func scopeProvider(for test: Test, testCase: Test.Case?) -> Self? { testCase == nil ? nil : self }

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await withTaskExecutorPreference(ThreadsOfTheirOwn.shared) { try await function() }
  }
}

extension Trait where Self == BesideTrait {
  /// The tests wait for programs: see ``BesideTrait``.
  static var beside: Self { Self() }
}
