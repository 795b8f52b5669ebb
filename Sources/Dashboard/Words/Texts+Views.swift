import FundingCore
import Screen

extension Texts {
  var programName: String { say("Кошти", "Koshty") }
  var total: String { say("разом", "total") }
  var jointWith: String { say("спільно з:", "shared with") }
  /// Below a table whose rows overlap.
  var overlap: String {
    say(
      "Спільна сума є в кожному своєму рядку й стовпці; у підсумку — один раз.",
      "A shared amount is in each of its rows and columns, and once in the total.")
  }
  func columnsLeftOut(_ count: Int) -> String {
    say("ще \(count) не вмістилося", "\(count) more do not fit")
  }
  /// Below the first of a list: how many are left out of it.
  func andMore(_ count: Int) -> String { say("ще \(count) — Enter", "\(count) more: Enter") }
  var allOfIt: String { say("усе", "all") }
  /// Between a whole and a part of it: `≥ $73,3 млн, з них ░ 40,1`.
  var ofIt: String { say("з них", "of it") }
  /// Between a part and its whole: `$187,3 млн з 374,7`.
  var partOf: String { say("з", "of") }
  var own: String { say("окремо", "own") }
  var shared: String { say("спільно", "shared") }
  var widerBeside: String {
    say("не враховано, ширше за місто:", "not counted, wider than the city:")
  }
  var notCounted: String { say("не враховано", "not counted") }
  var cityWideBeside: String { say("крім того, без району:", "besides, no district named:") }
  var withoutSum: String { say("без суми", "no amount stated") }
  var withoutSumShort: String { say("без суми", "no amount") }
  var filters: String { say("Фільтри", "Filters") }
  var noFilter: String { say("Без фільтрів", "No filter") }
  var clearsFilter: String { say("прибрати все", "clears all") }
  var not: String { say("крім", "not") }
  var or: String { say(" або ", " or ") }
  var since: String { say("від", "since") }
  var until: String { say("до", "until") }
  var by: String { say("За:", "By:") }
  var byMonth: String { say("За місяцями", "By month") }
  /// Which day puts a sum into a month.
  var byPublication: String {
    say("за днем найновішої статті", "by the day of the newest article")
  }
  var date: String { say("Дата", "Date") }
  var noDate: String { say("дата невідома", "date unknown") }
  var outlet: String { say("Видання", "Outlet") }
  var claimsHeading: String { say("тверджень", "claims") }
  var sumsHeading: String { say("суми", "amounts") }
  var original: String { say("як у джерелі", "as stated") }
  var quote: String { say("речення", "sentence") }
  var citationColumn: String { say("цитата", "citation") }
  var lowEnd: String { say(", щонайменше, $", ", at least, USD") }
  var highEnd: String { say(", щонайбільше, $", ", at most, USD") }
  var countedOnce: String {
    say("до підсумку, кожна сума раз", "towards the total, each amount once")
  }
  var inTotal: String { say("у підсумку", "in the total") }
  var sharedWith: String { say("спільна сума з", "one amount shared with") }
  var address: String { say("адреса", "address") }
  var totalEachOnce: String { say("Разом, кожна сума раз", "Total, each amount once") }
  var doubt: String { say("сумнів", "doubt") }
  var remedy: String { say("що робити", "what to do") }
  var decision: String { say("рішення", "decision") }
  var change: String { say("виправлення", "correction") }
  var who: String { say("хто", "who") }
  var inForce: String { say("чинне", "in force") }
  var yes: String { say("так", "yes") }
  var no: String { say("ні", "no") }
  /// What a sign before a sum says, for who cannot see it.
  func word(ofSign sign: String) -> String? {
    switch sign {
    case "≥": say("щонайменше", "at least")
    case "≤": say("щонайбільше", "at most")
    case "≈": say("близько", "about")
    default: nil
    }
  }
  var digest: String { say("переказ", "paraphrase") }
  /// Stands for ``digest`` where a column is all there is.
  var digestSign: String { say("п", "p") }
  var digestNotice: String {
    say(
      "Переказ нашими словами, а не текст видання.",
      "A paraphrase in our own words, not the outlet’s text.")
  }
  var evidence: String { say("Також згадано", "Also mentioned") }
  func asOf(_ day: String) -> String { say("станом на \(day)", "as of \(day)") }
  func namedElsewhere(_ donor: String, _ article: String) -> String {
    say(
      "платника (\(donor)) названо лише в іншій статті: \(article)",
      "the payer (\(donor)) is named only in another article: \(article)")
  }
  var also: String { say("також", "also") }
  var stateOfWork: String { say("Стан", "Status") }
  var byYear: String { say("За роками", "By year") }
  var pays: String { say("Хто платить", "Who pays") }
  var carriesOut: String { say("Хто виконує", "Who carries it out") }
  var forWhat: String { say("На що", "For what") }
  var whereIs: String { say("Де", "Where") }
  var project: String { say("Проєкт", "Project") }
  /// Before the names of who carries a project out, which stand in the nominative.
  var through: String { say("виконує", "via") }
  /// Between "of it" and the part of a line that other sectors share.
  var sharedBeside: String { say("спільно з іншими секторами", "shared with other sectors") }
  var sharedBy: String { say("спільна сума на", "one amount shared by") }
  var sourcesDisagree: String { say("Джерела називають різні суми", "Sources disagree on the sum") }
  var noRate: String {
    say("Немає курсу: у доларах не враховано", "No rate: left out of the dollar total")
  }
  var rateOf: String { say("за курсом", "at the rate of") }
  var assumedRate: String { say("(припущено: дати немає)", "(assumed: undated)") }
  var rule: String { say("правило", "rule") }
  var noClaims: String {
    say("У цій статті немає тверджень про гроші.", "This article makes no claim of money.")
  }
  var walksLit: String {
    say(
      "— виділене слово; Enter — його сума",
      "goes to a lit word; Enter to its sum")
  }
  var noFunding: String { say("сума не ввійшла до обліку", "not in the ledger") }
  var noClaimHere: String { say("це не фінансування", "not funding") }
  var gone: String { say("Цього запису вже немає.", "This record is gone.") }
  var noDoubts: String { say("Сумнівів немає.", "No doubts.") }
  func noDoubtsHere(_ all: Int) -> String {
    say("Під цими фільтрами сумнівів немає; усього їх \(all).", "No doubts here; \(all) in all.")
  }
  func confirmedBeside(_ count: Int) -> String {
    say("підтверджено: \(count)", "\(count) confirmed")
  }
  func outOf(_ all: Int) -> String {
    say("під цими фільтрами; усього \(all)", "under these filters; \(all) in all")
  }
  var noDecisions: String { say("Рішень ще немає.", "No decisions yet.") }
  /// No sum answers a search, but texts do.
  func wordsStand(in articles: Int) -> String {
    say("— ці слова є в текстах: ", "the words are in texts: ") + self.articles(articles)
  }
  var nothingFound: String { say("Нічого не знайдено.", "Nothing found.") }
  var emptyLibrary: String {
    say(
      "Бібліотека порожня: покладіть статті (*.md) у її теку articles.",
      "The library is empty: put articles (*.md) into its folder articles.")
  }
  var noProjectsIn: String { say("Тут немає проєктів:", "No projects here:") }
  var withoutClause: String { say("без умови", "without") }
  var onlyClause: String { say("лише", "only") }
  var holdsToIt: String { say("— шукати лише це", "looks for this alone") }
  var loosens: String { say("— прибрати цю умову", "takes this condition away") }
  func beyondTotal(_ count: Int) -> String {
    say("+\(count) не в сумі", "+\(count) not in the total")
  }
  var loosensShort: String { say("прибрати умову", "loosen") }

