import FundingCore
import Screen

/// The last row of the screen.
extension Scene {
  /// The last row: what happened, or the next useful keys; the key of help is never cut off.
  func drawHints(_ canvas: inout Canvas, row: Int) {
    let width = canvas.grid.width
    let help: Line = [Span(key(.help), .key), Span(" " + texts.hint(.help))]
    let helpWidth = help.columns <= width - 2 ? help.columns : 1
    if let notice = state.notice {
      let style: Style = notice.isError ? .error : .heading
      // A notice too long for one row takes those above it: half a path or address is of no use.
      let room = max(1, width - helpWidth - 3)
      let lines = notice.text.wrappedLines(to: room)
      let rows = min(lines.count, max(1, row / 4))
      for (offset, line) in lines.prefix(rows).enumerated() {
        let at = row - rows + 1 + offset
        if offset < rows - 1 { canvas.grid.clear(column: 0, row: at, width: width, height: 1) }
        canvas.grid.put(
          Line(" " + (offset == rows - 1 && rows < lines.count ? line + " …" : line), style),
          column: 0, row: at, limit: max(0, width - helpWidth - 2))
      }
    } else {
      var column = 1
      for (key, words, command) in hints {
        let piece: Line = [Span(key, .key), Span(" " + words, .dim)]
        guard column + piece.columns <= width - helpWidth - 2 else { break }
        canvas.grid.put(piece, column: column, row: row)
        if let command {
          canvas.hit(
            Rect(column: column, row: row, width: piece.columns, height: 1), .command(command))
        }
        column += piece.columns + 2
      }
    }
    canvas.grid.put(
      help, column: width - helpWidth - (helpWidth < width ? 1 : 0), row: row, limit: helpWidth)
    canvas.hit(
      Rect(column: width - helpWidth - 1, row: row, width: helpWidth, height: 1), .command(.help))
  }

  /// The next useful keys: those of the line being typed, else those of the keymap.
  private var hints: [(key: String, words: String, command: Command?)] {
    switch state.overlay {
    case .query:
      return [
        ("Enter", texts.keeps, nil), ("Esc", texts.takesBack, nil), ("!", texts.notThis, nil),
        (texts.fieldExample, texts.oneField, nil), ("|", texts.either, nil),
      ]
    case .help: return [("Enter", texts.runs, nil), ("Esc", texts.closes, nil)]
    case .facets(let list) where list.narrowing != nil:
      return [
        ("Enter", texts.holdsTo, nil), ("Space", texts.hint(.mark), nil),
        ("Esc", texts.takesBack, nil),
      ]
    case .facets:
      let keymap = state.settings.keymap
      let facets: [(Command, String)] = [
        (.open, texts.holdsTo), (.mark, texts.hint(.mark)), (.search, texts.narrows),
        (.negate, texts.hint(.negate)), (.right, texts.otherFacet), (.back, texts.closes),
      ]
      return facets.map { command, words in
        let first = keymap.key(for: command, in: .facets, isCyrillic: state.isCyrillic)
        return (command == .right ? "←→" : first, words, command)
      }
    case .choice: return [("Enter", texts.chooses, nil), ("Esc", texts.closes, nil)]
    case .field, nil: break
    }
    // Few columns hold two keys: how to get out again is one of them.
    let bindings =
      state.size.width < 56 && !state.trail.isEmpty
      ? hintBindings.filter { $0.command != .down } : hintBindings
    return bindings.map { binding in
      let key = state.settings.keymap.hintLabel(of: binding, isCyrillic: state.isCyrillic)
      // What Enter does is said where it is not plain opening.
      let words =
        binding.command == .open && isEmptyList
        ? (looserFilters.first?.isKept == true ? texts.holdsTo : texts.loosensShort)
        : binding.command == .mark ? texts.holdsTo : texts.hint(binding.command)
      return (key, words, binding.command)
    }
  }

  /// Whether there is a sentence to cite where the cursor is.
  private var canCite: Bool {
    switch here.page {
    case .articles, .article, .project, .fundingDetail, .explanation: true
    case .sectors, .projects, .funding, .map, .doubts, .decisions: false
    }
  }

  /// Whether decisions are made here, or listed.
  private var isForDeciding: Bool {
    switch here.page {
    case .project, .fundingDetail, .article, .doubts, .decisions: true
    case .sectors, .projects, .funding, .map, .articles, .explanation: false
    }
  }

  /// On a first visit the other language stands among the first hints.
  private func hintRank(_ binding: Keymap.Binding) -> Int {
    // Where there is a sentence, citing it is what people come for.
    let isEarly =
      binding.command == .copy || state.isFirstVisit && binding.command == .language
      || here.page == .doubts && [.edit, .confirm].contains(binding.command)
      || here.page == .decisions && [.takeBack, .restore].contains(binding.command)
    return isEarly ? (binding.command == .restore ? 3 : 2) : binding.hint ?? 0
  }

  private var hintBindings: [Keymap.Binding] {
    let context = state.context
    return state.settings.keymap.bindings
      .filter { binding in
        guard let hint = binding.hint, hint >= 0, binding.holds(in: context) else { return false }
        if binding.command == .back { return !state.trail.isEmpty }
        if binding.command == .nextPane { return here.page == .sectors }
        if binding.command == .copy { return canCite }
        // There it tells how the total came about, which is asked elsewhere.
        if binding.command == .why { return here.page != .articles && here.page != .doubts }
        if binding.command == .decisions { return here.page == .doubts }
        if [.takeBack, .restore].contains(binding.command) { return isForDeciding }
        return !(binding.command == .clear && filter.isEmpty)
      }
      .sorted { a, b in (hintRank(a), a.command.rawValue) < (hintRank(b), b.command.rawValue) }
  }
}
