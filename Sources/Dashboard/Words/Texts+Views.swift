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
    say("ще \(count) не вмістилося", "\(count) more: no room")
  }
  var allOfIt: String { say("усе", "all") }
  /// Between a part and its whole: `$187,3 млн з 374,7`.
  var partOf: String { say("з", "of") }
  var own: String { say("окремо", "own") }
  var shared: String { say("спільно", "shared") }
  var widerBeside: String {
    say("не враховано, ширше за місто:", "not counted, wider than the city:")
  }
  var cityWideBeside: String { say("без району, поряд:", "no district named, beside it:") }
  var withoutSum: String { say("без суми", "no amount stated") }
  var withoutSumShort: String { say("без суми", "no amount") }
  var filters: String { say("Фільтри", "Filters") }
  var noFilter: String { say("Без фільтрів", "No filter") }
  var clearsFilter: String { say("прибрати все", "clears them") }
  var not: String { say("крім", "not") }
  var or: String { say(" або ", " or ") }
  var since: String { say("від", "since") }
  var until: String { say("до", "until") }
  var by: String { say("За:", "By:") }
  var byMonth: String { say("За місяцями", "By month") }
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
  var inTotal: String { say("у підсумку", "in the total") }
  var sharedWith: String { say("спільна сума з", "one amount shared with") }
  var address: String { say("адреса", "address") }
  var totalEachOnce: String { say("Разом, кожна сума раз", "Total, each amount once") }
  var yes: String { say("так", "yes") }
  var no: String { say("ні", "no") }
  var digest: String { say("переказ", "paraphrase") }
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
  var through: String { say("через", "through") }
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
  func outOf(_ all: Int) -> String {
    say("під цими фільтрами; усього \(all)", "under these filters; \(all) in all")
  }
  var noDecisions: String { say("Рішень ще немає.", "No decisions yet.") }
  /// No sum answers a search, but texts do.
  func wordsStand(in articles: Int) -> String {
    say("слова є в текстах: ", "the words are in texts: ") + self.articles(articles)
  }
  var nothingFound: String { say("Нічого не знайдено.", "Nothing found.") }
  var emptyLibrary: String {
    say(
      "Бібліотека порожня: покладіть статті (*.md) у її теку articles.",
      "The library is empty: put articles (*.md) into its folder articles.")
  }
  var withoutClause: String { say("без умови", "without") }
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
  var oneField: String { say("лише поле", "one field") }
  var either: String { say("або", "either") }
  var runs: String { say("виконати", "run") }
  var closes: String { say("закрити", "close") }
  var chooses: String { say("обрати", "choose") }
  var holdsTo: String { say("лише це", "only this") }
  var otherFacet: String { say("інший фільтр", "other filter") }
  var narrows: String { say("звузити список", "narrow the list") }
  var keysOf: String { say("Клавіші:", "Keys:") }
  var glyphLegend: String {
    say(
      "✓ завершено ● триває ○ заплановано ▇ окремо ░ спільно ≥ щонайменше",
      "✓ completed ● ongoing ○ planned ▇ own ░ shared ≥ at least")
  }

  /// What the signs before a sum stand for, the fullest way of saying it first.
  func signs(isTable: Bool) -> [[Span]] {
    let shared: [Span] = [
      Span("░ ", .barShared), Span(say("спільно з іншими", "shared with others"), .dim),
    ]
    let short: [Span] = [Span("░ ", .barShared), Span(self.shared, .dim)]
    guard isTable else { return [shared, short] }
    let wider: [Span] = [
      Span("  ↑ ", .doubt), Span(say("ширше за місто", "wider than the city"), .dim),
    ]
    let part: [Span] = [Span("  ∩ ", .doubt), Span(say("частина", "part"), .dim)]
    let brief: [Span] = [
      Span("↑ ∩ × ", .doubt), Span(say("не в сумі", "not counted"), .dim),
    ]
    let old: [Span] = [Span("  × ", .doubt), Span(say("замінено", "replaced"), .dim)]
    return [short + wider + part + old, short + wider + part, wider + part, brief]
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

  // MARK: Keys

  /// A word or two for the line of hints.
  func hint(_ command: Command) -> String {
    switch command {
    case .up, .down: say("рух", "move")
    case .left, .right: say("убік", "sideways")
    case .pageUp, .pageDown: say("сторінка", "page")
    case .first, .last: say("початок, кінець", "first, last")
    case .nextPane, .previousPane: say("далі", "next")
    case .open: say("відкрити", "open")
    case .back: say("назад", "back")
    case .historyBack, .historyForward: say("історія", "history")
    case .search: say("пошук", "search")
    case .district: say("район", "district")
    case .facets: say("фільтри", "filters")
    case .clear: say("без фільтрів", "clear")
    case .language: say("English", "Українською")
    case .theme: say("кольори", "colours")
    case .help, .palette: say("клавіші", "keys")
    case .quit: say("вийти", "quit")
    case .viewSectors, .viewProjects, .viewFunding, .viewMap, .viewArticles, .viewDoubts:
      say("вигляд", "view")
    case .sort: say("порядок", "sort")
    case .reverse: say("навпаки", "reverse")
    case .group: say("групи", "group by")
    case .beside: say("таблиця", "table")
    case .timeline: say("час", "timeline")
    case .nextLit, .previousLit: say("далі", "next word")
    case .why: say("звідки?", "why?")
    case .whyTotal: say("звідки підсумок?", "why the total?")
    case .copy: say("цитата", "cite")
    case .openSource: say("джерело", "source")
    case .export: say("у файл", "export")
    case .mouse: say("миша", "mouse")
    case .plain: say("простий вигляд", "plain")
    case .mark: say("позначити", "mark")
    case .negate: say("крім", "not")
    case .same: say("та сама", "same")
    case .different: say("інша", "different")
    case .partOf: say("частина", "part of")
    case .notFunding: say("не гроші", "not funding")
    case .edit: say("виправити", "correct")
    case .confirm: say("підтвердити", "confirm")
    case .takeBack: say("скасувати", "undo")
    case .restore: say("повернути", "redo")
    case .decisions: say("рішення", "decisions")
    }
  }

  /// A sentence for the list of keys.
  func help(_ command: Command) -> String {
    switch command {
    case .up: say("угору", "up")
    case .down: say("униз", "down")
    case .left: say("ліворуч", "left")
    case .right: say("праворуч", "right")
    case .pageUp: say("сторінку вгору", "a page up")
    case .pageDown: say("сторінку вниз", "a page down")
    case .first: say("на початок", "to the first")
    case .last: say("у кінець", "to the last")
    case .nextPane: say("до наступної панелі або групи", "to the next pane or grouping")
    case .previousPane: say("до попередньої панелі або групи", "to the previous pane or grouping")
    case .open:
      say("глибше: проєкт, сума, речення в статті", "down: project, sum, sentence in the article")
    case .back: say("назад, туди, звідки прийшли", "back")
    case .historyBack: say("назад історією", "back in the history")
    case .historyForward: say("вперед історією", "forward in the history")
    case .search:
      say(
        "шукати, поки друкуєте: слова, !слово, поле:значення, а|б",
        "search as you type: words, !word, field:value, a|b")
    case .district:
      say("лише один район чи мікрорайон", "only one district or neighbourhood")
    case .facets:
      say(
        "фільтри: район, сектор, донор, виконавець, стан, рік, джерело",
        "filters: district, sector, donor, implementer, status, year, source")
    case .clear: say("прибрати всі фільтри", "clear all filters")
    case .language: say("English", "українською")
    case .theme: say("кольори: термінала, світлі, темні", "colours: the terminal’s, light, dark")
    case .help: say("клавіші; Enter виконує", "keys; Enter runs one")
    case .palette: say("команда: почніть її назву", "a command: begin its name")
    case .quit: say("вийти", "quit")
    case .viewSectors:
      say("сектори: панелі з проєктами й сумами", "sectors: panes with projects and sums")
    case .viewProjects: say("проєкти: таблиця", "projects: a table")
    case .viewFunding: say("гроші: смуги, таблиця, час", "funding: bars, table, timeline")
    case .viewMap: say("мапа районів", "map of districts")
    case .viewArticles: say("статті", "articles")
    case .viewDoubts: say("сумніви: що варто перевірити", "doubts: what to look at")
    case .sort: say("упорядкувати за іншим", "sort by another column")
    case .reverse: say("у зворотному порядку", "the other way round")
    case .group: say("групувати за іншим", "group by another dimension")
    case .beside: say("таблиця: ще одна ознака поряд", "table: another grouping beside")
    case .timeline: say("за місяцями або назад", "by month, or back")
    case .nextLit: say("до наступного виділеного слова", "to the next lit word")
    case .previousLit: say("до попереднього виділеного слова", "to the previous lit word")
    case .why: say("звідки ця сума", "why: how this figure came about")
    case .whyTotal: say("звідки весь підсумок", "why: how the whole total came about")
    case .copy: say("скопіювати готову цитату", "copy a ready citation")
    case .openSource: say("відкрити статтю в браузері", "open the article in a browser")
    case .export: say("записати у файл те, що видно", "save what is shown to a file")
    case .mouse:
      say(
        "мишу вимкнути (щоб виділяти текст) чи ввімкнути; інакше тримайте Shift",
        "mouse off (to select text) or on; or hold Shift")
    case .plain: say("простий вигляд для читача екрана", "plain rendering for screen readers")
    case .mark:
      say("лише це: додати до фільтра чи прибрати", "only this: add to the filter, or take away")
    case .negate: say("усе, крім цього", "everything but this")
    case .same: say("рішення: та сама сума, що й…", "decide: the same sum as…")
    case .different: say("рішення: інша сума, ніж…", "decide: not the same as…")
    case .partOf: say("рішення: частина суми…", "decide: part of…")
    case .notFunding: say("рішення: це не фінансування", "decide: not funding")
    case .edit: say("рішення: виправити поле", "decide: correct a field")
    case .confirm: say("рішення: усе прочитано правильно", "decide: it is read rightly")
    case .takeBack: say("скасувати своє останнє рішення", "undo your last decision")
    case .restore: say("повернути своє скасоване рішення", "redo your decision undone last")
    case .decisions: say("список рішень", "list of decisions")
    }
  }

  // MARK: Questions and outcomes

  func name(of format: Export.Format) -> String {
    switch format {
    case .csv: say("CSV — для електронних таблиць", "CSV, for spreadsheets")
    case .json: say("JSON — для програм", "JSON, for programs")
    case .markdown: say("Markdown — для тексту", "Markdown, for a text")
    }
  }

  func title(of purpose: Choice.Purpose) -> String {
    switch purpose {
    case .exportFormat: say("Записати у файл те, що видно", "Save what is shown to a file")
    case .decision(.same, _, _): say("Та сама сума, що й…", "The same sum as…")
    case .decision(.different, _, _): say("Інша сума, ніж…", "Not the same as…")
    case .decision(.partOf, _, _): say("Частина суми…", "Part of…")
    case .decision: say("Рішення", "Decision")
    case .field: say("Що виправити?", "Correct which field?")
    }
  }

  func title(of question: Question) -> String {
    switch question {
    case .correction(_, let field): name(of: field)
    case .reason: say("Чому? (Enter — записати)", "Why? (Enter writes it)")
    }
  }

  /// Fields a person can correct.
  var editableFields: [ClaimField] {
    [.donors, .implementers, .sectors, .places, .status, .cumulative, .object]
  }

  func describe(_ outcome: Outcome) -> Notice {
    switch outcome {
    case .copied(let text):
      Notice(say("Скопійовано в термінал: ", "Copied to the terminal: ") + text)
    case .exported(let path): Notice(say("Записано: ", "Written: ") + path)
    case .opened(let url): Notice(say("Відкрито: ", "Opened: ") + url)
    case .decided(let count): Notice(say("Записано: ", "Recorded: ") + decisions(count))
    case .takenBack(let decision):
      Notice(say("Скасовано (U поверне): ", "Undone (U brings it back): ") + describe(decision))
    case .restored(let decision):
      Notice(say("Знову чинне: ", "In force again: ") + describe(decision))
    case .failed(let reason): Notice(reason, isError: true)
    }
  }

  var nothingToCite: String {
    say(
      "Тут немає чого цитувати: відкрийте суму або статтю.",
      "Nothing to cite here: open a sum or an article.")
  }
  var noURL: String { say("Ця стаття не має адреси.", "This article has no address.") }
  var pasteIgnored: String {
    say(
      "Вставлений текст прийме лише рядок пошуку: натисніть /",
      "Pasted text goes into the search line only: press /")
  }
  var noClaimChosen: String {
    say("Станьте на речення, про яке рішення.", "Move to the sentence the decision is about.")
  }
  /// A name typed for a field that the tables do not have, or have several times.
  func notInTable(_ word: String, candidates: [String]) -> String {
    candidates.isEmpty
      ? say(
        "Такої назви немає, нічого не записано: \(word)", "No such name, nothing written: \(word)")
      : say("Уточніть «\(word)»: ", "Which “\(word)”: ") + candidates.joined(separator: " · ")
  }
  var noCandidates: String { say("Немає з чим порівняти.", "Nothing to compare it with.") }
  var mouseOn: String { say("Мишу ввімкнено", "Mouse on") }
  var mouseOff: String {
    say("Мишу вимкнено: текст можна виділяти", "Mouse off: text can be selected")
  }
  var searchIsFilter: String {
    say(
      "Пошук лишає тільки знайдене: усе, що видно, і є збіги. ↑↓ — далі",
      "The search shows matches only: all you see is found. ↑↓ move on")
  }
  func ofWhichInTotal(_ count: Int) -> String {
    say("з них \(count) у підсумку", "\(count) in the total")
  }
  var historyEnds: String { say("Далі історії немає", "The history ends here") }
  func themeIs(_ name: String) -> String { say("Кольори: ", "Colours: ") + name }
  func sortedBy(_ key: SortKey) -> String { say("За: ", "Sorted by ") + name(of: key) }
}
