import Screen

extension Keymap {
  private static func letter(_ scalar: Unicode.Scalar) -> Key { .character(scalar) }

  /// The keys as they come: arrows or hjkl, digits, Enter and Esc are enough; no function stands on an F-key alone.
  public static let standard: [Binding] = moving + viewing + choosing + taking + deciding

  private static let moving: [Binding] = [
    Binding(.up, [.up, letter("k")]),
    Binding(.down, [.down, letter("j")], hint: 0),
    Binding(.left, [.left, letter("h")]),
    Binding(.right, [.right, letter("l")]),
    Binding(.pageUp, [.pageUp, .control("u"), .control("b")]),
    Binding(.pageDown, [.pageDown, .control("d"), .control("f"), letter(" ")]),
    Binding(.first, [.home, letter("g")]),
    Binding(.last, [.end, letter("G")]),
    Binding(.nextPane, [.tab], hint: 11),
    Binding(.previousPane, [.backTab]),
    Binding(.open, [.enter], hint: 1),
    Binding(.back, [.escape, .backspace], hint: 2),
    Binding(.historyBack, [letter("[")]),
    Binding(.historyForward, [letter("]")]),
    Binding(.nextLit, [letter("n")], in: [.article], hint: 3),
    Binding(.previousLit, [letter("N")], in: [.article]),
  ]

  private static let viewing: [Binding] = [
    Binding(.viewSectors, [letter("1")]),
    Binding(.viewProjects, [letter("2")]),
    Binding(.viewFunding, [letter("3")]),
    Binding(.viewMap, [letter("4")]),
    Binding(.viewArticles, [letter("5")]),
    Binding(.viewDoubts, [letter("6")]),
    Binding(.sort, [letter("s")], in: [.projects, .articles, .funding], hint: 6),
    Binding(.reverse, [letter("S")], in: [.projects, .articles, .funding]),
    Binding(.group, [letter("b")], in: [.funding], hint: 3),
    Binding(.beside, [letter("B")], in: [.funding], hint: 4),
    Binding(.timeline, [letter("t")], in: [.funding], hint: 4),
  ]

  private static let choosing: [Binding] = [
    Binding(.search, [letter("/")], hint: 4),
    Binding(.district, [letter("d")], hint: 3),
    Binding(.facets, [letter("f")], hint: 5),
    Binding(.clear, [letter("c")], hint: 8),
    Binding(.mark, [letter(" ")], in: [.facets, .sectors, .map], hint: 9),
    Binding(.negate, [letter("!")], in: [.facets], hint: 2),
  ]

  private static let taking: [Binding] = [
    Binding(.why, [letter("w")], hint: 7),
    Binding(.whyTotal, [letter("W")]),
    Binding(.copy, [letter("y")], hint: 6),
    Binding(
      .openSource, [letter("o")], in: [.project, .article, .articles, .doubts, .explanation],
      hint: 9),
    Binding(.export, [letter("E")], hint: 6),
    Binding(.language, [letter("L")], hint: 12),
    Binding(.theme, [letter("T")]),
    Binding(.mouse, [letter("M")]),
    Binding(.plain, [letter("v")]),
    Binding(.help, [letter("?")], hint: -1),
    Binding(.palette, [letter(":")]),
    Binding(.quit, [letter("q")], hint: 13),
  ]

  private static let deciding: [Binding] = [
    Binding(.same, [letter("=")], in: [.project, .doubts, .article]),
    Binding(.different, [letter("!"), letter("≠")], in: [.project, .doubts, .article]),
    Binding(.partOf, [letter("p")], in: [.project, .doubts, .article]),
    Binding(.notFunding, [letter("x")], in: [.project, .doubts, .article]),
    Binding(.edit, [letter("e")], in: [.project, .doubts, .article], hint: 8),
    Binding(.confirm, [letter("a")], in: [.project, .doubts, .article], hint: 8),
    Binding(.takeBack, [letter("u")], hint: 10),
    Binding(.restore, [letter("U")], hint: 11),
    Binding(.decisions, [letter("D")], hint: 14),
  ]
}
