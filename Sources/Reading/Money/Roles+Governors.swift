import FundingCore

/// How near the words stand that say what a sum is: for each kind the cost of reaching the nearest one.
///
/// - Shape: a cost is the number of words between, and more for every comma, dash or subordinate clause on the way.
struct Governors {
  /// What a word may say of the sum beside it; the raw value is its place in `costs`.
  enum Kind: Int {
    /// Given, lent, allocated, spent, contracted.
    case given
    /// Works, goods, projects.
    case works
    case lacks
    case asks
    case goal
    case ruin
    /// Debts, fines, revenue, savings: other by what it is called.
    case named
    /// Pay, rents, fares, prices of one.
    case charged
    case upkeep
    case warfare
    case perOne
    /// A bid that lost, a contract that ended.
    case failed
    case budget
    case pricing
    /// Works or goods behind "for".
    case purpose
    case reckoned
    case service
  }

  static let far: Int16 = 99
  private var costs = SIMD32<Int16>(repeating: far)
  /// All cues of the sum's clause.
  var all: Cues = []
  /// Those of the words before the sum.
  var before: Cues = []
  /// Those of the words behind the sum.
  var behind: Cues = []

  subscript(_ kind: Kind) -> Int {
    Int(costs[kind.rawValue])
  }

  mutating func reach(_ kind: Kind, _ cost: Int) {
    costs[kind.rawValue] = min(costs[kind.rawValue], Int16(clamping: max(0, cost)))
  }

  /// Which cues speak for which kind, and what they add to the cost on either side of the sum.
  static let table: [(cues: Cues, kind: Kind, left: Int, right: Int)] = [
    ([.allocated, .grant, .tranche, .raised, .bears], .given, 0, 0),
    ([.give, .arrived], .given, 1, 1),
    ([.receive, .payerFollows], .given, 2, 2),
    ([.fund, .loan, .stateMoney, .cityMoney, .oblastMoney], .given, 3, 3),
    ([.tender, .winner], .given, 3, 3),
    ([.done], .given, 4, 4),
    ([.works, .makes], .works, 0, 0),
    ([.goods, .programme, .work], .works, 1, 1),
    ([.lacks], .lacks, 0, 0),
    ([.asks], .asks, -4, 1),
    ([.goal], .goal, 1, 4),
    ([.ruin], .ruin, 0, 0),
    ([.loses], .ruin, 2, 4),
    ([.hurts], .ruin, 8, 12),
    ([.owed, .seized], .named, -2, 0),
    ([.saves], .named, -5, 0),
    ([.taken], .named, 0, 0),
    ([.charged], .charged, 0, 1),
    ([.upkeep], .upkeep, 0, 0),
    ([.perOne], .perOne, 3, 0),
    ([.mean, .ceiling], .perOne, -3, 4),
    ([.beaten, .voided], .failed, 0, 0),
    ([.outlay, .amasses], .budget, 0, 0),
    ([.pricing], .pricing, 0, 0),
    ([.reckoned], .reckoned, 0, 0),
    ([.service], .service, 0, 0),
  ]

  /// The rows of ``table`` by cue, so that a word asks for its own alone.
  struct Rows: @unchecked Sendable {
    typealias Row = (kind: Kind, left: Int, right: Int)
    private let known: Cues
    /// The rows of all cues one behind the other, and where those of each begin.
    private let rows: Frozen<Row>
    private let starts: Frozen<Int>

    init(_ table: [(cues: Cues, kind: Kind, left: Int, right: Int)]) {
      known = table.reduce(into: []) { $0.formUnion($1.cues) }
      var all: [Row] = []
      var firsts: [Int] = []
      for bit in 0..<Int32(128) {
        firsts.append(all.count)
        for row in table where row.cues.contains(Cues(bit: bit)) {
          all.append((row.kind, row.left, row.right))
        }
      }
      firsts.append(all.count)
      rows = Frozen(lasting: all)
      starts = Frozen(lasting: firsts)
    }

    @inline(__always)
    func forEachRow(of cues: Cues, _ body: (Row) -> Void) {
      var rest = cues.intersection(known).rawValue
      while rest != 0 {
        let bit = rest.trailingZeroBitCount
        for at in starts[bit]..<starts[bit + 1] { body(rows[at]) }
        rest &= rest &- 1
      }
    }
  }

  static let rows = Rows(table)

  /// The cues any rule on roles asks for; words without one cost nothing more than being passed.
  static let any: Cues = table.reduce(
    into: [
      .warfare, .budgets, .nobody, .likened, .foreseen, .offered, .invests, .venture, .not, .change,
      .apiece, .branch, .raises, .compared, .purpose, .school, .more, .partOf, .since, .total,
      .this, .and, .abroad, .service, .strangers, .disaster, .venue,
    ]
  ) { $0.formUnion($1.cues) }
}

