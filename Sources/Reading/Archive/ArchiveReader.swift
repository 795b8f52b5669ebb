import FundingCore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads archives: JSON Lines in, the same articles with what was read in them out.
///
/// Workers take turns at the input, read their share side by side, and take turns at the output in the same order, so
/// the lines keep their order and memory stays that of a few shares, however long the archive is.
///
/// - Errors: a broken line is handed to `report` with its number, and left out.
public final class ArchiveReader: @unchecked Sendable {
  private let reader: Reader
  private let input: Int32
  private let output: Int32
  private let file: String
  private let report: @Sendable (Finding) -> Void
  private let inputLock = Lock()
  private let outputLock = Lock()
  /// What was read behind the last line end, for the next worker.
  private var rest: [UInt8] = []
  private var nextShare = 0
  private var nextLine = 1
  private var turn = 0
  private var isDone = false
  /// Set where input or output failed; the system's number.
  private var failure: Int32 = 0
  private var linesRead = 0

  private static let shareSize = 1 << 18

  /// - Parameters:
  ///   - input: a file descriptor to read from.
  ///   - output: a file descriptor to write to.
  ///   - file: what the input is called in findings.
  public init(
    reader: Reader, input: Int32, output: Int32, file: String,
    report: @escaping @Sendable (Finding) -> Void
  ) {
    self.reader = reader
    self.input = input
    self.output = output
    self.file = file
    self.report = report
  }

  /// What a run came to.
  public struct Result: Sendable {
    /// Lines written.
    public var articles: Int
    /// The system's error number where reading or writing failed, else 0. `EPIPE` means the reader at the other end had
    /// enough.
    public var failure: Int32
  }

  /// Reads the whole input with `workers` threads; returns when all is written.
  public func run(workers: Int) -> Result {
    let others = (1..<max(1, workers)).compactMap { _ in Thread.start { self.work() } }
    work()
    for thread in others { thread.join() }
    return Result(articles: linesRead, failure: failure)
  }

  // MARK: A worker

  private func work() {
    let room = Room(reader)
    while let share = takeShare(room) {
      var articles = 0
      var findings: [Finding] = []
      room.out.removeAll()
      read(room, firstLine: share.firstLine, &articles, &findings)
      finish(share.number, room.out, articles, findings)
    }
  }

  /// What one worker reads with.
  private final class Room {
    let document: Document
    let out = ByteBuffer(capacity: 1 << 20)
    let bytes = ByteBuffer(capacity: ArchiveReader.shareSize * 2)
    let scratch = ByteBuffer()
    init(_ reader: Reader) { document = Document(lexicon: reader.lexicon, words: 13) }
  }

  /// Whole lines for this worker, and their place in the order.
  private func takeShare(_ room: Room) -> (number: Int, firstLine: Int)? {
    inputLock.lock()
    defer { inputLock.unlock() }
    guard !isDone else { return nil }
    room.bytes.removeAll()
    rest.withUnsafeBufferPointer {
      if let base = $0.baseAddress { room.bytes.append(base, $0.count) }
    }
    rest.removeAll(keepingCapacity: true)
    guard fill(room.bytes) else { return nil }
    let share = (nextShare, nextLine)
    nextShare += 1
    nextLine += ArchiveReader.lines(in: room.bytes)
    return share
  }

  private static func lines(in buffer: ByteBuffer) -> Int {
    var found = 0
    var at = 0
    while at < buffer.count, let next = memchr(buffer.bytes + at, 0x0A, buffer.count - at) {
      found += 1
      at = UnsafeRawPointer(next) - UnsafeRawPointer(buffer.bytes) + 1
    }
    return found
  }

  /// Reads until there is a share that ends with a line; what is behind the last line end stays for the next.
  private func fill(_ bytes: ByteBuffer) -> Bool {
    var searched = 0
    while true {
      let count = more(into: bytes)
      if count <= 0 {
        isDone = true
        if count < 0 { failure = errno }
        return bytes.count > 0
      }
      guard bytes.count >= ArchiveReader.shareSize else { continue }
      var end = bytes.count
      while end > searched, bytes.bytes[end - 1] != 0x0A { end -= 1 }
      if end > searched {
        rest.append(
          contentsOf: UnsafeBufferPointer(start: bytes.bytes + end, count: bytes.count - end))
        bytes.truncate(to: end)
        return true
      }
      searched = bytes.count
    }
  }

  private func more(into bytes: ByteBuffer) -> Int {
    while true {
      let count = bytes.readMore(from: input, ArchiveReader.shareSize)
      if count >= 0 || errno != EINTR { return count }
    }
  }

  /// Writes a share when its turn has come.
  private func finish(_ number: Int, _ out: ByteBuffer, _ articles: Int, _ findings: [Finding]) {
    outputLock.lock()
    while turn != number { outputLock.wait() }
    for finding in findings { report(finding) }
    linesRead += articles
    if failure == 0 { failure = write(out) }
    if failure != 0 {
      inputLock.lock()
      isDone = true
      inputLock.unlock()
    }
    turn += 1
    outputLock.broadcast()
    outputLock.unlock()
  }

