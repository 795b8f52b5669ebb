/// What a word or phrase tells the rules; a token may carry several.
struct Cues: OptionSet, Hashable {
  let rawValue: UInt128
  @inline(__always)
  init(rawValue: UInt128) { self.rawValue = rawValue }
  @inline(__always)
  init(bit: Int32) { rawValue = bit >= 0 && bit < 128 ? 1 << UInt128(bit) : 0 }

  // Who pays and who works
  /// The payer is its subject: виділив, надасть, finances.
  @inline(__always) static var give: Cues { Cues(bit: 0) }
  /// The payers follow: за підтримки, funded by.
  @inline(__always) static var payerFollows: Cues { Cues(bit: 1) }
  /// The payer may follow, if money or help went before: від, from.
  @inline(__always) static var from: Cues { Cues(bit: 2) }
  /// Who carries the work out follows: через, implemented by.
  @inline(__always) static var workerFollows: Cues { Cues(bit: 3) }
  /// The subject carries the work out: реалізує, implements.
  @inline(__always) static var work: Cues { Cues(bit: 4) }
  /// A partner follows: разом із, together with.
  @inline(__always) static var with: Cues { Cues(bit: 5) }
  /// Who is named is thanked: завдяки, thanks to.
  @inline(__always) static var thanks: Cues { Cues(bit: 6) }
  /// A source of the news: повідомляє, according to.
  @inline(__always) static var source: Cues { Cues(bit: 7) }
  /// A person's post: мер, посол, director.
  @inline(__always) static var post: Cues { Cues(bit: 8) }
  /// Money that vouches: гарантія.
  @inline(__always) static var guarantee: Cues { Cues(bit: 9) }
  /// Money arrives: отримав, receives.
  @inline(__always) static var receive: Cues { Cues(bit: 10) }
  /// The subject asks or hopes: просить, сподівається.
  @inline(__always) static var wish: Cues { Cues(bit: 11) }

  /// An office held: відповідає, responsible for.
  @inline(__always) static var responsible: Cues { Cues(bit: 88) }
  /// Money being collected: збір, fundraiser.
  @inline(__always) static var collection: Cues { Cues(bit: 89) }

  // Money and what it is
  /// Money as a thing: кошти, funding.
  @inline(__always) static var fund: Cues { Cues(bit: 12) }
  @inline(__always) static var grant: Cues { Cues(bit: 13) }
  @inline(__always) static var loan: Cues { Cues(bit: 14) }
  /// Things handed over: генератори, equipment.
  @inline(__always) static var goods: Cues { Cues(bit: 15) }
  @inline(__always) static var tranche: Cues { Cues(bit: 16) }
  @inline(__always) static var cost: Cues { Cues(bit: 17) }
  @inline(__always) static var tender: Cues { Cues(bit: 18) }
  @inline(__always) static var stateMoney: Cues { Cues(bit: 19) }
  @inline(__always) static var cityMoney: Cues { Cues(bit: 20) }
  @inline(__always) static var oblastMoney: Cues { Cues(bit: 21) }
  /// A program, project or agreement.
  @inline(__always) static var programme: Cues { Cues(bit: 22) }
  @inline(__always) static var raised: Cues { Cues(bit: 23) }

  // Roles of money
  @inline(__always) static var need: Cues { Cues(bit: 24) }
  @inline(__always) static var damage: Cues { Cues(bit: 25) }
  /// A sum is compared or changed: зросла, cut by.
  @inline(__always) static var change: Cues { Cues(bit: 28) }
  @inline(__always) static var not: Cues { Cues(bit: 30) }

  /// A city or country that is not Ukraine, as where something is done.
  @inline(__always) static var abroad: Cues { Cues(bit: 26) }
  /// Work that is no rebuilding: meals, guards, insurance.
  @inline(__always) static var service: Cues { Cues(bit: 27) }
  /// A country that is itself in need: Syria, Gaza.
  @inline(__always) static var strangers: Cues { Cues(bit: 29) }

  // State of the work
  @inline(__always) static var done: Cues { Cues(bit: 32) }
  @inline(__always) static var ongoing: Cues { Cues(bit: 33) }
  @inline(__always) static var planned: Cues { Cues(bit: 34) }
  @inline(__always) static var allocated: Cues { Cues(bit: 35) }
  @inline(__always) static var arrived: Cues { Cues(bit: 36) }

