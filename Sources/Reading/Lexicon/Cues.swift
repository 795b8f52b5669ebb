/// What a word or phrase tells the rules; a token may carry several.
struct Cues: OptionSet, Hashable {
  let rawValue: UInt128
  @inline(__always)
  init(rawValue: UInt128) { self.rawValue = rawValue }
  @inline(__always)
  init(bit: Int32) { rawValue = bit >= 0 && bit < 128 ? 1 << UInt128(bit) : 0 }

  // Who pays and who works
  /// The payer is its subject: виділив, надасть, finances.
  static var give: Cues { Cues(bit: 0) }
  /// The payers follow: за підтримки, funded by.
  static var payerFollows: Cues { Cues(bit: 1) }
  /// The payer may follow, if money or help went before: від, from.
  static var from: Cues { Cues(bit: 2) }
  /// Who carries the work out follows: через, implemented by.
  static var workerFollows: Cues { Cues(bit: 3) }
  /// The subject carries the work out: реалізує, implements.
  static var work: Cues { Cues(bit: 4) }
  /// A partner follows: разом із, together with.
  static var with: Cues { Cues(bit: 5) }
  /// Who is named is thanked: завдяки, thanks to.
  static var thanks: Cues { Cues(bit: 6) }
  /// A source of the news: повідомляє, according to.
  static var source: Cues { Cues(bit: 7) }
  /// A person's post: мер, посол, director.
  static var post: Cues { Cues(bit: 8) }
  /// Money that vouches: гарантія.
  static var guarantee: Cues { Cues(bit: 9) }
  /// Money arrives: отримав, receives.
  static var receive: Cues { Cues(bit: 10) }
  /// The subject asks or hopes: просить, сподівається.
  static var wish: Cues { Cues(bit: 11) }

  /// An office held: відповідає, responsible for.
  static var responsible: Cues { Cues(bit: 88) }
  /// Money being collected: збір, fundraiser.
  static var collection: Cues { Cues(bit: 89) }

  // Money and what it is
  /// Money as a thing: кошти, funding.
  static var fund: Cues { Cues(bit: 12) }
  static var grant: Cues { Cues(bit: 13) }
  static var loan: Cues { Cues(bit: 14) }
  /// Things handed over: генератори, equipment.
  static var goods: Cues { Cues(bit: 15) }
  static var tranche: Cues { Cues(bit: 16) }
  static var cost: Cues { Cues(bit: 17) }
  static var tender: Cues { Cues(bit: 18) }
  static var stateMoney: Cues { Cues(bit: 19) }
  static var cityMoney: Cues { Cues(bit: 20) }
  static var oblastMoney: Cues { Cues(bit: 21) }
  /// A program, project or agreement.
  static var programme: Cues { Cues(bit: 22) }
  static var raised: Cues { Cues(bit: 23) }

  // Roles of money
  static var need: Cues { Cues(bit: 24) }
  static var damage: Cues { Cues(bit: 25) }
  /// A sum is compared or changed: зросла, cut by.
  static var change: Cues { Cues(bit: 28) }
  static var not: Cues { Cues(bit: 30) }

  /// A city or country that is not Ukraine, as where something is done.
  static var abroad: Cues { Cues(bit: 26) }
  /// Work that is no rebuilding: meals, guards, insurance.
  static var service: Cues { Cues(bit: 27) }
  /// A country that is itself in need: Syria, Gaza.
  static var strangers: Cues { Cues(bit: 29) }

  // State of the work
  static var done: Cues { Cues(bit: 32) }
  static var ongoing: Cues { Cues(bit: 33) }
  static var planned: Cues { Cues(bit: 34) }
  static var allocated: Cues { Cues(bit: 35) }
  static var arrived: Cues { Cues(bit: 36) }

  // How sentences and sums hang together
  /// Some more: ще, another.
  static var more: Cues { Cues(bit: 37) }
  static var total: Cues { Cues(bit: 38) }
  /// Of this, з них.
  static var partOf: Cues { Cues(bit: 39) }
  static var since: Cues { Cues(bit: 40) }
  /// Refers back: ці, these.
  static var this: Cues { Cues(bit: 41) }
  /// Background of the news: нагадаємо, as reported.
  static var background: Cues { Cues(bit: 42) }
  /// Begins a list of what the money is for: Йдеться про.
  static var about: Cues { Cues(bit: 43) }
  /// For: на, для, for.
  static var purpose: Cues { Cues(bit: 44) }
  static var beneficiary: Cues { Cues(bit: 45) }
  static var each: Cues { Cues(bit: 46) }
  static var heading: Cues { Cues(bit: 47) }
  static var or: Cues { Cues(bit: 48) }
  static var and: Cues { Cues(bit: 49) }

  // Places
  static var city: Cues { Cues(bit: 50) }
  static var oblast: Cues { Cues(bit: 51) }
  static var district: Cues { Cues(bit: 52) }
  static var settlement: Cues { Cues(bit: 53) }
  /// In, near: у, в, на.
  static var into: Cues { Cues(bit: 54) }
  static var street: Cues { Cues(bit: 55) }

  // What is worked on
  static var works: Cues { Cues(bit: 56) }
  static var underground: Cues { Cues(bit: 57) }
  static var school: Cues { Cues(bit: 58) }
  /// Things that are counted and are no money: людей, вікон.
  static var counted: Cues { Cues(bit: 59) }
  static var government: Cues { Cues(bit: 60) }
  static var council: Cues { Cues(bit: 61) }
  static var fundName: Cues { Cues(bit: 62) }
  static var pronoun: Cues { Cues(bit: 63) }

