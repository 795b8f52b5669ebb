/// The beginnings of all words that rows show, folded and sorted; each leads to values of columns, not to rows.
///
/// - Shape: words end to end in one buffer, in byte order, and for each the values it stands in.
/// - Cost: a look-up is two binary searches and the values found; rows are met by the filter's pass alone.
struct SearchIndex: Sendable {
  /// One value of one column.
  struct Entry: Hashable, Sendable {
    var column: UInt8
    var value: UInt32
  }

  private var bytes: [UInt8] = []
  private var starts: [UInt32] = [0]
  private var entryStarts: [UInt32] = [0]
  private var entries: [Entry] = []
  /// Words that name one place in other languages, by folded word.
  private var synonyms: [[UInt8]: [[UInt8]]] = [:]

  init(_ columns: FundingColumns, tables: Tables) {
    var collector = Collector()
    for name in [SetColumnName.sectors, .donors, .implementers, .places, .sources, .texts] {
      for (value, word) in columns[name].words.words.enumerated() {
        let entry = Entry(column: UInt8(name.rawValue), value: UInt32(value))
        for text in SearchNames.texts(of: word, in: name, tables: tables) {
          collector.add(text, entry)
        }
      }
    }
    synonyms = SearchNames.synonyms(of: columns[.places].words.words, tables: tables)
    take(&collector)
  }

  /// The words of whole articles; an entry's value is the article's place in the list.
  init(of articles: [Article]) {
    var collector = Collector()
    for (place, article) in articles.enumerated() {
      let entry = Entry(column: 0, value: UInt32(place))
      for text in [article.publisher, article.title, article.text] { collector.add(text, entry) }
    }
    take(&collector)
  }

  private mutating func take(_ collector: inout Collector) {
    collector.finish { word, found in
      bytes += word
      starts.append(UInt32(bytes.count))
      entries += found
      entryStarts.append(UInt32(entries.count))
    }
  }

  var wordCount: Int { starts.count - 1 }

  /// The values that hold a word beginning with one of these forms.
  func entries(beginning forms: [[UInt8]]) -> Set<Entry> {
    var found = Set<Entry>()
    for form in forms {
      let range = range(beginning: form)
      found.formUnion(
        entries[Int(entryStarts[range.lowerBound])..<Int(entryStarts[range.upperBound])])
    }
    return found
  }

  /// The forms to look for when a word is typed: as it is, under the other layouts, without its case ending, and what the
  /// same place is called in other languages. The others are asked only where the word as typed finds nothing.
  func forms(of word: String) -> [[UInt8]] {
    let typed = SearchFold.words(of: word).map(\.key)
    let hasOddSign = word.unicodeScalars.contains { "[]{};:,.<>\"".unicodeScalars.contains($0) }
    let plain = typed.count == 1 ? typed.first : nil
    if let plain, !hasOddSign, finds(plain) { return withSynonyms(plain) }
    for reading in KeyboardLayout.readings(of: word) {
      let keys = SearchFold.words(of: reading).map(\.key)
      if keys.count == 1, let key = keys.first, finds(key) { return withSynonyms(key) }
    }
    for stem in ([word] + KeyboardLayout.readings(of: word)).flatMap(SearchEndings.stems) {
      let keys = SearchFold.words(of: stem).map(\.key)
      if keys.count == 1, let key = keys.first, finds(key) { return withSynonyms(key) }
    }
    return plain.map(withSynonyms) ?? []
  }

  func finds(_ form: [UInt8]) -> Bool { !range(beginning: form).isEmpty }

  /// Whether a value of a column holds a word that begins so.
  func finds(_ form: [UInt8], in column: SetColumnName) -> Bool {
    let range = range(beginning: form)
    return entries[Int(entryStarts[range.lowerBound])..<Int(entryStarts[range.upperBound])]
      .contains { $0.column == UInt8(column.rawValue) }
  }

  private func withSynonyms(_ form: [UInt8]) -> [[UInt8]] { synonyms[form] ?? [form] }

  private func range(beginning form: [UInt8]) -> Range<Int> {
    let low = (0..<wordCount).first(notBefore: { compare($0, form, prefix: false) < 0 })
    return low..<(low..<wordCount).first(notBefore: { compare($0, form, prefix: true) <= 0 })
  }

  /// A word against a form: below 0, 0 or above; as a prefix, all words that begin with the form are equal to it.
  private func compare(_ word: Int, _ form: [UInt8], prefix: Bool) -> Int {
    let start = Int(starts[word])
    let length = Int(starts[word + 1]) - start
    for index in 0..<min(length, form.count) {
      let difference = Int(bytes[start + index]) - Int(form[index])
      if difference != 0 { return difference }
    }
    return length < form.count ? -1 : prefix || length == form.count ? 0 : 1
  }
}