  // MARK: The line of hints while something is typed or chosen

  var keeps: String { say("лишити", "keep") }
  var takesBack: String { say("скасувати", "cancel") }
  var notThis: String { say("без слова", "without a word") }
  var fieldExample: String { say("донор:", "donor:") }
  /// Before what a donor pays of all that a search for its name finds.
  var asDonor: String { say("лише як донор", "as donor alone") }
  var oneField: String { say("лише поле", "one field") }
  var either: String { say("або", "either") }
  var runs: String { say("виконати", "run") }
  var closes: String { say("закрити", "close") }
  var chooses: String { say("обрати", "choose") }
  var holdsTo: String { say("лише це", "only this") }
  var otherFacet: String { say("інший фільтр", "other filter") }
  var narrows: String { say("звузити список", "narrow the list") }
  var keysOf: String { say("Клавіші:", "Keys:") }
  /// The signs of the lists, a line of states and a line of sums.
  var glyphLegends: [String] {
    [
      say(
        "✓ завершено  ● триває  ○ заплановано  ◐ частково",
        "✓ completed  ● ongoing  ○ planned  ◐ in part"),
      say(
        "▇ окремо  ░ спільно  ▇░ частково спільно  ≥ щонайменше  ≈ близько",
        "▇ own  ░ shared  ▇░ shared in part  ≥ at least  ≈ about"),
    ]
  }

