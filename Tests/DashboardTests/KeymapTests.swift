import Dashboard
import Screen
import Testing

@Suite struct KeymapTests {
  private let keymap = Keymap()

  @Test func `the standard keys do not quarrel`() { #expect(keymap.conflicts == []) }

  @Test func `every command has a key somewhere`() {
    let bound = Set(keymap.bindings.filter { !$0.keys.isEmpty }.map(\.command))
    #expect(Command.allCases.filter { !bound.contains($0) } == [])
  }

  @Test func `no function stands on an F-key alone`() {
    for binding in keymap.bindings {
      let others = binding.keys.filter { if case .function = $0 { false } else { true } }
      #expect(!others.isEmpty, "\(binding.command)")
    }
  }

  @Test func `every letter key works under the Ukrainian and the Russian layout`() {
    let latin = "qwertyuiop[]asdfghjkl;'zxcvbnm/?QWERTYUIOPASDFGHJKL:ZXCVBNM"
    let ukrainian = "йцукенгшщзхїфівапролджєячсмить.,ЙЦУКЕНГШЩЗФІВАПРОЛДЖЯЧСМИТЬ"
    let russian = "йцукенгшщзхъфывапролджэячсмить.,ЙЦУКЕНГШЩЗФЫВАПРОЛДЖЯЧСМИТЬ"
    for layout in [ukrainian, russian] {
      for context in Context.allCases {
        for (key, typed) in zip(latin.unicodeScalars, layout.unicodeScalars) {
          #expect(
            keymap.command(for: .character(typed), in: context)
              == keymap.command(for: .character(key), in: context),
            "\(typed) for \(key) in \(context)")
        }
      }
    }
  }

  @Test func `о is j and the legend is then in Cyrillic`() {
    var state = Fixture.state(.uk)
    press("2о", &state)
    #expect(state.here.cursor.index == 1)
    let text = view(state, width: 100, height: 24).description
    #expect(text.contains("в район"))
    #expect(text.contains(", клавіші"))
    press("j", &state)
    #expect(view(state, width: 100, height: 24).description.contains("d район"))
  }

  @Test func `letters typed into a line are never taken for commands`() {
    var state = Fixture.state(.uk)
    #expect(press("/qйL?", &state) == [])
    #expect(state.settings.language == .uk)
    guard case .query(let field, _) = state.overlay else {
      Issue.record("no line")
      return
    }
    #expect(field.text == "qйL?")
  }

  @Test func `keys are named as a person writes them`() {
    #expect(Keymap.key(named: "space") == .character(" "))
    #expect(Keymap.key(named: "ctrl-r") == .control("r"))
    #expect(Keymap.key(named: "о") == .character("о"))
    #expect(Keymap.key(named: "F5") == .function(5))
    #expect(Keymap.key(named: "nonsense") == nil)
  }

  @Test func `a changed key works and the old one does not`() {
    var keymap = Keymap()
    keymap.rebind(.quit, to: [.character("Q")])
    #expect(keymap.command(for: .character("Q"), in: .projects) == .quit)
    #expect(keymap.command(for: .character("q"), in: .projects) == nil)
  }

  @Test func `two commands on one key are told`() {
    var keymap = Keymap()
    keymap.rebind(.quit, to: [.character("d")])
    #expect(keymap.conflicts.map(\.key) == [.character("d")])
  }

  @Test func `what was typed under the wrong layout is read as it was meant`() {
    #expect(Layouts.retyped("[fhrsd") == "харків")
    #expect(Layouts.retyped("123") == nil)
  }
}
