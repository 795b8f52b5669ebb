import FundingCore

extension Lexicon {
  /// Compiles the tables and the reader's own words.
  static func compiled(from tables: Tables, key: UInt64 = 0) -> Lexicon {
    guard let lexicon = Lexicon(image(of: tables, key: key)) else {
      preconditionFailure("An image just made holds all its sections.")
    }
    return lexicon
  }

  /// The tables and the reader's own words in one block of memory.
  static func image(of tables: Tables, key: UInt64) -> LexiconImage {
    var builder = LexiconBuilder()
    for (cue, list) in CueLists.all { builder.add(cue, list) }
    for (bound, list) in BoundLists.all { builder.add(bound, list) }
    builder.addMoneyWords()
    var names = NameCompiler(builder: builder, report: false)
    names.add(tables)
    return names.builder.build(key: key)
  }

  /// Lines of the tables that name different things by the same words.
  static func collisions(in tables: Tables) -> [Finding] {
    var names = NameCompiler(builder: LexiconBuilder(), report: true)
    names.add(tables)
    return names.collisions
  }
}

extension [UInt16] {
  fileprivate func hasEnding(_ ending: String) -> Bool {
    let letters = Letters.folded(ending)
    return count > letters.count && suffix(letters.count).elementsEqual(letters)
  }
}

extension LexiconBuilder {
  fileprivate mutating func addMoneyWords() {
    for (index, country) in Currencies.countries.enumerated() {
      add(.currencyCountry, Int32(index), words: country.stems)
    }
    for (power, words) in Currencies.scales { add(.scale, power, words: words) }
    for (power, words) in Currencies.scaleAdjectives { add(.scaleAdjective, power, words: words) }
    for (hundredths, words) in Currencies.fractions { add(.fraction, hundredths, words: words) }
    for (hundredths, power, words) in Currencies.fractionScales {
      add(.fractionScale, hundredths + 1000 * power, words: words)
    }
    for (value, stems) in Currencies.numeralStems {
      for (power, words) in Currencies.scaleAdjectives {
        for stem in stems.split(separator: " ") {
          for word in words.split(separator: " ") {
            add(.wholeAdjective, value * 100 + power, words: "\(stem)\(word)")
          }
        }
      }
    }
    for (value, words) in Currencies.numerals { add(.numeral, value, words: words) }
    for code in Currencies.codes.indices {
      add(.currency, Int32(code), words: Currencies.codes[code].description)
    }
    for (code, words) in Currencies.words {
      let index = Currencies.codes.firstIndex { $0.description == code } ?? 0
      add(.currency, Int32(index), words: words)
    }
    for (code, words) in Currencies.hundredths {
      let index = Currencies.codes.firstIndex { $0.description == code } ?? 0
      add(.hundredth, Int32(index), words: words)
    }
  }
}

/// Enters the names of the tables, each in its language's inflection, and notes which collide.
private struct NameCompiler {
  var builder: LexiconBuilder
  let report: Bool
  var collisions: [Finding] = []
  private var tables: Tables?

  init(builder: LexiconBuilder, report: Bool) {
    self.builder = builder
    self.report = report
  }

  mutating func add(_ tables: Tables) {
    self.tables = tables
    for (index, organisation) in tables.organisations.enumerated() {
      add(organisation, Int32(index))
    }
    let cities = Dictionary(
      tables.gazetteer.places.enumerated().filter { $1.kind == .city }.map {
        ($1.label.rawValue, $0)
      },
      uniquingKeysWith: { first, _ in first })
    for (index, place) in tables.gazetteer.places.enumerated() {
      add(place, Int32(index), cities: cities)
    }
    for (index, sector) in tables.sectors.enumerated() { add(sector, Int32(index)) }
  }

  // MARK: Organisations