  private func write(_ out: ByteBuffer) -> Int32 {
    var start = 0
    while start < out.count {
      #if canImport(Glibc)
        let count = Glibc.write(output, out.bytes + start, out.count - start)
      #else
        let count = Darwin.write(output, out.bytes + start, out.count - start)
      #endif
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      start += count
    }
    return 0
  }

  // MARK: Lines

  private func read(
    _ room: Room, firstLine: Int, _ articles: inout Int, _ findings: inout [Finding]
  ) {
    let bytes = UnsafePointer(room.bytes.bytes)
    let count = room.bytes.count
    var start = 0
    var line = firstLine
    if count >= 3, firstLine == 1, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
      start = 3
    }
    while start < count {
      var end = start
      if let found = memchr(bytes + start, 0x0A, count - start) {
        end = UnsafeRawPointer(found) - UnsafeRawPointer(bytes)
      } else {
        end = count
      }
      if readLine(bytes, start..<end, line, room, &findings) { articles += 1 }
      start = end + 1
      line += 1
    }
  }

  private func readLine(
    _ bytes: UnsafePointer<UInt8>, _ range: Range<Int>, _ number: Int, _ room: Room,
    _ findings: inout [Finding]
  ) -> Bool {
    var trimmed = range
    while trimmed.lowerBound < trimmed.upperBound, bytes[trimmed.lowerBound] <= 0x20 {
      trimmed = trimmed.dropFirst()
    }
    while trimmed.lowerBound < trimmed.upperBound, bytes[trimmed.upperBound - 1] <= 0x20 {
      trimmed = trimmed.dropLast()
    }
    guard !trimmed.isEmpty else { return false }
    if let line = ArchiveLine(bytes, trimmed), line.isOrdinary(bytes) {
      let start = room.out.count
      line.head(bytes, into: room.out)
      room.document.load(bytes, title: line.title, text: line.text)
      var drafts = reader.analyse(room.document)
      ReadingWriter(core: reader.core, document: room.document, out: room.out).write(&drafts)
      room.out.append(0x0A)
      room.document.takeBack(&drafts)
      return room.out.count > start
    }
    return readSlowly(bytes, trimmed, number, room, &findings)
  }

  /// A line that is out of the ordinary, by the library's decoder, which says what is wrong with it.
  private func readSlowly(
    _ bytes: UnsafePointer<UInt8>, _ range: Range<Int>, _ number: Int, _ room: Room,
    _ findings: inout [Finding]
  ) -> Bool {
    let line = UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count)
    let (reading, found) = ReadingFormat.decode(Array(line), file: file, line: number)
    findings.append(contentsOf: found)
    guard let reading else { return false }
    var json = JSONWriter()
    ReadingFormat.encode(reader.read(reading.article), into: &json)
    json.newline()
    json.bytes.withUnsafeBufferPointer {
      if let base = $0.baseAddress { room.out.append(base, $0.count) }
    }
    return true
  }
}

extension ArchiveLine {
  /// Whether language and date are ones that need no word.
  func isOrdinary(_ bytes: UnsafePointer<UInt8>) -> Bool {
    let code = bytes + language.lowerBound
    guard language.count == 4 else { return false }
    let letters = (code[1], code[2])
    guard letters == (0x75, 0x6B) || letters == (0x65, 0x6E) || letters == (0x72, 0x75) else {
      return false
    }
    guard kind.isEmpty, coverage.isEmpty else { return false }
    if date.count <= 2 { return true }
    guard date.count == 12 else { return false }
    if isPlainDay(bytes + date.lowerBound + 1) { return true }
    let text = String(
      decoding: UnsafeBufferPointer(start: bytes + date.lowerBound + 1, count: 10), as: UTF8.self)
    return CalendarDate(text) != nil
  }

  /// Whether ten bytes are a day that every month of every year has.
  private func isPlainDay(_ text: UnsafePointer<UInt8>) -> Bool {
    for at in 0..<10 where at != 4 && at != 7 && !Scanner.isDigit(text[at]) { return false }
    guard text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-") else { return false }
    func number(_ at: Int) -> Int { Int(text[at] & 15) * 10 + Int(text[at + 1] & 15) }
    return number(0) + number(2) > 0 && (1...12).contains(number(5)) && (1...28).contains(number(8))
  }

  /// The article's own members, as they came.
  func head(_ bytes: UnsafePointer<UInt8>, into out: ByteBuffer) {
    func member(_ name: StaticString, _ raw: Range<Int>, isOptional: Bool = false) {
      if raw.isEmpty && isOptional { return }
      out.append(name)
      if raw.isEmpty { out.append("\"\"") } else { out.append(bytes + raw.lowerBound, raw.count) }
    }
    member("{\"id\":", id)
    member(",\"language\":", language)
    member(",\"date\":", date)
    member(",\"publisher\":", publisher)
    member(",\"url\":", url, isOptional: true)
    member(",\"date_note\":", dateNote, isOptional: true)
    member(",\"title\":", title)
    member(",\"text\":", text)
  }
}
