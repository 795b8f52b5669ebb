/// What keys do, in a word for the line of hints and in a sentence for the list of keys.
extension Texts {
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
      say("сектори: панелі з проєктами й сумами", "sectors: panes with projects and amounts")
    case .viewProjects: say("проєкти: таблиця", "projects: a table")
    case .viewFunding: say("гроші: смуги, таблиця, час", "funding: bars, table, timeline")
    case .viewMap: say("мапа районів", "map of districts")
    case .viewArticles: say("статті", "articles")
    case .viewDoubts: say("сумніви: що варто перевірити", "doubts: what to look at")
    case .sort: say("упорядкувати за іншим", "sort by another column")
    case .reverse: say("у зворотному порядку", "the other way round")
    case .group: say("за чим групувати: список", "group by another dimension: a list")
    case .beside: say("таблиця: за чим ще, список", "table: by what beside, a list")
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
}
