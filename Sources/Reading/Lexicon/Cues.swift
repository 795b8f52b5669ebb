/// What a word or phrase tells the rules; a token may carry several.
struct Cues: OptionSet {
  let rawValue: UInt128
  init(rawValue: UInt128) { self.rawValue = rawValue }
  init(bit: Int32) { rawValue = bit >= 0 && bit < 128 ? 1 << UInt128(bit) : 0 }

  // Who pays and who works
  /// The payer is its subject: виділив, надасть, finances.
  static let give = Cues(bit: 0)
  /// The payers follow: за підтримки, funded by.
  static let payerFollows = Cues(bit: 1)
  /// The payer may follow, if money or help went before: від, from.
  static let from = Cues(bit: 2)
  /// Who carries the work out follows: через, implemented by.
  static let workerFollows = Cues(bit: 3)
  /// The subject carries the work out: реалізує, implements.
  static let work = Cues(bit: 4)
  /// A partner follows: разом із, together with.
  static let with = Cues(bit: 5)
  /// Who is named is thanked: завдяки, thanks to.
  static let thanks = Cues(bit: 6)
  /// A source of the news: повідомляє, according to.
  static let source = Cues(bit: 7)
  /// A person's post: мер, посол, director.
  static let post = Cues(bit: 8)
  /// Money that vouches: гарантія.
  static let guarantee = Cues(bit: 9)
  /// Money arrives: отримав, receives.
  static let receive = Cues(bit: 10)
  /// The subject asks or hopes: просить, сподівається.
  static let wish = Cues(bit: 11)

  // Money and what it is
  /// Money as a thing: кошти, funding.
  static let fund = Cues(bit: 12)
  static let grant = Cues(bit: 13)
  static let loan = Cues(bit: 14)
  /// Things handed over: генератори, equipment.
  static let goods = Cues(bit: 15)
  static let tranche = Cues(bit: 16)
  static let cost = Cues(bit: 17)
  static let tender = Cues(bit: 18)
  static let stateMoney = Cues(bit: 19)
  static let cityMoney = Cues(bit: 20)
  static let oblastMoney = Cues(bit: 21)
  /// A program, project or agreement.
  static let programme = Cues(bit: 22)
  static let raised = Cues(bit: 23)

  // Roles of money
  static let need = Cues(bit: 24)
  static let damage = Cues(bit: 25)
  /// Prices, pay, fines, taxes.
  static let price = Cues(bit: 26)
  static let military = Cues(bit: 27)
  /// A sum is compared or changed: зросла, cut by.
  static let change = Cues(bit: 28)
  static let saving = Cues(bit: 29)
  static let not = Cues(bit: 30)
  static let target = Cues(bit: 31)

  // State of the work
  static let done = Cues(bit: 32)
  static let ongoing = Cues(bit: 33)
  static let planned = Cues(bit: 34)
  static let allocated = Cues(bit: 35)
  static let arrived = Cues(bit: 36)

  // How sentences and sums hang together
  /// Some more: ще, another.
  static let more = Cues(bit: 37)
  static let total = Cues(bit: 38)
  /// Of this, з них.
  static let partOf = Cues(bit: 39)
  static let since = Cues(bit: 40)
  /// Refers back: ці, these.
  static let this = Cues(bit: 41)
  /// Background of the news: нагадаємо, as reported.
  static let background = Cues(bit: 42)
  /// Begins a list of what the money is for: Йдеться про.
  static let about = Cues(bit: 43)
  /// For: на, для, for.
  static let purpose = Cues(bit: 44)
  static let beneficiary = Cues(bit: 45)
  static let each = Cues(bit: 46)
  static let heading = Cues(bit: 47)
  static let or = Cues(bit: 48)
  static let and = Cues(bit: 49)

  // Places
  static let city = Cues(bit: 50)
  static let oblast = Cues(bit: 51)
  static let district = Cues(bit: 52)
  static let settlement = Cues(bit: 53)
  /// In, near: у, в, на.
  static let into = Cues(bit: 54)
  static let street = Cues(bit: 55)

  // What is worked on
  static let works = Cues(bit: 56)
  static let underground = Cues(bit: 57)
  static let school = Cues(bit: 58)
  /// Things that are counted and are no money: людей, вікон.
  static let counted = Cues(bit: 59)
  static let government = Cues(bit: 60)
  static let council = Cues(bit: 61)
  static let fundName = Cues(bit: 62)
  static let pronoun = Cues(bit: 63)

  // More on roles
  /// Asked for, not given: просили, requested.
  static let ask = Cues(bit: 64)
  static let average = Cues(bit: 65)
  /// Per unit or period: на місяць, per household.
  static let perUnit = Cues(bit: 66)
  /// Superseded by what came of it: очікувана вартість, initially.
  static let expected = Cues(bit: 67)
  /// What a budget spends or takes in: видатки, spending.
  static let spending = Cues(bit: 68)
  /// A public budget: бюджет.
  static let budget = Cues(bit: 69)
  /// A firm's offer or contract.
  static let bid = Cues(bit: 70)
  /// Handed to a person's pocket or bought by one: квартира, ride.
  static let retail = Cues(bit: 71)
  /// Works and things of no sector: спецтехніка, civil infrastructure.
  static let generic = Cues(bit: 72)
  /// Opens a clause that says whom something serves: щоб, so that.
  static let soThat = Cues(bit: 73)
  /// Handed over as a thing: передав, delivered.
  static let handOver = Cues(bit: 74)
  /// A council moves money within its budget: перерозподілили, додали.
  static let reallocate = Cues(bit: 75)
}