  private mutating func add(_ organisation: Organisation, _ index: Int32) {
    for name in [organisation.name.uk] + organisation.aliases.uk {
      add(name, .ukrainian, organisation, index)
    }
    for name in [organisation.name.ru] + organisation.aliases.ru {
      add(name, .russian, organisation, index)
    }
    for (order, name) in ([organisation.name.en] + organisation.aliases.en).enumerated() {
      let isAdjective =
        organisation.kind == .government && order > 1 && NameCompiler.isEnglishAdjective(name)
      add(name, .exact, organisation, index, adjective: isAdjective)
    }
    for name in organisation.abbreviations {
      if name.count > 2 || NameCompiler.shortAbbreviations.contains(name) {
        add(name, .exact, organisation, index)
      }
    }
  }

  /// Two letters are too few to tell an organisation by, but for these.
  private static let shortAbbreviations: Set<String> = ["ЄС", "ЕС", "EU", "UN", "US", "UK", "ЄК"]
  /// Names of the table that are also everyday words: their own rules know them.
  private static let everyday: Set<String> = [
    "Уряд", "Commission", "План України", "рятувальники", "спасатели",
  ]

  private static func isEnglishAdjective(_ name: String) -> Bool {
    !name.contains(" ")
      && [
        "ian", "ean", "can", "ish", "ese", "nch", "wiss", "lic", "tch", "ech", "elgian", "rman",
        "eli", "ani", "ati", "vak", "ing",
      ].contains {
        name.hasSuffix($0)
      }
  }

  private mutating func add(
    _ name: String, _ inflection: Inflection, _ organisation: Organisation, _ index: Int32,
    adjective: Bool = false
  ) {
    guard !NameCompiler.everyday.contains(name) else { return }
    var words = NameCompiler.words(of: name)
    if words.count > 3, ["за", "from"].contains(words.first?.lowercased() ?? "") {
      words.removeFirst(2)
    }
    guard let first = words.first, !first.isEmpty else { return }
    var needs: Sense.Needs = []
    if words.count == 1 {
      if NameCompiler.isAllCapitals(first) {
        needs = first.utf8.count < 3 && first.unicodeScalars.count < 2 ? .capital : .allCapitals
      } else if adjective
        || (NameCompiler.beginsSmall(first) && NameCompiler.isSlavicAdjective(first))
      {
        needs = .adjective
      } else if !NameCompiler.beginsSmall(first) {
        needs = .capital
      }
    } else if inflection == .exact || organisation.kind == .ngo {
      needs = NameCompiler.beginsSmall(first) ? [] : .capital
    }
    let sense = Sense(kind: .organisation, needs: needs, id: index, next: -1)
    enter(words, NameCompiler.inflection(of: words, inflection), sense, as: "organisations.csv")
  }

  private static func isSlavicAdjective(_ word: String) -> Bool {
    ["ий", "ій", "ый", "ой", "ая", "ое", "ее", "ька", "ьке", "ькі", "ские"].contains {
      word.hasSuffix($0)
    }
  }

  // MARK: Places

  private mutating func add(_ place: Place, _ index: Int32, cities: [String: Int]) {
    add(place.name.uk, .ukrainian, place, index)
    add(place.name.ru, .russian, place, index)
    add(place.name.en, .english, place, index)
    for alias in place.aliases { add(alias, nil, place, index) }
    addRegion(place, index)
    if place.kind == .city, !NameCompiler.commonNames.contains(place.name.uk) {
      addTownAdjective(place.name.uk, "ський", .ukrainian, index)
      addTownAdjective(place.name.ru, "ский", .russian, index)
    }
    guard let cut = place.label.rawValue.lastIndex(of: " ") else { return }
    let seat = String(place.label.rawValue[..<cut])
    if place.kind == .oblast || place.kind == .raion, let city = cities[seat] {
      addAdjective(place.name.uk, .ukrainian, Int32(city))
      addAdjective(place.name.ru, .russian, Int32(city))
    }
  }