  /// What the signs before a sum stand for, the fullest way of saying it first.
  func signs(on page: Page) -> [[Span]] {
    let shared: [Span] = [
      Span("░ ", .barShared), Span(say("спільно з іншими", "shared with others"), .dim),
    ]
    let short: [Span] = [Span("░ ", .barShared), Span(self.shared, .dim)]
    let partly: [Span] = [
      Span("  ▇░ ", .barShared), Span(say("частково спільно", "shared in part"), .dim),
    ]
    let own: [Span] = [Span("▇ ", .bar), Span(self.own + " ", .dim)]
    switch page {
    case .projects: break
    case .sectors:
      // The figure behind the sign is a part of the one before it.
      let ofIt = Span(ofIt + " ", .dim)
      return [
        [shared[0], ofIt, shared[1]] + partly, [shared[0], ofIt, shared[1]],
        [short[0], ofIt, short[1]], short,
      ]
    case .funding, .map: return [own + shared, own + short, short]
    default: return [shared, short]
    }
    let wider: [Span] = [
      Span("  ↑ ", .doubt), Span(say("ширше за місто", "wider than the city"), .dim),
    ]
    let part: [Span] = [Span("  ∩ ", .doubt), Span(say("частина", "part"), .dim)]
    let brief: [Span] = [
      Span("↑ ∩ × ", .doubt), Span(say("не в сумі", "not counted"), .dim),
    ]
    let old: [Span] = [Span("  × ", .doubt), Span(say("замінено", "replaced"), .dim)]
    return [
      short + partly + wider + part + old, short + wider + part + old, short + wider + part,
      wider + part, brief,
    ]
  }

  func welcome(_ city: String, key: String) -> Line {
    [
      Span(
        say("Хто платить за відбудову: \(city)", "Who pays for the rebuilding of \(city)"), .heading
      ),
      Span(" · ", .dim), Span("Enter", .key), Span(say(" — глибше", " goes deeper"), .dim),
      Span(" · ", .dim), Span(key, .key), Span(say(" — клавіші", " keys"), .dim),
    ]
  }

  func noDistricts(_ city: String) -> String {
    say(
      "У таблиці місць немає районів: \(city).", "The table of places has no districts of \(city).")
  }

  func mapHint(enter: String) -> String {
    say("\(enter) — проєкти району", "\(enter) shows the district’s projects")
  }

  /// A district's name without the word for district.
  func shortDistrict(_ name: String) -> String {
    for ending in [" район", " District"] where name.hasSuffix(ending) {
      return String(name.dropLast(ending.count))
    }
    return name
  }
}