  // How sentences and sums hang together
  /// Some more: ще, another.
  @inline(__always) static var more: Cues { Cues(bit: 37) }
  @inline(__always) static var total: Cues { Cues(bit: 38) }
  /// Of this, з них.
  @inline(__always) static var partOf: Cues { Cues(bit: 39) }
  @inline(__always) static var since: Cues { Cues(bit: 40) }
  /// Refers back: ці, these.
  @inline(__always) static var this: Cues { Cues(bit: 41) }
  /// Background of the news: нагадаємо, as reported.
  @inline(__always) static var background: Cues { Cues(bit: 42) }
  /// Begins a list of what the money is for: Йдеться про.
  @inline(__always) static var about: Cues { Cues(bit: 43) }
  /// For: на, для, for.
  @inline(__always) static var purpose: Cues { Cues(bit: 44) }
  @inline(__always) static var beneficiary: Cues { Cues(bit: 45) }
  @inline(__always) static var each: Cues { Cues(bit: 46) }
  @inline(__always) static var heading: Cues { Cues(bit: 47) }
  @inline(__always) static var or: Cues { Cues(bit: 48) }
  @inline(__always) static var and: Cues { Cues(bit: 49) }

  // Places
  @inline(__always) static var city: Cues { Cues(bit: 50) }
  @inline(__always) static var oblast: Cues { Cues(bit: 51) }
  @inline(__always) static var district: Cues { Cues(bit: 52) }
  @inline(__always) static var settlement: Cues { Cues(bit: 53) }
  /// In, near: у, в, на.
  @inline(__always) static var into: Cues { Cues(bit: 54) }
  @inline(__always) static var street: Cues { Cues(bit: 55) }

  // What is worked on
  @inline(__always) static var works: Cues { Cues(bit: 56) }
  @inline(__always) static var underground: Cues { Cues(bit: 57) }
  @inline(__always) static var school: Cues { Cues(bit: 58) }
  /// Things that are counted and are no money: людей, вікон.
  @inline(__always) static var counted: Cues { Cues(bit: 59) }
  @inline(__always) static var government: Cues { Cues(bit: 60) }
  @inline(__always) static var council: Cues { Cues(bit: 61) }
  @inline(__always) static var fundName: Cues { Cues(bit: 62) }
  @inline(__always) static var pronoun: Cues { Cues(bit: 63) }

  // More on roles
  /// Asked for, not given: просили, requested.
  @inline(__always) static var ask: Cues { Cues(bit: 64) }
  /// Harm named without a word for its cost: пошкодження, destruction.
  @inline(__always) static var hurts: Cues { Cues(bit: 65) }
  /// Quakes, floods and storms.
  @inline(__always) static var disaster: Cues { Cues(bit: 66) }
  /// Where people meet and sign: форум, summit.
  @inline(__always) static var venue: Cues { Cues(bit: 67) }
  /// A public budget: бюджет.
  @inline(__always) static var budget: Cues { Cues(bit: 69) }
  /// A firm's offer or contract.
  @inline(__always) static var bid: Cues { Cues(bit: 70) }
  /// Works and things of no sector: спецтехніка, civil infrastructure.
  @inline(__always) static var generic: Cues { Cues(bit: 72) }
  /// Opens a clause that says whom something serves: щоб, so that.
  @inline(__always) static var soThat: Cues { Cues(bit: 73) }
  /// Handed over as a thing: передав, delivered.
  @inline(__always) static var handOver: Cues { Cues(bit: 74) }
  /// A council moves money within its budget: перерозподілили, додали.
  @inline(__always) static var reallocate: Cues { Cues(bit: 75) }
  /// People whom something serves: переселенці, veterans.
  @inline(__always) static var people: Cues { Cues(bit: 78) }
  /// One's own money, whoever that is: власним коштом, its own funds.
  @inline(__always) static var ownMoney: Cues { Cues(bit: 80) }
  /// Outside: за межами, beyond.
  @inline(__always) static var beyond: Cues { Cues(bit: 79) }

  /// A body or a capital that pays where it is the subject: місто, Лондон.
  @inline(__always) static var payingBody: Cues { Cues(bit: 82) }
  /// Stands for the bank or the agency named last: банк, the agency.
  @inline(__always) static var namedAgain: Cues { Cues(bit: 83) }
  /// Who gets money from the state for a damaged home: заявники, applicants, сертифікати.
  @inline(__always) static var claimants: Cues { Cues(bit: 81) }

