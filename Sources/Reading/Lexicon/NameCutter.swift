import FundingCore

/// Cuts names into words and tells how each is inflected and written; see ``NameList``.
///
/// Names are met scalar by scalar: most are Cyrillic, and asking a string for its characters costs more there than all
/// else that a start does.
struct NameCutter: Sendable {
  /// A word of the name under work.
  private struct Cut {
    var letters: Range<Int>
    var first: UInt32
    var scalars = 0
    var bytes = 0
    /// Small letters among them.
    var small = 0
    /// Bytes of its last apostrophe.
    var apostrophe = 0

    var isAllCapitals: Bool { scalars > 1 && small == 0 }
    var beginsSmall: Bool { NameCutter.isSmall(first) }
  }

  /// A name: its words as a range of ``words``.
  struct Name: Sendable {
    var words: Range<Int>
    var sense: Sense
    var text: String
    var isWhole: Bool
  }

  private(set) var names: [Name] = []
  private var letters: [UInt16] = []
  private var words: [(letters: Range<Int>, inflection: Inflection)] = []
  private var cuts: [Cut] = []

  func word(_ index: Int) -> LexiconWord {
    LexiconWord(letters: letters[words[index].letters], inflection: words[index].inflection)
  }

  // MARK: Organisations

  mutating func add(_ organisation: Organisation, _ index: Int32) {
    add(organisation.name.uk, .ukrainian, organisation, index)
    for name in organisation.aliases.uk { add(name, .ukrainian, organisation, index) }
    add(organisation.name.ru, .russian, organisation, index)
    for name in organisation.aliases.ru { add(name, .russian, organisation, index) }
    add(organisation.name.en, .exact, organisation, index)
    for (order, name) in organisation.aliases.en.enumerated() {
      let isAdjective =
        organisation.kind == .government && order > 0 && NameCutter.isEnglishAdjective(name)
      add(name, .exact, organisation, index, adjective: isAdjective)
    }
    for name in organisation.abbreviations {
      if name.unicodeScalars.count > 2 || NameCutter.shortAbbreviations.contains(name) {
        add(name, .exact, organisation, index)
      }
    }
  }

  /// Two letters are too few to tell an organisation by, but for these.
  private static let shortAbbreviations: Set<String> = ["ЄС", "ЕС", "EU", "UN", "US", "UK", "ЄК"]
  /// Names of the table that are also everyday words: their own rules know them.
  private static let everyday = [
    "Уряд", "Commission", "План України", "рятувальники", "спасатели",
  ]

  private static func isEnglishAdjective(_ name: String) -> Bool {
    !name.utf8.contains(0x20)
      && [
        "ian", "ean", "can", "ish", "ese", "nch", "wiss", "lic", "tch", "ech", "elgian", "rman",
        "eli", "ani", "ati", "vak", "ing",
      ].contains { name.hasSuffix($0) }
  }

  private mutating func add(
    _ name: String, _ inflection: Inflection, _ organisation: Organisation, _ index: Int32,
    adjective: Bool = false
  ) {
    guard !NameCutter.everyday.contains(where: { $0.utf8.elementsEqual(name.utf8) }) else { return }
    cut(name)
    if cuts.count > 3, let first = cuts.first, NameCutter.openers.contains(folded(first)) {
      cuts.removeFirst(2)
    }
    guard let first = cuts.first else { return }
    var needs: Sense.Needs = []
    if cuts.count == 1 {
      if first.isAllCapitals {
        needs = .allCapitals
      } else if adjective || (first.beginsSmall && isSlavicAdjective(first)) {
        needs = .adjective
      } else if !first.beginsSmall {
        needs = .capital
      }
    } else if inflection == .exact || organisation.kind == .ngo {
      // «фонд Говарда Баффетта»: what it is opens the name, in small letters too.
      let isType = cuts.count > 2 && name.hasPrefix("Фонд ")
      needs = first.beginsSmall || isType ? [] : .capital
    }
    enter(inflection, Sense(kind: .organisation, needs: needs, id: index, next: -1), name)
  }

  /// «за кошти …», “from the …”: how a payer is told, not what it is called.
  private static let openers = ["за", "from"].map { Letters.folded($0)[...] }
  private static let adjectiveEndings = [
    "ий", "ій", "ый", "ой", "ая", "ое", "ее", "ька", "ьке", "ькі", "ские",
  ].map { Letters.folded($0) }

  private func isSlavicAdjective(_ cut: Cut) -> Bool {
    NameCutter.adjectiveEndings.contains { folded(cut).hasEnding($0) }
  }

  // MARK: Places

