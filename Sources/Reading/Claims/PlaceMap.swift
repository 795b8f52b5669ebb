import FundingCore

/// Places found in the text, each settled to one row of the gazetteer.
final class PlaceMap {
  /// Towns and regions in the plural refer to no one of them.
  static let plurals = WordSet(
    "міст містах містам містами cities towns городов городах городам областей областях областям регіонів регіонах regions oblasts регионов регионах міськ"
  )

  /// What ``Document/placeOf`` holds for names of other kinds.
  static let none: Int32 = -2

  /// The place of each name, by the name's index: `nil` for names of other kinds, -1 where it is not settled.
  struct PlaceOf {
    fileprivate let document: Document

    subscript(name: Int) -> Int32? {
      let place = document.placeOf[name]
      return place == PlaceMap.none ? nil : place
    }
  }

  let placeOf: PlaceOf
  private let document: Document
  private let facts: Facts
  /// The rows that are marked while places are settled.
  private var marked: [Int] = []

  init(document: Document, facts: Facts) {
    self.document = document
    self.facts = facts
    placeOf = PlaceOf(document: document)
    let marks = document.placeMarks
    while marks.count < facts.placeKinds.count { marks.append(false) }
    let hasOpen = settleSingle()
    if hasOpen {
      // Towns before their districts, which are told by the town.
      settleOpen(parts: false)
      settleSingleParts()
      settleOpen(parts: true)
    }
    settleAdjectives()
    for list in [document.cities, document.oblasts, document.countries] { list.removeAll() }
    for at in document.names.indices {
      let place = document.placeOf[at]
      guard place >= 0 else { continue }
      index(at, place)
    }
    for row in marked { marks[row] = false }
  }

  private func mark(_ place: Int32) {
    let row = Int(facts.placeRows[Int(place)])
    guard !document.placeMarks[row] else { return }
    document.placeMarks[row] = true
    marked.append(row)
  }

  /// «Салтівський район»: a district of one town alone tells the town, too.
  private func settleSingleParts() {
    for (at, name) in document.names.enumerated()
    where name.kind == .place && document.placeOf[at] == -1 {
      let one = only(name.id)
      guard one >= 0, facts.placeKinds[Int(one)] == .district || isSolePart(name, one) else {
        continue
      }
      document.placeOf[at] = one
      for town in facts.ancestors(of: one) where facts.placeKinds[Int(town)] == .city {
        mark(town)
      }
    }
  }

  /// «на Північній Салтівці», «на Салтівці»: a neighbourhood in a text that names no town at all.
  private func isSolePart(_ name: Name, _ place: Int32) -> Bool {
    guard facts.placeKinds[Int(place)] == .neighbourhood, !name.isAdjective,
      marked.allSatisfy({ facts.placeKinds[$0] == .country })
    else { return false }
    let before = name.tokens.lowerBound - 1
    return name.tokens.count > 1
      || before >= 0 && PlaceMap.onWords.contains(document.tokens[before].hash)
  }

  /// Settles places with one meaning first: they tell where the text is. Gives whether any are left.
  private func settleSingle() -> Bool {
    document.placeOf.removeAll()
    var hasOpen = false
    for name in document.names {
      guard name.kind == .place else {
        document.placeOf.append(PlaceMap.none)
        continue
      }
      guard !isStreet(name) else {
        document.placeOf.append(-3)
        continue
      }
      let one = only(name.id)
      let kind = one >= 0 ? facts.placeKinds[Int(one)] : .neighbourhood
      guard kind != .neighbourhood, kind != .district else {
        document.placeOf.append(-1)
        hasOpen = true
        continue
      }
      document.placeOf.append(one)
      if !name.isAdjective || kind == .city {
        mark(one)
      }
    }
    return hasOpen
  }

  /// «на вулиці Благовіщенській», «просп. Миру», "the Siverskyi Donets": a street or river, no place of works.
  private func isStreet(_ name: Name) -> Bool {
    // «на Приморському бульварі».
    let next = document.tokens[name.tokens.upperBound]
    if name.tokens.count == 1, PlaceMap.streets.contains(next.hash), next.flags.contains(.cyrillic)
    {
      return true
    }
    if name.isAdjective, PlaceMap.plants.contains(next.hash) { return true }
    var before = name.tokens.lowerBound - 1
    // «мікрорайон Дружба»: called like a town far away.
    if before >= 0, PlaceMap.quarters.contains(document.tokens[before].hash) {
      let one = only(name.id)
      if one >= 0, facts.placeKinds[Int(one)] == .city { return true }
    }
    // «На Покровській дах полагодили».
    if name.isAdjective, before >= 0, PlaceMap.onWords.contains(document.tokens[before].hash),
      PlaceMap.feminine.contains(where: {
        document.ends(document.tokens[before + 1], with: $0)
      }), next.kind != .word || !isFeminineNoun(next)
    {
      return true
    }
    // «на Ватутіна, 39».
    let number = document.tokens[min(name.tokens.upperBound + 1, document.tokens.count - 1)]
    if before >= 0, PlaceMap.onWords.contains(document.tokens[before].hash),
      next.mark == Mark.comma, number.kind == .number, number.end - number.start <= 3
    {
      return true
    }
    if before > 0, document.tokens[before].mark == Mark.dot { before -= 1 }
    guard before >= 0, document.tokens[before].kind == .word else { return false }
    return PlaceMap.streets.contains(document.tokens[before].hash)
  }

