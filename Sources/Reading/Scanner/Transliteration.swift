import FundingCore

/// Cyrillic to Latin: the national transliteration of Ukrainian (Cabinet of Ministers, no. 55 of 2010), the plain one
/// of Russian.
enum Transliteration {
  static func identifier(_ name: String, language: Language) -> String {
    let letters = Letters.folded(name)
    let isRussian =
      language == .ru && !letters.contains { [0x456, 0x457, 0x454, 0x491].contains($0) }
    var result = ""
    var isStart = true
    for (at, letter) in letters.enumerated() {
      if letter == 0x20 || letter == 0x2D {
        if !result.isEmpty && result.last != "-" { result += "-" }
        isStart = true
        continue
      }
      if letter == Letters.apostrophe { continue }
      if letter == 0x433, at > 0, letters[at - 1] == 0x437, !isRussian {
        result += "gh"
      } else if let latin = isRussian
        ? russian[letter] : (isStart ? initials[letter] : nil) ?? ukrainian[letter]
      {
        result += latin
      } else if (0x61...0x7A).contains(letter) || (0x30...0x39).contains(letter),
        let scalar = Unicode.Scalar(letter)
      {
        result.unicodeScalars.append(scalar)
      } else if let plain = accented[letter] {
        result += plain
      }
      isStart = false
    }
    while result.last == "-" { result.removeLast() }
    return result
  }

  private static func table(_ pairs: String) -> [UInt16: String] {
    var result: [UInt16: String] = [:]
    for pair in pairs.split(separator: " ") {
      let parts = pair.split(separator: ":", omittingEmptySubsequences: false)
      if parts.count == 2, let letter = Letters.folded(parts[0]).first {
        result[letter] = String(parts[1])
      }
    }
    return result
  }

  private static let ukrainian = table(
    "а:a б:b в:v г:h ґ:g д:d е:e є:ie ж:zh з:z и:y і:i ї:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ь: ю:iu я:ia ы:y э:e ъ:"
  )
  private static let accented = table(
    "ä:a á:a à:a â:a ã:a å:a ā:a ă:a ą:a æ:ae ç:c ć:c č:c ď:d đ:d é:e è:e ê:e ë:e ē:e ė:e ę:e ě:e ğ:g ģ:g í:i ì:i î:i ï:i ī:i ı:i ķ:k ł:l ļ:l ľ:l ñ:n ń:n ņ:n ň:n ö:o ó:o ò:o ô:o õ:o ø:o ő:o œ:oe ř:r ś:s š:s ş:s ș:s ß:ss ť:t ț:t ü:u ú:u ù:u û:u ū:u ů:u ű:u ų:u ý:y ź:z ž:z ż:z"
  )
  private static let initials = table("є:ye ї:yi й:y ю:yu я:ya")
  private static let russian = table(
    "а:a б:b в:v г:g д:d е:e ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ъ: ы:y ь: э:e ю:yu я:ya"
  )
}