extension RoleReader {
  /// One pass over the words of a sum's clause, outwards from the sum on either side.
  func governors(of index: Int) -> Governors {
    let sum = document.sums[index]
    let sentence = document.sentences[Int(sum.sentence)].tokens
    let clause = segment(of: index)
    var result = Governors()
    var cost = 0
    var edge: Int?
    let first = max(sentence.lowerBound, sum.tokens.lowerBound - RoleReader.reach)
    for at in stride(from: sum.tokens.lowerBound - 1, through: first, by: -1) {
      if at == clause.lowerBound - 1 { cost += RoleReader.foreign }
      pass(at, &cost, &edge, &result, isLeft: true, isOwn: at >= clause.lowerBound, sentence)
    }
    cost = 0
    edge = nil
    let last = min(sentence.upperBound, sum.tokens.upperBound + RoleReader.reach)
    for at in sum.tokens.upperBound..<max(last, sum.tokens.upperBound) {
      if at == clause.upperBound { cost += RoleReader.foreign }
      pass(at, &cost, &edge, &result, isLeft: false, isOwn: at < clause.upperBound, sentence)
    }
    if let subject = subject(of: sum, clause) {
      let cues = literal(subject, document.tokens[subject].cues, sentence, isLeft: true)
      table.forEachRow(of: cues.intersection(RoleReader.subjects)) {
        result.reach($0.kind, 0)
      }
    }
    return result
  }

  /// «Потреба області в коштах на школи становить 2,8 млрд»: the noun that a verb of being so much speaks of stands at
  /// the head of its clause, and what lies between only tells more of it.
  private func subject(of sum: Sum, _ clause: Range<Int>) -> Int? {
    let verb = sum.tokens.lowerBound - 1
    if document.tokens[verb < 0 ? 0 : verb].mark == Mark.dash { return ruinBeforeDash(sum, verb) }
    guard verb > clause.lowerBound, RoleReader.copulas.contains(document.tokens[verb].hash) else {
      return nil
    }
    return (clause.lowerBound..<min(verb, clause.lowerBound + 3)).first {
      !document.tokens[$0].cues.isDisjoint(with: told)
    }
  }

  /// «Загальна шкода, якої зазнало місто, — понад мільярд»: what a sentence opens with, and a clause about it before the
  /// dash.
  private func ruinBeforeDash(_ sum: Sum, _ dash: Int) -> Int? {
    let sentence = document.sentences[Int(sum.sentence)].tokens
    guard dash > sentence.lowerBound + 3, document.tokens[dash].kind == .mark,
      document.tokens[dash - 1].mark == Mark.comma
    else { return nil }
    return (sentence.lowerBound..<min(dash, sentence.lowerBound + 4)).first {
      !document.tokens[$0].cues.isDisjoint(with: [.ruin, .lacks, .owed])
    }
  }

  private static var subjects: Cues { [.lacks, .ruin, .owed, .taken, .charged, .upkeep, .seized] }
  private static let copulas = WordSet(
    """
    становить становила становив становило становлять складає складала склала склав склало сягає сягнула сягнув сягнуло \
    сягають дорівнює досягає досягла составляет составляла составила составил составило достигает достигла достиг \
    is was are were amounts amounted totals totalled totaled reached reaches
    """)

  private func pass(
    _ at: Int, _ cost: inout Int, _ edge: inout Int?, _ result: inout Governors, isLeft: Bool,
    isOwn: Bool, _ sentence: Range<Int>
  ) {
    let token = document.tokens[at]
    guard token.kind == .word else {
      // Behind a clause set between commas the main clause goes on, no farther away than before it.
      if isLeft, let before = edge, token.mark == Mark.comma, token.kind == .mark,
        at + 1 < sentence.upperBound, RoleReader.asides.contains(document.tokens[at + 1].hash)
      {
        // «потребує, за попереднім кошторисом, 900 млн»: what is set between commas keeps nothing away.
        cost = min(cost, before)
      } else if token.kind == .mark, token.mark == Mark.comma {
        if !isLeft, let before = edge { cost = before }
        edge = isLeft ? cost : nil
      }
      cost += RoleReader.crossing(token)
      return
    }
    if !token.cues.isDisjoint(with: told) {
      if isOwn {
        result.all.formUnion(token.cues)
        if isLeft {
          result.before.formUnion(token.cues)
        } else {
          result.behind.formUnion(token.cues)
        }
      }
      note(at, token.cues, cost, &result, isLeft: isLeft, sentence)
    }
    cost += 1
    guard subordinators.contains(token.hash) else { return }
    if isLeft {
      cost = edge.map { min(cost, $0) } ?? cost
      edge = nil
    } else {
      edge = cost
    }
    cost += 4
  }