/// Words and where they stand, before they are sorted.
private struct Collector {
  private struct Item {
    var start: UInt32
    var length: UInt32
    var entry: SearchIndex.Entry
  }
  private var bytes: [UInt8] = []
  private var items: [Item] = []

  mutating func add(_ text: String, _ entry: SearchIndex.Entry) {
    for word in SearchFold.words(of: text) {
      items.append(Item(start: UInt32(bytes.count), length: UInt32(word.key.count), entry: entry))
      bytes += word.key
    }
  }

  /// Calls with every word in byte order and the values it stands in.
  mutating func finish(_ body: (ArraySlice<UInt8>, [SearchIndex.Entry]) -> Void) {
    let bytes = bytes
    func word(_ item: Item) -> ArraySlice<UInt8> {
      bytes[Int(item.start)..<Int(item.start + item.length)]
    }
    items.sort { word($0).lexicographicallyPrecedes(word($1)) }
    var index = 0
    while index < items.count {
      let key = word(items[index])
      var found: [SearchIndex.Entry] = []
      while index < items.count, word(items[index]) == key {
        if found.last != items[index].entry { found.append(items[index].entry) }
        index += 1
      }
      body(key, found)
    }
  }
}

/// What a value is called: everything a person may type to find it.
enum SearchNames {
  static func texts(of word: String, in column: SetColumnName, tables: Tables) -> [String] {
    switch column {
    case .sectors:
      guard let sector = tables.sector(Sector.ID(word)) else { return [word] }
      return [word, sector.name.uk, sector.name.en, sector.name.ru]
    case .donors, .implementers:
      guard let found = tables.organisation(Organisation.ID(word)) else { return [word] }
      return [word, found.name.uk, found.name.en, found.name.ru] + found.abbreviations
        + found.aliases.uk
        + found.aliases.en + found.aliases.ru
    case .places:
      guard let place = tables.gazetteer[Place.Label(word)] else { return [word] }
      return names(of: place, tables.gazetteer)
    case .sources, .texts: return [word]
    case .months, .statuses, .states, .instruments: return []
    }
  }

  /// A place's names, and those of the city and district it lies in.
  private static func names(of place: Place, _ gazetteer: Gazetteer, depth: Int = 0) -> [String] {
    var result =
      [place.label.rawValue, place.name.uk, place.name.en, place.name.ru] + place.aliases
    guard depth < 8 else { return result }
    for parent in place.parents.compactMap({ gazetteer[$0] }) {
      switch parent.kind {
      case .city, .village, .district, .neighbourhood:
        result += names(of: parent, gazetteer, depth: depth + 1)
      case .country, .oblast, .raion, .hromada: break
      }
    }
    return result
  }

  /// Words that stand for each other because a place's names in three languages have them in the same position.
  static func synonyms(of labels: [String], tables: Tables) -> [[UInt8]: [[UInt8]]] {
    var groups = SynonymGroups()
    for place in labels.compactMap({ tables.gazetteer[Place.Label($0)] }) {
      let names = [place.name.uk, place.name.en, place.name.ru].map {
        SearchFold.words(of: $0).map(\.key)
      }
      guard let first = names.first else { continue }
      for other in names.dropFirst() where other.count == first.count {
        for (a, b) in zip(first, other) { groups.join(a, b) }
      }
      guard first.count == 1 else { continue }
      for alias in place.aliases {
        let words = SearchFold.words(of: alias).map(\.key)
        if words.count == 1 { groups.join(first[0], words[0]) }
      }
    }
    return groups.lists
  }
}

/// Words joined two by two into groups.
private struct SynonymGroups {
  private var numbers: [[UInt8]: Int] = [:]
  private var members: [[[UInt8]]] = []

  mutating func join(_ a: [UInt8], _ b: [UInt8]) {
    guard a != b else { return }
    switch (numbers[a], numbers[b]) {
    case (nil, nil):
      numbers[a] = members.count
      numbers[b] = members.count
      members.append([a, b])
    case (let number?, nil):
      numbers[b] = number
      members[number].append(b)
    case (nil, let number?):
      numbers[a] = number
      members[number].append(a)
    case (let first?, let second?):
      guard first != second else { return }
      for word in members[second] { numbers[word] = first }
      members[first] += members[second]
      members[second] = []
    }
  }

  var lists: [[UInt8]: [[UInt8]]] {
    numbers.mapValues { members[$0].sorted { $0.lexicographicallyPrecedes($1) } }
  }
}