  mutating func add(_ place: Place, _ index: Int32, cities: [String: Int]) {
    add(place.name.uk, .ukrainian, place, index)
    add(place.name.ru, .russian, place, index)
    add(place.name.en, .english, place, index)
    for alias in place.aliases { add(alias, nil, place, index) }
    addRegion(place, index)
    if place.kind == .city || place.kind == .village && place.name.uk.utf8.contains(0x20),
      !NameCutter.commonNames.contains(place.name.uk)
    {
      addTownAdjective(place.name.uk, NameCutter.ukrainianTown, .ukrainian, index)
      addTownAdjective(place.name.ru, NameCutter.russianTown, .russian, index)
    }
    guard place.kind == .oblast || place.kind == .raion else { return }
    let label = place.label.rawValue
    guard let space = label.utf8.lastIndex(of: 0x20), let city = cities[String(label[..<space])]
    else { return }
    addAdjective(place.name.uk, .ukrainian, Int32(city))
    addAdjective(place.name.ru, .russian, Int32(city))
  }

  /// «Харківський регіон» beside «Харківська область».
  private mutating func addRegion(_ place: Place, _ index: Int32) {
    guard place.kind == .oblast else { return }
    for (name, inflection, region) in [
      (place.name.uk, Inflection.ukrainian, "регіон"), (place.name.ru, .russian, "регион"),
    ] {
      let first = NameCutter.firstWord(name)
      if first.isEmpty { continue }
      add("\(NameCutter.masculine(first, inflection)) \(region)", inflection, place, index)
    }
  }

  /// The adjective alone, «харківський», which tells the town less surely than its name.
  private mutating func addAdjective(_ name: String, _ inflection: Inflection, _ city: Int32) {
    let first = NameCutter.firstWord(name)
    if first.isEmpty { return }
    enterAdjective(
      Letters.folded(NameCutter.masculine(first, inflection)), inflection, city, name)
  }

  private static func firstWord(_ name: String) -> String {
    String(Substring(name.utf8.drop { $0 == 0x20 }.prefix { $0 != 0x20 }))
  }

  private static func masculine(_ adjective: String, _ inflection: Inflection) -> String {
    if inflection == .russian, adjective.hasSuffix("ая") { return adjective.dropLast(2) + "ий" }
    if inflection == .ukrainian, adjective.hasSuffix("а") { return adjective.dropLast() + "ий" }
    return adjective
  }

  private mutating func add(_ name: String, _ language: Inflection?, _ place: Place, _ index: Int32)
  {
    let scripts = cut(name)
    guard let first = cuts.first, !NameCutter.isNumber(first.first) else { return }
    var needs: Sense.Needs = first.beginsSmall ? [] : .capital
    if cuts.count == 1 {
      if first.isAllCapitals { needs = .allCapitals }
      if place.kind == .neighbourhood || isCommon(first) { needs.insert(.common) }
    }
    let sense = Sense(kind: .place, needs: needs, id: index, next: -1)
    if let language {
      enter(language, sense, name)
    } else {
      for tongue in scripts.tongues { enter(tongue, sense, name) }
    }
  }

  /// Names of towns that are everyday words too.
  private static let commonNames: Set<String> = [
    "Суми", "Сумы", "Рівне", "Ровно", "Бар", "Мена", "Долина", "Городок", "Гірник", "Зоря",
    "Українка", "Щастя", "Мирне", "Броди",
    "Острог", "Лиман", "Чоп", "Ізюм", "Заводське", "Південне", "Южное", "Счастье", "Изюм", "Борова",
    "Боровая", "Гути", "Бірки", "Українськ", "Украинск",
  ]
  private static let commonWords = WordSet(hashes: commonNames.map { WordHash(word: $0).value })

  private func isCommon(_ cut: Cut) -> Bool {
    !cut.beginsSmall && !cut.isAllCapitals
      && NameCutter.commonWords.contains(WordHash(folded(cut)).value)
  }

  // MARK: Sectors

  mutating func add(_ sector: Sector, _ index: Int32) {
    for language in Language.allCases {
      for stem in sector.stems[language] {
        add(stem, Sense(kind: .sector, needs: [], id: index, next: -1))
      }
      for stem in sector.exclusions[language] {
        add(stem, Sense(kind: .notSector, needs: [], id: index, next: -1))
      }
    }
  }

