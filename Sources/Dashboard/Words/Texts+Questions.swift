import FundingCore
import Screen

/// Questions, what became of them, and what cannot be done here.
extension Texts {
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
    case .rows: say("Гроші за…", "Money by…")
    case .columns: say("І ще за…", "And by…")
    case .decision(.same, _, _): say("Та сама сума, що й…", "The same sum as…")
    case .decision(.different, _, _): say("Інша сума, ніж…", "Not the same as…")
    case .decision(.partOf, _, _): say("Частина суми…", "Part of…")
    case .decision: say("Рішення", "Decision")
    case .field: say("Що виправити?", "Correct which field?")
    }
  }

  func title(of question: Question) -> String {
    switch question {
    case .correction(_, .donors), .correction(_, .implementers), .correction(_, .sectors),
      .correction(_, .places):
      heading(of: question) + say(", через «;»", ", parted by “;”")
    case .correction(_, .amount):
      heading(of: question) + say(", як 58,8 млн грн", ", such as 58.8 million UAH")
    case .correction(_, .date):
      heading(of: question) + say(", як 05.09.2025", ", such as 2025-09-05")
    case .correction: heading(of: question)
    case .reason(let request):
      reason(for: request.kind)
        + say("? Enter — записати, Esc — ні", "? Enter records, Esc does not")
    }
  }

  /// Among what can stand beside rows: nothing.
  var noColumns: String { say("лише смуги", "bars alone") }

  /// The question without how it is answered.
  func shortTitle(of question: Question) -> String {
    if case .reason(let request) = question { return reason(for: request.kind) + "?" }
    return heading(of: question)
  }

  private func reason(for kind: DecisionKind) -> String {
    switch kind {
    case .same: say("Чому це та сама сума", "Why is it the same amount")
    case .different: say("Чому це інша сума", "Why is it another amount")
    case .partOf: say("Чому це частина", "Why is it a part")
    case .notFunding: say("Чому це не фінансування", "Why is it not funding")
    case .correct: say("Чому виправляєте", "Why correct it")
    case .confirm: say("Чому підтверджуєте", "Why confirm it")
    }
  }

  private func heading(of question: Question) -> String {
    if case .correction(_, let field) = question { name(of: field) } else { "" }
  }

  /// Over the names that go on with what is typed.
  var knownNames: String {
    say("Відомі назви: Tab або ↓ і Enter", "Known names: Tab, or ↓ and Enter")
  }
  /// A key that means something in other views only.
  func notHere(_ command: Command) -> String {
    say(
      "Тут не діє: \(help(command)). ? — клавіші, що діють",
      "Not here: \(help(command)). ? lists the keys that work")
  }
  /// Said once where lines are spoken instead of drawn.
  var plainKeys: String {
    say(
      "Клавіші: цифра — відкрити, j k — далі й назад, / — шукати, ? — усі клавіші, q — вийти.",
      "Keys: a digit opens, j k go on and back, / searches, ? lists all keys, q quits.")
  }
  var noSuchName: String { say("Такої назви в таблицях немає.", "The tables have no such name.") }

  /// Fields a person can correct.
  var editableFields: [ClaimField] {
    [.donors, .implementers, .sectors, .places, .status, .amount, .cumulative, .object, .date]
  }
  var noSuchDay: String {
    say(
      "Це не день публікації, нічого не записано. Наприклад: 05.09.2025",
      "No day of publication, nothing written. For example: 5 Sep 2025 or 2025-09-05")
  }
  var noSuchAmount: String {
    say(
      "Це не сума, нічого не записано. Наприклад: 58,8 млн грн · ≥ 10 млн USD · 5–7 млн євро",
      "No amount, nothing written. For example: 58.8 million UAH · ≥ $10M · 5–7 million euro")
  }

  /// What became of something asked for; a decision in the words given.
  func describe(_ outcome: Outcome, _ describe: (Decision) -> String) -> Notice {
    switch outcome {
    case .copied(let text):
      Notice(
        say("Передано терміналові для буфера: ", "Handed to the terminal’s clipboard: ") + text)
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

  var marksFirst: String {
    say(
      "Спершу n виділить слово, тоді Enter відкриє його суму.",
      "First n marks a word, then Enter opens its sum.")
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
  func themeIs(_ name: String) -> String {
    switch name {
    case "light":
      say("Кольори: світлі, де термінал має їх 256", "Colours: light, where the terminal has 256")
    case "dark":
      say("Кольори: темні, де термінал має їх 256", "Colours: dark, where the terminal has 256")
    default: say("Кольори: термінала", "Colours: the terminal’s own")
    }
  }
  func sortedBy(_ key: SortKey) -> String { say("За: ", "Sorted by ") + name(of: key) }
}
