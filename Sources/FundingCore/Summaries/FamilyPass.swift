/// One pass over families of which some members are selected, in dollars: what ``FamilySums`` says of any choice, said
/// for families of up to 64 members out of arrays that lie open, with the choice as the bits of one number.
///
/// - Cost: no object, no hashing and no counting of references a family.
struct FamilyPass {
  /// The most members whose choice fits into one number.
  static let mostMembers = 64

  private let rows: UnsafeBufferPointer<UInt32>
  private let parents: UnsafeBufferPointer<Int32>
  private let sums: UnsafeBufferPointer<FamilySum>
  /// The set of each member in the dimension's column.
  private let sets: UnsafeBufferPointer<UInt32>
  private let words: UnsafeBufferPointer<UInt64>
  /// For each member under work: the sum of its chosen parts, and of what is missing inside it.
  private let kept: UnsafeMutableBufferPointer<FlatEnds>
  private let missing: UnsafeMutableBufferPointer<FlatEnds>

  /// Calls with a pass over a selection's families; the pass is good for as long as the call lasts.
  static func open(
    _ families: FamilyIndex, _ cached: FamilyGroups, _ selection: Selection,
    _ body: (FamilyPass) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: FlatEnds.self, capacity: 2 * mostMembers) { space in
      space.initialize(repeating: .zero)
      families.withPointers { rows, parents, sums in
        cached.sets.withUnsafeBufferPointer { sets in
          selection.words.withUnsafeBufferPointer { words in
            body(
              FamilyPass(
                rows: rows, parents: parents, sums: sums, sets: sets, words: words,
                kept: .init(rebasing: space[..<mostMembers]),
                missing: .init(rebasing: space[mostMembers...])))
          }
        }
      }
    }
  }

  /// The selected ones among some members, the first in the lowest bit.
  @inline(__always)
  func chosen(_ members: Range<Int>) -> UInt64 {
    var chosen: UInt64 = 0
    for member in members {
      let row = rows[member]
      let isIn = words[Int(row >> 6)] >> UInt64(row & 63) & 1
      chosen |= isIn &<< UInt64(truncatingIfNeeded: member &- members.lowerBound)
    }
    return chosen
  }

  /// Of the chosen members those that lie in no chosen total: what is counted as fundings.
  @inline(__always)
  func outermost(_ members: Range<Int>, _ chosen: UInt64) -> UInt64 {
    var inside: UInt64 = 0
    for member in members {
      let parent = parents[member]
      if parent < 0 { continue }
      let isIn = (chosen | inside) >> UInt64(parent) & 1
      inside |= isIn &<< UInt64(truncatingIfNeeded: member &- members.lowerBound)
    }
    return chosen & ~inside
  }

  /// The sum of the chosen members.
  @inline(__always)
  func dollars(_ members: Range<Int>, _ chosen: UInt64) -> FlatEnds {
    for local in 0..<members.count {
      kept[local] = .zero
      missing[local] = .zero
    }
    var result = FlatEnds.zero
    var local = members.count
    while local > 0 {
      local -= 1
      let member = members.lowerBound + local
      let given = sums[member].given(
        chosen >> UInt64(local) & 1 == 1, kept: kept[local], missing: missing[local])
      let parent = Int(parents[member])
      if parent < 0 {
        result += given.kept
      } else {
        kept[parent] += given.kept
        missing[parent] += given.missing
      }
    }
    return result
  }

  /// The set that all chosen members have, where they all have the same.
  @inline(__always)
  func onlySet(_ members: Range<Int>, _ chosen: UInt64) -> Int? {
    let first = sets[members.lowerBound + chosen.trailingZeroBitCount]
    var rest = chosen & (chosen &- 1)
    while rest != 0 {
      if sets[members.lowerBound + rest.trailingZeroBitCount] != first { return nil }
      rest &= rest &- 1
    }
    return Int(first)
  }

  /// Counts the chosen members that lie in no chosen total, and those of them without a sum or a rate.
  @inline(__always)
  func count(_ members: Range<Int>, _ chosen: UInt64, into counts: inout Summary.Counts) -> Int {
    var left = outermost(members, chosen)
    let fundings = left.nonzeroBitCount
    counts.fundings += fundings
    while left != 0 {
      switch sums[members.lowerBound + left.trailingZeroBitCount].kind {
      case .told: break
      case .none: counts.withoutSum += 1
      case .untold: counts.unconverted += 1
      }
      left &= left &- 1
    }
    return fundings
  }
}
