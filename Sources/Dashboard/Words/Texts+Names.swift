import FundingCore

extension Texts {
  /// An organisation as a list names it: a state by its country, a long name by its abbreviation in the screen's script.
  public func short(_ id: Organisation.ID, _ tables: Tables) -> String {
    guard let found = tables.organisation(id) else { return unknownName(id.rawValue) }
    let name = found.name[tableLanguage]
    let aliases = found.aliases[tableLanguage]
    if found.kind == .government, name.hasPrefix(say("Уряд ", "Government of ")),
      let alias = aliases.first,
      alias.first?.isUppercase == true
    {
      return alias
    }
    if found.kind == .stateBudget, let alias = aliases.first, alias.count < name.count {
      return capitalised(alias)
    }
    guard name.count > 22 else { return name }
    // Two letters are told by nobody who does not know them already.
    let abbreviations = found.abbreviations.filter { $0.count > 2 }
    return abbreviations.first { isCyrillic($0) == (language != .en) }
      ?? abbreviations.first { !isCyrillic($0) } ?? name
  }

  /// An organisation by its whole name, with its abbreviation where a list uses that.
  public func full(_ id: Organisation.ID, _ tables: Tables) -> String {
    guard let found = tables.organisation(id) else { return unknownName(id.rawValue) }
    let name = found.name[tableLanguage]
    let short = short(id, tables)
    return short == name || name.contains(short) || found.kind == .government
      ? name : "\(name) (\(short))"
  }

  /// A name the tables do not know was made from the article's words: `charity-nova` is shown as `Charity nova`.
  private func unknownName(_ id: String) -> String {
    let words = String(id.map { $0 == "-" ? " " : $0 })
    return capitalised(words)
  }

  /// A name with a capital first; one that has its capital second is written so by its owner: `єВідновлення`.
  func capitalised(_ name: String) -> String {
    name.dropFirst().first?.isUppercase == true
      ? name : name.prefix(1).uppercased() + name.dropFirst()
  }

  private func isCyrillic(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) }
  }

  public func name(of sector: Sector.ID?, _ tables: Tables) -> String {
    guard let sector, !sector.rawValue.isEmpty else { return none(of: .sector) }
    return tables.sector(sector)?.name[tableLanguage] ?? sector.rawValue
  }

  /// A place by its own name: `Салтівський район`, `Північна Салтівка`.
  public func name(of label: Place.Label, _ tables: Tables) -> String {
    tables.gazetteer[label]?.name[tableLanguage] ?? label.rawValue
  }

  public func name(of place: Place) -> String { place.name[tableLanguage] }

  /// A value of a dimension as a person reads it.
  public func value(_ id: String, of dimension: Dimension, _ tables: Tables) -> String {
    if id.isEmpty { return none(of: dimension) }
    switch dimension {
    case .sector: return name(of: Sector.ID(id), tables)
    case .district, .place: return name(of: Place.Label(id), tables)
    case .donor, .implementer: return short(Organisation.ID(id), tables)
    case .status: return Status(rawValue: id).map { name(of: $0) } ?? id
    case .state: return Funding.State(rawValue: id).map { name(of: $0) } ?? id
    case .instrument: return Instrument(rawValue: id).map { name(of: $0) } ?? id
    case .month: return YearMonth(id).map { format.month($0) } ?? id
    case .year, .source: return id
    }
  }

  /// What a project is called, the same wherever it is named: who pays, then what for and where.
  ///
  /// - Shape: `Японія — дитсадок № 143, Салтівський район`; where nothing but the payer tells it from others, how it is
  ///   given, who carries it out and the year: `ЄБРР — позика, 2024`. The payer goes first: what a narrow screen cuts
  ///   off is never who pays.
  public func name(
    of project: Project, given instruments: Set<Instrument>, _ tables: Tables, home: Place.ID
  ) -> String {
    let who =
      project.donors.isEmpty
      ? none(of: .donor) : format.list(project.donors.map { short($0, tables) }, atMost: 2)
    var what: [String] = []
    if let object = project.object, !object.isEmpty { what.append(name(ofObject: object)) }
    let elsewhere = project.places.filter { tables.gazetteer[$0]?.id != home }
    if !elsewhere.isEmpty {
      what.append(format.list(elsewhere.map { name(of: $0, tables) }, atMost: 2))
    }
    let isBare = what.isEmpty
    if isBare {
      what += Instrument.allCases.filter { $0 != .unknown && instruments.contains($0) }
        .map { name(of: $0) }
    }
    if project.object?.isEmpty != false {
      let doers = project.implementers.filter { !project.donors.contains($0) }
      if !doers.isEmpty {
        what.append(through + " " + format.list(doers.map { short($0, tables) }, atMost: 2))
      }
    }
    if isBare, let date = project.date { what.append(String(date.components.year)) }
    return what.isEmpty ? who : who + " — " + what.joined(separator: ", ")
  }
}