  /// The stem notation of `sectors.csv`: open beginnings, `$` closes a word.
  private mutating func add(_ stem: String, _ sense: Sense) {
    let start = words.count
    for word in stem.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x2D }) {
      let isClosed = word.last == 0x24
      append(
        Letters.folded(Substring(isClosed ? word.dropLast() : word)), isClosed ? .exact : .prefix)
    }
    names.append(Name(words: start..<words.count, sense: sense, text: stem, isWhole: true))
  }

  // MARK: Words

  private mutating func append(_ word: [UInt16], _ inflection: Inflection) {
    words.append((letters.count..<letters.count + word.count, inflection))
    letters += word
  }

  mutating func enterAdjective(
    _ word: [UInt16], _ inflection: Inflection, _ index: Int32, _ text: String
  ) {
    append(word, inflection)
    names.append(
      Name(
        words: words.count - 1..<words.count,
        sense: Sense(kind: .place, needs: .adjective, id: index, next: -1), text: text,
        isWhole: false))
  }

  /// Enters the words that were cut last.
  private mutating func enter(_ inflection: Inflection, _ sense: Sense, _ text: String) {
    let start = words.count
    for cut in cuts { words.append((cut.letters, NameCutter.inflection(of: cut, inflection))) }
    names.append(Name(words: start..<words.count, sense: sense, text: text, isWhole: true))
  }

  /// Abbreviations and foreign words stand still; the rest is inflected.
  private static func inflection(of cut: Cut, _ inflection: Inflection) -> Inflection {
    if inflection == .exact || inflection == .english {
      return cut.bytes > 3 ? inflection : .exact
    }
    return cut.first < 0x400 || cut.isAllCapitals || cut.scalars < 3 ? .exact : inflection
  }

  private func folded(_ cut: Cut) -> ArraySlice<UInt16> { letters[cut.letters] }

  /// Cuts a name as the scanner would; what stands in brackets is left out. Says in which letters it is written.
  @discardableResult
  private mutating func cut(_ name: String) -> NameScripts {
    cuts.removeAll(keepingCapacity: true)
    var scripts = NameScripts()
    var depth = 0
    var isOpen = false
    for scalar in name.unicodeScalars {
      let value = scalar.value
      scripts.note(value)
      if value == 0x28 { depth += 1 }
      if value == 0x29 { depth -= 1 }
      guard depth == 0, NameCutter.isLetter(value) else {
        if isOpen { close() }
        isOpen = false
        continue
      }
      if !isOpen { cuts.append(Cut(letters: letters.count..<letters.count, first: value)) }
      isOpen = true
      let last = cuts.count - 1
      cuts[last].scalars += 1
      cuts[last].bytes += UTF8.width(scalar)
      if NameCutter.isSmall(value) { cuts[last].small += 1 }
      let letter = Letters.folded(scalar: value)
      if letter == Letters.apostrophe { cuts[last].apostrophe = UTF8.width(scalar) }
      letters.append(letter)
    }
    if isOpen { close() }
    return scripts
  }

  /// Ends the word under work: the English genitive is dropped.
  private mutating func close() {
    guard var cut = cuts.popLast() else { return }
    cut.letters = cut.letters.lowerBound..<letters.count
    let word = letters[cut.letters]
    if word.last == 0x73, word.dropLast().last == Letters.apostrophe {
      cut.letters = cut.letters.lowerBound..<letters.count - 2
      cut.scalars -= 2
      cut.small -= 1
      cut.bytes -= 1 + cut.apostrophe
    }
    if !cut.letters.isEmpty { cuts.append(cut) }
  }

  /// A letter, digit or apostrophe, without asking Unicode's tables for the common ones.
  private static func isLetter(_ value: UInt32) -> Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x27, 0x2019, 0x2BC, 0x400...0x52F: true
    case 0..<0xC0: false
    default: Unicode.Scalar(value)?.properties.isAlphabetic ?? false
    }
  }

  private static func isSmall(_ value: UInt32) -> Bool {
    switch value {
    case 0x61...0x7A, 0x430...0x45F, 0x491: true
    case 0..<0x80, 0x400...0x42F, 0x490: false
    default: Unicode.Scalar(value)?.properties.isLowercase ?? false
    }
  }

  private static func isNumber(_ value: UInt32) -> Bool {
    switch value {
    case 0x30...0x39: true
    case 0..<0xC0, 0x400...0x52F: false
    default: Unicode.Scalar(value)?.properties.numericType != nil
    }
  }
}

/// Which letters a name is written in.
private struct NameScripts {
  private var isUkrainian = false
  private var isRussian = false
  private var isForeign = true

  mutating func note(_ value: UInt32) {
    switch value {
    case 0x404, 0x406, 0x407, 0x454, 0x456, 0x457, 0x490, 0x491, 0x27, 0x2BC, 0x2019:
      isUkrainian = true
    case 0x401, 0x42A, 0x42B, 0x42D, 0x44A, 0x44B, 0x44D, 0x451: isRussian = true
    default: break
    }
    if value >= 0x400 { isForeign = false }
  }

  /// The inflections to try.
  var tongues: [Inflection] {
    if isUkrainian { return [.ukrainian] }
    if isRussian { return [.russian] }
    return isForeign ? [.english] : [.ukrainian, .russian]
  }
}

extension ArraySlice<UInt16> {
  /// Whether a word has this ending and something before it.
  func hasEnding(_ ending: [UInt16]) -> Bool {
    count > ending.count && suffix(ending.count).elementsEqual(ending)
  }
}
