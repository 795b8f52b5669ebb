/// Who may stand for whom among payers.
///
/// - Shape: organisations as numbers, those of the table first. A body of a foreign state and the state are one payer,
///   a body of the Union and the Union too; two bodies of one state are two. Everybody else is themselves.
struct PayerTable {
  private(set) var ids: [Organisation.ID]
  private var numbers: [Organisation.ID: Int32]
  /// For each organisation its state, the Union, or itself.
  private var heads: [Int32]
  let known: Int

  /// Banks of one foreign state that pay as a body of it.
  private static let stateBanks: Set<String> = ["kfw", "afd", "us-dfc"]

  init(_ organisations: [Organisation]) {
    ids = organisations.map(\.id)
    known = ids.count
    numbers = Dictionary(
      ids.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    var states: [String: Int32] = [:]
    for (number, organisation) in organisations.enumerated() where organisation.kind == .government
    {
      if let country = organisation.country, country != "UA", states[country] == nil {
        states[country] = Int32(number)
      }
    }
    let union = numbers[Organisation.ID("eu")]
    heads = organisations.enumerated().map { number, organisation in
      let itself = Int32(number)
      guard let country = organisation.country else { return itself }
      if country == "EU", organisation.kind == .multilateral { return union ?? itself }
      let isBody =
        organisation.kind == .government || PayerTable.stateBanks.contains(organisation.id.rawValue)
      return isBody && country != "UA" ? states[country] ?? itself : itself
    }
  }

  /// The number of an id; an id of no row gets one of its own.
  mutating func number(of id: Organisation.ID) -> Int32 {
    if let number = numbers[id] { return number }
    let number = Int32(ids.count)
    ids.append(id)
    numbers[id] = number
    heads.append(number)
    return number
  }

  /// The state or union of a body, or the organisation itself.
  func head(of payer: Int32) -> Int32 { heads[Int(payer)] }

  /// The state or union of a body by id; an id never seen is itself.
  func head(of id: Organisation.ID) -> Organisation.ID {
    numbers[id].map { ids[Int(heads[Int($0)])] } ?? id
  }

  /// Whether the two are one payer: the same, or a body and its state.
  func isOne(_ a: Int32, _ b: Int32) -> Bool { a == b || heads[Int(a)] == b || heads[Int(b)] == a }

  /// Whether every payer of one list is one with some payer of the other.
  func cover(_ inner: [Int32], by outer: [Int32]) -> Bool {
    inner.allSatisfy { payer in outer.contains { isOne(payer, $0) } }
  }

  /// Whether the lists share a payer.
  func share(_ a: [Int32], _ b: [Int32]) -> Bool {
    a.contains { payer in b.contains { isOne(payer, $0) } }
  }
}