  /// Whether a noun may agree with an adjective in «-ській»: «області», «ТЕЦ», «дороге».
  private func isFeminineNoun(_ token: Token) -> Bool {
    token.flags.contains(.allCapitals) || token.flags.contains(.capital)
      || !PlaceMap.already.contains(token.hash)
        && PlaceMap.locatives.contains { document.ends(token, with: $0) }
  }

  private static let locatives: [StaticString] = ["і", "ї", "ій", "ой", "е", "и"]
  private static let already = WordSet("уже вже дуже ще еще уж там тоже")

  private static let feminine: [StaticString] = ["ській", "цькій", "ской", "цкой"]
  private static let quarters = WordSet(
    "мікрорайон мікрорайону мікрорайоні масив масиву масиві микрорайон микрорайона микрорайоне")
  /// Named after a town, and no part of it.
  private static let plants = WordSet(
    "гес аес тес гэс аэс тэс водосховище водосховища водохранилище водохранилища море моря морю морем hpp npp dam reservoir sea"
  )
  private static let onWords = WordSet("на по")
  private static let streets = WordSet(
    "вул вулиця вулиці вулицю вулицею просп проспект проспекті проспекту бульвар бульварі бульвару провулок провулку площа площі площу майдан майдані майдану ул улица улице улицу улицы проспекте проспекта бульваре бульвара переулок переулке площадь площади street avenue square річка річки річку річкою річці река реки реку river siverskyi сіверський сіверського сіверському северский северского северском"
  )

  /// The place of a list of senses that holds no other; -1 where there are several.
  private func only(_ sense: Int32) -> Int32 {
    var found: Int32 = -1
    forEachCandidate(sense) { found = found == -1 ? $0 : -3 }
    return max(found, -1)
  }

  @inline(__always)
  private func forEachCandidate(_ head: Int32, _ body: (Int32) -> Void) {
    var at = head
    while at >= 0 {
      let sense = document.lexicon.senses[Int(at)]
      if sense.kind == .place { body(sense.id) }
      at = sense.next
    }
  }

  private func settleOpen(parts: Bool) {
    for (at, name) in document.names.enumerated()
    where name.kind == .place && document.placeOf[at] == -1 && areParts(name.id) == parts {
      let place = parts ? settledPart(name.id, at) : settled(name.id)
      document.placeOf[at] = place
      if place >= 0, !parts { mark(place) }
    }
  }

  /// Whether all that a name may mean are parts of towns.
  private func areParts(_ head: Int32) -> Bool {
    var all = true
    forEachCandidate(head) {
      let kind = facts.placeKinds[Int($0)]
      if kind != .district && kind != .neighbourhood { all = false }
    }
    return all
  }

  /// «Полтавська обласна лікарня», «Сумська ОВА»: the adjective is the oblast's, not the town's.
  private func settleAdjectives() {
    for (at, name) in document.names.enumerated() where name.isAdjective && name.kind == .place {
      let town = document.placeOf[at]
      guard town >= 0, isOfOblast(document.tokens[name.tokens.upperBound]),
        !isNamed(town, before: at),
        let oblast = facts.ancestors(of: town).first(where: {
          facts.placeKinds[Int($0)] == .oblast
        })
      else { continue }
      document.placeOf[at] = oblast
      mark(oblast)
    }
  }

  /// Whether a town has been named by its noun before.
  private func isNamed(_ town: Int32, before name: Int) -> Bool {
    (0..<name).contains { document.placeOf[$0] == town && !document.names[$0].isAdjective }
  }

  func isOfOblast(_ next: Token) -> Bool {
    guard next.kind == .word else { return false }
    return PlaceMap.administrations.contains(next.hash) || document.begins(next, with: "обласн")
      || document.begins(next, with: "областн") || document.begins(next, with: "облрад")
  }

  private static let administrations = WordSet("ова ода обл")

  /// «Львів. У Шевченківському районі …»: of districts with one name, that of the town named last before it.
  private func settledPart(_ head: Int32, _ index: Int) -> Int32 {
    var near: Int32 = -1
    var count = 0
    forEachCandidate(head) {
      if isNear($0) { (near, count) = ($0, count + 1) }
    }
    guard count > 1 else { return settled(head) }
    var at = index + 1
    // The town right behind it, «Шевченківський район Львова», before those that stand before it.
    if at < document.names.count, document.names[at].kind == .place,
      document.names[at].tokens.lowerBound - document.names[index].tokens.upperBound <= 1,
      let found = candidate(head, in: document.placeOf[at])
    {
      return found
    }
    at = index - 1
    while at >= 0, index - at < 200 {
      if let found = candidate(head, in: document.placeOf[at]) { return found }
      at -= 1
    }
    return near
  }

