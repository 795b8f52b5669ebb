/// The name of one object, as far as two names can be compared.
///
/// - Shape: numbers as printed, words in Latin letters without the word for the kind of object. Names of different
///   kinds (a school's number, a street address) cannot be compared.
struct ObjectName: Hashable {
  enum Kind: String { case school, kindergarten, hospital, street, other }
  enum Comparison { case same, different, unknown }

  let kind: Kind
  let numbers: [String]
  let words: [String]

  init(_ name: String) {
    var kind = Kind.other
    var numbers: [String] = []
    var words: [String] = []
    for token in ObjectName.tokens(of: name) {
      if token.utf8.first.map({ (48...57).contains($0) }) == true {
        numbers.append(token)
      } else if let told = ObjectName.kind(of: token) {
        kind = told
      } else if token.utf8.count >= 3, !ObjectName.fillers.contains(token) {
        words.append(token)
      }
    }
    self.kind = kind
    self.numbers = numbers.sorted()
    self.words = words.sorted()
  }

  func compared(with other: ObjectName) -> Comparison {
    let comparable = kind == other.kind || kind == .other || other.kind == .other
    guard comparable else { return .unknown }
    let bothNumbered = !numbers.isEmpty && !other.numbers.isEmpty
    let bothNamed = !words.isEmpty && !other.words.isEmpty
    let sharesWord = words.contains { word in
      other.words.contains { ObjectName.begin(alike: word, $0) }
    }
    if bothNumbered {
      if numbers != other.numbers { return kind == other.kind ? .different : .unknown }
      if bothNamed, !sharesWord { return kind == other.kind ? .different : .unknown }
      return .same
    }
    return bothNamed && sharesWord && numbers.isEmpty && other.numbers.isEmpty ? .same : .unknown
  }

  /// Names that can be the same share this: their first number, or the beginning of a word.
  var keys: [String] {
    numbers.isEmpty ? words.map { String($0.prefix(4)) } : [numbers[0]]
  }

  private static func begin(alike a: String, _ b: String) -> Bool {
    let length = min(5, a.utf8.count, b.utf8.count)
    return a.utf8.prefix(length).elementsEqual(b.utf8.prefix(length))
  }

  private static let fillers: Set<String> = [
    "num", "number", "nomer", "budynok", "bud", "dom", "house", "building", "the", "imeni", "mista",
    "goroda", "city", "korpus", "pidzemna", "pidzemnyi", "podzemnaia", "podzemnyi", "underground",
  ]

  private static let kinds: [(Kind, [String])] = [
    (.school, ["shkol", "school", "litse", "lytse", "lyceum", "himnaz", "gimnaz", "gymnas"]),
    (
      .kindergarten,
      [
        "dytsad", "ditsad", "detsad", "detskyi", "detskii", "dytiach", "dnz", "zdo", "sadok",
        "sadoch", "sadka", "sadku", "sadky", "sadyk", "iasel", "iasla", "iasli", "iasly",
        "kindergarten", "nursery",
      ]
    ),
    (
      .hospital,
      [
        "likarn", "bolnits", "hospital", "poliklin", "polyklin", "polohov", "roddom", "polyclinic",
        "clinic", "klinik",
      ]
    ),
    (
      .street,
      [
        "vul", "ulits", "ul", "street", "st", "prosp", "avenue", "ave", "bulv", "bul", "provul",
        "prov",
        "pereul", "per", "lane", "shose", "shosse", "ploshch", "square", "maidan",
      ]
    ),
  ]

  private static func kind(of token: String) -> Kind? {
    for (kind, beginnings) in kinds {
      for beginning in beginnings {
        if beginning.utf8.count <= 4 ? token == beginning : token.hasPrefix(beginning) {
          return kind
        }
      }
    }
    return token.hasPrefix("vulyts") ? .street : nil
  }

  private static func tokens(of name: String) -> [String] {
    var tokens: [String] = []
    var token = ""
    for scalar in name.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        let isDigit = ("0"..."9").contains(scalar)
        if let last = token.utf8.last, (48...57).contains(last) != isDigit, isDigit {
          tokens.append(token)
          token = ""
        }
        token += latin[scalar] ?? String(Character(scalar))
      } else if scalar != "'", scalar != "’", scalar != "ʼ" {
        if !token.isEmpty { tokens.append(token) }
        token = ""
      }
    }
    if !token.isEmpty { tokens.append(token) }
    return tokens
  }

  private static let latin: [Unicode.Scalar: String] = [
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh",
    "з": "z", "и": "y", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n",
    "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts",
    "ч": "ch", "ш": "sh", "щ": "shch", "ь": "", "ю": "iu", "я": "ia", "ы": "y", "э": "e", "ё": "e",
    "ъ": "",
  ]
}
