import TestSupport
import Testing

@Suite(.beside) struct ConfigurationTests {
  private let folder = TemporaryFolder()

  private func check(_ configuration: String) throws -> Finished {
    try folder.write(configuration, to: "koshty/config.yaml")
    return try Program.run(
      ["check", "--language", "en"], environment: ["XDG_CONFIG_HOME": folder.path])
  }

  @Test func `mistakes in keys are told with file and line`() throws {
    let run = try check(
      "language: en\nkeys:\n  quit: [Q, ctrl-x]\n  dance: d\n  search: hyper-x\n  help: d\n")
    #expect(run.code == 2)
    let file = folder.path + "/koshty/config.yaml"
    #expect(run.output.contains("\(file):4: error: There is no command “dance”. [unknown-command]"))
    #expect(run.output.contains("\(file):5: error: “hyper-x” names no key. [unknown-key]"))
    #expect(
      run.output.contains("\(file):6: error: The key d already asks for “district”. [key-conflict]")
    )
    #expect(!run.output.contains("\(file):3"))
  }

  @Test func `settings nobody knows and values nothing can be made of are told`() throws {
    let run = try check("colour: red\ntheme: dusk\nmouse: false\nlanguage: de\n")
    #expect(run.code == 2)
    #expect(
      run.output.contains("config.yaml:1: error: There is no setting “colour”. [unknown-setting]"))
    #expect(run.output.contains("config.yaml:2: error: “dusk” is no theme. [wrong-setting]"))
    #expect(run.output.contains("config.yaml:4: error: “de” is no language. [wrong-setting]"))
    #expect(!run.output.contains("config.yaml:3"))
  }

  @Test func `a file that is no YAML is told with the line it breaks at`() throws {
    let run = try check("language: en\nkeys: [a\n")
    #expect(run.code == 2)
    #expect(run.output.contains("[broken-settings]"))
    #expect(run.output.contains("config.yaml:"))
  }

  @Test func `a home that is no place is told with file and line before all else`() throws {
    for command in ["check", "summary"] {
      try folder.write("language: en\nhome: atlantis\n", to: "koshty/config.yaml")
      let run = try Program.run(
        [command], environment: ["XDG_CONFIG_HOME": folder.path])
      #expect(run.code == 2)
      #expect(run.errors.contains("/koshty/config.yaml:2: “atlantis” is no place of places.csv"))
    }
  }

  @Test func `a file without mistakes is passed over in silence`() throws {
    let run = try check("theme: dark\nmouse: false\nhome: kharkiv\nkeys:\n  quit: Q\n")
    #expect(run.code == 0)
    #expect(!run.output.contains("config.yaml"))
  }
}
