/// The reader's rules by id, with what each says in one line.
///
/// - Shape: a letter for the field and a number: A amounts and their ties, C cumulative, D donors, I implementers, K
///   instruments, M masks, O objects, P places, S sectors, T states.
public enum Rules {
  /// One rule: its id, as evidence names it, and what it says.
  public struct Rule: Sendable {
    public let id: String
    public let explanation: String
  }

  /// All rules, in the order of their ids.
  public static let all: [Rule] = [
    Rule(id: "A1", explanation: "The sum the claim is about, from its qualifier to its currency."),
    Rule(id: "A2", explanation: "A part of another sum, by “of this”, «з них», «частина»."),
    Rule(id: "A3", explanation: "On top of another sum, by “another”, «ще», «додатково»."),
    Rule(id: "A4", explanation: "A tranche of a larger sum."),
    Rule(id: "A5", explanation: "One of neighbouring sums that add up to another."),
    Rule(id: "C1", explanation: "A running total, by “since”, «від початку»."),
    Rule(
      id: "C2", explanation: "A programme's total since its start, at the head of the paragraph."),
    Rule(
      id: "D1",
      explanation:
        "All who are listed behind “with the support of”, «коштом», «за рахунок» pay together."),
    Rule(id: "D2", explanation: "The subject of a giving verb pays."),
    Rule(
      id: "D3",
      explanation:
        "The giver of a grant, loan or contribution: “grant from X”, «гранту X», «японський грант»."
    ),
    Rule(
      id: "D4", explanation: "A sentence that refers back to the money or the work names the payer."
    ),
    Rule(id: "D5", explanation: "The only organisation that could pay, without a cue (weak)."),
    Rule(id: "D6", explanation: "Does the work, with whose money is not said."),
    Rule(id: "D7", explanation: "Is thanked."),
    Rule(id: "D8", explanation: "Its programme, or the channel with nobody behind it."),
    Rule(id: "D9", explanation: "A public budget, unless money goes into it."),
    Rule(id: "D10", explanation: "A council moves money within its own budget."),
    Rule(id: "D11", explanation: "The other side of an agreement."),
    Rule(id: "D12", explanation: "A name and a sum on two sides of a dash or colon."),
    Rule(id: "D13", explanation: "The verb of giving is said once, for the first of a list."),
    Rule(id: "D14", explanation: "A council that invites bids, with nobody else to pay (weak)."),
    Rule(id: "D15", explanation: "The state's scheme for damaged homes, in an article about it."),
    Rule(id: "D16", explanation: "Pays for another stage of the same project."),
    Rule(id: "I1", explanation: "Behind “through”, «через», «виконує», «реалізується»."),
    Rule(id: "I2", explanation: "Named together with whoever does the work."),
    Rule(id: "I3", explanation: "An agency the article is about, beside another payer."),
    Rule(id: "I4", explanation: "An authority that gets the money to spend it."),
    Rule(id: "I5", explanation: "A fund that others pay into."),
    Rule(
      id: "I6", explanation: "Its own people tell of the work: “our teams”, «ми відремонтували»."),
    Rule(id: "I7", explanation: "A ministry that is said to be responsible for it."),
    Rule(id: "I8", explanation: "Collects what others give: «збір оголосила», “a fundraiser by”."),
    Rule(id: "I9", explanation: "Hands on the grant of another: the bank of the deal."),
    Rule(
      id: "I10", explanation: "Hands over or builds what another is said to have paid for."),
    Rule(id: "K1", explanation: "Grant or loan, in the words of the sum's own sentence."),
    Rule(id: "K2", explanation: "Grant or loan, in a sentence that refers back."),
    Rule(id: "K3", explanation: "Things handed over."),
    Rule(id: "M1", explanation: "A source of the news."),
    Rule(id: "M2", explanation: "An adjective of a country with nothing it gives."),
    Rule(id: "M3", explanation: "The employer of a person."),
    Rule(id: "M4", explanation: "A guarantor."),
    Rule(id: "M5", explanation: "A place one goes to or comes from."),
    Rule(id: "M6", explanation: "A budget that money goes into, or that is only changed."),
    Rule(id: "M7", explanation: "Only asked about."),
    Rule(
      id: "O1", explanation: "The one building the claim's own words name by number or address."),
    Rule(id: "O2", explanation: "The one building a sentence that refers back names."),
    Rule(id: "O3", explanation: "The one building the article names, where it states one price."),
    Rule(id: "P1", explanation: "Named in the clause or sentence of the claim."),
    Rule(id: "P3", explanation: "“The city”, «в області»: the last one named before."),
    Rule(id: "P4", explanation: "The nearest sentence that names a place, or the title."),
    Rule(id: "P5", explanation: "“Beyond the city”, «за межами міста»: the country."),
    Rule(id: "P6", explanation: "The one district of the town that the article names."),
    Rule(id: "P7", explanation: "The next sentence says where in the town it stands."),
    Rule(id: "P8", explanation: "The sentence behind lists the places that this one counts."),
    Rule(id: "P9", explanation: "Named beside examples: “and other cities”, «зокрема»."),
    Rule(id: "P10", explanation: "Paid into a fund for the whole of Ukraine."),
    Rule(id: "S1", explanation: "A keyword of the sector in the clause of the sum."),
    Rule(id: "S2", explanation: "A list behind «Йдеться про», “The money will”."),
    Rule(id: "S4", explanation: "The title."),
    Rule(id: "S5", explanation: "The sentence before or behind."),
    Rule(id: "S6", explanation: "Machinery or infrastructure of no one sector."),
    Rule(id: "T1", explanation: "Work said to be done."),
    Rule(id: "T2", explanation: "A future or a plan."),
    Rule(id: "T3", explanation: "Money allocated or approved."),
    Rule(id: "T4", explanation: "Money or things that have arrived."),
    Rule(id: "T5", explanation: "Work under way."),
    Rule(id: "T7", explanation: "Works under way, by a sentence near the money for them."),
    Rule(id: "T6", explanation: "The state that the nearest sentence tells."),
    Rule(id: "T8", explanation: "Money for what the sentence before says is done."),
    Rule(id: "T9", explanation: "A collection that has not reached its goal."),
    Rule(id: "T10", explanation: "A total of which parts are under way or have come."),
    Rule(id: "T11", explanation: "What a running total has come to."),
  ]

  /// What a rule says; `nil` for an id that is none.
  public static func explanation(of id: String) -> String? {
    all.first { $0.id == id }?.explanation
  }
}
