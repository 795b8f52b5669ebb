import FundingCore

extension Texts {
  /// A finding in the language of the screen: what is wrong, and what to do.
  ///
  /// - Shape: findings are worded in English where they are made; every kind has Ukrainian words here, with what the
  ///   English ones quote.
  public func describe(_ finding: Finding) -> (message: String, remedy: String) {
    guard language != .en,
      let words = ledgerWords(finding) ?? fileWords(finding) ?? settingWords(finding)
    else { return (finding.message, finding.remedy) }
    return words
  }

  /// A message with “…” for each pair of straight marks.
  func withCurledQuotes(_ message: String) -> String {
    let pieces = message.split(separator: "\"", omittingEmptySubsequences: false)
    guard pieces.count > 1, pieces.count % 2 == 1 else { return message }
    return pieces.enumerated().reduce(into: "") { text, piece in
      text += piece.offset % 2 == 1 ? "“\(piece.element)”" : piece.element
    }
  }

  /// The stretches of a message between quotation marks.
  private func quoted(_ finding: Finding) -> [String] {
    let marks: [Unicode.Scalar] = ["\"", "“", "”"]
    let pieces = finding.message.unicodeScalars.split(
      omittingEmptySubsequences: false, whereSeparator: { marks.contains($0) })
    return pieces.indices.filter { $0 % 2 == 1 }.map { String(pieces[$0]) }
  }

  /// The list a remedy ends with: `Known columns: id, name.`
  private func list(_ finding: Finding) -> String {
    finding.remedy.split(separator: ": ", maxSplits: 1).dropFirst().first.map(String.init) ?? ""
  }

  private func numbers(_ finding: Finding) -> [String] {
    finding.message.split(whereSeparator: { !("0"..."9").contains($0) }).map(String.init)
  }

  /// Doubts of the ledger and the reader, and decisions.
  private func ledgerWords(_ finding: Finding) -> (String, String)? {
    let quote = quoted(finding).first ?? ""
    let counted = " Взято «\(quote)»."
    switch finding.code {
    case "slip":
      return (
        "Одна з двох сум у тисячу разів більша за іншу." + counted,
        "Перевірте першоджерело й вирішіть, яка правильна."
      )
    case "other-currency":
      return (
        "Ті самі цифри надруковано в іншій валюті." + counted,
        "Перевірте першоджерело й вирішіть, яка правильна."
      )
    case "sources-disagree":
      return (
        "Інше джерело називає іншу суму." + counted,
        "Перевірте першоджерела; виправте суму або розділіть ці дві."
      )
    case "exceeded":
      return (
        "Частини разом більші за цю суму; враховано їх.", "Перевірте, чи всі вони входять до неї."
      )
    case "no-payer":
      return (
        "Не сказано, хто платить цю суму.", "З’ясуйте, хто платить, і виправте твердження."
      )
    case "no-place":
      return (
        "Не сказано, де ці гроші, тож вони не входять до підсумку жодного міста.",
        "З’ясуйте місце й виправте твердження."
      )
    case "no-rate":
      return (
        "Немає офіційного курсу на той місяць.",
        "Додайте його до rates.csv; доти суми немає в доларовому підсумку."
      )
    case "no-currency": return ("Валюта цієї суми невідома.", "Виправте твердження.")
    case "unknown-organisation":
      return (
        "Такої організації немає в organisations.csv: \(finding.excerpt ?? "").",
        "Додайте рядок або виправте твердження."
      )
    case "undated":
      return (
        "Стаття не має дати.",
        "Знайдіть день публікації й запишіть його: за днями розрізняють суми."
      )
    case "large-undated":
      return (
        "Стаття без дати дає третину підсумку.", "Перевірте, чи це гроші міста, а не всієї країни."
      )
    case "other-city":
      return ("Так зветься й район іншого міста.", "Перевірте, про яке місто йдеться.")
    case "decision-without-claim":
      return (
        "Рішення стосується твердження, якого вже немає.",
        "Прийміть рішення знову або скасуйте його."
      )
    case "decision-unreadable":
      return (
        "Рішення ставить у поле те, чим воно бути не може.",
        "Вирішіть знову зі значенням, яке поле може мати."
      )
    case "same-name":
      return (
        "Назву «\(quote)» мають двоє.",
        "Дайте одному довшу назву або скажіть у same_name_ids, що вона спільна."
      )
    default: return nil
    }
  }

  /// The sum that counts of two that contradict each other.
  func counts(_ sum: String, not other: String) -> String {
    say("взято \(sum), а не \(other)", "\(sum) is taken, not \(other)")
  }

  /// Why one of two sums counts of which one is a thousand times the other; so many articles print the one and the other.
  func slipReason(_ chosen: Int, _ other: Int) -> String {
    chosen >= 3 && chosen > 2 * other
      ? printedMore(chosen, other)
      : say(
        "менша, поки більшу не надрукують три статті й удвічі частіше",
        "the smaller, unless three articles and twice as many print the larger")
  }

  /// Why one of two sums of the same digits counts.
  func currencyReason(_ chosen: Int, _ other: Int) -> String? {
    if chosen > other { return printedMore(chosen, other) }
    return chosen == other
      ? say(
        "статей порівну, тоді береться менша в доларах",
        "as many articles print either; then the smaller in dollars")
      : nil
  }

  /// Why one of two sums in one currency counts.
  func amountReason(_ chosen: Amount, _ most: Int, _ other: Amount, _ fewer: Int) -> String? {
    if chosen.bound == .exact, other.bound != .exact {
      return say("сказана точно", "stated exactly")
    }
    return most > fewer ? printedMore(most, fewer) : nil
  }