  // What governs a sum
  /// Wanting: потрібно, lacks.
  @inline(__always) static var lacks: Cues { Cues(bit: 90) }
  /// Asked for or hoped for: просить, request.
  @inline(__always) static var asks: Cues { Cues(bit: 91) }
  /// What a collection is to bring in: мета, target.
  @inline(__always) static var goal: Cues { Cues(bit: 92) }
  /// A cost by estimate: оцінили, would cost.
  @inline(__always) static var reckoned: Cues { Cues(bit: 93) }
  /// Damage and losses.
  @inline(__always) static var ruin: Cues { Cues(bit: 94) }
  /// There is nobody who pays: грошей немає, no donor.
  @inline(__always) static var nobody: Cues { Cues(bit: 95) }
  /// Debts and arrears.
  @inline(__always) static var owed: Cues { Cues(bit: 96) }
  /// Fines, courts, bribes and theft.
  @inline(__always) static var seized: Cues { Cues(bit: 97) }
  /// Income, taxes, trade and what else economies are measured by.
  @inline(__always) static var taken: Cues { Cues(bit: 98) }
  /// Pay, rents, fares, tariffs, market prices.
  @inline(__always) static var charged: Cues { Cues(bit: 99) }
  /// Running costs.
  @inline(__always) static var upkeep: Cues { Cues(bit: 100) }
  @inline(__always) static var warfare: Cues { Cues(bit: 101) }
  /// Beside it a word of war is no purpose: удар, administration.
  @inline(__always) static var strike: Cues { Cues(bit: 102) }
  /// A budget as the subject: бюджет, budget.
  @inline(__always) static var budgets: Cues { Cues(bit: 103) }
  /// What a budget takes in and spends.
  @inline(__always) static var outlay: Cues { Cues(bit: 104) }
  @inline(__always) static var saves: Cues { Cues(bit: 105) }
  /// A most or least: граничний, capped.
  @inline(__always) static var ceiling: Cues { Cues(bit: 106) }
  /// What was expected before: очікувана вартість, initially.
  @inline(__always) static var foreseen: Cues { Cues(bit: 107) }
  /// A bid: пропозиція, offered.
  @inline(__always) static var offered: Cues { Cues(bit: 108) }
  /// A bid that lost: конкурент, rejected.
  @inline(__always) static var beaten: Cues { Cues(bit: 109) }
  @inline(__always) static var winner: Cues { Cues(bit: 110) }
  /// Cancelled, terminated, given back.
  @inline(__always) static var voided: Cues { Cues(bit: 111) }
  /// Compared with: для порівняння, similar.
  @inline(__always) static var likened: Cues { Cues(bit: 112) }
  /// What firms build for themselves: завод, warehouse.
  @inline(__always) static var venture: Cues { Cues(bit: 113) }
  @inline(__always) static var invests: Cues { Cues(bit: 114) }
  /// An average.
  @inline(__always) static var mean: Cues { Cues(bit: 115) }
  /// For each unit or period: за тонну, a month.
  @inline(__always) static var perOne: Cues { Cues(bit: 116) }
  /// One of several: одне, each.
  @inline(__always) static var apiece: Cues { Cues(bit: 117) }
  /// What something costs: коштує, worth.
  @inline(__always) static var pricing: Cues { Cues(bit: 118) }
  /// Sums of all help: обсяг допомоги, total aid.
  @inline(__always) static var amasses: Cues { Cues(bit: 119) }
  /// More words for money given: внести, collected, share.
  @inline(__always) static var bears: Cues { Cues(bit: 120) }
  /// Building, buying and mending as verbs: збудують, install.
  @inline(__always) static var makes: Cues { Cues(bit: 121) }
  /// A branch that a budget pays for as a whole: на освіту.
  @inline(__always) static var branch: Cues { Cues(bit: 123) }
  /// Who builds: підрядник, contractor.
  @inline(__always) static var builder: Cues { Cues(bit: 124) }
  /// More money than before: збільшили, increased.
  @inline(__always) static var raises: Cues { Cues(bit: 125) }
  /// Losing something: втратив, lost.
  @inline(__always) static var loses: Cues { Cues(bit: 126) }
  /// Only compared with: для порівняння.
  @inline(__always) static var compared: Cues { Cues(bit: 127) }
  /// A contract that was signed: уклали договір, contract went to.
  @inline(__always) static var seals: Cues { Cues(bit: 122) }
}
