import FundingCore
import Screen

/// How a pane's heading tells its money, from the fullest to the shortest; all panes of a screen tell it alike.
enum HeadingForm: CaseIterable {
  /// `8 проєктів … разом ≥ $73,3 млн (окремо 33,2 · ░ спільно ≥ 40,1)`
  case long
  /// `≥ $73,3 млн (окремо 33,2 · ░ спільно ≥ 40,1)`
  case parts
  /// `≥ $73,3 млн, з них ░ спільно ≥ 40,1`
  case worded
  /// `≥ $73,3 млн, з них ░ 40,1`
  case brief
  /// `≥ $73,3 млн (░ 40,1)`
  case bracketed
  /// `≥ $73,3 млн ░`
  case marked
}

/// The first row of a pane: its sector, how many projects, all its money and how much of it is shared.
extension Scene {
  /// The fullest form that every pane so wide has room for.
  func headingForm(of panes: [SectorPane], width: Int) -> HeadingForm {
    let shortest = HeadingForm.marked
    return HeadingForm.allCases.first { form in
      // With little room the count goes before the words for what is shared, and the figures before the count.
      panes.allSatisfy { pane in
        let name = headingName(pane, isFocused: false, isSelected: false)
        let count = headingCount(pane, form)
        let money = headingMoney(own: pane.own.usd, shared: pane.shared.usd, form)
        return name.columns + count.columns + money.columns + 1 <= width
      }
    } ?? shortest
  }

  private func headingName(_ pane: SectorPane, isFocused: Bool, isSelected: Bool) -> Line {
    let name = texts.value(pane.id, of: .sector, tables)
    return [Span(isSelected ? "▸" : " ", .focused), Span(name, isFocused ? .focused : .title)]
  }

  /// How many projects, with the word for them because elsewhere other things are counted; where there is no room for it,
  /// only how many of them are seen, if not all are.
  private func headingCount(_ pane: SectorPane, _ form: HeadingForm, seen: String? = nil) -> Line {
    let part = seen.map { " \($0) \(texts.partOf)" } ?? ""
    switch form {
    case .long, .parts, .worded, .brief:
      return Line(part + " " + texts.projects(pane.projectCount), .dim)
    case .bracketed, .marked:
      return seen == nil ? Line() : Line(part + " " + format.number(pane.projectCount), .dim)
    }
  }

  /// Which of a pane's projects are seen where not all are: `5`, and `4–8` further down.
  private func seenRows(_ pane: SectorPane, isFocused: Bool, height: Int) -> String? {
    guard pane.projectCount > height, height > 0 else { return nil }
    let top =
      isFocused && !here.isOnHeading
      ? Cursor(index: here.cursor.index).top(of: pane.listed, height: height) : 0
    return top == 0 ? format.number(height) : "\(top + 1)–\(top + height)"
  }

  func drawHeading(
    _ pane: SectorPane, isFocused: Bool, _ form: HeadingForm, _ canvas: inout Canvas, _ area: Rect
  ) {
    let isSelected = isFocused && here.isOnHeading
    let left = headingName(pane, isFocused: isFocused, isSelected: isSelected)
    let seen = seenRows(pane, isFocused: isFocused, height: area.height - 1)
    let count = headingCount(pane, form, seen: seen)
    let right = headingMoney(own: pane.own.usd, shared: pane.shared.usd, form)
    let room = area.width - left.columns - right.columns - 2
    let last = headingMoney(own: pane.own.usd, shared: pane.shared.usd, .marked)
    canvas.heading(
      count.columns <= room ? left + count : left, right: room < -1 ? last : right, in: area)
    guard isSelected else { return }
    canvas.grid.select(column: area.column, row: area.row, width: area.width)
    canvas.grid.cursor = Grid.Position(column: area.column, row: area.row)
  }

  /// A sector's money and how much of it is one sum with other sectors, in a form.
  func headingMoney(own: Ends, shared: Ends, _ form: HeadingForm) -> Line {
    let all = own + shared
    guard !all.isZero else { return Line(texts.withoutSumShort, .dim) }
    let whole = usd(all)
    let sum = Span(whole.description, .amount)
    if shared.isZero { return [sum] }
    if form == .marked { return [sum, Span(" ░", .shared)] }
    if own.isZero {
      let words = form == .bracketed || form == .brief ? "░" : "░ " + texts.shared
      return [sum, Span(" (" + texts.allOfIt + " ", .dim), Span(words, .shared), Span(")", .dim)]
    }
    let part = part(shared, of: whole)
    // The whole says already that it is at least so much.
    let figure = self.part(shared, of: whole, isSigned: false)
    switch form {
    case .long, .parts:
      return [
        Span(form == .long ? texts.total + " " : "", .dim), sum, Span(" (" + texts.own + " ", .dim),
        Span(self.part(own, of: whole), .amount), Span(" · ", .dim),
        Span("░ " + texts.shared + " " + part, .shared), Span(")", .dim),
      ]
    case .worded:
      return [
        sum, Span(", " + texts.ofIt + " ", .dim), Span("░ " + texts.shared + " " + part, .shared),
      ]
    case .brief:
      return [sum, Span(", " + texts.ofIt + " ", .dim), Span("░ " + figure, .shared)]
    case .bracketed, .marked:
      return [sum, Span(" (", .dim), Span("░ " + figure, .shared), Span(")", .dim)]
    }
  }

  /// A part beside its whole: what the whole says already, the currency and the unit, is not said again.
  func part(_ ends: Ends, of whole: ShortSum, isSigned: Bool = true) -> String {
    var part = usd(ends)
    if !isSigned { part.sign = "" }
    if part.unit == whole.unit { part.unit = "" }
    let sign = format.prefix(of: .usd)
    if part.unit.isEmpty, part.whole.hasPrefix(sign) {
      part.whole = String(part.whole.dropFirst(sign.count))
    }
    return part.description
  }
}