  /// «Харківський регіон» beside «Харківська область».
  private mutating func addRegion(_ place: Place, _ index: Int32) {
    guard place.kind == .oblast else { return }
    for (name, inflection, region) in [
      (place.name.uk, Inflection.ukrainian, "регіон"), (place.name.ru, .russian, "регион"),
    ] {
      guard let first = name.split(separator: " ").first else { continue }
      add(
        "\(NameCompiler.masculine(String(first), inflection)) \(region)", inflection, place, index)
    }
  }

  /// «ірпінський» of a town with a name of one word, where its ending tells how the adjective is made.
  private mutating func addTownAdjective(
    _ name: String, _ ending: String, _ inflection: Inflection, _ index: Int32
  ) {
    guard !name.contains(" "), !name.contains("-"), name.unicodeScalars.count > 3 else { return }
    var letters = Letters.folded(name)
    guard let last = letters.last else { return }
    let suffix = Letters.folded(ending)
    if letters.hasEnding("ськ") || letters.hasEnding("цьк") || letters.hasEnding("ск") {
      letters += suffix.suffix(2)
    } else if letters.hasEnding("ка") {
      letters = letters.dropLast(2) + suffix
    } else if letters.hasEnding("нь") {
      letters = letters.dropLast() + suffix
    } else if letters.hasEnding("ль") || NameCompiler.plainConsonants.contains(last) {
      letters += suffix
    } else {
      return
    }
    let sense = Sense(kind: .place, needs: .adjective, id: index, next: -1)
    builder.enter([(letters, inflection)], sense)
  }

  /// Consonants that -ський joins without a change.
  private static let plainConsonants = Set(Letters.folded("бвдлмнпр"))

  /// The adjective alone, «харківський», which tells the town less surely than its name.
  private mutating func addAdjective(_ name: String, _ inflection: Inflection, _ city: Int32) {
    guard let first = name.split(separator: " ").first else { return }
    let adjective = NameCompiler.masculine(String(first), inflection)
    let sense = Sense(kind: .place, needs: .adjective, id: city, next: -1)
    builder.enter([(Letters.folded(adjective), inflection)], sense)
  }

  private static func masculine(_ adjective: String, _ inflection: Inflection) -> String {
    if inflection == .russian, adjective.hasSuffix("ая") { return adjective.dropLast(2) + "ий" }
    if inflection == .ukrainian, adjective.hasSuffix("а") { return adjective.dropLast() + "ий" }
    return adjective
  }

  private mutating func add(_ name: String, _ language: Inflection?, _ place: Place, _ index: Int32)
  {
    var words = NameCompiler.words(of: name)
    guard let first = words.first, !first.isEmpty, first.first?.isNumber == false else { return }
    var needs: Sense.Needs = NameCompiler.beginsSmall(first) ? [] : .capital
    if words.count == 1 {
      if NameCompiler.isAllCapitals(first) { needs = .allCapitals }
      if place.kind == .neighbourhood || NameCompiler.commonNames.contains(first) {
        needs.insert(.common)
      }
    }
    // «Київський р-н» and the like: the scanner parts the hyphen.
    words = words.filter { !$0.isEmpty }
    let sense = Sense(kind: .place, needs: needs, id: index, next: -1)
    let tongues = language.map { [$0] } ?? NameCompiler.tongues(of: name)
    for tongue in tongues {
      enter(words, NameCompiler.inflection(of: words, tongue), sense, as: "places.csv")
    }
  }

  /// Names of towns that are everyday words too.
  private static let commonNames: Set<String> = [
    "Суми", "Сумы", "Рівне", "Ровно", "Бар", "Мена", "Долина", "Городок", "Гірник", "Зоря",
    "Українка", "Щастя", "Мирне", "Броди",
    "Острог", "Лиман", "Чоп", "Ізюм", "Заводське", "Південне", "Южное", "Счастье", "Изюм", "Борова",
    "Боровая", "Гути", "Бірки",
  ]

