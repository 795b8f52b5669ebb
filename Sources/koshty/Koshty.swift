import ArgumentParser

@main struct Koshty: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "koshty")
}
