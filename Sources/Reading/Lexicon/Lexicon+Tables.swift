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
  ///
  /// - Cost: cutting the names into words takes as long as entering them, so another thread does half of it.
  static func image(of tables: Tables, key: UInt64) -> LexiconImage {
    let (start, places) = Thread.both {
      var builder = LexiconBuilder()
      for (cue, list) in CueLists.all { builder.add(cue, list) }
      for (bound, list) in BoundLists.all { builder.add(bound, list) }
      builder.addMoneyWords()
      for name in NameList(tables.organisations) { builder.enter(name.words, name.sense) }
      return builder
    } and: {
      (NameList(tables.gazetteer.places), NameList(tables.sectors))
    }
    var builder = start
    for list in [places.0, places.1] {
      for name in list { builder.enter(name.words, name.sense) }
    }
    return builder.build(key: key)
  }

  /// Lines of the tables that name different things by the same words.
  static func collisions(in tables: Tables) -> [Finding] {
    var builder = LexiconBuilder()
    var found: [Finding] = []
    for (list, file) in [
      (NameList(tables.organisations), "organisations.csv"),
      (NameList(tables.gazetteer.places), "places.csv"),
    ] {
      for name in list {
        let before = builder.enter(name.words, name.sense)
        // An adjective tells less than a name: two towns may share it.
        guard name.isWhole else { continue }
        for other in before where other.kind == name.sense.kind && other.id != name.sense.id {
          if let finding = collision(name, other, file, tables) { found.append(finding) }
        }
      }
    }
    return found
  }

  private static func collision(
    _ name: NameList.Name, _ other: Sense, _ file: String, _ tables: Tables
  ) -> Finding? {
    let (mine, theirs): (String, String)
    if name.sense.kind == .organisation {
      mine = tables.organisations[Int(name.sense.id)].id.rawValue
      theirs = tables.organisations[Int(other.id)].id.rawValue
    } else {
      let places = tables.gazetteer.places
      let (place, twin) = (places[Int(name.sense.id)], places[Int(other.id)])
      if place.sameName.contains(twin.id) || twin.sameName.contains(place.id) { return nil }
      (mine, theirs) = (place.label.rawValue, twin.label.rawValue)
    }
    return Finding(
      .doubt, code: "same-name",
      at: .init(file: "tables/\(file)", line: Int(name.sense.id) + 2),
      "“\(name.text)” names both \(theirs) and \(mine).",
      remedy: "Give one of them a longer name, or say in same_name_ids that they share it.")
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
