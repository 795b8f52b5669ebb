/// What becomes of a scalar on its way to a cell.
///
/// Text from outside may hold anything; a terminal obeys control characters and reorders or hides text at others.
/// Whatever is not plainly text is dropped or becomes a blank here, before anything is measured.
public enum ScalarFate: Hashable, Sendable {
  /// Never reaches a cell: controls of text direction, tags, joiners, variation selectors.
  case dropped
  /// Becomes one blank: C0, C1, DEL, line and paragraph separators.
  case blank
  /// Has no column of its own and stands on the scalar before it.
  case mark
  /// Takes one column.
  case narrow
  /// Takes two columns.
  case wide
}

/// What must not reach a terminal from outside, whether through a cell or through a pipe.
///
/// One table for both: ``Unicode/Scalar/fate`` lets none of these into a cell, and what is printed line by line is
/// cleaned of them. A cell is stricter: it also refuses what is safe to print but has no certain width (joiners, variation
/// selectors, soft hyphens, skin tones, conjoining vowels, noncharacters), because there a column out of place costs a row.
public enum Hostile {
  /// Obeyed by a terminal: C0 (with escape, bell, backspace and carriage return), DEL, C1.
  public static let controls: [ClosedRange<UInt32>] = [0x00...0x1F, 0x7F...0x9F]
  /// Breaks of lines and paragraphs that are no line feed.
  public static let separators: [ClosedRange<UInt32>] = [0x2028...0x2029]
  /// Reorder what stands around them, so that a line reads as it is not written.
  public static let directions: [ClosedRange<UInt32>] = [
    0x061C...0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x206F,
  ]
  /// Show nothing and can hide a second text in the first: spaces of no width, invisible operators, byte order marks,
  /// annotations, tags and the variation selectors behind them.
  public static let hidden: [ClosedRange<UInt32>] = [
    0x180E...0x180E, 0x200B...0x200B, 0x2060...0x2065, 0xFEFF...0xFEFF, 0xFFF9...0xFFFB,
    0xE0000...0xE0FFF,
  ]
  /// All of it.
  public static let all = controls + separators + directions + hidden
}

extension Unicode.Scalar {
  /// Whether this scalar stands in the table of ``Hostile``.
  public var isHostile: Bool {
    if value >= 0x20 && value < 0x7F || value >= 0xA0 && value < 0x61C { return false }
    return Hostile.all.contains { $0.contains(value) }
  }

  /// What becomes of this scalar in a cell; our own table, so that every terminal gets the same picture.
  public var fate: ScalarFate {
    let value = self.value
    if value < 0x20 { return .blank }
    if value < 0x7F { return .narrow }
    if value < 0xA0 { return .blank }
    if value == 0xAD { return .dropped }
    if value < 0x300 { return .narrow }
    if value >= 0x400 && value < 0x530 { return value >= 0x483 && value <= 0x489 ? .mark : .narrow }
    if value < 0x370 { return value == 0x34F ? .dropped : .mark }
    // Dashes, quotes, dots, money, bars, boxes and ticks: what our own pictures are made of.
    if value >= 0x2010, value < 0x2028 || value >= 0x2030 && value < 0x205F { return .narrow }
    if value >= 0x2190, value < 0x2300 || value >= 0x2500 && value < 0x25FD { return .narrow }
    return Self.rareFate(of: self)
  }

  private static func rareFate(of scalar: Unicode.Scalar) -> ScalarFate {
    let value = scalar.value
    switch value {
    case 0x061C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF,
      0xFFF9...0xFFFB,
      0x1F3FB...0x1F3FF, 0xE0000...0xE0FFF, 0x1160...0x11FF:
      return .dropped
    case 0x2028, 0x2029: return .blank
    case 0xFFFE, 0xFFFF: return .dropped
    default: break
    }
    if value & 0xFFFE == 0xFFFE { return .dropped }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return .mark
    case .format, .control, .surrogate: return .dropped
    default: return isWide(value) ? .wide : .narrow
    }
  }

  /// East Asian Wide and Fullwidth of Unicode 14, which glibc's `wcwidth` follows as well.
  private static func isWide(_ value: UInt32) -> Bool {
    guard value >= 0x1100 else { return false }
    var low = 0
    var high = wideRanges.count
    while low < high {
      let middle = (low + high) / 2
      if wideRanges[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < wideRanges.count && wideRanges[low].contains(value)
  }

  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0...0x23F0,
    0x23F3...0x23F3,
    0x25FD...0x25FE, 0x2614...0x2615, 0x2648...0x2653, 0x267F...0x267F, 0x2693...0x2693,
    0x26A1...0x26A1,
    0x26AA...0x26AB, 0x26BD...0x26BE, 0x26C4...0x26C5, 0x26CE...0x26CE, 0x26D4...0x26D4,
    0x26EA...0x26EA,
    0x26F2...0x26F3, 0x26F5...0x26F5, 0x26FA...0x26FA, 0x26FD...0x26FD, 0x2705...0x2705,
    0x270A...0x270B,
    0x2728...0x2728, 0x274C...0x274C, 0x274E...0x274E, 0x2753...0x2755, 0x2757...0x2757,
    0x2795...0x2797,
    0x27B0...0x27B0, 0x27BF...0x27BF, 0x2B1B...0x2B1C, 0x2B50...0x2B50, 0x2B55...0x2B55,
    0x2E80...0x3029,
    0x302E...0x303E, 0x3041...0x3096, 0x309B...0xA4C6, 0xA960...0xA97C, 0xAC00...0xD7A3,
    0xF900...0xFAD9,
    0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x16FE3,
    0x16FF0...0x1B2FB,
    0x1F004...0x1F004, 0x1F0CF...0x1F0CF, 0x1F18E...0x1F18E, 0x1F191...0x1F19A, 0x1F200...0x1F320,
    0x1F32D...0x1F335, 0x1F337...0x1F37C, 0x1F37E...0x1F393, 0x1F3A0...0x1F3CA, 0x1F3CF...0x1F3D3,
    0x1F3E0...0x1F3F0, 0x1F3F4...0x1F3F4, 0x1F3F8...0x1F43E, 0x1F440...0x1F440, 0x1F442...0x1F4FC,
    0x1F4FF...0x1F53D, 0x1F54B...0x1F54E, 0x1F550...0x1F567, 0x1F57A...0x1F57A, 0x1F595...0x1F596,
    0x1F5A4...0x1F5A4, 0x1F5FB...0x1F64F, 0x1F680...0x1F6C5, 0x1F6CC...0x1F6CC, 0x1F6D0...0x1F6D2,
    0x1F6D5...0x1F6DF, 0x1F6EB...0x1F6EC, 0x1F6F4...0x1F6FC, 0x1F7E0...0x1F7F0, 0x1F90C...0x1F93A,
    0x1F93C...0x1F945, 0x1F947...0x1F9FF, 0x1FA70...0x1FAF6, 0x20000...0x3134A,
  ]
}
