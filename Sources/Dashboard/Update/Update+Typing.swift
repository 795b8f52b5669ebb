import FundingCore
import Screen

extension State {
  mutating func beginSearch() {
    let text = here.filter.description
    overlay = .query(TextField(text.isEmpty ? "" : text + " "), before: here.filter)
  }

  mutating func type(_ text: String) -> [Effect] {
    if text == " ", marksWhileNarrowing() { return [] }
    if text == "q" || text == "й", case .help(let field, _) = overlay, field.text.isEmpty,
      !isPalette
    {
      overlay = nil
      return []
    }
    return editField { $0.insert(text) }
  }

  /// A blank that no name in the narrowed list goes on with marks the row under the cursor.
  private mutating func marksWhileNarrowing() -> Bool {
    guard case .facets(let list) = overlay, let field = list.narrowing, !field.text.isEmpty else {
      return false
    }
    let rows = scene.facetRows(list)
    let longer = " " + SearchFold.fold(field.text) + " "
    let goesOn = rows.contains { (" " + SearchFold.fold($0.name)).contains(longer) }
    guard !goesOn, rows.indices.contains(list.cursor.index) else { return false }
    _ = runInOverlay(.mark)
    return true
  }

  /// Pasted text goes into a line of text, cleaned and on one line; anywhere else it is not taken for keys.
  mutating func paste(_ text: String) -> [Effect] {
    guard isTyping else {
      notice = Notice(texts.pasteIgnored)
      return []
    }
    let clean = Clusters(String(text.prefix(2000))).reduce(into: "") { $0 += $1.text }
    return editField { $0.insert(clean) }
  }

  mutating func edit(_ editing: Editing) -> [Effect] {
    notice = nil
    switch editing {
    case .accept: return acceptField()
    case .cancel:
      cancelField()
      return []
    case .up, .down:
      moveBeside(editing == .up ? -1 : 1)
      return []
    case .pageUp, .pageDown:
      moveBeside(editing == .pageUp ? -10 : 10)
      return []
    case .start where !isInLine:
      moveBeside(-10_000)
      return []
    case .end where !isInLine:
      moveBeside(10_000)
      return []
    case .complete:
      if case .field(let question, let field, let index) = overlay {
        complete(question, field, at: index ?? 0)
      }
      return []
    case .left, .right, .start, .end, .deleteBackward, .deleteForward, .deleteWord, .deleteAll:
      return editField { $0.edit(editing) }
    }
  }

  /// Takes a known name into the line being typed.
  mutating func complete(_ question: Question, _ field: TextField, at index: Int) {
    let names = scene.completions(of: question, field)
    guard names.indices.contains(index) else { return }
    overlay = .field(question, scene.completed(field, with: names[index], for: question))
  }

  /// Whether Home and End are for the line and not for the list it narrows.
  private var isInLine: Bool {
    switch overlay {
    case .query, .field: true
    case .help, .facets, .choice, nil: false
    }
  }

  /// Changes the line being typed; what it narrows follows at once.
  private mutating func editField(_ body: (inout TextField) -> Void) -> [Effect] {
    switch overlay {
    case .query(var field, let before):
      body(&field)
      overlay = .query(field, before: before)
      remember()
      here.filter = Filter.read(field.text, in: data.table).filter
      settle()
    case .help(var field, _):
      body(&field)
      overlay = .help(field, index: 0)
    case .field(let question, var field, _):
      body(&field)
      overlay = .field(question, field)
    case .facets(var list):
      guard var field = list.narrowing else { return [] }
      body(&field)
      list.narrowing = field
      list.cursor = Cursor()
      overlay = .facets(list)
    case .choice, nil: break
    }
    return []
  }

  private mutating func acceptField() -> [Effect] {
    switch overlay {
    case .query(let field, let before):
      overlay = nil
      let read = Filter.read(field.text, in: data.table)
      if let finding = read.findings.first { notice = Notice(finding.message, isError: true) }
      if read.filter != before {
        var old = here
        old.filter = before
        past.append(History(here: old, trail: trail))
        future = []
      }
      here.filter = read.filter
      spreadFilter()
      settle()
    case .help(let field, let index):
      overlay = nil
      let rows = scene.helpRows(field.text)
      if rows.indices.contains(index) { return run(rows[index].command) }
    case .facets(var list):
      // The row under the cursor, as the list stands while it is narrowed.
      let rows = scene.facetRows(list)
      guard rows.indices.contains(list.cursor.index) else {
        list.narrowing = nil
        overlay = .facets(list)
        return []
      }
      return runInOverlay(.open) ?? []
    case .field(let question, let field, let index):
      guard let index else { return answer(question, field) }
      complete(question, field, at: index)
    case .choice, nil: break
    }
    return []
  }

  private mutating func cancelField() {
    switch overlay {
    case .query(_, let before):
      here.filter = before
      overlay = nil
      settle()
    case .facets(var list):
      list.narrowing = nil
      overlay = .facets(list)
    case .help, .field, .choice, nil: overlay = nil
    }
  }

  /// While a line is typed the arrows still move in what it narrows.
  private mutating func moveBeside(_ step: Int) {
    switch overlay {
    case .help(let field, let index):
      let count = scene.helpRows(field.text).count
      overlay = .help(field, index: max(0, min(count - 1, index + step)))
    case .facets(var list):
      let count = scene.facetRows(list).count
      list.cursor.index = max(0, min(count - 1, list.cursor.index + step))
      overlay = .facets(list)
    case .query: move(step < 0 ? .up : .down)
    case .field(let question, let field, let index):
      let count = scene.completions(of: question, field).count
      guard count > 0 else { return }
      let next = index.map { $0 + step } ?? (step > 0 ? 0 : -1)
      overlay = .field(question, field, at: next < 0 ? nil : min(count - 1, next))
    case .choice, nil: break
    }
  }
}

extension TextField {
  private var scalars: [Unicode.Scalar] { Array(text.unicodeScalars) }

  private mutating func set(_ scalars: [Unicode.Scalar], cursor: Int) {
    text = String(String.UnicodeScalarView(scalars))
    self.cursor = max(0, min(cursor, scalars.count))
  }

  mutating func insert(_ added: String) {
    var scalars = scalars
    let at = max(0, min(cursor, scalars.count))
    let new = Array(added.unicodeScalars)
    guard scalars.count + new.count <= 2000 else { return }
    scalars.insert(contentsOf: new, at: at)
    set(scalars, cursor: at + new.count)
  }

  mutating func edit(_ editing: Editing) {
    var scalars = scalars
    let at = max(0, min(cursor, scalars.count))
    switch editing {
    case .left: cursor = max(0, at - 1)
    case .right: cursor = min(scalars.count, at + 1)
    case .start: cursor = 0
    case .end: cursor = scalars.count
    case .deleteBackward:
      guard at > 0 else { return }
      scalars.remove(at: at - 1)
      set(scalars, cursor: at - 1)
    case .deleteForward:
      guard at < scalars.count else { return }
      scalars.remove(at: at)
      set(scalars, cursor: at)
    case .deleteWord:
      var start = at
      while start > 0, scalars[start - 1] == " " { start -= 1 }
      while start > 0, scalars[start - 1] != " " { start -= 1 }
      scalars.removeSubrange(start..<at)
      set(scalars, cursor: start)
    case .deleteAll: set([], cursor: 0)
    case .accept, .cancel, .up, .down, .pageUp, .pageDown, .complete: break
    }
  }
}