  private func printedMore(_ chosen: Int, _ other: Int) -> String {
    say(
      "так пише більше статей (\(chosen) проти \(other))",
      "more articles print it (\(chosen) to \(other))")
  }

  /// Mistakes in articles, readings, tables and logs.
  private func fileWords(_ finding: Finding) -> (String, String)? {
    let quote = quoted(finding).first ?? finding.excerpt ?? ""
    switch finding.code {
    case "unreadable":
      let reason = finding.message.split(separator: ": ").dropFirst().joined(separator: ": ")
      return ("Файл не читається: \(reason)", "Виправте права доступу; без нього обійшлися.")
    case "not-utf8": return ("Файл не є текстом UTF-8.", "Збережіть його як UTF-8; його пропущено.")
    case "html":
      return (
        "Файл — сторінка сайту, а не її текст.",
        "Дайте сам текст статті: простий або Markdown, у UTF-8."
      )
    case "no-front-matter":
      return (
        "Файл не починається із заголовних полів.", "Почніть рядком ---, полями й рядком ---."
      )
    case "broken-front-matter":
      return (
        "Заголовні поля не є YAML.",
        "Беріть назви в лапки; пишіть по одному «ключ: значення» в рядку."
      )
    case "no-id": return ("Немає id.", "Дайте id, якого більше ніщо не має.")
    case "missing-key":
      let key = finding.message.split(separator: " ").dropFirst(2).first.map(String.init) ?? ""
      return ("Бракує поля \(key).", "Додайте рядок \(key): до заголовних полів.")
    case "wrong-value": return ("Поле має бути одним текстом.", "Візьміть значення в лапки.")
    case "wrong-date":
      return (
        "«\(quote)» — не день.",
        "Пишіть РРРР-ММ-ДД або \"\", якщо він невідомий; стаття вважається недатованою."
      )
    case "unknown-value": return ("Такого значення немає: «\(quote)».", "Можна: \(list(finding))")
    case "unknown-language": return ("Мова «\(quote)» — жодна з uk, en, ru.", "Виправте рядок.")
    case "duplicate-id", "duplicate-label":
      return ("«\(quote)» вже зайнято.", "Дайте одному з двох інше; прочитано перше.")
    case "not-json": return ("Рядок не є JSON.", "Виправте рядок; решту прочитано.")
    case "not-a-decision":
      return ("Рядок не є рішенням.", "Виправте або приберіть його; решту виконано.")
    case "wrong-amount": return ("Жодної межі суми не прочитати.", "Виправте low і high.")
    case "wrong-index":
      return ("Твердження вказує на те, чого в рядку немає.", "Рахуйте від 0.")
    default: return tableWords(finding, quote)
    }
  }

  /// Mistakes in tables.
  private func tableWords(_ finding: Finding, _ quote: String) -> (String, String)? {
    switch finding.code {
    case "empty-table": return ("Таблиця порожня.", "Спершу має бути рядок із назвами стовпців.")
    case "wrong-field-count":
      let counts = numbers(finding)
      guard counts.count == 2 else { return nil }
      return (
        "У рядку полів: \(counts[0]), у заголовку: \(counts[1]).",
        "Порахуйте коми або візьміть у лапки поле, у якому є кома."
      )
    case "duplicate-column":
      return ("Стовпець «\(quote)» стоїть двічі.", "Лишіть один; прочитано перший.")
    case "unknown-column": return ("Такого стовпця немає: «\(quote)».", "Є: \(list(finding))")
    case "missing-column":
      return ("Бракує стовпця «\(quote)».", "Додайте його в перший рядок; таблицю пропущено.")
    case "unknown-parent":
      return ("Лежить у «\(quote)», якого не має жоден рядок.", "Додайте рядок або виправте id.")
    case "unknown-kind": return ("Такого виду немає: «\(quote)».", "Можна: \(list(finding))")
    case "wrong-rate":
      return ("Рядок не є курсом.", "Пишіть місяць РРРР-ММ, код ISO 4217 і число.")
    default: return nil
    }
  }

  /// Mistakes in config.yaml.
  private func settingWords(_ finding: Finding) -> (String, String)? {
    let quote = quoted(finding).first ?? finding.excerpt ?? ""
    switch finding.code {
    case "unknown-command": return ("Такої команди немає: «\(quote)».", "Команди: \(commands).")
    case "unknown-key" where finding.message.hasPrefix("No key"):
      return ("Такого поля немає: «\(quote)».", "Є: \(list(finding))")
    case "unknown-key":
      return (
        "Такої клавіші немає: «\(quote)».",
        "Пишіть один знак або назву: space, enter, ctrl-r, alt-x, f5."
      )
    case "key-conflict":
      return ("Ця клавіша вже має іншу команду: «\(quote)».", "Дайте одній з двох іншу клавішу.")
    case "unknown-setting":
      return ("Такого налаштування немає: «\(quote)».", "Є home, language, mouse, theme і keys.")
    case "wrong-setting":
      let allowed =
        finding.remedy.hasPrefix("Write its id")
        ? "Пишіть id або назву місця з places.csv."
        : "Можна: " + finding.remedy.dropFirst("Write ".count)
      return ("Такого значення немає: «\(quote)».", allowed)
    case "broken-settings":
      return ("Файл не є YAML.", "Пишіть по одному «ключ: значення» в рядку.")
    case "unknown-field":
      return ("Такого поля немає: «\(quote)»; прочитано як слова.", "Поля див. у koshty --help.")
    default: return nil
    }
  }

  private var commands: String { Command.allCases.map(\.rawValue).joined(separator: ", ") }
}