  private func note(
    _ at: Int, _ cues: Cues, _ cost: Int, _ result: inout Governors, isLeft: Bool,
    _ sentence: Range<Int>
  ) {
    let cues = literal(at, cues, sentence, isLeft: isLeft)
    table.forEachRow(of: cues) {
      result.reach($0.kind, cost + (isLeft ? $0.left : $0.right))
    }
    if cues.contains(.warfare), !isStruck(at, sentence) { result.reach(.warfare, cost) }
    if cues.contains(.budgets), isLeft, isBudgetHead(at, sentence) { result.reach(.budget, cost) }
    if !cues.isDisjoint(with: [.works, .goods, .school]), isPurposed(at, sentence) {
      result.reach(.purpose, cost)
    }
  }

  private static let asides = WordSet(
    "за по згідно судя according as by on на зі со он вона мовляв кажуть каже пишуть порахували говорят"
  )

  /// How many words on either side of a sum are asked.
  private static let reach = 40
  /// What it costs to leave the sum's own clause.
  private static let foreign = 30

  private static func crossing(_ token: Token) -> Int {
    switch token.mark {
    case Mark.comma: 3
    case Mark.semicolon: 12
    case Mark.colon: 2
    case Mark.open, Mark.close: 2
    case Mark.dash: token.flags.contains(.spaced) ? 1 : 0
    default: token.kind == .number ? 1 : 0
    }
  }

  /// Words that open a clause of its own.
  static let clauseWords = WordSet(
    """
    який яка яке які якого якої яким якою яких якими яку якому якій що щоб аби де коли бо адже хоча тоді поки доки але проте однак натомість якщо \
    который которая которое которые которого которой которым которую которых что чтобы где когда хотя пока но однако если \
    which who that where when because although though while whereas but however if so
    """)

  /// A word of war that says what happened or who spoke, not what the money is for: «після удару дронів».
  private func isStruck(_ at: Int, _ sentence: Range<Int>) -> Bool {
    let before = max(sentence.lowerBound, at - 3)..<at
    if before.contains(where: { document.tokens[$0].cues.contains(.strike) }) { return true }
    return at + 1 < sentence.upperBound && document.tokens[at + 1].cues.contains(.strike)
  }

  /// «на ремонт», "for school repairs".
  private func isPurposed(_ at: Int, _ sentence: Range<Int>) -> Bool {
    (max(sentence.lowerBound, at - 4)..<at).contains {
      document.tokens[$0].cues.contains(.purpose)
    }
  }

  /// A budget that is itself the sum: not one that money comes from or goes into, nor a project's.
  private func isBudgetHead(_ at: Int, _ sentence: Range<Int>) -> Bool {
    if at > sentence.lowerBound {
      let before = document.tokens[at - 1]
      if RoleReader.yearly.contains(before.hash) { return true }
      if before.kind == .word,
        RoleReader.sources.contains(before.hash) || before.cues.contains(.this)
      {
        return false
      }
      if at - 2 >= sentence.lowerBound, RoleReader.sources.contains(document.tokens[at - 2].hash) {
        return false
      }
    }
    if says([.pricing, .programme], max(sentence.lowerBound, at - 5)..<at) { return false }
    // «ремонтує хірургію: бюджет — 1,4 млн»: the works' own.
    if [Mark.dash, Mark.colon].contains(document.tokens[at + 1].mark),
      document.tokens[at + 1].kind == .mark, at > sentence.lowerBound,
      [Mark.comma, Mark.colon, Mark.dash].contains(document.tokens[at - 1].mark),
      says([.works, .work, .makes, .ongoing], sentence.lowerBound..<at)
    {
      return false
    }
    // "paid for by the village budget".
    if document.tokens[at].flags.contains(.latin),
      (max(sentence.lowerBound, at - 3)..<at).contains(where: {
        document.tokens[$0].hash == RoleReader.by
      })
    {
      return false
    }
    // «ремонт профінансував обласний бюджет», «бюджет дасть»: it pays.
    let front = max(sentence.lowerBound, at - 3)..<at
    if front.contains(where: { document.tokens[$0].cues.contains(.give) }) { return false }
    let verb = (at + 1)..<max(at + 1, min(sentence.upperBound, at + 5))
    if verb.contains(where: {
      let cues = document.tokens[$0].cues
      return RoleReader.paying.contains(document.tokens[$0].hash)
        || !cues.isDisjoint(with: [.give, .bears]) && !cues.contains(.allocated)
    }) {
      return false
    }
    let behind = (at + 1)..<max(at + 1, min(sentence.upperBound, at + 3))
    return behind.allSatisfy {
      document.tokens[$0].cues.isDisjoint(with: [.programme, .works, .grant, .tranche, .goods])
    }
  }

  private static let paying = WordSet(
    "виділив виділить виділяє виділяв выделил выделит выделяет выделял дав дасть дал даст")
  private static let yearly = WordSet("річний annual yearly годовой")
  private static let by = WordHash(word: "by").value
  private static let sources = WordSet(
    "з із зі від у в до за через із из с от во к на from of into to in its his own його її їх їхній его ее их свій власний project programme program"
  )
}