  // More on roles
  /// Asked for, not given: просили, requested.
  static var ask: Cues { Cues(bit: 64) }
  /// Harm named without a word for its cost: пошкодження, destruction.
  static var hurts: Cues { Cues(bit: 65) }
  /// Quakes, floods and storms.
  static var disaster: Cues { Cues(bit: 66) }
  /// Where people meet and sign: форум, summit.
  static var venue: Cues { Cues(bit: 67) }
  /// A public budget: бюджет.
  static var budget: Cues { Cues(bit: 69) }
  /// A firm's offer or contract.
  static var bid: Cues { Cues(bit: 70) }
  /// Works and things of no sector: спецтехніка, civil infrastructure.
  static var generic: Cues { Cues(bit: 72) }
  /// Opens a clause that says whom something serves: щоб, so that.
  static var soThat: Cues { Cues(bit: 73) }
  /// Handed over as a thing: передав, delivered.
  static var handOver: Cues { Cues(bit: 74) }
  /// A council moves money within its budget: перерозподілили, додали.
  static var reallocate: Cues { Cues(bit: 75) }
  /// People whom something serves: переселенці, veterans.
  static var people: Cues { Cues(bit: 78) }
  /// One's own money, whoever that is: власним коштом, its own funds.
  static var ownMoney: Cues { Cues(bit: 80) }
  /// Outside: за межами, beyond.
  static var beyond: Cues { Cues(bit: 79) }

  /// A body or a capital that pays where it is the subject: місто, Лондон.
  static var payingBody: Cues { Cues(bit: 82) }
  /// Stands for the bank or the agency named last: банк, the agency.
  static var namedAgain: Cues { Cues(bit: 83) }
  /// Who gets money from the state for a damaged home: заявники, applicants, сертифікати.
  static var claimants: Cues { Cues(bit: 81) }

  // What governs a sum
  /// Wanting: потрібно, lacks.
  static var lacks: Cues { Cues(bit: 90) }
  /// Asked for or hoped for: просить, request.
  static var asks: Cues { Cues(bit: 91) }
  /// What a collection is to bring in: мета, target.
  static var goal: Cues { Cues(bit: 92) }
  /// A cost by estimate: оцінили, would cost.
  static var reckoned: Cues { Cues(bit: 93) }
  /// Damage and losses.
  static var ruin: Cues { Cues(bit: 94) }
  /// There is nobody who pays: грошей немає, no donor.
  static var nobody: Cues { Cues(bit: 95) }
  /// Debts and arrears.
  static var owed: Cues { Cues(bit: 96) }
  /// Fines, courts, bribes and theft.
  static var seized: Cues { Cues(bit: 97) }
  /// Income, taxes, trade and what else economies are measured by.
  static var taken: Cues { Cues(bit: 98) }
  /// Pay, rents, fares, tariffs, market prices.
  static var charged: Cues { Cues(bit: 99) }
  /// Running costs.
  static var upkeep: Cues { Cues(bit: 100) }
  static var warfare: Cues { Cues(bit: 101) }
  /// Beside it a word of war is no purpose: удар, administration.
  static var strike: Cues { Cues(bit: 102) }
  /// A budget as the subject: бюджет, budget.
  static var budgets: Cues { Cues(bit: 103) }
  /// What a budget takes in and spends.
  static var outlay: Cues { Cues(bit: 104) }
  static var saves: Cues { Cues(bit: 105) }
  /// A most or least: граничний, capped.
  static var ceiling: Cues { Cues(bit: 106) }
  /// What was expected before: очікувана вартість, initially.
  static var foreseen: Cues { Cues(bit: 107) }
  /// A bid: пропозиція, offered.
  static var offered: Cues { Cues(bit: 108) }
  /// A bid that lost: конкурент, rejected.
  static var beaten: Cues { Cues(bit: 109) }
  static var winner: Cues { Cues(bit: 110) }
  /// Cancelled, terminated, given back.
  static var voided: Cues { Cues(bit: 111) }
  /// Compared with: для порівняння, similar.
  static var likened: Cues { Cues(bit: 112) }
  /// What firms build for themselves: завод, warehouse.
  static var venture: Cues { Cues(bit: 113) }
  static var invests: Cues { Cues(bit: 114) }
  /// An average.
  static var mean: Cues { Cues(bit: 115) }
  /// For each unit or period: за тонну, a month.
  static var perOne: Cues { Cues(bit: 116) }
  /// One of several: одне, each.
  static var apiece: Cues { Cues(bit: 117) }
  /// What something costs: коштує, worth.
  static var pricing: Cues { Cues(bit: 118) }
  /// Sums of all help: обсяг допомоги, total aid.
  static var amasses: Cues { Cues(bit: 119) }
  /// More words for money given: внести, collected, share.
  static var bears: Cues { Cues(bit: 120) }
  /// Building, buying and mending as verbs: збудують, install.
  static var makes: Cues { Cues(bit: 121) }
  /// A branch that a budget pays for as a whole: на освіту.
  static var branch: Cues { Cues(bit: 123) }
  /// Who builds: підрядник, contractor.
  static var builder: Cues { Cues(bit: 124) }
  /// More money than before: збільшили, increased.
  static var raises: Cues { Cues(bit: 125) }
  /// Losing something: втратив, lost.
  static var loses: Cues { Cues(bit: 126) }
  /// Only compared with: для порівняння.
  static var compared: Cues { Cues(bit: 127) }
  /// A contract that was signed: уклали договір, contract went to.
  static var seals: Cues { Cues(bit: 122) }
}