  /// The candidate that lies in a town.
  private func candidate(_ head: Int32, in town: Int32) -> Int32? {
    guard town >= 0, facts.placeKinds[Int(town)] == .city else { return nil }
    var found: Int32?
    forEachCandidate(head) { if facts.lies($0, in: town) { found = $0 } }
    return found
  }

  /// The candidate that lies in a place the text names; without one, the widest of them.
  private func settled(_ head: Int32) -> Int32 {
    var (near, best): (Int32, Int32) = (-1, -1)
    var (nearCount, count) = (0, 0)
    forEachCandidate(head) { candidate in
      count += 1
      if best < 0 || isWider(candidate, best) { best = candidate }
      guard isNear(candidate) else { return }
      nearCount += 1
      if near < 0 || isWider(candidate, near) { near = candidate }
    }
    if nearCount > 0 { return near }
    guard best >= 0 else { return -1 }
    let kind = facts.placeKinds[Int(best)]
    return kind == .neighbourhood || kind == .district && count > 1 ? -1 : best
  }

  /// Of two towns of one name and rank the oblast's centre: «миколаївський водоканал» is not that of Lviv oblast.
  private func isWider(_ place: Int32, _ other: Int32) -> Bool {
    let (rank, second) = (facts.placeRanks[Int(place)], facts.placeRanks[Int(other)])
    return rank < second
      || rank == second && facts.placeKinds[Int(place)] == .city && facts.isCapital(place)
  }

  /// Whether a place lies in one the text names, the country aside.
  private func isNear(_ place: Int32) -> Bool {
    facts.ancestors(of: place).dropFirst().contains {
      $0 != facts.ukraine && document.placeMarks[Int($0)]
    }
  }

  private func index(_ name: Int, _ place: Int32) {
    let tokens = document.names[name].tokens
    guard !document.isQuoted(tokens) || document.names[name].isStranger,

      !document.isLandmark(document.names[name]),
      !document.isNearby(document.names[name]) || !facts.isCapital(place),
      !document.isMeeting(document.names[name])
    else { return }
    // «чекати підмогу з Кролевця»: where somebody comes from is not what "the town" means.
    if tokens.lowerBound > 0, name > 0, facts.placeKinds[Int(place)] == .city,
      ClaimReader.fromWords.contains(document.tokens[tokens.lowerBound - 1].hash)
    {
      return
    }
    list(of: facts.placeKinds[Int(place)])?.append(Int32(name))
  }

  private func list(of kind: Place.Kind) -> Pool<Int32>? {
    switch kind {
    case .city: document.cities
    case .oblast: document.oblasts
    case .country: document.countries
    case .raion, .hromada, .village, .district, .neighbourhood: nil
    }
  }

  /// The last town, oblast or country named before a token, or -1.
  func last(_ kind: Place.Kind, before token: Int) -> Int32 {
    guard let list = list(of: kind) else { return -1 }
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if document.names[Int(list[middle])].tokens.lowerBound < token {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low > 0 ? document.placeOf[Int(list[low - 1])] : -1
  }

  /// The town of the last district named before a token, else the first town that is named; or -1.
  func town(before token: Int) -> Int32 {
    let end = document.firstName(from: token)
    for at in stride(from: end - 1, through: max(0, end - 40), by: -1) {
      let place = document.placeOf[at]
      guard place >= 0, facts.placeKinds[Int(place)] == .district else { continue }
      if let town = facts.ancestors(of: place).first(where: {
        facts.placeKinds[Int($0)] == .city
      }) {
        return town
      }
    }
    return first(.city)
  }

  /// Whether no other town, oblast or country is named.
  func isOnly(_ place: Int32, _ kind: Place.Kind) -> Bool {
    list(of: kind)?.allSatisfy { document.placeOf[Int($0)] == place } ?? false
  }

  /// The first town, oblast or country that is named, or -1.
  func first(_ kind: Place.Kind) -> Int32 {
    guard let list = list(of: kind), !list.isEmpty else { return -1 }
    return document.placeOf[Int(list[0])]
  }
}

extension PlaceMap {
  func names(_ tokens: Range<Int>, _ place: Int32) -> Bool {
    var at = document.firstName(from: tokens.lowerBound)
    while at < document.names.count, document.names[at].tokens.lowerBound == tokens.lowerBound {
      let found = document.placeOf[at]
      if document.names[at].tokens == tokens, found >= 0,
        facts.placeRows[Int(found)] == facts.placeRows[Int(place)]
      {
        return true
      }
      at += 1
    }
    return false
  }
}
