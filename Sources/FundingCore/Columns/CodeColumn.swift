/// One small number a row: the code of a value, or of a set of values, in as few bytes as the largest code needs.
///
/// - Shape: one of the three arrays is in use; a code that does not fit moves all of them to the next width.
struct CodeColumn: Sendable {
  enum Width: Int {
    case one = 1
    case two = 2
    case four = 4
  }

  private(set) var width = Width.one
  private(set) var bytes: [UInt8] = []
  private(set) var shorts: [UInt16] = []
  private(set) var longs: [UInt32] = []

  init() {}

  var count: Int {
    switch width {
    case .one: bytes.count
    case .two: shorts.count
    case .four: longs.count
    }
  }

  subscript(row: Int) -> Int {
    switch width {
    case .one: Int(bytes[row])
    case .two: Int(shorts[row])
    case .four: Int(longs[row])
    }
  }

  mutating func reserve(_ capacity: Int) {
    switch width {
    case .one: bytes.reserveCapacity(capacity)
    case .two: shorts.reserveCapacity(capacity)
    case .four: longs.reserveCapacity(capacity)
    }
  }

  mutating func append(_ code: Int) {
    switch width {
    case .one:
      if let small = UInt8(exactly: code) { return bytes.append(small) }
      widen()
      append(code)
    case .two:
      if let small = UInt16(exactly: code) { return shorts.append(small) }
      widen()
      append(code)
    case .four: longs.append(UInt32(truncatingIfNeeded: code))
    }
  }

  private mutating func widen() {
    switch width {
    case .one:
      shorts = bytes.map { UInt16($0) }
      bytes = []
      width = .two
    case .two:
      longs = shorts.map { UInt32($0) }
      shorts = []
      width = .four
    case .four: break
    }
  }
}

extension CodeColumn: Snapshotable {
  func write(into snapshot: inout SnapshotWriter) {
    snapshot.byte(UInt8(width.rawValue))
    switch width {
    case .one: snapshot.numbers(bytes)
    case .two: snapshot.numbers(shorts)
    case .four: snapshot.numbers(longs)
    }
  }

  init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    switch Width(rawValue: Int(try snapshot.byte())) {
    case .one: bytes = try snapshot.numbers(UInt8.self)
    case .two: shorts = try snapshot.numbers(UInt16.self)
    case .four: longs = try snapshot.numbers(UInt32.self)
    case nil: throw SnapshotError()
    }
    width = longs.isEmpty ? shorts.isEmpty ? .one : .two : .four
  }

  /// Whether every code is below a limit.
  func isBelow(_ limit: Int) -> Bool {
    switch width {
    case .one: bytes.isBelow(limit)
    case .two: shorts.isBelow(limit)
    case .four: longs.isBelow(limit)
    }
  }
}

/// Sets of values, each stored once: a row of a multi-valued dimension holds the code of its set.
///
/// - Shape: set `s` holds `values[starts[s]..<starts[s + 1]]`, in the order they were stated; set 0 is the empty set.
struct SetDictionary: Sendable {
  private(set) var starts: [UInt32] = [0, 0]
  private(set) var values: [UInt32] = []
  /// Empty where the sets came out of a snapshot: nothing is added to those.
  private var codes: [[UInt32]: Int] = [:]

  init() {}

  var count: Int { starts.count - 1 }

  subscript(set: Int) -> ArraySlice<UInt32> { values[Int(starts[set])..<Int(starts[set + 1])] }

  /// The code of a set, made where it is new. The order counts: it is the order a reader is shown.
  mutating func code(of set: [UInt32]) -> Int {
    if set.isEmpty { return 0 }
    if let known = codes[set] { return known }
    let code = count
    codes[set] = code
    values += set
    starts.append(UInt32(values.count))
    return code
  }
}

extension SetDictionary: Snapshotable {
  func write(into snapshot: inout SnapshotWriter) {
    snapshot.numbers(starts)
    snapshot.numbers(values)
  }

  init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    starts = try snapshot.numbers(UInt32.self)
    values = try snapshot.numbers(UInt32.self)
    codes = [:]
    guard starts.count > 1, starts[0] == 0, starts[1] == 0,
      starts.isAscending(upTo: values.count)
    else { throw SnapshotError() }
  }
}

/// Words stored once, with a number each.
///
/// - Shape: the words end to end in one buffer; a word becomes a string when it is asked for.
struct WordDictionary: Sendable {
  private var bytes: [UInt8] = []
  private var starts: [Int] = [0]
  /// Empty where the words came out of a snapshot: nothing is added to those.
  private var codes: [String: Int] = [:]

  init() {}

  var count: Int { starts.count - 1 }
  subscript(code: Int) -> String {
    bytes.withUnsafeBufferPointer {
      String(
        decoding: UnsafeBufferPointer(rebasing: $0[starts[code]..<starts[code + 1]]), as: UTF8.self)
    }
  }

  /// All words, each made anew.
  var words: [String] { (0..<count).map { self[$0] } }

  mutating func code(of word: String) -> Int {
    if let known = codes[word] { return known }
    let code = count
    codes[word] = code
    bytes.append(contentsOf: word.utf8)
    starts.append(bytes.count)
    return code
  }

  /// The number of a word. Looks through all words where they came out of a snapshot.
  func known(_ word: String) -> Int? {
    codes.isEmpty ? (0..<count).first { self[$0] == word } : codes[word]
  }
}

extension WordDictionary: Snapshotable {
  func write(into snapshot: inout SnapshotWriter) {
    snapshot.numbers(bytes)
    snapshot.numbers(starts)
  }

  init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
    bytes = try snapshot.numbers(UInt8.self)
    starts = try snapshot.numbers(Int.self)
    guard starts.first == 0, starts.isAscending(upTo: bytes.count) else { throw SnapshotError() }
  }
}

/// A column of sets of words: what `donors` or `sectors` is for all rows.
struct SetColumn: Sendable {
  var codes = CodeColumn()
  var sets = SetDictionary()
  var words = WordDictionary()

  /// The code of a list of words, each kept once.
  mutating func code(of list: some Sequence<String>) -> Int {
    var set: [UInt32] = []
    for word in list {
      let code = UInt32(words.code(of: word))
      if !set.contains(code) { set.append(code) }
    }
    return sets.code(of: set)
  }

  /// The words of a row, in the order they were stated.
  func words(at row: Int) -> [String] { words(ofSet: codes[row]) }
  func words(ofSet set: Int) -> [String] { sets[set].map { words[Int($0)] } }
}
