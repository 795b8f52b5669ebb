import FundingCore

/// The words of the tables and the reader's own, compiled: what a cache may keep so that the next start need not.
///
/// - Shape: one block of bytes in this machine's own order, with a checksum and the key it was made with.
public struct CompiledWords: Sendable {
  let lexicon: Lexicon

  /// Compiles the tables' names and the reader's own words.
  public init(_ tables: Tables, key: UInt64 = 0) { lexicon = .compiled(from: tables, key: key) }

  /// Takes what was kept: `fill` puts `count` bytes in place and tells whether it could.
  ///
  /// - Errors: `nil` for bytes that are damaged or were made with another key.
  public init?(key: UInt64, count: Int, fill: (UnsafeMutableRawBufferPointer) -> Bool) {
    guard let image = LexiconImage.kept(key: key, count: count, fill: fill),
      let lexicon = Lexicon(image)
    else { return nil }
    self.lexicon = lexicon
  }

  /// The bytes to keep.
  public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    lexicon.image.withBytes(body)
  }
}