  // MARK: Sectors

  private mutating func add(_ sector: Sector, _ index: Int32) {
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
    let words = stem.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x2D }).map { Substring($0) }
    let path = words.map {
      $0.utf8.last == 0x24
        ? (Letters.folded($0.dropLast()), Inflection.exact) : (Letters.folded($0), .prefix)
    }
    builder.enter(path, sense)
  }

  // MARK: Words

  private mutating func enter(
    _ words: [String], _ inflection: [Inflection], _ sense: Sense, as file: String
  ) {
    let before = builder.enter(Array(zip(words.map { Letters.folded($0) }, inflection)), sense)
    guard report else { return }
    for other in before where other.kind == sense.kind && other.id != sense.id {
      note(words, sense, other, file)
    }
  }

  private mutating func note(_ words: [String], _ sense: Sense, _ other: Sense, _ file: String) {
    guard let tables else { return }
    let name = words.joined(separator: " ")
    let (mine, theirs): (String, String)
    if sense.kind == .organisation {
      mine = tables.organisations[Int(sense.id)].id.rawValue
      theirs = tables.organisations[Int(other.id)].id.rawValue
    } else {
      let (place, twin) = (
        tables.gazetteer.places[Int(sense.id)], tables.gazetteer.places[Int(other.id)]
      )
      if place.sameName.contains(twin.id) || twin.sameName.contains(place.id) { return }
      (mine, theirs) = (place.label.rawValue, twin.label.rawValue)
    }
    collisions.append(
      Finding(
        .doubt, code: "same-name", at: .init(file: "tables/\(file)", line: Int(sense.id) + 2),
        "“\(name)” names both \(theirs) and \(mine).",
        remedy: "Give one of them a longer name, or say in same_name_ids that they share it."))
  }

  /// The words of a name as the scanner cuts them; what stands in brackets is left out.
  private static func words(of name: String) -> [String] {
    var words: [String] = []
    var word = ""
    var depth = 0
    for scalar in name.unicodeScalars {
      if scalar == "(" { depth += 1 }
      if scalar == ")" { depth -= 1 }
      let isPart = isLetter(scalar.value)
      if isPart && depth == 0 && scalar != ")" {
        word.unicodeScalars.append(scalar)
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    return words.map {
      $0.utf8.last == 0x73 && ($0.hasSuffix("'s") || $0.hasSuffix("’s"))
        ? String($0.dropLast(2)) : $0
    }
  }

  /// Abbreviations and foreign words stand still; the rest is inflected.
  private static func inflection(of words: [String], _ inflection: Inflection) -> [Inflection] {
    words.map { word in
      if inflection == .exact || inflection == .english {
        return word.utf8.count > 3 ? inflection : .exact
      }
      let isForeign = word.unicodeScalars.first.map { $0.value < 0x400 } ?? true
      return isForeign || isAllCapitals(word) || word.unicodeScalars.count < 3 ? .exact : inflection
    }
  }

  private static func tongues(of name: String) -> [Inflection] {
    if name.unicodeScalars.contains(where: { "іїєґІЇЄҐ’'ʼ".unicodeScalars.contains($0) }) {
      return [.ukrainian]
    }
    if name.unicodeScalars.contains(where: { "ыэъёЫЭЪЁ".unicodeScalars.contains($0) }) {
      return [.russian]
    }
    if name.unicodeScalars.allSatisfy({ $0.value < 0x400 }) { return [.english] }
    return [.ukrainian, .russian]
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

  private static func isAllCapitals(_ word: String) -> Bool {
    word.unicodeScalars.count > 1 && word.unicodeScalars.allSatisfy { !isSmall($0.value) }
  }

  private static func beginsSmall(_ word: String) -> Bool {
    word.unicodeScalars.first.map { isSmall($0.value) } ?? true
  }
}
